//! Whether two numbers in two languages say the same.

use std::borrow::Cow;

use crate::base::Decimal;
use crate::measure::quantity::{Amount, Hedge, Measure, Quantity, Towards};

/// How two numbers stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Accord {
    /// They are different numbers.
    Different,
    /// The numbers are the same, and what is said of them is not: up or down, more or less than that.
    Contradicting,
    /// They say the same.
    Same,
}

pub(super) fn accord(ours: &Quantity, theirs: &Quantity) -> Accord {
    if !same_number(ours, theirs) {
        return Accord::Different;
    }
    if goes_against(ours, theirs) || bounds_against(ours.hedge, theirs.hedge) {
        return Accord::Contradicting;
    }
    Accord::Same
}

fn same_number(ours: &Quantity, theirs: &Quantity) -> bool {
    let (ours, theirs) = (&*grown(ours), &*grown(theirs));
    if ours.agrees(theirs) {
        return true;
    }
    // −3.2 and 下降3.2: one of them says it with a sign, the other in words.
    if ours.value.is_sign_negative() != theirs.value.is_sign_negative() {
        let (below, above) = if ours.value.is_sign_negative() { (ours, theirs) } else { (theirs, ours) };
        let falls = above.movement.is_some_and(|movement| !movement.up);
        let turned = Quantity { value: -below.value, ..below.clone() };
        return falls && turned.agrees(above);
    }
    let counted_as = |quantity: &Quantity, measure| Quantity { measure, ..quantity.clone() };
    match (ours.measure, theirs.measure) {
        (Measure::Unit(a), Measure::Unit(b)) => {
            let (ours_in, theirs_in) = (Common::of(a.name), Common::of(b.name));
            let of_one_kind =
                ours_in.name == theirs_in.name || ours_in.name.is_empty() || theirs_in.name.is_empty();
            of_one_kind
                && match (ours_in.count(ours, a), theirs_in.count(theirs, b)) {
                    (Some(ours), Some(theirs)) => ours.agrees(&theirs),
                    _ => false,
                }
        }
        // 51.23亿 is money also where its sentence has no 元.
        (Measure::Plain, Measure::Money { .. }) => counted_as(ours, theirs.measure).agrees(theirs),
        (Measure::Money { .. }, Measure::Plain) => counted_as(theirs, ours.measure).agrees(ours),
        // They met three times: 三次.
        (Measure::Times, Measure::Plain | Measure::Unit(_)) if ours.movement.is_none() => {
            counted_as(ours, theirs.measure).agrees(theirs)
        }
        (Measure::Plain | Measure::Unit(_), Measure::Times) if theirs.movement.is_none() => {
            counted_as(theirs, ours.measure).agrees(ours)
        }
        _ => false,
    }
}

/// A growth by so many times as what came of it.
fn grown(quantity: &Quantity) -> Cow<'_, Quantity> {
    let by = quantity.movement.is_some_and(|movement| movement.up && movement.towards == Towards::By);
    if quantity.measure != Measure::Times || !by {
        return Cow::Borrowed(quantity);
    }
    let value = quantity.value.checked_add(Decimal::ONE).unwrap_or(quantity.value);
    Cow::Owned(Quantity { value, ..quantity.clone() })
}

/// How to count a unit in one of another name for the same kind of thing: hours and minutes in seconds, 亩 in square
/// metres.
#[derive(Clone, Copy)]
struct Common {
    factor: u32,
    divisor: u32,
    name: &'static str,
}

impl Common {
    /// As it is, if there is none.
    fn of(name: &'static str) -> Self {
        let (factor, divisor, name) = match name {
            "min" => (60, 1, "s"),
            "h" => (3600, 1, "s"),
            "day" => (86_400, 1, "s"),
            "week" => (604_800, 1, "s"),
            "year" => (12, 1, "month"),
            "mu" => (2000, 3, "m²"),
            // 人次 counts a person as often as they come; nobody translates that.
            "visit" => (1, 1, "person"),
            name => (1, 1, name),
        };
        Self { factor, divisor, name }
    }

    /// A number of `amount` so counted.
    fn count(self, quantity: &Quantity, amount: Amount) -> Option<Quantity> {
        let turn = |value: Decimal| {
            value.checked_mul(Decimal::from(self.factor))?.checked_div(Decimal::from(self.divisor))
        };
        let measure = Measure::Unit(Amount { name: self.name, ..amount });
        Some(Quantity {
            value: turn(quantity.value)?,
            step: turn(quantity.step)?,
            measure,
            ..quantity.clone()
        })
    }
}

/// Whether one says up and the other down, or one by how much and the other to where.
fn goes_against(ours: &Quantity, theirs: &Quantity) -> bool {
    let (Some(ours_moved), Some(theirs_moved)) = (ours.movement, theirs.movement) else { return false };
    // Down by −3.2 is whatever its author means by it.
    if ours.value.is_sign_negative() || theirs.value.is_sign_negative() {
        return false;
    }
    let by_and_to = |a, b| a == Towards::By && b == Towards::To;
    let aims = ours.measure != Measure::Times
        && (by_and_to(ours_moved.towards, theirs_moved.towards)
            || by_and_to(theirs_moved.towards, ours_moved.towards));
    ours_moved.up != theirs_moved.up || aims
}

/// Whether one is a lower bound and the other an upper one.
fn bounds_against(ours: Hedge, theirs: Hedge) -> bool {
    let above = |hedge| matches!(hedge, Hedge::MoreThan | Hedge::AtLeast);
    let below = |hedge| matches!(hedge, Hedge::LessThan | Hedge::AtMost | Hedge::Nearly);
    above(ours) && below(theirs) || below(ours) && above(theirs)
}
