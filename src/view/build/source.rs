//! A source with the figures that rest on it, and all of them by title.

use super::lists::{numbered, pager};
use crate::base::{Id, Period};
use crate::measure::write::{count, date, period_label};
use crate::model::{Benchmark, Case, Enterprise, Figures, Source, SourceKind};
use crate::plan::{PageId, SOURCES_PER_PAGE, SUPPORTED_PER_PAGE, Supported};
use crate::view::desk::Seat;
use crate::view::figure::evidence::{anchor, place, push_anchor};
use crate::view::{Fact, Html, Link, SourceEntry, SourceList, SourcePage, SupportedGroup, SupportedLine};

/// One page of a source: what it is, and a part of what rests on it.
pub fn source(seat: &Seat<'_, '_>, source: &Source, number: usize) -> SourcePage {
    let by = seat.desk.plan.collection.resting_on(&source.id).map_or(&[][..], |support| &support.by);
    let from = ((number - 1) * SUPPORTED_PER_PAGE).min(by.len());
    let shown = &by[from..(from + SUPPORTED_PER_PAGE).min(by.len())];
    let title = seat.plain(&source.title);
    let crumbs = vec![Link::new(seat.word("nav_sources"), seat.href(&PageId::SourceList { number: 1 }))];
    let description = seat.phrase("source_description", &title.text);
    SourcePage {
        page: seat.chrome(&numbered(seat, &title.text, number), &description, "sources", crumbs),
        kind: seat.word(kind_key(source.kind)).to_owned(),
        title,
        facts: facts(seat, source),
        citation: source.citation.as_ref().map_or("", |c| seat.text(c)).to_owned(),
        total: figures(seat, &source.id),
        groups: shown.iter().map(|supported| group(seat, source, *supported)).collect(),
        pager: pager(seat, number, by.len().div_ceil(SUPPORTED_PER_PAGE), |number| PageId::Source {
            id: source.id.clone(),
            number,
        }),
    }
}

/// One page of the list of all sources.
pub fn source_list(seat: &Seat<'_, '_>, number: usize) -> SourceList {
    let sources = seat.tongue.sources();
    let from = ((number - 1) * SOURCES_PER_PAGE).min(sources.len());
    let shown = &sources[from..(from + SOURCES_PER_PAGE).min(sources.len())];
    let heading = seat.word("nav_sources");
    let description = seat.word("sources_description");
    SourceList {
        page: seat.chrome(&numbered(seat, heading, number), description, "sources", vec![]),
        heading: heading.to_owned(),
        sources: shown.iter().map(|source| entry(seat, source)).collect(),
        pager: pager(seat, number, sources.len().div_ceil(SOURCES_PER_PAGE), |number| PageId::SourceList {
            number,
        }),
    }
}

fn entry(seat: &Seat<'_, '_>, source: &Source) -> SourceEntry {
    SourceEntry {
        link: seat.source(source),
        producer: source.producer.as_ref().map_or("", |p| seat.text(p)).to_owned(),
        kind: seat.word(kind_key(source.kind)).to_owned(),
        published: source.published.map(|day| date(day, seat.lang)).unwrap_or_default(),
        figures: figures(seat, &source.id),
    }
}

pub(super) fn kind_key(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::AnnualReport => "source_annual_report",
        SourceKind::Filing => "source_filing",
        SourceKind::Statistics => "source_statistics",
        SourceKind::Internal => "source_internal",
        SourceKind::Interview => "source_interview",
        SourceKind::News => "source_news",
    }
}

/// How many figures rest on a source, in words.
fn figures(seat: &Seat<'_, '_>, source: &Id) -> String {
    let n = seat.desk.plan.collection.resting_on(source).map_or(0, |support| support.figures);
    seat.phrase(if n == 1 { "n_figure" } else { "n_figures" }, &count(n, seat.lang))
}

fn facts(seat: &Seat<'_, '_>, source: &Source) -> Vec<Fact> {
    let day = |day| date(day, seat.lang);
    let shown = source.url.as_deref().map(|url| {
        let shown = url.split_once("//").map_or(url, |(_, rest)| rest).trim_end_matches('/');
        Link::new(shown, url)
    });
    let facts = [
        ("producer", source.producer.as_ref().map(|producer| seat.plain(producer))),
        ("fact_published", source.published.map(|at| Link::new(day(at), ""))),
        ("fact_accessed", source.accessed.map(|at| Link::new(day(at), ""))),
        ("fact_document", shown),
        ("license", source.license.as_ref().map(|license| Link::new(license.as_str(), ""))),
    ];
    let filled = facts.into_iter().filter_map(|(key, item)| Some((key, item?)));
    filled.map(|(key, item)| Fact { label: seat.word(key).to_owned(), items: vec![item] }).collect()
}

/// The figures of one subject that rest on a source, each leading to its evidence.
fn group(seat: &Seat<'_, '_>, source: &Source, supported: Supported<'_>) -> SupportedGroup {
    match supported {
        Supported::Enterprise(enterprise) => of_enterprise(seat, source, enterprise),
        Supported::Case(case) => of_case(seat, source, case),
        Supported::Benchmark(benchmark) => of_benchmark(seat, benchmark),
    }
}

fn of_enterprise(seat: &Seat<'_, '_>, source: &Source, enterprise: &Enterprise) -> SupportedGroup {
    let link = seat.enterprise(enterprise);
    SupportedGroup {
        kind: seat.word("enterprise").to_owned(),
        lines: lines(seat, source, &enterprise.figures, &link.href),
        subject: link,
    }
}

/// A case stands where a reader of this language finds it, which may be in another language.
fn of_case(seat: &Seat<'_, '_>, source: &Source, case: &Case) -> SupportedGroup {
    let link = seat.case(case);
    SupportedGroup {
        kind: seat.word("case").to_owned(),
        lines: lines(seat, source, &case.figures, &link.href),
        subject: link,
    }
}

fn of_benchmark(seat: &Seat<'_, '_>, benchmark: &Benchmark) -> SupportedGroup {
    let subject = seat.benchmark(benchmark);
    let page = seat.href(&PageId::Indicator(benchmark.indicator.clone()));
    let way = |at: Period| format!("{page}#{}", place::benchmark_row(&benchmark.id, at));
    SupportedGroup {
        kind: seat.benchmark_kind(&benchmark.kind).to_owned(),
        lines: vec![SupportedLine {
            indicator: named(seat, &benchmark.indicator),
            note: String::new(),
            runs: runs(seat, benchmark.values.keys().copied(), way),
        }],
        subject,
    }
}

/// A line for each indicator with values from the source, and one for each with targets from it.
fn lines(seat: &Seat<'_, '_>, source: &Source, figures: &Figures, page: &str) -> Vec<SupportedLine> {
    let mut lines = Vec::new();
    let from_here = |id: &Option<Id>| id.as_ref() == Some(&source.id);
    for (indicator, series) in &figures.observations {
        let observed = series.iter().filter(|(_, o)| o.value.known().is_some() && from_here(&o.source));
        let stem = place::home_stem(indicator);
        let runs = runs(seat, observed.map(|(at, _)| *at), |at| format!("{page}#{}", place::row(&stem, at)));
        if !runs.0.is_empty() {
            lines.push(SupportedLine { indicator: named(seat, indicator), note: String::new(), runs });
        }
    }
    for (indicator, target) in figures.targets.iter().filter(|(_, target)| from_here(&target.source)) {
        let stem = place::home_stem(indicator);
        let way = |at| format!("{page}#{}", place::target_row(&stem, at));
        lines.push(SupportedLine {
            indicator: named(seat, indicator),
            note: seat.word("figure_target").to_owned(),
            runs: runs(seat, target.values.keys().copied(), way),
        });
    }
    lines
}

/// An indicator, leading to its page.
fn named(seat: &Seat<'_, '_>, indicator: &Id) -> Html {
    let link = seat.indicator(indicator);
    Html(anchor(&link.href, &link.text, &link.lang))
}

/// Periods, those that follow each other as one run with its two ends. Each end leads to the evidence for its figure.
///
/// Written here: a source can bear thousands of figures.
fn runs(seat: &Seat<'_, '_>, periods: impl Iterator<Item = Period>, href: impl Fn(Period) -> String) -> Html {
    let mut found: Vec<(Period, Period)> = Vec::new();
    for at in periods {
        match found.last_mut() {
            Some((_, last)) if at == last.next() => *last = at,
            _ => found.push((at, at)),
        }
    }
    let link = |out: &mut String, at| push_anchor(out, &href(at), &period_label(at, seat.lang), "");
    let mut out = String::new();
    for (from, to) in found {
        if !out.is_empty() {
            out.push_str(seat.word("list_separator"));
        }
        link(&mut out, from);
        if from != to {
            out.push('–');
            link(&mut out, to);
        }
    }
    Html(out)
}
