//! Numbers in English words: twelve, twenty-five, one hundred and twenty, eight point six, half a billion.

use super::numeral::{Numeral, Reading, power, scaled};
use super::text::Text;
use super::words::{Words, bare, forwards};
use crate::base::Decimal;

pub(super) const ONES: &Words<u32> = &forwards([
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
]);

pub(super) const TENS: &Words<u32> = &forwards([
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
]);

/// What there can be one of: `a thousand`.
const SIZES: &Words<()> = &forwards(bare(["hundred", "thousand", "million", "billion", "trillion"]));

const LARGE: &Words<u32> = &forwards([("million", 6), ("billion", 9), ("trillion", 12)]);

/// The number that begins at a word. Below a million a number in words is exact to one; with a size it is as exact as
/// that.
pub(super) fn numeral(text: Text<'_>, at: usize) -> Reading {
    let nothing = || Reading::Nothing(text.word_end(at).max(text.next(at)));
    let Some(first) = below_million(text, at).or_else(|| half_a(text, at)) else { return nothing() };
    let mut numeral = first;
    if let Some(with) = decimals(text, numeral) {
        numeral = with;
    }
    if let Some((end, exponent)) = text.longest(gap(text, numeral.end), LARGE) {
        let Some((value, step)) = scaled(numeral.value, numeral.step, exponent) else { return nothing() };
        numeral = Numeral { end, value, step, exponent, ..numeral };
    }
    Reading::Number(numeral)
}

/// Behind a space or a hyphen between two words of a number.
fn gap(text: Text<'_>, at: usize) -> usize {
    if text.peek(at) == Some('-') { text.next(at) } else { text.skip(at) }
}

fn below_million(text: Text<'_>, at: usize) -> Option<Numeral> {
    let (mut end, mut value) = below_thousand(text, at)?;
    if let Some(behind) = text.eat(gap(text, end), "thousand") {
        (end, value) = (behind, value * 1000);
        let rest = gap(text, end);
        let rest = text.eat(rest, "and").map_or(rest, |and| gap(text, and));
        if let Some((behind, more)) = below_thousand(text, rest).filter(|_| rest > end) {
            (end, value) = (behind, value + more);
        }
    }
    Some(Numeral {
        end,
        value: value.into(),
        step: Decimal::ONE,
        spelled: true,
        plain_digits: 0,
        exponent: 0,
        and_more: false,
    })
}

fn below_thousand(text: Text<'_>, at: usize) -> Option<(usize, u32)> {
    // `a hundred`, but not `a` alone.
    if let Some(end) = text.eat(at, "a") {
        let word = text.skip(end);
        return match text.eat(word, "hundred") {
            Some(end) => Some(with_rest(text, end, 100)),
            None => text.longest(word, SIZES).map(|_| (end, 1)),
        };
    }
    let (end, value) = below_hundred(text, at)?;
    match text.eat(gap(text, end), "hundred") {
        Some(end) if value > 0 => Some(with_rest(text, end, value * 100)),
        _ => Some((end, value)),
    }
}

/// `… and twenty` behind a hundred.
fn with_rest(text: Text<'_>, end: usize, hundreds: u32) -> (usize, u32) {
    let next = gap(text, end);
    let next = text.eat(next, "and").map_or(next, |and| gap(text, and));
    match below_hundred(text, next).filter(|_| next > end) {
        Some((end, rest)) => (end, hundreds + rest),
        None => (end, hundreds),
    }
}

fn below_hundred(text: Text<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some((end, tens)) = text.longest(at, TENS) {
        let ones = text
            .longest(gap(text, end), ONES)
            .filter(|(_, one)| (1..10).contains(one) && gap(text, end) > end);
        return Some(ones.map_or((end, tens), |(end, ones)| (end, tens + ones)));
    }
    text.longest(at, ONES)
}

/// `point six`, or `and a half`.
fn decimals(text: Text<'_>, whole: Numeral) -> Option<Numeral> {
    let point = text.skip(whole.end);
    if let Some(end) = text.eat(point, "and a half") {
        let half = Decimal::new(5, 1);
        return Some(Numeral { end, value: whole.value + half, step: Decimal::new(1, 1), ..whole });
    }
    let mut end = text.eat(point, "point")?;
    let (mut value, mut step) = (whole.value, Decimal::ONE);
    for count in 1..=12 {
        let digit = text.longest(text.skip(end), ONES).filter(|(_, digit)| *digit < 10);
        let Some((behind, digit)) = digit else { break };
        step = power(-count)?;
        value = value.checked_add(Decimal::from(digit).checked_mul(step)?)?;
        end = behind;
    }
    (step < Decimal::ONE).then_some(Numeral { end, value, step, ..whole })
}

/// `half a billion`.
fn half_a(text: Text<'_>, at: usize) -> Option<Numeral> {
    let end = text.eat(at, "half a")?;
    text.longest(text.skip(end), LARGE)?;
    Some(Numeral {
        end,
        value: Decimal::new(5, 1),
        step: Decimal::new(1, 1),
        spelled: true,
        plain_digits: 0,
        exponent: 0,
        and_more: false,
    })
}
