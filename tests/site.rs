//! What a site becomes: every kind of page, from small sites in memory.

mod support;

use casebook::base::Lang;
use support::{Built, at, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";
const CASE: &str = "content/cases/rolling/case.yaml";
const ZH: &str = "content/cases/rolling/zh.md";
const EN: &str = "content/cases/rolling/en.md";

#[test]
fn a_small_sound_site_is_made_without_a_word() {
    site().build().made().notes([]);
}

#[test]
fn every_kind_of_page_is_there_in_every_language() {
    let built = site()
        .file("content/pages/about/zh.md", "---\ntitle: 关于\n---\n说明\n")
        .file("content/pages/about/en.md", "---\ntitle: About\n---\nWords\n")
        .file(
            "content/vocabulary/glossary.yaml",
            "- { id: gap, term: { zh: 差距, en: Gap }, definition: { zh: 距离, en: Distance } }\n",
        )
        .edit(
            CASE,
            "kind: project",
            "kind: project\ntags: [cold]\nsystems: [diagnosis]\nabilities: [creation]\nstage: implementation",
        )
        .build();
    for lang in ["zh", "en"] {
        for page in [
            "index.html",
            "matrix.html",
            "glossary.html",
            "feed.xml",
            "cases/index.html",
            "cases/rolling.html",
            "enterprises/index.html",
            "enterprises/hualan-steel.html",
            "industries/index.html",
            "industries/steel.html",
            "industries/ports.html",
            "areas/index.html",
            "areas/efficiency.html",
            "areas/efficiency/steel.html",
            "systems/diagnosis.html",
            "abilities/creation.html",
            "stages/implementation.html",
            "regions/hebei.html",
            "tags/cold.html",
            "indicators/index.html",
            "indicators/roe.html",
            "sources/index.html",
            "pages/about.html",
        ] {
            built.text(&format!("{lang}/{page}"));
        }
    }
    for file in ["index.html", "404.html", "sitemap.xml", "robots.txt"] {
        built.text(file);
    }
}

#[test]
fn a_figure_in_the_text_is_the_figure_of_the_data_in_both_languages() {
    let built = site()
        .file(ZH, "---\ntitle: 甲\n---\n利润{total-profit@2024}，{roe: change 2021..2024}，与对标值相差{roe: gap 2024}。\n")
        .file(EN, "---\ntitle: A\n---\nProfit was {total-profit@2024}, {roe: change 2021..2024}, {roe: gap 2024} behind.\n")
        .build();
    built.page("zh/cases/rolling.html", |page| {
        page.shows(">51.23亿元</data>").shows(">提高3.2个百分点</data>").shows(">1.5个百分点</data>");
    });
    built.page("en/cases/rolling.html", |page| {
        page.shows(">CNY 5.12 billion</data>").shows(">up 3.2 percentage points</data>");
        page.shows("value=\"5123000000\"");
    });
}

#[test]
fn a_figure_in_the_text_leads_to_its_row_of_evidence() {
    site().build().page("zh/cases/rolling.html", |page| {
        page.has_link("#figure.roe.2021")
            .shows("id=\"figure.roe.2021\"")
            .has_link("../sources/annual-report.html");
    });
}

#[test]
fn a_missing_translation_leads_to_the_original_with_a_notice() {
    let built = site().case("heat", &["zh"]).build();
    built.made().notes(["translation-missing content/cases/heat/zh.md"]);
    built.page("en/cases/index.html", |page| {
        page.has_link("../../zh/cases/heat.html").shows("In Chinese only");
    });
    built.page("zh/cases/heat.html", |page| {
        // The switch keeps the reader near: English readers get the English list, and are told why.
        page.has_link("../../en/cases/index.html").shows("This page is available in Chinese only.");
    });
    assert!(!built.files.contains_key("en/cases/heat.html"));
}

#[test]
fn the_language_switch_keeps_the_place() {
    site().build().page("zh/industries/steel.html", |page| {
        page.has_link("../../en/industries/steel.html");
    });
}

#[test]
fn a_site_may_have_one_language_or_three() {
    let one = site().only_in_chinese().build();
    assert!(one.made.is_some(), "{:#?}", one.diagnostics);
    assert!(one.files.keys().all(|path| !path.starts_with("en/")));

    let three = site().edit("casebook.yaml", "languages: [zh, en]", "languages: [zh, en, fr]").build();
    three.made().text("fr/index.html");
    three.page("fr/cases/index.html", |page| {
        page.has_link("../../zh/cases/rolling.html");
    });
}

#[test]
fn links_in_the_text_lead_to_pages() {
    let built = site()
        .case("heat", &["zh", "en"])
        .file(
            ZH,
            "---\ntitle: 甲\n---\n## 一 {#challenge}\n[甲](../heat/zh.md) [乙](case:heat#challenge) \
             [丙](../../enterprises/hualan-steel/enterprise.yaml) [丁](../../indicators/roe.yaml) \
             [戊](../../benchmarks/steel-roe.yaml) [己](#challenge) [庚](https://example.org/x)\n",
        )
        .build();
    built.made().page("zh/cases/rolling.html", |page| {
        page.has_link("heat.html")
            .has_link("heat.html#challenge")
            .has_link("../enterprises/hualan-steel.html")
            .has_link("../indicators/roe.html")
            .has_link("../indicators/roe.html#benchmark.steel-roe")
            .has_link("#challenge")
            .has_link("https://example.org/x");
    });
}

#[test]
fn charts_asked_for_in_the_text_are_drawn_with_sentence_table_and_source() {
    let block = |kind: &str| format!("\n```chart\nkind: {kind}\nindicator: roe\n```\n");
    let kinds = ["trend", "bullet", "strip", "rank"].map(block).join("");
    let built =
        site().file(ZH, &format!("---\ntitle: 甲\n---\n{kinds}\n```chart\nkind: scorecard\n```\n")).build();
    built.made().page("zh/cases/rolling.html", |page| {
        for kind in ["trend", "bullet", "strip", "rank"] {
            page.shows(&format!("class=\"figure figure-{kind}\""))
                .shows(&format!("<svg class=\"chart {kind}\""));
        }
        page.shows("净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点")
            .shows("差距由5.9个百分点缩小到1.5个百分点")
            .shows("<details class=\"figure-data\">")
            .shows("<p class=\"figure-source\">");
    });
}

#[test]
fn a_case_shows_what_its_enterprises_page_shows_and_where_it_asks_for_less_it_gets_less() {
    let block = |rest: &str| format!("\n```chart\nkind: trend\nindicator: roe\n{rest}```\n");
    let text = format!("---\ntitle: 甲\n---\n{}{}", block(""), block("from: 2023\n"));
    let built = site().file(ZH, &text).build();
    let figures = |path: &str| -> Vec<String> {
        let figures = built.text(path).split("<figure class=\"figure figure-trend\"").skip(1);
        figures
            .map(|html| html.split("</figure>").next().expect("a split has a first part").to_owned())
            .collect()
    };
    let (of_case, of_enterprise) =
        (figures("zh/cases/rolling.html"), figures("zh/enterprises/hualan-steel.html"));
    let renamed = of_enterprise[0].replace("trend.roe", "chart.1");
    // Only a case has its charts to take away.
    let (shown, _) = of_case[0].split_once("<p class=\"figure-download\">").expect("a case offers files");
    assert_eq!(format!("{shown}</div>\n"), renamed);
    assert!(of_case[1].contains("由2023年的8.3%提高到2024年的9.4%"), "{}", of_case[1]);
    built.page("zh/enterprises/hualan-steel.html", |page| {
        page.hides("由2023年的8.3%提高到");
    });
}

#[test]
fn an_enterprise_page_shows_every_indicator_it_has() {
    site().build().page("en/enterprises/hualan-steel.html", |page| {
        page.shows("id=\"trend.roe\"")
            .shows("id=\"trend.total-profit\"")
            .has_link("../../en/cases/rolling.html");
    });
}

#[test]
fn an_empty_industry_says_so() {
    site().build().page("en/industries/ports.html", |page| {
        page.shows("Ports").hides("<svg class=\"chart strip\"");
    });
}

#[test]
fn a_long_list_is_cut_into_pages_that_lead_to_each_other() {
    let mut long = site();
    for n in 0..50 {
        long = long.case(&format!("case-{n:02}"), &["zh", "en"]);
    }
    let built = long.build();
    built.page("zh/cases/index.html", |page| {
        page.has_link("p/2.html").shows("51个案例");
    });
    built.page("zh/cases/p/2.html", |page| {
        page.has_link("../index.html").has_link("3.html").has_link("../../../zh/cases/case-30.html");
    });
    built.page("zh/areas/efficiency/p/3.html", |page| {
        page.has_link("../../efficiency.html").has_link("2.html");
    });
}

#[test]
fn a_withheld_figure_is_in_no_file() {
    let built = site()
        .edit(
            FIGURES,
            "2024: 9.4",
            "2024: { value: 87.65, withheld: confidential, note: { zh: 内部87.65, en: 87.65 } }",
        )
        .edit(FIGURES, "2023: 8.3", "2023: { value: 43.21, withheld: { until: 2027-04-30T09:00:00+08:00 } }")
        .build();
    built.made();
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("87.65") && !text.contains("43.21"), "{path} holds a withheld figure");
    }
    built.page("zh/cases/rolling.html", |page| {
        page.shows("不公开");
    });
}

#[test]
fn an_embargo_ends_at_its_moment() {
    let embargoed = site()
        .edit(FIGURES, "2024: 9.4", "2024: { value: 43.21, withheld: { until: 2027-04-30T09:00:00+08:00 } }")
        .wish(|wish| wish.at = at("2027-04-30T01:00:00Z"));
    embargoed.build().page("en/enterprises/hualan-steel.html", |page| {
        page.shows("43.2%");
    });
}

#[test]
fn drafts_are_shown_in_a_preview_only_and_marked() {
    let draft = site().case("heat", &["zh", "en"]).edit(
        "content/cases/heat/case.yaml",
        "kind:",
        "status: draft\nkind:",
    );
    let public = draft.build();
    assert!(!public.files.contains_key("zh/cases/heat.html"));
    let preview = draft.wish(|wish| wish.drafts = true).build();
    preview.page("zh/cases/heat.html", |page| {
        page.shows("草稿").shows("noindex");
    });
    assert!(!preview.text("sitemap.xml").contains("heat"), "search engines are not told of drafts");
}

#[test]
fn a_scheduled_case_appears_at_its_moment_and_a_withdrawn_one_never() {
    let scheduled = site().case("heat", &["zh", "en"]).edit(
        "content/cases/heat/case.yaml",
        "kind:",
        "publish_on: 2026-03-01T09:00:00+08:00\nkind:",
    );
    assert!(!scheduled.build().files.contains_key("zh/cases/heat.html"));
    let later = scheduled.clone().wish(|wish| wish.at = at("2026-03-01T01:00:00Z")).build();
    later.text("zh/cases/heat.html");
    let withdrawn = site()
        .case("heat", &["zh", "en"])
        .edit("content/cases/heat/case.yaml", "kind:", "status: withdrawn\nkind:")
        .wish(|wish| wish.drafts = true);
    assert!(!withdrawn.build().files.contains_key("zh/cases/heat.html"));
}

#[test]
fn a_link_to_a_draft_becomes_plain_words_and_is_noted() {
    let built = site()
        .case("heat", &["zh", "en"])
        .edit("content/cases/heat/case.yaml", "kind:", "status: draft\nkind:")
        .file(ZH, "---\ntitle: 甲\n---\n见[余热](../heat/zh.md)。\n")
        .build();
    built.made().notes([
        "section-untranslated content/cases/rolling/en.md",
        "link-to-unpublished content/cases/rolling/zh.md",
    ]);
    built.page("zh/cases/rolling.html", |page| {
        page.shows("见余热。").hides("heat.html");
    });
}

#[test]
fn one_broken_case_blocks_the_site_but_not_its_preview() {
    let broken = site().case("heat", &["zh", "en"]).edit("content/cases/heat/case.yaml", "areas:", "aeras:");
    broken.build().refused();
    let preview = broken.wish(|wish| wish.without_broken = true).build();
    preview.page("zh/cases/index.html", |page| {
        page.has_link("../../zh/cases/rolling.html").hides("heat.html");
    });
}

#[test]
fn a_link_to_a_heading_is_judged_by_the_text_that_its_reader_gets() {
    let linked = |heading: &str| {
        let built = site()
            .edit("casebook.yaml", "languages: [zh, en]", "languages: [zh, fr, en]")
            .case("heat", &["fr", "en"])
            .added("content/cases/heat/fr.md", "\n## Les résultats {#resultats}\n\nBien.\n")
            .added("content/cases/heat/en.md", "\n## Results {#results}\n\nGood.\n")
            .added("content/cases/rolling/zh.md", &format!("\n见[余热](case:heat#{heading})。\n"))
            .build();
        built.diagnostics.iter().any(|d| d.problem.code() == "anchor-unknown")
    };
    assert!(!linked("resultats"), "a Chinese reader gets the French text, the next in the site's order");
    assert!(linked("results"));
}

#[test]
fn what_cannot_stand_without_a_broken_thing_is_left_out_with_it() {
    let built = site()
        .edit("content/enterprises/hualan-steel/enterprise.yaml", "industry: steel", "industry: stele")
        .wish(|wish| wish.without_broken = true)
        .build();
    built.made().notes(["industry-unknown content/enterprises/hualan-steel/enterprise.yaml"]);
    assert!(!built.files.contains_key("zh/cases/rolling.html"), "its enterprise is gone");
}

#[test]
fn a_site_without_a_case_or_an_enterprise_still_stands() {
    let built = site()
        .without(CASE)
        .without(ZH)
        .without(EN)
        .without(FIGURES)
        .without("content/enterprises/hualan-steel/enterprise.yaml")
        .build();
    built.made().notes([]);
    built.page("zh/index.html", |page| {
        page.shows("案例集");
    });
}

#[test]
fn enterprises_stand_under_the_letter_of_their_reading() {
    let enterprise =
        |zh: &str, en: &str| format!("name: {{ zh: {zh}, en: {en} }}\nindustry: steel\nregion: hebei\n");
    let built = site()
        .file("content/enterprises/cq/enterprise.yaml", &enterprise("重庆江峡", "Chongqing Jiangxia"))
        .file("content/enterprises/ca/enterprise.yaml", &enterprise("长安重工", "Chang'an Heavy"))
        .file("content/enterprises/zy/enterprise.yaml", &enterprise("中原特钢", "Zhongyuan Steel"))
        .build();
    built.page("zh/enterprises/index.html", |page| {
        page.shows_in_order("长安重工", "重庆江峡").shows_in_order("重庆江峡", "华岚钢铁集团");
        page.shows_in_order("华岚钢铁集团", "中原特钢").shows("id=\"letter.c\"");
    });
}

#[test]
fn a_themes_own_file_is_laid_over_the_built_in_one() {
    let themed = site()
        .edit("casebook.yaml", "core_indicators", "theme: quiet\ncore_indicators")
        .file("themes/quiet/styles/99-own.css", ".own { color: red }\n");
    let built = themed.build();
    built.made().notes([]);
    let css = built.text(style_sheet(&built, "site"));
    assert!(css.contains(".own{color:red}"), "the own style follows the built-in ones");
    assert!(css.contains(".figure"), "the built-in styles are still there");
}

#[test]
fn what_is_for_paper_alone_is_a_sheet_of_its_own_also_in_a_theme() {
    let themed = site()
        .edit("casebook.yaml", "core_indicators", "theme: quiet\ncore_indicators")
        .file("themes/quiet/styles/95-print.css", ".own { color: black }\n");
    let built = themed.build();
    built.made().notes([]);
    let print = style_sheet(&built, "print");
    assert!(built.text(print).contains("@page"), "the built-in rules are still there");
    assert!(built.text(print).ends_with(".own{color:black}"), "the own ones follow them");
    let screen = built.text(style_sheet(&built, "site"));
    assert!(!screen.contains("@page") && !screen.contains("black"), "{screen}");
    built.page("zh/cases/rolling.html", |page| {
        page.shows(&format!("<link rel=\"stylesheet\" href=\"../../{print}\" media=\"print\">"));
    });
}

/// Where a style sheet lies: `site` or `print`.
fn style_sheet<'b>(built: &'b Built, name: &str) -> &'b str {
    let start = format!("assets/{name}.");
    let is_it = |path: &&String| path.starts_with(&start) && path.ends_with(".css");
    built.files.keys().find(is_it).expect("there is such a style sheet")
}

#[test]
fn a_theme_can_bring_a_script_that_its_templates_load_by_name() {
    let block = "{% extends \"base.html\" %}{% block scripts %}\
                 <script defer src=\"{{ page.root }}{{ site.scripts.hello }}\"></script>{% endblock %}";
    let built = site()
        .edit("casebook.yaml", "core_indicators", "theme: quiet\ncore_indicators")
        .file("themes/quiet/scripts/hello.js", "// Says hello.\n  hello();\n")
        .file("themes/quiet/templates/404.html", block)
        .build();
    built.made().notes([]);
    let named = |path: &&String| path.starts_with("assets/hello.") && path.ends_with(".js");
    let script = built.files.keys().find(named).expect("its name has a hash of its content");
    assert_eq!(built.text(script), "hello();", "what only authors need is left out");
    assert!(built.text("404.html").contains(&format!("{script}\"></script>")));
}

#[test]
fn a_broken_template_is_a_diagnostic_and_not_a_broken_site() {
    let themed = site().edit("casebook.yaml", "core_indicators", "theme: quiet\ncore_indicators");
    let unclosed = themed.clone().file("themes/quiet/templates/card.html", "{% if title %}");
    unclosed.build().refused().notes(["template-broken themes/quiet/templates/card.html"]);
    let unknown = themed.file("themes/quiet/templates/card.html", "{{ titel }}");
    unknown.build().refused().notes(["template-broken themes/quiet/templates/card.html"]);
}

#[test]
fn a_theme_that_is_not_there_is_named() {
    let built = site().edit("casebook.yaml", "core_indicators", "theme: quiet\ncore_indicators").build();
    built.refused().notes(["theme-unknown casebook.yaml"]);
}

#[test]
fn feeds_and_sitemap_speak_in_absolute_addresses() {
    let built = site().build();
    let feed = built.text("zh/feed.xml");
    assert!(feed.contains("<id>https://example.org/showcase/zh/cases/rolling.html</id>"), "{feed}");
    assert!(feed.contains("<updated>2025-02-18T00:00:00+08:00</updated>"), "{feed}");
    let map = built.text("sitemap.xml");
    assert!(map.contains("<loc>https://example.org/showcase/en/cases/rolling.html</loc>"), "{map}");
    assert!(
        map.contains("hreflang=\"zh-Hans\" href=\"https://example.org/showcase/zh/cases/rolling.html\""),
        "{map}"
    );
    assert!(built.text("robots.txt").contains("Sitemap: https://example.org/showcase/sitemap.xml"));
    let moved = site().wish(|wish| wish.base_url = Some("https://example.net/a".into())).build();
    assert!(moved.text("sitemap.xml").contains("<loc>https://example.net/a/zh/index.html</loc>"));
}

#[test]
fn an_authors_own_words_are_held_against_the_data() {
    let says = |words: &str| {
        site()
            .file(ZH, &format!("---\ntitle: 甲\n---\n## 一 {{#challenge}}\n为[{words}]{{roe@2024}}。\n"))
            .file(EN, "---\ntitle: A\n---\n## A {#challenge}\n{roe@2024}\n")
    };
    says("９.4％").build().made().notes([]).page("zh/cases/rolling.html", |page| {
        page.shows("<data class=\"figure\" value=\"9.4\">９.4％</data>");
    });
    let wrong = says("9.5%");
    wrong.build().refused().notes(["assertion-wrong content/cases/rolling/zh.md"]).marks(
        &wrong,
        "assertion-wrong",
        "9.5%",
    );
    // The author's own rounding stays as it is written, over the exact value.
    says("近10%").build().made().notes([]).page("zh/cases/rolling.html", |page| {
        page.shows("<data class=\"figure\" value=\"9.4\">近10%</data>");
    });
    for vague in ["近一成", "9.40%", "9.4", "9.4个百分点", "超过9.4%"] {
        says(vague).build().refused().notes(["assertion-wrong content/cases/rolling/zh.md"]);
    }
    // When the data change, every sentence that has become wrong is named, in every language.
    let moved = says("9.4%").file(EN, "---\ntitle: A\n---\n## A {#challenge}\n[9.4%]{roe@2024}\n").edit(
        FIGURES,
        "2024: 9.4",
        "2024: 9.7",
    );
    moved.build().notes([
        "assertion-wrong content/cases/rolling/en.md",
        "assertion-wrong content/cases/rolling/zh.md",
    ]);
}

#[test]
fn own_words_for_a_withheld_figure_are_refused_whether_they_are_true_or_not() {
    let say = |words: &str| {
        let built = site()
            .file(ZH, &format!("---\ntitle: 甲\n---\n## 一 {{#challenge}}\n为[{words}]{{roe@2024}}。\n"))
            .edit(FIGURES, "2024: 9.4", "2024: { value: 87.65, withheld: confidential }")
            .build();
        // What the author wrote may be quoted; what is said of it must not depend on it.
        format!("{:?}", [Lang::ZH, Lang::EN].map(|lang| built.sayings(lang))).replace(words, "…")
    };
    let [true_words, false_words] = ["超过80%", "不到80%"].map(say);
    assert!(true_words.contains("不公开") && !true_words.contains("87.65"), "{true_words}");
    assert_eq!(true_words, false_words, "nobody learns the figure by trying");
}

#[test]
fn a_themes_template_may_include_another_of_its_own() {
    let themed = site()
        .edit("casebook.yaml", "core_indicators", "theme: quiet\ncore_indicators")
        .file("themes/quiet/templates/_own.html", "<p>our own words</p>")
        .file("themes/quiet/templates/404.html", "{% include \"_own.html\" %}");
    let built = themed.build();
    built.made().notes([]);
    assert_eq!(built.text("404.html").trim(), "<p>our own words</p>");
}

#[test]
fn a_text_may_speak_of_another_cases_own_figures_once_that_case_is_published() {
    let told = site()
        .case("pilot", &["zh", "en"])
        .file(
            "content/cases/pilot/indicators.yaml",
            "source: annual-report\nobservations:\n  roe: { 2024: 41.7 }\n",
        )
        .edit("content/cases/rolling/zh.md", "为{roe@2021}", "为{roe@2021}，试点达到{pilot/roe@2024}")
        .edit(
            "content/cases/rolling/en.md",
            "was {roe@2021}",
            "was {roe@2021}, the pilot's {pilot/roe@2024}",
        );
    told.build().made().page("en/cases/rolling.html", |page| {
        page.shows("41.7%");
    });

    let early = told.edit("content/cases/pilot/case.yaml", "published: 2024-01-01", "status: draft").build();
    early.refused().notes([
        "claim-without-figure content/cases/rolling/en.md",
        "claim-without-figure content/cases/rolling/zh.md",
    ]);
}

#[test]
fn a_trap_after_a_chinese_full_stop_is_told_and_nothing_breaks() {
    let built = site()
        .file(
            ZH,
            "---\ntitle: 甲\nsummary: 说明\n---\n## 成效 {#challenge}\n三年过去了。净资产收益率提高3.2%。\n",
        )
        .build();
    assert!(
        built.diagnostics.iter().any(|d| d.problem.code() == "percent-for-points"),
        "{:#?}",
        built.diagnostics
    );
}
