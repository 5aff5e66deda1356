//! One state of a site that is being written.

use std::sync::Arc;

use super::{Sources, Tools, quotable};
use crate::base::{Diagnostic, Notes, Place, Severity, SitePath, SourcePath};
use crate::emit::{Showing, Trouble};
use crate::plan::{PageId, address};
use crate::read::{Owner, Role, Subject, role};

/// What the files came to at one moment.
pub struct Edition {
    number: u64,
    diagnostics: Vec<Diagnostic>,
    hushed: Vec<Place>,
    /// Everything that is sound now.
    newest: Option<Arc<Showing>>,
    /// The last state that had no errors: what cannot be shown now is shown as it was then.
    sound: Option<Arc<Showing>>,
}

impl Edition {
    pub(super) fn first(showing: Option<Arc<Showing>>, notes: Notes) -> Self {
        Self::of(1, showing, None, notes)
    }

    /// The edition after this one.
    pub(super) fn next(&self, showing: Option<Arc<Showing>>, notes: Notes) -> Self {
        Self::of(self.number + 1, showing, self.sound.clone(), notes)
    }

    fn of(number: u64, newest: Option<Arc<Showing>>, sound: Option<Arc<Showing>>, notes: Notes) -> Self {
        let mut hushed = notes.hushed().to_vec();
        hushed.sort();
        let sound = if notes.has_errors() { sound } else { newest.clone() };
        Self { number, diagnostics: notes.into_sorted(), hushed, newest, sound }
    }

    /// Grows from edition to edition.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Every problem, sorted by file and place, as `check` tells them.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether anything is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity() == Severity::Error)
    }

    /// A file's text as reports may quote it: what is withheld is blotted out, and everything stays in its place.
    pub fn quotable(&self, file: &SourcePath, text: String) -> String {
        quotable(&self.hushed, file, text)
    }

    /// One file of the site, rendered now; `None` if there is none of that name. What has errors is shown as it was before
    /// it had them.
    pub fn file(
        &self,
        tools: Tools<'_>,
        sources: &dyn Sources,
        path: &SitePath,
    ) -> Result<Option<Vec<u8>>, Trouble> {
        let picture = |source: &SourcePath| sources.read(source);
        let ask = |showing: &Option<Arc<Showing>>| match showing {
            Some(showing) => showing.file(path, &picture, tools.store, &tools.studio()),
            None => Ok(None),
        };
        match ask(&self.newest) {
            Ok(Some(file)) => Ok(Some(file)),
            _ if self.newest.is_none() => ask(&self.sound),
            otherwise => match ask(&self.sound) {
                Ok(Some(file)) => Ok(Some(file)),
                _ => otherwise,
            },
        }
    }

    /// Where the site will be published: `https://example.org/showcase/`.
    pub fn base_url(&self) -> Option<&str> {
        Some(&self.newest.as_ref().or(self.sound.as_ref())?.book().site.base_url)
    }

    /// The page on which what a source file says is seen first, if that is one page.
    pub fn page_of(&self, source: &SourcePath) -> Option<SitePath> {
        let book = self.newest.as_ref().or(self.sound.as_ref())?.book();
        let first = book.site.default_language();
        let (lang, page) = match role(source) {
            Role::Prose(Owner::Case(id), lang) => (lang, PageId::Case(id)),
            Role::Prose(Owner::Page(id), lang) => (lang, PageId::Free(id)),
            Role::Case(id) | Role::Figures(Subject::Case(id)) | Role::Media(Owner::Case(id)) => {
                (book.cases.get(&id)?.texts.pick(first).1, PageId::Case(id))
            }
            Role::Enterprise(id) | Role::Figures(Subject::Enterprise(id)) | Role::Logo(id) => {
                (first, PageId::Enterprise(id))
            }
            Role::Indicator(id) => (first, PageId::Indicator(id)),
            Role::Source(id) => (first, PageId::Source { id, number: 1 }),
            Role::Glossary => (first, PageId::Glossary),
            _ => return None,
        };
        Some(address::of(lang, &page))
    }
}
