//! Whether an author's own words for a figure are what the data say.

use super::answer::Resolved;
use crate::base::Lang;

/// Whether `said` writes the figure just as it would be written for it: the same digits and the same unit.
///
/// What only looks different counts as equal: spaces, full-width digits and signs, a hyphen for a minus, capitals.
/// Anything looser than that is refused. A sentence that is nearly right is the kind of slip this is for.
pub fn holds(said: &str, resolved: &Resolved<'_>, lang: Lang) -> bool {
    plain(said) == plain(&resolved.text(lang))
}

fn plain(words: &str) -> String {
    words
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{2212}' | '－' | '–' => '-',
            // The full-width forms stand in the order of ASCII.
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            other => other,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn only_what_looks_different_is_equal() {
        for (said, data) in [
            ("９．４％", "9.4%"),
            ("-9.6 %", "−9.6%"),
            ("cny 5.12 billion", "CNY 5.12 billion"),
            ("51.23 亿元", "51.23亿元"),
        ] {
            assert_eq!(plain(said), plain(data), "{said}");
        }
        for (said, data) in
            [("9.4", "9.4%"), ("9.40%", "9.4%"), ("约9.4%", "9.4%"), ("51.23万元", "51.23亿元")]
        {
            assert_ne!(plain(said), plain(data), "{said}");
        }
    }
}
