//! Every file of a release with its size and fingerprint, so that whoever serves it can see that all of it is there and
//! nothing else.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde::Deserialize;

use crate::base::json;
use crate::base::{SitePath, hash};
use crate::plan::address;

/// What has been handed out so far. Files are fingerprinted by whoever makes them, so that all processors do their part.
#[derive(Default)]
pub struct Manifest(Mutex<Vec<Entry>>);

/// How many entries are written in one go.
const AT_ONCE: usize = 1024;

struct Entry {
    path: SitePath,
    size: usize,
    sha256: [u8; 32],
}

/// A file as a manifest that was written lists it.
pub struct Listed {
    /// Where it lies.
    pub path: SitePath,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

impl Manifest {
    /// Takes note of a file, and says its SHA-256.
    pub fn add(&self, path: &SitePath, bytes: &[u8]) -> [u8; 32] {
        let sha256 = hash::whole(bytes);
        let entry = Entry { path: path.clone(), size: bytes.len(), sha256 };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
        sha256
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// The manifest itself, which is not listed in it.
    pub fn file(self) -> (SitePath, String) {
        let mut entries = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        entries.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        // Nothing else is left to do, so all processors write it.
        let pieces: Vec<String> = entries.par_chunks(AT_ONCE).map(listed).collect();
        let text =
            json::object(|o| o.list("files", |list| pieces.iter().for_each(|piece| list.items(piece))));
        (address::manifest(), text)
    }

    /// What the text of a manifest lists.
    pub fn listed(text: &[u8]) -> serde_json::Result<Vec<Listed>> {
        #[derive(Deserialize)]
        struct Written {
            files: Vec<File>,
        }
        #[derive(Deserialize)]
        struct File {
            path: String,
            sha256: String,
        }
        let Written { files } = serde_json::from_slice(text)?;
        Ok(files.into_iter().map(|file| Listed { path: file.path.into(), sha256: file.sha256 }).collect())
    }
}

fn listed(entries: &[Entry]) -> String {
    json::items(|list| {
        for entry in entries {
            list.object(|o| {
                o.text("path", entry.path.as_str());
                o.count("size", entry.size as u64);
                o.text("sha256", &hash::hexadecimal(&entry.sha256));
            });
        }
    })
}
