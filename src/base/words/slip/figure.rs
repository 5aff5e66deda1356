//! Numbers as spreadsheets and sentences write them.

use super::{fold, has_han_digit};
use crate::base::number;

/// What is odd about a text that should be a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::base::words) enum FigureSlip {
    /// A percent sign: the unit stands with the indicator.
    Percent,
    /// 万, 亿, million and the like.
    Unit {
        /// What they multiply by.
        scale: u64,
    },
    /// A currency sign or word.
    Currency,
    /// Thousands set off by commas or spaces, as spreadsheets show them.
    Grouped,
    /// A comma for the decimal point.
    DecimalComma,
    /// A negative number in brackets, as accountants write it.
    Bracketed,
    /// About, nearly, more than.
    Approximate,
    /// Full-width digits, or another sign for minus.
    FullWidth,
    /// A formula of a spreadsheet.
    Formula,
    /// A word, a dash or a spreadsheet's error that stands for "no figure".
    Absent,
    /// From one number to another.
    Range,
    /// Chinese numerals.
    HanDigits,
    /// More digits than can be kept exactly.
    TooPrecise,
    /// Nothing that can be guessed.
    Other,
}

const ABSENT: [&str; 20] = [
    "-", "--", "/", "\\", ".", "?", "*", "n/a", "na", "nan", "nil", "none", "无", "暂无", "暂缺", "空", "缺",
    "不详", "未知", "待定",
];

const UNITS: [(&str, u64); 8] = [
    ("万亿", 1_000_000_000_000),
    ("trillion", 1_000_000_000_000),
    ("亿", 100_000_000),
    ("billion", 1_000_000_000),
    ("百万", 1_000_000),
    ("million", 1_000_000),
    ("万", 10_000),
    ("thousand", 1_000),
];

const CURRENCIES: [&str; 10] = ["人民币", "元", "圆", "cny", "rmb", "usd", "¥", "￥", "$", "€"];

const APPROXIMATE: [&str; 20] = [
    "大约", "约为", "约", "接近", "近", "超过", "超", "逾", "左右", "以上", "以下", "多", "余", "about",
    "nearly", "over", "approx.", "≈", "~", ">",
];

/// What is odd about `text`, and the number it probably means.
pub(in crate::base::words) fn figure(text: &str) -> (FigureSlip, Option<String>) {
    let folded = fold(text).to_lowercase();
    let mut rest = folded.as_str();
    if rest.is_empty() || rest.starts_with('#') || ABSENT.contains(&rest) {
        return (FigureSlip::Absent, None);
    }
    if rest.starts_with('=') {
        return (FigureSlip::Formula, None);
    }
    // The first of these that is found names the slip; all of them are taken off.
    let mut slip = None;
    let mut found = |what| slip = slip.or(Some(what));
    let without_person =
        rest.strip_suffix("/人").or_else(|| rest.strip_suffix("per person")).unwrap_or(rest).trim();
    rest = strip_all(without_person, &APPROXIMATE).map_or(without_person, |r| {
        found(FigureSlip::Approximate);
        r
    });
    if let Some(r) = rest.strip_suffix("个百分点").or_else(|| rest.strip_suffix(['%', '‰'])) {
        found(FigureSlip::Percent);
        rest = r.trim();
    }
    let money = strip_all(rest, &CURRENCIES);
    rest = money.unwrap_or(rest);
    if let Some((r, scale)) = UNITS.iter().find_map(|(unit, scale)| Some((rest.strip_suffix(unit)?, *scale)))
    {
        found(FigureSlip::Unit { scale });
        rest = r.trim();
    }
    if money.is_some() {
        found(FigureSlip::Currency);
    }
    let mut plain = rest.to_owned();
    if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
        found(FigureSlip::Bracketed);
        plain = format!("-{inner}");
    }
    if let Some((joined, how)) = without_separators(&plain) {
        found(how);
        plain = joined;
    }
    if number::parse(&plain).is_some() {
        return (slip.unwrap_or(FigureSlip::FullWidth), Some(plain));
    }
    let other = if plain.len() > 28 && plain.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-')) {
        FigureSlip::TooPrecise
    } else if is_range(&plain) {
        FigureSlip::Range
    } else if has_han_digit(&plain) {
        FigureSlip::HanDigits
    } else {
        slip.unwrap_or(FigureSlip::Other)
    };
    (other, None)
}

/// `text` without any of `words` at its start and end; `None` if it has none there.
fn strip_all<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    let mut rest = text;
    while let Some(shorter) =
        words.iter().find_map(|w| rest.strip_prefix(w).or_else(|| rest.strip_suffix(w))).map(str::trim)
    {
        rest = shorter;
    }
    (rest.len() < text.len()).then_some(rest)
}

/// A number without the signs between its digits, and what those were.
fn without_separators(text: &str) -> Option<(String, FigureSlip)> {
    if !text.contains([',', ' ', '\'', '、']) {
        return None;
    }
    let commas = text.matches(',').count();
    let one_odd_group = commas == 1
        && !text.contains('.')
        && text.split_once(',').is_some_and(|(whole, part)| {
            part.len() != 3 && !whole.is_empty() && part.bytes().all(|b| b.is_ascii_digit())
        });
    if one_odd_group {
        return Some((text.replace(',', "."), FigureSlip::DecimalComma));
    }
    Some((text.replace([',', ' ', '\'', '、'], ""), FigureSlip::Grouped))
}

/// Whether `text` is two numbers with a dash or a wave between them.
fn is_range(text: &str) -> bool {
    let halves = |(a, b): (&str, &str)| {
        number::parse(a.trim().trim_end_matches('%')).is_some() && number::parse(b.trim()).is_some()
    };
    text.char_indices()
        .filter(|(i, c)| *i > 0 && matches!(c, '-' | '~' | '～' | '至' | '到'))
        .any(|(i, c)| halves((&text[..i], &text[i + c.len_utf8()..])))
}

#[cfg(test)]
mod tests {
    use super::{FigureSlip as S, figure};

    #[test]
    fn what_spreadsheets_and_sentences_write_is_understood() {
        for (text, slip, meant) in [
            ("9.4%", S::Percent, Some("9.4")),
            ("９．４％", S::Percent, Some("9.4")),
            ("3.2个百分点", S::Percent, Some("3.2")),
            ("1,234", S::Grouped, Some("1234")),
            ("1，234，567.8", S::Grouped, Some("1234567.8")),
            ("438 120", S::Grouped, Some("438120")),
            ("9,4", S::DecimalComma, Some("9.4")),
            ("51.23亿元", S::Unit { scale: 100_000_000 }, Some("51.23")),
            ("438,120万元", S::Unit { scale: 10_000 }, Some("438120")),
            ("86.12万元/人", S::Unit { scale: 10_000 }, Some("86.12")),
            ("5.1 billion", S::Unit { scale: 1_000_000_000 }, Some("5.1")),
            ("￥5,123", S::Currency, Some("5123")),
            ("861200元", S::Currency, Some("861200")),
            ("(1.5)", S::Bracketed, Some("-1.5")),
            ("约9.4", S::Approximate, Some("9.4")),
            ("９.４", S::FullWidth, Some("9.4")),
            ("−1.5", S::FullWidth, Some("-1.5")),
            ("=B2/C2", S::Formula, None),
            ("—", S::Absent, None),
            ("N/A", S::Absent, None),
            ("#DIV/0!", S::Absent, None),
            ("暂缺", S::Absent, None),
            ("", S::Absent, None),
            ("9.4-9.6", S::Range, None),
            ("九点四", S::HanDigits, None),
            ("0.12345678901234567890123456789012", S::TooPrecise, None),
            ("较好", S::Other, None),
        ] {
            assert_eq!(figure(text), (slip, meant.map(str::to_owned)), "{text}");
        }
    }
}
