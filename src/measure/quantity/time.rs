//! Points in time: 2024年, 5月18日, 第三季度, `Q3 2024`, `18 May 2024`, 2024-05-18, 8:30.

use super::numeral::Numeral;
use super::text::Text;
use super::words::{Words, backwards, bare, forwards};
use super::{chinese, unit};

const MONTHS: [(&str, ()); 24] = bare([
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
]);
const MONTHS_BEHIND: &Words<()> = &forwards(MONTHS);
const MONTHS_BEFORE: &Words<()> = &backwards(MONTHS);

/// Words behind a number that make it a point in time.
const TIMES: &Words<()> =
    &forwards(bare(["季度", "世纪", "年代", "点钟", "点半", "时许", "o'clock", "a.m.", "p.m."]));

/// Whether what stands between two places is a year of our time, in digits.
pub(super) fn is_year(text: Text<'_>, at: usize, end: usize) -> bool {
    end - at == 4 && text.all.get(at..end).and_then(|year| year.parse().ok()).is_some_and(is_of_our_time)
}

fn is_of_our_time(year: u32) -> bool {
    (1900..2100).contains(&year)
}

/// Q3, H1 2024: a quarter says so by itself, H2 is hydrogen unless a year stands beside it.
pub(super) fn part_of_year(text: Text<'_>, start: usize, at: usize) -> bool {
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

/// Behind a point in time, if the number is one.
pub(super) fn time(text: Text<'_>, at: usize, number: &Numeral) -> Option<usize> {
    if number.value.scale() != 0 || number.exponent != 0 || number.and_more {
        return dotted_date(text, at, number);
    }
    let n = u32::try_from(number.value.mantissa()).ok()?;
    chinese_time(text, number, n).or_else(|| clock(text, number.end, n)).or_else(|| {
        let end = english_date(text, at, number, n).or_else(|| quarter(text, at, number.end));
        end.or_else(|| if number.spelled { None } else { bare_year(text, at, number.end) })
    })
}

/// 2024.05.18; with no day behind the month it is a decimal.
fn dotted_date(text: Text<'_>, at: usize, number: &Numeral) -> Option<usize> {
    let day = text.eat(number.end, ".").filter(|_| number.plain_digits == 4 && is_year(text, at, at + 4))?;
    let end = text.digits_end(day);
    (end > day).then_some(end)
}

/// 2024年5月18日, 5月, 18日, 二〇二四年, 24年5月, 三季度, 七点半.
fn chinese_time(text: Text<'_>, number: &Numeral, n: u32) -> Option<usize> {
    // 90年代 is no 90年.
    if let Some((end, ())) = text.longest(text.skip(number.end), TIMES) {
        return Some(end);
    }
    let behind = text.next(number.end);
    match text.peek(number.end)? {
        '年' if is_of_our_time(n) && (number.plain_digits == 4 || number.spelled) => {
            Some(part_behind(text, behind))
        }
        // A year in two digits is one only before its month: 24年 is as long as 24 years.
        '年' if number.plain_digits == 2 => Some(part_behind(text, behind)).filter(|part| *part > behind),
        '月' if (1..=12).contains(&n) => Some(day(text, behind)),
        '日' if (1..=31).contains(&n) => Some(behind),
        _ => None,
    }
}

/// Behind 年: a half, a quarter, a month with its day.
fn part_behind(text: Text<'_>, at: usize) -> usize {
    if let Some(end) = text.any(at, &["上半年", "下半年"]) {
        return end;
    }
    let near = text.skip(at);
    let quarter = numeral_end(text, text.eat(near, "第").unwrap_or(near));
    if let Some(end) = text.eat(quarter, "季度") {
        return end;
    }
    let month = numeral_end(text, near);
    text.eat(month, "月").filter(|_| month > near).map_or(at, |end| day(text, end))
}

/// Behind 月: 份, or a day.
fn day(text: Text<'_>, at: usize) -> usize {
    let near = text.skip(at);
    let day = numeral_end(text, near);
    let end = if day > near { text.any(day, &["日", "号"]) } else { text.eat(at, "份") };
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
    let end = text.digits_end(minutes);
    let minutes: u32 = text.all[minutes..end].parse().ok().filter(|_| end - minutes == 2)?;
    (minutes < 60).then_some(end)
}

/// 18 May 2024, May 18, 2024, May 18th.
fn english_date(text: Text<'_>, at: usize, number: &Numeral, n: u32) -> Option<usize> {
    if !(1..=31).contains(&n) || number.spelled || number.plain_digits > 2 {
        return None;
    }
    let day = text.any(number.end, &["st", "nd", "rd", "th"]).unwrap_or(number.end);
    if let Some((month, ())) = text.longest(text.skip(day), MONTHS_BEHIND) {
        return Some(year_behind(text, month));
    }
    // `may 3` is no date.
    let (month, ()) = text.longest_back(text.skip_back(at), MONTHS_BEFORE)?;
    text.raw(month).filter(char::is_ascii_uppercase)?;
    let year = text.eat(day, ",").map_or(day, |comma| year_behind(text, comma));
    Some(if text.before(year) == Some(',') { day } else { year_behind(text, year) })
}

/// Q3, Q3 2024, FY2024.
fn quarter(text: Text<'_>, at: usize, end: usize) -> Option<usize> {
    let of_year = text.before(at).is_some_and(|c| matches!(c, 'q' | 'h'))
        && part_of_year(text, text.back(at), at)
        || text.eat_back(text.skip_back(at), "fy").is_some();
    of_year.then(|| year_behind(text, end))
}

/// Behind the year at a place, if there is one.
fn year_behind(text: Text<'_>, at: usize) -> usize {
    let year = text.skip(at);
    let end = text.digits_end(year);
    if is_year(text, year, end) { end } else { at }
}

/// A year by itself, or with a month, a half or a quarter behind it: 2024, 2024-05-18, 2024-Q3, 2023/24, 1990s.
fn bare_year(text: Text<'_>, at: usize, end: usize) -> Option<usize> {
    if !is_year(text, at, end) {
        return None;
    }
    if let Some(end) = text.eat(end, "s") {
        return Some(end);
    }
    let mut here = end;
    for _ in 0..2 {
        let part = text.any(here, &["-", "/"]).unwrap_or(here);
        let letter = matches!(text.peek(part), Some('q' | 'h'));
        let digits = if letter { text.next(part) } else { part };
        let behind = text.digits_end(digits);
        if !(1..=2).contains(&(behind - digits)) || part == here && !letter {
            break;
        }
        here = behind;
    }
    // 2022 tonnes are no year.
    (here > end || !unit::is_counted(text, end)).then_some(here)
}
