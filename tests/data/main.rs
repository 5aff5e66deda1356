//! The figures as open data: tables that hold what their schema promises, and the same numbers as the pages.

#[path = "../support/mod.rs"]
mod support;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use support::{Built, Site, at, site};
use table::Table;

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";

#[test]
fn every_row_of_every_table_holds_what_its_schema_promises() {
    for (name, built) in [
        ("a small site", everything().build()),
        ("one language", everything().only_in_chinese().build()),
        ("no figures", bare().build()),
        ("the sample site", sample_site()),
    ] {
        let files = &built.files;
        let package: Value = json(&built, "data/datapackage.json");
        assert_fits(&package);
        let mut described = BTreeSet::new();
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut leads: Vec<(String, String, String)> = Vec::new();
        for resource in list(&package["resources"]) {
            let resource_name = text(&resource["name"]);
            let schema = &resource["schema"];
            let mut met = BTreeSet::new();
            for path in paths(&resource["path"]) {
                let table = Table::read(built.text(&path));
                assert_rows(&path, &table, schema);
                for row in &table.rows {
                    let key: Vec<&str> = list(&schema["primaryKey"])
                        .iter()
                        .map(|k| row[table.place(text(k))].as_str())
                        .collect();
                    assert!(met.insert(key.join("\t")), "{name}: {path} has two rows with {key:?}");
                    for key in list(&schema["foreignKeys"]) {
                        let value = &row[table.place(text(&key["fields"][0]))];
                        if !value.is_empty() {
                            let to = text(&key["reference"]["resource"]).to_owned();
                            leads.push((path.clone(), to, value.clone()));
                        }
                    }
                }
                assert!(described.insert(path));
            }
            keys.insert(resource_name.to_owned(), met);
        }
        for (path, to, value) in leads {
            assert!(keys[&to].contains(&value), "{name}: {path} leads to {value}, which {to} does not have");
        }
        let tables = files.keys().filter(|path| path.starts_with("data/") && path.ends_with(".csv"));
        assert_eq!(described, tables.cloned().collect(), "{name}: every table is described");
    }
}

#[test]
fn a_row_says_what_the_pages_say_and_where_it_comes_from() {
    let built = everything().build();
    let table = Table::read(built.text("data/enterprises/hualan-steel.csv"));
    let roe = |period, heading| table.get(&[("indicator", "roe"), ("period", period)], heading);
    assert_eq!(roe("2024", "value"), "9.4");
    assert_eq!(roe("2024", "enterprise_name_zh"), "华岚钢铁集团");
    assert_eq!(roe("2024", "indicator_name_en"), "Return on net assets");
    assert_eq!(roe("2024", "unit"), "percent");
    assert_eq!(roe("2024", "currency"), "");
    assert_eq!(roe("2024", "benchmark"), "steel-roe");
    assert_eq!(roe("2024", "benchmark_value"), "10.9");
    assert_eq!(roe("2024", "source"), "annual-report");
    assert_eq!(roe("2022", "note_zh"), "含“一次性”收益,\n见附注");
    assert_eq!(roe("2025", "target"), "10");
    assert_eq!(roe("2025", "value"), "");
    assert_eq!(roe("2025", "target_source"), "annual-report");
    assert_eq!(roe("2023", "status"), "not-disclosed");
    assert_eq!(roe("2023", "value"), "");
    let profit = |heading| table.get(&[("indicator", "total-profit"), ("period", "2024")], heading);
    assert_eq!(profit("value"), "5123000000");
    assert_eq!(profit("currency"), "CNY");
    assert_eq!(profit("status"), "estimate");
    let json = json(&built, "data/enterprises/hualan-steel.json");
    assert_eq!(json["enterprise"]["name"]["zh"], "华岚钢铁集团");
    let found = list(&json["indicators"]).iter().find(|i| i["id"] == "roe").expect("it has figures");
    let latest = list(&found["figures"]).iter().find(|f| f["period"] == "2024").expect("it is there");
    assert_eq!((&latest["value"], &latest["benchmark"]), (&Value::from(9.4), &Value::from(10.9)));
}

#[test]
fn a_table_of_an_indicator_has_the_rows_of_all_enterprises() {
    let built = everything().build();
    let by_indicator = Table::read(built.text("data/indicators/roe.csv"));
    let mut wanted = Vec::new();
    for enterprise in ["hualan-steel", "other-steel"] {
        let table = Table::read(built.text(&format!("data/enterprises/{enterprise}.csv")));
        assert_eq!(table.headings, by_indicator.headings);
        let at = table.place("indicator");
        wanted.extend(table.rows.into_iter().filter(|row| row[at] == "roe"));
    }
    assert_eq!(by_indicator.rows, wanted);
    assert!(wanted.len() > 4);
}

#[test]
fn figures_of_a_project_itself_have_a_file_of_their_own() {
    let built = everything().build();
    let table = Table::read(built.text("data/cases/rolling.csv"));
    assert_eq!(table.get(&[("case", "rolling"), ("indicator", "roe"), ("period", "2024")], "value"), "7.1");
    assert!(!built.text("data/enterprises/hualan-steel.csv").contains("7.1"));
    assert!(!site().build().files.contains_key("data/cases/rolling.csv"));
}

#[test]
fn pages_of_enterprises_and_indicators_offer_their_data() {
    let built = site().build();
    for page in ["enterprises/hualan-steel", "indicators/roe"] {
        for lang in ["zh", "en"] {
            built.page(&format!("{lang}/{page}.html"), |html| {
                html.has_link(&format!("../../data/{page}.csv")).has_link(&format!("../../data/{page}.json"));
            });
        }
    }
}

#[test]
fn drafts_are_in_no_table_even_of_a_preview() {
    let draft = site().case("secret", &["zh"]).edit(
        "content/cases/secret/case.yaml",
        "published: 2024-01-01",
        "status: draft",
    );
    let built = draft.wish(|wish| wish.drafts = true).build();
    assert!(built.files.contains_key("zh/cases/secret.html"));
    assert!(!built.text("data/cases.csv").contains("secret"));
}

/// A site with something of everything.
fn everything() -> Site {
    site()
        .edit(FIGURES, "2022: 6.9,", "2022: { value: 6.9, note: { zh: \"含“一次性”收益,\\n见附注\", en: once } },")
        .edit(FIGURES, "2023: 8.3,", "2023: { value: 8.3, withheld: confidential },")
        .edit(FIGURES, "2024: 512300", "2024: { value: 512300, basis: estimate }")
        .file(
            "content/enterprises/other-steel/enterprise.yaml",
            "name: { zh: \"=另一家,钢铁\", en: \"Other \\\"Steel\\\"\" }\nindustry: steel\nregion: hebei\nlevel: central\nfounded: 1958\nwebsite: https://example.org/\n",
        )
        .file(
            "content/enterprises/other-steel/indicators.yaml",
            "currency: USD\nsource: annual-report\nobservations:\n  roe: { 2023: -1.50, 2024: { value: null, note: { zh: 暂无, en: none } }, 2024-H1: 2 }\n",
        )
        .file(
            "content/cases/rolling/indicators.yaml",
            "currency: CNY\nsource: annual-report\nobservations:\n  roe: { 2021: 6.2, 2024: 7.1 }\n",
        )
        .file(
            "content/benchmarks/ladder.yaml",
            "kind: ladder\nindicator: roe\nlabel: { zh: 分档, en: Ladder }\nbands: { 2024: { excellent: 12, good: 9, average: 6, low: 3, poor: 0 } }\nsource: annual-report\n",
        )
}

/// A site without any enterprise, case or source.
fn bare() -> Site {
    let mut bare = site();
    for path in [
        "content/enterprises/hualan-steel/enterprise.yaml",
        FIGURES,
        "content/cases/rolling/case.yaml",
        "content/cases/rolling/zh.md",
        "content/cases/rolling/en.md",
        "content/benchmarks/steel-roe.yaml",
        "content/sources/annual-report.yaml",
    ] {
        bare = bare.without(path);
    }
    bare
}

/// The site that comes with the program.
fn sample_site() -> Built {
    let mut sample = site().empty();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = walkdir::WalkDir::new(root.join("content")).into_iter().map(|e| e.expect("it can be listed"));
    let files = below.filter(|e| e.file_type().is_file()).map(walkdir::DirEntry::into_path);
    for file in files.chain([root.join("casebook.yaml")]) {
        let path = file.strip_prefix(root).expect("it lies below").to_string_lossy().replace('\\', "/");
        sample = sample.bytes(&path, &std::fs::read(&file).expect("it can be read"));
    }
    sample.wish(|wish| wish.at = at("2026-01-01T00:00:00Z")).build()
}

fn assert_fits(package: &Value) {
    let schema: Value =
        serde_json::from_str(include_str!("datapackage.schema.json")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let errors: Vec<String> =
        validator.iter_errors(package).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

fn assert_rows(path: &str, table: &Table, schema: &Value) {
    let fields = list(&schema["fields"]);
    let names: Vec<&str> = fields.iter().map(|field| text(&field["name"])).collect();
    assert_eq!(table.headings, names, "{path}");
    for row in &table.rows {
        for (field, value) in fields.iter().zip(row) {
            let holds = if value.is_empty() { !is_required(field) } else { holds(field, value) };
            assert!(holds, "{path}: {value:?} in {field}");
        }
    }
}

fn is_required(field: &Value) -> bool {
    field["constraints"]["required"] == true
}

/// Whether a value is what its field asks for.
fn holds(field: &Value, value: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_typed = match text(&field["type"]) {
        "string" => true,
        "integer" => is_digits(value.strip_prefix('-').unwrap_or(value)),
        "number" => {
            let digits = value.strip_prefix('-').unwrap_or(value);
            digits.split_once('.').map_or(is_digits(digits), |(a, b)| is_digits(a) && is_digits(b))
        }
        "date" => value.len() == 10 && value.split('-').all(is_digits),
        other => panic!("a type that nobody checks: {other}"),
    };
    let constraints = &field["constraints"];
    let is_word = constraints["enum"].as_array().is_none_or(|words| words.iter().any(|w| w == value));
    let is_period = constraints["pattern"].is_null() || casebook::base::Period::parse(value).is_some();
    is_typed && is_word && is_period
}

fn json(built: &Built, path: &str) -> Value {
    serde_json::from_str(built.text(path)).expect("it is JSON")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().expect("it is a text")
}

fn paths(path: &Value) -> Vec<String> {
    let one = path.as_str().map(str::to_owned);
    let many = list(path).iter().map(|p| text(p).to_owned());
    one.into_iter().chain(many).map(|path| format!("data/{path}")).collect()
}
