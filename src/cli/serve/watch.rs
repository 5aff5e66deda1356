//! Who notices that files change: the system's events, which are only hints, and a look at everything now and then.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::cli::stamp::{FOLDERS, SITE_FILE, is_in};

/// What those who wait are woken for.
pub(super) enum Hint {
    /// Something may have changed at these places: files or folders, as in [`stamps`](super::stamp::stamps).
    Places(BTreeSet<String>),
    /// It has been quiet for so long.
    Quiet,
}

/// Why the system gives no hints.
pub(super) enum Silence {
    /// It cannot watch so many folders.
    TooMany,
    /// It says so, in its own words.
    Because(String),
}

/// Hears of changes in a site's folder.
pub(super) struct Watcher {
    root: PathBuf,
    /// `None` where the system gives no hints.
    system: Option<RecommendedWatcher>,
    events: Receiver<notify::Result<notify::Event>>,
    /// Keeps the line open where nobody else does.
    _line: Sender<notify::Result<notify::Event>>,
}

/// How long a burst of events may be collected: programs save in several steps, which follow each other at once.
const BURST: Duration = Duration::from_millis(4);
const LONGEST_BURST: Duration = Duration::from_millis(25);

impl Watcher {
    /// Watches `root`, and says why where that is impossible.
    pub(super) fn new(root: &Path) -> (Self, Option<Silence>) {
        let (line, events) = mpsc::channel();
        // The system names files by where they really lie.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let config = Config::default().with_follow_symlinks(false);
        let made = RecommendedWatcher::new(line.clone(), config).and_then(|mut system| {
            system.watch(&root, RecursiveMode::NonRecursive)?;
            for folder in FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()) {
                system.watch(&folder, RecursiveMode::Recursive)?;
            }
            Ok(system)
        });
        let (system, silence) = match made {
            Ok(system) => (Some(system), None),
            Err(error) => (None, Some(Silence::of(&error))),
        };
        (Self { root, system, events, _line: line }, silence)
    }

    /// Whether the system gives hints at all.
    pub(super) fn hears(&self) -> bool {
        self.system.is_some()
    }

    /// Waits for hints, at most until `until`.
    pub(super) fn wait(&mut self, until: Instant) -> Hint {
        let mut places = BTreeSet::new();
        let mut deadline = until;
        let mut burst_ends = None;
        loop {
            let rest = deadline.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(rest) {
                Ok(event) => {
                    self.note(event, &mut places);
                    if !places.is_empty() {
                        let now = Instant::now();
                        let last = *burst_ends.get_or_insert(now + LONGEST_BURST);
                        deadline = last.min(now + BURST);
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return if places.is_empty() { Hint::Quiet } else { Hint::Places(places) };
                }
            }
        }
    }

    fn note(&mut self, event: notify::Result<notify::Event>, places: &mut BTreeSet<String>) {
        let Ok(event) = event else {
            places.insert(String::new());
            return;
        };
        if event.need_rescan() {
            places.insert(String::new());
        }
        // Reading is no change, and is what follows from each.
        let is_change = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            EventKind::Access(_) => false,
            _ => true,
        };
        if !is_change {
            return;
        }
        for path in &event.paths {
            let Some(place) = self.place(path) else { continue };
            // A folder that was made anew is another one for the system.
            if FOLDERS.contains(&place.as_str())
                && matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)))
                && let Some(system) = &mut self.system
            {
                let _ = system.unwatch(path);
                let _ = system.watch(path, RecursiveMode::Recursive);
            }
            places.insert(place);
        }
    }

    /// The place in the site that `path` is; `None` for what is no source.
    fn place(&self, path: &Path) -> Option<String> {
        let below = path.strip_prefix(&self.root).ok()?;
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        let place = parts?.join("/");
        let is_source =
            place == SITE_FILE || FOLDERS.iter().any(|folder| place == *folder || is_in(&place, folder));
        is_source.then_some(place)
    }
}

impl Silence {
    fn of(error: &notify::Error) -> Self {
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Self::TooMany,
            notify::ErrorKind::Io(io) if io.raw_os_error() == Some(28) => Self::TooMany,
            _ => Self::Because(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use notify::{Error, ErrorKind};

    use super::Silence;

    #[test]
    fn a_system_that_cannot_watch_so_many_folders_is_told_from_one_that_fails() {
        for error in [Error::new(ErrorKind::MaxFilesWatch), Error::io(io::Error::from_raw_os_error(28))] {
            assert!(matches!(Silence::of(&error), Silence::TooMany), "{error}");
        }
        let other = Error::generic("no such thing here");
        assert!(matches!(Silence::of(&other), Silence::Because(reason) if reason == "no such thing here"));
    }
}
