//! The known values of a series, and which of its periods can be compared with each other.

use crate::base::{Decimal, Period};
use crate::model::{Observation, Series};

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
    /// The grain of a period.
    pub fn of(period: Period) -> Self {
        if period.month().is_some() {
            Self::Month
        } else if period.quarter().is_some() {
            Self::Quarter
        } else if period.half().is_some() {
            Self::Half
        } else {
            Self::Year
        }
    }

    /// The grain of most of `periods`, the longer of two that are level; none if there are no periods.
    pub fn of_most(periods: impl IntoIterator<Item = Period>) -> Option<Self> {
        let mut counts = [(0_usize, Self::Month), (0, Self::Quarter), (0, Self::Half), (0, Self::Year)];
        for period in periods {
            counts[Self::of(period) as usize].0 += 1;
        }
        counts.into_iter().max().filter(|(n, _)| *n > 0).map(|(_, grain)| grain)
    }
}

/// The value of one period, if it is known.
pub fn at(series: &Series, period: Period) -> Option<Decimal> {
    series.get(&period).and_then(|observation| observation.value.known())
}

/// The latest value that is known, among the periods of the grain that most values have.
pub fn latest(series: &Series) -> Option<(Period, Decimal)> {
    let grain = Grain::of_most(values(series).map(|(period, _)| period))?;
    values(series).rfind(|(period, _)| Grain::of(*period) == grain)
}

/// The values that are known, in the order of their periods.
pub fn values(series: &Series) -> impl DoubleEndedIterator<Item = (Period, Decimal)> {
    let value = |(period, observation): (&Period, &Observation)| Some((*period, observation.value.known()?));
    series.iter().filter_map(value)
}

#[cfg(test)]
mod tests {
    use super::{Grain, latest};
    use crate::measure::sample::{period, series, value};

    #[test]
    fn the_latest_value_is_the_latest_of_its_kind() {
        let annual = series(&[("2023", "8.3"), ("2024", "9.4"), ("2025-H1", "4.0"), ("2025", "?")]);
        assert_eq!(latest(&annual), Some((period("2024"), value("9.4"))));
        assert_eq!(
            latest(&series(&[("2024-Q1", "1"), ("2024-Q2", "2"), ("2023", "3")])).unwrap().0,
            period("2024-Q2")
        );
        assert_eq!(latest(&series(&[("2024", "?")])), None);
    }

    #[test]
    fn of_as_many_years_as_quarters_the_years_count() {
        assert_eq!(Grain::of_most([period("2024"), period("2024-Q1")]), Some(Grain::Year));
        assert_eq!(Grain::of_most([]), None);
    }
}
