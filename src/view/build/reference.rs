//! Sources and the glossary.

use std::collections::BTreeMap;

use crate::base::Id;
use crate::measure::write::{count, date};
use crate::model::{Figures, SourceKind};
use crate::plan::order::Order;
use crate::view::desk::Seat;
use crate::view::{GlossaryLine, GlossaryPage, Link, SourceEntry, SourceList};

/// The page of sources.
pub fn sources(seat: &Seat<'_, '_>) -> SourceList {
    let supported = supported(seat);
    let entries = seat.book().sources.values().map(|source| {
        let kind = match source.kind {
            SourceKind::AnnualReport => "source_annual_report",
            SourceKind::Filing => "source_filing",
            SourceKind::Statistics => "source_statistics",
            SourceKind::Internal => "source_internal",
            SourceKind::Interview => "source_interview",
            SourceKind::News => "source_news",
        };
        let dates = [(source.published, "published_on"), (source.accessed, "accessed_on")];
        let dates = dates.into_iter().filter_map(|(day, key)| Some(seat.phrase(key, &date(day?, seat.lang))));
        let figures = supported.get(&source.id).copied().unwrap_or(0);
        SourceEntry {
            id: source.id.to_string(),
            link: Link { href: source.url.clone().unwrap_or_default(), ..seat.plain(&source.title) },
            producer: source.producer.as_ref().map_or("", |p| seat.text(p)).to_owned(),
            kind: seat.word(kind).to_owned(),
            dates: dates.collect::<Vec<_>>().join(seat.word("list_separator")),
            citation: source.citation.as_ref().map_or("", |c| seat.text(c)).to_owned(),
            license: source.license.clone().unwrap_or_default(),
            figures: seat
                .phrase(if figures == 1 { "n_figure" } else { "n_figures" }, &count(figures, seat.lang)),
        }
    });
    SourceList {
        page: seat.chrome(seat.word("nav_sources"), seat.word("sources_description"), "sources", vec![]),
        sources: entries.collect(),
    }
}

/// How many published figures rest on each source.
fn supported<'a>(seat: &Seat<'_, 'a>) -> BTreeMap<&'a Id, usize> {
    let book = seat.book();
    let mut counts: BTreeMap<&Id, usize> = BTreeMap::new();
    let all = book.enterprises.values().map(|e| &e.figures).chain(book.cases.values().map(|c| &c.figures));
    for figures in all {
        for id in sources_of(figures) {
            *counts.entry(id).or_default() += 1;
        }
    }
    for benchmark in book.benchmarks.values() {
        if let Some(id) = &benchmark.source {
            *counts.entry(id).or_default() += benchmark.values.len();
        }
    }
    counts
}

fn sources_of(figures: &Figures) -> impl Iterator<Item = &Id> {
    let observed = figures.observations.values().flat_map(BTreeMap::values);
    let observed = observed.filter(|o| o.value.known().is_some()).filter_map(|o| o.source.as_ref());
    observed.chain(figures.targets.values().filter_map(|t| t.source.as_ref()))
}

/// The glossary, in the order of the page's language.
pub fn glossary(seat: &Seat<'_, '_>) -> GlossaryPage {
    let order = Order::of(seat.lang);
    let languages = &seat.book().site.languages;
    let mut entries: Vec<_> = seat
        .book()
        .vocabulary
        .glossary
        .iter()
        .map(|entry| (order.sort_name(seat.text(&entry.term), None), entry))
        .collect();
    entries.sort_by(|a, b| order.compare(&a.0, &b.0));
    let lines = entries.into_iter().map(|(_, entry)| GlossaryLine {
        id: entry.id.to_string(),
        term: seat.text(&entry.term).to_owned(),
        elsewhere: languages
            .iter()
            .filter(|lang| **lang != seat.lang)
            .filter_map(|lang| {
                let term = entry.term.get(*lang)?;
                Some(Link { lang: lang.html().to_owned(), ..Link::new(term.as_str(), "") })
            })
            .collect(),
        definition: seat.text(&entry.definition).to_owned(),
    });
    GlossaryPage {
        page: seat.chrome(seat.word("nav_glossary"), seat.word("glossary_description"), "glossary", vec![]),
        entries: lines.collect(),
    }
}
