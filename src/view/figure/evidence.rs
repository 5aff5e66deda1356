//! Every figure of a page with where it comes from: the place that figures in the text lead to.

use std::borrow::Cow;

use super::subject::Subject;
use super::table::{Cell, Table};
use crate::base::{Id, Period, escape};
use crate::measure::write::{self, Notation, period_label};
use crate::model::Observation;
use crate::view::Html;
use crate::view::desk::Seat;

/// The anchor of one figure's row. Like every anchor of ours it has a dot, which no heading of an author has.
pub fn row_id(indicator: &Id, period: Period) -> String {
    format!("figure.{indicator}.{}", period.to_string().to_lowercase())
}

/// A table for each indicator that has figures; empty where none has.
pub fn evidence<'a>(seat: &Seat<'_, '_>, indicators: &[Id], subject_of: impl Fn(&Id) -> Subject<'a>) -> Html {
    let mut out = String::from("<div class=\"evidence\">");
    let opened = out.len();
    for id in indicators {
        let subject = subject_of(id);
        let evidence = seat.shelf.evidence.or_make(subject, id, || Evidence::of(seat, subject, id));
        if let Some(evidence) = &*evidence {
            out.push_str(&evidence.0);
        }
    }
    if out.len() == opened {
        return Html::default();
    }
    out.push_str("</div>");
    Html(out)
}

/// The evidence of one indicator, as HTML.
pub(super) struct Evidence(String);

impl Evidence {
    /// `None` where there are no figures.
    fn of(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id) -> Option<Self> {
        subject.figures.observations.get(id).filter(|series| !series.is_empty())?;
        let link = seat.indicator(id);
        let mut out = String::with_capacity(2048);
        out.push_str("<h3 id=\"evidence.");
        out.push_str(id.as_str());
        out.push_str("\">");
        out.push_str(&anchor(&link.href, &link.text, &link.lang));
        out.push_str("</h3>");
        table(seat, subject, id).write(&mut out, &format!("{} {}", link.text, seat.word("evidence_heading")));
        Some(Self(out))
    }
}

fn table(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id) -> Table {
    let indicator = subject.book.indicator(id);
    let notation = Notation::of(indicator, subject.figures.currency, seat.lang);
    let series = &subject.figures.observations[id];
    let benchmark = subject.benchmark(id);
    let mut head = vec![seat.word("figure_period"), seat.word("figure_value")];
    head.extend(benchmark.as_ref().map(|b| b.label(seat.lang)));
    head.extend([seat.word("figure_basis"), seat.word("figure_source_column")]);
    let mut table = Table::new(head);
    // Most figures of an indicator come from the same source as the one before.
    let mut sources: (Option<&Id>, String) = (None, String::new());
    for (period, observation) in series {
        if sources.0 != observation.source.as_ref() {
            sources = (observation.source.as_ref(), seat.source_links(observation.source.iter()));
        }
        let known = observation.value.known().is_some();
        let held_against = benchmark.as_ref().map(|benchmark| match benchmark.at(*period) {
            Some(value) => Cell::number(notation.value(value)),
            None => Cell::number("–"),
        });
        let cells = [
            Some(Cell::text(period_label(*period, seat.lang))),
            Some(Cell::number(notation.observed(observation.value))),
            held_against,
            Some(Cell::text(if known { write::basis(observation.basis, seat.lang) } else { "–" })),
            Some(Cell::html(origin(seat, observation, &sources.1))),
        ];
        table.marked_row(&row_id(id, *period), "", cells.into_iter().flatten());
    }
    table
}

/// The source of an observation, and what a reader should know about it.
fn origin<'s>(seat: &Seat<'_, '_>, observation: &Observation, source: &'s str) -> Cow<'s, str> {
    let mut out = Cow::Borrowed(source);
    if let Some(note) = &observation.note {
        let out = out.to_mut();
        if !out.is_empty() {
            out.push_str(" · ");
        }
        let (text, lang) = note.pick(seat.lang);
        if lang == seat.lang {
            escape::push(out, text);
        } else {
            out.push_str(&anchor("", text, lang.html()));
        }
    }
    if out.is_empty() { "–".into() } else { out }
}

/// A link as HTML; plain words where there is no address.
pub fn anchor(href: &str, text: &str, lang: &str) -> String {
    let mut out = String::with_capacity(href.len() + text.len() + 32);
    let element = if href.is_empty() { "span" } else { "a" };
    out.push('<');
    out.push_str(element);
    if !href.is_empty() {
        out.push_str(" href=\"");
        escape::push(&mut out, href);
        out.push('"');
    }
    if !lang.is_empty() {
        out.push_str(" lang=\"");
        escape::push(&mut out, lang);
        out.push('"');
    }
    out.push('>');
    escape::push(&mut out, text);
    out.push_str("</");
    out.push_str(element);
    out.push('>');
    out
}
