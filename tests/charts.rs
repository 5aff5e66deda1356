//! Charts that texts ask for: every kind, in both languages, with its sentence, its table and its files; and what is said
//! where one has nothing to show.

mod support;

use support::{Built, Site, at, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";
const CASE: &str = "content/cases/rolling/case.yaml";
const ZH: &str = "content/cases/rolling/zh.md";
const EN: &str = "content/cases/rolling/en.md";

/// A case with milestones, a bridge and six enterprises to be compared with.
fn rich() -> Site {
    let bridge = "\nbridges:\n  total-profit:\n    from: 2021\n    to: 2024\n    scale: 10000\n    parts:\n      \
                  - { name: { zh: '产品, \"新\"', en: '=Better, \"new\"' }, value: 62000 }\n      \
                  - { name: { zh: 原料涨价, en: Dearer materials }, value: -12000 }\n";
    let mut rich = site().edit(
        CASE,
        "indicators: [roe]",
        "indicators: [roe, total-profit]\nperiod: 2021-10..2024-12\nmilestones:\n  \
         - { date: 2024-12, text: { zh: 结账, en: Accounts closed } }\n  \
         - { date: 2022-03, text: { zh: 立项, en: Approved } }",
    );
    rich = rich.edit(
        FIGURES,
        "benchmarks: { roe: steel-roe }\n",
        &format!("benchmarks: {{ roe: steel-roe }}{bridge}"),
    );
    for (n, (then, now)) in [(5, 6), (8, 7), (9, 9), (3, 11), (7, 8)].into_iter().enumerate() {
        let folder = format!("content/enterprises/other-{n}");
        rich = rich
            .file(
                &format!("{folder}/enterprise.yaml"),
                &format!("name: {{ zh: 企业{n}, en: Other {n} }}\nindustry: steel\nregion: hebei\n"),
            )
            .file(
                &format!("{folder}/indicators.yaml"),
                &format!("currency: CNY\nsource: annual-report\nobservations:\n  roe: {{ 2021: {then}, 2024: {now} }}\n"),
            );
    }
    rich
}

/// The same texts in both languages.
fn telling(site: Site, chart: &str) -> Site {
    let text =
        |title: &str| format!("---\ntitle: {title}\nsummary: …\n---\n第一行\n\n```chart\n{chart}\n```\n");
    site.file(ZH, &text("甲")).file(EN, &text("A"))
}

/// The figure that a text asks for, from its beginning to its end.
fn figure<'b>(built: &'b Built, lang: &str) -> &'b str {
    let page = built.text(&format!("{lang}/cases/rolling.html"));
    let (_, figure) = page.split_once("id=\"chart.1\"").expect("the text has its chart");
    figure.split_once("</figure>").expect("a figure ends").0
}

#[test]
fn every_kind_has_a_drawing_a_sentence_a_table_and_files_in_both_languages() {
    for (chart, zh, en) in [
        ("kind: trend\nindicator: roe", "差距由5.9个百分点缩小到1.5个百分点", "the gap narrowed from 5.9"),
        (
            "kind: gap\nindicator: roe",
            "其间自身改善3.2个百分点，对标值变差1.2个百分点",
            "the enterprise improved by 3.2 percentage points",
        ),
        ("kind: bullet\nindicator: roe", "2024年为9.4%", "stood at 9.4% in 2024"),
        ("kind: dumbbell", "2项指标全部改善", "both improved"),
        (
            "kind: slope\nindicator: roe",
            "由第4位升至第2位，超过企业2、企业4和企业1，被企业3超过",
            "rose from 4th in 2021 to 2nd in 2024, passing Other 2, Other 4 and Other 1 and passed by Other 3",
        ),
        ("kind: strip\nindicator: roe", "居第2位", "ranked 2nd"),
        ("kind: rank\nindicator: roe", "居第2位", "ranked 2nd"),
        (
            "kind: timeline",
            "2022年3月至2024年12月共有2个节点，从“立项”到“结账”",
            "the first “Approved”, the last “Accounts closed”",
        ),
        (
            "kind: bridge\nindicator: total-profit",
            "减项是原料涨价（1.2亿元），其他因素合计增加2.42亿元",
            "other factors added CNY 242 million",
        ),
    ] {
        let kind = chart.lines().next().unwrap().trim_start_matches("kind: ");
        let built = telling(rich(), chart).build();
        built.made();
        for (lang, sentence) in [("zh", zh), ("en", en)] {
            let figure = figure(&built, lang);
            assert!(figure.contains(&format!("<svg class=\"chart {kind}\"")), "{kind} {lang}: {figure}");
            let (_, words) = figure.split_once("<p class=\"figure-sentence\">").expect("it has a sentence");
            assert!(words.contains(sentence), "{kind} {lang}: {words}");
            assert!(figure.contains("<details class=\"figure-data\">"), "{kind} {lang}");
            for ending in ["svg", "csv"] {
                assert!(figure.contains(&format!("href=\"rolling/chart-1.{ending}\"")), "{kind} {lang}");
                built.text(&format!("{lang}/cases/rolling/chart-1.{ending}"));
            }
        }
        let picture = built.text("zh/cases/rolling/chart-1.svg");
        assert!(
            picture.contains("xmlns=\"http://www.w3.org/2000/svg\"") && picture.contains("lang=\"zh-Hans\"")
        );
    }
}

#[test]
fn a_matrix_is_a_table_that_leads_to_its_cases() {
    let built = telling(rich(), "kind: matrix\ntitle: { zh: 都在哪里, en: Where they are }").build();
    built.made();
    let figure = figure(&built, "zh");
    assert!(figure.contains("<h3 class=\"figure-title\">都在哪里</h3>"), "{figure}");
    assert!(figure.contains("<a href=\"../areas/efficiency/steel.html\">1<"), "{figure}");
    assert!(figure.contains("1个案例分布在1个领域、1个行业"), "{figure}");
    assert!(!figure.contains("chart-1.svg"), "a table is no picture: {figure}");
    assert!(
        built.text("en/cases/rolling/chart-1.csv").contains("Industry,Efficiency,Innovation\r\nSteel,1,0")
    );
}

#[test]
fn a_file_of_numbers_is_read_back_as_it_was_meant() {
    let built = telling(rich(), "kind: bridge\nindicator: total-profit").build();
    let rows = |path: &str| parsed(built.text(path));
    let zh = rows("zh/cases/rolling/chart-1.csv");
    assert_eq!(zh[0][..5], ["指标", "项目", "时期", "数值", "单位"]);
    assert_eq!(zh[1][..5], ["利润总额", "华岚钢铁", "2021", "4381200000", "元"]);
    assert_eq!(zh[2][..5], ["利润总额", "产品, \"新\"", "2024", "620000000", "元"]);
    assert_eq!(zh[3][3], "-120000000");
    assert_eq!(zh[4][1..4], ["其他因素", "2024", "241800000"]);
    // A spreadsheet must not run what an author wrote.
    assert_eq!(rows("en/cases/rolling/chart-1.csv")[2][1], "'=Better, \"new\"");
    let columns: Vec<usize> = zh.iter().map(Vec::len).collect();
    assert!(columns.iter().all(|n| *n == columns[0]), "{columns:?}");
}

/// The rows of a CSV file as RFC 4180 has it, behind the mark of UTF-8.
fn parsed(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{FEFF}').expect("the file begins with the mark of its encoding");
    let (mut rows, mut row, mut field, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => field.extend(rest.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted && rest.next_if_eq(&'\n').is_some() => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && field.is_empty(), "the file ends with its last row");
    rows
}

#[test]
fn what_is_withheld_is_a_word_in_a_file_of_numbers() {
    let site = rich().edit(FIGURES, "2023: 8.3", "2023: { value: 8.3, withheld: confidential }");
    let built = telling(site, "kind: trend\nindicator: roe").build();
    let rows = parsed(built.text("zh/cases/rolling/chart-1.csv"));
    assert_eq!(rows[3][2..4], ["2023", "不公开"]);
    assert_eq!(rows[3][11], "", "a withheld figure has no source");
}

#[test]
fn a_change_with_a_withheld_end_is_not_broken_down_anywhere() {
    let hidden = "2024: { value: 512300, withheld: { until: 2026-06-01T00:00:00+08:00 } }";
    let site = telling(rich(), "kind: bridge\nindicator: total-profit").edit(FIGURES, "2024: 512300", hidden);
    let built = site.build();
    built.made();
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        for part in ["原料涨价", "Dearer materials", "1.2亿", "-120000000", "figure-bridge"] {
            assert!(!text.contains(part), "{path} tells {part}");
        }
    }
    built.page("zh/cases/rolling.html", |page| {
        page.shows("<p class=\"figure-nothing\">利润总额：没有可以公布的数据。</p>");
    });
    let later = site.wish(|wish| wish.at = at("2026-07-01T00:00:00Z")).build();
    assert!(figure(&later, "zh").contains("原料涨价"));
}

#[test]
fn what_a_chart_lacks_or_does_not_take_is_told_at_its_line() {
    let block = |chart: &str| format!("```chart\n{chart}\n```");
    for (chart, code, marked) in [
        ("kind: gap\nindicator: total-profit", "chart-without-data", None),
        ("kind: dumbbell\nindicators: [roe]\nfrom: 2020", "chart-without-data", None),
        (
            "kind: slope\nindicator: roe\nfrom: 2022\nto: 2024\nbenchmark: none",
            "benchmark-unknown",
            Some("none"),
        ),
        ("kind: slope\nindicator: total-profit\nfrom: 2022", "chart-without-data", None),
        ("kind: bridge\nindicator: roe", "chart-without-data", None),
        ("kind: bridge\nindicator: total-profit\nfrom: 2021", "key-unknown", Some("from")),
        ("kind: matrix\nfrom: 2021", "key-unknown", Some("from")),
        ("kind: timeline\nindicator: roe", "key-unknown", Some("indicator")),
        ("kind: dumbbell\nbenchmark: steel-roe", "key-unknown", Some("benchmark")),
        ("kind: scorecard\nto: 2024", "key-unknown", Some("to")),
        (
            "kind: trend\nindicator: total-profit\nbenchmark: steel-roe",
            "benchmark-of-other-indicator",
            Some("steel-roe"),
        ),
        ("kind: gap", "key-missing", Some("kind")),
    ] {
        let site = rich().file(ZH, &format!("---\ntitle: 甲\nsummary: …\n---\n第一行\n\n{}\n", block(chart)));
        let built = site.build();
        let whole = block(chart);
        let marked = marked.unwrap_or(&whole);
        built.marks(&site, code, marked);
    }
    let site = telling(site(), "kind: timeline");
    assert!(site.build().diagnostics.iter().any(|d| d.problem.code() == "chart-without-data"));
}

#[test]
fn a_bridge_needs_both_ends_and_parts_that_explain() {
    let far = rich().edit(FIGURES, "    scale: 10000\n    parts", "    parts");
    far.build().made().marks(&far, "bridge-unexplained", "total-profit");
    let absent = rich().edit(FIGURES, "from: 2021\n    to", "from: 2020\n    to");
    absent.build().made().marks(&absent, "bridge-end-absent", "2020");
    rich().build().made().notes([]);
}

#[test]
fn a_case_may_explain_a_change_of_its_enterprise() {
    let own = "bridges:\n  roe:\n    from: 2021\n    to: 2024\n    parts: [{ name: { zh: 自己的因素, en: Own doing }, value: 3.1 }]\n";
    let built = rich().file("content/cases/rolling/indicators.yaml", own).build();
    built.made().page("zh/cases/rolling.html", |page| {
        page.shows("id=\"bridge.roe\"").shows("增项是自己的因素（3.1个百分点）");
    });
    built.page("zh/enterprises/hualan-steel.html", |page| {
        page.hides("自己的因素").shows("id=\"bridge.total-profit\"");
    });
}

#[test]
fn a_case_page_shows_its_milestones_once_and_its_gap_beside_its_trend() {
    let built = rich().build();
    built.page("zh/cases/rolling.html", |page| {
        page.shows("id=\"timeline.milestones\"").hides("<ol class=\"milestones\">");
        page.shows_in_order("id=\"trend.roe\"", "id=\"gap.roe\"");
        page.shows("<a href=\"#page.milestones\">").shows("<time datetime=\"2022-03\">2022年3月</time>");
    });
    telling(rich(), "kind: timeline").build().page("zh/cases/rolling.html", |page| {
        page.hides("id=\"timeline.milestones\"").hides("<ol class=\"milestones\">").shows("id=\"chart.1\"");
    });
    let one = rich().edit(CASE, "  - { date: 2022-03, text: { zh: 立项, en: Approved } }", "");
    one.build().page("zh/cases/rolling.html", |page| {
        page.shows("<ol class=\"milestones\">").hides("figure-timeline");
    });
}

#[test]
fn before_and_after_stand_together_where_the_text_does_not_tell_every_course_itself() {
    let margin = "name: { zh: 利润率, en: Margin }\ndefinition: { zh: 利润之比。, en: Of profit. }\nunit: percent\ndirection: increase\n";
    let three = rich()
        .file("content/indicators/margin.yaml", margin)
        .edit(FIGURES, "observations:\n", "observations:\n  margin: { 2021: 3, 2024: 4 }\n")
        .edit(CASE, "indicators: [roe, total-profit]", "indicators: [roe, total-profit, margin]");
    let text = |kind: &str| {
        let chart = |id| format!("```chart\nkind: {kind}\nindicator: {id}\n```\n");
        let charts = ["roe", "total-profit", "margin"].map(chart).concat();
        format!("---\ntitle: 甲\nsummary: …\n---\n## 一\n{charts}")
    };
    three.build().page("zh/cases/rolling.html", |page| {
        page.shows("id=\"dumbbell.indicators\"");
    });
    three.file(ZH, &text("trend")).build().page("zh/cases/rolling.html", |page| {
        page.hides("id=\"dumbbell.indicators\"").shows("id=\"chart.3\"");
    });
}

#[test]
fn every_file_that_a_page_offers_is_there_and_no_other() {
    let built = rich().build();
    let mut offered = Vec::new();
    for (path, bytes) in built.files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for link in html.split("<a download href=\"").skip(1) {
            let href = link.split('"').next().unwrap();
            let folder = path.rsplit_once('/').expect("pages lie in folders").0;
            offered.push(format!("{folder}/{href}"));
        }
    }
    offered.sort();
    let files = built.files.keys().filter(|path| path.contains("/cases/"));
    let files: Vec<&String> = files.filter(|path| path.ends_with(".svg") || path.ends_with(".csv")).collect();
    assert_eq!(offered.iter().collect::<Vec<_>>(), files);
    assert!(offered.contains(&"en/cases/rolling/trend-roe.csv".to_owned()), "{offered:?}");
}

#[test]
fn help_on_charts_is_loaded_where_there_are_charts_and_nowhere_else() {
    let built = telling(rich(), "kind: gap\nindicator: roe").build();
    let script = built.files.keys().find(|path| path.starts_with("assets/charts.")).expect("it is published");
    let loaded = format!("<script defer src=\"../../{script}\"></script>");
    for page in [
        "zh/cases/rolling.html",
        "en/enterprises/hualan-steel.html",
        "zh/industries/steel.html",
        "en/indicators/roe.html",
    ] {
        assert!(built.text(page).contains(&loaded), "{page}");
    }
    for page in ["zh/cases/index.html", "en/industries/index.html", "zh/glossary.html"] {
        assert!(!built.text(page).contains("assets/charts."), "{page}");
    }
}
