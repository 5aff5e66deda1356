//! Templates and what they are given, as Tera wants them.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::value::Key;
use tera::{Context, Kwargs, State, Tera, Value};

use super::{Files, builtin_files};
use crate::base::{Notes, Place, Problem, SourcePath};

/// The templates among the files of a theme.
pub(super) fn read(files: &BTreeMap<String, Vec<u8>>) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    let texts: Vec<(String, String)> = files
        .iter()
        .filter_map(|(name, bytes)| {
            let name = name.strip_prefix("templates/")?;
            Some((name.to_owned(), String::from_utf8_lossy(bytes).into_owned()))
        })
        .collect();
    tera.register_filter("safe", safe);
    tera.add_raw_templates(texts.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}

/// The templates of the built-in theme.
pub(super) fn builtin() -> Result<Tera, tera::Error> {
    read(&builtin_files())
}

/// A view as templates see it: its fields by name.
pub(super) fn context<V: Serialize>(view: &V) -> Result<Context, String> {
    let fields = Value::try_from_serializable(view).map_err(|e| chain(&e))?.into_map();
    let mut context = Context::new();
    for (key, value) in fields.ok_or("a view has fields")? {
        match key {
            Key::Str(name) => context.insert_value(name, value),
            other => context.insert_value(other.to_string(), value),
        }
    }
    Ok(context)
}

/// `| safe` as Tera has it, without the copy: nearly all of a page passes through it.
fn safe(value: Value, _: Kwargs, _: &State<'_>) -> Value {
    if value.is_string() { value.mark_safe() } else { Value::safe_string(&value.to_string()) }
}

/// The templates without those that are broken, each of which is noted: looked for one by one, now that they are known
/// not to fit together. If every one is sound alone, nobody can say which is to blame, and the built-in ones stand in.
pub(super) fn without_broken(
    files: &mut BTreeMap<String, Vec<u8>>,
    origins: &mut BTreeMap<String, SourcePath>,
    overrides: &Files,
    error: &tera::Error,
    notes: &mut Notes,
) -> Tera {
    let own_files = builtin_files();
    for (name, origin, bytes) in overrides.iter().filter(|(name, ..)| name.starts_with("templates/")) {
        if let Err(reason) = parses(name, bytes) {
            notes.add(Place::whole(origin), Problem::TemplateBroken { reason });
            origins.remove(name);
            match own_files.get(name) {
                Some(own) => files.insert(name.clone(), own.clone()),
                None => files.remove(name),
            };
        }
    }
    read(files).unwrap_or_else(|_| {
        if let Some(origin) = origins.values().next() {
            notes.add(Place::whole(origin), Problem::TemplateBroken { reason: chain(error) });
        }
        builtin().expect("the built-in templates fit together")
    })
}

/// Whether a template can be parsed, alone among the built-in ones.
fn parses(name: &str, bytes: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned())?;
    let mut tera = builtin().map_err(|e| chain(&e))?;
    tera.add_raw_template(name.trim_start_matches("templates/"), text).map_err(|e| chain(&e))
}

/// An error and what caused it, in one line each.
pub(super) fn chain(error: &tera::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(e) = cause {
        text.push_str(": ");
        text.push_str(&e.to_string());
        cause = e.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::safe;

    #[test]
    fn whatever_is_called_safe_stands_as_tera_itself_would_set_it() {
        let template = "{{ html | safe }}{{ words }}{{ 5 | safe }}{{ ['<i>', \"'\"] | safe }}{% set kept = html | safe %}{{ kept }}";
        let mut context = Context::new();
        context.insert("html", "<b>钢</b> & a text longer than twenty-one bytes");
        context.insert("words", "<b>");
        let set = |tera: &mut Tera| {
            tera.add_raw_template("page.html", template).expect("it parses");
            tera.render("page.html", &context).expect("it renders")
        };
        let (mut own, mut other) = (Tera::new(), Tera::new());
        own.register_filter("safe", safe);
        assert_eq!(set(&mut own), set(&mut other));
        assert!(set(&mut own).starts_with("<b>钢</b> & a"));
    }
}
