//! The text as the parser is given it, and the way back to the text as its author wrote it.
//!
//! pulldown-cmark knows emphasis only by the rules of `CommonMark`, and takes a line that begins with a
//! comment for HTML to its end. Where that is not what an author of Chinese means, an invisible mark is
//! put into the text before it is parsed, and taken out of everything that comes back. Most texts need
//! none and are parsed as they are.

use std::borrow::Cow;
use std::ops::Range;

use super::{comment, flank};
use crate::base::Span;

/// A text on its way through the parser.
pub(super) struct Source<'a> {
    file: &'a str,
    body_at: usize,
    marked: Option<Marked>,
}

/// The body with marks put in.
struct Marked {
    text: String,
    mark: char,
    /// Where in `text` the marks stand, in order.
    at: Vec<usize>,
}

impl<'a> Source<'a> {
    /// The body of `file` that begins at byte `body_at`.
    pub(super) fn new(file: &'a str, body_at: usize) -> Self {
        let body_at = if file.is_char_boundary(body_at) { body_at } else { file.len() };
        let body = &file[body_at..];
        let mut wanted = flank::marks(body);
        comment::marks(body, &mut wanted);
        wanted.sort_unstable();
        wanted.dedup();
        Self { file, body_at, marked: Marked::new(body, &wanted) }
    }

    /// What the parser is to read.
    pub(super) fn text(&self) -> &str {
        self.marked.as_ref().map_or(&self.file[self.body_at..], |m| &m.text)
    }

    /// Where in the file a position of the parser's text lies.
    fn home(&self, at: usize) -> usize {
        let marks =
            self.marked.as_ref().map_or(0, |m| m.at.partition_point(|mark| *mark < at) * m.mark.len_utf8());
        self.body_at + at - marks
    }

    /// The stretch of the file that a stretch of the parser's text comes from.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.home(range.start)..self.home(range.end)
    }

    /// The same as a span.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.range(range).into()
    }

    /// Where in the file `piece` stands, if it is a slice of the parser's text and not made up by it, as
    /// the character that an entity stands for is.
    pub(super) fn place(&self, piece: &str) -> Option<Range<usize>> {
        let text = self.text().as_bytes().as_ptr_range();
        let piece = piece.as_bytes().as_ptr_range();
        (text.start <= piece.start && piece.end <= text.end).then(|| {
            let start = piece.start as usize - text.start as usize;
            self.range(&(start..start + (piece.end as usize - piece.start as usize)))
        })
    }

    /// `piece` as the author wrote it.
    pub(super) fn words(&self, piece: &str) -> Cow<'a, str> {
        match (self.place(piece), &self.marked) {
            (Some(range), _) => Cow::Borrowed(&self.file[range]),
            (None, None) => Cow::Owned(piece.to_owned()),
            (None, Some(marked)) => Cow::Owned(piece.replace(marked.mark, "")),
        }
    }

    /// The file.
    pub(super) fn file(&self) -> &'a str {
        self.file
    }
}

impl Marked {
    /// `body` with a mark at each of the places `wanted`; `None` if there are none, or if the body holds
    /// every character that could be a mark: it is hostile then, and plain `CommonMark` is good enough.
    fn new(body: &str, wanted: &[usize]) -> Option<Self> {
        if wanted.is_empty() {
            return None;
        }
        // Unicode keeps these for use inside a program; they are neither space nor punctuation.
        let mark = ('\u{FDD0}'..='\u{FDEF}').find(|c| !body.contains(*c))?;
        let mut text = String::with_capacity(body.len() + wanted.len() * mark.len_utf8());
        let mut at = Vec::with_capacity(wanted.len());
        let mut done = 0;
        for place in wanted {
            text.push_str(&body[done..*place]);
            at.push(text.len());
            text.push(mark);
            done = *place;
        }
        text.push_str(&body[done..]);
        Some(Self { text, mark, at })
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn a_text_without_need_of_marks_is_parsed_as_it_is() {
        assert!(Source::new("**重要** 净资产收益率 *a* \\* 2*3 <!-- 注 -->", 0).marked.is_none());
        assert!(Source::new("**重要。**净资产收益率", 0).marked.is_some());
    }

    #[test]
    fn positions_lead_back_to_the_file() {
        let file = "前言\n他说**「好」**了";
        let source = Source::new(file, "前言\n".len());
        let text = source.text();
        assert_ne!(text, &file["前言\n".len()..]);
        let good = text.find('好').unwrap();
        assert_eq!(&file[source.range(&(good..good + 3))], "好");
        assert_eq!(source.words(&text[text.find('他').unwrap()..]), "他说**「好」**了");
        assert_eq!(source.words("made up"), "made up");
    }

    #[test]
    fn a_text_that_holds_every_mark_is_parsed_plainly() {
        let all: String = ('\u{FDD0}'..='\u{FDEF}').collect();
        let text = format!("{all}他说**「好」**了");
        assert_eq!(Source::new(&text, 0).text(), text);
        let but_one = text.replace('\u{FDE0}', "");
        let source = Source::new(&but_one, 0);
        assert_eq!(source.text().replace('\u{FDE0}', ""), but_one);
        assert!(source.text().contains('\u{FDE0}'));
    }

    #[test]
    fn a_body_that_begins_nowhere_is_empty() {
        assert_eq!(Source::new("钢", 1).text(), "");
        assert_eq!(Source::new("钢", 9).text(), "");
    }
}
