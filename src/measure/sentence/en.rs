//! The English sentences, also for every language that has none of its own.
//!
//! The name of an indicator may be singular or plural: no verb here has to agree with it.

pub(super) mod course;
pub(super) mod gaps;
pub(super) mod several;

use std::cmp::Ordering;

use super::facts::{Against, Facts, Level, Pair, Sense, Side};
use super::story::Point;
use super::{NAMED, is_tied};
use crate::base::{Decimal, Lang};
use crate::measure::comparison::{Comparison, Entry};
use crate::measure::write::{self, Enumeration, Notation};
use crate::model::{Basis, Enterprise, Known, Unit};

/// Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark fell
/// 1.2 points, so the gap narrowed from 5.9 to 1.5 percentage points.
pub(super) fn trend(label: &str, facts: &Facts, notation: &Notation<'_>) -> String {
    let own = match facts.then {
        Some(then) => movement(label, then, facts.now, notation),
        None => alone(label, facts.now, notation),
    };
    let level = facts.level_unsaid().and_then(|level| self::level(level, facts.sense, notation));
    let rung = facts.rung.map(|rung| rung.words(Lang::EN));
    let now = || write::with_article(facts.now.at, Lang::EN);
    let against = match (&facts.pair, facts.then) {
        (Some(pair), _) => {
            let what = if pair.against == Against::TopBand { "top band’s threshold" } else { "benchmark" };
            let rung = rung.map_or_else(String::new, |rung| format!("; the value for {} is {rung}", now()));
            format!("; the {what} {}, so {}{rung}", benchmark(pair, notation), gap(pair, notation))
        }
        (None, then) => {
            let parts: Vec<_> = rung.into_iter().chain(level).collect();
            match (parts.is_empty(), then) {
                (true, _) => String::new(),
                (false, Some(_)) => format!("; the value for {} is {}", now(), parts.join(", ")),
                (false, None) => format!(", {}", parts.join(", ")),
            }
        }
    };
    format!("{own}{against}{}.{}", unmatched(facts), missing_later(facts))
}

/// Return on net assets stood at 9.4% in 2024, 1.5 percentage points below the benchmark of 10.9% and
/// still 0.6 percentage points from the target of 10.0% for 2025.
pub(super) fn standing(label: &str, facts: &Facts, notation: &Notation<'_>) -> String {
    let own = alone(label, facts.now, notation);
    let rung = facts.rung.map(|rung| format!(", {}", rung.words(Lang::EN)));
    let level = level(facts.level, facts.sense, notation).map(|level| format!(", {level}"));
    let aim = facts.aim.map(|(at, value, left)| {
        let target =
            format!("the target of {} for {}", notation.value(value), write::with_article(at, Lang::EN));
        if left > Decimal::ZERO && !notation.is_negligible(left, value) {
            let and = if level.is_some() { " and" } else { "," };
            format!("{and} still {} from {target}", notation.difference(left))
        } else {
            format!("; {target} has been reached")
        }
    });
    let [rung, level, aim] = [rung, level, aim].map(Option::unwrap_or_default);
    format!("{own}{rung}{level}{aim}{}.{}", unmatched(facts), missing_later(facts))
}

/// Return on net assets: the figure for 2024 is not available.
pub(super) fn nothing(label: &str, missing: Option<Point>) -> String {
    match missing {
        Some(point) => format!("{label}: the figure for {}.", is_missing(point)),
        None => format!("{label}: there are no figures."),
    }
}

/// Return on net assets in 2024 had a median of 8.2% across 14 enterprises, with the middle half between 5.1% and
/// 10.3%; Hualan Steel ranked 3rd with 9.4%.
pub(super) fn position(
    comparison: &Comparison<'_>,
    own: Option<&Enterprise>,
    notation: &Notation<'_>,
) -> String {
    let label = comparison.indicator.name.text(notation.lang);
    let during = write::during(comparison.period, Lang::EN);
    let count = write::count(comparison.entries.len(), Lang::EN);
    let all = match (&comparison.statistics, comparison.entries.as_slice()) {
        (Some(found), _) => {
            let [low, median, high] =
                [found.lower_quartile, found.median, found.upper_quartile].map(|value| notation.value(value));
            let middle = if low == high {
                format!("at {low}")
            } else if *notation.unit == Unit::Percent {
                format!("between {low} and {high}")
            } else {
                format!("between {} and {high}", notation.bare(found.lower_quartile))
            };
            format!(
                "{label} {during} had a median of {median} across {count} enterprises, with the middle half {middle}"
            )
        }
        (None, []) => format!("{label} {during}: no enterprise has published a figure"),
        (None, few) => {
            let listed: Vec<_> = few
                .iter()
                .map(|e| format!("{} {}", e.enterprise.label().text(notation.lang), notation.value(e.value)))
                .collect();
            let enterprises = if few.len() == 1 { "enterprise" } else { "enterprises" };
            let listed = write::listed(&listed, Enumeration::Words, Lang::EN);
            format!("{label} {during}, as published by {count} {enterprises}: {listed}")
        }
    };
    let own = own.filter(|_| !comparison.entries.is_empty()).map(|own| {
        let name = own.label().text(notation.lang);
        match comparison.of(own) {
            Some(entry) if comparison.statistics.is_some() => {
                format!("; {name} {} {}", rank(comparison, entry), notation.value(entry.value))
            }
            // Among fewer than five it has been listed with the others.
            Some(_) => String::new(),
            // What is in another currency is told with the others that are.
            None if comparison.left_out.iter().any(|e| e.id == own.id) => String::new(),
            None => format!("; {name} has no comparable figure"),
        }
    });
    format!("{all}{}{}.", own.unwrap_or_default(), elsewhere(comparison, notation))
}

/// Who is not among those compared, and why.
fn elsewhere(comparison: &Comparison<'_>, notation: &Notation<'_>) -> String {
    let (who, report) = match comparison.left_out.as_slice() {
        [] => return String::new(),
        [one] => (one.label().text(notation.lang).to_owned(), "reports in another currency and is"),
        few if few.len() <= NAMED => {
            let names: Vec<_> = few.iter().map(|e| e.label().text(notation.lang).to_owned()).collect();
            (write::listed(&names, Enumeration::Words, Lang::EN), "report in another currency and are")
        }
        many => {
            let count = write::count(many.len(), Lang::EN);
            (format!("{count} other enterprises"), "report in another currency and are")
        }
    };
    format!("; {who} {report} not compared, as nothing is converted")
}

/// Of 8 indicators, 5 have improved since the baseline, 1 is unchanged, and 2 have worsened; of the 7 with a
/// benchmark, 3 are ahead and 4 are behind.
pub(super) fn scorecard(of: usize, moved: [usize; 3], against: [usize; 3]) -> String {
    let compared = against.into_iter().sum();
    let movements = [
        ["has improved since the baseline", "have improved since the baseline"],
        ["is unchanged", "are unchanged"],
        ["has worsened", "have worsened"],
    ];
    let moved = tally(of, moved, movements);
    if of == 1 {
        let sides = ["is ahead of the benchmark", "is level with the benchmark", "is behind the benchmark"];
        let against = tally(1, against, sides.map(|side| [side; 2]));
        return match (moved.is_empty(), against.is_empty()) {
            (true, true) => "The indicator cannot be judged.".to_owned(),
            (false, true) => format!("The indicator {moved}."),
            (true, false) => format!("The indicator {against}."),
            (false, false) => format!("The indicator {moved} and {against}."),
        };
    }
    let sides = [["is ahead", "are ahead"], ["is level", "are level"], ["is behind", "are behind"]];
    let against = tally(compared, against, sides);
    match (of, moved.is_empty(), compared) {
        (0, ..) => "There are no indicators to judge.".to_owned(),
        (_, true, 0) => format!("None of the {of} indicators can be judged."),
        (_, true, 1) => format!("The one indicator with a benchmark {against}."),
        (_, true, _) => format!("Of {compared} indicators with a benchmark, {against}."),
        (_, false, 0) => format!("Of {of} indicators, {moved}."),
        (_, false, 1) => format!("Of {of} indicators, {moved}; the one with a benchmark {against}."),
        (_, false, _) if compared == of => {
            format!("Of {of} indicators, {moved}; compared with their benchmarks, {against}.")
        }
        (_, false, _) => {
            format!("Of {of} indicators, {moved}; of the {compared} with a benchmark, {against}.")
        }
    }
}

/// Counts with their verbs, singular and plural.
fn tally(of: usize, counts: [usize; 3], verbs: [[&str; 2]; 3]) -> String {
    let clause = |n: usize, [one, many]: [&str; 2]| match (of, n) {
        (1, _) => one.to_owned(),
        (_, 1) => format!("1 {one}"),
        (2, 2) => format!("both {many}"),
        _ if n == of => format!("all {many}"),
        _ => format!("{n} {many}"),
    };
    let clauses = counts.into_iter().zip(verbs).filter(|(n, _)| *n > 0);
    let clauses: Vec<_> = clauses.map(|(n, verbs)| clause(n, verbs)).collect();
    write::listed(&clauses, Enumeration::Clauses, Lang::EN)
}

/// up 3.2 percentage points since 2021
pub(super) fn change_since(facts: &Facts, notation: &Notation<'_>) -> Option<String> {
    let then = facts.then?;
    let change = notation.change(then.value, facts.now.value);
    Some(format!("{change} since {}", write::with_article(then.at, Lang::EN)))
}

/// 1.5 percentage points behind the benchmark
pub(super) fn against(facts: &Facts, name: Option<&str>, notation: &Notation<'_>) -> Option<String> {
    if let Some(rung) = facts.rung {
        return Some(rung.words(Lang::EN));
    }
    match facts.level {
        Level::Off { against: Against::Benchmark, value, own, by } if facts.sense != Sense::Unjudged => {
            let name = name.unwrap_or("the benchmark");
            if notation.is_unchanged(value, own) {
                return Some(format!("level with {name}"));
            }
            let ahead = by.is_sign_positive() == (facts.sense == Sense::More);
            let side = if ahead { "ahead of" } else { "behind" };
            Some(format!("{} {side} {name}", notation.difference(by.abs())))
        }
        Level::Off { .. } | Level::Band { .. } => level(facts.level, facts.sense, notation),
        Level::Alone | Level::Unmatched | Level::TooFew => None,
    }
}

fn movement(label: &str, then: Known, now: Known, notation: &Notation<'_>) -> String {
    let (from, to) = (valued(then, notation), valued(now, notation));
    let (before, after) = (write::during(then.at, Lang::EN), write::during(now.at, Lang::EN));
    let unchanged = notation.is_unchanged(then.value, now.value);
    if notation.value(then.value) == notation.value(now.value) {
        if from != to {
            return format!("{label} stood at {from} {before} and at {to} {after}");
        }
        let almost = if unchanged { "" } else { "about " };
        let [first, last] = [then.at, now.at].map(|at| write::with_article(at, Lang::EN));
        return format!("{label} stayed at {almost}{to} from {first} to {last}");
    }
    if unchanged {
        return format!("{label} moved from {from} {before} to {to} {after}");
    }
    let verb = if now.value > then.value { "rose" } else { "fell" };
    let change = notation.change(then.value, now.value);
    format!("{label} {verb} from {from} {before} to {to} {after}, {change}")
}

fn alone(label: &str, now: Known, notation: &Notation<'_>) -> String {
    format!("{label} stood at {} {}", valued(now, notation), write::during(now.at, Lang::EN))
}

/// A value, marked where it may still change.
fn valued(known: Known, notation: &Notation<'_>) -> String {
    with_basis(notation.value(known.value), known.basis)
}

fn with_basis(figure: String, basis: Basis) -> String {
    match basis {
        Basis::Audited | Basis::Management => figure,
        Basis::Unaudited => figure + " (unaudited)",
        Basis::Estimate => figure + " (estimate)",
    }
}

/// fell 1.2 points
fn benchmark(pair: &Pair, notation: &Notation<'_>) -> String {
    if notation.is_unchanged(pair.benchmark_then, pair.benchmark_now) {
        return "was unchanged".to_owned();
    }
    let verb = if pair.benchmark_now > pair.benchmark_then { "rose" } else { "fell" };
    let Some(change) = pair.benchmark_now.checked_sub(pair.benchmark_then) else { return verb.to_owned() };
    if *notation.unit != Unit::Percent {
        return format!("{verb} {}", notation.difference(change.abs()));
    }
    // Percentage points have been named in full a few words before.
    let digits = notation.bare(change.abs());
    let points = notation.point_word(&digits, "point");
    format!("{verb} {digits}{points}")
}

fn gap(pair: &Pair, notation: &Notation<'_>) -> String {
    let full = |gap: Decimal| notation.difference(gap.abs());
    let (then, now) = (full(pair.gap_then), full(pair.gap_now));
    let way = if pair.gap_now.abs() > pair.gap_then.abs() { "widened" } else { "narrowed" };
    let from_to = || format!("{way} from {} to {now}", notation.bare(pair.gap_then.abs()));
    let last = || notation.bare(pair.gap_now.abs());
    match pair.sides(notation) {
        (Side::Behind, Side::Behind) if then == now => format!("the gap stayed at {now}"),
        (Side::Behind, Side::Behind) => format!("the gap {}", from_to()),
        (Side::Behind, Side::Level) => format!("the gap of {then} closed"),
        (Side::Behind, Side::Ahead) => format!("a gap of {then} became a lead of {}", last()),
        (Side::Level, Side::Behind) => format!("a gap of {now} opened"),
        (Side::Level, Side::Level) => "the two stayed level".to_owned(),
        (Side::Level, Side::Ahead) => format!("a lead of {now} opened"),
        (Side::Ahead, Side::Behind) => format!("a lead of {then} became a gap of {}", last()),
        (Side::Ahead, Side::Level) => format!("the lead of {then} was lost"),
        (Side::Ahead, Side::Ahead) if then == now => format!("the lead stayed at {now}"),
        (Side::Ahead, Side::Ahead) => format!("the lead {}", from_to()),
    }
}

fn level(level: Level, sense: Sense, notation: &Notation<'_>) -> Option<String> {
    match level {
        Level::Alone | Level::Unmatched | Level::TooFew => None,
        Level::Off { against, value, own, by } => {
            let written = notation.value(value);
            let what = match against {
                Against::Benchmark => format!("the benchmark of {written}"),
                Against::TopBand => format!("the top band’s threshold of {written}"),
                Against::Limit => format!("the limit of {written}"),
                Against::OwnPast(period) => {
                    format!("its own level of {written} {}", write::during(period, Lang::EN))
                }
            };
            if notation.is_unchanged(value, own) {
                return Some(format!("level with {what}"));
            }
            let side = if by > Decimal::ZERO { "above" } else { "below" };
            let hint =
                if sense == Sense::Less && against != Against::Limit { " (lower is better)" } else { "" };
            Some(format!("{} {side} {what}{hint}", notation.difference(by.abs())))
        }
        Level::Band { min, max, by } => {
            let range = format!("the range of {} to {}", notation.value(min), notation.value(max));
            let off = notation.difference(by.abs());
            Some(match by.cmp(&Decimal::ZERO) {
                Ordering::Greater => format!("{off} above {range}"),
                Ordering::Less => format!("{off} below {range}"),
                Ordering::Equal => format!("inside {range}"),
            })
        }
    }
}

/// ; there is no benchmark for 2024
fn unmatched(facts: &Facts) -> String {
    match facts.level {
        Level::Unmatched => {
            format!("; there is no benchmark for {}", write::with_article(facts.now.at, Lang::EN))
        }
        Level::TooFew => {
            let at = write::with_article(facts.now.at, Lang::EN);
            format!("; fewer than five of the peers have a figure for {at}, so there is no benchmark")
        }
        Level::Alone | Level::Off { .. } | Level::Band { .. } => String::new(),
    }
}

/// The figure for 2025 is not available.
fn missing_later(facts: &Facts) -> String {
    facts.missing.map_or_else(String::new, |point| format!(" The figure for {}.", is_missing(point)))
}

fn is_missing(point: Point) -> String {
    let word = write::missing(point.value, Lang::EN).unwrap_or_default();
    format!("{} is {word}", write::with_article(point.at, Lang::EN))
}

fn rank(comparison: &Comparison<'_>, entry: &Entry<'_>) -> String {
    match entry.rank {
        None => "stood at".to_owned(),
        Some(rank) if is_tied(comparison, entry) => format!("tied for {} with", write::ordinal(rank)),
        Some(rank) => format!("ranked {} with", write::ordinal(rank)),
    }
}
