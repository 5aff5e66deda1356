//! The digits of a number: rounded, grouped, with a true minus.

use crate::base::number;
use crate::base::{Decimal, Lang};

/// The minus sign of running text, U+2212.
pub(super) const MINUS: char = '\u{2212}';

/// `value` rounded to `decimals`, all of them written: `9.0`, `−3.20`, `1,234.5`.
pub(super) fn fixed(value: Decimal, decimals: u32, lang: Lang) -> String {
    let decimals = decimals.min(Decimal::MAX_SCALE) as usize;
    let rounded = number::round(value, u32::try_from(decimals).unwrap_or(Decimal::MAX_SCALE));
    let digits = Digits::of(rounded);
    let (whole, fraction) = digits.parts();
    assemble(rounded.is_sign_negative(), whole, fraction, decimals, lang)
}

/// Adds `value` for programs: all its decimals but the zeros at their end, a hyphen for the minus, nothing grouped.
pub(super) fn exact(out: &mut String, value: Decimal) {
    let value = value.normalize();
    if value.is_sign_negative() {
        out.push('-');
    }
    let digits = Digits::of(value);
    let (whole, fraction) = digits.parts();
    out.push_str(whole);
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
}

/// The digits of a number, at least one of them before its decimals.
struct Digits {
    /// Written from the end; zeros before them.
    all: [u8; Self::MOST],
    begin: usize,
    /// Where the decimals begin.
    point: usize,
}

impl Digits {
    /// A decimal has 29 digits at most.
    const MOST: usize = 29;

    fn of(value: Decimal) -> Self {
        let (mut all, mut begin) = ([b'0'; Self::MOST], Self::MOST);
        let mut put = |digit: u8| {
            begin -= 1;
            all[begin] = b'0' + digit;
        };
        let mut long = value.mantissa().unsigned_abs();
        // Numbers of 64 bits are divided much faster, and there are hardly any others.
        let mut rest = loop {
            match u64::try_from(long) {
                Ok(short) => break short,
                Err(_) => put((long % 10) as u8),
            }
            long /= 10;
        };
        while rest > 0 {
            put((rest % 10) as u8);
            rest /= 10;
        }
        let point = Self::MOST - value.scale() as usize;
        Self { all, begin: begin.min(point - 1), point }
    }

    /// Those before the point and those behind it.
    fn parts(&self) -> (&str, &str) {
        let text = |digits| std::str::from_utf8(digits).expect("digits are ASCII");
        (text(&self.all[self.begin..self.point]), text(&self.all[self.point..]))
    }
}

/// The same without the zeros at the end of the fraction: `9`, `−3.2`.
pub(super) fn trimmed(value: Decimal, decimals: u32, lang: Lang) -> String {
    let value = number::round(value, decimals).normalize();
    fixed(value, value.scale(), lang)
}

/// A binary float of an axis, with as many decimals as its step needs. Empty for what is no number.
pub(super) fn float(value: f64, decimals: u8, lang: Lang) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let decimals = usize::from(decimals);
    let text = round_float(value.abs(), decimals).unwrap_or_else(|| format!("{:.decimals$}", value.abs()));
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let negative = value < 0.0 && text.bytes().any(|b| matches!(b, b'1'..=b'9'));
    assemble(negative, whole, fraction, decimals, lang)
}

/// A float that is a round number but for the last bits of its binary form, as ticks are: through the whole number
/// that it is without its point. `None` for any other: to round a float exactly takes far longer.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be small and positive"
)]
fn round_float(value: f64, decimals: usize) -> Option<String> {
    let shift = *[1_u32, 10, 100, 1000, 10_000].get(decimals)?;
    let shifted = value * f64::from(shift);
    let whole = shifted.round();
    if whole > 1e12 || (shifted - whole).abs() > 1e-3 {
        return None;
    }
    let (whole, shift) = (whole as u64, u64::from(shift));
    Some(if decimals == 0 {
        whole.to_string()
    } else {
        format!("{}.{:0decimals$}", whole / shift, whole % shift)
    })
}

fn assemble(negative: bool, whole: &str, fraction: &str, decimals: usize, lang: Lang) -> String {
    // A fraction shorter than the decimals is filled up with zeros: the decimal kept fewer of them.
    let mut out = String::with_capacity(whole.len() * 4 / 3 + decimals + 4);
    if negative {
        out.push(MINUS);
    }
    // Thousands are grouped from four digits in English. Chinese readers count in ten thousands and are
    // used to four digits in a row; only longer numbers need help.
    let grouped = whole.len() > if lang.is_chinese() { 4 } else { 3 };
    for (i, digit) in whole.chars().enumerate() {
        if grouped && i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if decimals > 0 {
        out.push('.');
        out.push_str(fraction);
        out.extend(std::iter::repeat_n('0', decimals.saturating_sub(fraction.len())));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{exact, fixed, float, trimmed};
    use crate::base::Lang;
    use crate::base::number::parse;

    #[test]
    fn every_decimal_asked_for_is_written_and_thousands_are_grouped() {
        for (value, decimals, zh, en) in [
            ("9", 1, "9.0", "9.0"),
            ("0.05", 1, "0.1", "0.1"),
            ("-0.04", 1, "0.0", "0.0"),
            ("-0.05", 1, "−0.1", "−0.1"),
            ("0", 0, "0", "0"),
            ("1234.5", 1, "1234.5", "1,234.5"),
            ("-12345", 0, "−12,345", "−12,345"),
            ("999.95", 1, "1000.0", "1,000.0"),
            ("1e24", 0, "1,000,000,000,000,000,000,000,000", "1,000,000,000,000,000,000,000,000"),
        ] {
            let value = parse(value).unwrap();
            assert_eq!(
                (fixed(value, decimals, Lang::ZH), fixed(value, decimals, Lang::EN)),
                (zh.into(), en.into())
            );
        }
    }

    #[test]
    fn trailing_zeros_can_be_left_away() {
        for (value, decimals, expected) in
            [("51.20", 2, "51.2"), ("50", 2, "50"), ("100", 0, "100"), ("0.001", 2, "0"), ("-0.001", 2, "0")]
        {
            assert_eq!(trimmed(parse(value).unwrap(), decimals, Lang::ZH), expected, "{value}");
        }
    }

    #[test]
    fn programs_read_a_number_exactly_as_it_is() {
        for (value, expected) in [
            ("0", "0"),
            ("-0.0", "0"),
            ("100", "100"),
            ("12.50", "12.5"),
            ("-0.005", "-0.005"),
            ("79228162514264337593543950335", "79228162514264337593543950335"),
            ("-0.0000000000000000000000000001", "-0.0000000000000000000000000001"),
        ] {
            let mut written = String::new();
            exact(&mut written, parse(value).unwrap());
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn a_tick_is_written_like_any_number() {
        assert_eq!(float(-1200.0, 0, Lang::EN), "−1,200");
        assert_eq!(float(-0.0, 1, Lang::EN), "0.0");
        assert_eq!(float(-0.04, 1, Lang::EN), "0.0");
        assert_eq!(float(0.25, 2, Lang::ZH), "0.25");
        // Ticks are seldom exact in binary: these are 0.30000000000000004 and 2.4999999999999996.
        assert_eq!(float(0.1 + 0.2, 1, Lang::ZH), "0.3");
        assert_eq!(float(2.5 - 4e-16, 1, Lang::ZH), "2.5");
        // What is not as round as its decimals say is rounded exactly.
        assert_eq!(float(0.25, 1, Lang::ZH), "0.2");
        assert_eq!(float(1e15, 1, Lang::EN), "1,000,000,000,000,000.0");
        assert_eq!(float(3e-7, 7, Lang::ZH), "0.0000003");
        assert_eq!(float(f64::NAN, 2, Lang::ZH), "");
    }
}
