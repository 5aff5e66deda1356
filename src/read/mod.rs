//! One file → one draft, with every problem in it. Sees one file at a time, so it can run in parallel.

pub mod benchmark;
pub mod case;
mod chart_block;
pub mod enterprise;
mod fields;
pub mod figures;
pub mod file;
mod front_matter;
pub mod indicator;
mod localized;
pub mod markdown;
pub mod media;
pub mod prose;
mod reader;
pub mod role;
mod scale;
pub mod site;
pub mod source;
mod values;
pub mod vocabulary;
mod yaml;

pub use benchmark::BenchmarkDraft;
pub use case::{CaseDraft, ContributionDraft, ImageDraft, Status};
pub use enterprise::EnterpriseDraft;
pub use figures::{Figure, FiguresDraft, ObservationDraft, SeriesDraft, Subject, TargetDraft};
pub use indicator::IndicatorDraft;
pub use prose::{ChartDraft, Owner, ProseDraft};
pub use role::{Role, role};
pub use site::SiteDraft;
pub use source::SourceDraft;
pub use vocabulary::{GlossaryDraft, VocabularyDraft, VocabularyKind};

use crate::base::{Lang, Noted, Notes, Place, Problem, SourcePath, Span};
use reader::Reader;

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

/// Reads `casebook.yaml`. First of all files, because the others are in the languages that it names.
pub fn read_site(path: &SourcePath, bytes: &[u8]) -> Noted<Option<SiteDraft>> {
    read_text(path, bytes, file::MAX_YAML, &Context::default(), site::read)
}

/// Reads any other file of the sources.
///
/// There is a draft as long as everything that must be there could be read, whatever else is wrong: so that what it
/// refers to is checked in the same run. There is none for pictures and for files that are nothing of ours, with
/// which nothing is wrong.
pub fn read(path: &SourcePath, bytes: &[u8], context: &Context) -> Noted<Option<Draft>> {
    let yaml = file::MAX_YAML;
    match role(path) {
        Role::Vocabulary(kind) => {
            read_text(path, bytes, yaml, context, |r| vocabulary::read(kind, r).map(Draft::Vocabulary))
        }
        Role::Glossary => {
            read_text(path, bytes, yaml, context, |r| vocabulary::read_glossary(r).map(Draft::Glossary))
        }
        Role::Indicator(id) => {
            read_text(path, bytes, yaml, context, |r| indicator::read(id, r).map(Draft::Indicator))
        }
        Role::Benchmark(id) => {
            read_text(path, bytes, yaml, context, |r| benchmark::read(id, r).map(Draft::Benchmark))
        }
        Role::Source(id) => read_text(path, bytes, yaml, context, |r| source::read(id, r).map(Draft::Source)),
        Role::Enterprise(id) => {
            read_text(path, bytes, yaml, context, |r| enterprise::read(id, r).map(Draft::Enterprise))
        }
        Role::Figures(subject) => {
            read_text(path, bytes, yaml, context, |r| figures::read(subject, r).map(Draft::Figures))
        }
        Role::Case(id) => read_text(path, bytes, yaml, context, |r| case::read(id, r).map(Draft::Case)),
        Role::Prose(_, lang) if !context.languages.is_empty() && !context.languages.contains(&lang) => {
            nothing(path, Some(localized::language_unknown(lang.as_str(), &context.languages)))
        }
        Role::Prose(owner, lang) => read_text(path, bytes, file::MAX_MARKDOWN, context, |r| {
            prose::read(owner, lang, r).map(Draft::Prose)
        }),
        Role::Misnamed { name, suggestion } => {
            nothing(path, Some(Problem::IdMalformed { text: name, suggestion }))
        }
        Role::Unknown { suggestion } => nothing(path, Some(Problem::FileUnknown { suggestion })),
        Role::Site | Role::Logo(_) | Role::Media(_) | Role::Foreign => nothing(path, None),
    }
}

fn read_text<T>(
    path: &SourcePath,
    bytes: &[u8],
    limit: usize,
    context: &Context,
    how: impl FnOnce(&mut Reader<'_>) -> Option<T>,
) -> Noted<Option<T>> {
    let mut notes = Notes::new();
    let Some(text) = file::text(path, bytes, limit, &mut notes) else {
        return Noted { value: None, notes };
    };
    let mut reader = Reader::new(path, text, context);
    let value = how(&mut reader);
    Noted { value, notes: reader.notes }
}

fn nothing(path: &SourcePath, problem: Option<Problem>) -> Noted<Option<Draft>> {
    let mut notes = Notes::new();
    if let Some(problem) = problem {
        notes.add(Place::whole(path), problem);
    }
    Noted { value: None, notes }
}
