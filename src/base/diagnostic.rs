//! What is wrong, and where. Values only: nobody prints below the command line.

use serde::{Deserialize, Serialize};

use super::lang::Lang;
use super::path::SourcePath;
use super::problem::Problem;
use super::words;

/// A stretch of a file, in bytes from its start.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

impl Span {
    /// From byte positions. Files over 4 GiB are refused long before this.
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |n| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: fit(start), end: fit(end) }
    }

    /// As a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The same stretch, `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A stretch of a certain file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The file.
    pub file: SourcePath,
    /// Where in it; empty at 0 for the file as a whole.
    pub span: Span,
}

impl Place {
    /// A stretch of `file`.
    pub fn new(file: &SourcePath, span: Span) -> Self {
        Self { file: file.clone(), span }
    }

    /// `file` as a whole.
    pub fn whole(file: &SourcePath) -> Self {
        Self::new(file, Span::default())
    }
}

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Severity {
    /// The site cannot be published like this.
    Error,
    /// It can, but somebody should look.
    Warning,
    /// Worth knowing; nothing to mend.
    Note,
}

/// One problem at one place.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Where.
    pub place: Place,
    /// What.
    pub problem: Problem,
}

impl Diagnostic {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// What a user of `lang` is told.
    pub fn say(&self, lang: Lang) -> words::Saying {
        words::say(&self.problem, lang)
    }

    /// Sorts by file, then place, then code.
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        self.place.cmp(&other.place).then_with(|| self.problem.code().cmp(other.problem.code()))
    }
}

/// Problems as they are found.
#[derive(Clone, Default, Debug, Serialize, Deserialize)]
pub struct Notes {
    problems: Vec<Diagnostic>,
    /// What nobody who tells of them may quote.
    hushed: Vec<Place>,
}

impl Notes {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn add(&mut self, place: Place, problem: Problem) {
        self.problems.push(Diagnostic { place, problem });
    }

    /// Remembers that reports may not quote what stands at `place`.
    pub fn hush(&mut self, place: Place) {
        self.hushed.push(place);
    }

    /// What reports may not quote.
    pub fn hushed(&self) -> &[Place] {
        &self.hushed
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Notes) {
        self.problems.extend(other.problems);
        self.hushed.extend(other.hushed);
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|d| d.severity() == Severity::Error)
    }

    /// The files of its errors.
    pub fn files_with_errors(&self) -> impl Iterator<Item = &SourcePath> {
        self.problems.iter().filter(|d| d.severity() == Severity::Error).map(|d| &d.place.file)
    }

    /// Forgets what was noticed in files.
    pub fn forget(&mut self, is_of: impl Fn(&SourcePath) -> bool) {
        self.problems.retain(|d| !is_of(&d.place.file));
        self.hushed.retain(|place| !is_of(&place.file));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.problems.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.iter()
    }

    /// All of them, sorted by file and place, each once.
    ///
    /// A problem with what is hushed does not quote it either.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.hushed.sort();
        for diagnostic in &mut self.problems {
            let Place { file, span } = &diagnostic.place;
            let first = self.hushed.partition_point(|hushed| hushed.file < *file);
            let mut of_file = self.hushed[first..].iter().take_while(|hushed| hushed.file == *file);
            if of_file.any(|hushed| hushed.span.start < span.end && span.start < hushed.span.end) {
                diagnostic.problem.hush();
            }
        }
        self.problems.sort_by(Diagnostic::order);
        self.problems.dedup();
        self.problems
    }
}

/// A value, and everything that was noticed on the way to it.
#[derive(Clone, Debug)]
pub struct Noted<T> {
    /// The value.
    pub value: T,
    /// What was noticed.
    pub notes: Notes,
}
