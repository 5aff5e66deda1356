//! Plan → files, in parallel; each finished file is handed to the sink and dropped.

mod compare;
mod data;
mod feed;
mod llms;
mod manifest;
mod page;
mod pictures;
mod search;
mod shard;
mod share;
mod showing;
mod sitemap;
mod unit;

use std::collections::BTreeSet;
use std::io;

use rayon::prelude::*;

use crate::base::{Localized, Notes, SitePath, SourcePath};
use crate::media::Store;
use crate::model::Casebook;
use crate::plan::{self, address};
use crate::theme::Theme;
use crate::view::album::Album;
use crate::view::desk::Desk;
use crate::view::prose;
pub use manifest::{Listed, Manifest};
pub use shard::Shard;
pub use share::Studio;
pub use showing::{Showing, album};
use unit::Done;

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
    manifest: Manifest,
}

impl<'s> Release<'s> {
    /// Nothing is handed over yet.
    pub fn new(sink: &'s dyn Sink, shard: Option<Shard>) -> Self {
        Self { sink, shard, manifest: Manifest::default() }
    }

    /// Writes the pictures that pages show, and says where all of them are. `picture` reads one of the sources again: they are
    /// not kept in memory.
    pub fn pictures(
        &self,
        book: &Casebook,
        picture: &Picture<'_>,
        store: &dyn Store,
        notes: &mut Notes,
    ) -> Result<Album, Trouble> {
        pictures::develop(book, picture, store, self.shard, &|path, bytes| self.put(path, bytes), notes)
    }

    /// Writes everything else, the manifest last. What letters are missing for pictures of cases is noted.
    pub fn pages(
        self,
        book: &Casebook,
        theme: &Theme,
        album: &Album,
        studio: Studio<'_>,
        notes: &mut Notes,
    ) -> Result<Made, Trouble> {
        let Done { pages, charts } =
            everything(book, theme, album, &studio, self.shard, &|path, bytes| self.put(path, bytes))?;
        if let Some(wanted) = &book.site.share_images {
            studio.tell(wanted, notes);
        }
        let files = self.manifest.len() + 1;
        let path = address::manifest();
        let written = self.sink.put_pieces(&path, &mut self.manifest.pieces());
        written.map_err(|error| Trouble::Write { path, error })?;
        Ok(Made { pages, charts, files })
    }

    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Trouble> {
        self.manifest.add(path, bytes);
        hand(self.sink, path, bytes)
    }
}

fn hand(sink: &dyn Sink, path: &SitePath, bytes: &[u8]) -> Result<(), Trouble> {
    sink.put(path, bytes).map_err(|error| Trouble::Write { path: path.clone(), error })
}

/// Writes every file but pictures and the manifest; of a shard, those that belong to it.
fn everything(
    book: &Casebook,
    theme: &Theme,
    album: &Album,
    studio: &Studio<'_>,
    shard: Option<Shard>,
    put: &Put<'_>,
) -> Result<Done, Trouble> {
    rayon::scope(|scope| {
        // For a processor that has nothing to do yet while the desk is set out.
        scope.spawn(|_| expect_code(book));
        let desk = Desk::new(plan::plan(book), theme, album);
        desk.lay_out_cards();
        page::no_fault(&desk)?;
        // The only place that decides what of a site this run makes.
        let mut units = unit::all(&desk.plan, theme);
        units.retain(|unit| shard.is_none_or(|shard| shard.has(&unit.address())));
        let done = units.par_iter().map_init(Vec::new, |html, unit| unit.make(&desk, studio, put, html));
        done.try_reduce(Done::default, |a, b| {
            Ok(Done { pages: a.pages + b.pages, charts: a.charts + b.charts })
        })
    })
}

/// Reads a picture of the sources.
pub type Picture<'p> = dyn Fn(&SourcePath) -> io::Result<Vec<u8>> + Sync + 'p;

/// Takes one file.
type Put<'p> = dyn Fn(&SitePath, &[u8]) -> Result<(), Trouble> + Sync + 'p;

/// Looks into the first text with code in each language.
fn expect_code(book: &Casebook) {
    let cases = book.cases.values().map(|case| &case.texts);
    let texts = cases.chain(book.pages.values().map(|page| &page.texts)).flat_map(Localized::iter);
    let mut met = BTreeSet::new();
    for (_, text) in texts {
        if text.code.iter().fold(false, |is_new, language| is_new | met.insert(language)) {
            prose::expect_code(&text.prose.text, text.prose.body_at);
        }
    }
}
