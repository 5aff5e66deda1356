//! `content/enterprises/<id>/enterprise.yaml`: who an enterprise is.

use super::Spanned;
use crate::base::{Id, Localized, SourcePath};
use crate::model::{Level, Recognition};

/// An enterprise as its file gives it.
#[derive(Clone, Debug)]
pub struct EnterpriseDraft {
    /// The file.
    pub path: SourcePath,
    /// From the folder's name.
    pub id: Id,
    /// Its full name.
    pub name: Localized<String>,
    /// A shorter name.
    pub short: Option<Localized<String>>,
    /// Its reading in Latin letters, where the automatic order is wrong.
    pub sort_as: Option<String>,
    /// Its industry.
    pub industry: Spanned<Id>,
    /// Its region.
    pub region: Spanned<Id>,
    /// Who owns it.
    pub level: Option<Level>,
    /// The year it was founded.
    pub founded: Option<i16>,
    /// Its website.
    pub website: Option<String>,
    /// Awards and titles.
    pub recognitions: Vec<Recognition>,
}
