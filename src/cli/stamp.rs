//! What tells at a glance that a file is another than before.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::litter::is_litter;
use crate::base::SourcePath;

/// The only file of a site that lies in no folder.
pub(super) const SITE_FILE: &str = "casebook.yaml";

/// The folders of a site that hold sources.
pub(super) const FOLDERS: [&str; 2] = ["content", "themes"];

/// Some disks count the time of a change in steps of two seconds: so long after a file was read, its stamp may hide a
/// second change.
pub(super) const COARSEST_TIME: Duration = Duration::from_millis(2100);

/// What the files of a site are like.
pub(super) type Stamps = BTreeMap<SourcePath, Stamp>;

/// Size, time of the last change and identity of a file. Two contents can share one where a disk counts time in whole
/// seconds, so files that were read a moment ago are compared by content as well.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
    /// Another file under the same name: many programs write a new one and rename it.
    identity: Identity,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { bytes: metadata.len(), changed: metadata.modified().ok(), identity: identity(metadata) }
    }

    /// Whether the file may have been changed so soon before `moment` that a change after it would leave the same stamp.
    pub(super) fn is_doubtful_since(self, moment: SystemTime) -> bool {
        let settled = self.changed.and_then(|changed| changed.checked_add(COARSEST_TIME));
        settled.is_none_or(|settled| settled >= moment)
    }

    /// Whether the file has nothing in it: many programs empty a file before they write it.
    pub(super) fn is_empty(self) -> bool {
        self.bytes == 0
    }
}

/// Its number, and when something last happened to it, be it that its time was set back.
#[cfg(unix)]
type Identity = (u64, i64, i64);

#[cfg(unix)]
fn identity(metadata: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

/// When it was made.
#[cfg(not(unix))]
type Identity = Option<SystemTime>;

#[cfg(not(unix))]
fn identity(metadata: &Metadata) -> Identity {
    metadata.created().ok()
}

/// The stamps of the file at `place`, or of every file in the folder there; of the whole site for an empty `place`.
/// What is no source has none, and neither has what programs leave behind.
pub(super) fn stamps(root: &Path, place: &str) -> io::Result<Stamps> {
    let mut stamps = Stamps::new();
    let tops = [SITE_FILE].into_iter().chain(FOLDERS);
    for top in tops.filter(|top| place.is_empty() || place == *top || is_in(place, top)) {
        let start = if place.is_empty() { top } else { place };
        if let Some(metadata) = look(root, start)? {
            collect(root, start, &metadata, &mut stamps)?;
        }
    }
    Ok(stamps)
}

/// The stamp of one file, if it is there.
pub(super) fn stamp(root: &Path, path: &SourcePath) -> Option<Stamp> {
    look(root, path.as_str()).ok().flatten().filter(Metadata::is_file).map(|metadata| Stamp::of(&metadata))
}

/// Whether `path` lies in `folder`.
pub(super) fn is_in(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

fn collect(root: &Path, path: &str, metadata: &Metadata, stamps: &mut Stamps) -> io::Result<()> {
    if metadata.is_file() {
        let file = SourcePath::new(path);
        if !is_litter(&file) {
            stamps.insert(file, Stamp::of(metadata));
        }
        return Ok(());
    }
    if !metadata.is_dir() {
        return Ok(());
    }
    let Some(entries) = there(fs::read_dir(root.join(path)))? else { return Ok(()) };
    for entry in entries {
        let Some(entry) = there(entry)? else { continue };
        let Ok(name) = entry.file_name().into_string() else { continue };
        if let Some(metadata) = there(entry.metadata())? {
            collect(root, &format!("{path}/{name}"), &metadata, stamps)?;
        }
    }
    Ok(())
}

/// What lies at `path`. Links in the folders of sources are not followed, as in [`Folder`](crate::cli::disk::Folder).
fn look(root: &Path, path: &str) -> io::Result<Option<Metadata>> {
    let place = root.join(path);
    let is_top = path == SITE_FILE || FOLDERS.contains(&path);
    there(if is_top { fs::metadata(place) } else { fs::symlink_metadata(place) })
}

/// What has gone while it was looked at is not there.
fn there<T>(found: io::Result<T>) -> io::Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
