//! A page on its way to a browser: what is put into it, and what tells it from the page of before.

use memchr::memmem;

use crate::base::hash;

/// What a page is made of, so that a browser can tell what has become of it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Make {
    /// The hash of everything but the addresses of style sheets.
    pub(super) print: String,
    /// The addresses of its style sheets, as they stand in the page.
    pub(super) styles: Vec<String>,
}

/// Looks at a page as it is published.
pub(super) fn make(html: &[u8]) -> Make {
    let (mut styles, mut rest, mut kept) = (Vec::new(), 0, Vec::new());
    let head_ends = memmem::find(html, b"</head>").unwrap_or(html.len());
    for at in memmem::find_iter(&html[..head_ends], b"rel=\"stylesheet\"") {
        let tag_ends = memchr::memchr(b'>', &html[at..head_ends]).map_or(head_ends, |len| at + len);
        let tag_starts = memchr::memrchr(b'<', &html[..at]).unwrap_or(0);
        let Some(href) = memmem::find(&html[tag_starts..tag_ends], b"href=\"") else { continue };
        let start = tag_starts + href + b"href=\"".len();
        let end = memchr::memchr(b'"', &html[start..tag_ends]).map_or(tag_ends, |len| start + len);
        if start < rest {
            continue;
        }
        styles.push(String::from_utf8_lossy(&html[start..end]).into_owned());
        kept.extend_from_slice(&html[rest..start]);
        rest = end;
    }
    kept.extend_from_slice(&html[rest..]);
    Make { print: hash::short(&kept), styles }
}

/// A page with `head` at the end of its head and `body` at the end of its body.
pub(super) fn dressed(html: &[u8], head: &str, body: &str) -> Vec<u8> {
    let head_at = memmem::find(html, b"</head>");
    let body_at = memmem::rfind(html, b"</body>").unwrap_or(html.len());
    let head_at = head_at.filter(|at| *at <= body_at).unwrap_or(body_at);
    [&html[..head_at], head.as_bytes(), &html[head_at..body_at], body.as_bytes(), &html[body_at..]].concat()
}

/// A page whose links are absolute, with those to the site at `base_url` made to lead to the preview.
pub(super) fn at_home(html: Vec<u8>, base_url: &str) -> Vec<u8> {
    match String::from_utf8(html) {
        Ok(text) => text.replace(&format!("=\"{base_url}"), "=\"/").into_bytes(),
        Err(not_text) => not_text.into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::{at_home, dressed, make};

    const PAGE: &str = "<!DOCTYPE html><html><head><link rel=\"stylesheet\" href=\"../assets/site-1.css\"><link href=\"own.css\" rel=\"stylesheet\"></head><body><p>rel=\"stylesheet\"</body></html>";

    #[test]
    fn another_style_sheet_is_not_another_page() {
        let (one, other) = (make(PAGE.as_bytes()), make(PAGE.replace("site-1", "site-2").as_bytes()));
        assert_eq!(one.print, other.print);
        assert_eq!(one.styles, ["../assets/site-1.css", "own.css"]);
        assert_eq!(other.styles, ["../assets/site-2.css", "own.css"]);
        assert_ne!(one.print, make(PAGE.replace("<p>", "<p>9.4 ").as_bytes()).print);
        assert_eq!(make(b"").styles, Vec::<String>::new());
        assert_eq!(make(b"<head><link rel=\"stylesheet\" href=\"open").styles, ["open"]);
    }

    #[test]
    fn what_is_added_stands_at_the_ends_of_head_and_body() {
        let page = dressed(PAGE.as_bytes(), "<h>", "<b>");
        let page = String::from_utf8(page).unwrap();
        assert!(page.contains("<h></head>") && page.contains("<b></body>"), "{page}");
        assert_eq!(dressed("钢".as_bytes(), "<h>", "<b>"), "钢<h><b>".as_bytes());
        assert_eq!(dressed(b"</body></head>", "<h>", "<b>"), b"<h><b></body></head>");
    }

    #[test]
    fn absolute_links_lead_to_the_preview() {
        let base = "https://example.org/a/";
        let page = format!("<a href=\"{base}zh/index.html\">{base}</a><img src=\"{base}assets/a.svg\">");
        assert_eq!(
            String::from_utf8(at_home(page.into_bytes(), base)).unwrap(),
            format!("<a href=\"/zh/index.html\">{base}</a><img src=\"/assets/a.svg\">")
        );
    }
}
