//! The name of one thing in a casebook: a file or folder name, unique among its kind.

use std::fmt;
use std::sync::Arc;

/// An ASCII kebab-case name: lower-case letters and digits in groups joined by single hyphens.
///
/// Ids become file names of the finished site, so `index` is taken, and so are the names that Windows
/// keeps for its devices: a site must survive a USB stick.
///
/// Cheap to clone: an id is written once in the sources and referred to from many places.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The id written as `text`, or `None` if that is not kebab-case.
    pub fn new(text: &str) -> Option<Self> {
        let well_formed = !text.is_empty()
            && text.len() <= Self::MAX_LEN
            && text.split('-').all(|group| {
                !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        let taken = matches!(text, "index" | "con" | "prn" | "aux" | "nul")
            || matches!(text.as_bytes(), [b'c', b'o', b'm', b'0'..=b'9'] | [b'l', b'p', b't', b'0'..=b'9']);
        (well_formed && !taken).then(|| Self(text.into()))
    }

    /// Longest id in bytes. Ids become file names, and no file system allows more than 255 bytes with an ending.
    pub const MAX_LEN: usize = 100;

    /// The id as it is written in files and addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn kebab_case_is_an_id_and_nothing_else_is() {
        for good in ["roe", "hualan-steel", "2024", "r2-d2"] {
            assert!(Id::new(good).is_some(), "{good}");
        }
        for bad in
            ["index", "con", "com1", "", "ROE", "a_b", "-a", "a-", "a--b", "钢铁", "a b", "../x", "a/b", "é"]
        {
            assert!(Id::new(bad).is_none(), "{bad}");
        }
        assert!(Id::new(&"a".repeat(101)).is_none());
    }
}
