//! What one build leaves for the next: a folder of the site that can be deleted at any time.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::media::Store;

/// The folder in a site.
const NAME: &str = ".casebook-cache";

/// The folder of a site. Whatever goes wrong with it only costs time.
pub(super) struct Cache {
    folder: PathBuf,
    /// What this build has asked for or added.
    used: Mutex<BTreeSet<String>>,
}

impl Cache {
    pub(super) fn of(site: &Path) -> Self {
        Self { folder: site.join(NAME), used: Mutex::default() }
    }

    /// Removes what this build had no use for.
    pub(super) fn tidy(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        // A link could lead to somebody's own files.
        if fs::symlink_metadata(&self.folder).is_ok_and(|found| found.is_symlink()) {
            return;
        }
        for entry in entries.flatten() {
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| is_ours(name) && !used.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Removes one file.
    pub(super) fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.folder.join(name));
    }

    fn remember(&self, name: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
    }

    /// Replaces one file in one step: another build may be reading it.
    pub(super) fn write(&self, name: &str, write: impl FnOnce(File) -> io::Result<()>) -> io::Result<()> {
        if !self.folder.is_dir() {
            fs::create_dir(&self.folder)?;
            // For sites that were made before there was such a folder.
            fs::write(self.folder.join(".gitignore"), "*\n")?;
        }
        let aside = self.folder.join(format!("{name}.{}.new", std::process::id()));
        write(File::create(&aside)?)?;
        fs::rename(&aside, self.folder.join(name))
    }
}

impl Store for Cache {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        let found = fs::read(self.folder.join(name)).ok()?;
        self.remember(name);
        Some(found)
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        if self.write(name, |mut file| file.write_all(bytes)).is_ok() {
            self.remember(name);
        }
    }
}

/// Whether we could have written a file of this name: a hash, and what it is of; or what a build had begun to remember when
/// it was killed.
fn is_ours(name: &str) -> bool {
    let is_named_by_hash = name
        .split_once('-')
        .is_some_and(|(hash, _)| hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit()));
    is_named_by_hash || (name.starts_with(super::memory::NAME) && name.ends_with(".new"))
}

#[cfg(test)]
mod tests {
    use super::Cache;
    use crate::media::Store;

    #[test]
    fn what_a_build_has_no_use_for_is_removed_and_nothing_else() {
        let site = tempfile::tempdir().unwrap();
        let [old, new] = ["a", "b"].map(|digit| format!("{}-1", digit.repeat(64)));
        let first = Cache::of(site.path());
        assert_eq!(first.get(&old), None);
        first.put(&old, b"old");
        first.put(&new, b"new");
        first.tidy();
        let folder = site.path().join(".casebook-cache");
        std::fs::write(folder.join("mine.txt"), "mine").unwrap();
        std::fs::write(folder.join("last-build.42.new"), "half").unwrap();
        let second = Cache::of(site.path());
        assert_eq!(second.get(&new).as_deref(), Some(&b"new"[..]));
        second.tidy();
        let mut left: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, [".gitignore", &new, "mine.txt"]);
    }

    #[test]
    fn a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing() {
        let site = tempfile::tempdir().unwrap();
        std::fs::write(site.path().join(".casebook-cache"), "a file").unwrap();
        let cache = Cache::of(site.path());
        cache.put("a-1", b"x");
        assert_eq!(cache.get("a-1"), None);
        cache.tidy();
    }
}
