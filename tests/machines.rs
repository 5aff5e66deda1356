//! What a site says to machines: linked data, feeds, cards for shared links, a guide for language models, and a list of
//! all its files.

mod support;

use serde_json::Value;
use sha2::{Digest, Sha256};
use support::{Built, site};

const HOME: &str = "https://example.org/showcase/";

#[test]
fn a_case_is_an_article_with_its_sources() {
    let built = site().build();
    let page = "zh/cases/rolling.html";
    let article = of_type(&built, page, "Article");
    assert_eq!(article["headline"], "一条轧线的三年");
    assert_eq!(article["inLanguage"], "zh-Hans");
    assert_eq!(article["datePublished"], "2025-02-18");
    assert_eq!(article["mainEntityOfPage"], format!("{HOME}{page}"));
    assert_eq!(article["about"]["name"], "华岚钢铁集团");
    assert_eq!(article["about"]["url"], format!("{HOME}zh/enterprises/hualan-steel.html"));
    assert_eq!(article["publisher"]["name"], "发布者");
    assert_eq!(article["citation"][0]["name"], "年度报告");
    assert_eq!(article["isPartOf"]["name"], "案例集");
    let crumbs = of_type(&built, page, "BreadcrumbList");
    let steps: Vec<_> = crumbs["itemListElement"].as_array().expect("it is a list").iter().collect();
    let addresses: Vec<_> =
        steps.iter().map(|step| step["item"].as_str().expect("it leads somewhere")).collect();
    let wanted = ["zh/index.html", "zh/cases/index.html", "zh/industries/steel.html", page];
    assert_eq!(addresses, wanted.map(|path| format!("{HOME}{path}")));
    assert_eq!(steps[3]["position"], 4);
}

#[test]
fn figures_are_a_set_of_data_that_can_be_fetched() {
    let built = site().build();
    for (page, table) in [
        ("en/enterprises/hualan-steel.html", "enterprises/hualan-steel"),
        ("en/indicators/roe.html", "indicators/roe"),
    ] {
        let dataset = of_type(&built, page, "Dataset");
        assert_eq!(dataset["temporalCoverage"], "2021/2024");
        for (at, ending) in ["csv", "json"].into_iter().enumerate() {
            let file = format!("data/{table}.{ending}");
            assert_eq!(dataset["distribution"][at]["contentUrl"], format!("{HOME}{file}"));
            assert!(built.files.contains_key(&file));
        }
    }
    let who = of_type(&built, "en/enterprises/hualan-steel.html", "Organization");
    assert_eq!((&who["name"], &who["alternateName"]), (&"Hualan Steel Group".into(), &"Hualan Steel".into()));
    assert_eq!(of_type(&built, "en/index.html", "WebSite")["name"], "Casebook");
}

#[test]
fn no_text_ends_a_block_of_linked_data() {
    let hostile = "</script><script>alert(1)</script><!--";
    let built = site()
        .edit("content/cases/rolling/zh.md", "title: 一条轧线的三年", &format!("title: \"{hostile}\""))
        .build();
    assert_eq!(of_type(&built, "zh/cases/rolling.html", "Article")["headline"], hostile);
    assert!(!built.text("zh/cases/rolling.html").contains("<script>alert"));
}

#[test]
fn a_page_that_is_not_public_says_nothing_to_search_engines() {
    let draft = site().case("secret", &["zh"]).edit(
        "content/cases/secret/case.yaml",
        "published: 2024-01-01",
        "status: draft\npublished: 2024-01-01",
    );
    let built = draft.wish(|wish| wish.drafts = true).build();
    assert!(linked(&built, "zh/cases/secret.html").is_empty());
    assert!(linked(&built, "404.html").is_empty());
    for file in ["zh/feed.xml", "zh/industries/steel.xml", "llms.txt"] {
        assert!(!built.text(file).contains("secret"), "{file}");
    }
}

#[test]
fn each_industry_with_cases_has_a_feed_in_each_language() {
    let built = site().case("heat", &["zh"]).build();
    for lang in ["zh", "en"] {
        let path = format!("{lang}/industries/steel.xml");
        let feed = roxmltree::Document::parse(built.text(&path)).expect("it is XML");
        let root = feed.root_element();
        let text = |node: roxmltree::Node<'_, '_>, name: &str| {
            let found =
                node.children().find(|child| child.has_tag_name(("http://www.w3.org/2005/Atom", name)));
            found.and_then(|node| node.text()).unwrap_or_else(|| panic!("no {name} in {path}")).to_owned()
        };
        assert_eq!(text(root, "id"), format!("{HOME}{lang}/industries/steel.html"));
        assert_eq!(text(root, "updated"), "2025-02-18T00:00:00+08:00");
        assert!(!text(root, "title").is_empty());
        let author =
            root.children().find(|child| child.tag_name().name() == "author").expect("it has an author");
        assert!(!text(author, "name").is_empty());
        let own = root.children().find(|c| c.attribute("rel") == Some("self")).expect("it says where it is");
        assert_eq!(own.attribute("href"), Some(format!("{HOME}{path}").as_str()));
        let entries: Vec<_> = root.children().filter(|c| c.tag_name().name() == "entry").collect();
        assert_eq!(entries.len(), 2);
        for entry in entries {
            assert!(text(entry, "id").starts_with(HOME));
            assert!(!text(entry, "title").is_empty() && !text(entry, "updated").is_empty());
        }
        built.page(&format!("{lang}/industries/steel.html"), |page| {
            page.shows("type=\"application/atom+xml\" href=\"steel.xml\"");
        });
    }
    assert!(!built.files.contains_key("zh/industries/ports.xml"));
    built.page("zh/industries/ports.html", |page| {
        page.hides("ports.xml");
    });
}

#[test]
fn under_which_terms_content_may_be_used_stands_wherever_somebody_asks() {
    let licensed = |terms: &str| {
        site().edit("casebook.yaml", "languages:", &format!("license: {terms}\nlanguages:")).build()
    };
    let (common, own) = (
        licensed("CC-BY-4.0"),
        licensed("{ name: { zh: 使用须知, en: our terms }, url: https://example.org/terms }"),
    );
    for (built, id, title, name, url) in [
        (
            &common,
            Some("CC-BY-4.0"),
            "CC BY 4.0",
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        (&own, None, "使用须知 · our terms", "our terms", "https://example.org/terms"),
    ] {
        let package: Value = serde_json::from_str(built.text("data/datapackage.json")).expect("it is JSON");
        let license = &package["licenses"][0];
        assert_eq!(
            (license["name"].as_str(), &license["title"], &license["path"]),
            (id, &title.into(), &url.into())
        );
        for (page, kind) in [
            ("en/cases/rolling.html", "Article"),
            ("en/enterprises/hualan-steel.html", "Dataset"),
            ("en/indicators/roe.html", "Dataset"),
        ] {
            assert_eq!(of_type(built, page, kind)["license"], url, "{page}");
            built.page(page, |page| {
                page.shows(&format!("<a rel=\"license\" href=\"{url}\">{name}</a>"));
            });
        }
        assert!(built.text("en/feed.xml").contains(&format!("<rights>{name} {url}</rights>")));
    }
    let silent = site().build();
    for (file, words) in [
        ("data/datapackage.json", "\"licenses\""),
        ("en/cases/rolling.html", "license"),
        ("en/feed.xml", "<rights>"),
    ] {
        assert!(!silent.text(file).contains(words), "{file}");
    }
}

#[test]
fn a_shared_link_says_its_language_and_its_day() {
    let built = site().build();
    built.page("zh/cases/rolling.html", |page| {
        page.shows("<meta property=\"og:locale\" content=\"zh_CN\">")
            .shows("<meta property=\"og:locale:alternate\" content=\"en_US\">")
            .shows("<meta property=\"article:published_time\" content=\"2025-02-18\">")
            .shows("<meta property=\"og:description\" content=\"三年缩小差距。\">");
    });
    built.page("en/index.html", |page| {
        page.hides("article:published_time");
    });
}

#[test]
fn the_guide_for_language_models_leads_to_what_there_is() {
    let built = site().build();
    let guide = built.text("llms.txt");
    assert!(guide.starts_with("# 案例集 · Casebook\n\n> 说明。\n> Description.\n"), "{guide}");
    let addresses: Vec<&str> =
        guide.split("](").skip(1).map(|rest| rest.split(')').next().expect("it ends")).collect();
    assert!(addresses.len() > 20, "{guide}");
    for address in addresses {
        let file = address.strip_prefix(HOME).expect("it is absolute");
        assert!(built.files.contains_key(file), "{file}");
    }
    for heading in ["\n## 中文\n", "\n## English\n"] {
        assert!(guide.contains(heading), "{guide}");
    }
}

#[test]
fn the_manifest_lists_every_other_file_as_it_is() {
    let built = site().build();
    let manifest: Value = serde_json::from_str(built.text("manifest.json")).expect("it is JSON");
    let listed: Vec<_> = manifest["files"].as_array().expect("it is a list").iter().collect();
    let others: Vec<_> = built.files.iter().filter(|(path, _)| *path != "manifest.json").collect();
    assert_eq!(listed.len(), others.len());
    for (entry, (path, bytes)) in listed.into_iter().zip(others) {
        assert_eq!(entry["path"], *path);
        assert_eq!(entry["size"], bytes.len());
        let hash = Sha256::digest(bytes).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
        assert_eq!(entry["sha256"], hash, "{path}");
    }
    assert_eq!(built.made.expect("it was made").files, built.files.len());
}

#[test]
fn a_chart_of_a_case_can_be_shown_in_other_sites() {
    let built = site().build();
    let embedded = "zh/cases/rolling/embed/trend-roe.html";
    built.page("zh/cases/rolling.html", |page| {
        page.has_link("rolling/embed/trend-roe.html").shows_in_order("trend-roe.csv", "embed/trend-roe.html");
    });
    built.page(embedded, |page| {
        page.shows("<html lang=\"zh-Hans\">")
            .shows("http-equiv=\"Content-Security-Policy\"")
            .shows("noindex")
            .shows("<svg class=\"chart")
            .shows("<p class=\"figure-sentence\">")
            .shows("年度报告")
            .has_link("../../rolling.html#trend.roe");
    });
    let drawing = |path: &str| {
        let (_, rest) = built.text(path).split_once("id=\"trend.roe.svg").expect("it shows the chart");
        rest.split("</svg>").next().expect("it ends").to_owned()
    };
    assert_eq!(drawing(embedded), drawing("zh/cases/rolling.html"));
    assert!(!built.text("sitemap.xml").contains("/embed/"));
}

/// The only block of linked data of that type on a page.
fn of_type(built: &Built, path: &str, kind: &str) -> Value {
    let mut found = linked(built, path).into_iter().filter(|block| block["@type"] == kind);
    let block = found.next().unwrap_or_else(|| panic!("no {kind} on {path}"));
    assert!(found.next().is_none(), "one {kind} on {path}");
    assert_eq!(block["@context"], "https://schema.org");
    block
}

/// The blocks of linked data on a page.
fn linked(built: &Built, path: &str) -> Vec<Value> {
    let blocks = built.text(path).split("<script type=\"application/ld+json\">").skip(1);
    let blocks = blocks.map(|rest| rest.split("</script>").next().expect("it ends"));
    blocks.map(|block| serde_json::from_str(block).expect("it is JSON")).collect()
}
