//! How numbers are written: digits, units, money by its size, changes, periods. Chinese readers get the Chinese
//! way, everybody else the English one.
//!
//! Values are rounded half away from zero, once, from the exact decimal. The minus is U+2212, except in
//! [`machine`].

mod change;
pub mod csv;
mod digits;
#[cfg(test)]
pub(super) mod golden;
mod scale;
mod size;
mod time;
mod word;

pub use change::{growth, multiple};
pub use scale::Scale;
pub(super) use time::with_article;
pub use time::{date, during, period, period_label, period_range, year_first};
pub(super) use word::{Enumeration, listed, ordinal};
pub use word::{basis, count, missing, not_assessable, percent, rank};

use crate::base::{Decimal, Lang, number};
use crate::model::{Currency, Indicator, Unit, Value};
use size::{FULL, Size};

const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// How the values of one indicator are written in one language.
#[derive(Clone, Copy, Debug)]
pub struct Notation<'a> {
    /// What they count.
    pub unit: &'a Unit,
    /// Decimals shown; money is written by its size instead.
    pub decimals: u32,
    /// The currency of money; without one the name of the currency is left away.
    pub currency: Option<Currency>,
    /// The reader's language.
    pub lang: Lang,
}

impl<'a> Notation<'a> {
    /// For values of `indicator` that are, if money, in `currency`.
    pub fn of(indicator: &'a Indicator, currency: Option<Currency>, lang: Lang) -> Self {
        Self { unit: &indicator.unit, decimals: indicator.decimals, currency, lang }
    }

    /// A value with its unit: `9.4%`, `51.23亿元`, `CNY 861,200 per person`, `12.3 t`.
    ///
    /// Money has two decimals in 万, 亿 and 万亿, with no zeros at the end; in English it has three significant
    /// figures from a million up. Counts and named units are written in full in English, and in Chinese by
    /// their size like money from 1万 on, unless the unit's own name begins with a size (`万吨`).
    pub fn value(&self, value: Decimal) -> String {
        let lang = self.lang;
        match self.unit {
            Unit::Percent => digits::fixed(value, self.decimals, lang) + "%",
            Unit::Ratio => digits::fixed(value, self.decimals, lang),
            Unit::Currency => self.money(value, ""),
            Unit::CurrencyPerPerson if lang.is_chinese() => self.money(value, "/人"),
            Unit::CurrencyPerPerson => self.money(value, " per person"),
            Unit::Count => self.amount(value, ""),
            Unit::Named(name) => self.amount(value, name.text(lang)),
        }
    }

    /// A value, or the word for a missing one.
    pub fn observed(&self, value: Value) -> String {
        match value {
            Value::Known(value) => self.value(value),
            Value::NotAvailable | Value::NotDisclosed => {
                missing(value, self.lang).expect("only a known value is not missing").to_owned()
            }
        }
    }

    /// A column or an axis on which all of `values` stand.
    pub fn scale(&self, values: impl IntoIterator<Item = Decimal>) -> Scale<'a> {
        Scale::for_values(values, *self)
    }

    fn money(&self, value: Decimal, per: &str) -> String {
        let size = Size::of(value, self.lang);
        let count = size.count(value);
        let decimals = self.money_decimals(size, count);
        if self.lang.is_chinese() {
            let digits = digits::trimmed(count, decimals, self.lang);
            format!("{digits}{}{}{per}", size.name, self.currency_word())
        } else {
            let mut text = digits::fixed(count, decimals, self.lang);
            if let Some(currency) = self.currency {
                text.insert(0, ' ');
                text.insert_str(0, currency.as_str());
            }
            if size != FULL {
                text.push(' ');
                text.push_str(size.name);
            }
            text + per
        }
    }

    fn money_decimals(&self, size: Size, count: Decimal) -> u32 {
        if size == FULL {
            full_money_decimals(count)
        } else if self.lang.is_chinese() {
            2
        } else {
            size::three_figures(count)
        }
    }

    /// A number of things, `unit` after it.
    fn amount(&self, value: Decimal, unit: &str) -> String {
        let lang = self.lang;
        let mut text = if lang.is_chinese() && !begins_with_a_size(unit) {
            // Unlike money it keeps its decimals up to the first size.
            if number::round(value, self.decimals).abs() < TEN_THOUSAND {
                digits::fixed(value, self.decimals, lang)
            } else {
                let size = Size::of(value, lang);
                digits::trimmed(size.count(value), 2, lang) + size.name
            }
        } else {
            digits::fixed(value, self.decimals, lang)
        };
        if needs_space(unit) {
            text.push(' ');
        }
        text + unit
    }

    /// The currency after a Chinese number.
    fn currency_word(&self) -> &str {
        // Only the currencies in which enterprises commonly report have a short name that all readers know.
        match self.currency.as_ref().map_or("", Currency::as_str) {
            "CNY" => "元",
            "USD" => "美元",
            "EUR" => "欧元",
            "JPY" => "日元",
            "HKD" => "港元",
            "GBP" => "英镑",
            code => self.currency.as_ref().map_or(code, Currency::as_str),
        }
    }
}

/// A number for data files and attributes: exact, ASCII, no grouping, no zeros at the end.
pub fn machine(value: Decimal) -> String {
    let mut out = String::new();
    push_machine(&mut out, value);
    out
}

/// Adds the same to a file.
pub fn push_machine(out: &mut String, value: Decimal) {
    digits::exact(out, value);
}

/// Whether two values are one at the precision that is shown of the larger.
pub fn are_level(unit: &Unit, decimals: u32, a: Decimal, b: Decimal) -> bool {
    let step = step(unit, decimals, a.abs().max(b.abs()));
    a.checked_sub(b).is_some_and(|apart| apart.abs() < step / Decimal::TWO)
}

/// One unit of the last decimal that is shown of a value as large as `magnitude`, in the indicator's unit.
///
/// For money: of the finer of the two languages, 0.01 of 万, 亿 or 万亿. So both languages agree on what is
/// unchanged and what is too small to divide by.
pub(super) fn step(unit: &Unit, decimals: u32, magnitude: Decimal) -> Decimal {
    if !unit.is_money() {
        return Decimal::new(1, decimals.min(Decimal::MAX_SCALE));
    }
    let size = Size::of(magnitude, Lang::ZH);
    let decimals = if size == FULL { full_money_decimals(magnitude) } else { 2 };
    Decimal::new(1, decimals) * size.unit()
}

/// Money below the first size is written to the hundredth, unless it is whole or a hundredth is lost in it.
fn full_money_decimals(amount: Decimal) -> u32 {
    if amount.abs() >= Decimal::ONE_THOUSAND || number::round(amount, 2).fract().is_zero() { 0 } else { 2 }
}

/// Whether a Chinese unit brings its own size, so that another before it would be misread.
fn begins_with_a_size(unit: &str) -> bool {
    ["万", "亿", "十万", "百万", "千万"].iter().any(|size| unit.starts_with(size))
}

/// Whether a space stands between number and unit: before letters, not before Han characters or signs.
fn needs_space(unit: &str) -> bool {
    unit.chars().next().is_some_and(|c| {
        let han = matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
        !han && !matches!(c, '%' | '‰' | '°' | '′' | '″' | '/')
    })
}
