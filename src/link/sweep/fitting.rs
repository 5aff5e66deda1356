//! The figure of the data that a number in a text could be bound to.

use std::cell::OnceCell;

use super::Subject;
use super::told::{Number, Told};
use crate::base::problem::Fitting;
use crate::base::{Decimal, Id, Period};
use crate::measure::quantity::{Measure, Quantity, Role, Towards, quantities};
use crate::measure::{answer, benchmark, gap, write};
use crate::model::{Ask, Case, Claim, Figures, Unit};

/// Everything that the texts of one case could ask the data for, made when the first number asks.
#[derive(Default)]
pub(super) struct Known(OnceCell<Vec<Candidate>>);

/// Something that a text could ask for.
struct Candidate {
    indicator: Id,
    ask: Ask,
    kind: Kind,
    /// In base units.
    value: Decimal,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Percent,
    Points,
    Money,
    Times,
    Other,
}

impl Known {
    /// The figure that is written just as the number is, or that it is a correct rounding of. Of several the one
    /// whose year is spoken of nearby, then a value before anything derived, the latest first.
    pub(super) fn fit(&self, subject: &Subject<'_, '_>, told: &Told<'_>, number: &Number) -> Option<Fitting> {
        let case = subject.case?;
        let quantity = &number.quantity;
        let kind = kind_of(quantity.measure)?;
        let candidates = self.0.get_or_init(|| candidates(subject, case));
        let near = |candidate: &&Candidate| {
            candidate.kind == kind
                && quantity
                    .value
                    .abs()
                    .checked_sub(candidate.value.abs())
                    .is_some_and(|apart| apart.abs() <= quantity.step / Decimal::TWO)
        };
        let words = told.passages[number.passage].words();
        let moves = quantity.movement.is_some_and(|movement| movement.towards == Towards::By);
        let rank = |candidate: &Candidate| {
            let (last, derived) = order(&candidate.ask);
            let is_named = words.contains(&last.year().to_string());
            let change = matches!(candidate.ask, Ask::Change(..) | Ask::Growth(..));
            (moves != change, !is_named, derived, std::cmp::Reverse(last.year()))
        };
        let mut fitting: Vec<&Candidate> = candidates.iter().filter(near).collect();
        fitting.sort_by_key(|candidate| rank(candidate));
        fitting.into_iter().take(MOST).find_map(|candidate| check(subject, case, told, quantity, candidate))
    }
}

/// Most figures that are written out to see whether they are the one.
const MOST: usize = 12;

/// Writes the figure, and looks whether the number is that.
fn check<'a>(
    subject: &Subject<'_, 'a>,
    case: &'a Case,
    told: &Told<'_>,
    quantity: &Quantity,
    candidate: &Candidate,
) -> Option<Fitting> {
    let claim = Claim { subject: None, indicator: candidate.indicator.clone(), ask: candidate.ask };
    let resolved = answer::resolve(subject.comparisons, Some(case), &claim).ok()?;
    let written = resolved.text(told.lang);
    let found = quantities(&written, told.lang).into_iter().find(|found| found.role == Role::Figure)?;
    let same_unit = match (quantity.measure, found.measure) {
        // 38分钟 is not just any figure of 38.
        (Measure::Unit(ours), Measure::Unit(theirs)) => ours.name == theirs.name && !ours.name.is_empty(),
        (Measure::Unit(_), Measure::Plain) | (Measure::Plain, Measure::Unit(_)) => false,
        (Measure::Plain, _) => quantity.value.mantissa().abs() >= 100,
        _ => true,
    };
    // 9% is not just any figure between 8.5% and 9.5%.
    let exact = quantity.step <= found.step || quantity.value.normalize().mantissa().abs() >= 10;
    let turned = Quantity { value: quantity.value.abs(), ..quantity.clone() };
    let found = Quantity { value: found.value.abs(), ..found };
    (same_unit && exact && turned.agrees(&found)).then(|| Fitting { claim: claim.to_string(), written })
}

fn kind_of(measure: Measure) -> Option<Kind> {
    Some(match measure {
        Measure::Percent => Kind::Percent,
        Measure::Points => Kind::Points,
        Measure::Money { .. } => Kind::Money,
        Measure::Times => Kind::Times,
        Measure::Plain | Measure::Unit(_) => Kind::Other,
        Measure::PerMille | Measure::Fraction | Measure::Rank { .. } => return None,
    })
}

/// The latest period of an ask, and how far it is from a plain value.
fn order(ask: &Ask) -> (Period, u8) {
    match ask {
        Ask::Value(at) => (*at, 0),
        Ask::Target(at) => (*at, 1),
        Ask::Benchmark(at) => (*at, 2),
        Ask::Change(_, to) => (*to, 3),
        Ask::Growth(_, to) => (*to, 4),
        Ask::Gap(at) => (*at, 5),
        Ask::GapClosed(at) | Ask::Rank(at) => (*at, 6),
        Ask::Multiple(_, to) => (*to, 7),
    }
}

/// Everything that the data can answer about a case: the indicators that bear its story first.
fn candidates(subject: &Subject<'_, '_>, case: &Case) -> Vec<Candidate> {
    let book = subject.comparisons.book();
    let enterprise = &book.enterprise(&case.enterprise).figures;
    let others = case.figures.observations.keys().chain(enterprise.observations.keys());
    let mut seen = std::collections::BTreeSet::new();
    let mut all = Vec::new();
    for id in case.indicators.iter().chain(others).filter(|id| seen.insert(*id)) {
        if book.indicators.contains_key(id) {
            of_indicator(subject, book.figures_of(case, id), id, &mut all);
        }
    }
    all
}

fn of_indicator(subject: &Subject<'_, '_>, figures: &Figures, id: &Id, all: &mut Vec<Candidate>) {
    let book = subject.comparisons.book();
    let indicator = book.indicator(id);
    let (level, change) = match indicator.unit {
        Unit::Percent => (Kind::Percent, Kind::Points),
        Unit::Currency | Unit::CurrencyPerPerson => (Kind::Money, Kind::Money),
        Unit::Ratio | Unit::Count | Unit::Named(_) => (Kind::Other, Kind::Other),
    };
    let mut add = |ask, kind, value: Option<Decimal>| {
        if let Some(value) = value {
            all.push(Candidate { indicator: id.clone(), ask, kind, value });
        }
    };
    let values: Vec<(Period, Decimal)> = figures
        .observations
        .get(id)
        .into_iter()
        .flatten()
        .filter_map(|(period, observation)| Some((*period, observation.value.known()?)))
        .collect();
    let benchmark = benchmark::series(book, figures, id);
    for (at, value) in &values {
        add(Ask::Value(*at), level, Some(*value));
        let reference = benchmark.as_ref().and_then(|series| series.at(*at));
        add(Ask::Gap(*at), change, gap::distance(&indicator.direction, *value, reference));
    }
    for (at, value) in benchmark.iter().flat_map(|series| series.values.iter()) {
        add(Ask::Benchmark(*at), level, Some(*value));
    }
    for (at, value) in figures.targets.get(id).into_iter().flat_map(|target| &target.values) {
        add(Ask::Target(*at), level, Some(*value));
    }
    for (i, (from, first)) in values.iter().enumerate() {
        for (to, last) in &values[i + 1..] {
            add(Ask::Change(*from, *to), change, last.checked_sub(*first));
            if level != Kind::Percent {
                add(Ask::Growth(*from, *to), Kind::Percent, write::growth(*first, *last));
            }
            add(Ask::Multiple(*from, *to), Kind::Times, write::multiple(*first, *last));
        }
    }
}
