//! Text made safe for HTML and XML.

use std::borrow::Cow;

/// Appends `text` to `out` so that HTML and XML read it as text, inside elements and quoted attributes alike.
pub fn push(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut rest = 0;
    for (i, byte) in bytes.iter().enumerate() {
        if MAY_NEED_REPLACEMENT[usize::from(*byte)]
            && let Some((instead, len)) = replacement(&bytes[i..])
        {
            out.push_str(&text[rest..i]);
            out.push_str(instead);
            rest = i + len;
        }
    }
    out.push_str(&text[rest..]);
}

/// `text` so that HTML and XML read it as text.
pub fn escape(text: &str) -> Cow<'_, str> {
    let needs = |(i, byte): (usize, u8)| {
        MAY_NEED_REPLACEMENT[usize::from(byte)] && replacement(&text.as_bytes()[i..]).is_some()
    };
    if text.bytes().enumerate().any(needs) {
        let mut out = String::with_capacity(text.len() + 16);
        push(&mut out, text);
        Cow::Owned(out)
    } else {
        Cow::Borrowed(text)
    }
}

/// What stands for the character that `bytes` begin with, and how many bytes it has; `None` if it may stand
/// itself.
fn replacement(bytes: &[u8]) -> Option<(&'static str, usize)> {
    Some(match bytes {
        [b'&', ..] => ("&amp;", 1),
        [b'<', ..] => ("&lt;", 1),
        [b'>', ..] => ("&gt;", 1),
        [b'"', ..] => ("&quot;", 1),
        [b'\'', ..] => ("&#39;", 1),
        // XML forbids most control characters even as references, and HTML those above ASCII (U+0080 to
        // U+009F) and noncharacters too; they carry no meaning in text.
        [0..=8 | 11 | 12 | 14..=31 | 0x7F, ..] => ("", 1),
        [0xC2, 0x80..=0x9F, ..] => ("", 2),
        [0xEF, 0xB7, 0x90..=0xAF, ..] | [0xEF, 0xBF, 0xBE | 0xBF, ..] => ("", 3),
        [0xF0..=0xF4, 0x8F | 0x9F | 0xAF | 0xBF, 0xBF, 0xBE | 0xBF, ..] => ("", 4),
        _ => return None,
    })
}

/// The bytes that a character with a replacement can begin with. Every word of every page is looked at, so
/// this question comes first.
const MAY_NEED_REPLACEMENT: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = u8::MIN;
    loop {
        table[byte as usize] = matches!(
            byte,
            b'&' | b'<' | b'>' | b'"' | b'\'' | 0..=8 | 11 | 12 | 14..=31 | 0x7F | 0xC2 | 0xEF | 0xF0..=0xF4
        );
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_in_text_stays_text() {
        assert_eq!(escape("<b a=\"1\">&'</b>\u{0}"), "&lt;b a=&quot;1&quot;&gt;&amp;&#39;&lt;/b&gt;");
        assert_eq!(escape("净资产收益率，😀\u{A0}\u{FFFD}"), "净资产收益率，😀\u{A0}\u{FFFD}");
    }

    #[test]
    fn characters_that_no_page_may_hold_are_left_out() {
        for c in [
            '\u{1}',
            '\u{C}',
            '\u{7F}',
            '\u{80}',
            '\u{9F}',
            '\u{FDD0}',
            '\u{FDEF}',
            '\u{FFFE}',
            '\u{1FFFE}',
            '\u{10FFFF}',
        ] {
            assert_eq!(escape(&format!("钢{c}铁")), "钢铁", "{:x}", c as u32);
        }
    }
}
