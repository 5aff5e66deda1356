//! What the preview says on the terminal: a line for each change, and what is wrong in a line each.

use std::collections::BTreeSet;
use std::io::{self, Write as _};

use super::panel::text;
use crate::base::{Diagnostic, Lang, Severity, SourcePath};
use crate::cli::disk::Folder;
use crate::cli::report;
use crate::cli::words::{self, preview};
use crate::site::Edition;

/// How many problems have a line.
const SHOWN: usize = 5;

/// The terminal of whoever writes.
pub(super) struct Console {
    lang: Lang,
    quiet: bool,
    /// What was said of the site last, without the files that had changed.
    said: Vec<String>,
    /// The trouble with the folder that was told last.
    trouble: Option<String>,
}

impl Console {
    pub(super) fn new(lang: Lang, quiet: bool) -> Self {
        Self { lang, quiet, said: Vec::new(), trouble: None }
    }

    /// Says how the site is when the preview starts.
    pub(super) fn started(&mut self, edition: &Edition, folder: &Folder) {
        self.said = self.report(edition, folder, &BTreeSet::new());
        self.say(&self.said);
    }

    /// Says how the site is after these files have changed.
    pub(super) fn changed(&mut self, edition: &Edition, folder: &Folder, files: &BTreeSet<SourcePath>) {
        let words = preview::say(self.lang);
        let mut lines = self.report(edition, folder, files);
        let shown = |file: &SourcePath| annotate_snippets::normalize_untrusted_str(file.as_str());
        let what = match files.len() {
            0 => None,
            1..=2 => Some(files.iter().map(shown).collect::<Vec<_>>().join(", ")),
            n => Some((words.files)(n)),
        };
        if let (Some(what), Some(first)) = (what, lines.first_mut()) {
            *first = (words.says)(&what, first);
        }
        self.say(&lines);
        self.said = self.report(edition, folder, &BTreeSet::new());
    }

    /// Says how the site is after a look at the whole of it, if that is news.
    pub(super) fn settled(&mut self, edition: &Edition, folder: &Folder) {
        let report = self.report(edition, folder, &BTreeSet::new());
        if report != self.said {
            self.say(&report);
            self.said = report;
        }
    }

    /// Says that the folder cannot be read.
    pub(super) fn trouble(&mut self, error: &io::Error) {
        let sentence = (words::say(self.lang).cannot_read)(".", error);
        if self.trouble.as_ref() != Some(&sentence) {
            self.say(std::slice::from_ref(&sentence));
            self.trouble = Some(sentence);
        }
    }

    /// The folder can be read.
    pub(super) fn no_trouble(&mut self) {
        self.trouble = None;
    }

    /// Says that the system does not tell of changes.
    pub(super) fn no_hints(&self) {
        self.say(&[preview::say(self.lang).silent_folder.to_owned()]);
    }

    /// How the site is: in one line, then the errors, and what else is wrong in these files.
    fn report(&self, edition: &Edition, folder: &Folder, files: &BTreeSet<SourcePath>) -> Vec<String> {
        let diagnostics = edition.diagnostics();
        if diagnostics.is_empty() {
            return vec![words::say(self.lang).nothing_wrong.to_owned()];
        }
        let matters = |d: &&Diagnostic| d.severity() == Severity::Error || files.contains(&d.place.file);
        let mut wrong: Vec<&Diagnostic> = diagnostics.iter().filter(matters).collect();
        wrong.sort_by_key(|d| (d.severity(), !files.contains(&d.place.file)));
        let more = wrong.len().saturating_sub(SHOWN);
        wrong.truncate(SHOWN);
        let mut lines = vec![report::summary(diagnostics, self.lang)];
        let texts = |file: &SourcePath| text(edition, folder, file);
        lines.extend(report::lines(wrong, &texts, self.lang).into_iter().map(|line| format!("  {line}")));
        if more > 0 {
            lines.push(format!("  {}", (preview::say(self.lang).more)(more)));
        }
        lines
    }

    fn say(&self, lines: &[String]) {
        if !self.quiet {
            let mut text = lines.join("\n");
            text.push('\n');
            // Nobody may be there to read it.
            let _ = io::stderr().write_all(text.as_bytes());
        }
    }
}
