//! Numbers that say no amount: years and dates, labels, parts of names.

use super::numeral::Numeral;
use super::text::{Text, Words, is_han, is_letter};
use super::{chinese, unit};
use crate::base::Decimal;

/// Behind the token, if the digits here are a part of a name: A320, 5G, H2, ISO 9001, COVID-19, 10.0.0.1.
pub(super) fn code(text: Text<'_>, at: usize) -> Option<usize> {
    let before = text.before(at);
    if before.is_some_and(is_letter) {
        let start = letters_back(text, at);
        let letters = &text.all[start..at];
        let of_time = matches!(letters, "FY" | "CY") || part_of_year(text, start, at);
        let money = unit::currency_before(text, at).is_some_and(|(_, currency)| currency.as_str().len() == 3);
        if !of_time && !money && letters != "x" {
            return Some(token_end(text, at));
        }
        return None;
    }
    if before == Some('-') || before == Some('+') {
        let dash = text.back(at);
        if text.before(dash).is_some_and(is_letter) && text.raw(dash).is_some_and(|c| c.is_ascii()) {
            let end = digits_end(text, at);
            let year = end - at == 4 && is_year(text.all[at..end].parse().unwrap_or(0));
            return (!year).then(|| token_end(text, at));
        }
    }
    if (text.eat_back(text.skip_back(at), "industry").is_some() || text.eat_back(at, "工业").is_some())
        && let Some(end) = [".0"].iter().find_map(|zero| text.eat(digits_end(text, at), zero))
    {
        return Some(end);
    }
    if of_standard(text, at) {
        return Some(token_end(text, at));
    }
    let end = digits_end(text, at);
    // 600019, 000001, 007: numbers do not begin with a zero, unless they are dates or decimals.
    if text.peek(at) == Some('0') && end - at > 2 && !matches!(text.peek(end), Some('月' | '日')) {
        return Some(token_end(text, at));
    }
    dotted(text, at, end).or_else(|| lettered(text, end))
}

/// Q3, H1 2024: a quarter says so by itself, H2 is hydrogen unless a year stands beside it.
fn part_of_year(text: Text<'_>, start: usize, at: usize) -> bool {
    let end = text.next(at);
    if text.peek(end).is_some_and(|c| c.is_ascii_alphanumeric()) || end - at > 1 {
        return false;
    }
    let beside = year_behind(text, end) > end
        || text.before(start).is_some_and(|c| c.is_ascii_digit() || c == '年')
        || text.before(start) == Some('-')
            && text.before(text.back(start)).is_some_and(|c| c.is_ascii_digit());
    match (text.peek(start), text.peek(at)) {
        (Some('q'), Some('1'..='4')) => true,
        (Some('h'), Some('1' | '2')) => beside,
        _ => false,
    }
}

/// Bodies that number their standards. Other capitals before a number are names of figures: `ROE 9.4%`.
const STANDARDS: [&str; 24] = [
    "iso", "iec", "ieee", "gb", "gb/t", "gb/z", "gbz", "gbt", "din", "astm", "jis", "api", "aisi", "sae",
    "ifrs", "ias", "rfc", "ul", "bs", "tsg", "pm", "yb/t", "dl/t", "jb/t",
];

fn of_standard(text: Text<'_>, at: usize) -> bool {
    let near = text.skip_back(at);
    STANDARDS.iter().any(|body| {
        text.eat_back(near, body)
            .is_some_and(|start| text.all[start..near].chars().all(|c| !c.is_ascii_lowercase()))
    }) && text.peek(near).is_some()
}

/// 1.2.3, 10.0.0.1, 400-123-4567.
fn dotted(text: Text<'_>, at: usize, end: usize) -> Option<usize> {
    let mut here = end;
    let mut parts = 0;
    let separator = text.peek(end).filter(|c| matches!(c, '.' | '-'))?;
    while text.peek(here) == Some(separator)
        && text.peek(text.next(here)).is_some_and(|c| c.is_ascii_digit())
        && parts < 8
    {
        here = digits_end(text, text.next(here));
        parts += 1;
    }
    // 2024-05-18 and 2024.05.18 are dates.
    let date = end - at == 4 && parts == 2 && is_year(text.all[at..end].parse().unwrap_or(0));
    (parts >= 2 && !date).then_some(here)
}

/// 5G, 3D, 4K, 2.0T: a letter that is no unit.
fn lettered(text: Text<'_>, digits: usize) -> Option<usize> {
    let decimals = text.peek(digits) == Some('.');
    let end = if decimals { digits_end(text, text.next(digits)) } else { digits };
    if !text.peek(end).is_some_and(is_letter) {
        return None;
    }
    let word = text.word_end(end);
    let letters = &text.all[end..word];
    let known =
        matches!(letters, "s" | "st" | "nd" | "rd" | "th" | "bn" | "mn" | "mln" | "tn" | "m" | "k" | "b")
            || matches!(letters, "Q" | "H") && text.peek(word).is_some_and(|c| c.is_ascii_digit())
            || letters != "G" && !matches!(unit::after(text, end, None).measure, super::Measure::Plain)
            || matches!(
                letters.to_ascii_lowercase().as_str(),
                "million" | "billion" | "trillion" | "thousand"
            );
    (!known || text.peek(word).is_some_and(|c| c.is_ascii_digit()) && !matches!(letters, "Q" | "H"))
        .then(|| token_end(text, end))
}

fn digits_end(text: Text<'_>, mut at: usize) -> usize {
    while text.peek(at).is_some_and(|c| c.is_ascii_digit()) {
        at = text.next(at);
    }
    at
}

fn letters_back(text: Text<'_>, mut at: usize) -> usize {
    for _ in 0..6 {
        if !text.before(at).is_some_and(is_letter) {
            break;
        }
        at = text.back(at);
    }
    at
}

fn token_end(text: Text<'_>, mut at: usize) -> usize {
    while let Some(c) = text.peek(at) {
        let inside = matches!(c, '.' | '-' | '/' | '_')
            && text.peek(text.next(at)).is_some_and(|c| c.is_ascii_alphanumeric());
        if !c.is_ascii_alphanumeric() && !inside {
            break;
        }
        at = text.next(at);
    }
    at
}

const MONTHS: &Words<()> = &[
    ("january", ()),
    ("february", ()),
    ("march", ()),
    ("april", ()),
    ("may", ()),
    ("june", ()),
    ("july", ()),
    ("august", ()),
    ("september", ()),
    ("october", ()),
    ("november", ()),
    ("december", ()),
    ("jan", ()),
    ("feb", ()),
    ("mar", ()),
    ("apr", ()),
    ("jun", ()),
    ("jul", ()),
    ("aug", ()),
    ("sept", ()),
    ("sep", ()),
    ("oct", ()),
    ("nov", ()),
    ("dec", ()),
];

fn is_year(n: u32) -> bool {
    (1900..2100).contains(&n)
}

/// Behind a point in time, if the number is one.
pub(super) fn time(text: Text<'_>, at: usize, number: &Numeral) -> Option<usize> {
    let whole = number.exponent == 0 && number.value.fract().is_zero();
    let n =
        u32::try_from(number.value.trunc().mantissa()).ok().filter(|_| number.value.scale() == 0 || whole)?;
    if !whole || number.and_more {
        return period_with_point(text, at, number);
    }
    let end = number.end;
    let four = number.plain_digits == 4 || number.spelled && n >= 1900;
    if four
        && is_year(n)
        && let Some(year) = text.eat(end, "年")
    {
        return Some(behind_year(text, year));
    }
    if let Some(month) = text.eat(end, "月").filter(|_| (1..=12).contains(&n)) {
        return Some(day(text, text.eat(month, "份").unwrap_or(month)));
    }
    // 24年5月.
    if number.plain_digits == 2
        && let Some(month) = text.eat(end, "年").map(|year| digits_end(text, year))
        && let Some(end) = text.eat(month, "月").filter(|_| text.before(month) != Some('年'))
    {
        return Some(day(text, end));
    }
    if let Some(end) = text.eat(end, "日").filter(|_| (1..=31).contains(&n)) {
        return Some(end);
    }
    let period = ["季度", "世纪", "年代", "点钟", "点半", "时许", "o'clock", "a.m.", "p.m."];
    let near = text.skip(end);
    if let Some(end) = period.iter().find_map(|word| text.eat(near, word)) {
        return Some(end);
    }
    if let Some(end) = clock(text, end, n) {
        return Some(end);
    }
    if number.spelled {
        return None;
    }
    if let Some(end) = english_date(text, at, number, n) {
        return Some(end);
    }
    if text.before(at).is_some_and(|c| matches!(c, 'q' | 'h')) && part_of_year(text, text.back(at), at)
        || text.eat_back(text.skip_back(at), "fy").is_some()
    {
        let year = text.skip(end);
        let behind = digits_end(text, year);
        return Some(if behind - year == 4 { behind } else { end });
    }
    (four && is_year(n)).then(|| bare_year(text, end)).flatten()
}

/// 2024.05 is a month only with a day behind it; else it is a decimal.
fn period_with_point(text: Text<'_>, at: usize, number: &Numeral) -> Option<usize> {
    let date = number.plain_digits == 4
        && is_year(text.all.get(at..at + 4)?.parse().ok()?)
        && text.peek(number.end) == Some('.')
        && text.peek(text.next(number.end)).is_some_and(|c| c.is_ascii_digit());
    date.then(|| digits_end(text, text.next(number.end)))
}

/// Behind 年: a half, a quarter, a month, a day.
fn behind_year(text: Text<'_>, at: usize) -> usize {
    let parts = [
        "上半年",
        "下半年",
        "第一季度",
        "第二季度",
        "第三季度",
        "第四季度",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
    ];
    if let Some(end) = parts.iter().find_map(|part| text.eat(at, part)) {
        return end;
    }
    let month = numeral_end(text, text.skip(at));
    if month == text.skip(at) {
        return at;
    }
    match text.eat(month, "月") {
        Some(end) => day(text, text.eat(end, "份").unwrap_or(end)),
        None => at,
    }
}

/// Behind 月: a day.
fn day(text: Text<'_>, at: usize) -> usize {
    let day = numeral_end(text, text.skip(at));
    let end = (day > text.skip(at)).then(|| text.eat(day, "日").or_else(|| text.eat(day, "号"))).flatten();
    end.unwrap_or(at)
}

/// Behind at most three characters of a day or month.
fn numeral_end(text: Text<'_>, mut at: usize) -> usize {
    for _ in 0..3 {
        if !text.peek(at).is_some_and(|c| c.is_ascii_digit() || chinese::is_numeral(c)) {
            break;
        }
        at = text.next(at);
    }
    at
}

/// 8:30, 8：30.
fn clock(text: Text<'_>, at: usize, hour: u32) -> Option<usize> {
    let minutes = text.eat(at, ":").filter(|_| hour < 24)?;
    let end = digits_end(text, minutes);
    let minutes: u32 = text.all[minutes..end].parse().ok().filter(|_| end - minutes == 2)?;
    (minutes < 60).then_some(end)
}

/// 18 May 2024, May 18, 2024, May 2024.
fn english_date(text: Text<'_>, at: usize, number: &Numeral, n: u32) -> Option<usize> {
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|e| text.eat(number.end, e)).unwrap_or(number.end);
    if (1..=31).contains(&n) && number.plain_digits <= 2 {
        if let Some((end, ())) = text.longest(text.skip(ordinal), MONTHS) {
            return Some(year_behind(text, end));
        }
        if text.longest_back(text.skip_back(at), MONTHS).is_some_and(|(start, ())| is_capital(text, start)) {
            return Some(year_behind(text, text.eat(ordinal, ",").unwrap_or(ordinal)).max(ordinal)).map(
                |end| {
                    if text.before(end) == Some(',') { text.back(end) } else { end }
                },
            );
        }
    }
    None
}

fn is_capital(text: Text<'_>, at: usize) -> bool {
    text.raw(at).is_some_and(|c| c.is_ascii_uppercase())
}

fn year_behind(text: Text<'_>, at: usize) -> usize {
    let year = text.skip(at);
    let end = digits_end(text, year);
    let is_year = end - year == 4 && is_year(text.all[year..end].parse().unwrap_or(0));
    if is_year { end } else { at }
}

/// A year by itself, or with a month, a half or a quarter behind it: 2024, 2024-05-18, 2024-Q3, 2023/24, 1990s.
fn bare_year(text: Text<'_>, end: usize) -> Option<usize> {
    if let Some(end) = text.eat(end, "s") {
        return Some(end);
    }
    let mut here = end;
    for _ in 0..2 {
        let Some(c) = text.peek(here).filter(|c| matches!(c, '-' | '/')) else { break };
        let part = text.next(here);
        let part = if matches!(text.peek(part), Some('q' | 'h')) { text.next(part) } else { part };
        let behind = digits_end(text, part);
        if behind == part || behind - part > 2 {
            break;
        }
        let _ = c;
        here = behind;
    }
    if here > end {
        return Some(here);
    }
    if let Some(part) = text.peek(end).filter(|c| matches!(c, 'q' | 'h')).map(|_| text.next(end)) {
        let behind = digits_end(text, part);
        if behind > part {
            return Some(behind);
        }
    }
    // 2022 tonnes are no year.
    let counted = matches!(unit::after(text, end, None).measure, super::Measure::Plain);
    (counted
        && !text.peek(end).is_some_and(|c| {
            matches!(c, ',') && text.peek(text.next(end)).is_some_and(|c| c.is_ascii_digit())
        }))
    .then_some(end)
}

/// Words that are followed by the number of something.
const LABELS: &Words<()> = &[
    ("图", ()),
    ("表", ()),
    ("附件", ()),
    ("附录", ()),
    ("附表", ()),
    ("注", ()),
    ("section", ()),
    ("sections", ()),
    ("chapter", ()),
    ("figure", ()),
    ("fig.", ()),
    ("table", ()),
    ("step", ()),
    ("phase", ()),
    ("stage", ()),
    ("page", ()),
    ("no.", ()),
    ("number", ()),
    ("plant", ()),
    ("line", ()),
    ("building", ()),
    ("item", ()),
    ("level", ()),
    ("article", ()),
    ("unit", ()),
    ("volume", ()),
    ("version", ()),
    ("class", ()),
    ("tier", ()),
    ("grade", ()),
    ("furnace", ()),
    ("workshop", ()),
    ("appendix", ()),
    ("annex", ()),
    ("part", ()),
    ("scope", ()),
    ("note", ()),
    ("#", ()),
    ("№", ()),
];

/// Words behind a number that make it a label.
const LABELLED: [&str; 12] =
    ["号", "#", "期工程", "期项目", "版", "级", "届", "分厂", "车间", "高炉", "楼", "矿区"];

/// Where a label begins and ends, if the number is one.
pub(super) fn label(text: Text<'_>, at: usize, number: &Numeral) -> Option<(usize, usize)> {
    let whole = number.exponent == 0 && number.value < Decimal::ONE_THOUSAND && !number.and_more;
    let integer = whole && number.value.scale() == 0;
    let near = text.skip_back(at);
    if integer
        && number.value < Decimal::ONE_HUNDRED
        && is_bare(text, number.end)
        && let Some(around) = in_brackets(text, at, number.end)
    {
        return Some(around);
    }
    if integer {
        if text.opens_line(at) {
            let mark = ["、", ")", ". ", ".\t", "．"].iter().find_map(|mark| text.eat(number.end, mark));
            if let Some(end) = mark {
                return Some((at, end));
            }
        }
        // 1.提高…；2.降低…
        let point = text.next(number.end);
        if text.peek(number.end) == Some('.') && text.peek(point).is_some_and(is_han) {
            return Some((at, point));
        }
        if let Some(end) = LABELLED.iter().find_map(|word| text.eat(number.end, word)) {
            return Some((at, end));
        }
    }
    // 3.0版, 90后.
    if whole && !number.spelled {
        let version = text.eat(number.end, "版").filter(|_| number.value.scale() == 1);
        let born = text.eat(number.end, "后").filter(|_| integer && number.plain_digits == 2);
        if let Some(end) = version.or(born) {
            return Some((at, end));
        }
    }
    let (start, ()) = text.longest_back(near, LABELS).filter(|_| !number.spelled || !text.chinese)?;
    let other_word = matches!(text.before(start), Some('代' | '发' | '意' | '关' | '试' | '企' | '贯'));
    (whole && !other_word && is_bare(text, number.end)).then_some((start, number.end))
}

/// Whether no unit stands behind.
fn is_bare(text: Text<'_>, end: usize) -> bool {
    matches!(unit::after(text, end, None).measure, super::Measure::Plain)
}

/// （二）, (3), [1].
fn in_brackets(text: Text<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let closed = match text.before(at)? {
        '(' => text.eat(end, ")"),
        '[' => text.eat(end, "]"),
        _ => None,
    }?;
    Some((text.back(at), closed))
}
