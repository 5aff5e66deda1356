//! A text that is read forwards and backwards from a place, blind to what only looks different: capitals,
//! full-width forms, kinds of spaces and of minus signs.

use super::words::{Words, met};
use crate::base::Lang;
use crate::model::Currency;

/// The text with the language it is written in.
#[derive(Clone, Copy)]
pub(super) struct Text<'t> {
    pub(super) all: &'t str,
    pub(super) chinese: bool,
    /// A currency whose code is money here, whatever else it may look like.
    pub(super) currency: Option<Currency>,
}

impl<'t> Text<'t> {
    pub(super) fn new(all: &'t str, lang: Lang, currency: Option<Currency>) -> Self {
        Self { all, chinese: lang.is_chinese(), currency }
    }

    /// The character at a place, as it is written.
    #[inline]
    pub(super) fn raw(self, at: usize) -> Option<char> {
        self.all[at..].chars().next()
    }

    /// The character at a place, folded.
    #[inline]
    pub(super) fn peek(self, at: usize) -> Option<char> {
        self.raw(at).map(fold)
    }

    /// The character before a place, folded.
    #[inline]
    pub(super) fn before(self, at: usize) -> Option<char> {
        self.all[..at].chars().next_back().map(fold)
    }

    /// The place behind the character at a place.
    #[inline]
    pub(super) fn next(self, at: usize) -> usize {
        at + self.raw(at).map_or(0, char::len_utf8)
    }

    /// The place before the character that ends at a place.
    #[inline]
    pub(super) fn back(self, at: usize) -> usize {
        at - self.all[..at].chars().next_back().map_or(0, char::len_utf8)
    }

    /// Behind the spaces at a place. More than three are a gap, not a space between words.
    pub(super) fn skip(self, mut at: usize) -> usize {
        for _ in 0..3 {
            if self.peek(at) != Some(' ') {
                break;
            }
            at = self.next(at);
        }
        at
    }

    /// Before the spaces that end at a place.
    pub(super) fn skip_back(self, mut at: usize) -> usize {
        for _ in 0..3 {
            if self.before(at) != Some(' ') {
                break;
            }
            at = self.back(at);
        }
        at
    }

    /// Behind `word`, if it stands here. A word in letters ends where letters end.
    pub(super) fn eat(self, at: usize, word: &str) -> Option<usize> {
        let mut chars = self.all[at..].char_indices();
        for wanted in word.chars() {
            if fold(chars.next()?.1) != wanted {
                return None;
            }
        }
        let end = chars.next().map_or(self.all.len(), |(offset, _)| at + offset);
        let whole = !word.ends_with(is_letter) || !self.peek(end).is_some_and(is_letter);
        whole.then_some(end)
    }

    /// Where `word` begins, if it ends here. A word in letters begins where letters begin.
    pub(super) fn eat_back(self, at: usize, word: &str) -> Option<usize> {
        let mut chars = self.all[..at].char_indices();
        let mut start = at;
        for wanted in word.chars().rev() {
            let (offset, found) = chars.next_back()?;
            if fold(found) != wanted {
                return None;
            }
            start = offset;
        }
        let whole = !word.starts_with(is_letter) || !self.before(start).is_some_and(is_letter);
        whole.then_some(start)
    }

    /// Behind the first of `words` that stands here.
    pub(super) fn any(self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.eat(at, word))
    }

    /// Where the first of `words` that ends here begins.
    pub(super) fn any_back(self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|word| self.eat_back(at, word))
    }

    /// The longest word of a table that stands here.
    pub(super) fn longest<T: Copy>(self, at: usize, words: &Words<T>) -> Option<(usize, T)> {
        let fitting =
            met(words, self.peek(at)?).filter_map(|word| Some((self.eat(at, word.written)?, word.means)));
        fitting.max_by_key(|found| found.0)
    }

    /// The longest word of a table that ends here.
    pub(super) fn longest_back<T: Copy>(self, at: usize, words: &Words<T>) -> Option<(usize, T)> {
        let fitting = met(words, self.before(at)?)
            .filter_map(|word| Some((self.eat_back(at, word.written)?, word.means)));
        fitting.min_by_key(|found| found.0)
    }

    /// Behind the digits that stand here.
    pub(super) fn digits_end(self, mut at: usize) -> usize {
        while self.peek(at).is_some_and(|c| c.is_ascii_digit()) {
            at = self.next(at);
        }
        at
    }

    /// Behind the letters that stand here.
    pub(super) fn word_end(self, at: usize) -> usize {
        self.all[at..].find(|c: char| !is_letter(fold(c))).map_or(self.all.len(), |len| at + len)
    }

    /// Whether nothing but spaces stands between the last line break, or the beginning, and this place.
    pub(super) fn opens_line(self, at: usize) -> bool {
        let at = self.skip_back(at);
        self.before(at).is_none_or(|c| c == '\n')
    }
}

/// What only looks different becomes equal.
#[inline]
pub(super) fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        _ if c.is_ascii() => c,
        '\u{a0}' | '\u{3000}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2212}' | '\u{fe63}' => '-',
        '\u{ffe5}' => '¥',
        '\u{fe6a}' => '%',
        '’' => '\'',
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c).to_ascii_lowercase(),
        other => other,
    }
}

#[inline]
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase()
}

/// Whether this is a character of Chinese words.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
