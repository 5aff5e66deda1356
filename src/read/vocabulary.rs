//! `content/vocabulary/…`: the words that cases are sorted by, and the glossary.

use super::Spanned;
use crate::base::SourcePath;
use crate::base::problem::Kind;
use crate::model::{GlossaryEntry, Term};

/// The words of one kind, each id once.
#[derive(Clone, Debug)]
pub struct VocabularyDraft {
    /// The file.
    pub path: SourcePath,
    /// Which words these are.
    pub kind: VocabularyKind,
    /// In the order of the file, a parent before its children; the span is that of the id.
    pub terms: Vec<Spanned<Term>>,
}

/// The glossary, each id once.
#[derive(Clone, Debug)]
pub struct GlossaryDraft {
    /// The file.
    pub path: SourcePath,
    /// In the order of the file; the span is that of the entry's first key.
    pub entries: Vec<Spanned<GlossaryEntry>>,
}

/// A vocabulary by the file it stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum VocabularyKind {
    /// `industries.yaml`, a tree.
    Industries,
    /// `regions.yaml`, a tree.
    Regions,
    /// `areas.yaml`
    Areas,
    /// `systems.yaml`
    Systems,
    /// `abilities.yaml`
    Abilities,
    /// `stages.yaml`, each with its period.
    Stages,
    /// `tags.yaml`
    Tags,
}

impl VocabularyKind {
    /// Every vocabulary, by its file's name without ending.
    pub const ALL: [(&'static str, Self); 7] = [
        ("industries", Self::Industries),
        ("regions", Self::Regions),
        ("areas", Self::Areas),
        ("systems", Self::Systems),
        ("abilities", Self::Abilities),
        ("stages", Self::Stages),
        ("tags", Self::Tags),
    ];

    /// What one of its words is.
    pub fn of_one(self) -> Kind {
        match self {
            Self::Industries => Kind::Industry,
            Self::Regions => Kind::Region,
            Self::Areas => Kind::Area,
            Self::Systems => Kind::System,
            Self::Abilities => Kind::Ability,
            Self::Stages => Kind::Stage,
            Self::Tags => Kind::Tag,
        }
    }
}
