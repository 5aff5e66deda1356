//! As much of CSS as the looks of charts need.

use std::collections::BTreeMap;

use crate::theme::compact::style_sheet;

/// Custom properties by name: `--own`.
pub(super) type Tokens = BTreeMap<String, String>;

/// A rule for something in a chart.
pub(super) struct Rule {
    /// The class of the whole chart: `chart`, or its kind.
    pub(super) scope: String,
    /// `g`, `text`, `path`…; empty for any.
    tag: String,
    classes: Vec<String>,
    /// Classes count more than tags.
    pub(super) weight: usize,
    /// `color`, `stroke`, `stroke-width`…
    pub(super) declarations: Vec<(String, String)>,
}

/// What a class stands on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// A path or a circle.
    Mark,
    /// A group with text in it.
    Text,
}

impl Rule {
    pub(super) fn is_for(&self, kind: &str, element: Element, classes: &[&str]) -> bool {
        let is_here = self.scope == "chart" || self.scope == kind;
        let is_this = match self.tag.as_str() {
            "" => true,
            "g" | "text" => element == Element::Text,
            "path" | "circle" => element == Element::Mark,
            _ => false,
        };
        is_here && is_this && self.classes.iter().all(|class| classes.contains(&class.as_str()))
    }

    /// Whether all its classes are among these, written as in an attribute.
    pub(super) fn has_all_in(&self, classes: &str) -> bool {
        self.classes.iter().all(|class| classes.split(' ').any(|one| one == class))
    }
}

/// The rules for charts, and the custom properties of `:root`; nothing of what stands in `@media` and the like.
pub(super) fn read(css: &str) -> (Vec<Rule>, Tokens) {
    let css = style_sheet(css);
    let (mut rules, mut tokens) = (Vec::new(), Tokens::new());
    let mut rest = css.as_str();
    while let Some((selectors, after)) = rest.split_once('{') {
        let (block, next) = after.split_at(block_length(after));
        rest = next.strip_prefix('}').unwrap_or_default();
        // A statement without a block may stand before: `@import …;`.
        let selectors = selectors.rsplit(';').next().unwrap_or(selectors);
        let declarations: Vec<(String, String)> = block
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
            .collect();
        for selector in parts(selectors, ',') {
            if selector == ":root" {
                tokens.extend(declarations.iter().filter(|(name, _)| name.starts_with("--")).cloned());
            }
            rules.extend(compounds(selector).into_iter().map(|(scope, tag, classes)| Rule {
                weight: 10 * classes.len() + usize::from(!tag.is_empty()),
                scope,
                tag,
                classes,
                declarations: declarations.clone(),
            }));
        }
    }
    (rules, tokens)
}

/// What a selector is for: scope, tag and classes, in all combinations that `:is` allows. None for anything but `.chart`,
/// `.chart g.own.line` and the like.
fn compounds(selector: &str) -> Vec<(String, String, Vec<String>)> {
    let parts = parts(selector, ' ');
    let Some((scope, inner)) = parts.split_first() else { return Vec::new() };
    let (Some(scope), true) = (scope.strip_prefix('.').filter(|scope| is_name(scope)), inner.len() <= 1)
    else {
        return Vec::new();
    };
    let mut rest = inner.first().copied().unwrap_or_default();
    let tag = &rest[..rest.find(['.', ':']).unwrap_or(rest.len())];
    if !(tag.is_empty() || is_name(tag)) {
        return Vec::new();
    }
    rest = &rest[tag.len()..];
    let mut all = vec![Vec::new()];
    while !rest.is_empty() {
        let (choices, after) = if let Some(listed) = rest.strip_prefix(":is(") {
            let Some((listed, after)) = listed.split_once(')') else { return Vec::new() };
            (listed.split(',').map(|one| one.trim().strip_prefix('.').unwrap_or_default()).collect(), after)
        } else {
            let Some(class) = rest.strip_prefix('.') else { return Vec::new() };
            let (class, after) = class.split_at(class.find(['.', ':']).unwrap_or(class.len()));
            (vec![class], after)
        };
        if !choices.iter().all(|class| is_name(class)) {
            return Vec::new();
        }
        let with = |class: &&str| {
            all.iter()
                .map(|classes| [classes.as_slice(), &[(*class).to_owned()]].concat())
                .collect::<Vec<_>>()
        };
        all = choices.iter().flat_map(with).collect();
        rest = after;
    }
    all.into_iter().map(|classes| (scope.to_owned(), tag.to_owned(), classes)).collect()
}

/// The parts between separators that stand in no parentheses.
fn parts(text: &str, separator: char) -> Vec<&str> {
    let mut depth = 0_i32;
    let parts = text.split(|char| {
        depth += i32::from(char == '(') - i32::from(char == ')');
        char == separator && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The name in `var(--name)`.
pub(super) fn variable(value: &str) -> Option<&str> {
    value.strip_prefix("var(")?.strip_suffix(')').map(str::trim)
}

/// Whether every program understands this value: a colour as `#rgb` or `#rrggbb`, a word, or numbers.
pub(super) fn is_plain(value: &str) -> bool {
    match value.strip_prefix('#') {
        Some(digits) => matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
        None => {
            value.bytes().all(|byte| byte.is_ascii_alphabetic())
                || value.split([' ', ',']).all(|number| number.parse::<f64>().is_ok())
        }
    }
}

/// Bytes up to the brace that ends the block which `css` begins in.
fn block_length(css: &str) -> usize {
    let (mut depth, mut quote) = (0_u32, None);
    for (at, char) in css.char_indices() {
        match (quote, char) {
            (Some(open), _) => quote = (open != char).then_some(open),
            (None, '"' | '\'') => quote = Some(char),
            (None, '{') => depth += 1,
            (None, '}') if depth == 0 => return at,
            (None, '}') => depth -= 1,
            _ => {}
        }
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(css: &str) -> Vec<String> {
        let (rules, _) = read(css);
        let told =
            |rule: &Rule| format!("{} {}.{} {}", rule.scope, rule.tag, rule.classes.join("."), rule.weight);
        rules.iter().map(told).collect()
    }

    #[test]
    fn a_selector_is_a_chart_and_something_in_it() {
        assert_eq!(read_as(".chart .own.line { stroke-width: 3 }"), ["chart .own.line 20"]);
        assert_eq!(
            read_as(".chart g:is(.own, .peer), .slope .peer.line { color: red }"),
            ["chart g.own 11", "chart g.peer 11", "slope .peer.line 20"]
        );
    }

    #[test]
    fn what_is_said_of_other_things_or_with_more_of_css_is_left_alone() {
        assert_eq!(
            read_as("@media print { .chart .own { color: red } } nav a:hover { color: red }"),
            [""; 0]
        );
        assert_eq!(
            read_as(".chart .own > text { color: red } .chart .own:hover { color: red } .a .b .c { x: y }"),
            [""; 0]
        );
        assert_eq!(read_as("@import 'a.css'; .chart .own { quotes: \"}\" }"), ["chart .own 10"]);
        assert_eq!(read_as(".chart { & .own { color: red } }"), ["chart . 0"]);
    }

    #[test]
    fn broken_css_is_read_to_its_end() {
        for css in [
            "{",
            "}",
            "}}.chart .own{",
            ".chart :is(.own{color:red",
            "{{{",
            ".chart .own{content:\"",
            ":root{--a",
        ] {
            read(css);
        }
    }

    #[test]
    fn tokens_are_those_of_the_light_scheme() {
        let css = ":root { --own: #123456; color: red } @media (prefers-color-scheme: dark) { :root { --own: #fff } }";
        assert_eq!(read(css).1.into_iter().collect::<Vec<_>>(), [("--own".to_owned(), "#123456".to_owned())]);
    }
}
