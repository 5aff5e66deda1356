//! The place of a finished site on the disk, held by one build at a time.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{MARK, remove};
use crate::base::SitePath;

/// A folder that is ours to write, for as long as this lives.
pub(in crate::cli) struct Place {
    folder: PathBuf,
    /// Given up when the file is closed.
    _lock: File,
}

/// Why a folder cannot be written.
pub(in crate::cli) enum Refusal {
    /// It holds files that we did not make.
    NotOurs,
    /// It holds the sources.
    HoldsSources,
    /// Somebody else is at it.
    Busy,
    /// The disk said no.
    Disk(io::Error),
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::Disk(error)
    }
}

impl Place {
    /// Claims `target` for the output of the site at `root`.
    pub(in crate::cli) fn claim(target: &Path, root: &Path) -> Result<Self, Refusal> {
        let target = std::path::absolute(target)?;
        let root = fs::canonicalize(root)?;
        let folder = real_place(&target)?;
        if root.starts_with(&folder)
            || folder.starts_with(root.join("content"))
            || folder.starts_with(root.join("themes"))
        {
            return Err(Refusal::HoldsSources);
        }
        if !is_ours(&folder)? {
            return Err(Refusal::NotOurs);
        }
        let (Some(parent), Some(_)) = (folder.parent(), folder.file_name()) else {
            return Err(Refusal::NotOurs);
        };
        fs::create_dir_all(parent)?;
        let lock = File::create(beside(&folder, "lock"))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { folder, _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(Refusal::Busy),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Where the site lies, or will lie.
    pub(in crate::cli) fn folder(&self) -> &Path {
        &self.folder
    }

    /// One of its files.
    pub(super) fn file(&self, path: &SitePath) -> PathBuf {
        self.folder.join(path.as_str())
    }

    /// Whether a site that we made is there.
    pub(super) fn is_marked(&self) -> bool {
        is_made(&self.folder)
    }

    /// An empty folder beside it, for what is not finished yet.
    pub(super) fn fresh(&self) -> io::Result<PathBuf> {
        let fresh = beside(&self.folder, "new");
        // Left behind by a build that was killed.
        remove(&fresh)?;
        fs::create_dir(&fresh)?;
        Ok(fresh)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // The name of the lock is only litter.
        let _ = fs::remove_file(beside(&self.folder, "lock"));
    }
}

/// A name of ours beside a folder that has one itself.
fn beside(folder: &Path, what: &str) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!(".{name}.casebook-{what}"))
}

/// Where a folder lies, or will lie, when every link and `..` on the way is followed.
fn real_place(target: &Path) -> io::Result<PathBuf> {
    let there = target.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"));
    let rest = target.strip_prefix(there).unwrap_or(Path::new(""));
    if rest.components().any(|part| part == std::path::Component::ParentDir) {
        return Err(io::ErrorKind::NotFound.into());
    }
    Ok(fs::canonicalize(there)?.join(rest))
}

/// Whether `folder` may be replaced: it is not there, empty, or carries our mark.
fn is_ours(folder: &Path) -> io::Result<bool> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(error),
        Ok(mut entries) => Ok(entries.next().is_none() || is_made(folder)),
    }
}

/// Whether a folder carries our mark.
pub(in crate::cli) fn is_made(folder: &Path) -> bool {
    folder.join(MARK).is_file()
}
