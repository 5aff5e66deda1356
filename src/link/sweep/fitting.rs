//! The figure of the data that a number in a text could be bound to.

use std::cell::{OnceCell, RefCell};
use std::cmp::Reverse;

use super::{Score, text_of};
use crate::base::problem::Fitting;
use crate::base::{Decimal, Id, Lang, Period, Span};
use crate::measure::quantity::{Measure, Quantity, Role, Towards, quantities};
use crate::measure::{Comparisons, answer, benchmark, gap, write};
use crate::model::{Ask, Case, Casebook, Claim, Figures, Series, Unit};
use crate::read::Owner;

/// Finds for unbound numbers what the data have. Nothing of it is computed before somebody asks.
pub struct Fittings<'a> {
    comparisons: Comparisons<'a>,
    /// Whose figures were asked for last.
    latest: RefCell<Option<(&'a Id, Known)>>,
}

impl<'a> Fittings<'a> {
    /// Those of the cases in `book`.
    pub fn of(book: &'a Casebook) -> Self {
        Self { comparisons: Comparisons::of(book), latest: RefCell::new(None) }
    }

    /// The figure that a number of a scored text could be bound to. None if its text is not in the casebook.
    pub fn fit(&self, score: &Score, number: Span) -> Option<Fitting> {
        let book = self.comparisons.book();
        let Owner::Case(id) = &score.owner else { return None };
        let case = book.cases.get(id)?;
        let text = text_of(book, &score.owner, score.lang)?;
        let mut latest = self.latest.borrow_mut();
        if latest.as_ref().is_none_or(|(id, _)| **id != case.id) {
            *latest = Some((&case.id, Known::default()));
        }
        let (_, known) = latest.as_ref()?;
        let near = line_of(&text.prose.text, number);
        let at = number.start as usize - (near.as_ptr() as usize - text.prose.text.as_ptr() as usize);
        // Read once more: to keep what was read of every number of a large site would take too much.
        let quantity = quantities(near, score.lang).into_iter().find(|quantity| quantity.span.end > at)?;
        known.fit(&self.comparisons, case, &quantity, near, score.lang)
    }
}

/// The line that a place stands on.
pub(super) fn line_of(text: &str, span: Span) -> &str {
    let at = text.floor_char_boundary(span.start as usize);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    &text[start..end]
}

/// Everything that the texts of one case could ask the data for, made when the first number asks.
#[derive(Default)]
pub(super) struct Known(OnceCell<Vec<Candidate>>);

/// Something that a text could ask for.
struct Candidate {
    kind: Kind,
    /// Without its sign, in base units.
    size: Decimal,
    /// By the order in which the case names its indicators.
    rank: usize,
    indicator: Id,
    ask: Ask,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    pub(super) fn fit<'a>(
        &self,
        comparisons: &Comparisons<'a>,
        case: &'a Case,
        quantity: &Quantity,
        near: &str,
        lang: Lang,
    ) -> Option<Fitting> {
        let kind = kind_of(quantity.measure)?;
        let all = self.0.get_or_init(|| candidates(comparisons.book(), case));
        let (size, reach) = (quantity.value.abs(), quantity.step / Decimal::TWO);
        let (least, most) = (size.checked_sub(reach)?, size.checked_add(reach)?);
        let from = all.partition_point(|candidate| (candidate.kind, candidate.size) < (kind, least));
        let to = all.partition_point(|candidate| (candidate.kind, candidate.size) <= (kind, most));
        let moves = quantity.movement.is_some_and(|movement| movement.towards == Towards::By);
        let likely = |candidate: &&Candidate| {
            let (last, derived) = order(&candidate.ask);
            let is_named = near.contains(&last.year().to_string());
            let change = matches!(candidate.ask, Ask::Change(..) | Ask::Growth(..));
            (moves != change, !is_named, derived, candidate.rank, Reverse(last.year()))
        };
        let mut fitting: Vec<&Candidate> = all.get(from..to)?.iter().collect();
        fitting.sort_by_cached_key(likely);
        fitting
            .into_iter()
            .take(MOST)
            .find_map(|candidate| check(comparisons, case, lang, quantity, candidate))
    }
}

/// Most figures that are written out to see whether they are the one.
const MOST: usize = 12;

/// Writes the figure, and looks whether the number is that.
fn check<'a>(
    comparisons: &Comparisons<'a>,
    case: &'a Case,
    lang: Lang,
    quantity: &Quantity,
    candidate: &Candidate,
) -> Option<Fitting> {
    let claim = Claim { subject: None, indicator: candidate.indicator.clone(), ask: candidate.ask };
    let resolved = answer::resolve(comparisons, Some(case), &claim).ok()?;
    let written = resolved.text(lang);
    let found = quantities(&written, lang).into_iter().find(|found| found.role == Role::Figure)?;
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

/// Everything that the data can answer about a case, sorted; the indicators that bear its story rank first.
fn candidates(book: &Casebook, case: &Case) -> Vec<Candidate> {
    let enterprise = &book.enterprise(&case.enterprise).figures;
    let others = case.figures.observations.keys().chain(enterprise.observations.keys());
    let mut seen = std::collections::BTreeSet::new();
    let mut all = Vec::new();
    let each_once = case.indicators.iter().chain(others).filter(|id| seen.insert(*id));
    for (rank, id) in each_once.enumerate() {
        if book.indicators.contains_key(id) {
            of_indicator(book, book.figures_of(case, id), id, rank, &mut all);
        }
    }
    all.sort_by_key(|candidate| (candidate.kind, candidate.size));
    all
}

fn of_indicator(book: &Casebook, figures: &Figures, id: &Id, rank: usize, all: &mut Vec<Candidate>) {
    let indicator = book.indicator(id);
    let (level, change) = match indicator.unit {
        Unit::Percent => (Kind::Percent, Kind::Points),
        Unit::Currency | Unit::CurrencyPerPerson => (Kind::Money, Kind::Money),
        Unit::Ratio | Unit::Count | Unit::Named(_) => (Kind::Other, Kind::Other),
    };
    let mut add = |ask, kind, value: Option<Decimal>| {
        if let Some(value) = value {
            all.push(Candidate { kind, size: value.abs(), rank, indicator: id.clone(), ask });
        }
    };
    let values: Vec<(Period, Decimal)> = figures
        .observations
        .get(id)
        .into_iter()
        .flat_map(Series::iter)
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
        for (to, last) in values[i + 1..].iter().filter(|(to, _)| to.grain() == from.grain()) {
            add(Ask::Change(*from, *to), change, last.checked_sub(*first));
            if level != Kind::Percent {
                add(Ask::Growth(*from, *to), Kind::Percent, write::growth(*first, *last));
            }
            add(Ask::Multiple(*from, *to), Kind::Times, write::multiple(*first, *last));
        }
    }
}
