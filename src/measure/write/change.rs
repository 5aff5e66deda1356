//! What happened between two values: by how much, by what share, to which multiple.

use super::{Notation, digits, not_assessable, step};
use crate::base::Decimal;
use crate::base::number;
use crate::model::Unit;

impl Notation<'_> {
    /// The way from one value to another: `提高3.2个百分点`, `up 3.2 percentage points`, `增加7.42亿元`, `持平`.
    ///
    /// A rate or ratio goes 提高 or 下降, an amount 增加 or 减少. Percentages change by percentage points, never by
    /// percent.
    pub fn change(&self, from: Decimal, to: Decimal) -> String {
        let Some(change) = to.checked_sub(from) else { return not_assessable(self.lang).to_owned() };
        if self.is_unchanged(from, to) {
            return self.unchanged().to_owned();
        }
        let up = change.is_sign_positive();
        self.with_verb(self.change_verb(up), &self.difference(change.abs()))
    }

    /// A distance between two values: `1.5个百分点`, `1.5 percentage points`, `7.42亿元`, `CNY 742 million`.
    pub fn difference(&self, distance: Decimal) -> String {
        if *self.unit != Unit::Percent {
            return self.value(distance);
        }
        let digits = digits::fixed(distance, self.decimals, self.lang);
        let unit = self.point_word(&digits, "percentage point");
        format!("{digits}{unit}")
    }

    /// The change as a share of the first value: `增长16.9%`, `up 16.9%`.
    ///
    /// None where the first is zero or negative, and for percentages.
    pub fn growth(&self, from: Decimal, to: Decimal) -> Option<String> {
        if *self.unit == Unit::Percent {
            return None;
        }
        let percent = number::round(growth(from, to)?, 1);
        if percent.is_zero() {
            return Some(self.unchanged().to_owned());
        }
        let digits = digits::fixed(percent.abs(), 1, self.lang);
        let verb = match (self.lang.is_chinese(), percent.is_sign_positive()) {
            (true, true) => "增长",
            (true, false) => "下降",
            (false, true) => "up",
            (false, false) => "down",
        };
        Some(self.with_verb(verb, &(digits + "%")))
    }

    /// The second value as a multiple of the first: `增长到3.0倍`, `3.0 times as high`.
    ///
    /// None unless both are positive.
    pub fn multiple(&self, from: Decimal, to: Decimal) -> Option<String> {
        let factor = number::round(multiple(from, to)?, 1);
        let digits = digits::fixed(factor, 1, self.lang);
        Some(if !self.lang.is_chinese() {
            format!("{digits} times as high")
        } else if factor > Decimal::ONE {
            format!("增长到{digits}倍")
        } else if factor < Decimal::ONE {
            format!("下降到{digits}倍")
        } else {
            format!("保持在{digits}倍")
        })
    }

    /// Whether nothing changed at the precision that is shown.
    pub fn is_unchanged(&self, from: Decimal, to: Decimal) -> bool {
        super::are_level(self.unit, self.decimals, from, to)
    }

    /// Whether a distance between values as large as `magnitude` rounds to nothing.
    pub fn is_negligible(&self, distance: Decimal, magnitude: Decimal) -> bool {
        let half = step(self.unit, self.decimals, magnitude.abs()) / Decimal::TWO;
        distance.abs() < half
    }

    /// An English number without its unit, for the first of two that share one: `from 5.9 to 1.5 percentage points`.
    /// Money keeps its currency and size, for those of the second may differ.
    pub(in crate::measure) fn bare(&self, number: Decimal) -> String {
        match self.unit {
            Unit::Percent | Unit::Ratio | Unit::Count | Unit::Named(_) => {
                digits::fixed(number, self.decimals, self.lang)
            }
            Unit::Currency | Unit::CurrencyPerPerson => self.money(number, ""),
        }
    }

    /// The verb of a change that is not nothing.
    pub(in crate::measure) fn change_verb(&self, up: bool) -> &'static str {
        match (self.lang.is_chinese(), up) {
            (false, true) => "up",
            (false, false) => "down",
            (true, true) if self.is_rate() => "提高",
            (true, true) => "增加",
            (true, false) if self.is_rate() => "下降",
            (true, false) => "减少",
        }
    }

    /// `points` or, after exactly one, `point`; in Chinese the measure word.
    pub(in crate::measure) fn point_word(&self, digits: &str, english: &str) -> String {
        if self.lang.is_chinese() {
            "个百分点".to_owned()
        } else if digits.trim_start_matches(digits::MINUS) == "1" {
            format!(" {english}")
        } else {
            format!(" {english}s")
        }
    }

    /// Whether this is a level of something rather than an amount of it: a share, a ratio, so much per something.
    fn is_rate(&self) -> bool {
        match self.unit {
            Unit::Percent | Unit::Ratio | Unit::CurrencyPerPerson => true,
            Unit::Currency | Unit::Count => false,
            Unit::Named(name) => name.text(self.lang).contains(['/', '／', '每', '%', '‰']),
        }
    }

    fn unchanged(&self) -> &'static str {
        if self.lang.is_chinese() { "持平" } else { "unchanged" }
    }

    fn with_verb(&self, verb: &str, amount: &str) -> String {
        let space = if self.lang.is_chinese() { "" } else { " " };
        format!("{verb}{space}{amount}")
    }
}

/// The change in percent of the first value; none where that is zero or negative.
pub fn growth(from: Decimal, to: Decimal) -> Option<Decimal> {
    if from <= Decimal::ZERO {
        return None;
    }
    to.checked_sub(from)?.checked_div(from)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// The second value as a multiple of the first; none unless both are positive.
pub fn multiple(from: Decimal, to: Decimal) -> Option<Decimal> {
    if from <= Decimal::ZERO || to <= Decimal::ZERO {
        return None;
    }
    to.checked_div(from)
}
