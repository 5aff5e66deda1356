//! JSON Schemas (2020-12) of everything that is written in YAML, so that editors complete, check and explain.
//!
//! Each stands by itself, because an editor reads one file; what several share is kept the same by a test, and so is
//! that they ask for what the readers of this floor ask for.

#[cfg(test)]
mod tests;

/// Every kind that has a schema, by the word that `casebook schema` takes.
pub const KINDS: &[&str] = &[
    "site",
    "vocabulary",
    "glossary",
    "indicator",
    "benchmark",
    "source",
    "enterprise",
    "figures",
    "case",
    "front-matter",
    "chart",
];

/// The schema of that kind as JSON; `None` for a kind that is not one of [`KINDS`].
pub fn schema(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "site" => include_str!("site.json"),
        "vocabulary" => include_str!("vocabulary.json"),
        "glossary" => include_str!("glossary.json"),
        "indicator" => include_str!("indicator.json"),
        "benchmark" => include_str!("benchmark.json"),
        "source" => include_str!("source.json"),
        "enterprise" => include_str!("enterprise.json"),
        "figures" => include_str!("figures.json"),
        "case" => include_str!("case.json"),
        "front-matter" => include_str!("front-matter.json"),
        "chart" => include_str!("chart.json"),
        _ => return None,
    })
}
