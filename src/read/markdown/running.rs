//! The running words of a text: everything that is read as words, and nothing that is code, markup, an address or
//! a figure bound to the data.

use std::borrow::Cow;

use super::item::{Element, Item};
use crate::base::Span;
use crate::read::passage::{Part, Passages, Use};

/// Takes the running words out of the pieces of a text, which stands in `file`, and adds them to `passages`.
pub(super) fn collect(items: &[(Item<'_>, Span)], file: &str, passages: &mut Passages) {
    let mut walk =
        Walk { file, passages, section: Part::Under(None), open: Vec::new(), notes: 0, at_heading: false };
    for (at, (item, span)) in items.iter().enumerate() {
        walk.take(item, *span, at.checked_sub(1).map(|before| &items[before].0));
    }
    walk.end();
}

struct Walk<'w> {
    file: &'w str,
    passages: &'w mut Passages,
    section: Part,
    /// What is open.
    open: Vec<Open>,
    /// How many footnotes are open.
    notes: usize,
    /// Whether the next words begin a heading.
    at_heading: bool,
}

#[derive(PartialEq)]
enum Open {
    Footnote,
    Block,
    Inline,
}

impl Walk<'_> {
    fn take(&mut self, item: &Item<'_>, span: Span, before: Option<&Item<'_>>) {
        match item {
            Item::Start(element) => self.start(element),
            Item::End => {
                if self.open.last().is_some_and(|open| *open != Open::Inline) {
                    self.end();
                }
                if self.open.pop() == Some(Open::Footnote) {
                    self.notes -= 1;
                }
            }
            Item::Text(words) => {
                if matches!(before, Some(Item::Start(Element::Link { target, .. })) if target == words) {
                    return self.passages.gap(span);
                }
                self.words(words, matches!(words, Cow::Borrowed(_)), span, Use::Free);
            }
            Item::NoFigure(words) => self.within(words, span, Use::Marked),
            Item::SoftBreak | Item::HardBreak => self.passages.space(span),
            Item::Image { alt, title, .. } => {
                self.end();
                for words in std::iter::once(alt.as_str()).chain(title.as_deref()) {
                    self.within(words, span, Use::Fixed);
                    self.end();
                }
            }
            Item::Code(_) | Item::Claim(_) | Item::Assertion(_) => self.passages.gap(span),
            Item::CodeBlock { .. } | Item::Rule | Item::Chart(_) => self.end(),
            Item::FootnoteMark(_) => {}
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let open = match element {
            Element::Emphasis | Element::Strong | Element::Deleted | Element::Link { .. } => Open::Inline,
            Element::Footnote(_) => Open::Footnote,
            _ => Open::Block,
        };
        if open != Open::Inline {
            self.end();
        }
        if let Element::Heading(heading) = element {
            self.section = Part::Under(u32::try_from(*heading).ok());
            self.at_heading = true;
        }
        self.notes += usize::from(open == Open::Footnote);
        self.open.push(open);
    }

    fn end(&mut self) {
        let part = if self.notes > 0 { Part::Notes } else { self.section };
        self.passages.end(part);
        self.at_heading = false;
    }

    /// Words of the text; `is_own` if they are a part of the file.
    fn words(&mut self, words: &str, is_own: bool, span: Span, used: Use) {
        let is_verbatim = is_own && words.len() == span.range().len();
        if std::mem::take(&mut self.at_heading) && is_verbatim {
            let start = span.start as usize + numbering(words);
            return self.passages.verbatim(Span::new(start, span.end as usize), used);
        }
        if is_verbatim {
            self.passages.verbatim(span, used);
        } else {
            self.passages.read(words, span, used);
        }
    }

    /// Words that stand somewhere within `span`.
    fn within(&mut self, words: &str, span: Span, used: Use) {
        self.at_heading = false;
        self.passages.words(self.file, words, span, used);
    }
}

/// How long the number before a heading is: `3.1 `, `三、`, `（二）`, `第四章`; 0 if there is none.
fn numbering(heading: &str) -> usize {
    let digit = |c: char| c.is_ascii_digit() || "０１２３４５６７８９〇一二三四五六七八九十百".contains(c);
    let rest = heading.trim_start();
    let behind = |rest: &str| heading.len() - rest.len();
    if let Some(inner) = rest.strip_prefix(['(', '（']) {
        let tail = inner.trim_start_matches(digit);
        let closed = tail.strip_prefix([')', '）']).filter(|_| tail.len() < inner.len());
        return closed.map_or(0, behind);
    }
    if let Some(inner) = rest.strip_prefix('第') {
        let tail = inner.trim_start_matches(digit);
        let named = tail.strip_prefix(['章', '节', '部', '篇']).filter(|_| tail.len() < inner.len());
        return named.map_or(0, behind);
    }
    let tail = rest.trim_start_matches(|c| digit(c) || c == '.');
    if tail.len() == rest.len() {
        return 0;
    }
    let number = &rest[..rest.len() - tail.len()];
    let dotted = number.contains('.') && number.starts_with(digit) && tail.starts_with([' ', '\u{3000}']);
    if dotted { behind(tail) } else { tail.strip_prefix(['、', '．', ')', '）']).map_or(0, behind) }
}

#[cfg(test)]
mod tests {
    use super::numbering;

    #[test]
    fn a_number_before_a_heading_is_no_part_of_it() {
        for (heading, rest) in [
            ("1. Results", " Results"),
            ("3.1 成效", " 成效"),
            ("三、成效", "成效"),
            ("（二）做法", "做法"),
            ("(2) Approach", " Approach"),
            ("第四章 启示", " 启示"),
            ("12 steps", "12 steps"),
            ("十二级台阶", "十二级台阶"),
            ("2024年的差距", "2024年的差距"),
            ("3.5%", "3.5%"),
            ("成效", "成效"),
            ("", ""),
        ] {
            assert_eq!(&heading[numbering(heading)..], rest, "{heading}");
        }
    }
}
