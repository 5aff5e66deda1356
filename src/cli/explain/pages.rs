//! The pages, embedded at compile time through one list.

use crate::base::Lang;

/// The page for `code`, in Chinese for those who read it, else in English; `None` if no problem has that code.
pub(crate) fn page(code: &str, lang: Lang) -> Option<&'static str> {
    let (_, zh, en) = PAGES.iter().find(|(name, ..)| *name == code)?;
    Some(if lang.is_chinese() { zh } else { en })
}

/// Code, page in Chinese, page in English, for each code of the list.
macro_rules! pages {
    ($($code:literal),* $(,)?) => {
        &[$((
            $code,
            include_str!(concat!("zh/", $code, ".md")),
            include_str!(concat!("en/", $code, ".md")),
        )),*]
    };
}

/// In the order of [`crate::base::Problem::CODES`]; a test keeps the two together.
const PAGES: &[(&str, &str, &str)] = pages![
    "file-too-large",
    "encoding-not-utf8",
    "nul-character",
    "file-unknown",
    "file-missing",
    "file-unreadable",
    "yaml-malformed",
    "yaml-duplicate-key",
    "yaml-feature-refused",
    "yaml-too-deep",
    "yaml-too-many-values",
    "key-unknown",
    "key-missing",
    "type-wrong",
    "value-unknown",
    "text-empty",
    "list-empty",
    "list-too-long",
    "list-repeats",
    "number-malformed",
    "number-out-of-range",
    "date-malformed",
    "moment-malformed",
    "period-malformed",
    "period-range-malformed",
    "id-malformed",
    "url-malformed",
    "language-unknown",
    "text-untranslated",
    "format-unsupported",
    "time-zone-unknown",
    "currency-malformed",
    "indicator-unknown",
    "benchmark-unknown",
    "source-unknown",
    "enterprise-unknown",
    "case-unknown",
    "page-unknown",
    "industry-unknown",
    "region-unknown",
    "area-unknown",
    "system-unknown",
    "ability-unknown",
    "stage-unknown",
    "tag-unknown",
    "glossary-entry-unknown",
    "id-duplicate",
    "reference-to-itself",
    "currency-missing",
    "currency-differs",
    "scale-misplaced",
    "sum-of-ratio",
    "benchmark-of-other-indicator",
    "benchmark-of-other-industry",
    "value-negative",
    "source-missing",
    "baseline-absent",
    "absence-unexplained",
    "indicator-without-figures",
    "bands-unordered",
    "prose-missing",
    "translation-missing",
    "front-matter-missing",
    "front-matter-unclosed",
    "html-shown-as-text",
    "comment-unclosed",
    "link-scheme-refused",
    "link-broken",
    "link-to-unpublished",
    "anchor-unknown",
    "heading-id-repeats",
    "heading-id-malformed",
    "section-untranslated",
    "heading-too-high",
    "image-unusable",
    "image-alt-missing",
    "claim-malformed",
    "claim-without-figure",
    "assertion-wrong",
    "chart-without-data",
    "theme-unknown",
    "template-broken",
    "theme-file-unused",
];
