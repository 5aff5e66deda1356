//! Which figures a page has to account for, and on which row of its evidence a claim rests.

use std::collections::{BTreeMap, BTreeSet};

use super::place;
use crate::base::{Id, Period};
use crate::measure::answer::{self, Resolved};
use crate::measure::write::{Notation, period_label};
use crate::measure::{benchmark, gap, series};
use crate::model::{Ask, Benchmark, Case, Claim, Text};
use crate::view::desk::Seat;
use crate::view::figure::Subject;

/// The figures that a page has to account for.
#[derive(Default)]
pub struct Needed<'a> {
    /// Indicators of what the page is about, in this order: all there is of them.
    pub(super) own: Vec<Id>,
    /// What the text names besides: by the subject's id, none for what the page is about, and by indicator.
    pub(super) named: BTreeMap<(Option<Id>, Id), Named<'a>>,
}

/// What a text names of one indicator of one subject.
pub(super) struct Named<'a> {
    pub(super) subject: Subject<'a>,
    /// Periods whose values bear a claim.
    pub(super) periods: BTreeSet<Period>,
    /// Periods whose targets are claimed.
    pub(super) targets: BTreeSet<Period>,
    /// Periods whose ranks are claimed.
    pub(super) ranks: BTreeSet<Period>,
    /// Benchmarks that charts show instead of the one that is set.
    pub(super) benchmarks: BTreeMap<Id, &'a Benchmark>,
}

impl<'a> Needed<'a> {
    /// All there is of these indicators.
    pub fn all(indicators: Vec<Id>) -> Self {
        Self { own: indicators, named: BTreeMap::new() }
    }

    /// Adds all there is of an indicator, after those that are there.
    pub fn add(&mut self, indicator: &Id) {
        if !self.own.contains(indicator) {
            self.own.push(indicator.clone());
        }
    }

    /// Adds what a text names: in its claims and in its charts. `case` is the case it tells, if it tells one.
    pub fn add_text(&mut self, seat: &Seat<'_, 'a>, case: Option<&'a Case>, text: &'a Text) {
        let comparisons = &seat.desk.comparisons;
        for claim in &text.claims {
            // A claim without an answer is an error of the text, which is then not published.
            let Ok(resolved) = answer::resolve(comparisons, case, claim) else { continue };
            let subject = Subject::answering(seat.book(), resolved.whose);
            let named = self.named(seat, subject, &claim.indicator);
            match claim.ask {
                Ask::Target(at) => drop(named.targets.insert(at)),
                Ask::Rank(at) => drop(named.ranks.insert(at)),
                _ => named.periods.extend(ends(subject, claim)),
            }
        }
        let Some(case) = case else { return };
        for chart in &text.charts {
            for id in &chart.indicators {
                self.add(id);
                let other = chart.benchmark.as_ref().and_then(|b| seat.book().benchmarks.get(b));
                let subject = Subject::of_case(seat.book(), case, id);
                if let Some(other) = other.filter(|b| subject.figures.benchmarks.get(id) != Some(&b.id)) {
                    self.named(seat, subject, id).benchmarks.insert(other.id.clone(), other);
                }
            }
        }
    }

    /// What is named of an indicator of a subject. Of what the page is about, all figures are shown anyway.
    fn named(&mut self, seat: &Seat<'_, 'a>, subject: Subject<'a>, indicator: &Id) -> &mut Named<'a> {
        let whose = if seat.home.is(subject, indicator) {
            self.add(indicator);
            None
        } else {
            Some(subject.case.map_or(&subject.enterprise.id, |case| &case.id).clone())
        };
        self.named.entry((whose, indicator.clone())).or_insert_with(|| Named {
            subject,
            periods: BTreeSet::new(),
            targets: BTreeSet::new(),
            ranks: BTreeSet::new(),
            benchmarks: BTreeMap::new(),
        })
    }
}

/// The anchor of the row that a claim rests on: of two periods, the later.
pub fn row_of(seat: &Seat<'_, '_>, claim: &Claim, resolved: &Resolved<'_>) -> String {
    let subject = Subject::answering(seat.book(), resolved.whose);
    let stem = place::stem(seat, subject, &claim.indicator);
    match claim.ask {
        Ask::Target(at) => place::target_row(&stem, at),
        Ask::Rank(at) => place::rank_row(&stem, at),
        _ => place::row(&stem, resolved.period),
    }
}

/// What a claim that speaks of a way or a distance lies between, in words: `2021 6.2% → 2024 9.4%`.
pub fn ends_of(seat: &Seat<'_, '_>, claim: &Claim, resolved: &Resolved<'_>) -> Option<String> {
    let figures = resolved.whose.figures();
    let notation = Notation::of(resolved.indicator, resolved.currency, seat.lang);
    let series = figures.observations.get(&claim.indicator)?;
    let at = |period| {
        let value = notation.value(series::at(series, period)?);
        Some(format!("{} {value}", period_label(period, seat.lang)))
    };
    match claim.ask {
        Ask::Change(from, to) | Ask::Growth(from, to) | Ask::Multiple(from, to) => {
            Some(format!("{} → {}", at(from)?, at(to)?))
        }
        Ask::Gap(period) => {
            let benchmark = benchmark::series(seat.book(), figures, &claim.indicator)?;
            let held_against = notation.value(benchmark.at(period)?);
            Some(format!("{} · {} {held_against}", at(period)?, benchmark.label(seat.lang)))
        }
        Ask::Value(_) | Ask::GapClosed(_) | Ask::Benchmark(_) | Ask::Target(_) | Ask::Rank(_) => None,
    }
}

/// The periods at both ends of what a claim says.
fn ends(subject: Subject<'_>, claim: &Claim) -> Vec<Period> {
    match claim.ask {
        Ask::Value(at) | Ask::Gap(at) | Ask::Benchmark(at) | Ask::Target(at) | Ask::Rank(at) => vec![at],
        Ask::Change(from, to) | Ask::Growth(from, to) | Ask::Multiple(from, to) => vec![from, to],
        Ask::GapClosed(at) => {
            let Some(own) = subject.series(&claim.indicator) else { return vec![at] };
            let benchmark = benchmark::series(subject.book, subject.figures, &claim.indicator);
            let target = subject.figures.targets.get(&claim.indicator);
            gap::baseline(target, own, benchmark.as_ref(), at).into_iter().chain([at]).collect()
        }
    }
}
