//! How wide a text will be, and how to make it fit. Fonts are not known here, so widths are estimates on the generous side.

use super::{TEXT_SIZE, Text};

/// From one line of text to the next, in units.
pub const LINE: f64 = 20.0;

/// From the top of a line to its baseline, so that digits and Han characters look centred in the line.
pub const ASCENT: f64 = 16.0;

/// Widths of U+0020 to U+007E in hundredths of an em: at least those of Segoe UI, Arial, Roboto, San Francisco, Noto Sans and
/// `DejaVu Sans`, the widest of them.
#[rustfmt::skip]
const LATIN: [u8; 95] = [
    32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 39, 32, 40, // space … /
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, // 0 … ?
    100, 72, 69, 70, 77, 63, 60, 78, 78, 33, 52, 69, 58, 91, 80, 80, // @ … O
    66, 80, 70, 64, 63, 75, 70, 99, 69, 66, 69, 39, 40, 39, 84, 54, // P … _
    50, 61, 64, 55, 64, 62, 38, 64, 64, 28, 30, 58, 28, 98, 64, 62, // ` … o
    64, 64, 41, 52, 40, 64, 59, 82, 59, 59, 53, 64, 34, 64, 84, // p … ~
];

/// How much wider than that they are in semibold or bold (`DejaVu Sans Bold`). Han characters stay as wide as they are.
pub const SEMIBOLD: f64 = 1.13;

/// Width of a line of text in units.
#[must_use]
pub fn width(line: &str) -> f64 {
    units(measure(line))
}

/// Width of a line of semibold text in units.
#[must_use]
pub fn semibold_width(line: &str) -> f64 {
    let hundredths = |c: char| f64::from(hundredths(c)) * if c.is_ascii() { SEMIBOLD } else { 1.0 };
    line.chars().map(hundredths).sum::<f64>() * (TEXT_SIZE / 100.0)
}

/// Width of a line in hundredths of an em: whole numbers, so that the widths of its parts add up exactly.
fn measure(line: &str) -> usize {
    line.chars().map(|c| usize::from(hundredths(c))).sum()
}

fn units(hundredths: usize) -> f64 {
    hundredths as f64 * (TEXT_SIZE / 100.0)
}

fn hundredths(c: char) -> u8 {
    match c {
        ' '..='~' => LATIN[c as usize - 0x20],
        // Marks that sit on the character before, and joiners.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        // Han, kana, hangul; and dashes, quotes and dots, which are as wide in a Chinese font.
        '—'
        | '…'
        | '‘'
        | '’'
        | '“'
        | '”'
        | '‰'
        | '→'
        | '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3fffd}' => 100,
        '\u{1f000}'..='\u{1faff}' => 140,
        _ => 60,
    }
}

/// The text in at most `lines` lines no wider than `room`: whole where it fits, else in two lines that come out most alike, else
/// in as many as it may have; and only where that is not enough cut off with “…”.
#[must_use]
pub fn fold(whole: &str, room: f64, lines: usize) -> Vec<Text<'_>> {
    let whole = whole.trim();
    if whole.is_empty() {
        return Vec::new();
    }
    let all = measure(whole);
    if units(all) <= room {
        return vec![whole.into()];
    }
    if lines < 2 {
        return vec![cut(whole, room)];
    }
    // The best way into two lines, and the longest beginning that fits on one.
    let mut best: Option<(f64, &str, &str)> = None;
    let mut longest: Option<(&str, &str)> = None;
    let (mut before, mut measured) = (0, 0);
    for at in breaks(whole) {
        // Only what is new since the last break is measured, and the spaces at this one.
        measured += measure(&whole[before..at]);
        before = at;
        let (first, rest) = (whole[..at].trim_end(), whole[at..].trim_start());
        let first_width = units(measured - measure(&whole[first.len()..at]));
        if first_width > room {
            break;
        }
        longest = Some((first, rest));
        let rest_width = units(all - measured - measure(&whole[at..whole.len() - rest.len()]));
        let wider = first_width.max(rest_width);
        if wider <= room && best.is_none_or(|(least, ..)| wider < least) {
            best = Some((wider, first, rest));
        }
    }
    match (best, longest) {
        (Some((_, first, second)), _) => vec![first.into(), second.into()],
        (None, Some((first, rest))) => {
            let mut folded = vec![first.into()];
            folded.extend(fold(rest, room, lines - 1));
            folded
        }
        // One endless word.
        (None, None) => vec![cut(whole, room)],
    }
}

/// The text in lines that are each as full as can be, the last cut off with “…” where `lines` are not enough.
#[must_use]
pub fn filled(whole: &str, room: f64, lines: usize) -> Vec<Text<'_>> {
    let mut rest = whole.trim();
    let mut filled = Vec::new();
    while filled.len() + 1 < lines && width(rest) > room {
        let (mut before, mut measured, mut end) = (0, 0, None);
        for at in breaks(rest).chain([rest.len()]) {
            measured += measure(&rest[before..at]);
            before = at;
            let kept = rest[..at].trim_end();
            if units(measured - measure(&rest[kept.len()..at])) > room {
                break;
            }
            end = Some(at);
        }
        // One endless word.
        let Some(end) = end else { break };
        filled.push(rest[..end].trim_end().into());
        rest = rest[end..].trim_start();
    }
    filled.extend((!rest.is_empty()).then(|| cut(rest, room)));
    filled
}

/// The text in the fewest lines, and among the ways to do that the one whose lines are most alike, and end where something ends.
/// [`filled`] where it does not fit.
#[must_use]
pub fn balanced(whole: &str, room: f64, lines: usize) -> Vec<Text<'_>> {
    let whole = whole.trim();
    if whole.is_empty() || width(whole) <= room {
        return filled(whole, room, 1);
    }
    // Where a line may end, how much stands before, and how much of that is space at the end.
    let mut stops: Vec<(usize, usize, usize)> = vec![(0, 0, 0)];
    for end in breaks(whole).chain([whole.len()]) {
        let (before, measured, _) = stops[stops.len() - 1];
        let kept = whole[..end].trim_end().len();
        stops.push((end, measured + measure(&whole[before..end]), measure(&whole[kept..end])));
    }
    // The best way to get to each stop: how many lines, at what price, and where the last of them begins.
    let mut ways: Vec<Option<(usize, f64, usize)>> = vec![Some((0, 0.0, 0))];
    for (index, &(end, measured, space)) in stops.iter().enumerate().skip(1) {
        let price = price(&whole[..end]);
        let mut best: Option<(usize, f64, usize)> = None;
        for from in (0..index).rev() {
            let used = units(measured - space - stops[from].1);
            if used > room {
                break;
            }
            let Some((count, paid, _)) = ways[from] else { continue };
            let way = (count + 1, paid + (1.0 - used / room).powi(2) + price, from);
            if best.is_none_or(|best| (way.0, way.1) < (best.0, best.1)) {
                best = Some(way);
            }
        }
        ways.push(best);
    }
    let mut at = stops.len() - 1;
    match ways[at] {
        Some((count, ..)) if count <= lines => {}
        _ => return filled(whole, room, lines),
    }
    let mut balanced = Vec::new();
    while let (true, Some((.., from))) = (at > 0, ways[at]) {
        balanced.push(whole[stops[from].0..stops[at].0].trim().into());
        at = from;
    }
    balanced.reverse();
    balanced
}

/// What it costs to end a line here: less than nothing where a clause ends, something in the middle of a quantity.
fn price(before: &str) -> f64 {
    match before.trim_end().chars().next_back() {
        Some('，' | '。' | '；' | '：' | '、' | ',' | ';' | ':' | '—' | '·') => -0.2,
        Some('0'..='9' | '.') => 0.2,
        _ => 0.0,
    }
}

/// As much of the line as fits with “…” after it.
#[must_use]
pub fn cut(line: &str, room: f64) -> Text<'_> {
    if width(line) <= room {
        return line.into();
    }
    let mut left = room - width("…");
    let mut end = 0;
    for (at, c) in line.char_indices() {
        left -= f64::from(hundredths(c)) * (TEXT_SIZE / 100.0);
        if left < 0.0 {
            break;
        }
        end = at + c.len_utf8();
    }
    let mut kept = String::with_capacity(end + 3);
    kept.push_str(line[..end].trim_end());
    kept.push('…');
    kept.into()
}

/// Byte positions where a line may be broken: at spaces, and beside Han characters, but never so that closing punctuation
/// begins a line or opening punctuation ends one (a small part of the Unicode line breaking algorithm, UAX #14).
fn breaks(line: &str) -> impl Iterator<Item = usize> {
    line.char_indices().zip(line.chars().skip(1)).filter_map(|((at, before), after)| {
        let wide = |c: char| hundredths(c) == 100;
        let allowed = before == ' '
            || (after != ' '
                && (wide(before) || wide(after))
                && !matches!(before, '（' | '「' | '『' | '《' | '〈' | '【' | '“' | '‘' | '(' | '[')
                && !closes(after));
        allowed.then_some(at + before.len_utf8())
    })
}

/// Punctuation that belongs to what stands before it.
fn closes(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '」'
            | '』'
            | '》'
            | '〉'
            | '】'
            | '”'
            | '’'
            | '…'
            | '—'
            | '%'
            | ')'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | ']'
            | '·'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(whole: &str, room: f64) -> String {
        fold(whole, room, 2).join("|")
    }

    #[test]
    fn a_han_character_is_one_em_wide() {
        assert!((width("华岚钢铁") - 4.0 * TEXT_SIZE).abs() < 1e-9);
        assert!(width("9.4%") < 3.0 * TEXT_SIZE);
    }

    #[test]
    fn a_long_name_is_folded_at_a_space_or_between_han_characters() {
        assert_eq!(folded("World-class steel benchmark", 150.0), "World-class|steel benchmark");
        assert_eq!(folded("华岚钢铁集团股份有限公司", 110.0), "华岚钢铁集团|股份有限公司");
    }

    #[test]
    fn closing_punctuation_never_begins_a_line() {
        assert_eq!(folded("世界一流（钢铁）企业", 110.0), "世界一流|（钢铁）企业");
    }

    #[test]
    fn a_longer_name_takes_as_many_lines_as_it_may() {
        let name = "Hualan Steel Group Company Limited";
        assert_eq!(fold(name, 145.0, 3).join("|"), "Hualan Steel|Group Company|Limited");
        assert_eq!(fold(name, 145.0, 2).join("|"), "Hualan Steel|Group Compa…");
    }

    #[test]
    fn a_paragraph_is_filled_line_by_line() {
        let source = "Source: Hualan Steel, Annual report 2024; World steel statistics 2024";
        let lines = filled(source, 300.0, 9);
        assert_eq!(lines.join("|"), "Source: Hualan Steel, Annual|report 2024; World steel statistics|2024");
        assert_eq!(
            filled(source, 300.0, 2).join("|"),
            "Source: Hualan Steel, Annual|report 2024; World steel statistic…"
        );
        assert!(filled("  ", 300.0, 2).is_empty());
    }

    #[test]
    fn a_heading_is_broken_where_a_clause_ends_and_not_within_a_quantity() {
        let title = "净资产收益率由2021年的6.2%提高到2024年的9.4%，差距缩小到1.5个百分点";
        assert_eq!(
            balanced(title, 300.0, 9).join("|"),
            "净资产收益率由2021年的|6.2%提高到2024年的9.4%，|差距缩小到1.5个百分点"
        );
        let title = "Return on net assets rose from 6.2% in 2021 to 9.4% in 2024, and the gap narrowed";
        assert_eq!(
            balanced(title, 300.0, 9).join("|"),
            "Return on net assets rose from|6.2% in 2021 to 9.4% in 2024,|and the gap narrowed"
        );
    }

    #[test]
    fn an_endless_word_is_cut_off_and_what_comes_before_it_is_not() {
        let name = "Die Donaudampfschifffahrtsgesellschaft";
        assert_eq!(balanced(name, 80.0, 3).join("|"), filled(name, 80.0, 3).join("|"));
        assert_eq!(filled(name, 80.0, 3).join("|"), "Die|Donau…");
    }

    #[test]
    fn only_what_fits_in_no_other_way_is_cut_off() {
        assert_eq!(folded("华岚钢铁集团股份有限公司冷轧薄板厂", 110.0), "华岚钢铁集团|股份有限公…");
        assert_eq!(folded("Donaudampfschifffahrtsgesellschaft", 80.0), "Donau…");
    }
}
