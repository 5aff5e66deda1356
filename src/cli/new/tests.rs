//! What is started passes `check`, in either language, and nothing is ever overwritten.

use std::fs;
use std::path::Path;

use super::super::words::say;
use super::super::{Color, Common, Stop, World, disk::Folder};
use super::{New, What, site};
use crate::base::{Lang, Moment};
use crate::model::Casebook;
use crate::read::schema;
use crate::site::{Wish, check};

/// Somebody who speaks `lang` and stands in `root`.
fn world(lang: Lang, root: &Path) -> World {
    let common = Common {
        root: Some(root.to_owned()),
        language: None,
        threads: None,
        quiet: true,
        color: Color::Never,
    };
    World { common, lang, words: say(lang) }
}

fn run(what: What, world: &World) -> Result<(), String> {
    New { what }.run(world).map(drop).map_err(|Stop(sentence)| sentence)
}

fn case(id: &str) -> What {
    What::Case { id: id.to_owned() }
}

fn enterprise(id: &str) -> What {
    What::Enterprise { id: id.to_owned() }
}

fn indicator(id: &str) -> What {
    What::Indicator { id: id.to_owned() }
}

/// A new site in a folder that goes with the guard.
fn site(lang: Lang) -> (tempfile::TempDir, World) {
    let dir = tempfile::tempdir().unwrap();
    let world = world(lang, dir.path());
    run(What::Site { dir: dir.path().to_owned() }, &world).unwrap();
    (dir, world)
}

/// The site at `root`, in which nothing at all may be wrong.
fn sound(root: &Path) -> Casebook {
    let at = Moment::parse("2025-06-01T00:00:00Z").unwrap();
    let wish = Wish { at, drafts: true, base_url: None, without_broken: false, shard: None };
    let checked = check(&Folder::new(root.to_owned()), &wish).unwrap();
    let said: Vec<String> =
        checked.diagnostics.iter().map(|d| format!("{} {:?}", d.place.file, d.problem)).collect();
    assert!(said.is_empty(), "{said:#?}");
    checked.book.unwrap()
}

#[test]
fn a_new_site_has_nothing_wrong() {
    for lang in [Lang::ZH, Lang::EN] {
        let (dir, _) = site(lang);
        let book = sound(dir.path());
        assert_eq!(book.site.default_language(), lang);
        assert_eq!(book.site.core_indicators.len(), 8);
        let (areas, stages) = (book.vocabulary.areas.len(), book.vocabulary.stages.len());
        assert_eq!(
            (areas, book.vocabulary.systems.len(), book.vocabulary.abilities.len(), stages),
            (7, 5, 4, 3)
        );
        let case = book.cases.values().next().unwrap();
        for (_, text) in case.texts.iter() {
            assert!(!text.claims.is_empty() && text.charts.len() == 1);
        }
    }
}

#[test]
fn what_is_added_to_a_new_site_has_nothing_wrong() {
    for lang in [Lang::ZH, Lang::EN] {
        let (dir, world) = site(lang);
        for what in [indicator("scrap-rate"), enterprise("green-port"), case("night-trains")] {
            run(what, &world).unwrap();
        }
        let book = sound(dir.path());
        let case = &book.cases["night-trains"];
        assert_eq!(case.enterprise.as_str(), "sample-works");
        assert!(case.texts.iter().all(|(_, text)| !text.claims.is_empty() && text.charts.len() == 1));
        assert!(book.indicators.contains_key("scrap-rate") && book.enterprises.contains_key("green-port"));
    }
}

#[test]
fn notes_are_in_the_language_of_the_user_whatever_the_site_speaks() {
    let (dir, _) = site(Lang::ZH);
    run(enterprise("green-port"), &world(Lang::EN, dir.path())).unwrap();
    let text = fs::read_to_string(dir.path().join("content/enterprises/green-port/enterprise.yaml")).unwrap();
    assert!(text.starts_with("# Who an enterprise is.") && text.contains("name: { zh: 新企业"), "{text}");
}

#[test]
fn a_case_is_written_in_the_languages_of_its_site() {
    let (dir, world) = site(Lang::EN);
    let settings = dir.path().join("casebook.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("[en, zh]", "[en, zh, fr]")).unwrap();
    run(case("night-trains"), &world).unwrap();
    for name in ["case.yaml", "en.md", "zh.md", "fr.md"] {
        assert!(dir.path().join("content/cases/night-trains").join(name).is_file(), "{name}");
    }
}

#[test]
fn a_case_of_an_enterprise_without_figures_quotes_none() {
    let (dir, world) = site(Lang::ZH);
    for folder in ["content/cases", "content/enterprises"] {
        fs::remove_dir_all(dir.path().join(folder)).unwrap();
    }
    let said = run(case("night-trains"), &world).unwrap_err();
    assert!(said.contains("casebook new enterprise"), "{said}");

    run(enterprise("green-port"), &world).unwrap();
    run(case("night-trains"), &world).unwrap();
    let book = sound(dir.path());
    assert!(book.cases["night-trains"].texts.iter().all(|(_, text)| text.claims.is_empty()));
}

#[test]
fn a_case_of_an_enterprise_with_one_figure_tells_no_change() {
    let (dir, world) = site(Lang::EN);
    let figures = dir.path().join("content/enterprises/sample-works/indicators.yaml");
    let one = "source: sample-works-annual-report-2024\nobservations:\n  roe: { 2024: 7.4 }\n";
    fs::write(figures, one).unwrap();
    fs::remove_dir_all(dir.path().join("content/cases")).unwrap();
    run(case("night-trains"), &world).unwrap();
    assert!(sound(dir.path()).cases["night-trains"].texts.iter().all(|(_, text)| text.claims.len() == 1));
}

#[test]
fn a_site_without_industries_is_told_to_add_one() {
    let (dir, world) = site(Lang::EN);
    fs::remove_file(dir.path().join("content/vocabulary/industries.yaml")).unwrap();
    let said = run(enterprise("green-port"), &world).unwrap_err();
    assert!(said.contains("content/vocabulary/industries.yaml"), "{said}");
}

#[test]
fn nothing_is_overwritten() {
    let (dir, world) = site(Lang::ZH);
    let mine = dir.path().join("content/cases/night-trains/en.md");
    fs::create_dir_all(mine.parent().unwrap()).unwrap();
    fs::write(&mine, "mine").unwrap();
    for what in [
        What::Site { dir: dir.path().to_owned() },
        case("night-trains"),
        case("fifteen-minutes"),
        enterprise("sample-works"),
        indicator("roe"),
    ] {
        let said = run(what, &world).unwrap_err();
        assert!(said.contains("已经存在"), "{said}");
    }
    assert_eq!(fs::read_to_string(&mine).unwrap(), "mine");
    assert!(!dir.path().join("content/cases/night-trains/case.yaml").exists(), "all or nothing");
}

#[test]
fn a_word_that_cannot_be_an_id_is_refused() {
    let (dir, world) = site(Lang::EN);
    for bad in ["夜车", "Night", "../night", "a/b", "", "con"] {
        for what in [case(bad), enterprise(bad), indicator(bad)] {
            let said = run(what, &world).unwrap_err();
            assert!(said.contains("cannot be an id"), "{said}");
        }
    }
    sound(dir.path());
}

#[test]
fn an_editor_finds_a_schema_for_every_yaml_file_of_a_new_site() {
    let (dir, _) = site(Lang::EN);
    let settings = fs::read_to_string(dir.path().join(".vscode/settings.json")).unwrap();
    let settings: serde_json::Value = serde_json::from_str(&settings).unwrap();
    let wiring = settings["yaml.schemas"].as_object().unwrap();
    for schema in wiring.keys() {
        assert!(dir.path().join(schema).is_file(), "{schema}");
    }
    let globs: Vec<&str> =
        wiring.values().flat_map(|v| v.as_array().unwrap()).filter_map(|v| v.as_str()).collect();
    for file in site::files(Lang::EN).iter().filter(|file| file.path.split('.').next_back() == Some("yaml")) {
        assert!(globs.iter().any(|glob| fits(glob, &file.path)), "{}", file.path);
    }
    for kind in schema::KINDS {
        let inside_markdown = ["front-matter", "chart"].contains(kind);
        assert_eq!(site::governed_by(kind).is_empty(), inside_markdown, "{kind}");
    }
}

/// Whether `path` is one of those that `glob` means, in which `*` is one whole name or its beginning.
fn fits(glob: &str, path: &str) -> bool {
    let (glob, path): (Vec<&str>, Vec<&str>) = (glob.split('/').collect(), path.split('/').collect());
    let one = |(glob, part): (&&str, &&str)| match glob.split_once('*') {
        Some((before, after)) => part.starts_with(before) && part.ends_with(after),
        None => glob == part,
    };
    glob.len() == path.len() && glob.iter().zip(&path).all(one)
}
