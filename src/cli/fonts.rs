//! The fonts of this machine.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use std::time::UNIX_EPOCH;

use crate::base::hash;
use crate::media::{Database, Fonts, Letters};

/// Those that are installed where the system looks for them.
#[derive(Default)]
pub(super) struct Installed(OnceLock<Letters>);

impl Fonts for Installed {
    fn letters(&self) -> &Letters {
        self.0.get_or_init(|| Letters::new(installed(), stamp))
    }
}

fn installed() -> Database {
    let mut database = Database::new();
    database.load_system_fonts();
    database
}

/// Changes when the content of one of them does, and is the same on every machine that has the same ones.
pub(super) fn fingerprint() -> String {
    let known = RefCell::new(BTreeMap::new());
    let content = |file: &Path| {
        // Several fonts may lie in one file.
        let mut known = known.borrow_mut();
        let hash = known.entry(file.to_owned());
        hash.or_insert_with(|| fs::read(file).map_or_else(|_| String::new(), |bytes| hash::long(&bytes)))
            .clone()
    };
    Letters::new(installed(), content).identity().to_owned()
}

/// What changes when a font is replaced. Their files have many megabytes and are not read through for this.
fn stamp(file: &Path) -> String {
    let Ok(found) = fs::metadata(file) else { return String::new() };
    let since = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{} {}", found.len(), since.unwrap_or_default().as_nanos())
}
