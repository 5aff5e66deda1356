//! Examples: a free page, the pages of search and of comparisons, and the page for lost addresses.

use super::parts::{bare_chrome, chrome, contents, evidence, foreign, link, prose};
use super::{Example, Tongue};
use crate::view::{
    ComparePage, ComparedIndicator, ComparedIndustry, FreePage, Html, NotFound, NotFoundWords, SearchPage,
};

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

impl Example for ComparePage {
    fn full(tongue: Tongue) -> Self {
        let industry = |id: &str, name, depth, (from, to): (usize, usize), enterprises| ComparedIndustry {
            id: id.into(),
            link: link(name, &format!("industries/{id}.html")),
            depth,
            count: (to - from).to_string(),
            from,
            to,
            enterprises,
            more: depth > 0,
        };
        let hualan = link(tongue.of("华岚钢铁", "Hualan Steel"), "enterprises/hualan-steel.html");
        let indicator = |id: &str, name: String, direction: String, better| ComparedIndicator {
            id: format!("{id}.1"),
            key: format!("{id}.1"),
            stem: format!("#figure.{id}."),
            link: link(name, &format!("indicators/{id}.html")),
            direction,
            step: 1.0,
            better,
            apart: better == "up",
        };
        Self {
            page: chrome(tongue, "enterprises", "compare.html", tongue.of("企业对比", "Compare enterprises")),
            folder: "compare/".into(),
            enterprises: "enterprises/".into(),
            per_file: 1000,
            most: 4,
            total: 20,
            industries: vec![
                industry("manufacturing", tongue.of("制造业", "Manufacturing"), 0, (0, 20), Vec::new()),
                industry("steel", tongue.of("钢铁", "Steel"), 1, (0, 14), vec![hualan.clone(), hualan]),
            ],
            indicators: vec![
                indicator(
                    "total-profit",
                    tongue.of("利润总额", "Total profit"),
                    tongue.of("越高越好", "higher is better"),
                    "up",
                ),
                indicator(
                    "debt-to-asset-ratio",
                    tongue.of("资产负债率", "Debt-to-asset ratio"),
                    tongue.of("保持在40%–65%之间", "to be kept within 40%–65%"),
                    "",
                ),
            ],
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Compare enterprises"),
            industries: Vec::new(),
            indicators: Vec::new(),
            ..Self::full(Tongue::En)
        }
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
