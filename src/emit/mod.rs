//! Plan → files, in parallel; each finished file is handed to the sink and dropped.

mod compare;
mod data;
mod feed;
mod llms;
mod manifest;
mod page;
mod pictures;
mod search;
mod share;
mod showing;
mod sitemap;

use std::collections::BTreeSet;
use std::io;

use rayon::prelude::*;

use self::search::Editions;
use crate::base::{Lang, Localized, Notes, SitePath, SourcePath};
use crate::media::Store;
use crate::model::Casebook;
use crate::plan::{self, address};
use crate::theme::Theme;
use crate::view::album::Album;
use crate::view::desk::Desk;
use crate::view::{explorer, prose};
use manifest::Manifest;
pub use share::Studio;
pub use showing::{Showing, album};

/// Where finished files go: a folder, or a map in a test. Called from many threads at once, once per path.
pub trait Sink: Sync {
    /// Takes one file.
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()>;
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

/// A site on its way into a sink. Each file is fingerprinted as it is handed over.
pub struct Release<'s> {
    sink: &'s dyn Sink,
    manifest: Manifest,
}

impl<'s> Release<'s> {
    /// Nothing is handed over yet.
    pub fn new(sink: &'s dyn Sink) -> Self {
        Self { sink, manifest: Manifest::default() }
    }

    /// Writes the pictures that pages show, and says where they are. `picture` reads one of the sources again: they are
    /// not kept in memory.
    pub fn pictures(
        &self,
        book: &Casebook,
        picture: &Picture<'_>,
        store: &dyn Store,
        notes: &mut Notes,
    ) -> Result<Album, Trouble> {
        pictures::develop(book, picture, store, &|path, bytes| self.put(path, bytes), notes)
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
        let made = everything(book, theme, album, &studio, &|path, bytes| self.put(path, bytes))?;
        if let Some(wanted) = &book.site.share_images {
            studio.tell(wanted, notes);
        }
        let (path, text) = self.manifest.file();
        hand(self.sink, &path, text.as_bytes())?;
        Ok(Made { files: made.files + album.files() + 1, ..made })
    }

    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Trouble> {
        self.manifest.add(path, bytes);
        hand(self.sink, path, bytes)
    }
}

fn hand(sink: &dyn Sink, path: &SitePath, bytes: &[u8]) -> Result<(), Trouble> {
    sink.put(path, bytes).map_err(|error| Trouble::Write { path: path.clone(), error })
}

/// Writes every file but pictures and the manifest.
fn everything(
    book: &Casebook,
    theme: &Theme,
    album: &Album,
    studio: &Studio<'_>,
    put: &Put<'_>,
) -> Result<Made, Trouble> {
    rayon::scope(|scope| {
        // For a processor that has nothing to do yet while the desk is set out.
        scope.spawn(|_| expect_code(book));
        let desk = Desk::new(plan::plan(book), theme, album);
        desk.lay_out_cards();
        page::no_fault(&desk)?;
        // The page of search names the edition of what it searches.
        let (editions, searched) = search::write(&desk, put)?;
        let (pages, others) = rayon::join(|| pages(&desk, &editions, studio, put), || others(&desk, put));
        let (pages, others) = (pages?, others?);
        Ok(Made {
            pages: pages.pages + others.pages,
            charts: pages.charts + others.charts,
            files: searched + pages.files + others.files,
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

/// Writes the pages in the trees of the languages, and what lies beside them.
fn pages(desk: &Desk<'_>, editions: &Editions, studio: &Studio<'_>, put: &Put<'_>) -> Result<Made, Trouble> {
    let (charts, files) = desk
        .plan
        .sittings()
        .par_iter()
        .map_init(Vec::new, |html, (lang, pages)| {
            let (mut charts, mut files) = (0, 0);
            let mut seat = desk.at(*lang, pages[0]);
            for page in pages {
                seat = seat.next(page);
                html.clear();
                page::render(&seat, editions, studio, html)?;
                put(&seat.path, html)?;
                // Charts to take away and the picture to share belong to their page, and are forgotten with it.
                for file in seat.downloads.take() {
                    put(&file.path, &file.content)?;
                    files += 1;
                }
                charts += seat.figures.get();
            }
            Ok((charts, files))
        })
        .try_reduce(|| (0, 0), |a, b| Ok((a.0 + b.0, a.1 + b.1)))?;
    let pages = desk.plan.pages.len();
    Ok(Made { pages, charts, files: pages + files })
}

/// Writes everything else: what lies at the root, what machines read, and assets.
fn others(desk: &Desk<'_>, put: &Put<'_>) -> Result<Made, Trouble> {
    let mut files = loose(desk)?;
    files.extend(desk.theme.assets().iter().map(|a| (a.path.clone(), a.bytes.clone())));
    files.iter().try_for_each(|(path, bytes)| put(path, bytes))?;
    let compared = compare::write(desk, put)?;
    let data = data::write(desk.book(), put)?;
    Ok(Made { pages: page::AT_THE_ROOT, charts: 0, files: files.len() + compared + data })
}

/// What neither is a page of a language, nor lies beside one, nor is what enterprises are compared by, an asset or data.
fn loose(desk: &Desk<'_>) -> Result<Vec<(SitePath, Vec<u8>)>, Trouble> {
    let mut files: Vec<(SitePath, Vec<u8>)> = page::at_the_root(desk)?.into();
    let languages = &desk.book().site.languages;
    for &lang in languages {
        files.push(feed::of_all(desk, lang));
        files.extend(feed::of_industries(desk, lang));
    }
    files.push((address::for_language_models(), llms::guide(desk).into_bytes()));
    files.extend(sitemap::files(&desk.plan));
    let explorer = |&lang: &Lang| (address::explorer(lang), explorer::script(desk, lang).into_bytes());
    files.par_extend(languages.par_iter().map(explorer));
    Ok(files)
}
