//! The panel on top of a page that tells what is wrong with the site, in the words of `casebook check`.

use std::fmt::Write as _;

use crate::base::escape::escape;
use crate::base::{Diagnostic, Lang, Severity, SitePath, SourcePath};
use crate::cli::disk::Folder;
use crate::cli::report;
use crate::cli::words::preview;
use crate::site::{Edition, Sources as _};

/// How many problems are shown at once.
const SHOWN: usize = 20;

/// The panel of an edition as HTML, open if there are errors; empty if nothing is wrong. What concerns the page at
/// `path` comes first.
pub(super) fn panel(edition: &Edition, folder: &Folder, path: &SitePath, lang: Lang) -> String {
    let diagnostics = edition.diagnostics();
    if diagnostics.is_empty() {
        return String::new();
    }
    let words = preview::say(lang);
    let is_open = edition.has_errors();
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    let is_elsewhere = |d: &Diagnostic| edition.page_of(&d.place.file).as_ref() != Some(path);
    ordered.sort_by_cached_key(|d| (d.severity() != Severity::Error, is_elsewhere(d), d.severity()));
    ordered.truncate(SHOWN);
    let items = report::html(
        ordered,
        &|file| text(edition, folder, file),
        &|file| edition.page_of(file).map(|page| href(&page)),
        lang,
    );
    let more = diagnostics.len() - diagnostics.len().min(SHOWN);
    let mut out = String::with_capacity(items.len() + 1024);
    let _ = write!(
        out,
        "<details class=\"casebook-problems{}><summary>{}</summary><div class=\"casebook-list\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">",
        if is_open { " casebook-errors\" open" } else { "\"" },
        escape(&report::summary(diagnostics, lang)),
        words.panel,
    );
    if is_open {
        let _ = write!(out, "<p>{}</p>", words.last_good);
    }
    let _ = write!(out, "<ol>{items}</ol>");
    if more > 0 {
        let _ = write!(out, "<p>{}</p>", escape(&(words.more)(more)));
    }
    let _ = write!(
        out,
        "</div><button type=\"button\" class=\"casebook-close\" hidden>{}</button></details>",
        words.close
    );
    out
}

/// A file's text as it may be quoted.
pub(super) fn text(edition: &Edition, folder: &Folder, file: &SourcePath) -> Option<String> {
    let bytes = folder.read(file).ok()?;
    Some(edition.quotable(file, String::from_utf8_lossy(&bytes).into_owned()))
}

/// The address of a file of the site in the preview.
pub(super) fn href(path: &SitePath) -> String {
    let mut out = String::from("/");
    for byte in path.as_str().bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
