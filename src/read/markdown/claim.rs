//! What stands between `{` and `}`: a claim, something that was meant to be one, or plain text.

use crate::base::problem::ClaimFault;
use crate::base::{Id, Period, PeriodRange, nearest};
use crate::model::{Ask, Claim};

/// What the inside of a pair of braces is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A figure asked for.
    Claim(Claim),
    /// Meant as one, but wrong.
    Fault(ClaimFault),
    /// Nothing of ours.
    Text,
}

/// Reads the inside of a pair of braces.
pub(super) fn read(inside: &str) -> Reading {
    match claim(inside) {
        Ok(claim) => Reading::Claim(claim),
        Err(fault) if looks_like_a_claim(inside) => Reading::Fault(fault),
        Err(_) => Reading::Text,
    }
}

/// `roe@2024` · `roe: change 2021..2024` · `hualan-steel/roe@2024`
fn claim(inside: &str) -> Result<Claim, ClaimFault> {
    let at = inside.find(['@', ':']).ok_or(ClaimFault::Form)?;
    let (whose, rest) = (&inside[..at], &inside[at + 1..]);
    let (subject, indicator) = match whose.split_once('/') {
        Some((subject, indicator)) => (Some(id(subject)?), id(indicator)?),
        None => (None, id(whose)?),
    };
    let ask =
        if inside[at..].starts_with('@') { Ask::Value(one_period(rest)?) } else { derived(rest.trim())? };
    Ok(Claim { subject, indicator, ask })
}

fn id(text: &str) -> Result<Id, ClaimFault> {
    Id::new(text).ok_or(ClaimFault::Form)
}

/// A verb and its period or periods, as they stand behind the colon.
fn derived(words: &str) -> Result<Ask, ClaimFault> {
    // The longer verb stands first: `gap closed` begins with `gap`.
    let (verb, rest) = VERBS
        .iter()
        .find_map(|(verb, ask)| {
            let rest = words.strip_prefix(verb)?;
            (rest.is_empty() || rest.starts_with(' ')).then_some((ask, rest.trim()))
        })
        .ok_or(if Period::parse(words).is_some() { ClaimFault::Form } else { ClaimFault::Verb })?;
    match verb {
        Verb::One(ask) => one_period(rest).map(ask),
        Verb::Two(ask) => match PeriodRange::parse(rest) {
            Some(range) if range.from.grain() == range.to.grain() => Ok(ask(range.from, range.to)),
            Some(_) => Err(ClaimFault::Unequal),
            None if rest.is_empty() || Period::parse(rest).is_some() => Err(ClaimFault::NeedsRange),
            None => Err(ClaimFault::Period),
        },
    }
}

fn one_period(text: &str) -> Result<Period, ClaimFault> {
    Period::parse(text).ok_or(match PeriodRange::parse(text) {
        Some(_) => ClaimFault::NeedsOnePeriod,
        None => ClaimFault::Period,
    })
}

/// How many periods a verb takes, and what it then asks.
enum Verb {
    One(fn(Period) -> Ask),
    Two(fn(Period, Period) -> Ask),
}

const VERBS: [(&str, Verb); 8] = [
    ("change", Verb::Two(Ask::Change)),
    ("growth", Verb::Two(Ask::Growth)),
    ("multiple", Verb::Two(Ask::Multiple)),
    ("gap closed", Verb::One(Ask::GapClosed)),
    ("gap", Verb::One(Ask::Gap)),
    ("benchmark", Verb::One(Ask::Benchmark)),
    ("target", Verb::One(Ask::Target)),
    ("rank", Verb::One(Ask::Rank)),
];

/// Whether somebody who wrote this meant a claim: then a slip must not pass as text and reach a reader.
/// `{a, b}`, `{}`, `{#heading}` and the braces of a style sheet are none.
fn looks_like_a_claim(inside: &str) -> bool {
    // Chinese input methods write `＠`, `：` and full-width digits where the ASCII ones are meant.
    let narrow: String = inside.chars().map(narrow).collect();
    if let Some((whose, when)) = narrow.split_once('@') {
        // A dot for the slash is a slip; with no period behind it, it is an address: `name.surname@mail`.
        return is_name(whose) || (is_period_like(when.trim()) && is_name(&whose.replace('.', "/")));
    }
    let Some((whose, words)) = narrow.split_once(':') else { return false };
    let words = words.trim();
    let first = words.split([' ', ';']).next().unwrap_or("");
    let last = words.rsplit(' ').next().unwrap_or("");
    let names_a_verb = nearest::nearest(first, VERBS.iter().map(|(verb, _)| *verb)).is_some();
    is_name(whose) && !words.contains(';') && (names_a_verb || is_period_like(last))
}

/// Whether `text` could be somebody's way to write the name of an indicator.
fn is_name(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | ' '))
}

fn is_period_like(text: &str) -> bool {
    let mut ends = text.splitn(2, "..");
    ends.all(|end| end.len() >= 4 && end.bytes().take(4).all(|b| b.is_ascii_digit()) && end.len() <= 7)
}

/// The ASCII character that a full-width one stands for.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Reading, read};
    use crate::base::problem::ClaimFault;
    use crate::base::{Id, Period};
    use crate::model::{Ask, Claim};

    fn year(year: i16) -> Period {
        Period::of_year(year)
    }

    #[test]
    fn every_verb_is_read() {
        for (inside, ask) in [
            ("roe@2024", Ask::Value(year(2024))),
            ("roe@2024-Q3", Ask::Value(Period::parse("2024-Q3").unwrap())),
            ("roe: change 2021..2024", Ask::Change(year(2021), year(2024))),
            ("roe: growth 2021..2024", Ask::Growth(year(2021), year(2024))),
            ("roe: multiple 2021..2024", Ask::Multiple(year(2021), year(2024))),
            ("roe: gap 2024", Ask::Gap(year(2024))),
            ("roe: gap closed 2024", Ask::GapClosed(year(2024))),
            ("roe: benchmark 2024", Ask::Benchmark(year(2024))),
            ("roe: target 2025", Ask::Target(year(2025))),
            ("roe: rank 2024", Ask::Rank(year(2024))),
            ("roe:gap  2024", Ask::Gap(year(2024))),
        ] {
            let claim = Claim { subject: None, indicator: Id::new("roe").unwrap(), ask };
            assert_eq!(read(inside), Reading::Claim(claim), "{inside}");
        }
    }

    #[test]
    fn another_subject_stands_before_a_slash() {
        let subject = Id::new("hualan-steel");
        for inside in ["hualan-steel/roe@2024", "hualan-steel/roe: gap 2024"] {
            let Reading::Claim(claim) = read(inside) else { panic!("{inside}") };
            assert_eq!((claim.subject, claim.indicator.as_str()), (subject.clone(), "roe"));
        }
    }

    #[test]
    fn a_slip_is_a_fault() {
        for (inside, fault) in [
            ("roe @ 2024", ClaimFault::Form),
            ("roe @2024", ClaimFault::Form),
            ("ROE@2024", ClaimFault::Form),
            ("roe＠2024", ClaimFault::Form),
            ("roe：gap 2024", ClaimFault::Form),
            ("净资产收益率@2024", ClaimFault::Form),
            ("a/b/roe@2024", ClaimFault::Form),
            ("/roe@2024", ClaimFault::Form),
            ("hualan-steel.roe@2024", ClaimFault::Form),
            ("roe: 2024", ClaimFault::Form),
            ("roe@24", ClaimFault::Period),
            ("roe@", ClaimFault::Period),
            ("roe@2024年", ClaimFault::Period),
            ("roe: gap", ClaimFault::Period),
            ("roe: change 2024..2021", ClaimFault::Period),
            ("roe@2021..2024", ClaimFault::NeedsOnePeriod),
            ("roe: gap 2021..2024", ClaimFault::NeedsOnePeriod),
            ("roe: change 2024", ClaimFault::NeedsRange),
            ("roe: change", ClaimFault::NeedsRange),
            ("roe: change 2023-H1..2024", ClaimFault::Unequal),
            ("roe: growth 2023..2024-Q4", ClaimFault::Unequal),
            ("roe: multiple 2024-01..2024-Q2", ClaimFault::Unequal),
            ("roe: chnage 2021..2024", ClaimFault::Verb),
            ("roe: increase 2021..2024", ClaimFault::Verb),
        ] {
            assert_eq!(read(inside), Reading::Fault(fault), "{inside}");
        }
    }

    #[test]
    fn other_braces_are_text() {
        for inside in [
            "",
            "a, b",
            "#challenge",
            "ok",
            "color: red",
            "color: red; top: 2024",
            "@media print",
            "hua.lan@post",
            "x: y",
            "时间：上午",
        ] {
            assert_eq!(read(inside), Reading::Text, "{inside}");
        }
    }
}
