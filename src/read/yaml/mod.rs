//! YAML with places: a tree in which every value knows where it stands, and no part of YAML that could surprise.
//!
//! A tree rather than `serde`, because deserialising stops at the first wrong value and an author wants to see all
//! of them at once.

mod fault;
#[cfg(test)]
mod tests;
mod tree;

use std::borrow::Cow;

use crate::base::Span;
use crate::base::problem::Shape;
pub(super) use tree::parse;

/// Deepest nesting of lists and mappings.
pub(super) const MAX_DEPTH: usize = 32;

/// Most values in a file, keys not counted.
pub(super) const MAX_NODES: usize = 20_000;

/// A value and where it stands.
///
/// A list or mapping in brackets stands where its brackets do, any other where its first entry does: a marker under
/// forty lines shows nothing. A value that is left out stands where its key does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node<'a> {
    /// Where it stands.
    pub(super) span: Span,
    /// What it is.
    pub(super) value: Value<'a>,
}

/// What a YAML value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<'a> {
    /// Nothing, `~` or `null`.
    Null,
    /// Text, a number, a date: what it means is for the reader of the key to say.
    Scalar {
        /// Without quotes, escapes resolved.
        text: Cow<'a, str>,
        /// Whether it is quoted or a block of text, so that it cannot be meant as a number.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping.
    Mapping(Mapping<'a>),
    /// Something refused and already reported, to be passed over in silence.
    Refused,
}

/// Keys with their values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mapping<'a> {
    /// In the order of the file, each key once.
    pub(super) entries: Vec<Entry<'a>>,
    /// Whether all of its keys are here. Where one was refused, that has been reported, and nobody can say that a
    /// key is missing.
    pub(super) whole: bool,
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    /// The key.
    pub(super) key: Cow<'a, str>,
    /// Where the key stands.
    pub(super) key_span: Span,
    /// Its value.
    pub(super) node: Node<'a>,
}

impl Node<'_> {
    /// What an author would say this is.
    pub(super) fn shape(&self) -> Shape {
        match &self.value {
            Value::Null | Value::Refused => Shape::Null,
            Value::Scalar { quoted: true, .. } => Shape::Text,
            Value::Scalar { text, .. } if matches!(&**text, "true" | "false") => Shape::YesNo,
            Value::Scalar { text, .. } if crate::base::number::parse(text).is_some() => Shape::Number,
            Value::Scalar { .. } => Shape::Text,
            Value::List(_) => Shape::List,
            Value::Mapping(_) => Shape::Mapping,
        }
    }
}
