//! The money that a number counts, on either side of it.

use super::text::Text;
use super::words::{Words, backwards, forwards};
use crate::model::Currency;

/// The currency in front of a number that begins at `at`, and where it begins.
pub(super) fn before(text: Text<'_>, at: usize) -> Option<(usize, Currency)> {
    let near = text.skip_back(at);
    if let Some((start, code)) = text.longest_back(near, CURRENCIES_BEFORE) {
        return Some((start, Currency::new(code)?));
    }
    let start = near.checked_sub(3).filter(|start| text.all.is_char_boundary(*start))?;
    let whole = !text.before(start).is_some_and(|c| c.is_ascii_alphanumeric());
    whole.then(|| by_code(text, &text.all[start..near])).flatten().map(|currency| (start, currency))
}

/// The currency behind a number, and where it ends.
pub(super) fn behind(text: Text<'_>, at: usize) -> Option<(usize, Currency)> {
    let named = text.longest(at, CURRENCIES_AFTER).and_then(|(end, code)| Some((end, Currency::new(code)?)));
    named.or_else(|| code(text, at))
}

fn code(text: Text<'_>, at: usize) -> Option<(usize, Currency)> {
    let currency = by_code(text, text.all.get(at..at + 3)?)?;
    let whole = !text.peek(at + 3).is_some_and(|c| c.is_ascii_alphanumeric());
    whole.then_some((at + 3, currency))
}

fn by_code(text: Text<'_>, written: &str) -> Option<Currency> {
    let currency = Currency::new(written)?;
    (CODES.contains(&written) || text.currency == Some(currency)).then_some(currency)
}

const CURRENCIES_BEFORE: &Words<&str> = &backwards([
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("人民币", "CNY"),
    ("¥", "CNY"),
    ("cn¥", "CNY"),
    ("jp¥", "JPY"),
    ("usd", "USD"),
    ("us$", "USD"),
    ("$", "USD"),
    ("hk$", "HKD"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("s$", "SGD"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("gbp", "GBP"),
    ("£", "GBP"),
    ("jpy", "JPY"),
    ("hkd", "HKD"),
    ("yuan", "CNY"),
]);

const CURRENCIES_AFTER: &Words<&str> = &forwards([
    ("元人民币", "CNY"),
    ("人民币", "CNY"),
    ("元", "CNY"),
    ("块钱", "CNY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("rmb", "CNY"),
    ("cny", "CNY"),
    ("美元", "USD"),
    ("us dollars", "USD"),
    ("dollars", "USD"),
    ("usd", "USD"),
    ("欧元", "EUR"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("日元", "JPY"),
    ("yen", "JPY"),
    ("jpy", "JPY"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("hkd", "HKD"),
    ("hong kong dollars", "HKD"),
    ("英镑", "GBP"),
    ("pounds sterling", "GBP"),
    ("gbp", "GBP"),
    ("瑞士法郎", "CHF"),
    ("swiss francs", "CHF"),
    ("韩元", "KRW"),
    ("won", "KRW"),
    ("澳元", "AUD"),
    ("加元", "CAD"),
    ("新元", "SGD"),
    ("新加坡元", "SGD"),
    ("卢布", "RUB"),
    ("卢比", "INR"),
]);

/// Codes that are written in capitals; in small letters some of them are words.
const CODES: [&str; 24] = [
    "AED", "AUD", "BRL", "CAD", "CHF", "DKK", "IDR", "INR", "KRW", "KZT", "MXN", "MYR", "NOK", "NZD", "PLN",
    "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "VND", "ZAR",
];
