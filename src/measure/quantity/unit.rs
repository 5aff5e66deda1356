//! What a number counts: the words behind it, and the currency on either side.

use super::text::{Text, Words};
use super::{Amount, Measure};
use crate::model::Currency;

/// What stands behind a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct After {
    pub(super) end: usize,
    pub(super) measure: Measure,
    /// Basis points are hundredths of a percentage point.
    pub(super) hundredths: bool,
}

const CURRENCIES_BEFORE: &Words<&str> = &[
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
];

const CURRENCIES_AFTER: &Words<&str> = &[
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
];

/// Codes that are written in capitals; in small letters some of them are words.
const CODES: [&str; 24] = [
    "AED", "AUD", "BRL", "CAD", "CHF", "DKK", "IDR", "INR", "KRW", "KZT", "MXN", "MYR", "NOK", "NZD", "PLN",
    "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "VND", "ZAR",
];

/// Rates. What they mean needs no more than the sign.
const RATES: &Words<Measure> = &[
    ("%", Measure::Percent),
    ("percent", Measure::Percent),
    ("per cent", Measure::Percent),
    ("pct", Measure::Percent),
    ("‰", Measure::PerMille),
    ("per mille", Measure::PerMille),
    ("个百分点", Measure::Points),
    ("百分点", Measure::Points),
    ("percentage points", Measure::Points),
    ("percentage point", Measure::Points),
    ("percentage-points", Measure::Points),
    ("percentage-point", Measure::Points),
    ("percent points", Measure::Points),
    ("points", Measure::Points),
    ("point", Measure::Points),
    ("pp", Measure::Points),
    ("pps", Measure::Points),
    ("ppt", Measure::Points),
    ("ppts", Measure::Points),
    ("倍", Measure::Times),
    ("times", Measure::Times),
    ("fold", Measure::Times),
    ("x", Measure::Times),
    ("×", Measure::Times),
];

const BASIS_POINTS: &Words<()> =
    &[("个基点", ()), ("基点", ()), ("basis points", ()), ("basis point", ()), ("bps", ()), ("bp", ())];

/// Units of things with one name for both languages, and the power of ten that leads to the name's own size.
const UNITS: &Words<Amount> = &[
    // Mass
    ("吨", mass("t", 0)),
    ("t", mass("t", 0)),
    ("tonne", mass("t", 0)),
    ("tonnes", mass("t", 0)),
    ("ton", mass("t", 0)),
    ("tons", mass("t", 0)),
    ("metric tons", mass("t", 0)),
    ("千吨", mass("t", 3)),
    ("kt", mass("t", 3)),
    ("mt", mass("t", 6)),
    ("公斤", mass("t", -3)),
    ("千克", mass("t", -3)),
    ("kg", mass("t", -3)),
    ("kilograms", mass("t", -3)),
    ("克", mass("t", -6)),
    ("g", mass("t", -6)),
    ("吨标准煤", mass("tce", 0)),
    ("tce", mass("tce", 0)),
    ("千克标准煤", mass("tce", -3)),
    ("kgce", mass("tce", -3)),
    ("克标准煤", mass("tce", -6)),
    ("gce", mass("tce", -6)),
    // Energy and power
    ("千瓦时", mass("kWh", 0)),
    ("kwh", mass("kWh", 0)),
    ("兆瓦时", mass("kWh", 3)),
    ("mwh", mass("kWh", 3)),
    ("gwh", mass("kWh", 6)),
    ("twh", mass("kWh", 9)),
    ("千瓦", mass("kW", 0)),
    ("kw", mass("kW", 0)),
    ("kilowatts", mass("kW", 0)),
    ("兆瓦", mass("kW", 3)),
    ("mw", mass("kW", 3)),
    ("megawatts", mass("kW", 3)),
    ("吉瓦", mass("kW", 6)),
    ("gw", mass("kW", 6)),
    ("千伏", mass("kV", 0)),
    ("kv", mass("kV", 0)),
    ("吉焦", mass("GJ", 0)),
    ("gj", mass("GJ", 0)),
    // Length, area, volume
    ("公里", mass("km", 0)),
    ("千米", mass("km", 0)),
    ("km", mass("km", 0)),
    ("kilometres", mass("km", 0)),
    ("kilometers", mass("km", 0)),
    ("米", mass("km", -3)),
    ("m", mass("km", -3)),
    ("metres", mass("km", -3)),
    ("meters", mass("km", -3)),
    ("厘米", mass("km", -5)),
    ("cm", mass("km", -5)),
    ("毫米", mass("km", -6)),
    ("mm", mass("km", -6)),
    ("平方米", mass("m²", 0)),
    ("㎡", mass("m²", 0)),
    ("m²", mass("m²", 0)),
    ("square metres", mass("m²", 0)),
    ("square meters", mass("m²", 0)),
    ("平方公里", mass("m²", 6)),
    ("公顷", mass("m²", 4)),
    ("hectares", mass("m²", 4)),
    ("亩", mass("mu", 0)),
    ("mu", mass("mu", 0)),
    ("立方米", mass("m³", 0)),
    ("m³", mass("m³", 0)),
    ("cubic metres", mass("m³", 0)),
    ("cubic meters", mass("m³", 0)),
    ("℃", mass("℃", 0)),
    ("°c", mass("℃", 0)),
    ("摄氏度", mass("℃", 0)),
    // Time
    ("秒", mass("s", 0)),
    ("秒钟", mass("s", 0)),
    ("seconds", mass("s", 0)),
    ("分钟", mass("min", 0)),
    ("min", mass("min", 0)),
    ("minute", mass("min", 0)),
    ("minutes", mass("min", 0)),
    ("小时", mass("h", 0)),
    ("个小时", mass("h", 0)),
    ("h", mass("h", 0)),
    ("hour", mass("h", 0)),
    ("hours", mass("h", 0)),
    ("天", mass("day", 0)),
    ("day", mass("day", 0)),
    ("days", mass("day", 0)),
    ("周", mass("week", 0)),
    ("week", mass("week", 0)),
    ("weeks", mass("week", 0)),
    ("个月", mass("month", 0)),
    ("month", mass("month", 0)),
    ("months", mass("month", 0)),
    ("年", mass("year", 0)),
    ("year", mass("year", 0)),
    ("years", mass("year", 0)),
    // People and things
    ("人", mass("person", 0)),
    ("名", mass("person", 0)),
    ("人次", mass("visit", 0)),
    ("person", mass("person", 0)),
    ("people", mass("person", 0)),
    ("persons", mass("person", 0)),
    ("employee", mass("person", 0)),
    ("employees", mass("person", 0)),
    ("户", mass("household", 0)),
    ("households", mass("household", 0)),
    ("families", mass("household", 0)),
    ("家", mass("company", 0)),
    ("enterprises", mass("company", 0)),
    ("companies", mass("company", 0)),
    ("firms", mass("company", 0)),
    ("个", mass("", 0)),
    ("台", mass("", 0)),
    ("套", mass("", 0)),
    ("台套", mass("", 0)),
    ("辆", mass("", 0)),
    ("件", mass("", 0)),
    ("项", mass("", 0)),
    ("次", mass("", 0)),
    ("条", mass("", 0)),
    ("座", mass("", 0)),
    ("艘", mass("", 0)),
    ("架", mass("", 0)),
    ("篇", mass("", 0)),
    ("种", mass("", 0)),
    ("所", mass("", 0)),
    ("张", mass("", 0)),
    ("炉", mass("", 0)),
    ("口", mass("", 0)),
    ("只", mass("", 0)),
    ("根", mass("", 0)),
    ("页", mass("", 0)),
    ("步", mass("", 0)),
    ("倍速", mass("", 0)),
];

const fn mass(name: &'static str, power: i8) -> Amount {
    Amount { name, power, per: None }
}

/// The words for `per person`, whatever the unit before them.
const PER_PERSON: &Words<()> = &[
    ("/人", ()),
    ("每人", ()),
    ("per person", ()),
    ("per capita", ()),
    ("per head", ()),
    ("per employee", ()),
    ("a head", ()),
    ("/person", ()),
    ("/employee", ()),
];

/// What stands behind the number that ends at `at`. `before`: the currency in front of it.
pub(super) fn after(text: Text<'_>, at: usize, before: Option<Currency>) -> After {
    let near = text.skip(at);
    let near = if text.peek(near) == Some('-') { text.next(near) } else { near };
    let plain = |end, measure| After { end, measure, hundredths: false };
    if let Some(currency) = before {
        // `¥51.23亿元`, `CNY 5 billion yuan`: said twice.
        let end = text.longest(near, CURRENCIES_AFTER).filter(|(_, code)| *code == currency.as_str());
        let (end, per) = per(text, end.map_or(at, |(end, _)| end));
        return plain(end, Measure::Money { currency: Some(currency), per });
    }
    if let Some((end, ())) = text.longest(near, BASIS_POINTS) {
        return After { end, measure: Measure::Points, hundredths: true };
    }
    let rate = text.longest(near, RATES).filter(|(end, measure)| {
        // 1200×800
        *measure != Measure::Times || !text.peek(text.skip(*end)).is_some_and(|c| c.is_ascii_digit())
    });
    let money = text
        .longest(near, CURRENCIES_AFTER)
        .and_then(|(end, code)| Some((end, Currency::new(code)?)))
        .or_else(|| code(text, near));
    let unit = text.longest(near, UNITS);
    if let Some((end, measure)) = rate.filter(|(end, _)| unit.is_none_or(|u| u.0 <= *end)) {
        return plain(end, measure);
    }
    if let Some((end, currency)) = money {
        let (end, per) = per(text, end);
        return plain(end, Measure::Money { currency: Some(currency), per });
    }
    if let Some((end, amount)) = unit {
        let (end, per) = per(text, end);
        return plain(end, Measure::Unit(Amount { per, ..amount }));
    }
    match per(text, at) {
        (end, Some(per)) => plain(end, Measure::Unit(Amount { per: Some(per), ..mass("", 0) })),
        (_, None) => plain(at, Measure::Plain),
    }
}

/// The currency in front of a number that begins at `at`, and where it begins.
pub(super) fn currency_before(text: Text<'_>, at: usize) -> Option<(usize, Currency)> {
    let near = text.skip_back(at);
    if let Some((start, code)) = text.longest_back(near, CURRENCIES_BEFORE) {
        return Some((start, Currency::new(code)?));
    }
    let start = near.checked_sub(3).filter(|start| text.all.is_char_boundary(*start))?;
    let whole = !text.before(start).is_some_and(|c| c.is_ascii_alphanumeric());
    whole.then(|| by_code(text, &text.all[start..near])).flatten().map(|currency| (start, currency))
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

/// `/人`, `per tonne`, `/t`: what each of the amounts is for.
fn per(text: Text<'_>, at: usize) -> (usize, Option<&'static str>) {
    let near = text.skip(at);
    if let Some((end, ())) = text.longest(near, PER_PERSON) {
        return (end, Some("person"));
    }
    let behind = ["/", "每", "per "].iter().find_map(|word| text.eat(near, word));
    match behind.and_then(|behind| text.longest(text.skip(behind), UNITS)) {
        Some((end, amount)) if !amount.name.is_empty() && amount.power == 0 => (end, Some(amount.name)),
        _ => (at, None),
    }
}
