//! One file → one draft, with every problem in it. Sees one file at a time, so it can run in parallel.

pub mod benchmark;
pub mod case;
pub mod enterprise;
pub mod figures;
pub mod indicator;
pub mod prose;
pub mod role;
pub mod site;
pub mod source;
pub mod vocabulary;

pub use benchmark::BenchmarkDraft;
pub use case::{CaseDraft, ContributionDraft, ImageDraft, Status};
pub use enterprise::EnterpriseDraft;
pub use figures::{Figure, FiguresDraft, ObservationDraft, SeriesDraft, Subject, TargetDraft};
pub use indicator::IndicatorDraft;
pub use prose::{ChartDraft, Owner, ProseDraft};
pub use role::Role;
pub use site::SiteDraft;
pub use source::SourceDraft;
pub use vocabulary::{GlossaryDraft, VocabularyDraft, VocabularyKind};

use crate::base::{Lang, Span};

/// A value and where it stands in its file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// What one file must know of the others: only what `casebook.yaml` says.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The site's languages. Empty if they could not be read: then every language is taken as it comes.
    pub languages: Vec<Lang>,
}

/// What one content file says.
#[derive(Clone, Debug)]
pub enum Draft {
    /// The words of one kind.
    Vocabulary(VocabularyDraft),
    /// The glossary.
    Glossary(GlossaryDraft),
    /// An indicator.
    Indicator(IndicatorDraft),
    /// A benchmark.
    Benchmark(BenchmarkDraft),
    /// A source.
    Source(SourceDraft),
    /// An enterprise.
    Enterprise(EnterpriseDraft),
    /// The figures of an enterprise or case.
    Figures(FiguresDraft),
    /// The facts of a case.
    Case(CaseDraft),
    /// The text of a case or page in one language.
    Prose(ProseDraft),
}
