//! Examples: a case, an enterprise.

use super::parts::{
    bare_chrome, card, chrome, contents, cover, data_files, efficiency, enterprise, evidence, figure,
    foreign, headline, link, prose, roe, scorecard, steel,
};
use super::{Example, Tongue};
use crate::view::{
    CasePage, Citation, Contribution, EnterprisePage, Fact, Html, Image, Link, Milestone, Reason, Recognition,
};

impl Example for CasePage {
    fn full(tongue: Tongue) -> Self {
        let title = tongue.of("一条轧线的三年", "Three years on one rolling line");
        Self {
            page: chrome(tongue, "cases", "cases/hualan-smart-rolling.html", title.clone()),
            title,
            subtitle: tongue.of("华岚热轧厂怎样学会不再等待", "How Hualan’s hot mill stopped waiting"),
            summary: tongue.of(
                "轧机很快，钢却总在等。华岚热轧厂买来的排程软件三周就被夜班关掉；真正管用的，是夜班写下的一摞卡片，和一张给急单标价的表。",
                "The mill was fast, but the steel kept waiting. The night shift switched off the new scheduling software after three weeks. What worked was the stack of cards they wrote instead, and a price tag on rush orders.",
            ),
            kind: tongue.of("标杆项目", "Benchmarking project"),
            area: Link::new(tongue.of("效益效率", "Efficiency and effectiveness"), "../areas/efficiency.html"),
            mark: String::new(),
            language_notes: vec![foreign("Cette étude de cas n’existe pas encore en français.", "fr")],
            translated_from: Link {
                lang: String::new(),
                ..link(
                    tongue.of("译自英文原文", "Translated from the Chinese original"),
                    "../../zh/cases/hualan-smart-rolling.html",
                )
            },
            enterprise: enterprise(tongue),
            facts: facts(tongue),
            headline: Some(headline(tongue)),
            cover: Some(cover(tongue)),
            gallery: vec![Image {
                src: "../../media/hualan-smart-rolling/cards.png".into(),
                caption: tongue.of("推翻理由卡片", "Override cards"),
                credit: String::new(),
                ..cover(tongue)
            }],
            scorecard: scorecard(tongue),
            before_after: figure(tongue, "figure-before"),
            lead_chart: figure(tongue, "figure-roe"),
            contents: contents(tongue),
            body: prose(tongue),
            timeline: figure(tongue, "figure-time"),
            milestones: milestones(tongue),
            contributions: vec![Contribution {
                indicator: roe(tongue),
                change: tongue.of("2021—2024年提高3.2个百分点", "up 3.2 percentage points, 2021–2024"),
                link: tongue.of("有贡献", "contributed"),
                method: tongue.of(
                    "节能和减少等待带来的利润占集团利润增量的一部分，其余来自减债和品种结构。",
                    "Savings in energy and waiting time explain part of the rise in group profit; the rest came from lower debt and a richer product mix.",
                ),
            }],
            evidence: evidence(tongue),
            reasons: vec![Reason {
                facts: vec![tongue.of(
                    "净资产收益率从2021年起算，这是2019年至2024年间差距最大的一期",
                    "Return on net assets: counted from 2021, which has the widest gap from 2019 to 2024",
                )],
                reason: link(
                    tongue.of("目标责任书以2021年为基期。", "The target letter takes 2021 as its baseline."),
                    "",
                ),
            }],
            citations: citations(tongue),
            related: vec![card(tongue), card(tongue)],
        }
    }

    fn bare() -> Self {
        let title = "An Untitled Case With a Name That Is Long Enough to Need Three Lines on Any Telephone, and Donaudampfschifffahrtsgesellschaftskapitän";
        Self {
            page: bare_chrome(title),
            title: title.into(),
            subtitle: String::new(),
            summary: String::new(),
            kind: "Model enterprise".into(),
            area: Link::new("", ""),
            mark: "Draft".into(),
            language_notes: Vec::new(),
            translated_from: link("", ""),
            enterprise: link("Hualan Steel Group", ""),
            facts: Vec::new(),
            headline: None,
            cover: None,
            gallery: Vec::new(),
            scorecard: Html::default(),
            before_after: Html::default(),
            lead_chart: Html::default(),
            contents: Vec::new(),
            body: Html("<p>…</p>".into()),
            timeline: Html::default(),
            milestones: Vec::new(),
            contributions: Vec::new(),
            evidence: Html::default(),
            reasons: Vec::new(),
            citations: Vec::new(),
            related: Vec::new(),
        }
    }
}

fn citations(tongue: Tongue) -> Vec<Citation> {
    let title = tongue.of("一条轧线的三年。", "Three years on one rolling line.");
    let (before, after) = match tongue {
        Tongue::Zh => (
            "案例集编辑部（2025年2月18日）。",
            "价值创造案例集。https://example.org/zh/cases/hualan-smart-rolling.html",
        ),
        Tongue::En => (
            "Casebook Desk. (2025, February 18). ",
            " Value Creation Casebook. https://example.org/en/cases/hualan-smart-rolling.html",
        ),
    };
    vec![
        Citation { style: "APA 7".into(), before: before.into(), title, after: after.into() },
        Citation {
            style: "GB/T 7714—2015".into(),
            before: tongue.of(
                "案例集编辑部. 一条轧线的三年[EB/OL]. (2025-02-18)[引用日期]. https://example.org/zh/cases/hualan-smart-rolling.html.",
                "Casebook Desk. Three years on one rolling line[EB/OL]. (2025-02-18)[date of access]. https://example.org/en/cases/hualan-smart-rolling.html.",
            ),
            title: String::new(),
            after: String::new(),
        },
    ]
}

fn facts(tongue: Tongue) -> Vec<Fact> {
    let fact = |zh: &str, en: &str, items: Vec<Link>| Fact { label: tongue.of(zh, en), items };
    vec![
        fact("行业", "Industry", vec![steel(tongue)]),
        fact("地区", "Region", vec![link(tongue.of("河北", "Hebei"), "../regions/hebei.html")]),
        fact(
            "行动领域",
            "Action areas",
            vec![
                efficiency(tongue),
                link(tongue.of("创新驱动", "Innovation-driven development"), "../areas/innovation.html"),
            ],
        ),
        fact(
            "阶段",
            "Stage",
            vec![link(tongue.of("组织实施", "Implementation"), "../stages/implementation.html")],
        ),
        fact(
            "时间",
            "Period",
            vec![link(tongue.of("2021年10月—2024年12月", "October 2021 – December 2024"), "")],
        ),
        fact("发布", "Published", vec![link(tongue.of("2025年2月18日", "18 February 2025"), "")]),
    ]
}

fn milestones(tongue: Tongue) -> Vec<Milestone> {
    let milestone = |date: (&str, &str), datetime: &str, words: (&str, &str)| Milestone {
        date: tongue.of(date.0, date.1),
        datetime: datetime.into(),
        text: tongue.of(words.0, words.1),
    };
    vec![
        milestone(
            ("2021年10月", "October 2021"),
            "2021-10",
            ("诊断小组开始跟班", "Diagnosis team starts to follow the shifts"),
        ),
        milestone(
            ("2022年3月", "March 2022"),
            "2022-03",
            (
                "排程软件第一次上线，三周后被夜班停用",
                "Scheduling software goes live, and is switched off by the night shift three weeks later",
            ),
        ),
        milestone(
            ("2024年下半年", "Second half of 2024"),
            "",
            ("全年工序能耗结账", "Energy ledger closed for the year"),
        ),
    ]
}

impl Example for EnterprisePage {
    fn full(tongue: Tongue) -> Self {
        let name = enterprise(tongue).text;
        Self {
            page: chrome(tongue, "enterprises", "enterprises/hualan-steel.html", name.clone()),
            name,
            facts: facts(tongue),
            recognitions: vec![Recognition {
                year: "2024".into(),
                title: tongue.of("价值创造标杆企业", "Model enterprise in value creation"),
                by: tongue.of("示例评审委员会", "Example review board"),
            }],
            logo: Some(Image {
                src: "../../media/hualan-steel/logo.svg".into(),
                alt: tongue.of("华岚钢铁集团标志", "Logo of Hualan Steel Group"),
                width: 240,
                height: 80,
                files: Vec::new(),
                caption: String::new(),
                credit: String::new(),
            }),
            scorecard: scorecard(tongue),
            charts: vec![figure(tongue, "figure-roe"), figure(tongue, "figure-rd-intensity")],
            cases: vec![card(tongue)],
            evidence: evidence(tongue),
            data: data_files(tongue, "enterprises/hualan-steel"),
            compare: vec![
                link(tongue.of("与其他企业对比", "Compare with others"), "../compare.html?e=hualan-steel"),
                link(
                    tongue.of("与北冶特钢对比", "Compare with Beiye Special Steel"),
                    "../compare.html?e=hualan-steel,beiye",
                ),
            ],
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Hualan Steel Group"),
            name: "Hualan Steel Group".into(),
            facts: Vec::new(),
            recognitions: Vec::new(),
            logo: None,
            scorecard: Html::default(),
            charts: Vec::new(),
            cases: Vec::new(),
            evidence: Html::default(),
            data: Vec::new(),
            compare: Vec::new(),
        }
    }
}
