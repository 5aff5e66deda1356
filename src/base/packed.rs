//! Things as they are kept from one build to the next: most are only handed on, and never looked into.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

/// Something packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(Box<[u8]>);

impl Packed {
    /// Packs something; `None` for what cannot be.
    pub fn of(thing: &impl Serialize) -> Option<Self> {
        postcard::to_stdvec(thing).ok().map(|bytes| Self(bytes.into()))
    }

    /// What was packed; `None` if it was something else.
    pub fn open<'p, T: Deserialize<'p>>(&'p self) -> Option<T> {
        postcard::from_bytes(&self.0).ok()
    }
}

impl Serialize for Packed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Packed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes)
    }
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Packed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Packed, E> {
        Ok(Packed(bytes.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::Packed;

    #[test]
    fn what_is_packed_comes_out_again_also_when_it_was_packed_with_other_things() {
        let thing = (2024, "钢铁".to_owned());
        let packed = Packed::of(&thing).unwrap();
        assert_eq!(packed.open(), Some(thing));
        let all = Packed::of(&(1, packed.clone(), 2)).unwrap();
        assert_eq!(all.open(), Some((1, packed, 2)));
    }

    #[test]
    fn what_is_something_else_is_not_opened() {
        assert_eq!(Packed::of(&2024_u64).unwrap().open::<String>(), None);
        assert_eq!(Packed::of(&()).unwrap().open::<u8>(), None);
    }
}
