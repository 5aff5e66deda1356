//! A whole site to start from: settings, vocabulary, the core indicators, and one sample of everything else.

use super::File;
use super::template::Filling;
use crate::base::Lang;
use crate::read::schema;

macro_rules! templates {
    ($($path:literal from $template:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("templates/site/", $template)))),*]
    };
}

/// Every file that is made from a template: its path below the site's folder, and the template.
const FILES: &[(&str, &str)] = templates! {
    "casebook.yaml" from "casebook.yaml",
    "content/vocabulary/areas.yaml" from "vocabulary/areas.yaml",
    "content/vocabulary/systems.yaml" from "vocabulary/systems.yaml",
    "content/vocabulary/abilities.yaml" from "vocabulary/abilities.yaml",
    "content/vocabulary/stages.yaml" from "vocabulary/stages.yaml",
    "content/vocabulary/industries.yaml" from "vocabulary/industries.yaml",
    "content/vocabulary/regions.yaml" from "vocabulary/regions.yaml",
    "content/vocabulary/tags.yaml" from "vocabulary/tags.yaml",
    "content/vocabulary/glossary.yaml" from "vocabulary/glossary.yaml",
    "content/indicators/total-profit.yaml" from "indicators/total-profit.yaml",
    "content/indicators/net-profit.yaml" from "indicators/net-profit.yaml",
    "content/indicators/debt-to-asset-ratio.yaml" from "indicators/debt-to-asset-ratio.yaml",
    "content/indicators/roe.yaml" from "indicators/roe.yaml",
    "content/indicators/labor-productivity.yaml" from "indicators/labor-productivity.yaml",
    "content/indicators/eva-ratio.yaml" from "indicators/eva-ratio.yaml",
    "content/indicators/rd-intensity.yaml" from "indicators/rd-intensity.yaml",
    "content/indicators/cash-ratio.yaml" from "indicators/cash-ratio.yaml",
    "content/benchmarks/equipment-world-class-roe.yaml" from "benchmarks/equipment-world-class-roe.yaml",
    "content/sources/sample-works-annual-report-2024.yaml" from "sources/sample-works-annual-report-2024.yaml",
    "content/sources/sample-handbook-2024.yaml" from "sources/sample-handbook-2024.yaml",
    "content/enterprises/sample-works/enterprise.yaml" from "enterprise/enterprise.yaml",
    "content/enterprises/sample-works/indicators.yaml" from "enterprise/indicators.yaml",
    "content/cases/fifteen-minutes/case.yaml" from "case/case.yaml",
    "content/cases/fifteen-minutes/zh.md" from "case/zh.md",
    "content/cases/fifteen-minutes/en.md" from "case/en.md",
    "content/pages/about/zh.md" from "about/zh.md",
    "content/pages/about/en.md" from "about/en.md",
    ".vscode/extensions.json" from "vscode/extensions.json",
    ".gitignore" from "gitignore",
};

/// Every file of a new site for somebody who speaks `notes`, which is also the site's default language.
pub(super) fn files(notes: Lang) -> Vec<File> {
    let languages = if notes.is_chinese() { [Lang::ZH, Lang::EN] } else { [Lang::EN, Lang::ZH] };
    let values = [("languages", languages.map(|lang| lang.to_string()).join(", "))];
    let filling = Filling { notes, languages: &languages, marks: &[], values: &values };
    let file =
        |(path, template): &(&str, &str)| File { path: (*path).to_owned(), text: filling.fill(template) };
    FILES.iter().map(file).chain(editor()).collect()
}

/// What tells an editor which keys a file may have: VS Code with the YAML extension completes and checks by it.
fn editor() -> Vec<File> {
    let mut files = Vec::new();
    let mut wiring = serde_json::Map::new();
    for kind in schema::KINDS {
        let (Some(text), [_, ..]) = (schema::schema(kind), governed_by(kind)) else { continue };
        let path = format!(".casebook/schema/{kind}.json");
        wiring.insert(format!("./{path}"), governed_by(kind).into());
        files.push(File { path, text: text.to_owned() });
    }
    // Without this the extension fetches schemas for files of well-known names, and `indicators.yaml` might be one.
    let settings = serde_json::json!({ "yaml.schemas": wiring, "yaml.schemaStore.enable": false });
    files.push(File { path: ".vscode/settings.json".to_owned(), text: format!("{settings:#}\n") });
    files
}

/// The files that a schema is for. None for what stands inside a Markdown file, where editors know no YAML.
pub(super) fn governed_by(kind: &str) -> &'static [&'static str] {
    match kind {
        "site" => &["casebook.yaml"],
        "vocabulary" => &[
            "content/vocabulary/industries.yaml",
            "content/vocabulary/regions.yaml",
            "content/vocabulary/areas.yaml",
            "content/vocabulary/systems.yaml",
            "content/vocabulary/abilities.yaml",
            "content/vocabulary/stages.yaml",
            "content/vocabulary/tags.yaml",
        ],
        "glossary" => &["content/vocabulary/glossary.yaml"],
        "indicator" => &["content/indicators/*.yaml"],
        "benchmark" => &["content/benchmarks/*.yaml"],
        "source" => &["content/sources/*.yaml"],
        "enterprise" => &["content/enterprises/*/enterprise.yaml"],
        "figures" => &["content/enterprises/*/indicators.yaml", "content/cases/*/indicators.yaml"],
        "case" => &["content/cases/*/case.yaml"],
        _ => &[],
    }
}
