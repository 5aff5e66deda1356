//! Examples: a free page, the page of search, and the page for lost addresses.

use super::parts::{bare_chrome, chrome, contents, evidence, foreign, link, prose};
use super::{Example, Tongue};
use crate::view::{FreePage, Html, NotFound, NotFoundWords, SearchPage};

impl Example for FreePage {
    fn full(tongue: Tongue) -> Self {
        let title = tongue.of("数据怎样来，怎样算", "Where the figures come from, and how they are computed");
        Self {
            page: chrome(tongue, "", "pages/method.html", title.clone()),
            title,
            summary: tongue.of("差距、进步与状态的算法。", "How gaps, progress and status are worked out."),
            language_notes: vec![foreign("Cette page n’existe pas encore en français.", "fr")],
            contents: contents(tongue),
            body: prose(tongue),
            evidence: evidence(tongue),
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("About"),
            title: "About".into(),
            summary: String::new(),
            language_notes: Vec::new(),
            contents: Vec::new(),
            body: Html("<p>…</p>".into()),
            evidence: Html::default(),
        }
    }
}

impl Example for SearchPage {
    fn full(tongue: Tongue) -> Self {
        let way = |zh, en, href| link(tongue.of(zh, en), href);
        Self {
            page: chrome(tongue, "search", "search.html", tongue.of("搜索", "Search")),
            folder: "search/".into(),
            edition: "0123456789".into(),
            ways: vec![
                way("案例", "Cases", "cases/index.html"),
                way("企业", "Enterprises", "enterprises/index.html"),
            ],
        }
    }

    fn bare() -> Self {
        Self { page: bare_chrome("Search"), ways: Vec::new(), ..Self::full(Tongue::En) }
    }
}

impl Example for NotFound {
    fn full(tongue: Tongue) -> Self {
        let words = |tongue: Tongue| NotFoundWords {
            lang: tongue.lang().into(),
            heading: tongue.of("没有这一页", "There is no such page"),
            text: tongue.of(
                "地址可能写错了，或者这一页已经撤下。",
                "The address may be mistyped, or the page may have been withdrawn.",
            ),
            home: link(tongue.of("首页", "Home page"), "https://example.org/showcase/zh/index.html"),
            cases: link(
                tongue.of("全部案例", "All cases"),
                "https://example.org/showcase/zh/cases/index.html",
            ),
        };
        let mut page = chrome(tongue, "", "404.html", words(tongue).heading);
        page.root = "https://example.org/showcase/".into();
        page.hidden = true;
        page.crumbs.clear();
        page.alternates.clear();
        Self { page, languages: vec![words(tongue), words(tongue.other())] }
    }

    fn bare() -> Self {
        let mut only = Self::full(Tongue::En);
        only.languages.truncate(1);
        only
    }
}
