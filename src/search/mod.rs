//! Documents → the files in which a reader’s browser finds them again, without a server.
//!
//! Two kinds of files, all of them classic scripts that hand one piece of data to `casebookSearch`, so that they can be
//! loaded from a disk as well. **Texts** hold what documents say, a few documents to a file: from them comes the passage
//! that is shown, and they decide whether a document has what was asked for. **Words** say which documents are worth
//! looking into: for every word, pair of Han characters and number the documents that have it, sorted and cut into shards
//! of a size. A directory tells where each begins.
//!
//! A document has a term if one of its texts has it as it stands, folded as in [`fold`]; a term that begins with a Latin
//! letter or a digit stands at the beginning of a word. `themes/default/scripts/search.js` does the same on the other side.

mod fold;
mod letters;
mod postings;
mod shards;
mod texts;
mod token;

use serde::{Deserialize, Serialize};

use postings::Postings;

use crate::base::hash;

/// A site with less text than this, in bytes, has no words: all of its texts are as quickly read, and a list of the words of
/// so little text would be nearly as long as the text.
const WORTH_AN_INDEX: usize = 256 * 1024;

/// Something to be found: a page, or a place on one.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What it is, in a word.
    pub kind: String,
    /// Its address, seen from the page of search.
    pub href: String,
    /// The language of its words, where it is another than that of the page of search; else empty.
    pub lang: String,
    /// Its title.
    pub title: String,
    /// Whom it is about; may be empty.
    pub by: String,
    /// What it says.
    pub parts: Vec<Part>,
}

/// A stretch of a document.
#[derive(Clone, Debug)]
pub struct Part {
    /// How much a word in it says about the document.
    pub weight: Weight,
    /// Where it stands on its page; empty for the beginning.
    pub anchor: String,
    /// The heading above it; may be empty.
    pub heading: String,
    /// Its words.
    pub text: String,
}

/// How much a word says about a document, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// Somewhere in the text.
    Text = 1,
    /// In the summary or a heading.
    Summary = 2,
    /// In the title or a name.
    Name = 3,
}

impl Document {
    /// Adds words that stand at the beginning of the page, if there are any.
    pub fn say(&mut self, weight: Weight, text: &str) {
        self.say_at(weight, String::new(), "", text);
    }

    /// Adds words that stand at an anchor, under a heading.
    pub fn say_at(&mut self, weight: Weight, anchor: String, heading: &str, text: &str) {
        if !text.is_empty() || !heading.is_empty() {
            self.parts.push(Part { weight, anchor, heading: heading.to_owned(), text: text.to_owned() });
        }
    }
}

/// Whether a site is worth an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Its texts are read through.
    Small,
    /// Its words are looked up.
    Large,
}

impl Extent {
    /// Of a site with so many bytes of text.
    pub fn of(bytes: usize) -> Self {
        if bytes < WORTH_AN_INDEX { Self::Small } else { Self::Large }
    }
}

/// A file of texts.
pub struct Texts {
    /// The number of its first document, which is its name.
    pub first: usize,
    /// What is in it.
    pub script: String,
}

/// What a stretch of documents adds to the index. Stretches are made in parallel and joined in order.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Stretch {
    postings: Postings,
    /// How many documents each file of texts holds.
    counts: Vec<usize>,
    /// Fingerprints of all files of texts.
    fingerprints: String,
}

/// The index of a language.
pub struct Index {
    /// Changes when anything in it does: what browsers may keep is asked for with it.
    pub edition: String,
    /// The directory.
    pub directory: String,
    /// The words; shards are numbered from 0.
    pub words: Vec<String>,
}

impl Stretch {
    /// Of documents numbered from `first`, with their files of texts.
    pub fn of(first: usize, documents: &[Document], extent: Extent) -> (Self, Vec<Texts>) {
        let mut postings = Postings::default();
        if extent == Extent::Large {
            documents.iter().zip(first..).for_each(|(document, number)| postings.add(document, number));
        }
        let (files, counts) = texts::files(first, documents, extent);
        let fingerprints = files.iter().map(|file| hash::short(file.script.as_bytes())).collect();
        (Self { postings, counts, fingerprints }, files)
    }

    /// This stretch and the one after it.
    #[must_use]
    pub fn followed_by(mut self, mut next: Self) -> Self {
        self.postings = self.postings.followed_by(next.postings);
        self.counts.append(&mut next.counts);
        self.fingerprints.push_str(&next.fingerprints);
        self
    }

    /// The index of all documents.
    pub fn finish(self) -> Index {
        let shards = shards::cut(self.postings);
        let words: Vec<String> = shards
            .iter()
            .zip(0..)
            .map(|(shard, number)| call(&format!("words/{number}"), &shard.lines))
            .collect();
        let first: Vec<&str> = shards.iter().map(|shard| shard.first.as_str()).collect();
        let directory = call("index", &(&self.counts, first));
        let mut all = self.fingerprints;
        for script in words.iter().chain([&directory]) {
            all.push_str(&hash::short(script.as_bytes()));
        }
        Index { edition: hash::short(all.as_bytes()), directory, words }
    }
}

/// A classic script that hands over a piece of data.
fn call(name: &str, data: &impl serde::Serialize) -> String {
    let data = serde_json::to_string(data).expect("texts and lists of them are JSON");
    format!("casebookSearch(\"{name}\",{data})\n")
}

#[cfg(test)]
mod tests;
