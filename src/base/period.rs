//! Stretches of time that a figure belongs to: a year, half-year, quarter or month.

use std::cmp::Ordering;
use std::fmt;

/// A year or a named part of one.
///
/// Ordered by its end: a year's figure follows its last month's, as it does in a report.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    year: i16,
    part: Part,
}

/// How long a period is. A half-year's profit is no match for a year's, so only periods of one grain are compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Grain {
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Half-years.
    Half,
    /// Years.
    Year,
}

impl Grain {
    /// The grain of most of `periods`, the longer of two that are level; none if there are no periods.
    pub fn of_most(periods: impl IntoIterator<Item = Period>) -> Option<Self> {
        let mut counts = [(0_usize, Self::Month), (0, Self::Quarter), (0, Self::Half), (0, Self::Year)];
        for period in periods {
            counts[period.grain() as usize].0 += 1;
        }
        counts.into_iter().max().filter(|(n, _)| *n > 0).map(|(_, grain)| grain)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
enum Part {
    Month(u8),
    Quarter(u8),
    Half(u8),
    Year,
}

impl Part {
    /// First and last month, 1 to 12.
    fn months(self) -> (u8, u8) {
        match self {
            Self::Month(n) => (n, n),
            Self::Quarter(n) => (n * 3 - 2, n * 3),
            Self::Half(n) => (n * 6 - 5, n * 6),
            Self::Year => (1, 12),
        }
    }
}

impl Period {
    /// The whole year.
    pub fn of_year(year: i16) -> Self {
        Self { year, part: Part::Year }
    }

    /// The period written as `2024`, `2024-H1`, `2024-Q3` or `2024-05`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let year = text.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
        let part = match &text[4..] {
            "" => Part::Year,
            rest => {
                let rest = rest.strip_prefix('-')?;
                let (kind, digits, most) = match rest.as_bytes() {
                    [b'H', ..] => ('H', &rest[1..], 2),
                    [b'Q', ..] => ('Q', &rest[1..], 4),
                    [_, _] => ('M', rest, 12),
                    _ => return None,
                };
                if !digits.bytes().all(|b| b.is_ascii_digit()) || (kind != 'M' && digits.len() != 1) {
                    return None;
                }
                let n: u8 = digits.parse().ok().filter(|n| (1..=most).contains(n))?;
                match kind {
                    'H' => Part::Half(n),
                    'Q' => Part::Quarter(n),
                    _ => Part::Month(n),
                }
            }
        };
        Some(Self { year, part })
    }

    /// The year it lies in.
    pub fn year(self) -> i16 {
        self.year
    }

    /// How long it is.
    pub fn grain(self) -> Grain {
        match self.part {
            Part::Month(_) => Grain::Month,
            Part::Quarter(_) => Grain::Quarter,
            Part::Half(_) => Grain::Half,
            Part::Year => Grain::Year,
        }
    }

    /// The number of its last month, 1 to 12.
    pub fn last_month(self) -> u8 {
        self.part.months().1
    }

    /// Whether this is a whole year.
    pub fn is_year(self) -> bool {
        self.part == Part::Year
    }

    /// The half (1 or 2), if this is a half-year.
    pub fn half(self) -> Option<u8> {
        if let Part::Half(n) = self.part { Some(n) } else { None }
    }

    /// The quarter (1 to 4), if this is a quarter.
    pub fn quarter(self) -> Option<u8> {
        if let Part::Quarter(n) = self.part { Some(n) } else { None }
    }

    /// The month (1 to 12), if this is a month.
    pub fn month(self) -> Option<u8> {
        if let Part::Month(n) = self.part { Some(n) } else { None }
    }

    /// The period of the same length that follows it.
    #[must_use]
    pub fn next(self) -> Self {
        let (part, wraps) = match self.part {
            Part::Month(n) => (Part::Month(n % 12 + 1), n == 12),
            Part::Quarter(n) => (Part::Quarter(n % 4 + 1), n == 4),
            Part::Half(n) => (Part::Half(n % 2 + 1), n == 2),
            Part::Year => (Part::Year, true),
        };
        Self { year: self.year.saturating_add(i16::from(wraps)), part }
    }

    /// Its place on a time axis in years. A whole year stands at its number; a part stands at its middle,
    /// measured so that the parts of a year surround that number.
    pub fn position(self) -> f64 {
        let (first, last) = self.part.months();
        f64::from(self.year) + (f64::from(first - 1) + f64::from(last)) / 24.0 - 0.5
    }

    /// Where it begins on a time axis, in years, on the scale of [`Period::position`].
    pub fn begins(self) -> f64 {
        f64::from(self.year) + f64::from(self.part.months().0 - 1) / 12.0 - 0.5
    }

    /// Where it ends on a time axis, in years, on the scale of [`Period::position`].
    pub fn ends(self) -> f64 {
        f64::from(self.year) + f64::from(self.part.months().1) / 12.0 - 0.5
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By end, then the shorter before the longer.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let end = |period: &Self| (period.part.months().1, period.part);
        self.year.cmp(&other.year).then_with(|| end(self).cmp(&end(other)))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            Part::Year => write!(f, "{year:04}"),
            Part::Half(n) => write!(f, "{year:04}-H{n}"),
            Part::Quarter(n) => write!(f, "{year:04}-Q{n}"),
            Part::Month(n) => write!(f, "{year:04}-{n:02}"),
        }
    }
}

/// From one period to another, both included: `2022-03..2024-12`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PeriodRange {
    /// The first period.
    pub from: Period,
    /// The last period; not before the first.
    pub to: Period,
}

impl PeriodRange {
    /// The range written as `from..to`; `None` if either is no period or they stand the wrong way round.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once("..")?;
        let range = Self { from: Period::parse(from.trim())?, to: Period::parse(to.trim())? };
        (range.from.begins() <= range.to.begins() && range.from.ends() <= range.to.ends()).then_some(range)
    }
}

impl fmt::Display for PeriodRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::{Grain, Period, PeriodRange};

    #[test]
    fn periods_are_read_back_as_written() {
        for text in ["2024", "2024-H1", "2024-Q3", "2024-05", "1958"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        for bad in [
            "",
            "24",
            "2024-",
            "2024-13",
            "2024-00",
            "2024-Q5",
            "2024-H3",
            "2024-5",
            "2024-05-01",
            "二〇二四",
            "2024年",
        ] {
            assert!(Period::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn periods_sort_by_when_they_end() {
        let mut periods =
            ["2024", "2024-H1", "2023", "2024-12", "2024-Q1", "2024-Q4"].map(|t| Period::parse(t).unwrap());
        periods.sort();
        assert_eq!(periods.map(|p| p.to_string()).join(" "), "2023 2024-Q1 2024-H1 2024-12 2024-Q4 2024");
    }

    #[test]
    fn a_period_is_followed_by_one_of_its_length() {
        for (at, next) in [
            ("2024", "2025"),
            ("2024-H1", "2024-H2"),
            ("2024-Q4", "2025-Q1"),
            ("2024-11", "2024-12"),
            ("2024-12", "2025-01"),
        ] {
            assert_eq!(Period::parse(at).unwrap().next().to_string(), next);
        }
    }

    #[test]
    fn a_year_stands_at_its_number_and_its_halves_around_it() {
        let at = |text| Period::parse(text).unwrap().position();
        assert!((at("2024") - 2024.0).abs() < 1e-9);
        assert!((at("2024-H1") - 2023.75).abs() < 1e-9);
        assert!((at("2024-H2") - 2024.25).abs() < 1e-9);
    }

    #[test]
    fn of_as_many_years_as_quarters_the_years_count() {
        let periods = ["2024", "2024-Q1"].map(|t| Period::parse(t).unwrap());
        assert_eq!(Grain::of_most(periods), Some(Grain::Year));
        assert_eq!(Grain::of_most([]), None);
    }

    #[test]
    fn a_range_runs_forward() {
        assert_eq!(PeriodRange::parse("2022-03..2024-12").unwrap().to_string(), "2022-03..2024-12");
        assert!(PeriodRange::parse("2024..2022").is_none());
        assert!(PeriodRange::parse("2024").is_none());
    }
}
