//! An example of every view: templates are tried with them when a theme is loaded, and theme authors read them as JSON.
//!
//! The enterprise and its figures are invented. Each view comes three times: complete in Chinese, complete in English,
//! and as bare as it may be, because most slips of a template show where something is empty.

mod case;
mod collections;
mod indicators;
mod parts;
mod plain;
mod sources;

use serde_json::Value;

use super::{
    Card, CaseList, CasePage, ComparePage, EnterpriseList, EnterprisePage, FreePage, GlossaryPage, Home,
    IndicatorPage, IndustryPage, MatrixPage, NotFound, SearchPage, SourceList, SourcePage, TermList,
    TermPage, View,
};

/// A view as its template sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The template's file name.
    pub template: &'static str,
    /// The view's fields; those of the site and the interface words are added when it is rendered.
    pub view: Value,
}

/// Every view with every template it has, in a fixed order.
pub fn all() -> Vec<Sample> {
    let mut samples = Vec::new();
    try_out::<Home>(&mut samples);
    try_out::<CasePage>(&mut samples);
    try_out::<CaseList>(&mut samples);
    try_out::<EnterprisePage>(&mut samples);
    try_out::<EnterpriseList>(&mut samples);
    try_out::<IndustryPage>(&mut samples);
    try_out::<TermPage>(&mut samples);
    try_out::<TermList>(&mut samples);
    try_out::<MatrixPage>(&mut samples);
    try_out::<IndicatorPage>(&mut samples);
    try_out::<SourceList>(&mut samples);
    try_out::<SourcePage>(&mut samples);
    try_out::<GlossaryPage>(&mut samples);
    try_out::<SearchPage>(&mut samples);
    try_out::<ComparePage>(&mut samples);
    try_out::<FreePage>(&mut samples);
    try_out::<NotFound>(&mut samples);
    try_out::<Card>(&mut samples);
    samples
}

fn try_out<V: View + Example>(samples: &mut Vec<Sample>) {
    for view in [V::full(Tongue::Zh), V::full(Tongue::En), V::bare()] {
        let view = serde_json::to_value(view).expect("a view is a map of strings, numbers and lists");
        samples.push(Sample { template: V::TEMPLATE, view });
    }
}

/// A view that has examples.
trait Example: Sized {
    /// Every field filled.
    fn full(tongue: Tongue) -> Self;

    /// Every field that may be empty is.
    fn bare() -> Self;
}

/// The language of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tongue {
    Zh,
    En,
}

impl Tongue {
    /// The words in this language.
    fn of(self, zh: &str, en: &str) -> String {
        match self {
            Self::Zh => zh.to_owned(),
            Self::En => en.to_owned(),
        }
    }

    /// Value for `lang`.
    fn lang(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }

    /// The other one.
    fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

macro_rules! views {
    ($($view:ident $template:literal)*) => {$(
        impl View for $view {
            const TEMPLATE: &'static str = $template;

            fn sample() -> Self {
                Self::full(Tongue::Zh)
            }
        }
    )*};
}

views! {
    Home "home.html"
    CasePage "case.html"
    CaseList "case-list.html"
    EnterprisePage "enterprise.html"
    EnterpriseList "enterprise-list.html"
    IndustryPage "industry.html"
    TermPage "term.html"
    TermList "term-list.html"
    MatrixPage "matrix.html"
    IndicatorPage "indicator.html"
    SourceList "source-list.html"
    SourcePage "source.html"
    GlossaryPage "glossary.html"
    SearchPage "search.html"
    ComparePage "compare.html"
    FreePage "page.html"
    NotFound "404.html"
    Card "card.html"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, Notes};
    use crate::theme::Theme;
    use crate::view::chrome::SiteChrome;

    /// Bytes that the style sheet of the whole site may have, which every reader waits for.
    const STYLE_BUDGET: usize = 30 * 1024;

    /// Bytes that the one for paper may have, which browsers fetch after everything else.
    const PRINT_BUDGET: usize = 4 * 1024;

    /// Bytes that all scripts of the site may have together.
    const SCRIPT_BUDGET: usize = 30 * 1024;

    fn built_in_theme() -> Theme {
        let mut notes = Notes::new();
        let theme = Theme::load(&Vec::new(), &mut notes);
        assert!(notes.is_empty());
        theme
    }

    #[test]
    fn the_built_in_theme_shows_every_sample_without_inline_style_or_script() {
        let theme = built_in_theme();
        for lang in [Lang::ZH, Lang::EN] {
            let shared = theme.share(lang, &SiteChrome::sample(&theme));
            for Sample { template, view } in all() {
                let html =
                    theme.render(template, &view, &shared).unwrap_or_else(|why| panic!("{template}: {why}"));
                for forbidden in ["<script>", "<style", " style=", "javascript:", "data:"] {
                    assert!(!html.contains(forbidden), "{template} has `{forbidden}`");
                }
            }
        }
    }

    #[test]
    fn text_in_a_sample_cannot_become_markup() {
        let theme = built_in_theme();
        let shared = theme.share(Lang::EN, &SiteChrome::sample(&theme));
        let hostile = "<b onclick='x'>\"&";
        let mut case = CasePage::sample();
        for text in
            [&mut case.title, &mut case.subtitle, &mut case.summary, &mut case.page.title, &mut case.kind]
        {
            hostile.clone_into(text);
        }
        case.milestones[0].text = hostile.into();
        case.facts[0].items[0].text = hostile.into();
        case.enterprise.text = hostile.into();
        let html = theme.render(CasePage::TEMPLATE, &case, &shared).expect("the template takes any text");
        assert!(!html.contains("<b "), "{html}");
        assert!(html.contains("&lt;b "));
    }

    #[test]
    fn the_style_sheets_keep_to_their_budgets() {
        let theme = built_in_theme();
        for (name, budget) in [("site.css", STYLE_BUDGET), ("print.css", PRINT_BUDGET)] {
            let css = theme.assets().iter().find(|asset| asset.name == name).expect("there is a style sheet");
            assert!(css.bytes.len() <= budget, "{name} has {} bytes", css.bytes.len());
        }
    }

    #[test]
    fn the_scripts_of_the_whole_site_keep_to_their_budget() {
        let theme = built_in_theme();
        let scripts = theme.assets().iter().filter(|asset| asset.name.starts_with("scripts/"));
        let bytes: usize = scripts.map(|asset| asset.bytes.len()).sum();
        assert!(bytes <= SCRIPT_BUDGET, "{bytes} bytes");
    }

    #[test]
    fn every_view_is_tried_in_two_languages_and_bare() {
        let samples = all();
        for template in samples.iter().map(|sample| sample.template) {
            assert_eq!(samples.iter().filter(|sample| sample.template == template).count(), 3, "{template}");
        }
    }

    #[test]
    fn a_sample_leaves_no_list_and_no_string_empty_that_could_hide_a_slip() {
        let case = serde_json::to_value(CasePage::sample()).expect("a view is a map");
        let fields = case.as_object().expect("a view is a map");
        for (name, value) in fields.iter().filter(|(name, _)| *name != "mark") {
            let is_empty = match value {
                Value::Null => true,
                Value::String(words) => words.is_empty(),
                Value::Array(items) => items.is_empty(),
                _ => false,
            };
            assert!(!is_empty, "`{name}` is empty");
        }
    }

    #[test]
    fn a_bare_case_has_nothing_but_what_it_must() {
        let case = CasePage::bare();
        assert!(case.headline.is_none() && case.cover.is_none() && case.facts.is_empty());
        assert!(case.summary.is_empty() && case.scorecard.0.is_empty() && case.related.is_empty());
    }
}
