//! A number by itself: its digits or number words with their size, without sign and unit.

use super::text::Text;
use super::words::{Words, bare, forwards};
use super::{chinese, english};
use crate::base::Decimal;

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

impl Reading {
    pub(super) fn number(&self) -> Option<&Numeral> {
        match self {
            Self::Number(number) => Some(number),
            Self::Nothing(_) => None,
        }
    }
}

/// Sizes after digits, as powers of ten.
const SIZES: &Words<u32> = &forwards([
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
]);

/// Those that a unit may follow that begins like a size.
const SHORT_SIZES: &Words<u32> = &forwards([("万", 4), ("亿", 8)]);

/// Sizes that are units too, unless money stands before the number: `$5m`.
const SIZES_OF_MONEY: &Words<u32> = &forwards([("m", 6), ("k", 3), ("b", 9)]);

/// Units that begin like a size.
const NOT_A_SIZE: &Words<()> =
    &forwards(bare(["千瓦", "千克", "千米", "千卡", "千伏", "千焦", "千帕", "千升", "千吨", "百帕", "百分"]));

/// The number that begins at a place, in the language of the text.
pub(super) fn read(text: Text<'_>, at: usize) -> Reading {
    match text.peek(at) {
        Some(c) if c.is_ascii_digit() => digits(text, at, false),
        _ if text.chinese => chinese::numeral(text, at),
        _ => english::numeral(text, at),
    }
}

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

/// The size at a place, after a space or a hyphen or none.
fn size(text: Text<'_>, at: usize, money: bool) -> Option<(usize, u32)> {
    let near = text.skip(at);
    let near = if text.peek(near) == Some('-') { text.next(near) } else { near };
    if text.longest(near, NOT_A_SIZE).is_some() {
        return None;
    }
    let (end, exponent) = text
        .longest(near, SIZES)
        .or_else(|| if money { text.longest(near, SIZES_OF_MONEY) } else { None })?;
    // 12万千瓦: the second part is the unit's.
    let shorter = text
        .longest(near, SHORT_SIZES)
        .filter(|(short, _)| *short < end && text.longest(*short, NOT_A_SIZE).is_some());
    Some(shorter.unwrap_or((end, exponent)))
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
    let mut digits = Digits { value: Some(0), count: 0 };
    let mut end = digits.run(text, at);
    let mut grouped = false;
    if digits.count <= 3 {
        while let Some(next) = digits.group(text, end, wide) {
            end = next;
            grouped = true;
        }
    }
    let whole = digits.count;
    if text.peek(end) == Some('.') {
        let behind = digits.run(text, text.next(end));
        end = if digits.count > whole { behind } else { end };
    }
    let decimals = digits.count - whole;
    let scaled = |value| Decimal::try_from_i128_with_scale(value, u32::try_from(decimals).ok()?).ok();
    Plain {
        end,
        value: digits.value.and_then(scaled),
        whole,
        decimals: i32::try_from(decimals).unwrap_or(i32::MAX),
        grouped,
    }
}

/// The digits that were read so far.
#[derive(Clone, Copy)]
struct Digits {
    /// What they are without a point. None for more than any number has.
    value: Option<i128>,
    count: usize,
}

impl Digits {
    /// Adds one; false for anything else.
    fn add(&mut self, c: Option<char>) -> bool {
        let Some(digit) = c.and_then(|c| c.to_digit(10)) else { return false };
        self.value = self.value.and_then(|value| value.checked_mul(10)?.checked_add(digit.into()));
        self.count += 1;
        true
    }

    /// Adds a run of digits.
    fn run(&mut self, text: Text<'_>, mut at: usize) -> usize {
        while self.add(text.peek(at)) {
            at = text.next(at);
        }
        at
    }

    /// Adds a separator and exactly three digits. The full-width comma separates full-width digits only: between
    /// others it is the comma of the sentence.
    fn group(&mut self, text: Text<'_>, at: usize, wide: bool) -> Option<usize> {
        let separates = match text.raw(at)? {
            ',' | '\u{2009}' | '\u{202f}' => true,
            '，' => wide,
            _ => false,
        };
        if !separates {
            return None;
        }
        let mut with = *self;
        let end = with.run(text, text.next(at));
        (with.count == self.count + 3).then(|| {
            *self = with;
            end
        })
    }
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
