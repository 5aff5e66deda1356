//! Ways of writing that come along from Word and Excel: which one it is, and how it should look.

use crate::base::words::Saying;
use crate::base::words::quote::quoted;
use crate::base::words::slip::{self, DaySlip, FigureSlip, MomentSlip, PeriodSlip, RangeSlip};

pub(super) fn number(text: &str) -> Saying {
    let (slip, meant) = slip::figure(text);
    let write = meant.map(|m| format!("`{m}`"));
    let write = write.as_deref().unwrap_or("`9.4`");
    let (label, help) = match slip {
        FigureSlip::Percent => (
            "percent sign",
            format!(
                "write {write} without the percent sign; the \
            indicator already has its unit"
            ),
        ),
        FigureSlip::Unit { scale } => (
            "has a unit",
            format!(
                "write {write} here, add a line `scale: {scale}` under the indicator, and put the \
                years under `values`"
            ),
        ),
        FigureSlip::Currency => (
            "currency sign",
            format!(
                "write {write}; the currency stands at the \
            top of the file, like `currency: CNY`"
            ),
        ),
        FigureSlip::Grouped => (
            "thousands separator",
            format!(
                "write {write} without commas or spaces; \
            in Excel, set the cell format to General before copying"
            ),
        ),
        FigureSlip::DecimalComma => ("decimal comma", format!("write {write} with a decimal point")),
        FigureSlip::Bracketed => ("negative in brackets", format!("write {write} with a minus sign")),
        FigureSlip::Approximate => (
            "not exact",
            format!(
                "write {write}; put words like “about” into \
            `note`, and add `basis: estimate` to an estimate"
            ),
        ),
        FigureSlip::FullWidth => (
            "full-width characters",
            format!(
                "type digits, point and minus anew \
            with an English keyboard: {write}"
            ),
        ),
        FigureSlip::Formula => (
            "a formula",
            "in Excel, use Paste Special and Values, then copy the \
            computed number"
                .to_owned(),
        ),
        FigureSlip::Absent => (
            "not a number",
            "where there is no figure, write `{ value: null, note: { \
            zh: …, en: … } }`; the page then says so and why"
                .to_owned(),
        ),
        FigureSlip::Range => (
            "two numbers",
            "write one number, and say in `note` how far it may be \
            off"
            .to_owned(),
        ),
        FigureSlip::HanDigits => ("Chinese numerals", "write digits, like `9.4`".to_owned()),
        FigureSlip::TooPrecise => (
            "too many digits",
            "28 digits can be kept; what goes beyond is \
            mostly Excel's arithmetic, so round it as it was published"
                .to_owned(),
        ),
        FigureSlip::Other => (
            "not a number",
            "write only the number, without quotes, unit and words, \
            like `9.4`"
                .to_owned(),
        ),
    };
    Saying::new(format!("{} cannot be read as a number", quoted(text)), label, help)
}

pub(super) fn date(text: &str) -> Saying {
    let (slip, meant) = slip::day(text);
    let write = meant.map(|m| format!("write `{m}`"));
    let write = write.as_deref().unwrap_or("write year, month and day like `2025-02-18`");
    let (label, help) = match slip {
        DaySlip::Han => ("Chinese date", format!("{write}, with hyphens between the numbers")),
        DaySlip::Form => (
            "form of the date",
            format!("{write}: year, month and day with hyphens, two digits for month and day"),
        ),
        DaySlip::Serial => (
            "Excel's number",
            format!("{write}; this is how Excel counts days, so set the cell format to Date before copying"),
        ),
        DaySlip::WithTime => ("has a time", format!("{write}; only the day belongs here")),
        DaySlip::NoDay => ("no day", "add month and day, like `2025-02-18`".to_owned()),
        DaySlip::NoSuchDay => ("no such day", "no calendar has this day; check month and day".to_owned()),
        DaySlip::Other => ("form of the date", write.to_owned()),
    };
    Saying::new(format!("{} cannot be read as a date", quoted(text)), label, help)
}

pub(super) fn moment(text: &str) -> Saying {
    let (slip, meant) = slip::moment(text);
    let write = meant.map(|m| format!("write `{m}`"));
    let write = write.as_deref().unwrap_or("write it like `2025-03-01T09:00:00+08:00`");
    let (label, help) = match slip {
        MomentSlip::NoZone => ("no time zone", format!("{write}; `+08:00` at the end means Beijing time")),
        MomentSlip::NoTime => (
            "no time of day",
            format!("{write} and set the time you need; `+08:00` at the end means Beijing time"),
        ),
        MomentSlip::Other => (
            "form of the time",
            format!("{write}: day, the letter `T`, time, and the zone, `+08:00` for Beijing"),
        ),
    };
    Saying::new(format!("{} does not say which moment it is", quoted(text)), label, help)
}

/// How each kind of period is written.
const PERIODS: &str = "year `2024`, half-year `2024-H1`, quarter `2024-Q3`, month `2024-05`";

pub(super) fn period(text: &str) -> Saying {
    let (label, help) = period_help(text);
    Saying::new(format!("{} cannot be read as a period", quoted(text)), label, help)
}

fn period_help(text: &str) -> (&'static str, String) {
    let (slip, meant) = slip::period(text);
    match (slip, meant) {
        (PeriodSlip::Han, Some(m)) => ("written in Chinese", format!("write `{m}`")),
        (PeriodSlip::Marked, Some(m)) => {
            ("has a letter", format!("write `{m}`, and add `basis: estimate` if it is an estimate"))
        }
        (PeriodSlip::Day, Some(m)) => ("has a day", format!("write `{m}`; a month is the finest period")),
        (_, Some(m)) => ("form of the period", format!("write `{m}`")),
        (_, None) => ("form of the period", format!("you can write: {PERIODS}")),
    }
}

pub(super) fn range(text: &str) -> Saying {
    let (slip, meant) = slip::range(text);
    let (label, help) = match (slip, meant) {
        (RangeSlip::Form, Some(m)) => ("form of the range", format!("write `{m}`, with two dots between")),
        (RangeSlip::Backwards, Some(m)) => {
            ("wrong way round", format!("the earlier comes first: write `{m}`"))
        }
        (RangeSlip::One, Some(m)) => {
            ("only one time", format!("say from when to when; `{m}..{m}` means just that one"))
        }
        (_, _) => ("form of the range", format!("write it like `2022-03..2024-12`; {PERIODS}")),
    };
    Saying::new(format!("{} cannot be read as a range of time", quoted(text)), label, help)
}

/// What to do about the time in a claim.
pub(super) fn claim_period(text: &str) -> String {
    let inner = text.trim_matches(['{', '}']);
    let written = inner.rsplit(['@', ' ']).next().unwrap_or(inner);
    period_help(written).1
}
