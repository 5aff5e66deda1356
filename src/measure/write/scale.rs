//! One size for a whole table column or axis, so that its numbers can be compared at a glance.

use super::size::{self, FULL, Size};
use super::{Notation, begins_with_a_size, digits, full_money_decimals, missing};
use crate::base::Decimal;
use crate::model::{Unit, Value};

/// The size and decimals that all values of a column or axis share. The unit is said once, in its head.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    notation: Notation<'a>,
    size: Size,
    decimals: u32,
}

impl<'a> Scale<'a> {
    /// The scale on which all of `values` can be read: counted by the size of the largest, or by the next smaller
    /// where the smallest would nearly vanish.
    pub fn for_values(values: impl IntoIterator<Item = Decimal>, notation: Notation<'a>) -> Self {
        let (mut least, mut most) = (None, Decimal::ZERO);
        let (money, mut all_whole) = (notation.unit.is_money(), true);
        for value in values {
            let value = value.abs();
            most = most.max(value);
            if !value.is_zero() {
                least = Some(least.map_or(value, |least: Decimal| least.min(value)));
            }
            all_whole &= money && full_money_decimals(value) == 0;
        }
        let least = least.unwrap_or(most);
        let size = size_of(most, least, notation);
        let decimals = match (size == FULL, money) {
            (true, true) if all_whole => 0,
            (true, true) => 2,
            (true, false) => notation.decimals,
            (false, _) if notation.lang.is_chinese() => 2,
            (false, _) => size::three_figures(size.count(least)),
        };
        Self { notation, size, decimals }
    }

    /// The unit of a difference between two values: percentage points for percentages.
    pub fn difference_unit(&self) -> String {
        match (self.notation.unit, self.notation.lang.is_chinese()) {
            (Unit::Percent, true) => "个百分点".to_owned(),
            (Unit::Percent, false) => "percentage points".to_owned(),
            _ => self.unit(),
        }
    }

    /// The unit for the head of the column or the end of the axis: `亿元`, `CNY billion`, `%`, `t`; empty for pure
    /// numbers.
    pub fn unit(&self) -> String {
        let Notation { unit, currency, lang, .. } = &self.notation;
        let size = self.size.name;
        match unit {
            Unit::Percent => "%".to_owned(),
            Unit::Ratio | Unit::Count => size.to_owned(),
            Unit::Named(name) if lang.is_chinese() => format!("{size}{}", name.text(*lang)),
            Unit::Named(name) => joined([size, name.text(*lang), ""]),
            Unit::Currency | Unit::CurrencyPerPerson => {
                let per_person = **unit == Unit::CurrencyPerPerson;
                if lang.is_chinese() {
                    format!("{size}{}{}", self.notation.currency_word(), if per_person { "/人" } else { "" })
                } else {
                    let code = currency.as_ref().map_or("", |c| c.as_str());
                    joined([code, size, if per_person { "per person" } else { "" }])
                }
            }
        }
    }

    /// Whether a text would count the value in the same size.
    pub fn suits(&self, value: Decimal) -> bool {
        size_of(value.abs(), value.abs(), self.notation) == self.size
    }

    /// A value counted on this scale, unrounded: what bars and lines are drawn from.
    pub fn scaled(&self, value: Decimal) -> Decimal {
        self.size.count(value)
    }

    /// A value in the column, without its unit; zeros at the end are kept.
    pub fn column(&self, value: Decimal) -> String {
        digits::fixed(self.scaled(value), self.decimals, self.notation.lang)
    }

    /// A value in the column, or the word for a missing one.
    pub fn observed(&self, value: Value) -> String {
        match value.known() {
            Some(known) => self.column(known),
            None => missing(value, self.notation.lang).unwrap_or_default().to_owned(),
        }
    }

    /// A round value of the axis, already counted on this scale, with the decimals that its step needs.
    pub fn tick(&self, value: f64, decimals: u8) -> String {
        digits::float(value, decimals, self.notation.lang)
    }
}

fn size_of(most: Decimal, least: Decimal, notation: Notation<'_>) -> Size {
    // Numbers of things are exact and read well in full for longer than money does.
    let in_full_below = match notation.unit {
        Unit::Percent | Unit::Ratio => return FULL,
        Unit::Named(name) if notation.lang.is_chinese() && begins_with_a_size(name.text(notation.lang)) => {
            return FULL;
        }
        Unit::Currency | Unit::CurrencyPerPerson => Decimal::ZERO,
        Unit::Count | Unit::Named(_) if notation.lang.is_chinese() => Decimal::from(1_000_000),
        Unit::Count | Unit::Named(_) => Decimal::from(1_000_000_000),
    };
    if most < in_full_below {
        return FULL;
    }
    let sizes = Size::all(notation.lang);
    let mut at = sizes.iter().rposition(|size| size.unit() <= most).unwrap_or(0);
    // A tenth of a size still shows one figure in two decimals. Six digits before the point are the most that
    // a column should be asked for in return.
    while at > 0
        && sizes[at].count(least) < Decimal::new(1, 1)
        && sizes[at - 1].count(most) < Decimal::from(1_000_000)
    {
        at -= 1;
    }
    sizes[at]
}

fn joined(words: [&str; 3]) -> String {
    let mut words = words.into_iter().filter(|word| !word.is_empty());
    let mut out = words.next().unwrap_or_default().to_owned();
    for word in words {
        out.push(' ');
        out.push_str(word);
    }
    out
}
