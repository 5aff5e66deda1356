//! What a number counts: the words behind it.

use super::text::Text;
use super::words::{Words, forwards};
use super::{Amount, Measure, currency};
use crate::model::Currency;

/// What stands behind a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct After {
    pub(super) end: usize,
    pub(super) measure: Measure,
    /// Basis points are hundredths of a percentage point.
    pub(super) hundredths: bool,
}

/// Rates. What they mean needs no more than the sign.
const RATES: &Words<Measure> = &forwards([
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
]);

const BASIS_POINTS: &Words<()> = &forwards([
    ("个基点", ()),
    ("基点", ()),
    ("basis points", ()),
    ("basis point", ()),
    ("bps", ()),
    ("bp", ()),
]);

/// Units of things with one name for both languages, and the power of ten that leads to the name's own size.
const UNITS: &Words<Amount> = &forwards([
    // Mass
    ("吨", of("t", 0)),
    ("t", of("t", 0)),
    ("tonne", of("t", 0)),
    ("tonnes", of("t", 0)),
    ("ton", of("t", 0)),
    ("tons", of("t", 0)),
    ("metric tons", of("t", 0)),
    ("千吨", of("t", 3)),
    ("kt", of("t", 3)),
    ("mt", of("t", 6)),
    ("公斤", of("t", -3)),
    ("千克", of("t", -3)),
    ("kg", of("t", -3)),
    ("kilograms", of("t", -3)),
    ("克", of("t", -6)),
    ("g", of("t", -6)),
    ("吨标准煤", of("tce", 0)),
    ("tce", of("tce", 0)),
    ("千克标准煤", of("tce", -3)),
    ("kgce", of("tce", -3)),
    ("克标准煤", of("tce", -6)),
    ("gce", of("tce", -6)),
    // Energy and power
    ("千瓦时", of("kWh", 0)),
    ("kwh", of("kWh", 0)),
    ("兆瓦时", of("kWh", 3)),
    ("mwh", of("kWh", 3)),
    ("gwh", of("kWh", 6)),
    ("twh", of("kWh", 9)),
    ("千瓦", of("kW", 0)),
    ("kw", of("kW", 0)),
    ("kilowatts", of("kW", 0)),
    ("兆瓦", of("kW", 3)),
    ("mw", of("kW", 3)),
    ("megawatts", of("kW", 3)),
    ("吉瓦", of("kW", 6)),
    ("gw", of("kW", 6)),
    ("千伏", of("kV", 0)),
    ("kv", of("kV", 0)),
    ("吉焦", of("GJ", 0)),
    ("gj", of("GJ", 0)),
    // Length, area, volume
    ("公里", of("km", 0)),
    ("千米", of("km", 0)),
    ("km", of("km", 0)),
    ("kilometres", of("km", 0)),
    ("kilometers", of("km", 0)),
    ("米", of("km", -3)),
    ("m", of("km", -3)),
    ("metres", of("km", -3)),
    ("meters", of("km", -3)),
    ("厘米", of("km", -5)),
    ("cm", of("km", -5)),
    ("毫米", of("km", -6)),
    ("mm", of("km", -6)),
    ("平方米", of("m²", 0)),
    ("㎡", of("m²", 0)),
    ("m²", of("m²", 0)),
    ("square metres", of("m²", 0)),
    ("square meters", of("m²", 0)),
    ("平方公里", of("m²", 6)),
    ("公顷", of("m²", 4)),
    ("hectares", of("m²", 4)),
    ("亩", of("mu", 0)),
    ("mu", of("mu", 0)),
    ("立方米", of("m³", 0)),
    ("m³", of("m³", 0)),
    ("cubic metres", of("m³", 0)),
    ("cubic meters", of("m³", 0)),
    ("℃", of("℃", 0)),
    ("°c", of("℃", 0)),
    ("摄氏度", of("℃", 0)),
    // Time
    ("秒", of("s", 0)),
    ("秒钟", of("s", 0)),
    ("seconds", of("s", 0)),
    ("分钟", of("min", 0)),
    ("min", of("min", 0)),
    ("minute", of("min", 0)),
    ("minutes", of("min", 0)),
    ("小时", of("h", 0)),
    ("个小时", of("h", 0)),
    ("h", of("h", 0)),
    ("hour", of("h", 0)),
    ("hours", of("h", 0)),
    ("天", of("day", 0)),
    ("day", of("day", 0)),
    ("days", of("day", 0)),
    ("周", of("week", 0)),
    ("week", of("week", 0)),
    ("weeks", of("week", 0)),
    ("个月", of("month", 0)),
    ("month", of("month", 0)),
    ("months", of("month", 0)),
    ("年", of("year", 0)),
    ("year", of("year", 0)),
    ("years", of("year", 0)),
    // People and things
    ("人", of("person", 0)),
    ("名", of("person", 0)),
    ("人次", of("visit", 0)),
    ("person", of("person", 0)),
    ("people", of("person", 0)),
    ("persons", of("person", 0)),
    ("employee", of("person", 0)),
    ("employees", of("person", 0)),
    ("户", of("household", 0)),
    ("households", of("household", 0)),
    ("families", of("household", 0)),
    ("家", of("company", 0)),
    ("enterprises", of("company", 0)),
    ("companies", of("company", 0)),
    ("firms", of("company", 0)),
    ("个", of("", 0)),
    ("台", of("", 0)),
    ("套", of("", 0)),
    ("台套", of("", 0)),
    ("辆", of("", 0)),
    ("件", of("", 0)),
    ("项", of("", 0)),
    ("次", of("", 0)),
    ("条", of("", 0)),
    ("座", of("", 0)),
    ("艘", of("", 0)),
    ("架", of("", 0)),
    ("篇", of("", 0)),
    ("种", of("", 0)),
    ("所", of("", 0)),
    ("张", of("", 0)),
    ("炉", of("", 0)),
    ("口", of("", 0)),
    ("只", of("", 0)),
    ("根", of("", 0)),
    ("页", of("", 0)),
    ("步", of("", 0)),
    ("倍速", of("", 0)),
]);

const fn of(name: &'static str, power: i8) -> Amount {
    Amount { name, power, per: None }
}

/// The words for `per person`, whatever the unit before them.
const PER_PERSON: &Words<()> = &forwards([
    ("/人", ()),
    ("每人", ()),
    ("per person", ()),
    ("per capita", ()),
    ("per head", ()),
    ("per employee", ()),
    ("a head", ()),
    ("/person", ()),
    ("/employee", ()),
]);

/// What stands behind the number that ends at `at`. `before`: the currency in front of it.
pub(super) fn after(text: Text<'_>, at: usize, before: Option<Currency>) -> After {
    let near = text.skip(at);
    let near = if text.peek(near) == Some('-') { text.next(near) } else { near };
    let plain = |end, measure| After { end, measure, hundredths: false };
    if let Some(currency) = before {
        // `¥51.23亿元`, `CNY 5 billion yuan`: said twice.
        let end = currency::behind(text, near).filter(|(_, again)| *again == currency);
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
    let money = currency::behind(text, near);
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
        (end, Some(per)) => plain(end, Measure::Unit(Amount { per: Some(per), ..of("", 0) })),
        (_, None) => plain(at, Measure::Plain),
    }
}

/// Whether a unit stands behind a number that ends here.
pub(super) fn is_counted(text: Text<'_>, at: usize) -> bool {
    !matches!(after(text, at, None).measure, Measure::Plain)
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
