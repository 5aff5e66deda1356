//! How an indicator moved, against its benchmark and its target.

use std::borrow::Cow;
use std::rc::Rc;

use super::records::{Record, Records};
use super::subject::Subject;
use super::table::{Cell, Table};
use super::{Body, Figure, better, download, evidence, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id, Lang, Localized, Period};
use crate::chart::Svg;
use crate::chart::trend::{Line, Period as Tick, Stage, Target, Trend, Value, svg};
use crate::measure::benchmark::{self, BenchmarkSeries};
use crate::measure::write::{Notation, Scale, period_label};
use crate::measure::{sentence, series, status};
use crate::model::{Benchmark, Indicator, Observation, Series};
use crate::view::Html;
use crate::view::desk::Seat;

/// What is asked of a trend.
#[derive(Default)]
pub struct Ask<'a> {
    /// Unique on the page.
    pub id: String,
    /// The heading, where the generated one will not do.
    pub title: Option<&'a Localized<String>>,
    /// Another benchmark than the one set for the subject.
    pub benchmark: Option<&'a Benchmark>,
    /// First period.
    pub from: Option<Period>,
    /// Last period.
    pub to: Option<Period>,
}

impl Ask<'_> {
    /// Whether all there is is asked for, held against what is set for the subject.
    pub(super) fn is_usual(&self) -> bool {
        self.benchmark.is_none() && self.from.is_none() && self.to.is_none()
    }
}

/// What a trend shows, chosen and cut to its periods.
struct Shown<'a> {
    indicator: &'a Indicator,
    series: Cow<'a, Series>,
    benchmark: Option<BenchmarkSeries<'a>>,
    /// Whether that is the one set for the subject.
    benchmark_is_set: bool,
    target: Option<(Period, Decimal)>,
    rows: Vec<Row<'a>>,
}

/// What is shown of one period.
struct Row<'a> {
    period: Period,
    /// What it is called where there is little room.
    name: String,
    own: Option<&'a Observation>,
    benchmark: Option<Decimal>,
    target: Option<Decimal>,
}

impl Row<'_> {
    /// The own value, if there is a known one.
    fn value(&self) -> Option<Decimal> {
        self.own?.value.known()
    }
}

/// The figure; `None` where the subject has no figure for the indicator in these periods.
pub fn trend(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id, ask: &Ask<'_>) -> Option<Html> {
    let course = || course(seat, subject, indicator, ask);
    let body = if ask.is_usual() {
        seat.shelf.courses.or_make(subject, indicator, course)
    } else {
        Rc::new(course())
    };
    let body = body.as_ref().as_ref()?;
    let title = seat.text(ask.title.unwrap_or(&subject.book.indicator(indicator).name));
    let figure = Figure { id: &ask.id, kind: "trend", title, body };
    let numbers = || {
        choose(seat.lang, subject, indicator, ask)
            .map_or_else(String::new, |shown| csv(seat, subject, &shown))
    };
    Some(html(seat, &figure, numbers))
}

fn course(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id, ask: &Ask<'_>) -> Option<Body> {
    let shown = choose(seat.lang, subject, indicator, ask)?;
    let notation = Notation::of(shown.indicator, subject.figures.currency, seat.lang);
    let scale = notation.scale(all_values(&shown));
    let sentence = sentence::trend(
        &sentence::Story {
            indicator: shown.indicator,
            currency: subject.figures.currency,
            series: &shown.series,
            benchmark: shown.benchmark.clone(),
            target: subject.figures.targets.get(indicator),
            from: ask.from,
            to: ask.to,
        },
        seat.lang,
    );
    let body = Body {
        subtitle: subtitle(seat, subject, &shown, &scale),
        drawing: draw(seat, subject, &shown, &notation, &scale),
        sentence,
        table: Some(table(seat, subject, &shown, &scale)),
        evidence: evidence::place::block_href(seat, subject, indicator),
        ..Body::default()
    };
    if download::is_offered(seat) {
        body.keep_csv(csv(seat, subject, &shown));
    }
    Some(body.from_sources(seat, sources(&shown, subject, indicator)))
}

/// Every period with its figures.
fn csv(seat: &Seat<'_, '_>, subject: Subject<'_>, shown: &Shown<'_>) -> String {
    let mut file = Records::new(seat);
    let records = shown.rows.iter().map(|row| Record {
        name: subject.label(seat.lang),
        at: row.period,
        value: row.own.map(|o| o.value),
        basis: row.own.map(|o| o.basis),
        benchmark: row.benchmark,
        target: row.target,
        gap: None,
        rank: None,
        source: row.own.and_then(|o| o.source.as_ref()),
    });
    let held_against = shown.benchmark.as_ref().map_or("", |b| b.label(seat.lang));
    file.add(shown.indicator, subject.figures.currency, held_against, records);
    file.into_text()
}

fn choose<'a>(lang: Lang, subject: Subject<'a>, indicator: &Id, ask: &Ask<'a>) -> Option<Shown<'a>> {
    let within = |p: &Period| ask.from.is_none_or(|from| *p >= from) && ask.to.is_none_or(|to| *p <= to);
    let whole = subject.series(indicator)?;
    let mut series = Cow::Borrowed(whole);
    if !series.keys().all(within) {
        series.to_mut().retain(|at, _| within(at));
    }
    if series.values().all(|o| o.value.known().is_none()) {
        return None;
    }
    let first = *series.keys().next()?;
    let mut benchmark = match ask.benchmark {
        Some(other) => benchmark::series_of(subject.book, other, subject.figures),
        None => subject.benchmark(indicator),
    };
    if let Some(benchmark) = &mut benchmark {
        // A benchmark that is much older than the figures would push them into a corner.
        let beside = |p: &Period| within(p) && *p >= first;
        if !benchmark.values.keys().all(beside) {
            benchmark.values.to_mut().retain(|p, _| beside(p));
        }
    }
    let (latest, _) = series::latest(&series)?;
    let target = subject.figures.targets.get(indicator).and_then(|target| status::next(target, latest));
    let target = target.filter(|(p, _)| within(p));
    let mut periods: Vec<Period> = series.keys().copied().collect();
    periods.extend(benchmark.iter().flat_map(|b| b.values.keys().copied()));
    periods.extend(target.iter().map(|(p, _)| *p));
    periods.sort_unstable();
    if periods.iter().all(|p| p.is_year()) {
        let (from, to) = (periods.first()?.year(), periods.last()?.year());
        // Years without any figure break the line; a series with centuries in between is a slip, not a chart.
        if to - from < 200 {
            periods = (from..=to).map(Period::of_year).collect();
        }
    }
    periods.dedup();
    let row = |period| Row {
        period,
        name: period_label(period, lang),
        own: whole.get(&period),
        benchmark: benchmark.as_ref().and_then(|b| b.at(period)),
        target: target.filter(|(due, _)| *due == period).map(|(_, value)| value),
    };
    let rows = periods.into_iter().map(row).collect();
    let indicator = subject.book.indicator(indicator);
    let benchmark_is_set = ask.benchmark.is_none();
    Some(Shown { indicator, series, benchmark, benchmark_is_set, target, rows })
}

fn all_values(shown: &Shown<'_>) -> impl Iterator<Item = Decimal> {
    shown.rows.iter().flat_map(|row| [row.value(), row.benchmark, row.target]).flatten()
}

fn draw(
    seat: &Seat<'_, '_>,
    subject: Subject<'_>,
    shown: &Shown<'_>,
    notation: &Notation<'_>,
    scale: &Scale<'_>,
) -> Svg {
    let y = |value: Decimal| to_f64(scale.scaled(value));
    let own = shown.rows.iter().map(|row| {
        let provisional = row.own?.basis.is_provisional();
        Some(Value { y: y(row.value()?), provisional })
    });
    let label = |value: Option<Decimal>| value.map_or_else(String::new, |v| notation.value(v));
    let own_label = |at: usize| label(shown.rows[at].value());
    let benchmark_label = |at: usize| label(shown.rows[at].benchmark);
    let benchmark = shown.benchmark.as_ref().map(|b| Line {
        name: b.label(seat.lang).into(),
        values: shown
            .rows
            .iter()
            .map(|row| row.benchmark.map(|v| Value { y: y(v), provisional: false }))
            .collect(),
        value_label: &benchmark_label,
    });
    let chart = Trend {
        unit: scale.unit().into(),
        periods: shown
            .rows
            .iter()
            .map(|row| Tick { x: row.period.position(), label: row.name.as_str().into() })
            .collect(),
        own: Line { name: subject.label(seat.lang).into(), values: own.collect(), value_label: &own_label },
        benchmark,
        target: shown.target.map(|(p, v)| Target {
            x: p.position(),
            y: y(v),
            name: seat.phrase("figure_target_of", &period_label(p, seat.lang)).into(),
            label: notation.value(v).into(),
        }),
        stages: stages(seat),
        better: better(&shown.indicator.direction),
        tick_label: &|value, decimals| scale.tick(value, decimals),
    };
    svg(&chart)
}

pub(super) fn stages<'s>(seat: &'s Seat<'_, '_>) -> Vec<Stage<'s>> {
    let terms = seat.book().vocabulary.stages.iter();
    terms
        .filter_map(|t| {
            t.period.map(|p| Stage {
                from: p.from.begins(),
                to: p.to.ends(),
                label: seat.text(&t.name).into(),
            })
        })
        .collect()
}

/// Whose figures, in what unit, over what time.
fn subtitle(seat: &Seat<'_, '_>, subject: Subject<'_>, shown: &Shown<'_>, scale: &Scale<'_>) -> String {
    let mut out = subject.label(seat.lang).to_owned();
    let unit = scale.unit();
    if !unit.is_empty() {
        out.push_str(" · ");
        out.push_str(&unit);
    }
    if let (Some(first), Some(last)) = (shown.series.keys().next(), shown.series.keys().next_back()) {
        out.push_str(" · ");
        out.push_str(&period_label(*first, seat.lang));
        if first != last {
            out.push('–');
            out.push_str(&period_label(*last, seat.lang));
        }
    }
    out
}

fn table(seat: &Seat<'_, '_>, subject: Subject<'_>, shown: &Shown<'_>, scale: &Scale<'_>) -> Table {
    let unit = scale.unit();
    let in_unit = (!unit.is_empty()).then(|| seat.phrase("figure_in_unit", &unit));
    let unit = |name| match &in_unit {
        Some(words) => Cow::Owned(words.replace("{name}", name)),
        None => Cow::Borrowed(name),
    };
    let columns = [
        Some(seat.word("figure_period").into()),
        Some(unit(subject.label(seat.lang))),
        shown.benchmark.as_ref().map(|b| unit(b.label(seat.lang))),
        shown.target.map(|_| unit(seat.word("figure_target"))),
    ];
    let mut table = Table::new(columns.into_iter().flatten());
    let way = format!("#{}", evidence::place::stem(seat, subject, &shown.indicator.id));
    let number = |value: Option<Decimal>| match value {
        Some(value) => Cell::number(scale.column(value)),
        None => Cell::number("–"),
    };
    let held_against = |b: &BenchmarkSeries<'_>, row: &Row<'_>| match row.benchmark {
        Some(value) if !shown.benchmark_is_set => Cell::number(scale.column(value))
            .leading_to(evidence::place::benchmark_href(seat, Some(subject), b.benchmark, row.period)),
        value => number(value),
    };
    for row in &shown.rows {
        let own = match row.own {
            Some(o) if o.value.known().is_some() && o.basis.is_provisional() => {
                let basis = crate::measure::write::basis(o.basis, seat.lang);
                Cell::number(format!("{} ({basis})", scale.observed(o.value)))
            }
            Some(o) => Cell::number(scale.observed(o.value)),
            None => Cell::number("–"),
        };
        let cells = [
            Some(Cell::text(&row.name).leading_to(way_to_evidence(shown, &way, row))),
            Some(own),
            shown.benchmark.as_ref().map(|b| held_against(b, row)),
            shown.target.map(|_| number(row.target)),
        ];
        table.row(cells.into_iter().flatten());
    }
    table
}

/// The way to a row of evidence, all of which begin alike; empty where there is no figure.
fn way_to_evidence(shown: &Shown<'_>, way: &str, row: &Row<'_>) -> String {
    if row.own.is_some() || (shown.benchmark_is_set && row.benchmark.is_some()) {
        evidence::place::row(way, row.period)
    } else if row.target.is_some() {
        evidence::place::target_row(way, row.period)
    } else {
        String::new()
    }
}

/// The sources of what is shown, each once.
fn sources<'s>(shown: &'s Shown<'_>, subject: Subject<'s>, indicator: &Id) -> Vec<&'s Id> {
    let mut ids: Vec<&Id> = shown.rows.iter().filter_map(|row| row.own?.source.as_ref()).collect();
    if let Some(benchmark) = &shown.benchmark {
        ids.extend(&benchmark.benchmark.source);
    }
    if shown.target.is_some() {
        ids.extend(subject.figures.targets.get(indicator).and_then(|t| t.source.as_ref()));
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}
