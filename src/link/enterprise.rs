//! Enterprises with their figures.

use std::collections::BTreeMap;

use super::Linker;
use super::figures::{Ground, figures};
use crate::base::problem::Kind;
use crate::base::{Id, SourcePath};
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
) -> BTreeMap<Id, Enterprise> {
    let mut all = BTreeMap::new();
    for draft in drafts {
        let path = &draft.path;
        let industry = linker.names.check(&mut linker.notes, path, Kind::Industry, &draft.industry);
        let region = linker.names.check(&mut linker.notes, path, Kind::Region, &draft.region);
        let figures = own_figures
            .remove(&Subject::Enterprise(draft.id.clone()))
            .map(|given| figures(linker, &given, ground, industry.then_some(&draft.industry.value), None))
            .unwrap_or_default();
        if !industry || !region {
            continue;
        }
        let logo = ["png", "svg"]
            .map(|ending| SourcePath::from(format!("content/enterprises/{}/logo.{ending}", draft.id)))
            .into_iter()
            .find(|file| media.contains_key(file));
        all.insert(
            draft.id.clone(),
            Enterprise {
                id: draft.id,
                name: draft.name,
                short: draft.short,
                sort_as: draft.sort_as,
                industry: draft.industry.value,
                region: draft.region.value,
                level: draft.level,
                founded: draft.founded,
                website: draft.website,
                recognitions: draft.recognitions,
                logo,
                figures,
            },
        );
    }
    all
}
