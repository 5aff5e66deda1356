//! A figure in prose: what the author asks the data for.

use std::fmt;

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

impl fmt::Display for Claim {
    /// As a text writes it, braces included.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("{")?;
        if let Some(subject) = &self.subject {
            write!(f, "{subject}/")?;
        }
        write!(f, "{}", self.indicator)?;
        match self.ask {
            Ask::Value(at) => write!(f, "@{at}"),
            Ask::Change(from, to) => write!(f, ": change {from}..{to}"),
            Ask::Growth(from, to) => write!(f, ": growth {from}..{to}"),
            Ask::Multiple(from, to) => write!(f, ": multiple {from}..{to}"),
            Ask::Gap(at) => write!(f, ": gap {at}"),
            Ask::GapClosed(at) => write!(f, ": gap closed {at}"),
            Ask::Benchmark(at) => write!(f, ": benchmark {at}"),
            Ask::Target(at) => write!(f, ": target {at}"),
            Ask::Rank(at) => write!(f, ": rank {at}"),
        }?;
        f.write_str("}")
    }
}
