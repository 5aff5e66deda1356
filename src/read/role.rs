//! What a file is, by its path alone.

use super::values::made_id;
use super::{Owner, Subject, VocabularyKind};
use crate::base::nearest::nearest;
use crate::base::{Id, Lang, SourcePath};

/// What a file of the sources is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Role {
    /// `casebook.yaml`
    Site,
    /// `content/vocabulary/<kind>.yaml`
    Vocabulary(VocabularyKind),
    /// `content/vocabulary/glossary.yaml`
    Glossary,
    /// `content/indicators/<id>.yaml`
    Indicator(Id),
    /// `content/benchmarks/<id>.yaml`
    Benchmark(Id),
    /// `content/sources/<id>.yaml`
    Source(Id),
    /// `content/enterprises/<id>/enterprise.yaml`
    Enterprise(Id),
    /// `indicators.yaml` of an enterprise or case.
    Figures(Subject),
    /// `content/enterprises/<id>/logo.svg` or `logo.png`
    Logo(Id),
    /// `content/cases/<id>/case.yaml`
    Case(Id),
    /// `<language>.md` of a case or page. The language is well-formed; the site need not have it.
    Prose(Owner, Lang),
    /// A picture in the folder of a case or page.
    Media(Owner),
    /// Nothing of ours: outside `content`, hidden, or left behind by a file manager or an office program.
    Foreign,
    /// Stands where an id is wanted, under a name that is none.
    Misnamed {
        /// The part of the path that should be an id.
        name: String,
        /// The same made into an id, where that is possible.
        suggestion: Option<String>,
    },
    /// Nothing reads it.
    Unknown {
        /// A name that would be read there, if one is close.
        suggestion: Option<String>,
    },
}

/// What the file at `path` is for. Looks at nothing but the path.
pub fn role(path: &SourcePath) -> Role {
    let parts: Vec<&str> = path.parts().collect();
    if parts.iter().any(|part| is_left_behind(part)) {
        return Role::Foreign;
    }
    match parts.as_slice() {
        ["casebook.yaml"] => Role::Site,
        [name] if is_yaml_of(name, "casebook") => unknown("casebook.yaml"),
        ["content", "vocabulary", name] => vocabulary(name),
        ["content", "indicators", name] => definition(name, Role::Indicator),
        ["content", "benchmarks", name] => definition(name, Role::Benchmark),
        ["content", "sources", name] => definition(name, Role::Source),
        ["content", folder @ ("enterprises" | "cases" | "pages"), name] => loose(folder, name),
        ["content", folder @ ("enterprises" | "cases" | "pages"), id, inside @ ..] => {
            member(folder, id, inside)
        }
        ["content", folder, ..] => Role::Unknown { suggestion: nearest(folder, FOLDERS) },
        _ => Role::Foreign,
    }
}

const FOLDERS: [&str; 7] =
    ["vocabulary", "indicators", "benchmarks", "sources", "enterprises", "cases", "pages"];

/// Endings of pictures, in lower case.
const PICTURES: [&str; 9] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "heif", "svg"];

/// Hidden files, and what file managers and office programs leave behind.
fn is_left_behind(part: &str) -> bool {
    part.starts_with(['.', '~'])
        || part.ends_with('~')
        || ["thumbs.db", "desktop.ini", "__macosx"].iter().any(|name| part.eq_ignore_ascii_case(name))
}

fn unknown(suggestion: &str) -> Role {
    Role::Unknown { suggestion: Some(suggestion.to_owned()) }
}

/// A name in two parts at its last dot.
fn stem_and_ending(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or((name, ""))
}

/// Whether `name` is `stem` with an ending that somebody might take for YAML's.
fn is_yaml_of(name: &str, stem: &str) -> bool {
    let (own, ending) = stem_and_ending(name);
    own.eq_ignore_ascii_case(stem) && is_nearly_yaml(ending)
}

fn is_nearly_yaml(ending: &str) -> bool {
    ["yaml", "yml", "json", "txt"].iter().any(|other| ending.eq_ignore_ascii_case(other))
}

fn is_picture(name: &str) -> bool {
    PICTURES.iter().any(|ending| stem_and_ending(name).1.eq_ignore_ascii_case(ending))
}

/// The id that `name` is, else the role of a file that should have one there.
fn id(name: &str) -> Result<Id, Role> {
    Id::new(name).ok_or_else(|| Role::Misnamed {
        name: name.to_owned(),
        suggestion: made_id(name).map(|id| id.to_string()),
    })
}

fn vocabulary(name: &str) -> Role {
    let (stem, ending) = stem_and_ending(name);
    let kind = VocabularyKind::ALL.iter().find(|(word, _)| *word == stem);
    match kind {
        Some((_, kind)) if ending == "yaml" => Role::Vocabulary(*kind),
        None if name == "glossary.yaml" => Role::Glossary,
        _ => {
            let words = VocabularyKind::ALL.iter().map(|(word, _)| *word).chain(["glossary"]);
            Role::Unknown { suggestion: nearest(stem, words).map(|word| format!("{word}.yaml")) }
        }
    }
}

/// `<id>.yaml`
fn definition(name: &str, role: fn(Id) -> Role) -> Role {
    let (stem, ending) = stem_and_ending(name);
    if ending == "yaml" {
        return id(stem).map_or_else(|misnamed| misnamed, role);
    }
    let suggestion = made_id(stem).filter(|_| is_nearly_yaml(ending)).map(|id| format!("{id}.yaml"));
    Role::Unknown { suggestion }
}

/// A file where only folders should be.
fn loose(folder: &str, name: &str) -> Role {
    let (stem, ending) = stem_and_ending(name);
    let inside = match folder {
        "cases" if is_nearly_yaml(ending) => "case.yaml",
        "enterprises" if is_nearly_yaml(ending) => "enterprise.yaml",
        _ => return Role::Unknown { suggestion: None },
    };
    Role::Unknown { suggestion: made_id(stem).map(|id| format!("{id}/{inside}")) }
}

/// A file in the folder of an enterprise, a case or a page.
fn member(folder: &str, name: &str, inside: &[&str]) -> Role {
    let file = inside.last().copied().unwrap_or_default();
    let id = match id(name) {
        Ok(id) => id,
        // The texts in a misnamed folder say so; its pictures need not repeat it.
        Err(_) if is_picture(file) => return Role::Foreign,
        Err(misnamed) => return misnamed,
    };
    match (folder, inside) {
        ("enterprises", ["enterprise.yaml"]) => Role::Enterprise(id),
        ("enterprises", ["indicators.yaml"]) => Role::Figures(Subject::Enterprise(id)),
        ("enterprises", ["logo.svg" | "logo.png"]) => Role::Logo(id),
        ("enterprises", _) => almost(inside, &["enterprise.yaml", "indicators.yaml", "logo.png", "logo.svg"]),
        ("cases", ["case.yaml"]) => Role::Case(id),
        ("cases", ["indicators.yaml"]) => Role::Figures(Subject::Case(id)),
        ("cases", _) => text_or_picture(Owner::Case(id), inside, &["case.yaml", "indicators.yaml"]),
        _ => text_or_picture(Owner::Page(id), inside, &[]),
    }
}

fn text_or_picture(owner: Owner, inside: &[&str], others: &[&str]) -> Role {
    let file = inside.last().copied().unwrap_or_default();
    if is_picture(file) {
        return Role::Media(owner);
    }
    let (stem, ending) = stem_and_ending(file);
    if inside.len() > 1 {
        return Role::Unknown { suggestion: None };
    }
    match (Lang::new(stem), ending) {
        (Some(lang), "md") => Role::Prose(owner, lang),
        (Some(lang), "markdown" | "txt" | "doc" | "docx" | "MD") => unknown(&format!("{lang}.md")),
        _ => almost(inside, others),
    }
}

/// A file that may be meant to be one of `names`.
fn almost(inside: &[&str], names: &[&str]) -> Role {
    let suggestion = match inside {
        [name] => {
            let (stem, ending) = stem_and_ending(name);
            let same_stem = names.iter().find(|n| is_nearly_yaml(ending) && stem_and_ending(n).0 == stem);
            same_stem.map(|n| (*n).to_owned()).or_else(|| nearest(name, names.iter().copied()))
        }
        _ => None,
    };
    Role::Unknown { suggestion }
}

#[cfg(test)]
mod tests {
    use super::{Owner, Role, Subject, VocabularyKind, role};
    use crate::base::{Id, Lang, SourcePath};

    fn of(path: &str) -> Role {
        role(&SourcePath::new(path))
    }

    fn heat() -> Id {
        Id::new("heat").unwrap()
    }

    fn unknown(suggestion: Option<&str>) -> Role {
        Role::Unknown { suggestion: suggestion.map(str::to_owned) }
    }

    #[test]
    fn every_file_of_the_contract_has_its_role() {
        for (path, role) in [
            ("casebook.yaml", Role::Site),
            ("content/vocabulary/industries.yaml", Role::Vocabulary(VocabularyKind::Industries)),
            ("content/vocabulary/glossary.yaml", Role::Glossary),
            ("content/indicators/heat.yaml", Role::Indicator(heat())),
            ("content/benchmarks/heat.yaml", Role::Benchmark(heat())),
            ("content/sources/heat.yaml", Role::Source(heat())),
            ("content/enterprises/heat/enterprise.yaml", Role::Enterprise(heat())),
            ("content/enterprises/heat/indicators.yaml", Role::Figures(Subject::Enterprise(heat()))),
            ("content/enterprises/heat/logo.svg", Role::Logo(heat())),
            ("content/cases/heat/case.yaml", Role::Case(heat())),
            ("content/cases/heat/indicators.yaml", Role::Figures(Subject::Case(heat()))),
            ("content/cases/heat/zh.md", Role::Prose(Owner::Case(heat()), Lang::ZH)),
            ("content/cases/heat/media/轧机.JPG", Role::Media(Owner::Case(heat()))),
            ("content/cases/heat/cover.webp", Role::Media(Owner::Case(heat()))),
            ("content/pages/heat/en.md", Role::Prose(Owner::Page(heat()), Lang::EN)),
        ] {
            assert_eq!(of(path), role, "{path}");
        }
    }

    #[test]
    fn what_others_leave_behind_is_passed_over() {
        for path in [
            "README.md",
            "themes/dark/page.html",
            "content/.DS_Store",
            "content/cases/heat/.zh.md.swp",
            "content/cases/heat/~$zh.docx",
            "content/cases/heat/media/Thumbs.db",
            "content/.git/HEAD",
            "content/cases/heat/zh.md~",
        ] {
            assert_eq!(of(path), Role::Foreign, "{path}");
        }
    }

    #[test]
    fn a_file_that_nothing_reads_leads_to_one_that_is_read() {
        for (path, suggestion) in [
            ("casebook.yml", Some("casebook.yaml")),
            ("content/indicators/roe.yml", Some("roe.yaml")),
            ("content/indicators/roe.xlsx", None),
            ("content/vocabulary/industris.yaml", Some("industries.yaml")),
            ("content/vocabulary/stages.yml", Some("stages.yaml")),
            ("content/enterprises/heat/enterprises.yaml", Some("enterprise.yaml")),
            ("content/enterprises/heat/indicators.yml", Some("indicators.yaml")),
            ("content/enterprises/heat/logo.jpg", Some("logo.png")),
            ("content/cases/heat/cases.yaml", Some("case.yaml")),
            ("content/cases/heat/zh.docx", Some("zh.md")),
            ("content/cases/heat/README.md", None),
            ("content/cases/heat/notes/zh.md", None),
            ("content/cases/heat.yaml", Some("heat/case.yaml")),
            ("content/case/heat/case.yaml", Some("cases")),
            ("content/notes.txt", None),
        ] {
            assert_eq!(of(path), unknown(suggestion), "{path}");
        }
    }

    #[test]
    fn a_name_that_is_no_id_is_made_one_where_that_is_possible() {
        for (path, name, suggestion) in [
            ("content/indicators/ROE.yaml", "ROE", Some("roe")),
            ("content/cases/Waste Heat/case.yaml", "Waste Heat", Some("waste-heat")),
            ("content/cases/余热/zh.md", "余热", None),
            ("content/enterprises/index/enterprise.yaml", "index", None),
        ] {
            let suggestion = suggestion.map(str::to_owned);
            assert_eq!(of(path), Role::Misnamed { name: name.to_owned(), suggestion }, "{path}");
        }
        assert_eq!(of("content/cases/余热/media/a.png"), Role::Foreign);
    }
}
