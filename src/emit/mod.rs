//! Plan → files, in parallel; each finished file is handed to the sink and dropped.

mod feed;
mod page;
mod sitemap;

use std::io;

use rayon::prelude::*;

use crate::base::{SitePath, SourcePath};
use crate::model::Casebook;
use crate::plan::{self, address};
use crate::theme::Theme;
use crate::view::desk::Desk;

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

/// Writes every file of the site. `picture` reads a picture of the sources again: they are not kept in memory.
pub fn emit(
    book: &Casebook,
    theme: &Theme,
    picture: &(dyn Fn(&SourcePath) -> io::Result<Vec<u8>> + Sync),
    sink: &dyn Sink,
) -> Result<Made, Trouble> {
    let plan = plan::plan(book);
    let desk =
        Desk::new(&plan, theme).map_err(|reason| Trouble::Template { template: "card.html", reason })?;
    let put = |path: &SitePath, bytes: &[u8]| {
        sink.put(path, bytes).map_err(|error| Trouble::Write { path: path.clone(), error })
    };
    let (charts, files) = plan
        .sittings()
        .par_iter()
        .map_init(Vec::new, |html, (lang, pages)| {
            let (mut charts, mut files) = (0, 0);
            let mut seat = desk.at(*lang, pages[0]);
            for page in pages {
                seat = seat.next(page);
                html.clear();
                page::render(&seat, html)?;
                put(&seat.path, html)?;
                // Charts to take away lie beside their page, and are forgotten with it.
                for file in seat.downloads.take() {
                    put(&file.path, file.text.as_bytes())?;
                    files += 1;
                }
                charts += memchr::memmem::find_iter(html, "<figure class=\"figure ").count();
            }
            Ok((charts, files))
        })
        .try_reduce(|| (0, 0), |a, b| Ok((a.0 + b.0, a.1 + b.1)))?;
    let mut made = Made { pages: plan.pages.len(), charts, files: plan.pages.len() + files };

    let mut others: Vec<(SitePath, Vec<u8>)> = page::at_the_root(&desk)?;
    made.pages += others.len();
    others.extend(
        book.site.languages.iter().map(|&lang| (address::feed(lang), feed::atom(&desk, lang).into_bytes())),
    );
    others.extend(sitemap::files(&plan));
    others.extend(theme.assets().iter().map(|a| (a.path.clone(), a.bytes.clone())));
    for (path, bytes) in &others {
        put(path, bytes)?;
    }
    made.files += others.len();
    for (source, media) in &book.media {
        let bytes = picture(source).map_err(|error| Trouble::Picture { path: source.clone(), error })?;
        put(&address::media(source.as_str(), &media.hash), &bytes)?;
        made.files += 1;
    }
    Ok(made)
}
