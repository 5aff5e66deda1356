//! Examples: the sources, and one of them.

use super::parts::{bare_chrome, chrome, enterprise, link, roe, single_page};
use super::{Example, Tongue};
use crate::view::figure::evidence::anchor;
use crate::view::{
    Fact, Html, Link, Pager, SourceEntry, SourceList, SourcePage, SupportedGroup, SupportedLine,
};

impl Example for SourceList {
    fn full(tongue: Tongue) -> Self {
        let heading = tongue.of("数据来源", "Sources");
        Self {
            page: chrome(tongue, "sources", "sources/index.html", heading.clone()),
            heading,
            sources: vec![
                SourceEntry {
                    link: report(tongue),
                    producer: enterprise(tongue).text,
                    kind: tongue.of("年度报告", "annual report"),
                    published: tongue.of("2025年3月28日", "28 March 2025"),
                    figures: tongue.of("支撑48个数据", "48 figures rest on it"),
                },
                bare_entry(tongue),
            ],
            pager: Pager::sample(),
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Sources"),
            heading: "Sources".into(),
            sources: vec![bare_entry(Tongue::En)],
            pager: single_page(),
        }
    }
}

impl Example for SourcePage {
    fn full(tongue: Tongue) -> Self {
        let title = report(tongue).text;
        let fact =
            |label: (&str, &str), item: Link| Fact { label: tongue.of(label.0, label.1), items: vec![item] };
        Self {
            page: chrome(tongue, "sources", "sources/annual-report-2024.html", title.clone()),
            title: link(title, ""),
            kind: tongue.of("年度报告", "annual report"),
            facts: vec![
                fact(("编制单位", "Producer"), link(enterprise(tongue).text, "")),
                fact(("发布", "Published"), link(tongue.of("2025年3月28日", "28 March 2025"), "")),
                fact(
                    ("原件", "Document"),
                    link(
                        "example.org/hualan/annual-report-2024.pdf",
                        "https://example.org/hualan/annual-report-2024.pdf",
                    ),
                ),
            ],
            citation: tongue.of(
                "华岚钢铁集团：《2024年年度报告》，2025年。",
                "Hualan Steel Group (2025): Annual report 2024.",
            ),
            total: tongue.of("支撑48个数据", "48 figures rest on it"),
            groups: vec![SupportedGroup {
                subject: enterprise(tongue),
                kind: tongue.of("企业", "Enterprise"),
                lines: vec![
                    line(tongue, "", "2019", "2024"),
                    line(tongue, &tongue.of("目标值", "Target"), "2025", ""),
                ],
            }],
            pager: Pager::sample(),
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Energy ledger"),
            title: link("Energy ledger", ""),
            kind: "internal".into(),
            facts: Vec::new(),
            citation: String::new(),
            total: "0 figures rest on it".into(),
            groups: Vec::new(),
            pager: single_page(),
        }
    }
}

fn report(tongue: Tongue) -> Link {
    link(tongue.of("2024年年度报告", "Annual report 2024"), "annual-report-2024.html")
}

fn line(tongue: Tongue, note: &str, from: &str, to: &str) -> SupportedLine {
    let row =
        |period: &str| anchor(&format!("../enterprises/hualan-steel.html#figure.roe.{period}"), period, "");
    let runs = if to.is_empty() { row(from) } else { format!("{}–{}", row(from), row(to)) };
    let roe = roe(tongue);
    let indicator = Html(anchor(&roe.href, &roe.text, &roe.lang));
    SupportedLine { indicator, note: note.into(), runs: Html(runs) }
}

fn bare_entry(tongue: Tongue) -> SourceEntry {
    SourceEntry {
        link: link(tongue.of("热轧厂能耗台账", "Energy ledger of the hot mill"), "hualan-energy-ledger.html"),
        producer: String::new(),
        kind: tongue.of("内部资料", "internal"),
        published: String::new(),
        figures: tongue.of("支撑6个数据", "6 figures rest on it"),
    }
}
