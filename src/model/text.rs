//! A text with everything in it that refers to something else, resolved.

use super::chart_block::ChartBlock;
use super::claim::Claim;
use super::prose::Prose;
use crate::base::{Few, Id, SourcePath};

/// The text of a case or page in one language, ready to be set.
#[derive(Clone, Debug)]
pub struct Text {
    /// What the author wrote.
    pub prose: Prose,
    /// Where its links lead, by their targets as written; links to other hosts are not among them.
    pub links: Few<String, Destination>,
    /// The pictures it shows, by their targets as written.
    pub images: Few<String, SourcePath>,
    /// The charts it asks for, in order.
    pub charts: Vec<ChartBlock>,
    /// The figures that it asks the data for, in order; then those that it says in its own words.
    pub claims: Vec<Claim>,
    /// The languages of its pieces of code, where they are named.
    pub code: Vec<String>,
}

/// Where a link inside the casebook leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The thing.
    pub to: Subject,
    /// The place on its page.
    pub anchor: Option<String>,
}

/// Something that has a page, or a place on one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The text itself.
    Here,
    /// A case.
    Case(Id),
    /// An enterprise.
    Enterprise(Id),
    /// An indicator.
    Indicator(Id),
    /// A benchmark, on its indicator's page.
    Benchmark(Id),
    /// A source, on the page of sources.
    Source(Id),
    /// A free page.
    Page(Id),
    /// Something that is not public: the link's words are set without a link.
    Unpublished,
}

/// A picture as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// The SHA-256 of its content, in hexadecimal.
    pub hash: String,
    /// How many pixels it has.
    pub pixels: u64,
}
