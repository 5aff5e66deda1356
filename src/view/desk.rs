//! What pages are written from: the plan, the theme's words, comparisons and ready-made cards. One for a whole build.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::album::Album;
use super::build::card;
use super::chrome::{Alternate, Chrome, Crumb, Link, NavLink, ShareImage, SiteChrome};
use super::figure::evidence::place::Home;
use super::figure::{Downloads, Shelf};
use super::linked;
use super::{Headline, Html, View};
use crate::base::policy::POLICY;
use crate::base::{Id, Lang, Localized, SitePath};
use crate::measure::{Comparisons, write};
use crate::model::{Basis, Case, Casebook, Enterprise, Source};
use crate::plan::order::{Order, SortName};
use crate::plan::{Facet, PageId, Plan, address};
use crate::theme::{Shared, Theme, Words};

/// Stands for the way to the site's root in a card until it is cut there. No text can hold it: escaping drops it.
const ROOT_MARK: char = '\u{1}';

/// Everything that pages are written from.
pub struct Desk<'a> {
    /// Which pages there are.
    pub plan: Plan<'a>,
    /// The looks.
    pub theme: &'a Theme,
    /// The pictures.
    pub album: &'a Album,
    /// Industry comparisons.
    pub comparisons: Comparisons<'a>,
    languages: BTreeMap<Lang, Tongue<'a>>,
    /// What the template engine said of the first card that it could not render.
    fault: OnceLock<String>,
}

/// What is ready for one language.
pub struct Tongue<'a> {
    /// Interface words.
    pub words: Words,
    /// What every page shares, as templates see it.
    pub shared: Shared,
    book: &'a Casebook,
    lang: Lang,
    alphabet: OnceLock<Vec<(char, &'a Enterprise)>>,
    /// Where in the alphabet each enterprise stands.
    places: OnceLock<HashMap<&'a Id, usize>>,
    sources: OnceLock<Vec<&'a Source>>,
    /// Each is rendered once, when the first list asks for it.
    cards: HashMap<&'a Id, OnceLock<Ready>>,
}

/// What lists and its own page show of a case.
struct Ready {
    /// The card, cut where the way to the site's root belongs.
    card: Vec<Box<str>>,
    headline: Option<(Id, Headline)>,
}

impl<'a> Tongue<'a> {
    /// Enterprises from A to Z with their letters.
    pub fn alphabet(&self) -> &[(char, &'a Enterprise)] {
        self.alphabet.get_or_init(|| alphabet(self.book, self.lang))
    }

    /// Where an enterprise stands from A to Z.
    pub fn place(&self, enterprise: &Id) -> Option<usize> {
        let places = || self.alphabet().iter().map(|(_, e)| &e.id).zip(0..).collect();
        self.places.get_or_init(places).get(enterprise).copied()
    }

    /// Sources in the order of their titles.
    pub fn sources(&self) -> &[&'a Source] {
        self.sources.get_or_init(|| by_title(self.book, self.lang))
    }
}

impl<'a> Desk<'a> {
    /// Sets everything out.
    pub fn new(plan: Plan<'a>, theme: &'a Theme, album: &'a Album) -> Self {
        let (book, fault) = (plan.book, OnceLock::new());
        let comparisons = Comparisons::of(book);
        let mut desk = Self { plan, theme, album, comparisons, languages: BTreeMap::new(), fault };
        let tongues = book.site.languages.par_iter().map(|&lang| {
            let words = theme.words(lang);
            let shared = theme.share(lang, &desk.site_chrome(lang, &words));
            let cards = book.cases.keys().map(|id| (id, OnceLock::new())).collect();
            let (alphabet, places, sources) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
            (lang, Tongue { words, shared, book, lang, alphabet, places, sources, cards })
        });
        desk.languages = tongues.collect();
        desk
    }

    /// Renders every card, and puts names in order, on all processors.
    pub fn lay_out_cards(&self) {
        self.languages.par_iter().for_each(|(_, tongue)| {
            tongue.alphabet();
            tongue.sources();
        });
        for &lang in &self.book().site.languages {
            self.book().cases.par_iter().for_each(|(_, case)| {
                self.ready(lang, case);
            });
        }
    }

    /// What the template engine said of the first card that it could not render: then pages lack it.
    pub fn fault(&self) -> Option<&str> {
        self.fault.get().map(String::as_str)
    }

    /// The casebook.
    pub fn book(&self) -> &'a Casebook {
        self.plan.book
    }

    /// What is ready for a language of the site.
    pub fn tongue(&self, lang: Lang) -> &Tongue<'a> {
        self.languages.get(&lang).expect("the desk is set for every language of the site")
    }

    /// The desk as seen from one page.
    pub fn at<'d>(&'d self, lang: Lang, page: &'d PageId) -> Seat<'d, 'a> {
        Seat {
            desk: self,
            tongue: self.tongue(lang),
            lang,
            page,
            home: Home::of(self.book(), page),
            path: address::of(lang, page),
            shelf: Rc::default(),
            downloads: Downloads::default(),
            figures: Cell::new(0),
        }
    }

    /// The lead figure of a case, and its indicator; `None` where no indicator has a figure.
    pub fn headline(&self, lang: Lang, case: &Case) -> Option<&(Id, Headline)> {
        self.ready(lang, case).headline.as_ref()
    }

    fn ready(&self, lang: Lang, case: &Case) -> &Ready {
        let tongue = self.tongue(lang);
        tongue.cards.get(&case.id).expect("every case has a card").get_or_init(|| {
            let headline = card::headline(self, lang, case);
            let shown = headline.as_ref().map(|(_, shown)| shown);
            let card = card::card(self, lang, case, shown, &ROOT_MARK.to_string());
            let card = self.theme.render(super::Card::TEMPLATE, &card, &tongue.shared);
            let card = card.unwrap_or_else(|reason| {
                self.fault.get_or_init(|| reason);
                String::new()
            });
            Ready { card: card.split(ROOT_MARK).map(Box::from).collect(), headline }
        })
    }

    fn site_chrome(&self, lang: Lang, words: &Words) -> SiteChrome {
        let site = &self.book().site;
        let nav = |key: &str, text: &str, page: &PageId| NavLink {
            key: key.to_owned(),
            text: text.to_owned(),
            href: address::of(lang, page).to_string(),
        };
        let entry = |key: &str, page: &PageId| nav(key, words.get(&format!("nav_{key}")), page);
        let free = self.book().pages.iter().filter_map(|(id, page)| {
            let text = page.texts.get(lang)?;
            Some(nav("", &text.prose.title, &PageId::Free(id.clone())))
        });
        let mut footer = vec![
            entry("matrix", &PageId::Matrix),
            entry("areas", &PageId::TermList(Facet::Area)),
            entry("systems", &PageId::TermList(Facet::System)),
            entry("abilities", &PageId::TermList(Facet::Ability)),
            entry("stages", &PageId::TermList(Facet::Stage)),
            entry("regions", &PageId::TermList(Facet::Region)),
            entry("tags", &PageId::TermList(Facet::Tag)),
        ];
        footer.extend(self.plan.can_compare().then(|| entry("compare", &PageId::Compare)));
        footer.extend([
            entry("sources", &PageId::SourceList { number: 1 }),
            entry("glossary", &PageId::Glossary),
        ]);
        footer.extend(free);
        let code = |filing: &Option<String>| {
            filing.as_deref().unwrap_or("").chars().filter(char::is_ascii_digit).collect::<String>()
        };
        SiteChrome {
            title: site.title.text(lang).to_owned(),
            description: site.description.text(lang).to_owned(),
            notice: site.notice.as_ref().map_or("", |n| n.text(lang)).to_owned(),
            home: address::of(lang, &PageId::Home).to_string(),
            nav: vec![
                entry("cases", &PageId::CaseList { number: 1 }),
                entry("enterprises", &PageId::EnterpriseList { number: 1 }),
                entry("industries", &PageId::IndustryList),
                entry("indicators", &PageId::IndicatorList),
            ],
            footer,
            publisher: site.publisher.name.text(lang).to_owned(),
            publisher_url: site.publisher.url.clone().unwrap_or_default(),
            publisher_email: site.publisher.email.clone().unwrap_or_default(),
            license: site.license.as_ref().map_or_else(
                || Link::new("", ""),
                |terms| Link::new(terms.name.text(lang), terms.url.as_str()),
            ),
            icp: site.filing.icp.clone().unwrap_or_default(),
            public_security_code: code(&site.filing.public_security),
            public_security: site.filing.public_security.clone().unwrap_or_default(),
            policy: POLICY,
            css: self.theme.asset("site.css").to_string(),
            print_css: self.theme.asset("print.css").to_string(),
            icon: self.theme.asset("icon.svg").to_string(),
            scripts: SiteChrome::scripts_of(self.theme),
            search: address::of(lang, &PageId::Search).to_string(),
            feed: address::feed(lang).to_string(),
        }
    }
}

/// Enterprises from A to Z, each with the letter it stands under; those under `#` come last.
fn alphabet(book: &Casebook, lang: Lang) -> Vec<(char, &Enterprise)> {
    let order = Order::of(lang);
    let mut names: Vec<(SortName, char, &Enterprise)> = book
        .enterprises
        .values()
        .map(Arc::as_ref)
        .map(|e| {
            let name = order.sort_name(e.name.text(lang), e.sort_as.as_deref().filter(|_| lang.is_chinese()));
            let letter = order.letter(&name);
            (name, letter, e)
        })
        .collect();
    names.sort_by(|a, b| {
        let last = |letter: char| (letter == '#', letter);
        last(a.1).cmp(&last(b.1)).then_with(|| order.compare(&a.0, &b.0)).then_with(|| a.2.id.cmp(&b.2.id))
    });
    names.into_iter().map(|(_, letter, enterprise)| (letter, enterprise)).collect()
}

/// Sources in the order of their titles.
fn by_title(book: &Casebook, lang: Lang) -> Vec<&Source> {
    let order = Order::of(lang);
    let mut titles: Vec<(SortName, &Source)> =
        book.sources.values().map(|s| (order.sort_name(s.title.text(lang), None), s)).collect();
    titles.sort_by(|a, b| order.compare(&a.0, &b.0).then_with(|| a.1.id.cmp(&b.1.id)));
    titles.into_iter().map(|(_, source)| source).collect()
}

/// A place at the desk: one page in one language, from which everything is linked.
pub struct Seat<'d, 'a> {
    /// The desk.
    pub desk: &'d Desk<'a>,
    /// What is ready for the language of the page.
    pub tongue: &'d Tongue<'a>,
    /// The language of the page.
    pub lang: Lang,
    /// The page.
    pub page: &'d PageId,
    /// What it is about.
    pub home: Home<'a>,
    /// Where it lies.
    pub path: SitePath,
    /// What has been made for pages set before at this place.
    pub shelf: Rc<Shelf>,
    /// Files that the page puts beside itself.
    pub downloads: Downloads,
    /// How many figures have been made for the page.
    pub figures: Cell<usize>,
}

impl<'d, 'a> Seat<'d, 'a> {
    /// Another page in the same language, set with what is on the shelf already where that fits: see [`Shelf`].
    #[must_use]
    pub fn next(&self, page: &'d PageId) -> Self {
        let mut seat = self.desk.at(self.lang, page);
        if seat.path.depth() == self.path.depth() {
            seat.shelf = Rc::clone(&self.shelf);
        }
        seat
    }

    /// The casebook.
    pub fn book(&self) -> &'a Casebook {
        self.desk.book()
    }

    /// The interface words for `key`.
    pub fn word(&self, key: &str) -> &str {
        self.tongue.words.get(key)
    }

    /// The interface words for `key` with `{}` replaced.
    pub fn phrase(&self, key: &str, value: &str) -> String {
        self.word(key).replace("{}", value)
    }

    /// What the reader of this page is shown of a localized text.
    pub fn text<'t>(&self, text: &'t Localized<String>) -> &'t str {
        text.text(self.lang)
    }

    /// The way from this page to another in the same language.
    pub fn href(&self, page: &PageId) -> String {
        self.path.link_to(&address::of(self.lang, page))
    }

    /// A link to a page, with its name where there is no text in the reader's language marked as such.
    pub fn link(&self, name: &Localized<String>, page: &PageId) -> Link {
        Link { href: self.href(page), ..self.plain(name) }
    }

    /// A name without a link.
    pub fn plain(&self, name: &Localized<String>) -> Link {
        let (text, lang) = name.pick(self.lang);
        let foreign = if lang == self.lang { "" } else { lang.html() };
        Link { lang: foreign.to_owned(), ..Link::new(text.as_str(), "") }
    }

    /// A link to an enterprise.
    pub fn enterprise(&self, enterprise: &Enterprise) -> Link {
        self.link(&enterprise.name, &PageId::Enterprise(enterprise.id.clone()))
    }

    /// A link to an indicator, by its label.
    pub fn indicator(&self, id: &Id) -> Link {
        self.link(self.book().indicator(id).label(), &PageId::Indicator(id.clone()))
    }

    /// A link to an industry.
    pub fn industry(&self, id: &Id) -> Link {
        match self.book().vocabulary.industries.get(id) {
            Some(term) => self.link(&term.name, &PageId::Industry { id: id.clone(), number: 1 }),
            None => Link::new(id.as_str(), ""),
        }
    }

    /// A link to a term.
    pub fn term(&self, facet: Facet, id: &Id) -> Link {
        match facet.terms(&self.book().vocabulary).get(id) {
            Some(term) => self.link(&term.name, &PageId::Term { facet, id: id.clone(), number: 1 }),
            None => Link::new(id.as_str(), ""),
        }
    }

    /// A figure in a table, marked where it may still change.
    pub fn with_basis(&self, figure: String, basis: Basis) -> String {
        if basis.is_provisional() { format!("{figure} ({})", write::basis(basis, self.lang)) } else { figure }
    }

    /// Links to the figures of something as files: its table, the same as JSON, and what the columns are.
    pub fn data(&self, table: &str, id: &Id) -> Vec<Link> {
        let file = |name: &str, ending| Link::new(name, self.path.link_to(&address::data(table, id, ending)));
        let about = Link::new(self.word("data_about"), self.path.link_to(&address::data_package()));
        vec![file("CSV", "csv"), file("JSON", "json"), about]
    }

    /// The card of a case, ready to be placed on this page.
    pub fn card(&self, case: &Case) -> Html {
        Html(self.desk.ready(self.lang, case).card.join(&*self.path.up_to_root()))
    }

    /// The lead figure of a case as its own page shows it, and its indicator; `None` where no indicator has a figure.
    pub fn headline(&self, case: &Case) -> Option<&(Id, Headline)> {
        self.desk.headline(self.lang, case)
    }

    /// The cards of several cases.
    pub fn cards(&self, cases: &[&Case]) -> Vec<Html> {
        cases.iter().map(|case| self.card(case)).collect()
    }

    /// What surrounds this page. `crumbs` lead down to it, the home page apart.
    pub fn chrome(
        &self,
        title: &str,
        description: &str,
        section: &'static str,
        crumbs: Vec<Crumb>,
    ) -> Chrome {
        let plan = &self.desk.plan;
        let base_url = &self.book().site.base_url;
        let alternates = self.book().site.languages.iter().map(|&lang| {
            let exists = plan.exists(lang, self.page);
            let target = if exists { address::of(lang, self.page) } else { plan.stand_in(lang, self.page) };
            Alternate {
                lang: lang.html().to_owned(),
                name: language_name(lang, &self.desk.theme.words(lang)),
                locale: lang.open_graph(),
                href: self.path.link_to(&target),
                canonical: if exists { address::absolute(base_url, &target) } else { String::new() },
                current: lang == self.lang,
                exists,
            }
        });
        let mut way = Vec::with_capacity(crumbs.len() + 1);
        if *self.page != PageId::Home {
            way.push(Link::new(self.word("nav_home"), self.href(&PageId::Home)));
        }
        way.extend(crumbs);
        let linked_data = linked::breadcrumbs(self, title, &way).into_iter().collect();
        Chrome {
            root: self.path.up_to_root(),
            lang: self.lang.html().to_owned(),
            title: title.to_owned(),
            description: description.to_owned(),
            og_type: if matches!(self.page, PageId::Case(_)) { "article" } else { "website" },
            canonical: address::absolute(base_url, &self.path),
            alternates: alternates.collect(),
            section,
            crumbs: way,
            hidden: false,
            locale: self.lang.open_graph(),
            published: String::new(),
            feed: Link::new("", ""),
            share: ShareImage::default(),
            linked_data,
        }
    }
}

/// What a language calls itself; its tag where the theme does not speak it.
fn language_name(lang: Lang, words: &Words) -> String {
    if words.speaks(lang) { words.get("language_name").to_owned() } else { lang.to_string() }
}
