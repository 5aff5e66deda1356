//! A shard of a site, in a folder of its own: what it was made of, and its files, kept where nobody would publish them.
//!
//! ```text
//! public-3-of-7/
//!   shard.json      what it was made of
//!   manifest.json   its files with their sizes and fingerprints
//!   files/          the files, as they will lie in the site
//! ```

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::output::{self, Output};
use crate::base::hash::{self, Fingerprint};
use crate::base::{SitePath, SourcePath};
use crate::emit::{Made, Shard, Sink};
use crate::plan::address;
use crate::read::{Role, role};
use crate::site::{Checked, Inputs, Wish};

/// What a shard was made of. By it, those that belong together are known.
#[derive(Deserialize, Serialize)]
pub(super) struct Record {
    /// For whoever opens it.
    about: String,
    /// The version of the program.
    pub(super) casebook: String,
    /// Which one it is.
    #[serde(rename = "shard")]
    pub(super) number: u32,
    /// How many there are.
    pub(super) of: u32,
    /// The fingerprint of every source.
    pub(super) sources: String,
    /// What was asked for.
    pub(super) drafts: bool,
    pub(super) base_url: Option<String>,
    pub(super) without_broken: bool,
    /// The moment for which it was built.
    pub(super) at: String,
    /// When something last became public before that: shards of several moments fit if nothing did between them.
    pub(super) since: Option<String>,
    /// The fingerprint of the fonts, if there are pictures with words.
    pub(super) fonts: Option<String>,
    pub(super) pages: usize,
    pub(super) charts: usize,
    /// The fingerprint of the list of its files.
    pub(super) manifest: String,
}

/// What stands first in a record.
const ABOUT: &str = "A part of a site, and no site: `casebook merge` puts all parts together. \
    这是网站的一个分片，不是完整的网站：用 `casebook merge` 合并全部分片。";

/// The program’s version, as records have it.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where a shard is written if nobody says otherwise.
pub(super) fn usual_folder(site: &Path, shard: Shard) -> PathBuf {
    site.join(format!("public-{}-of-{}", shard.number(), shard.of()))
}

/// Whether a folder holds a site that a shard must not replace.
pub(super) fn is_site(folder: &Path) -> bool {
    output::is_made(folder) && !folder.join(record_file().as_str()).is_file()
}

/// Where the record lies in a shard’s folder.
pub(super) fn record_file() -> SitePath {
    SitePath::new("shard.json")
}

/// Where a file of the site lies in a shard’s folder.
pub(super) fn place_of(path: &SitePath) -> SitePath {
    if *path == address::manifest() { path.clone() } else { SitePath::from(format!("files/{path}")) }
}

/// A shard on its way into its folder.
pub(super) struct Packed<'o> {
    output: &'o Output,
    manifest: OnceLock<String>,
}

impl<'o> Packed<'o> {
    pub(super) fn new(output: &'o Output) -> Self {
        Self { output, manifest: OnceLock::new() }
    }

    /// Writes what it was made of, when all is there.
    pub(super) fn seal(
        self,
        sources: &Inputs<'_>,
        wish: &Wish,
        checked: &Checked,
        made: Made,
    ) -> io::Result<()> {
        let draws_words = checked.book.as_ref().is_some_and(|book| book.site.share_images.is_some());
        let record = Record {
            about: ABOUT.to_owned(),
            casebook: VERSION.to_owned(),
            number: wish.shard.map_or(1, Shard::number),
            of: wish.shard.map_or(1, Shard::of),
            sources: fingerprint(&sources.fingerprints()),
            drafts: wish.drafts,
            base_url: wish.base_url.clone(),
            without_broken: wish.without_broken,
            at: wish.at.to_string(),
            since: checked.spell.since.map(|since| since.to_string()),
            fonts: draws_words.then(super::fonts::fingerprint),
            pages: made.pages,
            charts: made.charts,
            manifest: self.manifest.into_inner().unwrap_or_default(),
        };
        let text = serde_json::to_string_pretty(&record)?;
        self.output.put(&record_file(), format!("{text}\n").as_bytes())
    }
}

impl Sink for Packed<'_> {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        if *path == address::manifest() {
            self.manifest.get_or_init(|| hash::long(bytes));
        }
        self.output.put(&place_of(path), bytes)
    }
}

/// The fingerprint of every file that was read, with its name: machines that share a site must have read the same. What
/// an editor or a file manager leaves behind on one of them says nothing about the site.
fn fingerprint(sources: &BTreeMap<SourcePath, Fingerprint>) -> String {
    let sources = sources.iter().filter(|(path, _)| !matches!(role(path), Role::Foreign));
    let lines = sources.map(|(path, content)| format!("{}  {path}\n", hash::hexadecimal(content)));
    hash::long(lines.collect::<String>().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::fingerprint;
    use crate::base::{SourcePath, hash};

    #[test]
    fn the_fingerprint_of_sources_is_that_of_names_and_contents() {
        let of = |files: &[(&str, &str)]| {
            let files =
                files.iter().map(|(path, text)| (SourcePath::new(path), hash::whole(text.as_bytes())));
            fingerprint(&files.collect())
        };
        let [yaml, case] = [("casebook.yaml", "a"), ("content/cases/heat/zh.md", "b")];
        let usual = of(&[yaml, case]);
        assert_ne!(usual, of(&[yaml, (case.0, "c")]));
        assert_ne!(usual, of(&[yaml, ("content/cases/cold/zh.md", "b")]));
        assert_ne!(usual, of(&[yaml]));
        assert_eq!(usual, of(&[yaml, case, ("content/cases/heat/.DS_Store", "x")]), "it is nobody’s source");
    }
}
