//! What the page of search searches.

use rayon::prelude::*;

use super::{Put, Trouble};
use crate::base::Lang;
use crate::plan::{PageId, address};
use crate::search::{Document, Extent, Stretch};
use crate::view::build;
use crate::view::desk::Desk;

/// How many documents one processor makes in a row.
const STRETCH: usize = 64;

/// Writes what is searched in a language, and says which edition it is.
pub(super) fn write(desk: &Desk<'_>, lang: Lang, put: &Put<'_>) -> Result<String, Trouble> {
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
        Ok(stretch)
    });
    let index = stretches.try_reduce(Stretch::default, |a, b| Ok(a.followed_by(b)))?.finish();
    put(&address::search_directory(lang), index.directory.as_bytes())?;
    for (words, number) in index.words.iter().zip(0..) {
        put(&address::search_words(lang, number), words.as_bytes())?;
    }
    Ok(index.edition)
}
