//! Whether two languages of a text tell the same figures, section by section.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use super::Subject;
use super::agree::{Accord, accord};
use super::pairs::Teller;
use super::sections::{Section, Sections};
use super::told::{Bound, Number, Told};
use crate::base::problem::{ChartDifference, Elsewhere};
use crate::base::{Notes, Place, Problem, Span};
use crate::measure::quantity::Role;
use crate::model::{ChartBlock, Claim};
use crate::read::passage::{Part, Use};

/// Compares a text with the one that it was translated from. What differs is told at the translation, unless only
/// the original has it. `flagged` are places that were told for a reason of their own.
pub(super) fn compare<'s>(
    subject: &'s Subject<'s, '_>,
    original: &'s Told<'s>,
    translation: &'s Told<'s>,
    flagged: &[Place],
    notes: &mut Notes,
) {
    let (ours, theirs) = Sections::of(original, translation);
    let budget = &Cell::new(BUDGET);
    let ours = Side { subject, told: original, sections: ours, budget };
    let theirs = Side { subject, told: translation, sections: theirs, budget };
    let (our_open, their_open) = (ours.unmet(&theirs), theirs.unmet(&ours));
    let open: usize = our_open.values().chain(their_open.values()).map(Vec::len).sum();
    let figures = ours.figures() + theirs.figures();
    if open >= FEW && open * 2 > figures {
        let problem = Problem::TextsDiffer { other: original.path.clone(), differing: open, figures };
        notes.add(Place::whole(translation.path), problem);
        return;
    }
    let mut teller = Teller { original: &ours, translation: &theirs, flagged, notes };
    for section in our_open.keys().chain(their_open.keys()).copied().collect::<BTreeSet<_>>() {
        let ours = our_open.get(&section).map_or(&[] as &[_], Vec::as_slice);
        teller.tell(section, ours, their_open.get(&section).map_or(&[], Vec::as_slice));
    }
    years(&ours, &theirs, notes);
    charts(&ours, &theirs, notes);
}

/// So many figures that only one of two texts has may be slips, even if they are most of all.
const FEW: usize = 10;

/// Most comparisons of two figures for one pair of texts. A text that needs more holds no prose.
const BUDGET: u32 = 2_000_000;

/// One of two texts.
pub(super) struct Side<'s, 'a> {
    pub(super) subject: &'s Subject<'s, 'a>,
    pub(super) told: &'s Told<'s>,
    pub(super) sections: Sections,
    budget: &'s Cell<u32>,
}

/// Something that the other text has to have.
#[derive(Clone, Copy)]
pub(super) enum Thing<'s> {
    Number(&'s Number),
    /// By its place among those of its text.
    Bound(usize, Bound<'s>),
}

/// A figure that the other text does not have, or of which it says something else.
pub(super) struct Unmet<'s> {
    pub(super) thing: Thing<'s>,
    /// The same number in the other text, of which something else is said.
    pub(super) contradicting: Option<&'s Number>,
}

impl<'s, 'a> Side<'s, 'a> {
    /// How many figures the text has, bound ones and others.
    fn figures(&self) -> usize {
        self.told.bound.len() + self.told.numbers.iter().filter(|number| self.told.is_figure(number)).count()
    }

    /// The figures of this text that the other one does not have, by section.
    fn unmet(&self, other: &Side<'s, 'a>) -> BTreeMap<Section, Vec<Unmet<'s>>> {
        let mut unmet: BTreeMap<Section, Vec<Unmet<'s>>> = BTreeMap::new();
        let is_shared = |part| self.sections.section(part) != Section::Alone;
        for (at, bound) in self.told.bound.iter().enumerate().filter(|(_, bound)| is_shared(bound.part)) {
            if !other.has_bound(self, at, bound) {
                let section = self.sections.section(bound.part);
                let thing = Thing::Bound(at, *bound);
                unmet.entry(section).or_default().push(Unmet { thing, contradicting: None });
            }
        }
        let figures = self.told.numbers.iter().enumerate().filter(|(_, number)| self.told.is_figure(number));
        for (at, number) in figures.filter(|(_, number)| is_shared(number.part)) {
            let contradicting = match other.meets(self, at, number) {
                Met::Yes => continue,
                Met::Contradicted(by) => Some(by),
                Met::No => None,
            };
            let section = self.sections.section(number.part);
            unmet.entry(section).or_default().push(Unmet { thing: Thing::Number(number), contradicting });
        }
        unmet
    }

    /// Whether this text has a figure that the other one asks the data for, there the how manieth.
    fn has_bound(&self, asking: &Side<'_, '_>, at: usize, bound: &Bound<'_>) -> bool {
        let section = asking.sections.section(bound.part);
        let same = |own: &Bound<'_>| {
            self.is_within(own.part, section) && self.subject.asks_alike(own.claim, bound.claim)
        };
        if all_from(at, &self.told.bound).any(|own| self.may() && same(own)) {
            return true;
        }
        let Some(quantity) = asking.told.asks(at, self.subject) else { return false };
        let agrees = |number: &Number| {
            self.is_within(number.part, section)
                && number.quantity.role == Role::Figure
                && accord(&number.quantity, quantity) == Accord::Same
        };
        self.told.numbers.iter().chain(self.told.others()).any(|number| self.may() && agrees(number))
            || self.budget.get() == 0
    }

    /// Whether this text has a number of the other one, there the how manieth.
    fn meets(&self, asking: &Side<'_, '_>, at: usize, number: &Number) -> Met<'s> {
        let section = asking.sections.section(number.part);
        let anywhere = number.used == Use::Fixed;
        let mut contradicted = None;
        let mut found = |own: &'s Number| {
            if own.quantity.role != Role::Figure || !(anywhere || self.is_within(own.part, section)) {
                return false;
            }
            match accord(&number.quantity, &own.quantity) {
                Accord::Same => true,
                Accord::Contradicting => {
                    contradicted.get_or_insert(own);
                    false
                }
                Accord::Different => false,
            }
        };
        if all_from(at, &self.told.numbers).any(|own| self.may() && found(own)) {
            return Met::Yes;
        }
        let by_claim = self.told.bound.iter().enumerate().any(|(at, bound)| {
            (anywhere || self.is_within(bound.part, section))
                && self.may()
                && self
                    .told
                    .asks(at, self.subject)
                    .is_some_and(|asked| accord(&number.quantity, asked) != Accord::Different)
        });
        if by_claim || self.told.others().iter().any(|own| self.may() && found(own)) || self.budget.get() == 0
        {
            return Met::Yes;
        }
        contradicted.map_or(Met::No, Met::Contradicted)
    }

    /// Whether what stands in a part of this text may answer for a section. Titles, summaries and footnotes may
    /// stand for anything, and be answered by anything.
    pub(super) fn is_within(&self, part: Part, section: Section) -> bool {
        let own = self.sections.section(part);
        own == section || !matches!(section, Section::Body(_)) || !matches!(own, Section::Body(_))
    }

    /// Takes one from the budget, if there is any.
    pub(super) fn may(&self) -> bool {
        let left = self.budget.get();
        self.budget.set(left.saturating_sub(1));
        left > 0
    }

    /// A place of this text, for a problem that is told elsewhere.
    pub(super) fn place(&self, span: Span) -> Elsewhere {
        Elsewhere { file: self.told.path.clone(), line: self.told.line(span) }
    }
}

enum Met<'s> {
    Yes,
    Contradicted(&'s Number),
    No,
}

/// All of them, beginning with the how manieth: in a faithful translation the same stands at about the same place.
fn all_from<T>(at: usize, all: &[T]) -> impl Iterator<Item = &T> {
    let (before, behind) = all.split_at(at.checked_rem(all.len()).unwrap_or(0));
    behind.iter().chain(before)
}

impl Subject<'_, '_> {
    /// Whether two claims ask for the same: a case's enterprise need not be named.
    fn asks_alike(&self, ours: &Claim, theirs: &Claim) -> bool {
        let whose = |claim: &Claim| -> Option<crate::base::Id> {
            let own = |id: &crate::base::Id| {
                self.case.is_some_and(|case| {
                    case.enterprise == *id && !case.figures.observations.contains_key(&claim.indicator)
                })
            };
            claim.subject.clone().filter(|id| !own(id))
        };
        ours.indicator == theirs.indicator && ours.ask == theirs.ask && whose(ours) == whose(theirs)
    }
}

/// Years: one more or less is a matter of style, another one on either side is not.
fn years(ours: &Side<'_, '_>, theirs: &Side<'_, '_>, notes: &mut Notes) {
    let (mine, other) = (years_of(ours), years_of(theirs));
    for (section, our_years) in mine.iter().filter(|(section, _)| **section != Section::Alone) {
        let Some(their_years) = other.get(section) else { continue };
        let only_ours = our_years.iter().filter(|(year, _)| !their_years.contains_key(year));
        let only_theirs = their_years.iter().filter(|(year, _)| !our_years.contains_key(year));
        for ((our_year, our_span), (their_year, their_span)) in only_ours.zip(only_theirs) {
            let problem = Problem::FiguresDiffer {
                said: their_year.to_string(),
                there: ours.place(*our_span),
                other: Some(our_year.to_string()),
            };
            notes.add(Place::new(theirs.told.path, *their_span), problem);
        }
    }
}

/// The years that each section names, with the place of the first time.
fn years_of(side: &Side<'_, '_>) -> BTreeMap<Section, BTreeMap<u16, Span>> {
    let mut years: BTreeMap<Section, BTreeMap<u16, Span>> = BTreeMap::new();
    for number in side.told.numbers.iter().filter(|number| number.quantity.role == Role::Time) {
        let said = side.told.said(number.span);
        for year in said.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4) {
            if let Some(year) = year.parse().ok().filter(|year| (1900..2100).contains(year)) {
                let section = side.sections.section(number.part);
                years.entry(section).or_default().entry(year).or_insert(number.span);
            }
        }
    }
    years
}

fn charts(ours: &Side<'_, '_>, theirs: &Side<'_, '_>, notes: &mut Notes) {
    let (mut mine, mut other) = (charts_of(ours), charts_of(theirs));
    for section in mine.keys().chain(other.keys()).copied().collect::<BTreeSet<_>>() {
        if section == Section::Alone {
            continue;
        }
        let mut mine = mine.remove(&section).unwrap_or_default();
        let mut other = other.remove(&section).unwrap_or_default();
        // Equal charts first, so that an additional one is not taken for a changed one.
        mine.retain(|(chart, _)| {
            let equal = other.iter().position(|(theirs, _)| difference(chart, theirs).is_none());
            equal.map(|at| other.remove(at)).is_none()
        });
        let pairs = mine.len().min(other.len());
        for ((chart, span), (theirs_chart, their_span)) in mine.iter().zip(&other) {
            let problem =
                Problem::ChartsDiffer { there: ours.place(*span), other: difference(chart, theirs_chart) };
            notes.add(Place::new(theirs.told.path, *their_span), problem);
        }
        let mut alone = |side: &Side<'_, '_>, span: Span, without: &Side<'_, '_>| {
            let there = without.place(without.sections.begins(section));
            notes.add(Place::new(side.told.path, span), Problem::ChartsDiffer { there, other: None });
        };
        mine[pairs..].iter().for_each(|(_, span)| alone(ours, *span, theirs));
        other[pairs..].iter().for_each(|(_, span)| alone(theirs, *span, ours));
    }
}

type Charts<'a> = Vec<(&'a ChartBlock, Span)>;

fn charts_of<'s>(side: &Side<'s, '_>) -> BTreeMap<Section, Charts<'s>> {
    let mut charts: BTreeMap<Section, Charts<'s>> = BTreeMap::new();
    for (chart, span) in &side.told.charts {
        charts.entry(side.sections.section(side.told.part_at(*span))).or_default().push((chart, *span));
    }
    charts
}

/// What two charts differ in, apart from their titles.
fn difference(ours: &ChartBlock, theirs: &ChartBlock) -> Option<ChartDifference> {
    let untitled = |chart: &ChartBlock| ChartBlock { title: None, ..chart.clone() };
    if ours.kind != theirs.kind {
        Some(ChartDifference::Kind)
    } else if ours.indicators != theirs.indicators {
        Some(ChartDifference::Indicator)
    } else if ours.benchmark != theirs.benchmark {
        Some(ChartDifference::Benchmark)
    } else if (ours.from, ours.to) != (theirs.from, theirs.to) {
        Some(ChartDifference::Period)
    } else if untitled(ours) != untitled(theirs) {
        Some(ChartDifference::Other)
    } else {
        None
    }
}
