//! A site of which each file is made when somebody asks for it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use self_cell::self_cell;

use super::search::Searched;
use super::share::Studio;
use super::{Picture, Trouble, compare, data, page, pictures, unit};
use crate::base::{Lang, Notes, SitePath, hash};
use crate::media::Store;
use crate::model::Casebook;
use crate::plan::{PageId, Plan, address};
use crate::theme::Theme;
use crate::view::album::Album;
use crate::view::desk::Desk;

/// What a site is made from.
struct Ground {
    book: Arc<Casebook>,
    theme: Arc<Theme>,
    album: Arc<Album>,
}

self_cell!(
    /// A desk together with what it is set out from.
    struct Set {
        owner: Ground,
        #[not_covariant]
        dependent: Desk,
    }
);

/// A whole site, of which nothing is rendered before somebody asks for it.
pub struct Showing {
    set: Set,
    /// What the pages of search load, and its editions; made for the first who searches, since every text is read for it.
    searched: OnceLock<(BTreeMap<Lang, String>, Files)>,
}

/// Finished files by their addresses.
type Files = BTreeMap<SitePath, Vec<u8>>;

/// The pictures of a casebook as they would be published, without publishing them. What is damaged is noted.
pub fn album(
    book: &Casebook,
    picture: &Picture<'_>,
    store: &dyn Store,
    notes: &mut Notes,
) -> Result<Album, Trouble> {
    pictures::develop(book, picture, store, None, &|_, _| Ok(()), notes)
}

impl Showing {
    /// Sets a casebook out.
    pub fn new(book: Arc<Casebook>, theme: Arc<Theme>, album: Arc<Album>) -> Self {
        let ground = Ground { book, theme, album };
        let set = Set::new(ground, |ground| Desk::new(Plan::of(&ground.book), &ground.theme, &ground.album));
        Self { set, searched: OnceLock::new() }
    }

    /// What is shown.
    pub fn book(&self) -> &Casebook {
        &self.set.borrow_owner().book
    }

    /// One file of the site, byte for byte as a build would write it; `None` if there is none of that name.
    ///
    /// The manifest is no part of it: it would take all other files.
    pub fn file(
        &self,
        path: &SitePath,
        picture: &Picture<'_>,
        store: &dyn Store,
        studio: &Studio<'_>,
    ) -> Result<Option<Vec<u8>>, Trouble> {
        self.set.with_dependent(|ground, desk| {
            if let Some(file) = self.page(desk, path, studio)? {
                return Ok(Some(file));
            }
            if let Some(asset) = desk.theme.assets().iter().find(|asset| asset.path == *path) {
                return Ok(Some(asset.bytes.clone()));
            }
            if let Some(script) = compare::file(desk, path) {
                return Ok(Some(script.into_bytes()));
            }
            let folder = path.as_str().split('/').next();
            match folder {
                Some("media") => photo(ground, path, picture, store),
                Some("data") => only(path, |put| {
                    data::parts(&ground.book).try_for_each(|part| part.write(&ground.book, put))
                }),
                _ if is_searched(&ground.book, path) => Ok(self.searched(desk).1.get(path).cloned()),
                _ => only(path, |put| {
                    unit::loose(&desk.plan)
                        .try_for_each(|unit| unit.make(desk, studio, put, &mut Vec::new()).map(drop))
                }),
            }
        })
    }

    /// A page, or one of the files that a page puts beside itself.
    fn page(
        &self,
        desk: &Desk<'_>,
        path: &SitePath,
        studio: &Studio<'_>,
    ) -> Result<Option<Vec<u8>>, Trouble> {
        if let Some((lang, page)) = desk.plan.page_at(path) {
            let seat = desk.at(lang, &page);
            let edition = if page == PageId::Search { &*self.searched(desk).0[&lang] } else { "" };
            let mut html = Vec::new();
            page::render(&seat, edition, studio, &mut html)?;
            page::no_fault(desk)?;
            return Ok(Some(html));
        }
        // What lies in the folder that is named after a case comes with its page, and so does the picture to share.
        let folders = path.as_str().match_indices('/').map(|(at, _)| &path.as_str()[..at]);
        let case = address::case_of_share_image(path).map(|(lang, id)| address::of(lang, &PageId::Case(id)));
        let above = folders.map(|folder| SitePath::from(format!("{folder}.html"))).chain(case);
        let pages = above.filter_map(|page| desk.plan.page_at(&page));
        for (lang, page) in pages.filter(|(_, page)| matches!(page, PageId::Case(_))) {
            let seat = desk.at(lang, &page);
            page::render(&seat, "", studio, &mut Vec::new())?;
            if let Some(file) = seat.downloads.take().into_iter().find(|file| file.path == *path) {
                return Ok(Some(file.content.to_vec()));
            }
        }
        Ok(None)
    }

    fn searched(&self, desk: &Desk<'_>) -> &(BTreeMap<Lang, String>, Files) {
        self.searched.get_or_init(|| {
            let files = Mutex::new(Files::new());
            let keep = |path: &SitePath, bytes: &[u8]| {
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), bytes.to_vec());
                Ok(())
            };
            let edition =
                |lang| Searched::of(desk, lang).write(&keep).expect("what is kept in memory is kept");
            let editions = desk.book().site.languages.iter().map(|&lang| (lang, edition(lang))).collect();
            (editions, files.into_inner().unwrap_or_else(PoisonError::into_inner))
        })
    }
}

/// Whether a file is one that the page of search loads.
fn is_searched(book: &Casebook, path: &SitePath) -> bool {
    book.site.languages.iter().any(|&lang| {
        let directory = address::search_directory(lang);
        let folder = directory.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
        path.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    })
}

/// Of everything that `write` writes, the file at `path`.
fn only(
    path: &SitePath,
    write: impl FnOnce(&super::Put<'_>) -> Result<(), Trouble>,
) -> Result<Option<Vec<u8>>, Trouble> {
    let found = Mutex::new(None);
    write(&|at, bytes| {
        if at == path {
            *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(bytes.to_vec());
        }
        Ok(())
    })?;
    Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// A picture in one of its sizes.
fn photo(
    ground: &Ground,
    path: &SitePath,
    picture: &Picture<'_>,
    store: &dyn Store,
) -> Result<Option<Vec<u8>>, Trouble> {
    let Some(source) = ground.album.source_of(path) else { return Ok(None) };
    let Some(media) = ground.book.media.get(source) else { return Ok(None) };
    let prints = pictures::prints(source, media, picture, store)?;
    let is_it = |bytes: &[u8]| path.as_str().contains(&hash::short(bytes));
    Ok(prints.ok().and_then(|prints| prints.files.into_iter().map(|print| print.bytes).find(|b| is_it(b))))
}
