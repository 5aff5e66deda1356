//! One indicator of a scorecard, judged.

use std::cmp::Ordering;

use super::facts::Facts;
use super::story::Story;
use crate::base::Decimal;
use crate::measure::{gap, status, write};
use crate::model::Indicator;

/// One indicator of a scorecard, judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judged {
    /// Whether it got better (`Greater`) or worse since its baseline. None where nothing says so.
    pub moved: Option<Ordering>,
    /// Whether it is ahead of its benchmark (`Greater`) or behind. None without a benchmark at that period, and where what it
    /// is held against is nobody to be ahead of: see [`BenchmarkSeries::is_rival`](crate::measure::BenchmarkSeries::is_rival).
    pub against: Option<Ordering>,
}

impl Judged {
    /// The judgement on one indicator, at the precision that is shown. None where no value is known.
    pub fn of(story: &Story<'_>) -> Option<Self> {
        Facts::of(story).ok().map(|facts| Self::by(&facts, story))
    }

    /// The judgement of a story whose facts are known.
    pub(super) fn by(facts: &Facts, story: &Story<'_>) -> Self {
        let indicator = story.indicator;
        let now = facts.now;
        let reference = story.benchmark.as_ref().and_then(|b| b.at(now.at));
        let held_at = status::held_at(story.target, reference, now.at);
        let moved = facts.then.and_then(|then| moved(indicator, then.value, now.value, held_at));
        let rival = story.benchmark.as_ref().is_some_and(|b| b.is_rival(&indicator.direction));
        let against = reference.filter(|_| rival).and_then(|reference| {
            let gap = gap::distance(&indicator.direction, now.value, Some(reference))?;
            let level = write::are_level(&indicator.unit, indicator.decimals, now.value, reference);
            Some(if level { Ordering::Equal } else { Decimal::ZERO.cmp(&gap) })
        });
        Self { moved, against }
    }
}

/// Whether going from one value to another is for the better or the worse, at the precision that is shown. `reference`
/// is what a value to be held is held at. None where nothing says what is better.
pub(in crate::measure) fn moved(
    indicator: &Indicator,
    from: Decimal,
    to: Decimal,
    reference: Option<Decimal>,
) -> Option<Ordering> {
    let better = gap::improvement(&indicator.direction, from, to, reference)?;
    Some(if write::are_level(&indicator.unit, indicator.decimals, from, to) {
        Ordering::Equal
    } else {
        better
    })
}
