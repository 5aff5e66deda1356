//! Every file of a release with its size and fingerprint, so that whoever serves it can see that all of it is there and
//! nothing else.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use serde::Deserialize;

use crate::base::json;
use crate::base::{SitePath, hash};

/// What has been handed out so far. Files are fingerprinted by whoever makes them, so that all processors do their part.
#[derive(Default)]
pub struct Manifest(Mutex<Vec<Entry>>);

/// How many entries a processor writes in one go.
const AT_ONCE: usize = 1024;

/// How many are written together, and then forgotten.
const IN_A_PIECE: usize = 32 * AT_ONCE;

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

    /// The manifest itself, which is not listed in it: in pieces, because it has a line for every file of the site.
    pub fn pieces(self) -> impl Iterator<Item = String> {
        let mut entries = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        entries.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let (mut at, mut is_closed) = (0, false);
        std::iter::from_fn(move || {
            let rest = &entries[at..];
            if rest.is_empty() {
                let end = if at == 0 { "{\"files\":[]}\n" } else { "]}\n" };
                return (!std::mem::replace(&mut is_closed, true)).then(|| end.to_owned());
            }
            let now = &rest[..rest.len().min(IN_A_PIECE)];
            let before = if at == 0 { "{\"files\":[" } else { "," };
            at += now.len();
            // Nothing else is left to do, so all processors write it.
            let lines: Vec<String> = now.par_chunks(AT_ONCE).map(listed).collect();
            Some(before.to_owned() + &lines.join(","))
        })
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

#[cfg(test)]
mod tests {
    use super::{IN_A_PIECE, Manifest};
    use crate::base::SitePath;

    #[test]
    fn in_however_many_pieces_it_lists_every_file_in_order() {
        for count in [0, 1, IN_A_PIECE, IN_A_PIECE + 1] {
            let manifest = Manifest::default();
            for n in (0..count).rev() {
                manifest.add(&SitePath::from(format!("{n:06}.html")), b"");
            }
            let text: String = manifest.pieces().collect();
            let read: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
            let paths =
                read["files"].as_array().expect("it is a list").iter().map(|file| file["path"].clone());
            assert!(paths.eq((0..count).map(|n| format!("{n:06}.html"))), "{count}");
        }
    }
}
