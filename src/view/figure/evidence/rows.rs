//! The table of one indicator: every period with its value, what it is held against, and where it comes from.

use std::borrow::Cow;

use super::Held;
use super::needed::Named;
use super::origin::{account, is_same, part};
use super::place;
use crate::base::{Decimal, Id, Period, escape};
use crate::measure::benchmark::BenchmarkSeries;
use crate::measure::ladder;
use crate::measure::series;
use crate::measure::status::{Assessment, Status};
use crate::measure::write::{self, Notation, Scale, period_label};
use crate::model::{Indicator, Observation, Series, Target, Unit, Value};
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
pub(super) fn table(
    seat: &Seat<'_, '_>,
    subject: Subject<'_>,
    id: &Id,
    rows: Rows<'_, '_>,
    held: &Held<'_>,
) -> Option<Table> {
    let columns = Columns::of(seat, subject, id, held);
    let mut table = Table::new(columns.head());
    columns.write_values(&mut table, rows);
    columns.write_targets(&mut table, rows, held.standing);
    (!table.is_empty()).then_some(table)
}

/// What the columns of a table show.
struct Columns<'s, 'a> {
    seat: &'s Seat<'s, 'a>,
    indicator: &'s Indicator,
    series: Option<&'s Series>,
    target: Option<&'s Target>,
    benchmark: Option<&'s BenchmarkSeries<'s>>,
    notation: Notation<'s>,
    scale: Scale<'s>,
    /// The unit, where it is said once above the values: all but the percent sign, which is short enough to be repeated.
    unit: String,
    stem: String,
}

impl<'s, 'a> Columns<'s, 'a> {
    fn of(seat: &'s Seat<'s, 'a>, subject: Subject<'s>, id: &'s Id, held: &'s Held<'s>) -> Self {
        let indicator = subject.book.indicator(id);
        let notation = Notation::of(indicator, subject.figures.currency, seat.lang);
        let series = subject.figures.observations.get(id);
        let target = subject.figures.targets.get(id);
        let benchmark = held.benchmark.as_ref();
        let own = series.into_iter().flat_map(series::values).map(|(_, value)| value);
        let others = benchmark.iter().flat_map(|benchmark| benchmark.values.values());
        let values = own.chain(others.chain(target.iter().flat_map(|t| t.values.values())).copied());
        let values: Vec<Decimal> = values.collect();
        let scale = notation.scale(values.iter().copied());
        let unit = if indicator.unit == Unit::Percent { String::new() } else { scale.unit() };
        // Texts write each by its own size: 1.05 billion and 125 million. So does the row to which they lead.
        let alike = |value: &Decimal| value.is_zero() || scale.suits(*value);
        let is_shared = !unit.is_empty() && values.iter().all(alike);
        Self {
            unit: if is_shared { unit } else { String::new() },
            stem: place::stem(seat, subject, id),
            seat,
            indicator,
            series,
            target,
            benchmark,
            notation,
            scale,
        }
    }

    fn head(&self) -> Vec<Cow<'_, str>> {
        let word = |key| Cow::Borrowed(self.seat.word(key));
        let mut value = word("figure_value");
        if !self.unit.is_empty() {
            value = self.seat.phrase("figure_in_unit", &self.unit).replace("{name}", &value).into();
        }
        let mut head = vec![word("figure_period"), value];
        head.extend(self.benchmark.map(|benchmark| benchmark.label(self.seat.lang).into()));
        head.push(word("evidence_origin"));
        head
    }

    fn value(&self, value: Decimal) -> String {
        if self.unit.is_empty() { self.notation.value(value) } else { self.scale.column(value) }
    }

    /// A row for each period of the subject or its benchmark.
    fn write_values(&self, table: &mut Table, rows: Rows<'_, '_>) {
        let own = self.series.into_iter().flat_map(|series| series.keys().copied());
        let others = self.benchmark.iter().flat_map(|benchmark| benchmark.values.keys().copied());
        let mut periods: Vec<Period> = own.chain(others).collect();
        periods.sort_unstable();
        periods.dedup();
        if let Rows::Named(named) = rows {
            periods.retain(|period| named.periods.contains(period));
        }
        let observed = |at: Period| (at, self.series.and_then(|series| series.get(&at)));
        let observed: Vec<(Period, Option<&Observation>)> = periods.into_iter().map(observed).collect();
        // Most figures come from the same place as their neighbours. What is said once for all of them is read.
        for alike in observed.chunk_by(|(_, a), (_, b)| a.zip(*b).is_some_and(|(a, b)| is_same(a, b))) {
            table.group();
            for (n, (at, observation)) in alike.iter().enumerate() {
                let value = observation.map_or("–".into(), |observation| match observation.value {
                    Value::Known(value) => self.value(value),
                    missing => self.notation.observed(missing),
                });
                let account = match observation {
                    _ if n > 0 => None,
                    Some(observation) => Some(Cell::html(account(self.seat, observation)).over(alike.len())),
                    None => Some(Cell::text("–")),
                };
                let cells = [
                    Some(Cell::text(period_label(*at, self.seat.lang))),
                    Some(Cell::number(value)),
                    self.benchmark.map(|b| Cell::number(self.held_against(b, *at, *observation))),
                    account,
                ];
                table.marked_row(&place::row(&self.stem, *at), "", cells.into_iter().flatten());
            }
        }
    }

    /// The benchmark's value, and of a ladder the rung that the subject has reached.
    fn held_against(&self, benchmark: &BenchmarkSeries<'_>, at: Period, own: Option<&Observation>) -> String {
        let Some(value) = benchmark.at(at) else { return "–".to_owned() };
        let mut out = self.value(value);
        let own = own.and_then(|own| own.value.known());
        let direction = &self.indicator.direction;
        if let Some(rung) = own.and_then(|own| ladder::reached(benchmark.benchmark, direction, at, own)) {
            out.push_str(" · ");
            out.push_str(&rung.words(self.seat.lang));
        }
        out
    }

    /// A row for each target.
    fn write_targets(&self, table: &mut Table, rows: Rows<'_, '_>, standing: Option<Assessment>) {
        let Some(target) = self.target else { return };
        for (&at, &value) in &target.values {
            if matches!(rows, Rows::Named(named) if !named.targets.contains(&at)) {
                continue;
            }
            table.group();
            let name = self.seat.phrase("figure_target_of", &period_label(at, self.seat.lang));
            let cells = [
                Some(Cell::text(name)),
                Some(Cell::number(self.value(value))),
                self.benchmark.map(|_| Cell::number("–")),
                Some(Cell::html(aim(self.seat, target, at, standing))),
            ];
            table.marked_row(&place::target_row(&self.stem, at), "target", cells.into_iter().flatten());
        }
    }
}

/// Where a target is written down, where the way to it begins, and how the subject stands on that way.
fn aim(seat: &Seat<'_, '_>, target: &Target, at: Period, found: Option<Assessment>) -> String {
    let mut out = seat.origin(target.source.as_ref(), target.locator.as_deref());
    if let Some(baseline) = target.baseline {
        let words = seat.phrase("evidence_target_from", &write::period(baseline, seat.lang));
        part(&mut out, &escape::escape(&words));
    }
    if let Some(words) = standing(seat, found, Some(at)) {
        part(&mut out, &words);
    }
    if out.is_empty() { "–".to_owned() } else { out }
}

/// How a subject stands at its latest value against the target that is due at a period, none for a subject without
/// a target: the word, and the rule behind it.
pub(super) fn standing(
    seat: &Seat<'_, '_>,
    found: Option<Assessment>,
    target: Option<Period>,
) -> Option<String> {
    let found = found?;
    if found.status == Status::NotAssessable || found.target.map(|(due, _)| due) != target {
        return None;
    }
    let words = seat.phrase("evidence_standing", &write::period(found.at, seat.lang));
    let words = words.replace("{status}", found.status.word(seat.lang));
    Some(escape::escape(&words.replace("{why}", found.status.explanation(seat.lang))).into_owned())
}
