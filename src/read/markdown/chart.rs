//! The source of a chart: the YAML between its fences, and the way from it back to the file.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::Span;

/// What stands in a ```` ```chart ```` block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartSource {
    /// The YAML, without the marks of a quotation or list that the block may stand in.
    pub yaml: String,
    /// Where the block stands, fences included.
    pub span: Span,
    /// Where each piece of `yaml` begins, and where that is in the file.
    pieces: Vec<(usize, usize)>,
}

impl ChartSource {
    pub(super) fn new(lines: &[(Cow<'_, str>, Range<usize>)], span: Span) -> Self {
        let mut yaml = String::new();
        let mut pieces = Vec::with_capacity(1);
        let mut end = None;
        for (line, place) in lines {
            if end != Some(place.start) {
                pieces.push((yaml.len(), place.start));
            }
            end = Some(place.end);
            yaml.push_str(line);
        }
        Self { yaml, span, pieces }
    }

    /// The place in the file of a stretch of `yaml`; that of the whole block if there is none.
    pub fn in_file(&self, span: Span) -> Span {
        let at = |position: usize| {
            let piece = self.pieces.partition_point(|(start, _)| *start <= position).checked_sub(1)?;
            let (start, place) = self.pieces[piece];
            Some(place + (position - start))
        };
        let range = span.range();
        match (at(range.start), at(range.end)) {
            (Some(start), Some(end)) if start <= end && range.end <= self.yaml.len() => Span::new(start, end),
            _ => self.span,
        }
    }
}
