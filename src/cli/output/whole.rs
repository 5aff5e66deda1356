//! An output folder that is replaced whole or not at all.
//!
//! Everything is put into a new folder beside it; when all is there, the two change places in one step. Killed at any
//! moment, the old site stands or the new one does.
//!
//! A file that the old site has just so is not written again: it stands in both folders until the old one is gone, and
//! keeps its time. So whoever sends the site elsewhere sends only what differs.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::place::Place;
use super::{MARK, holds, in_its_folder, remove};
use crate::base::SitePath;
use crate::emit::Sink;

/// What the mark says to whoever opens it.
const MARK_TEXT: &str = "This folder is made by casebook and replaced by each build. Do not edit it.\n\
    此文件夹由 casebook 生成，每次生成时替换，请勿手工修改。\n";

/// A folder that is being made.
pub(in crate::cli) struct Whole {
    place: Place,
    fresh: PathBuf,
    /// The same, open: what lies in it is found sooner than by its whole path.
    #[cfg(target_os = "linux")]
    folder: File,
    /// Whether there is an old site.
    replaces: bool,
    written: AtomicUsize,
}

impl Whole {
    /// Prepares to replace what lies in `place`.
    pub(in crate::cli) fn new(place: Place) -> io::Result<Self> {
        let fresh = place.fresh()?;
        let replaces = place.is_marked();
        let whole = Self {
            place,
            #[cfg(target_os = "linux")]
            folder: File::open(&fresh)?,
            fresh,
            replaces,
            written: AtomicUsize::new(0),
        };
        whole.put(&SitePath::new(MARK), MARK_TEXT.as_bytes())?;
        Ok(whole)
    }

    /// How many files the old site did not have, or not like this; `None` if there was none.
    pub(in crate::cli) fn written(&self) -> Option<usize> {
        self.replaces.then(|| self.written.load(Ordering::Relaxed))
    }

    /// Puts the finished folder in its place.
    pub(in crate::cli) fn finish(self) -> io::Result<()> {
        let target = self.place.folder();
        if target.exists() {
            exchange(&self.fresh, target)?;
            remove(&self.fresh)
        } else {
            fs::rename(&self.fresh, target)
        }
    }

    /// Leaves the old folder as it was.
    pub(in crate::cli) fn abandon(self) -> io::Result<()> {
        remove(&self.fresh)
    }

    /// Takes a file that lies on the disk already, with these bytes: it gets a second name where it can.
    pub(in crate::cli) fn adopt(&self, path: &SitePath, bytes: &[u8], made: &Path) -> io::Result<()> {
        let link = || fs::hard_link(made, self.fresh.join(path.as_str()));
        self.take(path, bytes, || link().or_else(|_| self.write(path, bytes)))
    }

    fn take(&self, path: &SitePath, bytes: &[u8], write: impl Fn() -> io::Result<()>) -> io::Result<()> {
        let file = || self.fresh.join(path.as_str());
        if self.replaces {
            let (file, old) = (file(), self.place.file(path));
            // Some file systems know no second name for a file; then it is written.
            if holds(&old, bytes) && in_its_folder(|| file.clone(), || fs::hard_link(&old, &file)).is_ok() {
                return Ok(());
            }
        }
        self.written.fetch_add(1, Ordering::Relaxed);
        in_its_folder(file, write)
    }

    #[cfg(target_os = "linux")]
    fn create(&self, path: &SitePath) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags, openat};
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::TRUNC | OFlags::CLOEXEC;
        Ok(openat(&self.folder, path.as_str(), flags, Mode::from_raw_mode(0o666))?.into())
    }

    #[cfg(not(target_os = "linux"))]
    fn create(&self, path: &SitePath) -> io::Result<File> {
        File::create(self.fresh.join(path.as_str()))
    }

    fn write(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        self.create(path)?.write_all(bytes)
    }
}

impl Sink for Whole {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        self.take(path, bytes, || self.write(path, bytes))
    }

    fn put_pieces(&self, path: &SitePath, pieces: &mut dyn Iterator<Item = String>) -> io::Result<()> {
        if self.replaces {
            // Only the whole can be held against the old file.
            return self.put(path, pieces.collect::<String>().as_bytes());
        }
        let mut file = in_its_folder(|| self.fresh.join(path.as_str()), || self.create(path))?;
        self.written.fetch_add(1, Ordering::Relaxed);
        for piece in pieces {
            file.write_all(piece.as_bytes())?;
        }
        Ok(())
    }
}

/// Lets two folders change places in one step, where the system can; else in two, with the old one put back if the
/// second fails.
#[cfg(target_os = "linux")]
fn exchange(fresh: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, fresh, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(_) => exchange_in_two(fresh, target),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(fresh: &Path, target: &Path) -> io::Result<()> {
    exchange_in_two(fresh, target)
}

fn exchange_in_two(fresh: &Path, target: &Path) -> io::Result<()> {
    let aside = fresh.with_extension("casebook-old");
    remove(&aside)?;
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(fresh, target) {
        fs::rename(&aside, target)?;
        return Err(error);
    }
    remove(&aside)
}
