//! The files that were asked for of the edition that is shown, so that nothing is rendered twice.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use super::page::{Make, at_home, make};
use crate::base::SitePath;
use crate::emit::Trouble;
use crate::site::{Edition, Sources, Tools};

/// What is kept at most, in bytes and in files; then all of it is forgotten, since most of it will not be asked for again.
const MOST_BYTES: usize = 64 << 20;
const MOST_FILES: usize = 10_000;

/// The page for addresses that lead nowhere.
pub(super) const NOT_FOUND: &str = "404.html";

/// Finished files of one edition.
#[derive(Default)]
pub(super) struct Shelf(Mutex<Files>);

#[derive(Default)]
struct Files {
    edition: u64,
    places: HashMap<SitePath, Place>,
    bytes: usize,
}

/// Where a file will be as soon as whoever came first has made it.
type Place = Arc<OnceLock<Made>>;

/// What came of the making.
type Made = Result<Option<Arc<File>>, Arc<Trouble>>;

/// A finished file.
pub(super) struct File {
    pub(super) bytes: Vec<u8>,
    /// What a page is made of; `None` for other files.
    pub(super) make: Option<Make>,
    /// The panel on top of the page at its own address, once it was asked for.
    pub(super) panel: OnceLock<String>,
}

impl Shelf {
    /// A file of `edition`, made unless it has been made before; `None` if there is no such file.
    pub(super) fn file(
        &self,
        edition: &Edition,
        tools: Tools<'_>,
        sources: &dyn Sources,
        path: &SitePath,
    ) -> Made {
        let place = self.place(edition, path);
        let mut is_new = false;
        let made = place.get_or_init(|| {
            is_new = true;
            File::make(edition, tools, sources, path).map(|file| file.map(Arc::new)).map_err(Arc::new)
        });
        if is_new && let Ok(Some(file)) = made {
            self.weigh(edition, file.bytes.len());
        }
        made.clone()
    }

    fn place(&self, edition: &Edition, path: &SitePath) -> Place {
        let mut shelf = self.lock();
        if shelf.edition < edition.number() {
            *shelf = Files { edition: edition.number(), ..Files::default() };
        }
        if shelf.edition > edition.number() {
            // Somebody is still busy with the edition of before. Its files are not kept.
            return Place::default();
        }
        if shelf.places.len() >= MOST_FILES {
            shelf.clear();
        }
        shelf.places.entry(path.clone()).or_default().clone()
    }

    fn weigh(&self, edition: &Edition, bytes: usize) {
        let mut shelf = self.lock();
        if shelf.edition == edition.number() {
            shelf.bytes += bytes;
            if shelf.bytes > MOST_BYTES {
                shelf.clear();
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Files> {
        self.0.lock().expect("the shelf is only looked into")
    }
}

impl Files {
    fn clear(&mut self) {
        self.places.clear();
        self.bytes = 0;
    }
}

impl File {
    fn make(
        edition: &Edition,
        tools: Tools<'_>,
        sources: &dyn Sources,
        path: &SitePath,
    ) -> Result<Option<Self>, Trouble> {
        let Some(mut bytes) = edition.file(tools, sources, path)? else { return Ok(None) };
        if path.as_str() == NOT_FOUND
            && let Some(base_url) = edition.base_url()
        {
            bytes = at_home(bytes, base_url);
        }
        let make = path.as_str().ends_with(".html").then(|| make(&bytes));
        Ok(Some(Self { bytes, make, panel: OnceLock::new() }))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use super::Shelf;
    use crate::base::{Moment, SitePath};
    use crate::cli::disk::Folder;
    use crate::cli::serve::keeper::Keeper;
    use crate::cli::serve::ledger::Haste;
    use crate::site::Wish;

    const SITE: &str = "casebook: 1\ntitle: { zh: 案例集 }\ndescription: { zh: 说明。 }\nbase_url: https://example.org/\n\
                        languages: [zh]\npublisher: { name: { zh: 发布者 } }\ntimezone: Asia/Shanghai\n";

    #[test]
    fn nothing_is_kept_of_editions_that_have_gone_by() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("casebook.yaml");
        fs::write(&file, SITE).unwrap();
        let at = Moment::parse("2026-01-01T00:00:00Z").unwrap();
        let wish = Wish { at, drafts: true, base_url: None, without_broken: true, shard: None };
        let keeper = Keeper::open(Folder::new(folder.path().to_owned()), &wish).unwrap();
        let shelf = Shelf::default();
        let mut gone = Vec::new();
        for n in 0..30 {
            let edition = keeper.edition();
            for path in ["zh/index.html", "index.html", "404.html", "none.html"] {
                let _ = shelf.file(&edition, keeper.tools(), keeper.folder(), &SitePath::new(path));
            }
            assert_eq!(shelf.lock().places.len(), 4);
            gone.push(Arc::downgrade(&edition));
            drop(edition);
            // Now it has an error, now it has none.
            let slip = if n % 2 == 0 { "slip: 1\n" } else { "" };
            fs::write(&file, format!("{SITE}{slip}# {n}\n")).unwrap();
            assert!(keeper.look(["casebook.yaml"], Haste::Final).unwrap(), "change {n} is seen");
            keeper.settle();
            assert_eq!(keeper.edition().has_errors(), n % 2 == 0);
            assert_eq!(keeper.news().len(), 1);
        }
        // They are cleared away aside.
        let patience = Instant::now() + Duration::from_mins(1);
        while gone.iter().any(|edition| edition.strong_count() > 0) {
            assert!(Instant::now() < patience, "an edition is kept");
            std::thread::yield_now();
        }
    }
}
