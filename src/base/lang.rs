//! Languages of a site, and things that are said once in each.

use std::fmt;

/// A language by its tag as the site's files write it: `zh`, `en`, `pt-br`.
///
/// Nothing in the code knows how many a site has, or which.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; Lang::MAX_LEN]);

impl Lang {
    const MAX_LEN: usize = 12;

    /// Chinese, in simplified characters.
    pub const ZH: Self = Self(*b"zh\0\0\0\0\0\0\0\0\0\0");
    /// English.
    pub const EN: Self = Self(*b"en\0\0\0\0\0\0\0\0\0\0");

    /// The language whose tag is `text`: two or three lower-case letters, then subtags after hyphens
    /// (a subset of BCP 47 that is also safe in a file name).
    pub fn new(text: &str) -> Option<Self> {
        let mut subtags = text.split('-');
        let primary = subtags.next()?;
        let well_formed = matches!(primary.len(), 2 | 3)
            && primary.bytes().all(|b| b.is_ascii_lowercase())
            && subtags.all(|s| {
                matches!(s.len(), 2..=8) && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            })
            && text.len() <= Self::MAX_LEN;
        well_formed.then(|| {
            let mut tag = [0; Self::MAX_LEN];
            tag[..text.len()].copy_from_slice(text.as_bytes());
            Self(tag)
        })
    }

    /// The tag as files and addresses write it.
    pub fn as_str(&self) -> &str {
        let len = self.0.iter().position(|b| *b == 0).unwrap_or(Self::MAX_LEN);
        std::str::from_utf8(&self.0[..len]).expect("a language tag is ASCII")
    }

    /// The value for HTML's `lang` attribute. A bare `zh` means simplified characters here.
    pub fn html(&self) -> &str {
        if *self == Self::ZH { "zh-Hans" } else { self.as_str() }
    }

    /// The tag as Open Graph writes it, with a territory: `zh_CN`, `pt_BR`.
    pub fn open_graph(&self) -> String {
        let (primary, rest) = self.as_str().split_once('-').unwrap_or((self.as_str(), ""));
        let territory = match (primary, rest) {
            ("zh", "hant") => "TW",
            ("zh", "" | "hans") => "CN",
            ("en", "") => "US",
            (_, rest) if rest.len() == 2 => rest,
            (primary, _) => primary,
        };
        format!("{primary}_{}", territory.to_ascii_uppercase())
    }

    /// Whether numbers and sentences are written the Chinese way.
    pub fn is_chinese(&self) -> bool {
        // After the primary subtag comes another one, or nothing. Every number that is written asks this.
        matches!(self.0, [b'z', b'h', 0 | b'-', ..])
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing in several languages; at least one.
///
/// Kept in the order in which the file wrote them: with one to three languages a short list beats a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized<T>(Vec<(Lang, T)>);

impl<T> Localized<T> {
    /// From what a file gave; `None` if it gave nothing.
    pub fn new(entries: Vec<(Lang, T)>) -> Option<Self> {
        (!entries.is_empty()).then_some(Self(entries))
    }

    /// What is said in one language.
    pub fn of(lang: Lang, value: T) -> Self {
        Self(vec![(lang, value)])
    }

    /// What was said in exactly this language.
    pub fn get(&self, lang: Lang) -> Option<&T> {
        self.0.iter().find(|(l, _)| *l == lang).map(|(_, value)| value)
    }

    /// What a reader of `lang` is shown, and the language it is in: their own, else the first that was given.
    pub fn pick(&self, lang: Lang) -> (&T, Lang) {
        let first = || self.0.first().expect("a localized value has at least one language");
        let (lang, value) = self.0.iter().find(|(l, _)| *l == lang).unwrap_or_else(first);
        (value, *lang)
    }

    /// What was said in each language, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Every language and what was said in it.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &T)> {
        self.0.iter().map(|(lang, value)| (*lang, value))
    }
}

impl Localized<String> {
    /// The text a reader of `lang` is shown.
    pub fn text(&self, lang: Lang) -> &str {
        self.pick(lang).0
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Localized};

    #[test]
    fn a_tag_is_read_back_as_it_was_written() {
        for tag in ["zh", "en", "pt-br", "zh-hant"] {
            assert_eq!(Lang::new(tag).unwrap().as_str(), tag);
        }
        for bad in ["", "z", "ZH", "zh_CN", "../zh", "zh-", "chinese"] {
            assert!(Lang::new(bad).is_none(), "{bad}");
        }
        assert_eq!(Lang::ZH, Lang::new("zh").unwrap());
        assert_eq!(Lang::ZH.html(), "zh-Hans");
    }

    #[test]
    fn shared_links_name_a_language_with_a_territory() {
        let tags = ["zh", "en", "pt-br", "zh-hant", "fr"].map(|tag| Lang::new(tag).unwrap().open_graph());
        assert_eq!(tags, ["zh_CN", "en_US", "pt_BR", "zh_TW", "fr_FR"]);
    }

    #[test]
    fn chinese_is_chinese_in_any_script() {
        let is_chinese = |tag: &str| Lang::new(tag).unwrap().is_chinese();
        assert!(["zh", "zh-hant", "zh-tw"].into_iter().all(is_chinese));
        assert!(!["en", "za", "zha", "ja"].into_iter().any(is_chinese));
    }

    #[test]
    fn a_missing_language_falls_back_to_the_first_and_says_so() {
        let only_english = Localized::new(vec![(Lang::EN, "steel".to_owned())]).unwrap();
        assert_eq!(only_english.pick(Lang::ZH), (&"steel".to_owned(), Lang::EN));
        assert_eq!(only_english.get(Lang::ZH), None);
    }
}
