//! Before and after, indicator by indicator.

use std::cmp::Ordering;

use super::evidence::place;
use super::records::{Record, Records};
use super::subject::Subject;
use super::table::{Cell, Table};
use super::{Body, Figure, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id, Localized, Period};
use crate::chart::dumbbell::{Dumbbell, Key, Row, Scale, svg};
use crate::chart::{Effect, Point};
use crate::measure::Ends;
use crate::measure::sentence::{self, Story};
use crate::measure::write::{Notation, period_label};
use crate::model::Known;
use crate::view::Html;
use crate::view::desk::Seat;

/// What is asked of a comparison of two ends.
#[derive(Default)]
pub struct Ask<'q> {
    /// Unique on the page.
    pub id: String,
    /// The heading, where the generated one will not do.
    pub title: Option<&'q Localized<String>>,
    /// The earlier period, if not the baseline of each.
    pub from: Option<Period>,
    /// The later one, if not the latest of each.
    pub to: Option<Period>,
    /// The fewest indicators that are worth a chart.
    pub fewest: usize,
}

/// One indicator with both ends known.
struct Line<'a> {
    subject: Subject<'a>,
    ends: Ends<'a>,
    /// The benchmark at the later end.
    benchmark: Option<Decimal>,
    benchmark_name: &'a str,
}

/// The figure; `None` where too few indicators have both ends.
pub fn dumbbell<'a>(
    seat: &Seat<'_, 'a>,
    indicators: &[Id],
    subject_of: impl Fn(&Id) -> Subject<'a>,
    ask: &Ask<'_>,
) -> Option<Html> {
    let lines: Vec<Line<'a>> =
        indicators.iter().filter_map(|id| line(seat, subject_of(id), id, ask)).collect();
    let first = lines.first().filter(|_| lines.len() >= ask.fewest.max(1))?;
    let all: Vec<Ends<'_>> = lines.iter().map(|line| line.ends).collect();
    let shared = sentence::several::shared(&all);
    let mut subtitle = first.subject.label(seat.lang).to_owned();
    if let Some((from, to)) = shared {
        let [from, to] = [from, to].map(|at| period_label(at, seat.lang));
        subtitle = format!("{subtitle} · {from}–{to}");
    }
    let body = Body {
        subtitle,
        drawing: draw(seat, &lines, shared),
        sentence: sentence::ends(&all, seat.lang),
        table: Some(table(seat, &lines)),
        ..Body::default()
    };
    let body = body.from_sources(seat, lines.iter().flat_map(sources));
    let title = ask.title.map_or_else(|| seat.word("dumbbell_title"), |title| seat.text(title));
    let figure = Figure { id: &ask.id, kind: "dumbbell", title, body: &body };
    Some(html(seat, &figure, || csv(seat, &lines)))
}

fn line<'a>(seat: &Seat<'_, 'a>, subject: Subject<'a>, id: &Id, ask: &Ask<'_>) -> Option<Line<'a>> {
    let mut story = Story::of(subject.book, subject.figures, id)?;
    (story.from, story.to) = (ask.from, ask.to);
    let ends = Ends::of(&story)?;
    let benchmark = story.benchmark.as_ref().and_then(|b| b.at(ends.now.at));
    let benchmark_name = subject.book.benchmark(subject.figures, id).map_or("", |b| b.label.text(seat.lang));
    Some(Line { subject, ends, benchmark, benchmark_name })
}

fn sources<'l>(line: &'l Line<'_>) -> impl Iterator<Item = &'l Id> {
    let series = line.subject.figures.observations.get(&line.ends.indicator.id);
    let at = [line.ends.then.at, line.ends.now.at];
    let own = at.into_iter().filter_map(move |at| series?.get(&at)?.source.as_ref());
    let benchmark =
        line.benchmark.and(line.subject.book.benchmark(line.subject.figures, &line.ends.indicator.id));
    own.chain(benchmark.and_then(|b| b.source.as_ref()))
}

fn draw(seat: &Seat<'_, '_>, lines: &[Line<'_>], shared: Option<(Period, Period)>) -> crate::chart::Svg {
    // Rows of one unit are held against each other; money is of so many sizes that rows would vanish.
    let one_unit = lines.len() > 1
        && !lines[0].ends.indicator.unit.is_money()
        && lines.iter().all(|line| line.ends.indicator.unit == lines[0].ends.indicator.unit);
    let values = |line: &Line<'_>| [Some(line.ends.then.value), Some(line.ends.now.value), line.benchmark];
    let shared_scale =
        one_unit.then(|| notation(seat, &lines[0]).scale(lines.iter().flat_map(values).flatten()));
    let rows = lines.iter().map(|line| {
        let notation = notation(seat, line);
        let scale = shared_scale.unwrap_or_else(|| notation.scale(values(line).into_iter().flatten()));
        let point = |value: Decimal, provisional| Point {
            value: to_f64(scale.scaled(value)),
            label: notation.value(value).into(),
            provisional,
        };
        let end = |end: Known| point(end.value, end.basis.is_provisional());
        Row {
            name: seat.text(line.ends.indicator.label()).into(),
            before: end(line.ends.then),
            after: end(line.ends.now),
            benchmark: line.benchmark.map(|value| point(value, false)),
            effect: match line.ends.moved {
                Some(Ordering::Greater) => Effect::Better,
                Some(Ordering::Less) => Effect::Worse,
                Some(Ordering::Equal) | None => Effect::Unjudged,
            },
        }
    });
    let [before, after] = match shared {
        Some((from, to)) => [from, to].map(|at| period_label(at, seat.lang)),
        None => ["figure_baseline", "figure_latest"].map(|key| seat.word(key).to_owned()),
    };
    let chart = Dumbbell {
        rows: rows.collect(),
        scale: match &shared_scale {
            Some(scale) => Scale::Shared {
                unit: scale.unit().into(),
                tick_label: &|value, decimals| scale.tick(value, decimals),
            },
            None => Scale::Own,
        },
        key: Key {
            before: before.into(),
            after: after.into(),
            better: seat.word("figure_better").into(),
            worse: seat.word("figure_worse").into(),
            level: seat.word("figure_level").into(),
            benchmark: seat.word("figure_benchmark").into(),
        },
    };
    svg(&chart)
}

fn notation<'a>(seat: &Seat<'_, '_>, line: &Line<'a>) -> Notation<'a> {
    Notation::of(line.ends.indicator, line.ends.currency, seat.lang)
}

fn table(seat: &Seat<'_, '_>, lines: &[Line<'_>]) -> Table {
    let head = ["indicator", "figure_before", "figure_after", "figure_change", "figure_benchmark"];
    let mut table = Table::new(head.map(|key| seat.word(key)));
    for line in lines {
        let Ends { indicator, currency, then, now, .. } = line.ends;
        let notation = Notation::of(indicator, currency, seat.lang);
        let end = |end: Known| {
            let value = seat.with_basis(notation.value(end.value), end.basis);
            format!("{value} ({})", period_label(end.at, seat.lang))
        };
        let stem = place::stem(seat, line.subject, &indicator.id);
        let way = |end: Known| format!("#{}", place::row(&stem, end.at));
        let link = seat.indicator(&indicator.id);
        table.row([
            Cell::html(super::evidence::anchor(&link.href, &link.text, &link.lang)),
            Cell::number(end(then)).leading_to(way(then)),
            Cell::number(end(now)).leading_to(way(now)),
            Cell::number(notation.change(then.value, now.value)).leading_to(way(now)),
            match line.benchmark {
                Some(value) => Cell::number(notation.value(value)).leading_to(way(now)),
                None => Cell::number("–"),
            },
        ]);
    }
    table
}

fn csv(seat: &Seat<'_, '_>, lines: &[Line<'_>]) -> String {
    let mut file = Records::new(seat);
    for line in lines {
        let series = line.subject.figures.observations.get(&line.ends.indicator.id);
        let benchmark = line.subject.benchmark(&line.ends.indicator.id);
        let record = |end: Known| Record {
            basis: Some(end.basis),
            benchmark: benchmark.as_ref().and_then(|b| b.at(end.at)),
            source: series.and_then(|s| s.get(&end.at)).and_then(|o| o.source.as_ref()),
            ..Record::of(line.subject.label(seat.lang), end.at, end.value)
        };
        let records = [line.ends.then, line.ends.now].map(record);
        file.add(line.ends.indicator, line.ends.currency, line.benchmark_name, records);
    }
    file.into_text()
}
