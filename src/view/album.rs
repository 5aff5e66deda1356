//! The pictures of a site as they are published: in which sizes, and where.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Image, ImageFile};
use crate::base::{SitePath, SourcePath};

/// Every picture that can be shown, by its place in the sources.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Album(BTreeMap<SourcePath, Shown>);

/// One picture.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Shown {
    /// Width and height, where there is room for it.
    pub size: (u32, u32),
    /// Its files with their widths, the smallest first; at least one.
    pub files: Vec<(u32, SitePath)>,
}

impl Album {
    /// An album of these pictures.
    pub fn new(pictures: impl IntoIterator<Item = (SourcePath, Shown)>) -> Self {
        Self(pictures.into_iter().collect())
    }

    /// How many files they are.
    pub fn files(&self) -> usize {
        self.0.values().map(|shown| shown.files.len()).sum()
    }

    /// The picture of which a published file is a size.
    pub fn source_of(&self, file: &SitePath) -> Option<&SourcePath> {
        let is_of = |shown: &Shown| shown.files.iter().any(|(_, path)| path == file);
        self.0.iter().find(|(_, shown)| is_of(shown)).map(|(source, _)| source)
    }

    /// A picture with its words, every file being what `href` makes of its address; `None` if it cannot be shown.
    pub fn image(&self, file: &SourcePath, alt: String, href: impl Fn(&SitePath) -> String) -> Option<Image> {
        let shown = self.0.get(file)?;
        let files: Vec<ImageFile> =
            shown.files.iter().map(|(width, path)| ImageFile { src: href(path), width: *width }).collect();
        let usual = files.iter().find(|file| file.width >= USUAL).or(files.last())?;
        Some(Image {
            src: usual.src.clone(),
            alt,
            width: shown.size.0,
            height: shown.size.1,
            files: if files.len() > 1 { files } else { Vec::new() },
            caption: String::new(),
            credit: String::new(),
        })
    }
}

/// The width that serves whoever cannot choose.
const USUAL: u32 = 960;
