//! Shapes that real data have: nothing crashes, nothing is wrong, and what cannot be said is said to be so.

mod support;

use std::fmt::Write;

use support::{Built, Site, at, site};

/// Forty Han characters, and a hundred and twenty Latin letters.
const LONG_ZH: &str = "中国东北老工业基地装备制造与新能源材料综合利用产业发展投资控股集团有限责任总公司甲";
const LONG_EN: &str = "Northeastern Equipment Manufacturing and New Energy Materials Comprehensive Utilization Industrial Development Holding Co";

/// An enterprise with these lines of figures; without any, it has no file of figures.
fn enterprise(site: Site, id: &str, industry: &str, currency: &str, figures: &str) -> Site {
    let name =
        format!("name: {{ zh: 企业{id}, en: Enterprise {id} }}\nindustry: {industry}\nregion: hebei\n");
    named(site, id, currency, figures, &name)
}

fn named(site: Site, id: &str, currency: &str, figures: &str, name: &str) -> Site {
    let site = site.file(&format!("content/enterprises/{id}/enterprise.yaml"), name);
    if figures.is_empty() {
        return site;
    }
    let figures = format!("currency: {currency}\nsource: annual-report\nobservations:\n{figures}");
    site.file(&format!("content/enterprises/{id}/indicators.yaml"), &figures)
}

/// Eighteen years of one indicator, two of them unknown and one not even mentioned.
fn eighteen_years() -> String {
    let mut years = String::from("  roe:\n");
    for year in (2007..=2024).filter(|year| *year != 2011) {
        match year {
            2009 | 2010 => {
                writeln!(years, "    {year}: {{ value: null, note: {{ zh: 重组, en: Merger }} }}")
            }
            _ => writeln!(years, "    {year}: {}.{}", year - 2002, year % 10),
        }
        .expect("a string takes everything");
    }
    years
}

fn shapes() -> Site {
    let mut all = site()
        .edit(
            "content/vocabulary/industries.yaml",
            "- { id: ports",
            "- { id: lone, name: { zh: 独家, en: Lone } }\n- { id: even, name: { zh: 齐平, en: Even } }\n- { id: ports",
        )
        .file(
            "content/indicators/revenue.yaml",
            "name: { zh: 营业收入, en: Revenue }\ndefinition: { zh: 收入。, en: Sales. }\nunit: currency\n\
             direction: increase\naggregation: sum\n",
        )
        .file(
            "content/indicators/debt.yaml",
            "name: { zh: 资产负债率, en: Debt-to-asset ratio }\ndefinition: { zh: 负债与资产之比。, en: Debt over assets. }\n\
             unit: percent\ndecimals: 1\ndirection: decrease\n",
        )
        .edit("casebook.yaml", "[roe, total-profit]", "[roe, total-profit, revenue, debt]");
    all = enterprise(all, "one-year", "steel", "CNY", "  roe: { 2024: 7.5 }\n");
    all = enterprise(all, "three-years", "steel", "CNY", "  roe: { 2022: 7.5, 2023: 7.1, 2024: 7.9 }\n");
    all = enterprise(all, "many-years", "steel", "CNY", &eighteen_years());
    all = enterprise(all, "abyss", "steel", "CNY", "  roe: { 2022: 3.1, 2023: -2998, 2024: -41.5 }\n");
    all = enterprise(all, "summit", "steel", "CNY", "  roe: { 2022: 12, 2023: 88.4, 2024: 20469 }\n");
    all = enterprise(
        all,
        "start",
        "steel",
        "CNY",
        "  revenue: { 2022: 0, 2023: 0, 2024: 120000000 }\n  debt: { 2022: 96.2, 2023: 104.8, 2024: 131.0 }\n  \
         total-profit: { 2022: -5000000, 2023: -0.0, 2024: 0 }\n",
    );
    all = enterprise(all, "gaps", "steel", "CNY", "  roe: { 2018: 5, 2020: 6, 2023: 7, 2024: 8 }\n");
    for (n, profit) in [(1, "3"), (2, "5"), (3, "8"), (4, "13"), (5, "21")] {
        let figures =
            format!("  total-profit: {{ scale: 100000000, values: {{ 2023: {n}, 2024: {profit} }} }}\n");
        all = enterprise(all, &format!("yuan-{n}"), "ports", "CNY", &figures);
    }
    for n in 1..=2 {
        let figures = "  total-profit: { scale: 100000000, values: { 2023: 900, 2024: 999 } }\n";
        all = enterprise(all, &format!("dollar-{n}"), "ports", "USD", figures);
    }
    all = enterprise(all, "alone", "lone", "CNY", "  roe: { 2023: 4, 2024: 4.5 }\n");
    for n in 1..=6 {
        all = enterprise(all, &format!("even-{n}"), "even", "CNY", "  roe: { 2022: 5, 2023: 5, 2024: 5 }\n");
    }
    all = enterprise(
        all,
        "quarterly",
        "steel",
        "CNY",
        "  roe: { 2023-Q1: 1.1, 2023-Q2: 1.4, 2023-Q3: 1.2, 2023-Q4: 1.9, 2024-Q1: 1.6, 2024-Q2: 2.1 }\n",
    );
    let months: Vec<String> = (1..=12).map(|n| format!("2024-{n:02}: {}", 100 + n * n)).collect();
    let months = format!("  revenue: {{ {} }}\n", months.join(", "));
    all = enterprise(all, "monthly", "steel", "CNY", &months);
    all = enterprise(all, "silent", "steel", "CNY", "");
    all = named(
        all,
        "longest",
        "CNY",
        "  roe: { 2022: 7.5, 2023: 7.1, 2024: 7.9 }\n",
        &format!("name: {{ zh: {LONG_ZH}, en: {LONG_EN} }}\nindustry: steel\nregion: hebei\n"),
    );
    for (id, of, indicator) in [
        ("told-of-one", "one-year", "roe"),
        ("told-of-abyss", "abyss", "roe"),
        ("told-of-summit", "summit", "roe"),
        ("told-of-start", "start", "debt"),
        ("told-of-months", "monthly", "revenue"),
        ("told-of-nothing", "silent", ""),
        ("told-at-length", "longest", "roe"),
    ] {
        let indicators =
            if indicator.is_empty() { String::new() } else { format!("indicators: [{indicator}]\n") };
        let facts = format!(
            "kind: project\nenterprise: {of}\nareas: [efficiency]\n{indicators}published: 2024-01-01\n"
        );
        let chart = if indicator.is_empty() {
            String::new()
        } else {
            ["trend", "bullet", "strip", "rank"]
                .map(|kind| format!("\n```chart\nkind: {kind}\nindicator: {indicator}\n```\n"))
                .concat()
        };
        all = all.file(&format!("content/cases/{id}/case.yaml"), &facts).file(
            &format!("content/cases/{id}/zh.md"),
            &format!("---\ntitle: 案例{id}\nsummary: 一句话。\n---\n## 挑战 {{#challenge}}\n正文。\n{chart}"),
        );
        if id != "told-of-one" {
            all = all.file(
                &format!("content/cases/{id}/en.md"),
                &format!("---\ntitle: Case {id}\nsummary: A line.\n---\n## Challenge {{#challenge}}\nText.\n{chart}"),
            );
        }
    }
    all
}

/// The HTML of a page with its scripts left out.
fn pages(built: &Built) -> impl Iterator<Item = (&str, &str)> {
    let pages = built.files.iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

/// Where a page writes a zero with a minus, be it in words or in a drawing.
fn minus_zero(html: &str) -> Option<&str> {
    let signs = html.match_indices(['-', '−']);
    signs.map(|(at, sign)| (at, at + sign.len())).find_map(|(at, behind)| {
        // `depth-0` is a name; `M-0` begins a path.
        let joined =
            html[..at].ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'));
        let number: &str = html[behind..].split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
        let zero = number.starts_with('0') && number.chars().all(|c| matches!(c, '0' | '.'));
        let goes_on = html[behind + number.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
        (!joined && zero && !goes_on).then(|| &html[at..behind + number.len()])
    })
}

#[test]
fn a_minus_before_zero_is_found() {
    for (html, found) in [
        ("<td>−0.0%</td>", Some("−0.0")),
        ("d=\"M5 -0 5\"", Some("-0")),
        ("d=\"M-0 5\"", Some("-0")),
        ("x=\"-0.5\" class=\"depth-0 empty\" 2024-01", None),
    ] {
        assert_eq!(minus_zero(html), found, "{html}");
    }
}

#[test]
fn no_page_shows_what_is_no_number() {
    let built = shapes().build();
    built.made();
    for (path, html) in pages(&built) {
        // Between letters it would be a word: infinite, Nancy.
        for nonsense in ["NaN", "inf ", "inf\"", "inf,", "Infinity", "infinity"] {
            assert!(!html.contains(nonsense), "{path} shows {nonsense}");
        }
        assert_eq!(minus_zero(html), None, "{path}");
    }
}

#[test]
fn the_only_warnings_are_about_what_is_missing() {
    shapes().build().notes(["translation-missing content/cases/told-of-one/zh.md"]);
}

#[test]
fn one_year_is_a_value_and_three_are_a_movement() {
    let built = shapes().build();
    built.page("zh/enterprises/one-year.html", |page| {
        page.shows("净资产收益率2024年为7.5%。").hides("tile-change");
    });
    built.page("en/enterprises/three-years.html", |page| {
        page.shows("Return on net assets rose from 7.5% in 2022 to 7.9% in 2024, up 0.4 percentage points.");
    });
    built.page("zh/enterprises/many-years.html", |page| {
        page.shows("由2007年的5.7%提高到2024年的22.4%").shows("暂缺");
    });
}

#[test]
fn the_deepest_and_the_highest_value_are_written_in_full() {
    let built = shapes().build();
    built.page("zh/enterprises/abyss.html", |page| {
        page.shows("−2998.0").shows("−41.5%").shows("class=\"tile tone-worse\"");
    });
    built.page("en/enterprises/summit.html", |page| {
        page.shows("rose from 12.0% in 2022 to 20,469.0% in 2024, up 20,457.0 percentage points");
    });
}

#[test]
fn growth_from_nothing_is_told_as_an_amount() {
    let built = shapes().build();
    built.page("zh/enterprises/start.html", |page| {
        page.shows("营业收入由2022年的0元增加到2024年的1.2亿元").shows("131.0%");
        page.shows("资产负债率由2022年的96.2%提高到2024年的131.0%");
    });
    built.page("en/enterprises/start.html", |page| {
        page.shows("Revenue rose from CNY 0 in 2022 to CNY 120 million in 2024");
    });
}

#[test]
fn a_year_without_a_figure_breaks_the_line() {
    let built = shapes().build();
    built.page("zh/enterprises/gaps.html", |page| {
        // Every year stands on the axis and in the table under the chart, those without a figure too.
        for year in ["2019", "2021", "2022"] {
            page.shows(&format!("<th scope=\"row\">{year}</th><td class=\"num\">–</td>"));
        }
    });
}

#[test]
fn two_currencies_are_not_compared_and_readers_are_told() {
    let built = shapes().build();
    for page in ["industries/ports.html", "indicators/total-profit.html"] {
        built.page(&format!("zh/{page}"), |page| {
            page.shows("5家企业的利润总额中位数为8亿元");
            page.shows("企业dollar-1和企业dollar-2以其他货币计，不作换算，没有列入比较");
            page.hides("USD").hides("美元");
        });
        built.page(&format!("en/{page}"), |page| {
            page.shows("had a median of CNY 800 million across 5 enterprises");
            page.shows(
                "Enterprise dollar-1 and Enterprise dollar-2 report in another currency and are not compared",
            );
        });
    }
    built.page("en/enterprises/dollar-1.html", |page| {
        page.shows("USD 99.9 billion");
    });
}

#[test]
fn a_median_in_one_currency_is_no_benchmark_for_another() {
    let mut mixed = shapes().file(
        "content/benchmarks/peers.yaml",
        "kind: peer-statistic\nindicator: total-profit\nlabel: { zh: 同业中位数, en: Peer median }\nstatistic: median\n\
         peers: [yuan-1, yuan-2, yuan-3, yuan-4, yuan-5, dollar-2]\n",
    );
    for id in ["yuan-1", "dollar-1"] {
        let path = format!("content/enterprises/{id}/indicators.yaml");
        mixed = mixed.edit(&path, "observations:", "benchmarks: { total-profit: peers }\nobservations:");
    }
    let built = mixed.build();
    built.made();
    built.page("en/enterprises/yuan-1.html", |page| {
        page.shows("CNY 500 million behind the benchmark");
    });
    built.page("en/enterprises/dollar-1.html", |page| {
        page.hides("behind the benchmark").hides("ahead of the benchmark");
    });
}

#[test]
fn an_industry_of_one_and_one_of_equals_are_told_without_a_contest() {
    let built = shapes().build();
    built.page("zh/industries/lone.html", |page| {
        page.shows("有1家企业公开净资产收益率：企业alone 4.5%").hides("中位数为");
    });
    built.page("zh/industries/even.html", |page| {
        page.shows("中位数为5.0%，居中的一半企业都是5.0%");
    });
}

#[test]
fn quarters_and_months_are_series_of_their_own() {
    let built = shapes().build();
    built.page("zh/enterprises/quarterly.html", |page| {
        page.shows("由2023年第一季度的1.1%提高到2024年第二季度的2.1%");
    });
    built.page("en/enterprises/monthly.html", |page| {
        page.shows("from CNY 101 in January 2024 to CNY 244 in December 2024");
    });
}

#[test]
fn an_enterprise_without_figures_has_a_page_and_its_case_too() {
    let built = shapes().build();
    for page in ["enterprises/silent.html", "cases/told-of-nothing.html"] {
        built.page(&format!("zh/{page}"), |page| {
            page.hides("<figure").hides("class=\"tiles\"").hides("page.evidence");
        });
    }
}

#[test]
fn a_slip_in_a_second_chinese_sentence_is_found_like_one_in_the_first() {
    for start in ["", "改革开始了。", "真的吗？！改革开始了；"] {
        let text = format!("---\ntitle: 甲\n---\n## A {{#challenge}}\n{start}净资产收益率提高3.2%。\n");
        let told = site().file("content/cases/rolling/zh.md", &text).build();
        assert!(told.diagnostics.iter().any(|d| d.problem.code() == "percent-for-points"), "{start}");
    }
}

#[test]
fn a_case_in_one_language_is_listed_in_both() {
    let built = shapes().build();
    assert!(!built.files.contains_key("en/cases/told-of-one.html"));
    built.page("en/cases/index.html", |page| {
        page.shows("案例told-of-one");
    });
}

#[test]
fn the_shapes_are_the_same_on_every_day() {
    let later = shapes().wish(|wish| wish.at = at("2031-05-06T00:00:00Z")).build();
    assert_eq!(shapes().build().files, later.files);
}

#[test]
fn a_chart_shows_the_target_that_its_sentence_speaks_of() {
    let built = site()
        .edit(
            "content/enterprises/hualan-steel/indicators.yaml",
            "{ 2025: 10.0 }",
            "{ 2025: 10.0, 2030: 14.5 }",
        )
        .added(
            "content/cases/rolling/en.md",
            "\n```chart\nkind: bullet\nindicator: roe\n```\n\n```chart\nkind: trend\nindicator: roe\n```\n",
        )
        .build();
    for file in ["chart-1.svg", "chart-1.csv", "chart-2.svg", "chart-2.csv"] {
        let shown = built.text(&format!("en/cases/rolling/{file}"));
        let shows =
            |target| shown.split(|c: char| c != '.' && !c.is_ascii_digit()).any(|number| number == target);
        assert!((shows("10.0") || shows("10")) && !shown.contains("14.5"), "{file}: {shown}");
    }
}
