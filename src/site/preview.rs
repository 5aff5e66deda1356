//! A site that is kept in memory while people write: what changes is read again, and pages are made when they are asked for.

use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

use super::edition::Edition;
use super::readings::Readings;
use super::{Sources, Tools, Wish, link_all, read_theme};
use crate::base::{Moment, Noted, Notes, SourcePath};
use crate::emit::{self, Showing};
use crate::link::{Remembered, Spell};
use crate::model::Casebook;
use crate::theme::Theme;
use crate::view::album::Album;

/// A site while it is written.
pub struct Preview {
    wish: Wish,
    readings: Readings,
    looks: Looks,
    told: Told,
    showing: Option<Arc<Showing>>,
    edition: Arc<Edition>,
    /// Whether the whole is still to be looked at.
    is_unsettled: bool,
    /// How often it was.
    looks_at_all: u64,
    /// The texts that were linked alone since somebody last began to look at the whole.
    since: BTreeSet<SourcePath>,
}

/// A look at the whole site that was put off: see [`Preview::unsettled`].
pub struct Unsettled {
    wish: Wish,
    readings: Readings,
    before: Before,
    looks_at_all: u64,
}

/// What came of it.
pub struct Settled {
    told: Told,
    looks_at_all: u64,
}

/// A casebook and its pictures, of which a later one takes over what is the same.
type Before = Option<(Arc<Casebook>, Arc<Album>)>;

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
    remembered: Option<Remembered>,
    /// How long it stays so if nothing changes.
    spell: Spell,
}

impl Preview {
    /// Reads and links everything, and renders nothing.
    pub fn open(tools: Tools<'_>, sources: &dyn Sources, wish: &Wish) -> io::Result<Self> {
        let readings = Readings::of(sources, &sources.list()?);
        let looks = Looks::of(sources, &readings);
        let told = Told::of(tools, sources, readings.clone(), wish, None);
        let showing = looks.show(&told);
        let edition = Arc::new(Edition::first(showing.clone(), told.all_notes(&looks)));
        Ok(Self {
            wish: wish.clone(),
            readings,
            looks,
            told,
            showing,
            edition,
            is_unsettled: false,
            looks_at_all: 1,
            since: BTreeSet::new(),
        })
    }

    /// What can be seen now.
    pub fn edition(&self) -> Arc<Edition> {
        Arc::clone(&self.edition)
    }

    /// Takes in that these files were changed, added or removed.
    ///
    /// Where only texts were changed, only they are read and linked; what that may change elsewhere is seen when the site
    /// is settled.
    pub fn take_in(
        &mut self,
        tools: Tools<'_>,
        sources: &dyn Sources,
        changed: &BTreeSet<SourcePath>,
    ) -> Arc<Edition> {
        let touches = |start: &str| changed.iter().any(|path| path.as_str().starts_with(start));
        let were_texts = self.readings.are_texts(changed);
        self.readings.again(sources, changed);
        if touches("themes/") || touches("casebook.yaml") {
            self.looks = Looks::of(sources, &self.readings);
        }
        if changed.iter().all(|path| path.as_str().starts_with("themes/")) {
            self.showing = self.looks.show(&self.told);
        } else if !(were_texts && self.readings.are_texts(changed) && self.link_texts(changed)) {
            self.link_all(tools, sources);
        }
        self.publish()
    }

    /// Looks at the whole site, if that was put off; `None` if it was not.
    pub fn settle(&mut self, tools: Tools<'_>, sources: &dyn Sources) -> Option<Arc<Edition>> {
        let settled = self.unsettled()?.settle(tools, sources);
        self.accept(tools, sources, settled)
    }

    /// Whether a look at the whole site was put off.
    pub fn is_unsettled(&self) -> bool {
        self.is_unsettled
    }

    /// The look at the whole site that was put off, for somebody to take who has the time for it while more changes are
    /// taken in here; `None` if none was.
    pub fn unsettled(&mut self) -> Option<Unsettled> {
        self.is_unsettled.then(|| {
            self.since.clear();
            Unsettled {
                wish: self.wish.clone(),
                readings: self.readings.clone(),
                before: self.told.before(),
                looks_at_all: self.looks_at_all,
            }
        })
    }

    /// Takes what came of that look; `None` if it is out of date.
    pub fn accept(
        &mut self,
        tools: Tools<'_>,
        sources: &dyn Sources,
        settled: Settled,
    ) -> Option<Arc<Edition>> {
        if settled.looks_at_all != self.looks_at_all {
            return None;
        }
        self.told = settled.told;
        self.is_unsettled = false;
        self.looks_at_all += 1;
        let since = std::mem::take(&mut self.since);
        if since.is_empty() {
            self.showing = self.looks.show(&self.told);
        } else if !self.link_texts(&since) {
            self.link_all(tools, sources);
        }
        Some(self.publish())
    }

    /// Goes on to another moment: cases that were scheduled are public by then, and figures free. `None` if none is.
    pub fn go_on(&mut self, tools: Tools<'_>, sources: &dyn Sources, at: Moment) -> Option<Arc<Edition>> {
        (!self.told.spell.holds(at)).then(|| {
            self.wish.at = at;
            self.link_all(tools, sources);
            self.publish()
        })
    }

    fn link_all(&mut self, tools: Tools<'_>, sources: &dyn Sources) {
        self.told = Told::of(tools, sources, self.readings.clone(), &self.wish, self.told.before());
        self.showing = self.looks.show(&self.told);
        self.is_unsettled = false;
        self.looks_at_all += 1;
        self.since.clear();
    }

    /// Links only what stands beside these texts; whether that was enough.
    fn link_texts(&mut self, changed: &BTreeSet<SourcePath>) -> bool {
        let Told { book: Some(book), notes, remembered: Some(remembered), .. } = &mut self.told else {
            return false;
        };
        let folders: BTreeSet<&str> = changed.iter().map(SourcePath::folder).collect();
        let is_beside = |file: &SourcePath| folders.contains(file.folder()) && file.as_str().ends_with(".md");
        // With an error anywhere else, it takes the whole to know what can be shown.
        if !notes.files_with_errors().all(|file| changed.contains(file)) {
            return false;
        }
        let (texts, mut found) = self.readings.texts_beside(changed);
        let linked = if found.has_errors() { None } else { Some(remembered.texts(book, texts)) };
        if let Some(Noted { value, notes: problems }) = linked {
            match value {
                Some(value) => {
                    *book = Arc::new(value);
                    self.is_unsettled = true;
                }
                None if !problems.has_errors() => return false,
                None => {}
            }
            found.extend(problems);
        }
        notes.forget(is_beside);
        notes.extend(found);
        self.since.extend(changed.iter().cloned());
        // With an error in them, texts are shown as they were.
        if !notes.has_errors() {
            self.showing = self.looks.show(&self.told);
        }
        true
    }

    fn publish(&mut self) -> Arc<Edition> {
        let notes = self.told.all_notes(&self.looks);
        self.edition = Arc::new(self.edition.next(self.showing.clone(), notes));
        self.edition()
    }
}

impl Unsettled {
    /// Takes the look.
    pub fn settle(self, tools: Tools<'_>, sources: &dyn Sources) -> Settled {
        let Self { wish, readings, before, looks_at_all } = self;
        Settled { told: Told::of(tools, sources, readings, &wish, before), looks_at_all }
    }
}

impl Looks {
    fn of(sources: &dyn Sources, readings: &Readings) -> Self {
        let files: Vec<SourcePath> = readings.files().cloned().collect();
        let (theme, notes) = read_theme(sources, &files, readings.theme());
        Self { theme: Arc::new(theme), notes }
    }

    /// The content in these looks.
    fn show(&self, told: &Told) -> Option<Arc<Showing>> {
        let book = told.book.as_ref()?;
        Some(Arc::new(Showing::new(Arc::clone(book), Arc::clone(&self.theme), Arc::clone(&told.album))))
    }
}

impl Told {
    fn of(tools: Tools<'_>, sources: &dyn Sources, readings: Readings, wish: &Wish, before: Before) -> Self {
        let (drafts, mut notes) = readings.into_drafts();
        let spell = drafts.spell(wish.at);
        let linked = link_all(drafts, wish, None);
        notes.extend(linked.notes);
        let book = linked.value.book.map(Arc::new);
        let album = match (&book, before) {
            (Some(book), Some((old, album))) if book.media == old.media => album,
            (Some(book), _) => {
                // A picture that is gone again has been noticed elsewhere, or will be.
                let album = emit::album(book, &|path| sources.read(path), tools.store, &mut notes);
                Arc::new(album.unwrap_or_default())
            }
            (None, _) => Arc::default(),
        };
        Self { book, album, notes, remembered: linked.value.remembered, spell }
    }

    fn before(&self) -> Before {
        Some((Arc::clone(self.book.as_ref()?), Arc::clone(&self.album)))
    }

    fn all_notes(&self, looks: &Looks) -> Notes {
        let mut notes = self.notes.clone();
        notes.extend(looks.notes.clone());
        notes
    }
}
