//! Everything in a text that refers to something else, and every problem of the text itself.

use super::chart::ChartSource;
use super::item::{Element, Item};
use super::parse::{Parsed, parse};
use super::running;
use crate::base::{Noted, SourcePath, Span};
use crate::model::{Claim, Heading};
use crate::read::Spanned;
use crate::read::passage::Passages;

/// What a text holds besides words.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// Its headings in order.
    pub headings: Vec<Heading>,
    /// Targets of links, as written.
    pub links: Vec<Spanned<String>>,
    /// Targets of images, as written.
    pub images: Vec<Spanned<String>>,
    /// Figures asked for.
    pub claims: Vec<Spanned<Claim>>,
    /// Figures in the author's own words.
    pub asserts: Vec<Assert>,
    /// Words marked as no figure.
    pub no_figures: Vec<Span>,
    /// Everything else that is read as words.
    pub passages: Passages,
    /// Charts, in the order in which they are numbered when the text is set.
    pub charts: Vec<ChartSource>,
    /// The languages of its pieces of code, where they are named.
    pub code: Vec<String>,
}

/// A figure in the author's own words, and the one in the data that it is bound to.
#[derive(Clone, Debug, PartialEq)]
pub struct Assert {
    /// What the author says.
    pub said: Spanned<String>,
    /// What the data should say.
    pub claim: Spanned<Claim>,
}

/// Looks through the text of `file` that begins at byte `body_at` of `text`. Every problem that lies in the
/// text alone is noted here; setting it later finds none.
pub fn survey(file: &SourcePath, text: &str, body_at: usize) -> Noted<Survey> {
    let Parsed { items, headings, charts, problems } = parse(text, body_at);
    let headings = headings.into_iter().map(|heading| heading.value).collect();
    let mut survey = Survey { headings, charts, ..Survey::default() };
    running::collect(&items, text, &mut survey.passages);
    for (item, span) in items {
        match item {
            Item::Start(Element::Link { target, .. }) => {
                survey.links.push(Spanned { value: target.into_owned(), span });
            }
            Item::Image { target, .. } => survey.images.push(Spanned { value: target.into_owned(), span }),
            Item::Claim(value) => survey.claims.push(Spanned { value, span }),
            Item::Assertion(assertion) => survey.asserts.push(Assert {
                said: Spanned { value: assertion.said.into_owned(), span: assertion.said_at },
                claim: Spanned { value: assertion.claim, span: assertion.claim_at },
            }),
            Item::NoFigure(_) => survey.no_figures.push(span),
            Item::CodeBlock { language: Some(language), .. } => survey.code.push(language.into_owned()),
            _ => {}
        }
    }
    Noted { value: survey, notes: problems.into_notes(file) }
}
