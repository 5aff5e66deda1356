//! The place of a finished site on the disk, held by one build at a time.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use same_file::Handle;

use super::{MARK, remove};
use crate::base::SitePath;

/// A folder that is ours to write, for as long as this lives.
pub(in crate::cli) struct Place {
    folder: PathBuf,
    /// Given up when the file is closed.
    _lock: Handle,
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
        let lock = hold(&beside(&folder, "lock"))?;
        Ok(Self { folder, _lock: lock })
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
        // The name of the lock is only litter. It goes while the lock is held: later it could be another's.
        let _ = fs::remove_file(beside(&self.folder, "lock"));
    }
}

/// The file of that name, locked by us alone.
fn hold(name: &Path) -> Result<Handle, Refusal> {
    loop {
        let lock = Handle::from_file(File::create(name)?)?;
        match lock.as_file().try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Refusal::Busy),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        // Whoever held it before may have removed the name after we opened the file; then it keeps out nobody who comes
        // after us.
        match Handle::from_path(name) {
            Ok(named) if named == lock => return Ok(lock),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::{Place, Refusal};

    #[test]
    fn a_folder_is_held_by_one_build_at_a_time() {
        let root = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let target = elsewhere.path().join("public");
        let (holders, held) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let build = || {
            for _ in 0..20_000 {
                match Place::claim(&target, root.path()) {
                    Ok(place) => {
                        assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0, "two hold it");
                        held.fetch_add(1, Ordering::SeqCst);
                        thread::yield_now();
                        holders.fetch_sub(1, Ordering::SeqCst);
                        drop(place);
                    }
                    Err(Refusal::Busy) => thread::yield_now(),
                    Err(Refusal::NotOurs | Refusal::HoldsSources) => panic!("the folder is free to be ours"),
                    Err(Refusal::Disk(error)) => panic!("{error}"),
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(build);
            }
        });
        assert!(held.into_inner() > 0);
        assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0, "nothing is left behind");
    }
}
