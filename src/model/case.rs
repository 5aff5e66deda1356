//! A case: a model enterprise as a whole, or one benchmarking project.

use super::figures::Figures;
use super::reason::Reason;
use super::text::Text;
use crate::base::{Date, Id, Localized, Period, PeriodRange, SourcePath};

/// A case study.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its folder's name, which becomes its address.
    pub id: Id,
    /// What it is about.
    pub kind: CaseKind,
    /// The enterprise it tells of.
    pub enterprise: Id,
    /// Other enterprises that took part.
    pub partners: Vec<Id>,
    /// Action areas, one to three; the first is the main one.
    pub areas: Vec<Id>,
    /// Management systems it touches.
    pub systems: Vec<Id>,
    /// Value abilities it builds.
    pub abilities: Vec<Id>,
    /// The campaign stage it belongs to.
    pub stage: Option<Id>,
    /// When it happened.
    pub period: Option<PeriodRange>,
    /// Free tags.
    pub tags: Vec<Id>,
    /// The indicators that bear the story; the first leads.
    pub indicators: Vec<Id>,
    /// How it bears on them.
    pub contributions: Vec<Contribution>,
    /// Why figures were chosen that could look picked.
    pub reasons: Vec<Reason>,
    /// What happened when.
    pub milestones: Vec<Milestone>,
    /// Its pictures; the first is the cover.
    pub pictures: Vec<Picture>,
    /// The day it was published.
    pub published: Option<Date>,
    /// Where it stands on its way to the public.
    pub standing: Standing,
    /// Whether the home page shows it first.
    pub featured: bool,
    /// Cases to read next.
    pub related: Vec<Id>,
    /// Figures of the project itself.
    pub figures: Figures,
    /// Its text, in the languages it exists in.
    pub texts: Localized<Text>,
}

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseKind {
    /// A model enterprise as a whole.
    Enterprise,
    /// A benchmarking project.
    Project,
}

impl CaseKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Enterprise, Self::Project];

    /// Its name in files and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enterprise => "enterprise",
            Self::Project => "project",
        }
    }
}

/// Where a case stands on its way to the public. Only a preview with drafts holds anything but `Public`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Published.
    Public,
    /// Still being written.
    Draft,
    /// Being reviewed.
    Review,
    /// Finished, to be published at a later time.
    Scheduled,
}

/// How a case bears on an indicator, and how that is known.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// The indicator.
    pub indicator: Id,
    /// From this period …
    pub from: Period,
    /// … to this one.
    pub to: Period,
    /// How strong the link is.
    pub link: LinkStrength,
    /// How that was found.
    pub method: Option<Localized<String>>,
}

/// How strongly a case is linked to an indicator's movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStrength {
    /// It is one of the causes.
    Contributed,
    /// Both happened together.
    Correlated,
    /// It is the cause.
    Attributed,
}

/// Something that happened on the way.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// When: a year, quarter or month.
    pub date: Period,
    /// What.
    pub text: Localized<String>,
}

/// A picture of a case.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file.
    pub file: SourcePath,
    /// What it shows, for those who do not see it.
    pub alt: Localized<String>,
    /// The line under it.
    pub caption: Option<Localized<String>>,
    /// Who made it.
    pub credit: Option<Localized<String>>,
}
