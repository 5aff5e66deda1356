//! A chart that a text asks for with a ```` ```chart ```` block.

use crate::base::{Id, Localized, Period};

/// What a text wants drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartBlock {
    /// The form.
    pub kind: ChartKind,
    /// The indicators; one for every kind but the scorecard, which takes the case's own if none are named.
    pub indicators: Vec<Id>,
    /// The benchmark, where it is not the one set for the subject.
    pub benchmark: Option<Id>,
    /// First period shown.
    pub from: Option<Period>,
    /// Last period shown.
    pub to: Option<Period>,
    /// Its heading, where the generated one will not do.
    pub title: Option<Localized<String>>,
}

/// The forms of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// How it moved, against the benchmark and the target.
    Trend,
    /// Where it stands now.
    Bullet,
    /// Where it is among the enterprises of its industry.
    Strip,
    /// The same as a ranked list.
    Rank,
    /// All indicators at a glance.
    Scorecard,
}

impl ChartKind {
    /// Every form, by the word that files use.
    pub const ALL: [(&'static str, Self); 5] = [
        ("trend", Self::Trend),
        ("bullet", Self::Bullet),
        ("strip", Self::Strip),
        ("rank", Self::Rank),
        ("scorecard", Self::Scorecard),
    ];
}
