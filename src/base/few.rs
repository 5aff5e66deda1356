//! A few things by key.

use std::borrow::Borrow;
use std::ops::Index;

/// Things by key, in its order.
///
/// A list and not a map: most hold five or ten, and a site has hundreds of thousands of these. A map makes room for eleven
/// things at once; this is as long as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Few<K, V> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each with its key.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + ExactSizeIterator + Clone {
        self.0.iter().map(|(key, _)| key)
    }

    /// The things.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, value)| value)
    }

    /// The things, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The last with its key.
    pub fn last(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }

    /// Keeps what `stays`.
    pub fn retain(&mut self, stays: impl Fn(&K, &V) -> bool) {
        self.0.retain(|(key, value)| stays(key, value));
    }

    /// What has that key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.0.binary_search_by(|(known, _)| known.borrow().cmp(key)).ok()?;
        Some(&self.0[at].1)
    }

    /// Whether anything has that key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }
}

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// In any order; of two with one key the later one stands.
impl<K: Ord, V> FromIterator<(K, V)> for Few<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(all: I) -> Self {
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        all.shrink_to_fit();
        Self(all)
    }
}

impl<'f, K, V> IntoIterator for &'f Few<K, V> {
    type Item = (&'f K, &'f V);
    type IntoIter = std::iter::Map<std::slice::Iter<'f, (K, V)>, fn(&'f (K, V)) -> (&'f K, &'f V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(key, value)| (key, value))
    }
}

impl<Q: Ord + ?Sized, K: Borrow<Q>, V> Index<&Q> for Few<K, V> {
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("the key is one of these")
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn things_stand_by_key_and_the_last_word_counts() {
        let few: Few<String, u8> = [("roe", 1), ("debt", 2), ("debt", 3), ("debt", 4)]
            .map(|(key, n)| (key.to_owned(), n))
            .into_iter()
            .collect();
        assert_eq!(few.iter().collect::<Vec<_>>(), [(&"debt".to_owned(), &4), (&"roe".to_owned(), &1)]);
        assert_eq!((few["roe"], few.get("cash"), few.contains_key("debt")), (1, None, true));
        assert_eq!(few.last(), Some((&"roe".to_owned(), &1)));
        assert!(Few::<String, u8>::default().is_empty());
    }
}
