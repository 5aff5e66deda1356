//! An indicator, and all of them.

use super::industry::compare;
use super::lists::case_count;
use crate::base::Id;
use crate::measure::write::{Notation, period, period_label};
use crate::model::{Benchmark, BenchmarkKind, Direction, Indicator, Unit};
use crate::plan::{Facet, PageId};
use crate::view::desk::Seat;
use crate::view::figure::evidence::place;
use crate::view::linked;
use crate::view::{BenchmarkEntry, BenchmarkValue, Entry, Fact, Html, IndicatorPage, Link, TermList};

/// How many cards an indicator's page shows.
const CARDS: usize = 12;

/// The page of an indicator.
pub fn indicator(seat: &Seat<'_, '_>, indicator: &Indicator) -> IndicatorPage {
    let book = seat.book();
    let name = seat.text(&indicator.name);
    let cases = seat.desk.plan.collection.with_indicator(&indicator.id);
    let benchmarks = book.benchmarks.values().filter(|b| b.indicator == indicator.id);
    let industries = seat.desk.plan.collection.matrix_industries(book);
    let crumbs = vec![Link::new(seat.word("nav_indicators"), seat.href(&PageId::IndicatorList))];
    let definition = seat.text(&indicator.definition);
    let mut page = seat.chrome(name, definition, "indicators", crumbs);
    page.linked_data.push(linked::indicator(seat, indicator));
    IndicatorPage {
        page,
        name: name.to_owned(),
        definition: definition.to_owned(),
        formula: indicator.formula.as_ref().map_or("", |f| seat.text(f)).to_owned(),
        facts: facts(seat, indicator),
        benchmarks: benchmarks.map(|b| benchmark(seat, indicator, b)).collect(),
        comparisons: industries
            .into_iter()
            .filter_map(|industry| {
                let mut found = compare(seat, industry, &indicator.id)?;
                found.indicator = seat.industry(industry);
                Some(found)
            })
            .collect(),
        total: case_count(seat, cases.len()),
        cards: seat.cards(&cases[..cases.len().min(CARDS)]),
        data: seat.data("indicators", &indicator.id),
    }
}

fn facts(seat: &Seat<'_, '_>, indicator: &Indicator) -> Vec<Fact> {
    let unit = match &indicator.unit {
        Unit::Percent => "%".to_owned(),
        Unit::Currency => seat.word("unit_currency").to_owned(),
        Unit::CurrencyPerPerson => seat.word("unit_currency_per_person").to_owned(),
        Unit::Ratio => seat.word("unit_ratio").to_owned(),
        Unit::Count => seat.word("unit_count").to_owned(),
        Unit::Named(name) => seat.text(name).to_owned(),
    };
    let direction = Link::new(direction(seat, indicator), "");
    let mut facts = vec![("fact_unit", Link::new(unit, "")), ("fact_direction", direction)];
    facts.extend(indicator.area.as_ref().map(|area| ("fact_area", seat.term(Facet::Area, area))));
    facts.extend(indicator.supersedes.as_ref().map(|id| ("fact_supersedes", seat.indicator(id))));
    let aggregation = match indicator.aggregation {
        crate::model::Aggregation::None => "aggregation_none",
        crate::model::Aggregation::Sum => "aggregation_sum",
    };
    facts.push(("fact_aggregation", Link::new(seat.word(aggregation), "")));
    facts
        .into_iter()
        .map(|(key, item)| Fact { label: seat.word(key).to_owned(), items: vec![item] })
        .collect()
}

/// Which way an indicator is better, in words.
pub(super) fn direction(seat: &Seat<'_, '_>, indicator: &Indicator) -> String {
    let notation = Notation::of(indicator, None, seat.lang);
    match &indicator.direction {
        Direction::Increase => seat.word("direction_increase").to_owned(),
        Direction::Decrease => seat.word("direction_decrease").to_owned(),
        Direction::Hold { within } => seat.phrase("direction_hold", &notation.difference(*within)),
        Direction::Range { min, max } => {
            seat.phrase("direction_range", &format!("{}–{}", notation.value(*min), notation.value(*max)))
        }
        Direction::None => seat.word("direction_none").to_owned(),
    }
}

fn benchmark(seat: &Seat<'_, '_>, indicator: &Indicator, benchmark: &Benchmark) -> BenchmarkEntry {
    let of_users = || if indicator.unit.is_money() { currency_of_users(seat, &benchmark.id) } else { None };
    let currency = benchmark.currency.or_else(of_users);
    let notation = Notation::of(indicator, currency, seat.lang);
    let latest = benchmark
        .values
        .last_key_value()
        .map(|(at, value)| format!("{} ({})", notation.value(*value), period(*at, seat.lang)));
    BenchmarkEntry {
        id: format!("benchmark.{}", benchmark.id),
        label: seat.text(&benchmark.label).to_owned(),
        kind: seat.benchmark_kind(&benchmark.kind).to_owned(),
        industry: benchmark.industry.as_ref().map_or_else(|| Link::new("", ""), |id| seat.industry(id)),
        latest: match (&benchmark.kind, latest) {
            (_, Some(latest)) => latest,
            (BenchmarkKind::PeerStatistic { computed: true, .. }, None) => {
                seat.word("benchmark_too_few").to_owned()
            }
            (_, None) => String::new(),
        },
        source: Html(seat.origin(benchmark.source.as_ref(), benchmark.locator.as_deref())),
        values: benchmark
            .values
            .iter()
            .map(|(at, value)| BenchmarkValue {
                id: place::benchmark_row(&benchmark.id, *at),
                period: period_label(*at, seat.lang),
                value: notation.value(*value),
            })
            .collect(),
        comparability: benchmark.comparability.as_ref().map_or("", |c| seat.text(c)).to_owned(),
    }
}

/// The currency of the first enterprise that is held against a benchmark: where the file names none, it is theirs.
fn currency_of_users(seat: &Seat<'_, '_>, benchmark: &Id) -> Option<crate::model::Currency> {
    let users = seat.book().enterprises.values();
    users.filter(|e| e.figures.benchmarks.values().any(|b| b == benchmark)).find_map(|e| e.figures.currency)
}

/// All indicators: the core ones in the site's order, then the others.
pub fn indicator_list(seat: &Seat<'_, '_>) -> TermList {
    let book = seat.book();
    let core = &book.site.core_indicators;
    let others = book.indicators.keys().filter(|id| !core.contains(id));
    let entries = core.iter().chain(others).map(|id| {
        let indicator = book.indicator(id);
        Entry {
            id: id.to_string(),
            name: seat.text(&indicator.name).to_owned(),
            href: seat.href(&PageId::Indicator(id.clone())),
            description: seat.text(&indicator.definition).to_owned(),
            cases: seat.desk.plan.collection.with_indicator(id).len(),
            enterprises: book
                .enterprises
                .values()
                .filter(|e| e.figures.observations.contains_key(id))
                .count(),
            depth: 0,
        }
    });
    let (heading, intro) = (seat.word("nav_indicators"), seat.word("intro_indicators"));
    TermList {
        page: seat.chrome(heading, intro, "indicators", vec![]),
        heading: heading.to_owned(),
        intro: intro.to_owned(),
        entries: entries.collect(),
    }
}
