//! What is wrong in one text, by place, before it is known which file it stands in.

use crate::base::{Notes, Place, Problem, SourcePath, Span};

/// Problems of one text as they are found.
#[derive(Clone, Debug, Default)]
pub(super) struct Problems(Vec<(Span, Problem)>);

impl Problems {
    /// Adds one.
    pub(super) fn add(&mut self, span: Span, problem: Problem) {
        self.0.push((span, problem));
    }

    /// All of them, as problems of `file`.
    pub(super) fn into_notes(self, file: &SourcePath) -> Notes {
        let mut notes = Notes::new();
        for (span, problem) in self.0 {
            notes.add(Place::new(file, span), problem);
        }
        notes
    }
}
