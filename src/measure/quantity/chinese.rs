//! Numbers in Chinese words: 十二, 五亿, 八点六, 二〇二四, 两千三百万.

use super::numeral::{Numeral, Reading, power, scaled};
use super::text::Text;
use super::words::{Words, forwards};
use crate::base::Decimal;

const SIZES: &Words<u32> = &forwards([("万亿", 12), ("亿", 8), ("万", 4)]);

/// The number that begins here. Below 万 a number in words is exact to one; with a size it is as exact as its last
/// part: 五亿 to a 亿.
///
/// Nothing is read from what leaves the number open: 几十, 数百, 十几, 三四十.
pub(super) fn numeral(text: Text<'_>, at: usize) -> Reading {
    let end = run_end(text, at);
    let vague = || Reading::Nothing(end.max(text.next(at)));
    if matches!(text.before(at), Some('几' | '数' | '上' | '成' | '好')) && begins_with_unit(text, at)
        || text.peek(end) == Some('几')
    {
        return vague();
    }
    let Some(whole) = whole(&text.all[at..end]) else { return vague() };
    let mut numeral = Numeral {
        end,
        value: whole.value,
        step: whole.step,
        spelled: true,
        plain_digits: 0,
        exponent: whole.exponent,
        and_more: false,
    };
    if whole.exponent == 0 && text.peek(end) == Some('点') {
        match decimals(text, text.next(end), whole.value) {
            Some(with) => numeral = with,
            None if text.peek(text.next(end)).is_some_and(is_numeral) => return vague(),
            None => {}
        }
    }
    // 三十余万: the word stands before the size.
    if matches!(text.peek(numeral.end), Some('余' | '多')) {
        let behind = text.next(numeral.end);
        if let Some((end, exponent)) = size(text, behind) {
            let Some((value, step)) = scaled(numeral.value, numeral.step, exponent) else { return vague() };
            numeral = Numeral { end, value, step, exponent, and_more: true, ..numeral };
        }
    }
    Reading::Number(numeral)
}

/// Whether a number in words could begin with this character.
#[inline]
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '亿')
}

/// Whether a run of them may begin with it: nobody writes 万 or 亿 first and means a number.
#[inline]
pub(super) fn may_begin(c: char) -> bool {
    is_numeral(c) && !matches!(c, '万' | '亿')
}

#[inline]
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn begins_with_unit(text: Text<'_>, at: usize) -> bool {
    matches!(text.peek(at), Some('十' | '百' | '千' | '万' | '亿'))
}

fn run_end(text: Text<'_>, at: usize) -> usize {
    let rest = &text.all[at..];
    let end = rest.find(|c| !is_numeral(c)).map_or(text.all.len(), |len| at + len);
    // 千 and 百 of 千瓦 and 百分点 belong to the unit.
    let last = text.before(end);
    let of_unit = match last {
        Some('千') => {
            matches!(text.peek(end), Some('瓦' | '克' | '米' | '卡' | '伏' | '焦' | '帕' | '升' | '吨'))
        }
        Some('百') => text.peek(end) == Some('分'),
        _ => false,
    };
    if of_unit && text.back(end) > at { text.back(end) } else { end }
}

struct Whole {
    value: Decimal,
    step: Decimal,
    /// The power of ten of the size at its end; 0 without one.
    exponent: u32,
}

/// A whole number out of number words; none where they do not make one.
fn whole(words: &str) -> Option<Whole> {
    if words.chars().all(|c| digit(c).is_some()) {
        return in_a_row(words);
    }
    // The hundreds and tens below one 万, and what stands in 亿 and 万 before it.
    let (mut total, mut section, mut pending): (u128, u128, Option<u128>) = (0, 0, None);
    let mut unit_before: u128 = u128::MAX;
    let mut exponent = 0_u32;
    for c in words.chars() {
        if let Some(value) = digit(c) {
            if pending.is_some_and(|p| p != 0) {
                return None;
            }
            pending = if value == 0 { None } else { Some(value.into()) };
            continue;
        }
        let unit: u128 = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => {
                let before = section.checked_add(pending.take().unwrap_or(0)).filter(|n| *n > 0)?;
                // 万亿 counts in 万 first: the 亿 behind it takes the sum.
                section = before.checked_mul(10_000)?;
                (unit_before, exponent) = (10_000, 4);
                continue;
            }
            _ => {
                let before = total
                    .checked_add(section)?
                    .checked_add(pending.take().unwrap_or(0))
                    .filter(|n| *n > 0)?;
                total = before.checked_mul(100_000_000)?;
                section = 0;
                exponent = if unit_before == 10_000 { 12 } else { 8 };
                unit_before = 100_000_000;
                continue;
            }
        };
        if unit >= unit_before && unit_before < 10_000 {
            return None;
        }
        section = section.checked_add(pending.take().unwrap_or(1).checked_mul(unit)?)?;
        (unit_before, exponent) = (unit, 0);
    }
    if let Some(last) = pending {
        // 三万五 is 35 000, 一百零五 is 105.
        let spoken = unit_before >= 100 && unit_before != u128::MAX && !words.contains(['零', '〇']);
        let unit = if spoken { unit_before / 10 } else { 1 };
        section = section.checked_add(last.checked_mul(unit)?)?;
        exponent = if unit >= 1000 { unit.ilog10() } else { 0 };
    }
    let value = total.checked_add(section)?;
    let value = Decimal::try_from_i128_with_scale(i128::try_from(value).ok()?, 0).ok()?;
    let step = power(i32::try_from(exponent).ok()?)?;
    Some(Whole { value, step, exponent: if words.ends_with(['万', '亿']) { exponent } else { 0 } })
}

/// Digits in a row: one of them, or a year such as 二〇二四. Two without a zero are a guess: 三四家.
fn in_a_row(words: &str) -> Option<Whole> {
    let count = words.chars().count();
    let has_zero = words.contains(['〇', '零']);
    if words.contains('两') && count > 1 || !(count == 1 || count == 4 || has_zero && count <= 18) {
        return None;
    }
    let value = words.chars().filter_map(digit).fold(0_u64, |n, d| n * 10 + u64::from(d));
    Some(Whole { value: value.into(), step: Decimal::ONE, exponent: 0 })
}

/// What stands behind 点, with the size that may follow: 五点一二亿. None for a time of day.
fn decimals(text: Text<'_>, at: usize, whole: Decimal) -> Option<Numeral> {
    let mut end = at;
    let mut digits: u64 = 0;
    let mut count = 0_u32;
    while let Some(next) = text.peek(end).and_then(digit) {
        count += 1;
        if count > 18 {
            return None;
        }
        digits = digits * 10 + u64::from(next);
        end = text.next(end);
    }
    if count == 0 || matches!(text.peek(end), Some('十' | '刻' | '半' | '钟')) {
        return None;
    }
    let fraction = Decimal::try_from_i128_with_scale(digits.into(), count).ok()?;
    let mut value = whole.checked_add(fraction)?;
    let mut step = power(-i32::try_from(count).ok()?)?;
    let mut exponent = 0;
    if let Some((behind, power_of_ten)) = size(text, end) {
        (value, step) = scaled(value, step, power_of_ten)?;
        (end, exponent) = (behind, power_of_ten);
    }
    Some(Numeral { end, value, step, spelled: true, plain_digits: 0, exponent, and_more: false })
}

fn size(text: Text<'_>, at: usize) -> Option<(usize, u32)> {
    text.longest(at, SIZES)
}
