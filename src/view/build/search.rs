//! Full text: the page, and what each thing that can be found says.

use super::card::{kind_key, language};
use super::source;
use crate::base::Lang;
use crate::measure::{answer, write};
use crate::model::{Benchmark, Case, Claim, Enterprise, GlossaryEntry, Indicator, Page, Source, Term, Text};
use crate::plan::{Facet, PageId};
use crate::read::markdown::sections;
use crate::search::{Document, Weight};
use crate::view::desk::{Desk, Seat};
use crate::view::{Link, SearchPage};

/// The page of search, for an edition of what it searches.
pub fn search(seat: &Seat<'_, '_>, edition: &str) -> SearchPage {
    let way = |key: &str, page: &PageId| Link::new(seat.word(key), seat.href(page));
    let mut ways = vec![
        way("nav_cases", &PageId::CaseList { number: 1 }),
        way("nav_enterprises", &PageId::EnterpriseList { number: 1 }),
        way("nav_industries", &PageId::IndustryList),
        way("nav_indicators", &PageId::IndicatorList),
        way("nav_matrix", &PageId::Matrix),
    ];
    ways.extend(Facet::ALL.map(|facet| way(&format!("nav_{}", facet.folder()), &PageId::TermList(facet))));
    ways.push(way("nav_glossary", &PageId::Glossary));
    SearchPage {
        page: seat.chrome(seat.word("nav_search"), seat.word("search_description"), "search", vec![]),
        folder: "search/".to_owned(),
        edition: edition.to_owned(),
        ways,
    }
}

/// Something that search can find.
#[derive(Clone, Copy)]
pub enum Findable<'a> {
    /// An indicator.
    Indicator(&'a Indicator),
    /// An industry.
    Industry(&'a Term),
    /// An area, system, ability, stage, region or tag.
    Term(Facet, &'a Term),
    /// A term explained.
    Glossary(&'a GlossaryEntry),
    /// An enterprise.
    Enterprise(&'a Enterprise),
    /// A case that has a text in the language.
    Case(&'a Case, &'a Text),
    /// A case that has only texts in others.
    Foreign(&'a Case),
    /// A free page that has a text in the language.
    Page(&'a Page, &'a Text),
    /// Where figures come from.
    Source(&'a Source),
}

impl<'a> Findable<'a> {
    /// The text that it says the body of; the rest says what stands elsewhere.
    pub fn text(&self) -> Option<&'a Text> {
        match self {
            Self::Case(_, text) | Self::Page(_, text) => Some(text),
            _ => None,
        }
    }

    /// About how many bytes it says.
    pub fn length(&self) -> usize {
        // Others have a name and a sentence or two.
        self.text().map_or(200, |text| text.prose.body().len())
    }
}

/// What search can find in a language. Of what fits a query equally well the first is shown first: a thing itself before
/// what speaks of it, and of cases the newest.
pub fn findable<'a>(desk: &Desk<'a>, lang: Lang) -> Vec<Findable<'a>> {
    let book = desk.book();
    let words = &book.vocabulary;
    let mut all: Vec<Findable<'a>> = book.indicators.values().map(Findable::Indicator).collect();
    all.extend(words.industries.iter().map(Findable::Industry));
    for facet in Facet::ALL {
        all.extend(facet.terms(words).iter().map(|term| Findable::Term(facet, term)));
    }
    all.extend(words.glossary.iter().map(Findable::Glossary));
    all.extend(desk.tongue(lang).alphabet().iter().map(|(_, enterprise)| Findable::Enterprise(enterprise)));
    let cases = desk.plan.collection.cases().iter();
    all.extend(cases.map(|case| match case.texts.get(lang) {
        Some(text) => Findable::Case(case, text),
        None => Findable::Foreign(case),
    }));
    all.extend(book.pages.values().filter_map(|page| Some(Findable::Page(page, page.texts.get(lang)?))));
    all.extend(desk.tongue(lang).sources().iter().map(|source| Findable::Source(source)));
    all
}

/// What it says, and where it is when seen from the page of search at `seat`.
pub fn document<'a>(seat: &Seat<'_, 'a>, found: Findable<'a>) -> Document {
    match found {
        Findable::Indicator(indicator) => of_indicator(seat, indicator),
        Findable::Industry(term) => {
            of_term(seat, "facet_industries", &PageId::Industry { id: term.id.clone(), number: 1 }, term)
        }
        Findable::Term(facet, term) => {
            let page = PageId::Term { facet, id: term.id.clone(), number: 1 };
            of_term(seat, &format!("facet_{}", facet.singular()), &page, term)
        }
        Findable::Glossary(entry) => of_glossary(seat, entry),
        Findable::Enterprise(enterprise) => of_enterprise(seat, enterprise),
        Findable::Case(case, text) => of_case(seat, case, text),
        Findable::Foreign(case) => of_foreign(seat, case),
        Findable::Source(source) => of_source(seat, source),
        Findable::Page(page, text) => {
            let mut document =
                new(seat, "search_kind_page", &PageId::Free(page.id.clone()), &text.prose.title);
            tell(&mut document, seat, None, text);
            document
        }
    }
}

fn new(seat: &Seat<'_, '_>, kind: &str, page: &PageId, title: &str) -> Document {
    Document {
        kind: seat.word(kind).to_owned(),
        href: seat.href(page),
        title: title.to_owned(),
        ..Document::default()
    }
}

fn of_indicator(seat: &Seat<'_, '_>, indicator: &Indicator) -> Document {
    let page = PageId::Indicator(indicator.id.clone());
    let name = seat.text(&indicator.name);
    let mut document = new(seat, "indicator", &page, name);
    document.say(Weight::Summary, seat.text(&indicator.definition));
    document.say(Weight::Summary, indicator.formula.as_ref().map_or("", |f| seat.text(f)));
    document.say(Weight::Name, other(name, seat.text(indicator.label())));
    let benchmarks = seat.book().benchmarks.values();
    for Benchmark { id, label, comparability, .. } in benchmarks.filter(|b| b.indicator == indicator.id) {
        let words = comparability.as_ref().map_or("", |c| seat.text(c));
        document.say_at(Weight::Text, format!("benchmark.{id}"), seat.text(label), words);
    }
    document
}

fn of_term(seat: &Seat<'_, '_>, kind: &str, page: &PageId, term: &Term) -> Document {
    let mut document = new(seat, kind, page, seat.text(&term.name));
    document.say(Weight::Summary, term.description.as_ref().map_or("", |d| seat.text(d)));
    document
}

fn of_glossary(seat: &Seat<'_, '_>, entry: &GlossaryEntry) -> Document {
    let mut document = new(seat, "nav_glossary", &PageId::Glossary, seat.text(&entry.term));
    document.href = format!("{}#{}", document.href, entry.id);
    let elsewhere = entry.term.iter().filter(|(lang, _)| *lang != seat.lang).map(|(_, term)| term.as_str());
    document.say(Weight::Summary, seat.text(&entry.definition));
    document.say(Weight::Name, &list(seat, elsewhere));
    document
}

fn of_enterprise(seat: &Seat<'_, '_>, enterprise: &Enterprise) -> Document {
    let name = seat.text(&enterprise.name);
    let page = PageId::Enterprise(enterprise.id.clone());
    let mut document = new(seat, "enterprise", &page, name);
    let place = [seat.industry(&enterprise.industry), seat.term(Facet::Region, &enterprise.region)];
    document.say(Weight::Text, &list(seat, place.iter().map(|link| link.text.as_str())));
    let titles = enterprise.recognitions.iter().map(|r| seat.text(&r.title));
    document.say(Weight::Text, &list(seat, titles));
    document.say(Weight::Name, other(name, seat.text(enterprise.label())));
    document
}

fn of_case<'a>(seat: &Seat<'_, 'a>, case: &'a Case, text: &Text) -> Document {
    let book = seat.book();
    let enterprise = book.enterprise(&case.enterprise);
    let page = PageId::Case(case.id.clone());
    let mut document = new(seat, kind_key(case.kind), &page, &text.prose.title);
    seat.text(enterprise.label()).clone_into(&mut document.by);
    let full = other(&document.by, seat.text(&enterprise.name));
    let partners = case.partners.iter().map(|id| seat.text(&book.enterprise(id).name));
    let indicators = case.indicators.iter().map(|id| seat.text(book.indicator(id).label()));
    let names = list(seat, std::iter::once(full).chain(partners).chain(indicators));
    document.say(Weight::Summary, text.prose.subtitle.as_deref().unwrap_or(""));
    tell(&mut document, seat, Some(case), text);
    document.say(Weight::Name, &names);
    for caption in case.pictures.iter().filter_map(|picture| picture.caption.as_ref()) {
        document.say(Weight::Text, seat.text(caption));
    }
    for milestone in &case.milestones {
        let words = format!("{} {}", write::period(milestone.date, seat.lang), seat.text(&milestone.text));
        document.say(Weight::Text, &words);
    }
    for method in case.contributions.iter().filter_map(|c| c.method.as_ref()) {
        document.say(Weight::Text, seat.text(method));
    }
    document
}

/// What lists say of it in the reader's language, where its own words are in another.
fn of_foreign(seat: &Seat<'_, '_>, case: &Case) -> Document {
    let (text, lang) = case.texts.pick(seat.lang);
    let link = seat.case(case);
    let note = seat.phrase("only_in", &language(seat.desk, seat.lang, lang));
    let mut document = Document {
        kind: format!("{} · {note}", seat.word(kind_key(case.kind))),
        href: link.href,
        lang: link.lang,
        title: link.text,
        by: seat.text(seat.book().enterprise(&case.enterprise).label()).to_owned(),
        parts: Vec::new(),
    };
    document.say(Weight::Summary, text.prose.subtitle.as_deref().unwrap_or(""));
    document.say(Weight::Summary, text.prose.summary.as_deref().unwrap_or(""));
    document
}

fn of_source(seat: &Seat<'_, '_>, source: &Source) -> Document {
    let page = PageId::Source { id: source.id.clone(), number: 1 };
    let mut document = new(seat, source::kind_key(source.kind), &page, seat.text(&source.title));
    source.producer.as_ref().map_or("", |producer| seat.text(producer)).clone_into(&mut document.by);
    document.say(Weight::Text, source.citation.as_ref().map_or("", |citation| seat.text(citation)));
    document
}

/// Adds a summary and a text.
fn tell<'a>(document: &mut Document, seat: &Seat<'_, 'a>, case: Option<&'a Case>, text: &Text) {
    document.say(Weight::Summary, text.prose.summary.as_deref().unwrap_or(""));
    let claim = |claim: &Claim| {
        let resolved = answer::resolve(&seat.desk.comparisons, case, claim);
        resolved.map(|resolved| resolved.text(seat.lang)).unwrap_or_default()
    };
    let caption = |number: usize| {
        let title = text.charts.get(number).and_then(|chart| chart.title.as_ref());
        title.map_or("", |title| seat.text(title)).to_owned()
    };
    for section in sections(&text.prose.text, text.prose.body_at, claim, caption) {
        let (anchor, heading) = section.heading.map(|h| (h.id, h.text)).unwrap_or_default();
        document.say_at(Weight::Text, anchor, &heading, &section.words);
    }
}

/// A name, where it is not the one that is said already.
fn other<'t>(said: &str, name: &'t str) -> &'t str {
    if name == said { "" } else { name }
}

fn list<'t>(seat: &Seat<'_, '_>, names: impl Iterator<Item = &'t str>) -> String {
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    names.join(seat.word("list_separator"))
}
