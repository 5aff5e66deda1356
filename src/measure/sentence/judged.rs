//! One indicator of a scorecard, judged.

use std::cmp::Ordering;

use super::facts::Facts;
use super::story::Story;
use crate::base::Decimal;
use crate::measure::{gap, write};
use crate::model::Direction;

/// One indicator of a scorecard, judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judged {
    /// Whether it got better (`Greater`) or worse since its baseline. None where nothing says so.
    pub moved: Option<Ordering>,
    /// Whether it is ahead of its benchmark (`Greater`) or behind. None without a benchmark at that period.
    pub against: Option<Ordering>,
}

impl Judged {
    /// The judgement on one indicator, at the precision that is shown. None where no value is known.
    pub fn of(story: &Story<'_>) -> Option<Self> {
        let facts = Facts::of(story).ok()?;
        let indicator = story.indicator;
        let now = facts.now;
        let reference = story.benchmark.as_ref().and_then(|b| b.at(now.at));
        let negligible = |a: Decimal, b: Decimal| {
            let step = write::step(&indicator.unit, indicator.decimals, a.abs().max(b.abs()));
            a.checked_sub(b).is_some_and(|apart| apart.abs() < step / Decimal::TWO)
        };
        let moved = facts.then.and_then(|then| {
            let better = gap::improvement(&indicator.direction, then.value, now.value, reference)?;
            Some(if negligible(then.value, now.value) { Ordering::Equal } else { better })
        });
        let against = gap::distance(&indicator.direction, now.value, reference).map(|gap| {
            let level = reference.is_some_and(|reference| negligible(now.value, reference));
            match indicator.direction {
                // Inside a band a value is as good as it can be.
                Direction::Hold { .. } | Direction::Range { .. } if gap.is_zero() => Ordering::Greater,
                _ if level => Ordering::Equal,
                _ => Decimal::ZERO.cmp(&gap),
            }
        });
        Some(Self { moved, against })
    }
}
