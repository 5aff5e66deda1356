//! Days and moments. Dates parse one way, quoted or not.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A calendar day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date(jiff::civil::Date);

impl Date {
    /// The day written as `2025-02-18`; `None` for anything else, and for a day that no calendar has.
    pub fn parse(text: &str) -> Option<Self> {
        let shaped = text.len() == 10
            && text
                .bytes()
                .enumerate()
                .all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
        shaped.then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// Midnight at the start of this day in `zone` (an IANA name), as RFC 3339 wants it in a feed;
    /// UTC where the zone is unknown.
    pub fn rfc3339(self, zone: &str) -> String {
        let zoned = self.0.in_tz(zone).or_else(|_| self.0.in_tz("UTC")).expect("UTC has every day");
        zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A moment in time, written with an explicit zone: `2025-03-01T09:00:00+08:00`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Moment(jiff::Timestamp);

impl Moment {
    /// The moment written as `text`; `None` without a zone, because nobody can then say when it is.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    /// From the seconds since 1970 that a clock gives.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        jiff::Timestamp::from_second(seconds).ok().map(Self)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Whether the time zone database has `name`.
pub fn is_time_zone(name: &str) -> bool {
    jiff::tz::TimeZone::get(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{Date, Moment, is_time_zone};

    #[test]
    fn a_day_parses_one_way() {
        assert_eq!(Date::parse("2025-02-18").unwrap().to_string(), "2025-02-18");
        for bad in ["2025-2-18", "2025-02-30", "18.02.2025", "2025/02/18", "20250218", "2025-02-18T00:00", ""]
        {
            assert!(Date::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_moment_needs_its_zone() {
        assert!(Moment::parse("2025-03-01T09:00:00+08:00").is_some());
        assert!(Moment::parse("2025-03-01T09:00:00").is_none());
        assert!(Moment::parse("2025-03-01T09:00:00+08:00") < Moment::parse("2025-03-01T02:00:00Z"));
    }

    #[test]
    fn a_feed_dates_a_case_at_midnight_where_the_site_is() {
        assert_eq!(Date::parse("2025-02-18").unwrap().rfc3339("Asia/Shanghai"), "2025-02-18T00:00:00+08:00");
        assert!(is_time_zone("Asia/Shanghai"));
        assert!(!is_time_zone("Asia/Atlantis"));
    }
}
