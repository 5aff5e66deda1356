//! What has errors is left out, and with it what cannot stand without it.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};

use super::Asked;
use crate::base::{Id, Localized, SourcePath};
use crate::measure::{self, Comparisons, answer, assertion};
use crate::model::{BenchmarkKind, Casebook, Claim, Series, Text};
use crate::read::Owner;
use crate::read::markdown::Assert;

/// Leaves out what has errors. A text that is left out may take its case along, and with it figures that another text
/// quotes.
pub(super) fn faulty(book: &mut Casebook, faulty: &BTreeSet<&SourcePath>, asked: &[Asked]) {
    files(book, faulty);
    while !faulty.is_empty() {
        let untrue = untrue(book, asked);
        if untrue.is_empty() {
            break;
        }
        files(book, &untrue.iter().collect());
    }
}

/// Takes out what these files say, and what cannot stand without it.
fn files(book: &mut Casebook, faulty: &BTreeSet<&SourcePath>) {
    let file = |text: String| faulty.contains(&SourcePath::from(text));
    book.indicators.retain(|id, _| !file(format!("content/indicators/{id}.yaml")));
    book.sources.retain(|id, _| !file(format!("content/sources/{id}.yaml")));
    let indicators = &book.indicators;
    book.benchmarks.retain(|id, b| {
        !file(format!("content/benchmarks/{id}.yaml")) && indicators.contains_key(&b.indicator)
    });
    book.enterprises.retain(|id, _| {
        !file(format!("content/enterprises/{id}/enterprise.yaml"))
            && !file(format!("content/enterprises/{id}/indicators.yaml"))
    });
    let enterprises = &book.enterprises;
    book.cases.retain(|id, case| {
        let folder = format!("content/cases/{id}");
        let is_whole = |text: &Text| !faulty.contains(&text.prose.path);
        if !case.texts.iter().all(|(_, text)| is_whole(text)) {
            let whole = case.texts.iter().filter(|(_, text)| is_whole(text));
            let Some(texts) = Localized::new(whole.map(|(lang, text)| (lang, text.clone())).collect()) else {
                return false;
            };
            Arc::make_mut(case).texts = texts;
        }
        !file(format!("{folder}/case.yaml"))
            && !file(format!("{folder}/indicators.yaml"))
            && enterprises.contains_key(&case.enterprise)
    });
    book.pages.retain(|_, page| page.texts.iter().all(|(_, text)| !faulty.contains(&text.prose.path)));
    drop_dangling(book);
}

/// The texts that ask something which has no answer in `book`, or that say something else in their own words than it does,
/// because what they speak of has been left out.
fn untrue(book: &Casebook, asked: &[Asked]) -> BTreeSet<SourcePath> {
    let comparisons = Comparisons::of(book);
    let untrue = asked.iter().filter(|asked| is_published(book, asked) && !holds(&comparisons, asked));
    untrue.map(|asked| asked.path.clone()).collect()
}

fn is_published(book: &Casebook, asked: &Asked) -> bool {
    let texts = match &asked.owner {
        Owner::Case(id) => book.cases.get(id).map(|case| &case.texts),
        Owner::Page(id) => book.pages.get(id).map(|page| &page.texts),
    };
    texts.is_some_and(|texts| texts.iter().any(|(_, text)| text.prose.path == asked.path))
}

/// Whether every figure of a text is in the data as it is told.
fn holds(comparisons: &Comparisons<'_>, asked: &Asked) -> bool {
    let case = match &asked.owner {
        Owner::Case(id) => comparisons.book().cases.get(id).map(|case| &**case),
        Owner::Page(_) => None,
    };
    let answer = |claim: &Claim| answer::resolve(comparisons, case, claim);
    let is_so = |assert: &Assert| {
        let figure = answer(&assert.claim.value);
        figure.is_ok_and(|figure| assertion::check(&assert.said.value, &figure, asked.lang).is_ok())
    };
    asked.claims.iter().all(|claim| answer(&claim.value).is_ok()) && asked.asserts.iter().all(is_so)
}

/// Removes every reference to something that was left out, so that each id in a casebook leads somewhere.
fn drop_dangling(book: &mut Casebook) {
    let Casebook { site, indicators, benchmarks, sources, enterprises, cases, .. } = book;
    site.core_indicators.retain(|id| indicators.contains_key(id));
    let defined: BTreeSet<Id> = indicators.keys().cloned().collect();
    for indicator in indicators.values_mut() {
        indicator.supersedes.take_if(|id| !defined.contains(id));
    }
    for benchmark in benchmarks.values_mut() {
        benchmark.source.take_if(|id| !sources.contains_key(id));
        let BenchmarkKind::PeerStatistic { peers, computed, .. } = &mut benchmark.kind else { continue };
        let (count, is_computed) = (peers.len(), *computed);
        peers.retain(|id| enterprises.contains_key(id));
        // What is computed from those who have gone says something of them.
        if is_computed && peers.len() < count {
            let indicator = indicators.get(&benchmark.indicator);
            let values = indicator.map(|indicator| {
                measure::benchmark::peer_values(benchmark, indicator, enterprises, benchmark.currency)
            });
            benchmark.values = values.unwrap_or_default();
        }
    }
    let of_enterprises =
        enterprises.par_iter_mut().map(|(_, enterprise)| &mut Arc::make_mut(enterprise).figures);
    let of_cases = cases.par_iter_mut().map(|(_, case)| &mut Arc::make_mut(case).figures);
    of_enterprises.chain(of_cases).for_each(|figures| {
        figures.observations.retain(|id, _| indicators.contains_key(id));
        figures.targets.retain(|id, _| indicators.contains_key(id));
        figures.benchmarks.retain(|id, b| indicators.contains_key(id) && benchmarks.contains_key(b));
        for observation in figures.observations.values_mut().flat_map(Series::values_mut) {
            observation.source.take_if(|id| !sources.contains_key(id));
        }
        for target in figures.targets.values_mut() {
            target.source.take_if(|id| !sources.contains_key(id));
        }
        figures.bridges.retain(|id, _| indicators.contains_key(id));
        for bridge in figures.bridges.values_mut() {
            bridge.source.take_if(|id| !sources.contains_key(id));
        }
    });
    let remaining: BTreeSet<Id> = cases.keys().cloned().collect();
    for case in cases.values_mut().map(Arc::make_mut) {
        case.partners.retain(|id| enterprises.contains_key(id));
        case.related.retain(|id| remaining.contains(id));
        case.indicators.retain(|id| indicators.contains_key(id));
        case.contributions.retain(|c| indicators.contains_key(&c.indicator));
        for reason in &mut case.reasons {
            reason.picks.retain(|pick| {
                pick.rests_on(|id| indicators.contains_key(id), |id| benchmarks.contains_key(id))
            });
        }
        case.reasons.retain(|reason| !reason.picks.is_empty());
    }
    super::text::drop_missing(book);
}
