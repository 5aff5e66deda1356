//! Every figure of a page with where it comes from: the place that figures in the text lead to.

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
    let mut out = String::new();
    for id in indicators {
        let subject = subject_of(id);
        if subject.figures.observations.get(id).is_none_or(std::collections::BTreeMap::is_empty) {
            continue;
        }
        let link = seat.indicator(id);
        out.push_str("<h3 id=\"evidence.");
        out.push_str(id.as_str());
        out.push_str("\">");
        out.push_str(&anchor(&link.href, &link.text, &link.lang));
        out.push_str("</h3>");
        table(seat, subject, id).write(&mut out, &format!("{} {}", link.text, seat.word("evidence_heading")));
    }
    if out.is_empty() { Html::default() } else { Html(format!("<div class=\"evidence\">{out}</div>")) }
}

fn table(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id) -> Table {
    let indicator = subject.book.indicator(id);
    let notation = Notation::of(indicator, subject.figures.currency, seat.lang);
    let series = &subject.figures.observations[id];
    let benchmark = subject.benchmark(id);
    let mut head = vec![seat.word("figure_period"), seat.word("figure_value")];
    head.extend(benchmark.as_ref().map(|b| b.label(seat.lang)));
    head.extend([seat.word("figure_basis"), seat.word("figure_source_column")]);
    let mut table = Table::new(head.into_iter().map(str::to_owned));
    for (period, observation) in series {
        let mut cells = vec![
            Cell::Text(period_label(*period, seat.lang)),
            Cell::Number(notation.observed(observation.value)),
        ];
        if let Some(benchmark) = &benchmark {
            cells.push(Cell::Number(
                benchmark.at(*period).map_or_else(|| "–".to_owned(), |v| notation.value(v)),
            ));
        }
        let known = observation.value.known().is_some();
        cells.push(Cell::Text(
            if known { write::basis(observation.basis, seat.lang) } else { "–" }.to_owned(),
        ));
        cells.push(Cell::Html(origin(seat, observation)));
        table.marked_row(row_id(id, *period), "", cells);
    }
    table
}

/// The source of an observation, and what a reader should know about it.
fn origin(seat: &Seat<'_, '_>, observation: &Observation) -> String {
    let mut out = seat.source_links(observation.source.iter());
    if let Some(note) = &observation.note {
        if !out.is_empty() {
            out.push_str(" · ");
        }
        let (text, lang) = note.pick(seat.lang);
        if lang == seat.lang {
            escape::push(&mut out, text);
        } else {
            out.push_str(&anchor("", text, lang.html()));
        }
    }
    if out.is_empty() { "–".to_owned() } else { out }
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
