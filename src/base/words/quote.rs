//! The user's own words inside a sentence: marked, on one line, and no longer than helps.

use std::fmt::Write;

/// Longest piece of a user's text that a sentence repeats, in characters.
const LONGEST: usize = 120;

/// How many of the things that would be right are named.
const MOST: usize = 10;

/// `text` in backquotes. Line breaks and control characters become spaces; what is long is cut with `…`.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST * 4) + 2);
    out.push('`');
    let mut rest = text.trim().chars();
    for c in rest.by_ref().take(LONGEST) {
        out.push(if c.is_control() || turns_text_round(c) { ' ' } else { c });
    }
    if rest.next().is_some() {
        out.push('…');
    }
    out.push('`');
    out
}

/// Marks that make a terminal show text in another order than it is written.
fn turns_text_round(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first ten of `items`, with `separator` between them and `…` where there are more.
pub(super) fn listed<T: AsRef<str>>(items: &[T], separator: &str) -> String {
    let mut out = String::new();
    for (i, item) in items.iter().take(MOST).enumerate() {
        if i > 0 {
            out.push_str(separator);
        }
        out.push_str(item.as_ref());
    }
    if items.len() > MOST {
        out.push_str(separator);
        out.push('…');
    }
    out
}

/// A number of bytes the way a file manager shows it: `256 KB`, `1.4 MB`.
pub(super) fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = 1024 * KB;
    let mut out = String::new();
    // Integer arithmetic, rounded up: a file just over a limit must not look as large as the limit.
    let written = if bytes < KB {
        write!(out, "{bytes} B")
    } else if bytes < MB {
        write!(out, "{} KB", bytes.div_ceil(KB))
    } else {
        let tenths = u128::from(bytes) * 10;
        let tenths = tenths.div_ceil(u128::from(MB));
        if tenths % 10 == 0 {
            write!(out, "{} MB", tenths / 10)
        } else {
            write!(out, "{}.{} MB", tenths / 10, tenths % 10)
        }
    };
    written.expect("a string takes whatever is written to it");
    out
}

#[cfg(test)]
mod tests {
    use super::{listed, quoted, size};

    #[test]
    fn a_users_words_stay_on_one_line_and_short() {
        assert_eq!(quoted("净资产\n收益率\u{1b}[31m\u{202e}升"), "`净资产 收益率 [31m 升`");
        assert_eq!(quoted(&"长".repeat(121)), format!("`{}…`", "长".repeat(120)));
        assert_eq!(quoted(""), "``");
    }

    #[test]
    fn a_long_list_is_cut_to_ten() {
        let many: Vec<String> = (1..=11).map(|n| n.to_string()).collect();
        assert_eq!(listed(&many, ", "), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …");
        assert_eq!(listed(&many[..10], ", "), "1, 2, 3, 4, 5, 6, 7, 8, 9, 10");
        assert_eq!(listed::<&str>(&[], ", "), "");
    }

    #[test]
    fn a_file_just_over_the_limit_looks_larger_than_the_limit() {
        for (bytes, text) in [
            (0, "0 B"),
            (1023, "1023 B"),
            (256 * 1024, "256 KB"),
            (256 * 1024 + 1, "257 KB"),
            (1024 * 1024, "1 MB"),
            (1024 * 1024 + 1, "1.1 MB"),
            (u64::MAX, "17592186044416 MB"),
        ] {
            assert_eq!(size(bytes), text);
        }
    }
}
