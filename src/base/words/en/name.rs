//! What things are called.

use crate::base::problem::{Kind, Shape};

/// One of that kind.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Indicator => "indicator",
        Kind::Benchmark => "benchmark",
        Kind::Source => "source",
        Kind::Enterprise => "enterprise",
        Kind::Case => "case",
        Kind::Page => "page",
        Kind::Industry => "industry",
        Kind::Region => "region",
        Kind::Area => "action area",
        Kind::System => "system",
        Kind::Ability => "ability",
        Kind::Stage => "stage",
        Kind::Tag => "tag",
        Kind::GlossaryEntry => "glossary entry",
    }
}

/// Several of that kind.
pub(super) fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Indicator => "indicators",
        Kind::Benchmark => "benchmarks",
        Kind::Source => "sources",
        Kind::Enterprise => "enterprises",
        Kind::Case => "cases",
        Kind::Page => "pages",
        Kind::Industry => "industries",
        Kind::Region => "regions",
        Kind::Area => "action areas",
        Kind::System => "systems",
        Kind::Ability => "abilities",
        Kind::Stage => "stages",
        Kind::Tag => "tags",
        Kind::GlossaryEntry => "glossary entries",
    }
}

/// A value of that shape.
pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Mapping => "lines of the form `name: content`",
        Shape::List => "a list",
        Shape::Text => "text",
        Shape::LocalizedText => "text for each language",
        Shape::Number => "a number",
        Shape::WholeNumber => "a whole number",
        Shape::YesNo => "`true` or `false`",
        Shape::Null => "nothing",
        Shape::TextOrMapping => "a word or several named things",
        Shape::NumberOrMapping => "a number or several named things",
    }
}

/// The language of that tag; the tag itself where it has no name here.
pub(super) fn language(tag: &str) -> String {
    match tag {
        "zh" => "Chinese".to_owned(),
        "en" => "English".to_owned(),
        "fr" => "French".to_owned(),
        "ru" => "Russian".to_owned(),
        "es" => "Spanish".to_owned(),
        "ar" => "Arabic".to_owned(),
        "pt" | "pt-br" => "Portuguese".to_owned(),
        "de" => "German".to_owned(),
        "ja" => "Japanese".to_owned(),
        "ko" => "Korean".to_owned(),
        _ => format!("`{tag}`"),
    }
}

/// How a required key may be filled in.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "name" | "label" => "{ zh: 中文名, en: English name }",
        "definition" | "description" | "text" | "alt" | "term" => "{ zh: 中文, en: English }",
        "unit" => "percent",
        "direction" => "increase",
        "languages" => "[zh, en]",
        "casebook" => "1",
        "base_url" => "https://example.org/",
        "areas" => "[efficiency]",
        "values" => "{ 2023: 8.3, 2024: 9.4 }",
        "period" | "date" | "from" | "to" => "2024",
        "file" => "media/strip.jpg",
        "value" => "9.4",
        "id" => "steel",
        _ => "…",
    }
}
