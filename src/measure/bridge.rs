//! What made up a change, and what is left unexplained.

use super::write;
use crate::base::Decimal;
use crate::model::{Bridge, Indicator};

/// The whole change. None beyond any decimal.
pub fn change(bridge: &Bridge) -> Option<Decimal> {
    bridge.to.value.checked_sub(bridge.from.value)
}

/// What the named contributions leave of the change: shown as “other factors”. None where it is less than one unit of
/// the last decimal that is shown of either end.
pub fn rest(indicator: &Indicator, bridge: &Bridge) -> Option<Decimal> {
    let named = bridge.parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    let rest = change(bridge)?.checked_sub(named)?;
    let magnitude = bridge.from.value.abs().max(bridge.to.value.abs());
    (rest.abs() >= write::step(&indicator.unit, indicator.decimals, magnitude)).then_some(rest)
}

/// Whether the named contributions explain so little that something must be wrong with them: most often they are in
/// another unit than the indicator, or one is missing.
pub fn explains_little(indicator: &Indicator, bridge: &Bridge) -> bool {
    let moved = bridge.parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value.abs()));
    match (rest(indicator, bridge), moved) {
        (Some(rest), Some(moved)) => rest.abs() > moved / Decimal::TWO,
        (None, Some(_)) => false,
        (_, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::{explains_little, rest};
    use crate::measure::sample::{both, indicator, known, value};
    use crate::model::{Bridge, Direction, Part, Unit};

    fn bridge(from: &str, to: &str, parts: &[&str]) -> Bridge {
        Bridge {
            from: known("2021", from),
            to: known("2024", to),
            parts: parts.iter().map(|v| Part { name: both("甲", "A"), value: value(v) }).collect(),
            source: None,
            locator: None,
        }
    }

    #[test]
    fn what_is_left_is_other_and_what_would_show_as_zero_is_nothing() {
        let percent = indicator(Unit::Percent, 1, Direction::Increase);
        let money = indicator(Unit::Currency, 2, Direction::Increase);
        for (indicator, from, to, parts, left) in [
            (&percent, "6.2", "9.4", &["2.0", "1.0"][..], Some("0.2")),
            (&percent, "6.2", "9.4", &["2.2", "1.0"], None),
            (&percent, "6.2", "9.4", &["2.0", "1.15"], None),
            (&percent, "9.4", "6.2", &["-4.0"], Some("0.8")),
            (&money, "4381200000", "5123000000", &["741000000"], None),
            (&money, "4381200000", "5123000000", &["740000000"], Some("1800000")),
        ] {
            assert_eq!(rest(indicator, &bridge(from, to, parts)), left.map(value), "{from} {to} {parts:?}");
        }
    }

    #[test]
    fn contributions_in_another_unit_explain_little() {
        let percent = indicator(Unit::Percent, 1, Direction::Increase);
        for (from, to, parts, little) in [
            ("6.2", "9.4", &["2.0", "1.0"][..], false),
            ("6.2", "9.4", &["1.1", "0.8"], true),
            ("6.2", "9.4", &["0.0002"], true),
            ("6.2", "9.4", &["20000", "12000"], true),
            ("6.2", "6.3", &["5", "-4.5"], false),
            ("6.2", "9.4", &["7e28", "7e28"], true),
        ] {
            assert_eq!(explains_little(&percent, &bridge(from, to, parts)), little, "{from} {to} {parts:?}");
        }
    }
}
