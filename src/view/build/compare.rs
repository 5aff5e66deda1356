//! The page on which readers compare enterprises, and the ways to it.

use super::indicator::direction;
use crate::base::{Grain, Id};
use crate::measure::write;
use crate::model::{Direction, Enterprise, Indicator};
use crate::plan::{COMPARED_AT_MOST, NAMES_PER_FILE, PageId};
use crate::view::compare::{Class, by_industry, classes};
use crate::view::desk::Seat;
use crate::view::figure::evidence::place::home_stem;
use crate::view::{ComparePage, ComparedIndicator, ComparedIndustry, Link};

/// How many enterprises of an industry are named where no script can name them all.
const NAMED: usize = 12;

/// The page.
pub fn compare(seat: &Seat<'_, '_>) -> ComparePage {
    let book = seat.book();
    let collection = &seat.desk.plan.collection;
    let mut from = 0;
    let mut industries = Vec::new();
    for (term, own) in by_industry(seat.desk, seat.lang) {
        let count = collection.enterprises_in(&term.id).len();
        if count > 0 {
            industries.push(ComparedIndustry {
                id: term.id.to_string(),
                link: seat.industry(&term.id),
                depth: book.vocabulary.industries.line_up(&term.id).count() - 1,
                count: write::count(count, seat.lang),
                from,
                to: from + count,
                enterprises: own.iter().take(NAMED).map(|e| seat.link(e.label(), &page_of(e))).collect(),
                more: own.len() > NAMED,
            });
        }
        from += own.len();
    }
    let crumbs =
        vec![Link::new(seat.word("nav_enterprises"), seat.href(&PageId::EnterpriseList { number: 1 }))];
    ComparePage {
        page: seat.chrome(
            seat.word("compare_heading"),
            seat.word("compare_description"),
            "enterprises",
            crumbs,
        ),
        folder: "compare/".to_owned(),
        enterprises: "enterprises/".to_owned(),
        per_file: NAMES_PER_FILE,
        most: COMPARED_AT_MOST,
        total: from,
        industries,
        indicators: indicators(seat),
    }
}

fn page_of(enterprise: &Enterprise) -> PageId {
    PageId::Enterprise(enterprise.id.clone())
}

/// What can be compared: the core indicators in the site's order, then the others. What differs in currency or in the length
/// of its periods stands apart.
fn indicators(seat: &Seat<'_, '_>) -> Vec<ComparedIndicator> {
    let book = seat.book();
    let core = &book.site.core_indicators;
    let found = classes(book);
    let others = found.keys().copied().filter(|id| !core.contains(id));
    let all = core.iter().filter(|id| found.contains_key(id)).chain(others);
    all.flat_map(|id| {
        let classes = &found[id];
        let differ = |same: fn(Class, Class) -> bool| {
            classes.first().is_some_and(|a| !classes.iter().all(|b| same(*a, *b)))
        };
        let currencies = differ(|a, b| a.currency == b.currency);
        let lengths = differ(|a, b| a.grain() == b.grain());
        let indicator = book.indicator(id);
        classes.iter().map(move |class| compared(seat, indicator, *class, currencies, lengths))
    })
    .collect()
}

/// An indicator in one currency for periods of one length, called by them where there are several.
fn compared(
    seat: &Seat<'_, '_>,
    indicator: &Indicator,
    class: Class,
    currencies: bool,
    lengths: bool,
) -> ComparedIndicator {
    let mut link = seat.link(&indicator.name, &PageId::Indicator(indicator.id.clone()));
    let mut add = |text: &str| link.text = seat.phrase("figure_in_unit", text).replace("{name}", &link.text);
    match class.grain() {
        _ if !lengths => {}
        Grain::Year => {}
        Grain::Half => add(seat.word("compare_half")),
        Grain::Quarter => add(seat.word("compare_quarter")),
        Grain::Month => add(seat.word("compare_month")),
    }
    if let Some(currency) = class.currency.as_ref().filter(|_| currencies) {
        add(currency.as_str());
    }
    ComparedIndicator {
        id: class.key(&indicator.id).to_ascii_lowercase(),
        key: class.key(&indicator.id),
        stem: format!("#{}.", home_stem(&indicator.id)),
        link,
        direction: direction(seat, indicator),
        step: 1.0 / f64::from(class.in_a_year()),
        better: match &indicator.direction {
            Direction::Increase => "up",
            Direction::Decrease => "down",
            Direction::Hold { .. } | Direction::Range { .. } | Direction::None => "",
        },
        apart: currencies,
    }
}

/// The ways to compare an enterprise with others: one that leaves the choice to the reader, and one to all of its
/// industry where these are few.
pub(super) fn ways_of(seat: &Seat<'_, '_>, own: &Enterprise) -> Vec<Link> {
    if !seat.desk.plan.can_compare() {
        return Vec::new();
    }
    let mut ways = vec![Link::new(seat.word("compare_with"), chosen(seat, &[own]))];
    let peers = seat.desk.plan.collection.enterprises_in(&own.industry);
    let mut others: Vec<&Enterprise> = peers.iter().copied().filter(|peer| peer.id != own.id).collect();
    if (1..COMPARED_AT_MOST).contains(&others.len()) {
        others.sort_by_cached_key(|peer| seat.tongue.place(&peer.id));
        let names: Vec<&str> = others.iter().map(|peer| seat.text(peer.label())).collect();
        let words = seat.phrase("compare_with_these", &names.join(seat.word("list_separator")));
        others.insert(0, own);
        ways.push(Link::new(words, chosen(seat, &others)));
    }
    ways
}

/// The way to compare the enterprises of an industry: all of them where they are few, else those that the reader chooses.
pub(super) fn way_of_industry(seat: &Seat<'_, '_>, industry: &Id) -> Vec<Link> {
    let mut all = seat.desk.plan.collection.enterprises_in(industry).to_vec();
    if all.len() < 2 {
        return Vec::new();
    }
    let href = if all.len() <= COMPARED_AT_MOST {
        all.sort_by_cached_key(|e| seat.tongue.place(&e.id));
        chosen(seat, &all)
    } else {
        format!("{}?industry={industry}", seat.href(&PageId::Compare))
    };
    vec![Link::new(seat.word("compare_heading"), href)]
}

/// The way to compare any enterprises.
pub(super) fn way(seat: &Seat<'_, '_>) -> Vec<Link> {
    let way = || Link::new(seat.word("compare_heading"), seat.href(&PageId::Compare));
    seat.desk.plan.can_compare().then(way).into_iter().collect()
}

/// The page with these enterprises side by side.
fn chosen(seat: &Seat<'_, '_>, enterprises: &[&Enterprise]) -> String {
    let ids: Vec<&str> = enterprises.iter().map(|e| e.id.as_str()).collect();
    format!("{}?e={}", seat.href(&PageId::Compare), ids.join(","))
}
