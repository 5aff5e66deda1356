//! A site that is kept in memory while people write: what changes is read again, and pages are made when they are asked for.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use super::edition::Edition;
use super::readings::Readings;
use super::{Sources, Tools, Wish, link_all, read_theme};
use crate::base::{Notes, SourcePath};
use crate::emit::{self, Showing};
use crate::model::Casebook;
use crate::theme::Theme;
use crate::view::album::Album;

/// A site while it is written.
pub struct Preview {
    wish: Wish,
    readings: Readings,
    looks: Looks,
    told: Told,
    edition: Arc<Edition>,
}

/// The theme, and what is wrong with it.
struct Looks {
    theme: Arc<Theme>,
    notes: Notes,
}

/// What the content comes to, and what is wrong with it.
struct Told {
    book: Option<Arc<Casebook>>,
    album: Arc<Album>,
    notes: Notes,
}

impl Preview {
    /// Reads and links everything, and renders nothing.
    pub fn open(tools: Tools<'_>, sources: &dyn Sources, wish: &Wish) -> io::Result<Self> {
        let readings = Readings::of(sources, &sources.list()?);
        let looks = Looks::of(sources, &readings);
        let told = Told::of(tools, sources, &readings, wish, None);
        let edition = Edition::first(looks.show(&told), looks.notes.clone(), told.notes.clone());
        Ok(Self { wish: wish.clone(), readings, looks, told, edition: Arc::new(edition) })
    }

    /// What can be seen now.
    pub fn edition(&self) -> Arc<Edition> {
        Arc::clone(&self.edition)
    }

    /// Takes in that these files were changed, added or removed.
    pub fn take_in(
        &mut self,
        tools: Tools<'_>,
        sources: &dyn Sources,
        changed: &BTreeSet<SourcePath>,
    ) -> Arc<Edition> {
        let touches = |start: &str| changed.iter().any(|path| path.as_str().starts_with(start));
        self.readings.again(sources, changed);
        if touches("themes/") || touches("casebook.yaml") {
            self.looks = Looks::of(sources, &self.readings);
        }
        if changed.iter().any(|path| !path.as_str().starts_with("themes/")) {
            self.told = Told::of(tools, sources, &self.readings, &self.wish, Some(&self.told));
        }
        let showing = self.looks.show(&self.told);
        self.edition =
            Arc::new(self.edition.next(showing, self.looks.notes.clone(), self.told.notes.clone()));
        self.edition()
    }
}

impl Looks {
    fn of(sources: &dyn Sources, readings: &Readings) -> Self {
        let files: Vec<SourcePath> = readings.files().cloned().collect();
        let (theme, notes) = read_theme(sources, &files, readings.theme());
        Self { theme: Arc::new(theme), notes }
    }

    /// The content in these looks.
    fn show(&self, told: &Told) -> Option<Showing> {
        let book = told.book.as_ref()?;
        Some(Showing::new(Arc::clone(book), Arc::clone(&self.theme), Arc::clone(&told.album)))
    }
}

impl Told {
    fn of(
        tools: Tools<'_>,
        sources: &dyn Sources,
        readings: &Readings,
        wish: &Wish,
        before: Option<&Self>,
    ) -> Self {
        let (drafts, mut notes) = readings.clone().into_drafts();
        let linked = link_all(drafts, wish);
        notes.extend(linked.notes);
        let book = linked.value.book.map(Arc::new);
        let album = match (&book, before) {
            (Some(book), Some(Self { book: Some(old), album, .. })) if book.media == old.media => {
                Arc::clone(album)
            }
            (Some(book), _) => {
                // A picture that is gone again has been noticed elsewhere, or will be.
                let album = emit::album(book, &|path| sources.read(path), tools.store, &mut notes);
                Arc::new(album.unwrap_or_default())
            }
            (None, _) => Arc::default(),
        };
        Self { book, album, notes }
    }
}
