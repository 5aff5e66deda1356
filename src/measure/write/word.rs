//! Short words around numbers: what is missing, ranks, shares, how sure a figure is, lists of things.

use super::digits;
use crate::base::{Decimal, Lang};
use crate::model::{Basis, Value};

/// The word for a value that is not there; none for one that is.
pub fn missing(value: Value, lang: Lang) -> Option<&'static str> {
    match (value, lang.is_chinese()) {
        (Value::Known(_), _) => None,
        (Value::NotAvailable, true) => Some("暂缺"),
        (Value::NotAvailable, false) => Some("not available"),
        (Value::NotDisclosed, true) => Some("不公开"),
        (Value::NotDisclosed, false) => Some("not disclosed"),
    }
}

/// What stands in a table where nothing can be computed.
pub fn not_assessable(lang: Lang) -> &'static str {
    if lang.is_chinese() { "无法评价" } else { "not assessable" }
}

/// How sure a figure is.
pub fn basis(basis: Basis, lang: Lang) -> &'static str {
    match (basis, lang.is_chinese()) {
        (Basis::Audited, true) => "经审计",
        (Basis::Audited, false) => "audited",
        (Basis::Unaudited, true) => "未经审计",
        (Basis::Unaudited, false) => "unaudited",
        (Basis::Management, true) => "管理口径",
        (Basis::Management, false) => "management accounts",
        (Basis::Estimate, true) => "估计",
        (Basis::Estimate, false) => "estimate",
    }
}

/// A share as a percentage: 0.746 is `74.6%`.
pub fn percent(share: Decimal, decimals: u32, lang: Lang) -> String {
    match share.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) => digits::fixed(percent, decimals, lang) + "%",
        None => not_assessable(lang).to_owned(),
    }
}

/// A place in an order: `第3位，共14家`, `3rd of 14`.
pub fn rank(rank: usize, of: usize, lang: Lang) -> String {
    if lang.is_chinese() {
        format!("第{rank}位，共{of}家")
    } else {
        format!("{} of {}", ordinal(rank), count(of, lang))
    }
}

/// `1st`, `2nd`, `3rd`, `11th`, `21st`.
pub(in crate::measure) fn ordinal(n: usize) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// A number of things in full: `1,234` in English, `1234` in Chinese.
pub fn count(n: usize, lang: Lang) -> String {
    digits::fixed(Decimal::from(n), 0, lang)
}

/// What holds a list of things together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::measure) enum Enumeration {
    /// Words: 甲、乙和丙 / a, b and c.
    Words,
    /// Clauses: 甲，乙，丙 / a, b, and c.
    Clauses,
}

/// Things one after another, with the last joined as the language does.
pub(in crate::measure) fn listed(items: &[String], kind: Enumeration, lang: Lang) -> String {
    let (comma, last) = match (kind, lang.is_chinese()) {
        (Enumeration::Words, true) => ("、", "和"),
        (Enumeration::Clauses, true) => ("，", "，"),
        (Enumeration::Clauses, false) if items.len() > 2 => (", ", ", and "),
        (Enumeration::Words | Enumeration::Clauses, false) => (", ", " and "),
    };
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., end] => format!("{}{last}{end}", most.join(comma)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Enumeration, listed, missing, ordinal, percent, rank};
    use crate::base::Lang;
    use crate::base::number::parse;
    use crate::model::Value;

    #[test]
    fn what_is_missing_says_whether_it_could_be_known() {
        let words =
            |value| [missing(value, Lang::ZH), missing(value, Lang::EN)].map(Option::unwrap_or_default);
        assert_eq!(words(Value::NotAvailable), ["暂缺", "not available"]);
        assert_eq!(words(Value::NotDisclosed), ["不公开", "not disclosed"]);
        assert_eq!(words(Value::Known(parse("0").unwrap())), ["", ""]);
    }

    #[test]
    fn a_rank_names_the_field() {
        assert_eq!([rank(3, 14, Lang::ZH), rank(3, 14, Lang::EN)], ["第3位，共14家", "3rd of 14"]);
        let english = [1, 2, 4, 10, 11, 12, 13, 21, 22, 101, 111].map(ordinal).join(" ");
        assert_eq!(english, "1st 2nd 4th 10th 11th 12th 13th 21st 22nd 101st 111th");
    }

    #[test]
    fn a_share_beyond_any_decimal_is_said_to_be_so() {
        assert_eq!(percent(parse("0.7457").unwrap(), 1, Lang::EN), "74.6%");
        assert_eq!(percent(parse("7e28").unwrap(), 1, Lang::EN), "not assessable");
    }

    #[test]
    fn a_list_ends_as_the_language_wants() {
        let items = ["a", "b", "c"].map(str::to_owned);
        for (n, zh, en) in [(0, "", ""), (1, "a", "a"), (2, "a和b", "a and b"), (3, "a、b和c", "a, b and c")]
        {
            let [chinese, english] =
                [Lang::ZH, Lang::EN].map(|lang| listed(&items[..n], Enumeration::Words, lang));
            assert_eq!([chinese.as_str(), english.as_str()], [zh, en]);
        }
    }
}
