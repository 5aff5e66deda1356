//! Every figure leads in one step to where it comes from: rows of evidence, the pages of sources.

mod support;

use std::collections::BTreeSet;

use support::{Built, Site, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";
const ZH: &str = "content/cases/rolling/zh.md";
const EN: &str = "content/cases/rolling/en.md";

/// Every form of claim there is, about the case's enterprise, about another, and about the project itself.
const CLAIMS: &str = "{roe@2024} [9.4%]{roe@2024} {roe: change 2021..2024} {roe: multiple 2021..2024} {roe: gap 2024} \
    {roe: gap closed 2024} {roe: benchmark 2025} {roe: target 2025} {roe: rank 2024} {total-profit: growth 2021..2024} \
    {hualan-steel/roe@2023} {beilu/roe@2024} {beilu/roe: change 2021..2024} {beilu/roe: gap 2022} \
    {beilu/roe: gap closed 2024} {beilu/roe: target 2026} {beilu/roe: rank 2024} \
    {heat@2024} {pilot/heat@2024} {hualan-steel/heat@2024}";

/// A site with six enterprises, in which everything that can be claimed is there.
fn full() -> Site {
    among_others(site())
        .file(ZH, &format!("---\ntitle: 甲\nsummary: 说明\n---\n## 成效 {{#results}}\n{CLAIMS}\n"))
        .file(EN, &format!("---\ntitle: A\nsummary: Words\n---\n## Results {{#results}}\n{CLAIMS}\n"))
        .edit("content/benchmarks/steel-roe.yaml", "2024: 10.9", "2024: 10.9, 2025: 11.2")
        .edit(
            "content/benchmarks/steel-roe.yaml",
            "source: annual-report\n",
            "source: annual-report\nlocator: { zh: 表5, en: table 5 }\ncomparability: { zh: 口径相近。, en: Much alike. }\n",
        )
        .edit(
            FIGURES,
            "2024: 9.4",
            "2024: { value: 9.4, basis: unaudited, locator: { zh: 第56页, en: p. 56 }, note: { zh: 快报数, en: flash figure } }",
        )
        .edit(FIGURES, "  total-profit:", "  heat: { 2024: 3.1 }\n  total-profit:")
        .file(
            "content/indicators/heat.yaml",
            "name: { zh: 余热, en: Waste heat }\ndefinition: { zh: 余热。, en: Heat. }\nunit: percent\ndecimals: 1\ndirection: increase\n",
        )
        .file("content/cases/rolling/indicators.yaml", "source: log\nobservations: { heat: { 2024: 7.5 } }\n")
        .file("content/sources/log.yaml", "title: { zh: 台账, en: Log }\nkind: internal\n")
        .file("content/cases/pilot/indicators.yaml", "source: log\nobservations: { heat: { 2024: 6.5 } }\n")
        .case("pilot", &["zh", "en"])
}

/// Five more enterprises of the industry.
fn among_others(mut site: Site) -> Site {
    for (id, zh, en) in
        [("beilu", "北麓", "Beilu"), ("c", "丙", "C"), ("d", "丁", "D"), ("e", "戊", "E"), ("f", "己", "F")]
    {
        site = site
            .file(
                &format!("content/enterprises/{id}/enterprise.yaml"),
                &format!("name: {{ zh: {zh}, en: {en} }}\nindustry: steel\nregion: hebei\n"),
            )
            .file(
                &format!("content/enterprises/{id}/indicators.yaml"),
                "source: annual-report\nobservations:\n  roe: { 2021: 5, 2022: 5.5, 2024: 6 }\n\
                 targets:\n  roe: { baseline: 2021, values: { 2026: 8 } }\nbenchmarks: { roe: steel-roe }\n",
            );
    }
    site
}

fn built() -> Built {
    let built = full().build();
    built.made().notes([]);
    built
}

/// The values of an attribute on a page.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let marked = format!(" {attribute}=\"");
    html.split(&marked).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The HTML from the row of evidence with that id to the end of its indicator.
fn evidence<'h>(html: &'h str, id: &str) -> &'h str {
    let at = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id} on\n{html}"));
    html[at..].split("</section>").next().expect("what is split has a first part")
}

#[test]
fn every_claim_leads_to_a_row_of_its_own_page() {
    let built = built();
    for page in ["zh/cases/rolling.html", "en/cases/rolling.html"] {
        let html = built.text(page);
        let claims = html.matches("<a class=\"figure-claim\" href=\"#").count();
        assert_eq!(claims, CLAIMS.matches('{').count(), "{page}");
        assert_eq!(html.matches("<data class=\"figure\"").count(), claims, "{page}");
    }
}

#[test]
fn no_way_to_evidence_leads_nowhere_and_no_row_stands_twice() {
    let built = full()
        .file("content/pages/about/zh.md", "---\ntitle: 关于\n---\n{hualan-steel/roe@2024}，{beilu/roe: target 2026}\n")
        .file("content/pages/about/en.md", "---\ntitle: About\n---\n{hualan-steel/roe@2024}\n")
        .edit(ZH, "{roe@2024}", "{roe@2024}\n\n```chart\nkind: rank\nindicator: roe\n```\n\n```chart\nkind: trend\nindicator: roe\nbenchmark: own\n```\n\n")
        .file(
            "content/benchmarks/own.yaml",
            "kind: own-past\nindicator: roe\nlabel: { zh: 自身2021, en: Own 2021 }\nperiod: 2021\n",
        )
        .build();
    built.made();
    let mut ways = 0;
    for (path, bytes) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let ids = values(html, "id");
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id stands twice on {path}");
        for href in values(html, "href") {
            let Some((page, anchor)) = href.split_once('#').filter(|_| !href.starts_with("http")) else {
                continue;
            };
            let target = if page.is_empty() { path.clone() } else { join(path, page) };
            let target = built.text(&target);
            assert!(
                target.contains(&format!(" id=\"{anchor}\"")),
                "{path} leads to {href}, which is not there"
            );
            ways += usize::from(anchor.starts_with("figure."));
        }
    }
    assert!(ways > 100, "{ways}");
}

/// The path of what `href` leads to from a page.
fn join(from: &str, href: &str) -> String {
    let mut folders: Vec<&str> = from.split('/').collect();
    folders.pop();
    for part in href.split('/') {
        if part == ".." {
            folders.pop();
        } else {
            folders.push(part);
        }
    }
    folders.join("/")
}

#[test]
fn a_row_says_everything_about_its_figure_in_both_languages() {
    let built = built();
    for (page, words) in [
        (
            "zh/cases/rolling.html",
            [
                "9.4%",
                "10.9%",
                "未经审计",
                "年度报告</a>，第56页",
                "快报数",
                "世界一流",
                "年度报告</a>，表5",
                "口径相近。",
            ],
        ),
        (
            "en/cases/rolling.html",
            [
                "9.4%",
                "10.9%",
                "unaudited",
                "Annual report</a>, p. 56",
                "flash figure",
                "World class",
                "Annual report</a>, table 5",
                "Much alike.",
            ],
        ),
    ] {
        let evidence = evidence(built.text(page), "figure.roe.2024");
        for word in words {
            assert!(evidence.contains(word), "{page} does not say {word:?} in\n{evidence}");
        }
        assert!(evidence.contains("href=\"../sources/annual-report.html\""));
    }
}

#[test]
fn a_long_unit_is_said_once_above_the_values() {
    let built = built();
    let zh = evidence(built.text("zh/cases/rolling.html"), "evidence.total-profit");
    assert!(zh.contains("数值（亿元）") && zh.contains("<td class=\"num\">51.23</td>"), "{zh}");
    let en = evidence(built.text("en/cases/rolling.html"), "evidence.total-profit");
    assert!(en.contains("Value (CNY billion)") && en.contains("<td class=\"num\">5.12</td>"), "{en}");
}

#[test]
fn a_value_of_another_size_stands_in_its_row_as_the_text_writes_it() {
    let built = full().edit(FIGURES, "2021: 438120", "2021: 12500").build();
    built.made();
    let en = evidence(built.text("en/cases/rolling.html"), "figure.total-profit.2021");
    assert!(en.contains("<td class=\"num\">CNY 125 million</td>") && en.contains("CNY 5.12 billion"), "{en}");
}

#[test]
fn a_target_has_a_row_with_its_source_and_how_it_stands() {
    let built = built();
    let zh = evidence(built.text("zh/cases/rolling.html"), "figure.roe.2025.target");
    for word in ["2025目标", "10.0%", "年度报告", "自2021年起算", "2024年：快于进度。"] {
        assert!(zh.contains(word), "{word} in\n{zh}");
    }
    let en = evidence(built.text("en/cases/rolling.html"), "figure.roe.2025.target");
    assert!(en.contains("counted from 2021") && en.contains("2024: ahead of schedule. "), "{en}");
}

#[test]
fn a_claim_that_speaks_of_a_way_names_both_ends() {
    let built = built();
    built.page("zh/cases/rolling.html", |page| {
        page.shows("href=\"#figure.roe.2024\" title=\"2021 6.2% → 2024 9.4%\"");
        page.shows("title=\"2024 9.4% · 世界一流 10.9%\"");
    });
}

#[test]
fn others_are_shown_with_the_periods_that_are_named_and_under_their_own_name() {
    let built = built();
    let html = built.text("zh/cases/rolling.html");
    let block = evidence(html, "evidence.beilu.roe");
    assert!(block.contains(">北麓</a> · <a"), "{block}");
    for id in ["2021", "2022", "2024", "2026.target", "2024.rank"] {
        assert!(block.contains(&format!("id=\"figure.beilu.roe.{id}\"")), "{id} in\n{block}");
    }
    assert!(!html.contains("id=\"figure.beilu.roe.2023\""), "nobody speaks of 2023");
    // The project's own figure and its enterprise's are two figures.
    assert!(evidence(html, "figure.heat.2024").contains("7.5%"));
    assert!(evidence(html, "figure.hualan-steel.heat.2024").contains("3.1%"));
    assert!(evidence(html, "figure.pilot.heat.2024").contains("6.5%"));
}

#[test]
fn a_rank_names_those_among_whom_it_holds() {
    let built = built();
    let html = built.text("zh/cases/rolling.html");
    let rank = evidence(html, "figure.roe.2024.rank");
    assert!(rank.contains("2024年名次：第1位，共6家"), "{rank}");
    for link in ["\"#figure.roe.2024\">华岚钢铁", "\"../enterprises/beilu.html#figure.roe.2024\">北麓"]
    {
        assert!(rank.contains(link), "{link} in\n{rank}");
    }
}

#[test]
fn a_computed_benchmark_names_its_peers_and_their_number() {
    let built = among_others(site())
        .file(
            "content/benchmarks/steel-roe.yaml",
            "kind: peer-statistic\nindicator: roe\nlabel: { zh: 同业中位数, en: Peer median }\nstatistic: median\n\
             peers: [beilu, c, d, e, f]\n",
        )
        .build();
    built.made();
    let zh = evidence(built.text("zh/enterprises/hualan-steel.html"), "figure.roe.2024");
    assert!(
        zh.contains("由2024年有公开数值的5家企业算出：<a href=\"../enterprises/beilu.html#figure.roe.2024\">北麓</a>、"),
        "{zh}"
    );
    let en = evidence(built.text("en/enterprises/hualan-steel.html"), "figure.roe.2024");
    assert!(en.contains("computed from the 5 enterprises with public values for 2024: "), "{en}");
}

#[test]
fn an_author_is_told_that_a_benchmark_has_too_few_peers_to_be_computed() {
    let median = |peers: &str| {
        among_others(site()).file(
            "content/benchmarks/steel-roe.yaml",
            &format!(
                "kind: peer-statistic\nindicator: roe\nlabel: {{ zh: 中位数, en: Median }}\nstatistic: median\npeers: [{peers}]\n"
            ),
        )
    };
    let few = median("beilu, c, d, e");
    few.build().made().marks(&few, "benchmark-of-few-peers", "beilu, c, d, e");
    median("beilu, c, d, e, f").build().made().notes([]);
    // Four of five have a public figure.
    let hidden = "2021: { value: 5, withheld: confidential }, 2022: null, 2024: null";
    let secret = median("beilu, c, d, e, f").edit(
        "content/enterprises/f/indicators.yaml",
        "2021: 5, 2022: 5.5, 2024: 6",
        hidden,
    );
    assert!(secret.build().diagnostics.iter().any(|d| d.problem.code() == "benchmark-of-few-peers"));
    // Who is one of them cannot be read, and nobody is blamed twice.
    let broken =
        median("beilu, c, d, e, f").edit("content/enterprises/f/indicators.yaml", "2021: 5,", "2021: x,");
    assert!(broken.build().diagnostics.iter().all(|d| d.problem.code() != "benchmark-of-few-peers"));
}

#[test]
fn charts_tables_tiles_and_the_lead_figure_lead_to_evidence_too() {
    let built = built();
    for page in ["zh/cases/rolling.html", "zh/enterprises/hualan-steel.html"] {
        built.page(page, |page| {
            page.shows("<th scope=\"row\"><a href=\"#figure.roe.2024\">2024</a></th>");
            page.shows("<p class=\"tile-value\"><a href=\"#figure.roe.2024\">9.4%</a>");
            page.shows("<a class=\"figure-evidence\" href=\"#evidence.roe\">数据来源与说明</a>");
        });
    }
    built.page("zh/cases/rolling.html", |page| {
        page.shows("<p class=\"headline-value\"><a href=\"#figure.roe.2024\">9.4%</a></p>");
    });
    // A page without evidence leads to that of the enterprise.
    for page in ["zh/industries/steel.html", "zh/indicators/roe.html"] {
        built.page(page, |page| {
            page.has_link("../enterprises/beilu.html#figure.roe.2024").hides("figure-evidence");
        });
    }
}

#[test]
fn a_page_about_nobody_accounts_for_the_figures_it_names() {
    let built = full()
        .file(
            "content/pages/about/zh.md",
            "---\ntitle: 关于\n---\n{hualan-steel/roe@2024}，{beilu/roe: rank 2024}\n",
        )
        .file("content/pages/about/en.md", "---\ntitle: About\n---\nNothing.\n")
        .build();
    built.page("zh/pages/about.html", |page| {
        page.has_link("#figure.hualan-steel.roe.2024").shows("id=\"figure.hualan-steel.roe.2024\"");
        page.has_link("#figure.beilu.roe.2024.rank").shows("id=\"figure.beilu.roe.2024.rank\"");
    });
    built.page("en/pages/about.html", |page| {
        page.hides("page.evidence");
    });
}

#[test]
fn the_place_in_the_source_of_a_withheld_figure_is_nowhere() {
    let built = full()
        .edit(
            FIGURES,
            "2023: 8.3",
            "2023: { value: 8.3, withheld: confidential, source: secret-report, locator: 第731页 }",
        )
        .file("content/sources/secret-report.yaml", "title: { zh: 内部报告, en: Report }\nkind: internal\n")
        .edit(ZH, "{hualan-steel/roe@2023}", "")
        .edit(EN, "{hualan-steel/roe@2023}", "")
        .build();
    built.made();
    for (path, bytes) in &built.files {
        assert!(!String::from_utf8_lossy(bytes).contains("第731页"), "{path}");
    }
    built.page("zh/sources/secret-report.html", |page| {
        page.shows("支撑0个数据");
    });
}

#[test]
fn a_source_lists_the_figures_that_rest_on_it_each_leading_to_its_evidence() {
    let built = built();
    built.page("zh/sources/index.html", |page| {
        page.has_link("annual-report.html").shows("支撑").shows("年度报告 · 2025年3月28日");
    });
    built.page("zh/sources/annual-report.html", |page| {
        page.shows("<h1>年度报告</h1>");
        // Years that follow each other are one run, others are not.
        page.shows("<a href=\"../enterprises/hualan-steel.html#figure.roe.2021\">2021</a>–<a href=\"../enterprises/hualan-steel.html#figure.roe.2024\">2024</a>");
        page.shows("#figure.roe.2021\">2021</a>–<a href=\"../enterprises/beilu.html#figure.roe.2022\">2022</a>、<a href=\"../enterprises/beilu.html#figure.roe.2024\">2024</a>");
        page.has_link("../enterprises/hualan-steel.html#figure.roe.2025.target");
        page.has_link("../indicators/roe.html#benchmark.steel-roe.2025");
    });
    built.page("en/sources/log.html", |page| {
        page.shows("2 figures rest on it").has_link("../cases/pilot.html#figure.heat.2024");
    });
    built.page("zh/indicators/roe.html", |page| {
        page.shows("id=\"benchmark.steel-roe.2025\"");
    });
}

#[test]
fn a_source_of_very_many_figures_has_several_pages() {
    let mut many = site();
    for n in 0..130 {
        many = many
            .file(
                &format!("content/enterprises/e{n:03}/enterprise.yaml"),
                &format!("name: {{ zh: 企业{n}, en: Enterprise {n} }}\nindustry: steel\nregion: hebei\n"),
            )
            .file(
                &format!("content/enterprises/e{n:03}/indicators.yaml"),
                "source: annual-report\nobservations: { roe: { 2024: 5 } }\n",
            )
            .file(
                &format!("content/sources/s{n:03}.yaml"),
                &format!("title: {{ zh: 来源{n}, en: Source {n} }}\nkind: news\n"),
            );
    }
    let built = many.build();
    built.made();
    built.page("zh/sources/annual-report.html", |page| {
        page.has_link("annual-report/p/2.html").has_link("annual-report/p/4.html");
    });
    built.text("en/sources/annual-report/p/4.html");
    built.page("zh/sources/index.html", |page| {
        page.has_link("p/2.html");
    });
    let listed: usize = ["index.html", "p/2.html"]
        .iter()
        .map(|p| built.text(&format!("zh/sources/{p}")).matches("enterprise-name").count())
        .sum();
    assert_eq!(listed, 131);
}

#[test]
fn a_case_says_how_to_cite_it_in_the_form_of_its_readers_first() {
    let built = full().build();
    built.page("zh/cases/rolling.html", |page| {
        page.shows("<dd class=\"citation\">发布者. 甲[EB/OL]. (2025-02-18)[引用日期]. https://example.org/showcase/zh/cases/rolling.html.</dd>");
        page.shows("发布者（2025年2月18日）。<cite>甲。</cite>案例集。https://example.org/showcase/zh/cases/rolling.html");
        page.shows_in_order("<dt>GB/T 7714—2015</dt>", "<dt>APA 7</dt>").has_link("#page.cite");
    });
    built.page("en/cases/rolling.html", |page| {
        page.shows("Publisher. (2025, February 18). <cite>A.</cite> Casebook. https://example.org/showcase/en/cases/rolling.html");
        page.shows_in_order("<dt>APA 7</dt>", "<dt>GB/T 7714—2015</dt>").shows("[date of access]");
    });
    assert!(built.files.iter().any(|(path, css)| {
        path.ends_with(".css") && String::from_utf8_lossy(css).contains("user-select:all")
    }));
}

#[test]
fn a_title_with_signs_of_markup_is_cited_as_it_is_written() {
    full().edit(ZH, "title: 甲", "title: 甲<b>&乙").build().page("zh/cases/rolling.html", |page| {
        page.shows("发布者. 甲&lt;b&gt;&amp;乙[EB/OL].").hides("甲<b>");
    });
}

#[test]
fn a_draft_is_not_cited() {
    let draft =
        full().edit("content/cases/rolling/case.yaml", "kind: project", "kind: project\nstatus: draft");
    draft.wish(|wish| wish.drafts = true).build().page("zh/cases/rolling.html", |page| {
        page.hides("page.cite");
    });
}

#[test]
fn a_ready_citation_of_a_source_can_be_taken_whole() {
    full()
        .edit("content/sources/log.yaml", "kind: internal", "kind: internal\ncitation: 台账，2024年")
        .build()
        .page("zh/sources/log.html", |page| {
            page.shows("<dd class=\"citation\">台账，2024年</dd>");
        });
}

/// Every kind of chart that has a table of figures, those of time also against another benchmark than the one that is set.
const CHARTS: [&str; 13] = [
    "kind: trend\nindicator: roe",
    "kind: trend\nindicator: roe\nbenchmark: own",
    "kind: trend\nindicator: heat",
    "kind: gap\nindicator: roe",
    "kind: gap\nindicator: roe\nbenchmark: other",
    "kind: bullet\nindicator: roe",
    "kind: bullet\nindicator: roe\nbenchmark: other",
    "kind: dumbbell\nindicators: [roe, total-profit]",
    "kind: slope\nindicator: roe",
    "kind: slope\nindicator: roe\nbenchmark: other",
    "kind: strip\nindicator: roe",
    "kind: rank\nindicator: roe\nbenchmark: own",
    "kind: bridge\nindicator: total-profit",
];

/// A site whose case asks for all of them.
fn drawn() -> Site {
    let blocks = CHARTS.join("\n```\n\n```chart\n");
    let text =
        |title: &str| format!("---\ntitle: {title}\nsummary: …\n---\n第一行\n\n```chart\n{blocks}\n```\n");
    full()
        .file(ZH, &text("甲"))
        .file(EN, &text("A"))
        .file(
            "content/benchmarks/own.yaml",
            "kind: own-past\nindicator: roe\nlabel: { zh: 自身2021, en: Own 2021 }\nperiod: 2021\n",
        )
        .file(
            "content/benchmarks/other.yaml",
            "kind: enterprise\nindicator: roe\nlabel: { zh: 同城, en: Next door }\nvalues: { 2021: 7, 2024: 8 }\nsource: log\n",
        )
        .edit(
            FIGURES,
            "benchmarks: { roe: steel-roe }\n",
            "benchmarks: { roe: steel-roe }\nbridges:\n  total-profit:\n    from: 2021\n    to: 2024\n    scale: 10000\n    \
             source: log\n    locator: { zh: 第三节, en: section 3 }\n    \
             parts: [{ name: { zh: 新品, en: New products }, value: 80000 }]\n",
        )
}

#[test]
fn every_figure_in_the_table_of_a_chart_leads_to_where_it_is_accounted_for() {
    let built = drawn().build();
    built.made();
    for path in ["zh/cases/rolling.html", "en/cases/rolling.html"] {
        let html = built.text(path);
        for n in 1..=CHARTS.len() {
            let (_, figure) = html.split_once(&format!("id=\"chart.{n}\"")).expect("the chart is there");
            let (figure, _) = figure.split_once("</figure>").expect("a figure ends");
            let (_, rows) = figure.split_once("<tbody>").expect("a chart has a table");
            for row in rows.split("<tr").skip(1) {
                account(&built, path, row);
            }
        }
    }
}

/// Follows the figures of a row of a chart's table to where each is accounted for.
fn account(built: &Built, path: &str, row: &str) {
    let (heading, cells) = row.split_once("</th>").expect("a row has a heading");
    // What is worked out from the very table it stands in has no other account.
    if ["中位数", "Median"].iter().any(|median| heading.contains(median)) {
        return;
    }
    // A row's heading leads there for all of its figures, but for one that is accounted for elsewhere.
    let of_row = values(heading, "href").into_iter().find(|href| href.contains('#'));
    let figures = cells.split("</td>").map(words_of).zip(cells.split("</td>"));
    // Ranks and dashes are none.
    let figures = figures.filter(|(words, _)| words.chars().any(|c| "%.".contains(c)));
    let mut seen = 0;
    for (words, cell) in figures {
        let way = values(cell, "href").first().copied().or(of_row);
        let way = way.unwrap_or_else(|| panic!("{words} in {row} leads nowhere on {path}"));
        let (page, id) = way.split_once('#').expect("it leads to a row");
        let page = if page.is_empty() { path.to_owned() } else { join(path, page) };
        let (_, there) = built
            .text(&page)
            .split_once(&format!(" id=\"{id}\""))
            .unwrap_or_else(|| panic!("{words} leads to {way}, which is not on {page}"));
        // Behind the first figure come changes and gaps, which follow from what stands there.
        let there = there.split("</tr>").next().unwrap_or_default();
        let number: String = words
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(|c| "0123456789.".contains(*c))
            .collect();
        assert!(
            seen > 0 || id.ends_with(".bridge") || there.contains(&number),
            "{words} is not in {there}, to which it leads on {path}"
        );
        seen += 1;
    }
    assert!(seen > 0 || !cells.contains('%'), "{row}");
}

/// What a cell says.
fn words_of(cell: &str) -> String {
    cell.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect()
}

#[test]
fn the_parts_of_a_change_say_where_they_come_from() {
    let built = drawn().build();
    for page in ["zh/cases/rolling.html", "zh/enterprises/hualan-steel.html"] {
        let note = evidence(built.text(page), "figure.total-profit.bridge");
        assert!(note.contains("2021年至2024年变化的构成："), "{note}");
        assert!(note.contains("href=\"../sources/log.html\">台账</a>，第三节"), "{note}");
    }
    let note = evidence(built.text("en/cases/rolling.html"), "figure.total-profit.bridge");
    assert!(note.contains("What made up the change, 2021 to 2024: "), "{note}");
    assert!(note.contains("Log</a>, section 3"), "{note}");
}

#[test]
fn what_is_marked_among_enterprises_stands_in_their_table() {
    drawn().build().page("zh/cases/rolling.html", |page| {
        page.shows("</tbody><tbody><tr><th scope=\"row\">世界一流</th><td class=\"num\">–</td><td class=\"num\"><a href=\"#figure.roe.2024\">10.9%</a></td></tr><tr><th scope=\"row\">中位数</th><td class=\"num\">–</td><td class=\"num\">6.0%</td></tr>");
    });
}
