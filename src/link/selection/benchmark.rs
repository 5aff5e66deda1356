//! What figures are held against, where it is not one and the same.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Once, Use};
use crate::base::{Id, Period};
use crate::measure::benchmark::peers_by_period;
use crate::measure::statistic;
use crate::model::{Benchmark, BenchmarkKind, Casebook, Pick};

/// The peers that have a value, by period, of each computed statistic that was asked for.
#[derive(Default)]
pub(super) struct Peers(BTreeMap<Id, BTreeMap<Period, Vec<Id>>>);

/// A place that holds figures against a benchmark at some periods.
type Held<'u, 'a> = (&'u Use<'a>, &'a Id, &'u [Period]);

pub(super) fn find<'a>(book: &Casebook, uses: &[Use<'a>], peers: &mut Peers) -> Vec<Finding<'a>> {
    let mut held: BTreeMap<&Id, Vec<Held<'_, 'a>>> = BTreeMap::new();
    for shown in uses {
        if let Some((id, at)) = &shown.benchmark {
            held.entry(shown.indicator).or_default().push((shown, id, at));
        }
    }
    let mut findings = Vec::new();
    for (indicator, held) in held {
        findings.extend(several(indicator, &held));
        let mut once = Once::new();
        for (shown, id, _) in &held {
            let Some(benchmark) = book.benchmarks.get(*id).filter(|_| once.is_new(*id)) else { continue };
            let at = held.iter().filter(|(_, other, _)| other == id).flat_map(|(_, _, at)| *at).copied();
            if let Some((then, now)) = changed(book, benchmark, &at.collect(), peers) {
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
fn changed(
    book: &Casebook,
    benchmark: &Benchmark,
    shown: &BTreeSet<Period>,
    peers: &mut Peers,
) -> Option<((Period, usize), (Period, usize))> {
    let computed = matches!(benchmark.kind, BenchmarkKind::PeerStatistic { computed: true, .. });
    if !computed || benchmark.comparability.is_some() || shown.len() < 2 {
        return None;
    }
    let indicator = book.indicators.get(&benchmark.indicator)?;
    let by_period = peers.0.entry(benchmark.id.clone()).or_insert_with(|| {
        let known = peers_by_period(benchmark, indicator, &book.enterprises, benchmark.currency);
        let ids = |peers: Vec<(&Id, _)>| peers.into_iter().map(|(id, _)| id.clone()).collect();
        known.into_iter().map(|(at, peers)| (at, ids(peers))).collect()
    });
    let mut there = shown.iter().filter_map(|at| Some((*at, by_period.get(at)?)));
    let mut there = there.by_ref().filter(|(_, peers)| peers.len() >= statistic::FEWEST);
    let (first, before) = there.next()?;
    let (other, after) = there.find(|(_, peers)| *peers != before)?;
    Some(((first, before.len()), (other, after.len())))
}
