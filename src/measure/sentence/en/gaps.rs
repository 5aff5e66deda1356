//! The gap to a benchmark, and who moved it.

use super::with_basis;
use crate::base::{Decimal, Lang};
use crate::measure::gaps::{Gaps, Reference, Row};
use crate::measure::sentence::facts::Side;
use crate::measure::sentence::gaps::side;
use crate::measure::sentence::story::Point;
use crate::measure::write::{self, Notation};

/// Return on net assets: the gap to the benchmark narrowed from 5.9 percentage points in 2021 to 1.5 percentage points
/// in 2024; over that time the enterprise improved by 3.2 percentage points, and the benchmark worsened by 1.2.
pub(in crate::measure::sentence) fn gaps(label: &str, gaps: &Gaps<'_>, notation: &Notation<'_>) -> String {
    let now = gaps.last();
    let then = gaps.movement.and_then(|m| gaps.at(m.baseline));
    let found = match then {
        Some(then) => moved(gaps.to, then, now, notation),
        None => alone(gaps.to, now, notation),
    };
    format!("{label}: {found}{}.{}", doing(gaps, notation).unwrap_or_default(), later(gaps.later))
}

fn what(to: Reference) -> String {
    match to {
        Reference::Benchmark => "the benchmark".to_owned(),
        Reference::TopBand => "the top band’s threshold".to_owned(),
        Reference::Limit => "the limit".to_owned(),
        Reference::OwnPast(at) => format!("its own level {}", write::during(at, Lang::EN)),
        Reference::Band => "the range".to_owned(),
    }
}

/// What it is called to be on either side: nobody runs ahead of a limit.
fn sides(to: Reference) -> (&'static str, &'static str) {
    if to == Reference::Limit { ("short of", "better than") } else { ("behind", "ahead of") }
}

fn alone(to: Reference, now: &Row, notation: &Notation<'_>) -> String {
    let (at, what) = (write::during(now.at, Lang::EN), what(to));
    let (behind, ahead) = sides(to);
    let off = with_basis(notation.difference(now.gap.abs()), now.basis);
    match (side(now, notation), to) {
        (Side::Behind, Reference::Band) => format!("{off} outside {what} {at}"),
        (Side::Level | Side::Ahead, Reference::Band) => format!("inside {what} {at}"),
        (Side::Behind, _) => format!("{off} {behind} {what} {at}"),
        (Side::Level, _) => format!("level with {what} {at}"),
        (Side::Ahead, _) => format!("{off} {ahead} {what} {at}"),
    }
}

fn moved(to: Reference, then: &Row, now: &Row, notation: &Notation<'_>) -> String {
    let what = what(to);
    let (behind, ahead) = sides(to);
    let [before, after] = [then, now].map(|row| write::during(row.at, Lang::EN));
    let [first, last] = [then, now].map(|row| write::with_article(row.at, Lang::EN));
    let [was, is] = [then, now].map(|row| with_basis(notation.difference(row.gap.abs()), row.basis));
    let same = notation.difference(then.gap.abs()) == notation.difference(now.gap.abs());
    let way = if now.gap.abs() > then.gap.abs() { "widened" } else { "narrowed" };
    if to == Reference::Band {
        return match (side(then, notation), side(now, notation)) {
            (Side::Behind, Side::Behind) if same => format!("{is} outside {what} {before} and {after}"),
            (Side::Behind, Side::Behind) => {
                format!("the distance to {what} {way} from {was} {before} to {is} {after}")
            }
            (Side::Behind, _) => format!("{was} outside {what} {before}, inside it {after}"),
            (_, Side::Behind) => format!("inside {what} {before}, {is} outside it {after}"),
            _ => format!("inside {what} {before} and {after}"),
        };
    }
    match (side(then, notation), side(now, notation)) {
        (Side::Behind, Side::Behind) if same => {
            format!("the gap to {what} stayed at {is} from {first} to {last}")
        }
        (Side::Behind, Side::Behind) => {
            format!("the gap to {what} {way} from {was} {before} to {is} {after}")
        }
        (Side::Ahead, Side::Ahead) if same => {
            format!("the lead over {what} stayed at {is} from {first} to {last}")
        }
        (Side::Ahead, Side::Ahead) => {
            format!("the lead over {what} {way} from {was} {before} to {is} {after}")
        }
        (Side::Level, Side::Level) => format!("level with {what} {before} and {after}"),
        (Side::Behind, Side::Level) => format!("{was} {behind} {what} {before}, level with it {after}"),
        (Side::Ahead, Side::Level) => format!("{was} {ahead} {what} {before}, level with it {after}"),
        (Side::Level, Side::Behind) => format!("level with {what} {before}, {is} {behind} it {after}"),
        (Side::Level, Side::Ahead) => format!("level with {what} {before}, {is} {ahead} it {after}"),
        (Side::Behind, Side::Ahead) => format!("{was} {behind} {what} {before}, {is} {ahead} it {after}"),
        (Side::Ahead, Side::Behind) => format!("{was} {ahead} {what} {before}, {is} {behind} it {after}"),
    }
}

/// ; over that time the enterprise improved by 3.2 percentage points, and the benchmark worsened by 1.2 percentage points
fn doing(gaps: &Gaps<'_>, notation: &Notation<'_>) -> Option<String> {
    let movement = gaps.movement.filter(|_| gaps.decomposes())?;
    let clause = |who: &str, by: Decimal| match moved_by(gaps, by, notation) {
        None => format!("{who} did not change"),
        Some((true, by)) => format!("{who} improved by {by}"),
        Some((false, by)) => format!("{who} worsened by {by}"),
    };
    let own = clause("the enterprise", movement.own_progress);
    let theirs = clause(&what(gaps.to), movement.frontier_movement);
    Some(format!("; over that time {own}, and {theirs}"))
}

/// Enterprise: 3.2 percentage points better, Benchmark: 1.2 percentage points worse
pub(in crate::measure::sentence) fn movers(gaps: &Gaps<'_>, notation: &Notation<'_>) -> Option<[String; 2]> {
    let movement = gaps.movement.filter(|_| gaps.decomposes())?;
    let clause = |who: &str, by: Decimal| match moved_by(gaps, by, notation) {
        None => format!("{who}: unchanged"),
        Some((true, by)) => format!("{who}: {by} better"),
        Some((false, by)) => format!("{who}: {by} worse"),
    };
    Some([clause("Enterprise", movement.own_progress), clause("Benchmark", movement.frontier_movement)])
}

/// Whether it got better, and by how much. None where that is nothing at the precision that is shown.
fn moved_by(gaps: &Gaps<'_>, by: Decimal, notation: &Notation<'_>) -> Option<(bool, String)> {
    let moved = !notation.is_negligible(by, gaps.last().value);
    moved.then(|| (by > Decimal::ZERO, notation.difference(by.abs())))
}

/// There is no benchmark for 2025.
fn later(later: Option<Point>) -> String {
    match later {
        None => String::new(),
        Some(point) if point.known().is_some() => {
            format!(" There is no comparable benchmark for {}.", write::with_article(point.at, Lang::EN))
        }
        Some(point) => format!(" The figure for {}.", super::is_missing(point)),
    }
}
