//! Whether a finished site is still as it was made.

use std::collections::HashMap;
use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use crate::base::SitePath;
use crate::base::hash::{self, Fingerprint};
use crate::cli::output::MARK;
use crate::cli::stamp::COARSEST_TIME;
use crate::emit::{Listed, Record};

/// Whether `folder` holds the files of a record that was finished at a moment, all of them and no others.
///
/// A file that has not been touched since needs only a look at its size. Others are read: a site that was fetched from an
/// archive is younger than its record.
pub(super) fn is_still(folder: &Path, record: &Record, finished: SystemTime) -> bool {
    let mut expected: HashMap<SitePath, (u64, Fingerprint)> = HashMap::with_capacity(record.made().files);
    expected.extend(record.files().map(|Listed { path, size, sha256 }| (path, (size, sha256))));
    let count = expected.len();
    Look { folder, expected, finished }.count("").is_ok_and(|found| found == Some(count))
}

struct Look<'r> {
    folder: &'r Path,
    /// Size and fingerprint of each file.
    expected: HashMap<SitePath, (u64, Fingerprint)>,
    finished: SystemTime,
}

impl Look<'_> {
    /// How many files lie in a folder of the site and in those inside it; `None` if one of them is not what it should be.
    fn count(&self, below: &str) -> io::Result<Option<usize>> {
        let (mut files, mut folders) = (0, Vec::new());
        for entry in fs::read_dir(self.folder.join(below))? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { return Ok(None) };
            let path = if below.is_empty() { name } else { format!("{below}/{name}") };
            let metadata = entry.metadata()?;
            if metadata.is_dir() {
                folders.push(path);
            } else if path != MARK {
                if !self.is_as_made(&path, &metadata) {
                    return Ok(None);
                }
                files += 1;
            }
        }
        let inside = folders.par_iter().map(|folder| self.count(folder));
        let inside: Option<usize> = inside.try_reduce(|| Some(0), |a, b| Ok(a.zip(b).map(|(a, b)| a + b)))?;
        Ok(inside.map(|inside| inside + files))
    }

    fn is_as_made(&self, path: &str, metadata: &Metadata) -> bool {
        let Some((size, sha256)) = self.expected.get(path) else { return false };
        metadata.is_file()
            && metadata.len() == *size
            && (was_untouched_since(self.finished, metadata)
                || File::open(self.folder.join(path)).and_then(hash::all).is_ok_and(|all| all == *sha256))
    }
}

/// Whether nothing can have happened to a file since `moment`.
fn was_untouched_since(moment: SystemTime, metadata: &Metadata) -> bool {
    let settled = touched(metadata).and_then(|(touched, step)| touched.checked_add(step));
    settled.is_some_and(|settled| settled < moment)
}

/// When something last happened to a file, and in which steps that time is counted. Whoever changes a file can set the
/// time of its content, but not this.
#[cfg(unix)]
fn touched(metadata: &Metadata) -> Option<(SystemTime, Duration)> {
    use std::os::unix::fs::MetadataExt;
    // The clock of files goes in ticks, of a hundredth of a second at most.
    const TICK: Duration = Duration::from_millis(20);
    let seconds = u64::try_from(metadata.ctime()).ok()?;
    let beyond = u32::try_from(metadata.ctime_nsec()).ok()?;
    let step = if beyond == 0 { COARSEST_TIME } else { TICK };
    Some((SystemTime::UNIX_EPOCH.checked_add(Duration::new(seconds, beyond))?, step))
}

#[cfg(not(unix))]
fn touched(metadata: &Metadata) -> Option<(SystemTime, Duration)> {
    metadata.modified().ok().map(|time| (time, COARSEST_TIME))
}
