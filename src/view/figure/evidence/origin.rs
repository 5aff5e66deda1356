//! Where a figure comes from, in a line: its basis, its source with the place in it, and what a reader should know.

use crate::base::escape;
use crate::measure::write;
use crate::model::Observation;
use crate::view::desk::Seat;

/// Basis, source and note of an observation, as HTML.
pub(super) fn account(seat: &Seat<'_, '_>, observation: &Observation) -> String {
    let mut out = String::with_capacity(128);
    if observation.value.known().is_some() {
        part(&mut out, write::basis(observation.basis, seat.lang));
    }
    part(&mut out, &seat.origin(observation.source.as_ref(), observation.locator.as_deref()));
    if let Some(note) = &observation.note {
        part(&mut out, &seat.words_of(note).0);
    }
    if out.is_empty() { "–".to_owned() } else { out }
}

/// Whether the account of two observations is the same. How sure a value is that nobody is told matters to nobody.
pub(super) fn is_same(a: &Observation, b: &Observation) -> bool {
    let basis = |o: &Observation| o.value.known().map(|_| o.basis);
    basis(a) == basis(b) && a.source == b.source && a.locator == b.locator && a.note == b.note
}

/// Adds a part of finished HTML after those that are there.
pub(super) fn part(out: &mut String, html: &str) {
    if !out.is_empty() && !html.is_empty() {
        out.push_str(" · ");
    }
    out.push_str(html);
}

/// A link as HTML; plain words where there is no address.
pub fn anchor(href: &str, text: &str, lang: &str) -> String {
    let mut out = String::with_capacity(href.len() + text.len() + 32);
    push_anchor(&mut out, href, text, lang);
    out
}

/// Adds a link as HTML; plain words where there is no address.
pub fn push_anchor(out: &mut String, href: &str, text: &str, lang: &str) {
    let element = if href.is_empty() { "span" } else { "a" };
    out.push('<');
    out.push_str(element);
    if !href.is_empty() {
        out.push_str(" href=\"");
        escape::push(out, href);
        out.push('"');
    }
    if !lang.is_empty() {
        out.push_str(" lang=\"");
        escape::push(out, lang);
        out.push('"');
    }
    out.push('>');
    escape::push(out, text);
    out.push_str("</");
    out.push_str(element);
    out.push('>');
}
