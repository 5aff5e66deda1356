//! `casebook.yaml`: what holds for the whole site. Read first, because it names the languages.

use super::Spanned;
use crate::base::{Id, Lang, Localized, SourcePath};
use crate::model::{Filing, Publisher};

/// What `casebook.yaml` says.
#[derive(Clone, Debug)]
pub struct SiteDraft {
    /// The file.
    pub path: SourcePath,
    /// Name of the site.
    pub title: Localized<String>,
    /// One or two sentences about it.
    pub description: Localized<String>,
    /// A sentence shown on every page.
    pub notice: Option<Localized<String>>,
    /// Absolute address of its root, ending in `/`.
    pub base_url: String,
    /// Its languages, at least one, each once; the first is the default.
    pub languages: Vec<Lang>,
    /// Who answers for it.
    pub publisher: Publisher,
    /// IANA time zone, known to exist.
    pub timezone: String,
    /// Indicators that every industry is compared by.
    pub core_indicators: Vec<Spanned<Id>>,
    /// Filing numbers.
    pub filing: Filing,
    /// Name of the theme; empty span where the file names none.
    pub theme: Spanned<String>,
}
