//! What exists by which name: the register that references are looked up in.

use std::collections::{BTreeMap, BTreeSet};

use super::Drafts;
use crate::base::nearest::nearest;
use crate::base::problem::Kind;
use crate::base::{Id, Lang, Notes, Place, Problem, SourcePath};
use crate::read::{Owner, Role, Spanned, Subject, role};

/// Every id of every kind. A thing whose file is broken is known all the same: its own file says what is wrong,
/// and nobody who refers to it is blamed a second time.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    known: BTreeMap<Kind, BTreeSet<Id>>,
    /// Vocabularies whose file could not be read: references into them are taken on trust.
    unreadable: BTreeSet<Kind>,
    texts: BTreeSet<(Owner, Lang)>,
    files: BTreeSet<SourcePath>,
    /// Files with an error.
    faulty: BTreeSet<SourcePath>,
    /// Cases and pages with an error in any of their files.
    broken: BTreeSet<Owner>,
    /// Files in the folders of cases and enterprises, apart from the one that makes them so.
    folders: Vec<(Subject, SourcePath)>,
}

impl Names {
    pub(super) fn of(drafts: &Drafts) -> Self {
        let mut names = Self {
            known: BTreeMap::new(),
            unreadable: BTreeSet::new(),
            texts: BTreeSet::new(),
            files: drafts.files.clone(),
            broken: drafts.broken.iter().filter_map(owner).collect(),
            faulty: drafts.broken.clone(),
            folders: Vec::new(),
        };
        for path in &drafts.files {
            match role(path) {
                Role::Indicator(id) => names.add(Kind::Indicator, id),
                Role::Benchmark(id) => names.add(Kind::Benchmark, id),
                Role::Source(id) => names.add(Kind::Source, id),
                Role::Enterprise(id) => names.add(Kind::Enterprise, id),
                Role::Case(id) => names.add(Kind::Case, id),
                Role::Vocabulary(kind) => {
                    names.unreadable.insert(kind.of_one());
                }
                Role::Prose(owner, lang) => {
                    match &owner {
                        Owner::Case(id) => names.folders.push((Subject::Case(id.clone()), path.clone())),
                        Owner::Page(id) => names.add(Kind::Page, id.clone()),
                    }
                    names.texts.insert((owner, lang));
                }
                Role::Figures(Subject::Case(id)) | Role::Media(Owner::Case(id)) => {
                    names.folders.push((Subject::Case(id), path.clone()));
                }
                Role::Figures(Subject::Enterprise(id)) | Role::Logo(id) => {
                    names.folders.push((Subject::Enterprise(id), path.clone()));
                }
                Role::Site
                | Role::Glossary
                | Role::Media(Owner::Page(_))
                | Role::Foreign
                | Role::Misnamed { .. }
                | Role::Unknown { .. } => {}
            }
        }
        for vocabulary in &drafts.sorted.vocabularies {
            let kind = vocabulary.kind.of_one();
            if !drafts.broken.contains(&vocabulary.path) {
                names.unreadable.remove(&kind);
            }
            for term in &vocabulary.terms {
                names.add(kind, term.value.id.clone());
            }
        }
        names
    }

    fn add(&mut self, kind: Kind, id: Id) {
        self.known.entry(kind).or_default().insert(id);
    }

    /// The id of something of that kind, if it exists.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<&Id> {
        self.known.get(&kind)?.get(id)
    }

    /// Whether something of that kind and id exists.
    pub(super) fn has(&self, kind: Kind, id: &Id) -> bool {
        self.find(kind, id.as_str()).is_some()
    }

    /// The same id, as the register has it. Files name an indicator a hundred thousand times: what is kept of them keeps its
    /// name once.
    pub(super) fn shared(&self, kind: Kind, id: &Id) -> Id {
        self.find(kind, id.as_str()).unwrap_or(id).clone()
    }

    /// Ids of one kind, likewise.
    pub(super) fn shared_all(&self, kind: Kind, ids: &[Spanned<Id>]) -> Vec<Id> {
        ids.iter().map(|id| self.shared(kind, &id.value)).collect()
    }

    /// Every file there is.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(SourcePath::as_str)
    }

    /// Whether there is such a file.
    pub(super) fn is_file(&self, path: &SourcePath) -> bool {
        self.files.contains(path)
    }

    /// Whether there is an error in the file at `path`.
    pub(super) fn is_faulty(&self, path: String) -> bool {
        self.faulty.contains(&SourcePath::from(path))
    }

    /// Whether there is an error in what an enterprise's own files say: then nobody knows what it has to say, nor what
    /// it wants to keep to itself.
    pub(super) fn is_faulty_enterprise(&self, id: &Id) -> bool {
        ["enterprise", "indicators"]
            .iter()
            .any(|name| self.is_faulty(format!("content/enterprises/{id}/{name}.yaml")))
    }

    /// Whether that is so of any enterprise.
    pub(super) fn has_faulty_enterprises(&self) -> bool {
        self.faulty.iter().any(|path| path.as_str().starts_with("content/enterprises/"))
    }

    /// Remembers that a case or page has errors, so that nobody who refers to it is blamed.
    pub(super) fn mark_broken(&mut self, owner: Owner) {
        self.broken.insert(owner);
    }

    /// Whether a case or page has errors in its own files.
    pub(super) fn is_broken(&self, owner: &Owner) -> bool {
        self.broken.contains(owner)
    }

    /// Whether there is a text of that language, usable or not.
    pub(super) fn has_text(&self, owner: &Owner, lang: Lang) -> bool {
        self.texts.contains(&(owner.clone(), lang))
    }

    /// All ids of a kind.
    pub(super) fn all(&self, kind: Kind) -> impl Iterator<Item = &Id> {
        self.known.get(&kind).into_iter().flatten()
    }

    /// Looks up a reference; one that leads nowhere is noted, and a reader is told what there is.
    pub(super) fn check(&self, notes: &mut Notes, file: &SourcePath, kind: Kind, id: &Spanned<Id>) -> bool {
        if self.has(kind, &id.value) || self.unreadable.contains(&kind) {
            return true;
        }
        notes.add(Place::new(file, id.span), self.unknown(kind, id.value.as_str()));
        false
    }

    /// Looks up a list of references and keeps those that lead somewhere.
    pub(super) fn known_all(
        &self,
        notes: &mut Notes,
        file: &SourcePath,
        kind: Kind,
        ids: &[Spanned<Id>],
    ) -> Vec<Id> {
        ids.iter().filter(|id| self.check(notes, file, kind, id)).map(|id| id.value.clone()).collect()
    }

    /// What is said about an id that leads nowhere.
    pub(super) fn unknown(&self, kind: Kind, id: &str) -> Problem {
        let known = || self.all(kind).map(Id::as_str);
        Problem::ReferenceUnknown {
            kind,
            id: id.to_owned(),
            suggestion: nearest(id, known()),
            known: known().take(11).map(str::to_owned).collect(),
        }
    }

    /// Folders of a case or enterprise without `case.yaml` or `enterprise.yaml`: one of their files, and what is missing.
    pub(super) fn incomplete_folders(&self) -> Vec<(SourcePath, &'static str)> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for (owner, path) in &self.folders {
            let (kind, id, file) = match owner {
                Subject::Case(id) => (Kind::Case, id, "case.yaml"),
                Subject::Enterprise(id) => (Kind::Enterprise, id, "enterprise.yaml"),
            };
            if !self.has(kind, id) && seen.insert(owner.clone()) {
                found.push((path.clone(), file));
            }
        }
        found
    }

    /// Cases without a text in any language: their `case.yaml`, and their folder.
    pub(super) fn cases_without_text(&self) -> Vec<(SourcePath, String)> {
        let told: BTreeSet<&Id> = self
            .texts
            .iter()
            .filter_map(|(owner, _)| if let Owner::Case(id) = owner { Some(id) } else { None })
            .collect();
        self.all(Kind::Case)
            .filter(|id| !told.contains(id))
            .map(|id| {
                (SourcePath::from(format!("content/cases/{id}/case.yaml")), format!("content/cases/{id}"))
            })
            .filter(|(path, _)| self.files.contains(path))
            .collect()
    }
}

/// The case or page that a file belongs to.
fn owner(path: &SourcePath) -> Option<Owner> {
    match role(path) {
        Role::Case(id) | Role::Figures(Subject::Case(id)) => Some(Owner::Case(id)),
        Role::Prose(owner, _) => Some(owner),
        _ => None,
    }
}
