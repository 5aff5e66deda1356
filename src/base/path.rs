//! Paths inside the sources and inside the site: always relative, always with `/`.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A source file, relative to the site's root: `content/cases/heat/zh.md`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// The path written as `text`, with `/` between its parts.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The whole path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands between slashes.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('/')
    }

    /// The folder that holds this file: `content/cases/heat`; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// How `target` is written in this file.
    pub fn link_to(&self, target: &SourcePath) -> String {
        relative(self.as_str(), target.as_str())
    }

    /// The path that `target` means when it is written in this file; `None` if it leaves the site's root.
    pub fn join(&self, target: &str) -> Option<Self> {
        resolve(self.folder(), target).map(Self::from)
    }
}

/// A file of the finished site, relative to its root: `zh/cases/heat.html`.
///
/// Most are made for one link and then forgotten, so it owns its text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SitePath(String);

impl SitePath {
    /// The path written as `text`, with `/` between its parts.
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The whole path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The relative link that leads from the page at this path to `target`.
    ///
    /// It never starts with `/`, so the same pages work under any address and from a disk.
    pub fn link_to(&self, target: &SitePath) -> String {
        relative(self.as_str(), target.as_str())
    }

    /// The way from this page to the site's root: `../../`; empty for a page at the root.
    pub fn up_to_root(&self) -> String {
        "../".repeat(self.depth())
    }

    /// The file that `href`, a link on the page at this path, leads to; `None` if it leaves the site.
    pub fn join(&self, href: &str) -> Option<Self> {
        resolve(self.0.rsplit_once('/').map_or("", |(folder, _)| folder), href).map(Self)
    }

    /// How many folders it lies in.
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|b| *b == b'/').count()
    }
}

impl From<SourcePath> for String {
    fn from(path: SourcePath) -> Self {
        path.as_str().to_owned()
    }
}

/// The way from one file to another.
fn relative(from: &str, to: &str) -> String {
    let mut shared = 0;
    for (i, (a, b)) in from.bytes().zip(to.bytes()).enumerate() {
        if a != b {
            break;
        }
        if a == b'/' {
            shared = i + 1;
        }
    }
    let up = from[shared..].bytes().filter(|b| *b == b'/').count();
    let mut link = String::with_capacity(up * 3 + to.len() - shared);
    for _ in 0..up {
        link.push_str("../");
    }
    link.push_str(&to[shared..]);
    link
}

/// Where `target` lies when seen from `folder`, without `.` and `..`; `None` if it leaves the root.
fn resolve(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|p| !p.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

macro_rules! path_text {
    ($path:ty) => {
        impl fmt::Display for $path {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Debug for $path {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl From<String> for $path {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }
        impl std::borrow::Borrow<str> for $path {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}
path_text!(SourcePath);
path_text!(SitePath);

#[cfg(test)]
mod tests {
    use super::{SitePath, SourcePath};

    #[test]
    fn links_between_pages_are_relative() {
        for (from, to, link) in [
            ("index.html", "zh/index.html", "zh/index.html"),
            ("zh/index.html", "zh/cases/heat.html", "cases/heat.html"),
            ("zh/cases/heat.html", "en/cases/heat.html", "../../en/cases/heat.html"),
            ("zh/cases/heat.html", "zh/cases/index.html", "index.html"),
            ("zh/areas/a/steel.html", "assets/site.css", "../../../assets/site.css"),
            ("zh/cases/a.html", "zh/cases/a.html", "a.html"),
            ("zh/cases/ab.html", "zh/cases/ac.html", "ac.html"),
        ] {
            assert_eq!(SitePath::new(from).link_to(&SitePath::new(to)), link, "{from} → {to}");
        }
    }

    #[test]
    fn a_target_outside_the_site_has_no_path() {
        let here = SourcePath::new("content/cases/heat/zh.md");
        assert_eq!(here.join("../cold/zh.md").unwrap().as_str(), "content/cases/cold/zh.md");
        assert_eq!(here.join("./media/a.png").unwrap().as_str(), "content/cases/heat/media/a.png");
        assert_eq!(here.join("../../../../etc/passwd"), None);
    }
}
