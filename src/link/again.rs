//! Texts that were changed, linked into a casebook that is otherwise as it was.
//!
//! Most of what is written is text, and a text depends on everything while hardly anything depends on it. So it can be
//! judged at once. What it may change elsewhere, a look at the whole will tell: whether links from other texts still meet
//! its headings, and whether a case still looks picked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::Names;
use super::text::Anchors;
use super::{Edition, Linker, claims, sweep, text};
use crate::base::{Id, Lang, Localized, Noted, Notes, SourcePath};
use crate::measure::Comparisons;
use crate::model::{Casebook, Media, Text};
use crate::read::{Checks, Owner, ProseDraft};

/// What linking leaves behind for the next text.
#[derive(Clone, Debug)]
pub struct Remembered {
    names: Names,
    edition: Edition,
    languages: Vec<Lang>,
    checks: Checks,
    shown: Arc<BTreeSet<Id>>,
    anchors: Anchors,
    media: BTreeMap<SourcePath, Media>,
}

impl Remembered {
    pub(super) fn of(
        linker: Linker,
        anchors: Anchors,
        checks: Checks,
        media: BTreeMap<SourcePath, Media>,
    ) -> (Self, Notes) {
        let Linker { names, notes, edition, languages, shown, .. } = linker;
        (Self { names, edition, languages, checks, shown, anchors, media }, notes)
    }

    /// Links all texts of some cases and pages anew into `book`, in which nothing had errors. `None` where the texts have
    /// errors, or where the whole must be looked at.
    ///
    /// The notes are those of the texts alone.
    pub fn texts(&mut self, book: &Casebook, drafts: Vec<ProseDraft>) -> Noted<Option<Casebook>> {
        let owners: BTreeSet<Owner> = drafts.iter().map(|draft| draft.owner.clone()).collect();
        self.anchors.replace(&drafts);
        let mut linker = Linker {
            names: std::mem::take(&mut self.names),
            notes: Notes::new(),
            edition: self.edition,
            languages: self.languages.clone(),
            shown: Arc::clone(&self.shown),
            asked: Vec::new(),
            marks: BTreeMap::new(),
        };
        let mut texts = text::all(&mut linker, drafts, &self.anchors, &self.media);
        let mut book = book.clone();
        let is_whole = owners.iter().all(|owner| {
            let Some(texts) = linker.translations(owner, &mut texts) else { return false };
            let is_known =
                texts.iter().flat_map(|(_, text)| text.images.values()).all(|p| book.media.contains_key(p));
            is_known && replace(&mut book, owner, texts)
        });
        if is_whole {
            let comparisons = Comparisons::of(&book);
            let asked = std::mem::take(&mut linker.asked);
            claims::check(&mut linker, &asked, &comparisons);
            sweep::all(&asked, &comparisons, self.checks, None, &mut linker.notes);
        }
        let Linker { names, notes, .. } = linker;
        self.names = names;
        Noted { value: (is_whole && !notes.has_errors()).then_some(book), notes }
    }
}

/// Whether there is something to put these texts into.
fn replace(book: &mut Casebook, owner: &Owner, texts: Localized<Text>) -> bool {
    match owner {
        Owner::Case(id) => book.cases.get_mut(id).map(|case| Arc::make_mut(case).texts = texts).is_some(),
        Owner::Page(id) => book.pages.get_mut(id).map(|page| page.texts = texts).is_some(),
    }
}
