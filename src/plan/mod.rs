//! Which pages exist, and where. The only place that makes addresses.

pub mod address;
pub mod collection;
pub mod order;
mod support;

pub use address::{Facet, PageId};
pub use collection::Collection;
pub use support::{Support, Supported};

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::base::{Id, Lang, SitePath};
use crate::model::{Casebook, Standing};

/// How many cards a list shows on one page.
pub const CARDS_PER_PAGE: usize = 24;

/// How many enterprises the list from A to Z shows on one page.
pub const ENTERPRISES_PER_PAGE: usize = 200;

/// How many sources the list of sources shows on one page.
pub const SOURCES_PER_PAGE: usize = 100;

/// How many of those whose figures rest on a source its page shows at once.
pub const SUPPORTED_PER_PAGE: usize = 40;

/// How many names of enterprises lie in one file, from which readers choose whom to compare: about 50 KB.
pub const NAMES_PER_FILE: usize = 1000;

/// How many enterprises can be compared at once: with more, neither a telephone nor a chart keeps them apart.
pub const COMPARED_AT_MOST: usize = 4;

/// How many pages one processor makes in a row, because they show the same figures.
const PAGES_PER_SITTING: usize = 16;

/// Every page of a site.
pub struct Plan<'a> {
    /// What the site is made from.
    pub book: &'a Casebook,
    /// Its cases and enterprises, sorted into every list that shows them.
    pub collection: Collection<'a>,
    pages: OnceLock<Vec<(Lang, PageId)>>,
}

/// Plans the pages of a casebook, of which all will be asked for.
pub fn plan(book: &Casebook) -> Plan<'_> {
    let plan = Plan::of(book);
    rayon::join(|| plan.collection.by_source(), || plan.collection.by_everything());
    plan.pages();
    plan
}

impl<'a> Plan<'a> {
    /// The plan of a casebook, of which each part is made when it is asked for.
    pub fn of(book: &'a Casebook) -> Self {
        Self { book, collection: Collection::of(book), pages: OnceLock::new() }
    }

    /// Every page, in a stable order.
    pub fn pages(&self) -> &[(Lang, PageId)] {
        self.pages.get_or_init(|| {
            let all = pages_of(self.book, &self.collection);
            let languages = self.book.site.languages.iter();
            let in_language = |&lang| {
                all.iter().filter(move |page| self.exists(lang, page)).map(move |page| (lang, page.clone()))
            };
            languages.flat_map(in_language).collect()
        })
    }

    /// The page that lies at an address; `None` if this site has none there. All others need not be known for it.
    pub fn page_at(&self, path: &SitePath) -> Option<(Lang, PageId)> {
        let (lang, page) = address::page_at(path)?;
        let has_language = self.book.site.languages.contains(&lang);
        (has_language && self.has(&page) && self.exists(lang, &page)).then_some((lang, page))
    }

    /// Whether [`pages_of`] lists a page.
    fn has(&self, page: &PageId) -> bool {
        let Self { book, collection, .. } = self;
        let vocabulary = &book.vocabulary;
        let has_page = |number: usize, items: usize, per_page: usize| number <= how_many(items, per_page);
        match page {
            PageId::Home
            | PageId::Matrix
            | PageId::Glossary
            | PageId::Search
            | PageId::IndustryList
            | PageId::TermList(_)
            | PageId::IndicatorList => true,
            PageId::NotFound => false,
            PageId::Compare => self.can_compare(),
            PageId::CaseList { number } => has_page(*number, book.cases.len(), CARDS_PER_PAGE),
            PageId::EnterpriseList { number } => {
                has_page(*number, book.enterprises.len(), ENTERPRISES_PER_PAGE)
            }
            PageId::SourceList { number } => has_page(*number, book.sources.len(), SOURCES_PER_PAGE),
            PageId::Case(id) => book.cases.contains_key(id),
            PageId::Enterprise(id) => book.enterprises.contains_key(id),
            PageId::Indicator(id) => book.indicators.contains_key(id),
            PageId::Free(id) => book.pages.contains_key(id),
            PageId::Industry { id, number } => {
                let cases = || collection.in_industry(id).len();
                vocabulary.industries.get(id).is_some() && has_page(*number, cases(), CARDS_PER_PAGE)
            }
            PageId::Term { facet, id, number } => {
                let cases = || collection.with_term(*facet, id).len();
                facet.terms(vocabulary).get(id).is_some() && has_page(*number, cases(), CARDS_PER_PAGE)
            }
            PageId::Cell { area, industry, number } => {
                let cases = collection.in_cell(area, industry).len();
                cases > 0 && has_page(*number, cases, CARDS_PER_PAGE)
            }
            PageId::Source { id, number } => {
                let supported = || collection.resting_on(id).map_or(0, |support| support.by.len());
                book.sources.contains_key(id) && has_page(*number, supported(), SUPPORTED_PER_PAGE)
            }
        }
    }

    /// Whether a page exists in a language: cases and free pages exist where they have a text.
    pub fn exists(&self, lang: Lang, page: &PageId) -> bool {
        exists(self.book, lang, page)
    }

    /// Every page, those together that are best made one after another: an enterprise's and those of its cases, which show
    /// the same figures. No sitting is empty, and none so long that one processor would work while the others wait.
    pub fn sittings(&self) -> Vec<(Lang, Vec<&PageId>)> {
        let mut sittings: Vec<(Lang, Vec<&PageId>)> = Vec::new();
        let mut of_enterprise: BTreeMap<(Lang, &Id), usize> = BTreeMap::new();
        for (lang, page) in self.pages() {
            let enterprise = match page {
                PageId::Enterprise(id) => Some(id),
                PageId::Case(id) => self.book.cases.get(id).map(|case| &case.enterprise),
                _ => None,
            };
            let begun = enterprise.and_then(|id| of_enterprise.get(&(*lang, id)).copied());
            if let Some(at) = begun.filter(|&at| sittings[at].1.len() < PAGES_PER_SITTING) {
                sittings[at].1.push(page);
            } else {
                of_enterprise.extend(enterprise.map(|id| ((*lang, id), sittings.len())));
                sittings.push((*lang, vec![page]));
            }
        }
        sittings
    }

    /// Whether there are enterprises to compare with each other.
    pub fn can_compare(&self) -> bool {
        can_compare(self.book)
    }

    /// Whether search engines may list a page: drafts in a preview are not for them.
    pub fn is_public(&self, page: &PageId) -> bool {
        match page {
            PageId::Case(id) => self.book.cases.get(id).is_some_and(|c| c.standing == Standing::Public),
            _ => true,
        }
    }

    /// The page of a case for a reader of `lang`: in their language, else in the first it has.
    pub fn case(&self, lang: Lang, id: &Id) -> (SitePath, Lang) {
        let case = self.book.cases.get(id).expect("a linked casebook has every case it names");
        let (_, in_lang) = case.texts.pick(lang);
        (address::of(in_lang, &PageId::Case(id.clone())), in_lang)
    }

    /// The page of a free page for a reader of `lang`: in their language, else in the first it has.
    pub fn free_page(&self, lang: Lang, id: &Id) -> (SitePath, Lang) {
        let page = self.book.pages.get(id).expect("a linked casebook has every page it names");
        let (_, in_lang) = page.texts.pick(lang);
        (address::of(in_lang, &PageId::Free(id.clone())), in_lang)
    }

    /// The page that stands in for `page` in a language that does not have it: the list it belongs to.
    pub fn stand_in(&self, lang: Lang, page: &PageId) -> SitePath {
        let list = match page {
            PageId::Case(_) => PageId::CaseList { number: 1 },
            _ => PageId::Home,
        };
        address::of(lang, &list)
    }
}

fn can_compare(book: &Casebook) -> bool {
    book.enterprises.len() > 1
}

fn exists(book: &Casebook, lang: Lang, page: &PageId) -> bool {
    match page {
        PageId::Case(id) => book.cases.get(id).is_some_and(|c| c.texts.get(lang).is_some()),
        PageId::Free(id) => book.pages.get(id).is_some_and(|p| p.texts.get(lang).is_some()),
        _ => true,
    }
}

/// The pages of one language, before those that it lacks are left out.
fn pages_of(book: &Casebook, collection: &Collection<'_>) -> Vec<PageId> {
    let mut pages = vec![PageId::Home, PageId::Matrix, PageId::Glossary, PageId::Search];
    pages.extend(can_compare(book).then_some(PageId::Compare));
    pages.extend(numbered(book.cases.len(), CARDS_PER_PAGE, |number| PageId::CaseList { number }));
    pages.extend(book.cases.keys().map(|id| PageId::Case(id.clone())));
    pages.extend(numbered(book.enterprises.len(), ENTERPRISES_PER_PAGE, |number| PageId::EnterpriseList {
        number,
    }));
    pages.extend(book.enterprises.keys().map(|id| PageId::Enterprise(id.clone())));
    pages.push(PageId::IndustryList);
    for industry in book.vocabulary.industries.iter() {
        let cases = collection.in_industry(&industry.id).len();
        pages.extend(numbered(cases, CARDS_PER_PAGE, |number| PageId::Industry {
            id: industry.id.clone(),
            number,
        }));
    }
    for facet in Facet::ALL {
        pages.push(PageId::TermList(facet));
        for term in facet.terms(&book.vocabulary).iter() {
            let cases = collection.with_term(facet, &term.id).len();
            pages.extend(numbered(cases, CARDS_PER_PAGE, |number| PageId::Term {
                facet,
                id: term.id.clone(),
                number,
            }));
        }
    }
    for ((area, industry), cases) in collection.cells() {
        pages.extend(numbered(cases.len(), CARDS_PER_PAGE, |number| PageId::Cell {
            area: area.clone(),
            industry: industry.clone(),
            number,
        }));
    }
    pages.extend(numbered(book.sources.len(), SOURCES_PER_PAGE, |number| PageId::SourceList { number }));
    for id in book.sources.keys() {
        let supported = collection.resting_on(id).map_or(0, |support| support.by.len());
        pages.extend(numbered(supported, SUPPORTED_PER_PAGE, |number| PageId::Source {
            id: id.clone(),
            number,
        }));
    }
    pages.push(PageId::IndicatorList);
    pages.extend(book.indicators.keys().map(|id| PageId::Indicator(id.clone())));
    pages.extend(book.pages.keys().map(|id| PageId::Free(id.clone())));
    pages
}

fn numbered(items: usize, per_page: usize, page: impl Fn(usize) -> PageId) -> impl Iterator<Item = PageId> {
    (1..=how_many(items, per_page)).map(page)
}

/// One page at least, even for an empty list: its heading and its place say that it is empty.
fn how_many(items: usize, per_page: usize) -> usize {
    items.div_ceil(per_page).max(1)
}
