//! What each file of a site says, and all of it put together.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::sync::Arc;

use rayon::prelude::*;

use super::Sources;
use crate::base::{Notes, Place, Problem, SourcePath};
use crate::link::Drafts;
use crate::model::Media;
use crate::read::{self, Context, Draft, ProseDraft, Role, SiteDraft, Spanned, role};

/// What every file says. A copy shares it.
#[derive(Clone)]
pub(super) struct Readings {
    site: Option<SiteDraft>,
    site_notes: Notes,
    /// Every file, also those that say nothing to us.
    files: BTreeMap<SourcePath, Arc<Reading>>,
}

/// What one file says, and what is wrong with it.
#[derive(Clone)]
struct Reading {
    found: Found,
    notes: Notes,
}

/// What one file turned out to be.
#[derive(Clone)]
enum Found {
    Draft(Box<Draft>),
    Media(Media),
    Nothing,
}

impl Readings {
    /// Reads files, each by itself.
    pub(super) fn of(sources: &dyn Sources, files: &[SourcePath]) -> Self {
        let mut all = Self { site: None, site_notes: Notes::new(), files: BTreeMap::new() };
        all.read_site(sources);
        let context = all.context();
        // In order, so that the map is built in one go.
        let files: BTreeSet<&SourcePath> = files.iter().collect();
        let read: Vec<_> = files
            .into_par_iter()
            .filter_map(|path| Some((path.clone(), Arc::new(Reading::of(sources, path, &context)?))))
            .collect();
        all.files = read.into_iter().collect();
        all
    }

    /// Reads these files again, or forgets them where they are no longer there.
    pub(super) fn again(&mut self, sources: &dyn Sources, changed: &BTreeSet<SourcePath>) {
        if changed.contains(&site_file()) {
            let before = self.context();
            self.read_site(sources);
            if self.context().languages != before.languages {
                // Which languages there are decides what every file must have.
                let all: BTreeSet<SourcePath> = self.files.keys().chain(changed).cloned().collect();
                return self.read(sources, &all);
            }
        }
        self.read(sources, changed);
    }

    fn read(&mut self, sources: &dyn Sources, changed: &BTreeSet<SourcePath>) {
        let context = self.context();
        let read: Vec<_> =
            changed.par_iter().map(|path| (path, Reading::of(sources, path, &context))).collect();
        for (path, reading) in read {
            match reading {
                Some(reading) => self.files.insert(path.clone(), Arc::new(reading)),
                None => self.files.remove(path),
            };
        }
    }

    /// Every file.
    pub(super) fn files(&self) -> impl Iterator<Item = &SourcePath> {
        self.files.keys()
    }

    /// The name of the theme, as `casebook.yaml` has it.
    pub(super) fn theme(&self) -> Option<&Spanned<String>> {
        self.site.as_ref().map(|site| &site.theme)
    }

    /// Whether all of these files are there, and are texts.
    pub(super) fn are_texts(&self, paths: &BTreeSet<SourcePath>) -> bool {
        let is_text =
            |path: &SourcePath| matches!(role(path), Role::Prose(..)) && self.files.contains_key(path);
        !paths.is_empty() && paths.iter().all(is_text)
    }

    /// The texts in the folders of these files, and what is wrong with any of them.
    pub(super) fn texts_beside(&self, paths: &BTreeSet<SourcePath>) -> (Vec<ProseDraft>, Notes) {
        let (mut texts, mut notes) = (Vec::new(), Notes::new());
        let folders: BTreeSet<&str> = paths.iter().map(SourcePath::folder).collect();
        for folder in folders {
            let first = SourcePath::from(format!("{folder}/"));
            let inside = self.files.range::<SourcePath, _>(&first..);
            let inside = inside.take_while(|(path, _)| path.as_str().starts_with(first.as_str()));
            for (path, reading) in inside {
                let Reading { found, notes: problems } = &**reading;
                if let Role::Prose(..) = role(path) {
                    notes.extend(problems.clone());
                }
                if let Found::Draft(draft) = found
                    && let Draft::Prose(text) = &**draft
                {
                    texts.push(text.clone());
                }
            }
        }
        (texts, notes)
    }

    /// All drafts together, and all that is wrong with any of them.
    pub(super) fn into_drafts(self) -> (Drafts, Notes) {
        let mut notes = self.site_notes;
        let mut drafts =
            Drafts { site: self.site, files: self.files.keys().cloned().collect(), ..Drafts::default() };
        drafts.sorted.make_room(self.files.values().filter_map(|reading| match &reading.found {
            Found::Draft(draft) => Some(&**draft),
            _ => None,
        }));
        // What is shared is copied, which takes a while: there are whole texts in it.
        let read: Vec<_> =
            self.files.into_par_iter().map(|(path, reading)| (path, Arc::unwrap_or_clone(reading))).collect();
        for (path, Reading { found, notes: problems }) in read {
            match found {
                Found::Draft(draft) => drafts.sorted.add(*draft),
                Found::Media(media) => {
                    drafts.media.insert(path, media);
                }
                Found::Nothing => {}
            }
            notes.extend(problems);
        }
        drafts.broken = notes.files_with_errors().cloned().collect();
        (drafts, notes)
    }

    fn context(&self) -> Context {
        Context { languages: self.site.as_ref().map(|site| site.languages.clone()).unwrap_or_default() }
    }

    fn read_site(&mut self, sources: &dyn Sources) {
        let file = site_file();
        (self.site, self.site_notes) = if let Ok(bytes) = sources.read(&file) {
            let read = read::read_site(&file, &bytes);
            (read.value, read.notes)
        } else {
            let mut notes = Notes::new();
            notes.add(Place::whole(&file), Problem::FileMissing { name: file.to_string() });
            (None, notes)
        };
    }
}

impl Reading {
    /// Reads a file; `None` if it is gone.
    fn of(sources: &dyn Sources, path: &SourcePath, context: &Context) -> Option<Self> {
        let nothing = |notes: Notes| Some(Self { found: Found::Nothing, notes });
        let role = role(path);
        let bytes = match sources.read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(_) if says_nothing(&role) => return nothing(Notes::new()),
            Err(error) => {
                let mut notes = Notes::new();
                notes.add(Place::whole(path), Problem::FileUnreadable { reason: error.to_string() });
                return nothing(notes);
            }
        };
        if matches!(role, Role::Media(_) | Role::Logo(_)) {
            return match read::media::read(&bytes) {
                Ok(media) => Some(Self { found: Found::Media(media), notes: Notes::new() }),
                Err(fault) => {
                    let mut notes = Notes::new();
                    notes.add(Place::whole(path), read::media::unusable(path, fault));
                    nothing(notes)
                }
            };
        }
        if says_nothing(&role) {
            return nothing(Notes::new());
        }
        let read = read::read(path, &bytes, context);
        let found = read.value.map_or(Found::Nothing, |draft| Found::Draft(Box::new(draft)));
        Some(Self { found, notes: read.notes })
    }
}

/// Whether a file of that role is none of a draft’s: what holds for the whole site has been read before all others.
fn says_nothing(role: &Role) -> bool {
    matches!(role, Role::Foreign | Role::Site)
}

fn site_file() -> SourcePath {
    SourcePath::new("casebook.yaml")
}
