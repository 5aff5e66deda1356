//! What the last build remembers for the next: the sources as it read them, the site as it left it, and what it said.
//!
//! Where nothing has changed, the next build says the same again and is done. Where only texts have, it makes the pages
//! that are made from them. Whatever else has changed, and whatever is wrong with the memory itself, everything is made.

mod finished;
mod sources;

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::cache::Cache;
use super::disk::Folder;
use crate::emit::Record;
use crate::link::{Findings, Spell};
use crate::media::{self, Fonts, Sealing, Store as _};
use crate::model::Casebook;
use crate::site::Wish;
pub(super) use sources::Known;
pub(super) use sources::Stamped;

/// Its name in the cache.
pub(super) const NAME: &str = "last-build";

/// What it begins with: another text for another form.
const SIGNATURE: &[u8] = b"casebook build 4\n";

/// Everything about the last build.
#[derive(Serialize, Deserialize)]
pub(super) struct Memory {
    /// What was asked for, and by whom.
    pub(super) question: String,
    /// What was said of the content.
    pub(super) answer: Answer,
    /// What was found in its texts.
    pub(super) findings: Findings,
    /// What was made.
    pub(super) record: Record,
    /// What it was made from.
    pub(super) sources: Known,
    /// What its pictures are lettered with; `None` for a site that wants none.
    pub(super) letters: Option<String>,
    /// Where it lies.
    pub(super) folder: PathBuf,
    /// When it was there.
    pub(super) finished: SystemTime,
}

/// What was said of the content.
#[derive(Serialize, Deserialize)]
pub(super) struct Answer {
    /// The report of what is wrong, as it was shown.
    pub(super) report: Vec<u8>,
    /// How many warnings it has.
    pub(super) warnings: usize,
    /// At which moments this is so.
    pub(super) spell: Spell,
}

impl Memory {
    /// What the last build has left; `None` where there was none, or where a single bit of it is not as it was.
    pub(super) fn of(cache: &Cache) -> Option<Self> {
        let kept = cache.get(NAME)?;
        postcard::from_bytes(media::unseal(SIGNATURE, &kept)?).ok()
    }

    /// Leaves it for the next build.
    pub(super) fn keep(&self, cache: &Cache) {
        // What cannot be kept only costs time.
        let _ = cache.write(NAME, |file| {
            // A large site has half a million files: their list is never in memory a second time. It comes byte by byte.
            let pieces = BufWriter::new(Sealing::begin(SIGNATURE, file)?);
            let pieces = postcard::to_io(self, pieces).map_err(io::Error::other)?;
            pieces.into_inner()?.end().map(drop)
        });
    }

    /// Has the next build begin anew.
    pub(super) fn forget(cache: &Cache) {
        cache.remove(NAME);
    }

    /// Whether the same question would have the same answer, and come to the same site.
    pub(super) fn answers(&self, question: &str, wish: &Wish, folder: &Folder, fonts: &dyn Fonts) -> bool {
        self.question == question
            && self.answer.spell.holds(wish.at)
            && self.letters.as_deref().is_none_or(|letters| letters == fonts.letters().identity())
            && self.sources.are_still(folder)
    }

    /// Whether its site is in this folder, each file as it was left.
    pub(super) fn is_in(&self, folder: &Path) -> bool {
        self.folder == folder
            // A clock that was set back tells nothing about what was done when.
            && self.finished <= SystemTime::now()
            && finished::is_still(folder, &self.record, self.finished)
    }
}

/// What the pictures of a casebook are lettered with.
pub(super) fn letters(book: &Casebook, fonts: &dyn Fonts) -> Option<String> {
    book.site.share_images.as_ref().map(|_| fonts.letters().identity().to_owned())
}

/// What tells this program from any other, also from another build of the same version.
pub(super) fn program() -> String {
    let about = std::env::current_exe().and_then(std::fs::metadata);
    format!("{} {:?}", env!("CARGO_PKG_VERSION"), about.ok().map(|about| super::stamp::Stamp::of(&about)))
}
