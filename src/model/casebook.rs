//! Everything a site says, checked and linked.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    Benchmark, Bridge, Case, Enterprise, Figures, Indicator, Media, Page, Site, Source, Text, Vocabulary,
};
use crate::base::{Id, Localized, SourcePath};

/// A whole casebook. Every id in it leads to something in it.
#[derive(Clone, Debug)]
pub struct Casebook {
    /// What holds for every page.
    pub site: Site,
    /// The words it is sorted by.
    pub vocabulary: Vocabulary,
    /// What is measured.
    pub indicators: BTreeMap<Id, Indicator>,
    /// What figures are held against.
    pub benchmarks: BTreeMap<Id, Benchmark>,
    /// Where figures come from.
    pub sources: BTreeMap<Id, Source>,
    /// The enterprises.
    pub enterprises: BTreeMap<Id, Arc<Enterprise>>,
    /// The cases that are shown.
    pub cases: BTreeMap<Id, Arc<Case>>,
    /// Free pages.
    pub pages: BTreeMap<Id, Page>,
    /// The pictures that pages show.
    pub media: BTreeMap<SourcePath, Media>,
}

impl Casebook {
    /// Every text, of cases and of free pages, in each language.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let cases = self.cases.values().map(|case| &case.texts);
        let pages = self.pages.values().map(|page| &page.texts);
        cases.chain(pages).flat_map(Localized::iter).map(|(_, text)| text)
    }

    /// The enterprise of that id.
    pub fn enterprise(&self, id: &Id) -> &Enterprise {
        self.enterprises.get(id).expect("a linked casebook has every enterprise it names")
    }

    /// The indicator of that id.
    pub fn indicator(&self, id: &Id) -> &Indicator {
        self.indicators.get(id).expect("a linked casebook has every indicator it names")
    }

    /// The benchmark that `figures` are held against for `indicator`.
    pub fn benchmark(&self, figures: &Figures, indicator: &Id) -> Option<&Benchmark> {
        let id = figures.benchmarks.get(indicator)?;
        Some(self.benchmarks.get(id).expect("a linked casebook has every benchmark it names"))
    }

    /// The benchmark that most of `among` are held against for an indicator; the first by id where several are even.
    pub fn usual_benchmark(&self, indicator: &Id, among: &[&Enterprise]) -> Option<&Benchmark> {
        let mut uses: BTreeMap<&Id, usize> = BTreeMap::new();
        for id in among.iter().filter_map(|e| e.figures.benchmarks.get(indicator)) {
            *uses.entry(id).or_default() += 1;
        }
        let (id, _) = uses.into_iter().rev().max_by_key(|(_, n)| *n)?;
        self.benchmarks.get(id)
    }

    /// The figures that a case speaks of for `indicator`: its own, else its enterprise's.
    pub fn figures_of<'a>(&'a self, case: &'a Case, indicator: &Id) -> &'a Figures {
        if case.figures.observations.contains_key(indicator) {
            &case.figures
        } else {
            &self.enterprise(&case.enterprise).figures
        }
    }

    /// What made up the change of an indicator that a case speaks of: as itself tells it, else as its enterprise does,
    /// where the figures are the enterprise's.
    pub fn bridge_of<'a>(&'a self, case: &'a Case, indicator: &Id) -> Option<&'a Bridge> {
        let own = case.figures.bridges.get(indicator);
        own.or_else(|| self.figures_of(case, indicator).bridges.get(indicator))
    }
}
