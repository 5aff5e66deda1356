//! Free pages, and the page for addresses that lead nowhere.

use super::case::{contents, language_notes};
use crate::model::Page;
use crate::plan::{PageId, address};
use crate::view::desk::Seat;
use crate::view::figure::evidence::{self, Needed};
use crate::view::setting::body;
use crate::view::{FreePage, Link, NotFound, NotFoundWords};

/// A free page in a language that it has.
pub fn free_page<'a>(seat: &Seat<'_, 'a>, page: &'a Page) -> FreePage {
    let text = page.texts.get(seat.lang).expect("a free page is planned where it has a text");
    let summary = text.prose.summary.clone().unwrap_or_default();
    let mut needed = Needed::default();
    needed.add_text(seat, None, text);
    FreePage {
        page: seat.chrome(&text.prose.title, &summary, "pages", vec![]),
        title: text.prose.title.clone(),
        summary,
        language_notes: language_notes(seat, &page.texts),
        contents: contents(text),
        body: body(seat, text, None),
        evidence: evidence::evidence(seat, &needed),
    }
}

/// The page for addresses that lead nowhere, in every language of the site.
///
/// Hosts show it in place of any missing file, however deep: so all its links are absolute.
pub fn not_found(seat: &Seat<'_, '_>) -> NotFound {
    let base_url = &seat.book().site.base_url;
    let mut page = seat.chrome(seat.word("not_found_heading"), seat.word("not_found_text"), "", vec![]);
    page.root.clone_from(base_url);
    page.hidden = true;
    page.crumbs.clear();
    page.linked_data.clear();
    for alternate in &mut page.alternates {
        alternate.href.clone_from(&alternate.canonical);
    }
    let languages = seat.book().site.languages.iter().map(|&lang| {
        let words = &seat.desk.tongue(lang).words;
        let link = |key: &str, page: &PageId| {
            Link::new(words.get(key), address::absolute(base_url, &address::of(lang, page)))
        };
        NotFoundWords {
            lang: lang.html().to_owned(),
            heading: words.get("not_found_heading").to_owned(),
            text: words.get("not_found_text").to_owned(),
            home: link("nav_home", &PageId::Home),
            cases: link("nav_cases", &PageId::CaseList { number: 1 }),
        }
    });
    NotFound { page, languages: languages.collect() }
}
