//! Whether two numbers in two languages say the same.

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
    let (ours, theirs) = (&whole(ours), &whole(theirs));
    if ours.agrees(theirs) {
        return true;
    }
    // −3.2 and 下降3.2: one of them says it with a sign, the other in words.
    if ours.value.is_sign_negative() != theirs.value.is_sign_negative() {
        let (below, above) = if ours.value.is_sign_negative() { (ours, theirs) } else { (theirs, ours) };
        let falls = above.movement.is_none_or(|movement| !movement.up);
        let turned = Quantity { value: -below.value, ..below.clone() };
        return falls && turned.agrees(above);
    }
    // 51.23亿 is money also where its sentence has no 元.
    match (ours.measure, theirs.measure) {
        (Measure::Plain, Measure::Money { .. }) => {
            Quantity { measure: theirs.measure, ..ours.clone() }.agrees(theirs)
        }
        (Measure::Money { .. }, Measure::Plain) => {
            Quantity { measure: ours.measure, ..theirs.clone() }.agrees(ours)
        }
        _ => false,
    }
}

/// The number in the largest common form of its measure: hours and minutes in seconds, 亩 in square metres, and a
/// growth by so many times as what came of it.
fn whole(quantity: &Quantity) -> Quantity {
    let mut quantity = quantity.clone();
    match quantity.measure {
        Measure::Unit(amount) => {
            let common = COMMON.iter().find(|(name, ..)| *name == amount.name);
            if let Some((_, factor, divisor, name)) = common {
                let in_common = |value: Decimal| {
                    value.checked_mul(Decimal::from(*factor))?.checked_div(Decimal::from(*divisor))
                };
                if let (Some(value), Some(step)) = (in_common(quantity.value), in_common(quantity.step)) {
                    (quantity.value, quantity.step) = (value, step);
                    quantity.measure = Measure::Unit(Amount { name, ..amount });
                }
            }
        }
        Measure::Times if quantity.movement.is_some_and(|moved| moved.up && moved.towards == Towards::By) => {
            quantity.value = quantity.value.checked_add(Decimal::ONE).unwrap_or(quantity.value);
        }
        _ => {}
    }
    quantity
}

/// Units of one kind: so many of the last, divided by the third.
const COMMON: [(&str, u32, u32, &str); 6] = [
    ("s", 1, 1, "s"),
    ("min", 60, 1, "s"),
    ("h", 3600, 1, "s"),
    ("day", 86_400, 1, "s"),
    ("week", 604_800, 1, "s"),
    ("mu", 2000, 3, "m²"),
];

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
