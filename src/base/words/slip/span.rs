//! Periods and ranges as reports write them.

use super::{digit_runs, fold};
use crate::base::{Period, PeriodRange};

/// What is odd about a text that should be a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::base::words) enum PeriodSlip {
    /// 2024年, 2024年上半年.
    Han,
    /// A letter for "estimate" or "actual" behind the year.
    Marked,
    /// A day, where a month is the finest.
    Day,
    /// Other signs or order, or a zero missing.
    Form,
    /// Nothing that can be guessed.
    Other,
}

/// What is odd about a text that should be a range of periods.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::base::words) enum RangeSlip {
    /// Another sign than `..` between the periods, or periods in another form.
    Form,
    /// The later period stands first.
    Backwards,
    /// One period only.
    One,
    /// Nothing that can be guessed.
    Other,
}

/// What is odd about `text`, and the period it probably means.
pub(in crate::base::words) fn period(text: &str) -> (PeriodSlip, Option<String>) {
    let folded = fold(text).to_uppercase();
    let compact: String = folded.strip_prefix("FY").unwrap_or(&folded).split_whitespace().collect();
    let Some((year, rest)) =
        compact.split_at_checked(4).filter(|(y, _)| y.bytes().all(|b| b.is_ascii_digit()))
    else {
        return (PeriodSlip::Other, None);
    };
    let rest = rest.trim_start_matches(['-', '/', '.', '_', '年', '度', '全']);
    let (slip, part) = match rest {
        "" => (None, Some(String::new())),
        "E" | "A" | "F" | "B" => (Some(PeriodSlip::Marked), Some(String::new())),
        "上半年" | "H1" | "1H" => (None, Some("-H1".to_owned())),
        "下半年" | "H2" | "2H" => (None, Some("-H2".to_owned())),
        _ => (None, quarter(rest).or_else(|| month(rest))),
    };
    let runs = digit_runs(&compact);
    let (slip, part) = match (part, &runs[..]) {
        (None, [_, m, _]) if m.len() <= 2 => (Some(PeriodSlip::Day), Some(format!("-{m:0>2}"))),
        (part, _) => (slip, part),
    };
    let by_form = if text.contains('年') { PeriodSlip::Han } else { PeriodSlip::Form };
    match part.map(|p| format!("{year}{p}")).filter(|written| Period::parse(written).is_some()) {
        Some(written) => (slip.unwrap_or(by_form), Some(written)),
        None => (PeriodSlip::Other, None),
    }
}

/// `-Q3` for 第三季度, Q3 and 3Q.
fn quarter(rest: &str) -> Option<String> {
    let n = rest
        .strip_prefix('Q')
        .or_else(|| rest.strip_suffix('Q'))
        .or_else(|| rest.strip_suffix("季度").or_else(|| rest.strip_suffix('季')))?
        .trim_start_matches('第');
    let n = match n {
        "1" | "一" => 1,
        "2" | "二" => 2,
        "3" | "三" => 3,
        "4" | "四" => 4,
        _ => return None,
    };
    Some(format!("-Q{n}"))
}

/// `-05` for 5月, 5月份, 5 and 05.
fn month(rest: &str) -> Option<String> {
    let n = rest.trim_end_matches('份').trim_end_matches('月');
    let is_month = matches!(n.len(), 1 | 2) && n.bytes().all(|b| b.is_ascii_digit());
    is_month.then(|| format!("-{n:0>2}"))
}

/// What is odd about `text`, and the range it probably means.
pub(in crate::base::words) fn range(text: &str) -> (RangeSlip, Option<String>) {
    let folded = fold(text);
    let meant = |part: &str| {
        let part = part.trim();
        Period::parse(part).map(|_| part.to_owned()).or_else(|| period(part).1)
    };
    // Every sign that may stand between two periods is tried: in 2022-03-2024-12 only one of three is it.
    let separators = ["..", "...", "…", "~", "至", "到", "to", "—", "--", "-", "－"];
    let halves = separators.iter().find_map(|separator| {
        folded.match_indices(separator).find_map(|(i, s)| {
            let to = &folded[i + s.len()..];
            let to = to.trim_start_matches(['.', '-', '~']);
            // A month alone is no year's equal: 2022-03 is one period, not two.
            Some((meant(&folded[..i])?, meant(to).filter(|_| digit_runs(to)[0].len() >= 4)?))
        })
    });
    match halves {
        Some((from, to)) => {
            let forward = format!("{from}..{to}");
            let backward = format!("{to}..{from}");
            if PeriodRange::parse(&forward).is_some() {
                (RangeSlip::Form, Some(forward))
            } else if PeriodRange::parse(&backward).is_some() {
                (RangeSlip::Backwards, Some(backward))
            } else {
                (RangeSlip::Other, None)
            }
        }
        None => match meant(&folded) {
            Some(one) => (RangeSlip::One, Some(one)),
            None => (RangeSlip::Other, None),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{PeriodSlip as P, RangeSlip as R, period, range};

    #[test]
    fn a_period_in_any_dress_is_understood() {
        for (text, slip, meant) in [
            ("2024年", P::Han, Some("2024")),
            ("2024年度", P::Han, Some("2024")),
            ("2024年上半年", P::Han, Some("2024-H1")),
            ("2024年第三季度", P::Han, Some("2024-Q3")),
            ("2024年5月", P::Han, Some("2024-05")),
            ("2024 H1", P::Form, Some("2024-H1")),
            ("2024q3", P::Form, Some("2024-Q3")),
            ("2024-5", P::Form, Some("2024-05")),
            ("2024/05", P::Form, Some("2024-05")),
            ("202405", P::Form, Some("2024-05")),
            ("FY2024", P::Form, Some("2024")),
            ("２０２４", P::Form, Some("2024")),
            ("2024E", P::Marked, Some("2024")),
            ("2024-05-01", P::Day, Some("2024-05")),
            ("234", P::Other, None),
            ("2024-13", P::Other, None),
            ("24", P::Other, None),
            ("去年", P::Other, None),
            ("", P::Other, None),
        ] {
            assert_eq!(period(text), (slip, meant.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn a_range_in_any_dress_is_understood() {
        for (text, slip, meant) in [
            ("2022-2024", R::Form, Some("2022..2024")),
            ("2022-03-2024-12", R::Form, Some("2022-03..2024-12")),
            ("2022-03~2024-12", R::Form, Some("2022-03..2024-12")),
            ("2022年3月至2024年12月", R::Form, Some("2022-03..2024-12")),
            ("2022—2024年", R::Form, Some("2022..2024")),
            ("2022...2024", R::Form, Some("2022..2024")),
            ("2022 to 2024", R::Form, Some("2022..2024")),
            ("2024..2022", R::Backwards, Some("2022..2024")),
            ("2022", R::One, Some("2022")),
            ("2022-03", R::One, Some("2022-03")),
            ("三年", R::Other, None),
            ("", R::Other, None),
        ] {
            assert_eq!(range(text), (slip, meant.map(str::to_owned)), "{text}");
        }
    }
}
