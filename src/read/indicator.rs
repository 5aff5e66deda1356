//! `content/indicators/<id>.yaml`: what is measured, in what unit, and which way is better.

use super::Spanned;
use crate::base::{Id, Localized, SourcePath};
use crate::model::{Aggregation, Direction, Unit};

/// The definition of an indicator as its file gives it.
#[derive(Clone, Debug)]
pub struct IndicatorDraft {
    /// The file.
    pub path: SourcePath,
    /// From the file's name.
    pub id: Id,
    /// Its full name.
    pub name: Localized<String>,
    /// A shorter name.
    pub short: Option<Localized<String>>,
    /// What it measures.
    pub definition: Localized<String>,
    /// How it is computed.
    pub formula: Option<Localized<String>>,
    /// Unit of every value.
    pub unit: Unit,
    /// Decimals shown, 0 to 6.
    pub decimals: u32,
    /// Which way is better.
    pub direction: Direction,
    /// Whether a value below zero makes sense.
    pub can_be_negative: bool,
    /// Whether values can be added up.
    pub aggregation: Aggregation,
    /// The action area it belongs to.
    pub area: Option<Spanned<Id>>,
    /// The indicator it replaced.
    pub supersedes: Option<Spanned<Id>>,
}
