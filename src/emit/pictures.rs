//! Pictures of the sources → files that pages show, in parallel, a few at a time.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex, PoisonError};

use rayon::prelude::*;

use super::{Picture, Put, Shard, Trouble};
use crate::base::problem::ImageFault;
use crate::base::{Notes, Place, SitePath, SourcePath, hash};
use crate::media::{self, MAX_PIXELS, Prints, Store};
use crate::model::{Casebook, Media};
use crate::plan::address;
use crate::read::media::unusable;
use crate::view::album::{Album, Shown};

/// Writes every picture in every size in which it is offered, and says where. Each is forgotten once it is written.
///
/// What a picture’s files are called is known only when they are made, and cards stand on many pages: a shard needs all of
/// them, but writes only its own. Its own come first, so that shards with one store find the others made.
///
/// Most damage shows only now, when pictures are decoded. What is damaged is noted, and is not in the album.
pub(super) fn develop(
    book: &Casebook,
    picture: &Picture<'_>,
    store: &dyn Store,
    shard: Option<Shard>,
    put: &Put<'_>,
    notes: &mut Notes,
) -> Result<Album, Trouble> {
    // Pictures whose names lose what cannot stand in an address may share one, if they are the same.
    let written = Mutex::new(BTreeSet::new());
    let put = |path: &SitePath, bytes: &[u8]| {
        let is_new = written.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone());
        let is_ours = shard.is_none_or(|shard| shard.has(path));
        if is_new && is_ours { put(path, bytes) } else { Ok(()) }
    };
    let room = Room { free: Mutex::new(MAX_PIXELS), freed: Condvar::new() };
    let turn = |source: &SourcePath| shard.map_or(0, |shard| shard.turn(source));
    let mut media: Vec<(&SourcePath, &Media)> = book.media.iter().collect();
    media.sort_by_cached_key(|(source, _)| turn(source));
    let mut developed: Vec<(SourcePath, Result<Shown, _>)> = Vec::with_capacity(media.len());
    for together in media.chunk_by(|(a, _), (b, _)| turn(a) == turn(b)) {
        let made = together.par_iter().map(|&(source, media)| {
            let prints = match kept(store, media) {
                Some(prints) => Ok(prints),
                None => room.within(media.pixels, || fresh(source, media, picture, store))?,
            };
            let shown = match prints {
                Ok(prints) => Ok(write(source, &prints, &put)?),
                Err(fault) => Err(fault),
            };
            Ok((source.clone(), shown))
        });
        developed.extend(made.collect::<Result<Vec<_>, Trouble>>()?);
    }
    let mut album = Vec::new();
    for (source, shown) in developed {
        match shown {
            Ok(shown) => album.push((source, shown)),
            Err(fault) => notes.add(Place::whole(&source), unusable(&source, fault)),
        }
    }
    Ok(Album::new(album))
}

/// A picture in every size; the fault of one that is damaged.
pub(super) fn prints(
    source: &SourcePath,
    media: &Media,
    picture: &Picture<'_>,
    store: &dyn Store,
) -> Result<Result<Prints, ImageFault>, Trouble> {
    match kept(store, media) {
        Some(prints) => Ok(Ok(prints)),
        None => fresh(source, media, picture, store),
    }
}

/// What an earlier build made of the same picture, if it is all there.
fn kept(store: &dyn Store, media: &Media) -> Option<Prints> {
    media::unpack(&store.get(&name(media))?)
}

fn fresh(
    source: &SourcePath,
    media: &Media,
    picture: &Picture<'_>,
    store: &dyn Store,
) -> Result<Result<Prints, ImageFault>, Trouble> {
    let bytes = picture(source).map_err(|error| Trouble::Picture { path: source.clone(), error })?;
    let made = media::prints(&bytes);
    if let Ok(prints) = &made {
        store.put(&name(media), &media::pack(prints));
    }
    Ok(made)
}

fn name(media: &Media) -> String {
    format!("{}-{}", media.hash, media::EDITION)
}

fn write(source: &SourcePath, prints: &Prints, put: &Put<'_>) -> Result<Shown, Trouble> {
    let mut files = Vec::new();
    for print in &prints.files {
        let hash = hash::short(&print.bytes);
        let path = address::media(source.as_str(), &hash, print.width, print.ending.as_str());
        put(&path, &print.bytes)?;
        files.push((print.width, path));
    }
    Ok(Shown { size: prints.size, files })
}

/// Room for so many pixels, decoded at the same time: however many processors there are, memory has its bounds.
struct Room {
    free: Mutex<u64>,
    freed: Condvar,
}

impl Room {
    /// Does `work` as soon as there is room for a picture of so many pixels.
    fn within<T>(&self, pixels: u64, work: impl FnOnce() -> T) -> T {
        let needed = pixels.min(MAX_PIXELS);
        // Whoever panicked while holding it left a number that is still right.
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        while *free < needed {
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
        *free -= needed;
        drop(free);
        let done = work();
        *self.free.lock().unwrap_or_else(PoisonError::into_inner) += needed;
        self.freed.notify_all();
        done
    }
}
