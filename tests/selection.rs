//! Figures that could look picked: each choice is a warning at its place, and silent once the page says why.

mod support;

use casebook::base::Lang;
use support::{Site, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";
const CASE: &str = "content/cases/rolling/case.yaml";
const ZH: &str = "content/cases/rolling/zh.md";
const EN: &str = "content/cases/rolling/en.md";
const ROE: &str = "roe: { 2021: 6.2, 2022: 6.9, 2023: 8.3, 2024: 9.4 }";
const TARGET: &str = "roe: { baseline: 2021, values: { 2025: 10.0 }, source: annual-report }";

/// A site whose return on net assets dipped in 2020, told with this sentence in both languages.
fn dip(sentence: &str) -> Site {
    let text = format!("---\ntitle: A\n---\n{sentence}\n");
    site()
        .edit(
            FIGURES,
            ROE,
            "roe: { 2018: 5.1, 2019: 4.1, 2020: 3.8, 2021: 6.2, 2022: 6.9, 2023: 8.3, 2024: 9.4 }",
        )
        .file(ZH, &text)
        .file(EN, &text)
}

fn with_facts(site: Site, facts: &str) -> Site {
    site.edit(CASE, "published: 2025-02-18\n", &format!("published: 2025-02-18\n{facts}\n"))
}

fn explained(site: Site, about: &str) -> Site {
    with_facts(site, &format!("reasons: [ {{ {about}, reason: {{ zh: 事出有因。, en: It had to be. }} }} ]"))
}

#[test]
fn a_count_from_the_worst_year_is_a_warning_once_in_each_text() {
    let told = dip("{roe: change 2020..2024}, {roe: change 2020..2023}, {roe: multiple 2020..2024}");
    let built = told.build();
    built.made().notes([
        "base-year-worst content/cases/rolling/en.md",
        "base-year-worst content/cases/rolling/zh.md",
    ]);
    assert_eq!(
        built.sayings(Lang::EN)[0],
        "`roe` is counted from 2020, which has the lowest value from 2018 to 2024"
    );
    assert!(built.sayings(Lang::ZH)[0].contains("从 2020 起算"));
    let place = built.diagnostics[0].place.span.range();
    assert_eq!(&"---\ntitle: A\n---\n{roe: change 2020..2024}"[place], "{roe: change 2020..2024}");
}

#[test]
fn figures_of_the_case_and_of_its_enterprise_are_two_courses() {
    let both = |groups: &str| {
        dip(&format!("{{roe@2019}}, {{roe@2024}}{groups}"))
            .edit(FIGURES, "2019: 4.1, 2020: 3.8", "2019: 4.1, 2020: 5.2")
            .file(
                "content/cases/rolling/indicators.yaml",
                "source: annual-report\nobservations: { roe: { 2019: 4.1, 2020: 3.8, 2021: 6.2, 2022: 6.9, 2023: 3.3, 2024: 9.4 } }\n",
            )
    };
    both("").build().notes([]);
    both(", {hualan-steel/roe@2021}, {hualan-steel/roe@2022}").build().notes([]);
    both(", {roe@2021}")
        .build()
        .notes(["years-skipped content/cases/rolling/en.md", "years-skipped content/cases/rolling/zh.md"]);
}

#[test]
fn a_count_from_any_other_year_is_nobodys_business() {
    dip("{roe: change 2018..2024}, {roe: change 2021..2024}, {roe: gap closed 2024}").build().notes([]);
    // The worst of all, but the first there is.
    site().edit(EN, "{roe@2021}", "{roe: change 2021..2024}").build().each_by_itself().notes([]);
    // What is withheld is compared with nothing.
    dip("{roe: change 2020..2024}")
        .edit(FIGURES, "2018: 5.1, 2019: 4.1", "2018: { value: 5.1, withheld: confidential }, 2019: { value: 4.1, withheld: { until: 2030-01-01T00:00:00Z } }")
        .build()
        .notes([]);
}

#[test]
fn a_reason_answers_and_is_printed_with_what_it_answers() {
    let built = explained(dip("{roe: change 2020..2024}"), "about: base-year, indicator: roe").build();
    built.made().notes([]);
    built.page("zh/cases/rolling.html", |page| {
        page.shows("选取说明")
            .shows("净资产收益率从2020年起算，这是2018年至2024年间最低的一期（3.8%）")
            .shows("事出有因。");
        page.shows_in_order("id=\"page.evidence\"", "选取说明");
    });
    built.page("en/cases/rolling.html", |page| {
        page.shows("Why these figures").shows("It had to be.");
        page.shows(
            "Return on net assets: counted from 2020, which has the lowest value from 2018 to 2024 (3.8%)",
        );
    });
}

#[test]
fn a_reason_for_nothing_is_a_warning_and_is_not_printed() {
    let idle = explained(dip("{roe: change 2018..2024}"), "about: base-year, indicator: roe");
    let built = idle.build();
    built.made().notes(["reason-unneeded content/cases/rolling/case.yaml"]);
    built.marks(&idle, "reason-unneeded", "base-year");
    built.page("en/cases/rolling.html", |page| {
        page.hides("It had to be.").hides("Why these figures");
    });
    explained(dip("{roe@2024}"), "about: base-year, indicator: reo")
        .build()
        .notes(["indicator-unknown content/cases/rolling/case.yaml"]);
}

#[test]
fn contributions_charts_and_baselines_are_counts_too() {
    let contribution = with_facts(
        dip("{roe@2024}"),
        "contributions: [ { indicator: roe, from: 2020, to: 2024, link: contributed } ]",
    );
    contribution.build().marks(&contribution, "base-year-worst", "2020");
    let chart = dip("{roe@2024}")
        .file(EN, "---\ntitle: A\n---\n```chart\nkind: trend\nindicator: roe\nfrom: 2020\n```");
    chart.build().marks(&chart, "base-year-worst", "```chart\nkind: trend\nindicator: roe\nfrom: 2020\n```");
    let baseline = dip("{roe@2024}").edit(FIGURES, "baseline: 2021", "baseline: 2020");
    baseline.build().marks(&baseline, "base-year-worst", "roe");
}

#[test]
fn a_share_of_a_gap_is_counted_from_the_widest_gap() {
    let own = dip("{roe: gap closed 2024}").edit(
        "content/benchmarks/steel-roe.yaml",
        "{ 2021: 12.1,",
        "{ 2018: 9.8, 2019: 9.0, 2020: 8.9, 2021: 12.1,",
    );
    let built = own.build();
    built.notes([
        "base-year-worst content/cases/rolling/en.md",
        "base-year-worst content/cases/rolling/zh.md",
    ]);
    assert!(built.sayings(Lang::EN)[0].contains("the widest gap"), "{:?}", built.sayings(Lang::EN));
}

#[test]
fn a_bad_year_that_a_text_passes_over_is_a_warning() {
    let told = dip("{roe@2018}, {roe@2019}, {roe: gap 2021}, {roe@2024}");
    let built = told.build();
    built.notes(["years-skipped content/cases/rolling/en.md", "years-skipped content/cases/rolling/zh.md"]);
    assert_eq!(
        built.sayings(Lang::EN)[0],
        "the text gives `roe` for several periods and leaves out 2020, which was worse"
    );
    // A chart shows what the sentences leave out; two ends are two ends.
    let chart = "\n```chart\nkind: trend\nindicator: roe\n```\n";
    dip(&format!("{{roe@2018}}, {{roe@2019}}, {{roe@2021}}{chart}")).build().notes([]);
    dip("{roe@2019} {roe@2021}").build().notes([]);
    let answered = explained(told, "about: years-skipped, indicator: roe").build();
    answered.notes([]);
    answered.page("zh/cases/rolling.html", |page| {
        page.shows("净资产收益率没有列出2020年，数值比前后列出的都差");
    });
}

#[test]
fn a_chart_that_stops_before_the_fall_is_a_warning() {
    let chart = "```chart\nkind: trend\nindicator: roe\nto: 2019\n```";
    let stopped = dip("{roe@2018}").file(EN, &format!("---\ntitle: A\n---\n{chart}"));
    stopped.build().marks(&stopped, "years-skipped", chart);
    // The text goes on where the chart stops.
    stopped
        .edit(EN, "title: A\n---\n", "title: A\n---\n{roe: change 2019..2024}\n\n")
        .build()
        .each_by_itself()
        .notes([]);
}

#[test]
fn a_hole_in_a_series_wants_a_word() {
    let holed = dip("{roe@2024}").edit(FIGURES, "2020: 3.8, ", "");
    holed.build().notes(["years-skipped content/cases/rolling/case.yaml"]).marks(
        &holed,
        "years-skipped",
        "roe",
    );
    holed
        .edit(FIGURES, "2019: 4.1, ", "2019: 4.1, 2020: { value: null, note: { zh: 重组, en: Merger } }, ")
        .build()
        .notes([]);
    // A withheld figure is no hole.
    dip("{roe@2024}")
        .edit(FIGURES, "2020: 3.8", "2020: { value: 3.8, withheld: confidential }")
        .build()
        .notes([]);
}

/// A model enterprise whose total profit, a core indicator that no text shows, went to `profit` in 2024.
fn model_enterprise(profit: &str) -> Site {
    dip("{roe@2024}").edit(CASE, "kind: project", "kind: enterprise").edit(FIGURES, "2024: 512300", profit)
}

#[test]
fn what_got_worse_and_is_not_shown_is_a_warning() {
    let silent = model_enterprise("2024: 400000");
    let built = silent.build();
    built.notes(["only-improved-shown content/cases/rolling/case.yaml"]).marks(
        &silent,
        "only-improved-shown",
        "roe",
    );
    assert!(built.sayings(Lang::EN)[0].ends_with("leaves out what got worse: `total-profit`"));
    model_enterprise("2024: 512300").build().notes([]);
    // Told, whatever it was: in a sentence or among the indicators.
    silent
        .clone()
        .edit(EN, "{roe@2024}", "{roe@2024} {total-profit@2024}")
        .build()
        .each_by_itself()
        .notes([]);
    silent.clone().edit(CASE, "indicators: [roe]", "indicators: [roe, total-profit]").build().notes([]);
    // A project answers for what has a target.
    silent.clone().edit(CASE, "kind: enterprise", "kind: project").build().notes([]);
    silent
        .clone()
        .edit(CASE, "kind: enterprise", "kind: project")
        .edit(FIGURES, TARGET, &format!("{TARGET}\n  total-profit: {{ baseline: 2021, values: {{ 2025: 6000000000 }}, source: annual-report }}"))
        .build()
        .notes(["only-improved-shown content/cases/rolling/case.yaml"]);
    let answered = explained(silent.clone(), "about: only-improved").build();
    answered.notes([]);
    answered.page("en/cases/rolling.html", |page| {
        page.shows("Worse than at the start, and not shown among indicators that all improved: Total profit");
    });
    explained(silent, "about: only-improved, indicator: total-profit").build().notes([]);
}

#[test]
fn nobody_learns_from_a_warning_what_is_withheld() {
    for secret in [
        "2024: { value: 400000, withheld: confidential }",
        "2024: { value: 400000, withheld: { until: 2030-01-01T00:00:00Z } }",
    ] {
        model_enterprise(secret).build().notes([]);
    }
}

#[test]
fn another_benchmark_than_the_one_that_is_set_is_a_warning() {
    let ladder = "kind: ladder\nindicator: roe\nlabel: { zh: 分档, en: Bands }\nsource: annual-report\n\
                  bands: { 2024: { excellent: 12, good: 9, average: 6, low: 3, poor: 0 } }\n";
    let chart = "```chart\nkind: bullet\nindicator: roe\nbenchmark: roe-bands\n```";
    let two = dip("{roe@2024}")
        .file("content/benchmarks/roe-bands.yaml", ladder)
        .file(EN, &format!("---\ntitle: A\n---\n{chart}"));
    let built = two.build().each_by_itself();
    built.notes(["benchmark-changed content/cases/rolling/en.md"]).marks(&two, "benchmark-changed", chart);
    let answered = explained(two, "about: benchmark-changed, indicator: roe").build().each_by_itself();
    answered.notes([]);
    answered.page("en/cases/rolling.html", |page| {
        page.shows("Return on net assets: held against Bands and World class");
    });
}

#[test]
fn a_median_over_other_peers_in_another_year_is_a_warning() {
    let mut six = dip("{roe: gap 2021}, {roe: gap 2024}").file(
        "content/benchmarks/steel-roe.yaml",
        "kind: peer-statistic\nindicator: roe\nlabel: { zh: 同业中位数, en: Peer median }\nstatistic: median\n\
         peers: [p1, p2, p3, p4, p5, p6]\n",
    );
    for n in 1..=6 {
        let early = if n == 6 { "" } else { "2021: 5, " };
        six = six
            .file(
                &format!("content/enterprises/p{n}/enterprise.yaml"),
                &format!("name: {{ zh: 甲{n}, en: P{n} }}\nindustry: steel\nregion: hebei\n"),
            )
            .file(
                &format!("content/enterprises/p{n}/indicators.yaml"),
                &format!("source: annual-report\nobservations: {{ roe: {{ {early}2024: {n} }} }}\n"),
            );
    }
    let built = six.build();
    built.notes(["benchmark-changed content/cases/rolling/case.yaml"]);
    assert_eq!(
        built.sayings(Lang::EN)[0],
        "benchmark `steel-roe` of `roe` is taken over different peers: 5 in 2021, 6 in 2024"
    );
    let answered = explained(six.clone(), "about: benchmark-changed, indicator: roe").build();
    answered.notes([]);
    answered.page("zh/cases/rolling.html", |page| {
        page.shows("净资产收益率对标的“同业中位数”，2021年取自5家企业，2024年取自6家");
    });
    six.clone()
        .edit(
            "content/benchmarks/steel-roe.yaml",
            "statistic:",
            "comparability: { zh: 有增减, en: Changes }\nstatistic:",
        )
        .build()
        .notes([]);
    six.edit("content/enterprises/p6/indicators.yaml", "{ 2024", "{ 2021: 5, 2024").build().notes([]);
}
