//! How an indicator moved, against its benchmark and its target.

use std::collections::BTreeSet;

use super::subject::Subject;
use super::table::{Cell, Table};
use super::{Figure, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id, Localized, Period};
use crate::chart::Head;
use crate::chart::trend::{Better, Line, Period as Tick, Stage, Target, Trend, Value, svg};
use crate::measure::benchmark::{self, BenchmarkSeries};
use crate::measure::sentence;
use crate::measure::write::{Notation, Scale, period_label};
use crate::model::{Benchmark, Direction, Indicator, Series};
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

/// What a trend shows, chosen and cut to its periods.
struct Shown<'a> {
    indicator: &'a Indicator,
    series: Series,
    benchmark: Option<BenchmarkSeries<'a>>,
    target: Option<(Period, Decimal)>,
    periods: Vec<Period>,
}

/// The figure; `None` where the subject has no figure for the indicator in these periods.
pub fn trend(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id, ask: &Ask<'_>) -> Option<Html> {
    let shown = choose(subject, indicator, ask)?;
    let lang = seat.lang;
    let notation = Notation::of(shown.indicator, subject.figures.currency, lang);
    let scale = notation.scale(all_values(&shown));
    let title = ask.title.map_or_else(|| seat.text(&shown.indicator.name), |t| seat.text(t));
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
        lang,
    );
    let drawing = draw(seat, subject, &shown, &notation, &scale, &ask.id, title, &sentence);
    let subtitle = subtitle(seat, subject, &shown, &scale);
    let source = sources(seat, &shown, subject, indicator);
    let figure = Figure {
        id: &ask.id,
        kind: "trend",
        title,
        subtitle: &subtitle,
        drawing: &drawing,
        sentence: &sentence,
        table: Some(table(seat, subject, &shown, &scale)),
        source: &source,
    };
    Some(html(&figure, &seat.figure_words()))
}

fn choose<'a>(subject: Subject<'a>, indicator: &Id, ask: &Ask<'a>) -> Option<Shown<'a>> {
    let within = |p: &Period| ask.from.is_none_or(|from| *p >= from) && ask.to.is_none_or(|to| *p <= to);
    let series: Series =
        subject.series(indicator)?.iter().filter(|(p, _)| within(p)).map(|(p, o)| (*p, o.clone())).collect();
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
        benchmark.values.to_mut().retain(|p, _| within(p) && *p >= first);
    }
    let target =
        subject.figures.targets.get(indicator).and_then(|t| t.values.last_key_value()).map(|(p, v)| (*p, *v));
    let target = target.filter(|(p, _)| within(p));
    let mut periods: BTreeSet<Period> = series.keys().copied().collect();
    periods.extend(benchmark.iter().flat_map(|b| b.values.keys().copied()));
    periods.extend(target.iter().map(|(p, _)| *p));
    if periods.iter().all(|p| p.is_year()) {
        let (from, to) = (periods.first()?.year(), periods.last()?.year());
        // Years without any figure break the line; a series with centuries in between is a slip, not a chart.
        if to - from < 200 {
            periods.extend((from..=to).map(Period::of_year));
        }
    }
    let indicator = subject.book.indicator(indicator);
    Some(Shown { indicator, series, benchmark, target, periods: periods.into_iter().collect() })
}

fn all_values<'s>(shown: &'s Shown<'_>) -> impl Iterator<Item = Decimal> + 's {
    let own = shown.series.values().filter_map(|o| o.value.known());
    let benchmark = shown.benchmark.iter().flat_map(|b| b.values.values().copied());
    own.chain(benchmark).chain(shown.target.map(|(_, v)| v))
}

#[expect(clippy::too_many_arguments, reason = "each is one finished part of the drawing")]
fn draw(
    seat: &Seat<'_, '_>,
    subject: Subject<'_>,
    shown: &Shown<'_>,
    notation: &Notation<'_>,
    scale: &Scale<'_>,
    id: &str,
    title: &str,
    sentence: &str,
) -> String {
    let y = |value: Decimal| to_f64(scale.scaled(value));
    let own = shown.periods.iter().map(|p| {
        let observation = shown.series.get(p)?;
        let value = observation.value.known()?;
        Some(Value {
            y: y(value),
            label: notation.value(value).into(),
            provisional: observation.basis.is_provisional(),
        })
    });
    let benchmark = shown.benchmark.as_ref().map(|b| Line {
        name: b.label(seat.lang).into(),
        values: shown
            .periods
            .iter()
            .map(|p| b.at(*p).map(|v| Value { y: y(v), label: notation.value(v).into(), provisional: false }))
            .collect(),
    });
    let chart = Trend {
        head: Head { id: format!("{id}.svg").into(), title: title.into(), description: sentence.into() },
        unit: scale.unit().into(),
        periods: shown
            .periods
            .iter()
            .map(|p| Tick { x: p.position(), label: period_label(*p, seat.lang).into() })
            .collect(),
        own: Line { name: subject.label(seat.lang).into(), values: own.collect() },
        benchmark,
        target: shown.target.map(|(p, v)| Target {
            x: p.position(),
            y: y(v),
            name: seat.phrase("figure_target_of", &period_label(p, seat.lang)).into(),
            label: notation.value(v).into(),
        }),
        stages: stages(seat),
        better: match shown.indicator.direction {
            Direction::Increase => Better::Up,
            Direction::Decrease => Better::Down,
            Direction::Hold { .. } | Direction::Range { .. } | Direction::None => Better::Unjudged,
        },
        tick_label: &|value, decimals| scale.tick(value, decimals),
    };
    svg(&chart)
}

fn stages<'s>(seat: &'s Seat<'_, '_>) -> Vec<Stage<'s>> {
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
    let mut parts = vec![subject.label(seat.lang).to_owned()];
    if !scale.unit().is_empty() {
        parts.push(scale.unit());
    }
    if let (Some(first), Some(last)) = (shown.series.keys().next(), shown.series.keys().next_back()) {
        let (first, last) = (period_label(*first, seat.lang), period_label(*last, seat.lang));
        parts.push(if first == last { first } else { format!("{first}–{last}") });
    }
    parts.join(" · ")
}

fn table(seat: &Seat<'_, '_>, subject: Subject<'_>, shown: &Shown<'_>, scale: &Scale<'_>) -> Table {
    let unit = |name: &str| {
        let unit = scale.unit();
        if unit.is_empty() {
            name.to_owned()
        } else {
            seat.phrase("figure_in_unit", &unit).replace("{name}", name)
        }
    };
    let mut head = vec![seat.word("figure_period").to_owned(), unit(subject.label(seat.lang))];
    if let Some(benchmark) = &shown.benchmark {
        head.push(unit(benchmark.label(seat.lang)));
    }
    if shown.target.is_some() {
        head.push(unit(seat.word("figure_target")));
    }
    let mut table = Table::new(head);
    let number =
        |value: Option<Decimal>| Cell::Number(value.map_or_else(|| "–".to_owned(), |v| scale.column(v)));
    for period in &shown.periods {
        let own = shown.series.get(period);
        let text = own.map_or_else(|| "–".to_owned(), |o| scale.observed(o.value));
        let provisional = own.filter(|o| o.value.known().is_some() && o.basis.is_provisional());
        let text = match provisional {
            Some(o) => format!("{text} ({})", crate::measure::write::basis(o.basis, seat.lang)),
            None => text,
        };
        let mut cells = vec![Cell::Text(period_label(*period, seat.lang)), Cell::Number(text)];
        if let Some(benchmark) = &shown.benchmark {
            cells.push(number(benchmark.at(*period)));
        }
        if let Some((at, value)) = shown.target {
            cells.push(number((at == *period).then_some(value)));
        }
        table.row(cells);
    }
    table
}

/// The sources of what is shown, each once, linked to the page of sources.
fn sources(seat: &Seat<'_, '_>, shown: &Shown<'_>, subject: Subject<'_>, indicator: &Id) -> String {
    let mut ids: BTreeSet<&Id> = shown.series.values().filter_map(|o| o.source.as_ref()).collect();
    if let Some(benchmark) = &shown.benchmark {
        ids.extend(&benchmark.benchmark.source);
    }
    if shown.target.is_some() {
        ids.extend(subject.figures.targets.get(indicator).and_then(|t| t.source.as_ref()));
    }
    seat.source_links(ids.into_iter())
}
