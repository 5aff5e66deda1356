//! The line that a problem stands on, as much of it as helps.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::UnicodeWidthChar as _;

use super::Lines;
use crate::base::Span;

/// How much of a line is shown, in columns of a terminal. A Han character takes two.
const SHOWN: usize = 72;

/// The line that `span` begins on, cut to what fits around it, and where the mark stands in that.
/// A span over several lines is marked to the end of its first.
pub(super) fn excerpt<'a>(lines: &Lines<'a>, span: Span) -> (Cow<'a, str>, Range<usize>) {
    let text = lines.text();
    let line = lines.content(lines.line_of(span.start as usize));
    let clip = |at: u32| text.floor_char_boundary(at as usize).clamp(line.start, line.end);
    let (start, end) = (clip(span.start), clip(span.end.max(span.start)));
    let (start, end) = (start, end.max(start));

    // From the mark outwards: first the mark itself, then what is before and behind it in equal parts.
    let mark = taken(text[start..end].chars(), SHOWN);
    let cut_inside = mark.bytes < end - start;
    let end = start + mark.bytes;
    let left_over = SHOWN - mark.columns;
    let before_all = &text[line.start..start];
    let behind_all = if cut_inside { "" } else { &text[end..line.end] };
    let half = taken(behind_all.chars(), left_over / 2);
    let before = taken(before_all.chars().rev(), left_over - half.columns);
    let behind = taken(behind_all.chars(), left_over - before.columns);

    let shown = start - before.bytes..end + behind.bytes;
    let (cut_before, cut_behind) = (shown.start > line.start, shown.end < line.end);
    if !cut_before && !cut_behind {
        return (Cow::Borrowed(&text[line.clone()]), start - line.start..end - line.start);
    }
    let mut excerpt = String::with_capacity(shown.len() + 2 * ELLIPSIS.len());
    if cut_before {
        excerpt.push_str(ELLIPSIS);
    }
    let offset = excerpt.len();
    excerpt.push_str(&text[shown.clone()]);
    if cut_behind {
        excerpt.push_str(ELLIPSIS);
    }
    (Cow::Owned(excerpt), offset + start - shown.start..offset + end - shown.start)
}

const ELLIPSIS: &str = "...";

/// What fits into some columns.
struct Taken {
    bytes: usize,
    columns: usize,
}

fn taken(characters: impl Iterator<Item = char>, most: usize) -> Taken {
    let mut taken = Taken { bytes: 0, columns: 0 };
    for c in characters {
        let columns = width(c);
        if taken.columns + columns > most {
            break;
        }
        taken.columns += columns;
        taken.bytes += c.len_utf8();
    }
    taken
}

/// How many columns a character takes; a tab is shown as four spaces.
fn width(c: char) -> usize {
    if c == '\t' { 4 } else { c.width().unwrap_or(0) }
}
