//! Statistics over the values of several enterprises.

use crate::base::Decimal;
use crate::model::Statistic;

/// Fewer values than this are shown as they are: a median of four says more about who is missing.
pub const FEWEST: usize = 5;

/// The value of a statistic over `sorted`, ascending. None for no values, and where a sum is beyond any decimal.
///
/// A percentile is interpolated between the two values around position (n − 1) · p, type 7 of Hyndman and Fan,
/// "Sample Quantiles in Statistical Packages" (1996); it is what spreadsheets compute.
pub fn of_sorted(statistic: Statistic, sorted: &[Decimal]) -> Option<Decimal> {
    match statistic {
        Statistic::Percentile(percent) => {
            let last = sorted.len().checked_sub(1)?;
            let position = last.checked_mul(usize::from(percent.min(100)))?;
            let (below, rest) = (position / 100, position % 100);
            let low = sorted[below];
            let high = sorted[(below + 1).min(last)];
            let share = Decimal::new(i64::try_from(rest).ok()?, 2);
            low.checked_add(high.checked_sub(low)?.checked_mul(share)?)
        }
        Statistic::Mean => {
            let sum = sorted.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
            sum.checked_div(Decimal::from(sorted.len()))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::of_sorted;
    use crate::base::Decimal;
    use crate::measure::sample::value;
    use crate::model::Statistic;

    #[test]
    fn quartiles_are_those_of_a_spreadsheet() {
        let five = ["1", "2", "4", "8", "16"].map(value);
        let six = ["1", "2", "4", "8", "16", "20"].map(value);
        for (values, percent, expected) in [
            (&five[..], 25, "2"),
            (&five, 50, "4"),
            (&five, 75, "8"),
            (&six, 25, "2.5"),
            (&six, 50, "6"),
            (&six, 75, "14"),
            (&six, 10, "1.5"),
            (&five[..1], 50, "1"),
        ] {
            assert_eq!(of_sorted(Statistic::Percentile(percent), values), Some(value(expected)), "{percent}");
        }
        assert_eq!(of_sorted(Statistic::Mean, &five), Some(value("6.2")));
        for statistic in [Statistic::Mean, Statistic::Percentile(50)] {
            assert_eq!(of_sorted(statistic, &[]), None);
            let extremes = [Decimal::MIN, Decimal::MIN, Decimal::MAX];
            of_sorted(statistic, &extremes);
        }
    }

    proptest! {
        #[test]
        fn a_percentile_lies_between_its_neighbours(
            mut values in proptest::collection::vec(-1_000_000_i64..1_000_000, 1..50),
            percent in 1_u8..100,
        ) {
            values.sort_unstable();
            let sorted: Vec<_> = values.iter().map(|v| Decimal::new(*v, 2)).collect();
            let found = of_sorted(Statistic::Percentile(percent), &sorted).unwrap();
            // The definition, in another arithmetic.
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let naive = {
                let h = (values.len() - 1) as f64 * f64::from(percent) / 100.0;
                let (low, high) = (values[h.floor() as usize], values[h.ceil() as usize]);
                (low as f64 + (high - low) as f64 * h.fract()) / 100.0
            };
            prop_assert!((crate::base::number::to_f64(found) - naive).abs() < 1e-6);
        }
    }
}
