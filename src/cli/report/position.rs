//! From bytes to lines and columns.

use std::ops::Range;

/// A place in a text as people count: from 1, columns in characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Position {
    /// The line.
    pub(super) line: usize,
    /// The character in the line.
    pub(super) column: usize,
}

impl Position {
    /// The beginning of a file.
    pub(super) const FIRST: Self = Self { line: 1, column: 1 };
}

/// A text and where its lines begin, found in one pass.
///
/// A line ends with LF, CR LF or CR alone, as it does for YAML and Markdown. A byte order mark is no character.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Where each line begins; never empty.
    starts: Vec<usize>,
}

const BYTE_ORDER_MARK: char = '\u{feff}';

impl<'a> Lines<'a> {
    /// Finds the lines of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let mut starts = vec![first];
        for (i, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                starts.push(i + 1);
            }
        }
        Self { text, starts }
    }

    /// Where the character at byte `at` stands. A place inside a character is its beginning, one inside a line's
    /// end is the end of that line, and one behind the text is its end.
    pub(super) fn position(&self, at: usize) -> Position {
        let line = self.line_of(at);
        let content = self.content(line);
        let at = self.text.floor_char_boundary(at).clamp(content.start, content.end);
        Position { line: line + 1, column: self.text[content.start..at].chars().count() + 1 }
    }

    /// The number, from 0, of the line that holds byte `at`.
    pub(super) fn line_of(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The bytes of the line of that number, from 0, without its end. Lines that do not exist are empty.
    pub(super) fn content(&self, line: usize) -> Range<usize> {
        let end_of_text = self.text.len();
        let start = self.starts.get(line).copied().unwrap_or(end_of_text);
        let end = self.starts.get(line + 1).copied().unwrap_or(end_of_text);
        start..start + self.text[start..end].trim_end_matches(['\r', '\n']).len()
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Position};

    fn at(text: &str, byte: usize) -> (usize, usize) {
        let Position { line, column } = Lines::new(text).position(byte);
        (line, column)
    }

    #[test]
    fn columns_count_characters_from_one() {
        let text = "title: 钢\nname: 铁\n";
        assert_eq!(at(text, 0), (1, 1));
        assert_eq!(at(text, 7), (1, 8));
        assert_eq!(at(text, 10), (1, 9));
        assert_eq!(at(text, 11), (2, 1));
        assert_eq!(at(text, 17), (2, 7));
    }

    #[test]
    fn a_place_inside_a_character_is_its_beginning() {
        assert_eq!(at("钢铁", 4), (1, 2));
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line_once() {
        for text in ["a\nb", "a\r\nb", "a\rb"] {
            assert_eq!(at(text, text.len() - 1), (2, 1), "{text:?}");
            assert_eq!(at(text, 1), (1, 2), "{text:?}");
        }
        assert_eq!(at("a\r\nb", 2), (1, 2));
        assert_eq!(at("a\n\rb", 3), (3, 1));
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let text = "\u{feff}title: a\nb";
        assert_eq!(at(text, 0), (1, 1));
        assert_eq!(at(text, 3), (1, 1));
        assert_eq!(at(text, 4), (1, 2));
        assert_eq!(at(text, 12), (2, 1));
    }

    #[test]
    fn the_end_of_a_file_is_a_place_and_so_is_what_lies_behind_it() {
        assert_eq!(at("a: b", 4), (1, 5));
        assert_eq!(at("a: b\n", 5), (2, 1));
        assert_eq!(at("a: b\n", 99), (2, 1));
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("", 7), (1, 1));
        assert_eq!(at("\u{feff}", 3), (1, 1));
    }
}
