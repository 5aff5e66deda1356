//! Texts as they are compared: full-width forms and other ways to write the same are one, and so are capitals.
//!
//! Character by character, so that a script can do the same and still tell which character of the text became which. What a
//! character becomes is Unicode’s NFKC in lower case.

use icu::normalizer::ComposingNormalizerBorrowed;

/// A text folded. The comma in `1,234` is left out: nobody asks for a number with it.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            ',' if out.ends_with(|before: char| before.is_ascii_digit()) && groups(rest.as_str()) => {}
            '\0'..='\x7f' => out.push(c.to_ascii_lowercase()),
            // Nearly all of a Chinese text.
            '\u{4e00}'..='\u{9fff}' => out.push(c),
            '\u{ff01}'..='\u{ff5e}' => {
                let narrow = char::from_u32(c as u32 - 0xfee0).expect("full-width forms stand as ASCII does");
                out.push(narrow.to_ascii_lowercase());
            }
            _ => out.extend(nfkc(c).flat_map(char::to_lowercase)),
        }
    }
    out
}

fn nfkc(c: char) -> impl Iterator<Item = char> {
    const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();
    NFKC.normalize_iter(std::iter::once(c))
}

/// Whether what follows a comma is a group of three digits.
fn groups(rest: &str) -> bool {
    rest.bytes().take_while(u8::is_ascii_digit).count() == 3
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn ways_to_write_the_same_are_one() {
        for (text, folded) in [
            ("ＲＯＥ为９．４％", "roe为9.4%"),
            ("Éclair ﬁve ①㎡", "éclair five 1m2"),
            ("分布式　系统", "分布式 系统"),
            ("ﾃﾞ", "テ\u{3099}"),
            ("⼯", "工"),
            ("1,234,567元", "1234567元"),
            ("2023,2024，25,3", "2023,2024,25,3"),
            ("a,123", "a,123"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn what_is_quickly_told_is_what_unicode_says() {
        for c in ('\0'..='\x7f').chain('\u{4e00}'..='\u{9fff}').chain('\u{ff01}'..='\u{ff5e}') {
            let slowly: String = super::nfkc(c).flat_map(char::to_lowercase).collect();
            assert_eq!(fold(&c.to_string()), slowly);
        }
    }
}
