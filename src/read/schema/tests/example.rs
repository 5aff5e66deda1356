//! Files of every kind, right and wrong.

const SITE: &str = "casebook: 1\ntitle: { zh: 甲, en: A }\ndescription: { zh: 甲, en: A }\n\
                    base_url: https://example.org/a/\nlanguages: [zh, en]\npublisher: { name: { zh: 甲, en: A } }\n";
const NAME: &str = "name: { zh: 甲, en: A }\n";
const INDICATOR: &str = "name: { zh: 甲, en: A }\ndefinition: { zh: 甲, en: A }\n";
const BENCHMARK: &str = "indicator: roe\nlabel: { zh: 甲, en: A }\n";
const SOURCE: &str = "title: { zh: 甲, en: A }\nkind: news\n";
const ENTERPRISE: &str = "name: { zh: 甲, en: A }\nindustry: steel\nregion: hebei\n";
const CASE: &str = "kind: project\nenterprise: hualan-steel\nareas: [efficiency]\n";

/// What may be written, with more in each entry than a file needs.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(super) fn right() -> Vec<(&'static str, String)> {
    let with = |start: &str, rest: &str| format!("{start}{rest}");
    vec![
        ("site", SITE.to_owned()),
        (
            "site",
            with(
                SITE,
                "notice: { zh: 甲, en: A }\ntimezone: Asia/Shanghai\ncore_indicators: [roe, total-profit]\n\
                 filing: { icp: 甲 123, public_security: 乙 456 }\n\
                 checks: { unbound: warning }\nshare_images: true\ntheme: default\n",
            ),
        ),
        ("site", with(SITE, "license: CC-BY-4.0\n")),
        ("site", with(SITE, "license: { name: { zh: 甲, en: A }, url: https://example.org/terms }\n")),
        ("vocabulary", "- { id: a, name: { zh: 甲, en: A }, description: { zh: 甲, en: A } }\n".to_owned()),
        (
            "vocabulary",
            "- id: a\n  name: { zh: 甲, en: A }\n  children:\n    - { id: b, name: { zh: 乙, en: B } }\n".to_owned(),
        ),
        ("vocabulary", "- { id: a, name: { zh: 甲, en: A }, period: 2023-01..2023-03 }\n".to_owned()),
        ("glossary", "- { term: { zh: 差距, en: gap }, definition: { zh: 甲, en: A } }\n".to_owned()),
        ("glossary", "- { id: gap, term: { zh: 差距, en: gap }, definition: { zh: 甲, en: A } }\n".to_owned()),
        (
            "indicator",
            with(
                INDICATOR,
                "short: { zh: 甲, en: A }\nformula: { zh: 甲, en: A }\nunit: percent\ndecimals: 1\n\
                 direction: increase\ncan_be_negative: true\naggregation: none\narea: efficiency\nsupersedes: a\n",
            ),
        ),
        ("indicator", with(INDICATOR, "unit: { zh: 吨, en: t }\ndirection: { hold: { within: 1.0 } }\n")),
        (
            "indicator",
            with(INDICATOR, "unit: count\naggregation: sum\ndirection: { range: { min: 40, max: 65 } }\n"),
        ),
        (
            "benchmark",
            with(
                BENCHMARK,
                "kind: enterprise\nindustry: steel\nvalues: { 2019: 9.8, 2024-H1: -1.5 }\nsource: a\n\
                 comparability: { zh: 甲, en: A }\nscale: 10000\ncurrency: CNY\n",
            ),
        ),
        ("benchmark", with(BENCHMARK, "kind: peer-statistic\nstatistic: p75\npeers: [a, b]\n")),
        ("benchmark", with(BENCHMARK, "kind: peer-statistic\nstatistic: median\nvalues: { 2024: 1 }\n")),
        (
            "benchmark",
            with(
                BENCHMARK,
                "kind: ladder\nbands: { 2024: { excellent: 12, good: 9, average: 6, low: 3, poor: 0 } }\n",
            ),
        ),
        ("benchmark", with(BENCHMARK, "kind: limit\nvalues: { 2024: 75 }\nsource: a\nlocator: { zh: 第3页, en: p. 3 }\n")),
        ("benchmark", with(BENCHMARK, "kind: own-past\nperiod: 2019\n")),
        ("source", SOURCE.to_owned()),
        (
            "source",
            with(
                SOURCE,
                "producer: { zh: 甲, en: A }\npublished: 2025-03-28\naccessed: 2025-04-02\nurl: https://a.org/b?c#d\n\
                 citation: 甲乙\nlicense: CC BY 4.0\n",
            ),
        ),
        ("source", with(SOURCE, "citation: { zh: 甲, en: A }\n")),
        (
            "enterprise",
            with(
                ENTERPRISE,
                "short: { zh: 甲, en: A }\nsort_as: hua lan\nlevel: central\nfounded: 1958\nwebsite: https://a.org\n\
                 recognitions: [ { year: 2024, title: { zh: 甲, en: A }, by: { zh: 甲, en: A } } ]\n",
            ),
        ),
        (
            "figures",
            "currency: CNY\nsource: a\nlocator: 第56页\nbasis: audited\nobservations:\n  roe: { 2019: 4.1, 2020: -3.8, 2024-Q3: 6 }\n\
             \x20 gap: { basis: estimate, source: a, locator: 12, values: { 2024: 1 } }\n\
             \x20 total-profit:\n    scale: 10000\n    values:\n      2023: 438120\n\
             \x20     2024: { value: 512300, basis: unaudited, source: flash, locator: { zh: 第3页, en: p. 3 }, note: { zh: 快报数, en: flash } }\n\
             \x20     2025: { value: 530000, withheld: confidential }\n\
             \x20     2026: { value: 5, withheld: { until: 2027-04-30T09:00:00+08:00 } }\n\
             \x20     2022: { value: null, note: { zh: 暂缺, en: none } }\n\
             targets:\n  roe: { baseline: 2021, values: { 2025: 10.0 }, path: linear, source: plan, locator: 表2 }\n\
             \x20 total-profit: { scale: 10000, values: { 2025: 1 } }\nbenchmarks: { roe: steel-world-class-roe }\n\
             bridges:\n  total-profit: { from: 2021, to: 2024, scale: 10000, source: a, locator: 表3, parts: \
             [{ name: { zh: 甲, en: A }, value: 1 }, { name: { zh: 乙, en: B }, value: -2.5 }] }\n"
                .to_owned(),
        ),
        ("case", CASE.to_owned()),
        (
            "case",
            with(
                CASE,
                "partners: [b]\nsystems: [diagnosis]\nabilities: [enhancement]\nstage: implementation\n\
                 period: 2022-03..2024-12\ntags: [smart-manufacturing, 2024]\nindicators: [roe]\ncontributions:\n\
                 \x20 - { indicator: roe, from: 2021, to: 2024, link: contributed, method: { zh: 甲, en: A } }\n\
                 reasons:\n  - { about: base-year, indicator: roe, reason: { zh: 甲, en: A } }\n\
                 \x20 - { about: only-improved, reason: { zh: 甲, en: A } }\n\
                 milestones:\n  - { date: 2022-03, text: { zh: 立项, en: approved } }\nimages:\n\
                 \x20 - { file: media/mill.jpg, alt: { zh: 甲, en: A }, caption: { zh: 甲, en: A }, credit: 甲 }\n\
                 published: 2025-02-18\nstatus: published\npublish_on: 2025-03-01T09:00:00+08:00\nfeatured: true\n\
                 related: [other-case]\n",
            ),
        ),
        ("front-matter", "title: 一条轧线的三年\nsubtitle: 甲\nsummary: 甲\ntranslated_from: zh".to_owned()),
        ("front-matter", "title: 2024".to_owned()),
        ("chart", "kind: trend\nindicator: roe\nbenchmark: a\nfrom: 2019\nto: 2024\ntitle: { zh: 甲, en: A }".to_owned()),
        ("chart", "kind: scorecard".to_owned()),
        ("chart", "kind: scorecard\nindicators: [roe, total-profit]\ntitle: 甲".to_owned()),
        ("chart", "kind: gap\nindicator: roe\nbenchmark: a\nfrom: 2019\nto: 2024\ntitle: 甲".to_owned()),
        ("chart", "kind: bullet\nindicator: roe\nbenchmark: a\nto: 2024".to_owned()),
        ("chart", "kind: dumbbell\nindicators: [roe]\nfrom: 2019\nto: 2024\ntitle: 甲".to_owned()),
        ("chart", "kind: slope\nindicator: roe\nbenchmark: a\nfrom: 2019\nto: 2024".to_owned()),
        ("chart", "kind: matrix\ntitle: 甲".to_owned()),
        ("chart", "kind: timeline\ntitle: 甲".to_owned()),
        ("chart", "kind: bridge\nindicator: roe\ntitle: 甲".to_owned()),
    ]
}

/// One thing wrong in each.
#[expect(clippy::too_many_lines, reason = "a list")]
pub(super) fn wrong() -> Vec<(&'static str, String)> {
    let with = |start: &str, rest: &str| format!("{start}{rest}");
    let broken_lines: [(&'static str, &str, &[&str]); 9] = [
        (
            "site",
            SITE,
            &[
                "timezone: [a]",
                "filing: { icp: 1, other: 2 }",
                "core_indicators: roe",
                "core_indicators: [ROE]",
                "license: CC BY 4.0",
                "license: { name: 甲 }",
                "checks: { unbound: strict }",
                "checks: { other: list }",
                "theme: A B",
                "notice: text",
                "notice: {}",
                "other: 1",
            ],
        ),
        (
            "vocabulary",
            "- id: a\n  name: { zh: 甲, en: A }\n",
            &["  other: 1", "  description: text", "  children: b"],
        ),
        (
            "indicator",
            INDICATOR,
            &["unit: percent", "unit: kg\ndirection: none", "unit: percent\ndirection: up"],
        ),
        (
            "indicator",
            "name: { zh: 甲, en: A }\ndefinition: { zh: 甲, en: A }\nunit: percent\n",
            &[
                "direction: hold",
                "direction: { hold: { within: -1 } }",
                "direction: { range: { min: 1 } }",
                "direction: none\ndecimals: 7",
                "direction: none\ndecimals: 1.5",
                "direction: none\naggregation: sum",
                "direction: none\ncan_be_negative: \"no\"",
                "direction: none\nformula: text",
            ],
        ),
        (
            "benchmark",
            BENCHMARK,
            &[
                "kind: enterprise",
                "kind: other\nvalues: { 2024: 1 }",
                "kind: enterprise\nvalues: { 24: 1 }",
                "kind: enterprise\nvalues: { 2024: text }",
                "kind: enterprise\nvalues: {}",
                "kind: enterprise\nvalues: { 2024: 1 }\nscale: 5",
                "kind: enterprise\nvalues: { 2024: 1 }\ncurrency: rmb",
                "kind: enterprise\nvalues: { 2024: 1 }\nperiod: 2019",
                "kind: peer-statistic",
                "kind: peer-statistic\nstatistic: p100",
                "kind: ladder\nvalues: { 2024: 1 }",
                "kind: ladder\nbands: { 2024: { excellent: 1 } }",
                "kind: own-past",
                "kind: own-past\nperiod: last year",
            ],
        ),
        (
            "source",
            SOURCE,
            &[
                "published: 2025/3/28",
                "published: 2025-13-01",
                "url: www.a.org",
                "url: \"https:// a.org\"",
                "other: a",
            ],
        ),
        (
            "enterprise",
            ENTERPRISE,
            &[
                "level: 央企",
                "founded: 1958.5",
                "founded: \"1958\"",
                "recognitions: [ { year: 2024 } ]",
                "website: a",
            ],
        ),
        (
            "figures",
            "",
            &[
                "currency: 人民币",
                "basis: certain",
                "observations: { roe: 9.4 }",
                "observations: { ROE: { 2024: 1 } }",
                "observations: { roe: { 2024年: 1 } }",
                "observations: { roe: { 2024: 9.4% } }",
                "observations: { roe: { 2024: \"9.4\" } }",
                "observations: { roe: { scale: 10000 } }",
                "observations: { roe: { source: a } }",
                "observations: { roe: { locator: [3], values: { 2024: 1 } } }",
                "observations: { roe: { scale: 10, values: { 2024: 1 }, other: 1 } }",
                "observations: { roe: { 2024: { note: { zh: 甲, en: A } } } }",
                "observations: { roe: { 2024: { value: 1, withheld: secret } } }",
                "observations: { roe: { 2024: { value: 1, withheld: { until: 2027-04-30 } } } }",
                "targets: { roe: { baseline: 2021 } }",
                "targets: { roe: { values: { 2025: 1 }, path: curved } }",
                "benchmarks: { roe: [a] }",
                "benchmarks: [a]",
                "bridges: { roe: { from: 2021, to: 2024 } }",
                "bridges: { roe: { from: 2021, to: 2024, parts: [] } }",
                "bridges: { roe: { from: 2021, to: 2024, parts: [{ name: { zh: 甲, en: A } }] } }",
                "bridges: { roe: { from: 2021, parts: [{ name: { zh: 甲, en: A }, value: 1 }] } }",
            ],
        ),
        (
            "case",
            CASE,
            &[
                "period: 2022",
                "period: 2022-03-2024-12",
                "milestones: [ { date: 2022-03-01, text: { zh: 甲, en: A } } ]",
                "contributions: [ { indicator: roe, from: 2021, to: 2024 } ]",
                "contributions: [ { indicator: roe, from: 2021, to: 2024, link: strong } ]",
                "reasons: [ { about: base-year, reason: { zh: 甲, en: A } } ]",
                "reasons: [ { about: taste, indicator: roe, reason: { zh: 甲, en: A } } ]",
                "images: [ { file: media/a.jpg } ]",
                "images: [ { file: ../a.jpg, alt: { zh: 甲, en: A } } ]",
                "publish_on: 2025-03-01 09:00",
                "status: done",
                "featured: 1",
                "tags: [a, a]",
                "related: [a b]",
            ],
        ),
    ];
    let mut all: Vec<(&'static str, String)> = broken_lines
        .iter()
        .flat_map(|(kind, start, lines)| lines.iter().map(|line| (*kind, with(start, &format!("{line}\n")))))
        .collect();
    all.extend([
        ("site", SITE.replace("casebook: 1", "casebook: 2")),
        ("site", SITE.replace("https://", "")),
        ("site", SITE.replace("/a/", "/a/?b")),
        ("site", SITE.replace("[zh, en]", "[]")),
        ("site", SITE.replace("[zh, en]", "[ZH]")),
        ("site", SITE.replace("casebook: 1\n", "")),
        ("vocabulary", "a: 1\n".to_owned()),
        ("vocabulary", NAME.replace("name", "- name")),
        ("glossary", "- { id: gap, term: { zh: 甲, en: A } }\n".to_owned()),
        ("case", CASE.replace("[efficiency]", "efficiency")),
        ("case", CASE.replace("[efficiency]", "[]")),
        ("case", CASE.replace("[efficiency]", "[a, b, c, d]")),
        ("case", CASE.replace("project", "story")),
        ("case", CASE.replace("enterprise: hualan-steel\n", "")),
        ("front-matter", "subtitle: 甲".to_owned()),
        ("front-matter", "title: \" \"".to_owned()),
        ("front-matter", "title: 甲\nother: 1".to_owned()),
        ("front-matter", "title: [甲]".to_owned()),
        ("chart", "kind: pie\nindicator: roe".to_owned()),
        ("chart", "kind: trend".to_owned()),
        ("chart", "kind: trend\nindicator: roe\nindicators: [roe]".to_owned()),
        ("chart", "kind: scorecard\nindicator: roe".to_owned()),
        ("chart", "kind: bullet\nindicator: roe\nfrom: 2019".to_owned()),
        ("chart", "kind: scorecard\nto: 2019".to_owned()),
        ("chart", "kind: dumbbell\nbenchmark: a".to_owned()),
        ("chart", "kind: slope".to_owned()),
        ("chart", "kind: matrix\nfrom: 2019".to_owned()),
        ("chart", "kind: timeline\nindicator: roe".to_owned()),
        ("chart", "kind: bridge\nindicator: roe\nto: 2024".to_owned()),
        ("chart", "kind: trend\nindicator: roe\nfrom: 19".to_owned()),
    ]);
    all
}
