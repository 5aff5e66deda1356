//! What made up a change: the value before, every contribution, the value after.

use super::evidence::place;
use super::records::{Record, Records};
use super::subject::Subject;
use super::table::{Cell, Table};
use super::{Body, Figure, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id, Localized};
use crate::chart::bridge::{self as chart, shows_zero, svg};
use crate::chart::{Effect, Reference};
use crate::measure::bridge::rest;
use crate::measure::sentence;
use crate::measure::write::{Notation, Scale, period_label};
use crate::model::{Bridge, Direction, Indicator, Known};
use crate::view::Html;
use crate::view::desk::Seat;

/// What is asked of a bridge.
pub struct Ask<'q> {
    /// Unique on the page.
    pub id: String,
    /// The heading, where the generated one will not do.
    pub title: Option<&'q Localized<String>>,
}

/// The figure.
pub fn bridge(
    seat: &Seat<'_, '_>,
    subject: Subject<'_>,
    indicator: &Id,
    bridge: &Bridge,
    ask: &Ask<'_>,
) -> Html {
    let definition = subject.book.indicator(indicator);
    let lang = seat.lang;
    let notation = Notation::of(definition, subject.figures.currency, lang);
    let other = rest(definition, bridge);
    let parts = bridge.parts.iter().map(|part| (seat.text(&part.name), part.value));
    let parts: Vec<(&str, Decimal)> = parts.chain(other.map(|v| (seat.word("figure_other"), v))).collect();
    let ends = [bridge.from, bridge.to];
    // What is left over may be tiny, and must not decide in which unit all the others are counted.
    let named = bridge.parts.iter().map(|part| part.value);
    let scale = notation.scale(ends.iter().map(|end| end.value).chain(named));
    let observations = subject.figures.observations.get(indicator);
    let source = |end: &Known| observations.and_then(|s| s.get(&end.at)).and_then(|o| o.source.as_ref());
    let total = |end: Known| Reference {
        value: to_f64(scale.scaled(end.value)),
        name: period_label(end.at, lang).into(),
        label: scale.column(end.value).into(),
    };
    let drawn = chart::Bridge {
        from: total(bridge.from),
        parts: parts
            .iter()
            .map(|(name, value)| chart::Part {
                name: (*name).into(),
                value: to_f64(scale.scaled(*value)),
                label: signed(&scale, *value).into(),
                effect: effect(definition, *value),
            })
            .collect(),
        to: total(bridge.to),
        provisional: bridge.to.basis.is_provisional(),
    };
    let mut subtitle = vec![subject.label(lang).to_owned()];
    subtitle.extend(Some(scale.unit()).filter(|unit| !unit.is_empty()));
    if !shows_zero(&drawn) {
        subtitle.push(seat.word("figure_cut").to_owned());
    }
    let mut table = Table::new([seat.word("figure_what").to_owned(), in_unit(seat, &scale)]);
    let stem = place::stem(seat, subject, indicator);
    let end = |end: Known| {
        let value = seat.with_basis(scale.column(end.value), end.basis);
        let way = format!("#{}", place::row(&stem, end.at));
        [Cell::text(period_label(end.at, lang)).leading_to(way), Cell::number(value)]
    };
    table.row(end(bridge.from));
    let way_to_parts = format!("#{}", place::bridge_row(&stem));
    for (name, value) in &parts {
        let name = Cell::text(*name).leading_to(way_to_parts.as_str());
        table.row([name, Cell::number(signed(&scale, *value))]);
    }
    table.row(end(bridge.to));
    let body = Body {
        subtitle: subtitle.join(" · "),
        drawing: svg(&drawn),
        sentence: sentence::bridge(definition, subject.figures.currency, bridge, lang),
        table: Some(table),
        evidence: place::block_href(seat, subject, indicator),
        ..Body::default()
    };
    let own = ends.iter().filter_map(source);
    let body = body.from_sources(seat, own.chain(&bridge.source));
    let name = seat.text(&definition.name);
    let title = ask.title.map_or_else(|| seat.phrase("bridge_title", name), |t| seat.text(t).to_owned());
    let figure = Figure { id: &ask.id, kind: "bridge", title: &title, body: &body };
    html(seat, &figure, || {
        let mut file = Records::new(seat);
        let end = |end: Known| Record {
            basis: Some(end.basis),
            source: source(&end),
            ..Record::of(subject.label(lang), end.at, end.value)
        };
        let parts = parts.iter().map(|(name, value)| Record {
            source: bridge.source.as_ref(),
            ..Record::of(name, bridge.to.at, *value)
        });
        let records = [end(bridge.from)].into_iter().chain(parts).chain([end(bridge.to)]);
        file.add(definition, subject.figures.currency, "", records);
        file.into_text()
    })
}

/// A contribution with its sign: `+4.10`, `−1.20`.
fn signed(scale: &Scale<'_>, value: Decimal) -> String {
    let written = scale.column(value);
    if value > Decimal::ZERO { format!("+{written}") } else { written }
}

fn effect(indicator: &Indicator, value: Decimal) -> Effect {
    match indicator.direction {
        _ if value.is_zero() => Effect::Unjudged,
        Direction::Increase if value > Decimal::ZERO => Effect::Better,
        Direction::Decrease if value < Decimal::ZERO => Effect::Better,
        Direction::Increase | Direction::Decrease => Effect::Worse,
        Direction::Hold { .. } | Direction::Range { .. } | Direction::None => Effect::Unjudged,
    }
}

fn in_unit(seat: &Seat<'_, '_>, scale: &Scale<'_>) -> String {
    let (unit, name) = (scale.unit(), seat.word("figure_value"));
    if unit.is_empty() {
        name.to_owned()
    } else {
        seat.phrase("figure_in_unit", &unit).replace("{name}", name)
    }
}
