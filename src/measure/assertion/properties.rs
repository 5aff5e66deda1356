//! What casebook writes can be read again, and no other number holds in its place.

use proptest::prelude::*;

use super::super::answer::{Reading, Resolved, Whose};
use super::super::quantity::quantities;
use super::super::sample::{both, enterprise, figures, indicator, period, series};
use super::super::write::golden::decimals;
use super::super::{Notation, write};
use super::check;
use crate::base::problem::AssertionFault as Fault;
use crate::base::{Decimal, Lang};
use crate::model::{Currency, Direction, Unit};

fn units() -> impl Strategy<Value = Unit> {
    // A unit that begins like a size is a number of its own for whoever does not know it.
    prop_oneof![10 => known_units(), 1 => Just(Unit::Named(both("万吨", "10 kt")))]
}

fn known_units() -> impl Strategy<Value = Unit> {
    prop_oneof![
        Just(Unit::Percent),
        Just(Unit::Currency),
        Just(Unit::CurrencyPerPerson),
        Just(Unit::Ratio),
        Just(Unit::Count),
        Just(Unit::Named(both("吨", "t"))),
        Just(Unit::Named(both("标准箱", "TEU"))),
        Just(Unit::Named(both("千克标准煤/吨", "kgce/t"))),
        Just(Unit::Named(both("‰", "‰"))),
        Just(Unit::Named(both("", ""))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_casebook_writes_is_read_back_and_holds(
        unit in units(),
        places in 0_u32..6,
        chinese: bool,
        code in prop_oneof![Just(""), Just("CNY"), Just("USD"), Just("CHF"), Just("QAR")],
        a in decimals(),
        b in decimals(),
        ask in 0..5,
    ) {
        let lang = if chinese { Lang::ZH } else { Lang::EN };
        let indicator = indicator(unit.clone(), places, Direction::Increase);
        let subject = enterprise("hualan", "steel", figures(&indicator, series(&[])));
        let reading = match ask {
            0 => Reading::Value(a),
            1 => Reading::Gap(a),
            2 if b.checked_sub(a).is_some() => Reading::Change { from: a, to: b },
            3 if unit != Unit::Percent && write::growth(a, b).is_some() => Reading::Growth { from: a, to: b },
            4 if write::multiple(a, b).is_some() => Reading::Multiple { from: a, to: b },
            _ => return Ok(()),
        };
        let whose = Whose::Enterprise(&subject);
        let currency = Currency::new(code);
        let resolved = Resolved { whose, indicator: &indicator, currency, period: period("2024"), reading };
        let written = resolved.text(lang);
        // More digits than a decimal holds cannot be read again.
        if written.chars().filter(char::is_ascii_digit).count() > 24 {
            return Ok(());
        }
        prop_assert_eq!(check(&written, &resolved, lang), Ok(()), "{} of {:?}", written, reading);
    }

    #[test]
    fn what_casebook_writes_is_the_same_quantity(unit in known_units(), places in 0_u32..6, chinese: bool, n in -10_i64.pow(15)..10_i64.pow(15), scale in 0_u32..6) {
        let lang = if chinese { Lang::ZH } else { Lang::EN };
        let data = Decimal::new(n, scale);
        let notation = Notation { unit: &unit, decimals: places, currency: Some(Currency::CNY), lang };
        let written = notation.value(data);
        let read = quantities(&written, lang);
        prop_assert_eq!(read.len(), 1, "{}", written);
        let apart = (read[0].value - data).abs();
        prop_assert!(apart <= read[0].step / Decimal::TWO, "{} is {:?} of {}", written, read[0], data);
    }

    #[test]
    fn a_number_that_is_more_than_a_step_away_is_refused(unit in known_units(), chinese: bool, n in 1_i64..10_i64.pow(12), away in 2_i64..50) {
        let lang = if chinese { Lang::ZH } else { Lang::EN };
        let data = Decimal::new(n, 1);
        let written = Notation { unit: &unit, decimals: 1, currency: Some(Currency::CNY), lang }.value(data);
        let read = quantities(&written, lang);
        let moved = data + read[0].step * Decimal::new(away, 0);
        prop_assert_eq!(held_in(&written, &unit, Reading::Value(moved), lang), Err(Fault::WrongNumber), "{} of {}", written, moved);
    }

    #[test]
    fn any_words_can_be_held_against_any_data(words in "[0-9.%亿元个百分点近约超过提高下降一二三 a-z−/]{0,20}", unit in units(), a in decimals(), b in decimals(), ask in 0..5) {
        let reading = match ask {
            0 => Reading::Gap(a),
            1 => Reading::GapClosed(a),
            2 => Reading::Growth { from: a, to: b },
            3 => Reading::Change { from: a, to: b },
            _ => Reading::Value(a),
        };
        for lang in [Lang::ZH, Lang::EN] {
            let _ = held_in(&words, &unit, reading, lang);
        }
    }
}

fn held_in(words: &str, unit: &Unit, reading: Reading, lang: Lang) -> Result<(), Fault> {
    let indicator = indicator(unit.clone(), 1, Direction::Increase);
    let subject = enterprise("hualan", "steel", figures(&indicator, series(&[])));
    let currency = Some(Currency::CNY);
    let whose = Whose::Enterprise(&subject);
    check(words, &Resolved { whose, indicator: &indicator, currency, period: period("2024"), reading }, lang)
}
