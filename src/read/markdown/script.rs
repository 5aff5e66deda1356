//! What writing a character belongs to, as far as Markdown must know: the words of the `CommonMark`
//! CJK-friendly amendments and of line breaking in Han text.

use icu::properties::props::{
    EastAsianWidth, EmojiPresentation, GeneralCategory, GeneralCategoryGroup, Script,
};
use icu::properties::{CodePointMapData, CodePointSetData};

/// A CJK character as the amendments define it: wide and not shown as an emoji by itself, or Hangul.
pub(super) fn is_cjk(c: char) -> bool {
    // Nothing below is wide or Hangul, and most questions are about ASCII.
    c >= '\u{1100}'
        && (is_wide(c) && !CodePointSetData::new::<EmojiPresentation>().contains(c)
            || CodePointMapData::<Script>::new().get(c) == Script::Hangul)
}

/// A Unicode punctuation character as `CommonMark` 0.31 defines it: general category P or S.
pub(super) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    GeneralCategoryGroup::Punctuation.contains(category) || GeneralCategoryGroup::Symbol.contains(category)
}

/// A Han character, in any of its blocks.
pub fn is_han(c: char) -> bool {
    c >= '\u{2E80}' && CodePointMapData::<Script>::new().get(c) == Script::Han
}

/// Whether a line break between `before` and `after` is only in the source: between characters that are
/// written without spaces no reader wants to see one.
///
/// Follows the segment break transformation of CSS Text 4, with one addition: the quotation marks, dashes
/// and dots that Chinese shares with Latin text count as its own beside a wide character.
pub(super) fn joins(before: char, after: char) -> bool {
    (is_unspaced(before) && (is_unspaced(after) || is_shared_punctuation(after)))
        || (is_shared_punctuation(before) && is_unspaced(after))
}

/// A wide character of a script that puts no spaces between words, so not Hangul.
pub(super) fn is_unspaced(c: char) -> bool {
    c >= '\u{1100}' && is_wide(c) && CodePointMapData::<Script>::new().get(c) != Script::Hangul
}

fn is_shared_punctuation(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}

fn is_wide(c: char) -> bool {
    matches!(
        CodePointMapData::<EastAsianWidth>::new().get(c),
        EastAsianWidth::Wide | EastAsianWidth::Fullwidth | EastAsianWidth::Halfwidth
    )
}

#[cfg(test)]
mod tests {
    use super::{is_cjk, is_han, is_punctuation, joins};

    #[test]
    fn wide_characters_and_hangul_are_cjk_and_emoji_are_not() {
        for c in ['钢', '，', '「', 'ア', 'ｱ', '한', 'ᄀ', '︙', '〽', '㊙', '₩', '𰻞'] {
            assert!(is_cjk(c), "{c}");
        }
        for c in ['a', '“', '…', 'é', 'п', '😀', '✅', '⭐', '\u{FE00}'] {
            assert!(!is_cjk(c), "{c}");
        }
    }

    #[test]
    fn punctuation_is_that_of_every_script_and_symbols_too() {
        for c in ['!', '~', '¥', '，', '「', '“', '—', '€', '😀'] {
            assert!(is_punctuation(c), "{c}");
        }
        for c in ['a', '钢', '１', '④', '々', 'é', ' ', '\u{FDD0}'] {
            assert!(!is_punctuation(c), "{c}");
        }
    }

    #[test]
    fn only_writing_without_spaces_joins_across_a_line_break() {
        for (before, after) in
            [('钢', '铁'), ('，', '铁'), ('。', '“'), ('”', '铁'), ('か', '漢'), ('—', '钢')]
        {
            assert!(joins(before, after), "{before}{after}");
        }
        for (before, after) in [('钢', 'a'), ('9', '年'), ('a', 'b'), ('”', 'a'), ('한', '글'), ('“', '”')]
        {
            assert!(!joins(before, after), "{before}{after}");
        }
    }

    #[test]
    fn han_is_a_script_not_a_width() {
        assert!(is_han('钢') && is_han('々') && is_han('𠀀'));
        assert!(!is_han('，') && !is_han('ア') && !is_han('a'));
    }
}
