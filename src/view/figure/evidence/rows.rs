//! The table of one indicator: every period with its value, what it is held against, and where it comes from.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::needed::Named;
use super::origin::{account, is_same, part};
use super::place;
use crate::base::{Id, Period, escape};
use crate::measure::benchmark::BenchmarkSeries;
use crate::measure::ladder;
use crate::measure::series;
use crate::measure::status::{self, Status};
use crate::measure::write::{self, Notation, period_label};
use crate::model::{Observation, Target, Unit, Value};
use crate::view::desk::Seat;
use crate::view::figure::Subject;
use crate::view::figure::table::{Cell, Table};

/// Which rows are shown.
#[derive(Clone, Copy)]
pub(super) enum Rows<'n, 'a> {
    /// All there are.
    All,
    /// Those that a text names.
    Named(&'n Named<'a>),
}

/// The table; `None` where it would have no row.
pub(super) fn table(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id, rows: Rows<'_, '_>) -> Option<Table> {
    let book = subject.book;
    let indicator = book.indicator(id);
    let notation = Notation::of(indicator, subject.figures.currency, seat.lang);
    let series = subject.figures.observations.get(id);
    let benchmark = subject.benchmark(id);
    let mut periods: BTreeSet<Period> =
        series.into_iter().flat_map(|series| series.keys().copied()).collect();
    periods.extend(benchmark.iter().flat_map(|benchmark| benchmark.values.keys().copied()));
    if let Rows::Named(named) = rows {
        periods.retain(|period| named.periods.contains(period));
    }
    let stem = place::stem(seat, subject, id);

    let targets = subject.figures.targets.get(id);
    let scale = notation.scale(
        series
            .into_iter()
            .flat_map(series::values)
            .map(|(_, value)| value)
            .chain(benchmark.iter().flat_map(|benchmark| benchmark.values.values().copied()))
            .chain(targets.into_iter().flat_map(|target| target.values.values().copied())),
    );
    // A percent sign is short enough to stand behind every number; other units are said once.
    let unit = if indicator.unit == Unit::Percent { String::new() } else { scale.unit() };
    let write = |value| if unit.is_empty() { notation.value(value) } else { scale.column(value) };
    let mut value_head = seat.word("figure_value").to_owned();
    if !unit.is_empty() {
        value_head = seat.phrase("figure_in_unit", &unit).replace("{name}", &value_head);
    }
    let mut head = vec![seat.word("figure_period"), &value_head];
    head.extend(benchmark.as_ref().map(|benchmark| benchmark.label(seat.lang)));
    head.push(seat.word("evidence_origin"));
    let mut table = Table::new(head);
    let periods: Vec<(Period, Option<&Observation>)> =
        periods.into_iter().map(|period| (period, series.and_then(|series| series.get(&period)))).collect();
    // Most figures come from the same place as their neighbours. What is said once for all of them is read.
    for alike in periods.chunk_by(|(_, a), (_, b)| a.zip(*b).is_some_and(|(a, b)| is_same(a, b))) {
        table.group();
        for (n, (period, observation)) in alike.iter().enumerate() {
            let number = |text: Option<String>| Cell::number(text.map_or("–".into(), Cow::Owned));
            let own = observation.and_then(|observation| observation.value.known());
            let held_against = |b: &BenchmarkSeries<'_>| {
                let value = write(b.at(*period)?);
                let rung =
                    own.and_then(|own| ladder::reached(b.benchmark, &indicator.direction, *period, own));
                Some(
                    rung.map_or_else(|| value.clone(), |rung| format!("{value} · {}", rung.words(seat.lang))),
                )
            };
            let account = match observation {
                _ if n > 0 => None,
                Some(observation) => Some(Cell::html(account(seat, observation)).over(alike.len())),
                None => Some(Cell::text("–")),
            };
            let cells = [
                Some(Cell::text(period_label(*period, seat.lang))),
                Some(number(observation.map(|observation| match observation.value {
                    Value::Known(value) => write(value),
                    missing => notation.observed(missing),
                }))),
                benchmark.as_ref().map(|benchmark| number(held_against(benchmark))),
                account,
            ];
            table.marked_row(&place::row(&stem, *period), "", cells.into_iter().flatten());
        }
    }
    if let Some(target) = targets {
        for (&period, &value) in &target.values {
            if matches!(rows, Rows::Named(named) if !named.targets.contains(&period)) {
                continue;
            }
            table.group();
            let cells = [
                Some(Cell::text(seat.phrase("figure_target_of", &period_label(period, seat.lang)))),
                Some(Cell::number(write(value))),
                benchmark.as_ref().map(|_| Cell::number("–")),
                Some(Cell::html(aim(seat, subject, id, target, period))),
            ];
            table.marked_row(&place::target_row(&stem, period), "target", cells.into_iter().flatten());
        }
    }
    (!table.is_empty()).then_some(table)
}

/// Where a target is written down, where the way to it begins, and how the subject stands on that way.
fn aim(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id, target: &Target, at: Period) -> String {
    let mut out = seat.origin(target.source.as_ref(), target.locator.as_deref());
    if let Some(baseline) = target.baseline {
        let words = seat.phrase("evidence_target_from", &write::period(baseline, seat.lang));
        part(&mut out, &escape::escape(&words));
    }
    if let Some(words) = standing(seat, subject, id, Some(at)) {
        part(&mut out, &words);
    }
    if out.is_empty() { "–".to_owned() } else { out }
}

/// How a subject stands at its latest value against the target that is due at a period, none for a subject without
/// a target: the word, and the rule behind it.
pub(super) fn standing(
    seat: &Seat<'_, '_>,
    subject: Subject<'_>,
    id: &Id,
    target: Option<Period>,
) -> Option<String> {
    let found = status::assess(subject.book, subject.figures, id)?;
    if found.status == Status::NotAssessable || found.target.map(|(due, _)| due) != target {
        return None;
    }
    let words = seat.phrase("evidence_standing", &write::period(found.at, seat.lang));
    let words = words.replace("{status}", found.status.word(seat.lang));
    Some(escape::escape(&words.replace("{why}", found.status.explanation(seat.lang))).into_owned())
}
