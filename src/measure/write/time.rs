//! Periods and days in words.

use crate::base::{Date, Lang, Period, PeriodRange};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
const NUMERALS: [&str; 4] = ["一", "二", "三", "四"];
const HALVES: [&str; 2] = ["上半年", "下半年"];

/// A period by its name: `2024年`, `2024年第三季度`, `2024`, `third quarter of 2024`, `May 2024`.
pub fn period(period: Period, lang: Lang) -> String {
    let year = period.year();
    match (part(period), lang.is_chinese()) {
        (Part::Year, true) => format!("{year}年"),
        (Part::Half(n), true) => format!("{year}年{}", HALVES[n]),
        (Part::Quarter(n), true) => format!("{year}年第{}季度", NUMERALS[n]),
        (Part::Month(n), true) => format!("{year}年{}月", n + 1),
        (Part::Year, false) => year.to_string(),
        (Part::Half(n), false) => format!("{} half of {year}", ORDINALS[n]),
        (Part::Quarter(n), false) => format!("{} quarter of {year}", ORDINALS[n]),
        (Part::Month(n), false) => format!("{} {year}", MONTHS[n]),
    }
}

/// When something was: `2024年`, `in 2024`, `in the third quarter of 2024`.
pub fn during(at: Period, lang: Lang) -> String {
    if lang.is_chinese() { period(at, lang) } else { format!("in {}", with_article(at, lang)) }
}

/// A period inside a sentence: `2024`, `the third quarter of 2024`; in Chinese as its name.
pub(in crate::measure) fn with_article(at: Period, lang: Lang) -> String {
    match part(at) {
        Part::Half(_) | Part::Quarter(_) if !lang.is_chinese() => format!("the {}", period(at, lang)),
        Part::Half(_) | Part::Quarter(_) | Part::Year | Part::Month(_) => period(at, lang),
    }
}

/// A period where there is little room, on an axis or over a column: `2024`, `2024上半年`, `Q3 2024`, `May 2024`.
pub fn period_label(period: Period, lang: Lang) -> String {
    let year = period.year();
    match (part(period), lang.is_chinese()) {
        (Part::Year, _) => year.to_string(),
        (Part::Half(n), true) => format!("{year}{}", HALVES[n]),
        (Part::Quarter(n), true) => format!("{year}{}季度", NUMERALS[n]),
        (Part::Month(n), true) => format!("{year}年{}月", n + 1),
        (Part::Half(n), false) => format!("H{} {year}", n + 1),
        (Part::Quarter(n), false) => format!("Q{} {year}", n + 1),
        (Part::Month(n), false) => format!("{} {year}", SHORT_MONTHS[n]),
    }
}

/// A stretch of time: `2022年3月至2024年12月`, `March 2022 to December 2024`; a single period where both ends are
/// one.
pub fn period_range(range: PeriodRange, lang: Lang) -> String {
    let PeriodRange { from, to } = range;
    if from == to {
        return period(from, lang);
    }
    let and = if lang.is_chinese() { "至" } else { " to " };
    format!("{}{and}{}", period(from, lang), period(to, lang))
}

/// A day: `2025年2月18日`, `18 February 2025`.
pub fn date(date: Date, lang: Lang) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    if lang.is_chinese() {
        format!("{year}年{month}月{day}日")
    } else {
        format!("{day} {} {year}", MONTHS[usize::from(month) - 1])
    }
}

/// A day as English lists of references have it: `2025, February 18`.
pub fn year_first(date: Date) -> String {
    format!("{}, {} {}", date.year(), MONTHS[usize::from(date.month()) - 1], date.day())
}

/// The part of a year, counted from 0.
#[derive(Clone, Copy)]
enum Part {
    Year,
    Half(usize),
    Quarter(usize),
    Month(usize),
}

fn part(period: Period) -> Part {
    let from_zero = |n: u8| usize::from(n) - 1;
    if let Some(n) = period.half() {
        Part::Half(from_zero(n))
    } else if let Some(n) = period.quarter() {
        Part::Quarter(from_zero(n))
    } else if let Some(n) = period.month() {
        Part::Month(from_zero(n))
    } else {
        Part::Year
    }
}

#[cfg(test)]
mod tests {
    use super::{date, during, period, period_label, period_range};
    use crate::base::{Date, Lang, Period, PeriodRange};

    #[test]
    fn a_period_is_written_as_a_report_would() {
        for (text, zh, en, zh_label, en_label, en_during) in [
            ("2024", "2024年", "2024", "2024", "2024", "in 2024"),
            (
                "2024-H1",
                "2024年上半年",
                "first half of 2024",
                "2024上半年",
                "H1 2024",
                "in the first half of 2024",
            ),
            (
                "2024-Q3",
                "2024年第三季度",
                "third quarter of 2024",
                "2024三季度",
                "Q3 2024",
                "in the third quarter of 2024",
            ),
            ("2024-05", "2024年5月", "May 2024", "2024年5月", "May 2024", "in May 2024"),
        ] {
            let at = Period::parse(text).unwrap();
            assert_eq!([period(at, Lang::ZH), period(at, Lang::EN)], [zh, en]);
            assert_eq!([period_label(at, Lang::ZH), period_label(at, Lang::EN)], [zh_label, en_label]);
            assert_eq!([during(at, Lang::ZH), during(at, Lang::EN)], [zh, en_during]);
        }
    }

    #[test]
    fn a_range_names_both_ends_and_a_range_of_one_names_it_once() {
        let range = PeriodRange::parse("2022-03..2024-12").unwrap();
        assert_eq!(period_range(range, Lang::ZH), "2022年3月至2024年12月");
        assert_eq!(period_range(range, Lang::EN), "March 2022 to December 2024");
        assert_eq!(period_range(PeriodRange::parse("2024..2024").unwrap(), Lang::ZH), "2024年");
    }

    #[test]
    fn a_day_is_written_out() {
        let day = Date::parse("2025-02-08").unwrap();
        assert_eq!([date(day, Lang::ZH), date(day, Lang::EN)], ["2025年2月8日", "8 February 2025"]);
    }
}
