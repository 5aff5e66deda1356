//! Which figures rest on which source.

use std::collections::BTreeMap;

use crate::base::Id;
use crate::model::{Benchmark, Case, Casebook, Enterprise, Figures, Series};

/// What rests on one source.
#[derive(Clone, Debug, Default)]
pub struct Support<'a> {
    /// How many published figures: values, targets, and the values of benchmarks.
    pub figures: usize,
    /// Whose they are: benchmarks, then enterprises, then cases, each by id.
    pub by: Vec<Supported<'a>>,
}

/// Something with figures that rest on a source.
#[derive(Clone, Copy, Debug)]
pub enum Supported<'a> {
    /// A benchmark.
    Benchmark(&'a Benchmark),
    /// An enterprise.
    Enterprise(&'a Enterprise),
    /// A case with figures of its own.
    Case(&'a Case),
}

/// What rests on each source that anything rests on.
pub(super) fn of(book: &Casebook) -> BTreeMap<&Id, Support<'_>> {
    let mut found: BTreeMap<&Id, Support<'_>> = BTreeMap::new();
    let mut add = |source, figures: usize, by| {
        let support = found.entry(source).or_default();
        support.figures += figures;
        support.by.push(by);
    };
    for benchmark in book.benchmarks.values() {
        if let Some(source) = &benchmark.source {
            add(source, benchmark.values.len(), Supported::Benchmark(benchmark));
        }
    }
    for enterprise in book.enterprises.values() {
        for (source, figures) in tally(&enterprise.figures) {
            add(source, figures, Supported::Enterprise(enterprise));
        }
    }
    for case in book.cases.values() {
        for (source, figures) in tally(&case.figures) {
            add(source, figures, Supported::Case(case));
        }
    }
    found
}

/// How many figures of one subject rest on each of its sources.
fn tally(figures: &Figures) -> BTreeMap<&Id, usize> {
    let mut counts = BTreeMap::new();
    let observed = figures.observations.values().flat_map(Series::values);
    for observation in observed.filter(|observation| observation.value.known().is_some()) {
        if let Some(source) = &observation.source {
            *counts.entry(source).or_default() += 1;
        }
    }
    for target in figures.targets.values() {
        if let Some(source) = &target.source {
            *counts.entry(source).or_default() += target.values.len();
        }
    }
    for bridge in figures.bridges.values() {
        if let Some(source) = &bridge.source {
            *counts.entry(source).or_default() += bridge.parts.len();
        }
    }
    counts
}
