//! Whose figures a chart shows.

use crate::base::{Id, Lang, Localized};
use crate::measure::benchmark::{self, BenchmarkSeries};
use crate::model::{Case, Casebook, Enterprise, Figures, Series};

/// An enterprise, or a case with figures of its own.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The casebook.
    pub book: &'a Casebook,
    /// The figures.
    pub figures: &'a Figures,
    /// The enterprise they belong to, directly or through a case.
    pub enterprise: &'a Enterprise,
    /// The case, where the figures are its own.
    pub case: Option<&'a Case>,
}

impl<'a> Subject<'a> {
    /// An enterprise.
    pub fn enterprise(book: &'a Casebook, enterprise: &'a Enterprise) -> Self {
        Self { book, figures: &enterprise.figures, enterprise, case: None }
    }

    /// Whoever a case speaks of for `indicator`: itself, else its enterprise.
    pub fn of_case(book: &'a Casebook, case: &'a Case, indicator: &Id) -> Self {
        let enterprise = book.enterprise(&case.enterprise);
        if case.figures.observations.contains_key(indicator) {
            Self { book, figures: &case.figures, enterprise, case: Some(case) }
        } else {
            Self::enterprise(book, enterprise)
        }
    }

    /// The name on charts. A project's own figures are the enterprise's too: the case's title would be too long.
    pub fn label(&self, lang: Lang) -> &'a str {
        let label: &'a Localized<String> = self.enterprise.label();
        label.text(lang)
    }

    /// Its figures for an indicator, if it has one at least.
    pub fn series(&self, indicator: &Id) -> Option<&'a Series> {
        self.figures.observations.get(indicator).filter(|s| s.values().any(|o| o.value.known().is_some()))
    }

    /// The benchmark set for it.
    pub fn benchmark(&self, indicator: &Id) -> Option<BenchmarkSeries<'a>> {
        benchmark::series(self.book, self.figures, indicator)
    }
}
