//! What counts as said rightly, in both languages.

use super::super::answer::{Reading, Resolved, Whose};
use super::super::sample::{both, enterprise, figures, indicator, period, series, value};
use super::{check, exactly};
use crate::base::Lang;
use crate::base::problem::AssertionFault::{self as Fault, *};
use crate::model::{Currency, Direction, Unit};

/// Holds words against a reading of an indicator in `unit`, in renminbi.
fn held(words: &str, unit: &Unit, decimals: u32, reading: Reading) -> Result<(), Fault> {
    let indicator = indicator(unit.clone(), decimals, Direction::Increase);
    let subject = enterprise("hualan", "steel", figures(&indicator, series(&[])));
    let resolved = Resolved {
        whose: Whose::Enterprise(&subject),
        indicator: &indicator,
        currency: Some(Currency::CNY),
        period: period("2024"),
        reading,
    };
    let lang =
        if words.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)) { Lang::ZH } else { Lang::EN };
    check(words, &resolved, lang)
}

/// Right words before the bar, wrong ones with their fault behind it.
fn table(unit: &Unit, decimals: u32, reading: Reading, right: &[&str], wrong: &[(&str, Fault)]) {
    for words in right {
        assert_eq!(held(words, unit, decimals, reading), Ok(()), "{words} of {reading:?}");
    }
    for (words, fault) in wrong {
        assert_eq!(held(words, unit, decimals, reading), Err(*fault), "{words} of {reading:?}");
    }
}

#[test]
fn a_percentage_is_said_rightly_or_not() {
    let right = [
        "9.4%",
        "９．４％",
        "9%",
        "9.4 per cent",
        "9.4 percent",
        "百分之九点四",
        "百分之九",
        "约9%",
        "about 9%",
        "约9.5%",
        "约9.8%",
        "9.5%左右",
        "around 9.5%",
        "近10%",
        "nearly 10%",
        "接近10%",
        "将近9.5%",
        "超过9%",
        "超过1%",
        "more than 9%",
        "over 9.3%",
        "逾9%",
        "至少9.4%",
        "at least 9.4%",
        "不低于9.4%",
        "9.4%以上",
        "不足10%",
        "less than 10%",
        "不到9.5%",
        "不超过9.4%",
        "at most 9.4%",
        "达到9.4%",
        "提高到9.4%",
        "rose to 9.4%",
        "升至9%",
        "nine percent",
    ];
    let wrong = [
        ("9.8%", WrongNumber),
        ("10%", WrongNumber),
        ("9.5%", WrongNumber),
        ("-9.4%", WrongNumber),
        ("9.40%", TooPrecise),
        ("近一成", NotANumber),
        ("近7成", NotANumber),
        ("几个百分点", NotANumber),
        ("不错", NotANumber),
        ("", NotANumber),
        ("dozens", NotANumber),
        ("GB/T 9", NotANumber),
        ("第3章", NotANumber),
        ("9.4", WrongUnit),
        ("9.4亿元", WrongUnit),
        ("9.4倍", WrongUnit),
        ("9.4‰", WrongUnit),
        ("9.4个百分点", PointsForPercent),
        ("9.4 percentage points", PointsForPercent),
        ("近9%", NotNearly),
        ("近9.4%", NotNearly),
        ("近12%", NotNearly),
        ("nearly 9%", NotNearly),
        ("约10%", NotAbout),
        ("about 12%", NotAbout),
        ("超过9.4%", NotMore),
        ("more than 9.5%", NotMore),
        ("至少9.5%", NotAtLeast),
        ("不足9.4%", NotLess),
        ("less than 9%", NotLess),
        ("不超过9%", NotAtMost),
        ("up to 9%", NotAtMost),
        ("9%至10%", SeveralNumbers),
        ("2024年的9.4%", SeveralNumbers),
        ("提高9.4%", LengthForLevel),
        ("up 9.4%", LengthForLevel),
        ("难得的9.4%", OtherWords),
        ("a splendid 9.4%", OtherWords),
        ("领先9.4%", OtherWords),
    ];
    table(&Unit::Percent, 1, Reading::Value(value("9.4")), &right, &wrong);
    table(&Unit::Percent, 1, Reading::Target(value("9.40")), &["9.40%", "9.4%"], &[("9.400%", TooPrecise)]);
    table(&Unit::Percent, 1, Reading::Benchmark(value("9")), &["9.0%", "9%"], &[("9.00%", TooPrecise)]);
    // An exact half may be rounded either way: 四舍六入五成双 is a rule too.
    table(&Unit::Percent, 2, Reading::Value(value("9.45")), &["9.4%", "9.5%"], &[("9.6%", WrongNumber)]);
}

#[test]
fn below_zero_the_minus_is_said_or_the_loss() {
    let right = ["−9.6%", "-9.6%", "负9.6%", "minus 9.6%", "负百分之十", "约-9.5%", "低于-9%", "近-10%"];
    table(&Unit::Percent, 1, Reading::Value(value("-9.6")), &right[..4], &[("9.6%", WrongSign)]);
    table(&Unit::Percent, 1, Reading::Value(value("-9.6")), &right[5..], &[("超过-9%", NotMore)]);
    let loss = Reading::Value(value("-1046620000"));
    let right =
        ["−10.47亿元", "亏损10.47亿元", "亏损超过10亿元", "a loss of CNY 1.05 billion", "CNY −1.05 billion"];
    let wrong = [("10.47亿元", WrongSign), ("亏损超过11亿元", NotMore), ("亏损9亿元", WrongNumber)];
    table(&Unit::Currency, 2, loss, &right, &wrong);
    table(&Unit::Currency, 2, Reading::Value(value("1e9")), &[], &[("亏损10亿元", WrongSign)]);
}

#[test]
fn money_is_said_in_its_currency_at_any_size() {
    let right = [
        "51.23亿元",
        "51.2亿元",
        "51亿元",
        "五十一亿元",
        "51.23 亿元",
        "５１．２３亿元",
        "512300万元",
        "51亿2300万元",
        "人民币51.23亿元",
        "¥51.23亿",
        "CNY 5.12 billion",
        "CNY 5.1 billion",
        "RMB 5.12bn",
        "5.12 billion yuan",
        "CNY 5,123 million",
        "CNY 5,123,000,000",
        "cny 5.12 billion",
        "约50亿元",
        "超过50亿元",
        "超五十亿元",
        "more than CNY 5 billion",
        "近52亿元",
        "nearly CNY 5.2 billion",
        "50多亿元",
        "50亿元以上",
        "five billion yuan",
        "不足52亿元",
        "5123000000元",
    ];
    let wrong = [
        ("51.32亿元", WrongNumber),
        ("52亿元", WrongNumber),
        ("51.23万元", WrongNumber),
        ("CNY 51.23 billion", WrongNumber),
        ("50亿元", WrongNumber),
        ("51.23亿", WrongUnit),
        ("51.23", WrongUnit),
        ("51.23%", WrongUnit),
        ("51.23亿吨", WrongUnit),
        ("51.23亿元/人", WrongUnit),
        ("51.23亿美元", WrongCurrency),
        ("USD 5.12 billion", WrongCurrency),
        ("超千亿元", NotMore),
        ("数十亿元", NotANumber),
        ("51.230000001亿元", WrongNumber),
        ("5123000000.000元", TooPrecise),
    ];
    table(&Unit::Currency, 2, Reading::Value(value("5123000000")), &right, &wrong);
    let right =
        ["86.12万元/人", "86万元", "人民币86.12万元", "CNY 861,200 per person", "CNY 861,200 per employee"];
    let wrong = [("86.12万元/吨", WrongUnit), ("86.12万", WrongUnit), ("88万元/人", WrongNumber)];
    table(&Unit::CurrencyPerPerson, 2, Reading::Value(value("861200")), &right, &wrong);
}

#[test]
fn a_change_is_said_with_its_direction_or_without() {
    let rise = Reading::Change { from: value("6.2"), to: value("9.4") };
    let right = [
        "提高3.2个百分点",
        "提高了3.2个百分点",
        "3.2个百分点",
        "上升约3个百分点",
        "up 3.2 percentage points",
        "rose by 3.2 percentage points",
        "3.2 points",
        "up by more than 3 points",
        "3.2 pp",
        "3.2 percentage points higher",
        "a rise of 3.2 percentage points",
        "三点二个百分点",
        "近3.5个百分点",
    ];
    let wrong = [
        ("提高3.2%", PercentForPoints),
        ("3.2%", PercentForPoints),
        ("up 3.2 percent", PercentForPoints),
        ("下降3.2个百分点", WrongDirection),
        ("down 3.2 percentage points", WrongDirection),
        ("−3.2个百分点", WrongNumber),
        ("提高3.3个百分点", WrongNumber),
        ("提高到3.2个百分点", LevelForLength),
        ("提高3.20个百分点", TooPrecise),
        ("增长近两成", NotANumber),
        ("持平", NotANumber),
        ("3.2", WrongUnit),
    ];
    table(&Unit::Percent, 1, rise, &right, &wrong);
    let fall = Reading::Change { from: value("63.0"), to: value("60.5") };
    let right = ["下降2.5个百分点", "2.5个百分点", "−2.5个百分点", "down 2.5 points", "降低超过2个百分点"];
    table(&Unit::Percent, 1, fall, &right, &[("提高2.5个百分点", WrongDirection)]);
    let still = Reading::Change { from: value("6.20"), to: value("6.24") };
    table(&Unit::Percent, 1, still, &["持平", "unchanged", "Unchanged"], &[("提高1个百分点", WrongNumber)]);
    let money = Reading::Change { from: value("4381000000"), to: value("5123000000") };
    let right = ["增加7.42亿元", "7.4亿元", "增长超过7亿元", "up CNY 742 million"];
    table(&Unit::Currency, 2, money, &right, &[("减少7.42亿元", WrongDirection), ("增加7.42亿", WrongUnit)]);
}

#[test]
fn growth_and_multiples_are_two_ways_to_say_one_thing() {
    let growth = Reading::Growth { from: value("438"), to: value("512") };
    let right = ["16.9%", "增长16.9%", "增长约17%", "up 17%", "grew by more than 16%", "近17%", "百分之十七"];
    let wrong = [
        ("增长16.9个百分点", PointsForPercent),
        ("下降16.9%", WrongDirection),
        ("18%", WrongNumber),
        ("增长到16.9%", LevelForLength),
        ("翻一番", WrongNumber),
        ("负79228162514264337593543950335倍", WrongNumber),
        ("16.9亿元", WrongUnit),
    ];
    table(&Unit::Currency, 2, growth, &right, &wrong);
    let doubled = Reading::Growth { from: value("2.1"), to: value("4.2") };
    let right = ["翻一番", "翻了一番", "翻番", "doubled", "增长100%", "增长1倍", "增长到2倍", "up 100%"];
    table(
        &Unit::Ratio,
        1,
        doubled,
        &right,
        &[("翻两番", WrongNumber), ("halved", WrongDirection), ("增长2倍", WrongNumber)],
    );
    let halved = Reading::Growth { from: value("4.2"), to: value("2.1") };
    table(
        &Unit::Ratio,
        1,
        halved,
        &["减半", "halved", "下降50%", "down 50%"],
        &[("doubled", WrongDirection)],
    );

    let multiple = Reading::Multiple { from: value("2.1"), to: value("6.3") };
    let right = [
        "3倍",
        "3.0倍",
        "增长到3.0倍",
        "三倍",
        "3.0 times as high",
        "three times as high",
        "threefold",
        "tripled",
        "增长2倍",
        "约3倍",
        "nearly 3.2 times as much",
        "超过2.5倍",
    ];
    let wrong = [
        ("增长3倍", WrongNumber),
        ("3 times higher", WrongNumber),
        ("翻一番", WrongNumber),
        ("下降到3倍", WrongDirection),
        ("300%", WrongUnit),
        ("3", WrongUnit),
    ];
    table(&Unit::Ratio, 1, multiple, &right, &wrong);
}

#[test]
fn a_gap_says_who_is_ahead() {
    let behind = Reading::Gap(value("1.5"));
    let right =
        ["1.5个百分点", "差1.5个百分点", "落后1.5个百分点", "1.5 percentage points behind", "近2个百分点"];
    let wrong = [
        ("1.5%", PercentForPoints),
        ("领先1.5个百分点", WrongSide),
        ("−1.5个百分点", WrongSide),
        ("2.5个百分点", WrongNumber),
    ];
    table(&Unit::Percent, 1, behind, &right, &wrong);
    let behind = Reading::Gap(value("1.4"));
    table(&Unit::Percent, 1, behind, &["不到2个百分点"], &[("近2个百分点", NotNearly)]);
    let ahead = Reading::Gap(value("-1.5"));
    let right = ["−1.5个百分点", "领先1.5个百分点", "1.5 percentage points ahead"];
    table(&Unit::Percent, 1, ahead, &right, &[("1.5个百分点", WrongSide), ("落后1.5个百分点", WrongSide)]);
}

#[test]
fn a_share_may_be_said_as_a_fraction() {
    let closed = Reading::GapClosed(value("0.666"));
    let right = ["66.6%", "67%", "三分之二", "two thirds", "two-thirds", "近70%", "超过六成半"];
    table(
        &Unit::Percent,
        1,
        closed,
        &right[..6],
        &[("四分之三", WrongNumber), ("近七成", NotANumber), ("67个百分点", PointsForPercent)],
    );
    table(
        &Unit::Percent,
        1,
        Reading::GapClosed(value("0.5")),
        &["一半", "half", "50%"],
        &[("三分之一", WrongNumber)],
    );
    table(
        &Unit::Percent,
        1,
        Reading::Value(value("33.6")),
        &["三分之一", "a third", "超过三分之一"],
        &[("四分之一", WrongNumber)],
    );
}

#[test]
fn a_rank_is_exact() {
    let rank = Reading::Rank { rank: 3, of: 14 };
    let right = ["第3位，共14家", "第3位", "第三", "第三位", "third", "3rd", "3rd of 14", "ranked third"];
    let wrong = [
        ("第二", WrongNumber),
        ("第3位，共15家", WrongNumber),
        ("4th of 14", WrongNumber),
        ("3%", WrongUnit),
        ("名列前茅", NotANumber),
    ];
    table(&Unit::Percent, 1, rank, &right, &wrong);
}

#[test]
fn things_are_counted_in_their_own_unit() {
    table(
        &Unit::Count,
        0,
        Reading::Value(value("125")),
        &["125", "125项", "125件", "一百二十五"],
        &[("125%", WrongUnit)],
    );
    table(&Unit::Count, 0, Reading::Value(value("2022")), &["2022", "2,022"], &[("2023", WrongNumber)]);
    table(
        &Unit::Ratio,
        2,
        Reading::Value(value("1.25")),
        &["1.25", "1.3", "1.25倍"],
        &[("1.25元", WrongUnit)],
    );
    let energy = Unit::Named(both("千克标准煤/吨", "kgce/t"));
    let right = ["49.2千克标准煤/吨", "49千克标准煤/吨", "49.2 kgce/t", "49.2kgce/t", "不到50千克标准煤/吨"];
    let wrong =
        [("49.2", WrongUnit), ("49.2千克", WrongUnit), ("49.2 t", WrongUnit), ("50 kgce/t", WrongNumber)];
    table(&energy, 1, Reading::Value(value("49.2")), &right, &wrong);
    let wan = Unit::Named(both("万吨", "10 kt"));
    let right = ["123.4万吨", "123万吨", "123.4 10 kt", "1.234 million tonnes"];
    table(
        &wan,
        1,
        Reading::Value(value("123.4")),
        &right,
        &[("123.4吨", WrongNumber), ("123.4亿吨", WrongNumber)],
    );
    let minutes = Unit::Named(both("分钟", "minutes"));
    table(
        &minutes,
        0,
        Reading::Value(value("38")),
        &["38分钟", "38 minutes", "38 min", "近40分钟"],
        &[("38小时", WrongUnit)],
    );
    let boxes = Unit::Named(both("标准箱", "TEU"));
    let right = ["12.3万标准箱", "123,000 TEU", "超过12万标准箱"];
    table(
        &boxes,
        0,
        Reading::Value(value("123000")),
        &right,
        &[("12.3万", WrongUnit), ("12.3万吨", WrongUnit)],
    );
}

#[test]
fn the_exact_number_is_told_where_rounding_hides_it() {
    let of = |unit, reading, lang| {
        let indicator = indicator(unit, 1, Direction::Increase);
        let subject = enterprise("hualan", "steel", figures(&indicator, series(&[])));
        let (whose, currency) = (Whose::Enterprise(&subject), Some(Currency::CNY));
        exactly(&Resolved { whose, indicator: &indicator, currency, period: period("2024"), reading }, lang)
            .unwrap_or_default()
    };
    assert_eq!(of(Unit::Percent, Reading::Value(value("9.4")), Lang::ZH), "");
    assert_eq!(of(Unit::Percent, Reading::Value(value("9.36")), Lang::ZH), "9.36");
    let profit = Reading::Value(value("5123000000"));
    assert_eq!([Lang::ZH, Lang::EN].map(|lang| of(Unit::Currency, profit, lang)), ["", "5123000000"]);
    let fall = Reading::Change { from: value("63.0"), to: value("60.5") };
    assert_eq!(of(Unit::Percent, fall, Lang::EN), "");
    assert_eq!(of(Unit::Ratio, Reading::Multiple { from: value("3"), to: value("7") }, Lang::ZH), "2.333333");
}
