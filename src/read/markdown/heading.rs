//! Headings and their anchors.

use std::collections::{BTreeMap, BTreeSet};

use super::problems::Problems;
use crate::base::{Problem, Span};
use crate::model::Heading;
use crate::read::Spanned;

/// A heading as it was read, before its anchor is certain.
pub(super) struct Draft<'a> {
    /// 1 to 6, as written.
    pub(super) level: u8,
    /// Its words without markup.
    pub(super) text: String,
    /// The anchor its author gave it, and where.
    pub(super) id: Option<(&'a str, Span)>,
    /// Where it stands.
    pub(super) span: Span,
}

/// The anchor at the end of a heading's words: `挑战 {#challenge}` → what stands before it, and its place.
pub(super) fn explicit_id(words: &str) -> Option<(&str, std::ops::Range<usize>)> {
    let inside = words.trim_end().strip_suffix('}')?;
    let start = inside.rfind("{#")?;
    (!inside[start..].contains('}')).then(|| (words[..start].trim_end(), start + 2..inside.len()))
}

/// The headings with their anchors, each a different one.
pub(super) fn finish(drafts: Vec<Draft<'_>>, problems: &mut Problems) -> Vec<Spanned<Heading>> {
    // An anchor that an author gave wins over one that is made up, also if it comes later.
    let mut taken = BTreeSet::new();
    let given: Vec<Option<&str>> = drafts.iter().map(|draft| explicit(draft, &mut taken, problems)).collect();
    let mut ends = BTreeMap::new();
    let heading = |(draft, given): (Draft<'_>, Option<&str>)| {
        if draft.level == 1 {
            problems.add(draft.span, Problem::HeadingTooHigh);
        }
        let id = given.map_or_else(|| made_up(&draft.text, &mut taken, &mut ends), str::to_owned);
        let value = Heading {
            id,
            level: draft.level.max(2),
            text: draft.text,
            explicit: given.is_some(),
            span: draft.span,
        };
        Spanned { value, span: draft.span }
    };
    drafts.into_iter().zip(given).map(heading).collect()
}

/// The anchor that the author gave, if it can be used.
fn explicit<'a>(draft: &Draft<'a>, taken: &mut BTreeSet<String>, problems: &mut Problems) -> Option<&'a str> {
    let (id, span) = draft.id?;
    let well_formed = !id.is_empty() && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    if !well_formed {
        problems.add(span, Problem::HeadingIdMalformed { id: id.to_owned() });
        return None;
    }
    if is_reserved(id) || !taken.insert(id.to_owned()) {
        problems.add(span, Problem::HeadingIdRepeats { id: id.to_owned() });
        return None;
    }
    Some(id)
}

/// An anchor from a heading's words, unlike all those `taken`. `ends` remembers the last number tried for
/// each, so that thousands of equal headings cost no more than different ones.
fn made_up(text: &str, taken: &mut BTreeSet<String>, ends: &mut BTreeMap<String, usize>) -> String {
    let base = slug(text);
    if taken.insert(base.clone()) {
        return base;
    }
    let end = ends.entry(base.clone()).or_insert(1);
    loop {
        *end += 1;
        let id = format!("{base}-{end}");
        if taken.insert(id.clone()) {
            return id;
        }
    }
}

/// Words made into an anchor: letters of any script and digits are kept, in lower case; all else becomes
/// hyphens between them.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    match slug.as_str() {
        "" => "section".to_owned(),
        // With a number behind them these would be reserved as well.
        "fn" | "fnref" => format!("section-{slug}"),
        _ if is_reserved(&slug) => format!("section-{slug}"),
        _ => slug,
    }
}

/// Footnotes have anchors of this form on every page.
fn is_reserved(id: &str) -> bool {
    id.strip_prefix("fn").is_some_and(|rest| {
        let number = rest.strip_prefix("ref").unwrap_or(rest).strip_prefix('-');
        number.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use super::{explicit_id, slug};

    #[test]
    fn words_become_an_anchor_that_can_be_read() {
        for (text, id) in [
            ("挑战", "挑战"),
            ("Three years on", "three-years-on"),
            ("2024年：差距还有多大？", "2024年-差距还有多大"),
            ("  A & B — C! ", "a-b-c"),
            ("Éclair", "éclair"),
            ("……", "section"),
            ("fn 1", "section-fn-1"),
            ("fnref", "section-fnref"),
            ("", "section"),
        ] {
            assert_eq!(slug(text), id, "{text}");
        }
    }

    #[test]
    fn an_anchor_stands_at_the_very_end() {
        let cut = |text| explicit_id(text).map(|(words, at)| (words, &text[at]));
        assert_eq!(cut("挑战 {#challenge}"), Some(("挑战", "challenge")));
        assert_eq!(cut("挑战{#challenge} "), Some(("挑战", "challenge")));
        assert_eq!(cut("{#a} b {#c d}"), Some(("{#a} b", "c d")));
        assert_eq!(cut("{#}"), Some(("", "")));
        for none in ["挑战", "挑战 {#a} 与机遇", "{roe@2024}", "{#a}}"] {
            assert_eq!(cut(none), None, "{none}");
        }
    }
}
