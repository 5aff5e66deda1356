//! The preview, kept in step with the folder: every change that anybody notices is taken in here.

use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::watch;

use super::ledger::{Changes, Haste, Ledger, Reader};
use crate::base::{Moment, SourcePath};
use crate::cli::cache::Cache;
use crate::cli::disk::Folder;
use crate::cli::fonts::Installed;
use crate::cli::stamp::stamps;
use crate::site::{Edition, Preview, Tools, Wish};

/// Keeps a site in step with its folder.
pub(super) struct Keeper {
    folder: Folder,
    cache: Cache,
    fonts: Installed,
    /// Held while changes are taken in, which can take a moment.
    preview: Mutex<Preview>,
    /// Does what can wait, and leaves processors to those who write; `None` if the system gives no threads.
    aside: Option<ThreadPool>,
    /// Held for moments only: whoever asks for a page looks into it.
    ledger: Mutex<Ledger>,
    editions: watch::Sender<Arc<Edition>>,
    /// What was taken in since somebody last asked.
    news: Mutex<BTreeSet<SourcePath>>,
}

impl Keeper {
    /// Reads everything.
    pub(super) fn open(folder: Folder, wish: &Wish) -> io::Result<Self> {
        let found = stamps(folder.path(), "")?;
        let reader = Reader::of_all(&folder, &found);
        let (cache, fonts) = (Cache::of(folder.path()), Installed::default());
        let preview = Preview::open(Tools { store: &cache, fonts: &fonts, past: None }, &reader, wish)?;
        let ledger = Mutex::new(Ledger::open(&found, reader));
        let editions = watch::Sender::new(preview.edition());
        Ok(Self {
            folder,
            cache,
            fonts,
            preview: Mutex::new(preview),
            aside: aside(),
            ledger,
            editions,
            news: Mutex::default(),
        })
    }

    /// The sources.
    pub(super) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// What earlier builds and previews have left, and the fonts of this machine.
    pub(super) fn tools(&self) -> Tools<'_> {
        Tools { store: &self.cache, fonts: &self.fonts, past: None }
    }

    /// What can be seen now.
    pub(super) fn edition(&self) -> Arc<Edition> {
        self.editions.borrow().clone()
    }

    /// Hears of each edition.
    pub(super) fn editions(&self) -> watch::Receiver<Arc<Edition>> {
        self.editions.subscribe()
    }

    /// The files that were taken in since this was last asked.
    pub(super) fn news(&self) -> BTreeSet<SourcePath> {
        std::mem::take(&mut *self.news.lock().expect("a list is only taken or added to"))
    }

    /// Looks at files and folders, and takes in what has changed in them. Whether anything has.
    pub(super) fn look<'p>(
        &self,
        places: impl IntoIterator<Item = &'p str>,
        haste: Haste,
    ) -> io::Result<bool> {
        // Most looks find nothing, and must not wait for one that does.
        let changed = self.compare(places, haste)?;
        if changed.is_empty() {
            return Ok(false);
        }
        let mut preview = self.preview();
        // Somebody else may have taken it in while this one waited.
        let changed = self.compare(changed.keys().map(SourcePath::as_str), haste)?;
        Ok(self.take_in(&mut preview, changed))
    }

    /// Looks at the whole folder, and again at what was taken in a moment ago. Whether anything has changed.
    pub(super) fn look_at_all(&self) -> io::Result<bool> {
        let mut has_changed = self.look([""], Haste::Final)?;
        let doubtful = self.ledger().doubt(&self.folder);
        if !doubtful.is_empty() {
            let mut preview = self.preview();
            has_changed |= self.take_in(&mut preview, doubtful);
        }
        Ok(has_changed)
    }

    /// Has the whole site looked at, if that was put off, while others take in changes. Whether anything came of it.
    pub(super) fn settle(&self) -> bool {
        let Some(unsettled) = self.preview().unsettled() else { return false };
        let look = || unsettled.settle(self.tools(), &self.folder);
        let settled = match &self.aside {
            Some(processors) => processors.install(look),
            None => look(),
        };
        let mut preview = self.preview();
        let edition = preview.accept(self.tools(), &self.folder, settled);
        edition.map(|edition| self.publish(edition)).is_some()
    }

    /// Shows the site as it is at another moment. Whether anything is different by then.
    pub(super) fn go_on(&self, at: Moment) -> bool {
        let mut preview = self.preview();
        let edition = preview.go_on(self.tools(), &self.folder, at);
        edition.map(|edition| self.publish(edition)).is_some()
    }

    /// Whether a look at the whole site is put off.
    pub(super) fn is_unsettled(&self) -> bool {
        self.preview().is_unsettled()
    }

    fn compare<'p>(&self, places: impl IntoIterator<Item = &'p str>, haste: Haste) -> io::Result<Changes> {
        let mut changed = Changes::new();
        for place in places {
            let there = stamps(self.folder.path(), place)?;
            changed.extend(self.ledger().compare(&self.folder, place, &there, haste));
        }
        Ok(changed)
    }

    fn take_in(&self, preview: &mut Preview, changed: Changes) -> bool {
        if changed.is_empty() {
            return false;
        }
        let files: BTreeSet<SourcePath> = changed.keys().cloned().collect();
        let reader = Reader::new(&self.folder);
        let edition = preview.take_in(self.tools(), &reader, &files);
        self.ledger().note(changed, reader);
        self.publish(edition);
        self.news.lock().expect("a list is only taken or added to").extend(files);
        true
    }

    fn publish(&self, edition: Arc<Edition>) {
        let before = self.editions.send_replace(edition);
        // It takes a while to clear a large site away, and somebody is waiting for the new one.
        std::thread::spawn(move || drop(before));
    }

    fn preview(&self) -> MutexGuard<'_, Preview> {
        self.preview.lock().expect("taking in a change does not panic")
    }

    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().expect("a look at the disk does not panic")
    }
}

/// Half of the processors.
fn aside() -> Option<ThreadPool> {
    let half = std::thread::available_parallelism().map_or(1, |n| n.get().div_ceil(2));
    ThreadPoolBuilder::new().num_threads(half).build().ok()
}
