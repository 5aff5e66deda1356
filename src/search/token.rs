//! What is looked up: words and numbers whole, and of what is written without spaces every two characters in a row.

/// What is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Letters and digits of a script with spaces, points of decimals among them: `roe`, `9.4`.
    Word(&'a str),
    /// Two characters in a row of a script without spaces; the second is [`END`] for the last of a row, so that every
    /// character begins a pair.
    Pair(char, char),
}

/// Stands behind the last character of a row.
pub(super) const END: char = '\0';

/// Whether a character belongs to a script that is written without spaces: Han, kana, and hangul, which has spaces and is
/// looked for in the middle of words all the same.
///
/// As ranges, so that no two versions of Unicode tell them apart.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// The tokens of a folded text, in order.
pub(super) fn tokens(folded: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &folded[at..];
            let c = rest.chars().next()?;
            if is_unspaced(c) {
                at += c.len_utf8();
                let next = folded[at..].chars().next().filter(|next| is_unspaced(*next));
                return Some(Token::Pair(c, next.unwrap_or(END)));
            }
            let length = word_length(rest);
            if length > 0 {
                at += length;
                return Some(Token::Word(&rest[..length]));
            }
            at += c.len_utf8();
        }
    })
}

/// Bytes of the word that `text` begins with; 0 if it begins with none.
fn word_length(text: &str) -> usize {
    let digit_at = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let ends = |&(at, c): &(usize, char)| {
        let is_point = c == '.' && at > 0 && digit_at(at - 1) && digit_at(at + 1);
        !is_point && (!c.is_alphanumeric() || is_unspaced(c))
    };
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::{END, Token, tokens};

    #[test]
    fn words_are_whole_and_han_comes_in_pairs() {
        let of = |text| {
            let word = |token| match token {
                Token::Word(word) => word.to_owned(),
                Token::Pair(a, END) => format!("{a}|"),
                Token::Pair(a, b) => format!("{a}{b}"),
            };
            tokens(text).map(word).collect::<Vec<_>>().join(" ")
        };
        for (text, found) in [
            ("分布式系统", "分布 布式 式系 系统 统|"),
            ("由6.2%提高到9.4%。", "由| 6.2 提高 高到 到| 9.4"),
            ("r&d in 2024.", "r d in 2024"),
            ("5g网络v2.0", "5g 网络 络| v2.0"),
            ("a.b .5 3. 1.2.3", "a b 5 3 1.2.3"),
            ("größe 𠮷野", "größe 𠮷野 野|"),
            ("，。 ", ""),
        ] {
            assert_eq!(of(text), found, "{text}");
        }
    }
}
