//! An output folder of which only a few files are replaced.
//!
//! Where it is known that most of a site is as it was, nothing is done to that. What differs is made beside it, and moved
//! into place when all of it is there: each file in one step, the manifest last.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::place::Place;
use super::{holds, in_its_folder, remove};
use crate::base::SitePath;
use crate::emit::Sink;
use crate::plan::address;

/// A folder that is being brought up to date.
pub(in crate::cli) struct Patch {
    place: Place,
    fresh: PathBuf,
    differing: Mutex<BTreeSet<SitePath>>,
}

impl Patch {
    /// Prepares to bring up to date what lies in `place`.
    pub(in crate::cli) fn new(place: Place) -> io::Result<Self> {
        let fresh = place.fresh()?;
        Ok(Self { place, fresh, differing: Mutex::default() })
    }

    /// How many files differ so far.
    pub(in crate::cli) fn written(&self) -> usize {
        self.differing.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    fn note(&self, differing: &SitePath) {
        self.differing.lock().unwrap_or_else(PoisonError::into_inner).insert(differing.clone());
    }

    /// Moves what differs into its place, and removes what is no longer part of the site.
    pub(in crate::cli) fn finish(self, gone: &[SitePath]) -> io::Result<()> {
        let mut differing = self.differing.into_inner().unwrap_or_else(PoisonError::into_inner);
        let manifest = differing.take(&address::manifest());
        for path in differing.iter().chain(&manifest) {
            let (new, old) = (self.fresh.join(path.as_str()), self.place.file(path));
            in_its_folder(|| old.clone(), || fs::rename(&new, &old))?;
        }
        for path in gone {
            fs::remove_file(self.place.file(path))?;
            remove_empty_folders(self.place.folder(), path)?;
        }
        remove(&self.fresh)
    }

    /// Leaves the folder as it was.
    pub(in crate::cli) fn abandon(self) -> io::Result<()> {
        remove(&self.fresh)
    }
}

impl Sink for Patch {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        if holds(&self.place.file(path), bytes) {
            return Ok(());
        }
        let file = self.fresh.join(path.as_str());
        in_its_folder(|| file.clone(), || fs::write(&file, bytes))?;
        self.note(path);
        Ok(())
    }

    fn put_pieces(&self, path: &SitePath, pieces: &mut dyn Iterator<Item = String>) -> io::Result<()> {
        // The list of all files: it is the same only if they are.
        if self.written() == 0 {
            return self.put(path, pieces.collect::<String>().as_bytes());
        }
        let file = self.fresh.join(path.as_str());
        let mut written = in_its_folder(|| file.clone(), || File::create(&file))?;
        for piece in pieces {
            written.write_all(piece.as_bytes())?;
        }
        self.note(path);
        Ok(())
    }
}

/// Removes the folders in which a file was the last.
fn remove_empty_folders(root: &Path, path: &SitePath) -> io::Result<()> {
    let folders =
        Path::new(path.as_str()).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
    for folder in folders {
        match fs::remove_dir(root.join(folder)) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => break,
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
