//! What figures are held against, where it is not one and the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::{Finding, Once, Use};
use crate::base::{Id, Period};
use crate::measure::benchmark::peers_by_period;
use crate::measure::statistic;
use crate::model::{Benchmark, Casebook, Pick};

/// The peers that have a value, by period, of each computed statistic; found when it is asked for.
pub(super) struct Peers<'a> {
    book: &'a Casebook,
    known: BTreeMap<&'a Id, OnceLock<ByPeriod<'a>>>,
}

type ByPeriod<'a> = BTreeMap<Period, Vec<&'a Id>>;

impl<'a> Peers<'a> {
    pub(super) fn of(book: &'a Casebook) -> Self {
        let computed = book.benchmarks.values().filter(|benchmark| benchmark.kind.is_computed());
        Self { book, known: computed.map(|benchmark| (&benchmark.id, OnceLock::new())).collect() }
    }

    /// `None` where the benchmark is no computed statistic.
    fn by_period(&self, benchmark: &'a Benchmark) -> Option<&ByPeriod<'a>> {
        let indicator = self.book.indicators.get(&benchmark.indicator)?;
        let find = || {
            let known = peers_by_period(benchmark, indicator, &self.book.enterprises, benchmark.currency);
            let ids = |peers: Vec<(&'a Id, _)>| peers.into_iter().map(|(id, _)| id).collect();
            known.into_iter().map(|(at, peers)| (at, ids(peers))).collect()
        };
        Some(self.known.get(&benchmark.id)?.get_or_init(find))
    }
}

/// A place that holds figures against a benchmark at some periods.
type Held<'u, 'a> = (&'u Use<'a>, &'a Id, &'u [Period]);

pub(super) fn find<'a, 'b>(book: &'b Casebook, uses: &[Use<'a>], peers: &Peers<'b>) -> Vec<Finding<'a>> {
    let mut held: BTreeMap<(&Id, bool), Vec<Held<'_, 'a>>> = BTreeMap::new();
    for shown in uses {
        if let Some((id, at)) = &shown.benchmark {
            held.entry(shown.subject()).or_default().push((shown, id, at));
        }
    }
    let mut findings = Vec::new();
    for ((indicator, _), held) in held {
        findings.extend(several(indicator, &held));
        let mut once = Once::new();
        for (shown, id, _) in &held {
            let Some(benchmark) = book.benchmarks.get(*id).filter(|_| once.is_new(*id)) else { continue };
            let at = held.iter().filter(|(_, other, _)| other == id).flat_map(|(_, _, at)| *at).copied();
            if let Some((then, now)) = changed(benchmark, &at.collect(), peers) {
                let (indicator, benchmark) = (indicator.clone(), benchmark.id.clone());
                let pick = Pick::PeersChanged { indicator, benchmark, then, now };
                findings.push(Finding { path: shown.path, span: shown.span, pick });
            }
        }
    }
    findings
}

/// One indicator against several benchmarks: told where the first other than the one set for it stands.
fn several<'a>(indicator: &Id, held: &[Held<'_, 'a>]) -> Option<Finding<'a>> {
    let benchmarks: BTreeSet<&Id> = held.iter().map(|(_, id, _)| *id).collect();
    if benchmarks.len() < 2 {
        return None;
    }
    let other = |(shown, id, _): &&Held<'_, '_>| shown.figures.benchmarks.get(indicator) != Some(id);
    let (shown, ..) = held.iter().find(other)?;
    let benchmarks = benchmarks.into_iter().cloned().collect();
    let pick = Pick::SeveralBenchmarks { indicator: indicator.clone(), benchmarks };
    Some(Finding { path: shown.path, span: shown.span, pick })
}

/// Two of the periods shown between which the peers of a computed statistic change, each with their number. Nothing
/// where the benchmark says how far it can be compared.
fn changed<'b>(
    benchmark: &'b Benchmark,
    shown: &BTreeSet<Period>,
    peers: &Peers<'b>,
) -> Option<((Period, usize), (Period, usize))> {
    if benchmark.comparability.is_some() || shown.len() < 2 {
        return None;
    }
    let by_period = peers.by_period(benchmark)?;
    let mut there = shown.iter().filter_map(|at| Some((*at, by_period.get(at)?)));
    let mut there = there.by_ref().filter(|(_, peers)| peers.len() >= statistic::FEWEST);
    let (first, before) = there.next()?;
    let (other, after) = there.find(|(_, peers)| *peers != before)?;
    Some(((first, before.len()), (other, after.len())))
}
