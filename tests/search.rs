//! What can be found on the page of search, told with whole sites.

mod support;

use support::{Built, png, site};

/// Every document of a language that is searched, as its files give it.
fn documents(built: &Built, lang: &str) -> Vec<serde_json::Value> {
    let folder = format!("{lang}/search/texts/");
    let files = built.files.keys().filter(|path| path.starts_with(&folder));
    let documents = files.map(|path| {
        let call = built.text(path).trim_end().strip_suffix(')').expect("it is a call");
        let (_, data) = call.split_once(',').expect("it hands something over");
        serde_json::from_str::<Vec<serde_json::Value>>(data).expect("it is JSON")
    });
    documents.flatten().collect()
}

/// The document at an address.
fn at<'d>(documents: &'d [serde_json::Value], href: &str) -> &'d serde_json::Value {
    documents.iter().find(|document| document[1] == href).expect("it can be found")
}

#[test]
fn a_case_is_found_by_its_words_and_its_figures_as_they_are_read_on_its_page() {
    let built = site().build();
    let zh = documents(&built, "zh");
    let case = at(&zh, "cases/rolling.html");
    assert_eq!((&case[2], &case[3]), (&"一条轧线的三年".into(), &"华岚钢铁".into()));
    let said = case[4].to_string();
    for words in ["三年缩小差距。", "[1,\"challenge\",\"挑战\",\"净资产收益率为6.2%。\"]", "华岚钢铁集团"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
    let en = documents(&built, "en");
    assert!(at(&en, "cases/rolling.html")[4].to_string().contains("Return was 6.2%."));
    for href in [
        "indicators/roe.html",
        "enterprises/hualan-steel.html",
        "industries/steel.html",
        "areas/efficiency.html",
    ] {
        at(&zh, href);
        at(&en, href);
    }
}

#[test]
fn what_is_not_published_is_not_found() {
    let built = site()
        .edit("content/cases/rolling/case.yaml", "kind: project", "kind: project\nstatus: draft")
        .build();
    assert!(documents(&built, "zh").iter().all(|document| document[1] != "cases/rolling.html"));
    for (path, bytes) in &built.files {
        let text = String::from_utf8_lossy(bytes);
        assert!(!path.contains("/search/") || !text.contains("轧线"), "{path}");
    }
}

#[test]
fn every_page_leads_to_search_and_without_a_script_search_leads_to_the_indexes() {
    let built = site().build();
    assert!(built.text("zh/cases/rolling.html").contains("href=\"../../zh/search.html\""));
    let page = built.text("zh/search.html");
    assert!(page.contains("<noscript>"));
    for href in ["cases/index.html", "enterprises/index.html", "indicators/index.html", "glossary.html"] {
        assert!(page.contains(&format!("<li><a href=\"{href}\">")), "{href}");
    }
}

#[test]
fn browsers_ask_anew_when_anything_that_is_searched_has_changed() {
    let edition = |built: &Built| {
        let page = built.text("zh/search.html").to_owned();
        let (_, rest) = page.split_once("data-edition=\"").expect("the page names an edition");
        rest.split_once('"').expect("it ends").0.to_owned()
    };
    let other = site().edit("content/cases/rolling/zh.md", "三年缩小差距", "三年缩小了差距").build();
    assert_eq!(edition(&site().build()), edition(&site().build()));
    assert_ne!(edition(&site().build()), edition(&other));
}

#[test]
fn captions_of_pictures_and_charts_are_words_of_their_page() {
    let built = site()
        .edit(
            "content/cases/rolling/zh.md",
            "## 挑战 {#challenge}",
            "## 挑战 {#challenge}\n\n```chart\nkind: trend\nindicator: roe\ntitle: { zh: 三年之变, en: Three years }\n```\n\n\
             ![轧机](media/mill.png \"夜里的轧机\")\n",
        )
        .edit(
            "content/cases/rolling/case.yaml",
            "kind: project",
            "kind: project\nimages: [{ file: media/mill.png, alt: { zh: 轧机, en: Mill }, caption: { zh: 厂区一角, en: A corner } }]",
        )
        .bytes("content/cases/rolling/media/mill.png", &png())
        .build();
    let zh = documents(&built, "zh");
    let said = at(&zh, "cases/rolling.html")[4].to_string();
    for words in ["[1,\"challenge\",\"挑战\",\"三年之变\\n夜里的轧机\\n净资产收益率为6.2%。\"]", "厂区一角"]
    {
        assert!(said.contains(words), "{words} in {said}");
    }
}

#[test]
fn a_source_is_found_by_its_title() {
    let built = site().build();
    for (lang, title) in [("zh", "年度报告"), ("en", "Annual report")] {
        let all = documents(&built, lang);
        let href = built.files.keys().filter_map(|path| path.strip_prefix(&format!("{lang}/sources/")));
        let href = href.filter(|path| *path != "index.html").map(|path| format!("sources/{path}")).next();
        assert_eq!(at(&all, &href.expect("it has a page"))[2], title);
    }
}

#[test]
fn a_case_that_a_language_lacks_is_found_where_it_is_and_says_so() {
    let built = site().case("heat", &["zh"]).build();
    let (zh, en) = (documents(&built, "zh"), documents(&built, "en"));
    let there = at(&en, "../zh/cases/heat.html");
    let here = at(&zh, "cases/heat.html");
    assert_eq!((&there[2], &there[5]), (&here[2], &"zh-Hans".into()));
    assert_eq!(
        (&there[0], &there[3]),
        (&"Benchmarking project · In Chinese only".into(), &"Hualan Steel".into())
    );
    assert_eq!((&here[0], &here[5]), (&"标杆项目".into(), &"".into()));
}
