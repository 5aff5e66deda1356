//! One page: its view, through its template.

use super::Trouble;
use super::share::Studio;
use crate::base::SitePath;
use crate::plan::{PageId, address};
use crate::view::build;
use crate::view::desk::{Desk, Seat};
use crate::view::{Card, View};

/// Adds the page at a seat to `out`, as HTML. `edition` is that of what is searched, for the page of search.
pub(super) fn render(
    seat: &Seat<'_, '_>,
    edition: &str,
    studio: &Studio<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Trouble> {
    let book = seat.book();
    match seat.page {
        PageId::Home => through(seat, out, &build::home(seat)),
        PageId::CaseList { number } => through(seat, out, &build::case_list(seat, *number)),
        PageId::Case(id) => {
            let case = &book.cases[id];
            through(seat, out, &build::case(seat, case, |text| studio.draw(seat, case, text)))
        }
        PageId::EnterpriseList { number } => through(seat, out, &build::enterprise_list(seat, *number)),
        PageId::Enterprise(id) => through(seat, out, &build::enterprise(seat, book.enterprise(id))),
        PageId::IndustryList => through(seat, out, &build::industry_list(seat)),
        PageId::Industry { id, number } => {
            let term = book.vocabulary.industries.get(id).expect("an industry page is planned from its term");
            through(seat, out, &build::industry(seat, term, *number))
        }
        PageId::TermList(facet) => through(seat, out, &build::term_list(seat, *facet)),
        PageId::Term { facet, id, number } => {
            let term = facet.terms(&book.vocabulary).get(id).expect("a term page is planned from its term");
            through(seat, out, &build::term(seat, *facet, term, *number))
        }
        PageId::Matrix => through(seat, out, &build::matrix_page(seat)),
        PageId::Cell { area, industry, number } => {
            through(seat, out, &build::cell(seat, area, industry, *number))
        }
        PageId::IndicatorList => through(seat, out, &build::indicator_list(seat)),
        PageId::Indicator(id) => through(seat, out, &build::indicator(seat, book.indicator(id))),
        PageId::SourceList { number } => through(seat, out, &build::source_list(seat, *number)),
        PageId::Source { id, number } => through(seat, out, &build::source(seat, &book.sources[id], *number)),
        PageId::Glossary => through(seat, out, &build::glossary(seat)),
        PageId::Compare => through(seat, out, &build::compare(seat)),
        PageId::Search => through(seat, out, &build::search(seat, edition)),
        PageId::Free(id) => through(seat, out, &build::free_page(seat, &book.pages[id])),
        PageId::NotFound => through(seat, out, &build::not_found(seat)),
    }
}

/// How many pages every site has once, outside the trees of its languages.
pub(super) const AT_THE_ROOT: usize = 2;

/// The pages that every site has once, outside the trees of its languages: the default language's home page again,
/// because hosts and readers start there, and the page for addresses that lead nowhere.
pub(super) fn at_the_root(desk: &Desk<'_>) -> Result<[(SitePath, Vec<u8>); AT_THE_ROOT], Trouble> {
    let lang = desk.book().site.default_language();
    let mut home = desk.at(lang, &PageId::Home);
    home.path = address::root();
    let mut view = build::home(&home);
    // Search engines are told that both are one page.
    view.page.canonical = address::absolute(&desk.book().site.base_url, &address::of(lang, &PageId::Home));
    let mut html = Vec::new();
    through(&home, &mut html, &view)?;
    let not_found = desk.at(lang, &PageId::NotFound);
    let mut not_found_html = Vec::new();
    through(&not_found, &mut not_found_html, &build::not_found(&not_found))?;
    Ok([(address::root(), html), (not_found.path, not_found_html)])
}

fn through<V: View>(seat: &Seat<'_, '_>, out: &mut Vec<u8>, view: &V) -> Result<(), Trouble> {
    let shared = &seat.tongue.shared;
    seat.desk
        .theme
        .write(V::TEMPLATE, view, shared, out)
        .map_err(|reason| Trouble::Template { template: V::TEMPLATE, reason })
}

/// That every card could be rendered.
pub(super) fn no_fault(desk: &Desk<'_>) -> Result<(), Trouble> {
    match desk.fault() {
        Some(reason) => Err(Trouble::Template { template: Card::TEMPLATE, reason: reason.to_owned() }),
        None => Ok(()),
    }
}
