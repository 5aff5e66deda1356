//! Ordinals: places in an order, and numbers that only tell things apart.

use super::numeral::{self, Numeral, Reading};
use super::share::{is_whole, number};
use super::special::Thing;
use super::text::{Text, is_han};
use super::words::{Words, forwards};
use super::{Measure, Role, english as numbers, time};
use crate::base::Decimal;

/// 第3位，共14家 and 第三 are ranks, 第三章 is a label, 第三季度 a time.
pub(super) fn chinese(text: Text<'_>, at: usize) -> Option<Thing> {
    let start = text.skip(text.next(at));
    let number = number(text, start).filter(is_whole)?;
    let digits = start..number.end;
    let near = text.skip(number.end);
    if let Some(end) = text.any(near, &["季度", "世纪", "年代", "年", "天", "个月", "周"]) {
        return Some(Thing::of_role(at..end, digits, &number, Role::Time));
    }
    let placed = text.any(near, &["位", "名"]);
    let end = placed.unwrap_or(number.end);
    let of = among_chinese(text, end);
    // 第一位客户 is one of several, 位居第一位的 a rank.
    let of_something = text.peek(end).is_some_and(|c| is_han(c) && c != '的');
    let ranked = text.any_back(text.skip_back(at), &["居", "列", "排", "名", "位"]).is_some();
    if of.is_none() && (of_something && !ranked || lists(text, at, number.end)) {
        // Of what it numbers one character is taken in: 第三栏.
        let end = if text.peek(number.end).is_some_and(is_han) { text.next(number.end) } else { number.end };
        return Some(Thing::of_role(at..end, digits, &number, Role::Label));
    }
    Some(rank(at..of.map_or(end, |(end, _)| end), digits, &number, of.map(|(_, of)| of)))
}

/// 第一，…；第二，…
fn lists(text: Text<'_>, at: usize, end: usize) -> bool {
    let opens = text.opens_line(at) || matches!(text.before(at), Some('。' | ';' | ':' | '!' | '?'));
    opens && matches!(text.peek(end), Some(',' | '、' | ':'))
}

/// ，共14家.
fn among_chinese(text: Text<'_>, at: usize) -> Option<(usize, u32)> {
    let count = text.any(at, &[",共", ", 共", "(共", "/共", "/"])?;
    let number = number(text, text.skip(count)).filter(is_whole)?;
    let of = u32::try_from(number.value.mantissa()).ok()?;
    let end = text.any(number.end, &["家企业", "家", "名", "个", "户"]).unwrap_or(number.end);
    Some((text.eat(end, ")").unwrap_or(end), of))
}

/// 3rd of 14, 3rd place. Any other ordinal is a label, and a date is left to those who know dates.
pub(super) fn digits(text: Text<'_>, at: usize, number: &Numeral) -> Option<Thing> {
    let end = text.any(number.end, &["st", "nd", "rd", "th"]).filter(|_| is_whole(number))?;
    if let Some(thing) = ranked(text, at, &Numeral { end, ..*number }) {
        return Some(thing);
    }
    if time::time(text, at, number).is_some() {
        return None;
    }
    Some(Thing::of_role(at..end, at..number.end, number, Role::Label))
}

pub(super) const ORDINALS: &Words<u32> = &forwards([
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
]);

/// `ranked third`, `third of 14`; `the third column` is nothing.
pub(super) fn english(text: Text<'_>, at: usize) -> Option<Thing> {
    let (end, place) = text.longest(at, ORDINALS)?;
    let (value, step) = (Decimal::from(place), Decimal::ONE);
    let number = Numeral { end, value, step, spelled: true, plain_digits: 0, exponent: 0, and_more: false };
    ranked(text, at, &number)
}

/// The ordinal that ends at `number.end` as a rank, where the words around it make it one.
fn ranked(text: Text<'_>, at: usize, number: &Numeral) -> Option<Thing> {
    let placed = text.eat(text.skip(number.end), "place");
    let end = placed.unwrap_or(number.end);
    let of = among_english(text, end);
    let alone = at == 0 && number.end == text.all.len();
    let told = text.any_back(text.skip_back(at), &["ranked", "ranks", "rank", "ranking", "placed", "came"]);
    let is_rank = alone || placed.is_some() || of.is_some() || told.is_some();
    let end = of.map_or(end, |(end, _)| end);
    is_rank.then(|| rank(at..end, at..number.end, number, of.map(|(_, of)| of)))
}

/// `of 14`, `out of 14`, `among 14 enterprises`.
fn among_english(text: Text<'_>, at: usize) -> Option<(usize, u32)> {
    let count = text.any(text.skip(at), &["of the", "out of", "of", "among", "/"])?;
    let count = text.skip(count);
    let number = match text.peek(count)? {
        c if c.is_ascii_digit() => numeral::digits(text, count, false),
        _ => numbers::numeral(text, count),
    };
    let Reading::Number(number) = number else { return None };
    let of = u32::try_from(number.value.mantissa()).ok().filter(|_| is_whole(&number))?;
    let end = text.any(text.skip(number.end), &["enterprises", "companies", "firms"]).unwrap_or(number.end);
    Some((end, of))
}

fn rank(
    at: std::ops::Range<usize>,
    digits: std::ops::Range<usize>,
    number: &Numeral,
    of: Option<u32>,
) -> Thing {
    let measure = Measure::Rank { of };
    Thing { digits, spelled: number.spelled, ..Thing::figure(at, number.value, Decimal::ONE, measure) }
}
