//! Sources in a folder.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::base::SourcePath;
use crate::site::Sources;

/// A site's folder.
pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    pub(super) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    pub(super) fn path(&self) -> &Path {
        &self.root
    }
}

impl Sources for Folder {
    fn list(&self) -> io::Result<Vec<SourcePath>> {
        let mut files = vec![SourcePath::new("casebook.yaml")];
        for top in ["content", "themes"] {
            let folder = self.root.join(top);
            if !folder.is_dir() {
                continue;
            }
            // Links are not followed: a case folder must not be able to read what lies outside the site.
            for entry in WalkDir::new(&folder).follow_links(false) {
                let entry = entry.map_err(io::Error::other)?;
                if entry.file_type().is_file() {
                    files.extend(source_path(&self.root, entry.path()));
                }
            }
        }
        files.sort();
        Ok(files)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path.as_str()))
    }
}

/// A file's path below the root with `/` between its parts; `None` where its name is no text.
fn source_path(root: &Path, file: &Path) -> Option<SourcePath> {
    let below = file.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    Some(SourcePath::from(parts?.join("/")))
}
