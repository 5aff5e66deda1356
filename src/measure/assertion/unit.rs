//! Whether the unit that an author writes is the unit of the data.

use super::super::answer::Resolved;
use super::super::quantity::{Measure, quantities};
use super::Number;
use super::said::Said;
use crate::base::problem::AssertionFault as Fault;
use crate::base::{Lang, Localized};
use crate::model::{Currency, Unit};

/// What was said of a value. A bare number is enough only where the indicator has no unit.
pub(super) fn level(said: &Said, resolved: &Resolved<'_>) -> Result<Number, Fault> {
    match (&resolved.indicator.unit, said.quantity.measure) {
        (Unit::Percent, Measure::Percent | Measure::Fraction) => Ok(Number::of(&said.quantity)),
        (Unit::Percent, Measure::Points) => Err(Fault::PointsForPercent),
        (unit, _) => amount(said, unit, resolved.currency),
    }
}

/// What was said of a difference between two values: of percentages, percentage points.
pub(super) fn difference(said: &Said, resolved: &Resolved<'_>) -> Result<Number, Fault> {
    match (&resolved.indicator.unit, said.quantity.measure) {
        (Unit::Percent, Measure::Points) => Ok(Number::of(&said.quantity)),
        (Unit::Percent, Measure::Percent | Measure::Fraction) => Err(Fault::PercentForPoints),
        (unit, _) => amount(said, unit, resolved.currency),
    }
}

fn amount(said: &Said, unit: &Unit, currency: Option<Currency>) -> Result<Number, Fault> {
    let number = Number::of(&said.quantity);
    let fits = match (unit, said.quantity.measure) {
        (Unit::Ratio | Unit::Count, Measure::Plain) | (Unit::Ratio, Measure::Times) => true,
        (Unit::Count, Measure::Unit(amount)) => amount.power == 0 && amount.per.is_none(),
        (Unit::Currency | Unit::CurrencyPerPerson, Measure::Money { currency: said, per }) => {
            if currency.is_some() && said.is_some() && said != currency {
                return Err(Fault::WrongCurrency);
            }
            per.is_none() || per == Some("person") && *unit == Unit::CurrencyPerPerson
        }
        // Without a currency casebook itself writes 51.23亿.
        (Unit::Currency | Unit::CurrencyPerPerson, Measure::Plain) => currency.is_none(),
        (Unit::CurrencyPerPerson, Measure::Unit(amount)) => {
            currency.is_none() && (amount.name, amount.per) == ("", Some("person"))
        }
        (Unit::Named(_), Measure::Plain) if said.own_unit => true,
        (Unit::Named(name), _) => return named(said, name).ok_or(Fault::WrongUnit),
        _ => false,
    };
    if fits { Ok(number) } else { Err(Fault::WrongUnit) }
}

/// Another word for the unit (`tonnes` for `t`), or another size of it (500 kg for 0.5 t).
fn named(said: &Said, name: &Localized<String>) -> Option<Number> {
    let number = Number::of(&said.quantity);
    if name.iter().any(|(_, name)| name.is_empty()) && said.quantity.measure == Measure::Plain {
        return Some(number);
    }
    let Measure::Unit(written) = said.quantity.measure else { return None };
    name.iter().find_map(|(_, name)| {
        let one = quantities(&format!("1 {name}"), Lang::EN).into_iter().next()?;
        let Measure::Unit(own) = one.measure else { return None };
        if written.name.is_empty() || (written.name, written.per) != (own.name, own.per) {
            return None;
        }
        // The number before the name may have a size of its own: 万吨.
        let factor = written.factor()?.checked_div(own.factor()?.checked_mul(one.value)?)?;
        Some(Number {
            value: number.value.checked_mul(factor)?,
            step: number.step.checked_mul(factor)?,
            ..number
        })
    })
}
