//! The one figure that leads a case, for cards and lists.

use super::sentence::{self, Story};
use super::write::Notation;
use crate::base::{Id, Lang, Period};
use crate::model::{Case, Casebook};

/// A figure in a few finished words, unescaped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Headline {
    /// The indicator.
    pub indicator: Id,
    /// Its name for a label.
    pub label: String,
    /// The period of the value.
    pub period: Period,
    /// The latest known value: `9.4%`.
    pub value: String,
    /// Its change since the baseline: `较2021年提高3.2个百分点`, `up 3.2 percentage points since 2021`.
    pub change: Option<String>,
    /// Its place against the benchmark: `落后对标值1.5个百分点`, `1.5 percentage points behind the benchmark`.
    pub against: Option<String>,
    /// Whether the value may still change.
    pub provisional: bool,
}

/// The lead figure of a case: the first of its indicators that has a known value, else the first core indicator
/// of which its enterprise has one.
pub fn headline(book: &Casebook, case: &Case, lang: Lang) -> Option<Headline> {
    let own = case.indicators.iter().chain(case.figures.observations.keys());
    own.chain(&book.site.core_indicators).find_map(|indicator| of_indicator(book, case, indicator, lang))
}

fn of_indicator(book: &Casebook, case: &Case, indicator: &Id, lang: Lang) -> Option<Headline> {
    let story = Story::of(book, book.figures_of(case, indicator), indicator)?;
    let short = sentence::short(&story, lang)?;
    Some(Headline {
        indicator: indicator.clone(),
        label: story.indicator.label().text(lang).to_owned(),
        period: short.now.at,
        value: Notation::of(story.indicator, story.currency, lang).value(short.now.value),
        change: short.change,
        against: short.against,
        provisional: short.now.basis.is_provisional(),
    })
}
