//! `<language>.md` in the folder of a case or page: its text in one language.

use super::markdown::Assert;
use super::reader::Reader;
use super::{Spanned, chart_block, file, front_matter, markdown};
use crate::base::{Id, Lang, Problem, Span};
use crate::model::{ChartBlock, Claim, Prose};

/// A text in one language, and everything in it that refers to something else.
#[derive(Clone, Debug)]
pub struct ProseDraft {
    /// Whose text it is.
    pub owner: Owner,
    /// The text. Its `path` is the file that all spans here belong to.
    pub prose: Prose,
    /// Targets of links as written.
    pub links: Vec<Spanned<String>>,
    /// Targets of images as written.
    pub images: Vec<Spanned<String>>,
    /// Figures that the text asks the data for.
    pub claims: Vec<Spanned<Claim>>,
    /// Figures in the author's own words, with what the data should say.
    pub asserts: Vec<Assert>,
    /// Words that the author marks as no figure.
    pub no_figures: Vec<Span>,
    /// Charts that it asks for.
    pub charts: Vec<ChartDraft>,
}

/// A chart that a text asks for, with the places that refer to something.
#[derive(Clone, Debug)]
pub struct ChartDraft {
    /// The block, fences included.
    pub span: Span,
    /// What it asks for.
    pub block: ChartBlock,
    /// Where each of the block's `indicators` is named, in the same order.
    pub indicators: Vec<Span>,
    /// Where its `benchmark` is named.
    pub benchmark: Option<Span>,
}

/// Whose text or picture a file holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Owner {
    /// That of the case of that id.
    Case(Id),
    /// That of the page of that id.
    Page(Id),
}

/// Reads the text of `owner` in `lang`.
pub(super) fn read(owner: Owner, lang: Lang, r: &mut Reader<'_>) -> Option<ProseDraft> {
    let (front, body_at) = match front_matter::find(r.text) {
        Ok((yaml, body_at)) => (front_matter::read(yaml, lang, r), body_at),
        Err(problem) => {
            // Without front matter all of it may be text; with one that does not end, nobody can tell.
            let body_at = match problem {
                Problem::FrontMatterMissing => file::body_at(r.text),
                _ => r.text.len(),
            };
            let first_line = r.text.lines().next().unwrap_or_default().len();
            r.report(Span::new(file::body_at(r.text).min(first_line), first_line), problem);
            (None, body_at)
        }
    };
    // The body is looked at in any case, so that all problems are told at once.
    let survey = markdown::survey(r.path, r.text, body_at);
    r.notes.extend(survey.notes);
    let survey = survey.value;
    let charts = survey.charts.iter().filter_map(|chart| chart_block::read(chart, r)).collect();
    let front = front?;
    Some(ProseDraft {
        owner,
        prose: Prose {
            path: r.path.clone(),
            lang,
            title: front.title,
            subtitle: front.subtitle,
            summary: front.summary,
            translated_from: front.translated_from,
            text: r.text.to_owned(),
            body_at,
            headings: survey.headings,
        },
        links: survey.links,
        images: survey.images,
        claims: survey.claims,
        asserts: survey.asserts,
        no_figures: survey.no_figures,
        charts,
    })
}
