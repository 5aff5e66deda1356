//! Plan → files, in parallel; each finished file is handed to the sink and dropped.

mod compare;
mod data;
mod feed;
mod listed;
mod llms;
pub mod manifest;
mod page;
mod pictures;
mod record;
mod search;
mod shard;
mod share;
mod showing;
mod sitemap;
mod unit;

use std::collections::BTreeSet;
use std::io;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::base::hash::Fingerprint;
use crate::base::{Lang, Notes, SitePath, SourcePath};
use crate::media::Store;
use crate::model::Casebook;
use crate::plan::{self, PageId, address};
use crate::theme::Theme;
use crate::view::album::Album;
use crate::view::desk::Desk;
use crate::view::prose;
pub use listed::{Files, Listed};
use record::{Origins, Tally};
pub use record::{Part, Past, Record};
use search::Searched;
pub use shard::Shard;
pub use share::Studio;
pub use showing::{Showing, album};
use unit::{Done, Unit};

/// Where finished files go: a folder, or a map in a test. Called from many threads at once, once per path.
pub trait Sink: Sync {
    /// Takes one file.
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()>;

    /// Takes one file that is too long to be in memory as a whole, from its beginning to its end, if the sink can.
    fn put_pieces(&self, path: &SitePath, pieces: &mut dyn Iterator<Item = String>) -> io::Result<()> {
        self.put(path, pieces.collect::<String>().as_bytes())
    }
}

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Pages, in all languages.
    pub pages: usize,
    /// Charts on them.
    pub charts: usize,
    /// Files, pages among them.
    pub files: usize,
}

/// Why a site could not be finished.
#[derive(Debug)]
pub enum Trouble {
    /// A template failed on a page, though it passed with the sample.
    Template {
        /// The template's file name.
        template: &'static str,
        /// What the template engine said.
        reason: String,
    },
    /// A file could not be written.
    Write {
        /// The file.
        path: SitePath,
        /// Why not.
        error: io::Error,
    },
    /// A picture could not be read any more.
    Picture {
        /// The file.
        path: SourcePath,
        /// Why not.
        error: io::Error,
    },
}

/// A site, or a shard of it, on its way into a sink. Each file is fingerprinted as it is handed over.
pub struct Release<'s> {
    sink: &'s dyn Sink,
    shard: Option<Shard>,
    past: Option<&'s Past<'s>>,
    parts: Vec<Part>,
}

/// How many parts of a site a processor makes in a row. The others can take what it has not begun only row by row, and at the
/// end would wait for a long one.
const IN_A_ROW: usize = 4;

impl<'s> Release<'s> {
    /// Nothing is handed over yet. What the last build has left in the same place, and would be made from the same again,
    /// is not handed over either.
    pub fn new(sink: &'s dyn Sink, shard: Option<Shard>, past: Option<&'s Past<'s>>) -> Self {
        Self { sink, shard, past, parts: Vec::new() }
    }

    /// Writes the pictures that pages show, and says where all of them are. `picture` reads one of the sources again: they are
    /// not kept in memory.
    pub fn pictures(
        &mut self,
        book: &Casebook,
        picture: &Picture<'_>,
        store: &dyn Store,
        notes: &mut Notes,
    ) -> Result<Album, Trouble> {
        let origin = self.past.map(|past| record::of_pictures(&past.ground, book));
        let mut album = self.past.and_then(Past::album).cloned().unwrap_or_default();
        let part = self.part(origin, |put| {
            album = pictures::develop(book, picture, store, self.shard, put, notes)?;
            Ok(Done::default())
        })?;
        self.parts.push(part);
        Ok(album)
    }

    /// Writes everything else, the manifest last. What letters are missing for pictures of cases is noted.
    pub fn pages(
        mut self,
        book: &Casebook,
        theme: &Theme,
        album: Album,
        studio: Studio<'_>,
        notes: &mut Notes,
    ) -> Result<Record, Trouble> {
        let others = self.everything(book, theme, &album, &studio)?;
        self.parts.extend(others);
        if let Some(wanted) = &book.site.share_images {
            studio.tell(wanted, notes);
        }
        let ground = self.past.map(|past| past.ground).unwrap_or_default();
        let mut record = Record { ground, album, parts: self.parts };
        let mut tally = Tally::default();
        let path = address::manifest();
        let mut pieces =
            manifest::pieces(record.files_in_order()).inspect(|piece| tally.add(piece.as_bytes()));
        let written = self.sink.put_pieces(&path, &mut pieces);
        drop(pieces);
        if let Err(error) = written {
            return Err(Trouble::Write { path, error });
        }
        let files = Files::of(vec![tally.of(path)]);
        record.parts.push(Part { made_from: None, pages: 0, charts: 0, files, searched: None });
        Ok(record)
    }

    /// Writes every file but pictures and the manifest; of a shard, those that belong to it.
    fn everything(
        &self,
        book: &Casebook,
        theme: &Theme,
        album: &Album,
        studio: &Studio<'_>,
    ) -> Result<Vec<Part>, Trouble> {
        rayon::scope(|scope| {
            let is_anew = self.past.is_none_or(|past| past.album().is_none());
            let origins = self.past.map(|past| Origins::of(book, past));
            if is_anew {
                // For a processor that has nothing to do yet while the desk is set out.
                scope.spawn(|_| expect_code(book));
            }
            let desk = Desk::new(plan::plan(book), theme, album);
            if is_anew {
                desk.lay_out_cards();
            }
            page::no_fault(&desk)?;
            // The only place that decides what of a site this run makes.
            let is_ours = |begins: &SitePath| self.shard.is_none_or(|shard| shard.has(begins));
            let mut units = unit::all(&desk.plan, theme);
            units.retain(|unit| is_ours(&unit.address()));
            let mut languages = book.site.languages.clone();
            languages.retain(|lang| is_ours(&address::of(*lang, &PageId::Search)));
            let make = |html: &mut Vec<u8>, unit: &Unit<'_>| {
                let origin = origins.as_ref().map(|origins| unit.origin(origins));
                self.part(origin, |put| unit.make(&desk, studio, put, html)).map(|part| vec![part])
            };
            let search = |lang: &Lang| Searched::of(&desk, *lang).parts(self, origins.as_ref(), studio);
            let searched = languages.par_iter().map(search);
            let others = units.par_iter().with_max_len(IN_A_ROW).map_init(Vec::new, make);
            let parts: Vec<Vec<Part>> = searched.chain(others).collect::<Result<_, _>>()?;
            Ok(parts.into_iter().flatten().collect())
        })
    }

    /// Whether there is a part of this origin.
    fn knows(&self, origin: &Fingerprint) -> bool {
        self.past.is_some_and(|past| past.part(origin).is_some())
    }

    /// A part as it was left, if there is one of the same origin, else made.
    fn part(
        &self,
        made_from: Option<Fingerprint>,
        make: impl FnOnce(&Put<'_>) -> Result<Done, Trouble>,
    ) -> Result<Part, Trouble> {
        if let Some(part) = self.past.zip(made_from).and_then(|(past, origin)| past.part(&origin)) {
            return Ok(part.clone());
        }
        let files = Mutex::new(Vec::new());
        let Done { pages, charts, searched } = make(&|path, bytes| {
            let listed = Listed::of(path, bytes);
            files.lock().unwrap_or_else(PoisonError::into_inner).push(listed);
            hand(self.sink, path, bytes)
        })?;
        let files = Files::of(files.into_inner().unwrap_or_else(PoisonError::into_inner));
        Ok(Part { made_from, pages, charts, files, searched })
    }
}

fn hand(sink: &dyn Sink, path: &SitePath, bytes: &[u8]) -> Result<(), Trouble> {
    sink.put(path, bytes).map_err(|error| Trouble::Write { path: path.clone(), error })
}

/// Reads a picture of the sources.
pub type Picture<'p> = dyn Fn(&SourcePath) -> io::Result<Vec<u8>> + Sync + 'p;

/// Takes one file.
type Put<'p> = dyn Fn(&SitePath, &[u8]) -> Result<(), Trouble> + Sync + 'p;

/// Looks into the first text with code in each language.
fn expect_code(book: &Casebook) {
    let mut met = BTreeSet::new();
    for text in book.texts() {
        if text.code.iter().fold(false, |is_new, language| is_new | met.insert(language)) {
            prose::expect_code(&text.prose.text, text.prose.body_at);
        }
    }
}
