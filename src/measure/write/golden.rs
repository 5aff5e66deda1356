//! What is written for which number, in both languages.

use proptest::prelude::*;

use super::{Notation, machine, percent, step};
use crate::base::{Decimal, Lang, number};
use crate::measure::sample::{both, value};
use crate::model::{Currency, Unit};

fn tonnes() -> Unit {
    Unit::Named(both("吨", "t"))
}

fn energy() -> Unit {
    Unit::Named(both("千克标准煤/吨", "kgce/t"))
}

fn notations(unit: &Unit, decimals: u32) -> [Notation<'_>; 2] {
    [Lang::ZH, Lang::EN].map(|lang| Notation { unit, decimals, currency: Some(Currency::CNY), lang })
}

#[test]
fn values() {
    let [percent, ratio, count] = [Unit::Percent, Unit::Ratio, Unit::Count];
    let [money, person] = [Unit::Currency, Unit::CurrencyPerPerson];
    let [tonnes, energy, wan_tonnes] = [tonnes(), energy(), Unit::Named(both("万吨", "10 kt"))];
    let permille = Unit::Named(both("‰", "‰"));
    for (unit, decimals, number, zh, en) in [
        (&percent, 1, "9.4", "9.4%", "9.4%"),
        (&percent, 1, "9", "9.0%", "9.0%"),
        (&percent, 1, "0", "0.0%", "0.0%"),
        (&percent, 1, "-0.04", "0.0%", "0.0%"),
        (&percent, 1, "-0.05", "−0.1%", "−0.1%"),
        (&percent, 1, "-9.6", "−9.6%", "−9.6%"),
        (&percent, 2, "2.345", "2.35%", "2.35%"),
        (&percent, 0, "-3000", "−3000%", "−3,000%"),
        (&percent, 0, "20000", "20,000%", "20,000%"),
        (&ratio, 2, "1.25", "1.25", "1.25"),
        (&ratio, 2, "-1.2", "−1.20", "−1.20"),
        // Money, by its size.
        (&money, 2, "5123000000", "51.23亿元", "CNY 5.12 billion"),
        (&money, 2, "861200", "86.12万元", "CNY 861,200"),
        (&money, 2, "0", "0元", "CNY 0"),
        (&money, 2, "-0.004", "0元", "CNY 0"),
        (&money, 2, "3.2", "3.2元", "CNY 3.20"),
        (&money, 2, "3.256", "3.26元", "CNY 3.26"),
        (&money, 2, "999.999", "1000元", "CNY 1,000"),
        (&money, 2, "9500.4", "9500元", "CNY 9,500"),
        (&money, 2, "9999.4", "9999元", "CNY 9,999"),
        (&money, 2, "9999.6", "1万元", "CNY 10,000"),
        (&money, 2, "12345.67", "1.23万元", "CNY 12,346"),
        (&money, 2, "999999.4", "100万元", "CNY 999,999"),
        (&money, 2, "999999.5", "100万元", "CNY 1.00 million"),
        (&money, 2, "1234567", "123.46万元", "CNY 1.23 million"),
        (&money, 2, "9996000", "999.6万元", "CNY 10.0 million"),
        (&money, 2, "99949999", "9995万元", "CNY 99.9 million"),
        (&money, 2, "99999999", "1亿元", "CNY 100 million"),
        (&money, 2, "742000000", "7.42亿元", "CNY 742 million"),
        (&money, 2, "999500000", "10亿元", "CNY 1.00 billion"),
        (&money, 2, "-1046620000", "−10.47亿元", "CNY −1.05 billion"),
        (&money, 2, "51200000000", "512亿元", "CNY 51.2 billion"),
        (&money, 2, "999999999999", "1万亿元", "CNY 1.00 trillion"),
        (&money, 2, "1234000000000", "1.23万亿元", "CNY 1.23 trillion"),
        (&money, 2, "1234567000000000", "1234.57万亿元", "CNY 1,235 trillion"),
        (&money, 2, "1e24", "1,000,000,000,000万亿元", "CNY 1,000,000,000,000 trillion"),
        (&person, 2, "861200", "86.12万元/人", "CNY 861,200 per person"),
        (&person, 2, "1264000", "126.4万元/人", "CNY 1.26 million per person"),
        // Things: in full in English, by their size in Chinese.
        (&count, 0, "0", "0", "0"),
        (&count, 0, "9999", "9999", "9,999"),
        (&count, 0, "12345", "1.23万", "12,345"),
        (&count, 0, "12000", "1.2万", "12,000"),
        (&count, 0, "-123456789", "−1.23亿", "−123,456,789"),
        (&tonnes, 1, "12.3", "12.3吨", "12.3 t"),
        (&tonnes, 1, "12", "12.0吨", "12.0 t"),
        (&tonnes, 1, "123456.7", "12.35万吨", "123,456.7 t"),
        (&tonnes, 1, "9999.96", "1万吨", "10,000.0 t"),
        (&energy, 1, "49.2", "49.2千克标准煤/吨", "49.2 kgce/t"),
        (&wan_tonnes, 1, "12345.6", "12,345.6万吨", "12,345.6 10 kt"),
        (&permille, 1, "3.2", "3.2‰", "3.2‰"),
    ] {
        let written = notations(unit, decimals).map(|n| n.value(value(number)));
        assert_eq!(written, [zh, en], "{number} {unit:?}");
    }
}

#[test]
fn every_currency_has_a_word_in_chinese_or_shows_its_code() {
    for (code, zh, en) in [
        ("CNY", "51.23亿元", "CNY 5.12 billion"),
        ("USD", "51.23亿美元", "USD 5.12 billion"),
        ("EUR", "51.23亿欧元", "EUR 5.12 billion"),
        ("JPY", "51.23亿日元", "JPY 5.12 billion"),
        ("HKD", "51.23亿港元", "HKD 5.12 billion"),
        ("GBP", "51.23亿英镑", "GBP 5.12 billion"),
        ("CHF", "51.23亿CHF", "CHF 5.12 billion"),
        ("", "51.23亿", "5.12 billion"),
    ] {
        let written = notations(&Unit::Currency, 2)
            .map(|n| Notation { currency: Currency::new(code), ..n }.value(value("5123000000")));
        assert_eq!(written, [zh, en]);
    }
}

#[test]
fn changes() {
    let [percent, ratio, count] = [Unit::Percent, Unit::Ratio, Unit::Count];
    let [money, person, tonnes, energy] = [Unit::Currency, Unit::CurrencyPerPerson, tonnes(), energy()];
    for (unit, decimals, from, to, zh, en) in [
        (&percent, 1, "6.2", "9.4", "提高3.2个百分点", "up 3.2 percentage points"),
        (&percent, 1, "63.0", "60.5", "下降2.5个百分点", "down 2.5 percentage points"),
        (&percent, 1, "6.2", "6.2", "持平", "unchanged"),
        (&percent, 1, "6.20", "6.24", "持平", "unchanged"),
        (&percent, 1, "6.20", "6.25", "提高0.1个百分点", "up 0.1 percentage points"),
        (&percent, 1, "6.2", "7.2", "提高1.0个百分点", "up 1.0 percentage points"),
        (&percent, 0, "6", "7", "提高1个百分点", "up 1 percentage point"),
        (&percent, 0, "7", "6", "下降1个百分点", "down 1 percentage point"),
        (&percent, 2, "-0.28", "1.73", "提高2.01个百分点", "up 2.01 percentage points"),
        (&percent, 1, "-3", "-9.6", "下降6.6个百分点", "down 6.6 percentage points"),
        (&percent, 1, "0", "0", "持平", "unchanged"),
        (&ratio, 2, "1.2", "1.32", "提高0.12", "up 0.12"),
        (&money, 2, "4381000000", "5123000000", "增加7.42亿元", "up CNY 742 million"),
        (&money, 2, "5123000000", "4381000000", "减少7.42亿元", "down CNY 742 million"),
        (&money, 2, "-1046620000", "946320000", "增加19.93亿元", "up CNY 1.99 billion"),
        (&money, 2, "5123000000", "5123000010", "持平", "unchanged"),
        (&money, 2, "5123000000", "5124000000", "增加100万元", "up CNY 1.00 million"),
        (&money, 2, "0", "0", "持平", "unchanged"),
        (&person, 2, "413900", "531200", "提高11.73万元/人", "up CNY 117,300 per person"),
        (&count, 0, "12345", "12346", "增加1", "up 1"),
        (&tonnes, 1, "12.3", "10.1", "减少2.2吨", "down 2.2 t"),
        (&energy, 1, "58.6", "49.2", "下降9.4千克标准煤/吨", "down 9.4 kgce/t"),
        (&count, 0, "-7e28", "7e28", "无法评价", "not assessable"),
    ] {
        let written = notations(unit, decimals).map(|n| n.change(value(from), value(to)));
        assert_eq!(written, [zh, en], "{from} {to} {unit:?}");
    }
}

#[test]
fn differences() {
    for (unit, decimals, distance, zh, en) in [
        (Unit::Percent, 1, "1.5", "1.5个百分点", "1.5 percentage points"),
        (Unit::Percent, 0, "1", "1个百分点", "1 percentage point"),
        (Unit::Percent, 0, "-1", "−1个百分点", "−1 percentage point"),
        (Unit::Percent, 1, "0", "0.0个百分点", "0.0 percentage points"),
        (Unit::Percent, 1, "-1.5", "−1.5个百分点", "−1.5 percentage points"),
        (Unit::Currency, 2, "742000000", "7.42亿元", "CNY 742 million"),
        (energy(), 1, "3.1", "3.1千克标准煤/吨", "3.1 kgce/t"),
    ] {
        let written = notations(&unit, decimals).map(|n| n.difference(value(distance)));
        assert_eq!(written, [zh, en], "{distance}");
    }
}

#[test]
fn growth_and_multiples() {
    let refused = ["", ""];
    for (from, to, growth, multiple) in [
        ("438", "512", ["增长16.9%", "up 16.9%"], ["增长到1.2倍", "1.2 times as high"]),
        ("512", "438", ["下降14.5%", "down 14.5%"], ["下降到0.9倍", "0.9 times as high"]),
        ("2.1", "6.3", ["增长200.0%", "up 200.0%"], ["增长到3.0倍", "3.0 times as high"]),
        ("5", "5", ["持平", "unchanged"], ["保持在1.0倍", "1.0 times as high"]),
        ("10000", "10004", ["持平", "unchanged"], ["保持在1.0倍", "1.0 times as high"]),
        ("5", "0", ["下降100.0%", "down 100.0%"], refused),
        ("5", "-5", ["下降200.0%", "down 200.0%"], refused),
        ("0", "5", refused, refused),
        ("-5", "5", refused, refused),
        ("-5", "-10", refused, refused),
        ("1e-20", "1e20", refused, refused),
    ] {
        let (from, to) = (value(from), value(to));
        let of = |unit: &Unit| {
            let [zh, en] = notations(unit, 0);
            let written = |w: Option<String>| w.unwrap_or_default();
            (
                [zh.growth(from, to), en.growth(from, to)].map(written),
                [zh.multiple(from, to), en.multiple(from, to)].map(written),
            )
        };
        assert_eq!(
            of(&Unit::Currency),
            (growth.map(str::to_owned), multiple.map(str::to_owned)),
            "{from} {to}"
        );
        assert_eq!(of(&Unit::Percent).0, refused, "a percentage grows by points");
    }
}

/// Unit, decimals and values; in each language the unit over the column, and the column.
type Column<'a> = (&'a Unit, u32, &'a [&'a str], [&'a str; 2], [&'a str; 2]);

#[test]
fn a_column_has_one_size_and_keeps_its_zeros() {
    let [money, person, count] = [Unit::Currency, Unit::CurrencyPerPerson, Unit::Count];
    let [percent, tonnes] = [Unit::Percent, tonnes()];
    #[rustfmt::skip]
    let columns: [Column<'_>; 13] = [
        (&money, 2, &["5123000000", "4900000000", "-50000000"],
            ["亿元", "CNY million"], ["51.23 49.00 −0.50", "5,123.0 4,900.0 −50.0"]),
        (&money, 2, &["51230000000", "12000000000"], ["亿元", "CNY billion"], ["512.30 120.00", "51.2 12.0"]),
        (&money, 2, &["5123000000", "500000"], ["万元", "CNY million"], ["512,300.00 50.00", "5,123.00 0.50"]),
        (&money, 2, &["3200", "180"], ["元", "CNY"], ["3200 180", "3,200 180"]),
        (&money, 2, &["3.2", "180"], ["元", "CNY"], ["3.20 180.00", "3.20 180.00"]),
        (&money, 2, &["0"], ["元", "CNY"], ["0", "0"]),
        (&money, 2, &[], ["元", "CNY"], ["", ""]),
        (&person, 2, &["413900", "531200"], ["万元/人", "CNY per person"], ["41.39 53.12", "413,900 531,200"]),
        (&percent, 1, &["9", "-3.25"], ["%", "%"], ["9.0 −3.3", "9.0 −3.3"]),
        (&count, 0, &["12345", "900"], ["", ""], ["12,345 900", "12,345 900"]),
        (&count, 0, &["12345678"], ["万", ""], ["1234.57", "12,345,678"]),
        (&tonnes, 1, &["12.3", "7"], ["吨", "t"], ["12.3 7.0", "12.3 7.0"]),
        (&tonnes, 1, &["12300000000"], ["亿吨", "billion t"], ["123.00", "12.3"]),
    ];
    for (unit, decimals, numbers, units, texts) in columns {
        let written = notations(unit, decimals).map(|n| {
            let scale = n.scale(numbers.iter().copied().map(value));
            let column: Vec<_> = numbers.iter().map(|number| scale.column(value(number))).collect();
            (scale.unit(), column.join(" "))
        });
        let expected = [(units[0].into(), texts[0].into()), (units[1].into(), texts[1].into())];
        assert_eq!(written, expected, "{numbers:?}");
    }
}

#[test]
fn an_axis_counts_in_the_size_of_its_column() {
    let [zh, en] = notations(&Unit::Currency, 2).map(|n| n.scale([value("5123000000")]));
    assert_eq!(
        [zh.scaled(value("5123000000")), en.scaled(value("5123000000"))],
        [value("51.23"), value("5.123")]
    );
    assert_eq!([zh.tick(-50.0, 0), en.tick(2.5, 1)], ["−50", "2.5"]);
}

#[test]
fn data_files_hold_the_exact_number() {
    for (number, expected) in [("-9.40", "-9.4"), ("0.000", "0"), ("-0", "0"), ("5123000000", "5123000000")] {
        assert_eq!(machine(value(number)), expected);
    }
}

fn units() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Percent),
        Just(Unit::Currency),
        Just(Unit::CurrencyPerPerson),
        Just(Unit::Ratio),
        Just(Unit::Count),
        Just(tonnes()),
        Just(Unit::Named(both("", ""))),
    ]
}

pub(in crate::measure) fn decimals() -> impl Strategy<Value = Decimal> {
    let parts = (any::<i128>(), 0_u32..=28);
    let any_size = (parts, 0_u32..96).prop_map(|((digits, scale), shift)| {
        let digits = digits >> (32 + shift.min(95));
        Decimal::try_from_i128_with_scale(digits, scale).unwrap_or_default()
    });
    prop_oneof![any_size, Just(Decimal::MAX), Just(Decimal::MIN), Just(Decimal::ZERO)]
}

proptest! {
    #[test]
    fn every_number_can_be_written(
        unit in units(),
        decimals in 0_u32..40,
        chinese in any::<bool>(),
        currency in any::<bool>(),
        a in decimals(),
        b in decimals(),
    ) {
        let notation = Notation {
            unit: &unit,
            decimals,
            currency: currency.then_some(Currency::CNY),
            lang: if chinese { Lang::ZH } else { Lang::EN },
        };
        let scale = notation.scale([a, b]);
        let all = [
            notation.value(a),
            notation.change(a, b),
            notation.difference(a),
            scale.column(a),
            percent(a, decimals, notation.lang),
        ];
        prop_assert!(all.iter().all(|text| !text.contains('-') && !text.is_empty()), "{all:?}");
        let _ = (notation.growth(a, b), notation.multiple(a, b), scale.unit(), machine(a));
        prop_assert!(step(&unit, decimals, a) > Decimal::ZERO);
    }

    #[test]
    fn what_is_written_is_the_value_rounded_once(value in decimals(), decimals in 0_u32..6) {
        let notation = Notation { unit: &Unit::Ratio, decimals, currency: None, lang: Lang::EN };
        let written = notation.value(value).replace('−', "-").replace(',', "");
        // The greatest decimal has no room for the zeros that are written after its point.
        let exact = if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.') } else { &written };
        let read = number::parse(exact).unwrap();
        prop_assert_eq!(read, number::round(value, decimals));
        prop_assert!((read - value).abs() * Decimal::TWO <= Decimal::new(1, decimals) || value.scale() <= decimals);
    }

    #[test]
    fn money_is_written_within_half_a_step_of_what_it_is(amount in -1_000_000_000_000_000_i64..1_000_000_000_000_000) {
        let amount = Decimal::new(amount, 2);
        let notation = Notation { unit: &Unit::Currency, decimals: 2, currency: Some(Currency::CNY), lang: Lang::ZH };
        let written = notation.value(amount).replace('−', "-").replace(',', "");
        let digits = written.trim_end_matches('元');
        let (digits, unit) = [("万亿", 12), ("亿", 8), ("万", 4)]
            .into_iter()
            .find_map(|(name, power)| Some((digits.strip_suffix(name)?, Decimal::from(10_u64.pow(power)))))
            .unwrap_or((digits, Decimal::ONE));
        let read = number::parse(digits).unwrap() * unit;
        prop_assert!((read - amount).abs() * Decimal::TWO <= step(&Unit::Currency, 2, amount), "{written}");
    }
}
