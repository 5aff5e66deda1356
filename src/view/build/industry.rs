//! An industry, and the tree of all of them.

use super::compare::way_of_industry;
use super::lists::{case_count, numbered, page_of, pager};
use crate::base::Id;
use crate::model::Term;
use crate::plan::{CARDS_PER_PAGE, PageId, address};
use crate::view::desk::Seat;
use crate::view::figure::position;
use crate::view::{Comparison, Entry, IndustryPage, Link, TermList};

/// One page of an industry: the first compares its enterprises, all list its cases.
pub fn industry(seat: &Seat<'_, '_>, term: &Term, number: usize) -> IndustryPage {
    let book = seat.book();
    let collection = &seat.desk.plan.collection;
    let cases = collection.in_industry(&term.id);
    let name = seat.text(&term.name);
    let description = term.description.as_ref().map_or("", |d| seat.text(d));
    let described = if description.is_empty() {
        seat.phrase("industry_description", name)
    } else {
        description.to_owned()
    };
    let mut crumbs = vec![Link::new(seat.word("nav_industries"), seat.href(&PageId::IndustryList))];
    let above: Vec<&Term> = book.vocabulary.industries.line_up(&term.id).skip(1).collect();
    crumbs.extend(above.into_iter().rev().map(|t| seat.industry(&t.id)));
    let first = number == 1;
    let comparisons =
        book.site.core_indicators.iter().filter(|_| first).filter_map(|id| compare(seat, &term.id, id));
    let mut page = seat.chrome(&numbered(seat, name, number), &described, "industries", crumbs);
    if !cases.is_empty() {
        let title = format!("{} · {name}", seat.text(&book.site.title));
        page.feed = Link::new(title, seat.path.link_to(&address::industry_feed(seat.lang, &term.id)));
    }
    IndustryPage {
        page,
        name: name.to_owned(),
        description: description.to_owned(),
        children: book.vocabulary.industries.children(Some(&term.id)).map(|t| entry(seat, t)).collect(),
        total: case_count(seat, cases.len()),
        cards: seat.cards(page_of(cases, number)),
        pager: pager(seat, number, cases.len().div_ceil(CARDS_PER_PAGE), |number| PageId::Industry {
            id: term.id.clone(),
            number,
        }),
        enterprises: if first {
            super::enterprise::entries(seat, collection.enterprises_in(&term.id))
        } else {
            Vec::new()
        },
        compare: if first { way_of_industry(seat, &term.id) } else { Vec::new() },
        comparisons: comparisons.collect(),
    }
}

/// One indicator compared within an industry; `None` where nobody has a figure.
pub(super) fn compare(seat: &Seat<'_, '_>, industry: &Id, indicator: &Id) -> Option<Comparison> {
    let id = format!("{industry}.{indicator}");
    let mut ask = position::of_industry(seat, &format!("strip.{id}"), industry, indicator, None, None)?;
    let name = ask.title.clone();
    ask.title = seat.phrase("strip_title", &name);
    let rank_title = seat.phrase("rank_title", &name);
    let (strip, rank) = position::strip_and_rank(seat, ask, format!("rank.{id}"), rank_title)?;
    Some(Comparison { id, indicator: seat.indicator(indicator), strip, rank })
}

/// The tree of industries; those without a case or an enterprise say so by their counts.
pub fn industry_list(seat: &Seat<'_, '_>) -> TermList {
    let (heading, intro) = (seat.word("nav_industries"), seat.word("intro_industries"));
    TermList {
        page: seat.chrome(heading, intro, "industries", vec![]),
        heading: heading.to_owned(),
        intro: intro.to_owned(),
        entries: seat.book().vocabulary.industries.iter().map(|t| entry(seat, t)).collect(),
    }
}

fn entry(seat: &Seat<'_, '_>, term: &Term) -> Entry {
    let collection = &seat.desk.plan.collection;
    let link = seat.industry(&term.id);
    Entry {
        id: term.id.to_string(),
        name: link.text,
        href: link.href,
        description: term.description.as_ref().map_or("", |d| seat.text(d)).to_owned(),
        cases: collection.in_industry(&term.id).len(),
        enterprises: collection.enterprises_in(&term.id).len(),
        depth: seat.book().vocabulary.industries.line_up(&term.id).count() - 1,
    }
}
