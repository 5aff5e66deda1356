//! The output folder, and the two ways of making it what it should be.
//!
//! Usually it is replaced whole (`whole.rs`). Where the last build is remembered and only texts have changed since, what
//! differs is moved into it (`patch.rs`).

mod patch;
mod place;
mod whole;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::base::SitePath;
use crate::emit::Sink;
use patch::Patch;
pub(super) use place::{Place, Refusal, is_made};
use whole::Whole;

/// A file that says that a folder was made by us, and may be replaced.
pub(super) const MARK: &str = ".casebook";

/// A folder that is being made what it should be.
pub(super) enum Output {
    /// Everything is made, and takes the place of what is there.
    Whole(Whole),
    /// Only what is made is replaced.
    Patch(Patch),
}

impl Output {
    /// Prepares to replace all that lies in `place`.
    pub(super) fn whole(place: Place) -> io::Result<Self> {
        Whole::new(place).map(Self::Whole)
    }

    /// Prepares to replace some of what lies in `place`.
    pub(super) fn patch(place: Place) -> io::Result<Self> {
        Patch::new(place).map(Self::Patch)
    }

    /// How many files there was no site for before, or not like this; `None` if there was none.
    pub(super) fn written(&self) -> Option<usize> {
        match self {
            Self::Whole(whole) => whole.written(),
            Self::Patch(patch) => Some(patch.written()),
        }
    }

    /// Takes a file that lies on the disk already, with these bytes: it gets a second name where it can.
    pub(super) fn adopt(&self, path: &SitePath, bytes: &[u8], made: &Path) -> io::Result<()> {
        match self {
            Self::Whole(whole) => whole.adopt(path, bytes, made),
            Self::Patch(patch) => patch.put(path, bytes),
        }
    }

    /// Puts what was made into its place. `gone` are the files that were part of the old site only.
    pub(super) fn finish(self, gone: &[SitePath]) -> io::Result<()> {
        match self {
            Self::Whole(whole) => whole.finish(),
            Self::Patch(patch) => patch.finish(gone),
        }
    }

    /// Leaves the folder as it was.
    pub(super) fn abandon(self) -> io::Result<()> {
        match self {
            Self::Whole(whole) => whole.abandon(),
            Self::Patch(patch) => patch.abandon(),
        }
    }
}

impl Sink for Output {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Whole(whole) => whole.put(path, bytes),
            Self::Patch(patch) => patch.put(path, bytes),
        }
    }

    fn put_pieces(&self, path: &SitePath, pieces: &mut dyn Iterator<Item = String>) -> io::Result<()> {
        match self {
            Self::Whole(whole) => whole.put_pieces(path, pieces),
            Self::Patch(patch) => patch.put_pieces(path, pieces),
        }
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

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
