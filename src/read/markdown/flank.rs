//! Which `*`, `**` and `~~` may open and close emphasis beside CJK punctuation.
//!
//! Follows the `CommonMark` CJK-friendly amendments (specification of the project markdown-cjk-friendly),
//! which change when a delimiter run is left- or right-flanking:
//!
//! * before punctuation it may open after any CJK character, and before CJK punctuation after anything;
//! * after punctuation it may close before any CJK character, and after CJK punctuation before anything.
//!
//! pulldown-cmark has an option for this from the version after 0.13.6 on; then this file can go. Until
//! then a mark that is neither space nor punctuation is put between the run and the punctuation, so that
//! the plain rule of `CommonMark` comes to the same answer. `_` and a single `~` stay as they are: the
//! amendments change nothing for characters that cannot emphasize part of a word.

use super::script::{is_cjk, is_punctuation};

/// Where in `body` a mark is needed.
pub(super) fn marks(body: &str) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut i = 0;
    while let Some(found) = memchr::memchr2(b'*', b'~', &body.as_bytes()[i..]) {
        let start = i + found;
        let delimiter = body.as_bytes()[start];
        // A backslash that is not escaped itself makes the first of the run a character like any other.
        let escaped = body[..start].bytes().rev().take_while(|b| *b == b'\\').count() % 2;
        i = start + body[start..].bytes().take_while(|b| *b == delimiter).count();
        let start = start + escaped;
        if delimiter == b'*' || i - start == 2 {
            marks.extend(mark(body, start, i));
        }
    }
    marks
}

/// Where the run from `start` to `end` needs a mark, if it does.
fn mark(body: &str, start: usize, end: usize) -> Option<usize> {
    if start == end {
        return None;
    }
    let before = body[..start].chars().next_back()?;
    let after = body[end..].chars().next()?;
    if before.is_ascii() && after.is_ascii()
        || before.is_whitespace()
        || after.is_whitespace()
        // In a table the bars count as spaces, to the parser alone.
        || before == '|'
        || after == '|'
    {
        return None;
    }
    match (is_punctuation(before), is_punctuation(after)) {
        (true, false) => {
            let closes = is_cjk(before) || is_cjk(after);
            (closes && !(before == '>' && begins_line(&body[..start]))).then_some(start)
        }
        (false, true) => {
            let opens = is_cjk(after) || is_cjk_sequence(&body[..start]);
            opens.then_some(end)
        }
        _ => None,
    }
}

/// Whether `text`, which ends in no punctuation, ends in a CJK character, or in a variation selector that
/// belongs to one or to punctuation.
fn is_cjk_sequence(text: &str) -> bool {
    let mut back = text.chars().rev();
    match back.next() {
        Some('\u{FE00}'..='\u{FE0E}') => back.next().is_some_and(|c| is_cjk(c) || is_punctuation(c)),
        Some('\u{E0100}'..='\u{E01EF}') => true,
        Some(c) => is_cjk(c),
        None => false,
    }
}

/// Whether only quote marks stand on the last line of `text`, which then counts as the start of a line.
fn begins_line(text: &str) -> bool {
    text.bytes().rev().take_while(|b| *b != b'\n').all(|b| matches!(b, b'>' | b' ' | b'\t'))
}
