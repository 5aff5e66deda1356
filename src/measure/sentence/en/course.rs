//! What happened on the way, and what made up the change.

use crate::base::{Decimal, Lang};
use crate::measure::sentence::course::Told;
use crate::measure::write::{self, Enumeration, Notation};
use crate::model::{Milestone, Part};

/// 5 milestones from March 2022 to November 2024, from “project approved” to “all lines in service”.
pub(in crate::measure::sentence) fn timeline(milestones: &[&Milestone], lang: Lang) -> String {
    let text = |milestone: &Milestone| milestone.text.text(lang).trim_end_matches('.').to_owned();
    match milestones {
        [] => "There are no milestones.".to_owned(),
        [only] => format!("{}: {}.", capital(&write::period(only.date, Lang::EN)), text(only)),
        [first, .., last] => {
            let [from, to] = [first, last].map(|milestone| write::with_article(milestone.date, Lang::EN));
            let span =
                if from == to { write::during(first.date, Lang::EN) } else { format!("from {from} to {to}") };
            let count = write::count(milestones.len(), Lang::EN);
            format!("{count} milestones {span}: the first “{}”, the last “{}”.", text(first), text(last))
        }
    }
}

/// A sentence begins with a capital letter: `First half of 2024`.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Total profit rose from CNY 4.38 billion in 2021 to CNY 5.12 billion in 2024, up CNY 742 million; the largest increase
/// came from product mix (CNY 410 million), the largest decrease from prices (CNY 120 million), and other factors added
/// CNY 30.0 million.
pub(in crate::measure::sentence) fn bridge(label: &str, told: &Told<'_>, notation: &Notation<'_>) -> String {
    let moved = super::movement(label, told.bridge.from, told.bridge.to, notation);
    let item = |word: &str, part: Option<&Part>, n: usize| {
        let part = part?;
        let amount = notation.difference(part.value.abs());
        let the = if n == 1 { "the only" } else { "the largest" };
        Some(format!("{the} {word} came from {} ({amount})", part.name.text(notation.lang)))
    };
    let up = item("increase", told.up, told.counts.0);
    let down = item("decrease", told.down, told.counts.1);
    let rest = told.rest.map(|rest| {
        let verb = if rest > Decimal::ZERO { "added" } else { "took away" };
        format!("other factors {verb} {}", notation.difference(rest.abs()))
    });
    let parts: Vec<_> = [up, down, rest].into_iter().flatten().collect();
    if parts.is_empty() {
        return format!("{moved}.");
    }
    format!("{moved}; {}.", write::listed(&parts, Enumeration::Clauses, Lang::EN))
}
