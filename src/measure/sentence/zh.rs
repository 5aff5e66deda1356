//! The Chinese sentences.

pub(super) mod course;
pub(super) mod gaps;
pub(super) mod several;

use std::cmp::Ordering;

use super::facts::{Against, Facts, Level, Pair, Sense, Side};
use super::story::Point;
use super::{NAMED, is_tied};
use crate::base::{Decimal, Lang, Period};
use crate::measure::comparison::{Comparison, Entry};
use crate::measure::write::{self, Enumeration, Notation};
use crate::model::{Basis, Enterprise, Known};

/// 净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值下降1.2个百分点，差距由5.9个百分点缩小到1.5个百分点。
pub(super) fn trend(label: &str, facts: &Facts, notation: &Notation<'_>) -> String {
    let own = match facts.then {
        Some(then) => movement(label, then, facts.now, notation),
        None => alone(label, facts.now, notation),
    };
    let level = facts.level_unsaid().and_then(|level| self::level(level, facts.sense, notation));
    let rung = facts.rung.map(|rung| rung.words(Lang::ZH));
    let against = match (&facts.pair, facts.then) {
        (Some(pair), _) => {
            let what = if pair.against == Against::TopBand { "优秀值" } else { "对标值" };
            let rung = rung.map_or_else(String::new, |rung| {
                format!("；{}{rung}", write::period(facts.now.at, Lang::ZH))
            });
            format!("；同期{what}{}，{}{rung}", benchmark(pair, notation), gap(pair, notation))
        }
        (None, then) => {
            let parts: Vec<_> = rung.into_iter().chain(level).collect();
            match (parts.is_empty(), then) {
                (true, _) => String::new(),
                (false, Some(_)) => {
                    format!("；{}{}", write::period(facts.now.at, Lang::ZH), parts.join("，"))
                }
                (false, None) => format!("，{}", parts.join("，")),
            }
        }
    };
    format!("{own}{against}。{}", missing_later(facts))
}

/// 净资产收益率2024年为9.4%，比对标值（10.9%）低1.5个百分点，距2025年目标值（10.0%）还差0.6个百分点。
pub(super) fn standing(label: &str, facts: &Facts, notation: &Notation<'_>) -> String {
    let rung = facts.rung.map(|rung| rung.words(Lang::ZH));
    let level = level(facts.level, facts.sense, notation);
    let own = alone(label, facts.now, notation);
    let parts: Vec<_> = [Some(own), rung, level, aim(facts, notation)].into_iter().flatten().collect();
    format!("{}。{}", parts.join("，"), missing_later(facts))
}

/// 净资产收益率2024年数值暂缺。
pub(super) fn nothing(label: &str, missing: Option<Point>) -> String {
    missing.map_or_else(|| format!("{label}没有数值。"), |point| format!("{label}{}。", is_missing(point)))
}

/// 2024年，14家企业的净资产收益率中位数为8.2%，居中的一半企业在5.1%至10.3%之间；华岚钢铁为9.4%，居第3位。
pub(super) fn position(
    comparison: &Comparison<'_>,
    own: Option<&Enterprise>,
    notation: &Notation<'_>,
) -> String {
    let label = comparison.indicator.name.text(notation.lang);
    let period = write::period(comparison.period, Lang::ZH);
    let count = write::count(comparison.entries.len(), Lang::ZH);
    let all = match (&comparison.statistics, comparison.entries.as_slice()) {
        (Some(found), _) => {
            let [low, median, high] =
                [found.lower_quartile, found.median, found.upper_quartile].map(|value| notation.value(value));
            let middle =
                if low == high { format!("都是{low}") } else { format!("在{low}至{high}之间") };
            format!("{period}，{count}家企业的{label}中位数为{median}，居中的一半企业{middle}")
        }
        (None, []) => format!("{period}，没有企业公开{label}"),
        (None, few) => {
            let few: Vec<_> = few.iter().map(|entry| listed(entry, notation)).collect();
            format!(
                "{period}，有{count}家企业公开{label}：{}",
                write::listed(&few, Enumeration::Words, Lang::ZH)
            )
        }
    };
    let own = own.filter(|_| !comparison.entries.is_empty()).map(|own| {
        let name = own.label().text(notation.lang);
        match comparison.of(own) {
            Some(entry) if comparison.statistics.is_some() => {
                format!("；{name}为{}{}", notation.value(entry.value), rank(comparison, entry))
            }
            // Among fewer than five it has been listed with the others.
            Some(_) => String::new(),
            // What is in another currency is told with the others that are.
            None if comparison.left_out.iter().any(|e| e.id == own.id) => String::new(),
            None => format!("；{name}没有可比的数值"),
        }
    });
    format!("{all}{}{}。", own.unwrap_or_default(), elsewhere(comparison, notation))
}

/// Who is not among those compared, and why.
fn elsewhere(comparison: &Comparison<'_>, notation: &Notation<'_>) -> String {
    match comparison.left_out.as_slice() {
        [] => String::new(),
        few if few.len() <= NAMED => {
            let names: Vec<_> = few.iter().map(|e| e.label().text(notation.lang).to_owned()).collect();
            let names = write::listed(&names, Enumeration::Words, Lang::ZH);
            format!("；{names}以其他货币计，不作换算，没有列入比较")
        }
        many => {
            let count = write::count(many.len(), Lang::ZH);
            format!("；另有{count}家企业以其他货币计，不作换算，没有列入比较")
        }
    }
}

const ALL: &str = "全部";

/// 8项指标中，5项较基期改善，1项与基期持平，2项较基期变差；有对标值的7项中，3项领先，4项落后。
pub(super) fn scorecard(of: usize, moved: [usize; 3], against: [usize; 3]) -> String {
    let compared = against.into_iter().sum();
    let moved = tally(of, moved, ["较基期改善", "与基期持平", "较基期变差"]);
    let against = tally(compared, against, ["领先", "持平", "落后"]);
    // 8项指标中，3项领先, but 8项指标全部领先.
    let among = |tally: &str| if tally.starts_with(ALL) { "" } else { "中，" };
    match (of, moved.is_empty(), compared) {
        (0, ..) => "没有可供评价的指标。".to_owned(),
        (1, true, 0) => "这项指标无法评价。".to_owned(),
        (1, true, _) => format!("这项指标与对标值相比{against}。"),
        (1, false, 0) => format!("这项指标{moved}。"),
        (1, false, _) => format!("这项指标{moved}；与对标值相比{against}。"),
        (_, true, 0) => format!("{of}项指标都无法评价。"),
        (_, true, 1) => format!("有对标值的1项指标{against}。"),
        (_, true, _) => format!("有对标值的{compared}项指标{}{against}。", among(&against)),
        (_, false, 0) => format!("{of}项指标{}{moved}。", among(&moved)),
        (_, false, 1) => format!("{of}项指标{}{moved}；有对标值的1项{against}。", among(&moved)),
        (_, false, _) if compared == of => {
            format!("{of}项指标{}{moved}；与对标值相比，{against}。", among(&moved))
        }
        (_, false, _) => {
            format!(
                "{of}项指标{}{moved}；有对标值的{compared}项{}{against}。",
                among(&moved),
                among(&against)
            )
        }
    }
}

fn tally(of: usize, counts: [usize; 3], words: [&str; 3]) -> String {
    let how_many = |n| match of {
        1 => String::new(),
        _ if n == of => ALL.to_owned(),
        _ => format!("{n}项"),
    };
    let parts = counts.into_iter().zip(words).filter(|(n, _)| *n > 0);
    let parts: Vec<_> = parts.map(|(n, word)| how_many(n) + word).collect();
    write::listed(&parts, Enumeration::Clauses, Lang::ZH)
}

/// 较2021年提高3.2个百分点
pub(super) fn change_since(facts: &Facts, notation: &Notation<'_>) -> Option<String> {
    let then = facts.then?;
    let (period, change) = (write::period(then.at, Lang::ZH), notation.change(then.value, facts.now.value));
    let with = if notation.is_unchanged(then.value, facts.now.value) { "与" } else { "较" };
    Some(format!("{with}{period}{change}"))
}

/// 落后对标值1.5个百分点, or with the `name` of the benchmark 落后世界一流（钢铁）1.5个百分点
pub(super) fn against(facts: &Facts, name: Option<&str>, notation: &Notation<'_>) -> Option<String> {
    if let Some(rung) = facts.rung {
        return Some(rung.words(Lang::ZH));
    }
    match facts.level {
        Level::Off { against: Against::Benchmark, value, own, by } if facts.sense != Sense::Unjudged => {
            let name = name.unwrap_or("对标值");
            if notation.is_unchanged(value, own) {
                return Some(format!("与{name}持平"));
            }
            let ahead = by.is_sign_positive() == (facts.sense == Sense::More);
            let side = if ahead { "领先" } else { "落后" };
            Some(format!("{side}{name}{}", notation.difference(by.abs())))
        }
        Level::Off { .. } | Level::Band { .. } => level(facts.level, facts.sense, notation),
        Level::Alone | Level::Unmatched | Level::TooFew => None,
    }
}

fn movement(label: &str, then: Known, now: Known, notation: &Notation<'_>) -> String {
    let (from, to) = (valued(then, notation), valued(now, notation));
    let (before, after) = (write::period(then.at, Lang::ZH), write::period(now.at, Lang::ZH));
    let unchanged = notation.is_unchanged(then.value, now.value);
    if notation.value(then.value) == notation.value(now.value) {
        if from != to {
            return format!("{label}{before}为{from}，{after}为{to}");
        }
        let almost = if unchanged { "" } else { "基本" };
        return format!("{label}{after}为{to}，与{before}{almost}持平");
    }
    if unchanged {
        return format!("{label}由{before}的{from}变为{after}的{to}");
    }
    let verb = notation.change_verb(now.value > then.value);
    let change = notation.change(then.value, now.value);
    format!("{label}由{before}的{from}{verb}到{after}的{to}，{change}")
}

fn alone(label: &str, now: Known, notation: &Notation<'_>) -> String {
    format!("{label}{}为{}", write::period(now.at, Lang::ZH), valued(now, notation))
}

/// A value, marked where it may still change.
fn valued(known: Known, notation: &Notation<'_>) -> String {
    with_basis(notation.value(known.value), known.basis)
}

fn with_basis(figure: String, basis: Basis) -> String {
    match basis {
        Basis::Audited | Basis::Management => figure,
        Basis::Unaudited => figure + "（未经审计）",
        Basis::Estimate => figure + "（估计数）",
    }
}

fn period_of(at: Period) -> String {
    write::period(at, Lang::ZH)
}

fn benchmark(pair: &Pair, notation: &Notation<'_>) -> String {
    if notation.is_unchanged(pair.benchmark_then, pair.benchmark_now) {
        // 持平 is kept for being level with the benchmark.
        return "不变".to_owned();
    }
    notation.change(pair.benchmark_then, pair.benchmark_now)
}

fn gap(pair: &Pair, notation: &Notation<'_>) -> String {
    let [then, now] = [pair.gap_then, pair.gap_now].map(|gap| notation.difference(gap.abs()));
    let way = if pair.gap_now.abs() > pair.gap_then.abs() { "扩大" } else { "缩小" };
    match pair.sides(notation) {
        (Side::Behind, Side::Behind) if then == now => format!("差距仍为{now}"),
        (Side::Behind, Side::Behind) => format!("差距由{then}{way}到{now}"),
        (Side::Ahead, Side::Ahead) if then == now => format!("领先幅度仍为{now}"),
        (Side::Ahead, Side::Ahead) => format!("领先幅度由{then}{way}到{now}"),
        (Side::Level, Side::Level) => "两者仍持平".to_owned(),
        (Side::Behind, Side::Level) => format!("差距由{then}缩小到零"),
        (Side::Ahead, Side::Level) => format!("领先幅度由{then}缩小到零"),
        (Side::Level, Side::Behind) => format!("与之相比由持平转为落后{now}"),
        (Side::Level, Side::Ahead) => format!("与之相比由持平转为领先{now}"),
        (Side::Behind, Side::Ahead) => format!("与之相比由落后{then}转为领先{now}"),
        (Side::Ahead, Side::Behind) => format!("与之相比由领先{then}转为落后{now}"),
    }
}

fn level(level: Level, sense: Sense, notation: &Notation<'_>) -> Option<String> {
    match level {
        Level::Alone => None,
        Level::Unmatched => Some("没有同期对标值".to_owned()),
        Level::TooFew => Some("有数值的同业企业不足五家，没有计算对标值".to_owned()),
        Level::Off { against, value, own, by } => {
            let what = match against {
                Against::Benchmark => "对标值".to_owned(),
                Against::TopBand => "优秀值".to_owned(),
                Against::Limit => "限值".to_owned(),
                Against::OwnPast(period) => format!("自身{}水平", write::period(period, Lang::ZH)),
            };
            let written = notation.value(value);
            if notation.is_unchanged(value, own) {
                return Some(format!("与{what}（{written}）持平"));
            }
            let side = if by > Decimal::ZERO { "高" } else { "低" };
            let hint = if sense == Sense::Less && against != Against::Limit { "，越低越好" } else { "" };
            Some(format!("比{what}（{written}{hint}）{side}{}", notation.difference(by.abs())))
        }
        Level::Band { min, max, by } => {
            let [low, high, off] = [notation.value(min), notation.value(max), notation.difference(by.abs())];
            Some(match by.cmp(&Decimal::ZERO) {
                Ordering::Greater => format!("高于{low}至{high}的区间，超出上限{off}"),
                Ordering::Less => format!("低于{low}至{high}的区间，距下限{off}"),
                Ordering::Equal => format!("在{low}至{high}的区间内"),
            })
        }
    }
}

fn aim(facts: &Facts, notation: &Notation<'_>) -> Option<String> {
    let (at, value, left) = facts.aim?;
    let target = format!("{}目标值（{}）", write::period(at, Lang::ZH), notation.value(value));
    Some(if left > Decimal::ZERO && !notation.is_negligible(left, value) {
        format!("距{target}还差{}", notation.difference(left))
    } else {
        format!("已达到{target}")
    })
}

/// 2025年数值暂缺。
fn missing_later(facts: &Facts) -> String {
    facts.missing.map_or_else(String::new, |point| is_missing(point) + "。")
}

fn is_missing(point: Point) -> String {
    let word = write::missing(point.value, Lang::ZH).unwrap_or_default();
    format!("{}数值{word}", write::period(point.at, Lang::ZH))
}

fn listed(entry: &Entry<'_>, notation: &Notation<'_>) -> String {
    let name = entry.enterprise.label().text(notation.lang);
    // A name in Latin letters would run into its number.
    let space = if name.ends_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" };
    format!("{name}{space}{}", notation.value(entry.value))
}

fn rank(comparison: &Comparison<'_>, entry: &Entry<'_>) -> String {
    let Some(rank) = entry.rank else { return String::new() };
    let tied = if is_tied(comparison, entry) { "并列" } else { "居" };
    format!("，{tied}第{rank}位")
}
