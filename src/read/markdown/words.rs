//! A stretch of plain text, cut into words, claims and words marked as no figure.

use std::borrow::Cow;
use std::ops::Range;

use super::claim::{self, Reading};
use super::item::{Assertion, Item};
use super::problems::Problems;
use crate::base::Span;
use crate::base::problem::{ClaimFault, Problem};
use crate::model::Claim;

/// Longest inside of a pair of braces that is looked at, in bytes: two ids, a verb and two periods.
const LONGEST: usize = 300;

/// Cuts `text`, which stands at byte `at` of its file, and hands on what it finds, in order.
///
/// What stands before byte `from` are characters, not marks of ours: an escaped one may be among them.
pub(super) fn cut<'a>(
    text: &'a str,
    at: usize,
    from: usize,
    problems: &mut Problems,
    mut found: impl FnMut(Item<'a>, Span),
) {
    let span = |start: usize, end: usize| Span::new(at + start, at + end);
    let words = |start: usize, end: usize| (Item::Text(Cow::Borrowed(&text[start..end])), span(start, end));
    if !text.contains('{') && !text.contains('｛') {
        let (item, span) = words(0, text.len());
        return found(item, span);
    }
    // Everything before `done` is handed on. `opened` are the brackets open since then, `group` the pair of
    // them that closed last.
    let mut done = 0;
    let mut opened = Vec::new();
    let mut group = None;
    let mut i = from;
    while let Some(start) = find_mark(text, i) {
        i = start + text[start..].chars().next().map_or(1, char::len_utf8);
        match text.as_bytes()[start] {
            b'[' => opened.push(start),
            b']' => group = opened.pop().map(|open| open..start),
            _ => {
                let Some(braces) = Braces::read(text, start) else { continue };
                let end = braces.end;
                let bracket = match group.clone() {
                    Some(group) if group.end + 1 == start => Bracket::Words(group),
                    _ if text[..start].ends_with(']') => Bracket::HalfSeen,
                    _ => Bracket::None,
                };
                match braces.item(text, at, start, bracket) {
                    Ok(None) => {}
                    Ok(Some((from, item))) => {
                        if done < from {
                            let (item, span) = words(done, from);
                            found(item, span);
                        }
                        found(item, span(from, end));
                        (done, i, group) = (end, end, None);
                        opened.clear();
                    }
                    Err(fault) => {
                        let text = text[start..end].to_owned();
                        problems.add(span(start, end), Problem::ClaimMalformed { text, fault });
                        i = end;
                    }
                }
            }
        }
    }
    if done < text.len() {
        let (item, span) = words(done, text.len());
        found(item, span);
    }
}

/// The next bracket or opening brace at or after byte `from`. Looks at bytes: this runs over every word.
fn find_mark(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_mark = |at: usize| match bytes[at] {
        b'[' | b']' | b'{' => true,
        0xEF => text[at..].starts_with('｛'),
        _ => false,
    };
    (from..bytes.len()).find(|at| is_mark(*at))
}

/// What stands directly before a pair of braces.
enum Bracket {
    /// Words in brackets, from the opening to the closing one.
    Words(Range<usize>),
    /// The end of some that began before this stretch: markup or a line break stands between.
    HalfSeen,
    /// Neither.
    None,
}

/// A pair of braces.
struct Braces {
    meaning: Meaning,
    /// Behind the closing one.
    end: usize,
}

enum Meaning {
    Claim(Claim),
    NoFigure,
    Fault(ClaimFault),
    None,
}

impl Braces {
    /// What they become, and where that begins; nothing if they are text.
    fn item(
        self,
        text: &str,
        at: usize,
        start: usize,
        bracket: Bracket,
    ) -> Result<Option<(usize, Item<'_>)>, ClaimFault> {
        let inside = |words: &Range<usize>| Cow::Borrowed(&text[words.start + 1..words.end]);
        match (self.meaning, bracket) {
            (Meaning::Fault(fault), _) => Err(fault),
            (Meaning::Claim(claim), Bracket::None) => Ok(Some((start, Item::Claim(claim)))),
            (Meaning::Claim(claim), Bracket::Words(words)) => {
                let assertion = Assertion {
                    said: inside(&words),
                    said_at: Span::new(at + words.start + 1, at + words.end),
                    claim,
                    claim_at: Span::new(at + start, at + self.end),
                };
                Ok(Some((words.start, Item::Assertion(assertion))))
            }
            (Meaning::NoFigure, Bracket::Words(words)) => {
                Ok(Some((words.start, Item::NoFigure(inside(&words)))))
            }
            // `[words]{…}` can only be meant as one of ours.
            (Meaning::None, Bracket::Words(_)) => Err(ClaimFault::Form),
            (Meaning::Claim(_) | Meaning::NoFigure, Bracket::HalfSeen) => Err(ClaimFault::Brackets),
            (Meaning::NoFigure, Bracket::None) | (Meaning::None, Bracket::None | Bracket::HalfSeen) => {
                Ok(None)
            }
        }
    }

    /// The pair that opens at `start`, if it closes before another opens.
    fn read(text: &str, start: usize) -> Option<Self> {
        let open = text[start..].chars().next()?;
        let inside_at = start + open.len_utf8();
        let rest = &text[inside_at..];
        let len = rest.find(['{', '｛', '}', '｝'])?;
        let close = rest[len..].chars().next().filter(|c| matches!(c, '}' | '｝'))?;
        let inside = &rest[..len];
        let end = inside_at + len + close.len_utf8();
        let meaning = match inside {
            _ if len > LONGEST => Meaning::None,
            "ok" => Meaning::NoFigure,
            _ => match claim::read(inside) {
                Reading::Claim(claim) => Meaning::Claim(claim),
                Reading::Fault(fault) => Meaning::Fault(fault),
                Reading::Text => Meaning::None,
            },
        };
        // Chinese input methods write ｛…｝.
        let meaning = match meaning {
            Meaning::None => Meaning::None,
            _ if (open, close) != ('{', '}') => Meaning::Fault(ClaimFault::Form),
            meaning => meaning,
        };
        Some(Self { meaning, end })
    }
}
