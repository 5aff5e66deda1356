//! One file → one draft, with every problem in it. Sees one file at a time, so it can run in parallel.

pub mod benchmark;
pub mod bridge;
pub mod case;
mod chart_block;
pub mod enterprise;
mod fields;
pub mod figures;
pub mod file;
mod front_matter;
pub mod hush;
mod indicator;
mod localized;
pub mod markdown;
pub mod media;
mod origin;
pub mod passage;
pub mod prose;
mod reader;
pub mod role;
mod scale;
pub mod schema;
pub mod site;
pub mod source;
#[cfg(test)]
mod testing;
mod values;
pub mod vocabulary;
mod yaml;

pub use benchmark::BenchmarkDraft;
pub use bridge::BridgeDraft;
pub use case::{CaseDraft, ContributionDraft, ImageDraft, ReasonDraft, Status};
pub use enterprise::EnterpriseDraft;
pub use figures::{Embargo, Figure, FiguresDraft, ObservationDraft, SeriesDraft, Subject, TargetDraft};
pub use indicator::IndicatorDraft;
pub use prose::{ChartDraft, Owner, ProseDraft};
pub use role::{Role, role};
pub use site::{Checks, SiteDraft};
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::testing::{context, told};
    use super::{Context, read, read_site};
    use crate::base::SourcePath;

    /// One file of every role.
    const PATHS: [&str; 12] = [
        "casebook.yaml",
        "content/vocabulary/industries.yaml",
        "content/vocabulary/stages.yaml",
        "content/vocabulary/glossary.yaml",
        "content/indicators/a.yaml",
        "content/benchmarks/a.yaml",
        "content/sources/a.yaml",
        "content/enterprises/a/enterprise.yaml",
        "content/enterprises/a/indicators.yaml",
        "content/cases/a/case.yaml",
        "content/cases/a/zh.md",
        "content/pages/a/en.md",
    ];

    /// Reads `bytes` as every kind of file. Every problem must stand inside the file, on whole characters.
    fn read_as_anything(bytes: &[u8]) {
        for path in PATHS {
            let path = SourcePath::new(path);
            for notes in [read_site(&path, bytes).notes, read(&path, bytes, &context()).notes] {
                for diagnostic in notes.iter() {
                    let span = diagnostic.place.span.range();
                    let inside = match std::str::from_utf8(bytes) {
                        Ok(text) => text.get(span.clone()).is_some(),
                        Err(_) => span.end <= bytes.len(),
                    };
                    assert!(inside, "{path} {diagnostic:?}");
                }
            }
        }
    }

    #[test]
    fn a_file_that_nothing_reads_is_told_and_a_foreign_one_is_not() {
        assert_eq!(told("content/indicators/roe.yml", "x"), ["file-unknown 1 «»"]);
        assert_eq!(told("content/indicators/ROE.yaml", "x"), ["id-malformed 1 «»"]);
        assert_eq!(told("content/cases/heat/media/a.png", "\u{0}"), [""; 0]);
        assert_eq!(told("README.md", "x"), [""; 0]);
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read() {
        let yaml = "a: 1\n".repeat(60_000);
        assert_eq!(told("content/indicators/roe.yaml", &yaml), ["file-too-large 1 «»"]);
        let markdown = "---\ntitle: 长\n---\n".to_owned() + &"字".repeat(100_000);
        assert_eq!(told("content/pages/a/zh.md", &markdown), [""; 0]);
    }

    #[test]
    fn bombs_and_towers_come_to_nothing() {
        for bomb in [
            "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n".to_owned(),
            "[".repeat(10_000),
            "{a: ".repeat(10_000),
            "- ".repeat(10_000),
            "? ".repeat(10_000),
            "\"".to_owned() + &"\\".repeat(200_000),
            (0..30_000).map(|n| format!("k{n}: 1")).collect::<Vec<_>>().join("\n"),
            "k: 1\n".repeat(20_000),
            "a: ".to_owned() + &"x: ".repeat(50_000),
            "a: |\n".to_owned() + &" x\n".repeat(60_000),
            "---\n".repeat(50_000),
            "#\n".repeat(100_000),
            "&a ".repeat(50_000),
            "a: ".to_owned() + &"!t ".repeat(50_000),
            "\u{feff}".repeat(80_000),
        ] {
            let begun = std::time::Instant::now();
            read_as_anything(bomb.as_bytes());
            assert!(begun.elapsed().as_secs() < 20, "{}…", &bomb[..20.min(bomb.len())]);
        }
    }

    #[test]
    fn a_broken_site_leaves_its_content_readable() {
        let text = "title: { zh: 甲, en: A }\nkind: news\n";
        let read = read(&SourcePath::new("content/sources/a.yaml"), text.as_bytes(), &Context::default());
        assert!(read.notes.is_empty() && read.value.is_some());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            read_as_anything(&bytes);
        }

        #[test]
        fn no_yaml_makes_it_panic(
            keys in proptest::collection::vec(
                (
                    "(kind|name|id|title|values|observations|targets|unit|direction|bands|areas|images|scale|languages|period|withheld|value)",
                    "(zh|en|2024|~|\\{\\}|\\[\\]|\\[a, b\\]|\\{ zh: 一 \\}|\\{ 2024: 1 \\}|\\{ roe: \\{ 2024: \\{ value: x \\} \\} \\}|project|ladder|enterprise|-1e5|'x'|hold|：)",
                ),
                0..8,
            )
        ) {
            let text = keys.iter().map(|(key, value)| format!("{key}: {value}\n")).collect::<Vec<_>>().concat();
            read_as_anything(text.as_bytes());
            read_as_anything(format!("---\n{text}---\n```chart\n{text}```\n").as_bytes());
        }
    }
}
