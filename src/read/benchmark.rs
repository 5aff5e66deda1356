//! `content/benchmarks/<id>.yaml`: what a figure is held against.

use std::collections::BTreeMap;

use super::Spanned;
use crate::base::{Decimal, Id, Localized, Period, SourcePath, Span};
use crate::model::{BenchmarkKind, Currency};

/// A benchmark as its file gives it.
#[derive(Clone, Debug)]
pub struct BenchmarkDraft {
    /// The file.
    pub path: SourcePath,
    /// From the file's name.
    pub id: Id,
    /// Where its values come from. The peers in it are those of `peers`.
    pub kind: BenchmarkKind,
    /// The peers of a peer statistic, with their places.
    pub peers: Vec<Spanned<Id>>,
    /// The indicator it is for.
    pub indicator: Spanned<Id>,
    /// How readers see it.
    pub label: Localized<String>,
    /// The industry it holds for.
    pub industry: Option<Spanned<Id>>,
    /// Its values, scale applied; for a ladder the bounds of the best band. Empty for `own-past`, and for a
    /// peer statistic that is to be computed.
    pub values: BTreeMap<Period, Spanned<Decimal>>,
    /// Where the file scales its values, if it does: makes sense for money and counts only.
    pub scale: Option<Span>,
    /// The currency of money values.
    pub currency: Option<Spanned<Currency>>,
    /// Where it is written down.
    pub source: Option<Spanned<Id>>,
    /// How far the comparison carries.
    pub comparability: Option<Localized<String>>,
}
