//! A number by itself: its digits or number words with their size, without sign and unit.

use super::text::{Text, Words};
use super::{chinese, english};
use crate::base::{Decimal, number};

/// A number that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    /// Behind it.
    pub(super) end: usize,
    pub(super) value: Decimal,
    /// One unit of its last digit.
    pub(super) step: Decimal,
    /// Whether it is written in words.
    pub(super) spelled: bool,
    /// How many digits stand before the point, without a size; 0 for words. `2024` has four, `2,024` is no year.
    pub(super) plain_digits: usize,
    /// The power of ten of its size word, `亿` or `million`; 0 without one.
    pub(super) exponent: u32,
    /// Whether `多` or `余` stands inside: `30余万`.
    pub(super) and_more: bool,
}

/// What stands at a place where a number could begin.
pub(super) enum Reading {
    Number(Numeral),
    /// No number that can be told: go on behind it.
    Nothing(usize),
}

/// Sizes after digits, as powers of ten.
const SIZES: &Words<u32> = &[
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("十亿", 9),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("千", 3),
    ("百", 2),
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("mn", 6),
    ("mln", 6),
    ("billion", 9),
    ("bn", 9),
    ("trillion", 12),
    ("tn", 12),
];

/// Sizes that are units too, unless money stands before the number: `$5m`.
const SIZES_OF_MONEY: &Words<u32> = &[("m", 6), ("k", 3), ("b", 9)];

/// Units that begin like a size.
const NOT_A_SIZE: [&str; 11] =
    ["千瓦", "千克", "千米", "千卡", "千伏", "千焦", "千帕", "千升", "千吨", "百帕", "百分"];

/// The number that begins at a digit. `money`: a currency stands before it.
pub(super) fn digits(text: Text<'_>, at: usize, money: bool) -> Reading {
    let first = plain(text, at);
    let Some(value) = first.value else { return Reading::Nothing(first.end) };
    let mut numeral = Numeral {
        end: first.end,
        value,
        step: power(-first.decimals).unwrap_or_default(),
        spelled: false,
        plain_digits: if first.grouped { 0 } else { first.whole },
        exponent: 0,
        and_more: false,
    };
    // 30余万: the word stands before the size.
    if let Some(end) = text.any(numeral.end, &["多", "余"])
        && size(text, end, money).is_some()
    {
        numeral.end = end;
        numeral.and_more = true;
    }
    let Some((end, exponent)) = size(text, numeral.end, money) else { return Reading::Number(numeral) };
    let Some(sized) = scaled(numeral.value, numeral.step, exponent) else { return Reading::Nothing(end) };
    (numeral.value, numeral.step) = sized;
    numeral.end = end;
    numeral.exponent = exponent;
    numeral.plain_digits = 0;
    // 5亿1230万: each part in a smaller size.
    let mut last = exponent;
    while text.peek(numeral.end).is_some_and(|c| c.is_ascii_digit()) {
        let part = plain(text, numeral.end);
        let Some((end, exponent)) = size(text, part.end, false).filter(|s| s.1 < last) else { break };
        let sum = part.value.and_then(|value| {
            let (value, step) = scaled(value, power(-part.decimals)?, exponent)?;
            Some((numeral.value.checked_add(value)?, step))
        });
        let Some(sum) = sum else { break };
        (numeral.value, numeral.step) = sum;
        (numeral.end, last) = (end, exponent);
    }
    Reading::Number(numeral)
}

/// The number that begins with a word, in the language of the text.
pub(super) fn words(text: Text<'_>, at: usize) -> Reading {
    if text.chinese { chinese::numeral(text, at) } else { english::numeral(text, at) }
}

/// The size at a place, after a space or a hyphen or none.
fn size(text: Text<'_>, at: usize, money: bool) -> Option<(usize, u32)> {
    let near = text.skip(at);
    let near = if text.peek(near) == Some('-') { text.next(near) } else { near };
    if NOT_A_SIZE.iter().any(|unit| text.eat(near, unit).is_some()) {
        return None;
    }
    let found =
        text.longest(near, SIZES).or_else(|| if money { text.longest(near, SIZES_OF_MONEY) } else { None });
    // 12万千瓦: the second part is the unit's.
    let prefix_of_unit = |(end, exponent): (usize, u32)| {
        let shorter = text.longest(near, &[("万", 4), ("亿", 8)]);
        match shorter {
            Some(short) if short.0 < end && NOT_A_SIZE.iter().any(|u| text.eat(short.0, u).is_some()) => {
                short
            }
            _ => (end, exponent),
        }
    };
    found.map(prefix_of_unit)
}

/// Digits with their grouping and decimals.
struct Plain {
    end: usize,
    /// None for more digits than a decimal holds.
    value: Option<Decimal>,
    whole: usize,
    decimals: i32,
    grouped: bool,
}

fn plain(text: Text<'_>, at: usize) -> Plain {
    let wide = text.raw(at).is_some_and(|c| !c.is_ascii());
    let mut digits = String::new();
    let mut end = run(text, at, &mut digits);
    let mut grouped = false;
    if digits.len() <= 3 {
        while let Some(next) = group(text, end, wide, &mut digits) {
            end = next;
            grouped = true;
        }
    }
    let whole = digits.len();
    if text.peek(end) == Some('.') && text.peek(text.next(end)).is_some_and(|c| c.is_ascii_digit()) {
        digits.push('.');
        end = run(text, text.next(end), &mut digits);
    }
    let decimals = digits.len().saturating_sub(whole + 1);
    Plain {
        end,
        value: number::parse(&digits),
        whole,
        decimals: i32::try_from(decimals).unwrap_or(i32::MAX),
        grouped,
    }
}

/// A run of digits.
fn run(text: Text<'_>, mut at: usize, digits: &mut String) -> usize {
    while let Some(digit) = text.peek(at).filter(char::is_ascii_digit) {
        digits.push(digit);
        at = text.next(at);
    }
    at
}

/// A separator and exactly three digits. The full-width comma separates full-width digits only: between others it
/// is the comma of the sentence.
fn group(text: Text<'_>, at: usize, wide: bool, digits: &mut String) -> Option<usize> {
    let separator = text.raw(at)?;
    let separates = match separator {
        ',' | '\u{2009}' | '\u{202f}' => true,
        '，' => wide,
        _ => false,
    };
    if !separates {
        return None;
    }
    let mut three = String::with_capacity(3);
    let mut end = text.next(at);
    for _ in 0..3 {
        three.push(text.peek(end).filter(char::is_ascii_digit)?);
        end = text.next(end);
    }
    if text.peek(end).is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    digits.push_str(&three);
    Some(end)
}

/// A value and its step, counted in a size.
pub(super) fn scaled(value: Decimal, step: Decimal, exponent: u32) -> Option<(Decimal, Decimal)> {
    let size = power(i32::try_from(exponent).ok()?)?;
    Some((value.checked_mul(size)?.normalize(), step.checked_mul(size)?.normalize()))
}

/// A power of ten.
pub(super) fn power(exponent: i32) -> Option<Decimal> {
    match u32::try_from(exponent) {
        Ok(up) => Decimal::try_from_i128_with_scale(10_i128.checked_pow(up)?, 0).ok(),
        Err(_) => Decimal::try_from_i128_with_scale(1, exponent.unsigned_abs()).ok(),
    }
}
