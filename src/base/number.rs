//! Exact decimals. Values are never binary floats between the file and the page.

pub use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::ToPrimitive;

/// The decimal written as `text` in YAML: digits, an optional sign, an optional point, an optional exponent.
///
/// `None` for anything else, and for a number that a decimal of 96 bits cannot hold exactly: refused, not rounded.
pub fn parse(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let starts_well = unsigned.bytes().next().is_some_and(|b| b.is_ascii_digit() || b == b'.');
    let only_number =
        unsigned.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'));
    if !starts_well || !only_number {
        return None;
    }
    let digits = text.split(['e', 'E']).next().unwrap_or(text);
    let exact = Decimal::from_str_exact(digits).ok()?;
    // This would round the digits.
    if digits.len() < text.len() { Decimal::from_scientific(text).ok() } else { Some(exact) }
}

/// Rounded half away from zero, once, from the exact value, as everybody learns it at school (四舍五入);
/// GB/T 8170 would take an exact half to the even digit. A rounded zero has no sign.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    if let Some(rounded) = round_short(value, decimals) {
        return rounded;
    }
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() { Decimal::new(0, decimals.min(Decimal::MAX_SCALE)) } else { rounded }
}

/// [`round`] for numbers of at most 18 digits: nearly all there are, and much faster than for those of 96 bits.
fn round_short(value: Decimal, decimals: u32) -> Option<Decimal> {
    let unit = 10_i64.checked_pow(value.scale().checked_sub(decimals)?)?;
    let mantissa =
        i64::try_from(value.mantissa()).ok().filter(|m| m.unsigned_abs() < 1_000_000_000_000_000_000)?;
    let (whole, rest) = (mantissa / unit, mantissa % unit);
    // Not `2 * rest`, which may be too large.
    let up = rest.unsigned_abs() >= unit.unsigned_abs() - rest.unsigned_abs();
    Some(Decimal::new(whole + if up { mantissa.signum() } else { 0 }, decimals))
}

/// The nearest binary float, for geometry only.
pub fn to_f64(value: Decimal) -> f64 {
    // Short numbers are quotients of two that a float holds exactly, so one division is as near as floats come.
    const POWERS: [f64; 10] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    match (i32::try_from(value.mantissa()), POWERS.get(value.scale() as usize)) {
        (Ok(mantissa), Some(power)) => f64::from(mantissa) / power,
        _ => value.to_f64().unwrap_or(f64::NAN),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::RoundingStrategy;

    use super::{Decimal, parse, round, to_f64};

    #[test]
    fn what_yaml_calls_a_number_is_read_exactly() {
        for (text, value) in [
            ("9.4", Decimal::new(94, 1)),
            ("-2.50", Decimal::new(-250, 2)),
            ("438120", Decimal::new(438_120, 0)),
            ("1e3", Decimal::new(1000, 0)),
            ("+7", Decimal::new(7, 0)),
        ] {
            assert_eq!(parse(text), Some(value), "{text}");
        }
        for bad in [
            "",
            "九",
            "9,4",
            "0x1F",
            "1_000",
            ".inf",
            "NaN",
            "9.4%",
            "1e99",
            "--1",
            "e5",
            "1.2.3",
            "1.23456789012345678901234567890123e0",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn halves_round_away_from_zero_and_a_rounded_zero_has_no_minus() {
        for (value, decimals, expected) in [
            ("0.05", 1, "0.1"),
            ("-0.05", 1, "-0.1"),
            ("-0.04", 1, "0.0"),
            ("2.345", 2, "2.35"),
            ("9", 1, "9"),
        ] {
            assert_eq!(round(parse(value).unwrap(), decimals).to_string(), expected, "{value}");
        }
    }

    proptest! {
        #[test]
        fn a_number_becomes_the_float_that_is_nearest(mantissa: i32, scale in 0..=9_u32) {
            let value = Decimal::new(mantissa.into(), scale);
            let nearest: f64 = value.to_string().parse().unwrap();
            prop_assert_eq!(to_f64(value).total_cmp(&nearest), std::cmp::Ordering::Equal);
        }

        #[test]
        fn short_numbers_are_rounded_like_long_ones(mantissa: i64, scale in 0..=28_u32, decimals in 0..=30_u32) {
            let value = Decimal::from_i128_with_scale(i128::from(mantissa), scale);
            let long = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
            prop_assert_eq!(round(value, decimals), long);
            prop_assert_eq!(round(value, decimals).scale() <= decimals, true);
        }
    }
}
