//! Text made safe for HTML and XML.

use std::borrow::Cow;

/// Appends `text` to `out` so that HTML and XML read it as text, inside elements and quoted attributes alike.
pub fn push(out: &mut String, text: &str) {
    let mut rest = 0;
    for (i, b) in text.bytes().enumerate() {
        let replacement = match b {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            // XML forbids most control characters even as references; they carry no meaning in text.
            0..=8 | 11 | 12 | 14..=31 => "",
            _ => continue,
        };
        out.push_str(&text[rest..i]);
        out.push_str(replacement);
        rest = i + 1;
    }
    out.push_str(&text[rest..]);
}

/// `text` so that HTML and XML read it as text.
pub fn escape(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|b| matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'' | 0..=8 | 11 | 12 | 14..=31)) {
        let mut out = String::with_capacity(text.len() + 16);
        push(&mut out, text);
        Cow::Owned(out)
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_in_text_stays_text() {
        assert_eq!(escape("<b a=\"1\">&'</b>\u{0}"), "&lt;b a=&quot;1&quot;&gt;&amp;&#39;&lt;/b&gt;");
        assert_eq!(escape("净资产收益率"), "净资产收益率");
    }
}
