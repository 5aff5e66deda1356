//! Where the evidence of a figure stands: the anchors of rows, and the way to them from any page.
//!
//! Like every anchor of ours they have a dot, which no heading of an author has.

use std::fmt::Write as _;

use crate::base::{Id, Period};
use crate::model::{Benchmark, BenchmarkKind, Bridge, Case, Casebook, Enterprise};
use crate::plan::PageId;
use crate::view::desk::Seat;
use crate::view::figure::Subject;

/// What a page is about: the figures that its anchors need not name by their subject.
#[derive(Clone, Copy)]
pub enum Home<'a> {
    /// A case: its own figures, and for indicators of which it has none, those of its enterprise.
    Case(&'a Case),
    /// An enterprise.
    Enterprise(&'a Enterprise),
    /// No one in particular.
    Nobody,
}

impl<'a> Home<'a> {
    /// What a page is about.
    pub fn of(book: &'a Casebook, page: &PageId) -> Self {
        match page {
            PageId::Case(id) => book.cases.get(id).map_or(Self::Nobody, |case| Self::Case(case)),
            PageId::Enterprise(id) => {
                book.enterprises.get(id).map_or(Self::Nobody, |enterprise| Self::Enterprise(enterprise))
            }
            _ => Self::Nobody,
        }
    }

    /// Whose figures the page means for an indicator.
    pub fn subject(self, book: &'a Casebook, indicator: &Id) -> Option<Subject<'a>> {
        match self {
            Self::Case(case) => Some(Subject::of_case(book, case, indicator)),
            Self::Enterprise(enterprise) => Some(Subject::enterprise(book, enterprise)),
            Self::Nobody => None,
        }
    }

    /// What made up the change of an indicator, as the page tells it.
    pub fn bridge(self, book: &'a Casebook, indicator: &Id) -> Option<&'a Bridge> {
        match self {
            Self::Case(case) => book.bridge_of(case, indicator),
            Self::Enterprise(enterprise) => enterprise.figures.bridges.get(indicator),
            Self::Nobody => None,
        }
    }

    /// Whether these are the figures that the page means for an indicator.
    pub fn is(self, subject: Subject<'_>, indicator: &Id) -> bool {
        match (self, subject.case) {
            (Self::Case(home), Some(case)) => home.id == case.id,
            (Self::Case(home), None) => {
                home.enterprise == subject.enterprise.id && !home.figures.observations.contains_key(indicator)
            }
            (Self::Enterprise(home), None) => home.id == subject.enterprise.id,
            (Self::Enterprise(_), Some(_)) | (Self::Nobody, _) => false,
        }
    }
}

/// The anchor of all evidence for an indicator: `evidence.roe`, of others `evidence.hualan-steel.roe`.
pub fn block(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id) -> String {
    named("evidence", seat, subject, indicator)
}

/// The way to all evidence for an indicator, on the page that is about its subject.
pub fn block_href(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id) -> String {
    if seat.home.is(subject, indicator) { format!("#evidence.{indicator}") } else { String::new() }
}

/// What the anchors of a subject's rows begin with: `figure.roe`, of others `figure.hualan-steel.roe`.
pub fn stem(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id) -> String {
    named("figure", seat, subject, indicator)
}

/// The anchor of a period's row, which stands under the same stem: `figure.roe.2024`.
pub fn row(stem: &str, period: Period) -> String {
    let mut out = String::with_capacity(stem.len() + ".2024-h1.target".len());
    out.push_str(stem);
    out.push('.');
    // Writing to a string cannot fail.
    let _ = write!(out, "{period}");
    out[stem.len()..].make_ascii_lowercase();
    out
}

/// The anchor of a target's row.
pub fn target_row(stem: &str, period: Period) -> String {
    row(stem, period) + ".target"
}

/// The anchor of what is said about a rank.
pub fn rank_row(stem: &str, period: Period) -> String {
    row(stem, period) + ".rank"
}

/// The anchor of what is said about the parts of a change.
pub fn bridge_row(stem: &str) -> String {
    format!("{stem}.bridge")
}

/// The anchor of a benchmark's value at a period, on the page of its indicator.
pub fn benchmark_row(benchmark: &Id, period: Period) -> String {
    row(&format!("benchmark.{benchmark}"), period)
}

/// The way to a row of an enterprise from any page: on this page where it is about that enterprise, else on its own.
pub fn href(seat: &Seat<'_, '_>, enterprise: &Enterprise, indicator: &Id, period: Period) -> String {
    let mut href = if seat.home.is(Subject::enterprise(seat.book(), enterprise), indicator) {
        String::new()
    } else {
        seat.href(&PageId::Enterprise(enterprise.id.clone()))
    };
    href.push('#');
    href.push_str(&row(&home_stem(indicator), period));
    href
}

/// The way to the value that a benchmark has for a subject: to the subject's row where it is the one set for it and the
/// page is about it, for its own past to that period, else to the page of the indicator. Empty where it has none there.
pub fn benchmark_href(
    seat: &Seat<'_, '_>,
    subject: Option<Subject<'_>>,
    benchmark: &Benchmark,
    period: Period,
) -> String {
    let indicator = &benchmark.indicator;
    let here = subject.filter(|subject| seat.home.is(*subject, indicator));
    let is_set = |subject: &Subject<'_>| subject.figures.benchmarks.get(indicator) == Some(&benchmark.id);
    match (&benchmark.kind, here) {
        (BenchmarkKind::OwnPast { period: past }, Some(_)) => {
            format!("#{}", row(&home_stem(indicator), *past))
        }
        (_, Some(subject)) if is_set(&subject) => format!("#{}", row(&home_stem(indicator), period)),
        _ if benchmark.values.contains_key(&period) => {
            let page = seat.href(&PageId::Indicator(indicator.clone()));
            format!("{page}#{}", benchmark_row(&benchmark.id, period))
        }
        _ => String::new(),
    }
}

/// What the anchors of an indicator begin with on the page that is about its subject.
pub fn home_stem(indicator: &Id) -> String {
    format!("figure.{indicator}")
}

fn named(kind: &str, seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id) -> String {
    if seat.home.is(subject, indicator) {
        return format!("{kind}.{indicator}");
    }
    let whose = subject.case.map_or(&subject.enterprise.id, |case| &case.id);
    format!("{kind}.{whose}.{indicator}")
}
