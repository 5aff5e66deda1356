//! Multiples in a word: 翻一番, 减半, `doubled`, `threefold`.

use super::special::Thing;
use super::text::Text;
use super::words::{Words, forwards};
use super::{Measure, Movement, Towards};
use crate::base::Decimal;

/// 翻一番 is twice as much, 翻两番 four times; 翻三倍 may mean either and is none.
pub(super) fn chinese(text: Text<'_>, at: usize) -> Option<Thing> {
    if let Some(end) = text.eat(at, "减半") {
        return Some(multiple(at, end, 5, Some(false)));
    }
    if let Some(end) = text.any(at, &["翻番", "翻了番", "翻倍", "翻了倍"]) {
        return Some(multiple(at, end, 20, Some(true)));
    }
    let count = text.any(at, &["翻了", "翻"])?;
    let tenths = match text.peek(count)? {
        '一' | '1' => 20,
        '两' | '2' => 40,
        '三' | '3' => 80,
        _ => return None,
    };
    let end = text.eat(text.next(count), "番")?;
    Some(multiple(at, end, tenths, Some(true)))
}

/// The factor in tenths, and which way it went.
pub(super) const ENGLISH: &Words<(i64, Option<bool>)> = &forwards([
    ("doubled", (20, Some(true))),
    ("doubling", (20, Some(true))),
    ("tripled", (30, Some(true))),
    ("trebled", (30, Some(true))),
    ("quadrupled", (40, Some(true))),
    ("halved", (5, Some(false))),
    ("halving", (5, Some(false))),
    ("twofold", (20, None)),
    ("threefold", (30, None)),
    ("fourfold", (40, None)),
    ("fivefold", (50, None)),
    ("sixfold", (60, None)),
    ("sevenfold", (70, None)),
    ("eightfold", (80, None)),
    ("ninefold", (90, None)),
    ("tenfold", (100, None)),
    ("twice as", (20, None)),
    ("twice the", (20, None)),
    ("double the", (20, None)),
    ("triple the", (30, None)),
]);

pub(super) fn english(text: Text<'_>, at: usize) -> Option<Thing> {
    let (end, (tenths, up)) = text.longest(at, ENGLISH)?;
    Some(multiple(at, end, tenths, up))
}

fn multiple(at: usize, end: usize, tenths: i64, up: Option<bool>) -> Thing {
    let step = if tenths % 10 == 0 { Decimal::ONE } else { Decimal::new(1, 1) };
    let movement = up.map(|up| Movement { up, towards: Towards::To });
    Thing { movement, ..Thing::figure(at..end, Decimal::new(tenths, 1).normalize(), step, Measure::Times) }
}
