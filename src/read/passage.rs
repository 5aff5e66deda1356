//! The running words of a text with their places: where figures that are bound to nothing are looked for.
//!
//! Words that stand in the file just as they are read are kept as places in it, and not copied.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::Span;

/// What stands in [`Passage::words`] for something that is not words: a figure bound to data, or code.
pub const GAP: char = '\u{fffc}';

/// The running words of one text, passage by passage. A passage is a paragraph, a cell, a point of a list, a heading,
/// a line under a picture or a line of front matter.
#[derive(Clone, Debug, Default)]
pub struct Passages {
    pieces: Vec<Piece>,
    /// Behind the last piece of each passage, and the part of the text it belongs to.
    ends: Vec<(u32, Part)>,
    /// Words that do not stand in the file as they are read.
    read: Vec<Box<str>>,
}

/// A part of a text, as far as languages share its order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// What stands beside the text: title, subtitle, summary, the facts of a case.
    Front,
    /// What stands under the how manieth heading, from 0; `None` before the first.
    Under(Option<u32>),
    /// Footnotes, which may stand anywhere.
    Notes,
}

/// What an author can do about a number where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// Bind it, or mark it.
    Free,
    /// It is marked as no figure.
    Marked,
    /// Nothing: words there are set as they are written, as those for a picture.
    Fixed,
}

/// Kept small: a site has a million of them.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    what: What,
}

#[derive(Clone, Copy, Debug)]
enum What {
    /// What stands in the file.
    Verbatim(Use),
    /// Something else than what stands there, the how manieth: the character of an entity, say.
    Read(Use, u32),
    /// The end of a line inside a paragraph.
    Space,
    /// No words.
    Gap,
}

impl Passages {
    /// Adds words that stand in the file as they are read.
    pub(super) fn verbatim(&mut self, span: Span, used: Use) {
        self.pieces.push(Piece { span, what: What::Verbatim(used) });
    }

    /// Adds words of `file`, which stand at `span` in one way or another.
    pub(super) fn words(&mut self, file: &str, words: &str, span: Span, used: Use) {
        if words.is_empty() {
            return;
        }
        let written = file.get(span.range()).unwrap_or_default();
        if let Some(at) = written.find(words) {
            let start = span.start as usize + at;
            self.verbatim(Span::new(start, start + words.len()), used);
        } else if !self.folded(written, words, span, used) {
            self.read(words, span, used);
        }
    }

    /// Adds words that do not stand in the file as they are read.
    pub(super) fn read(&mut self, words: &str, span: Span, used: Use) {
        let at = count(self.read.len());
        self.read.push(words.into());
        self.pieces.push(Piece { span, what: What::Read(used, at) });
    }

    /// Adds the end of a line, read as a space.
    pub(super) fn space(&mut self, span: Span) {
        self.pieces.push(Piece { span, what: What::Space });
    }

    /// Adds something that is not words.
    pub(super) fn gap(&mut self, span: Span) {
        self.pieces.push(Piece { span, what: What::Gap });
    }

    /// Ends the passage, if anything stands in it.
    pub(super) fn end(&mut self, part: Part) {
        let end = count(self.pieces.len());
        if self.ends.last().map_or(0, |(end, _)| *end) < end {
            self.ends.push((end, part));
        }
    }

    /// Gives back the room for words that did not come.
    pub(super) fn finish(&mut self) {
        self.pieces.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Adds a YAML text of several lines, which was read as one: line by line, if all of them are found.
    fn folded(&mut self, written: &str, words: &str, span: Span, used: Use) -> bool {
        let before = self.pieces.len();
        let mut rest = words;
        for line in written.lines() {
            let line = line.trim().trim_matches(['"', '\'']);
            let next = rest.trim_start();
            if line.is_empty() || !next.starts_with(line) {
                continue;
            }
            let start = span.start as usize + (line.as_ptr() as usize - written.as_ptr() as usize);
            let place = Span::new(start, start + line.len());
            if next.len() < rest.len() {
                self.space(Span::new(start, start));
            }
            self.verbatim(place, used);
            rest = &next[line.len()..];
        }
        let found = rest.trim().is_empty();
        if !found {
            self.pieces.truncate(before);
        }
        found
    }

    /// The passages of a text that stands in `file`, in order.
    pub fn iter<'p>(&'p self, file: &'p str) -> impl Iterator<Item = Passage<'p>> {
        let mut begun = 0;
        self.ends.iter().map(move |(end, part)| {
            let pieces = &self.pieces[std::mem::replace(&mut begun, *end as usize)..*end as usize];
            Passage { part: *part, pieces, read: &self.read, file }
        })
    }
}

/// The words of one passage.
#[derive(Clone, Copy)]
pub struct Passage<'p> {
    /// Where in the text it stands.
    pub part: Part,
    pieces: &'p [Piece],
    read: &'p [Box<str>],
    file: &'p str,
}

impl<'p> Passage<'p> {
    /// The words as a reader meets them, a [`GAP`] in place of each thing that is not words.
    pub fn words(&self) -> Cow<'p, str> {
        match self.pieces {
            [piece] => Cow::Borrowed(self.written(piece)),
            pieces => {
                let mut words = String::with_capacity(pieces.iter().map(|p| self.written(p).len()).sum());
                words.extend(pieces.iter().map(|piece| self.written(piece)));
                Cow::Owned(words)
            }
        }
    }

    /// Where in the file a stretch of [`Self::words`] stands.
    pub fn place(&self, range: &Range<usize>) -> Span {
        let mut begun = 0;
        let mut start = None;
        let mut end = 0;
        for piece in self.pieces {
            let len = self.written(piece).len();
            let written = piece.span.range();
            // Words that are not those of the file stand there as a whole.
            let is_same = len == written.len();
            if start.is_none() && range.start < begun + len {
                let into = if is_same { range.start.max(begun) - begun } else { 0 };
                start = Some(written.start + into);
            }
            if range.end > begun {
                let into = if is_same { range.end.min(begun + len) - begun } else { written.len() };
                end = written.start + into;
            }
            begun += len;
        }
        let start = start.unwrap_or(end);
        Span::new(start, end.max(start))
    }

    /// Where in the file each [`GAP`] stands.
    pub fn gaps(&self) -> impl Iterator<Item = Span> + use<'p> {
        self.pieces.iter().filter(|piece| matches!(piece.what, What::Gap)).map(|piece| piece.span)
    }

    /// What can be done about a number that stands at `at` in [`Self::words`].
    pub fn used(&self, at: usize) -> Use {
        let mut begun = 0;
        for piece in self.pieces {
            begun += self.written(piece).len();
            if at < begun {
                return match piece.what {
                    What::Verbatim(used) | What::Read(used, _) => used,
                    What::Space | What::Gap => Use::Free,
                };
            }
        }
        Use::Free
    }

    fn written(&self, piece: &Piece) -> &'p str {
        match piece.what {
            What::Verbatim(_) => self.file.get(piece.span.range()).unwrap_or_default(),
            What::Read(_, at) => &self.read[at as usize],
            What::Space => " ",
            What::Gap => "\u{fffc}",
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).expect("a file of a mebibyte has no four thousand million pieces")
}

#[cfg(test)]
mod tests {
    use super::{Part, Passages, Use};
    use crate::base::Span;

    /// What is read, with the places of each number in it.
    fn numbers(passages: &Passages, file: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for passage in passages.iter(file) {
            let words = passage.words();
            let digits: Vec<usize> = words.match_indices(char::is_numeric).map(|(at, _)| at).collect();
            if let (Some(first), Some(last)) = (digits.first(), digits.last()) {
                let range = *first..*last + 1;
                found.push((words[range.clone()].to_owned(), file[passage.place(&range).range()].to_owned()));
            }
        }
        found
    }

    fn of_yaml(written: &str, read: &str) -> (Passages, String) {
        let file = format!("标题: {written}\n");
        let span = Span::new("标题: ".len(), file.len() - 1);
        let mut passages = Passages::default();
        passages.words(&file, read, span, Use::Fixed);
        passages.end(Part::Front);
        (passages, file)
    }

    #[test]
    fn a_text_in_yaml_is_found_however_it_is_written() {
        for (written, read, place) in [
            ("降耗12%", "降耗12%", "12"),
            ("\"降耗12%\"", "降耗12%", "12"),
            (">\n  降耗\n  12%，\n  不易", "降耗 12%， 不易", "12"),
            ("降耗\n  12%，\n  不易", "降耗 12%， 不易", "12"),
            ("\"降耗\\t12%\"", "降耗\t12%", "\"降耗\\t12%\""),
        ] {
            let (passages, file) = of_yaml(written, read);
            assert_eq!(numbers(&passages, &file), [("12".to_owned(), place.to_owned())], "{written}");
        }
    }
}
