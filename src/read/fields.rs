//! A mapping read key by key: strict about every key, and never stopping at the first wrong one.

use super::reader::Reader;
use super::yaml::{Entry, Node, Value};
use crate::base::nearest::nearest;
use crate::base::problem::{Shape, YamlFault};
use crate::base::{Problem, Span};

/// The keys of a mapping that is being read. [`Fields::finish`] must be called when every key has been asked for.
pub(super) struct Fields<'n, 'a> {
    entries: &'n [Entry<'a>],
    /// Where a missing key is reported.
    span: Span,
    asked: Vec<&'static str>,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// The keys of `node`, if it is a mapping; otherwise that is reported.
    pub(super) fn of(node: &'n Node<'a>, r: &mut Reader<'_>) -> Option<Self> {
        Self::of_shape(node, Shape::Mapping, r)
    }

    /// The same for a place where a mapping is one of several possible shapes.
    pub(super) fn of_shape(node: &'n Node<'a>, expected: Shape, r: &mut Reader<'_>) -> Option<Self> {
        let entries = entries(node, expected, r)?;
        Some(Self { entries, span: node.span, asked: Vec::with_capacity(16) })
    }

    /// The value of a key that must be there. `None` if it is missing or could not be read: then it is reported.
    pub(super) fn required<T>(
        &mut self,
        key: &'static str,
        r: &mut Reader<'_>,
        how: impl FnOnce(&'n Node<'a>, &mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        let Some(node) = self.ask(key) else {
            r.report(self.span, Problem::KeyMissing { key });
            return None;
        };
        how(node, r)
    }

    /// The value of a key that may be left out. `None` if it is, or if it could not be read: then it is reported.
    pub(super) fn optional<T>(
        &mut self,
        key: &'static str,
        r: &mut Reader<'_>,
        how: impl FnOnce(&'n Node<'a>, &mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        how(self.ask(key)?, r)
    }

    /// The node of a key, which counts as asked for from now on.
    pub(super) fn ask(&mut self, key: &'static str) -> Option<&'n Node<'a>> {
        self.asked.push(key);
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }

    /// Reports every key that nobody asked for, except those that would be known if more could be read.
    pub(super) fn finish_without(mut self, excused: &[&'static str], r: &mut Reader<'_>) {
        self.asked.extend_from_slice(excused);
        self.finish(r);
    }

    /// Reports every key that nobody asked for.
    pub(super) fn finish(self, r: &mut Reader<'_>) {
        for entry in self.entries {
            if !self.asked.iter().any(|asked| *asked == entry.key) {
                r.report(entry.key_span, key_unknown(&entry.key, &self.asked));
            }
        }
    }
}

/// The problem of a key that is none of `known`.
pub(super) fn key_unknown(key: &str, known: &[&'static str]) -> Problem {
    Problem::KeyUnknown {
        key: key.to_owned(),
        suggestion: nearest(key, known.iter().copied()),
        known: known.to_vec(),
    }
}

/// The entries of `node`, if it is a mapping; otherwise that is reported, as an `expected` that is not there.
pub(super) fn entries<'n, 'a>(
    node: &'n Node<'a>,
    expected: Shape,
    r: &mut Reader<'_>,
) -> Option<&'n [Entry<'a>]> {
    match &node.value {
        Value::Mapping(entries) => Some(entries),
        Value::Scalar { quoted: false, .. } if colon(node, r).is_some() => {
            let span = colon(node, r)?;
            r.report(span, Problem::YamlMalformed { fault: YamlFault::Colon });
            None
        }
        _ => wrong(node, expected, r),
    }
}

/// Reports that `node` is not what was expected.
pub(super) fn wrong<T>(node: &Node<'_>, expected: Shape, r: &mut Reader<'_>) -> Option<T> {
    if node.value != Value::Refused {
        r.report(node.span, Problem::TypeWrong { expected, found: node.shape() });
    }
    None
}

/// Where text that should have been a mapping has the colon that made it text: `名称：华岚` or `zh:华岚`.
fn colon(node: &Node<'_>, r: &Reader<'_>) -> Option<Span> {
    let source = r.text.get(node.span.range())?;
    let at = source.find('：').or_else(|| source.find(':').filter(|at| !source[*at..].starts_with("://")))?;
    let start = node.span.start as usize + at;
    Some(Span::new(start, start + source[at..].chars().next().map_or(0, char::len_utf8)))
}
