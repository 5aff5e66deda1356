//! The gap to a benchmark, and who moved it: for a gap chart.

use super::facts::Side;
use super::{en, zh};
use crate::base::Lang;
use crate::measure::gaps::{Gaps, Row};
use crate::measure::write::Notation;
use crate::model::Currency;

/// How the gap moved.
pub fn gaps(gaps: &Gaps<'_>, currency: Option<Currency>, lang: Lang) -> String {
    let notation = Notation::of(gaps.indicator, currency, lang);
    let label = gaps.indicator.name.text(lang);
    if lang.is_chinese() {
        zh::gaps::gaps(label, gaps, &notation)
    } else {
        en::gaps::gaps(label, gaps, &notation)
    }
}

/// What each of the two did since the baseline, in a few words: the subject, then what it is held against. None where
/// only one of them can move.
pub fn movers(gaps: &Gaps<'_>, currency: Option<Currency>, lang: Lang) -> Option<[String; 2]> {
    let notation = Notation::of(gaps.indicator, currency, lang);
    if lang.is_chinese() { zh::gaps::movers(gaps, &notation) } else { en::gaps::movers(gaps, &notation) }
}

/// Where the subject stands, at the precision that is shown.
pub(super) fn side(row: &Row, notation: &Notation<'_>) -> Side {
    Side::of(row.gap, row.value, row.benchmark.unwrap_or(row.value), notation)
}
