//! Where an indicator stands now: its value beside the benchmark, the target and the bands of a ladder.

use super::evidence::place;
use super::records::{Record, Records};
use super::subject::Subject;
use super::table::{Cell, Table};
use super::{Body, Figure, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id};
use crate::chart::Reference;
use crate::chart::bullet::{Band, Bullet, svg};
use crate::measure::write::{Notation, period_label};
use crate::measure::{benchmark, ladder, sentence, series, status};
use crate::model::{Bands, BenchmarkKind, Direction};
use crate::view::Html;
use crate::view::desk::Seat;

use super::trend::Ask;

/// The figure; `None` where the subject has no figure for the indicator.
pub fn bullet(seat: &Seat<'_, '_>, subject: Subject<'_>, indicator: &Id, ask: &Ask<'_>) -> Option<Html> {
    let lang = seat.lang;
    let own = subject.series(indicator)?;
    let (at, value) = match ask.to {
        Some(to) => (to, series::at(own, to)?),
        None => series::latest(own)?,
    };
    let observation = own.get(&at)?;
    let definition = subject.book.indicator(indicator);
    let reference = match ask.benchmark {
        Some(other) => benchmark::series_of(subject.book, other, subject.figures),
        None => subject.benchmark(indicator),
    };
    let benchmark_value = reference.as_ref().and_then(|b| b.at(at));
    let target = subject.figures.targets.get(indicator).and_then(|target| status::next(target, at));
    // Bands are colours from good to bad: none for an indicator that has neither.
    let bands = reference.as_ref().filter(|_| ladder::leads_up(&definition.direction)).and_then(|b| match &b
        .benchmark
        .kind
    {
        BenchmarkKind::Ladder { bands } => bands.get(&at),
        _ => None,
    });
    let rung =
        reference.as_ref().and_then(|b| ladder::reached(b.benchmark, &definition.direction, at, value));
    let notation = Notation::of(definition, subject.figures.currency, lang);
    let scale = notation.scale([Some(value), benchmark_value, target.map(|(_, v)| v)].into_iter().flatten());
    let y = |v: Decimal| to_f64(scale.scaled(v));
    let title = ask.title.map_or_else(|| seat.text(&definition.name), |t| seat.text(t));
    let sentence = sentence::standing(
        &sentence::Story {
            indicator: definition,
            currency: subject.figures.currency,
            series: own,
            benchmark: reference.clone(),
            target: subject.figures.targets.get(indicator),
            from: ask.from,
            to: ask.to,
        },
        lang,
    );
    let reference_of = |v: Decimal, name: String| Reference {
        value: y(v),
        name: name.into(),
        label: notation.value(v).into(),
    };
    let chart = Bullet {
        unit: scale.unit().into(),
        own: reference_of(value, subject.label(lang).to_owned()),
        provisional: observation.basis.is_provisional(),
        benchmark: reference.as_ref().and_then(|b| Some(reference_of(b.at(at)?, b.label(lang).to_owned()))),
        target: target.map(|(p, v)| reference_of(v, seat.phrase("figure_target_of", &period_label(p, lang)))),
        bands: bands.map(|b| steps(b, &definition.direction, y)).unwrap_or_default(),
        tick_label: &|value, decimals| scale.tick(value, decimals),
    };
    let mut table = Table::new([seat.word("figure_what"), seat.word("figure_value")]);
    let subtitle = format!("{} · {}", subject.label(lang), period_label(at, lang));
    let stem = place::stem(seat, subject, indicator);
    let row = format!("#{}", place::row(&stem, at));
    let mut line = |name: &str, v: Decimal, row: &str| {
        table.row([Cell::text(name).leading_to(row), Cell::number(notation.value(v))]);
    };
    line(&subtitle, value, &row);
    if let (Some(reference), Some(v)) = (&reference, benchmark_value) {
        let other = ask.benchmark.map(|b| place::benchmark_href(seat, Some(subject), b, at));
        line(reference.label(lang), v, other.as_deref().unwrap_or(&row));
    }
    if let Some((p, v)) = target {
        let row = format!("#{}", place::target_row(&stem, p));
        line(&seat.phrase("figure_target_of", &period_label(p, lang)), v, &row);
    }
    if let (Some(reference), Some(rung)) = (&reference, rung) {
        // A row of evidence names the rung of the benchmark that is set.
        let way = if ask.benchmark.is_none() { row.as_str() } else { "" };
        table.row([Cell::text(reference.label(lang)).leading_to(way), Cell::number(rung.words(lang))]);
    }
    let body = Body {
        subtitle,
        drawing: svg(&chart),
        sentence,
        table: Some(table),
        evidence: place::block_href(seat, subject, indicator),
        ..Body::default()
    };
    let benchmark_source = reference.as_ref().and_then(|b| b.benchmark.source.as_ref());
    let body = body.from_sources(seat, observation.source.iter().chain(benchmark_source));
    let figure = Figure { id: &ask.id, kind: "bullet", title, body: &body };
    let record = Record {
        basis: Some(observation.basis),
        benchmark: benchmark_value,
        source: observation.source.as_ref(),
        ..Record::of(subject.label(lang), at, value)
    };
    let aim = target.map(|(p, v)| Record { value: None, target: Some(v), ..Record::of(record.name, p, v) });
    let held_against = reference.as_ref().map_or("", |b| b.label(lang));
    let csv = || {
        let mut file = Records::new(seat);
        file.add(definition, subject.figures.currency, held_against, [record].into_iter().chain(aim));
        file.into_text()
    };
    Some(html(seat, &figure, csv))
}

/// The bands of a ladder from worst to best along the axis, open at both ends.
fn steps(bands: &Bands, direction: &Direction, y: impl Fn(Decimal) -> f64) -> Vec<Band> {
    let bounds = [bands.excellent, bands.good, bands.average, bands.low, bands.poor].map(y);
    let falling = matches!(direction, Direction::Decrease);
    (0..5u8)
        .map(|rank| {
            let i = usize::from(rank);
            let (inner, outer) = (bounds[i], if rank == 0 { f64::INFINITY } else { bounds[i - 1] });
            if falling {
                Band { from: if rank == 0 { f64::NEG_INFINITY } else { bounds[i - 1] }, to: inner, rank }
            } else {
                Band { from: inner, to: outer, rank }
            }
        })
        .collect()
}
