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

/// A word that phrases are made with, and the phrases: what stands before it, what behind it, and the meaning.
type Root = (&'static str, &'static [(&'static str, &'static str, Meaning)]);

/// The roots that begin with a character. Asked of every one of a text, so no table is searched for it.
fn chinese(c: char) -> &'static [Root] {
    match c {
        '半' => &[(
            "半",
            &[
                ("", "个小时", HALF_AN_HOUR),
                ("", "小时", HALF_AN_HOUR),
                ("", "年", HALF_A_YEAR),
                ("", "个月", (150, Of::Things("day"))),
                ("", "数", HALF),
                ("一", "", HALF),
                ("对", "", HALF),
                ("", "个百分点", HALF_A_POINT),
            ],
        )],
        '刻' => &[("刻", &[("一", "钟", QUARTER_OF_AN_HOUR)])],
        _ => &[],
    }
}

/// The same for English.
fn english(c: char) -> &'static [Root] {
    match c.to_ascii_lowercase() {
        'h' => &[(
            "half",
            &[
                ("", " an hour", HALF_AN_HOUR),
                ("", "-hour", HALF_AN_HOUR),
                ("", " a year", HALF_A_YEAR),
                ("", " a percentage point", HALF_A_POINT),
                ("", " a point", HALF_A_POINT),
                ("", "", HALF),
            ],
        )],
        't' => &[("third", &[("a ", "", THIRD), ("one-", "", THIRD)])],
        'q' => &[("quarter", &[("", " of an hour", QUARTER_OF_AN_HOUR), ("a ", "", (250, Of::Share))])],
        'f' => &[("fortnight", &[("", "", (140, Of::Things("day")))])],
        'd' => &[
            ("decade", &[("", "", (100, Of::Things("year")))]),
            ("dozen", &[("", "", (120, Of::Things("")))]),
        ],
        _ => &[],
    }
}

const HALF: Meaning = (500, Of::Share);
const THIRD: Meaning = (333, Of::Share);
const HALF_A_POINT: Meaning = (5, Of::Points);
const HALF_AN_HOUR: Meaning = (300, Of::Things("min"));
const QUARTER_OF_AN_HOUR: Meaning = (150, Of::Things("min"));
const HALF_A_YEAR: Meaning = (60, Of::Things("month"));

/// The numbers that such words can stand for.
pub(super) fn quantities(words: &str, lang: Lang) -> Vec<Quantity> {
    let in_chinese = lang.is_chinese();
    let mut found = Vec::new();
    for (at, c) in words.char_indices() {
        let roots = if in_chinese { chinese(c) } else { english(c) };
        for (root, phrases) in roots.iter().filter(|(root, _)| stands(words, at, root)) {
            let end = at + root.len();
            for (before, behind, (tenths, of)) in *phrases {
                let start = at.checked_sub(before.len()).filter(|start| stands(words, *start, before));
                if let Some(start) = start.filter(|_| stands(words, end, behind)) {
                    let value = Decimal::new(i64::from(*tenths), 1);
                    found.push(quantity(start..end + behind.len(), value, *of, Decimal::TWO));
                }
            }
        }
        if c == '成' && in_chinese {
            found.extend(tenths(words, at));
        }
    }
    found
}

/// Whether a word stands at a place, in capitals or not.
fn stands(words: &str, at: usize, word: &str) -> bool {
    words.as_bytes()[at..].get(..word.len()).is_some_and(|there| there.eq_ignore_ascii_case(word.as_bytes()))
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
            ("提前一刻钟", Lang::ZH, "15.0"),
            ("超过一半", Lang::ZH, "50.0"),
            ("Half of them", Lang::EN, "50.0"),
            ("half a percentage point", Lang::EN, "0.5"),
            ("One-third and a third", Lang::EN, "33.3"),
            ("A QUARTER OF AN HOUR", Lang::EN, "15.0"),
            ("a dozen", Lang::EN, "12.0"),
        ] {
            let found: Vec<String> = quantities(words, lang).iter().map(|q| q.value.to_string()).collect();
            assert!(found.contains(&value.to_owned()), "{words}: {found:?}");
        }
        assert!(quantities("成本、完成、Ⅲ成", Lang::ZH).is_empty());
        assert!(quantities("the third quarter", Lang::EN).is_empty());
        assert!(quantities("", Lang::EN).is_empty());
    }
}
