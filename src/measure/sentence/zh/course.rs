//! What happened on the way, and what made up the change.

use super::period_of;
use crate::base::{Decimal, Lang};
use crate::measure::sentence::course::Told;
use crate::measure::write::Notation;
use crate::model::Milestone;

/// 2022年3月至2024年11月共有5个节点，从“立项”到“全线投产”。
pub(in crate::measure::sentence) fn timeline(milestones: &[&Milestone]) -> String {
    let text = |milestone: &Milestone| milestone.text.text(Lang::ZH).trim_end_matches('。').to_owned();
    match milestones {
        [] => "没有记录节点。".to_owned(),
        [only] => format!("{}：{}。", period_of(only.date), text(only)),
        [first, .., last] => {
            let (from, to) = (period_of(first.date), period_of(last.date));
            let span = if from == to { from } else { format!("{from}至{to}") };
            format!("{span}共有{}个节点，从“{}”到“{}”。", milestones.len(), text(first), text(last))
        }
    }
}

/// 利润总额由2021年的43.81亿元增加到2024年的51.23亿元，增加7.42亿元；最大的增项是产品升级（4.10亿元），最大的减项是原料涨价（1.20亿元），其他因素合计增加0.30亿元。
pub(in crate::measure::sentence) fn bridge(label: &str, told: &Told<'_>, notation: &Notation<'_>) -> String {
    let moved = super::movement(label, told.bridge.from, told.bridge.to, notation);
    let item = |most: &str, word: &str, part: Option<&crate::model::Part>, n: usize| {
        let part = part?;
        let most = if n == 1 { "" } else { most };
        let amount = notation.difference(part.value.abs());
        Some(format!("{most}{word}是{}（{amount}）", part.name.text(Lang::ZH)))
    };
    let up = item("最大的", "增项", told.up, told.counts.0);
    let down = item("最大的", "减项", told.down, told.counts.1);
    let rest = told.rest.map(|rest| {
        let verb = notation.change_verb(rest > Decimal::ZERO);
        format!("其他因素合计{verb}{}", notation.difference(rest.abs()))
    });
    let parts: Vec<_> = [up, down, rest].into_iter().flatten().collect();
    if parts.is_empty() { format!("{moved}。") } else { format!("{moved}；{}。", parts.join("，")) }
}
