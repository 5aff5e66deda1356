//! The output folder: replaced whole or not at all.
//!
//! Everything is put into a new folder beside it; when all is there, the two change places in one step. Killed at any
//! moment, the old site stands or the new one does.
//!
//! A file that the old site has just so is not written again: it stands in both folders until the old one is gone, and
//! keeps its time. So whoever sends the site elsewhere sends only what differs.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::base::SitePath;
use crate::emit::Sink;

/// A file that says that a folder was made by us, and may be replaced.
const MARK: &str = ".casebook";

/// What the mark says to whoever opens it.
const MARK_TEXT: &str = "This folder is made by casebook and replaced whole by each build. Do not edit it.\n\
    此文件夹由 casebook 生成，每次生成时整体替换，请勿手工修改。\n";

/// A folder that is being made.
pub(super) struct Output {
    target: PathBuf,
    fresh: PathBuf,
    /// The same, open: what lies in it is found sooner than by its whole path.
    #[cfg(target_os = "linux")]
    folder: File,
    /// Whether there is an old site.
    replaces: bool,
    written: AtomicUsize,
    /// Held until the folder is finished, so that two builds never share it.
    _lock: File,
}

/// Why a folder cannot be written.
pub(super) enum Refusal {
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

impl Output {
    /// Prepares to replace `target`, the output of the site at `root`.
    pub(super) fn new(target: &Path, root: &Path) -> Result<Self, Refusal> {
        let target = std::path::absolute(target)?;
        let root = fs::canonicalize(root)?;
        let real = real_place(&target)?;
        if root.starts_with(&real)
            || real.starts_with(root.join("content"))
            || real.starts_with(root.join("themes"))
        {
            return Err(Refusal::HoldsSources);
        }
        if !is_ours(&real)? {
            return Err(Refusal::NotOurs);
        }
        let (parent, name) = match (real.parent(), real.file_name()) {
            (Some(parent), Some(name)) => (parent.to_owned(), name.to_string_lossy().into_owned()),
            _ => return Err(Refusal::NotOurs),
        };
        fs::create_dir_all(&parent)?;
        let lock = File::create(parent.join(format!(".{name}.casebook-lock")))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Refusal::Busy),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let fresh = parent.join(format!(".{name}.casebook-new"));
        // Left behind by a build that was killed.
        remove(&fresh)?;
        fs::create_dir(&fresh)?;
        let replaces = is_made(&real);
        let output = Self {
            target: real,
            #[cfg(target_os = "linux")]
            folder: File::open(&fresh)?,
            fresh,
            replaces,
            written: AtomicUsize::new(0),
            _lock: lock,
        };
        output.put(&SitePath::new(MARK), MARK_TEXT.as_bytes())?;
        Ok(output)
    }

    /// How many files the old site did not have, or not like this; `None` if there was none.
    pub(super) fn written(&self) -> Option<usize> {
        self.replaces.then(|| self.written.load(Ordering::Relaxed))
    }

    /// Puts the finished folder in its place.
    pub(super) fn finish(self) -> io::Result<()> {
        if self.target.exists() {
            exchange(&self.fresh, &self.target)?;
            remove(&self.fresh)?;
        } else {
            fs::rename(&self.fresh, &self.target)?;
        }
        self.unlock();
        Ok(())
    }

    /// Leaves the old folder as it was.
    pub(super) fn abandon(self) -> io::Result<()> {
        remove(&self.fresh)?;
        self.unlock();
        Ok(())
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

    fn unlock(self) {
        let name = self.target.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        // The lock is given up when the file is closed; the name is only litter.
        let _ = fs::remove_file(self.target.with_file_name(format!(".{name}.casebook-lock")));
    }
}

impl Sink for Output {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        self.place(path, bytes, || self.write(path, bytes))
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

impl Output {
    /// Takes a file that lies on the disk already, with these bytes: it gets a second name where it can.
    pub(super) fn adopt(&self, path: &SitePath, bytes: &[u8], made: &Path) -> io::Result<()> {
        let link = || fs::hard_link(made, self.fresh.join(path.as_str()));
        self.place(path, bytes, || link().or_else(|_| self.write(path, bytes)))
    }

    fn place(&self, path: &SitePath, bytes: &[u8], write: impl Fn() -> io::Result<()>) -> io::Result<()> {
        let file = || self.fresh.join(path.as_str());
        if self.replaces {
            let (file, old) = (file(), self.target.join(path.as_str()));
            // Some file systems know no second name for a file; then it is written.
            if holds(&old, bytes) && in_its_folder(|| file.clone(), || fs::hard_link(&old, &file)).is_ok() {
                return Ok(());
            }
        }
        self.written.fetch_add(1, Ordering::Relaxed);
        in_its_folder(file, write)
    }
}

/// Does something with a file that needs its folder. To try is cheaper than to remember which folders there are.
fn in_its_folder<T>(file: impl FnOnce() -> PathBuf, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            file().parent().map_or(Ok(()), fs::create_dir_all)?;
            act()
        }
        other => other,
    }
}

/// Whether a file is there and holds exactly these bytes. A link is nobody's file.
fn holds(file: &Path, bytes: &[u8]) -> bool {
    let is_alike = || -> io::Result<bool> {
        let about = fs::symlink_metadata(file)?;
        if !about.is_file() || about.len() != bytes.len() as u64 {
            return Ok(false);
        }
        let (mut file, mut piece, mut rest) = (File::open(file)?, [0; 16 * 1024], bytes);
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(rest.is_empty()),
                n if rest.starts_with(&piece[..n]) => rest = &rest[n..],
                _ => return Ok(false),
            }
        }
    };
    is_alike().unwrap_or(false)
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
pub(super) fn is_made(folder: &Path) -> bool {
    folder.join(MARK).is_file()
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
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
