//! Cases: their facts first, then, when every text is known, whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Linker;
use super::figures::{Clerk, Ground, figures};
use super::selection::Marks;
use crate::base::problem::{ImageFault, Kind};
use crate::base::{Id, Lang, Notes, Place, Problem, SourcePath};
use crate::model::{Case, Casebook, Contribution, Enterprise, Figures, Media, Picture, Standing, Text};
use crate::read::{CaseDraft, FiguresDraft, Owner, Status, Subject};

/// A case whose references are checked, still without its texts.
pub(super) struct Facts {
    draft: CaseDraft,
    standing: Standing,
    figures: Figures,
    pictures: Vec<Picture>,
}

impl Facts {
    pub(super) fn id(&self) -> &Id {
        &self.draft.id
    }

    pub(super) fn standing(&self) -> Standing {
        self.standing
    }
}

/// Checks the facts of every case, also of those that this edition does not show; a withdrawn one ends here.
pub(super) fn facts(
    linker: &mut Linker,
    drafts: Vec<CaseDraft>,
    own_figures: &mut BTreeMap<Subject, FiguresDraft>,
    ground: &Ground<'_>,
    industries_of: &BTreeMap<Id, Id>,
    enterprises: &BTreeMap<Id, Arc<Enterprise>>,
    media: &BTreeMap<SourcePath, Media>,
) -> Vec<Facts> {
    let mut all = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let industry = industries_of.get(&draft.enterprise.value);
        let above = enterprises.get(&draft.enterprise.value).map(Arc::as_ref);
        let figures = own_figures
            .remove(&Subject::Case(draft.id.clone()))
            .map(|given| {
                let mut clerk = Clerk { names: &linker.names, edition: linker.edition, notes: Notes::new() };
                let figures = figures(&mut clerk, &given, ground, industry, above);
                let notes = clerk.notes;
                linker.notes.extend(notes);
                figures
            })
            .unwrap_or_default();
        let pictures = pictures(linker, &draft, media);
        let sound = check_references(linker, &draft);
        if !sound {
            linker.names.mark_broken(Owner::Case(draft.id.clone()));
        }
        if let Some(standing) = standing(&draft, linker).filter(|_| sound) {
            all.push(Facts { draft, standing, figures, pictures });
        }
    }
    all
}

/// Where a case stands on its way to the public; `None` if it was withdrawn.
fn standing(draft: &CaseDraft, linker: &Linker) -> Option<Standing> {
    let standing = match draft.status {
        Status::Withdrawn => return None,
        Status::Draft => Standing::Draft,
        Status::Review => Standing::Review,
        Status::Published if draft.publish_on.is_some_and(|on| on > linker.edition.at) => Standing::Scheduled,
        Status::Published => Standing::Public,
    };
    Some(standing)
}

/// Looks up everything a case refers to; whether what it cannot stand without is there.
fn check_references(linker: &mut Linker, draft: &CaseDraft) -> bool {
    let (names, notes, path) = (&linker.names, &mut linker.notes, &draft.path);
    let mut sound = names.check(notes, path, Kind::Enterprise, &draft.enterprise);
    let lists = [
        (Kind::Enterprise, &draft.partners),
        (Kind::Area, &draft.areas),
        (Kind::System, &draft.systems),
        (Kind::Ability, &draft.abilities),
        (Kind::Indicator, &draft.indicators),
        (Kind::Case, &draft.related),
    ];
    for (kind, ids) in lists {
        sound &= names.known_all(notes, path, kind, ids).len() == ids.len();
    }
    if let Some(stage) = &draft.stage {
        sound &= names.check(notes, path, Kind::Stage, stage);
    }
    for contribution in &draft.contributions {
        sound &= names.check(notes, path, Kind::Indicator, &contribution.indicator);
    }
    for indicator in draft.reasons.iter().filter_map(|reason| reason.indicator.as_ref()) {
        sound &= names.check(notes, path, Kind::Indicator, indicator);
    }
    for id in draft.related.iter().filter(|id| id.value == draft.id) {
        notes.add(Place::new(path, id.span), Problem::ReferenceToItself { id: id.value.to_string() });
        sound = false;
    }
    sound
}

fn pictures(linker: &mut Linker, draft: &CaseDraft, media: &BTreeMap<SourcePath, Media>) -> Vec<Picture> {
    let mut pictures = Vec::new();
    for image in &draft.images {
        if media.contains_key(&image.file.value) {
            pictures.push(Picture {
                file: image.file.value.clone(),
                alt: image.alt.clone(),
                caption: image.caption.clone(),
                credit: image.credit.clone(),
            });
        } else if !linker.names.is_file(&image.file.value) {
            let target = image.file.value.to_string();
            let problem = Problem::ImageUnusable { target, fault: ImageFault::Missing };
            linker.notes.add(Place::new(&draft.path, image.file.span), problem);
        }
    }
    pictures
}

/// Puts facts and texts together.
pub(super) fn complete(
    linker: &mut Linker,
    book: &mut Casebook,
    facts: Vec<Facts>,
    texts: &mut BTreeMap<Owner, Vec<(Lang, Text)>>,
) {
    for Facts { draft, standing, figures, pictures } in facts {
        let Some(texts) = linker.translations(&Owner::Case(draft.id.clone()), texts) else { continue };
        let Some(enterprise) = book.enterprises.get(&draft.enterprise.value) else { continue };
        for indicator in &draft.indicators {
            let id = &indicator.value;
            let known = book.indicators.contains_key(id);
            let has = |figures: &Figures| figures.observations.contains_key(id);
            if known && !has(&figures) && !has(&enterprise.figures) {
                let problem = Problem::IndicatorWithoutFigures { indicator: id.to_string() };
                linker.notes.add(Place::new(&draft.path, indicator.span), problem);
            }
        }
        linker.marks.insert(draft.id.clone(), Marks::of(&draft));
        let names = &linker.names;
        let case = Case {
            id: draft.id.clone(),
            kind: draft.kind,
            enterprise: enterprise.id.clone(),
            partners: names.shared_all(Kind::Enterprise, &draft.partners),
            areas: names.shared_all(Kind::Area, &draft.areas),
            systems: names.shared_all(Kind::System, &draft.systems),
            abilities: names.shared_all(Kind::Ability, &draft.abilities),
            stage: draft.stage.map(|stage| names.shared(Kind::Stage, &stage.value)),
            period: draft.period,
            tags: names.shared_all(Kind::Tag, &draft.tags),
            indicators: names.shared_all(Kind::Indicator, &draft.indicators),
            contributions: draft
                .contributions
                .into_iter()
                .map(|c| Contribution {
                    indicator: names.shared(Kind::Indicator, &c.indicator.value),
                    from: c.from.value,
                    to: c.to.value,
                    link: c.link,
                    method: c.method,
                })
                .collect(),
            // Known when every text is: see `selection`.
            reasons: Vec::new(),
            milestones: draft.milestones,
            pictures,
            published: draft.published,
            standing,
            featured: draft.featured,
            related: names.shared_all(Kind::Case, &draft.related),
            figures,
            texts,
        };
        book.cases.insert(draft.id, Arc::new(case));
    }
}
