//! Digits that belong to a name: A320, 5G, H2, ISO 9001, COVID-19.

use super::text::{Text, is_letter};
use super::words::{Words, backwards, bare};
use super::{currency, time, unit};

/// Behind the token, if the digits here are a part of a name: A320, 5G, H2, ISO 9001, COVID-19, 10.0.0.1.
pub(super) fn code(text: Text<'_>, at: usize) -> Option<usize> {
    let before = text.before(at);
    if before.is_some_and(is_letter) {
        let start = letters_back(text, at);
        let letters = &text.all[start..at];
        let of_time = matches!(letters, "FY" | "CY") || time::part_of_year(text, start, at);
        let money = currency::before(text, at).is_some_and(|(_, currency)| currency.as_str().len() == 3);
        if !of_time && !money && letters != "x" {
            return Some(token_end(text, at));
        }
        return None;
    }
    if before == Some('-') || before == Some('+') {
        let dash = text.back(at);
        if text.before(dash).is_some_and(is_letter) && text.raw(dash).is_some_and(|c| c.is_ascii()) {
            let end = text.digits_end(at);
            let year = time::is_year(text, at, end);
            return (!year).then(|| token_end(text, at));
        }
    }
    if (text.eat_back(text.skip_back(at), "industry").is_some() || text.eat_back(at, "工业").is_some())
        && let Some(end) = text.any(text.digits_end(at), &[".0"])
    {
        return Some(end);
    }
    if of_standard(text, at) {
        return Some(token_end(text, at));
    }
    let end = text.digits_end(at);
    // 600019, 000001, 007: numbers do not begin with a zero, unless they are dates or decimals.
    if text.peek(at) == Some('0') && end - at > 2 && !matches!(text.peek(end), Some('月' | '日')) {
        return Some(token_end(text, at));
    }
    dotted(text, at, end).or_else(|| lettered(text, end))
}

/// Bodies that number their standards. Other capitals before a number are names of figures: `ROE 9.4%`.
const STANDARDS: &Words<()> = &backwards(bare([
    "iso", "iec", "ieee", "gb", "gb/t", "gb/z", "gbz", "gbt", "din", "astm", "jis", "api", "aisi", "sae",
    "ifrs", "ias", "rfc", "ul", "bs", "tsg", "pm", "yb/t", "dl/t", "jb/t",
]));

fn of_standard(text: Text<'_>, at: usize) -> bool {
    let near = text.skip_back(at);
    let body = text.longest_back(near, STANDARDS);
    body.is_some_and(|(start, ())| text.all[start..near].chars().all(|c| !c.is_ascii_lowercase()))
}

/// 1.2.3, 10.0.0.1, 400-123-4567.
fn dotted(text: Text<'_>, at: usize, end: usize) -> Option<usize> {
    let mut here = end;
    let mut parts = 0;
    let separator = text.peek(end).filter(|c| matches!(c, '.' | '-'))?;
    while text.peek(here) == Some(separator)
        && text.peek(text.next(here)).is_some_and(|c| c.is_ascii_digit())
        && parts < 8
    {
        here = text.digits_end(text.next(here));
        parts += 1;
    }
    // 2024-05-18 and 2024.05.18 are dates.
    let date = parts == 2 && time::is_year(text, at, end);
    (parts >= 2 && !date).then_some(here)
}

/// 5G, 3D, 4K, 2.0T: a letter that is no unit.
fn lettered(text: Text<'_>, digits: usize) -> Option<usize> {
    let decimals = text.peek(digits) == Some('.');
    let end = if decimals { text.digits_end(text.next(digits)) } else { digits };
    if !text.peek(end).is_some_and(is_letter) {
        return None;
    }
    let word = text.word_end(end);
    let letters = &text.all[end..word];
    let known =
        matches!(letters, "s" | "st" | "nd" | "rd" | "th" | "bn" | "mn" | "mln" | "tn" | "m" | "k" | "b")
            || matches!(letters, "Q" | "H") && text.peek(word).is_some_and(|c| c.is_ascii_digit())
            || letters != "G" && unit::is_counted(text, end)
            || matches!(
                letters.to_ascii_lowercase().as_str(),
                "million" | "billion" | "trillion" | "thousand"
            );
    (!known || text.peek(word).is_some_and(|c| c.is_ascii_digit()) && !matches!(letters, "Q" | "H"))
        .then(|| token_end(text, end))
}

fn letters_back(text: Text<'_>, mut at: usize) -> usize {
    for _ in 0..6 {
        if !text.before(at).is_some_and(is_letter) {
            break;
        }
        at = text.back(at);
    }
    at
}

fn token_end(text: Text<'_>, mut at: usize) -> usize {
    while let Some(c) = text.peek(at) {
        let inside = matches!(c, '.' | '-' | '/' | '_')
            && text.peek(text.next(at)).is_some_and(|c| c.is_ascii_alphanumeric());
        if !c.is_ascii_alphanumeric() && !inside {
            break;
        }
        at = text.next(at);
    }
    at
}
