//! What there is, for language models (llmstxt.org): a short guide in each language, with the lists, the data and the feeds.

use crate::base::{Lang, SitePath};
use crate::model::{Casebook, Standing};
use crate::plan::{Facet, PageId, address};
use crate::view::desk::Desk;

pub(super) fn guide(desk: &Desk<'_>) -> String {
    let book = desk.book();
    let site = &book.site;
    let titles: Vec<&str> =
        site.languages.iter().filter_map(|&l| site.title.get(l)).map(String::as_str).collect();
    let mut out = format!("# {}\n\n", line(&titles.join(" · ")));
    for text in site.languages.iter().filter_map(|&lang| site.description.get(lang)) {
        put(&mut out, &["> ", &line(text), "\n"]);
    }
    put(&mut out, &["\n", &line(&publishers(book)), ": ", &site.base_url, "\n"]);
    for &lang in &site.languages {
        section(&mut out, desk, lang);
    }
    out
}

/// Whoever publishes the site, in all languages.
fn publishers(book: &Casebook) -> String {
    let site = &book.site;
    let names = site.languages.iter().filter_map(|&lang| site.publisher.name.get(lang));
    names.map(String::as_str).collect::<Vec<_>>().join(" · ")
}

fn section(out: &mut String, desk: &Desk<'_>, lang: Lang) {
    let book = desk.book();
    let words = &desk.tongue(lang).words;
    let heading = if words.speaks(lang) { words.get("language_name") } else { lang.as_str() };
    put(out, &["\n## ", heading, "\n\n"]);
    let mut entry = |text: &str, path: &SitePath, about: &str| {
        let address = address::absolute(&book.site.base_url, path);
        let colon = if about.is_empty() { "" } else { ": " };
        put(out, &["- [", &name(text), "](", &address, ")", colon, &line(about), "\n"]);
    };
    let lists = [
        ("nav_cases", PageId::CaseList { number: 1 }, "cases_description"),
        ("nav_enterprises", PageId::EnterpriseList { number: 1 }, "enterprises_description"),
        ("nav_industries", PageId::IndustryList, "intro_industries"),
        ("nav_areas", PageId::TermList(Facet::Area), "intro_areas"),
        ("nav_matrix", PageId::Matrix, "matrix_description"),
        ("nav_indicators", PageId::IndicatorList, "intro_indicators"),
        ("nav_sources", PageId::SourceList { number: 1 }, "sources_description"),
        ("nav_glossary", PageId::Glossary, "glossary_description"),
    ];
    let compare = ("nav_compare", PageId::Compare, "compare_description");
    let compare = desk.plan.can_compare().then_some(compare);
    for (text, page, about) in lists.into_iter().chain(compare) {
        entry(words.get(text), &address::of(lang, &page), words.get(about));
    }
    for (id, page) in &book.pages {
        if let Some(text) = page.texts.get(lang) {
            let about = text.prose.summary.as_deref().unwrap_or_default();
            entry(&text.prose.title, &address::of(lang, &PageId::Free(id.clone())), about);
        }
    }
    entry(words.get("data_download"), &address::data_package(), words.get("data_description"));
    entry(words.get("feed"), &address::feed(lang), "");
    entry(words.get("data_pages"), &address::sitemap(), "");
    let featured =
        desk.plan.collection.cases().iter().filter(|c| c.featured && c.standing == Standing::Public);
    for case in featured {
        if let Some(text) = case.texts.get(lang) {
            let about = text.prose.summary.as_deref().unwrap_or_default();
            entry(&text.prose.title, &address::of(lang, &PageId::Case(case.id.clone())), about);
        }
    }
}

fn put(out: &mut String, parts: &[&str]) {
    for part in parts {
        out.push_str(part);
    }
}

/// Text in one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text in one line that ends no link.
fn name(text: &str) -> String {
    line(text).replace(['[', ']'], " ")
}
