//! Whether a choice of figures could look picked: a base at the bottom of a series, periods left out.

use std::collections::BTreeSet;

use super::benchmark::BenchmarkSeries;
use super::gap::distance;
use super::series;
use super::write;
use crate::base::problem::Worst;
use crate::base::{Decimal, Grain, Period};
use crate::model::{Direction, Indicator, Series};

/// Of fewer known values nobody can tell a low from a course.
pub const FEWEST: usize = 4;

/// What a count from one period to another measures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Measure {
    /// How the value moved.
    Value,
    /// How its gap to the benchmark moved.
    Gap,
}

/// How bad each known value is, in the order of the periods: more is worse. Empty where nothing says what is better.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shortfalls(Vec<(Period, Decimal)>);

/// A count that starts from the worst value there is, though the series begins before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WorstBase {
    /// The first period with a value.
    pub first: Period,
    /// The last that counts.
    pub last: Period,
}

impl Shortfalls {
    /// Those of a series. What a value is to be held at, and what a gap is a gap to, comes from `benchmark`.
    pub fn of(
        indicator: &Indicator,
        series: &Series,
        benchmark: Option<&BenchmarkSeries<'_>>,
        measure: Measure,
    ) -> Self {
        let moves = matches!(indicator.direction, Direction::Increase | Direction::Decrease);
        let short = |(period, value): (Period, Decimal)| {
            // Against one fixed point the nearer value is the better one.
            let reference = match measure {
                Measure::Value if moves => Some(Decimal::ZERO),
                Measure::Value | Measure::Gap => benchmark.and_then(|b| b.at(period)),
            };
            Some((period, distance(&indicator.direction, value, reference)?))
        };
        Self(series::values(series).filter_map(short).collect())
    }

    /// Whether a count from `base` to `to` starts from the worst value known up to then, although an earlier one is known
    /// that is better by what readers can see.
    ///
    /// Only values of the same length of period count, and fewer than [`FEWEST`] of them show nothing. The first value is
    /// nobody's choice, however bad it is: a count from it is never one from the worst.
    pub fn worst_base(&self, indicator: &Indicator, base: Period, to: Period) -> Option<WorstBase> {
        let counted = || self.0.iter().filter(|(at, _)| *at <= to && at.grain() == base.grain());
        let (first, first_short) = *counted().next()?;
        let (last, _) = *counted().next_back()?;
        let (_, base_short) = *counted().find(|(at, _)| *at == base)?;
        if base >= to || counted().count() < FEWEST || counted().any(|(_, short)| *short > base_short) {
            return None;
        }
        let step = write::step(&indicator.unit, indicator.decimals, base_short.abs().max(first_short.abs()));
        let better = base_short.checked_sub(first_short)? >= step;
        better.then_some(WorstBase { first, last })
    }

    /// The periods left out of `shown` whose value is worse than at the periods shown before and after. Nothing is left out
    /// of fewer than three periods: they are two ends.
    pub fn left_out(&self, shown: &BTreeSet<Period>) -> Vec<Period> {
        let mut found = Vec::new();
        for grain in [Grain::Year, Grain::Half, Grain::Quarter, Grain::Month] {
            let of_grain = || self.0.iter().filter(|(at, _)| at.grain() == grain);
            let told: Vec<_> = of_grain().filter(|(at, _)| shown.contains(at)).collect();
            if told.len() < 3 {
                continue;
            }
            for ends in told.windows(2) {
                let [(from, before), (to, after)] = ends else { continue };
                let between = of_grain().filter(|(at, _)| at > from && at < to);
                found.extend(between.filter(|(_, short)| short > before && short > after).map(|(at, _)| *at));
            }
        }
        found.sort_unstable();
        found
    }

    /// The known periods after `to` whose value is worse than the one at `to`.
    pub fn worse_after(&self, to: Period) -> Vec<Period> {
        let of_grain = || self.0.iter().filter(|(at, _)| at.grain() == to.grain());
        let Some((_, last)) = of_grain().find(|(at, _)| *at == to) else { return Vec::new() };
        of_grain().filter(|(at, short)| *at > to && short > last).map(|(at, _)| *at).collect()
    }
}

/// The periods between the first and the last known value of a series of which its file says nothing: neither a value nor
/// why there is none. Only periods of the length that most values have; a series of fewer than [`FEWEST`] is not one yet.
pub fn unexplained(series: &Series) -> Vec<Period> {
    let Some(grain) = Grain::of_most(series::values(series).map(|(at, _)| at)) else { return Vec::new() };
    let mut known = series::values(series).map(|(at, _)| at).filter(|at| at.grain() == grain);
    let (Some(first), Some(last)) = (known.next(), known.next_back()) else { return Vec::new() };
    if known.count() + 2 < FEWEST {
        return Vec::new();
    }
    // A hole of a century is a slip in a year, which needs no list.
    let way = std::iter::successors(Some(first.next()), |at| Some(at.next())).take_while(|at| *at < last);
    way.take(100).filter(|at| !series.contains_key(at)).collect()
}

/// What the worst of a series is; none where nothing says what is better.
pub fn worst(direction: &Direction, measure: Measure) -> Option<Worst> {
    match (measure, direction) {
        (_, Direction::None) => None,
        (Measure::Gap, _) => Some(Worst::WidestGap),
        (Measure::Value, Direction::Increase) => Some(Worst::Lowest),
        (Measure::Value, Direction::Decrease) => Some(Worst::Highest),
        (Measure::Value, Direction::Hold { .. } | Direction::Range { .. }) => Some(Worst::Furthest),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Measure, Shortfalls, unexplained, worst};
    use crate::base::Period;
    use crate::base::problem::Worst;
    use crate::measure::sample::{as_given, benchmark, indicator, period, series, value};
    use crate::model::{BenchmarkKind, Direction, Unit};

    fn listed(periods: &[Period]) -> String {
        periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    /// Six years from 2019.
    fn years(values: [&'static str; 6]) -> Vec<(&'static str, &'static str)> {
        ["2019", "2020", "2021", "2022", "2023", "2024"].into_iter().zip(values).collect()
    }

    /// Whether a count over these values from `base` to `to` starts at the bottom.
    fn is_worst(direction: Direction, values: &[(&str, &str)], base: &str, to: &str) -> bool {
        let indicator = indicator(Unit::Percent, 1, direction);
        let reference = benchmark(BenchmarkKind::Enterprise, &years(["13", "13", "13", "13", "13", "13"]));
        let short = Shortfalls::of(&indicator, &series(values), Some(&as_given(&reference)), Measure::Value);
        short.worst_base(&indicator, period(base), period(to)).is_some()
    }

    #[test]
    fn a_base_at_the_bottom_of_a_series_is_seen_whatever_is_better() {
        use Direction::{Decrease, Increase, None};
        let hold = || Direction::Hold { within: value("1") };
        let range = || Direction::Range { min: value("4"), max: value("6") };
        let dip = years(["4.1", "3.8", "6.2", "6.9", "8.3", "9.4"]);
        let peak = years(["60", "63", "61", "59", "58", "57"]);
        for (direction, values, base, to, expected) in [
            (Increase, &dip, "2020", "2024", true),
            (Increase, &dip, "2020", "2022", true),
            // Three values up to 2021 show nothing.
            (Increase, &dip, "2020", "2021", false),
            (Increase, &dip, "2019", "2024", false),
            (Increase, &dip, "2021", "2024", false),
            (Increase, &dip, "2020", "2020", false),
            (Decrease, &peak, "2020", "2024", true),
            (Decrease, &peak, "2021", "2024", false),
            (Decrease, &dip, "2020", "2024", false),
            (None, &dip, "2020", "2024", false),
            (hold(), &years(["13", "16", "14", "13", "13", "13"]), "2020", "2024", true),
            (hold(), &years(["13", "14", "12", "13", "13", "13"]), "2020", "2024", false),
            (range(), &years(["5", "2", "3", "5", "5", "5"]), "2020", "2024", true),
            // The first value is nobody's choice; nor is a year as low as the first, or lower by what nobody sees.
            (Increase, &years(["3", "4", "5", "6", "7", "8"]), "2019", "2024", false),
            (Increase, &years(["3", "5", "3", "6", "7", "8"]), "2021", "2024", false),
            (Increase, &years(["3.04", "5", "3.01", "6", "7", "8"]), "2021", "2024", false),
            (Increase, &years(["5", "5", "5", "5", "5", "5"]), "2021", "2024", false),
            // What is withheld or missing counts for nothing.
            (Increase, &years(["x", "3.8", "6.2", "6.9", "8.3", "9.4"]), "2020", "2024", false),
            (Increase, &years(["4.1", "?", "6.2", "3", "x", "9.4"]), "2022", "2024", true),
        ] {
            assert_eq!(
                is_worst(direction.clone(), values, base, to),
                expected,
                "{direction:?} {base} {values:?}"
            );
        }
    }

    #[test]
    fn only_periods_of_one_length_are_a_series() {
        let mixed = [("2021", "9"), ("2022", "3"), ("2023-H1", "1"), ("2023", "8"), ("2024", "9")];
        assert!(is_worst(Direction::Increase, &mixed, "2022", "2024"));
        let three = [("2021", "9"), ("2022", "3"), ("2023-H1", "1"), ("2023-H2", "2"), ("2023", "8")];
        assert!(!is_worst(Direction::Increase, &three, "2022", "2023"));
    }

    #[test]
    fn a_share_closed_is_counted_from_the_gap_and_not_from_the_value() {
        let indicator = indicator(Unit::Percent, 1, Direction::Increase);
        let own = series(&years(["4", "5", "6", "7", "8", "9"]));
        let moved = benchmark(BenchmarkKind::Enterprise, &years(["9", "9", "15", "12", "11", "11"]));
        let from_worst = |measure, base| {
            let short = Shortfalls::of(&indicator, &own, Some(&as_given(&moved)), measure);
            short.worst_base(&indicator, period(base), period("2024")).is_some()
        };
        assert!(from_worst(Measure::Gap, "2021"));
        assert!(!from_worst(Measure::Value, "2021"));
    }

    #[test]
    fn a_bad_year_between_the_years_shown_is_missed() {
        let indicator = indicator(Unit::Percent, 1, Direction::Increase);
        let own = series(&years(["4.1", "3.8", "6.2", "5.0", "8.3", "9.4"]));
        let short = Shortfalls::of(&indicator, &own, None, Measure::Value);
        let left_out = |shown: &[&str]| {
            listed(&short.left_out(&shown.iter().map(|at| period(at)).collect::<BTreeSet<_>>()))
        };
        assert_eq!(left_out(&["2019", "2021", "2023"]), "2020 2022");
        assert_eq!(left_out(&["2019", "2020", "2021", "2022", "2023"]), "");
        assert_eq!(left_out(&["2020", "2021", "2024"]), "2022");
        // Two ends are two ends, and a year that lies on the way is no surprise.
        assert_eq!(left_out(&["2019", "2024"]), "");
        assert_eq!(left_out(&["2019", "2020", "2022", "2024"]), "");
        assert_eq!(listed(&short.worse_after(period("2021"))), "2022");
        assert_eq!(listed(&short.worse_after(period("2022"))), "");
    }

    #[test]
    fn a_year_of_which_nothing_is_said_is_a_hole() {
        let holes = |values: &[(&str, &str)]| listed(&unexplained(&series(values)));
        assert_eq!(holes(&[("2018", "1"), ("2019", "2"), ("2021", "3"), ("2024", "4")]), "2020 2022 2023");
        assert_eq!(
            holes(&[
                ("2018", "1"),
                ("2019", "2"),
                ("2020", "?"),
                ("2021", "3"),
                ("2022", "x"),
                ("2023", "4")
            ]),
            ""
        );
        assert_eq!(holes(&[("2018", "1"), ("2021", "3"), ("2024", "4")]), "");
        assert_eq!(
            holes(&[("2023-Q1", "1"), ("2023-Q2", "3"), ("2023-Q4", "4"), ("2024-Q1", "4")]),
            "2023-Q3"
        );
        assert_eq!(
            holes(&[("1200", "1"), ("2022", "3"), ("2023", "4"), ("2024", "4")]).split(' ').count(),
            100
        );
        assert_eq!(holes(&[]), "");
    }

    #[test]
    fn the_worst_is_what_the_direction_says() {
        assert_eq!(worst(&Direction::Increase, Measure::Value), Some(Worst::Lowest));
        assert_eq!(worst(&Direction::Decrease, Measure::Value), Some(Worst::Highest));
        assert_eq!(worst(&Direction::Decrease, Measure::Gap), Some(Worst::WidestGap));
        assert_eq!(worst(&Direction::None, Measure::Gap), None);
    }
}
