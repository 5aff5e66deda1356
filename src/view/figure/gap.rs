//! Whether the gap to the benchmark is closing, and by whose doing.

use std::rc::Rc;

use super::evidence::place;
use super::records::{Record, Records};
use super::subject::Subject;
use super::table::{Cell, Table};
use super::trend::Ask;
use super::{Body, Figure, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id, Period};
use crate::chart::gap::{Bar, Distance, Gap, svg};
use crate::measure::benchmark::{self, BenchmarkSeries};
use crate::measure::gap::movement;
use crate::measure::gaps::{Gaps, Row};
use crate::measure::sentence::{self, Story};
use crate::measure::write::{Notation, period_label};
use crate::model::Value;
use crate::view::Html;
use crate::view::desk::Seat;

/// The figure; `None` where there is no gap in these periods.
pub fn gap(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id, ask: &Ask<'_>) -> Option<Html> {
    let body = || body(seat, subject, indicator, ask);
    let body =
        if ask.is_usual() { seat.shelf.gaps.or_make(subject, indicator, body) } else { Rc::new(body()) };
    let body = body.as_ref().as_ref()?;
    let name = seat.text(&subject.book.indicator(indicator).name);
    let title = ask.title.map_or_else(|| seat.phrase("gap_title", name), |t| seat.text(t).to_owned());
    let figure = Figure { id: &ask.id, kind: "gap", title: &title, body };
    Some(html(seat, &figure, || csv(seat, subject, indicator, ask)))
}

/// Whether there is a gap that moved: one bar alone is told by the trend.
pub fn has_moved(subject: Subject<'_>, indicator: &Id) -> bool {
    let ask = Ask::default();
    story(subject, indicator, &ask)
        .as_ref()
        .and_then(Gaps::of)
        .is_some_and(|gaps| gaps.movement.is_some() && gaps.decomposes())
}

fn story<'a>(subject: Subject<'a>, indicator: &Id, ask: &Ask<'a>) -> Option<Story<'a>> {
    Some(Story {
        indicator: subject.book.indicator(indicator),
        currency: subject.figures.currency,
        series: subject.series(indicator)?,
        benchmark: match ask.benchmark {
            Some(other) => benchmark::series_of(subject.book, other, subject.figures),
            None => subject.benchmark(indicator),
        },
        target: subject.figures.targets.get(indicator),
        from: ask.from,
        to: ask.to,
    })
}

fn body(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id, ask: &Ask<'_>) -> Option<Body> {
    let story = story(subject, indicator, ask)?;
    let gaps = Gaps::of(&story)?;
    let lang = seat.lang;
    let notation = Notation::of(story.indicator, story.currency, lang);
    let scale = notation.scale(gaps.rows.iter().map(|row| row.gap));
    let number = |value: Decimal| to_f64(scale.scaled(value));
    let baseline = gaps.movement.map(|m| m.baseline);
    let progress = |row: &Row| {
        let since = baseline.filter(|baseline| *baseline < row.at && gaps.decomposes())?;
        let moved = movement(story.indicator, story.series, story.benchmark.as_ref(), since, row.at)?;
        Some(number(moved.own_progress))
    };
    let periods = periods(&gaps);
    let bars = periods.iter().map(|at| Bar {
        period: period_label(*at, lang).into(),
        gap: gaps.at(*at).map(|row| Distance {
            value: number(row.gap),
            label: scale.column(row.gap).into(),
            provisional: row.basis.is_provisional(),
            progress: progress(row),
        }),
    });
    let [own, frontier] = sentence::movers(&gaps, story.currency, lang).unwrap_or_default();
    let chart = Gap {
        unit: scale.difference_unit().into(),
        bars: bars.collect(),
        baseline: baseline.and_then(|baseline| periods.iter().position(|at| *at == baseline)),
        own: own.into(),
        frontier: frontier.into(),
        behind: seat.word("figure_behind").into(),
        ahead: seat.word("figure_ahead").into(),
        tick_label: &|value, decimals| scale.tick(value, decimals),
    };
    let mut subtitle = vec![subject.label(lang).to_owned()];
    subtitle.extend(story.benchmark.as_ref().map(|b| seat.phrase("gap_to", b.label(lang))));
    subtitle.extend(Some(scale.difference_unit()).filter(|unit| !unit.is_empty()));
    let body = Body {
        subtitle: subtitle.join(" · "),
        drawing: svg(&chart),
        sentence: sentence::gaps(&gaps, story.currency, lang),
        table: Some(table(seat, subject, &gaps, story.benchmark.as_ref(), ask)),
        evidence: place::block_href(seat, subject, indicator),
        ..Body::default()
    };
    let own = gaps.rows.iter().filter_map(|row| story.series.get(&row.at)?.source.as_ref());
    let theirs = story.benchmark.iter().filter_map(|b| b.benchmark.source.as_ref());
    Some(body.from_sources(seat, own.chain(theirs)))
}

/// The periods with a gap and, of years, those between them.
fn periods(gaps: &Gaps<'_>) -> Vec<Period> {
    let (first, last) = (gaps.rows[0].at, gaps.last().at);
    // A series with centuries in between is a slip, not a chart.
    if first.is_year() && last.is_year() && last.year() - first.year() < 200 {
        return (first.year()..=last.year()).map(Period::of_year).collect();
    }
    gaps.rows.iter().map(|row| row.at).collect()
}

fn table(
    seat: &Seat<'_, '_>,
    subject: Subject<'_>,
    gaps: &Gaps<'_>,
    benchmark: Option<&BenchmarkSeries<'_>>,
    ask: &Ask<'_>,
) -> Table {
    let notation = Notation::of(gaps.indicator, subject.figures.currency, seat.lang);
    let head = [
        Some(seat.word("figure_period")),
        Some(subject.label(seat.lang)),
        benchmark.map(|b| b.label(seat.lang)),
        Some(seat.word("figure_gap")),
    ];
    let mut table = Table::new(head.into_iter().flatten());
    let stem = place::stem(seat, subject, &gaps.indicator.id);
    for row in &gaps.rows {
        let way = format!("#{}", place::row(&stem, row.at));
        let held_against = row.benchmark.map_or_else(|| "–".to_owned(), |b| notation.value(b));
        let way_to_other = ask.benchmark.map(|b| place::benchmark_href(seat, Some(subject), b, row.at));
        let cells = [
            Some(Cell::text(period_label(row.at, seat.lang)).leading_to(way)),
            Some(Cell::number(seat.with_basis(notation.value(row.value), row.basis))),
            benchmark.map(|_| Cell::number(held_against).leading_to(way_to_other.unwrap_or_default())),
            Some(Cell::number(notation.value(row.gap))),
        ];
        table.row(cells.into_iter().flatten());
    }
    table
}

fn csv(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id, ask: &Ask<'_>) -> String {
    let mut file = Records::new(seat);
    let story = story(subject, indicator, ask);
    if let Some((story, gaps)) = story.as_ref().and_then(|story| Some((story, Gaps::of(story)?))) {
        let records = gaps.rows.iter().map(|row| Record {
            value: Some(Value::Known(row.value)),
            basis: Some(row.basis),
            benchmark: row.benchmark,
            gap: Some(row.gap),
            source: story.series.get(&row.at).and_then(|o| o.source.as_ref()),
            ..Record::of(subject.label(seat.lang), row.at, row.value)
        });
        let held_against = story.benchmark.as_ref().map_or("", |b| b.label(seat.lang));
        file.add(story.indicator, story.currency, held_against, records);
    }
    file.into_text()
}
