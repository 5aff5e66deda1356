//! The text of a case or page in one language.

use crate::base::{Lang, SourcePath, Span};

/// A text in one language, kept as its author wrote it until a page is set from it.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The file it stands in.
    pub path: SourcePath,
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// A second line under the title.
    pub subtitle: Option<String>,
    /// Two or three sentences for lists and shared links.
    pub summary: Option<String>,
    /// The language it was translated from.
    pub translated_from: Option<Lang>,
    /// The whole file, front matter included, so that byte positions hold.
    pub text: String,
    /// Where the body begins in `text`, in bytes.
    pub body_at: usize,
    /// Its headings in order.
    pub headings: Vec<Heading>,
}

impl Prose {
    /// The body, in Markdown.
    pub fn body(&self) -> &str {
        &self.text[self.body_at..]
    }
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its anchor.
    pub id: String,
    /// 2 to 6.
    pub level: u8,
    /// Its words without markup.
    pub text: String,
    /// Whether the author gave the anchor: only then do languages share it.
    pub explicit: bool,
    /// Where it stands in its file.
    pub span: Span,
}
