//! The sources as they were when they were read.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::SourcePath;
use crate::base::hash::{self, Fingerprint};
use crate::cli::disk::Folder;
use crate::cli::stamp::{Stamp, stamp};
use crate::site::Sources;

/// Every file that was there, and what is known of those that were read.
#[derive(Serialize, Deserialize)]
pub(in crate::cli) struct Known {
    began: SystemTime,
    files: BTreeMap<SourcePath, Option<(Stamp, Fingerprint)>>,
}

impl Known {
    /// Whether every file of a folder is still the same. Where its stamp leaves a doubt, it is read.
    pub(super) fn are_still(&self, folder: &Folder) -> bool {
        let Ok(there) = folder.list() else { return false };
        let is_same = |path: &SourcePath| match self.files.get(path) {
            None => false,
            Some(None) => true,
            Some(Some((known, content))) => {
                let is_as_it_was = stamp(folder.path(), path)
                    .is_some_and(|now| now == *known && !now.is_doubtful_since(self.began));
                is_as_it_was || folder.read(path).is_ok_and(|bytes| hash::whole(&bytes) == *content)
            }
        };
        there.len() == self.files.len() && there.par_iter().all(is_same)
    }
}

/// A folder of which the stamps are taken as it is read.
pub(in crate::cli) struct Stamped<'f> {
    folder: &'f Folder,
    began: SystemTime,
    files: Mutex<BTreeMap<SourcePath, Option<Stamp>>>,
}

impl<'f> Stamped<'f> {
    pub(in crate::cli) fn new(folder: &'f Folder) -> Self {
        Self { folder, began: SystemTime::now(), files: Mutex::default() }
    }

    /// What is known of it, with the fingerprints of what was read.
    pub(in crate::cli) fn known(&self, fingerprints: &BTreeMap<SourcePath, Fingerprint>) -> Known {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |(path, stamp): (&SourcePath, &Option<Stamp>)| {
            let both = stamp.zip(fingerprints.get(path).copied());
            (path.clone(), both)
        };
        Known { began: self.began, files: files.iter().map(known).collect() }
    }

    fn note(&self, path: &SourcePath, stamp: Option<Stamp>) {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let found = files.entry(path.clone()).or_default();
        // A file may be read twice: what was seen first is what the site is made from.
        *found = found.or(stamp);
    }
}

impl Sources for Stamped<'_> {
    fn list(&self) -> io::Result<Vec<SourcePath>> {
        let files = self.folder.list()?;
        for path in &files {
            self.note(path, None);
        }
        Ok(files)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        // The stamp comes first: a change while the file is read gives it another.
        self.note(path, stamp(self.folder.path(), path));
        self.folder.read(path)
    }
}
