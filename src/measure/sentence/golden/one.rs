//! What is said of one indicator of one subject.

use proptest::prelude::*;

use super::*;
use crate::measure::write::golden::decimals;
use crate::model::{Bands, Basis, Benchmark, Currency, Observation, Series, Target, Value};

type Values<'a> = &'a [(&'a str, &'a str)];

/// A named situation and what is said of it.
struct Situation<'a> {
    name: &'a str,
    indicator: Indicator,
    own: Values<'a>,
    benchmark: Option<Benchmark>,
    target: Option<Target>,
    zh: &'a str,
    en: &'a str,
}

impl Situation<'_> {
    fn check(&self, say: fn(&Story<'_>, Lang) -> String) {
        let own = series(self.own);
        let story = Story {
            indicator: &self.indicator,
            currency: Some(Currency::CNY),
            series: &own,
            benchmark: self.benchmark.as_ref().map(as_given),
            target: self.target.as_ref(),
            from: None,
            to: None,
        };
        let said = [say(&story, Lang::ZH), say(&story, Lang::EN)];
        assert_eq!(said, [self.zh, self.en], "{}", self.name);
    }
}

const ROSE: Values<'_> = &[("2021", "6.2"), ("2024", "9.4")];
const FELL: Values<'_> = &[("2021", "9.4"), ("2024", "6.2")];

/// A situation of an indicator of which more is better, without a target, and without a benchmark where that has
/// no values.
fn told<'a>(name: &'a str, own: Values<'a>, world: Values<'a>, zh: &'a str, en: &'a str) -> Situation<'a> {
    let benchmark = (!world.is_empty()).then(|| benchmark(BenchmarkKind::Enterprise, world));
    Situation { name, indicator: roe(), own, benchmark, target: None, zh, en }
}

#[test]
fn a_value_that_moves_or_stays() {
    #[rustfmt::skip]
    let situations = [
        told("rising, without a benchmark", ROSE, &[],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points."),
        told("unchanged", &[("2021", "6.2"), ("2024", "6.2")], &[],
            "净资产收益率2024年为6.2%，与2021年持平。",
            "Return on net assets stayed at 6.2% from 2021 to 2024."),
        told("almost unchanged", &[("2021", "6.24"), ("2024", "6.16")], &[],
            "净资产收益率2024年为6.2%，与2021年基本持平。",
            "Return on net assets stayed at about 6.2% from 2021 to 2024."),
        told("a step too small to be named", &[("2021", "6.24"), ("2024", "6.26")], &[],
            "净资产收益率由2021年的6.2%变为2024年的6.3%。",
            "Return on net assets moved from 6.2% in 2021 to 6.3% in 2024."),
        told("from below zero to above", &[("2020", "-9.6"), ("2024", "6.2")], &[],
            "净资产收益率由2020年的−9.6%提高到2024年的6.2%，提高15.8个百分点。",
            "Return on net assets rose from −9.6% in 2020 to 6.2% in 2024, up 15.8 percentage points."),
        told("further below zero", &[("2020", "-3"), ("2024", "-9.6")], &[],
            "净资产收益率由2020年的−3.0%下降到2024年的−9.6%，下降6.6个百分点。",
            "Return on net assets fell from −3.0% in 2020 to −9.6% in 2024, down 6.6 percentage points."),
        told("one value", &[("2024", "9.4")], &[],
            "净资产收益率2024年为9.4%。",
            "Return on net assets stood at 9.4% in 2024."),
        told("half-years", &[("2023-H1", "3"), ("2023-H2", "4"), ("2024-H1", "5"), ("2023", "7")], &[],
            "净资产收益率由2023年上半年的3.0%提高到2024年上半年的5.0%，提高2.0个百分点。",
            "Return on net assets rose from 3.0% in the first half of 2023 to 5.0% in the first half of 2024, up 2.0 percentage points."),
    ];
    for situation in situations {
        situation.check(trend);
    }
}

#[test]
fn a_value_and_a_benchmark_that_moves() {
    #[rustfmt::skip]
    let situations = [
        told("the gap narrows from both sides", ROSE, &[("2021", "12.1"), ("2024", "10.9")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值下降1.2个百分点，差距由5.9个百分点缩小到1.5个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark fell 1.2 points, so the gap narrowed from 5.9 to 1.5 percentage points."),
        told("falling, and the gap widens", FELL, &[("2021", "12.1"), ("2024", "12.1")],
            "净资产收益率由2021年的9.4%下降到2024年的6.2%，下降3.2个百分点；同期对标值不变，差距由2.7个百分点扩大到5.9个百分点。",
            "Return on net assets fell from 9.4% in 2021 to 6.2% in 2024, down 3.2 percentage points; the benchmark was unchanged, so the gap widened from 2.7 to 5.9 percentage points."),
        told("both move alike", ROSE, &[("2021", "7.7"), ("2024", "10.9")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值提高3.2个百分点，差距仍为1.5个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark rose 3.2 points, so the gap stayed at 1.5 percentage points."),
        told("the benchmark moves more", ROSE, &[("2021", "7.2"), ("2024", "12.4")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值提高5.2个百分点，差距由1.0个百分点扩大到3.0个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark rose 5.2 points, so the gap widened from 1.0 to 3.0 percentage points."),
        told("caught up", ROSE, &[("2021", "12.1"), ("2024", "9.4")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值下降2.7个百分点，差距由5.9个百分点缩小到零。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark fell 2.7 points, so the gap of 5.9 percentage points closed."),
        told("overtaken", ROSE, &[("2021", "7.2"), ("2024", "8.9")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值提高1.7个百分点，与之相比由落后1.0个百分点转为领先0.5个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark rose 1.7 points, so a gap of 1.0 percentage points became a lead of 0.5."),
        told("the lead grows", ROSE, &[("2021", "5.2"), ("2024", "7.0")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值提高1.8个百分点，领先幅度由1.0个百分点扩大到2.4个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark rose 1.8 points, so the lead widened from 1.0 to 2.4 percentage points."),
        told("the lead stays", ROSE, &[("2021", "5.2"), ("2024", "8.4")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值提高3.2个百分点，领先幅度仍为1.0个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark rose 3.2 points, so the lead stayed at 1.0 percentage points."),
        told("the lead is lost", FELL, &[("2021", "8.4"), ("2024", "6.2")],
            "净资产收益率由2021年的9.4%下降到2024年的6.2%，下降3.2个百分点；同期对标值下降2.2个百分点，领先幅度由1.0个百分点缩小到零。",
            "Return on net assets fell from 9.4% in 2021 to 6.2% in 2024, down 3.2 percentage points; the benchmark fell 2.2 points, so the lead of 1.0 percentage points was lost."),
        told("the lead turns", FELL, &[("2021", "8.4"), ("2024", "8.4")],
            "净资产收益率由2021年的9.4%下降到2024年的6.2%，下降3.2个百分点；同期对标值不变，与之相比由领先1.0个百分点转为落后2.2个百分点。",
            "Return on net assets fell from 9.4% in 2021 to 6.2% in 2024, down 3.2 percentage points; the benchmark was unchanged, so a lead of 1.0 percentage points became a gap of 2.2."),
        told("from level to behind", FELL, &[("2021", "9.4"), ("2024", "8.4")],
            "净资产收益率由2021年的9.4%下降到2024年的6.2%，下降3.2个百分点；同期对标值下降1.0个百分点，与之相比由持平转为落后2.2个百分点。",
            "Return on net assets fell from 9.4% in 2021 to 6.2% in 2024, down 3.2 percentage points; the benchmark fell 1.0 points, so a gap of 2.2 percentage points opened."),
        told("from level to ahead", ROSE, &[("2021", "6.2"), ("2024", "6.2")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值不变，与之相比由持平转为领先3.2个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark was unchanged, so a lead of 3.2 percentage points opened."),
        told("level throughout", ROSE, &[("2021", "6.2"), ("2024", "9.4")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值提高3.2个百分点，两者仍持平。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark rose 3.2 points, so the two stayed level."),
        Situation { target: Some(target(Some("2021"), &[("2025", "10")])), ..told("from the target's baseline", &[("2019", "4.1"), ("2021", "6.2"), ("2024", "9.4")], &[("2019", "9.8"), ("2021", "12.1"), ("2024", "10.9")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；同期对标值下降1.2个百分点，差距由5.9个百分点缩小到1.5个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the benchmark fell 1.2 points, so the gap narrowed from 5.9 to 1.5 percentage points.") },
        Situation { indicator: Indicator { decimals: 0, ..roe() }, ..told("one point", &[("2021", "6"), ("2024", "7")], &[("2021", "8"), ("2024", "7")],
            "净资产收益率由2021年的6%提高到2024年的7%，提高1个百分点；同期对标值下降1个百分点，差距由2个百分点缩小到零。",
            "Return on net assets rose from 6% in 2021 to 7% in 2024, up 1 percentage point; the benchmark fell 1 point, so the gap of 2 percentage points closed.") },
    ];
    for situation in situations {
        situation.check(trend);
    }
}

#[test]
fn what_is_missing_or_may_change_is_said() {
    #[rustfmt::skip]
    let situations = [
        told("one value below a benchmark", &[("2024", "9.4")], &[("2024", "10.9")],
            "净资产收益率2024年为9.4%，比对标值（10.9%）低1.5个百分点。",
            "Return on net assets stood at 9.4% in 2024, 1.5 percentage points below the benchmark of 10.9%."),
        told("one value on a benchmark", &[("2024", "9.4")], &[("2024", "9.4")],
            "净资产收益率2024年为9.4%，与对标值（9.4%）持平。",
            "Return on net assets stood at 9.4% in 2024, level with the benchmark of 9.4%."),
        told("a benchmark for the last year only", ROSE, &[("2024", "10.9")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；2024年比对标值（10.9%）低1.5个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the value for 2024 is 1.5 percentage points below the benchmark of 10.9%."),
        told("a benchmark for no common year", ROSE, &[("2022", "10.9")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；2024年没有同期对标值。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; there is no benchmark for 2024."),
        told("one value, no common year", &ROSE[1..], &[("2022", "10.9")],
            "净资产收益率2024年为9.4%，没有同期对标值。",
            "Return on net assets stood at 9.4% in 2024; there is no benchmark for 2024."),
        told("no value", &[("2023", "x"), ("2024", "?")], &[],
            "净资产收益率2024年数值暂缺。",
            "Return on net assets: the figure for 2024 is not available."),
        told("nothing", &[], &[],
            "净资产收益率没有数值。",
            "Return on net assets: there are no figures."),
        told("the latest is missing", &[("2021", "6.2"), ("2024", "9.4"), ("2025", "?")], &[],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点。2025年数值暂缺。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points. The figure for 2025 is not available."),
        told("the latest is kept back", &[("2021", "6.2"), ("2024", "9.4"), ("2025", "x")], &[],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点。2025年数值不公开。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points. The figure for 2025 is not disclosed."),
        told("the latest is unaudited", &[("2021", "6.2"), ("2024", "~9.4")], &[],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%（未经审计），提高3.2个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% (unaudited) in 2024, up 3.2 percentage points."),
        told("the first is an estimate", &[("2021", "≈6.2"), ("2024", "9.4")], &[],
            "净资产收益率由2021年的6.2%（估计数）提高到2024年的9.4%，提高3.2个百分点。",
            "Return on net assets rose from 6.2% (estimate) in 2021 to 9.4% in 2024, up 3.2 percentage points."),
    ];
    for situation in situations {
        situation.check(trend);
    }
}

#[test]
fn every_direction_unit_and_kind_of_benchmark() {
    #[rustfmt::skip]
    let situations = [
        Situation { indicator: debt(), ..told("less is better", &[("2021", "64.9"), ("2024", "60.4")], &[("2021", "53.1"), ("2024", "52.4")],
            "资产负债率由2021年的64.9%下降到2024年的60.4%，下降4.5个百分点；同期对标值下降0.7个百分点，差距由11.8个百分点缩小到8.0个百分点。",
            "Debt-to-asset ratio fell from 64.9% in 2021 to 60.4% in 2024, down 4.5 percentage points; the benchmark fell 0.7 points, so the gap narrowed from 11.8 to 8.0 percentage points.") },
        Situation { indicator: debt(), ..told("less is better, one value", &[("2024", "60.4")], &[("2024", "52.4")],
            "资产负债率2024年为60.4%，比对标值（52.4%，越低越好）高8.0个百分点。",
            "Debt-to-asset ratio stood at 60.4% in 2024, 8.0 percentage points above the benchmark of 52.4% (lower is better).") },
        Situation { indicator: debt(), benchmark: Some(benchmark(BenchmarkKind::Limit, &[("2021", "80"), ("2024", "75")])), ..told("a limit", &[("2021", "78.3"), ("2024", "70.4")], &[],
            "资产负债率由2021年的78.3%下降到2024年的70.4%，下降7.9个百分点；2024年比限值（75.0%）低4.6个百分点。",
            "Debt-to-asset ratio fell from 78.3% in 2021 to 70.4% in 2024, down 7.9 percentage points; the value for 2024 is 4.6 percentage points below the limit of 75.0%.") },
        Situation { benchmark: Some(benchmark(BenchmarkKind::OwnPast { period: period("2019") }, &[("2019", "8.9"), ("2024", "8.9")])), ..told("its own past", &[("2019", "8.9"), ("2021", "6.2"), ("2024", "10.1")], &[],
            "净资产收益率由2019年的8.9%提高到2024年的10.1%，提高1.2个百分点。",
            "Return on net assets rose from 8.9% in 2019 to 10.1% in 2024, up 1.2 percentage points.") },
        Situation { indicator: profit(), ..told("money, from a loss to a profit", &[("2020", "-1046620000"), ("2024", "946320000")], &[("2020", "3e9"), ("2024", "3.2e9")],
            "利润总额由2020年的−10.47亿元增加到2024年的9.46亿元，增加19.93亿元；同期对标值增加2亿元，差距由40.47亿元缩小到22.54亿元。",
            "Total profit rose from CNY −1.05 billion in 2020 to CNY 946 million in 2024, up CNY 1.99 billion; the benchmark rose CNY 200 million, so the gap narrowed from CNY 4.05 billion to CNY 2.25 billion.") },
        Situation { indicator: energy(), ..told("a named unit", &[("2021", "58.6"), ("2024", "49.2")], &[("2021", "47.5"), ("2024", "46.1")],
            "工序单位能耗由2021年的58.6千克标准煤/吨下降到2024年的49.2千克标准煤/吨，下降9.4千克标准煤/吨；同期对标值下降1.4千克标准煤/吨，差距由11.1千克标准煤/吨缩小到3.1千克标准煤/吨。",
            "Unit energy use of the process fell from 58.6 kgce/t in 2021 to 49.2 kgce/t in 2024, down 9.4 kgce/t; the benchmark fell 1.4 kgce/t, so the gap narrowed from 11.1 to 3.1 kgce/t.") },
        Situation { indicator: named(("满意度", "Satisfaction"), Unit::Percent, Direction::None), ..told("nothing is better", ROSE, &[("2021", "12.1"), ("2024", "10.9")],
            "满意度由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点；2024年比对标值（10.9%）低1.5个百分点。",
            "Satisfaction rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points; the value for 2024 is 1.5 percentage points below the benchmark of 10.9%.") },
        Situation { indicator: moisture(), benchmark: Some(benchmark(BenchmarkKind::Limit, &[("2021", "13.5"), ("2024", "13.5")])), ..told("held, back in the band", &[("2021", "12.1"), ("2024", "13.3")], &[],
            "储粮平均水分由2021年的12.1%提高到2024年的13.3%，提高1.2个百分点；2024年在13.0%至14.0%的区间内。",
            "Average moisture of stored grain rose from 12.1% in 2021 to 13.3% in 2024, up 1.2 percentage points; the value for 2024 is inside the range of 13.0% to 14.0%.") },
        Situation { indicator: occupancy(), ..told("above its range", &[("2021", "76.9"), ("2024", "71.2")], &[],
            "泊位占用率由2021年的76.9%下降到2024年的71.2%，下降5.7个百分点；2024年高于55.0%至70.0%的区间，超出上限1.2个百分点。",
            "Berth occupancy fell from 76.9% in 2021 to 71.2% in 2024, down 5.7 percentage points; the value for 2024 is 1.2 percentage points above the range of 55.0% to 70.0%.") },
    ];
    for situation in situations {
        situation.check(trend);
    }
}

#[test]
fn standings() {
    let plain = |name, own, benchmark, aim: &str, zh, en| Situation {
        name,
        indicator: roe(),
        own,
        benchmark,
        target: (!aim.is_empty()).then(|| target(Some("2021"), &[("2025", aim)])),
        zh,
        en,
    };
    let at = &[("2024", "9.4")];
    let world = || Some(benchmark(BenchmarkKind::Enterprise, &[("2024", "10.9")]));
    let ladder = || {
        let [excellent, good, average, low, poor] = ["10.1", "7.4", "4.6", "1.3", "-3.2"].map(value);
        let bands = [(period("2024"), Bands { excellent, good, average, low, poor })].into();
        Some(benchmark(BenchmarkKind::Ladder { bands }, &[("2024", "10.1")]))
    };
    #[rustfmt::skip]
    let situations = [
        plain("short of both", at, world(), "10",
            "净资产收益率2024年为9.4%，比对标值（10.9%）低1.5个百分点，距2025年目标值（10.0%）还差0.6个百分点。",
            "Return on net assets stood at 9.4% in 2024, 1.5 percentage points below the benchmark of 10.9% and still 0.6 percentage points from the target of 10.0% for 2025."),
        plain("at the target", at, world(), "9.4",
            "净资产收益率2024年为9.4%，比对标值（10.9%）低1.5个百分点，已达到2025年目标值（9.4%）。",
            "Return on net assets stood at 9.4% in 2024, 1.5 percentage points below the benchmark of 10.9%; the target of 9.4% for 2025 has been reached."),
        plain("past the target, no benchmark", at, None, "9",
            "净资产收益率2024年为9.4%，已达到2025年目标值（9.0%）。",
            "Return on net assets stood at 9.4% in 2024; the target of 9.0% for 2025 has been reached."),
        plain("short of the target, no benchmark", at, None, "10",
            "净资产收益率2024年为9.4%，距2025年目标值（10.0%）还差0.6个百分点。",
            "Return on net assets stood at 9.4% in 2024, still 0.6 percentage points from the target of 10.0% for 2025."),
        plain("no target", at, world(), "",
            "净资产收益率2024年为9.4%，比对标值（10.9%）低1.5个百分点。",
            "Return on net assets stood at 9.4% in 2024, 1.5 percentage points below the benchmark of 10.9%."),
        plain("nothing to hold it against", at, None, "",
            "净资产收益率2024年为9.4%。",
            "Return on net assets stood at 9.4% in 2024."),
        plain("no benchmark that year", &[("2023", "8.3")], world(), "10",
            "净资产收益率2023年为8.3%，没有同期对标值，距2025年目标值（10.0%）还差1.7个百分点。",
            "Return on net assets stood at 8.3% in 2023, still 1.7 percentage points from the target of 10.0% for 2025; there is no benchmark for 2023."),
        plain("on a ladder", at, ladder(), "10",
            "净资产收益率2024年为9.4%，处于“良好”档，比优秀值（10.1%）低0.7个百分点，距2025年目标值（10.0%）还差0.6个百分点。",
            "Return on net assets stood at 9.4% in 2024, in the band “good”, 0.7 percentage points below the top band’s threshold of 10.1% and still 0.6 percentage points from the target of 10.0% for 2025."),
        plain("nothing", &[], world(), "10",
            "净资产收益率没有数值。",
            "Return on net assets: there are no figures."),
        Situation { indicator: debt(), ..plain("less is better", &[("2024", "60.4")], world(), "59",
            "资产负债率2024年为60.4%，比对标值（10.9%，越低越好）高49.5个百分点，距2025年目标值（59.0%）还差1.4个百分点。",
            "Debt-to-asset ratio stood at 60.4% in 2024, 49.5 percentage points above the benchmark of 10.9% (lower is better) and still 1.4 percentage points from the target of 59.0% for 2025.") },
        Situation { indicator: occupancy(), ..plain("below its range", &[("2024", "50")], None, "60",
            "泊位占用率2024年为50.0%，低于55.0%至70.0%的区间，距下限5.0个百分点。",
            "Berth occupancy stood at 50.0% in 2024, 5.0 percentage points below the range of 55.0% to 70.0%.") },
        Situation { indicator: occupancy(), ..plain("in its range", &[("2024", "66.3")], None, "",
            "泊位占用率2024年为66.3%，在55.0%至70.0%的区间内。",
            "Berth occupancy stood at 66.3% in 2024, inside the range of 55.0% to 70.0%.") },
    ];
    for situation in situations {
        situation.check(standing);
    }
}

#[test]
fn a_story_is_told_of_the_periods_shown() {
    let own = series(&[("2019", "4.1"), ("2021", "6.2"), ("2023", "8.3"), ("2024", "9.4")]);
    let roe = roe();
    let all = Story {
        indicator: &roe,
        currency: None,
        series: &own,
        benchmark: None,
        target: None,
        from: Some(period("2020")),
        to: Some(period("2023")),
    };
    assert_eq!(trend(&all, Lang::ZH), "净资产收益率由2021年的6.2%提高到2023年的8.3%，提高2.1个百分点。");
}

proptest! {
    #[test]
    fn there_is_a_sentence_for_any_numbers(
        own in proptest::collection::vec(decimals(), 0..4),
        world in proptest::collection::vec(decimals(), 0..4),
        aim in decimals(),
        which in 0_usize..5,
        money in any::<bool>(),
    ) {
        let direction = [
            Direction::Increase,
            Direction::Decrease,
            Direction::Hold { within: aim },
            Direction::Range { min: aim, max: aim },
            Direction::None,
        ][which].clone();
        let indicator = indicator(if money { Unit::Currency } else { Unit::Percent }, 1, direction);
        let years = || (2020..).map(crate::base::Period::of_year);
        let known = |v| Observation { value: Value::Known(v), basis: Basis::Audited, source: None, locator: None, note: None };
        let own: Series = years().zip(own.into_iter().map(known)).collect();
        let mut world_class = benchmark(BenchmarkKind::Enterprise, &[]);
        world_class.values = years().zip(world).collect();
        let aims = Target { values: [(period("2022"), aim)].into_iter().collect(), ..target(None, &[]) };
        let story = Story {
            indicator: &indicator,
            currency: Some(Currency::CNY),
            series: &own,
            benchmark: Some(as_given(&world_class)),
            target: Some(&aims),
            from: None,
            to: None,
        };
        for lang in [Lang::ZH, Lang::EN] {
            let end = if lang == Lang::ZH { '。' } else { '.' };
            prop_assert!(trend(&story, lang).ends_with(end));
            prop_assert!(standing(&story, lang).ends_with(end));
        }
        Judged::of(&story);
    }
}
