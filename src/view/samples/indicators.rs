//! Examples: an indicator, the glossary.

use super::parts::{bare_chrome, card, chrome, comparison, data_files, foreign, link, roe, steel};
use super::{Example, Tongue};
use crate::view::{
    BenchmarkEntry, BenchmarkValue, Fact, GlossaryLine, GlossaryPage, Html, IndicatorPage, Link,
};

impl Example for IndicatorPage {
    fn full(tongue: Tongue) -> Self {
        let name = roe(tongue).text;
        let fact =
            |label: (&str, &str), item: Link| Fact { label: tongue.of(label.0, label.1), items: vec![item] };
        Self {
            page: chrome(tongue, "indicators", "indicators/roe.html", name.clone()),
            name,
            definition: tongue.of("净利润与平均净资产之比。", "Net profit divided by average net assets."),
            formula: tongue.of("净利润 ÷ 平均净资产 × 100%", "net profit ÷ average net assets × 100%"),
            facts: vec![
                fact(("单位", "Unit"), link("%", "")),
                fact(("方向", "Direction"), link(tongue.of("越高越好", "higher is better"), "")),
                fact(
                    ("行动领域", "Action area"),
                    link(tongue.of("效益效率", "Efficiency and effectiveness"), "../areas/efficiency.html"),
                ),
            ],
            benchmarks: vec![
                BenchmarkEntry {
                    id: "steel-world-class-roe".into(),
                    label: tongue.of("世界一流（钢铁）", "World class (steel)"),
                    kind: tongue.of("企业", "enterprise"),
                    industry: steel(tongue),
                    latest: tongue.of("2024年 10.9%", "10.9% in 2024"),
                    values: [("2023", "10.6%"), ("2024", "10.9%")].map(|at| value(at.0, at.1)).into(),
                    source: Html(format!(
                        r#"<a href="../sources/world-steel-2024.html">{}</a>{}"#,
                        tongue.of("世界钢铁企业财务年鉴2024", "World Steel Finance Yearbook 2024"),
                        tongue.of("，表5", ", table 5"),
                    )),
                    comparability: tongue
                        .of("国际财务报告准则，财年止于12月。", "IFRS, fiscal year ending in December."),
                },
                bare_benchmark(tongue),
            ],
            comparisons: vec![comparison(tongue, "steel")],
            total: tongue.of("12个案例以它为据", "12 cases rest on it"),
            cards: vec![card(tongue)],
            data: data_files(tongue, "indicators/roe"),
        }
    }

    fn bare() -> Self {
        Self {
            page: bare_chrome("Return on net assets"),
            name: "Return on net assets".into(),
            definition: "Net profit divided by average net assets.".into(),
            formula: String::new(),
            facts: Vec::new(),
            benchmarks: vec![bare_benchmark(Tongue::En)],
            comparisons: Vec::new(),
            total: "no cases".into(),
            cards: Vec::new(),
            data: Vec::new(),
        }
    }
}

fn value(period: &str, value: &str) -> BenchmarkValue {
    BenchmarkValue {
        id: format!("benchmark.steel-world-class-roe.{period}"),
        period: period.into(),
        value: value.into(),
    }
}

fn bare_benchmark(tongue: Tongue) -> BenchmarkEntry {
    BenchmarkEntry {
        id: "steel-median-roe".into(),
        label: tongue.of("钢铁行业中位数", "Median of the steel industry"),
        kind: tongue.of("同行统计", "peer statistic"),
        industry: link("", ""),
        latest: String::new(),
        values: Vec::new(),
        source: Html::default(),
        comparability: String::new(),
    }
}

impl Example for GlossaryPage {
    fn full(tongue: Tongue) -> Self {
        let other = tongue.other();
        let line = |id: &str, term: (&str, &str), definition: (&str, &str)| GlossaryLine {
            id: id.into(),
            term: tongue.of(term.0, term.1),
            elsewhere: vec![foreign(&other.of(term.0, term.1), other.lang())],
            definition: tongue.of(definition.0, definition.1),
        };
        Self {
            page: chrome(tongue, "glossary", "glossary.html", tongue.of("术语", "Glossary")),
            entries: vec![
                line(
                    "percentage-point",
                    ("百分点", "percentage point"),
                    (
                        "两个百分数之差的单位。由6%到9%，是提高3个百分点，不是提高3%。",
                        "The unit of the difference between two percentages. From 6% to 9% is up 3 percentage points, not up 3%.",
                    ),
                ),
                line(
                    "gap",
                    ("差距", "gap"),
                    (
                        "同一时期对标值与本企业数值之差；正数表示落后。",
                        "The benchmark minus the enterprise’s own figure for the same period; positive means behind.",
                    ),
                ),
            ],
        }
    }

    fn bare() -> Self {
        Self { page: bare_chrome("Glossary"), entries: Vec::new() }
    }
}
