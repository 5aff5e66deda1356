//! The gap to a benchmark, and who moved it.

use super::{period_of, with_basis};
use crate::base::{Decimal, Lang};
use crate::measure::gaps::{Gaps, Reference, Row};
use crate::measure::sentence::facts::Side;
use crate::measure::sentence::gaps::side;
use crate::measure::sentence::story::Point;
use crate::measure::write::{self, Notation};

/// 净资产收益率与对标值的差距由2021年的5.9个百分点缩小到2024年的1.5个百分点；其间自身改善3.2个百分点，对标值变差1.2个百分点。
pub(in crate::measure::sentence) fn gaps(label: &str, gaps: &Gaps<'_>, notation: &Notation<'_>) -> String {
    let now = gaps.last();
    let then = gaps.movement.and_then(|m| gaps.at(m.baseline));
    let found = match then {
        Some(then) => moved(label, gaps.to, then, now, notation),
        None => alone(label, gaps.to, now, notation),
    };
    format!("{found}{}。{}", doing(gaps, notation).unwrap_or_default(), later(gaps.later))
}

fn what(to: Reference) -> String {
    match to {
        Reference::Benchmark => "对标值".to_owned(),
        Reference::TopBand => "优秀值".to_owned(),
        Reference::Limit => "限值".to_owned(),
        Reference::OwnPast(at) => format!("自身{}水平", write::period(at, Lang::ZH)),
        Reference::Band => "合理区间".to_owned(),
    }
}

/// What it is called to be on either side: nobody runs ahead of a limit.
fn sides(to: Reference) -> (&'static str, &'static str) {
    if to == Reference::Limit { ("不及", "优于") } else { ("落后", "领先") }
}

fn alone(label: &str, to: Reference, now: &Row, notation: &Notation<'_>) -> String {
    let (at, what) = (period_of(now.at), what(to));
    let (behind, ahead) = sides(to);
    let off = with_basis(notation.difference(now.gap.abs()), now.basis);
    match (side(now, notation), to) {
        (Side::Behind, Reference::Band) => format!("{label}{at}偏离{what}{off}"),
        (Side::Level | Side::Ahead, Reference::Band) => format!("{label}{at}在{what}内"),
        (Side::Behind, _) => format!("{label}{at}{behind}{what}{off}"),
        (Side::Level, _) => format!("{label}{at}与{what}持平"),
        (Side::Ahead, _) => format!("{label}{at}{ahead}{what}{off}"),
    }
}

fn moved(label: &str, to: Reference, then: &Row, now: &Row, notation: &Notation<'_>) -> String {
    let what = what(to);
    let (behind, ahead) = sides(to);
    let (before, after) = (period_of(then.at), period_of(now.at));
    let [was, is] = [then, now].map(|row| with_basis(notation.difference(row.gap.abs()), row.basis));
    let same = notation.difference(then.gap.abs()) == notation.difference(now.gap.abs());
    let way = if now.gap.abs() > then.gap.abs() { "扩大" } else { "缩小" };
    if to == Reference::Band {
        return match (side(then, notation), side(now, notation)) {
            (Side::Behind, Side::Behind) if same => format!("{label}{after}仍偏离{what}{is}，与{before}持平"),
            (Side::Behind, Side::Behind) => {
                format!("{label}偏离{what}的幅度由{before}的{was}{way}到{after}的{is}")
            }
            (Side::Behind, _) => format!("{label}{before}偏离{what}{was}，{after}已回到区间内"),
            (_, Side::Behind) => format!("{label}{before}在{what}内，{after}偏离{is}"),
            _ => format!("{label}{before}、{after}都在{what}内"),
        };
    }
    match (side(then, notation), side(now, notation)) {
        (Side::Behind, Side::Behind) if same => {
            format!("{label}与{what}的差距{after}仍为{is}，与{before}持平")
        }
        (Side::Behind, Side::Behind) => {
            format!("{label}与{what}的差距由{before}的{was}{way}到{after}的{is}")
        }
        (Side::Ahead, Side::Ahead) if same => format!("{label}{after}仍{ahead}{what}{is}，与{before}持平"),
        (Side::Ahead, Side::Ahead) => {
            format!("{label}{ahead}{what}的幅度由{before}的{was}{way}到{after}的{is}")
        }
        (Side::Level, Side::Level) => format!("{label}{before}、{after}都与{what}持平"),
        (Side::Behind, Side::Level) => format!("{label}{before}{behind}{what}{was}，{after}已与之持平"),
        (Side::Ahead, Side::Level) => format!("{label}{before}{ahead}{what}{was}，{after}与之持平"),
        (Side::Level, Side::Behind) => format!("{label}{before}与{what}持平，{after}{behind}{is}"),
        (Side::Level, Side::Ahead) => format!("{label}{before}与{what}持平，{after}{ahead}{is}"),
        (Side::Behind, Side::Ahead) => format!("{label}{before}{behind}{what}{was}，{after}{ahead}{is}"),
        (Side::Ahead, Side::Behind) => format!("{label}{before}{ahead}{what}{was}，{after}{behind}{is}"),
    }
}

/// ；其间自身改善3.2个百分点，对标值变差1.2个百分点
fn doing(gaps: &Gaps<'_>, notation: &Notation<'_>) -> Option<String> {
    let [own, theirs] = movers(gaps, notation)?;
    Some(format!("；其间{own}，{theirs}"))
}

/// 自身改善3.2个百分点, 对标值变差1.2个百分点
pub(in crate::measure::sentence) fn movers(gaps: &Gaps<'_>, notation: &Notation<'_>) -> Option<[String; 2]> {
    let movement = gaps.movement.filter(|_| gaps.decomposes())?;
    let magnitude = gaps.last().value;
    let clause = |who: &str, by: Decimal| {
        if notation.is_negligible(by, magnitude) {
            return format!("{who}没有变化");
        }
        let way = if by > Decimal::ZERO { "改善" } else { "变差" };
        format!("{who}{way}{}", notation.difference(by.abs()))
    };
    Some([clause("自身", movement.own_progress), clause(&what(gaps.to), movement.frontier_movement)])
}

/// 2025年没有可比的对标值。
fn later(later: Option<Point>) -> String {
    match later {
        None => String::new(),
        Some(point) if point.known().is_some() => format!("{}没有可比的对标值。", period_of(point.at)),
        Some(point) => super::is_missing(point) + "。",
    }
}
