//! A chart that a text asks for with a ```` ```chart ```` block.

use crate::base::{Id, Localized, Period};

/// What a text wants drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartBlock {
    /// The form.
    pub kind: ChartKind,
    /// The indicators, as many as the kind [asks for](ChartKind::asks). Where it takes several and none are named: the
    /// case's own.
    pub indicators: Vec<Id>,
    /// The benchmark, where it is not the one set for the subject.
    pub benchmark: Option<Id>,
    /// First period shown; for a kind that compares two periods, the earlier one.
    pub from: Option<Period>,
    /// Last period shown, or the later one.
    pub to: Option<Period>,
    /// Its heading, where the generated one will not do.
    pub title: Option<Localized<String>>,
}

/// The forms of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// How it moved, against the benchmark and the target.
    Trend,
    /// Whether the gap to the benchmark is closing.
    Gap,
    /// Where it stands now.
    Bullet,
    /// Before and after, indicator by indicator.
    Dumbbell,
    /// Who moved past whom between two periods.
    Slope,
    /// Where it is among the enterprises of its industry.
    Strip,
    /// The same as a ranked list.
    Rank,
    /// All indicators at a glance.
    Scorecard,
    /// Where there are cases, and where not.
    Matrix,
    /// What happened when.
    Timeline,
    /// What made up the change.
    Bridge,
}

/// How many indicators a kind of chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Exactly one.
    One,
    /// Any number.
    Several,
    /// None: it shows something else.
    Nothing,
}

impl ChartKind {
    /// Every form, by the word that files use.
    pub const ALL: [(&'static str, Self); 11] = [
        ("trend", Self::Trend),
        ("gap", Self::Gap),
        ("bullet", Self::Bullet),
        ("dumbbell", Self::Dumbbell),
        ("slope", Self::Slope),
        ("strip", Self::Strip),
        ("rank", Self::Rank),
        ("scorecard", Self::Scorecard),
        ("matrix", Self::Matrix),
        ("timeline", Self::Timeline),
        ("bridge", Self::Bridge),
    ];

    /// How many indicators it shows.
    pub fn asks(self) -> Asks {
        match self {
            Self::Trend
            | Self::Gap
            | Self::Bullet
            | Self::Slope
            | Self::Strip
            | Self::Rank
            | Self::Bridge => Asks::One,
            Self::Dumbbell | Self::Scorecard => Asks::Several,
            Self::Matrix | Self::Timeline => Asks::Nothing,
        }
    }

    /// Whether another benchmark can be named for it.
    pub fn takes_benchmark(self) -> bool {
        match self {
            Self::Trend | Self::Gap | Self::Bullet | Self::Slope | Self::Strip | Self::Rank => true,
            Self::Dumbbell | Self::Scorecard | Self::Matrix | Self::Timeline | Self::Bridge => false,
        }
    }

    /// Whether it shows a stretch of time, or two ends of one, that can be chosen.
    pub fn takes_from(self) -> bool {
        match self {
            Self::Trend | Self::Gap | Self::Dumbbell | Self::Slope => true,
            // The ends of a bridge stand with its parts, in the data.
            Self::Bullet
            | Self::Strip
            | Self::Rank
            | Self::Scorecard
            | Self::Matrix
            | Self::Timeline
            | Self::Bridge => false,
        }
    }

    /// Whether the last period that it shows, or the only one, can be chosen.
    pub fn takes_to(self) -> bool {
        self.takes_from() || matches!(self, Self::Bullet | Self::Strip | Self::Rank)
    }
}
