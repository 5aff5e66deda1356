//! The glossary.

use crate::plan::order::Order;
use crate::view::desk::Seat;
use crate::view::{GlossaryLine, GlossaryPage, Link};

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
