//! The Atom feed of a language (RFC 4287): the latest cases.

use crate::base::{Date, Lang, escape};
use crate::plan::{PageId, address};
use crate::view::desk::Desk;

/// How many cases a feed holds.
const ENTRIES: usize = 50;

pub(super) fn atom(desk: &Desk<'_>, lang: Lang) -> String {
    let book = desk.book();
    let site = &book.site;
    let dated = desk.plan.collection.cases.iter().filter_map(|case| Some((case, case.published?)));
    let cases: Vec<_> = dated.take(ENTRIES).collect();
    let moment = |day: Date| day.rfc3339(&site.timezone);
    // A feed must say when it changed. One without entries never has.
    let updated = cases.first().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |(_, day)| moment(*day));
    let here = address::absolute(&site.base_url, &address::feed(lang));
    let home = address::absolute(&site.base_url, &address::of(lang, &PageId::Home));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    put(&mut out, &["<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"", lang.html(), "\">\n"]);
    element(&mut out, "title", site.title.text(lang));
    element(&mut out, "subtitle", site.description.text(lang));
    element(&mut out, "id", &home);
    element(&mut out, "updated", &updated);
    link(&mut out, "self", &here);
    link(&mut out, "alternate", &home);
    out.push_str("<author>");
    element(&mut out, "name", site.publisher.name.text(lang));
    out.push_str("</author>\n");
    for (case, day) in cases {
        let (text, in_lang) = case.texts.pick(lang);
        let page = address::absolute(&site.base_url, &desk.plan.case(lang, &case.id).0);
        put(&mut out, &["<entry xml:lang=\"", in_lang.html(), "\">\n"]);
        element(&mut out, "title", &text.prose.title);
        element(&mut out, "id", &page);
        link(&mut out, "alternate", &page);
        element(&mut out, "published", &moment(day));
        element(&mut out, "updated", &moment(day));
        element(&mut out, "summary", text.prose.summary.as_deref().unwrap_or(""));
        for area in &case.areas {
            put(&mut out, &["<category term=\"", area.as_str(), "\"/>\n"]);
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

fn put(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

fn element(out: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        put(out, &["<", name, ">", &escape::escape(text), "</", name, ">\n"]);
    }
}

fn link(out: &mut String, rel: &str, href: &str) {
    put(out, &["<link rel=\"", rel, "\" href=\"", &escape::escape(href), "\"/>\n"]);
}
