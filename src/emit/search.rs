//! What the page of search searches, in each language.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Put, Trouble};
use crate::base::Lang;
use crate::plan::{PageId, address};
use crate::search::{Document, Extent, Stretch};
use crate::view::build;
use crate::view::desk::Desk;

/// The edition of what is searched in each language.
pub(super) type Editions = BTreeMap<Lang, String>;

/// How many documents one processor makes in a row.
const STRETCH: usize = 64;

/// Writes the files, and counts them.
pub(super) fn write(desk: &Desk<'_>, put: &Put<'_>) -> Result<(Editions, usize), Trouble> {
    let (mut editions, mut files) = (Editions::new(), 0);
    for &lang in &desk.book().site.languages {
        let (edition, count) = of_language(desk, lang, put)?;
        editions.insert(lang, edition);
        files += count;
    }
    Ok((editions, files))
}

fn of_language(desk: &Desk<'_>, lang: Lang, put: &Put<'_>) -> Result<(String, usize), Trouble> {
    let all = build::findable(desk, lang);
    let extent = Extent::of(all.iter().map(build::Findable::length).sum());
    // Texts are written and forgotten; only the index of their words stays until all are read.
    let stretches = all.par_chunks(STRETCH).enumerate().map(|(number, some)| {
        let seat = desk.at(lang, &PageId::Search);
        let documents: Vec<Document> = some.iter().map(|found| build::document(&seat, *found)).collect();
        let (stretch, texts) = Stretch::of(number * STRETCH, &documents, extent);
        for file in &texts {
            put(&address::search_texts(lang, file.first), file.script.as_bytes())?;
        }
        Ok((stretch, texts.len()))
    });
    let none = || (Stretch::default(), 0);
    let (stretch, texts) = stretches.try_reduce(none, |a, b| Ok((a.0.followed_by(b.0), a.1 + b.1)))?;
    let index = stretch.finish();
    put(&address::search_directory(lang), index.directory.as_bytes())?;
    for (words, number) in index.words.iter().zip(0..) {
        put(&address::search_words(lang, number), words.as_bytes())?;
    }
    Ok((index.edition, 1 + index.words.len() + texts))
}
