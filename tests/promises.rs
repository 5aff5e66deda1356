//! What is promised of every site, whatever its content.

mod support;

use std::collections::BTreeSet;

use support::{Built, site};

const CASE: &str = "content/cases/rolling/case.yaml";
const ZH: &str = "content/cases/rolling/zh.md";

#[test]
fn the_same_sources_give_the_same_bytes_with_any_number_of_threads() {
    let mut big = site();
    for n in 0..30 {
        big = big.case(&format!("case-{n:02}"), &["zh", "en"]);
    }
    let with = |threads| {
        let pool =
            rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started");
        pool.install(|| big.build().files)
    };
    let one = with(1);
    assert_eq!(one, with(2));
    assert_eq!(one, with(7));
}

#[test]
fn nothing_is_left_of_what_has_no_source() {
    let with = site().case("heat", &["zh", "en"]).build();
    let without = site().build();
    assert!(with.files.keys().any(|path| path.contains("heat")));
    assert!(
        without
            .files
            .iter()
            .all(|(path, bytes)| !path.contains("heat") && !bytes.windows(4).any(|w| w == b"heat"))
    );
}

#[test]
fn no_page_links_to_a_file_or_anchor_that_is_not_there() {
    let mut big = site();
    for n in 0..30 {
        big = big.case(&format!("case-{n:02}"), if n % 3 == 0 { &["zh"] } else { &["zh", "en"] });
    }
    let built = big.build();
    let mut broken = BTreeSet::new();
    for (path, html) in pages(&built) {
        for href in attributes(html, "href").chain(attributes(html, "src")) {
            if href.contains(':') {
                continue;
            }
            let (file, anchor) = href.split_once('#').unwrap_or((href, ""));
            let file = file.split('?').next().unwrap_or_default();
            let target = if file.is_empty() { path.to_owned() } else { resolve(path, file) };
            let Some(found) = built.files.get(&target) else {
                broken.insert(format!("{path} → {href}"));
                continue;
            };
            let there =
                anchor.is_empty() || String::from_utf8_lossy(found).contains(&format!("id=\"{anchor}\""));
            if !there {
                broken.insert(format!("{path} → {href}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_page_is_reached_from_the_home_page() {
    let built = site().case("heat", &["zh"]).build();
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut open = vec!["index.html".to_owned()];
    while let Some(path) = open.pop() {
        for href in attributes(built.text(&path), "href") {
            let file = href.split(['?', '#']).next().unwrap_or_default();
            if file.ends_with(".html") && !file.contains(':') {
                let target = resolve(&path, file);
                if reached.insert(target.clone()) {
                    open.push(target);
                }
            }
        }
    }
    let all: BTreeSet<String> =
        pages(&built).map(|(path, _)| path.to_owned()).filter(|p| p != "404.html").collect();
    assert_eq!(all.difference(&reached).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn pages_hold_no_inline_script_no_inline_style_and_ask_no_other_host() {
    for (path, html) in pages(&site().build()) {
        for forbidden in ["<script>", " style=\"", " onclick", "data:image", "src=\"http", "@import"] {
            // The page for lost addresses is shown at any depth: its own host is the only way to its files.
            if path == "404.html" && forbidden.starts_with("src=") {
                continue;
            }
            assert!(!html.contains(forbidden), "{path} holds {forbidden}");
        }
        let blocks_of_data = html.matches("<script type=\"application/ld+json\">").count();
        let files = html.matches("<script defer src=\"").count();
        assert_eq!(
            html.matches("<script").count(),
            files + blocks_of_data,
            "{path} holds a script that is no file, or is not deferred"
        );
        assert!(html.contains("http-equiv=\"Content-Security-Policy\""), "{path} has a policy");
    }
}

#[test]
fn text_from_the_sources_cannot_become_markup() {
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let quoted = "\"\\\"><script>alert(1)</script>\"";
    let built = site()
        .file(
            ZH,
            &format!(
                "---\ntitle: '{evil}'\nsummary: '{evil}'\nsubtitle: '{evil}'\n---\n## {evil}\n{evil}\n\n[x](javascript:alert(1))\n\n`{evil}`\n\n\
                 ```html\n{evil}\n```\n\n| {evil} |\n|---|\n| {evil} |\n"
            ),
        )
        .edit(CASE, "published:", &format!("milestones: [ {{ date: 2022, text: {{ zh: {quoted}, en: x }} }} ]\npublished:"))
        .edit("content/enterprises/hualan-steel/enterprise.yaml", "short: { zh: 华岚钢铁,", &format!("short: {{ zh: {quoted},"))
        .edit("content/indicators/roe.yaml", "definition: { zh: 净利润与平均净资产之比。,", &format!("definition: {{ zh: {quoted},"))
        .wish(|wish| wish.without_broken = true)
        .build();
    assert!(
        built.diagnostics.iter().any(|d| d.problem.code() == "link-scheme-refused"),
        "{:#?}",
        built.diagnostics
    );
    for (path, html) in pages(&built) {
        assert!(!html.contains("<script>") && !html.contains("<img src=x"), "{path}");
        assert!(!html.contains("href=\"javascript"), "{path}");
    }
}

#[test]
fn a_text_cannot_read_a_file_outside_its_folder() {
    let built = site()
        .file("content/cases/heat/media/secret.png", "x")
        .file(ZH, "---\ntitle: 甲\n---\n![图](../../../../etc/passwd) ![图](../heat/media/secret.png)\n")
        .build();
    built.refused();
    let codes: Vec<_> =
        built.diagnostics.iter().filter(|d| d.place.file.as_str() == ZH).map(|d| d.problem.code()).collect();
    assert_eq!(codes, ["image-unusable", "image-unusable"]);
}

fn pages(built: &Built) -> impl Iterator<Item = (&str, &str)> {
    built
        .files
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
}

/// The values of an attribute, in a page that the HTML checker accepts.
fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = &'h str> {
    let start = format!(" {name}=\"");
    let places: Vec<usize> = html.match_indices(&start).map(|(i, _)| i + start.len()).collect();
    places.into_iter().map(move |i| html[i..].split('"').next().unwrap_or_default())
}

fn resolve(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}
