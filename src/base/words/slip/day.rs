//! Days and moments as letters and spreadsheets write them.

use super::{digit_runs, fold};
use crate::base::{Date, Moment};

/// What is odd about a text that should be a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::base::words) enum DaySlip {
    /// 2025年2月18日.
    Han,
    /// 2025/2/18, 18.02.2025, 2025-2-18: other signs between the numbers, or a zero missing.
    Form,
    /// The number of days that a spreadsheet keeps instead of a date.
    Serial,
    /// A time of day behind it.
    WithTime,
    /// A month or year without a day.
    NoDay,
    /// A day that no calendar has.
    NoSuchDay,
    /// Nothing that can be guessed.
    Other,
}

/// What is odd about a text that should be a moment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::base::words) enum MomentSlip {
    /// It does not say in which zone.
    NoZone,
    /// A day without a time.
    NoTime,
    /// Anything else.
    Other,
}

/// What is odd about `text`, and the day it probably means.
pub(in crate::base::words) fn day(text: &str) -> (DaySlip, Option<String>) {
    let folded = fold(text);
    let runs = digit_runs(&folded);
    match runs[..] {
        [one] if one.len() == folded.len() && one.len() == 5 => {
            serial(one).map_or((DaySlip::Other, None), |day| (DaySlip::Serial, Some(day)))
        }
        [one] if one.len() == 8 => real(&one[..4], &one[4..6], &one[6..], DaySlip::Form),
        [year] | [year, _] if year.len() == 4 => (DaySlip::NoDay, None),
        [year, month, day] if year.len() == 4 => {
            let slip = if folded.contains('年') { DaySlip::Han } else { DaySlip::Form };
            real(year, month, day, slip)
        }
        [day, month, year] if year.len() == 4 => match real(year, month, day, DaySlip::Form) {
            (DaySlip::NoSuchDay, _) => real(year, day, month, DaySlip::Form),
            // 03/04/2025 may be March or April: no guess is better than a wrong one.
            (slip, _) if day.parse::<u8>().is_ok_and(|d| d <= 12) && day != month => (slip, None),
            found => found,
        },
        [year, month, day, ..] if year.len() == 4 => real(year, month, day, DaySlip::WithTime),
        _ => (DaySlip::Other, None),
    }
}

/// The day of these numbers, with `slip` for what was odd about it; or that there is no such day.
fn real(year: &str, month: &str, day: &str, slip: DaySlip) -> (DaySlip, Option<String>) {
    let written = format!("{year}-{month:0>2}-{day:0>2}");
    match Date::parse(&written) {
        Some(_) => (slip, Some(written)),
        None => (DaySlip::NoSuchDay, None),
    }
}

/// The day that a spreadsheet means by `days`, counted from the end of 1899; only for days that a case may have.
fn serial(days: &str) -> Option<String> {
    let days: i64 = days.parse().ok().filter(|d| (20_000..=60_000).contains(d))?;
    let epoch = jiff::civil::date(1899, 12, 30);
    epoch.checked_add(jiff::Span::new().days(days)).ok().map(|day| day.to_string())
}

/// What is odd about `text`, and the moment it probably means where the clocks show Beijing time.
pub(in crate::base::words) fn moment(text: &str) -> (MomentSlip, Option<String>) {
    let folded = fold(text);
    let runs = digit_runs(&folded);
    let part = |n: usize| runs.get(n).copied().unwrap_or("00");
    let slip = match runs.len() {
        3 => MomentSlip::NoTime,
        4..=6 => MomentSlip::NoZone,
        _ => MomentSlip::Other,
    };
    let written = format!(
        "{}-{:0>2}-{:0>2}T{:0>2}:{:0>2}:{:0>2}+08:00",
        part(0),
        part(1),
        part(2),
        part(3),
        part(4),
        part(5)
    );
    let meant = (slip != MomentSlip::Other && Moment::parse(&written).is_some()).then_some(written);
    if meant.is_none() { (MomentSlip::Other, None) } else { (slip, meant) }
}

#[cfg(test)]
mod tests {
    use super::{DaySlip as D, MomentSlip as M, day, moment};

    #[test]
    fn a_day_in_any_dress_is_understood() {
        for (text, slip, meant) in [
            ("2025年2月18日", D::Han, Some("2025-02-18")),
            ("2025/2/18", D::Form, Some("2025-02-18")),
            ("2025.02.18", D::Form, Some("2025-02-18")),
            ("2025-2-8", D::Form, Some("2025-02-08")),
            ("２０２５-０２-１８", D::Form, Some("2025-02-18")),
            ("20250218", D::Form, Some("2025-02-18")),
            ("18.02.2025", D::Form, Some("2025-02-18")),
            ("02/18/2025", D::Form, Some("2025-02-18")),
            ("03/04/2025", D::Form, None),
            ("45706", D::Serial, Some("2025-02-18")),
            ("2025-02-18 00:00:00", D::WithTime, Some("2025-02-18")),
            ("2025-02", D::NoDay, None),
            ("2025年2月", D::NoDay, None),
            ("2025-02-30", D::NoSuchDay, None),
            ("去年春天", D::Other, None),
            ("", D::Other, None),
        ] {
            assert_eq!(day(text), (slip, meant.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn a_moment_without_zone_is_taken_for_beijing_time() {
        for (text, slip, meant) in [
            ("2025-03-01T09:00:00", M::NoZone, Some("2025-03-01T09:00:00+08:00")),
            ("2025年3月1日 9:00", M::NoZone, Some("2025-03-01T09:00:00+08:00")),
            ("2025-03-01", M::NoTime, Some("2025-03-01T00:00:00+08:00")),
            ("2025-03-01T25:00:00", M::Other, None),
            ("明天", M::Other, None),
        ] {
            assert_eq!(moment(text), (slip, meant.map(str::to_owned)), "{text}");
        }
    }
}
