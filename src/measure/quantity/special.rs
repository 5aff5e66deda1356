//! Numbers that are not a number with a unit behind it: shares, ranks, 翻番 and `doubled`.

use std::ops::Range;

use super::before;
use super::english::ONES;
use super::numeral::{self, Numeral, Reading};
use super::text::{Text, Words, is_han};
use super::{Hedge, Measure, Movement, Quantity, Role, Towards, chinese};
use crate::base::Decimal;

/// The one that begins here.
pub(super) fn read(text: Text<'_>, at: usize, floor: usize) -> Option<Quantity> {
    let thing = match text.peek(at)? {
        '第' => return ordinal_chinese(text, at, floor),
        '翻' => again(text, at),
        '减' => text.eat(at, "减半").map(|end| multiple(at..end, at..end, Decimal::new(5, 1), Some(false))),
        '半' => half_chinese(text, at),
        c if c.is_ascii_digit() => digits(text, at),
        c if chinese::is_numeral(c) => fraction_chinese(text, at),
        _ => english(text, at),
    }?;
    Some(finish(text, thing, floor))
}

/// A quantity before the words around it are known.
struct Thing {
    at: Range<usize>,
    digits: Range<usize>,
    value: Decimal,
    step: Decimal,
    measure: Measure,
    spelled: bool,
    role: Role,
    movement: Option<Movement>,
}

fn finish(text: Text<'_>, thing: Thing, floor: usize) -> Quantity {
    let Thing { at, digits, value, step, measure, spelled, role, movement } = thing;
    let (before, behind) = if role == Role::Figure {
        (before::before(text, at.start, floor), before::behind(text, at.end))
    } else {
        Default::default()
    };
    let span = before.hedge_at.unwrap_or(at.start)..behind.hedge_at.unwrap_or(at.end);
    Quantity {
        phrase: before.reach.unwrap_or(at.start).min(span.start)
            ..behind.reach.unwrap_or(at.end).max(span.end),
        span,
        digits,
        value,
        step,
        measure,
        hedge: before.hedge.or(behind.hedge).unwrap_or(Hedge::Exactly),
        spelled,
        role,
        movement: movement.or(before.movement).or(behind.movement),
    }
}

/// A share, as a percentage, to the nearest percentage point.
fn share(at: Range<usize>, part: Decimal, whole: Decimal, spelled: bool) -> Option<Thing> {
    if part.is_zero() || whole <= part {
        return None;
    }
    Some(Thing {
        digits: at.clone(),
        at,
        value: part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?,
        step: Decimal::TWO,
        measure: Measure::Fraction,
        spelled,
        role: Role::Figure,
        movement: None,
    })
}

fn multiple(at: Range<usize>, digits: Range<usize>, value: Decimal, up: Option<bool>) -> Thing {
    Thing {
        at,
        digits,
        value,
        step: if value.fract().is_zero() { Decimal::ONE } else { Decimal::new(1, 1) },
        measure: Measure::Times,
        spelled: true,
        role: Role::Figure,
        movement: up.map(|up| Movement { up, towards: Towards::To }),
    }
}

fn place(at: Range<usize>, digits: Range<usize>, number: &Numeral, of: Option<u32>) -> Thing {
    Thing {
        at,
        digits,
        value: number.value,
        step: Decimal::ONE,
        measure: Measure::Rank { of },
        spelled: number.spelled,
        role: Role::Figure,
        movement: None,
    }
}

/// 翻一番 is twice as much, 翻两番 four times; 翻三倍 may mean either and is none.
fn again(text: Text<'_>, at: usize) -> Option<Thing> {
    if let Some(end) = ["翻番", "翻了番", "翻倍", "翻了倍"].iter().find_map(|word| text.eat(at, word))
    {
        return Some(multiple(at..end, at..end, Decimal::TWO, Some(true)));
    }
    let count = ["翻了", "翻"].iter().find_map(|word| text.eat(at, word))?;
    let times = match text.peek(count)? {
        '一' | '1' => 1,
        '两' | '2' => 2,
        '三' | '3' => 3,
        _ => return None,
    };
    let end = text.eat(text.next(count), "番")?;
    Some(multiple(at..end, count..text.next(count), Decimal::from(1_u32 << times), Some(true)))
}

/// 半个百分点, 半数.
fn half_chinese(text: Text<'_>, at: usize) -> Option<Thing> {
    if let Some(end) = text.eat(at, "半个百分点") {
        return Some(Thing {
            at: at..end,
            digits: at..text.next(at),
            value: Decimal::new(5, 1),
            step: Decimal::new(1, 1),
            measure: Measure::Points,
            spelled: true,
            role: Role::Figure,
            movement: None,
        });
    }
    let end = text.eat(at, "半数")?;
    share(at..end, Decimal::ONE, Decimal::TWO, true)
}

/// 三分之二, 百分之八点六, 一半.
fn fraction_chinese(text: Text<'_>, at: usize) -> Option<Thing> {
    if let Some(end) = text.eat(at, "一半") {
        return share(at..end, Decimal::ONE, Decimal::TWO, true);
    }
    if let Some(end) = text.eat(at, "百分之百") {
        return Some(rate(at..end, Decimal::ONE_HUNDRED, Decimal::ONE, Measure::Percent, true));
    }
    for (words, measure) in [("百分之", Measure::Percent), ("千分之", Measure::PerMille)] {
        if let Some(count) = text.eat(at, words) {
            let (value, step, end, spelled) = signed(text, count)?;
            return Some(rate(at..end, value, step, measure, spelled));
        }
    }
    let Reading::Number(whole) = chinese::numeral(text, at) else { return None };
    over(text, at, &whole)
}

fn rate(at: Range<usize>, value: Decimal, step: Decimal, measure: Measure, spelled: bool) -> Thing {
    let digits = at.clone();
    Thing { at, digits, value, step, measure, spelled, role: Role::Figure, movement: None }
}

/// A number in digits or words, which may be below zero: 百分之负一点二.
fn signed(text: Text<'_>, at: usize) -> Option<(Decimal, Decimal, usize, bool)> {
    let (start, negative) = text.eat(at, "负").map_or((at, false), |start| (start, true));
    let number = number(text, start)?;
    let value = if negative { -number.value } else { number.value };
    Some((value, number.step, number.end, number.spelled))
}

fn number(text: Text<'_>, at: usize) -> Option<Numeral> {
    let reading = match text.peek(at)? {
        c if c.is_ascii_digit() => numeral::digits(text, at, false),
        c if chinese::is_numeral(c) => chinese::numeral(text, at),
        _ => return None,
    };
    match reading {
        Reading::Number(number) => Some(number),
        Reading::Nothing(_) => None,
    }
}

/// `whole` 分之 and the part behind it.
fn over(text: Text<'_>, at: usize, whole: &Numeral) -> Option<Thing> {
    let part = number(text, text.eat(whole.end, "分之")?)?;
    share(at..part.end, part.value, whole.value, whole.spelled)
}

/// 第3位，共14家; 第三; labels such as 第三章; 第三季度.
fn ordinal_chinese(text: Text<'_>, at: usize, floor: usize) -> Option<Quantity> {
    let start = text.skip(text.next(at));
    let number = number(text, start).filter(|n| n.value.fract().is_zero() && n.exponent == 0)?;
    let digits = start..number.end;
    let near = text.skip(number.end);
    if let Some(end) =
        ["季度", "世纪", "年代", "年", "天", "个月", "周"].iter().find_map(|w| text.eat(near, w))
    {
        let thing = Thing { role: Role::Time, ..place(at..end, digits, &number, None) };
        return Some(finish(text, Thing { measure: Measure::Plain, ..thing }, floor));
    }
    let placed = ["位", "名"].iter().find_map(|word| text.eat(near, word));
    let of = among_chinese(text, placed.unwrap_or(number.end));
    let alone = !text.peek(number.end).is_some_and(is_han);
    // 第一，…；第二，…
    let lists = of.is_none()
        && matches!(text.peek(number.end), Some(',' | '、' | ':'))
        && (text.opens_line(at) || matches!(text.before(at), Some('。' | ';' | ':' | '!' | '?')));
    if placed.is_none() && (!alone || lists) {
        // Nothing of what it numbers is taken in but one character: 第三章, 第三栏.
        let end = if alone { number.end } else { text.next(number.end) };
        let thing = Thing { role: Role::Label, ..place(at..end, digits, &number, None) };
        return Some(finish(text, Thing { measure: Measure::Plain, ..thing }, floor));
    }
    let end = of.map_or(placed.unwrap_or(number.end), |(end, _)| end);
    Some(finish(text, place(at..end, digits, &number, of.map(|(_, of)| of)), floor))
}

/// ，共14家.
fn among_chinese(text: Text<'_>, at: usize) -> Option<(usize, u32)> {
    let count = [",共", ", 共", "(共", "/共", "/"].iter().find_map(|word| text.eat(at, word))?;
    let number = number(text, text.skip(count))?;
    let of = u32::try_from(number.value.mantissa()).ok().filter(|_| number.value.scale() == 0)?;
    let end = ["家企业", "家", "名", "个", "户"].iter().find_map(|word| text.eat(number.end, word));
    let end = end.unwrap_or(number.end);
    Some((text.eat(end, ")").unwrap_or(end), of))
}

/// 3rd of 14, 2/3, 3分之2.
fn digits(text: Text<'_>, at: usize) -> Option<Thing> {
    let before = text.before(at);
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-')) {
        return None;
    }
    let Reading::Number(number) = numeral::digits(text, at, false) else { return None };
    if number.value.scale() != 0 || number.exponent != 0 {
        return None;
    }
    if let Some(end) = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.eat(number.end, ending)) {
        return ordinal_english(text, at, &Numeral { end, ..number });
    }
    if let Some(thing) = over(text, at, &number) {
        return Some(thing);
    }
    let slash = text.eat(number.end, "/")?;
    if let Some(end) = text.eat(at, "24/7") {
        return Some(Thing {
            role: Role::Time,
            measure: Measure::Plain,
            ..place(at..end, at..number.end, &number, None)
        });
    }
    let Some(Reading::Number(whole)) =
        text.peek(slash).filter(char::is_ascii_digit).map(|_| numeral::digits(text, slash, false))
    else {
        return None;
    };
    let small = number.plain_digits <= 2 && whole.plain_digits <= 2 && whole.value.scale() == 0;
    let last = !matches!(text.peek(whole.end), Some('/' | '%'))
        && !text.peek(whole.end).is_some_and(|c| c.is_ascii_alphanumeric());
    (small && last && whole.exponent == 0)
        .then(|| share(at..whole.end, number.value, whole.value, false))
        .flatten()
}

const ORDINALS: &Words<u32> = &[
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
];

const PARTS: &Words<u32> = &[
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
];

/// What multiplied by itself: the factor in tenths, and which way it went.
const MULTIPLES: &Words<(i64, Option<bool>)> = &[
    ("doubled", (20, Some(true))),
    ("doubling", (20, Some(true))),
    ("tripled", (30, Some(true))),
    ("trebled", (30, Some(true))),
    ("quadrupled", (40, Some(true))),
    ("halved", (5, Some(false))),
    ("halving", (5, Some(false))),
    ("twofold", (20, None)),
    ("threefold", (30, None)),
    ("fourfold", (40, None)),
    ("fivefold", (50, None)),
    ("sixfold", (60, None)),
    ("sevenfold", (70, None)),
    ("eightfold", (80, None)),
    ("ninefold", (90, None)),
    ("tenfold", (100, None)),
    ("twice as", (20, None)),
    ("twice the", (20, None)),
    ("double the", (20, None)),
    ("triple the", (30, None)),
];

/// Whether something that is read could begin with a word; asked of every word of an English text.
pub(super) fn may_begin(word: &str) -> bool {
    let word = word.as_bytes();
    let (Some(first), 1..=11) = (word.first(), word.len()) else { return false };
    // The first letters of the number words, ordinals and multiples, and of `a`, `half`.
    let first = first.to_ascii_lowercase();
    if !matches!(first, b'a' | b'd' | b'e' | b'f' | b'h' | b'n' | b'o' | b'q' | b's' | b't' | b'z') {
        return false;
    }
    let is = |known: &str| {
        let known = known.split(' ').next().unwrap_or(known);
        known.len() == word.len() && known.bytes().zip(word).all(|(a, b)| a == b.to_ascii_lowercase())
    };
    is("a")
        || is("half")
        || super::english::words().any(is)
        || ORDINALS.iter().any(|(word, _)| is(word))
        || MULTIPLES.iter().any(|(word, _)| is(word))
}

fn english(text: Text<'_>, at: usize) -> Option<Thing> {
    if let Some((end, (tenths, up))) = text.longest(at, MULTIPLES) {
        return Some(multiple(at..end, at..end, Decimal::new(tenths, 1).normalize(), up));
    }
    if let Some(end) = text.eat(at, "half") {
        let near = text.skip(end);
        let first = ["first", "second", "latter", "other"];
        let of = (text.eat(near, "of").or_else(|| text.eat(near, "the")).is_some() || ends_clause(text, end))
            && !first.iter().any(|word| text.eat_back(text.skip_back(at), word).is_some());
        return if of { share(at..end, Decimal::ONE, Decimal::TWO, true) } else { None };
    }
    // Two thirds, a quarter of.
    let count = text.eat(at, "a").map(|end| (end, 1)).or_else(|| text.longest(at, &ONES[1..11]));
    if let Some((end, part)) = count {
        let near = if text.peek(end) == Some('-') { text.next(end) } else { text.skip(end) };
        if let Some((end, whole)) = text.longest(near, PARTS).filter(|_| near > end) {
            // Quarters are of a year too, and a third may be one more.
            let one = text.eat(at, "one").is_some();
            let sure = one
                || part > 1 && !(whole == 4 && part != 3)
                || text.eat(text.skip(end), "of").is_some()
                || ends_clause(text, end);
            return if sure { share(at..end, part.into(), whole.into(), true) } else { None };
        }
        return None;
    }
    let (end, rank) = text.longest(at, ORDINALS)?;
    let number = Numeral {
        end,
        value: rank.into(),
        step: Decimal::ONE,
        spelled: true,
        plain_digits: 0,
        exponent: 0,
        and_more: false,
    };
    let near = text.skip_back(at);
    let ranked = ["ranked", "ranks", "rank", "ranking", "placed", "came"]
        .iter()
        .any(|word| text.eat_back(near, word).is_some());
    let placed = ["place", "of "].iter().any(|word| text.eat(text.skip(end), word).is_some());
    (ranked || placed && rank_follows(text, end) || at == 0 && end == text.all.len())
        .then(|| ordinal_english(text, at, &number))
        .flatten()
}

/// Whether no word follows: `down by a third.`, but not `a third column`, `a quarter later`.
fn ends_clause(text: Text<'_>, end: usize) -> bool {
    !text.peek(text.skip(end)).is_some_and(char::is_alphanumeric) && text.peek(end) != Some('-')
}

/// `place`, or `of 14`: but not `the third of May`.
fn rank_follows(text: Text<'_>, at: usize) -> bool {
    text.eat(text.skip(at), "place").is_some() || among_english(text, at).is_some()
}

/// 3rd of 14, 3rd place; any other ordinal is a label, and a date is left to those who know dates.
fn ordinal_english(text: Text<'_>, at: usize, number: &Numeral) -> Option<Thing> {
    let near = text.skip(number.end);
    let placed = text.eat(near, "place").unwrap_or(number.end);
    let of = among_english(text, placed);
    let ranked = number.spelled || placed > number.end || of.is_some() || {
        let alone = at == 0 && number.end == text.all.len();
        let near = text.skip_back(at);
        alone
            || ["ranked", "ranks", "rank", "ranking", "placed", "came"]
                .iter()
                .any(|word| text.eat_back(near, word).is_some())
    };
    let digits = at..number.end;
    if ranked {
        let end = of.map_or(placed, |(end, _)| end);
        return Some(place(at..end, digits, number, of.map(|(_, of)| of)));
    }
    if super::role::time(text, at, &Numeral { end: text.back(text.back(number.end)), ..*number }).is_some() {
        return None;
    }
    Some(Thing { role: Role::Label, measure: Measure::Plain, ..place(at..number.end, digits, number, None) })
}

/// `of 14`, `out of 14`, `among 14 enterprises`.
fn among_english(text: Text<'_>, at: usize) -> Option<(usize, u32)> {
    let near = text.skip(at);
    let count = ["of the", "out of", "of", "among", "/"].iter().find_map(|word| text.eat(near, word))?;
    let count = text.skip(count);
    let number = match text.peek(count)? {
        c if c.is_ascii_digit() => numeral::digits(text, count, false),
        _ => super::english::numeral(text, count),
    };
    let Reading::Number(number) = number else { return None };
    let of = u32::try_from(number.value.mantissa()).ok().filter(|_| number.value.scale() == 0)?;
    let things = ["enterprises", "companies", "firms"];
    let end = things.iter().find_map(|word| text.eat(text.skip(number.end), word)).unwrap_or(number.end);
    Some((end, of))
}
