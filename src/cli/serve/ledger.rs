//! What the preview has read, file by file, and what has become of it on the disk since.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher as _};
use std::io;
use std::ops::Bound;
use std::sync::Mutex;
use std::time::Instant;

use crate::base::SourcePath;
use crate::cli::disk::Folder;
use crate::cli::litter::is_litter;
use crate::cli::stamp::{COARSEST_TIME, Stamp, Stamps, is_in, stamp};
use crate::site::Sources;

/// What was read, in which state.
#[derive(Default)]
pub(super) struct Ledger {
    files: BTreeMap<SourcePath, Entry>,
    /// Files that were taken in a moment ago.
    recent: BTreeMap<SourcePath, Instant>,
}

/// A file as it was taken in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Entry {
    stamp: Stamp,
    /// The hash of what was read; `None` for a file that nobody asked for.
    content: Option<u64>,
}

/// Files that are others than those that were read, or new, with their stamps; or that have gone.
pub(super) type Changes = BTreeMap<SourcePath, Option<Stamp>>;

/// How to take a file that has gone or become empty.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Haste {
    /// Some programs take a file away, or empty it, just before they write it: leave it to the next look.
    Patient,
    /// It is as it is.
    Final,
}

impl Ledger {
    /// Compares what lies at `place` on the disk, a file or everything in a folder, with what was read. What turns out
    /// to have been touched only is noted here, and is no change.
    pub(super) fn compare(&mut self, folder: &Folder, place: &str, there: &Stamps, haste: Haste) -> Changes {
        let mut changed = Changes::new();
        for (path, stamp) in there {
            match self.files.get(path).copied() {
                Some(entry) if entry.stamp == *stamp => {}
                Some(entry) if haste == Haste::Patient && stamp.is_empty() && !entry.stamp.is_empty() => {}
                // A file that nobody has asked for matters by being there, not by what it holds.
                Some(entry) if entry.content.is_none_or(|known| content(folder, path) == Some(known)) => {
                    self.files.insert(path.clone(), Entry { stamp: *stamp, ..entry });
                }
                _ => {
                    changed.insert(path.clone(), Some(*stamp));
                }
            }
        }
        for path in self.known_at(place).filter(|path| !there.contains_key(*path)) {
            // A folder that has gone as a whole was moved or thrown away: nothing saves like that.
            if haste == Haste::Final || !folder.path().join(path.folder()).is_dir() {
                changed.insert(path.clone(), None);
            }
        }
        changed
    }

    /// Reads again what was taken in a moment ago, and says what is another content under the same stamp.
    pub(super) fn doubt(&mut self, folder: &Folder) -> Changes {
        let is_other = |path: &&SourcePath| {
            let known = self.files.get(*path).and_then(|entry| entry.content);
            known.is_some_and(|known| content(folder, path).is_some_and(|now| now != known))
        };
        let others = self.recent.keys().filter(is_other);
        let changed = others.map(|path| (path.clone(), stamp(folder.path(), path))).collect();
        self.recent.retain(|_, since| since.elapsed() < COARSEST_TIME);
        changed
    }

    /// Notes that `changed` was taken in, and everything that was read for it.
    pub(super) fn note(&mut self, changed: Changes, reader: Reader<'_>) {
        let now = Instant::now();
        for (path, stamp) in changed {
            if let Some(stamp) = stamp {
                self.files.insert(path.clone(), Entry { stamp, content: None });
                self.recent.insert(path, now);
            } else {
                self.files.remove(&path);
                self.recent.remove(&path);
            }
        }
        self.files.extend(reader.read.into_inner().expect("no thread panicked while it read"));
    }

    /// Notes a whole site as it was when it was opened.
    pub(super) fn open(stamps: &Stamps, reader: Reader<'_>) -> Self {
        let mut ledger = Self::default();
        ledger.note(stamps.iter().map(|(path, stamp)| (path.clone(), Some(*stamp))).collect(), reader);
        // Nobody was writing yet.
        ledger.recent.clear();
        ledger
    }

    /// The files it knows at `place`, as in [`stamps`](super::stamp::stamps).
    fn known_at<'l>(&'l self, place: &'l str) -> impl Iterator<Item = &'l SourcePath> {
        let from =
            self.files.range::<str, _>((Bound::Included(place), Bound::Unbounded)).map(|(path, _)| path);
        from.take_while(move |path| path.as_str().starts_with(place))
            .filter(move |path| place.is_empty() || path.as_str() == place || is_in(path.as_str(), place))
    }
}

/// The hash of what lies at `path` now.
fn content(folder: &Folder, path: &SourcePath) -> Option<u64> {
    folder.read(path).ok().map(|bytes| hash(&bytes))
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// A folder of sources that remembers what was read of it, and in which state.
pub(super) struct Reader<'f> {
    folder: &'f Folder,
    /// What was seen of it a moment ago.
    seen: Option<&'f Stamps>,
    read: Mutex<BTreeMap<SourcePath, Entry>>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(folder: &'f Folder) -> Self {
        Self { folder, seen: None, read: Mutex::default() }
    }

    /// For a whole folder that has been looked at a moment ago.
    pub(super) fn of_all(folder: &'f Folder, seen: &'f Stamps) -> Self {
        Self { seen: Some(seen), ..Self::new(folder) }
    }
}

impl Sources for Reader<'_> {
    fn list(&self) -> io::Result<Vec<SourcePath>> {
        if let Some(seen) = self.seen {
            return Ok(seen.keys().cloned().collect());
        }
        let mut files = self.folder.list()?;
        files.retain(|path| !is_litter(path));
        Ok(files)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        // The stamp comes first: a change while the file is read gives it another.
        let seen = self.seen.and_then(|seen| seen.get(path).copied());
        let stamp = seen.or_else(|| stamp(self.folder.path(), path));
        let bytes = self.folder.read(path)?;
        if let Some(stamp) = stamp {
            let entry = Entry { stamp, content: Some(hash(&bytes)) };
            self.read.lock().expect("no thread panicked while it read").insert(path.clone(), entry);
        }
        Ok(bytes)
    }
}
