//! What the page of search searches, and the page itself.

use rayon::prelude::*;

use super::record::Origins;
use super::share::Studio;
use super::unit::Done;
use super::{Part, Put, Release, Trouble, page};
use crate::base::hash::Fingerprint;
use crate::base::{Lang, Packed};
use crate::plan::{PageId, address};
use crate::search::{Document, Extent, Stretch};
use crate::view::build::{self, Findable};
use crate::view::desk::Desk;

/// How many documents one processor makes in a row.
const STRETCH: usize = 64;

/// Everything that search can find in a language.
pub(super) struct Searched<'d, 'b> {
    desk: &'d Desk<'b>,
    lang: Lang,
    all: Vec<Findable<'b>>,
    extent: Extent,
}

impl<'d, 'b> Searched<'d, 'b> {
    pub(super) fn of(desk: &'d Desk<'b>, lang: Lang) -> Self {
        let all = build::findable(desk, lang);
        let extent = Extent::of(all.iter().map(Findable::length).sum());
        Self { desk, lang, all, extent }
    }

    /// Writes what is searched, and says which edition it is.
    pub(super) fn write(&self, put: &Put<'_>) -> Result<String, Trouble> {
        let stretches = self.stretches().map(|(first, some)| self.stretch(first, some, put));
        self.index(stretches.try_reduce(Stretch::default, |a, b| Ok(a.followed_by(b)))?, put)
    }

    /// Makes what is searched, and the page of search, which names the edition of that: each stretch of documents is a part,
    /// and what is put together from all of them is another.
    pub(super) fn parts(
        &self,
        release: &Release<'_>,
        origins: Option<&Origins<'_>>,
        studio: &Studio<'_>,
    ) -> Result<Vec<Part>, Trouble> {
        let path = address::of(self.lang, &PageId::Search);
        let each: Option<Vec<Fingerprint>> = origins
            .map(|origins| self.stretches().map(|(first, some)| self.origin(origins, first, some)).collect());
        let whole = origins.zip(each.as_ref()).map(|(origins, each)| origins.of_parts(path.as_str(), each));
        // Where the index is as it was, nobody has to know what is in it.
        let is_known = whole.is_some_and(|whole| release.knows(&whole));
        let made = self.stretches().enumerate().map(|(number, (first, some))| {
            let made_from = each.as_ref().map(|each| each[number]);
            let mut fresh = None;
            let part = release.part(made_from, |put| {
                let stretch = fresh.insert(self.stretch(first, some, put)?);
                Ok(Done { searched: made_from.and_then(|_| Packed::of(stretch)), ..Done::default() })
            })?;
            let kept = || if is_known { Some(Stretch::default()) } else { part.searched.as_ref()?.open() };
            let stretch = fresh.or_else(kept);
            let stretch = stretch.map_or_else(|| self.stretch(first, some, &|_, _| Ok(())), Ok)?;
            Ok((vec![part], stretch))
        });
        let (mut parts, all) = made.try_reduce(Default::default, |(mut parts, all), (more, next)| {
            parts.extend(more);
            Ok((parts, all.followed_by(next)))
        })?;
        parts.push(release.part(whole, |put| {
            let edition = self.index(all, put)?;
            let (seat, mut html) = (self.desk.at(self.lang, &PageId::Search), Vec::new());
            page::render(&seat, &edition, studio, &mut html)?;
            put(&seat.path, &html)?;
            Ok(Done { pages: 1, ..Done::default() })
        })?);
        Ok(parts)
    }

    /// The documents in stretches, each with the number of its first.
    fn stretches(&self) -> impl IndexedParallelIterator<Item = (usize, &[Findable<'b>])> {
        self.all.par_chunks(STRETCH).enumerate().map(|(number, some)| (number * STRETCH, some))
    }

    /// What a stretch is made from.
    fn origin(&self, origins: &Origins<'_>, first: usize, some: &[Findable<'b>]) -> Fingerprint {
        let name = format!("{} {:?}", address::search_texts(self.lang, first), self.extent);
        origins.of_texts(&name, some.iter().filter_map(Findable::text))
    }

    /// Writes what a stretch of documents says; what stays is only what it adds to the index of words.
    fn stretch(&self, first: usize, some: &[Findable<'b>], put: &Put<'_>) -> Result<Stretch, Trouble> {
        let seat = self.desk.at(self.lang, &PageId::Search);
        let documents: Vec<Document> = some.iter().map(|found| build::document(&seat, *found)).collect();
        let (stretch, texts) = Stretch::of(first, &documents, self.extent);
        for file in &texts {
            put(&address::search_texts(self.lang, file.first), file.script.as_bytes())?;
        }
        Ok(stretch)
    }

    /// Writes the index of all stretches together, and says which edition it is.
    fn index(&self, all: Stretch, put: &Put<'_>) -> Result<String, Trouble> {
        let index = all.finish();
        put(&address::search_directory(self.lang), index.directory.as_bytes())?;
        for (words, number) in index.words.iter().zip(0..) {
            put(&address::search_words(self.lang, number), words.as_bytes())?;
        }
        Ok(index.edition)
    }
}
