//! The floors of the code: each imports only from those below it, and only some may touch what lies outside.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every floor with its height. Equal height means that neither may look at the other.
const FLOORS: [(&str, u32); 14] = [
    ("base", 0),
    ("chart", 1),
    ("media", 1),
    ("model", 1),
    ("search", 1),
    ("measure", 2),
    ("read", 2),
    ("link", 3),
    ("plan", 4),
    ("theme", 5),
    ("view", 6),
    ("emit", 7),
    ("site", 8),
    ("cli", 9),
];

#[test]
fn every_floor_imports_only_from_below() {
    let heights = BTreeMap::from(FLOORS);
    let mut wrong = Vec::new();
    for (floor, file, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            for other in named_floors(line) {
                let Some(height) = heights.get(other) else { continue };
                if other != floor && *height >= heights[floor.as_str()] {
                    wrong.push(format!(
                        "{}:{}: `{floor}` must not import `{other}`",
                        file.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_of_the_sources_is_a_floor() {
    for (floor, file, _) in sources() {
        assert!(FLOORS.iter().any(|(name, _)| *name == floor), "{} stands on no floor", file.display());
    }
}

#[test]
fn only_some_floors_touch_what_lies_outside() {
    // What, and the only floor that may name it.
    let walls = [
        ("tera::", "theme"),
        ("std::fs", "cli"),
        ("std::env", "cli"),
        ("SystemTime", "cli"),
        ("std::net", "cli"),
        ("axum::", "cli"),
        ("tokio::", "cli"),
        ("notify::", "cli"),
        ("println!", "cli"),
        ("eprintln!", "cli"),
        ("granit_parser", "read"),
        ("pulldown_cmark", "read"),
        ("image::", "media"),
        ("resvg::", "media"),
    ];
    let mut wrong = Vec::new();
    for (floor, file, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            for (word, owner) in walls {
                if line.contains(word) && floor != owner {
                    wrong.push(format!(
                        "{}:{}: only `{owner}` may name `{word}`",
                        file.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The floors that a line names: `crate::model::…`.
fn named_floors(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(i, _)| {
        let rest = &line[i + "crate::".len()..];
        &rest[..rest.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(rest.len())]
    })
}

/// Whether a file holds tests only: these may look anywhere.
fn is_test(path: &Path) -> bool {
    path.iter()
        .any(|part| part == "tests" || part == "tests.rs" || part == "testing.rs" || part == "golden.rs")
}

/// Every source file: its floor, its path, its text. The door of the library and the binary stand on no floor.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the sources can be listed") {
            let path = entry.expect("the sources can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !is_test(&path) {
                let below = path.strip_prefix(&root).expect("it lies below the root").to_owned();
                let first = below.iter().next().and_then(|p| p.to_str()).unwrap_or_default();
                let floor = first.trim_end_matches(".rs").to_owned();
                if floor != "lib" && floor != "main" {
                    let text = fs::read_to_string(&path).expect("a source is text");
                    found.push((floor, below, text));
                }
            }
        }
    }
    found
}
