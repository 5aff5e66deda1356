//! The gap of one subject period by period: is it closing, and by whose doing?

use super::gap::{self, Movement};
use super::sentence::Story;
use super::sentence::story::Point;
use crate::base::{Decimal, Period};
use crate::model::{Basis, BenchmarkKind, Direction, Indicator};

/// The gap in every period in which there is one.
#[derive(Clone, Debug)]
pub struct Gaps<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// What the gap is to.
    pub to: Reference,
    /// In the order of time, at least one, all of one length of period.
    pub rows: Vec<Row>,
    /// What happened from the baseline, else the first of the rows, to the last.
    pub movement: Option<Movement>,
    /// The latest observation, where it is later than every gap.
    pub(super) later: Option<Point>,
}

/// The gap at one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// When.
    pub at: Period,
    /// The subject's value.
    pub value: Decimal,
    /// How sure that is.
    pub basis: Basis,
    /// What it is held against; none for a range, which the indicator itself defines.
    pub benchmark: Option<Decimal>,
    /// How far behind; below zero: ahead.
    pub gap: Decimal,
}

/// What a gap is to, as far as the words differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// A benchmark that moves.
    Benchmark,
    /// The best band of a ladder.
    TopBand,
    /// A regulator's limit.
    Limit,
    /// The subject's own value at a period.
    OwnPast(Period),
    /// A reference to be held at, or a range to stay in: a value can be off it, but not ahead.
    Band,
}

impl<'a> Gaps<'a> {
    /// The gaps of a story; none where no period has both a value and something to hold it against.
    pub fn of(story: &Story<'a>) -> Option<Self> {
        let indicator = story.indicator;
        let benchmark = story.benchmark.as_ref();
        let to = match (&indicator.direction, benchmark.map(|b| &b.benchmark.kind)) {
            (Direction::None, _) => return None,
            (Direction::Hold { .. } | Direction::Range { .. }, _) => Reference::Band,
            (_, Some(BenchmarkKind::Ladder { .. })) => Reference::TopBand,
            (_, Some(BenchmarkKind::Limit)) => Reference::Limit,
            (_, Some(BenchmarkKind::OwnPast { period })) => Reference::OwnPast(*period),
            (_, _) => Reference::Benchmark,
        };
        let shown = story.shown();
        let row = |point: &Point| {
            let known = point.known()?;
            let benchmark = benchmark.and_then(|b| b.at(known.at));
            let gap = gap::distance(&indicator.direction, known.value, benchmark)?;
            Some(Row { at: known.at, value: known.value, basis: known.basis, benchmark, gap })
        };
        let rows: Vec<Row> = shown.iter().filter_map(row).collect();
        let (first, last) = (rows.first()?.at, rows.last()?.at);
        let declared = story.target.and_then(|target| target.baseline);
        let baseline = declared.filter(|at| rows.iter().any(|row| row.at == *at)).unwrap_or(first);
        let movement = (baseline < last)
            .then(|| gap::movement(indicator, story.series, benchmark, baseline, last))
            .flatten();
        let later = shown.last().copied().filter(|point| point.at > last);
        Some(Self { indicator, to, rows, movement, later })
    }

    /// Whether what the gap is to gets better or worse by itself, so that its change is the doing of two. A limit, a past
    /// and a band do not.
    pub fn decomposes(&self) -> bool {
        match self.to {
            Reference::Benchmark | Reference::TopBand => true,
            Reference::Limit | Reference::OwnPast(_) | Reference::Band => false,
        }
    }

    /// The row of a period.
    pub fn at(&self, period: Period) -> Option<&Row> {
        self.rows.iter().find(|row| row.at == period)
    }

    /// The last row.
    pub fn last(&self) -> &Row {
        self.rows.last().expect("there is a row at least")
    }
}

#[cfg(test)]
mod tests {
    use super::{Gaps, Reference};
    use crate::base::Period;
    use crate::measure::sample::{as_given, benchmark, indicator, period, roe, series, target, value};
    use crate::measure::sentence::Story;
    use crate::model::{BenchmarkKind, Direction, Indicator, Unit};

    fn gaps(
        indicator: &Indicator,
        own: &[(&str, &str)],
        world: &[(&str, &str)],
        baseline: Option<&str>,
    ) -> Option<(Vec<String>, Option<Period>)> {
        let (own, world) = (series(own), benchmark(BenchmarkKind::Enterprise, world));
        let target = target(baseline, &[("2025", "10")]);
        let story = Story {
            indicator,
            currency: None,
            series: &own,
            benchmark: Some(as_given(&world)),
            target: Some(&target),
            from: None,
            to: None,
        };
        let found = Gaps::of(&story)?;
        let rows = found.rows.iter().map(|row| format!("{}:{}", row.at, row.gap)).collect();
        Some((rows, found.movement.map(|m| m.baseline)))
    }

    #[test]
    fn a_gap_is_where_both_sides_have_a_value() {
        let own = [("2020", "5"), ("2021", "6"), ("2022", "?"), ("2023", "x"), ("2024", "9")];
        let world = [("2021", "10"), ("2022", "10"), ("2023", "10"), ("2024", "12"), ("2025", "13")];
        let (rows, baseline) = gaps(&roe(), &own, &world, None).unwrap();
        assert_eq!(rows, ["2021:4", "2024:3"]);
        assert_eq!(baseline, Some(period("2021")));
        assert_eq!(gaps(&roe(), &own, &[("2019", "1")], None), None);
    }

    #[test]
    fn it_is_measured_from_the_declared_baseline_where_that_is_shown() {
        let own = [("2021", "6"), ("2022", "7"), ("2024", "9")];
        let world = [("2021", "10"), ("2022", "10"), ("2024", "12")];
        let baseline = |declared| gaps(&roe(), &own, &world, declared).unwrap().1;
        assert_eq!(baseline(Some("2022")), Some(period("2022")));
        assert_eq!(baseline(Some("2019")), Some(period("2021")));
        // From itself nothing moves.
        assert_eq!(baseline(Some("2024")), None);
    }

    #[test]
    fn a_range_needs_no_benchmark_and_what_nobody_judges_has_no_gap() {
        let range = Direction::Range { min: value("55"), max: value("70") };
        let own = series(&[("2021", "76"), ("2024", "60")]);
        let occupancy = indicator(Unit::Percent, 1, range);
        let free = indicator(Unit::Percent, 1, Direction::None);
        let story = |indicator| Story {
            indicator,
            currency: None,
            series: &own,
            benchmark: None,
            target: None,
            from: None,
            to: None,
        };
        let found = Gaps::of(&story(&occupancy)).unwrap();
        assert_eq!(
            (found.to, found.rows[0].gap, found.rows[1].gap),
            (Reference::Band, value("6"), value("0"))
        );
        assert!(Gaps::of(&story(&free)).is_none());
    }
}
