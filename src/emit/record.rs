//! What a site was made from, and what came of it, so that the next build makes only what differs.
//!
//! A site is made in parts. Of each it is known what went into it: the fingerprint of the ground that all parts share,
//! and of the texts that this part alone is made from. Where both are the same again, so are its files.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Made;
use crate::base::{Lang, Localized, SitePath, SourcePath, hash};
use crate::model::{Casebook, Text};
use crate::plan::{PageId, address};
use crate::view::album::Album;

/// The SHA-256 of what something is made from.
pub type Fingerprint = [u8; 32];

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
    pub files: Vec<Listed>,
}

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Where it lies.
    pub path: SitePath,
    /// How many bytes it has.
    pub size: u64,
    /// The SHA-256 of them.
    pub sha256: Fingerprint,
}

impl Record {
    /// Every file, part by part.
    pub fn files(&self) -> impl Iterator<Item = &Listed> {
        self.parts.iter().flat_map(|part| &part.files)
    }

    /// How much it is.
    pub fn made(&self) -> Made {
        let sum = |count: fn(&Part) -> usize| self.parts.iter().map(count).sum();
        Made { pages: sum(|p| p.pages), charts: sum(|p| p.charts), files: sum(|p| p.files.len()) }
    }

    /// The files that a later site does not have any more.
    pub fn gone<'r>(&'r self, later: &Self) -> Vec<&'r SitePath> {
        let there: HashSet<&SitePath> = later.files().map(|file| &file.path).collect();
        self.files().map(|file| &file.path).filter(|path| !there.contains(path)).collect()
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

impl Listed {
    /// A file with these bytes.
    pub fn of(path: &SitePath, bytes: &[u8]) -> Self {
        Self { path: path.clone(), size: bytes.len() as u64, sha256: hash::whole(bytes) }
    }
}

/// What is known of the last build.
pub struct Past<'r> {
    /// What everything is made from now.
    pub(super) ground: Fingerprint,
    /// What came of the last build, if it stands on the same ground.
    record: Option<&'r Record>,
    parts: HashMap<Fingerprint, &'r Part>,
}

impl<'r> Past<'r> {
    /// With the record of a site that is still there just so.
    pub fn new(ground: Fingerprint, record: Option<&'r Record>) -> Self {
        let record = record.filter(|record| record.ground == ground);
        let parts = record.iter().flat_map(|record| &record.parts);
        let parts = parts.filter_map(|part| Some((part.made_from?, part))).collect();
        Self { ground, record, parts }
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
    ground: Fingerprint,
    texts: BTreeMap<&'b SourcePath, Fingerprint>,
}

impl<'b> Origins<'b> {
    /// Of a casebook that stands on `ground`: everything in it but the bodies of its texts.
    pub(super) fn of(book: &'b Casebook, ground: Fingerprint) -> Self {
        let fingerprint = |text: &'b Text| (&text.prose.path, Sha256::digest(&text.prose.text).into());
        Self { book, ground, texts: book.texts().map(fingerprint).collect() }
    }

    /// What these pages are made from, with all that lies beside them.
    pub(super) fn of_pages(&self, lang: Lang, pages: &[&PageId]) -> Fingerprint {
        let mut hash = self.begin("pages");
        for page in pages {
            sign(&mut hash, address::of(lang, page).as_str());
            let texts = match page {
                PageId::Case(id) => self.book.cases.get(id).map(|case| &case.texts),
                PageId::Free(id) => self.book.pages.get(id).map(|page| &page.texts),
                _ => None,
            };
            self.add(&mut hash, texts.into_iter().flat_map(Localized::iter).map(|(_, text)| text));
        }
        hash.finalize().into()
    }

    /// What something is made from that every text is part of.
    pub(super) fn of_all_texts(&self, name: &str) -> Fingerprint {
        let mut hash = self.begin(name);
        self.add(&mut hash, self.book.texts());
        hash.finalize().into()
    }

    /// What something is made from that no text's body is part of.
    pub(super) fn of_ground(&self, name: &str) -> Fingerprint {
        of_ground(&self.ground, name)
    }

    fn begin(&self, name: &str) -> Sha256 {
        begin(&self.ground, name)
    }

    fn add<'t>(&self, hash: &mut Sha256, texts: impl Iterator<Item = &'t Text>) {
        for text in texts {
            hash.update(self.texts[&text.prose.path]);
        }
    }
}

/// What something is made from that stands on this ground, and that no text's body is part of.
pub(super) fn of_ground(ground: &Fingerprint, name: &str) -> Fingerprint {
    begin(ground, name).finalize().into()
}

fn begin(ground: &Fingerprint, name: &str) -> Sha256 {
    let mut hash = Sha256::new_with_prefix(ground);
    sign(&mut hash, name);
    hash
}

/// Adds a text so that it cannot run into the next.
fn sign(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_be_bytes());
    hash.update(text);
}
