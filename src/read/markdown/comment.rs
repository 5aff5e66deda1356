//! HTML comments, which vanish.

use std::borrow::Cow;

use memchr::memmem;

/// `html` without its comments, and whether one of them never ends: it reaches to the end then.
pub(super) fn strip(html: &str) -> (Cow<'_, str>, bool) {
    let Some(first) = html.find("<!--") else {
        return (Cow::Borrowed(html), false);
    };
    let mut kept = String::with_capacity(html.len());
    kept.push_str(&html[..first]);
    let mut rest = &html[first..];
    loop {
        let Some(len) = length(rest) else { return (Cow::Owned(kept), true) };
        rest = &rest[len..];
        let next = rest.find("<!--").unwrap_or(rest.len());
        kept.push_str(&rest[..next]);
        rest = &rest[next..];
        if rest.is_empty() {
            return (Cow::Owned(kept), false);
        }
    }
}

/// How long the comment is that `text` begins with; `None` if it never ends.
fn length(text: &str) -> Option<usize> {
    // CommonMark 0.31 has these two short forms from HTML.
    for short in ["<!-->", "<!--->"] {
        if text.starts_with(short) {
            return Some(short.len());
        }
    }
    text.get(4..)?.find("-->").map(|at| at + 7)
}

/// Adds where in `body` a mark is needed so that text behind a comment stays Markdown.
///
/// To `CommonMark` a line that begins with a comment is HTML to its end: `<!-- to be checked --> In 2024 …`
/// would show the sentence without its markup. With a mark before it the comment is one inside a paragraph.
pub(super) fn marks(body: &str, marks: &mut Vec<usize>) {
    let mut i = 0;
    while let Some(found) = memmem::find(&body.as_bytes()[i..], b"<!--") {
        let start = i + found;
        let Some(len) = length(&body[start..]) else { return };
        i = start + len;
        // A blank line ends a paragraph, so a comment that has one cannot stand inside it.
        if begins_block(&body[..start]) && has_text(&body[i..]) && !has_blank_line(&body[start..i]) {
            marks.push(start);
        }
    }
}

/// Whether only what may stand before a block is on the last line of `text`: spaces, quote and list marks.
fn begins_block(text: &str) -> bool {
    text.bytes()
        .rev()
        .take_while(|b| *b != b'\n')
        .all(|b| matches!(b, b' ' | b'\t' | b'>' | b'-' | b'+' | b'*' | b'.' | b')') || b.is_ascii_digit())
}

/// Whether anything but space stands on the first line of `text`.
fn has_text(text: &str) -> bool {
    text.lines().next().is_some_and(|line| !line.trim().is_empty())
}

fn has_blank_line(text: &str) -> bool {
    text.lines().any(|line| line.bytes().all(|b| matches!(b, b' ' | b'\t' | b'>')))
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn comments_are_cut_out_and_an_unfinished_one_is_told() {
        for (html, kept, unfinished) in [
            ("<b>x</b>", "<b>x</b>", false),
            ("<!-- a --><b>x</b><!-- \n b -->y", "<b>x</b>y", false),
            ("<!-->a<!--->b<!---->c", "abc", false),
            ("<i><!-- a --", "<i>", true),
            ("<!-- 注 -->", "", false),
        ] {
            let (text, open) = strip(html);
            assert_eq!((text.as_ref(), open), (kept, unfinished), "{html}");
        }
    }
}
