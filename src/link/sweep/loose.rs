//! Words that leave their number open or need no number, and can still be what another language puts in digits:
//! 四成 for 40%, `half` for 50%, 半小时 for 30 minutes. They answer for digits and are never asked for.

use std::ops::Range;

use crate::base::{Decimal, Lang};
use crate::measure::quantity::{Amount, Hedge, Measure, Quantity, Role};

/// What a phrase stands for: a number in tenths, and of what.
type Meaning = (u32, Of);

#[derive(Clone, Copy)]
enum Of {
    /// Hundredths of a whole.
    Share,
    Points,
    Things(&'static str),
}

/// The longer phrase stands first.
const CHINESE: [(&str, Meaning); 9] = [
    ("半个小时", (300, Of::Things("min"))),
    ("半小时", (300, Of::Things("min"))),
    ("半年", (60, Of::Things("month"))),
    ("半个月", (150, Of::Things("day"))),
    ("一刻钟", (150, Of::Things("min"))),
    ("半数", (500, Of::Share)),
    ("一半", (500, Of::Share)),
    ("对半", (500, Of::Share)),
    ("半个百分点", (5, Of::Points)),
];

const ENGLISH: [(&str, Meaning); 13] = [
    ("half an hour", (300, Of::Things("min"))),
    ("half-hour", (300, Of::Things("min"))),
    ("quarter of an hour", (150, Of::Things("min"))),
    ("half a year", (60, Of::Things("month"))),
    ("half a percentage point", (5, Of::Points)),
    ("half a point", (5, Of::Points)),
    ("half", (500, Of::Share)),
    ("a third", (333, Of::Share)),
    ("one-third", (333, Of::Share)),
    ("a quarter", (250, Of::Share)),
    ("fortnight", (140, Of::Things("day"))),
    ("decade", (100, Of::Things("year"))),
    ("dozen", (120, Of::Things(""))),
];

/// The numbers that such words can stand for.
pub(super) fn quantities(words: &str, lang: Lang) -> Vec<Quantity> {
    let lower;
    let (words, table): (&str, &[(&str, Meaning)]) = if lang.is_chinese() {
        (words, &CHINESE)
    } else {
        lower = words.to_ascii_lowercase();
        (&lower, &ENGLISH)
    };
    let phrases = table.iter().flat_map(|(phrase, (tenths, of))| {
        let at = words.match_indices(phrase).map(|(at, _)| at..at + phrase.len());
        at.map(|at| quantity(at, Decimal::new(i64::from(*tenths), 1), *of, Decimal::TWO))
    });
    let mut found: Vec<Quantity> = phrases.collect();
    if lang.is_chinese() {
        found.extend(words.match_indices('成').filter_map(|(at, _)| tenths(words, at)));
    }
    found
}

/// 四成, 九成五.
fn tenths(words: &str, at: usize) -> Option<Quantity> {
    let count = words[..at].chars().next_back()?;
    let tens = 1 + "一二三四五六七八九".chars().position(|c| c == count || (c, count) == ('二', '两'))?;
    let behind = words[at + '成'.len_utf8()..].chars().next();
    let half = behind.is_some_and(|c| matches!(c, '半' | '五'));
    let value = Decimal::from(tens * 10 + if half { 5 } else { 0 });
    // To the nearest ten percent, as it is said.
    let step = if half { Decimal::from(5) } else { Decimal::TEN };
    Some(quantity(at - count.len_utf8()..at + '成'.len_utf8(), value, Of::Share, step))
}

fn quantity(at: Range<usize>, value: Decimal, of: Of, step: Decimal) -> Quantity {
    let (measure, step) = match of {
        Of::Share => (Measure::Fraction, step),
        Of::Points => (Measure::Points, Decimal::new(1, 1)),
        Of::Things(name) => (Measure::Unit(Amount { name, power: 0, per: None }), Decimal::ONE),
    };
    Quantity {
        span: at.clone(),
        phrase: at.clone(),
        digits: at,
        value,
        step,
        measure,
        hedge: Hedge::About,
        spelled: true,
        role: Role::Figure,
        movement: None,
    }
}

#[cfg(test)]
mod tests {
    use super::quantities;
    use crate::base::Lang;

    #[test]
    fn open_words_are_what_they_could_be_in_digits() {
        for (words, lang, value) in [
            ("近四成", Lang::ZH, "40"),
            ("两成", Lang::ZH, "20"),
            ("九成五", Lang::ZH, "95"),
            ("等了半小时", Lang::ZH, "30.0"),
            ("Half of them", Lang::EN, "50.0"),
            ("half a percentage point", Lang::EN, "0.5"),
        ] {
            let found: Vec<String> = quantities(words, lang).iter().map(|q| q.value.to_string()).collect();
            assert!(found.contains(&value.to_owned()), "{words}: {found:?}");
        }
        assert!(quantities("成本、完成、Ⅲ成", Lang::ZH).is_empty());
        assert!(quantities("", Lang::EN).is_empty());
    }
}
