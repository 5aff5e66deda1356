//! Shares: 三分之二, 百分之八点六, 一半, `two thirds`, `seven in ten`, 2/3.

use super::english::ONES;
use super::numeral::{self, Numeral, Reading};
use super::special::Thing;
use super::text::Text;
use super::words::{Words, forwards};
use super::{Measure, Role, chinese as words, english as numbers};
use crate::base::Decimal;

/// 百分之八点六, 三分之二, 一半.
pub(super) fn chinese(text: Text<'_>, at: usize, whole: Option<&Numeral>) -> Option<Thing> {
    if let Some(end) = text.eat(at, "一半") {
        return share(at, end, Decimal::ONE, Decimal::TWO);
    }
    if let Some(end) = text.eat(at, "百分之百") {
        return Some(Thing::figure(at..end, Decimal::ONE_HUNDRED, Decimal::ONE, Measure::Percent));
    }
    for (of, measure) in [("百分之", Measure::Percent), ("千分之", Measure::PerMille)] {
        if let Some(start) = text.eat(at, of) {
            let positive = text.eat(start, "负");
            let number = number(text, positive.unwrap_or(start))?;
            let value = if positive.is_some() { -number.value } else { number.value };
            let thing = Thing::figure(at..number.end, value, number.step, measure);
            return Some(Thing { spelled: number.spelled, ..thing });
        }
    }
    over(text, at, whole?)
}

/// 半个百分点, 半数.
pub(super) fn half(text: Text<'_>, at: usize) -> Option<Thing> {
    if let Some(end) = text.eat(at, "半个百分点") {
        let digits = at..text.next(at);
        let tenth = Decimal::new(1, 1);
        return Some(Thing { digits, ..Thing::figure(at..end, Decimal::new(5, 1), tenth, Measure::Points) });
    }
    share(at, text.eat(at, "半数")?, Decimal::ONE, Decimal::TWO)
}

/// 2/3, 3分之2; 24/7 is no share.
pub(super) fn digits(text: Text<'_>, at: usize, part: &Numeral) -> Option<Thing> {
    if !is_whole(part) {
        return None;
    }
    if let Some(thing) = over(text, at, part) {
        return Some(thing);
    }
    if let Some(end) = text.eat(at, "24/7") {
        return Some(Thing::of_role(at..end, at..part.end, part, Role::Time));
    }
    let whole = number(text, text.eat(part.end, "/")?).filter(is_whole)?;
    let small = [part, &whole].iter().all(|n| n.plain_digits <= 2 && !n.spelled);
    let last = !text.peek(whole.end).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '%'));
    let thing = share(at, whole.end, part.value, whole.value).filter(|_| small && last)?;
    Some(Thing { spelled: false, ..thing })
}

const PARTS: &Words<u32> = &forwards([
    ("third", 3),
    ("thirds", 3),
    ("quarter", 4),
    ("quarters", 4),
    ("fifth", 5),
    ("fifths", 5),
    ("sixth", 6),
    ("sixths", 6),
    ("seventh", 7),
    ("sevenths", 7),
    ("eighth", 8),
    ("eighths", 8),
    ("ninth", 9),
    ("ninths", 9),
    ("tenth", 10),
    ("tenths", 10),
]);

/// `two thirds`, `a quarter of`, `half the`, `seven in ten`.
pub(super) fn english(text: Text<'_>, at: usize) -> Option<Thing> {
    if let Some(end) = text.eat(at, "half") {
        let of = text.any(text.skip(end), &["of", "the"]).is_some() || ends_clause(text, end);
        let of_time = text.any_back(text.skip_back(at), &["first", "second", "latter", "other"]).is_some();
        return if of && !of_time { share(at, end, Decimal::ONE, Decimal::TWO) } else { None };
    }
    let article = text.eat(at, "a");
    let (end, part) =
        article.map(|end| (end, 1)).or_else(|| text.longest(at, ONES).filter(|(_, part)| *part > 0))?;
    let near = if text.peek(end) == Some('-') { text.next(end) } else { text.skip(end) };
    if let Some((end, whole)) = text.longest(near, PARTS).filter(|_| near > end) {
        // Quarters are of a year too, and a third may be one more.
        let counted = article.is_none() && (whole != 4 || matches!(part, 1 | 3));
        let sure = counted || text.eat(text.skip(end), "of").is_some() || ends_clause(text, end);
        return if sure { share(at, end, part.into(), whole.into()) } else { None };
    }
    // Seven in ten, nine out of ten: of a round number, and not of what was done in so many years.
    let of = text.any(near, &["in", "out of"]).filter(|_| article.is_none())?;
    let Reading::Number(whole) = numbers::numeral(text, text.skip(of)) else { return None };
    let round = [5, 10, 20, 100].iter().any(|n| whole.value == Decimal::from(*n));
    let thing = share(at, whole.end, part.into(), whole.value)?;
    (round && !super::unit::is_counted(text, whole.end)).then_some(thing)
}

/// Whether no word follows: `down by a third.`, but not `a third column`, `a quarter later`.
fn ends_clause(text: Text<'_>, end: usize) -> bool {
    !text.peek(text.skip(end)).is_some_and(char::is_alphanumeric) && text.peek(end) != Some('-')
}

/// A share, as a percentage, to the nearest percentage point.
fn share(at: usize, end: usize, part: Decimal, whole: Decimal) -> Option<Thing> {
    if part.is_zero() || whole <= part {
        return None;
    }
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(Thing::figure(at..end, percent, Decimal::TWO, Measure::Fraction))
}

/// `whole` 分之 and the part behind it.
fn over(text: Text<'_>, at: usize, whole: &Numeral) -> Option<Thing> {
    let part = number(text, text.eat(whole.end, "分之")?)?;
    let thing = share(at, part.end, part.value, whole.value)?;
    Some(Thing { spelled: whole.spelled, ..thing })
}

/// A number in digits or in Chinese words.
pub(super) fn number(text: Text<'_>, at: usize) -> Option<Numeral> {
    let reading = match text.peek(at)? {
        c if c.is_ascii_digit() => numeral::digits(text, at, false),
        c if words::is_numeral(c) => words::numeral(text, at),
        _ => return None,
    };
    reading.number().copied()
}

/// Whether it has neither decimals nor a size.
pub(super) fn is_whole(number: &Numeral) -> bool {
    number.value.scale() == 0 && number.exponent == 0
}
