//! Examples: the home page and the lists of cases, enterprises and terms.

use super::parts::{
    bare_chrome, card, chrome, comparison, enterprise_entry, entry, link, matrix, single_page, steel,
};
use super::{Example, Tongue};
use crate::view::{
    CaseGroup, CaseList, Count, EnterpriseList, Entry, Explorer, Home, IndustryPage, LetterGroup, Matrix,
    MatrixPage, Pager, TermList, TermPage,
};

impl Example for Home {
    fn full(tongue: Tongue) -> Self {
        let count = |number: &str, zh: &str, en: &str, href: &str| Count {
            number: number.into(),
            text: tongue.of(zh, en),
            href: href.into(),
        };
        Self {
            page: chrome(tongue, "", "index.html", tongue.of("价值创造案例集", "Value Creation Casebook")),
            counts: vec![
                count("28", "个案例", "cases", "cases/index.html"),
                count("20", "家企业", "enterprises", "enterprises/index.html"),
                count("15", "个行业", "industries", "industries/index.html"),
                count("7", "个行动领域", "action areas", "areas/index.html"),
            ],
            featured: vec![card(tongue), card(tongue)],
            latest: vec![card(tongue)],
            matrix: matrix(tongue),
            areas: areas(tongue),
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Value Creation Casebook"),
            counts: Vec::new(),
            featured: Vec::new(),
            latest: Vec::new(),
            matrix: Matrix { sentence: String::new(), columns: Vec::new(), rows: Vec::new() },
            areas: Vec::new(),
        }
    }
}

fn areas(tongue: Tongue) -> Vec<Entry> {
    let described = |entry: Entry, zh: &str, en: &str| Entry { description: tongue.of(zh, en), ..entry };
    vec![
        described(
            entry(tongue.of("效益效率", "Efficiency and effectiveness"), "efficiency", 9, 0),
            "同样的投入，多产出一些；同样的产出，少占用一些。",
            "More from the same input, or the same from less.",
        ),
        described(
            entry(tongue.of("共建共享", "Joint construction and sharing"), "shared-value", 0, 0),
            "把供应商、用户、职工和邻近社区当作共同出力的人。",
            "Treating suppliers, users, employees and neighbours as people who contribute.",
        ),
    ]
}

impl Example for CaseList {
    fn full(tongue: Tongue) -> Self {
        Self {
            page: chrome(
                tongue,
                "cases",
                "cases/2.html",
                tongue.of("全部案例（第2页）", "All cases (page 2)"),
            ),
            heading: tongue.of("全部案例", "All cases"),
            intro: tongue.of("按发布时间从新到旧排列。", "From the latest to the earliest."),
            total: tongue.of("共216个案例", "216 cases"),
            ways: vec![
                link(tongue.of("按行业", "By industry"), "../industries/index.html"),
                link(tongue.of("按行动领域", "By action area"), "../areas/index.html"),
            ],
            explorer: Some(Explorer {
                data: "explorer.js".into(),
                facets: vec![
                    link(tongue.of("行业", "Industry"), "industry"),
                    link(tongue.of("地区", "Region"), "region"),
                ],
            }),
            cards: vec![card(tongue), card(tongue), card(tongue)],
            pager: Pager::sample(),
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("All cases"),
            heading: "All cases".into(),
            intro: String::new(),
            total: "no cases".into(),
            ways: Vec::new(),
            explorer: None,
            cards: Vec::new(),
            pager: single_page(),
        }
    }
}

impl Example for EnterpriseList {
    fn full(tongue: Tongue) -> Self {
        Self {
            page: chrome(tongue, "enterprises", "enterprises/index.html", tongue.of("企业", "Enterprises")),
            total: tongue.of("共20家企业", "20 enterprises"),
            compare: vec![link(tongue.of("企业对比", "Compare enterprises"), "../compare.html")],
            letters: vec![link("A", ""), link("H", "#h"), link("Z", "2.html#z"), link("#", "")],
            groups: vec![LetterGroup {
                letter: "H".into(),
                id: "h".into(),
                enterprises: vec![enterprise_entry(tongue), enterprise_entry(tongue)],
            }],
            pager: Pager::sample(),
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Enterprises"),
            total: "no enterprises".into(),
            compare: Vec::new(),
            letters: Vec::new(),
            groups: Vec::new(),
            pager: single_page(),
        }
    }
}

impl Example for IndustryPage {
    fn full(tongue: Tongue) -> Self {
        let name = tongue.of("制造业", "Manufacturing");
        Self {
            page: chrome(tongue, "industries", "industries/manufacturing.html", name.clone()),
            name,
            description: tongue.of("把材料变成产品的行业。", "Industries that turn materials into products."),
            children: vec![
                entry(tongue.of("钢铁", "Steel"), "steel", 6, 0),
                entry(tongue.of("特殊钢", "Special steel"), "special-steel", 1, 1),
                entry(tongue.of("造纸", "Paper"), "paper", 0, 0),
            ],
            total: tongue.of("共9个案例", "9 cases"),
            cards: vec![card(tongue), card(tongue)],
            pager: Pager::sample(),
            enterprises: vec![enterprise_entry(tongue)],
            compare: vec![link(tongue.of("企业对比", "Compare enterprises"), "../compare.html")],
            comparisons: vec![comparison(tongue, "roe")],
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Paper"),
            name: "Paper".into(),
            description: String::new(),
            children: Vec::new(),
            total: "no cases".into(),
            cards: Vec::new(),
            pager: single_page(),
            enterprises: Vec::new(),
            compare: Vec::new(),
            comparisons: Vec::new(),
        }
    }
}

impl Example for TermPage {
    fn full(tongue: Tongue) -> Self {
        let name = tongue.of("组织实施", "Implementation");
        Self {
            page: chrome(tongue, "areas", "stages/implementation.html", name.clone()),
            facet: tongue.of("阶段", "Stage"),
            name,
            description: tongue.of(
                "按计划行动，按季度复盘，该改的改。",
                "Acting on the plan, reviewing it every quarter and changing what needs to change.",
            ),
            period: tongue.of("2023年4月—2024年12月", "April 2023 – December 2024"),
            total: tongue.of("共21个案例", "21 cases"),
            groups: vec![CaseGroup { industry: steel(tongue), cards: vec![card(tongue), card(tongue)] }],
            pager: Pager::sample(),
            enterprises: vec![enterprise_entry(tongue)],
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Heat recovery"),
            facet: "Tag".into(),
            name: "Heat recovery".into(),
            description: String::new(),
            period: String::new(),
            total: "no cases".into(),
            groups: Vec::new(),
            pager: single_page(),
            enterprises: Vec::new(),
        }
    }
}

impl Example for TermList {
    fn full(tongue: Tongue) -> Self {
        let heading = tongue.of("行业", "Industries");
        let mut entries = vec![
            entry(tongue.of("制造业", "Manufacturing"), "manufacturing", 9, 0),
            entry(tongue.of("钢铁", "Steel"), "steel", 6, 1),
            entry(tongue.of("造纸", "Paper"), "paper", 0, 1),
        ];
        entries.extend(areas(tongue));
        Self {
            page: chrome(tongue, "industries", "industries/index.html", heading.clone()),
            heading,
            intro: tongue
                .of("每个行业的案例、企业和指标。", "Cases, enterprises and indicators of each industry."),
            entries,
        }
    }

    fn bare() -> Self {
        Self { page: bare_chrome("Tags"), heading: "Tags".into(), intro: String::new(), entries: Vec::new() }
    }
}

impl Example for MatrixPage {
    fn full(tongue: Tongue) -> Self {
        let title = tongue.of("案例分布", "Where the cases are");
        Self { page: chrome(tongue, "matrix", "areas/matrix.html", title), matrix: matrix(tongue) }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Where the cases are"),
            matrix: Matrix { sentence: String::new(), columns: Vec::new(), rows: Vec::new() },
        }
    }
}
