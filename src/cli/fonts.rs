//! The fonts of this machine.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use std::time::UNIX_EPOCH;

use crate::media::{Database, Fonts, Letters};

/// Those that are installed where the system looks for them.
#[derive(Default)]
pub(super) struct Installed(OnceLock<Letters>);

impl Fonts for Installed {
    fn letters(&self) -> &Letters {
        self.0.get_or_init(|| {
            let mut database = Database::new();
            database.load_system_fonts();
            Letters::new(database, stamp)
        })
    }
}

/// What changes when a font is replaced. Their files have many megabytes and are not read through for this.
fn stamp(file: &Path) -> String {
    let Ok(found) = fs::metadata(file) else { return String::new() };
    let since = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{} {}", found.len(), since.unwrap_or_default().as_nanos())
}
