//! What is said of the way: two ends, who passed whom, what happened, what made up a change.

use super::*;
use crate::measure::comparison::Comparisons;
use crate::measure::sample::{book, known};
use crate::measure::sentence::{Spread, bridge, ends, slope, spread, timeline};
use crate::measure::{Ends, Slope};
use crate::model::{Bridge, Milestone, Part};

fn both_said(say: impl Fn(Lang) -> String) -> [String; 2] {
    [Lang::ZH, Lang::EN].map(say)
}

/// An indicator, its values at both ends, and where it begins.
type Told<'a> = (&'a Indicator, Values, &'a str);

/// The values at both ends.
type Values = [&'static str; 2];

#[test]
fn before_and_after() {
    let free = named(("员工人数", "Employees"), Unit::Count, Direction::None);
    let (roe, debt) = (roe(), debt());
    let said = |of: &[(&Indicator, [&str; 2], &str)]| {
        let all: Vec<_> = of
            .iter()
            .map(|(indicator, values, from)| (*indicator, series(&[(from, values[0]), ("2024", values[1])])))
            .collect();
        let all: Vec<_> = all
            .iter()
            .map(|(indicator, own)| {
                let story = Story {
                    indicator,
                    currency: None,
                    series: own,
                    benchmark: None,
                    target: None,
                    from: None,
                    to: None,
                };
                Ends::of(&story).expect("both ends are known")
            })
            .collect();
        both_said(|lang| ends(&all, lang))
    };
    #[rustfmt::skip]
    let situations: [(&[Told<'_>], &str, &str); 6] = [
        (&[(&roe, ["6.2", "9.4"], "2021"), (&debt, ["60", "64"], "2021"), (&roe, ["5", "5"], "2021"), (&free, ["5", "6"], "2021")],
            "2021年至2024年，4项指标中，1项改善，1项持平，1项变差（资产负债率），1项不作评判。",
            "From 2021 to 2024, of 4 indicators, 1 improved, 1 was unchanged, 1 worsened (Debt-to-asset ratio), and 1 is not judged."),
        (&[(&roe, ["6.2", "9.4"], "2021"), (&debt, ["64", "60"], "2020"), (&roe, ["5", "6"], "2021")],
            "与各自基期相比，3项指标全部改善。",
            "Since their baselines, of 3 indicators, all improved."),
        (&[(&roe, ["9.4", "6.2"], "2021"), (&debt, ["60", "64"], "2021")],
            "2021年至2024年，2项指标全部变差。",
            "From 2021 to 2024, of 2 indicators, both worsened."),
        (&[(&roe, ["6.2", "-1"], "2021"), (&roe, ["6.2", "9"], "2021"), (&debt, ["60", "64"], "2021")],
            "2021年至2024年，3项指标中，1项改善，2项变差（净资产收益率和资产负债率）。",
            "From 2021 to 2024, of 3 indicators, 1 improved and 2 worsened (Return on net assets and Debt-to-asset ratio)."),
        (&[(&roe, ["6.2", "9.4"], "2021")],
            "净资产收益率由2021年的6.2%提高到2024年的9.4%，提高3.2个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, up 3.2 percentage points."),
        (&[], "没有可供比较的指标。", "There are no indicators to compare."),
    ];
    for (of, zh, en) in situations {
        assert_eq!(said(of), [zh, en]);
    }
}

#[test]
fn passing() {
    let names = [("甲", "A"), ("乙", "B"), ("丙", "C"), ("丁", "D"), ("戊", "E"), ("己", "F")];
    let said = |values: &[[&str; 2]], own: &str| {
        let book = book(
            roe(),
            values.iter().enumerate().map(|(i, v)| {
                let name = char::from(b'a' + u8::try_from(i).unwrap()).to_string();
                let observed = series(&[("2021", v[0]), ("2024", v[1])]);
                let mut one = enterprise(&name, "steel", figures(&roe(), observed));
                one.name = both(names[i].0, names[i].1);
                one
            }),
        );
        let comparisons = Comparisons::of(&book);
        let found = Slope::of(&comparisons, &id("roe"), book.enterprise(&id(own)), (None, None));
        let found = found.expect("there are two periods");
        both_said(|lang| slope(&found, lang))
    };
    let six = [["1", "6"], ["5", "5"], ["4", "4"], ["3", "7"], ["2", "3.5"], ["9", "9"]];
    #[rustfmt::skip]
    let situations: [(&[Values], &str, &str, &str); 7] = [
        (&six, "a",
            "2021年至2024年，在6家企业中，甲的净资产收益率由第6位升至第3位，超过乙、丙和戊。",
            "Return on net assets: among 6 enterprises, A rose from 6th in 2021 to 3rd in 2024, passing B, C and E."),
        (&six, "b",
            "2021年至2024年，在6家企业中，乙的净资产收益率由第2位降至第4位，被丁和甲超过。",
            "Return on net assets: among 6 enterprises, B fell from 2nd in 2021 to 4th in 2024, passed by D and A."),
        (&six, "f",
            "2021年至2024年，在6家企业中，己的净资产收益率保持在第1位。",
            "Return on net assets: among 6 enterprises, F was 1st in both 2021 and 2024."),
        (&six[..3], "a",
            "甲的净资产收益率由2021年的1.0%提高到2024年的6.0%，提高5.0个百分点，超过乙和丙。",
            "Return on net assets: A rose from 1.0% in 2021 to 6.0% in 2024, up 5.0 percentage points, passing B and C."),
        (&[["≈1", "≈2"], ["1.5", "1.8"]], "a",
            "甲的净资产收益率由2021年的1.0%（估计数）提高到2024年的2.0%（估计数），提高1.0个百分点，超过乙。",
            "Return on net assets: A rose from 1.0% (estimate) in 2021 to 2.0% (estimate) in 2024, up 1.0 percentage points, passing B."),
        (&[["≈1", "1"]], "a",
            "甲的净资产收益率2021年为1.0%（估计数），2024年为1.0%。",
            "Return on net assets: A stood at 1.0% (estimate) in 2021 and at 1.0% in 2024."),
        (&[["1", "2"]], "a",
            "甲的净资产收益率由2021年的1.0%提高到2024年的2.0%，提高1.0个百分点。",
            "Return on net assets: A rose from 1.0% in 2021 to 2.0% in 2024, up 1.0 percentage points."),
    ];
    for (values, own, zh, en) in situations {
        assert_eq!(said(values, own), [zh, en]);
    }
}

#[test]
fn milestones() {
    let milestone = |at: &str, zh: &str, en: &str| Milestone { date: period(at), text: both(zh, en) };
    let all = [
        milestone("2022-03", "立项。", "Project approved."),
        milestone("2023-Q1", "试运行", "Trial run"),
        milestone("2024", "全线投产", "All lines in service"),
    ];
    let said = |these: &[&Milestone]| both_said(|lang| timeline(these, lang));
    #[rustfmt::skip]
    let situations: [(&[&Milestone], &str, &str); 4] = [
        (&[&all[0], &all[1], &all[2]],
            "2022年3月至2024年共有3个节点，从“立项”到“全线投产”。",
            "3 milestones from March 2022 to 2024: the first “Project approved”, the last “All lines in service”."),
        (&[&all[1], &all[1]],
            "2023年第一季度共有2个节点，从“试运行”到“试运行”。",
            "2 milestones in the first quarter of 2023: the first “Trial run”, the last “Trial run”."),
        (&[&all[1]], "2023年第一季度：试运行。", "First quarter of 2023: Trial run."),
        (&[], "没有记录节点。", "There are no milestones."),
    ];
    for (these, zh, en) in situations {
        assert_eq!(said(these), [zh, en]);
    }
}

#[test]
fn bridges() {
    let said = |indicator: &Indicator, from: &str, to: &str, parts: &[(&str, &str, &str)]| {
        let given = Bridge {
            from: known("2021", from),
            to: known("2024", to),
            parts: parts.iter().map(|(zh, en, v)| Part { name: both(zh, en), value: value(v) }).collect(),
            source: None,
            locator: None,
        };
        both_said(|lang| bridge(indicator, Some(crate::model::Currency::CNY), &given, lang))
    };
    let (products, interest, prices) =
        (("产品升级", "better products"), ("减少利息", "lower interest"), ("原料涨价", "dearer materials"));
    assert_eq!(
        said(
            &profit(),
            "4381200000",
            "5123000000",
            &[
                (products.0, products.1, "620000000"),
                (interest.0, interest.1, "210000000"),
                (prices.0, prices.1, "-120000000"),
            ]
        ),
        [
            "利润总额由2021年的43.81亿元增加到2024年的51.23亿元，增加7.42亿元；最大的增项是产品升级（6.2亿元），减项是原料涨价（1.2亿元），其他因素合计增加3180万元。",
            "Total profit rose from CNY 4.38 billion in 2021 to CNY 5.12 billion in 2024, up CNY 742 million; the largest increase came from better products (CNY 620 million), the only decrease came from dearer materials (CNY 120 million), and other factors added CNY 31.8 million.",
        ]
    );
    assert_eq!(
        said(&debt(), "64.9", "60.4", &[(interest.0, interest.1, "-3.5"), (prices.0, prices.1, "-1")]),
        [
            "资产负债率由2021年的64.9%下降到2024年的60.4%，下降4.5个百分点；最大的减项是减少利息（3.5个百分点）。",
            "Debt-to-asset ratio fell from 64.9% in 2021 to 60.4% in 2024, down 4.5 percentage points; the largest decrease came from lower interest (3.5 percentage points).",
        ]
    );
    assert_eq!(
        said(&roe(), "6.2", "6.2", &[(products.0, products.1, "1"), (prices.0, prices.1, "-1.5")]),
        [
            "净资产收益率2024年为6.2%，与2021年持平；增项是产品升级（1.0个百分点），减项是原料涨价（1.5个百分点），其他因素合计提高0.5个百分点。",
            "Return on net assets stayed at 6.2% from 2021 to 2024; the only increase came from better products (1.0 percentage points), the only decrease came from dearer materials (1.5 percentage points), and other factors added 0.5 percentage points.",
        ]
    );
    assert_eq!(
        said(&debt(), "~64.9", "≈60.4", &[(interest.0, interest.1, "-3.5"), (prices.0, prices.1, "-1")]),
        [
            "资产负债率由2021年的64.9%（未经审计）下降到2024年的60.4%（估计数），下降4.5个百分点；最大的减项是减少利息（3.5个百分点）。",
            "Debt-to-asset ratio fell from 64.9% (unaudited) in 2021 to 60.4% (estimate) in 2024, down 4.5 percentage points; the largest decrease came from lower interest (3.5 percentage points).",
        ]
    );
    assert_eq!(
        said(&roe(), "6.2", "7.2", &[(products.0, products.1, "0.01")]),
        [
            "净资产收益率由2021年的6.2%提高到2024年的7.2%，提高1.0个百分点；其他因素合计提高1.0个百分点。",
            "Return on net assets rose from 6.2% in 2021 to 7.2% in 2024, up 1.0 percentage points; other factors added 1.0 percentage points.",
        ]
    );
}

#[test]
fn spreads() {
    let said = |cases, areas, industries, fullest: &[(&'static str, &'static str, usize)], cells, empty| {
        let given = Spread { cases, areas, industries, fullest: fullest.to_vec(), cells, empty };
        both_said(|lang| spread(&given, lang))
    };
    assert_eq!(
        said(18, 7, 12, &[("A", "S", 3)], 84, 60),
        [
            "18个案例分布在7个领域、12个行业；S的“A”最多，有3个，还有60个组合没有案例。",
            "18 cases cover 7 areas and 12 industries; A in S has the most, 3; 60 of 84 combinations have none yet.",
        ]
    );
    assert_eq!(
        said(2, 2, 1, &[("A", "S", 1), ("B", "S", 1)], 2, 0),
        [
            "2个案例分布在2个领域、1个行业；同一行业、同一领域最多有1个，每个行业、每个领域都已有案例。",
            "2 cases cover 2 areas and 1 industry; no combination has more than 1; every combination has at least one.",
        ]
    );
    assert_eq!(said(0, 0, 0, &[], 4, 4), ["还没有案例。", "There are no cases yet."]);
}
