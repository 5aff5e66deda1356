//! Pictures of cases that are shown where their addresses are shared: drawn once, and kept for the next build.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::{Mutex, PoisonError};

use crate::base::{Notes, Place, Problem, hash};
use crate::media::{self, Fonts, Letters, Prints, Store};
use crate::model::{Case, Text};
use crate::plan::address;
use crate::view::ShareImage;
use crate::view::desk::Seat;
use crate::view::figure::Download;
use crate::view::share;

/// Where they are drawn.
pub struct Studio<'t> {
    store: &'t dyn Store,
    fonts: &'t dyn Fonts,
    failed: Mutex<Failed>,
}

/// What could not be drawn.
#[derive(Default)]
struct Failed {
    pictures: usize,
    /// The characters that no font has.
    characters: BTreeSet<char>,
}

impl<'t> Studio<'t> {
    /// With what is kept for the next build, and with fonts.
    pub fn new(store: &'t dyn Store, fonts: &'t dyn Fonts) -> Self {
        Self { store, fonts, failed: Mutex::default() }
    }

    /// Draws the picture of the case at a seat, puts it beside the page, and says where it is. Nothing for a site that wants
    /// none, or where letters are missing.
    pub(super) fn draw(&self, seat: &Seat<'_, '_>, case: &Case, text: &Text) -> ShareImage {
        let site = &seat.book().site;
        if site.share_images.is_none() {
            return ShareImage::default();
        }
        let drawing = share::drawing(seat, case, text);
        let Some(bytes) = self.print(&drawing, self.fonts.letters()) else { return ShareImage::default() };
        let path = address::share_image(seat.lang, &case.id, &hash::short(&bytes));
        let image = ShareImage {
            href: address::absolute(&site.base_url, &path),
            width: share::WIDTH,
            height: share::HEIGHT,
            alt: share::words(seat, case, text),
        };
        seat.downloads.add(Download { path, content: Rc::new(bytes) });
        image
    }

    fn print(&self, drawing: &str, letters: &Letters) -> Option<Vec<u8>> {
        let made_of = format!("{}\n{drawing}", letters.identity());
        let name = format!("{}-share{}", hash::long(made_of.as_bytes()), media::EDITION);
        let kept = self.store.get(&name).and_then(|bytes| media::unpack(&bytes));
        let prints = match kept {
            Some(prints) => prints,
            None => match media::poster(drawing, letters) {
                Ok(print) => {
                    let prints = Prints { size: (print.width, print.height), files: vec![print] };
                    self.store.put(&name, &media::pack(&prints));
                    prints
                }
                Err(lacking) => {
                    let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
                    failed.pictures += 1;
                    failed.characters.extend(lacking);
                    return None;
                }
            },
        };
        prints.files.into_iter().next().map(|print| print.bytes)
    }

    /// Says once for the whole site which letters are missing.
    pub(super) fn tell(self, wanted: &Place, notes: &mut Notes) {
        let Failed { pictures, characters } =
            self.failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        if pictures > 0 {
            let has_none = self.fonts.letters().is_empty();
            let characters = if has_none { String::new() } else { characters.into_iter().collect() };
            notes.add(wanted.clone(), Problem::FontMissing { characters, pictures });
        }
    }
}
