//! A line that counts, for whoever watches a terminal, once something takes longer than a second.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::base::SitePath;
use crate::emit::Sink;

/// Counts files on their way to a sink.
pub(super) struct Counted<'a> {
    sink: &'a dyn Sink,
    files: AtomicUsize,
}

impl<'a> Counted<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Self {
        Self { sink, files: AtomicUsize::new(0) }
    }
}

impl Sink for Counted<'_> {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.sink.put(path, bytes)
    }

    fn put_pieces(&self, path: &SitePath, pieces: &mut dyn Iterator<Item = String>) -> io::Result<()> {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.sink.put_pieces(path, pieces)
    }
}

/// Does `work` while a line on the terminal says how far it is. `label` says what is done to the files.
pub(super) fn watch<T>(counted: &Counted<'_>, label: &str, watched: bool, work: impl FnOnce() -> T) -> T {
    if !watched {
        return work();
    }
    let done = AtomicBool::new(false);
    let started = Instant::now();
    std::thread::scope(|scope| {
        let line = scope.spawn(|| {
            let mut shown = false;
            while !done.load(Ordering::Relaxed) {
                std::thread::park_timeout(Duration::from_millis(100));
                if started.elapsed() >= Duration::from_secs(1) && !done.load(Ordering::Relaxed) {
                    shown = true;
                    let _ = write!(io::stderr(), "\r{label} {}", counted.files.load(Ordering::Relaxed));
                }
            }
            if shown {
                let _ = write!(io::stderr(), "\r\x1b[K");
            }
        });
        let result = work();
        done.store(true, Ordering::Relaxed);
        line.thread().unpark();
        result
    })
}
