//! All sentences said to a user about problems: one catalogue per language.

mod en;
mod quote;
mod slip;
mod zh;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use super::diagnostic::Severity;
use super::lang::Lang;
use super::problem::{Kind, Problem};

/// What is said about one problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saying {
    /// What is wrong, in one plain sentence.
    pub message: String,
    /// A few words beside the marked text; may be empty.
    pub label: String,
    /// What to do next.
    pub help: String,
}

impl Saying {
    fn new(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Self {
        Self { message: message.into(), label: label.into(), help: help.into() }
    }
}

/// How many problems there are, for the line under a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// Problems that keep the site from being published.
    pub errors: usize,
    /// Problems that somebody should look at.
    pub warnings: usize,
    /// Things worth knowing.
    pub notes: usize,
    /// Files that have one of them.
    pub files: usize,
}

/// What a user of `lang` is told about `problem`: in Chinese if they read Chinese, else in English.
pub fn say(problem: &Problem, lang: Lang) -> Saying {
    if lang.is_chinese() { zh::say(problem) } else { en::say(problem) }
}

/// How bad a problem is, in one word.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    if lang.is_chinese() { zh::severity(severity) } else { en::severity(severity) }
}

/// The word before what to do next.
pub fn help(lang: Lang) -> &'static str {
    if lang.is_chinese() { "建议" } else { "help" }
}

/// How much there is to mend, in one line.
pub fn summary(count: Count, lang: Lang) -> String {
    if lang.is_chinese() { zh::summary(count) } else { en::summary(count) }
}

/// The file or folder in which a thing of that kind and id is written down.
fn home(kind: Kind, id: &str) -> String {
    match kind {
        Kind::Indicator => format!("content/indicators/{id}.yaml"),
        Kind::Benchmark => format!("content/benchmarks/{id}.yaml"),
        Kind::Source => format!("content/sources/{id}.yaml"),
        Kind::Enterprise => format!("content/enterprises/{id}/enterprise.yaml"),
        Kind::Case => format!("content/cases/{id}/case.yaml"),
        Kind::Page => format!("content/pages/{id}/"),
        Kind::Industry => "content/vocabulary/industries.yaml".to_owned(),
        Kind::Region => "content/vocabulary/regions.yaml".to_owned(),
        Kind::Area => "content/vocabulary/areas.yaml".to_owned(),
        Kind::System => "content/vocabulary/systems.yaml".to_owned(),
        Kind::Ability => "content/vocabulary/abilities.yaml".to_owned(),
        Kind::Stage => "content/vocabulary/stages.yaml".to_owned(),
        Kind::Tag => "content/vocabulary/tags.yaml".to_owned(),
        Kind::GlossaryEntry => "content/vocabulary/glossary.yaml".to_owned(),
    }
}
