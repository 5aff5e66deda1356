//! What the explorer of cases searches through: every case of a language with its terms, as a script that hands it over.
//!
//! A classic script and no JSON file, because pages that were opened from disk may load the one and not the other. Names
//! stand once each in lists, and cases refer to them by place.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::Serialize;

use super::build::card::{kind_key, language, mark_key};
use super::chrome::Link;
use super::desk::Desk;
use crate::base::{Id, Lang, Period};
use crate::measure::write;
use crate::model::{CaseKind, Terms};
use crate::plan::{Facet, PageId, address};

/// What cases can be chosen by, in the order in which it is shown: the key in addresses, and that of its word.
const FACETS: [(&str, &str); 7] = [
    ("industry", "fact_industry"),
    ("area", "fact_area"),
    ("kind", "kind"),
    ("region", "fact_region"),
    ("stage", "fact_stage"),
    ("year", "explorer_year"),
    ("tag", "fact_tags"),
];

/// The facets with their words; `href` is their key in addresses.
pub(super) fn facets(word: impl Fn(&str) -> String) -> Vec<Link> {
    FACETS.iter().map(|(key, name)| Link::new(word(name), *key)).collect()
}

/// A term: its id in addresses, its name, and the place of the term above it.
type Choice = (String, String, Option<usize>);

#[derive(Serialize)]
struct Data<'a> {
    facets: Vec<Vec<Choice>>,
    /// Name, id, industry, region.
    enterprises: Vec<(&'a str, &'a str, Option<usize>, Option<usize>)>,
    cases: Vec<Row<'a>>,
}

/// Id, title, summary, enterprise; areas, kind, stage, year, tags; lead figure; where the case is in another language, its
/// address, its language and a note that says so; when it was published, and the mark of one that is not public yet.
#[derive(Serialize)]
struct Row<'a>(
    &'a str,
    &'a str,
    &'a str,
    usize,
    (Vec<usize>, usize, Option<usize>, Option<usize>, Vec<usize>),
    Option<[&'a str; 5]>,
    Option<(String, String, String)>,
    String,
    &'a str,
);

/// The terms of a kind that have cases, and the place of each.
struct Choices<'a> {
    all: Vec<Choice>,
    places: HashMap<&'a Id, usize>,
}

impl<'a> Choices<'a> {
    fn of(terms: &'a Terms, lang: Lang, has_cases: impl Fn(&Id) -> bool) -> Self {
        let mut found = Self { all: Vec::new(), places: HashMap::new() };
        for term in terms.iter().filter(|term| has_cases(&term.id)) {
            // A term stands behind the one above it, which has its cases too.
            let above = terms.line_up(&term.id).nth(1).and_then(|above| found.places.get(&above.id).copied());
            found.places.insert(&term.id, found.all.len());
            found.all.push((term.id.to_string(), term.name.text(lang).to_owned(), above));
        }
        found
    }

    fn place(&self, id: &Id) -> Option<usize> {
        self.places.get(id).copied()
    }

    fn places(&self, ids: &[Id]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.place(id)).collect()
    }
}

/// The script with all cases as a language shows them.
pub fn script(desk: &Desk<'_>, lang: Lang) -> String {
    let book = desk.book();
    let collection = &desk.plan.collection;
    let tongue = desk.tongue(lang);
    let words = &tongue.words;
    let of = |facet: Facet| {
        Choices::of(facet.terms(&book.vocabulary), lang, |id| !collection.with_term(facet, id).is_empty())
    };
    let industries =
        Choices::of(&book.vocabulary.industries, lang, |id| !collection.in_industry(id).is_empty());
    let [areas, regions, stages, tags] = [Facet::Area, Facet::Region, Facet::Stage, Facet::Tag].map(of);
    let mut years: Vec<i16> =
        collection.cases().iter().filter_map(|case| Some(case.published?.year())).collect();
    years.dedup();

    let enterprises: Vec<_> = book
        .enterprises
        .values()
        .filter(|enterprise| !collection.of_enterprise(&enterprise.id).is_empty())
        .map(|e| {
            (e.label().text(lang), e.id.as_str(), industries.place(&e.industry), regions.place(&e.region))
        })
        .collect();
    let enterprise_places: HashMap<&str, usize> = enterprises.iter().map(|entry| entry.1).zip(0..).collect();

    let here = address::of(lang, &PageId::CaseList { number: 1 });
    let cases = collection.cases().par_iter().copied().map(|case| {
        let (text, in_lang) = case.texts.pick(lang);
        let shown = desk.headline(lang, case).map(|(_, figure)| figure);
        Row(
            case.id.as_str(),
            &text.prose.title,
            text.prose.summary.as_deref().unwrap_or_default(),
            enterprise_places[case.enterprise.as_str()],
            (
                areas.places(&case.areas),
                usize::from(case.kind == CaseKind::ALL[1]),
                case.stage.as_ref().and_then(|stage| stages.place(stage)),
                case.published.and_then(|day| years.iter().position(|year| *year == day.year())),
                tags.places(&case.tags),
            ),
            shown.map(|f| [f.indicator.as_str(), &f.period, &f.value, &f.change, f.tone]),
            (in_lang != lang).then(|| {
                let note = words.get("only_in").replace("{}", &language(desk, lang, in_lang));
                (here.link_to(&desk.plan.case(lang, &case.id).0), in_lang.html().to_owned(), note)
            }),
            case.published.map(|day| write::date(day, lang)).unwrap_or_default(),
            mark_key(case.standing).map_or("", |key| words.get(key)),
        )
    });
    let cases = cases.collect();
    let kinds =
        CaseKind::ALL.map(|kind| (kind.name().to_owned(), words.get(kind_key(kind)).to_owned(), None));
    let years =
        years.iter().map(|&year| (year.to_string(), write::period(Period::of_year(year), lang), None));
    let years = years.collect();
    let facets = vec![industries.all, areas.all, kinds.into(), regions.all, stages.all, years, tags.all];
    let data = Data { facets, enterprises, cases };
    let json = serde_json::to_string(&data).expect("lists of texts and numbers are JSON");
    ["casebookExplorer(", &json, ");\n"].concat()
}
