//! `<language>.md` in the folder of a case or page: its text in one language.

use super::Spanned;
use crate::base::{Id, Span};
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
    /// Charts that it asks for.
    pub charts: Vec<ChartDraft>,
}

/// A chart that a text asks for, with the places that refer to something.
#[derive(Clone, Debug)]
pub struct ChartDraft {
    /// The YAML inside the fence.
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
