//! `indicators.yaml` in the folder of an enterprise or a case: observations, targets, and which benchmark applies.

use super::Spanned;
use crate::base::{Decimal, Id, Localized, Moment, Period, SourcePath, Span};
use crate::model::{Basis, Currency, TargetPath};

/// All figures of one subject as the file gives them.
#[derive(Clone, Debug)]
pub struct FiguresDraft {
    /// The file.
    pub path: SourcePath,
    /// Whose figures these are.
    pub subject: Subject,
    /// The currency of its money figures.
    pub currency: Option<Spanned<Currency>>,
    /// What was observed, each indicator once, in the order of the file.
    pub observations: Vec<SeriesDraft>,
    /// What is aimed at, each indicator once.
    pub targets: Vec<TargetDraft>,
    /// The benchmark of each indicator: indicator, benchmark. Each indicator once.
    pub benchmarks: Vec<(Spanned<Id>, Spanned<Id>)>,
}

/// Whose figures a file holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// Those of the enterprise of that id.
    Enterprise(Id),
    /// Those of the case of that id.
    Case(Id),
}

/// One indicator over time.
#[derive(Clone, Debug)]
pub struct SeriesDraft {
    /// The indicator.
    pub indicator: Spanned<Id>,
    /// Where the file scales the figures, if it does: makes sense for money and counts only.
    pub scale: Option<Span>,
    /// In the order of the file, each period once.
    pub observations: Vec<ObservationDraft>,
}

/// One indicator at one period.
#[derive(Clone, Debug)]
pub struct ObservationDraft {
    /// The period.
    pub period: Spanned<Period>,
    /// The figure, or why there is none.
    pub figure: Spanned<Figure>,
    /// How sure it is; the file's default applied.
    pub basis: Basis,
    /// Where it comes from; the file's default applied, with the place of the default.
    pub source: Option<Spanned<Id>>,
    /// Something a reader should know about it.
    pub note: Option<Localized<String>>,
}

/// A figure, or why there is none. Scale is applied.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Figure {
    /// In the indicator's unit.
    Known(Decimal),
    /// Nobody has it.
    NotAvailable,
    /// Never to be published: what the file says is checked and forgotten here.
    Confidential,
    /// Not to be published before a moment.
    Embargoed {
        /// That moment.
        until: Moment,
        /// The figure, in the indicator's unit; `None` if nobody has it.
        value: Option<Decimal>,
    },
}

/// What is aimed at for one indicator.
#[derive(Clone, Debug)]
pub struct TargetDraft {
    /// The indicator.
    pub indicator: Spanned<Id>,
    /// The period whose value the way starts from.
    pub baseline: Option<Spanned<Period>>,
    /// The values to be reached, scale applied, at least one, each period once.
    pub values: Vec<(Spanned<Period>, Spanned<Decimal>)>,
    /// How the way runs.
    pub path: TargetPath,
    /// Where it is written down; the file's default applied.
    pub source: Option<Spanned<Id>>,
    /// Where the file scales the values, if it does.
    pub scale: Option<Span>,
}
