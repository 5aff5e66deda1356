//! One indicator of one subject over time.

use std::ops::Index;

use super::figures::Observation;
use crate::base::Period;

/// Observations by period, the earliest first.
///
/// A list and not a map: most hold five years, and a site a hundred thousand of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series(Vec<(Period, Observation)>);

impl Series {
    /// How many periods there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was observed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What was observed in a period.
    pub fn get(&self, period: &Period) -> Option<&Observation> {
        let at = self.0.binary_search_by(|(known, _)| known.cmp(period)).ok()?;
        Some(&self.0[at].1)
    }

    /// Whether there is anything for a period, if only the word that there is nothing.
    pub fn contains_key(&self, period: &Period) -> bool {
        self.get(period).is_some()
    }

    /// Each period and what was observed in it.
    pub fn iter(
        &self,
    ) -> impl DoubleEndedIterator<Item = (&Period, &Observation)> + ExactSizeIterator + Clone {
        self.0.iter().map(|(period, observation)| (period, observation))
    }

    /// The periods.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Period> + ExactSizeIterator + Clone {
        self.0.iter().map(|(period, _)| period)
    }

    /// The observations.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Observation> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, observation)| observation)
    }

    /// Keeps what `stays`.
    pub fn retain(&mut self, stays: impl Fn(&Period) -> bool) {
        self.0.retain(|(period, _)| stays(period));
    }

    /// The observations, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Observation> {
        self.0.iter_mut().map(|(_, observation)| observation)
    }
}

/// In any order; of two for one period the later one stands.
impl FromIterator<(Period, Observation)> for Series {
    fn from_iter<I: IntoIterator<Item = (Period, Observation)>>(all: I) -> Self {
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_by_key(|(period, _)| *period);
        all.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        Self(all)
    }
}

impl Index<&Period> for Series {
    type Output = Observation;

    fn index(&self, period: &Period) -> &Observation {
        self.get(period).expect("the period is one of the series")
    }
}

#[cfg(test)]
mod tests {
    use super::Series;
    use crate::base::Period;
    use crate::model::{Basis, Observation, Value};

    #[test]
    fn observations_stand_by_period_and_the_last_word_counts() {
        let year = |year: &str| Period::parse(year).unwrap();
        let said = |basis| Observation {
            value: Value::NotAvailable,
            basis,
            source: None,
            locator: None,
            note: None,
        };
        let series: Series = [
            (year("2024"), said(Basis::Audited)),
            (year("2022"), said(Basis::Estimate)),
            (year("2022"), said(Basis::Management)),
            (year("2022"), said(Basis::Unaudited)),
        ]
        .into_iter()
        .collect();
        assert_eq!(series.keys().copied().collect::<Vec<_>>(), [year("2022"), year("2024")]);
        assert_eq!(series[&year("2022")].basis, Basis::Unaudited);
        assert_eq!(series.get(&year("2023")), None);
    }
}
