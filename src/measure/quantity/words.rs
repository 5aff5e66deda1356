//! Tables of words with what they mean, found by the one character where the reader stands: most numbers have no word
//! of a table beside them, and that shows at once.

/// Words and what they mean, in the order of the character that is met first. In a table the longest that fits wins.
pub(super) type Words<T> = [Word<T>];

/// A word of a table.
#[derive(Clone, Copy)]
pub(super) struct Word<T> {
    /// The bytes of the character that is met first.
    key: u32,
    pub(super) written: &'static str,
    pub(super) means: T,
}

/// A table of words that are read from their first character on.
pub(super) const fn forwards<T: Copy, const N: usize>(words: [(&'static str, T); N]) -> [Word<T>; N] {
    sorted(words, false)
}

/// A table of words that are read back from their last character.
pub(super) const fn backwards<T: Copy, const N: usize>(words: [(&'static str, T); N]) -> [Word<T>; N] {
    sorted(words, true)
}

/// Words that mean nothing but that they stand there.
pub(super) const fn bare<const N: usize>(words: [&'static str; N]) -> [(&'static str, ()); N] {
    let mut with = [("", ()); N];
    let mut at = 0;
    while at < N {
        with[at].0 = words[at];
        at += 1;
    }
    with
}

/// The words of a table that are met with a character.
pub(super) fn met<T>(words: &Words<T>, c: char) -> impl Iterator<Item = &Word<T>> {
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes);
    let key = u32::from_be_bytes(bytes);
    let from = words.partition_point(|word| word.key < key);
    words[from..].iter().take_while(move |word| word.key == key)
}

/// Sorts when the program is compiled: tables are written in the order in which people think of them.
const fn sorted<T: Copy, const N: usize>(words: [(&'static str, T); N], back: bool) -> [Word<T>; N] {
    let mut sorted = [Word { key: 0, written: "", means: words[0].1 }; N];
    let mut count = 0;
    while count < N {
        let (written, means) = words[count];
        sorted[count] = Word { key: key(written.as_bytes(), back), written, means };
        let mut at = count;
        while at > 0 && sorted[at - 1].key > sorted[at].key {
            sorted.swap(at - 1, at);
            at -= 1;
        }
        count += 1;
    }
    sorted
}

/// The first or last character of a word.
const fn key(word: &[u8], last: bool) -> u32 {
    let mut start = if last { word.len() - 1 } else { 0 };
    while last && is_inside(word[start]) {
        start -= 1;
    }
    let mut key = [word[start], 0, 0, 0];
    let mut at = 1;
    while start + at < word.len() && is_inside(word[start + at]) {
        key[at] = word[start + at];
        at += 1;
    }
    u32::from_be_bytes(key)
}

/// Whether a byte is not the first of its character.
const fn is_inside(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::{Words, backwards, bare, forwards, met};

    const WORDS: [&str; 7] = ["个月", "m", "年", "个", "¥", "mm", "um"];

    fn found(words: &Words<()>, c: char) -> Vec<&'static str> {
        met(words, c).map(|word| word.written).collect()
    }

    #[test]
    fn words_are_found_by_the_character_that_is_met_first() {
        let ahead: &Words<()> = &forwards(bare(WORDS));
        assert_eq!(found(ahead, '个'), ["个月", "个"]);
        assert_eq!(found(ahead, 'm'), ["m", "mm"]);
        assert_eq!(found(ahead, '¥'), ["¥"]);
        let back: &Words<()> = &backwards(bare(WORDS));
        assert_eq!(found(back, '月'), ["个月"]);
        assert_eq!(found(back, 'm'), ["m", "mm", "um"]);
        assert_eq!(found(back, '年'), ["年"]);
        for c in ['a', 'z', '\u{0}', '一', '\u{10ffff}'] {
            assert!(found(ahead, c).is_empty() && found(back, c).is_empty(), "{c}");
        }
    }
}
