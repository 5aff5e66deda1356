//! What there is to say about one indicator of one subject, before any language.

use super::story::{Point, Story};
use crate::base::{Decimal, Period};
use crate::measure::benchmark::BenchmarkSeries;
use crate::measure::ladder::{self, Rung};
use crate::measure::write::Notation;
use crate::measure::{gap, status};
use crate::model::{BenchmarkKind, Direction, Known};

/// What there is to say.
#[derive(Clone, Debug)]
pub(in crate::measure) struct Facts {
    /// The latest known value.
    pub(in crate::measure) now: Known,
    /// Where its movement is measured from.
    pub(in crate::measure) then: Option<Known>,
    /// A later period whose value is missing.
    pub(super) missing: Option<Point>,
    /// The benchmark's movement between the two, where it has a value at both and is a plain benchmark.
    pub(super) pair: Option<Pair>,
    /// How the latest value compares with what it is held against.
    pub(super) level: Level,
    /// The next target: its period, its value, and the distance to it (below zero where it is passed).
    pub(super) aim: Option<(Period, Decimal, Decimal)>,
    /// The rung of a ladder that the latest value has reached.
    pub(super) rung: Option<Rung>,
    /// What is better.
    pub(super) sense: Sense,
}

/// What is better, as far as the words differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sense {
    /// More.
    More,
    /// Less.
    Less,
    /// Neither, or what stands in a band.
    Unjudged,
}

/// A benchmark that moved, and the gap to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) against: Against,
    pub(super) benchmark_then: Decimal,
    pub(super) benchmark_now: Decimal,
    /// The subject's own values.
    pub(super) own_then: Decimal,
    pub(super) own_now: Decimal,
    /// Above zero: behind.
    pub(super) gap_then: Decimal,
    pub(super) gap_now: Decimal,
}

impl Pair {
    /// Where the subject stood then and where it stands now.
    pub(super) fn sides(&self, notation: &Notation<'_>) -> (Side, Side) {
        (
            Side::of(self.gap_then, self.own_then, self.benchmark_then, notation),
            Side::of(self.gap_now, self.own_now, self.benchmark_now, notation),
        )
    }
}

/// Where a subject stands as seen from its benchmark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Behind,
    Level,
    Ahead,
}

impl Side {
    /// Where a value stands that is as far as `gap` from its reference, at the precision that is shown: that of the larger
    /// of the two.
    pub(super) fn of(gap: Decimal, value: Decimal, reference: Decimal, notation: &Notation<'_>) -> Self {
        match gap {
            gap if notation.is_negligible(gap, value.abs().max(reference.abs())) => Self::Level,
            gap if gap > Decimal::ZERO => Self::Behind,
            _ => Self::Ahead,
        }
    }
}

/// A value against something that stands still.
#[derive(Clone, Copy, Debug)]
pub(super) enum Level {
    /// There is nothing to hold it against.
    Alone,
    /// There is a benchmark, but without a value at that period.
    Unmatched,
    /// There is a statistic over peers, but fewer than five of them have a value at that period.
    TooFew,
    /// It stands so far above (or, below zero, under) a value.
    Off {
        /// What it is held against.
        against: Against,
        /// Its value.
        value: Decimal,
        /// The subject's own value.
        own: Decimal,
        /// That minus what it is held against.
        by: Decimal,
    },
    /// It stands inside a band, or so far above or below it.
    Band {
        /// Lower bound.
        min: Decimal,
        /// Upper bound.
        max: Decimal,
        /// Zero inside; above zero: so far over the upper bound; below zero: so far under the lower.
        by: Decimal,
    },
}

/// What a value is held against, as far as the words differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Against {
    /// A benchmark.
    Benchmark,
    /// The best band of a ladder.
    TopBand,
    /// A regulator's limit.
    Limit,
    /// The subject's own value at a period.
    OwnPast(Period),
}

impl Against {
    fn of(kind: &BenchmarkKind, direction: &Direction) -> Self {
        match kind {
            BenchmarkKind::Ladder { .. } if ladder::leads_up(direction) => Self::TopBand,
            // Where nothing is better, no band is the best.
            BenchmarkKind::Enterprise
            | BenchmarkKind::PeerStatistic { .. }
            | BenchmarkKind::Ladder { .. } => Self::Benchmark,
            BenchmarkKind::Limit => Self::Limit,
            BenchmarkKind::OwnPast { period } => Self::OwnPast(*period),
        }
    }
}

impl Facts {
    /// The facts; or the latest observation, missing too, where nothing is known.
    pub(in crate::measure) fn of(story: &Story<'_>) -> Result<Self, Option<Point>> {
        let shown = story.shown();
        let known: Vec<_> = shown.iter().copied().filter_map(Point::known).collect();
        let last = shown.last().copied();
        let (now, earlier) = known.split_last().ok_or(last)?;
        let now = *now;
        let benchmark = story.benchmark.as_ref();
        let then = start(story, earlier);
        let missing = last.filter(|last| last.at > now.at);
        let rung = benchmark
            .and_then(|b| ladder::reached(b.benchmark, &story.indicator.direction, now.at, now.value));
        Ok(Self {
            now,
            then,
            missing,
            pair: then.zip(benchmark).and_then(|(then, benchmark)| pair(story, benchmark, then, now)),
            level: level(story, benchmark, now),
            aim: aim(story, now),
            rung,
            sense: match story.indicator.direction {
                Direction::Increase => Sense::More,
                Direction::Decrease => Sense::Less,
                Direction::Hold { .. } | Direction::Range { .. } | Direction::None => Sense::Unjudged,
            },
        })
    }
}

impl Facts {
    /// The level, unless the movement has said it already: that from the very period it is held against.
    pub(super) fn level_unsaid(&self) -> Option<Level> {
        match (self.level, self.then) {
            (Level::Off { against: Against::OwnPast(past), .. }, Some(then)) if past == then.at => None,
            (level, _) => Some(level),
        }
    }
}

/// The baseline where it is shown, else the first value that has a benchmark beside it, else the first.
fn start(story: &Story<'_>, earlier: &[Known]) -> Option<Known> {
    let declared = story.target.and_then(|target| target.baseline);
    let matched = |known: &&Known| story.benchmark.as_ref().is_some_and(|b| b.at(known.at).is_some());
    let found = declared.and_then(|baseline| earlier.iter().find(|known| known.at == baseline));
    found.or_else(|| earlier.iter().find(matched)).or(earlier.first()).copied()
}

fn pair(story: &Story<'_>, benchmark: &BenchmarkSeries<'_>, then: Known, now: Known) -> Option<Pair> {
    let against = Against::of(&benchmark.benchmark.kind, &story.indicator.direction);
    let judged = matches!(story.indicator.direction, Direction::Increase | Direction::Decrease);
    if !judged || !matches!(against, Against::Benchmark | Against::TopBand) {
        return None;
    }
    let (benchmark_then, benchmark_now) = (benchmark.at(then.at)?, benchmark.at(now.at)?);
    let far = |value, benchmark| gap::distance(&story.indicator.direction, value, Some(benchmark));
    Some(Pair {
        against,
        benchmark_then,
        benchmark_now,
        own_then: then.value,
        own_now: now.value,
        gap_then: far(then.value, benchmark_then)?,
        gap_now: far(now.value, benchmark_now)?,
    })
}

fn level(story: &Story<'_>, benchmark: Option<&BenchmarkSeries<'_>>, now: Known) -> Level {
    let direction = &story.indicator.direction;
    if let Direction::Range { min, max } = direction {
        return in_band(*min, *max, now.value);
    }
    if let Direction::Hold { within } = direction
        && let Some(value) = status::held_at(story.target, benchmark.and_then(|b| b.at(now.at)), now.at)
    {
        let bounds = value.checked_sub(*within).zip(value.checked_add(*within));
        return bounds.map_or(Level::Alone, |(min, max)| in_band(min, max, now.value));
    }
    let Some(benchmark) = benchmark else { return Level::Alone };
    let Some(value) = benchmark.at(now.at) else {
        return match benchmark.benchmark.kind {
            BenchmarkKind::PeerStatistic { computed: true, .. } => Level::TooFew,
            _ => Level::Unmatched,
        };
    };
    let against = Against::of(&benchmark.benchmark.kind, direction);
    if against == Against::OwnPast(now.at) {
        // Against itself a value is neither above nor below.
        return Level::Alone;
    }
    let own = now.value;
    own.checked_sub(value).map_or(Level::Alone, |by| Level::Off { against, value, own, by })
}

fn in_band(min: Decimal, max: Decimal, value: Decimal) -> Level {
    let by = if value < min {
        value.checked_sub(min)
    } else if value > max {
        value.checked_sub(max)
    } else {
        Some(Decimal::ZERO)
    };
    by.map_or(Level::Alone, |by| Level::Band { min, max, by })
}

fn aim(story: &Story<'_>, now: Known) -> Option<(Period, Decimal, Decimal)> {
    // A band says where a value has to be; a target inside it would say it twice.
    if matches!(story.indicator.direction, Direction::Hold { .. } | Direction::Range { .. }) {
        return None;
    }
    let (at, value) = status::next(story.target?, now.at)?;
    let left = gap::distance(&story.indicator.direction, now.value, Some(value))?;
    Some((at, value, left))
}

#[cfg(test)]
mod tests {
    use super::Facts;
    use crate::base::Lang;
    use crate::measure::benchmark;
    use crate::measure::sample::{benchmark as given, book, enterprise, figures, id, indicator, series};
    use crate::measure::sentence::{Story, en, judged::Judged};
    use crate::measure::write::Notation;
    use crate::model::{BenchmarkKind, Direction, Figures, Unit};
    use std::cmp::Ordering;

    #[test]
    fn what_the_summary_calls_level_no_tile_calls_ahead() {
        // 1.0001 and 0.999 hundred million: written with two decimals of the larger, they are the same.
        let profit = indicator(Unit::Currency, 2, Direction::Increase);
        let own = Figures {
            benchmarks: [(id("roe"), id("world-class"))].into_iter().collect(),
            ..figures(&profit, series(&[("2024", "100010000")]))
        };
        let mut book = book(profit.clone(), [enterprise("hualan", "steel", own.clone())]);
        let world = given(BenchmarkKind::Enterprise, &[("2024", "99900000")]);
        book.benchmarks.insert(world.id.clone(), world);
        let story = Story {
            indicator: &profit,
            currency: None,
            series: &own.observations[&id("roe")],
            benchmark: benchmark::series(&book, &own, &id("roe")),
            target: None,
            from: None,
            to: None,
        };
        let facts = Facts::of(&story).ok().unwrap();
        let notation = Notation::of(&profit, None, Lang::EN);
        assert_eq!(Judged::by(&facts, &story).against, Some(Ordering::Equal));
        assert_eq!(en::against(&facts, None, &notation).unwrap(), "level with the benchmark");
    }
}
