//! Figures that only one of two languages has, put together by what they most likely should have been, and told.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::agree::{Accord, accord};
use super::parity::{Side, Thing, Unmet};
use super::sections::Section;
use super::told::{Number, Told};
use crate::base::{Decimal, Notes, Place, Problem, Span};
use crate::measure::quantity::{Measure, Quantity, Role};
use crate::read::passage::Use;

/// Most figures of a section that are put together; the rest is told one by one.
const MOST: usize = 200;

/// Two texts, and where what is wrong between them is noted.
pub(super) struct Teller<'t, 's, 'a> {
    pub(super) original: &'t Side<'s, 'a>,
    pub(super) translation: &'t Side<'s, 'a>,
    /// Places that were told for a reason of their own.
    pub(super) flagged: &'t [Place],
    pub(super) notes: &'t mut Notes,
}

impl<'s, 'a> Teller<'_, 's, 'a> {
    /// Tells of the figures of one section that the other text does not have.
    pub(super) fn tell(&mut self, section: Section, ours: &[Unmet<'s>], theirs: &[Unmet<'s>]) {
        self.tell_contradictions(ours, theirs);
        let open = |unmet: &[Unmet<'s>]| -> Vec<Thing<'s>> {
            unmet.iter().filter(|one| one.contradicting.is_none()).map(|one| one.thing).collect()
        };
        let (ours, theirs) = (open(ours), open(theirs));
        let (mut met, mut answered) = (BTreeSet::new(), BTreeSet::new());
        for (i, j) in self.likely(&ours, &theirs) {
            if !met.contains(&i) && !answered.contains(&j) {
                met.insert(i);
                answered.insert(j);
                self.differ(&ours[i], &theirs[j]);
            }
        }
        let (original, translation) = (self.original, self.translation);
        for (_, thing) in ours.iter().enumerate().filter(|(i, _)| !met.contains(i)) {
            match in_words(thing, original, translation, section) {
                Some(number) => self.differ(thing, &Thing::Number(number)),
                None => self.missing(original, thing, translation, section),
            }
        }
        for (_, thing) in theirs.iter().enumerate().filter(|(j, _)| !answered.contains(j)) {
            match in_words(thing, translation, original, section) {
                Some(number) => self.differ(&Thing::Number(number), thing),
                None => self.missing(translation, thing, original, section),
            }
        }
    }

    /// The same number in both, of which each says something else.
    fn tell_contradictions(&mut self, ours: &[Unmet<'s>], theirs: &[Unmet<'s>]) {
        let mut told = BTreeSet::new();
        let of = |unmet: &Unmet<'s>| match (unmet.thing, unmet.contradicting) {
            (Thing::Number(number), Some(by)) => Some((number, by)),
            _ => None,
        };
        let pairs = ours.iter().filter_map(of).chain(theirs.iter().filter_map(of).map(|(own, by)| (by, own)));
        for (our, their) in pairs.collect::<Vec<_>>() {
            if told.insert((our.span, their.span)) {
                self.differ(&Thing::Number(our), &Thing::Number(their));
            }
        }
    }

    /// Which belong together, the likeliest first.
    fn likely(&self, ours: &[Thing<'s>], theirs: &[Thing<'s>]) -> Vec<(usize, usize)> {
        let mut likely = Vec::new();
        for (i, our) in ours.iter().enumerate().take(MOST) {
            for (j, their) in theirs.iter().enumerate().take(MOST) {
                let likeness = self.likeness(our, their);
                if likeness > 0 {
                    likely.push((Reverse(likeness), i.abs_diff(j), i, j));
                }
            }
        }
        likely.sort_unstable();
        likely.into_iter().map(|(_, _, i, j)| (i, j)).collect()
    }

    /// How likely it is that one should have been the other.
    fn likeness(&self, our: &Thing<'_>, their: &Thing<'_>) -> u32 {
        match (our, their) {
            (Thing::Bound(_, our), Thing::Bound(_, their)) => {
                5 + if our.claim.indicator == their.claim.indicator { 4 } else { 0 }
            }
            (Thing::Number(our), Thing::Number(their)) => likeness(&our.quantity, &their.quantity),
            (Thing::Number(number), Thing::Bound(at, _)) => {
                asked(self.translation, *at).map_or(0, |asked| likeness(&number.quantity, asked))
            }
            (Thing::Bound(at, _), Thing::Number(number)) => {
                asked(self.original, *at).map_or(0, |asked| likeness(asked, &number.quantity))
            }
        }
    }

    /// Tells that two figures should be the same.
    fn differ(&mut self, our: &Thing<'s>, their: &Thing<'s>) {
        if let (Thing::Number(our), Thing::Number(their)) = (our, their)
            && self.differ_for_a_reason(our, their)
        {
            return;
        }
        let (our_span, their_span) = (span(our, self.original.told), span(their, self.translation.told));
        let problem = Problem::FiguresDiffer {
            said: self.translation.told.said(their_span).to_owned(),
            there: self.original.place(our_span),
            other: Some(self.original.told.said(our_span).to_owned()),
        };
        self.notes.add(Place::new(self.translation.told.path, their_span), problem);
    }

    /// Tells of two numbers whose difference has a name.
    fn differ_for_a_reason(&mut self, our: &Number, their: &Number) -> bool {
        let (original, translation) = (self.original, self.translation);
        let same = our.quantity.value.abs() == their.quantity.value.abs();
        match (our.quantity.measure, their.quantity.measure) {
            (Measure::Percent, Measure::Points) if same => self.percent(original, our, translation, their),
            (Measure::Points, Measure::Percent) if same => self.percent(translation, their, original, our),
            _ if is_unshifted(original.told, our, translation.told, their) => {
                let (our_span, their_span) = (original.told.phrase(our), translation.told.phrase(their));
                let problem = Problem::MagnitudeUnshifted {
                    said: translation.told.said(their_span).to_owned(),
                    there: original.place(our_span),
                    other: original.told.said(our_span).to_owned(),
                };
                self.notes.add(Place::new(translation.told.path, their_span), problem);
            }
            _ => return false,
        }
        true
    }

    fn percent(&mut self, side: &Side<'s, 'a>, number: &Number, other: &Side<'s, 'a>, points: &Number) {
        let place = Place::new(side.told.path, side.told.phrase(number));
        if !self.flagged.contains(&place) {
            let problem = Problem::PercentForPoints {
                said: side.told.said(place.span).to_owned(),
                there: Some(other.place(points.span)),
            };
            self.notes.add(place, problem);
        }
    }

    /// Tells that the other text has nothing like it, unless it may be told in other words or left out.
    fn missing(&mut self, side: &Side<'s, 'a>, thing: &Thing<'s>, other: &Side<'s, 'a>, section: Section) {
        if matches!(thing, Thing::Number(number) if may_be_left_out(number)) {
            return;
        }
        let span = span(thing, side.told);
        let problem = Problem::FiguresDiffer {
            said: side.told.said(span).to_owned(),
            there: other.place(other.sections.begins(section)),
            other: None,
        };
        self.notes.add(Place::new(side.told.path, span), problem);
    }
}

/// A number in words may be told in other words; one that is marked as no figure may be left out. 100% is all of
/// them, and one of something is often just that thing.
fn may_be_left_out(number: &Number) -> bool {
    let Quantity { value, measure, spelled, .. } = &number.quantity;
    let is_all = *measure == Measure::Percent && *value == Decimal::ONE_HUNDRED;
    let is_one = *value == Decimal::ONE
        && (*measure == Measure::Plain || matches!(measure, Measure::Unit(amount) if amount.name.is_empty()));
    *spelled || number.used == Use::Marked || is_all || is_one
}

fn asked<'s>(side: &'s Side<'_, '_>, at: usize) -> Option<&'s Quantity> {
    side.told.asks(at, side.subject)
}

fn span(thing: &Thing<'_>, told: &Told<'_>) -> Span {
    match thing {
        Thing::Number(number) => told.phrase(number),
        Thing::Bound(_, bound) => bound.span,
    }
}

fn likeness(our: &Quantity, their: &Quantity) -> u32 {
    use Measure::{Fraction, Money, Percent, Plain, Points, Rank, Times, Unit};
    let kind = match (our.measure, their.measure) {
        (Unit(a), Unit(b)) if a.name == b.name => 5,
        (Percent | Fraction, Percent | Fraction)
        | (Points, Points)
        | (Times, Times)
        | (Plain, Plain)
        | (Rank { .. }, Rank { .. })
        | (Money { .. }, Money { .. }) => 4,
        (Percent, Points) | (Points, Percent) | (Unit(_), Unit(_)) => 3,
        (Plain, _) | (_, Plain) => 1,
        _ => 0,
    };
    let digits = if mantissa(our.value) == mantissa(their.value) { 4 } else { 0 };
    kind + digits
}

/// The digits of a number without its size.
fn mantissa(value: Decimal) -> i128 {
    let mut mantissa = value.normalize().mantissa().abs();
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
    }
    mantissa
}

/// Whether the digits are the same as written, and only the word for their size says something else.
fn is_unshifted(ours: &Told<'_>, our: &Number, theirs: &Told<'_>, their: &Number) -> bool {
    let values = (our.quantity.value, their.quantity.value);
    if values.0 == values.1 || mantissa(values.0) != mantissa(values.1) || values.0.is_zero() {
        return false;
    }
    match (ours.written_digits(our), theirs.written_digits(their)) {
        (Some(our), Some(their)) => our == their,
        // At least one is in words: then the sizes are words, too.
        _ => true,
    }
}

/// A number in words of the other text that could have been meant and that nothing here answers to.
fn in_words<'s>(
    thing: &Thing<'_>,
    side: &Side<'_, '_>,
    other: &Side<'s, '_>,
    section: Section,
) -> Option<&'s Number> {
    let Thing::Number(number) = thing else { return None };
    let alike = |candidate: &&Number| {
        let quantity = &candidate.quantity;
        quantity.spelled
            && !candidate.is_open
            && quantity.role == Role::Figure
            && other.is_within(candidate.part, section)
            && is_same_kind(&number.quantity, quantity)
            && !side.told.numbers.iter().chain(side.told.others()).any(|own| {
                !side.may()
                    || own.quantity.role == Role::Figure
                        && accord(&own.quantity, quantity) != Accord::Different
            })
    };
    other.told.numbers.iter().chain(other.told.others()).take(MOST).find(alike)
}

fn is_same_kind(our: &Quantity, their: &Quantity) -> bool {
    match (our.measure, their.measure) {
        (Measure::Unit(a), Measure::Unit(b)) => a.name == b.name && !a.name.is_empty(),
        (Measure::Plain, Measure::Plain) => false,
        (a, b) => std::mem::discriminant(&a) == std::mem::discriminant(&b),
    }
}
