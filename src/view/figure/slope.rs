//! Who moved past whom between two periods.

use super::evidence::place;
use super::records::{Record, Records};
use super::subject::Subject;
use super::table::{Cell, Table};
use super::{Body, Figure, better, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id, Localized, Period};
use crate::chart::slope::{self as chart, Role, svg};
use crate::chart::{Point, Svg};
use crate::measure::benchmark;
use crate::measure::sentence;
use crate::measure::slope::{Line, Place, Slope};
use crate::measure::write::{self, Notation, Scale, period_label};
use crate::model::{Benchmark, Enterprise, Known, Unit};
use crate::view::Html;
use crate::view::desk::Seat;

/// So many enterprises are drawn; of more, the best, the own one and the last.
const LINES: usize = 12;

/// What is asked of a slope.
pub struct Ask<'q, 'a> {
    /// Unique on the page.
    pub id: String,
    /// The heading, where the generated one will not do.
    pub title: Option<&'q Localized<String>>,
    /// The enterprise that the page is about.
    pub own: &'a Enterprise,
    /// The benchmark, where it is not the one set for the enterprise or usual in the industry.
    pub benchmark: Option<&'a Benchmark>,
    /// The earlier period.
    pub from: Option<Period>,
    /// The later one.
    pub to: Option<Period>,
}

/// The figure; `None` where the enterprise has no two values that can be compared.
pub fn slope<'a>(seat: &Seat<'_, 'a>, indicator: &Id, ask: &Ask<'_, 'a>) -> Option<Html> {
    let comparisons = &seat.desk.comparisons;
    let slope = Slope::of(comparisons, indicator, ask.own, (ask.from, ask.to))?;
    let against = against(seat, indicator, ask, &slope);
    let notation = Notation::of(slope.indicator, slope.currency, seat.lang);
    let values = slope.lines.iter().flat_map(|line| [line.then.known.value, line.now.known.value]);
    let benchmark_values = against.iter().flat_map(|(_, values)| *values).flatten();
    let numbers = Numbers::of(&notation, values.chain(benchmark_values));
    let [from, to] = [slope.from, slope.to].map(|at| period_label(at, seat.lang));
    let key = if slope.lines.len() == 1 { "n_enterprise" } else { "n_enterprises" };
    let count = seat.phrase(key, &write::count(slope.lines.len(), seat.lang));
    let mut subtitle = vec![seat.industry(&ask.own.industry).text, format!("{from}–{to}"), count];
    subtitle.extend(numbers.unit.clone());
    let body = Body {
        subtitle: subtitle.join(" · "),
        drawing: draw(seat, &slope, against, &numbers),
        sentence: sentence::slope(&slope, seat.lang),
        table: Some(table(seat, &slope, against, &numbers)),
        ..Body::default()
    };
    let body = body.from_sources(seat, against.iter().filter_map(|(b, _)| b.source.as_ref()));
    let name = seat.text(&slope.indicator.name);
    let title = ask.title.map_or_else(|| seat.phrase("slope_title", name), |t| seat.text(t).to_owned());
    let figure = Figure { id: &ask.id, kind: "slope", title: &title, body: &body };
    Some(html(seat, &figure, || csv(seat, &slope, against)))
}

/// How the numbers of the chart and of its table are written.
struct Numbers<'n> {
    notation: &'n Notation<'n>,
    scale: Scale<'n>,
    /// The unit, where it is said once for all of them: all but the percent sign, which fits beside every one.
    unit: Option<String>,
}

impl<'n> Numbers<'n> {
    fn of(notation: &'n Notation<'n>, values: impl Iterator<Item = Decimal>) -> Self {
        let scale = notation.scale(values);
        let unit = Some(scale.unit()).filter(|unit| *notation.unit != Unit::Percent && !unit.is_empty());
        Self { notation, scale, unit }
    }

    fn written(&self, value: Decimal) -> String {
        if *self.notation.unit == Unit::Percent {
            self.notation.value(value)
        } else {
            self.scale.column(value)
        }
    }
}

/// A benchmark and its values at the two periods.
type Against<'a> = Option<(&'a Benchmark, [Option<Decimal>; 2])>;

/// What the enterprises are held against: in the same currency, or not at all.
fn against<'a>(seat: &Seat<'_, 'a>, indicator: &Id, ask: &Ask<'_, 'a>, slope: &Slope<'a>) -> Against<'a> {
    let book = seat.book();
    let figures = &ask.own.figures;
    let enterprises = seat.desk.plan.collection.enterprises_in(&ask.own.industry);
    let benchmark = ask
        .benchmark
        .or_else(|| book.benchmark(figures, indicator))
        .or_else(|| book.usual_benchmark(indicator, enterprises))?;
    let series = benchmark::series_of(book, benchmark, figures)?;
    Some((benchmark, [series.at(slope.from), series.at(slope.to)]))
}

fn draw(seat: &Seat<'_, '_>, slope: &Slope<'_>, against: Against<'_>, numbers: &Numbers<'_>) -> Svg {
    let point = |value, provisional| Point {
        value: to_f64(numbers.scale.scaled(value)),
        label: numbers.written(value).into(),
        provisional,
    };
    let place = |Place { known, .. }: Place| Some(point(known.value, known.basis.is_provisional()));
    let drawn = |(at, line): &(usize, &Line<'_>)| {
        let last = slope.lines.len() - 1;
        slope.lines.len() <= LINES || *at < LINES - 2 || *at == last || slope.is_own(line)
    };
    let mut lines: Vec<_> = slope
        .lines
        .iter()
        .enumerate()
        .filter(drawn)
        .map(|(_, line)| chart::Line {
            name: seat.text(line.enterprise.label()).into(),
            role: if slope.is_own(line) { Role::Own } else { Role::Peer },
            before: place(line.then),
            after: place(line.now),
        })
        .collect();
    lines.extend(against.map(|(benchmark, [then, now])| chart::Line {
        name: seat.text(&benchmark.label).into(),
        role: Role::Benchmark,
        before: then.map(|value| point(value, false)),
        after: now.map(|value| point(value, false)),
    }));
    svg(&chart::Slope {
        before: period_label(slope.from, seat.lang).into(),
        after: period_label(slope.to, seat.lang).into(),
        lines,
        better: better(&slope.indicator.direction),
    })
}

/// Every enterprise, also those that are not drawn, and what they are held against.
fn table(seat: &Seat<'_, '_>, slope: &Slope<'_>, against: Against<'_>, numbers: &Numbers<'_>) -> Table {
    let at = |key: &str, period| seat.phrase(key, &period_label(period, seat.lang));
    let value_at = |period| {
        let name = at("figure_value_of", period);
        match &numbers.unit {
            Some(unit) => seat.phrase("figure_in_unit", unit).replace("{name}", &name),
            None => name,
        }
    };
    let head = [
        seat.word("figure_enterprise").to_owned(),
        value_at(slope.from),
        at("figure_rank_of", slope.from),
        value_at(slope.to),
        at("figure_rank_of", slope.to),
    ];
    let mut table = Table::new(head);
    for line in &slope.lines {
        let link = seat.enterprise(line.enterprise);
        let value = |known: Known| {
            let way = place::href(seat, line.enterprise, &slope.indicator.id, known.at);
            Cell::number(seat.with_basis(numbers.written(known.value), known.basis)).leading_to(way)
        };
        let rank = |rank: Option<usize>| rank.map_or_else(|| "–".to_owned(), |r| r.to_string());
        let marked = if slope.is_own(line) { "own" } else { "" };
        let cells = [
            Cell::html(super::evidence::anchor(&link.href, &link.text, &link.lang)),
            value(line.then.known),
            Cell::number(rank(line.then.rank)),
            value(line.now.known),
            Cell::number(rank(line.now.rank)),
        ];
        table.marked_row("", marked, cells);
    }
    if let Some((benchmark, values)) = against {
        let mut cells = vec![Cell::text(seat.text(&benchmark.label))];
        let own = Some(Subject::enterprise(seat.book(), slope.own.enterprise));
        for (at, value) in [slope.from, slope.to].into_iter().zip(values) {
            let value = value.map(|value| {
                let way = place::benchmark_href(seat, own, benchmark, at);
                Cell::number(numbers.written(value)).leading_to(way)
            });
            cells.extend([value.unwrap_or_else(|| Cell::number("–")), Cell::number("–")]);
        }
        table.group();
        table.row(cells);
    }
    table
}

fn csv(seat: &Seat<'_, '_>, slope: &Slope<'_>, against: Against<'_>) -> String {
    let mut file = Records::new(seat);
    let [benchmark_then, benchmark_now] = against.map(|(_, values)| values).unwrap_or_default();
    let held_against = against.map_or("", |(benchmark, _)| seat.text(&benchmark.label));
    let records = slope.lines.iter().flat_map(|line| {
        let series = line.enterprise.figures.observations.get(&slope.indicator.id);
        let record = |Place { known, rank }, benchmark| Record {
            basis: Some(known.basis),
            benchmark,
            rank,
            source: series.and_then(|s| s.get(&known.at)).and_then(|o| o.source.as_ref()),
            ..Record::of(seat.text(line.enterprise.label()), known.at, known.value)
        };
        [record(line.then, benchmark_then), record(line.now, benchmark_now)]
    });
    file.add(slope.indicator, slope.currency, held_against, records);
    file.into_text()
}
