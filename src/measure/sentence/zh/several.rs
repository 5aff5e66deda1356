//! What is said of several things together.

use std::cmp::Ordering;

use super::period_of;
use crate::base::Lang;
use crate::measure::ends::Ends;
use crate::measure::sentence::several::{Spread, shared, with};
use crate::measure::slope::Slope;
use crate::measure::write::{self, Enumeration, Notation};
use crate::model::Enterprise;

/// 净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点。
pub(in crate::measure::sentence) fn one(label: &str, ends: &Ends<'_>, notation: &Notation<'_>) -> String {
    super::movement(label, ends.then, ends.now, notation) + "。"
}

/// 2021年至2024年，5项指标中，4项改善，1项变差（资产负债率）。
pub(in crate::measure::sentence) fn ends(ends: &[Ends<'_>]) -> String {
    if ends.is_empty() {
        return "没有可供比较的指标。".to_owned();
    }
    let when = match shared(ends) {
        Some((from, to)) => format!("{}至{}", period_of(from), period_of(to)),
        None => "与各自基期相比".to_owned(),
    };
    let verdicts = [
        (Some(Ordering::Greater), "改善"),
        (Some(Ordering::Equal), "持平"),
        (Some(Ordering::Less), "变差"),
        (None, "不作评判"),
    ];
    let found = verdicts.map(|(moved, word)| (moved, with(ends, moved), word));
    if let Some((_, _, word)) = found.iter().find(|(_, these, _)| these.len() == ends.len()) {
        return format!("{when}，{}项指标全部{word}。", ends.len());
    }
    let clauses = found.iter().filter(|(_, these, _)| !these.is_empty()).map(|(moved, these, word)| {
        let names: Vec<_> = these.iter().map(|e| e.indicator.label().text(Lang::ZH).to_owned()).collect();
        match moved {
            Some(Ordering::Less) => {
                format!("{}项{word}（{}）", these.len(), write::listed(&names, Enumeration::Words, Lang::ZH))
            }
            _ => format!("{}项{word}", these.len()),
        }
    });
    let clauses: Vec<_> = clauses.collect();
    let clauses = write::listed(&clauses, Enumeration::Clauses, Lang::ZH);
    format!("{when}，{}项指标中，{clauses}。", ends.len())
}

/// 2021年至2024年，在8家企业中，华岚钢铁的净资产收益率由第5位升至第2位，超过远川钢铁和北麓钢铁。
pub(in crate::measure::sentence) fn passing(slope: &Slope<'_>, notation: &Notation<'_>) -> String {
    let own = &slope.own;
    let label = slope.indicator.name.text(Lang::ZH);
    let name = own.enterprise.label().text(Lang::ZH);
    let span = format!("{}至{}", period_of(slope.from), period_of(slope.to));
    let way = if let Some((then, now)) = own.then.rank.zip(own.now.rank) {
        let moved = match now.cmp(&then) {
            Ordering::Less => format!("由第{then}位升至第{now}位"),
            Ordering::Greater => format!("由第{then}位降至第{now}位"),
            Ordering::Equal => format!("保持在第{now}位"),
        };
        format!("{span}，在{}家企业中，{name}的{label}{moved}", slope.lines.len())
    } else {
        super::movement(&format!("{name}的{label}"), own.then.known, own.now.known, notation)
    };
    let [passed, passed_by] = slope.passed().map(|who| names(&who));
    match (passed, passed_by) {
        (Some(passed), Some(by)) => format!("{way}，超过{passed}，被{by}超过。"),
        (Some(passed), None) => format!("{way}，超过{passed}。"),
        (None, Some(by)) => format!("{way}，被{by}超过。"),
        (None, None) => format!("{way}。"),
    }
}

fn names(enterprises: &[&Enterprise]) -> Option<String> {
    let names: Vec<_> = enterprises.iter().map(|e| e.label().text(Lang::ZH).to_owned()).collect();
    (!names.is_empty()).then(|| write::listed(&names, Enumeration::Words, Lang::ZH))
}

/// 18个案例分布在7个领域、12个行业；钢铁的“效益效率”最多，有3个，还有60个组合没有案例。
pub(in crate::measure::sentence) fn spread(spread: &Spread<'_>) -> String {
    if spread.cases == 0 {
        return "还没有案例。".to_owned();
    }
    let most = match spread.fullest.as_slice() {
        [(area, industry, n)] => format!("；{industry}的“{area}”最多，有{n}个"),
        [(_, _, n), ..] => format!("；同一行业、同一领域最多有{n}个"),
        [] => String::new(),
    };
    let empty = match spread.empty {
        0 => "，每个行业、每个领域都已有案例".to_owned(),
        n if spread.cells > 1 => format!("，还有{n}个组合没有案例"),
        _ => String::new(),
    };
    let Spread { cases, areas, industries, .. } = spread;
    format!("{cases}个案例分布在{areas}个领域、{industries}个行业{most}{empty}。")
}
