//! What a figure is held against: a series that moves, with a source.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::figures::Currency;
use crate::base::{Decimal, Id, Localized, Period};

/// A benchmark of one indicator.
#[derive(Clone, Debug)]
pub struct Benchmark {
    /// How files refer to it.
    pub id: Id,
    /// Where its values come from.
    pub kind: BenchmarkKind,
    /// The indicator it is for.
    pub indicator: Id,
    /// How readers see it.
    pub label: Localized<String>,
    /// The industry it holds for; every industry if none.
    pub industry: Option<Id>,
    /// Its value by period, in the indicator's unit. For a ladder: the lower bound of the top band.
    /// Empty for a benchmark that is computed for each subject (`own-past`).
    pub values: BTreeMap<Period, Decimal>,
    /// The currency of money values; that of the subject if none is given.
    pub currency: Option<Currency>,
    /// Where it is written down.
    pub source: Option<Id>,
    /// Where in its source it stands: page, table, line.
    pub locator: Option<Arc<Localized<String>>>,
    /// How far the comparison carries.
    pub comparability: Option<Localized<String>>,
}

/// Where a benchmark's values come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BenchmarkKind {
    /// One enterprise or a group of them, as published.
    Enterprise,
    /// A statistic over peers.
    PeerStatistic {
        /// Which one.
        statistic: Statistic,
        /// The peers, where they are enterprises of this casebook.
        peers: Vec<Id>,
        /// Whether its values are computed from the peers' public figures; otherwise its file gives them.
        computed: bool,
    },
    /// Bands from poor to excellent, by period.
    Ladder {
        /// The bands.
        bands: BTreeMap<Period, Bands>,
    },
    /// A regulator's ceiling or floor.
    Limit,
    /// The subject's own value at a period.
    OwnPast {
        /// That period.
        period: Period,
    },
}

/// A kind of benchmark without what belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BenchmarkSort {
    /// Of [`BenchmarkKind::Enterprise`].
    Enterprise,
    /// Of [`BenchmarkKind::PeerStatistic`].
    PeerStatistic,
    /// Of [`BenchmarkKind::Ladder`].
    Ladder,
    /// Of [`BenchmarkKind::Limit`].
    Limit,
    /// Of [`BenchmarkKind::OwnPast`].
    OwnPast,
}

impl BenchmarkSort {
    /// Every sort.
    pub const ALL: [Self; 5] =
        [Self::Enterprise, Self::PeerStatistic, Self::Ladder, Self::Limit, Self::OwnPast];

    /// Its name in files and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::PeerStatistic => "peer-statistic",
            Self::Ladder => "ladder",
            Self::Limit => "limit",
            Self::OwnPast => "own-past",
        }
    }
}

impl BenchmarkKind {
    /// What it is, without what belongs to it.
    pub fn sort(&self) -> BenchmarkSort {
        match self {
            Self::Enterprise => BenchmarkSort::Enterprise,
            Self::PeerStatistic { .. } => BenchmarkSort::PeerStatistic,
            Self::Ladder { .. } => BenchmarkSort::Ladder,
            Self::Limit => BenchmarkSort::Limit,
            Self::OwnPast { .. } => BenchmarkSort::OwnPast,
        }
    }

    /// Whether its values are computed from the public figures of peers.
    pub fn is_computed(&self) -> bool {
        matches!(self, Self::PeerStatistic { computed: true, .. })
    }
}

/// A statistic over peers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// The percentile `n`, 1 to 99, by linear interpolation (type 7 of Hyndman and Fan, 1996).
    Percentile(u8),
    /// The arithmetic mean.
    Mean,
}

impl Statistic {
    /// The one that files call so: `median`, `mean`, or a percentile `p1` to `p99`.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "median" => Some(Self::Percentile(50)),
            "mean" => Some(Self::Mean),
            _ => {
                let digits = name.strip_prefix('p').filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
                digits.parse().ok().filter(|n| (1..=99).contains(n)).map(Self::Percentile)
            }
        }
    }
}

/// Its name in files and data.
impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percentile(50) => f.write_str("median"),
            Self::Percentile(n) => write!(f, "p{n}"),
            Self::Mean => f.write_str("mean"),
        }
    }
}

/// The bounds of five bands; each is the value at which its band begins, coming from the worse side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bands {
    /// Bound of the best band.
    pub excellent: Decimal,
    /// Bound of the second band.
    pub good: Decimal,
    /// Bound of the middle band.
    pub average: Decimal,
    /// Bound of the fourth band.
    pub low: Decimal,
    /// Bound of the last band; anything worse has none.
    pub poor: Decimal,
}

#[cfg(test)]
mod tests {
    use super::Statistic;

    #[test]
    fn a_statistic_is_read_by_the_name_that_is_written() {
        for statistic in (1..=99).map(Statistic::Percentile).chain([Statistic::Mean]) {
            assert_eq!(Statistic::parse(&statistic.to_string()), Some(statistic));
        }
        assert_eq!(Statistic::Percentile(50).to_string(), "median");
        assert!(
            ["p0", "p100", "p+5", "P75", "p", ""].into_iter().all(|name| Statistic::parse(name).is_none())
        );
    }
}
