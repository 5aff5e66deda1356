//! Bytes → text: how large a file may be, and in which encoding.

use crate::base::{Notes, Place, Problem, SourcePath, Span};

/// Largest YAML file, in bytes.
pub const MAX_YAML: usize = 256 * 1024;

/// Largest Markdown file, in bytes.
pub const MAX_MARKDOWN: usize = 1024 * 1024;

/// The text in `bytes`, a byte order mark included so that positions in the text are positions in the file.
/// `None` if the file is larger than `limit` or not readable as UTF-8.
pub(super) fn text<'a>(
    path: &SourcePath,
    bytes: &'a [u8],
    limit: usize,
    notes: &mut Notes,
) -> Option<&'a str> {
    if bytes.len() > limit {
        let (size, limit) = (bytes.len() as u64, limit as u64);
        notes.add(Place::whole(path), Problem::FileTooLarge { size, limit });
        return None;
    }
    if is_utf16(bytes) {
        notes.add(Place::whole(path), Problem::EncodingNotUtf8 { guess: "UTF-16".to_owned() });
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let Some(nul) = text.find('\0') else { return Some(text) };
            notes.add(Place::new(path, Span::new(nul, nul + 1)), Problem::NulCharacter);
            None
        }
        Err(error) => {
            let guess = if looks_like_gb18030(bytes) { "GB18030" } else { "another encoding" };
            let at = error.valid_up_to();
            let len = error.error_len().unwrap_or(bytes.len() - at);
            notes.add(
                Place::new(path, Span::new(at, at + len)),
                Problem::EncodingNotUtf8 { guess: guess.to_owned() },
            );
            None
        }
    }
}

/// Where the text begins behind its byte order mark, if it has one.
pub(super) fn body_at(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// A mark that says so, or the zero bytes that every second byte of ASCII has in UTF-16.
fn is_utf16(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let zeros_at = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = if bytes.contains(&0) { (zeros_at(0), zeros_at(1)) } else { (0, 0) };
    // A stray NUL is no encoding; zeros on one side only, and in numbers, are.
    let one_sided = even.min(odd) * 8 <= even.max(odd);
    marked || (even + odd > 1 && one_sided && (even + odd) * 16 >= bytes.len())
}

/// Whether everything in `bytes` is well-formed GB18030, and most of its pairs are everyday Chinese characters
/// (the rows of GB 2312): other encodings can be well-formed by chance, but hardly that.
fn looks_like_gb18030(bytes: &[u8]) -> bool {
    let (mut pairs, mut everyday) = (0_usize, 0_usize);
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => break,
            [0..=0x7f, rest @ ..] | [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, rest @ ..] => rest,
            [lead @ 0x81..=0xfe, trail @ (0x40..=0x7e | 0x80..=0xfe), rest @ ..] => {
                pairs += 1;
                everyday += usize::from((0xa1..=0xf7).contains(lead) && *trail >= 0xa1);
                rest
            }
            _ => return false,
        };
    }
    everyday * 4 > pairs * 3
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::base::{Notes, Problem, SourcePath, Span};

    fn problem(bytes: &[u8]) -> (Problem, Span) {
        let mut notes = Notes::new();
        assert_eq!(text(&SourcePath::new("content/a.yaml"), bytes, 1000, &mut notes), None);
        let all = notes.into_sorted();
        assert_eq!(all.len(), 1);
        (all[0].problem.clone(), all[0].place.span)
    }

    #[test]
    fn utf8_is_read_with_and_without_a_mark() {
        let mut notes = Notes::new();
        let path = SourcePath::new("content/a.yaml");
        assert_eq!(text(&path, "钢铁\r\n".as_bytes(), 1000, &mut notes), Some("钢铁\r\n"));
        assert_eq!(text(&path, b"\xef\xbb\xbfa", 1000, &mut notes), Some("\u{feff}a"));
        assert_eq!(text(&path, b"", 1000, &mut notes), Some(""));
        assert!(notes.is_empty());
    }

    #[test]
    fn other_encodings_are_named_at_the_first_byte_that_is_wrong() {
        let gb = b"name: \xb8\xd6\xcc\xfa\xbc\xaf\xcd\xc5\n"; // 钢铁集团
        assert_eq!(problem(gb), (Problem::EncodingNotUtf8 { guess: "GB18030".to_owned() }, Span::new(6, 7)));
        let latin = b"name: caf\xe9, cr\xe8me\n";
        assert_eq!(problem(latin).0, Problem::EncodingNotUtf8 { guess: "another encoding".to_owned() });
        let cut = &"钢铁".as_bytes()[..4];
        assert_eq!(
            problem(cut),
            (Problem::EncodingNotUtf8 { guess: "another encoding".to_owned() }, Span::new(3, 4))
        );
    }

    #[test]
    fn utf16_is_known_with_and_without_a_mark() {
        let little: Vec<u8> = "name: 钢铁\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "name: 钢铁\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let marked = [b"\xff\xfe".as_slice(), &little].concat();
        for bytes in [&little, &big, &marked] {
            assert_eq!(problem(bytes).0, Problem::EncodingNotUtf8 { guess: "UTF-16".to_owned() });
        }
    }

    #[test]
    fn a_nul_is_found_at_its_place() {
        assert_eq!(problem("a: 钢\0b\n".as_bytes()), (Problem::NulCharacter, Span::new(6, 7)));
    }

    #[test]
    fn a_file_over_the_limit_is_not_looked_at() {
        assert_eq!(problem(&[b'a'; 1001]).0, Problem::FileTooLarge { size: 1001, limit: 1000 });
    }
}
