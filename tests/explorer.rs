//! What the explorer of cases is given to search through.

mod support;

use serde_json::Value;
use support::{Built, site};

/// The explorer's data in a language, as its script hands them over.
fn data(built: &Built, lang: &str) -> Value {
    let script = built.text(&format!("{lang}/cases/explorer.js"));
    let json = script.strip_prefix("casebookExplorer(").and_then(|rest| rest.trim_end().strip_suffix(");"));
    serde_json::from_str(json.expect("the script is one call")).expect("it hands over JSON")
}

/// The names of the terms of a facet.
fn names(data: &Value, facet: usize) -> Vec<&str> {
    let terms = data["facets"][facet].as_array().expect("a facet is a list");
    terms.iter().filter_map(|term| term[1].as_str()).collect()
}

#[test]
fn every_case_is_there_with_the_words_and_terms_of_the_language() {
    let built = site().case("heat", &["zh", "en"]).build();
    let (zh, en) = (data(&built, "zh"), data(&built, "en"));
    assert_eq!(zh["cases"].as_array().map(Vec::len), Some(2));
    assert_eq!(
        (names(&zh, 2), names(&en, 2)),
        (vec!["标杆企业", "标杆项目"], vec!["Model enterprise", "Benchmarking project"])
    );
    assert!(names(&zh, 0).contains(&"钢铁") && names(&en, 0).contains(&"Steel"), "{zh:#}");
    for case in zh["cases"].as_array().expect("a list") {
        // The only enterprise stands first.
        assert_eq!((&case[3], &zh["enterprises"][0][1]), (&0.into(), &"hualan-steel".into()));
        assert!(!case[1].as_str().unwrap_or_default().is_empty(), "{case:#}");
    }
}

#[test]
fn a_case_that_a_language_lacks_leads_to_the_original_and_says_so() {
    let built = site().case("heat", &["zh"]).build();
    let en = data(&built, "en");
    let heat =
        en["cases"].as_array().expect("a list").iter().find(|case| case[0] == "heat").expect("it is listed");
    assert_eq!(heat[6][0], "../../zh/cases/heat.html");
    assert_eq!(heat[6][1], "zh-Hans");
    assert!(data(&built, "zh")["cases"].as_array().expect("a list").iter().all(|case| case[6].is_null()));
}

#[test]
fn the_explorer_stands_on_the_first_page_of_all_cases_and_nowhere_else() {
    let mut big = site();
    for n in 0..30 {
        big = big.case(&format!("case-{n:02}"), &["zh", "en"]);
    }
    let built = big.build();
    let explored =
        |path: &&String| path.ends_with(".html") && built.text(path).contains("data-src=\"explorer.js\"");
    assert_eq!(
        built.files.keys().filter(explored).collect::<Vec<_>>(),
        ["en/cases/index.html", "zh/cases/index.html"]
    );
    let list = built.text("zh/cases/index.html");
    assert!(list.contains("<script defer src=\"../../assets/explorer."), "{list}");
    assert!(!built.text("zh/cases/p/2.html").contains("assets/explorer."));
}

#[test]
fn a_single_case_needs_no_explorer() {
    assert!(!site().build().text("zh/cases/index.html").contains("data-src"));
}

#[test]
fn a_case_says_its_day_and_whether_it_is_public_yet() {
    let draft = site().case("heat", &["zh", "en"]).edit(
        "content/cases/heat/case.yaml",
        "published: 2024-01-01",
        "status: draft\npublished: 2024-01-01",
    );
    let built = draft.wish(|wish| wish.drafts = true).build();
    for (lang, day, mark) in [("zh", "2024年1月1日", "草稿"), ("en", "1 January 2024", "Draft")] {
        let data = data(&built, lang);
        let cases = data["cases"].as_array().expect("a list");
        let case = |id: &str| cases.iter().find(|case| case[0] == id).expect("it is listed");
        assert_eq!((&case("heat")[7], &case("heat")[8]), (&day.into(), &mark.into()));
        assert_eq!(case("rolling")[8], "", "it is public");
    }
}
