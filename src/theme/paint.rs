//! What charts look like where no style sheet reaches: the rules of the theme's style sheets, worked out for every class.
//!
//! Only what is said of charts for a light screen counts, and of that what any program can read: `.chart .own.line`,
//! `.slope g:is(.peer, .own)`, colours as `#0b6380` or by a name of theirs in `:root`. The rest of CSS is for browsers alone.
//! Where a site's own style sheet says nothing that counts, what the built-in one says holds.

use std::collections::BTreeMap;

use super::{builtin, is_for_paper};
use crate::chart::{CLASSES, KINDS, Paint};

mod css;

use css::{Element, Rule, Tokens};

/// Properties that are attributes too, with what holds where nothing is said.
const PROPERTIES: [(&str, &str); 10] = [
    ("fill", ""),
    ("fill-opacity", "1"),
    ("font-weight", "400"),
    ("opacity", "1"),
    ("stroke", "none"),
    ("stroke-dasharray", "none"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("stroke-opacity", "1"),
    ("stroke-width", "1"),
];

/// The forms of marks. What has none of them is text.
const FORMS: [&str; 5] = ["line", "area", "bar", "ring", "dots"];

/// Style sheets that have been read.
struct Sheet {
    rules: Vec<Rule>,
    tokens: Tokens,
}

/// A colour that stands for the same in charts, tables and text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// What is written on.
    Paper,
    /// What is written.
    Ink,
    /// What is written beside it.
    Faint,
    /// What the site is recognised by: the colour of a case's own figures.
    Accent,
}

/// What each [`Colour`] of a theme is, in their order.
pub(super) type Colours = [String; 4];

/// The paint of a theme of these files, and its colours.
pub(super) fn paint(files: &BTreeMap<String, Vec<u8>>) -> (Paint, Colours) {
    let mut sheets = vec![Sheet::of(builtin::FILES.iter().copied())];
    let is_built_in = |name: &str, bytes: &[u8]| builtin::FILES.contains(&(name, bytes));
    if !files
        .iter()
        .filter(|(name, _)| name.starts_with("styles/"))
        .all(|(name, bytes)| is_built_in(name, bytes))
    {
        sheets.push(Sheet::of(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))));
    }
    // Few classes look different in one kind of chart than in the others.
    let common: BTreeMap<&str, Vec<(&'static str, String)>> =
        CLASSES.iter().map(|class| (*class, attributes(&sheets, "", class))).collect();
    let special: Vec<&Rule> =
        sheets.iter().flat_map(|sheet| &sheet.rules).filter(|rule| rule.scope != "chart").collect();
    let paint = Paint::new(|kind, class| {
        let is_special = |rule: &&Rule| rule.scope == kind && rule.has_all_in(class);
        if special.iter().any(is_special) { attributes(&sheets, kind, class) } else { common[class].clone() }
    });
    let colours = ["paper", "ink", "ink-2", "own"].map(|name| colour(&format!("var(--{name})"), &sheets));
    (paint, colours)
}

impl Sheet {
    /// The style sheets among the files, in the order of their names.
    fn of<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> Self {
        let styles = files.filter(|(name, _)| name.starts_with("styles/") && !is_for_paper(name));
        let css = styles.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect::<Vec<_>>().join("\n");
        let (mut rules, tokens) = css::read(&css);
        rules.retain(|rule| rule.scope == "chart" || KINDS.contains(&rule.scope.as_str()));
        Self { rules, tokens }
    }
}

/// What the sheets say of a class in a kind of chart; the later one has the last word.
fn attributes(sheets: &[Sheet], kind: &str, class: &str) -> Vec<(&'static str, String)> {
    if let Some(part) = class.strip_prefix("frame ") {
        return frame(sheets, part);
    }
    let classes: Vec<&str> = class.split(' ').collect();
    let element =
        if classes.iter().any(|class| FORMS.contains(class)) { Element::Mark } else { Element::Text };
    let mut said: BTreeMap<&str, String> = BTreeMap::new();
    for sheet in sheets {
        let mut fitting: Vec<&Rule> =
            sheet.rules.iter().filter(|rule| rule.is_for(kind, element, &classes)).collect();
        fitting.sort_by_key(|rule| rule.weight);
        for (name, value) in fitting.into_iter().flat_map(|rule| &rule.declarations) {
            if let Some(value) = plain(value, sheets) {
                said.insert(name, value);
            }
        }
    }
    if classes.contains(&"dots") {
        // On a page they are the ends of lines of no length, in a picture circles.
        let colour = said.remove("stroke").unwrap_or_default();
        said.retain(|name, _| matches!(*name, "color" | "fill-opacity" | "opacity"));
        said.insert("fill", colour);
    }
    let colour = said.get("color").cloned().unwrap_or_default();
    let all = PROPERTIES.iter().filter_map(|&(name, default)| {
        let value = said.remove(name).filter(|value| value != default)?;
        Some((name, if value == "currentColor" { colour.clone() } else { value }))
    });
    all.collect()
}

/// What the parts of the frame around a chart look like.
fn frame(sheets: &[Sheet], part: &str) -> Vec<(&'static str, String)> {
    let (colour, is_bold) = match part {
        "paper" => ("var(--paper)", false),
        "edge" => ("var(--ink)", false),
        "title" | "site" => ("var(--ink)", true),
        "rule" => ("var(--rule)", false),
        _ => ("var(--ink-2)", false),
    };
    let mut all = vec![("fill", self::colour(colour, sheets))];
    all.extend(is_bold.then(|| ("font-weight", "700".to_owned())));
    all
}

/// A colour that every theme has.
fn colour(name: &str, sheets: &[Sheet]) -> String {
    plain(name, sheets).expect("the built-in style sheet has these colours")
}

/// The value with names of colours followed to what they stand for; `None` where that is not for every program.
fn plain(value: &str, sheets: &[Sheet]) -> Option<String> {
    let Some(name) = css::variable(value) else { return css::is_plain(value).then(|| value.to_owned()) };
    sheets.iter().rev().find_map(|sheet| {
        let mut found = sheet.tokens.get(name)?;
        // A name may stand for another; after a few it is no theme but a circle.
        for _ in 0..8 {
            match css::variable(found) {
                Some(other) => found = sheet.tokens.get(other)?,
                None => break,
            }
        }
        css::is_plain(found).then(|| found.clone())
    })
}

#[cfg(test)]
mod tests;
