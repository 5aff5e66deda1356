//! Lists of cases and lists of terms.

use crate::base::Id;
use crate::measure::write;
use crate::model::{Case, Term};
use crate::plan::{CARDS_PER_PAGE, Facet, PageId, address};
use crate::view::desk::Seat;
use crate::view::explorer;
use crate::view::{CaseGroup, CaseList, Entry, Explorer, Link, Pager, TermList, TermPage};

/// The cases of one page of a list.
pub(super) fn page_of<'c, 'a>(cases: &'c [&'a Case], number: usize) -> &'c [&'a Case] {
    let from = ((number - 1) * CARDS_PER_PAGE).min(cases.len());
    &cases[from..(from + CARDS_PER_PAGE).min(cases.len())]
}

/// Links between the pages of a list. Its neighbours, the first and the last page are always among those to jump to.
pub(super) fn pager(seat: &Seat<'_, '_>, number: usize, of: usize, page: impl Fn(usize) -> PageId) -> Pager {
    let href = |n: usize| seat.href(&page(n));
    let mut jumps = Vec::new();
    let mut last = 0;
    for n in (1..=of).filter(|&n| n == 1 || n == of || n.abs_diff(number) <= 2) {
        if n > last + 1 {
            jumps.push(Link::new("…", ""));
        }
        last = n;
        jumps.push(Link::new(n.to_string(), if n == number { String::new() } else { href(n) }));
    }
    Pager {
        number,
        of: of.max(1),
        previous: if number > 1 { href(number - 1) } else { String::new() },
        next: if number < of { href(number + 1) } else { String::new() },
        jumps,
    }
}

/// `n` cases, in words.
pub(super) fn case_count(seat: &Seat<'_, '_>, n: usize) -> String {
    let key = if n == 1 { "n_case" } else { "n_cases" };
    seat.phrase(key, &write::count(n, seat.lang))
}

/// A page's title with its number, so that each page of a list has a title of its own.
pub(super) fn numbered(seat: &Seat<'_, '_>, title: &str, number: usize) -> String {
    if number == 1 {
        title.to_owned()
    } else {
        format!("{title} · {}", seat.phrase("page_number", &number.to_string()))
    }
}

/// One page of the list of all cases.
pub fn case_list(seat: &Seat<'_, '_>, number: usize) -> CaseList {
    let cases = seat.desk.plan.collection.cases();
    let heading = seat.word("cases_heading").to_owned();
    let mut ways = vec![
        Link::new(seat.word("nav_industries"), seat.href(&PageId::IndustryList)),
        Link::new(seat.word("nav_matrix"), seat.href(&PageId::Matrix)),
    ];
    ways.extend(Facet::ALL.map(|facet| {
        Link::new(seat.word(&format!("nav_{}", facet.folder())), seat.href(&PageId::TermList(facet)))
    }));
    CaseList {
        page: seat.chrome(&numbered(seat, &heading, number), seat.word("cases_description"), "cases", vec![]),
        heading,
        intro: seat.word("cases_description").to_owned(),
        total: case_count(seat, cases.len()),
        ways,
        explorer: (number == 1 && cases.len() > 1).then(|| Explorer {
            data: seat.path.link_to(&address::explorer(seat.lang)),
            facets: explorer::facets(|key| seat.word(key).to_owned()),
        }),
        cards: seat.cards(page_of(cases, number)),
        pager: pager(seat, number, cases.len().div_ceil(CARDS_PER_PAGE), |number| PageId::CaseList {
            number,
        }),
    }
}

/// The cases of one area in one industry.
pub fn cell(seat: &Seat<'_, '_>, area: &Id, industry: &Id, number: usize) -> CaseList {
    let cases = seat.desk.plan.collection.in_cell(area, industry);
    let (area_link, industry_link) = (seat.term(Facet::Area, area), seat.industry(industry));
    let heading = format!("{} · {}", area_link.text, industry_link.text);
    let crumbs = vec![Link::new(seat.word("nav_matrix"), seat.href(&PageId::Matrix)), area_link.clone()];
    let total = case_count(seat, cases.len());
    let description = seat.phrase("list_description", &heading);
    CaseList {
        page: seat.chrome(&numbered(seat, &heading, number), &description, "cases", crumbs),
        heading,
        intro: String::new(),
        total,
        ways: vec![area_link, industry_link],
        explorer: None,
        cards: seat.cards(page_of(cases, number)),
        pager: pager(seat, number, cases.len().div_ceil(CARDS_PER_PAGE), |number| PageId::Cell {
            area: area.clone(),
            industry: industry.clone(),
            number,
        }),
    }
}

/// An area, system, ability, stage, region or tag with its cases by industry.
pub fn term(seat: &Seat<'_, '_>, facet: Facet, term: &Term, number: usize) -> TermPage {
    let collection = &seat.desk.plan.collection;
    // Sorted by industry before it is cut into pages, so that an industry's cases stay together.
    let cases = collection.with_term_by_industry(facet, &term.id);
    let name = seat.text(&term.name);
    let description = term.description.as_ref().map_or("", |d| seat.text(d));
    let described =
        if description.is_empty() { seat.phrase("list_description", name) } else { description.to_owned() };
    let list = Link::new(seat.word(&format!("nav_{}", facet.folder())), seat.href(&PageId::TermList(facet)));
    let enterprises = if facet == Facet::Region && number == 1 {
        super::enterprise::entries(seat, collection.enterprises_at(&term.id))
    } else {
        Vec::new()
    };
    TermPage {
        page: seat.chrome(&numbered(seat, name, number), &described, facet.folder(), vec![list]),
        facet: seat.word(&format!("facet_{}", facet.singular())).to_owned(),
        name: name.to_owned(),
        description: description.to_owned(),
        period: term.period.map(|p| write::period_range(p, seat.lang)).unwrap_or_default(),
        total: case_count(seat, cases.len()),
        groups: groups(seat, page_of(cases, number)),
        pager: pager(seat, number, cases.len().div_ceil(CARDS_PER_PAGE), |number| PageId::Term {
            facet,
            id: term.id.clone(),
            number,
        }),
        enterprises,
    }
}

/// Cases that stand sorted by industry, as groups.
fn groups(seat: &Seat<'_, '_>, cases: &[&Case]) -> Vec<CaseGroup> {
    let industry_of = |case: &Case| &seat.book().enterprise(&case.enterprise).industry;
    cases
        .chunk_by(|a, b| industry_of(a) == industry_of(b))
        .map(|group| CaseGroup { industry: seat.industry(industry_of(group[0])), cards: seat.cards(group) })
        .collect()
}

/// All terms of a kind.
pub fn term_list(seat: &Seat<'_, '_>, facet: Facet) -> TermList {
    let collection = &seat.desk.plan.collection;
    let terms = facet.terms(&seat.book().vocabulary);
    let entries = terms.iter().map(|term| {
        let link = seat.term(facet, &term.id);
        Entry {
            id: term.id.to_string(),
            name: link.text,
            href: link.href,
            description: term.description.as_ref().map_or("", |d| seat.text(d)).to_owned(),
            cases: collection.with_term(facet, &term.id).len(),
            enterprises: if facet == Facet::Region { collection.enterprises_at(&term.id).len() } else { 0 },
            depth: terms.line_up(&term.id).count() - 1,
        }
    });
    let heading = seat.word(&format!("nav_{}", facet.folder())).to_owned();
    let intro = seat.word(&format!("intro_{}", facet.folder())).to_owned();
    TermList {
        page: seat.chrome(&heading, &intro, facet.folder(), vec![]),
        heading,
        intro,
        entries: entries.collect(),
    }
}
