//! What is said of several things together: indicators before and after, enterprises that passed each other, cases over
//! areas and industries.

use std::cmp::Ordering;

use super::{en, zh};
use crate::base::Lang;
use crate::measure::ends::Ends;
use crate::measure::slope::Slope;
use crate::measure::write::Notation;

/// How many indicators got better between two periods, and which got worse: for a dumbbell.
pub fn ends(ends: &[Ends<'_>], lang: Lang) -> String {
    if let [only] = ends {
        let notation = Notation::of(only.indicator, only.currency, lang);
        let label = only.indicator.name.text(lang);
        return if lang.is_chinese() {
            zh::several::one(label, only, &notation)
        } else {
            en::several::one(label, only, &notation)
        };
    }
    if lang.is_chinese() { zh::several::ends(ends) } else { en::several::ends(ends, lang) }
}

/// The indicators with that judgement.
pub(super) fn with<'e, 'a>(ends: &'e [Ends<'a>], moved: Option<Ordering>) -> Vec<&'e Ends<'a>> {
    ends.iter().filter(|ends| ends.moved == moved).collect()
}

/// The two periods, where all have the same.
pub fn shared(ends: &[Ends<'_>]) -> Option<(crate::base::Period, crate::base::Period)> {
    let first = ends.first()?;
    let periods = (first.then.at, first.now.at);
    ends.iter().all(|e| (e.then.at, e.now.at) == periods).then_some(periods)
}

/// Whom an enterprise passed, and who passed it: for a slope.
pub fn slope(slope: &Slope<'_>, lang: Lang) -> String {
    let notation = Notation::of(slope.indicator, slope.currency, lang);
    if lang.is_chinese() {
        zh::several::passing(slope, &notation)
    } else {
        en::several::passing(slope, &notation)
    }
}

/// Where cases are and where not, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread<'a> {
    /// How many cases there are.
    pub cases: usize,
    /// How many areas have one.
    pub areas: usize,
    /// How many industries have one.
    pub industries: usize,
    /// The area, the industry and the number of cases of the fullest cells.
    pub fullest: Vec<(&'a str, &'a str, usize)>,
    /// How many cells there are.
    pub cells: usize,
    /// How many of them have no case.
    pub empty: usize,
}

/// Where cases are and where not: for the matrix.
pub fn spread(spread: &Spread<'_>, lang: Lang) -> String {
    if lang.is_chinese() { zh::several::spread(spread) } else { en::several::spread(spread) }
}
