//! The schemas and the readers ask for the same.

mod example;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value as Json, json};

use super::{KINDS, schema};
use crate::base::{Problem, Severity, SourcePath, number};
use crate::read::testing::context;
use crate::read::yaml::{Node, Value, parse};
use crate::read::{Role, front_matter, read, read_site, role};
use example::{right, wrong};

fn json_schema(kind: &str) -> Json {
    serde_json::from_str(schema(kind).expect("a kind of the list has a schema")).expect("a schema is JSON")
}

fn validator(kind: &str) -> Validator {
    jsonschema::draft202012::new(&json_schema(kind)).expect("a schema is a valid one")
}

/// YAML as an editor hands it to a schema.
fn as_json(node: &Node<'_>) -> Json {
    match &node.value {
        Value::Null | Value::Refused => Json::Null,
        Value::Scalar { text, quoted: false } if matches!(&**text, "true" | "false") => json!(text == "true"),
        Value::Scalar { text, quoted: false } if number::parse(text).is_some() => {
            text.parse::<i64>().map_or_else(|_| json!(text.parse::<f64>().unwrap()), |whole| json!(whole))
        }
        Value::Scalar { text, .. } => json!(text),
        Value::List(items) => items.iter().map(as_json).collect(),
        Value::Mapping(mapping) => {
            mapping.entries.iter().map(|entry| (entry.key.to_string(), as_json(&entry.node))).collect()
        }
    }
}

fn yaml(text: &str) -> Json {
    let mut problems = Vec::new();
    let tree = parse(text, 0, &mut |_, problem| problems.push(problem));
    assert!(problems.is_empty(), "{problems:?} in\n{text}");
    as_json(&tree.unwrap_or_else(|| panic!("nothing in\n{text}")))
}

/// A file of that kind, and `text` as it stands in one.
fn file(kind: &str, text: &str) -> (&'static str, String) {
    let path = match kind {
        "site" => "casebook.yaml",
        "vocabulary" if text.contains("period:") => "content/vocabulary/stages.yaml",
        "vocabulary" => "content/vocabulary/industries.yaml",
        "glossary" => "content/vocabulary/glossary.yaml",
        "indicator" => "content/indicators/roe.yaml",
        "benchmark" => "content/benchmarks/a.yaml",
        "source" => "content/sources/a.yaml",
        "enterprise" => "content/enterprises/a/enterprise.yaml",
        "figures" => "content/enterprises/a/indicators.yaml",
        "case" => "content/cases/a/case.yaml",
        "front-matter" => return ("content/cases/a/en.md", format!("---\n{text}\n---\n")),
        "chart" => return ("content/cases/a/en.md", format!("---\ntitle: a\n---\n```chart\n{text}\n```\n")),
        other => panic!("{other} is no kind"),
    };
    (path, text.to_owned())
}

/// What reading a file of that kind finds wrong.
fn problems(kind: &str, text: &str) -> Vec<Problem> {
    let (path, text) = file(kind, text);
    let path = SourcePath::new(path);
    let notes = match kind {
        "site" => read_site(&path, text.as_bytes()).notes,
        _ => read(&path, text.as_bytes(), &context()).notes,
    };
    notes.into_sorted().into_iter().map(|d| d.problem).collect()
}

fn reader_accepts(kind: &str, text: &str) -> bool {
    problems(kind, text).iter().all(|problem| problem.severity() != Severity::Error)
}

#[test]
fn every_kind_has_a_schema_that_is_a_valid_one() {
    for kind in KINDS {
        let schema = json_schema(kind);
        assert!(jsonschema::meta::is_valid(&schema), "{kind}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{kind}");
        validator(kind);
    }
    assert_eq!(schema("weather"), None);
}

#[test]
fn what_the_readers_accept_is_valid() {
    let mut seen = BTreeSet::new();
    for (kind, text) in right() {
        assert!(reader_accepts(kind, &text), "{kind}: {:?} in\n{text}", problems(kind, &text));
        let errors: Vec<String> = validator(kind)
            .iter_errors(&yaml(&text))
            .map(|error| format!("{} at {}", error, error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{kind}: {errors:?} in\n{text}");
        seen.insert(kind);
    }
    assert_eq!(seen.len(), KINDS.len());
}

#[test]
fn what_the_readers_refuse_is_not_valid() {
    for (kind, text) in wrong() {
        assert!(!reader_accepts(kind, &text), "{kind}: the reader accepts\n{text}");
        assert!(!validator(kind).is_valid(&yaml(&text)), "{kind}: the schema accepts\n{text}");
    }
}

/// The keys of the object that `pointer` leads to in the schema of `kind`.
fn keys(kind: &str, pointer: &str) -> BTreeSet<String> {
    let schema = json_schema(kind);
    let object = schema.pointer(pointer).unwrap_or_else(|| panic!("{kind} has no {pointer}"));
    object["properties"].as_object().expect("an object has properties").keys().cloned().collect()
}

#[test]
fn schemas_and_readers_know_the_same_keys() {
    let items = "/$defs/term";
    for (kind, pointer, text) in [
        ("site", "", "casebook: 1\nlanguages: [zh, en]\nzz: 1"),
        ("site", "/properties/publisher", "casebook: 1\nlanguages: [zh, en]\npublisher: { zz: 1 }"),
        ("site", "/properties/filing", "casebook: 1\nlanguages: [zh, en]\nfiling: { zz: 1 }"),
        ("site", "/properties/license/anyOf/1", "casebook: 1\nlanguages: [zh, en]\nlicense: { zz: 1 }"),
        ("site", "/properties/checks", "casebook: 1\nlanguages: [zh, en]\nchecks: { zz: 1 }"),
        ("glossary", "/items", "- zz: 1"),
        ("indicator", "", "zz: 1"),
        ("indicator", "/properties/direction/anyOf/1/properties/hold", "direction: { hold: { zz: 1 } }"),
        ("indicator", "/properties/direction/anyOf/2/properties/range", "direction: { range: { zz: 1 } }"),
        ("benchmark", "/$defs/bands", "kind: ladder\nbands: { 2024: { zz: 1 } }"),
        ("source", "", "zz: 1"),
        ("enterprise", "", "zz: 1"),
        ("enterprise", "/properties/recognitions/items", "recognitions: [ { zz: 1 } ]"),
        ("figures", "", "zz: 1"),
        ("figures", "/$defs/observation/anyOf/1", "observations: { roe: { 2024: { zz: 1 } } }"),
        ("figures", "/$defs/observations/then", "observations: { roe: { scale: 1, zz: 1 } }"),
        ("figures", "/$defs/target", "targets: { roe: { zz: 1 } }"),
        ("figures", "/$defs/bridge", "bridges: { roe: { zz: 1 } }"),
        ("figures", "/$defs/bridge/properties/parts/items", "bridges: { roe: { parts: [ { zz: 1 } ] } }"),
        ("case", "", "zz: 1"),
        ("case", "/properties/contributions/items", "contributions: [ { zz: 1 } ]"),
        ("case", "/properties/reasons/items", "reasons: [ { zz: 1 } ]"),
        ("case", "/properties/milestones/items", "milestones: [ { zz: 1 } ]"),
        ("case", "/properties/images/items", "images: [ { zz: 1 } ]"),
        ("front-matter", "", "zz: 1"),
    ] {
        assert_eq!(keys(kind, pointer), known(kind, text), "{kind}{pointer}");
    }
    // These have one schema where the readers tell by another key, or by the file, which keys may stand there.
    for (kind, pointer, texts) in [
        ("benchmark", "", ["ladder", "peer-statistic", "own-past"].map(|k| format!("kind: {k}\nzz: 1"))),
        ("chart", "", ["trend", "bullet", "scorecard"].map(|k| format!("kind: {k}\nzz: 1"))),
        (
            "vocabulary",
            items,
            ["- zz: 1", "- { children: [], zz: 1 }", "- { \"period:\": 1, zz: 1 }"].map(str::to_owned),
        ),
    ] {
        let all: BTreeSet<String> = texts.iter().flat_map(|text| known(kind, text)).collect();
        assert_eq!(keys(kind, pointer), all, "{kind}{pointer}");
    }
}

/// The keys that the reader of that kind would have known in the place of `zz`.
fn known(kind: &str, text: &str) -> BTreeSet<String> {
    problems(kind, text)
        .into_iter()
        .find_map(|problem| match problem {
            Problem::KeyUnknown { key, known, .. } if key == "zz" => Some(known),
            _ => None,
        })
        .unwrap_or_else(|| panic!("{kind}: nothing is unknown in\n{text}"))
        .into_iter()
        .collect()
}

#[test]
fn the_sample_site_is_valid() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let validators: BTreeMap<&str, Validator> = KINDS.iter().map(|kind| (*kind, validator(kind))).collect();
    let mut seen = BTreeSet::new();
    for entry in walkdir::WalkDir::new(root.join("content"))
        .into_iter()
        .chain(walkdir::WalkDir::new(root.join("casebook.yaml")))
    {
        let entry = entry.unwrap();
        let below = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        let kind = match role(&SourcePath::new(&below)) {
            Role::Site => "site",
            Role::Vocabulary(_) => "vocabulary",
            Role::Glossary => "glossary",
            Role::Indicator(_) => "indicator",
            Role::Benchmark(_) => "benchmark",
            Role::Source(_) => "source",
            Role::Enterprise(_) => "enterprise",
            Role::Figures(_) => "figures",
            Role::Case(_) => "case",
            Role::Prose(..) => "front-matter",
            _ => continue,
        };
        if entry.file_type().is_dir() {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).unwrap();
        let found = match kind {
            "front-matter" => &text[front_matter::find(&text).unwrap().0.range()],
            _ => &text,
        };
        let found = yaml(found);
        let error = validators[kind].iter_errors(&found).next();
        assert!(error.is_none(), "{below}: {error:?}");
        seen.insert(kind);
    }
    assert_eq!(seen.len(), KINDS.len() - 1, "all but the charts: {seen:?}");
}

#[test]
fn what_schemas_share_is_the_same_in_all_of_them() {
    let mut shared: BTreeMap<String, (Json, &str)> = BTreeMap::new();
    for kind in KINDS {
        let schema = json_schema(kind);
        for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
            let (first, of) = shared.entry(name.clone()).or_insert_with(|| (definition.clone(), kind));
            assert_eq!(first, definition, "{name} in {of} and {kind}");
        }
    }
}

/// Every property under `schema`, with what an editor shows for it.
fn hints<'a>(root: &'a Json, schema: &'a Json, found: &mut Vec<(&'a str, Option<&'a str>)>) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        if property.is_object() && property.get("const").is_none() {
            let own = property["description"].as_str();
            let referred = property["$ref"].as_str().and_then(|target| root.pointer(&target[1..]));
            found.push((name, own.or_else(|| referred.and_then(|target| target["description"].as_str()))));
        }
    }
    // Conditions repeat properties that are described where they are defined.
    let parts = schema
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(key, _)| !matches!(key.as_str(), "if" | "allOf" | "else"));
    for (_, part) in parts {
        match part {
            Json::Object(_) => hints(root, part, found),
            Json::Array(items) => items.iter().for_each(|item| hints(root, item, found)),
            _ => {}
        }
    }
}

#[test]
fn an_editor_has_something_to_say_about_every_key_in_both_languages() {
    let bilingual = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.ends_with('。') && text.contains(". ")
    };
    for kind in KINDS {
        let schema = json_schema(kind);
        assert!(schema["title"].as_str().unwrap().contains(" · "), "{kind}");
        assert!(bilingual(schema["description"].as_str().unwrap()), "{kind}");
        let mut found = Vec::new();
        hints(&schema, &schema, &mut found);
        assert!(!found.is_empty());
        for (name, hint) in found {
            assert!(hint.is_some_and(bilingual), "{kind}: {name}: {hint:?}");
        }
    }
}
