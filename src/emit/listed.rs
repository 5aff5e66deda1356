//! The files of a release, each with its size and fingerprint.

use std::collections::BTreeMap;
use std::iter;

use serde::{Deserialize, Serialize};

use crate::base::hash::{self, Fingerprint};
use crate::base::{Packed, SitePath};

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Where it lies.
    pub path: SitePath,
    /// How many bytes it has.
    pub size: u64,
    /// The SHA-256 of them.
    pub sha256: Fingerprint,
}

impl Listed {
    /// A file with these bytes.
    pub fn of(path: &SitePath, bytes: &[u8]) -> Self {
        Self { path: path.clone(), size: bytes.len() as u64, sha256: hash::whole(bytes) }
    }
}

/// Some files that are made together, in the order of their paths. They are packed: a large site has half a million, and
/// while it is made nobody looks into the list of them. Of each path only what differs from the one before is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Files {
    count: usize,
    packed: Packed,
}

/// One of them: its path begins with so many bytes of the one before.
#[derive(Serialize, Deserialize)]
struct Entry<'p> {
    shared: usize,
    rest: &'p str,
    size: u64,
    sha256: Fingerprint,
}

impl Files {
    /// Packs these files.
    pub(super) fn of(mut files: Vec<Listed>) -> Self {
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let mut before = "";
        let entries = files.iter().map(|Listed { path, size, sha256 }| {
            let path = path.as_str();
            let shared = shared(std::mem::replace(&mut before, path), path);
            Entry { shared, rest: &path[shared..], size: *size, sha256: *sha256 }
        });
        let entries: Vec<Entry<'_>> = entries.collect();
        Self { count: files.len(), packed: Packed::of(&entries).expect("numbers and text can be packed") }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Every one of them, by path.
    pub fn iter(&self) -> impl Iterator<Item = Listed> + use<> {
        let mut path = String::new();
        let files = self.entries().into_iter().map(|Entry { shared, rest, size, sha256 }| {
            path.truncate(shared);
            path.push_str(rest);
            Listed { path: SitePath::new(&path), size, sha256 }
        });
        files.collect::<Vec<_>>().into_iter()
    }

    /// The path of the first; none for no files.
    fn first(&self) -> Option<SitePath> {
        self.entries().first().map(|entry| SitePath::new(entry.rest))
    }

    fn entries(&self) -> Vec<Entry<'_>> {
        self.packed.open().expect("nobody else packs files")
    }
}

/// Every file of all lists together, by path. A list is unpacked when the first of its files is due, and most end before the
/// next begins: so half a million are never there at once.
pub(super) fn in_order<'f>(lists: impl Iterator<Item = &'f Files>) -> impl Iterator<Item = Listed> {
    let begun = lists.filter_map(|list| Some((list.first()?, list)));
    let mut waiting: Vec<(SitePath, &Files)> = begun.collect();
    waiting.sort_unstable_by(|a, b| b.0.cmp(&a.0));
    // The next of every list that has begun, and the rest of it.
    let mut due = BTreeMap::new();
    iter::from_fn(move || {
        while let Some((_, list)) =
            waiting.pop_if(|(first, _)| due.first_key_value().is_none_or(|(path, _)| *first < *path))
        {
            let mut files = list.iter();
            due.extend(files.next().map(|file| (file.path.clone(), (file, files))));
        }
        let (_, (file, mut rest)) = due.pop_first()?;
        due.extend(rest.next().map(|next| (next.path.clone(), (next, rest))));
        Some(file)
    })
}

/// How many bytes two paths have in common, before one differs.
fn shared(a: &str, b: &str) -> usize {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    same.map(|(c, _)| c.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::{Files, Listed, in_order};
    use crate::base::SitePath;

    fn files(paths: &[&str]) -> Vec<Listed> {
        paths.iter().map(|path| Listed::of(&SitePath::new(path), path.as_bytes())).collect()
    }

    #[test]
    fn what_is_packed_comes_out_by_path() {
        let paths = [
            "",
            "en",
            "en/cases/heat.html",
            "en/cases/heat/1.svg",
            "en/cases/烧.html",
            "en/cases/热.html",
            "zh",
        ];
        for count in 0..=paths.len() {
            let listed = files(&paths[..count]);
            let packed = Files::of(listed.iter().rev().cloned().collect());
            assert_eq!(packed.count(), count);
            assert_eq!(packed.iter().collect::<Vec<_>>(), listed);
        }
    }

    #[test]
    fn lists_that_overlap_come_out_as_one() {
        let lists = [&["b", "f"][..], &["a", "c", "g"], &[], &["d"], &["e", "h"]]
            .map(|paths| Files::of(files(paths)));
        let all: Vec<Listed> = in_order(lists.iter()).collect();
        assert_eq!(all, files(&["a", "b", "c", "d", "e", "f", "g", "h"]));
        assert_eq!(in_order([].iter()).next(), None);
    }
}
