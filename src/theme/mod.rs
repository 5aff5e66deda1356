//! Templates, styles, scripts, assets and interface words. The only floor that names Tera.

mod builtin;
mod compact;
mod paint;
mod templates;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Serialize;
use tera::{Tera, Value};

use crate::base::{Lang, Notes, Place, Problem, SitePath, SourcePath, hash};
use crate::chart::Paint;

pub use paint::Colour;

/// Everything that gives a site its looks.
pub struct Theme {
    tera: Tera,
    words: BTreeMap<Lang, Words>,
    assets: Vec<Asset>,
    paint: Paint,
    colours: paint::Colours,
    /// Where each template that is not built in comes from.
    origins: BTreeMap<String, SourcePath>,
}

/// Interface words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// The language they are in.
    lang: Lang,
    /// Looked up many times on every page, and never listed.
    by_key: Arc<HashMap<String, String>>,
}

impl Words {
    /// The words for `key`.
    pub fn get(&self, key: &str) -> &str {
        self.by_key.get(key).map_or_else(
            // A key that no language has is our own mistake; a reader sees the key, a test sees the failure.
            || panic!("the built-in theme has the interface word {key:?}"),
            String::as_str,
        )
    }

    /// The words for a key that not every theme has.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.by_key.get(key).map(String::as_str)
    }

    /// Whether these words are in `lang` itself, not in the language that stands in for it.
    pub fn speaks(&self, lang: Lang) -> bool {
        self.lang == lang
    }
}

/// A file that pages refer to.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The name that code and templates know it by: `site.css`, `print.css`, `icon.svg`, `scripts/search.js`.
    pub name: String,
    /// Where it is published; a hash of the content is part of the name, so hosts may cache it for ever.
    pub path: SitePath,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What is the same on every page of one language, made ready for templates once.
pub struct Shared(Vec<(&'static str, Value)>);

/// Files of a theme: name below the theme's folder, where it comes from, content.
pub type Files = Vec<(String, SourcePath, Vec<u8>)>;

impl Theme {
    /// The built-in theme with `overrides` laid over it file by file.
    ///
    /// What is wrong with a file of `overrides` is noted at its place; the built-in file stands in for it.
    pub fn load(overrides: &Files, notes: &mut Notes) -> Self {
        let mut files = builtin_files();
        let mut origins = BTreeMap::new();
        for (name, origin, bytes) in overrides {
            if !is_theme_file(name) {
                notes.add(Place::whole(origin), Problem::ThemeFileUnused);
                continue;
            }
            if name.starts_with("strings/")
                && serde_json::from_slice::<BTreeMap<String, String>>(bytes).is_err()
            {
                let reason = "a strings file is one JSON object of texts".to_owned();
                notes.add(Place::whole(origin), Problem::TemplateBroken { reason });
                continue;
            }
            files.insert(name.clone(), bytes.clone());
            origins.insert(name.clone(), origin.clone());
        }
        let tera = templates::read(&files).unwrap_or_else(|error| {
            templates::without_broken(&mut files, &mut origins, overrides, &error, notes)
        });
        let (paint, colours) = paint::paint(&files);
        Self { tera, words: words(&files), assets: assets(&files), paint, colours, origins }
    }

    /// Renders every sample with its template, and notes those that fail. Each sample is a template's name and its view.
    pub fn try_samples(&self, samples: &[(&str, serde_json::Value)], shared: &Shared, notes: &mut Notes) {
        for (template, view) in samples {
            if let Err(reason) = self.render(template, view, shared) {
                let name = format!("templates/{template}");
                let origin = self.origins.get(&name).or_else(|| self.origins.values().next());
                let place =
                    origin.map_or_else(|| Place::whole(&SourcePath::new("casebook.yaml")), Place::whole);
                notes.add(place, Problem::TemplateBroken { reason });
            }
        }
    }

    /// Makes what every page of one language shares ready for templates.
    pub fn share<S: Serialize>(&self, lang: Lang, site: &S) -> Shared {
        let words = self.words(lang);
        Shared(vec![
            ("site", Value::from_serializable(site)),
            ("ui", Value::from_serializable(&*words.by_key)),
        ])
    }

    /// The text that `template` makes of `view`; the error is what the template engine said.
    pub fn render<V: Serialize>(&self, template: &str, view: &V, shared: &Shared) -> Result<String, String> {
        let mut out = Vec::new();
        self.write(template, view, shared, &mut out)?;
        Ok(String::from_utf8(out).expect("templates and views are UTF-8"))
    }

    /// The same as bytes, added to `out`: pages go straight to files, and are not read through once more.
    pub fn write<V: Serialize>(
        &self,
        template: &str,
        view: &V,
        shared: &Shared,
        out: &mut Vec<u8>,
    ) -> Result<(), String> {
        let mut context = templates::context(view)?;
        for (name, value) in &shared.0 {
            context.insert_value(*name, value.clone());
        }
        self.tera.render_to(template, &context, out).map_err(|e| templates::chain(&e))
    }

    /// Interface words of `lang`; English where the theme does not speak it.
    pub fn words(&self, lang: Lang) -> Words {
        let known = self.words.get(&lang).or_else(|| self.words.get(&Lang::EN));
        known.expect("the built-in theme speaks English").clone()
    }

    /// Every file that pages refer to.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// Where the asset of that name is published.
    pub fn asset(&self, name: &str) -> &SitePath {
        let found = self.assets.iter().find(|a| a.name == name);
        &found.unwrap_or_else(|| panic!("the built-in theme has the asset {name:?}")).path
    }

    /// Where each script is published, by its name in the theme: `search` is `scripts/search.js`.
    pub fn scripts(&self) -> BTreeMap<String, SitePath> {
        self.assets.iter().filter_map(|a| Some((script(&a.name)?.to_owned(), a.path.clone()))).collect()
    }

    /// What charts look like in files of their own.
    pub fn paint(&self) -> &Paint {
        &self.paint
    }

    /// A colour on light ground, as any program reads it.
    pub fn colour(&self, colour: Colour) -> &str {
        &self.colours[colour as usize]
    }

    /// The files of the built-in theme, to start a theme from.
    pub fn builtin() -> impl Iterator<Item = (&'static str, &'static [u8])> {
        builtin::FILES.iter().copied()
    }
}

/// Whether a file of this name would be used: only these folders are looked into.
fn is_theme_file(name: &str) -> bool {
    match name.split_once('/') {
        Some(("templates", file)) => file.ends_with(".html"),
        Some(("styles", file)) => file.ends_with(".css"),
        Some(("scripts", file)) => file.ends_with(".js"),
        Some(("strings", file)) => file.ends_with(".json"),
        Some(("assets", file)) => !file.is_empty(),
        _ => false,
    }
}

/// What templates call the script in a file of this name; `None` for any other file.
fn script(name: &str) -> Option<&str> {
    name.strip_prefix("scripts/")?.strip_suffix(".js")
}

/// Whether the style sheet in a file of this name is for paper alone: `styles/90-print.css`. Browsers fetch such a sheet
/// after everything else, and a reader who does not print is not kept waiting for it.
fn is_for_paper(name: &str) -> bool {
    name.strip_suffix(".css").is_some_and(|stem| stem.ends_with("print"))
}

fn builtin_files() -> BTreeMap<String, Vec<u8>> {
    builtin::FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect()
}

/// Interface words by language. A language says only what it has; English fills the rest.
fn words(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<Lang, Words> {
    let read = |bytes: &[u8]| serde_json::from_slice::<HashMap<String, String>>(bytes).unwrap_or_default();
    let builtin = |lang: &str| {
        let name = format!("strings/{lang}.json");
        builtin::FILES.iter().find(|(n, _)| *n == name).map(|(_, bytes)| read(bytes))
    };
    let english = builtin("en").expect("the built-in theme speaks English");
    files
        .iter()
        .filter_map(|(name, bytes)| {
            let tag = name.strip_prefix("strings/")?.strip_suffix(".json")?;
            let mut all = english.clone();
            all.extend(builtin(tag).unwrap_or_default());
            all.extend(read(bytes));
            let lang = Lang::new(tag)?;
            Some((lang, Words { lang, by_key: Arc::new(all) }))
        })
        .collect()
}

/// The style sheets in the order of their names as one file and those for paper as another, each script as its own, and
/// every other asset as it is.
fn assets(files: &BTreeMap<String, Vec<u8>>) -> Vec<Asset> {
    let sheet = |is_for_paper: fn(&str) -> bool| {
        let parts = files.iter().filter(|(name, _)| name.starts_with("styles/") && is_for_paper(name));
        let css: String = parts.map(|(_, bytes)| String::from_utf8_lossy(bytes) + "\n").collect();
        compact::style_sheet(&css).into_bytes()
    };
    let screen = asset("site.css", sheet(|name| !is_for_paper(name)));
    let mut assets = vec![screen, asset("print.css", sheet(is_for_paper))];
    for (name, bytes) in files {
        if let Some(name) = name.strip_prefix("assets/") {
            assets.push(asset(name, bytes.clone()));
        } else if script(name).is_some() {
            assets.push(asset(name, compact::script(&String::from_utf8_lossy(bytes)).into_bytes()));
        }
    }
    assets
}

fn asset(name: &str, bytes: Vec<u8>) -> Asset {
    let hash = hash::short(&bytes);
    let file = name.strip_prefix("scripts/").unwrap_or(name);
    let path = match file.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}.{hash}.{ending}"),
        None => format!("assets/{file}.{hash}"),
    };
    Asset { name: name.to_owned(), path: SitePath::from(path), bytes }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use super::{Theme, templates};
    use crate::base::Notes;

    /// Every file below the built-in theme's folder.
    fn on_disk() -> BTreeSet<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let mut found = BTreeSet::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("it is a folder") {
                let path = entry.expect("it can be listed").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let below = path.strip_prefix(&root).expect("it lies below");
                found.insert(below.to_string_lossy().replace('\\', "/"));
            }
        }
        found
    }

    #[test]
    fn every_file_of_the_built_in_theme_is_part_of_the_program() {
        let listed: BTreeSet<String> = Theme::builtin().map(|(name, _)| name.to_owned()).collect();
        assert_eq!(listed, on_disk());
    }

    #[test]
    fn both_languages_have_the_same_words() {
        let keys = |name: &str| {
            let (_, bytes) = Theme::builtin().find(|(n, _)| *n == name).expect("it is listed");
            let words: BTreeMap<String, String> =
                serde_json::from_slice(bytes).expect("it is an object of texts");
            words.into_keys().collect::<BTreeSet<_>>()
        };
        assert_eq!(keys("strings/zh.json"), keys("strings/en.json"));
    }

    #[test]
    fn the_built_in_templates_fit_together() {
        assert!(templates::builtin().is_ok());
        let mut notes = Notes::new();
        Theme::load(&Vec::new(), &mut notes);
        assert!(notes.is_empty());
    }
}
