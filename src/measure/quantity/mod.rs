//! Numbers read out of prose: `超过51.23亿元`, `nearly 9.4%`, 八点六个百分点, `3rd of 14`.
//!
//! The other direction of [`super::write`], for what people write: it knows more ways than casebook itself uses.
//! What leaves its number open is no number: 一成, 数百, 几十, 三四家, `dozens`.

mod around;
mod chinese;
mod code;
mod currency;
mod english;
#[cfg(test)]
mod golden;
mod label;
mod multiple;
mod numeral;
mod rank;
mod reader;
mod share;
mod special;
mod text;
mod time;
mod unit;
mod words;

use std::ops::Range;

use crate::base::{Decimal, Lang};
use crate::model::Currency;

/// A number in a text, with all that is said about it there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quantity {
    /// Where it stands, in bytes: the number with its sign, unit and hedge words (`超过51.23亿元`).
    pub span: Range<usize>,
    /// The same with the words of movement before and behind it (`提高了超过3.2个百分点`).
    pub phrase: Range<usize>,
    /// The number alone, with its size: `51.23亿`.
    pub digits: Range<usize>,
    /// What it is, unrounded: 51.23亿 is 5 123 000 000, 9.4% is 9.4, 50 basis points are 0.5, two thirds 66.67.
    /// Units other than these stay as they are written: 500 kg is 500, see [`Amount`].
    pub value: Decimal,
    /// One unit of its last written digit, in the same unit: 51.23亿 has 1 000 000, 9.4% has 0.1, 五亿 100 000 000.
    ///
    /// A number in words is exact to one, and with a size to one of that size. A fraction in words is taken to the
    /// nearest percentage point, so its step is 2.
    pub step: Decimal,
    /// What it counts.
    pub measure: Measure,
    /// How exact it claims to be.
    pub hedge: Hedge,
    /// Whether the number is written in words: 五亿, 八点六, `twelve`.
    pub spelled: bool,
    /// What it is there for.
    pub role: Role,
    /// What it did, where a word right beside it says so.
    pub movement: Option<Movement>,
}

/// What a number counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// Nothing is said, or nothing known.
    Plain,
    /// `%`, `per cent`, 百分之.
    Percent,
    /// `‰`, 千分之.
    PerMille,
    /// A share in words, as a percentage: 三分之二, `two thirds`, 一半.
    Fraction,
    /// Percentage points: 个百分点, `pp`; basis points are hundredths of them.
    Points,
    /// Money; without a currency where none was named.
    Money {
        /// The currency.
        currency: Option<Currency>,
        /// For each what: `person` for 元/人, `t` for 元/吨.
        per: Option<&'static str>,
    },
    /// A multiple: 3倍, `3 times`, `threefold`, 翻一番. Whether it is meant as the whole or as what was added, the
    /// movement says.
    Times,
    /// A place in an order: 第3位，共14家, `3rd of 14`, `ranked third`.
    Rank {
        /// Among how many.
        of: Option<u32>,
    },
    /// So much of something.
    Unit(Amount),
}

/// A unit that both languages name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Amount {
    /// One name for all ways to write it; empty for measure words that say nothing, such as 个 and 台.
    pub name: &'static str,
    /// The power of ten that leads from the written unit to the named one: kg is `t` with −3.
    pub power: i8,
    /// For each what.
    pub per: Option<&'static str>,
}

impl Amount {
    /// How many of the named unit one of the written unit is.
    pub fn factor(&self) -> Option<Decimal> {
        numeral::power(self.power.into())
    }
}

/// How exact a number claims to be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Hedge {
    /// Nothing is said.
    Exactly,
    /// 约, 左右, `about`.
    About,
    /// 近, 接近, `nearly`: below, and close.
    Nearly,
    /// 超过, 逾, 多, `more than`.
    MoreThan,
    /// 至少, 不低于, 以上, `at least`.
    AtLeast,
    /// 不足, 不到, `less than`.
    LessThan,
    /// 不超过, 以内, `at most`.
    AtMost,
}

/// What a number is there for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Role {
    /// It says how much or how many.
    Figure,
    /// A year, a date or a time of day: 2024年, `Q3 2024`, 5月18日, `2021–2024`.
    Time,
    /// It numbers something: 第3章, `1.`, （二）, 二号炉, `figure 2`.
    Label,
    /// It belongs to a name: ISO 9001, A320, 5G, H2.
    Code,
}

/// Which way something went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Movement {
    /// 提高, 增长, `up`, `rose`; else 下降, 减少, `down`, `fell`.
    pub up: bool,
    /// What the number is of the movement.
    pub towards: Towards,
}

/// What a number is of a movement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Towards {
    /// Its length: 增长了, `rose by`.
    By,
    /// Its end: 增长到, `rose to`.
    To,
    /// Its beginning: `rose from`.
    From,
}

/// The numbers of a text, in order; their spans do not overlap. Numbers in words are read in the language of the
/// text, digits in any.
pub fn quantities(text: &str, lang: Lang) -> Vec<Quantity> {
    quantities_with(text, lang, None)
}

/// The same, where a currency may stand of which only its code is known.
pub(super) fn quantities_with(text: &str, lang: Lang, currency: Option<Currency>) -> Vec<Quantity> {
    reader::read(text::Text::new(text, lang, currency))
}

impl Quantity {
    /// Whether both could be the same quantity, each as exact as it is written: 51.23亿元 and CNY 5.12 billion.
    ///
    /// Sizes of units are seen through (500 kg and 0.5 t), a measure word that only one of them has is not counted,
    /// and neither are hedges and movements.
    pub fn agrees(&self, other: &Self) -> bool {
        if !measures_agree(self.measure, other.measure) {
            return false;
        }
        let (Some(mine), Some(theirs)) = (self.reduced(), other.reduced()) else { return false };
        let step = mine.1.max(theirs.1);
        // Most numbers are far from each other, which shows before anything is divided.
        let near = |apart: &Decimal| *apart <= step && *apart <= step / Decimal::TWO;
        mine.0.checked_sub(theirs.0).is_some_and(|apart| near(&apart.abs()))
    }

    /// Value and step in the named unit.
    fn reduced(&self) -> Option<(Decimal, Decimal)> {
        match self.measure {
            Measure::Unit(amount) if amount.power != 0 => {
                let factor = amount.factor()?;
                Some((self.value.checked_mul(factor)?, self.step.checked_mul(factor)?))
            }
            _ => Some((self.value, self.step)),
        }
    }
}

fn measures_agree(a: Measure, b: Measure) -> bool {
    use Measure::{Fraction, Money, Percent, Plain, Rank, Unit};
    match (a, b) {
        (Money { currency: a, per: p }, Money { currency: b, per: q }) => {
            (a == b || a.is_none() || b.is_none()) && (p == q || p.is_none() || q.is_none())
        }
        (Rank { of: a }, Rank { of: b }) => a == b || a.is_none() || b.is_none(),
        (Unit(a), Unit(b)) => {
            (a.name == b.name || a.name.is_empty() || b.name.is_empty())
                && (a.per == b.per || a.per.is_none() || b.per.is_none())
        }
        (Unit(_), Plain) | (Plain, Unit(_)) | (Percent, Fraction) | (Fraction, Percent) => true,
        (a, b) => a == b,
    }
}
