//! An enterprise: who it is, and its figures.

use super::figures::Figures;
use crate::base::{Id, Localized, SourcePath};

/// An enterprise.
#[derive(Clone, Debug)]
pub struct Enterprise {
    /// How files refer to it.
    pub id: Id,
    /// Its full name.
    pub name: Localized<String>,
    /// A shorter name for labels.
    pub short: Option<Localized<String>>,
    /// Its reading in Latin letters, where the automatic order is wrong.
    pub sort_as: Option<String>,
    /// Its industry.
    pub industry: Id,
    /// Its region.
    pub region: Id,
    /// Who owns it.
    pub level: Option<Level>,
    /// The year it was founded.
    pub founded: Option<i16>,
    /// Its website.
    pub website: Option<String>,
    /// Awards and titles it holds.
    pub recognitions: Vec<Recognition>,
    /// Its logo.
    pub logo: Option<SourcePath>,
    /// Its figures.
    pub figures: Figures,
}

impl Enterprise {
    /// The name for a label: the short one where there is one.
    pub fn label(&self) -> &Localized<String> {
        self.short.as_ref().unwrap_or(&self.name)
    }
}

/// Who owns an enterprise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The central government.
    Central,
    /// A province.
    Provincial,
    /// A city.
    Municipal,
    /// Anyone else.
    Other,
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 4] = [Self::Central, Self::Provincial, Self::Municipal, Self::Other];

    /// Its name in files and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Central => "central",
            Self::Provincial => "provincial",
            Self::Municipal => "municipal",
            Self::Other => "other",
        }
    }
}

/// An award or title.
#[derive(Clone, Debug)]
pub struct Recognition {
    /// The year it was given.
    pub year: i16,
    /// What it is called.
    pub title: Localized<String>,
    /// Who gave it.
    pub by: Option<Localized<String>>,
}
