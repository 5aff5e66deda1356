//! `content/cases/<id>/case.yaml`: the facts of a case, the same in every language.

use super::Spanned;
use crate::base::{Date, Id, Localized, Moment, Period, PeriodRange, SourcePath};
use crate::model::{CaseKind, LinkStrength, Milestone};

/// The facts of a case as its file gives them.
#[derive(Clone, Debug)]
pub struct CaseDraft {
    /// The file.
    pub path: SourcePath,
    /// From the folder's name.
    pub id: Id,
    /// What it is about.
    pub kind: CaseKind,
    /// The enterprise it tells of.
    pub enterprise: Spanned<Id>,
    /// Other enterprises that took part. Like every list of ids here: each once.
    pub partners: Vec<Spanned<Id>>,
    /// Action areas, one to three; the first is the main one.
    pub areas: Vec<Spanned<Id>>,
    /// Management systems.
    pub systems: Vec<Spanned<Id>>,
    /// Value abilities.
    pub abilities: Vec<Spanned<Id>>,
    /// The campaign stage.
    pub stage: Option<Spanned<Id>>,
    /// When it happened.
    pub period: Option<PeriodRange>,
    /// Free tags.
    pub tags: Vec<Spanned<Id>>,
    /// The indicators that bear the story.
    pub indicators: Vec<Spanned<Id>>,
    /// How it bears on indicators.
    pub contributions: Vec<ContributionDraft>,
    /// What happened when.
    pub milestones: Vec<Milestone>,
    /// Its pictures; the first is the cover.
    pub images: Vec<ImageDraft>,
    /// The day it was published.
    pub published: Option<Date>,
    /// What its authors say about its readiness.
    pub status: Status,
    /// From when on it may be public.
    pub publish_on: Option<Moment>,
    /// Whether the home page shows it first.
    pub featured: bool,
    /// Cases to read next.
    pub related: Vec<Spanned<Id>>,
}

/// How ready a case is. What readers may see follows from it and the time of the build.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Still being written.
    Draft,
    /// Being reviewed.
    Review,
    /// Ready for the public.
    Published,
    /// Taken back.
    Withdrawn,
}

/// How a case bears on an indicator. `from` is before `to`.
#[derive(Clone, Debug)]
pub struct ContributionDraft {
    /// The indicator.
    pub indicator: Spanned<Id>,
    /// From this period …
    pub from: Spanned<Period>,
    /// … to this one.
    pub to: Spanned<Period>,
    /// How strong the link is.
    pub link: LinkStrength,
    /// How that was found.
    pub method: Option<Localized<String>>,
}

/// A picture that a case names.
#[derive(Clone, Debug)]
pub struct ImageDraft {
    /// The file, inside the case's folder; whether it exists is not known yet.
    pub file: Spanned<SourcePath>,
    /// What it shows.
    pub alt: Localized<String>,
    /// The line under it.
    pub caption: Option<Localized<String>>,
    /// Who made it.
    pub credit: Option<Localized<String>>,
}
