//! What a site is made from, by fingerprint.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Mutex, PoisonError};

use super::{Checked, Sources, Wish};
use crate::base::SourcePath;
use crate::base::hash::{self, Fingerprint, Together};
use crate::link::Spell;
use crate::media::Fonts;
use crate::model::{Casebook, Text};
use crate::read::{Role, role};

/// Sources that are fingerprinted as they are read.
pub struct Inputs<'s> {
    sources: &'s dyn Sources,
    /// What makes the site, be it only in another edition.
    maker: String,
    listed: Mutex<BTreeSet<SourcePath>>,
    read: Mutex<BTreeMap<SourcePath, Fingerprint>>,
}

impl<'s> Inputs<'s> {
    /// These sources, none of them read yet. `maker` is another text for another program: what it makes of the same may
    /// differ.
    pub fn new(sources: &'s dyn Sources, maker: String) -> Self {
        Self { sources, maker, listed: Mutex::default(), read: Mutex::default() }
    }

    /// Everything that was read so far.
    pub fn fingerprints(&self) -> BTreeMap<SourcePath, Fingerprint> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What a checked site is made from, but for the bodies of its texts: of a text, other pages show what stands in its
    /// front matter at most.
    pub fn ground(&self, checked: &Checked, wish: &Wish, fonts: &dyn Fonts) -> Fingerprint {
        let Wish { at: _, drafts: _, base_url, without_broken, shard } = wish;
        let Checked { spell, book, .. } = checked;
        let wants_letters = book.as_ref().is_some_and(|book| book.site.share_images.is_some());
        let letters = wants_letters.then(|| fonts.letters().identity());
        let mut ground = Together::of(self.against(wish, *spell));
        ground.add(format!("{:?}", (base_url, without_broken, shard, letters)));
        for Text { prose, .. } in book.iter().flat_map(Casebook::texts) {
            ground.add(prose.path.as_str());
            ground.add(&prose.text[..prose.body_at]);
        }
        ground.end()
    }

    /// What the texts of a site are held against: all that was read but they themselves.
    pub(super) fn against(&self, wish: &Wish, spell: Spell) -> Fingerprint {
        let mut all = Together::of(&self.maker);
        all.add(format!("{:?}", (wish.drafts, spell)));
        let listed = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        for path in listed.iter() {
            all.add(path.as_str());
        }
        // Where the list ends.
        all.add("");
        for (path, content) in self.read.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            if !matches!(role(path), Role::Prose(..)) {
                all.add(path.as_str());
                all.add(content);
            }
        }
        all.end()
    }

    /// What a file had in it when it was read.
    pub(super) fn fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).get(path).copied()
    }
}

impl Sources for Inputs<'_> {
    fn list(&self) -> io::Result<Vec<SourcePath>> {
        let files = self.sources.list()?;
        *self.listed.lock().unwrap_or_else(PoisonError::into_inner) = files.iter().cloned().collect();
        Ok(files)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        let bytes = self.sources.read(path)?;
        let content = hash::whole(&bytes);
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), content);
        Ok(bytes)
    }
}
