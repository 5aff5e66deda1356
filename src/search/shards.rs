//! Lists of documents, sorted by word and cut into files of a size.
//!
//! A shard is a row of entries that end in semicolons. `roe ABC` is a word and its list. `分D布EF` is a first character, the
//! list of the places where it ends a row, then each character that follows it with the list of that pair. Where very much
//! begins alike, `re*` and `分*` stand for all of it: nobody has to load every shard of what begins with an r.

use super::postings::{Postings, union};
use super::token::END;

/// About how large a shard is, in bytes.
const SHARD: usize = 24 * 1024;

/// What begins alike and has more bytes than this gets a list for all of it.
const MANY: usize = 2 * SHARD;

/// Stands for all that begins alike. Before every letter and digit in the order of words, and in no word.
const ALL: char = '*';

/// A file of words.
pub(super) struct Shard {
    /// The first of its words.
    pub(super) first: String,
    /// Its entries.
    pub(super) lines: String,
}

/// A word with its list of documents.
struct Entry {
    word: String,
    /// A pair of characters, or one of them alone.
    is_pair: bool,
    list: String,
}

impl Entry {
    fn size(&self) -> usize {
        // A pair stands in the row of its first character, a word alone, between a space and a semicolon.
        self.list.len() + if self.is_pair { 3 } else { self.word.len() + 2 }
    }
}

/// All lists in shards.
pub(super) fn cut(postings: Postings) -> Vec<Shard> {
    let words = postings.words.into_iter().map(|(word, list)| Entry {
        word: word.into(),
        is_pair: false,
        list: list.letters(),
    });
    let pairs = postings.pairs.into_iter().map(|((a, b), list)| Entry {
        word: [a, b].iter().filter(|c| **c != END).collect(),
        is_pair: true,
        list: list.letters(),
    });
    let mut entries: Vec<Entry> = words.chain(pairs).collect();
    sort(&mut entries);
    let mut summed = Vec::new();
    sum_up(&entries, 0, &mut summed);
    entries.append(&mut summed);
    sort(&mut entries);
    let mut shards: Vec<Shard> = Vec::new();
    let mut open = None;
    for entry in entries {
        if shards.last().is_none_or(|shard| shard.lines.len() >= SHARD) {
            shards.push(Shard { first: entry.word.clone(), lines: String::with_capacity(SHARD + SHARD / 4) });
            open = None;
        }
        let lines = &mut shards.last_mut().expect("one was just made").lines;
        let mut chars = entry.word.chars();
        let first = chars.next().filter(|_| entry.is_pair);
        if first.is_none() || open != first {
            if !lines.is_empty() {
                lines.push(';');
            }
            lines.extend(first);
        }
        open = first;
        lines.push_str(if first.is_some() { chars.as_str() } else { &entry.word });
        if first.is_none() {
            lines.push(' ');
        }
        lines.push_str(&entry.list);
    }
    shards
}

/// In the order in which scripts compare texts.
fn sort(entries: &mut [Entry]) {
    entries.sort_unstable_by(|a, b| a.word.encode_utf16().cmp(b.word.encode_utf16()));
}

/// Adds a list for every beginning of more than `depth` characters that very many of the sorted entries share.
fn sum_up(entries: &[Entry], depth: usize, out: &mut Vec<Entry>) {
    let beginning = |entry: &Entry| {
        let (at, c) = entry.word.char_indices().nth(depth)?;
        Some(entry.word[..at + c.len_utf8()].to_owned())
    };
    for alike in entries.chunk_by(|a, b| beginning(a) == beginning(b)) {
        let Some(word) = beginning(&alike[0]) else { continue };
        if alike.len() > 1 && alike.iter().map(Entry::size).sum::<usize>() > MANY {
            let list = union(alike.iter().map(|entry| entry.list.as_str()));
            out.push(Entry { word: format!("{word}{ALL}"), is_pair: alike[0].is_pair, list });
            sum_up(alike, depth + 1, out);
        }
    }
}
