//! Where each page lies. Every language has its own tree; every page is a file that ends in `.html`.

use crate::base::{Id, Lang, SitePath};
use crate::model::{Terms, Vocabulary};

/// A page, whatever its language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageId {
    /// The home page.
    Home,
    /// All cases; lists are numbered from 1.
    CaseList {
        /// Which page of the list.
        number: usize,
    },
    /// A case.
    Case(Id),
    /// All enterprises from A to Z.
    EnterpriseList {
        /// Which page of the list.
        number: usize,
    },
    /// An enterprise.
    Enterprise(Id),
    /// The tree of industries.
    IndustryList,
    /// An industry.
    Industry {
        /// The industry.
        id: Id,
        /// Which page of its cases.
        number: usize,
    },
    /// All terms of a kind.
    TermList(Facet),
    /// An area, system, ability, stage, region or tag.
    Term {
        /// What kind of term.
        facet: Facet,
        /// The term.
        id: Id,
        /// Which page of its cases.
        number: usize,
    },
    /// Areas × industries.
    Matrix,
    /// One area in one industry.
    Cell {
        /// The area.
        area: Id,
        /// The industry.
        industry: Id,
        /// Which page of its cases.
        number: usize,
    },
    /// All indicators.
    IndicatorList,
    /// An indicator.
    Indicator(Id),
    /// All sources by title.
    SourceList {
        /// Which page of the list.
        number: usize,
    },
    /// A source with the figures that rest on it.
    Source {
        /// The source.
        id: Id,
        /// Which page of its figures.
        number: usize,
    },
    /// The glossary.
    Glossary,
    /// Full text.
    Search,
    /// Enterprises side by side, chosen by the reader.
    Compare,
    /// A free page.
    Free(Id),
    /// The page for addresses that lead nowhere.
    NotFound,
}

/// A kind of term that cases are sorted by, industries apart: they are a tree with pages of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// Action areas.
    Area,
    /// Management systems.
    System,
    /// Value abilities.
    Ability,
    /// Campaign stages.
    Stage,
    /// Regions.
    Region,
    /// Tags.
    Tag,
}

impl Facet {
    /// Every facet, in the order in which pages list them.
    pub const ALL: [Self; 6] =
        [Self::Area, Self::System, Self::Ability, Self::Stage, Self::Region, Self::Tag];

    /// Its folder in addresses, which is also its key in the navigation.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Area => "areas",
            Self::System => "systems",
            Self::Ability => "abilities",
            Self::Stage => "stages",
            Self::Region => "regions",
            Self::Tag => "tags",
        }
    }

    /// What one of its terms is called in the interface.
    pub fn singular(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::System => "system",
            Self::Ability => "ability",
            Self::Stage => "stage",
            Self::Region => "region",
            Self::Tag => "tag",
        }
    }

    /// Its terms.
    pub fn terms(self, vocabulary: &Vocabulary) -> &Terms {
        match self {
            Self::Area => &vocabulary.areas,
            Self::System => &vocabulary.systems,
            Self::Ability => &vocabulary.abilities,
            Self::Stage => &vocabulary.stages,
            Self::Region => &vocabulary.regions,
            Self::Tag => &vocabulary.tags,
        }
    }
}

/// Where a page lies.
///
/// Lists continue under `p/`, a name that no id can be mistaken for: ids become files, this is a folder.
pub fn of(lang: Lang, page: &PageId) -> SitePath {
    SitePath::from(match page {
        PageId::Home => format!("{lang}/index.html"),
        PageId::CaseList { number } => list(lang, "cases", *number),
        PageId::Case(id) => file(lang, "cases", id.as_str()),
        PageId::EnterpriseList { number } => list(lang, "enterprises", *number),
        PageId::Enterprise(id) => file(lang, "enterprises", id.as_str()),
        PageId::IndustryList => file(lang, "industries", "index"),
        PageId::Industry { id, number } => continued(lang, "industries", id, *number),
        PageId::TermList(facet) => file(lang, facet.folder(), "index"),
        PageId::Term { facet, id, number } => continued(lang, facet.folder(), id, *number),
        PageId::Matrix => format!("{lang}/matrix.html"),
        PageId::Cell { area, industry, number } => {
            continued(lang, &format!("areas/{area}"), industry, *number)
        }
        PageId::IndicatorList => file(lang, "indicators", "index"),
        PageId::Indicator(id) => file(lang, "indicators", id.as_str()),
        PageId::SourceList { number } => list(lang, "sources", *number),
        PageId::Source { id, number } => continued(lang, "sources", id, *number),
        PageId::Glossary => format!("{lang}/glossary.html"),
        PageId::Search => format!("{lang}/search.html"),
        PageId::Compare => format!("{lang}/compare.html"),
        PageId::Free(id) => file(lang, "pages", id.as_str()),
        // One for the whole site, in every language: hosts have one setting for it.
        PageId::NotFound => "404.html".to_owned(),
    })
}

/// The way back: the page that [`of`] would place at `path`, whether or not a site has it.
pub fn page_at(path: &SitePath) -> Option<(Lang, PageId)> {
    let (lang, rest) = path.as_str().split_once('/')?;
    let lang = Lang::new(lang)?;
    let parts: Vec<&str> = rest.strip_suffix(".html")?.split('/').collect();
    let facet = |folder: &str| Facet::ALL.into_iter().find(|facet| facet.folder() == folder);
    let number = |text: &str| text.parse::<usize>().ok().filter(|number| *number > 1);
    let list = |folder: &str, number| match folder {
        "cases" => Some(PageId::CaseList { number }),
        "enterprises" => Some(PageId::EnterpriseList { number }),
        "sources" => Some(PageId::SourceList { number }),
        _ => None,
    };
    let of_id = |folder: &str, id: &str, number| {
        let id = Id::new(id)?;
        match folder {
            "cases" => Some(PageId::Case(id)),
            "enterprises" => Some(PageId::Enterprise(id)),
            "indicators" => Some(PageId::Indicator(id)),
            "pages" => Some(PageId::Free(id)),
            "industries" => Some(PageId::Industry { id, number }),
            "sources" => Some(PageId::Source { id, number }),
            _ => facet(folder).map(|facet| PageId::Term { facet, id, number }),
        }
    };
    let cell = |area: &str, industry: &str, number| {
        Some(PageId::Cell { area: Id::new(area)?, industry: Id::new(industry)?, number })
    };
    let page = match parts[..] {
        ["index"] => PageId::Home,
        ["matrix"] => PageId::Matrix,
        ["glossary"] => PageId::Glossary,
        ["search"] => PageId::Search,
        ["compare"] => PageId::Compare,
        ["industries", "index"] => PageId::IndustryList,
        ["indicators", "index"] => PageId::IndicatorList,
        [folder, "index"] => list(folder, 1).or_else(|| facet(folder).map(PageId::TermList))?,
        [folder, id] => of_id(folder, id, 1)?,
        ["areas", area, industry] => cell(area, industry, 1)?,
        [folder, "p", n] => list(folder, number(n)?)?,
        ["areas", area, industry, "p", n] => cell(area, industry, number(n)?)?,
        [folder, id, "p", n] => of_id(folder, id, number(n)?)?,
        _ => return None,
    };
    // A number with a zero before it leads to none.
    (of(lang, &page) == *path).then_some((lang, page))
}

/// Where a chart of a case lies as a file, `ending` being `svg` or `csv`: in a folder beside the page.
///
/// The names of figures have dots where those of files have hyphens; what stands before the dot has none, so that no two
/// become one.
pub fn download(lang: Lang, case: &Id, figure: &str, ending: &str) -> SitePath {
    SitePath::from(format!("{lang}/cases/{case}/{}.{ending}", figure.replace('.', "-")))
}

/// The page with nothing but a chart of a case, for other sites to show.
pub fn embed(lang: Lang, case: &Id, figure: &str) -> SitePath {
    SitePath::from(format!("{lang}/cases/{case}/embed/{}.html", figure.replace('.', "-")))
}

/// A table of what there is, for machines: `enterprises`, `cases`, …
pub fn data_table(name: &str) -> SitePath {
    SitePath::from(format!("data/{name}.csv"))
}

/// The figures of one enterprise, indicator or case, for machines; `ending` is `csv` or `json`.
pub fn data(table: &str, id: &Id, ending: &str) -> SitePath {
    SitePath::from(format!("data/{table}/{id}.{ending}"))
}

/// What is in all these files: a Data Package.
pub fn data_package() -> SitePath {
    SitePath::new("data/datapackage.json")
}

/// What the page of search loads first.
pub fn search_directory(lang: Lang) -> SitePath {
    SitePath::from(format!("{lang}/search/index.js"))
}

/// One of its files of words, numbered from 0.
pub fn search_words(lang: Lang, number: usize) -> SitePath {
    SitePath::from(format!("{lang}/search/words/{number}.js"))
}

/// One of its files of texts, by the number of the first document in it.
pub fn search_texts(lang: Lang, first: usize) -> SitePath {
    SitePath::from(format!("{lang}/search/texts/{first}.js"))
}

/// The root of the site: the default language's home page.
pub fn root() -> SitePath {
    SitePath::new("index.html")
}

/// The cases of a language for the explorer on their list, beside it.
pub fn explorer(lang: Lang) -> SitePath {
    SitePath::from(format!("{lang}/cases/explorer.js"))
}

/// The figures of an enterprise for comparisons, beside its page.
pub fn compared(lang: Lang, enterprise: &Id) -> SitePath {
    SitePath::from([lang.as_str(), "/enterprises/", enterprise.as_str(), ".js"].concat())
}

/// One of the files of names from which enterprises are chosen for a comparison, numbered from 0.
pub fn compared_names(lang: Lang, number: usize) -> SitePath {
    SitePath::from(format!("{lang}/{}.js", compared_as(number)))
}

/// What the script at [`compared_names`] is called by the page that loads it: where it lies as seen from there.
pub fn compared_as(number: usize) -> String {
    format!("compare/{number}")
}

/// The Atom feed of a language.
pub fn feed(lang: Lang) -> SitePath {
    SitePath::from(format!("{lang}/feed.xml"))
}

/// The Atom feed of an industry, beside its page.
pub fn industry_feed(lang: Lang, id: &Id) -> SitePath {
    SitePath::from(format!("{lang}/industries/{id}.xml"))
}

/// What there is, for language models.
pub fn for_language_models() -> SitePath {
    SitePath::new("llms.txt")
}

/// Every file of a release with its fingerprint.
pub fn manifest() -> SitePath {
    SitePath::new("manifest.json")
}

/// The list of pages for search engines.
pub fn sitemap() -> SitePath {
    SitePath::new("sitemap.xml")
}

/// One of several such lists, where one would be too long; numbered from 1.
pub fn sitemap_part(number: usize) -> SitePath {
    SitePath::from(format!("sitemap-{number}.xml"))
}

/// What search engines may read.
pub fn robots() -> SitePath {
    SitePath::new("robots.txt")
}

/// A picture in one of its sizes: the place of its source below `content/`, with a hash of its own content in its name.
pub fn media(source: &str, hash: &str, width: u32, ending: &str) -> SitePath {
    let inside = source.strip_prefix("content/").unwrap_or(source).replacen("/media/", "/", 1);
    let stem = inside.rsplit_once('.').map_or(&*inside, |(stem, _)| stem);
    let safe: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() || "-_./".contains(c) { c } else { '-' }).collect();
    SitePath::from(format!("media/{safe}-{width}.{hash}.{ending}"))
}

/// The picture that stands for a case where its address is shared. No other picture has a language where widths stand.
pub fn share_image(lang: Lang, case: &Id, hash: &str) -> SitePath {
    SitePath::from(format!("media/cases/{case}/share-{lang}.{hash}.png"))
}

/// The case whose picture lies at an address, and the language that it is in.
pub fn case_of_share_image(path: &SitePath) -> Option<(Lang, Id)> {
    let (case, file) = path.as_str().strip_prefix("media/cases/")?.split_once('/')?;
    let (lang, _) = file.strip_prefix("share-")?.split_once('.')?;
    Some((Lang::new(lang)?, Id::new(case)?))
}

/// The absolute address of a file of the site.
pub fn absolute(base_url: &str, path: &SitePath) -> String {
    format!("{base_url}{path}")
}

/// A page in a folder. Every link of every page asks for one, so its parts are joined without formatting.
fn file(lang: Lang, folder: &str, name: &str) -> String {
    [lang.as_str(), "/", folder, "/", name, ".html"].concat()
}

fn list(lang: Lang, folder: &str, number: usize) -> String {
    if number == 1 { file(lang, folder, "index") } else { format!("{lang}/{folder}/p/{number}.html") }
}

fn continued(lang: Lang, folder: &str, id: &Id, number: usize) -> String {
    if number == 1 {
        file(lang, folder, id.as_str())
    } else {
        format!("{lang}/{folder}/{id}/p/{number}.html")
    }
}

#[cfg(test)]
mod tests {
    use super::{Facet, PageId, case_of_share_image, media, of, page_at, share_image};
    use crate::base::{Id, Lang, SitePath};

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    #[test]
    fn every_page_has_an_address_of_its_own_whatever_ids_a_site_invents() {
        let pages = [
            PageId::Home,
            PageId::CaseList { number: 1 },
            PageId::CaseList { number: 2 },
            PageId::Case(id("2")),
            PageId::Case(id("p")),
            PageId::Industry { id: id("steel"), number: 2 },
            PageId::Term { facet: Facet::Area, id: id("a"), number: 1 },
            PageId::Term { facet: Facet::Area, id: id("a"), number: 2 },
            PageId::Cell { area: id("a"), industry: id("p"), number: 1 },
            PageId::Cell { area: id("a"), industry: id("2"), number: 1 },
            PageId::Cell { area: id("a"), industry: id("p"), number: 2 },
            PageId::SourceList { number: 1 },
            PageId::SourceList { number: 2 },
            PageId::Source { id: id("p"), number: 1 },
            PageId::Source { id: id("p"), number: 2 },
            PageId::Free(id("glossary")),
            PageId::Glossary,
        ];
        let mut paths: Vec<String> = pages.iter().map(|p| of(Lang::ZH, p).to_string()).collect();
        for (path, page) in paths.iter().zip(&pages) {
            assert_eq!(page_at(&SitePath::new(path)), Some((Lang::ZH, page.clone())), "{path}");
        }
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), pages.len(), "{paths:?}");
    }

    #[test]
    fn what_is_no_address_of_a_page_leads_to_none() {
        for path in [
            "",
            "index.html",
            "404.html",
            "zh",
            "zh/index",
            "zh/cases.html",
            "zh/cases/p/1.html",
            "zh/cases/p/02.html",
            "zh/cases/p/x.html",
            "zh/cases/heat/p/2.html",
            "zh/cases/heat/embed/chart-1.html",
            "zh/cases/Heat.html",
            "zh/areas/a/p/0.html",
            "zh/areas/a/b/p/1.html",
            "zh/regions/a/b.html",
            "zh/others/a.html",
            "ZH/index.html",
            "zh/cases/index.html/index.html",
        ] {
            assert_eq!(page_at(&SitePath::new(path)), None, "{path}");
        }
    }

    #[test]
    fn the_address_of_a_picture_to_share_tells_whose_it_is_and_no_other_does() {
        let zh_hant = Lang::new("zh-hant").unwrap();
        for lang in [Lang::ZH, zh_hant] {
            let path = share_image(lang, &id("heat"), "0a1b");
            assert_eq!(case_of_share_image(&path), Some((lang, id("heat"))), "{path}");
        }
        let photo = media("content/cases/heat/media/share.png", "0a1b", 480, "png");
        assert_eq!(case_of_share_image(&photo), None, "{photo}");
    }

    #[test]
    fn a_picture_keeps_its_name_and_gains_a_hash() {
        assert_eq!(
            media("content/cases/heat/media/mill.JPG", "0a1b", 960, "jpg").as_str(),
            "media/cases/heat/mill-960.0a1b.jpg"
        );
        let foreign = media("content/cases/heat/media/轧 线.webp", "0a", 480, "png");
        assert_eq!(foreign.as_str(), "media/cases/heat/----480.0a.png");
    }
}
