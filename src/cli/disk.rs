//! Sources in a folder.

use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;

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
        for top in ["content", "themes"].into_iter().filter(|top| self.root.join(top).is_dir()) {
            files.extend(self.below(top)?);
        }
        files.sort();
        Ok(files)
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        std::fs::read(self.root.join(path.as_str()))
    }
}

impl Folder {
    /// Every file in a folder and in those inside it, in any order. Files whose names are no text are none of ours.
    ///
    /// Links are not followed: a case folder must not be able to read what lies outside the site.
    fn below(&self, folder: &str) -> io::Result<Vec<SourcePath>> {
        let (mut files, mut folders) = (Vec::new(), Vec::new());
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{folder}: {error}"));
        for entry in fs::read_dir(self.root.join(folder)).map_err(named)? {
            let entry = entry.map_err(named)?;
            let kind = entry.file_type().map_err(named)?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = format!("{folder}/{name}");
            if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                files.push(SourcePath::from(path));
            }
        }
        let inside: Vec<_> =
            folders.par_iter().map(|folder| self.below(folder)).collect::<io::Result<_>>()?;
        files.extend(inside.into_iter().flatten());
        Ok(files)
    }
}
