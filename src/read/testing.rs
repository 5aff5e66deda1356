//! What the tests of this floor share: a file goes in, and what was told about it comes out as text.

use super::{Context, Draft, read, read_site};
use crate::base::{Lang, Noted, Notes, SourcePath};

pub(super) fn context() -> Context {
    Context { languages: vec![Lang::ZH, Lang::EN] }
}

/// Reads a file of a site in Chinese and English.
pub(super) fn noted(path: &str, text: &str) -> Noted<Option<Draft>> {
    read(&SourcePath::new(path), text.as_bytes(), &context())
}

/// Every problem of a file as `code line «what is marked»`, in order.
pub(super) fn told(path: &str, text: &str) -> Vec<String> {
    say(noted(path, text).notes, text)
}

/// The same for `casebook.yaml`.
pub(super) fn told_of_site(text: &str) -> Vec<String> {
    say(read_site(&SourcePath::new("casebook.yaml"), text.as_bytes()).notes, text)
}

/// The draft of a file with nothing wrong in it.
pub(super) fn draft(path: &str, text: &str) -> Draft {
    let noted = noted(path, text);
    assert_eq!(say(noted.notes, text), [""; 0], "{path}");
    noted.value.expect("a file with nothing wrong gives a draft")
}

pub(super) fn say(notes: Notes, text: &str) -> Vec<String> {
    let line = |d: &crate::base::Diagnostic| {
        let span = d.place.span.range();
        let line = text[..span.start].matches('\n').count() + 1;
        format!("{} {line} «{}»", d.problem.code(), text[span].trim_end())
    };
    notes.into_sorted().iter().map(line).collect()
}
