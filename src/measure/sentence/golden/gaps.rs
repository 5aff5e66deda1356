//! What is said of a gap.

use super::*;
use crate::measure::Gaps;
use crate::measure::sentence::gaps;

/// Own and benchmark values of 2021 and 2024.
fn said(
    indicator: &Indicator,
    kind: &BenchmarkKind,
    own: &[(&str, &str)],
    world: &[(&str, &str)],
) -> [String; 2] {
    let (own, world) = (series(own), benchmark(kind.clone(), world));
    let story = Story {
        indicator,
        currency: None,
        series: &own,
        benchmark: Some(as_given(&world)),
        target: None,
        from: None,
        to: None,
    };
    let found = Gaps::of(&story).expect("there is a gap");
    [Lang::ZH, Lang::EN].map(|lang| gaps(&found, None, lang))
}

#[test]
fn a_gap_narrows_widens_closes_and_turns_and_both_sides_have_a_part_in_it() {
    #[rustfmt::skip]
    let situations = [
        ("narrowed by both", ["6.2", "9.4"], ["12.1", "10.9"],
            "净资产收益率与对标值的差距由2021年的5.9个百分点缩小到2024年的1.5个百分点；其间自身改善3.2个百分点，对标值变差1.2个百分点。",
            "Return on net assets: the gap to the benchmark narrowed from 5.9 percentage points in 2021 to 1.5 percentage points in 2024; over that time the enterprise improved by 3.2 percentage points, and the benchmark worsened by 1.2 percentage points."),
        ("widened in spite of progress", ["6.2", "7.2"], ["12.1", "15"],
            "净资产收益率与对标值的差距由2021年的5.9个百分点扩大到2024年的7.8个百分点；其间自身改善1.0个百分点，对标值改善2.9个百分点。",
            "Return on net assets: the gap to the benchmark widened from 5.9 percentage points in 2021 to 7.8 percentage points in 2024; over that time the enterprise improved by 1.0 percentage points, and the benchmark improved by 2.9 percentage points."),
        ("unchanged", ["6.2", "7.2"], ["12.1", "13.1"],
            "净资产收益率与对标值的差距2024年仍为5.9个百分点，与2021年持平；其间自身改善1.0个百分点，对标值改善1.0个百分点。",
            "Return on net assets: the gap to the benchmark stayed at 5.9 percentage points from 2021 to 2024; over that time the enterprise improved by 1.0 percentage points, and the benchmark improved by 1.0 percentage points."),
        ("overtaken", ["6.2", "~12.4"], ["12.1", "10.9"],
            "净资产收益率2021年落后对标值5.9个百分点，2024年领先1.5个百分点（未经审计）；其间自身改善6.2个百分点，对标值变差1.2个百分点。",
            "Return on net assets: 5.9 percentage points behind the benchmark in 2021, 1.5 percentage points (unaudited) ahead of it in 2024; over that time the enterprise improved by 6.2 percentage points, and the benchmark worsened by 1.2 percentage points."),
        ("caught up", ["6.2", "10.9"], ["12.1", "10.9"],
            "净资产收益率2021年落后对标值5.9个百分点，2024年已与之持平；其间自身改善4.7个百分点，对标值变差1.2个百分点。",
            "Return on net assets: 5.9 percentage points behind the benchmark in 2021, level with it in 2024; over that time the enterprise improved by 4.7 percentage points, and the benchmark worsened by 1.2 percentage points."),
        ("fell behind", ["6.2", "-3"], ["5", "5"],
            "净资产收益率2021年领先对标值1.2个百分点，2024年落后8.0个百分点；其间自身变差9.2个百分点，对标值没有变化。",
            "Return on net assets: 1.2 percentage points ahead of the benchmark in 2021, 8.0 percentage points behind it in 2024; over that time the enterprise worsened by 9.2 percentage points, and the benchmark did not change."),
        ("a growing lead", ["6.2", "9.4"], ["5", "5"],
            "净资产收益率领先对标值的幅度由2021年的1.2个百分点扩大到2024年的4.4个百分点；其间自身改善3.2个百分点，对标值没有变化。",
            "Return on net assets: the lead over the benchmark widened from 1.2 percentage points in 2021 to 4.4 percentage points in 2024; over that time the enterprise improved by 3.2 percentage points, and the benchmark did not change."),
        ("level throughout", ["5", "5"], ["5", "5"],
            "净资产收益率2021年、2024年都与对标值持平；其间自身没有变化，对标值没有变化。",
            "Return on net assets: level with the benchmark in 2021 and in 2024; over that time the enterprise did not change, and the benchmark did not change."),
    ];
    for (name, own, world, zh, en) in situations {
        let at = |values: [&'static str; 2]| [("2021", values[0]), ("2024", values[1])];
        let found = said(&roe(), &BenchmarkKind::Enterprise, &at(own), &at(world));
        assert_eq!(found, [zh, en], "{name}");
    }
}

#[test]
fn less_may_be_better() {
    let found = said(
        &debt(),
        &BenchmarkKind::Enterprise,
        &[("2021", "64.9"), ("2024", "60.4")],
        &[("2021", "52.4"), ("2024", "52.8")],
    );
    assert_eq!(
        found,
        [
            "资产负债率与对标值的差距由2021年的12.5个百分点缩小到2024年的7.6个百分点；其间自身改善4.5个百分点，对标值变差0.4个百分点。",
            "Debt-to-asset ratio: the gap to the benchmark narrowed from 12.5 percentage points in 2021 to 7.6 percentage points in 2024; over that time the enterprise improved by 4.5 percentage points, and the benchmark worsened by 0.4 percentage points.",
        ]
    );
}

#[test]
fn a_limit_a_past_and_a_band_are_no_rivals() {
    let own = [("2021", "6.2"), ("2024", "9.4")];
    let world = [("2021", "8"), ("2024", "8.5")];
    assert_eq!(
        said(&roe(), &BenchmarkKind::Limit, &own, &world),
        [
            "净资产收益率2021年不及限值1.8个百分点，2024年优于0.9个百分点。",
            "Return on net assets: 1.8 percentage points short of the limit in 2021, 0.9 percentage points better than it in 2024.",
        ]
    );
    assert_eq!(
        said(
            &moisture(),
            &BenchmarkKind::Enterprise,
            &[("2021", "12.1"), ("2024", "13.3")],
            &[("2021", "13.5"), ("2024", "13.5")]
        ),
        [
            "储粮平均水分2021年偏离合理区间0.9个百分点，2024年已回到区间内。",
            "Average moisture of stored grain: 0.9 percentage points outside the range in 2021, inside it in 2024.",
        ]
    );
    assert_eq!(
        said(&occupancy(), &BenchmarkKind::Enterprise, &[("2021", "76.9"), ("2024", "72")], &[]),
        [
            "泊位占用率偏离合理区间的幅度由2021年的6.9个百分点缩小到2024年的2.0个百分点。",
            "Berth occupancy: the distance to the range narrowed from 6.9 percentage points in 2021 to 2.0 percentage points in 2024.",
        ]
    );
}

#[test]
fn one_gap_alone_and_what_came_later_are_said_so() {
    let world = [("2021", "12.1"), ("2024", "10.9")];
    let of = |own: &[(&str, &str)]| said(&roe(), &BenchmarkKind::Enterprise, own, &world);
    assert_eq!(
        of(&[("2021", "6.2"), ("2022", "7"), ("2025", "x")]),
        [
            "净资产收益率2021年落后对标值5.9个百分点。2025年数值不公开。",
            "Return on net assets: 5.9 percentage points behind the benchmark in 2021. The figure for 2025 is not disclosed.",
        ]
    );
    assert_eq!(
        of(&[("2024", "≈10.9"), ("2025", "12")]),
        [
            "净资产收益率2024年与对标值持平。2025年没有可比的对标值。",
            "Return on net assets: level with the benchmark in 2024. There is no comparable benchmark for 2025.",
        ]
    );
}
