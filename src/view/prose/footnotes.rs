//! Footnotes: numbered as they are met, and gathered at the end of the text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use crate::base::Span;
use crate::base::escape;
use crate::read::markdown::{Element, Item};

use super::Setting;

/// The footnotes of a text, and the marks met so far.
pub(super) struct Footnotes {
    /// What each footnote holds, as a stretch of the text's items, by its label in lower case.
    notes: BTreeMap<String, Range<usize>>,
    /// The same by where they begin, to be passed over where they stand.
    ends: BTreeMap<usize, usize>,
    /// Those that a mark led to, in order.
    met: Vec<Met>,
    numbers: BTreeMap<String, usize>,
}

/// A footnote that a mark led to.
struct Met {
    content: Range<usize>,
    marks: usize,
}

impl Footnotes {
    /// The footnotes among `items`. Of two with one label the first counts.
    pub(super) fn find(items: &[(Item<'_>, Span)]) -> Self {
        let mut found =
            Self { notes: BTreeMap::new(), ends: BTreeMap::new(), met: Vec::new(), numbers: BTreeMap::new() };
        let mut open = Vec::new();
        for (i, (item, _)) in items.iter().enumerate() {
            match item {
                Item::Start(Element::Footnote(label)) => open.push(Some((i, label))),
                Item::Start(_) => open.push(None),
                Item::End => {
                    if let Some((start, label)) = open.pop().flatten() {
                        found.ends.insert(start, i);
                        found.notes.entry(label.to_lowercase()).or_insert(start + 1..i);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// Where the footnote ends that begins at item `start`.
    pub(super) fn end(&self, start: usize) -> usize {
        self.ends.get(&start).copied().unwrap_or(start)
    }

    /// Takes note of a mark: the number of its footnote, and how many marks have led there, this one
    /// included; `None` if there is no such footnote.
    pub(super) fn meet(&mut self, label: &str) -> Option<(usize, usize)> {
        let label = label.to_lowercase();
        let number = if let Some(number) = self.numbers.get(&label) {
            *number
        } else {
            let content = self.notes.get(&label)?.clone();
            self.met.push(Met { content, marks: 0 });
            self.numbers.insert(label, self.met.len());
            self.met.len()
        };
        let met = &mut self.met[number - 1];
        met.marks += 1;
        Some((number, met.marks))
    }

    /// What the footnote of that number holds, if one has been met.
    pub(super) fn content(&self, number: usize) -> Option<Range<usize>> {
        self.met.get(number - 1).map(|met| met.content.clone())
    }

    /// Appends the footnotes; `bodies` is what each of them holds, as HTML.
    pub(super) fn push(&self, bodies: &[String], setting: &dyn Setting, out: &mut String) {
        if bodies.is_empty() {
            return;
        }
        out.push_str("<section class=\"footnotes\" aria-label=\"");
        escape::push(out, setting.words("prose_footnotes"));
        out.push_str("\">\n<ol>\n");
        for (i, (body, met)) in bodies.iter().zip(&self.met).enumerate() {
            let number = i + 1;
            let _ = write!(out, "<li id=\"fn-{number}\">");
            // The way back stands in the last line, not under it.
            let (body, close) =
                body.strip_suffix("</p>\n").map_or((body.as_str(), ""), |body| (body, "</p>\n"));
            out.push_str(body);
            for mark in 1..=met.marks {
                let id = mark_id(number, mark);
                let label =
                    setting.words("prose_footnote_back").replace("{}", id.trim_start_matches("fnref-"));
                let _ = write!(
                    out,
                    " <a class=\"footnote-back\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\""
                );
                escape::push(out, &label);
                // Without the selector some systems show an emoji.
                out.push_str("\">\u{21A9}\u{FE0E}</a>");
            }
            out.push_str(close);
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n</section>\n");
    }
}

/// The anchor of a mark.
pub(super) fn mark_id(number: usize, mark: usize) -> String {
    if mark == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{mark}") }
}
