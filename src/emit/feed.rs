//! Atom feeds (RFC 4287): the latest cases of a language, and of each industry in it.

use crate::base::{Date, Lang, SitePath, escape};
use crate::model::{Case, Standing};
use crate::plan::{PageId, address};
use crate::view::desk::Desk;

/// How many cases a feed holds.
const ENTRIES: usize = 50;

/// The feed of all cases.
pub(super) fn of_all(desk: &Desk<'_>, lang: Lang) -> (SitePath, Vec<u8>) {
    let site = &desk.book().site;
    let about = About {
        title: site.title.text(lang).to_owned(),
        subtitle: site.description.text(lang),
        page: &PageId::Home,
    };
    atom(desk, lang, &about, desk.plan.collection.cases(), address::feed(lang))
}

/// The feeds of the industries that have cases.
pub(super) fn of_industries(desk: &Desk<'_>, lang: Lang) -> Vec<(SitePath, Vec<u8>)> {
    let book = desk.book();
    let industries = book.vocabulary.industries.iter();
    let with_cases = industries.filter_map(|term| {
        let cases = desk.plan.collection.in_industry(&term.id);
        (!cases.is_empty()).then_some((term, cases))
    });
    let feeds = with_cases.map(|(term, cases)| {
        let about = About {
            title: format!("{} · {}", book.site.title.text(lang), term.name.text(lang)),
            subtitle: term.description.as_ref().map_or("", |d| d.text(lang)),
            page: &PageId::Industry { id: term.id.clone(), number: 1 },
        };
        atom(desk, lang, &about, cases, address::industry_feed(lang, &term.id))
    });
    feeds.collect()
}

/// What a feed is about.
struct About<'a> {
    title: String,
    /// May be empty.
    subtitle: &'a str,
    /// The page that lists the same cases.
    page: &'a PageId,
}

/// The feed at `path` with the latest of `cases`, which stand newest first.
fn atom(
    desk: &Desk<'_>,
    lang: Lang,
    about: &About<'_>,
    cases: &[&Case],
    path: SitePath,
) -> (SitePath, Vec<u8>) {
    let site = &desk.book().site;
    let public = cases.iter().filter(|case| case.standing == Standing::Public);
    let dated = public.filter_map(|case| Some((case, case.published?)));
    let cases: Vec<_> = dated.take(ENTRIES).collect();
    let moment = |day: Date| day.rfc3339(&site.timezone);
    // A feed must say when it changed. One without entries never has.
    let updated = cases.first().map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |(_, day)| moment(*day));
    let here = address::absolute(&site.base_url, &path);
    let home = address::absolute(&site.base_url, &address::of(lang, about.page));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    put(&mut out, &["<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"", lang.html(), "\">\n"]);
    element(&mut out, "title", &about.title);
    element(&mut out, "subtitle", about.subtitle);
    element(&mut out, "id", &home);
    element(&mut out, "updated", &updated);
    link(&mut out, "self", &here);
    link(&mut out, "alternate", &home);
    out.push_str("<author>");
    element(&mut out, "name", site.publisher.name.text(lang));
    out.push_str("</author>\n");
    if let Some(terms) = &site.license {
        element(&mut out, "rights", &format!("{} {}", terms.name.text(lang), terms.url));
    }
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
    (path, out.into_bytes())
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
