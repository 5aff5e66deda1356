//! Enterprises with their figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Linker;
use super::figures::{Clerk, Ground, figures};
use crate::base::problem::Kind;
use crate::base::{Id, Notes, SourcePath};
use crate::model::{Enterprise, Media};
use crate::read::{EnterpriseDraft, FiguresDraft, Subject};

/// The industry of each enterprise.
pub(super) fn industries(drafts: &[EnterpriseDraft]) -> BTreeMap<Id, Id> {
    drafts.iter().map(|d| (d.id.clone(), d.industry.value.clone())).collect()
}

pub(super) fn all(
    linker: &mut Linker,
    drafts: Vec<EnterpriseDraft>,
    own_figures: &mut BTreeMap<Subject, FiguresDraft>,
    ground: &Ground<'_>,
    media: &BTreeMap<SourcePath, Media>,
) -> BTreeMap<Id, Arc<Enterprise>> {
    let with_figures: Vec<(EnterpriseDraft, Option<FiguresDraft>)> = drafts
        .into_iter()
        .map(|draft| {
            let figures = own_figures.remove(&Subject::Enterprise(draft.id.clone()));
            (draft, figures)
        })
        .collect();
    let (names, edition) = (&linker.names, linker.edition);
    let linked: Vec<(Option<Enterprise>, Notes)> = with_figures
        .into_par_iter()
        .map(|(draft, figures)| {
            let mut clerk = Clerk { names, edition, notes: Notes::new() };
            (one(&mut clerk, draft, figures, ground, media), clerk.notes)
        })
        .collect();
    let mut all = BTreeMap::new();
    for (enterprise, notes) in linked {
        all.extend(enterprise.map(|enterprise| (enterprise.id.clone(), Arc::new(enterprise))));
        linker.notes.extend(notes);
    }
    all
}

fn one(
    clerk: &mut Clerk<'_>,
    draft: EnterpriseDraft,
    own_figures: Option<FiguresDraft>,
    ground: &Ground<'_>,
    media: &BTreeMap<SourcePath, Media>,
) -> Option<Enterprise> {
    let path = &draft.path;
    let industry = clerk.names.check(&mut clerk.notes, path, Kind::Industry, &draft.industry);
    let region = clerk.names.check(&mut clerk.notes, path, Kind::Region, &draft.region);
    let figures = own_figures
        .map(|given| figures(clerk, &given, ground, industry.then_some(&draft.industry.value), None))
        .unwrap_or_default();
    let logo = ["png", "svg"]
        .map(|ending| SourcePath::from(format!("content/enterprises/{}/logo.{ending}", draft.id)))
        .into_iter()
        .find(|file| media.contains_key(file));
    (industry && region).then_some(Enterprise {
        id: draft.id,
        name: draft.name,
        short: draft.short,
        sort_as: draft.sort_as,
        industry: clerk.names.shared(Kind::Industry, &draft.industry.value),
        region: clerk.names.shared(Kind::Region, &draft.region.value),
        level: draft.level,
        founded: draft.founded,
        website: draft.website,
        recognitions: draft.recognitions,
        logo,
        figures,
    })
}
