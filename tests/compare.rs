//! What enterprises are compared by, and the ways to it.

mod support;

use serde_json::Value;
use support::{Built, Site, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";

/// The sound site with a second enterprise of the same industry.
fn two() -> Site {
    with_other("currency: CNY\nsource: annual-report\nobservations:\n  roe: { 2023: 5.1, 2024: 7.2 }\n")
}

/// The sound site with an enterprise `beilu` that has these figures.
fn with_other(figures: &str) -> Site {
    site()
        .file(
            "content/enterprises/beilu/enterprise.yaml",
            "name: { zh: 北麓<钢铁>集团, en: Beilu Steel Group }\nshort: { zh: 北麓, en: Beilu }\nindustry: steel\nregion: hebei\n",
        )
        .file("content/enterprises/beilu/indicators.yaml", figures)
}

/// What a script hands over, and as what.
fn handed(script: &str) -> (String, Value) {
    let call = script.strip_prefix("casebookCompare(").and_then(|rest| rest.trim_end().strip_suffix(");"));
    let all = format!("[{}]", call.expect("the script is one call"));
    let Value::Array(mut given) = serde_json::from_str(&all).expect("it hands over JSON") else {
        panic!("{all}")
    };
    let data = given.pop().expect("it hands over data");
    (given[0].as_str().expect("it says what they are").to_owned(), data)
}

fn figures(built: &Built, lang: &str, enterprise: &str) -> Value {
    let (id, data) = handed(built.text(&format!("{lang}/enterprises/{enterprise}.js")));
    assert_eq!(id, enterprise);
    data
}

#[test]
fn every_figure_is_there_as_readers_see_it_and_as_a_line_needs_it() {
    let built = two().build();
    built.made().notes([]);
    let (zh, en) = (figures(&built, "zh", "hualan-steel"), figures(&built, "en", "hualan-steel"));
    assert_eq!((&zh["name"], &en["name"]), (&"华岚钢铁".into(), &"Hualan Steel".into()));
    let value = |data: &Value, key: &str, at: usize| data["series"][key]["values"][at].clone();
    assert_eq!(value(&zh, "total-profit.1.CNY", 1)[2], "51.23亿元");
    assert_eq!(value(&en, "total-profit.1.CNY", 1)[2], "CNY 5.12 billion");
    assert_eq!(value(&zh, "total-profit.1.CNY", 1)[1], 5_123_000_000_i64);
    let latest = value(&en, "roe.1", 3);
    assert_eq!((&latest[1], &latest[2]), (&9.4.into(), &"9.4%".into()));
    let period = &en["periods"][usize::try_from(latest[0].as_u64().unwrap()).unwrap()];
    assert_eq!(
        (&period["key"], &period["label"], &period["during"]),
        (&"2024".into(), &"2024".into(), &"in 2024".into())
    );
    let held = &zh["series"]["roe.1"]["held"];
    assert_eq!((&held["id"], &held["values"][3][2]), (&"steel-roe".into(), &"10.9%".into()));
}

#[test]
fn what_enterprises_are_held_against_says_how_far_it_compares() {
    let built = two()
        .edit(
            "content/benchmarks/steel-roe.yaml",
            "kind: enterprise",
            "kind: enterprise\ncomparability: { zh: 国际<准则>，6月止, en: IFRS to June }",
        )
        .build();
    let notes = |lang| figures(&built, lang, "hualan-steel")["series"]["roe.1"]["held"]["notes"].clone();
    assert_eq!(notes("zh"), serde_json::json!(["可比性：国际&lt;准则&gt;，6月止"]));
    assert_eq!(notes("en"), serde_json::json!(["Comparability: IFRS to June"]));
    assert!(figures(&two().build(), "zh", "hualan-steel")["series"]["roe.1"]["held"]["notes"].is_null());
}

#[test]
fn every_figure_leads_to_its_row_of_evidence() {
    let built = two().build();
    let page = built.text("zh/compare.html");
    assert!(page.contains("data-key=\"roe.1\" data-stem=\"#figure.roe.\""), "{page}");
    for period in figures(&built, "zh", "beilu")["periods"].as_array().expect("a list") {
        let row = format!("id=\"figure.roe.{}\"", period["key"].as_str().expect("a text"));
        assert!(built.text("zh/enterprises/beilu.html").contains(&row), "{row}");
    }
}

#[test]
fn what_is_withheld_stays_so_and_is_called_so() {
    let secret = "currency: CNY\nobservations:\n  roe:\n    values:\n      2023: { value: 5.1, basis: estimate, source: annual-report, note: { zh: 估<计>, en: Guess } }\n      2024: { value: 7.77, withheld: confidential }\n      2025: { value: 8.88, withheld: { until: 2030-01-01T00:00:00+08:00 } }\n";
    let built = with_other(secret).build();
    let en = figures(&built, "en", "beilu");
    let values = en["series"]["roe.1"]["values"].as_array().expect("a list").clone();
    assert_eq!((&values[0][2], &values[0][3]), (&"5.1%".into(), &"estimate".into()));
    for missing in &values[1..] {
        assert_eq!((&missing[1], &missing[2]), (&Value::Null, &"not disclosed".into()));
    }
    assert_eq!(en["series"]["roe.1"]["notes"][0], "2023: Guess");
    // Texts are finished HTML.
    assert_eq!(figures(&built, "zh", "beilu")["series"]["roe.1"]["notes"][0], "2023：估&lt;计&gt;");
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("7.77") && !text.contains("8.88"), "{path}");
    }
}

#[test]
fn other_currencies_and_shorter_periods_are_never_drawn_together() {
    let figures_of = "currency: USD\nsource: annual-report\nobservations:\n  total-profit: { 2024: 7000000, 2024-Q3: 2000000 }\n  roe: { 2024: 7.2 }\n";
    let built = with_other(figures_of).build();
    let keys = |enterprise| {
        let data = figures(&built, "en", enterprise);
        data["series"].as_object().expect("a map").keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(keys("beilu"), ["roe.1", "total-profit.1.USD", "total-profit.4.USD"]);
    assert_eq!(keys("hualan-steel"), ["roe.1", "total-profit.1.CNY"]);
    built.page("en/compare.html", |page| {
        page.shows(">Total profit (CNY)</a>").shows(">Total profit (USD)</a>");
        page.shows(">Total profit (quarters) (USD)</a>").shows("amounts are not converted");
        page.shows_in_order("data-key=\"roe.1\"", "data-key=\"total-profit.1.CNY\"");
        // A quarter is a quarter of a year.
        page.shows("data-step=\"0.25\"").hides("Return on net assets (");
    });
}

#[test]
fn one_past_of_ones_own_is_no_benchmark_for_others() {
    let past = "kind: own-past\nindicator: roe\nlabel: { zh: 自身2021年, en: Own 2021 }\nperiod: 2021\n";
    let built = two()
        .file("content/benchmarks/own.yaml", past)
        .edit(FIGURES, "benchmarks: { roe: steel-roe }", "benchmarks: { roe: own }")
        .build();
    assert!(figures(&built, "zh", "hualan-steel")["series"]["roe.1"]["held"].is_null());
}

#[test]
fn names_stand_industry_by_industry_and_the_page_says_where() {
    let mut many = two();
    for n in 0..1100 {
        let own = format!("name: {{ zh: 港{n}, en: Port {n:04} }}\nindustry: ports\nregion: hebei\n");
        many = many.file(&format!("content/enterprises/port-{n}/enterprise.yaml"), &own);
    }
    let built = many.build();
    let (first, names) = handed(built.text("en/compare/0.js"));
    assert_eq!((first.as_str(), names.as_array().map(Vec::len)), ("compare/0", Some(1000)));
    assert_eq!(names[0], serde_json::json!(["beilu", "Beilu", "Beilu Steel Group"]));
    assert_eq!(names[2], serde_json::json!(["port-0", "Port 0000"]));
    let (second, rest) = handed(built.text("en/compare/1.js"));
    assert_eq!((second.as_str(), rest.as_array().map(Vec::len)), ("compare/1", Some(102)));
    assert_eq!(handed(built.text("zh/compare/0.js")).1[0][2], "北麓&lt;钢铁&gt;集团");
    built.page("en/compare.html", |page| {
        page.shows("<option value=\"steel\" data-from=\"0\" data-to=\"2\">Steel (2)</option>");
        page.shows("<option value=\"ports\" data-from=\"2\" data-to=\"1102\">Ports (1,100)</option>");
        // Without a script: the first of each industry, and the way to the others.
        page.has_link("enterprises/port-0.html").has_link("industries/ports.html#enterprises");
        assert!(page.html.len() < 40_000, "{} bytes", page.html.len());
    });
}

#[test]
fn ways_lead_there_with_a_choice_that_makes_sense() {
    let built = two().build();
    built.page("zh/enterprises/hualan-steel.html", |page| {
        page.has_link("../compare.html?e=hualan-steel").shows(">与其他企业对比</a>");
        page.has_link("../compare.html?e=hualan-steel,beilu").shows(">与北麓对比</a>");
    });
    built.page("en/industries/steel.html", |page| {
        page.has_link("../compare.html?e=beilu,hualan-steel");
    });
    built.page("en/industries/ports.html", |page| {
        page.hides("main\">\n<a href=\"../compare.html");
    });
    built.page("en/enterprises/index.html", |page| {
        page.has_link("../compare.html");
    });
    let mut five = two();
    for n in 0..3 {
        let own = format!("name: {{ zh: 钢{n}, en: Steel {n} }}\nindustry: steel\nregion: hebei\n");
        five = five.file(&format!("content/enterprises/steel-{n}/enterprise.yaml"), &own);
    }
    let built = five.build();
    built.page("en/industries/steel.html", |page| {
        page.has_link("../compare.html?industry=steel");
    });
    built.page("en/enterprises/beilu.html", |page| {
        page.has_link("../compare.html?e=beilu").hides("?e=beilu,");
    });
}

#[test]
fn a_single_enterprise_has_nobody_to_be_compared_with() {
    let built = site().build();
    assert!(!built.files.keys().any(|path| path.contains("compare") && !path.starts_with("assets/")));
    assert!(!built.files.contains_key("zh/enterprises/hualan-steel.js"));
    built.page("zh/enterprises/hualan-steel.html", |page| {
        page.hides("compare.html");
    });
}

#[test]
fn machines_find_the_page_in_both_languages() {
    let built = two().build();
    assert!(built.text("sitemap.xml").contains("<loc>https://example.org/showcase/zh/compare.html</loc>"));
    assert!(built.text("llms.txt").contains("(https://example.org/showcase/en/compare.html): Choose two"));
    built.page("zh/compare.html", |page| {
        page.shows("hreflang=\"en\" href=\"https://example.org/showcase/en/compare.html\"");
        page.shows("<script defer src=\"../assets/compare.");
    });
}
