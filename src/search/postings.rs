//! Which documents have a word, and how much it says about each.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::token::{Token, tokens};
use super::{Document, Weight, letters};

/// Lists of documents, by word and by pair of characters.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Postings {
    pub(super) words: HashMap<Box<str>, List>,
    pub(super) pairs: HashMap<(char, char), List>,
}

/// Documents by ascending number, each with a weight.
///
/// All but the first are kept as they will be published, a letter or two each: the lists of a large site would otherwise
/// take several times the memory of its pages.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct List {
    first: usize,
    weight: Weight,
    last: usize,
    rest: String,
}

impl Postings {
    /// Adds a document, whose number is above all before.
    pub(super) fn add(&mut self, document: &Document, number: usize) {
        let names = [&document.title, &document.by].map(|text| (Weight::Name, text));
        let parts = document.parts.iter();
        let texts = parts.flat_map(|p| [(p.weight.max(Weight::Summary), &p.heading), (p.weight, &p.text)]);
        let mut texts: Vec<(Weight, &String)> = names.into_iter().chain(texts).collect();
        // The first time that a word is met in a document counts.
        texts.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        for (weight, text) in texts {
            for token in tokens(&fold(text)) {
                let list = match token {
                    Token::Pair(a, b) => self.pairs.get_mut(&(a, b)),
                    Token::Word(word) => self.words.get_mut(word),
                };
                match (list, token) {
                    (Some(list), _) => list.add(number, weight),
                    (None, Token::Pair(a, b)) => drop(self.pairs.insert((a, b), List::new(number, weight))),
                    (None, Token::Word(word)) => {
                        drop(self.words.insert(word.into(), List::new(number, weight)));
                    }
                }
            }
        }
    }

    /// These and those of later documents.
    pub(super) fn followed_by(mut self, later: Self) -> Self {
        if self.words.is_empty() && self.pairs.is_empty() {
            return later;
        }
        append(&mut self.words, later.words);
        append(&mut self.pairs, later.pairs);
        self
    }
}

fn append<K: Eq + std::hash::Hash>(lists: &mut HashMap<K, List>, later: HashMap<K, List>) {
    for (key, next) in later {
        match lists.get_mut(&key) {
            Some(list) => list.append(&next),
            None => drop(lists.insert(key, next)),
        }
    }
}

impl List {
    fn new(number: usize, weight: Weight) -> Self {
        Self { first: number, weight, last: number, rest: String::new() }
    }

    fn add(&mut self, number: usize, weight: Weight) {
        if number > self.last {
            push(&mut self.rest, number - self.last, weight);
            self.last = number;
        }
    }

    fn append(&mut self, next: &Self) {
        self.add(next.first, next.weight);
        self.rest.push_str(&next.rest);
        self.last = next.last;
    }

    /// As it is published: each document as the step from the one before, with its weight.
    pub(super) fn letters(&self) -> String {
        let mut out = String::with_capacity(self.rest.len() + 4);
        push(&mut out, self.first + 1, self.weight);
        out.push_str(&self.rest);
        out
    }
}

/// Several published lists as one, each document with the highest of its weights.
pub(super) fn union<'a>(lists: impl Iterator<Item = &'a str>) -> String {
    let mut weights: Vec<usize> = Vec::new();
    for list in lists {
        let mut next = 0;
        for step in letters::read(list) {
            next += step / WEIGHTS;
            weights.resize(weights.len().max(next), 0);
            weights[next - 1] = weights[next - 1].max(step % WEIGHTS + 1);
        }
    }
    let (mut out, mut last) = (String::new(), 0);
    for (weight, number) in weights.into_iter().zip(1..).filter(|(weight, _)| *weight > 0) {
        letters::push(&mut out, (number - last) * WEIGHTS + weight - 1);
        last = number;
    }
    out
}

/// How many weights there are.
const WEIGHTS: usize = 3;

fn push(out: &mut String, step: usize, weight: Weight) {
    letters::push(out, step * WEIGHTS + weight as usize - 1);
}

/// The documents of a published list with their weights.
#[cfg(test)]
pub(super) fn read(list: &str) -> Vec<(usize, usize)> {
    let mut next = 0;
    let read = letters::read(list).map(|step| {
        next += step / WEIGHTS;
        (next - 1, step % WEIGHTS + 1)
    });
    read.collect()
}
