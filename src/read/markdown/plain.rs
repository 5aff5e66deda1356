//! A text without its markup.

use super::item::{Element, Item};
use super::parse::{Parsed, parse};
use crate::base::Span;
use crate::model::{Claim, Heading};

/// The words of the text that begins at byte `body_at` of `file`, one block a line, without markup,
/// comments, charts and pictures. `claim` says what a reader sees in place of a figure asked for.
pub fn plain(file: &str, body_at: usize, claim: impl Fn(&Claim) -> String) -> String {
    let mut out = String::with_capacity(file.len().saturating_sub(body_at));
    write(&parse(file, body_at).items, &Shown { claim: &claim, caption: None }, &mut out);
    out.truncate(out.trim_end().len());
    out
}

/// What stands under one heading of a text, or before the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading; `None` for what stands before the first.
    pub heading: Option<Heading>,
    /// The words under it, one block a line.
    pub words: String,
}

/// The words of a text like those of [`plain`], section by section, with the captions of pictures, and of charts as
/// `caption` says them by their number in the text.
pub fn sections(
    file: &str,
    body_at: usize,
    claim: impl Fn(&Claim) -> String,
    caption: impl Fn(usize) -> String,
) -> Vec<Section> {
    let shown = Shown { claim: &claim, caption: Some(&caption) };
    let Parsed { items, headings, .. } = parse(file, body_at);
    let mut headings = headings.into_iter();
    let mut sections = Vec::new();
    let is_heading = |(item, _): &(Item<'_>, Span)| matches!(item, Item::Start(Element::Heading(_)));
    let mut rest = items.as_slice();
    let mut heading = None;
    loop {
        let end = rest.iter().position(is_heading).unwrap_or(rest.len());
        let mut words = String::new();
        write(&rest[..end], &shown, &mut words);
        words.truncate(words.trim_end().len());
        if heading.is_some() || !words.is_empty() {
            sections.push(Section { heading, words });
        }
        let Some(next) = headings.next() else { return sections };
        heading = Some(next.value);
        // Its own words are known: they end where as much has ended as began.
        rest = &rest[end..];
        let mut open = 0_usize;
        let end = rest.iter().position(|(item, _)| {
            open += usize::from(matches!(item, Item::Start(_)));
            open -= usize::from(matches!(item, Item::End));
            open == 0
        });
        rest = &rest[end.map_or(rest.len(), |end| end + 1)..];
    }
}

/// The words of one line, without markup and without the figures that are not known yet.
pub(super) fn line(items: &[(Item<'_>, Span)]) -> String {
    let mut out = String::new();
    write(items, &Shown { claim: &|_| String::new(), caption: None }, &mut out);
    out.truncate(out.trim_end().len());
    out
}

/// What a reader sees in place of what a text asks for.
struct Shown<'f> {
    /// For a figure.
    claim: &'f dyn Fn(&Claim) -> String,
    /// Above a chart, by its number; where captions are no words of the text, nothing.
    caption: Option<&'f dyn Fn(usize) -> String>,
}

fn write(items: &[(Item<'_>, Span)], shown: &Shown<'_>, out: &mut String) {
    // For each open element, whether it is a block of its own.
    let mut open = Vec::new();
    for (item, _) in items {
        match item {
            Item::Start(element) => {
                let is_block = !matches!(
                    element,
                    Element::Emphasis | Element::Strong | Element::Deleted | Element::Link { .. }
                );
                open.push(is_block);
                if is_block {
                    end_line(out);
                }
            }
            Item::End => {
                if open.pop() == Some(true) {
                    end_line(out);
                }
            }
            Item::Text(words) | Item::Code(words) | Item::NoFigure(words) => out.push_str(words),
            Item::Assertion(assertion) => out.push_str(&assertion.said),
            Item::CodeBlock { code, .. } => {
                end_line(out);
                out.push_str(code);
            }
            Item::SoftBreak | Item::HardBreak => out.push(' '),
            Item::Claim(asked) => out.push_str(&(shown.claim)(asked)),
            Item::Image { title: Some(title), .. } if shown.caption.is_some() => own_line(out, title),
            Item::Chart(number) => own_line(out, &shown.caption.map_or_else(String::new, |of| of(*number))),
            Item::Rule | Item::Image { .. } | Item::FootnoteMark(_) => {}
        }
    }
}

fn own_line(out: &mut String, words: &str) {
    if !words.is_empty() {
        end_line(out);
        out.push_str(words);
        end_line(out);
    }
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}
