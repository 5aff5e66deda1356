//! Short texts in several languages: `{ zh: …, en: … }`.

use super::fields::{mapping, wrong};
use super::reader::Reader;
use super::values;
use super::yaml::{Node, Value};
use crate::base::problem::Shape;
use crate::base::{Lang, Localized, Problem};

/// A text in the site's languages. One that is missing is a warning: readers are shown another.
pub(super) fn localized(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Localized<String>> {
    let Value::Mapping(mapping) = &node.value else { return plain(node, r) };
    let entries = &mapping.entries;
    if entries.is_empty() && mapping.whole {
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
    for lang in context.languages.iter().filter(|lang| mapping.whole && !named.contains(lang)) {
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
            values::text(node, r).map(|text| same_in_each(&text, r))
        }
    }
}

/// A text that is the same in every language of the site.
pub(super) fn same_in_each(text: &str, r: &Reader<'_>) -> Localized<String> {
    let languages = r.context.languages.iter().copied();
    let said = languages.map(|lang| (lang, text.to_owned())).collect();
    // While the site's languages are unknown, any will do to hold the text.
    Localized::new(said).unwrap_or_else(|| Localized::of(Lang::EN, text.to_owned()))
}

/// Plain text where a text in several languages should be. One that begins like such a text, `zh：钢铁`, is one with
/// the wrong colon.
fn plain(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Localized<String>> {
    if let Value::Scalar { text, quoted: false } = &node.value
        && let Some((tag, _)) = text.split_once(['：', ':'])
        && Lang::new(tag.trim()).is_some_and(|lang| r.context.languages.contains(&lang))
    {
        return mapping(node, Shape::LocalizedText, r).and(None);
    }
    wrong(node, Shape::LocalizedText, r)
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

#[cfg(test)]
mod tests {
    use crate::base::{Lang, Problem};
    use crate::read::testing::{context, noted, told};
    use crate::read::{Context, Draft, SourceDraft, read};

    const PATH: &str = "content/sources/plan.yaml";

    fn title(text: &str) -> Vec<String> {
        told(PATH, &format!("kind: news\ntitle: {text}\n"))
    }

    fn source(draft: Option<Draft>) -> SourceDraft {
        match draft {
            Some(Draft::Source(source)) => source,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_text_is_wanted_in_every_language_of_the_site() {
        assert_eq!(title("{ zh: 计划, en: Plan }"), [""; 0]);
        assert_eq!(title("{ zh: 计划 }"), ["text-untranslated 2 «{ zh: 计划 }»"]);
        assert_eq!(title("{ zh: 计划, en: }"), ["text-empty 2 «en»"]);
        assert_eq!(title("{ zh: 计划, en: '  ' }"), ["text-empty 2 «'  '»"]);
        assert_eq!(title("\n  zh: 计划\n  en: |\n    Plan\n"), [""; 0]);
    }

    #[test]
    fn a_language_that_the_site_does_not_have_is_told() {
        assert_eq!(title("{ zh: 计划, en: Plan, fr: Plan }"), ["language-unknown 2 «fr»"]);
        assert_eq!(
            title("{ zh: 计划, EN: Plan }"),
            ["text-untranslated 2 «{ zh: 计划, EN: Plan }»", "language-unknown 2 «EN»"]
        );
        assert_eq!(title("{ cn: 计划 }"), ["language-unknown 2 «cn»"]);
        let text = "title: { fr: Plan }\nkind: news\n";
        let known = noted(PATH, text).notes.iter().next().map(|d| d.problem.clone());
        let languages = vec!["zh".to_owned(), "en".to_owned()];
        assert_eq!(known, Some(Problem::LanguageUnknown { text: "fr".to_owned(), languages }));
    }

    #[test]
    fn a_plain_text_is_no_text_in_several_languages() {
        assert_eq!(title("计划"), ["type-wrong 2 «计划»"]);
        assert_eq!(title(""), ["type-wrong 2 «title»"]);
        assert_eq!(title("zh：计划"), ["yaml-malformed 2 «：»"]);
        assert_eq!(title("en:Plan"), ["yaml-malformed 2 «:»"]);
        assert_eq!(title("计划：二"), ["type-wrong 2 «计划：二»"]);
        assert_eq!(title("[计划]"), ["type-wrong 2 «[计划]»"]);
        assert_eq!(title("{}"), ["text-empty 2 «{}»"]);
        assert_eq!(title("{ zh：计划, en: Plan }"), ["yaml-malformed 2 «：»"]);
        assert_eq!(title("{ zh: 计划, en: Plan, later }"), ["yaml-malformed 2 «,»"]);
    }

    #[test]
    fn a_citation_may_be_the_same_in_every_language() {
        let text = "title: { zh: 计划, en: Plan }\nkind: news\ncitation: Plan, 2024\n";
        let citation = source(noted(PATH, text).value).source.citation.unwrap();
        for lang in context().languages {
            assert_eq!(citation.get(lang).map(String::as_str), Some("Plan, 2024"));
        }
    }

    #[test]
    fn while_the_languages_of_the_site_are_unknown_every_language_is_taken() {
        let text = "title: { zh: 计划, fr: Plan }\nkind: news\ncitation: x\n";
        let read = read(&crate::base::SourcePath::new(PATH), text.as_bytes(), &Context::default());
        assert!(read.notes.is_empty());
        assert_eq!(source(read.value).source.title.text(Lang::new("fr").unwrap()), "Plan");
    }
}
