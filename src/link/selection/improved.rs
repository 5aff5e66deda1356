//! A case whose every indicator got better, while others that it declares and does not show got worse.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Finding, Marks, Use};
use crate::base::{Id, Period, Span};
use crate::measure::series;
use crate::measure::{Judged, Story};
use crate::model::{Case, CaseKind, Casebook, Pick};

pub(super) fn find<'a>(
    book: &Casebook,
    case: &Case,
    marks: &'a Marks,
    uses: &[Use<'a>],
) -> Option<Finding<'a>> {
    let shown: BTreeSet<&Id> = uses.iter().map(|shown| shown.indicator).collect();
    let mut improved = false;
    for id in &shown {
        match moved(book, case, id) {
            Some(Ordering::Greater) => improved = true,
            // A case that shows what did not get better hides nothing.
            Some(Ordering::Equal | Ordering::Less) => return None,
            None => {}
        }
    }
    if !improved {
        return None;
    }
    let worsened: Vec<Id> = declared(book, case)
        .into_iter()
        .filter(|id| !shown.contains(id) && moved(book, case, id) == Some(Ordering::Less))
        .cloned()
        .collect();
    let span = match (marks.indicators.first(), marks.indicators.last()) {
        (Some(first), Some(last)) => Span { start: first.start, end: last.end },
        _ => Span::default(),
    };
    (!worsened.is_empty()).then_some(Finding {
        path: &marks.path,
        span,
        pick: Pick::OnlyImproved { worsened },
    })
}

/// What a case has to answer for: every indicator that it or its enterprise has set a target for; of an enterprise as a
/// whole the core indicators too. In the order of the site's core indicators, then by id.
fn declared<'a>(book: &'a Casebook, case: &'a Case) -> Vec<&'a Id> {
    let enterprise = &book.enterprise(&case.enterprise).figures;
    let aimed = |id: &Id| case.figures.targets.contains_key(id) || enterprise.targets.contains_key(id);
    let whole = case.kind == CaseKind::Enterprise;
    let core = &book.site.core_indicators;
    let others = case.figures.targets.keys().chain(enterprise.targets.keys()).collect::<BTreeSet<_>>();
    let others = others.into_iter().filter(|id| !core.contains(id));
    core.iter().filter(|id| whole || aimed(id)).chain(others).collect()
}

/// Whether an indicator got better or worse, at the precision that is shown: since its target's baseline, else since the
/// case began, else since its first value. None where nothing says so.
fn moved(book: &Casebook, case: &Case, id: &Id) -> Option<Ordering> {
    let mut story = Story::of(book, book.figures_of(case, id), id)?;
    if story.target.is_none_or(|target| target.baseline.is_none()) {
        story.from = case.period.and_then(|period| begun(&story, period.from));
    }
    Judged::of(&story)?.moved
}

/// The last known period that begins no later than `start`: the year in which a case begins is its base.
fn begun(story: &Story<'_>, start: Period) -> Option<Period> {
    series::values(story.series).map(|(at, _)| at).rfind(|at| at.begins() <= start.begins())
}
