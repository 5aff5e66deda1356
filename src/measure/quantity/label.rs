//! Numbers that only tell things apart: `1.`, （二）, 二号炉, `figure 2`.

use super::numeral::Numeral;
use super::text::{Text, is_han};
use super::unit;
use super::words::{Words, backwards, bare, forwards};
use crate::base::Decimal;

/// Words that are followed by the number of something.
const LABELS: &Words<()> = &backwards(bare([
    "图", "表", "附件", "附录", "注", "section", "sections", "chapter", "figure", "fig.", "table", "step",
    "phase", "stage", "page", "no.", "number", "plant", "line", "building", "item", "level", "article",
    "unit", "volume", "version", "class", "tier", "grade", "furnace", "workshop", "appendix", "annex",
    "part", "scope", "note", "#", "№",
]));

/// Words behind a number that make it a label.
const LABELLED: &Words<()> =
    &forwards(bare(["号", "#", "期工程", "期项目", "版", "级", "届", "分厂", "车间", "高炉", "楼", "矿区"]));

/// Where a label begins and ends, if the number is one.
pub(super) fn label(text: Text<'_>, at: usize, number: &Numeral) -> Option<(usize, usize)> {
    let small = number.exponent == 0 && number.value < Decimal::ONE_THOUSAND && !number.and_more;
    if !small {
        return None;
    }
    let counts_nothing = || !unit::is_counted(text, number.end);
    if number.value.scale() == 0 {
        if let Some(around) = in_brackets(text, at, number).filter(|_| counts_nothing()) {
            return Some(around);
        }
        let labelled = || text.longest(number.end, LABELLED).map(|(end, ())| end);
        if let Some(end) = list_mark(text, at, number.end).or_else(labelled) {
            return Some((at, end));
        }
    }
    if !number.spelled
        && let Some(end) = version(text, number)
    {
        return Some((at, end));
    }
    let (word, ()) = text.longest_back(text.skip_back(at), LABELS)?;
    // 代表3家 is no table.
    let other_word = matches!(text.before(word), Some('代' | '发' | '意' | '关' | '试' | '企' | '贯'));
    let in_words = number.spelled && text.chinese;
    (!(other_word || in_words) && counts_nothing()).then_some((word, number.end))
}

/// 3.0版, 90后.
fn version(text: Text<'_>, number: &Numeral) -> Option<usize> {
    match number.value.scale() {
        0 => text.eat(number.end, "后").filter(|_| number.plain_digits == 2),
        1 => text.eat(number.end, "版"),
        _ => None,
    }
}

/// `1.`, 二、, `3)` at the beginning of a line; 1.提高 also inside one.
fn list_mark(text: Text<'_>, at: usize, end: usize) -> Option<usize> {
    if text.opens_line(at)
        && let Some(end) = text.any(end, &["、", ")", ". ", ".\t"])
    {
        return Some(end);
    }
    text.eat(end, ".").filter(|point| text.peek(*point).is_some_and(is_han))
}

/// （二）, (3), `[1]`, `[^1]`.
fn in_brackets(text: Text<'_>, at: usize, number: &Numeral) -> Option<(usize, usize)> {
    if number.value >= Decimal::ONE_HUNDRED {
        return None;
    }
    let open = text.any_back(at, &["(", "[^", "["])?;
    let close = if text.peek(open) == Some('(') { ")" } else { "]" };
    Some((open, text.eat(number.end, close)?))
}
