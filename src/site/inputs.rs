//! What a site is made from, by fingerprint.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::{Checked, Sources, Wish};
use crate::base::{SourcePath, hash};
use crate::emit::Fingerprint;
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
        let Wish { at: _, drafts, base_url, without_broken, shard } = wish;
        let Checked { spell, book, .. } = checked;
        let wants_letters = book.as_ref().is_some_and(|book| book.site.share_images.is_some());
        let letters = wants_letters.then(|| fonts.letters().identity());
        let mut hash = Sha256::new();
        let wanted = (drafts, base_url, without_broken, shard);
        hash.update(format!("{:?}", (&self.maker, wanted, spell, letters)));
        for path in self.listed.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            hash.update(format!("{path:?}"));
        }
        for (path, content) in self.read.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            if !matches!(role(path), Role::Prose(..)) {
                hash.update(format!("{path:?}"));
                hash.update(content);
            }
        }
        for Text { prose, .. } in book.iter().flat_map(Casebook::texts) {
            hash.update(format!("{:?}", (&prose.path, &prose.text[..prose.body_at])));
        }
        hash.finalize().into()
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
