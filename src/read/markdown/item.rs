//! What a text is made of, in reading order.

use std::borrow::Cow;

use crate::base::Span;
use crate::model::Claim;

/// One piece of a text. Starts and ends are balanced.
#[derive(Clone, Debug, PartialEq)]
pub enum Item<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// The innermost open element ends.
    End,
    /// Words, never empty.
    Text(Cow<'a, str>),
    /// `` `code` `` inside a line.
    Code(Cow<'a, str>),
    /// A block of code, with its language if its author named one.
    CodeBlock {
        /// The first word after the fence.
        language: Option<Cow<'a, str>>,
        /// The code, with its last line break.
        code: Cow<'a, str>,
    },
    /// A line of the source ends where a space is read. Between Han characters there is no such item.
    SoftBreak,
    /// A line ends.
    HardBreak,
    /// A line across the text.
    Rule,
    /// A figure asked for: `{roe@2024}`.
    Claim(Claim),
    /// A figure in the author's own words, bound to the data: `[9.4%]{roe@2024}`.
    Assertion(Assertion<'a>),
    /// Words with digits that are no figure of an indicator: `[2022]{ok}`.
    NoFigure(Cow<'a, str>),
    /// A picture.
    Image {
        /// The file, as written; always relative.
        target: Cow<'a, str>,
        /// What it shows, for those who do not see it. Empty only where a problem says so.
        alt: String,
        /// The line under it.
        title: Option<Cow<'a, str>>,
    },
    /// A mark that leads to the footnote of that label, which is somewhere in the text.
    FootnoteMark(Cow<'a, str>),
    /// A chart to be drawn: the how manieth of the text, from 0.
    Chart(usize),
}

/// Words that claim to be a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Assertion<'a> {
    /// What the author says.
    pub said: Cow<'a, str>,
    /// Where that stands.
    pub said_at: Span,
    /// The figure it is bound to.
    pub claim: Claim,
    /// Where that stands, braces included.
    pub claim_at: Span,
}

/// A piece that holds others.
#[derive(Clone, Debug, PartialEq)]
pub enum Element<'a> {
    /// A paragraph.
    Paragraph,
    /// A heading: which one of the text's headings, from 0.
    Heading(usize),
    /// A quotation.
    Quote,
    /// A list: the first number if it is numbered.
    List(Option<u64>),
    /// One point of a list. Paragraphs stand in it only if the list is loose.
    Point,
    /// A footnote of that label. It may stand anywhere in the text.
    Footnote(Cow<'a, str>),
    /// A table, with the alignment of each column. It holds a head, then rows.
    Table(Vec<Alignment>),
    /// The head of a table; holds cells.
    Head,
    /// A row of a table; holds cells.
    Row,
    /// A cell of a table.
    Cell,
    /// `*words*`
    Emphasis,
    /// `**words**`
    Strong,
    /// `~~words~~`
    Deleted,
    /// A link whose scheme is allowed, or that is relative.
    Link {
        /// Where it leads, as written.
        target: Cow<'a, str>,
        /// More about it.
        title: Option<Cow<'a, str>>,
    },
}

/// How a table's column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the language has it.
    Start,
    /// To the other side, as figures are.
    End,
    /// In the middle.
    Center,
}
