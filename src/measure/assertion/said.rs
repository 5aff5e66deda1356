//! What an author says about a figure: one number, and few words around it.

use super::super::answer::Resolved;
use super::super::quantity::{Quantity, Role, quantities_with};
use crate::base::Lang;
use crate::base::problem::AssertionFault as Fault;
use crate::model::Unit;

/// The number that stands between the brackets.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) quantity: Quantity,
    /// Whether the indicator's own word for its unit stood behind it. It was taken out before the number was read.
    pub(super) own_unit: bool,
    pub(super) stance: Option<Stance>,
}

/// On which side of something the number stands, where a word says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stance {
    /// 领先, `ahead`.
    Ahead,
    /// 落后, 相差, `behind`.
    Behind,
    /// 亏损, `a loss of`: below zero.
    Loss,
}

const STANCES: [(&str, Stance); 14] = [
    ("领先", Stance::Ahead),
    ("反超", Stance::Ahead),
    ("ahead", Stance::Ahead),
    ("落后", Stance::Behind),
    ("相差", Stance::Behind),
    ("差距", Stance::Behind),
    ("仍差", Stance::Behind),
    ("差", Stance::Behind),
    ("behind", Stance::Behind),
    ("short", Stance::Behind),
    ("净亏损", Stance::Loss),
    ("亏损", Stance::Loss),
    ("loss", Stance::Loss),
    ("losses", Stance::Loss),
];

/// Words that change nothing about a number.
const HARMLESS: &[&str] = &[
    "达到了",
    "达到",
    "高达",
    "只有",
    "仅为",
    "合计",
    "共计",
    "总计",
    "保持在",
    "维持在",
    "已",
    "共",
    "仅",
    "只",
    "达",
    "为",
    "是",
    "的",
    "了",
    "在",
    "缩小",
    "a",
    "an",
    "the",
    "of",
    "to",
    "by",
    "at",
    "is",
    "was",
    "in",
    "just",
    "only",
    "total",
    "exactly",
    "as",
    "high",
    "much",
    "many",
    "large",
    "level",
    "reached",
    "stood",
    "closed",
    "gap",
    "or",
    "some",
    "with",
    "place",
    "ranked",
    "ranks",
    "rank",
    "排名",
    "位列",
    "位居",
    "居",
    "列",
];

/// Reads what stands between the brackets.
pub(super) fn read(words: &str, resolved: &Resolved<'_>, lang: Lang) -> Result<Said, Fault> {
    let without = own_units(resolved).find_map(|unit| taken_out(words, unit));
    let own_unit = without.is_some();
    let words = without.as_deref().unwrap_or(words);
    let mut found = quantities_with(words, lang, resolved.currency);
    let quantity = match (found.pop(), found.is_empty()) {
        (None, _) => return Err(Fault::NotANumber),
        (Some(_), false) => return Err(Fault::SeveralNumbers),
        (Some(only), true) => only,
    };
    // A bare 2022 looks like a year, and may be a number of things.
    let alone = quantity.role == Role::Time && words.trim() == &words[quantity.digits.clone()];
    if quantity.role != Role::Figure && !alone {
        return Err(Fault::NotANumber);
    }
    let stance = around(&words[..quantity.phrase.start], &words[quantity.phrase.end..])?;
    Ok(Said { quantity, own_unit, stance })
}

/// The indicator's own word for its unit, in every language.
fn own_units<'a>(resolved: &'a Resolved<'_>) -> impl Iterator<Item = &'a str> {
    let names = match &resolved.indicator.unit {
        Unit::Named(name) => Some(name.iter().map(|(_, name)| name.as_str())),
        _ => None,
    };
    names.into_iter().flatten().filter(|name| !name.is_empty())
}

/// `words` without the first `unit` that stands behind a digit, as a word of its own.
fn taken_out(words: &str, unit: &str) -> Option<String> {
    let number = words.find(|c: char| c.is_numeric() || "一二三四五六七八九十百零半两".contains(c))?;
    let letter = |c: char| c.is_ascii_alphabetic();
    let mut from = number;
    while let Some(offset) = words[from..].find(unit) {
        let (start, end) = (from + offset, from + offset + unit.len());
        let whole = !(unit.starts_with(letter) && words[..start].ends_with(letter)
            || unit.ends_with(letter) && words[end..].starts_with(letter));
        if whole {
            return Some([&words[..start], " ", &words[end..]].concat());
        }
        from = end;
    }
    None
}

/// What the words before and behind a number say. Words that say something else do not belong between the brackets:
/// nobody can tell what they make of the number.
fn around(before: &str, behind: &str) -> Result<Option<Stance>, Fault> {
    let mut stance = None;
    for side in [before, behind] {
        let mut rest = side;
        while let Some(c) = rest.chars().next() {
            if !c.is_alphanumeric() {
                rest = &rest[c.len_utf8()..];
                continue;
            }
            let (word, behind) = if c.is_ascii() {
                rest.split_at(rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()))
            } else {
                let known = STANCES.iter().map(|(word, _)| *word).chain(HARMLESS.iter().copied());
                let longest = known.filter(|word| rest.starts_with(word)).max_by_key(|word| word.len());
                rest.split_at(longest.ok_or(Fault::OtherWords)?.len())
            };
            match STANCES.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)) {
                Some((_, found)) => stance = Some(*found),
                None if HARMLESS.iter().any(|known| known.eq_ignore_ascii_case(word)) => {}
                None => return Err(Fault::OtherWords),
            }
            rest = behind;
        }
    }
    Ok(stance)
}
