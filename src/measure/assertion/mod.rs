//! Whether an author's own words for a figure are what the data say.
//!
//! The words are free, the number is not: it has to be a correct rounding of the data, in a unit that fits, with a
//! direction that is right. One rule for each hedge:
//!
//! * without one: within half a unit of the last digit that is written (an exact half may be rounded either way);
//! * 约, `about`: the same, or within 5 % of the number;
//! * 近, `nearly`: below the number, by no more than 10 % of it or half a unit of its last digit;
//! * 超过, 至少, 不足, 不超过 and their like: the inequality, and nothing more.

#[cfg(test)]
mod golden;
#[cfg(test)]
mod properties;
mod said;
mod unit;

use super::answer::{Reading, Resolved};
use super::quantity::{Hedge, Measure, Quantity, Towards};
use super::write;
use crate::base::problem::AssertionFault as Fault;
use crate::base::{Decimal, Lang, number};
use said::{Said, Stance};

const FIVE_PERCENT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
const TEN_PERCENT: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

/// Holds the words of an author against what the data say.
pub fn check(words: &str, resolved: &Resolved<'_>, lang: Lang) -> Result<(), Fault> {
    let said = match said::read(words, resolved, lang) {
        Ok(said) => said,
        // 持平 has no number, and may be all there is to say.
        Err(Fault::NotANumber) if words.trim().eq_ignore_ascii_case(&resolved.text(lang)) => return Ok(()),
        Err(fault) => return Err(fault),
    };
    right(&said, resolved)?;
    let exact = said.quantity.hedge == Hedge::Exactly;
    if exact && said.is_finer_than(resolved) { Err(Fault::TooPrecise) } else { Ok(()) }
}

fn right(said: &Said, resolved: &Resolved<'_>) -> Result<(), Fault> {
    match resolved.reading {
        Reading::Value(value) | Reading::Benchmark(value) | Reading::Target(value) => {
            level(said, resolved, value)
        }
        Reading::Gap(gap) => distance(said, resolved, gap),
        Reading::Change { from, to } => {
            // What `resolve` lets through has a difference.
            change(said, resolved, to.checked_sub(from).unwrap_or_default())
        }
        Reading::Growth { .. } => growth(said, resolved.value()),
        Reading::Multiple { .. } => multiple(said, resolved.value()),
        Reading::GapClosed(_) => closed(said, resolved.value()),
        Reading::Rank { rank, of } => placed(said, rank, of),
    }
}

/// The number behind what the data say, where rounding hides a part of it: for whoever has to write it anew.
pub fn exactly(resolved: &Resolved<'_>, lang: Lang) -> Option<String> {
    let value = resolved.value();
    let shown = said::read(&resolved.text(lang), resolved, lang).ok()?.quantity;
    (shown.value.abs() != value.abs()).then(|| write::machine(number::round(value, 6)))
}

/// A value: how much there is.
fn level(said: &Said, resolved: &Resolved<'_>, value: Decimal) -> Result<(), Fault> {
    let number = unit::level(said, resolved)?;
    if said.quantity.movement.is_some_and(|m| m.towards == Towards::By) {
        return Err(Fault::LengthForLevel);
    }
    match said.stance {
        // A loss of 1.2 is −1.2.
        Some(Stance::Loss) if value.is_sign_negative() => number.holds(-value),
        Some(Stance::Loss) => Err(Fault::WrongSign),
        Some(Stance::Ahead | Stance::Behind) => Err(Fault::OtherWords),
        None => number.holds(value).map_err(|fault| {
            let unsigned = value.is_sign_negative() && !number.value.is_sign_negative();
            if unsigned && number.holds(-value).is_ok() { Fault::WrongSign } else { fault }
        }),
    }
}

/// A distance to the benchmark; below zero where it is passed.
fn distance(said: &Said, resolved: &Resolved<'_>, gap: Decimal) -> Result<(), Fault> {
    let number = unit::difference(said, resolved)?;
    if said.quantity.movement.is_some() {
        return Err(Fault::OtherWords);
    }
    let gap = match said.stance {
        Some(Stance::Ahead) => -gap,
        Some(Stance::Loss) => return Err(Fault::OtherWords),
        Some(Stance::Behind) | None => gap,
    };
    number.holds(gap).map_err(|fault| if number.holds(-gap).is_ok() { Fault::WrongSide } else { fault })
}

/// A way between two values.
fn change(said: &Said, resolved: &Resolved<'_>, change: Decimal) -> Result<(), Fault> {
    let number = unit::difference(said, resolved)?;
    moved(said, &number, change)
}

/// A change as a share of the first value, in percent.
fn growth(said: &Said, growth: Decimal) -> Result<(), Fault> {
    let q = &said.quantity;
    let number = Number::of(q);
    match q.measure {
        Measure::Percent | Measure::Fraction => moved(said, &number, growth),
        // 增长2倍 is 200 %; 翻一番 and 增长到2倍 are 100 %.
        Measure::Times => {
            let whole = if q.movement.is_some_and(|m| m.towards == Towards::By) {
                Decimal::ZERO
            } else {
                Decimal::ONE
            };
            let percent = |n: Decimal| n.checked_mul(Decimal::ONE_HUNDRED).ok_or(Fault::WrongNumber);
            let value = number.value.checked_sub(whole).ok_or(Fault::WrongNumber).and_then(percent)?;
            let falls = value.is_sign_negative();
            if q.movement.is_some_and(|m| m.up == falls) || falls != growth.is_sign_negative() {
                return Err(Fault::WrongDirection);
            }
            Number { value, step: percent(number.step)?, ..number }.holds(growth)
        }
        Measure::Points => Err(Fault::PointsForPercent),
        _ => Err(Fault::WrongUnit),
    }
}

/// The length of a movement. Words that name a direction have to name the right one; without any, the length alone is
/// said.
fn moved(said: &Said, number: &Number, length: Decimal) -> Result<(), Fault> {
    if said.stance.is_some() {
        return Err(Fault::OtherWords);
    }
    let Some(movement) = said.quantity.movement else {
        return if number.value.is_sign_negative() {
            number.holds(length)
        } else {
            number.holds(length.abs())
        };
    };
    if movement.towards != Towards::By {
        return Err(Fault::LevelForLength);
    }
    let length = if movement.up { length } else { -length };
    number
        .holds(length)
        .map_err(|fault| if number.holds(-length).is_ok() { Fault::WrongDirection } else { fault })
}

/// The second value as a multiple of the first.
fn multiple(said: &Said, factor: Decimal) -> Result<(), Fault> {
    let q = &said.quantity;
    if q.measure != Measure::Times {
        return Err(if q.measure == Measure::Points { Fault::PointsForPercent } else { Fault::WrongUnit });
    }
    let mut number = Number::of(q);
    if let Some(movement) = q.movement {
        if movement.up != (factor > Decimal::ONE) && factor != Decimal::ONE {
            return Err(Fault::WrongDirection);
        }
        match movement.towards {
            Towards::To => {}
            // 增长2倍: what was there before comes on top.
            Towards::By if movement.up => {
                number.value = number.value.checked_add(Decimal::ONE).ok_or(Fault::WrongNumber)?;
            }
            Towards::By | Towards::From => return Err(Fault::LengthForLevel),
        }
    }
    number.holds(factor)
}

/// The share of a gap that is closed, in percent; below zero where it widened.
fn closed(said: &Said, share: Decimal) -> Result<(), Fault> {
    let number = Number::of(&said.quantity);
    match said.quantity.measure {
        Measure::Percent | Measure::Fraction => {}
        Measure::Points => return Err(Fault::PointsForPercent),
        _ => return Err(Fault::WrongUnit),
    }
    match said.quantity.movement {
        Some(movement) if movement.up => number.holds(-share),
        _ => number.holds(share),
    }
}

fn placed(said: &Said, rank: usize, among: usize) -> Result<(), Fault> {
    let q = &said.quantity;
    let among_fits = match q.measure {
        Measure::Rank { of } => of.is_none_or(|of| usize::try_from(of) == Ok(among)),
        Measure::Plain => true,
        _ => return Err(Fault::WrongUnit),
    };
    let number = Number::of(q);
    if among_fits { number.holds(Decimal::from(rank)) } else { Err(Fault::WrongNumber) }
}

/// What was said, in the unit of the data.
#[derive(Clone, Copy, Debug)]
struct Number {
    value: Decimal,
    step: Decimal,
    hedge: Hedge,
}

impl Number {
    fn of(q: &Quantity) -> Self {
        Self { value: q.value, step: q.step, hedge: q.hedge }
    }

    /// Whether it is true of what the data say.
    fn holds(&self, data: Decimal) -> Result<(), Fault> {
        let Some(apart) = self.value.checked_sub(data) else { return Err(Fault::WrongNumber) };
        let of_number = |share: Decimal| self.value.abs().checked_mul(share).unwrap_or(Decimal::MAX);
        let rounded = apart.abs() <= self.step / Decimal::TWO;
        let (holds, fault) = match self.hedge {
            Hedge::Exactly => (rounded, Fault::WrongNumber),
            Hedge::About => (rounded || apart.abs() <= of_number(FIVE_PERCENT), Fault::NotAbout),
            Hedge::Nearly => {
                // Nearly −10 is −9.5: closer to nothing, whatever the sign.
                let short = if self.value.is_sign_negative() { -apart } else { apart };
                let close = short <= of_number(TEN_PERCENT).max(self.step / Decimal::TWO);
                (short > Decimal::ZERO && close, Fault::NotNearly)
            }
            Hedge::MoreThan => (data > self.value, Fault::NotMore),
            Hedge::AtLeast => (data >= self.value, Fault::NotAtLeast),
            Hedge::LessThan => (data < self.value, Fault::NotLess),
            Hedge::AtMost => (data <= self.value, Fault::NotAtMost),
        };
        if holds { Ok(()) } else { Err(fault) }
    }
}

impl Said {
    /// Whether more decimals are written than the data have: 9.40% of 9.4 claims to know what nobody has measured.
    fn is_finer_than(&self, resolved: &Resolved<'_>) -> bool {
        let written = match resolved.reading {
            Reading::Value(v) | Reading::Benchmark(v) | Reading::Target(v) | Reading::Gap(v) => v.scale(),
            Reading::Change { from, to } => from.scale().max(to.scale()),
            // A quotient has as many as one likes.
            Reading::Growth { .. }
            | Reading::Multiple { .. }
            | Reading::GapClosed(_)
            | Reading::Rank { .. } => {
                return false;
            }
        };
        let indicator = resolved.indicator;
        let shown = if indicator.unit.is_money() { indicator.decimals.max(2) } else { indicator.decimals };
        let known = Decimal::new(1, written.max(shown).min(Decimal::MAX_SCALE));
        unit::level(self, resolved)
            .or_else(|_| unit::difference(self, resolved))
            .is_ok_and(|n| n.step < known)
    }
}
