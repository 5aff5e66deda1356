//! A figure in prose: what the author asks the data for.

use crate::base::{Id, Period};

/// `{roe@2024}`, `{roe: change 2021..2024}`, `{hualan-steel/roe@2024}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Whose figure; `None` for the case's own, then its enterprise's.
    pub subject: Option<Id>,
    /// Which indicator.
    pub indicator: Id,
    /// What about it.
    pub ask: Ask,
}

/// What a claim asks of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The value at a period.
    Value(Period),
    /// The difference between two periods, in the indicator's unit.
    Change(Period, Period),
    /// The difference as a share of the first.
    Growth(Period, Period),
    /// The second as a multiple of the first.
    Multiple(Period, Period),
    /// The distance to the benchmark.
    Gap(Period),
    /// The share of the baseline's gap that is closed.
    GapClosed(Period),
    /// The benchmark's value.
    Benchmark(Period),
    /// The target's value.
    Target(Period),
    /// The rank in the industry.
    Rank(Period),
}
