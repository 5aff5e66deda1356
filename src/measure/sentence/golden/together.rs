//! What is said of several enterprises, and of several indicators.

use super::*;
use crate::measure::comparison::Comparisons;
use crate::measure::sample::book;

#[test]
fn positions() {
    // Each value is an enterprise in steel: 甲 / A, 乙 / B …
    let names = [("甲", "A"), ("乙", "B"), ("丙", "C"), ("丁", "D"), ("戊", "E"), ("己", "F")];
    #[rustfmt::skip]
    let situations = [
        ("one of six", roe(), &["9.4", "6.2", "11.8", "5.3", "3.1", "8.9"][..], "a",
            "2024年，6家企业的净资产收益率中位数为7.6%，居中的一半企业在5.5%至9.3%之间；甲为9.4%，居第2位。",
            "Return on net assets in 2024 had a median of 7.6% across 6 enterprises, with the middle half between 5.5% and 9.3%; A ranked 2nd with 9.4%."),
        ("tied", roe(), &["9.4", "6.2", "9.4", "5.3", "3.1"], "a",
            "2024年，5家企业的净资产收益率中位数为6.2%，居中的一半企业在5.3%至9.4%之间；甲为9.4%，并列第1位。",
            "Return on net assets in 2024 had a median of 6.2% across 5 enterprises, with the middle half between 5.3% and 9.4%; A tied for 1st with 9.4%."),
        ("the same for most", roe(), &["5", "5", "5", "5", "9"], "e",
            "2024年，5家企业的净资产收益率中位数为5.0%，居中的一半企业都是5.0%；戊为9.0%，居第1位。",
            "Return on net assets in 2024 had a median of 5.0% across 5 enterprises, with the middle half at 5.0%; E ranked 1st with 9.0%."),
        ("the industry alone", roe(), &["9.4", "6.2", "11.8", "5.3", "3.1"], "",
            "2024年，5家企业的净资产收益率中位数为6.2%，居中的一半企业在5.3%至9.4%之间。",
            "Return on net assets in 2024 had a median of 6.2% across 5 enterprises, with the middle half between 5.3% and 9.4%."),
        ("without a figure of its own", roe(), &["9.4", "6.2", "11.8", "5.3", "3.1", "?"], "f",
            "2024年，5家企业的净资产收益率中位数为6.2%，居中的一半企业在5.3%至9.4%之间；己没有可比的数值。",
            "Return on net assets in 2024 had a median of 6.2% across 5 enterprises, with the middle half between 5.3% and 9.4%; F has no comparable figure."),
        ("less is better", debt(), &["60.4", "70.8", "52", "66", "58"], "c",
            "2024年，5家企业的资产负债率中位数为60.4%，居中的一半企业在58.0%至66.0%之间；丙为52.0%，居第1位。",
            "Debt-to-asset ratio in 2024 had a median of 60.4% across 5 enterprises, with the middle half between 58.0% and 66.0%; C ranked 1st with 52.0%."),
        ("no rank", moisture(), &["13", "12", "13.5", "14", "11"], "a",
            "2024年，5家企业的储粮平均水分中位数为13.0%，居中的一半企业在12.0%至13.5%之间；甲为13.0%。",
            "Average moisture of stored grain in 2024 had a median of 13.0% across 5 enterprises, with the middle half between 12.0% and 13.5%; A stood at 13.0%."),
        ("three", roe(), &["9.4", "6.2", "11.8"], "a",
            "2024年，有3家企业公开净资产收益率：丙11.8%、甲9.4%和乙6.2%。",
            "Return on net assets in 2024, as published by 3 enterprises: C 11.8%, A 9.4% and B 6.2%."),
        ("one", roe(), &["9.4"], "a",
            "2024年，有1家企业公开净资产收益率：甲9.4%。",
            "Return on net assets in 2024, as published by 1 enterprise: A 9.4%."),
        ("none", roe(), &["?"], "a",
            "2024年，没有企业公开净资产收益率。",
            "Return on net assets in 2024: no enterprise has published a figure."),
    ];
    for (name, indicator, values, own, zh, en) in situations {
        let book = book(
            indicator.clone(),
            values.iter().enumerate().map(|(i, v)| {
                let id = char::from(b'a' + u8::try_from(i).unwrap()).to_string();
                let mut own = enterprise(&id, "steel", figures(&indicator, series(&[("2024", v)])));
                own.name = both(names[i].0, names[i].1);
                own
            }),
        );
        let comparisons = Comparisons::of(&book);
        let comparison = comparisons.at(&indicator.id, None, period("2024"));
        let own = (!own.is_empty()).then(|| book.enterprise(&id(own)));
        let said = [Lang::ZH, Lang::EN].map(|lang| position(&comparison, own, lang));
        assert_eq!(said, [zh, en], "{name}");
    }
}

#[test]
fn scorecards() {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let judged = |moved, against| Judged { moved, against };
    let many = |counts: [usize; 3]| {
        [Greater, Equal, Less].into_iter().zip(counts).flat_map(|(what, n)| vec![Some(what); n])
    };
    let of = |moved: [usize; 3], against: [usize; 3], total: usize| {
        let mut moved: Vec<_> = many(moved).collect();
        let mut against: Vec<_> = many(against).collect();
        moved.resize(total, None);
        against.resize(total, None);
        moved.into_iter().zip(against).map(|(m, a)| judged(m, a)).collect::<Vec<_>>()
    };
    #[rustfmt::skip]
    let situations = [
        (of([5, 1, 2], [3, 1, 4], 8),
            "8项指标中，5项较基期改善，1项与基期持平，2项较基期变差；与对标值相比，3项领先，1项持平，4项落后。",
            "Of 8 indicators, 5 have improved since the baseline, 1 is unchanged, and 2 have worsened; compared with their benchmarks, 3 are ahead, 1 is level, and 4 are behind."),
        (of([8, 0, 0], [0, 0, 8], 8),
            "8项指标全部较基期改善；与对标值相比，全部落后。",
            "Of 8 indicators, all have improved since the baseline; compared with their benchmarks, all are behind."),
        (of([1, 0, 7], [0, 1, 5], 8),
            "8项指标中，1项较基期改善，7项较基期变差；有对标值的6项中，1项持平，5项落后。",
            "Of 8 indicators, 1 has improved since the baseline and 7 have worsened; of the 6 with a benchmark, 1 is level and 5 are behind."),
        (of([3, 0, 0], [2, 0, 0], 3),
            "3项指标全部较基期改善；有对标值的2项全部领先。",
            "Of 3 indicators, all have improved since the baseline; of the 2 with a benchmark, both are ahead."),
        (of([2, 0, 0], [0, 0, 1], 2),
            "2项指标全部较基期改善；有对标值的1项落后。",
            "Of 2 indicators, both have improved since the baseline; the one with a benchmark is behind."),
        (of([2, 0, 0], [0, 0, 0], 2),
            "2项指标全部较基期改善。",
            "Of 2 indicators, both have improved since the baseline."),
        (of([0, 0, 0], [2, 0, 1], 4),
            "有对标值的3项指标中，2项领先，1项落后。",
            "Of 3 indicators with a benchmark, 2 are ahead and 1 is behind."),
        (of([0, 0, 0], [0, 1, 0], 4),
            "有对标值的1项指标持平。",
            "The one indicator with a benchmark is level."),
        (of([0, 0, 0], [0, 0, 0], 3),
            "3项指标都无法评价。",
            "None of the 3 indicators can be judged."),
        (of([1, 0, 0], [0, 0, 1], 1),
            "这项指标较基期改善；与对标值相比落后。",
            "The indicator has improved since the baseline and is behind the benchmark."),
        (of([0, 1, 0], [0, 0, 0], 1),
            "这项指标与基期持平。",
            "The indicator is unchanged."),
        (of([0, 0, 0], [1, 0, 0], 1),
            "这项指标与对标值相比领先。",
            "The indicator is ahead of the benchmark."),
        (of([0, 0, 0], [0, 0, 0], 1),
            "这项指标无法评价。",
            "The indicator cannot be judged."),
        (of([0, 0, 0], [0, 0, 0], 0),
            "没有可供评价的指标。",
            "There are no indicators to judge."),
    ];
    for (scorecard_of, zh, en) in situations {
        let said = [Lang::ZH, Lang::EN].map(|lang| scorecard(&scorecard_of, lang));
        assert_eq!(said, [zh, en]);
    }
}

#[test]
fn a_judgement_is_made_at_the_precision_shown() {
    use std::cmp::Ordering::{Equal, Greater, Less};
    for (indicator, own, world, expected) in [
        (roe(), ["6.2", "9.4"], "10.9", Some((Some(Greater), Some(Less)))),
        (roe(), ["6.2", "6.24"], "6.2", Some((Some(Equal), Some(Equal)))),
        (roe(), ["9.4", "6.2"], "5", Some((Some(Less), Some(Greater)))),
        (debt(), ["64.9", "60.4"], "52.4", Some((Some(Greater), Some(Less)))),
        // What is to be held at a level, or within a range, is ahead of nobody.
        (moisture(), ["12.1", "13.3"], "13.5", Some((Some(Greater), None))),
        (moisture(), ["12.1", "12.1"], "13.5", Some((Some(Equal), None))),
        (occupancy(), ["76.9", "66"], "1", Some((Some(Greater), None))),
        (named(("x", "x"), Unit::Percent, Direction::None), ["1", "2"], "3", Some((None, None))),
        (roe(), ["?", "9.4"], "10", Some((None, Some(Less)))),
        (roe(), ["?", "x"], "10", None),
    ] {
        let own = series(&[("2021", own[0]), ("2024", own[1])]);
        let world = benchmark(BenchmarkKind::Enterprise, &[("2021", world), ("2024", world)]);
        let benchmark = Some(as_given(&world));
        let story = Story {
            indicator: &indicator,
            currency: None,
            series: &own,
            benchmark,
            target: None,
            from: None,
            to: None,
        };
        assert_eq!(Judged::of(&story).map(|j| (j.moved, j.against)), expected);
    }
}
