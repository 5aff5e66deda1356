//! The arithmetic of a gap: how far a value stands behind its benchmark, and which of the two moved.

use std::cmp::Ordering;

use super::benchmark::BenchmarkSeries;
use super::series;
use super::write;
use crate::base::{Decimal, Period};
use crate::model::{Direction, Indicator, Series, Target};

/// How far `value` stands behind `benchmark`, in the indicator's unit; below zero where it is better.
///
/// | direction | distance |
/// | --- | --- |
/// | increase | benchmark − value |
/// | decrease | value − benchmark |
/// | hold within w | \|value − benchmark\| beyond w, 0 inside |
/// | range | distance to the nearer bound, 0 inside; needs no benchmark |
/// | none | not judged |
///
/// None where there is nothing to hold the value against, or the difference is beyond any decimal.
pub fn distance(direction: &Direction, value: Decimal, benchmark: Option<Decimal>) -> Option<Decimal> {
    match direction {
        Direction::Increase => benchmark?.checked_sub(value),
        Direction::Decrease => value.checked_sub(benchmark?),
        Direction::Hold { within } => {
            let off = value.checked_sub(benchmark?)?.abs();
            Some(off.checked_sub(*within)?.max(Decimal::ZERO))
        }
        Direction::Range { min, max } => {
            let (below, above) = (min.checked_sub(value)?, value.checked_sub(*max)?);
            Some(below.max(above).max(Decimal::ZERO))
        }
        Direction::None => None,
    }
}

/// What happened to a gap between two periods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Movement {
    /// Where the movement is measured from.
    pub baseline: Period,
    /// Where it is measured to.
    pub at: Period,
    /// The gap at the baseline.
    pub gap_then: Decimal,
    /// The gap now.
    pub gap_now: Decimal,
    /// By how much the subject came closer to where the benchmark stood at the baseline.
    pub own_progress: Decimal,
    /// By how much the benchmark moved away.
    pub frontier_movement: Decimal,
    /// Frontier movement − own progress: above zero where the gap widened.
    pub change_in_gap: Decimal,
    /// The share of the baseline's gap that is closed, 1 for all of it, more for overtaken.
    /// None where there was no gap then, or one too small to divide by.
    pub share_closed: Option<Decimal>,
}

/// What happened to the gap from `baseline` to `at`. None where a value of either side is missing at one of them.
///
/// With `d(value, benchmark)` for the distance above, and `b` and `t` for the two periods:
///
/// ```text
/// own progress      = d(v_b, r_b) − d(v_t, r_b)     increase: v_t − v_b
/// frontier movement = d(v_t, r_t) − d(v_t, r_b)     increase: r_t − r_b
/// ```
///
/// For `decrease` both have the sign turned, and for every direction the two explain the whole change.
pub fn movement(
    indicator: &Indicator,
    series: &Series,
    benchmark: Option<&BenchmarkSeries<'_>>,
    baseline: Period,
    at: Period,
) -> Option<Movement> {
    let far = |value, reference| distance(&indicator.direction, value, reference);
    let reference = |period| benchmark.and_then(|b| b.at(period));
    let (then, now) = (series::at(series, baseline)?, series::at(series, at)?);
    let gap_then = far(then, reference(baseline))?;
    let gap_now = far(now, reference(at))?;
    let against_then = far(now, reference(baseline))?;

    let own_progress = gap_then.checked_sub(against_then)?;
    let frontier_movement = gap_now.checked_sub(against_then)?;
    let magnitude = reference(baseline).unwrap_or(then).abs().max(then.abs());
    let share_closed = if gap_then >= write::step(&indicator.unit, indicator.decimals, magnitude) {
        gap_now.checked_div(gap_then).and_then(|left| Decimal::ONE.checked_sub(left))
    } else {
        None
    };
    Some(Movement {
        baseline,
        at,
        gap_then,
        gap_now,
        own_progress,
        frontier_movement,
        change_in_gap: frontier_movement.checked_sub(own_progress)?,
        share_closed,
    })
}

/// The period that a gap at `at` is measured from: the target's baseline, else the first period in which both sides have a
/// value. Where no benchmark applies, the first in which the subject has one. Only an earlier period of the same length is one.
pub fn baseline(
    target: Option<&Target>,
    series: &Series,
    benchmark: Option<&BenchmarkSeries<'_>>,
    at: Period,
) -> Option<Period> {
    let is_before = |period: &Period| *period < at && period.grain() == at.grain();
    if let Some(declared) = target.and_then(|target| target.baseline) {
        return Some(declared).filter(is_before);
    }
    let mut known = series::values(series).map(|(period, _)| period).filter(is_before);
    known.find(|period| benchmark.is_none_or(|b| b.at(*period).is_some()))
}

/// Whether going from one value to another is for the better (`Greater`), the worse (`Less`) or neither.
/// `reference` is what a value to be held is held at. None where nothing says what is better.
pub fn improvement(
    direction: &Direction,
    from: Decimal,
    to: Decimal,
    reference: Option<Decimal>,
) -> Option<Ordering> {
    // Against one fixed point the nearer value is the better one, whatever the direction.
    let fixed = match direction {
        Direction::Increase | Direction::Decrease => Some(Decimal::ZERO),
        Direction::Hold { .. } | Direction::Range { .. } | Direction::None => reference,
    };
    let (then, now) = (distance(direction, from, fixed)?, distance(direction, to, fixed)?);
    Some(then.cmp(&now))
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use proptest::prelude::*;

    use super::{baseline, distance, improvement, movement};
    use crate::base::Decimal;
    use crate::measure::benchmark::BenchmarkSeries;
    use crate::measure::sample::{
        as_given, benchmark, indicator, period, roe, series, target, value, values,
    };
    use crate::measure::write::golden::decimals;
    use crate::model::{BenchmarkKind, Direction, Unit};

    fn hold() -> Direction {
        Direction::Hold { within: value("1") }
    }

    fn range() -> Direction {
        Direction::Range { min: value("40"), max: value("65") }
    }

    #[test]
    fn a_distance_is_above_zero_for_what_is_behind() {
        let [up, down] = [Direction::Increase, Direction::Decrease];
        for (direction, own, benchmark, expected) in [
            (&up, "9.4", "10.9", Some("1.5")),
            (&up, "10.9", "10.9", Some("0.0")),
            (&up, "11.8", "10.9", Some("-0.9")),
            (&up, "-9.6", "8.9", Some("18.5")),
            (&up, "9.4", "", None),
            (&down, "60.4", "52.4", Some("8.0")),
            (&down, "50", "52.4", Some("-2.4")),
            (&hold(), "13.3", "13.5", Some("0")),
            (&hold(), "12.5", "13.5", Some("0")),
            (&hold(), "11.5", "13.5", Some("1.0")),
            (&hold(), "15.5", "13.5", Some("1.0")),
            (&hold(), "15.5", "", None),
            (&range(), "40", "", Some("0")),
            (&range(), "50", "1", Some("0")),
            (&range(), "38", "", Some("2")),
            (&range(), "66.5", "", Some("1.5")),
            (&Direction::None, "1", "2", None),
            (&up, "-7e28", "7e28", None),
        ] {
            let reference = (!benchmark.is_empty()).then(|| value(benchmark));
            assert_eq!(
                distance(direction, value(own), reference),
                expected.map(value),
                "{direction:?} {own}"
            );
        }
    }

    /// own then, own now, benchmark then, benchmark now
    type Four = [&'static str; 4];

    #[test]
    fn the_change_of_a_gap_is_told_as_the_pair_that_made_it() {
        // own progress, frontier movement, change in gap, share closed
        for (direction, [v0, v1, r0, r1], expected, share) in [
            // Both moved: 3.2 forward, and the benchmark came 1.2 back.
            (
                Direction::Increase,
                ["6.2", "9.4", "12.1", "10.9"] as Four,
                ["3.2", "-1.2", "-4.4"],
                Some("0.746"),
            ),
            (Direction::Increase, ["6", "7", "10", "12"], ["1", "2", "1"], Some("-0.250")),
            (Direction::Increase, ["6", "11", "10", "10"], ["5", "0", "-5"], Some("1.250")),
            (Direction::Increase, ["6", "10", "10", "10"], ["4", "0", "-4"], Some("1.000")),
            (Direction::Increase, ["6", "6", "10", "10"], ["0", "0", "0"], Some("0.000")),
            (Direction::Increase, ["-9.6", "6.2", "8.9", "10.9"], ["15.8", "2.0", "-13.8"], Some("0.746")),
            // Debt: the sign turns on both sides.
            (Direction::Decrease, ["64.9", "60.4", "53.1", "52.4"], ["4.5", "0.7", "-3.8"], Some("0.322")),
            // Ahead from the beginning, level, or a gap too small to divide by: no share.
            (Direction::Increase, ["11", "12", "10", "10"], ["1", "0", "-1"], None),
            (Direction::Increase, ["10", "12", "10", "10"], ["2", "0", "-2"], None),
            (Direction::Increase, ["9.95", "12", "10", "10"], ["2.05", "0", "-2.05"], None),
            (Direction::Increase, ["9.9", "10", "10", "10"], ["0.1", "0", "-0.1"], Some("1.000")),
            // A band: from 2 below it to inside, while the reference came down by half a point.
            (hold(), ["10.5", "13", "13.5", "13.0"], ["2.0", "0", "-2.0"], Some("1.000")),
            (range(), ["70", "66", "0", "0"], ["4", "0", "-4"], Some("0.800")),
        ] {
            let indicator = indicator(Unit::Percent, 1, direction);
            let own = series(&[("2021", v0), ("2024", v1)]);
            let benchmark = benchmark(BenchmarkKind::Enterprise, &[("2021", r0), ("2024", r1)]);
            let benchmark = as_given(&benchmark);
            let found = movement(&indicator, &own, Some(&benchmark), period("2021"), period("2024")).unwrap();
            let pair = [found.own_progress, found.frontier_movement, found.change_in_gap];
            assert_eq!(pair, expected.map(value), "{v0} {v1} {r0} {r1}");
            assert_eq!(found.gap_now - found.gap_then, found.change_in_gap);
            assert_eq!(
                found.share_closed.map(|share| share.round_dp(3)),
                share.map(value),
                "{v0} {v1} {r0} {r1}"
            );
        }
    }

    #[test]
    fn a_period_that_one_side_lacks_is_missing() {
        let own = series(&[("2021", "6.2"), ("2023", "?"), ("2024", "9.4")]);
        let benchmark = benchmark(BenchmarkKind::Enterprise, &[("2021", "12"), ("2023", "11")]);
        let benchmark = as_given(&benchmark);
        for (from, to) in [("2021", "2023"), ("2021", "2024"), ("2020", "2023")] {
            assert_eq!(
                movement(&roe(), &own, Some(&benchmark), period(from), period(to)),
                None,
                "{from} {to}"
            );
        }
        assert_eq!(movement(&roe(), &own, None, period("2021"), period("2024")), None);
    }

    #[test]
    fn a_baseline_is_the_targets_else_the_first_that_both_sides_have() {
        let own =
            series(&[("2018", "?"), ("2019-H1", "2"), ("2019", "4.1"), ("2020", "3.8"), ("2024", "9.4")]);
        let moved = benchmark(BenchmarkKind::Enterprise, &[("2018", "9"), ("2020", "8.9"), ("2024", "10.9")]);
        let moved = as_given(&moved);
        let declared = target(Some("2019"), &[("2025", "10")]);
        let silent = target(None, &[("2025", "10")]);
        let at = period("2024");
        assert_eq!(baseline(Some(&declared), &own, Some(&moved), at), Some(period("2019")));
        assert_eq!(baseline(Some(&silent), &own, Some(&moved), at), Some(period("2020")));
        assert_eq!(baseline(None, &own, None, at), Some(period("2019")));
        assert_eq!(baseline(None, &own, None, period("2019")), None);
        for not_later in ["2018", "2019", "2020-H2"] {
            assert_eq!(baseline(Some(&declared), &own, Some(&moved), period(not_later)), None, "{not_later}");
        }
        let elsewhere =
            BenchmarkSeries { values: std::borrow::Cow::Owned(values(&[("2017", "1")])), ..moved };
        assert_eq!(baseline(None, &own, Some(&elsewhere), at), None);
    }

    #[test]
    fn better_is_what_the_direction_says() {
        for (direction, from, to, expected) in [
            (Direction::Increase, "1", "2", Some(Ordering::Greater)),
            (Direction::Decrease, "1", "2", Some(Ordering::Less)),
            (Direction::Increase, "2", "2", Some(Ordering::Equal)),
            (hold(), "1", "12", Some(Ordering::Greater)),
            (hold(), "13", "14", Some(Ordering::Equal)),
            (range(), "50", "70", Some(Ordering::Less)),
            (Direction::None, "1", "2", None),
        ] {
            let found = improvement(&direction, value(from), value(to), Some(value("13.5")));
            assert_eq!(found, expected, "{direction:?} {from} {to}");
        }
    }

    proptest! {
        #[test]
        fn no_number_is_too_large_for_an_answer_or_a_refusal(
            v0 in decimals(), v1 in decimals(), r0 in decimals(), r1 in decimals(), which in 0_usize..5,
        ) {
            let direction = [Direction::Increase, Direction::Decrease, hold(), range(), Direction::None][which].clone();
            let indicator = indicator(Unit::Currency, 2, direction);
            let known = |v| crate::model::Observation {
                value: crate::model::Value::Known(v),
                basis: crate::model::Basis::Audited,
                source: None,
                locator: None,
                note: None,
            };
            let own = [(period("2021"), known(v0)), (period("2024"), known(v1))].into_iter().collect();
            let benchmark = benchmark(BenchmarkKind::Enterprise, &[]);
            let moved = BenchmarkSeries {
                values: std::borrow::Cow::Owned([(period("2021"), r0), (period("2024"), r1)].into()),
                benchmark: &benchmark,
            };
            let found = movement(&indicator, &own, Some(&moved), period("2021"), period("2024"));
            if let Some(found) = found {
                let overtaken = found.share_closed.is_some_and(|share| share > Decimal::ONE);
                prop_assert!(!overtaken || found.gap_now < Decimal::ZERO);
            }
        }
    }
}
