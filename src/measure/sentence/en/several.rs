//! What is said of several things together.

use std::cmp::Ordering;

use crate::base::Lang;
use crate::measure::ends::Ends;
use crate::measure::sentence::several::{Spread, shared, with};
use crate::measure::slope::Slope;
use crate::measure::write::{self, Enumeration, Notation};
use crate::model::Enterprise;

/// Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points.
pub(in crate::measure::sentence) fn one(label: &str, ends: &Ends<'_>, notation: &Notation<'_>) -> String {
    super::movement(label, ends.then, ends.now, notation) + "."
}

/// From 2021 to 2024, of 5 indicators, 4 improved and 1 worsened (debt-to-asset ratio).
pub(in crate::measure::sentence) fn ends(ends: &[Ends<'_>], lang: Lang) -> String {
    if ends.is_empty() {
        return "There are no indicators to compare.".to_owned();
    }
    let when = match shared(ends) {
        Some((from, to)) => {
            format!("From {} to {}", write::with_article(from, Lang::EN), write::with_article(to, Lang::EN))
        }
        None => "Since their baselines".to_owned(),
    };
    let verdicts = [
        (Some(Ordering::Greater), "improved", "improved"),
        (Some(Ordering::Equal), "was unchanged", "were unchanged"),
        (Some(Ordering::Less), "worsened", "worsened"),
        (None, "is not judged", "are not judged"),
    ];
    let all = ends.len();
    let clauses = verdicts.into_iter().filter_map(|(moved, one, many)| {
        let these = with(ends, moved);
        let names: Vec<_> = these.iter().map(|e| e.indicator.label().text(lang).to_owned()).collect();
        let named = match moved {
            Some(Ordering::Less) if these.len() < all => {
                format!(" ({})", write::listed(&names, Enumeration::Words, Lang::EN))
            }
            _ => String::new(),
        };
        match these.len() {
            0 => None,
            n if n == all => Some(format!("{} {many}", if n == 2 { "both" } else { "all" })),
            1 => Some(format!("1 {one}{named}")),
            n => Some(format!("{n} {many}{named}")),
        }
    });
    let clauses: Vec<_> = clauses.collect();
    format!("{when}, of {all} indicators, {}.", write::listed(&clauses, Enumeration::Clauses, Lang::EN))
}

/// Return on net assets: among 8 enterprises, Hualan Steel rose from 5th in 2021 to 2nd in 2024, passing Yuanchuan and
/// Beilu.
pub(in crate::measure::sentence) fn passing(slope: &Slope<'_>, notation: &Notation<'_>) -> String {
    let own = &slope.own;
    let label = slope.indicator.name.text(notation.lang);
    let name = own.enterprise.label().text(notation.lang);
    let [before, after] = [slope.from, slope.to].map(|at| write::during(at, Lang::EN));
    let way = if let Some((then, now)) = own.then.rank.zip(own.now.rank) {
        let count = write::count(slope.lines.len(), Lang::EN);
        let [was, is] = [then, now].map(write::ordinal);
        let [first, last] = [slope.from, slope.to].map(|at| write::with_article(at, Lang::EN));
        let moved = match now.cmp(&then) {
            Ordering::Less => format!("rose from {was} {before} to {is} {after}"),
            Ordering::Greater => format!("fell from {was} {before} to {is} {after}"),
            Ordering::Equal => format!("was {is} in both {first} and {last}"),
        };
        format!("{label}: among {count} enterprises, {name} {moved}")
    } else {
        super::movement(&format!("{label}: {name}"), own.then.known, own.now.known, notation)
    };
    let [passed, passed_by] = slope.passed().map(|who| names(&who, notation.lang));
    match (passed, passed_by) {
        (Some(passed), Some(by)) => format!("{way}, passing {passed} and passed by {by}."),
        (Some(passed), None) => format!("{way}, passing {passed}."),
        (None, Some(by)) => format!("{way}, passed by {by}."),
        (None, None) => format!("{way}."),
    }
}

fn names(enterprises: &[&Enterprise], lang: Lang) -> Option<String> {
    let names: Vec<_> = enterprises.iter().map(|e| e.label().text(lang).to_owned()).collect();
    (!names.is_empty()).then(|| write::listed(&names, Enumeration::Words, Lang::EN))
}

/// 18 cases cover 7 areas and 12 industries; Efficiency in Steel has the most, 3; 60 of 84 combinations have none yet.
pub(in crate::measure::sentence) fn spread(spread: &Spread<'_>) -> String {
    if spread.cases == 0 {
        return "There are no cases yet.".to_owned();
    }
    let of = |n: usize, one: &str, many: &str| {
        format!("{} {}", write::count(n, Lang::EN), if n == 1 { one } else { many })
    };
    let most = match spread.fullest.as_slice() {
        [(area, industry, n)] => {
            format!("; {area} in {industry} has the most, {}", write::count(*n, Lang::EN))
        }
        [(_, _, n), ..] => format!("; no combination has more than {}", write::count(*n, Lang::EN)),
        [] => String::new(),
    };
    let empty = match spread.empty {
        0 => "; every combination has at least one".to_owned(),
        n if spread.cells > 1 => {
            let has = if n == 1 { "has" } else { "have" };
            let cells = write::count(spread.cells, Lang::EN);
            format!("; {} of {cells} combinations {has} none yet", write::count(n, Lang::EN))
        }
        _ => String::new(),
    };
    format!(
        "{} {} {} and {}{most}{empty}.",
        of(spread.cases, "case", "cases"),
        if spread.cases == 1 { "covers" } else { "cover" },
        of(spread.areas, "area", "areas"),
        of(spread.industries, "industry", "industries"),
    )
}
