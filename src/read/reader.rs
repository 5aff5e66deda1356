//! What every reader of a file has at hand: the file, what is known of the site, and the problems so far.

use std::cell::OnceCell;

use super::yaml::{Node, parse};
use super::{Context, file};
use crate::base::{Notes, Place, Problem, SourcePath, Span};

/// One file being read.
pub(super) struct Reader<'r> {
    /// The file.
    pub(super) path: &'r SourcePath,
    /// All of its text.
    pub(super) text: &'r str,
    /// What is known of the site.
    pub(super) context: &'r Context,
    /// What was noticed so far.
    pub(super) notes: Notes,
    /// Where the figures stand that are withheld.
    pub(super) secrets: Vec<Span>,
    newlines: OnceCell<Vec<usize>>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(path: &'r SourcePath, text: &'r str, context: &'r Context) -> Self {
        Self { path, text, context, notes: Notes::new(), secrets: Vec::new(), newlines: OnceCell::new() }
    }

    /// Notes a problem.
    pub(super) fn report(&mut self, span: Span, problem: Problem) {
        self.notes.add(Place::new(self.path, span), problem);
    }

    /// The tree of the whole file.
    pub(super) fn tree(&mut self) -> Option<Node<'r>> {
        self.tree_of(Span::new(file::body_at(self.text), self.text.len()))
    }

    /// The tree of a stretch of the file.
    pub(super) fn tree_of(&mut self, span: Span) -> Option<Node<'r>> {
        let (text, path, notes) = (self.text, self.path, &mut self.notes);
        let mut report = |span, problem| notes.add(Place::new(path, span), problem);
        parse(&text[span.range()], span.start as usize, &mut report)
    }

    /// A place as `file:line`, for a problem that speaks of two.
    pub(super) fn line_of(&self, span: Span) -> SourcePath {
        // Counted once: a hostile file can hold thousands of such problems.
        let newlines = self.newlines.get_or_init(|| {
            self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at).collect()
        });
        let line = 1 + newlines.partition_point(|at| *at < span.start as usize);
        SourcePath::from(format!("{}:{line}", self.path))
    }
}
