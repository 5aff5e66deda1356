//! Short texts in several languages: `{ zh: …, en: … }`.

use super::fields::{entries, wrong};
use super::reader::Reader;
use super::values;
use super::yaml::{Node, Value};
use crate::base::problem::Shape;
use crate::base::{Lang, Localized, Problem};

/// A text in the site's languages. One that is missing is a warning: readers are shown another.
pub(super) fn localized(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Localized<String>> {
    if !matches!(node.value, Value::Mapping(_)) {
        return wrong(node, Shape::LocalizedText, r);
    }
    let entries = entries(node, Shape::LocalizedText, r)?;
    if entries.is_empty() {
        r.report(node.span, Problem::TextEmpty);
        return None;
    }
    let context = r.context;
    let mut texts = Vec::with_capacity(entries.len());
    let mut named = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(lang) = known_language(&entry.key, &context.languages) else {
            r.report(entry.key_span, language_unknown(&entry.key, &context.languages));
            continue;
        };
        named.push(lang);
        if let Some(text) = values::text(&entry.node, r) {
            texts.push((lang, text));
        }
    }
    // Where nothing could be read, that has been said, and missing languages are not the trouble.
    let texts = Localized::new(texts)?;
    for lang in context.languages.iter().filter(|lang| !named.contains(lang)) {
        r.report(node.span, Problem::TextUntranslated { language: lang.to_string() });
    }
    Some(texts)
}

/// The same, or a plain text that is the same in every language: a photographer's name.
pub(super) fn localized_or_plain(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Localized<String>> {
    match &node.value {
        Value::Mapping(_) => localized(node, r),
        Value::List(_) => wrong(node, Shape::TextOrMapping, r),
        Value::Null | Value::Scalar { .. } | Value::Refused => {
            let text = values::text(node, r)?;
            let languages = &r.context.languages;
            // While the site's languages are unknown, any will do to hold the text.
            let languages = if languages.is_empty() { &[Lang::EN] } else { languages.as_slice() };
            Localized::new(languages.iter().map(|lang| (*lang, text.clone())).collect())
        }
    }
}

/// The language whose tag is `tag`, if it is one of `languages`; any, if those are not known.
pub(super) fn known_language(tag: &str, languages: &[Lang]) -> Option<Lang> {
    Lang::new(tag).filter(|lang| languages.is_empty() || languages.contains(lang))
}

/// The problem of a tag that is no language of the site.
pub(super) fn language_unknown(tag: &str, languages: &[Lang]) -> Problem {
    Problem::LanguageUnknown {
        text: tag.to_owned(),
        languages: languages.iter().map(Lang::to_string).collect(),
    }
}
