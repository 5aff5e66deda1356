//! About choices of figures that could look picked.

use super::SEPARATOR;
use crate::base::problem::{Shift, Skip, Worst};
use crate::base::words::Saying;
use crate::base::words::quote::{listed, quoted};

/// How a reason is written down; `about` is its word.
fn reason(about: &str, indicator: &str) -> String {
    format!("`reasons: [ {{ about: {about}, indicator: {indicator}, reason: {{ zh: 理由, en: … }} }} ]`")
}

pub(super) fn base_year(indicator: &str, base: &str, worst: Worst, [first, last]: [&str; 2]) -> Saying {
    let end = match worst {
        Worst::Lowest => "最低的一期",
        Worst::Highest => "最高的一期",
        Worst::Furthest => "偏离最远的一期",
        Worst::WidestGap => "差距最大的一期",
    };
    Saying::new(
        format!("{} 从 {base} 起算，而 {base} 恰好是 {first} 至 {last} 之间{end}", quoted(indicator)),
        "从最差的一期起算",
        format!(
            "改从 {first} 或别的常态年份起算；如果确有理由，在 `case.yaml` 里向读者说明：{}",
            reason("base-year", indicator)
        ),
    )
}

pub(super) fn skipped(indicator: &str, skipped: &[String], how: Skip) -> Saying {
    let periods = listed(skipped, SEPARATOR);
    let (message, label, first) = match how {
        Skip::Between => (
            format!("正文列了 {} 好几期的数，唯独略去了较差的 {periods}", quoted(indicator)),
            "略去了较差的一期",
            format!("把 {periods} 也写上，或放一张覆盖这几年的走势图"),
        ),
        Skip::After => (
            format!("这张图没有画 {} 后来变差的 {periods}", quoted(indicator)),
            "后面变差了",
            "去掉图里的 `to`，画到最近一期".to_owned(),
        ),
        Skip::Missing => (
            format!("{} 的数据缺 {periods}，也没有说明为什么", quoted(indicator)),
            "数据有缺口",
            "在 `indicators.yaml` 里补上；确实没有，就写 `{ value: null, note: { zh: 原因, en: … } }`"
                .to_owned(),
        ),
    };
    let reason = reason("years-skipped", indicator);
    Saying::new(message, label, format!("{first}；或者在 `case.yaml` 里向读者说明：{reason}"))
}

pub(super) fn only_improved(worsened: &[String]) -> Saying {
    let names: Vec<String> = worsened.iter().map(|id| quoted(id)).collect();
    let names = listed(&names, SEPARATOR);
    Saying::new(
        format!("案例展示的指标全都改善了，而变差的 {names} 没有提到"),
        "只展示了改善的指标",
        format!(
            "把 {names} 加进 `indicators`，在正文里如实交代；如果确与本案例无关，在 `case.yaml` 里向读者说明：\
             `reasons: [ {{ about: only-improved, reason: {{ zh: 理由, en: … }} }} ]`"
        ),
    )
}

pub(super) fn benchmark(indicator: &str, how: &Shift) -> Saying {
    let reason = reason("benchmark-changed", indicator);
    match how {
        Shift::Several { benchmarks } => {
            let names: Vec<String> = benchmarks.iter().map(|id| quoted(id)).collect();
            Saying::new(
                format!(
                    "同一个案例里，{} 前后用了不同的对标值：{}",
                    quoted(indicator),
                    listed(&names, SEPARATOR)
                ),
                "换了对标值",
                format!("统一用一个；如果确实要用两个，在 `case.yaml` 里向读者说明：{reason}"),
            )
        }
        Shift::Peers { benchmark, then, now } => Saying::new(
            format!(
                "{} 的对标值 {} 各期的同业企业不同：{} 有 {} 家，{} 有 {} 家",
                quoted(indicator),
                quoted(benchmark),
                then.0,
                then.1,
                now.0,
                now.1
            ),
            "同业范围有变",
            format!(
                "补齐缺数的企业，或从 `peers` 里去掉它们；如果就是这样比，在对标值文件的 `comparability` 里说明，\
                 或在 `case.yaml` 里说明：{reason}"
            ),
        ),
    }
}

pub(super) fn unneeded(about: &str, indicator: Option<&str>) -> Saying {
    let of = indicator.map_or_else(String::new, |id| format!("（{}）", quoted(id)));
    Saying::new(
        format!("这条 {} 理由{of}没有要说明的事", quoted(about)),
        "用不上",
        "数据里已经没有这样的选取，删掉这一条；如果是指标代号写错了，改成警告里说的那个",
    )
}
