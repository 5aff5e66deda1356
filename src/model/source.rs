//! Where figures come from.

use crate::base::{Date, Id, Localized};

/// A document or statement that figures are taken from.
#[derive(Clone, Debug)]
pub struct Source {
    /// How files refer to it.
    pub id: Id,
    /// Its title.
    pub title: Localized<String>,
    /// Who made it.
    pub producer: Option<Localized<String>>,
    /// What it is.
    pub kind: SourceKind,
    /// When it was published.
    pub published: Option<Date>,
    /// When it was last looked at.
    pub accessed: Option<Date>,
    /// Where it can be found.
    pub url: Option<String>,
    /// A ready citation.
    pub citation: Option<Localized<String>>,
    /// Under which terms it may be used.
    pub license: Option<String>,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// An enterprise's annual report.
    AnnualReport,
    /// A filing with a regulator or an exchange.
    Filing,
    /// Published statistics.
    Statistics,
    /// An internal record.
    Internal,
    /// An interview.
    Interview,
    /// A news report.
    News,
}

impl SourceKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::AnnualReport, Self::Filing, Self::Statistics, Self::Internal, Self::Interview, Self::News];

    /// Its name in files and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AnnualReport => "annual-report",
            Self::Filing => "filing",
            Self::Statistics => "statistics",
            Self::Internal => "internal",
            Self::Interview => "interview",
            Self::News => "news",
        }
    }
}
