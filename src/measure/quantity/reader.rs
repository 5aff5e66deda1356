//! Goes through a text once and puts each number together: the number, what stands behind it, what before.

use super::numeral::{self, Numeral, Reading, scaled};
use super::text::{Text, fold, is_han, is_letter};
use super::unit::{self, After};
use super::{Hedge, Measure, Quantity, Role, around, chinese, code, currency, label, special, time};
use crate::base::Decimal;

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

pub(super) fn read(text: Text<'_>) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while let Some(start) = start(text, at) {
        let floor = found.last().map_or(0, |last: &Quantity| last.phrase.end);
        let (end, quantity) = one(text, start, floor);
        if let Some(quantity) = quantity {
            if let Some(last) = found.last_mut() {
                share_unit(text, last, &quantity);
            }
            found.push(quantity);
        }
        at = end.max(text.next(start));
    }
    found
}

/// Where the next number could begin.
fn start(text: Text<'_>, from: usize) -> Option<usize> {
    let of_interest = |c: char| {
        let c = fold(c);
        let of_words = || chinese::may_begin(c) || matches!(c, '第' | '翻' | '半' | '减');
        c.is_ascii_digit() || is_letter(c) || text.chinese && of_words()
    };
    let mut at = from;
    loop {
        at += text.all[at..].find(of_interest)?;
        let end = text.word_end(at);
        if end == at {
            return Some(at);
        }
        let (word, rest) = (&text.all[at..end], &text.all[end..]);
        if rest.starts_with("://") {
            at = rest.find(|c: char| !c.is_ascii_graphic()).map_or(text.all.len(), |n| end + n);
            continue;
        }
        let of_digits = text.before(at).is_some_and(|c| c.is_ascii_digit());
        if !text.chinese && !of_digits && special::may_begin(word) {
            return Some(at);
        }
        at = end;
    }
}

/// What begins at a place, and where to go on.
fn one(text: Text<'_>, at: usize, floor: usize) -> (usize, Option<Quantity>) {
    let reading = numeral::read(text, at);
    if let Some(special) = special::read(text, at, floor, reading.number()) {
        return (special.phrase.end, Some(special));
    }
    let in_digits = text.peek(at).is_some_and(|c| c.is_ascii_digit());
    if in_digits && let Some(end) = code::code(text, at) {
        // Digits of a name; none for more of them than a number has.
        let number = |number: &Numeral| quantity(at, end, at..number.end.min(end), number, Role::Code);
        return (end, reading.number().map(number));
    }
    let (sign_start, negative) = sign(text, at, floor);
    let currency = currency::before(text, sign_start).filter(|(start, _)| *start >= floor);
    let reading = if in_digits && currency.is_some() { numeral::digits(text, at, true) } else { reading };
    let number = match reading {
        Reading::Number(number) => number,
        Reading::Nothing(end) => return (end, None),
    };
    if currency.is_none() {
        if let Some(end) = time::time(text, at, &number) {
            return (end, Some(quantity(at, end, at..end, &number, Role::Time)));
        }
        if let Some((start, end)) = label::label(text, at, &number) {
            return (end, Some(quantity(start.max(floor), end, at..number.end, &number, Role::Label)));
        }
    }
    if is_tenths(text, number.end) {
        return (number.end, None);
    }
    let number = with_half(text, number);
    // 30多家, 三十余万元.
    let more = text.any(number.end, &["多", "余"]).filter(|end| unit::is_counted(text, *end));
    let after = unit::after(text, more.unwrap_or(number.end), currency.map(|(_, currency)| currency));
    if number.spelled && !is_meant(text, at, &number, &after) {
        return (number.end, None);
    }
    let whole = assemble(text, at, floor, &number, after, Signs { sign_start, negative, currency, more });
    (whole.as_ref().map_or(after.end, |whole| whole.span.end), whole)
}

/// What was found on either side of the number itself.
#[derive(Clone, Copy)]
struct Signs {
    sign_start: usize,
    negative: bool,
    currency: Option<(usize, crate::model::Currency)>,
    more: Option<usize>,
}

fn assemble(
    text: Text<'_>,
    at: usize,
    floor: usize,
    number: &Numeral,
    mut after: After,
    signs: Signs,
) -> Option<Quantity> {
    let mut start = signs.currency.map_or(signs.sign_start, |(start, _)| start);
    let mut negative = signs.negative;
    if signs.currency.is_some() {
        // −CNY 5 million.
        let outside = sign(text, start, floor);
        (start, negative) = (outside.0, negative || outside.1);
    }
    let before = around::before(text, start, floor);
    let behind = around::behind(text, after.end);
    let more = number.and_more || signs.more.is_some();
    let hedge = before.hedge.or(behind.hedge).or(more.then_some(Hedge::MoreThan)).unwrap_or(Hedge::Exactly);
    let (mut value, mut step) = (number.value, number.step);
    // 两年半, 三倍半: the half behind the unit.
    if matches!(after.measure, Measure::Unit(_) | Measure::Times)
        && let Some(end) = text.eat(after.end, "半").filter(|end| text.eat(*end, "数").is_none())
    {
        (after.end, value, step) = (end, value.checked_add(HALF)?, Decimal::new(1, 1));
    }
    if after.hundredths {
        let hundredth = Decimal::new(1, 2);
        (value, step) = (value.checked_mul(hundredth)?, step.checked_mul(hundredth)?);
    }
    if negative {
        value.set_sign_negative(!value.is_zero());
    }
    let span = before.hedge_at.unwrap_or(start)..behind.hedge_at.unwrap_or(after.end).max(after.end);
    let phrase =
        before.reach.unwrap_or(start).min(span.start)..behind.reach.unwrap_or(after.end).max(span.end);
    Some(Quantity {
        digits: (if signs.currency.is_none() { start } else { signs.sign_start }).min(at)..number.end,
        span,
        phrase,
        value,
        step,
        measure: after.measure,
        hedge,
        spelled: number.spelled,
        role: Role::Figure,
        movement: before.movement.or(behind.movement),
    })
}

/// A number that says nothing but itself.
fn quantity(
    start: usize,
    end: usize,
    digits: std::ops::Range<usize>,
    number: &Numeral,
    role: Role,
) -> Quantity {
    Quantity {
        span: start..end,
        phrase: start..end,
        digits,
        value: number.value,
        step: number.step,
        measure: Measure::Plain,
        hedge: Hedge::Exactly,
        spelled: number.spelled,
        role,
        movement: None,
    }
}

/// Where a number with its sign begins, and whether it is below zero. Between two numbers a hyphen means "to".
fn sign(text: Text<'_>, at: usize, floor: usize) -> (usize, bool) {
    let none = (at, false);
    let start = text.back(at);
    if matches!(text.before(at), Some('-' | '–')) && start >= floor {
        let before = text.before(start);
        let joins = before.is_some_and(|c| c.is_alphanumeric() && !is_han(c) || matches!(c, '%' | '-' | ')'))
            || start == floor && floor > 0;
        // U+2212 is nothing but a minus.
        let minus = text.raw(start) == Some('\u{2212}') && !before.is_some_and(|c| c.is_ascii_digit());
        return if minus || !joins { (start, true) } else { none };
    }
    let near = text.skip_back(at);
    let word = text.any_back(near, &["负", "minus", "negative"]);
    word.filter(|start| *start >= floor).map_or(none, |start| (start, true))
}

/// 两个半百分点: the half before the unit.
fn with_half(text: Text<'_>, number: Numeral) -> Numeral {
    let end = text.eat(number.end, "个半").filter(|_| number.exponent == 0);
    let half = end.zip(number.value.checked_add(HALF));
    half.map_or(number, |(end, value)| Numeral { end, value, step: Decimal::new(1, 1), ..number })
}

/// 一成, 七成: tenths that nobody has measured. Whoever writes them means "much" or "little", so they are no number.
fn is_tenths(text: Text<'_>, at: usize) -> bool {
    text.eat(at, "成")
        .is_some_and(|end| !matches!(text.peek(end), Some('本' | '果' | '功' | '立' | '员' | '品')))
}

/// Whether a number in words is there to count. In Chinese the characters of numbers are in many words: 统一, 三峡,
/// 百年, 十分; in English `one` is an article too.
fn is_meant(text: Text<'_>, at: usize, number: &Numeral, after: &After) -> bool {
    let words = &text.all[at..number.end];
    if at == 0 && number.end == text.all.len() {
        return true;
    }
    let counted = !matches!(after.measure, Measure::Plain);
    let of_things = matches!(after.measure, Measure::Unit(_));
    if !text.chinese {
        return !words.eq_ignore_ascii_case("one") || counted && !of_things;
    }
    if words == "一" {
        return counted && !of_things;
    }
    if words.starts_with(['百', '千']) {
        return number.exponent > 0 && counted;
    }
    let single = words.chars().count() == 1;
    let joined = text.peek(number.end).is_some_and(is_han) || single && text.before(at).is_some_and(is_han);
    counted || number.exponent > 0 || !joined
}

/// 3–5亿元: the first has the unit and the size of the second.
fn share_unit(text: Text<'_>, first: &mut Quantity, second: &Quantity) {
    if (first.role, second.role, first.measure) != (Role::Figure, Role::Figure, Measure::Plain) {
        return;
    }
    let between = &text.all[first.span.end.min(second.span.start)..second.span.start];
    if !matches!(between.trim(), "-" | "–" | "—" | "~" | "～" | "至" | "到" | "to") {
        return;
    }
    let size_of = |q: &Quantity| {
        numeral::digits(text, q.digits.start, true).number().map_or(0, |number| number.exponent)
    };
    if !first.spelled && !second.spelled && size_of(first) == 0 {
        let Some((value, step)) = scaled(first.value, first.step, size_of(second)) else { return };
        (first.value, first.step) = (value, step);
    }
    first.measure = second.measure;
}
