//! A case as lists show it.

use crate::base::{Id, Lang, SitePath};
use crate::measure::headline;
use crate::measure::write::{date, period};
use crate::model::{Case, CaseKind, Standing};
use crate::plan::{Facet, PageId, address};
use crate::view::desk::Desk;
use crate::view::figure::evidence::place;
use crate::view::figure::scorecard::tone;
use crate::view::{Card, Headline, Link};

/// The card of a case for lists in `lang`, with its lead figure. Every link in it begins with `root`.
pub fn card(desk: &Desk<'_>, lang: Lang, case: &Case, headline: Option<&Headline>, root: &str) -> Card {
    let book = desk.book();
    let words = &desk.tongue(lang).words;
    let (text, in_lang) = case.texts.pick(lang);
    let enterprise = book.enterprise(&case.enterprise);
    let from_root = |page: &PageId| address::of(lang, page).to_string();
    let named = |name: &crate::base::Localized<String>, page: &PageId| {
        let (text, of) = name.pick(lang);
        let foreign = if of == lang { "" } else { of.html() };
        Link { lang: foreign.to_owned(), ..Link::new(text.as_str(), from_root(page)) }
    };
    let industry = book.vocabulary.industries.get(&enterprise.industry);
    let area = case.areas.first().and_then(|id| Facet::Area.terms(&book.vocabulary).get(id));
    let foreign = in_lang != lang;
    Card {
        root: root.to_owned(),
        href: desk.plan.case(lang, &case.id).0.to_string(),
        title: text.prose.title.clone(),
        lang: if foreign { in_lang.html().to_owned() } else { String::new() },
        lang_note: if foreign {
            words.get("only_in").replace("{}", &language(desk, lang, in_lang))
        } else {
            String::new()
        },
        summary: text.prose.summary.clone().unwrap_or_default(),
        enterprise: named(enterprise.label(), &PageId::Enterprise(enterprise.id.clone())),
        industry: industry.map_or_else(
            || Link::new("", ""),
            |t| named(&t.name, &PageId::Industry { id: t.id.clone(), number: 1 }),
        ),
        area: area.map_or_else(
            || Link::new("", ""),
            |t| named(&t.name, &PageId::Term { facet: Facet::Area, id: t.id.clone(), number: 1 }),
        ),
        kind: words.get(kind_key(case.kind)).to_owned(),
        date: case.published.map(|d| date(d, lang)).unwrap_or_default(),
        mark: mark_key(case.standing).map_or("", |key| words.get(key)).to_owned(),
        // A list has no evidence to lead to.
        headline: headline.map(|shown| Headline { evidence: String::new(), ..shown.clone() }),
        cover: case.pictures.first().and_then(|picture| {
            desk.album.image(&picture.file, picture.alt.text(lang).to_owned(), SitePath::to_string)
        }),
    }
}

/// The lead figure of a case as its own page shows it, and its indicator; `None` where no indicator has a figure.
pub fn headline(desk: &Desk<'_>, lang: Lang, case: &Case) -> Option<(Id, Headline)> {
    let book = desk.book();
    let found = headline::headline(book, case, lang)?;
    let shown = Headline {
        tone: tone(found.judged.moved),
        evidence: format!("#{}", place::row(&place::home_stem(&found.indicator), found.period)),
        indicator: found.label,
        value: found.value,
        period: period(found.period, lang),
        change: found.change.unwrap_or_default(),
        benchmark: found.against.unwrap_or_default(),
    };
    Some((found.indicator, shown))
}

/// The interface word for a kind of case.
pub fn kind_key(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Enterprise => "kind_enterprise",
        CaseKind::Project => "kind_project",
    }
}

/// The interface word for a case that is not public yet.
pub fn mark_key(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Public => None,
        Standing::Draft => Some("mark_draft"),
        Standing::Review => Some("mark_review"),
        Standing::Scheduled => Some("mark_scheduled"),
    }
}

/// What readers of `lang` call the language `of`.
pub fn language(desk: &Desk<'_>, lang: Lang, of: Lang) -> String {
    desk.tongue(lang).words.find(&format!("language_{of}")).map_or_else(|| of.to_string(), str::to_owned)
}
