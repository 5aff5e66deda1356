//! What surrounds every page: head, navigation, language switch, footer.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Html;
use crate::base::policy::POLICY;

use crate::theme::Theme;

/// The parts that every page shares.
#[derive(Clone, Debug, Serialize)]
pub struct Chrome {
    /// Way from this page to the site's root: `../../`. Links of the shared parts are written `{{ root }}{{ href }}`.
    pub root: String,
    /// Value for `<html lang>`.
    pub lang: String,
    /// Title of the page alone.
    pub title: String,
    /// For search engines and shared links.
    pub description: String,
    /// `article` for cases, `website` otherwise (Open Graph).
    pub og_type: &'static str,
    /// Absolute address of this page.
    pub canonical: String,
    /// This page in every language of the site.
    pub alternates: Vec<Alternate>,
    /// Which entry of the main navigation this page belongs to: `cases`, `industries`, …; may be empty.
    pub section: &'static str,
    /// The way down from the home page; empty on the home page.
    pub crumbs: Vec<Crumb>,
    /// Whether search engines are asked to leave it out (drafts, 404).
    pub hidden: bool,
    /// Its language as Open Graph writes it: `zh_CN`.
    pub locale: String,
    /// The day it was published: `2025-02-18`; may be empty.
    pub published: String,
    /// The Atom feed of what it lists, where there is one besides the site's; `href` may be empty.
    pub feed: Link,
    /// The picture that stands for it where its address is shared; `href` may be empty.
    pub share: ShareImage,
    /// What it says of itself to search engines: blocks of JSON-LD.
    pub linked_data: Vec<Html>,
}

/// What is the same on every page of one language. Templates see it as `site`, and the interface words as `ui`.
#[derive(Clone, Debug, Serialize)]
pub struct SiteChrome {
    /// Name of the site.
    pub title: String,
    /// One or two sentences about it.
    pub description: String,
    /// A sentence shown on every page; may be empty.
    pub notice: String,
    /// Home page, from the root.
    pub home: String,
    /// Main navigation; hrefs from the root.
    pub nav: Vec<NavLink>,
    /// Footer navigation; hrefs from the root.
    pub footer: Vec<NavLink>,
    /// Name of the publisher.
    pub publisher: String,
    /// Its website; may be empty.
    pub publisher_url: String,
    /// Its mail address; may be empty.
    pub publisher_email: String,
    /// Under which terms its content may be used; without a text where it does not say.
    pub license: Link,
    /// ICP filing number; may be empty.
    pub icp: String,
    /// Public security filing number; may be empty.
    pub public_security: String,
    /// The number within `public_security`, as the registrar's link wants it; may be empty.
    pub public_security_code: String,
    /// What browsers are told that pages may do.
    pub policy: &'static str,
    /// The style sheet, from the root.
    pub css: String,
    /// The style sheet for paper, from the root.
    pub print_css: String,
    /// The icon, from the root.
    pub icon: String,
    /// The theme's scripts by name, from the root: `scripts/search.js` is `site.scripts.search`. A page that uses one
    /// loads it with `defer`.
    pub scripts: BTreeMap<String, String>,
    /// The page of search, from the root.
    pub search: String,
    /// The Atom feed of this language, from the root.
    pub feed: String,
}

/// A link with its words.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub text: String,
    /// Where it leads; empty where there is no page.
    pub href: String,
    /// Value for `lang`, where the words are in another language than the page; else empty.
    pub lang: String,
}

impl Link {
    /// A link in the page's own language.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: href.into(), lang: String::new() }
    }
}

/// An entry of the navigation.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct NavLink {
    /// Short name of what it leads to: `cases`, `industries`, …; empty for a free page.
    pub key: String,
    /// Its words.
    pub text: String,
    /// Where it leads, from the root.
    pub href: String,
}

/// A step on the way down from the home page.
pub type Crumb = Link;

/// This page in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Alternate {
    /// Value for `lang` and `hreflang`.
    pub lang: String,
    /// The language's own name: 中文, English.
    pub name: String,
    /// The page in that language, relative to this one; where it does not exist, the closest page that does.
    pub href: String,
    /// Absolute address of the page in that language; empty where it does not exist.
    pub canonical: String,
    /// The language as Open Graph writes it.
    pub locale: String,
    /// Whether this is the page itself.
    pub current: bool,
    /// Whether the page exists in that language.
    pub exists: bool,
}

/// A picture that stands for a page where its address is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ShareImage {
    /// Its absolute address; empty where there is none.
    pub href: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it says.
    pub alt: String,
}

/// Links between the pages of a long list.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Pager {
    /// This page's number, from 1.
    pub number: usize,
    /// How many there are; nothing is shown for 1.
    pub of: usize,
    /// The page before; empty on the first.
    pub previous: String,
    /// The page after; empty on the last.
    pub next: String,
    /// Pages to jump to: the words are their numbers, `…` without a link stands for those left out.
    pub jumps: Vec<Link>,
}

impl Chrome {
    /// An example.
    pub fn sample() -> Self {
        Self {
            root: "../../".into(),
            lang: "zh-Hans".into(),
            title: "一条轧线的三年".into(),
            description: "华岚钢铁用三年时间把差距缩小了四分之三。".into(),
            og_type: "article",
            canonical: "https://example.org/showcase/zh/cases/hualan-smart-rolling.html".into(),
            alternates: vec![
                Alternate {
                    lang: "zh-Hans".into(),
                    name: "中文".into(),
                    locale: "zh_CN".into(),
                    href: "hualan-smart-rolling.html".into(),
                    canonical: "https://example.org/showcase/zh/cases/hualan-smart-rolling.html".into(),
                    current: true,
                    exists: true,
                },
                Alternate {
                    lang: "en".into(),
                    name: "English".into(),
                    locale: "en_US".into(),
                    href: "../../en/cases/hualan-smart-rolling.html".into(),
                    canonical: "https://example.org/showcase/en/cases/hualan-smart-rolling.html".into(),
                    current: false,
                    exists: true,
                },
            ],
            section: "cases",
            crumbs: vec![Link::new("首页", "../index.html"), Link::new("案例", "index.html")],
            hidden: false,
            locale: "zh_CN".into(),
            published: "2025-02-18".into(),
            feed: Link::new("价值创造案例集 · 钢铁", "../industries/steel.xml"),
            share: ShareImage {
                href: "https://example.org/showcase/media/cases/hualan-smart-rolling/share-zh.0a1b.png"
                    .into(),
                width: 1200,
                height: 630,
                alt: "一条轧线的三年".into(),
            },
            linked_data: vec![Html("{}".into())],
        }
    }
}

impl SiteChrome {
    /// Where templates find the scripts of a theme.
    pub fn scripts_of(theme: &Theme) -> BTreeMap<String, String> {
        theme.scripts().into_iter().map(|(name, path)| (name, path.to_string())).collect()
    }

    /// An example, with the scripts of the theme that is tried.
    pub fn sample(theme: &Theme) -> Self {
        let link = |key: &str, text: &str, href: &str| NavLink {
            key: key.into(),
            text: text.into(),
            href: href.into(),
        };
        Self {
            title: "价值创造案例集".into(),
            description: "标杆企业与标杆项目的案例、指标与行业索引。".into(),
            notice: "本站为虚构演示。".into(),
            home: "zh/index.html".into(),
            nav: vec![
                link("cases", "案例", "zh/cases/index.html"),
                link("enterprises", "企业", "zh/enterprises/index.html"),
                link("industries", "行业", "zh/industries/index.html"),
                link("indicators", "指标", "zh/indicators/index.html"),
            ],
            footer: vec![link("about", "关于", "zh/pages/about.html")],
            publisher: "示例发布单位".into(),
            publisher_url: "https://example.org/".into(),
            publisher_email: "editor@example.org".into(),
            license: Link::new("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
            icp: "京ICP备00000000号".into(),
            public_security: "京公网安备 11000000000000号".into(),
            public_security_code: "11000000000000".into(),
            policy: POLICY,
            css: "assets/site.css".into(),
            print_css: "assets/print.css".into(),
            icon: "assets/icon.svg".into(),
            scripts: Self::scripts_of(theme),
            search: "zh/search.html".into(),
            feed: "zh/feed.xml".into(),
        }
    }
}

impl Pager {
    /// An example.
    pub fn sample() -> Self {
        Self {
            number: 2,
            of: 9,
            previous: "../index.html".into(),
            next: "3.html".into(),
            jumps: vec![
                Link::new("1", "../index.html"),
                Link::new("2", ""),
                Link::new("…", ""),
                Link::new("9", "9.html"),
            ],
        }
    }
}
