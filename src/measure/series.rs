//! The known values of a series, and which of its periods can be compared with each other.

use crate::base::{Decimal, Grain, Period};
use crate::model::{Observation, Series};

/// The value of one period, if it is known.
pub fn at(series: &Series, period: Period) -> Option<Decimal> {
    series.get(&period).and_then(|observation| observation.value.known())
}

/// The latest value that is known, among the periods of the grain that most values have.
pub fn latest(series: &Series) -> Option<(Period, Decimal)> {
    let grain = Grain::of_most(values(series).map(|(period, _)| period))?;
    values(series).rfind(|(period, _)| period.grain() == grain)
}

/// The values that are known, in the order of their periods.
pub fn values(series: &Series) -> impl DoubleEndedIterator<Item = (Period, Decimal)> {
    let value = |(period, observation): (&Period, &Observation)| Some((*period, observation.value.known()?));
    series.iter().filter_map(value)
}

#[cfg(test)]
mod tests {
    use super::latest;
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
}
