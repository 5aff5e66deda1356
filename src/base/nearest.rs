//! The word that somebody probably meant.

use super::synonym;

/// The candidate closest to `word`, if one is close enough to be a slip of the finger, or is what the files call what
/// `word` says in Chinese.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let allowed = (word.chars().count() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|c| (distance(word, c), c))
        .filter(|(d, _)| *d <= allowed)
        .min_by_key(|(d, c)| (*d, c.len()))
        .map(|(_, c)| c.to_owned())
}

/// Edits between two words; a different case or `_` for `-` counts as next to nothing.
fn distance(word: &str, candidate: &str) -> usize {
    if synonym::means(word.trim(), candidate) {
        return 0;
    }
    let plain = |s: &str| s.to_lowercase().replace(['_', ' '], "-");
    strsim::damerau_levenshtein(&plain(word), &plain(candidate))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_mended_and_a_stranger_is_not() {
        assert_eq!(nearest("regoin", ["region", "level"]).as_deref(), Some("region"));
        assert_eq!(nearest("Total_Profit", ["total-profit"]).as_deref(), Some("total-profit"));
        assert_eq!(nearest("reo", ["roe", "eva-ratio"]).as_deref(), Some("roe"));
        assert_eq!(nearest("budget", ["region", "level"]), None);
    }

    #[test]
    fn a_chinese_word_finds_the_word_of_the_files() {
        assert_eq!(nearest("行业", ["region", "industry"]).as_deref(), Some("industry"));
        assert_eq!(nearest("已发布", ["draft", "published"]).as_deref(), Some("published"));
        assert_eq!(nearest("行业", ["region", "level"]), None);
    }
}
