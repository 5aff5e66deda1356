//! Why figures were chosen that could look picked: an author's reason, and the facts that it answers.

use crate::base::problem::{Skip, Worst};
use crate::base::{Id, Localized, Period};

/// An author's reason for a choice of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it answers; at least one.
    pub picks: Vec<Pick>,
    /// The reason.
    pub text: Localized<String>,
}

/// What a reason is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The period from which a change is counted.
    BaseYear,
    /// Periods that are left out.
    YearsSkipped,
    /// Indicators that are left out.
    OnlyImproved,
    /// What figures are held against.
    BenchmarkChanged,
}

impl About {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::BaseYear, Self::YearsSkipped, Self::OnlyImproved, Self::BenchmarkChanged];

    /// The word that files use.
    pub fn word(self) -> &'static str {
        match self {
            Self::BaseYear => "base-year",
            Self::YearsSkipped => "years-skipped",
            Self::OnlyImproved => "only-improved",
            Self::BenchmarkChanged => "benchmark-changed",
        }
    }
}

/// A choice of figures that could look picked. All of it can be seen in public figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A change is counted from the worst value of a series.
    BaseYear {
        /// The indicator.
        indicator: Id,
        /// The period it is counted from.
        base: Period,
        /// In what way that is the worst.
        worst: Worst,
        /// The first period with a value.
        first: Period,
        /// The last period that counts.
        last: Period,
    },
    /// Periods are left out.
    YearsSkipped {
        /// The indicator.
        indicator: Id,
        /// The periods.
        skipped: Vec<Period>,
        /// How.
        how: Skip,
    },
    /// Every indicator that is shown got better, and some that are not got worse.
    OnlyImproved {
        /// Those that got worse.
        worsened: Vec<Id>,
    },
    /// One indicator is held against several benchmarks.
    SeveralBenchmarks {
        /// The indicator.
        indicator: Id,
        /// The benchmarks; at least two.
        benchmarks: Vec<Id>,
    },
    /// A statistic is taken over other peers at one period than at another.
    PeersChanged {
        /// The indicator.
        indicator: Id,
        /// The benchmark.
        benchmark: Id,
        /// One period, and the number of peers that have a value then.
        then: (Period, usize),
        /// Another, likewise.
        now: (Period, usize),
    },
}

impl Pick {
    /// What a reason for it is about.
    pub fn about(&self) -> About {
        match self {
            Self::BaseYear { .. } => About::BaseYear,
            Self::YearsSkipped { .. } => About::YearsSkipped,
            Self::OnlyImproved { .. } => About::OnlyImproved,
            Self::SeveralBenchmarks { .. } | Self::PeersChanged { .. } => About::BenchmarkChanged,
        }
    }

    /// The indicator it is about, if it is about one.
    pub fn indicator(&self) -> Option<&Id> {
        match self {
            Self::BaseYear { indicator, .. }
            | Self::YearsSkipped { indicator, .. }
            | Self::SeveralBenchmarks { indicator, .. }
            | Self::PeersChanged { indicator, .. } => Some(indicator),
            Self::OnlyImproved { .. } => None,
        }
    }

    /// Whether everything it names passes `indicator` and `benchmark`.
    pub fn rests_on(&self, indicator: impl Fn(&Id) -> bool, benchmark: impl Fn(&Id) -> bool) -> bool {
        self.indicator().is_none_or(&indicator)
            && match self {
                Self::BaseYear { .. } | Self::YearsSkipped { .. } => true,
                Self::OnlyImproved { worsened } => worsened.iter().all(indicator),
                Self::SeveralBenchmarks { benchmarks, .. } => benchmarks.iter().all(benchmark),
                Self::PeersChanged { benchmark: id, .. } => benchmark(id),
            }
    }
}
