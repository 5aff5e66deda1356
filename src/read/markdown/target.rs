//! Where links and images may lead.

use std::borrow::Cow;

use crate::base::Problem;
use crate::base::problem::ImageFault;

/// Schemes that lead out of the site.
const OUTSIDE: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Schemes of our own, which name a thing by its id: `case:hualan-smart-rolling`.
const OURS: [&str; 4] = ["case", "enterprise", "indicator", "page"];

/// What stands in the way of a link to `target`, if anything.
pub(super) fn refuse_link(target: &str) -> Option<Problem> {
    // Browsers drop these before they look for a scheme: `java&#9;script:` is one to them.
    let seen: Cow<'_, str> = if target.contains(is_dropped) {
        Cow::Owned(target.chars().filter(|c| !is_dropped(*c)).collect())
    } else {
        Cow::Borrowed(target)
    };
    let refused = |scheme: &str| Some(Problem::LinkSchemeRefused { scheme: scheme.to_owned() });
    // `//host` borrows the page's scheme, and browsers read `\` as `/`.
    if seen.len() >= 2 && seen.bytes().take(2).all(|b| matches!(b, b'/' | b'\\')) {
        return refused("//");
    }
    let malformed = || Some(Problem::UrlMalformed { text: target.to_owned() });
    let Some(scheme) = scheme(&seen) else {
        return if is_clean(target) { None } else { malformed() };
    };
    let known = |list: &[&str]| list.iter().any(|s| s.eq_ignore_ascii_case(scheme));
    if !known(&OUTSIDE) && !known(&OURS) {
        return refused(&scheme.to_lowercase());
    }
    let is_web = known(&OUTSIDE[..2]);
    if is_clean(target) && (!is_web || has_host(&target[scheme.len() + 1..])) { None } else { malformed() }
}

/// Whether an address holds nothing that a browser would drop; spaces inside are written as `%20` later.
fn is_clean(target: &str) -> bool {
    target.trim().len() == target.len() && !target.contains(char::is_control)
}

/// What stands in the way of an image at `target`, if anything: it must be a file of the site.
pub(super) fn refuse_image(target: &str) -> Option<Problem> {
    let leads_out =
        refuse_link(target).is_some() || scheme(target).is_some() || target.starts_with(['/', '\\']);
    leads_out.then(|| Problem::ImageUnusable { target: target.to_owned(), fault: ImageFault::Outside })
}

/// The scheme of an address: what stands before a colon, if that comes before anything that ends one.
fn scheme(target: &str) -> Option<&str> {
    let end = target.find([':', '/', '?', '#', '\\'])?;
    (target.as_bytes()[end] == b':').then(|| &target[..end])
}

/// Whether `//host` stands behind the scheme, with a host that could be one.
fn has_host(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
    let (host, port) = authority.rsplit_once(':').unwrap_or((authority, ""));
    !host.is_empty()
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_'))
        && host.split('.').all(|label| !label.is_empty())
        && port.bytes().all(|b| b.is_ascii_digit())
}

fn is_dropped(c: char) -> bool {
    c <= ' ' || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::{refuse_image, refuse_link};

    #[test]
    fn links_lead_to_the_web_to_mail_to_a_telephone_or_into_the_site() {
        for target in [
            "https://example.org/a?b=c:d#e",
            "HTTP://example.org:8080",
            "https://中国铁路.中国/",
            "mailto:a@example.org",
            "tel:+86-10-0000",
            "../other/zh.md#challenge",
            "#results",
            "media/a:b.pdf",
            "case:hualan-smart-rolling",
            "",
        ] {
            assert_eq!(refuse_link(target), None, "{target}");
        }
    }

    #[test]
    fn anything_else_is_refused_however_it_is_written() {
        for (target, scheme) in [
            ("javascript:alert(1)", "javascript"),
            ("JaVaScRiPt:alert(1)", "javascript"),
            ("java\tscript:alert(1)", "javascript"),
            ("\u{1} javascript:alert(1)", "javascript"),
            ("java\nscript\r:alert(1)", "javascript"),
            ("data:text/html,x", "data"),
            ("vbscript:x", "vbscript"),
            ("file:///etc/passwd", "file"),
            ("blob:x", "blob"),
            ("D:报告.docx", "d"),
            ("//evil.example", "//"),
            ("\\\\evil.example", "//"),
            ("/\\evil.example", "//"),
            (" /\t/evil.example", "//"),
            ("：javascript:x", "：javascript"),
        ] {
            let problem = refuse_link(target).unwrap_or_else(|| panic!("{target}"));
            let expected = crate::base::Problem::LinkSchemeRefused { scheme: scheme.to_owned() };
            assert_eq!(problem, expected, "{target}");
        }
    }

    #[test]
    fn an_address_of_the_web_needs_a_host() {
        for target in [
            "https://",
            "a\tb.md",
            "http:example.org",
            "https:///x",
            "https://a b/",
            "https://a..b",
            "http://u@h/",
            " https://a",
        ] {
            assert_eq!(refuse_link(target).map(|p| p.code()), Some("url-malformed"), "{target}");
        }
    }

    #[test]
    fn an_image_is_a_file_of_the_site() {
        assert_eq!(refuse_image("media/mill.jpg"), None);
        for target in
            ["https://example.org/a.png", "data:image/png;base64,x", "//h/a.png", "/a.png", "case:x"]
        {
            assert!(refuse_image(target).is_some(), "{target}");
        }
    }
}
