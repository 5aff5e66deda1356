//! Vocabularies, indicators and benchmarks: what everything else refers to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Linker, Sorted};
use crate::base::problem::Kind;
use crate::base::{Id, Localized, Place, Problem, Span};
use crate::measure;
use crate::model::{
    Benchmark, BenchmarkKind, Casebook, Enterprise, Indicator, Term, Terms, Unit, Vocabulary,
};
use crate::read::{BenchmarkDraft, VocabularyKind};

pub(super) fn vocabulary(sorted: &mut Sorted) -> Vocabulary {
    let mut words = Vocabulary::default();
    for draft in std::mem::take(&mut sorted.vocabularies) {
        let terms = Terms::new(draft.terms.into_iter().map(|t| t.value).collect());
        match draft.kind {
            VocabularyKind::Industries => words.industries = terms,
            VocabularyKind::Regions => words.regions = terms,
            VocabularyKind::Areas => words.areas = terms,
            VocabularyKind::Systems => words.systems = terms,
            VocabularyKind::Abilities => words.abilities = terms,
            VocabularyKind::Stages => words.stages = terms,
            VocabularyKind::Tags => words.tags = terms,
        }
    }
    words.glossary =
        std::mem::take(&mut sorted.glossary).into_iter().flat_map(|d| d.entries).map(|e| e.value).collect();
    words
}

pub(super) fn indicators(linker: &mut Linker, sorted: &mut Sorted) -> BTreeMap<Id, Indicator> {
    let mut all = BTreeMap::new();
    for draft in std::mem::take(&mut sorted.indicators) {
        let (names, notes) = (&linker.names, &mut linker.notes);
        let area = draft.area.filter(|a| names.check(notes, &draft.path, Kind::Area, a));
        let supersedes = draft.supersedes.filter(|s| {
            if s.value == draft.id {
                notes.add(
                    Place::new(&draft.path, s.span),
                    Problem::ReferenceToItself { id: s.value.to_string() },
                );
                return false;
            }
            names.check(notes, &draft.path, Kind::Indicator, s)
        });
        let indicator = Indicator {
            id: draft.id.clone(),
            name: draft.name,
            short: draft.short,
            definition: draft.definition,
            formula: draft.formula,
            unit: draft.unit,
            decimals: draft.decimals,
            direction: draft.direction,
            can_be_negative: draft.can_be_negative,
            aggregation: draft.aggregation,
            area: area.map(|a| a.value),
            supersedes: supersedes.map(|s| s.value),
        };
        all.insert(draft.id, indicator);
    }
    all
}

pub(super) fn benchmarks(
    linker: &mut Linker,
    drafts: Vec<BenchmarkDraft>,
    indicators: &BTreeMap<Id, Indicator>,
) -> BTreeMap<Id, Benchmark> {
    let mut all = BTreeMap::new();
    for draft in drafts {
        let (names, notes) = (&linker.names, &mut linker.notes);
        let known = names.check(notes, &draft.path, Kind::Indicator, &draft.indicator);
        let industry = draft.industry.filter(|i| names.check(notes, &draft.path, Kind::Industry, i));
        let source = draft.source.filter(|s| names.check(notes, &draft.path, Kind::Source, s));
        let peers = names.known_all(notes, &draft.path, Kind::Enterprise, &draft.peers);
        let Some(indicator) = indicators.get(&draft.indicator.value).filter(|_| known) else { continue };
        if let Some(span) = draft.scale.filter(|_| !can_be_scaled(&indicator.unit)) {
            let problem = Problem::ScaleMisplaced { indicator: indicator.id.to_string() };
            notes.add(Place::new(&draft.path, span), problem);
        }
        if !indicator.can_be_negative {
            for value in draft.values.values().filter(|v| v.value.is_sign_negative() && !v.value.is_zero()) {
                let problem = Problem::ValueNegative { indicator: indicator.id.to_string() };
                notes.add(Place::new(&draft.path, value.span), problem);
            }
        }
        if let BenchmarkKind::Ladder { bands } = &draft.kind {
            for (period, value) in &draft.values {
                let leads_down =
                    bands.get(period).is_some_and(|b| measure::ladder::leads_down(b, &indicator.direction));
                if leads_down {
                    notes.add(Place::new(&draft.path, value.span), Problem::BandsUnordered);
                }
            }
        }
        let kind = match draft.kind {
            BenchmarkKind::PeerStatistic { statistic, computed, .. } => {
                BenchmarkKind::PeerStatistic { statistic, peers, computed }
            }
            other => other,
        };
        all.insert(
            draft.id.clone(),
            Benchmark {
                id: draft.id,
                kind,
                indicator: draft.indicator.value,
                label: draft.label,
                industry: industry.map(|i| i.value),
                values: draft.values.into_iter().map(|(period, value)| (period, value.value)).collect(),
                currency: draft.currency.map(|c| c.value),
                source: source.map(|s| s.value),
                locator: draft.locator,
                comparability: draft.comparability,
            },
        );
    }
    all
}

/// Whether figures of this unit are ever written in thousands or ten thousands.
pub(super) fn can_be_scaled(unit: &Unit) -> bool {
    match unit {
        Unit::Currency | Unit::CurrencyPerPerson | Unit::Count | Unit::Named(_) => true,
        Unit::Percent | Unit::Ratio => false,
    }
}

/// The peers that files name for statistics to be computed, and where.
pub(super) struct Peers(BTreeMap<Id, (usize, Place)>);

impl Peers {
    pub(super) fn of(drafts: &[BenchmarkDraft]) -> Self {
        let computed = drafts.iter().filter(|draft| draft.kind.is_computed());
        let place = |draft: &BenchmarkDraft| {
            let ends = draft.peers.first().zip(draft.peers.last());
            let span =
                ends.map_or(draft.indicator.span, |(a, z)| Span { start: a.span.start, end: z.span.end });
            (draft.id.clone(), (draft.peers.len(), Place::new(&draft.path, span)))
        };
        Self(computed.map(place).collect())
    }
}

/// Computes the peer statistics that no file gives values for, once the peers' public figures are known. A peer whose
/// own files have errors is none: it is left out of the casebook, and what it withholds may be among the errors.
pub(super) fn complete_peers(
    linker: &mut Linker,
    benchmarks: &mut BTreeMap<Id, Benchmark>,
    indicators: &BTreeMap<Id, Indicator>,
    enterprises: &BTreeMap<Id, Arc<Enterprise>>,
    named: &Peers,
) {
    for benchmark in benchmarks.values_mut() {
        if let BenchmarkKind::PeerStatistic { peers, computed: true, .. } = &mut benchmark.kind
            && let Some(indicator) = indicators.get(&benchmark.indicator)
        {
            peers.retain(|peer| !linker.names.is_faulty_enterprise(peer));
            let all_are_sound = named.0.get(&benchmark.id).filter(|(count, _)| *count == peers.len());
            let currency = peers.iter().find_map(|p| enterprises.get(p)?.figures.currency);
            benchmark.values = measure::benchmark::peer_values(benchmark, indicator, enterprises, currency);
            if let Some((_, place)) = all_are_sound.filter(|_| benchmark.values.is_empty()) {
                let known = measure::benchmark::peers_by_period(benchmark, indicator, enterprises, currency);
                let most = known.values().map(Vec::len).max().unwrap_or(0);
                let (indicator, fewest) = (indicator.id.to_string(), measure::statistic::FEWEST);
                let problem = Problem::BenchmarkOfFewPeers { indicator, most, fewest };
                linker.notes.add(place.clone(), problem);
            }
            // From now on it is money of that currency, and never held against another.
            benchmark.currency = benchmark.currency.or(currency).filter(|_| indicator.unit.is_money());
        }
    }
}

/// Adds the tags that cases use without a name: a tag is free, its id is name enough.
pub(super) fn name_used_tags(book: &mut Casebook) {
    let mut terms: Vec<Term> = book.vocabulary.tags.iter().cloned().collect();
    let mut used: Vec<&Id> = book.cases.values().flat_map(|c| &c.tags).collect();
    used.sort();
    used.dedup();
    for id in used {
        if book.vocabulary.tags.get(id).is_none() {
            let words = id.as_str().replace('-', " ");
            let name = Localized::new(book.site.languages.iter().map(|l| (*l, words.clone())).collect())
                .expect("a site has at least one language");
            terms.push(Term { id: id.clone(), name, description: None, parent: None, period: None });
        }
    }
    book.vocabulary.tags = Terms::new(terms);
}
