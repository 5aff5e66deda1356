//! A count that starts from the worst value of a series, though the series begins before it.

use super::{Finding, Once, Use};
use crate::measure::benchmark;
use crate::measure::selection::{self, Shortfalls};
use crate::model::{Casebook, Pick};

pub(super) fn find<'a>(book: &Casebook, uses: &[Use<'a>]) -> Vec<Finding<'a>> {
    let (mut findings, mut once) = (Vec::new(), Once::new());
    for shown in uses {
        let Some((base, to, measure)) = shown.count else { continue };
        let Some((indicator, series)) = book.indicators.get(shown.indicator).zip(shown.series()) else {
            continue;
        };
        let held = benchmark::series(book, shown.figures, shown.indicator);
        let short = Shortfalls::of(indicator, series, held.as_ref(), measure);
        let found =
            short.worst_base(indicator, base, to).zip(selection::worst(&indicator.direction, measure));
        let Some((course, worst)) = found else { continue };
        if once.is_new((shown.path, shown.subject(), base)) {
            let (first, last) = (course.first, course.last);
            let pick = Pick::BaseYear { indicator: shown.indicator.clone(), base, worst, first, last };
            findings.push(Finding { path: shown.path, span: shown.span, pick });
        }
    }
    findings
}
