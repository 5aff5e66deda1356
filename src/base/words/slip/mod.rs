//! What somebody probably meant who wrote a number, a day or a period the way Word and Excel do.
//! Guesses for sentences only: nothing here ever becomes data.

mod day;
mod figure;
mod name;
mod span;

pub(super) use day::{DaySlip, MomentSlip, day, moment};
pub(super) use figure::{FigureSlip, figure};
pub(super) use name::{currency, language, time_zone, url};
pub(super) use span::{PeriodSlip, RangeSlip, period, range};

/// `text` without surrounding space, its full-width letters, digits and punctuation made half-width, and every
/// kind of dash and space made the common one.
fn fold(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => {
                char::from_u32(u32::from(c) - 0xfee0).expect("the full-width block mirrors ASCII")
            }
            '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            _ => c,
        })
        .collect()
}

/// The runs of digits in `text`.
fn digit_runs(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect()
}

/// Whether `text` has a digit written as a Chinese character.
fn has_han_digit(text: &str) -> bool {
    text.contains(|c| "〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾".contains(c))
}
