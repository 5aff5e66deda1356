//! Periods that a text leaves out although they were worse than what it shows around them, and periods that the data
//! themselves say nothing of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, Once, Use};
use crate::base::problem::Skip;
use crate::base::{Id, Period, SourcePath};
use crate::measure::benchmark;
use crate::measure::selection::{Measure, Shortfalls, unexplained};
use crate::model::{Casebook, Pick};

pub(super) fn find<'a>(book: &Casebook, uses: &[Use<'a>]) -> Vec<Finding<'a>> {
    let mut findings = left_out(book, uses);
    let mut once = Once::new();
    for shown in uses {
        if once.is_new(shown.subject())
            && let Some(series) = shown.series()
        {
            findings.extend(finding(shown, unexplained(series), Skip::Missing));
        }
    }
    findings
}

/// What each text leaves out. A period is shown wherever the text names a figure of it or draws it.
fn left_out<'a>(book: &Casebook, uses: &[Use<'a>]) -> Vec<Finding<'a>> {
    let mut told: BTreeMap<(&SourcePath, (&Id, bool)), Vec<&Use<'a>>> = BTreeMap::new();
    for shown in uses.iter().filter(|shown| shown.in_text) {
        told.entry((shown.path, shown.subject())).or_default().push(shown);
    }
    let mut findings = Vec::new();
    for ((_, (id, _)), uses) in told {
        let Some((indicator, series)) = book.indicators.get(id).zip(uses[0].series()) else { continue };
        let held = benchmark::series(book, uses[0].figures, id);
        let short = || Shortfalls::of(indicator, series, held.as_ref(), Measure::Value);
        let shown: BTreeSet<Period> = uses.iter().flat_map(|shown| &shown.values).copied().collect();
        if shown.len() >= 3 && !series.keys().all(|at| shown.contains(at)) {
            let skipped = short().left_out(&shown);
            // Where the text goes on behind the first of them.
            let after =
                |shown: &&&Use<'_>| skipped.first().is_some_and(|at| shown.values.iter().any(|v| v > at));
            if let Some(place) = uses.iter().find(after) {
                findings.extend(finding(place, skipped, Skip::Between));
            }
        }
        let ending = uses.iter().find_map(|shown| Some((shown, shown.ends?)));
        let latest = uses.iter().filter_map(|shown| shown.count).map(|(_, to, _)| to).chain(shown).max();
        if let Some((place, end)) = ending.filter(|(_, end)| latest == Some(*end)) {
            findings.extend(finding(place, short().worse_after(end), Skip::After));
        }
    }
    findings
}

fn finding<'a>(shown: &Use<'a>, skipped: Vec<Period>, how: Skip) -> Option<Finding<'a>> {
    if skipped.is_empty() {
        return None;
    }
    let pick = Pick::YearsSkipped { indicator: shown.indicator.clone(), skipped, how };
    Some(Finding { path: shown.path, span: shown.span, pick })
}
