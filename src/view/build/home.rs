//! The home page, and the matrix of areas and industries.

use crate::measure::write::count;
use crate::model::{Case, Term};
use crate::plan::{Facet, PageId};
use crate::view::desk::Seat;
use crate::view::figure::matrix::matrix;
use crate::view::linked;
use crate::view::{Count, Entry, Home, MatrixPage};

/// How many cases the home page shows as the latest.
const LATEST: usize = 6;

/// The home page.
pub fn home(seat: &Seat<'_, '_>) -> Home {
    let book = seat.book();
    let collection = &seat.desk.plan.collection;
    let (featured, others): (Vec<&Case>, Vec<&Case>) =
        collection.cases().iter().copied().partition(|c| c.featured);
    let areas_with_cases = |t: &&Term| !collection.with_term(Facet::Area, &t.id).is_empty();
    let counts = [
        (collection.cases().len(), "counted_cases", PageId::CaseList { number: 1 }),
        (book.enterprises.len(), "counted_enterprises", PageId::EnterpriseList { number: 1 }),
        (collection.industries_with_cases(), "counted_industries", PageId::IndustryList),
        (
            book.vocabulary.areas.iter().filter(areas_with_cases).count(),
            "counted_areas",
            PageId::TermList(Facet::Area),
        ),
    ];
    let areas = book.vocabulary.areas.iter().map(|term| {
        let link = seat.term(Facet::Area, &term.id);
        Entry {
            id: term.id.to_string(),
            name: link.text,
            href: link.href,
            description: term.description.as_ref().map_or("", |d| seat.text(d)).to_owned(),
            cases: collection.with_term(Facet::Area, &term.id).len(),
            enterprises: 0,
            depth: 0,
        }
    });
    let mut page =
        seat.chrome(seat.text(&book.site.title), seat.text(&book.site.description), "home", vec![]);
    page.linked_data.push(linked::site(seat));
    Home {
        page,
        counts: counts
            .map(|(n, key, page)| Count {
                number: count(n, seat.lang),
                text: seat.word(key).to_owned(),
                href: seat.href(&page),
            })
            .into(),
        featured: seat.cards(&featured),
        latest: seat.cards(&others[..others.len().min(LATEST)]),
        matrix: matrix(seat),
        areas: areas.collect(),
    }
}

/// The matrix on a page of its own.
pub fn matrix_page(seat: &Seat<'_, '_>) -> MatrixPage {
    MatrixPage {
        page: seat.chrome(seat.word("nav_matrix"), seat.word("matrix_description"), "matrix", vec![]),
        matrix: matrix(seat),
    }
}
