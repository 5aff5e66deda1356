//! What a site was made from, and what came of it, so that the next build makes only what differs.
//!
//! A site is made in parts. Of each it is known what went into it: the fingerprint of the ground that all parts share,
//! and of the texts that this part alone is made from. Where both are the same again, so are its files.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Made;
use super::listed::{self, Files, Listed};
use crate::base::hash::{self, Fingerprint, Together};
use crate::base::{Lang, Localized, Packed, SitePath, SourcePath};
use crate::model::{Casebook, Text};
use crate::plan::{PageId, address};
use crate::view::album::Album;

/// A finished site.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Record {
    /// What every part is made from; all zero where nobody asked.
    pub ground: Fingerprint,
    /// What its pages show of pictures.
    pub album: Album,
    /// Its parts, in a stable order.
    pub parts: Vec<Part>,
}

/// Some files that are made together, from the same.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Part {
    /// What they are made from, where somebody asked.
    pub made_from: Option<Fingerprint>,
    /// How many pages there are among them.
    pub pages: usize,
    /// How many charts there are on these.
    pub charts: usize,
    /// The files.
    pub files: Files,
    /// What it adds to the index of search, where it adds anything and somebody asked.
    pub searched: Option<Packed>,
}

impl Record {
    /// Every file, part by part.
    pub fn files(&self) -> impl Iterator<Item = Listed> {
        self.parts.iter().flat_map(|part| part.files.iter())
    }

    /// Every file, by path.
    pub(super) fn files_in_order(&self) -> impl Iterator<Item = Listed> {
        listed::in_order(self.parts.iter().map(|part| &part.files))
    }

    /// How much it is.
    pub fn made(&self) -> Made {
        let sum = |count: fn(&Part) -> usize| self.parts.iter().map(count).sum();
        Made { pages: sum(|p| p.pages), charts: sum(|p| p.charts), files: sum(|p| p.files.count()) }
    }

    /// The files that a later site does not have any more.
    pub fn gone(&self, later: &Self) -> Vec<SitePath> {
        let there: HashSet<SitePath> = later.files_unlike(self).map(|file| file.path).collect();
        self.files_unlike(later).map(|file| file.path).filter(|path| !there.contains(path)).collect()
    }

    /// Every file of a part that another site has not just so. They are few, where only texts have changed.
    fn files_unlike(&self, other: &Self) -> impl Iterator<Item = Listed> {
        let same: HashSet<&Fingerprint> =
            other.parts.iter().filter_map(|part| part.made_from.as_ref()).collect();
        let unlike = move |part: &&Part| part.made_from.as_ref().is_none_or(|origin| !same.contains(origin));
        self.parts.iter().filter(unlike).flat_map(|part| part.files.iter())
    }
}

/// The bytes of a file that is handed over in pieces.
#[derive(Default)]
pub(super) struct Tally {
    size: u64,
    sha256: Sha256,
}

impl Tally {
    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        self.sha256.update(bytes);
    }

    /// The file at `path`, when it is whole.
    pub(super) fn of(self, path: SitePath) -> Listed {
        Listed { path, size: self.size, sha256: self.sha256.finalize().into() }
    }
}

/// What is known of the last build.
pub struct Past<'r> {
    /// What everything is made from now.
    pub(super) ground: Fingerprint,
    /// What was read for that, by fingerprint.
    sources: &'r BTreeMap<SourcePath, Fingerprint>,
    /// What came of the last build, if it stands on the same ground.
    record: Option<&'r Record>,
    parts: HashMap<Fingerprint, &'r Part>,
}

impl<'r> Past<'r> {
    /// With the record of a site that is still there just so.
    pub fn new(
        ground: Fingerprint,
        sources: &'r BTreeMap<SourcePath, Fingerprint>,
        record: Option<&'r Record>,
    ) -> Self {
        let record = record.filter(|record| record.ground == ground);
        let parts = record.iter().flat_map(|record| &record.parts);
        let parts = parts.filter_map(|part| Some((part.made_from?, part))).collect();
        Self { ground, sources, record, parts }
    }

    /// The pictures of the last build.
    pub(super) fn album(&self) -> Option<&'r Album> {
        self.record.map(|record| &record.album)
    }

    /// A part that is made from just this.
    pub(super) fn part(&self, origin: &Fingerprint) -> Option<&'r Part> {
        self.parts.get(origin).copied()
    }
}

/// Where everything in a casebook comes from, as far as it tells whether a part can be left as it is.
pub(super) struct Origins<'b> {
    book: &'b Casebook,
    past: &'b Past<'b>,
}

impl<'b> Origins<'b> {
    /// Of a casebook with what is known of its past: the ground is everything in it but the bodies of its texts.
    pub(super) fn of(book: &'b Casebook, past: &'b Past<'b>) -> Self {
        Self { book, past }
    }

    /// What these pages are made from, with all that lies beside them.
    pub(super) fn of_pages(&self, lang: Lang, pages: &[&PageId]) -> Fingerprint {
        let mut origin = begin(&self.past.ground, "pages");
        for page in pages {
            origin.add(address::of(lang, page).as_str());
            let texts = match page {
                PageId::Case(id) => self.book.cases.get(id).map(|case| &case.texts),
                PageId::Free(id) => self.book.pages.get(id).map(|page| &page.texts),
                _ => None,
            };
            self.add(&mut origin, texts.into_iter().flat_map(Localized::iter).map(|(_, text)| text));
        }
        origin.end()
    }

    /// What something is made from that these texts are part of.
    pub(super) fn of_texts<'t>(&self, name: &str, texts: impl Iterator<Item = &'t Text>) -> Fingerprint {
        let mut origin = begin(&self.past.ground, name);
        self.add(&mut origin, texts);
        origin.end()
    }

    /// What something is made from that other parts are put together in.
    pub(super) fn of_parts(&self, name: &str, parts: &[Fingerprint]) -> Fingerprint {
        let mut origin = begin(&self.past.ground, name);
        for part in parts {
            origin.add(part);
        }
        origin.end()
    }

    /// What something is made from that no text's body is part of.
    pub(super) fn of_ground(&self, name: &str) -> Fingerprint {
        begin(&self.past.ground, name).end()
    }

    fn add<'t>(&self, origin: &mut Together, texts: impl Iterator<Item = &'t Text>) {
        for Text { prose, .. } in texts {
            let known = self.past.sources.get(&prose.path).copied();
            origin.add(known.unwrap_or_else(|| hash::whole(prose.text.as_bytes())));
        }
    }
}

/// What the pictures that a casebook shows are made from. Texts show pictures too, so the ground does not tell which.
pub(super) fn of_pictures(ground: &Fingerprint, book: &Casebook) -> Fingerprint {
    let mut origin = begin(ground, "pictures");
    for picture in book.media.keys() {
        origin.add(picture.as_str());
    }
    origin.end()
}

fn begin(ground: &Fingerprint, name: &str) -> Together {
    let mut origin = Together::of(ground);
    origin.add(name);
    origin
}
