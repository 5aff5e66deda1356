//! The part of a site that one of several machines makes.

use std::fmt;
use std::str::FromStr;

use crate::base::{SitePath, SourcePath, hash};

/// One of several parts that together are a site, each file in exactly one of them.
///
/// What belongs to it depends on addresses alone: machines need not speak with each other, and a new case moves nothing else
/// to another machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    number: u32,
    of: u32,
}

/// How many shards there can be.
const MOST: u32 = 9_999;

impl Shard {
    /// The shard of this number, counted from 1; `None` if there is none among so many, or nobody could want so many.
    pub fn new(number: u32, of: u32) -> Option<Self> {
        (of <= MOST && (1..=of).contains(&number)).then_some(Self { number, of })
    }

    /// Which one it is, counted from 1.
    pub fn number(self) -> u32 {
        self.number
    }

    /// How many there are.
    pub fn of(self) -> u32 {
        self.of
    }

    /// Whether what begins at this address belongs to it.
    pub(super) fn has(self, address: &SitePath) -> bool {
        self.owner(address.as_str()) == self.number
    }

    /// When it is the turn of something that every shard needs: 0 for what is its own, and for each of the others at a time
    /// when no other shard is there.
    pub(super) fn turn(self, source: &SourcePath) -> u32 {
        let (owner, number) = (self.owner(source.as_str()), self.number);
        if owner < number { owner + (self.of - number) } else { owner - number }
    }

    /// The number of the shard that something belongs to.
    fn owner(self, name: &str) -> u32 {
        let [a, b, c, d, ..] = hash::whole(name.as_bytes());
        u32::from_be_bytes([a, b, c, d]) % self.of + 1
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (number, of) = text.split_once('/').ok_or(())?;
        Self::new(number.parse().map_err(drop)?, of.parse().map_err(drop)?).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;
    use crate::base::SitePath;

    #[test]
    fn every_address_belongs_to_exactly_one_shard_and_each_has_its_share() {
        for of in [1, 2, 7] {
            let mut shares = vec![0; of as usize];
            for n in 0..7_000 {
                let path = SitePath::from(format!("zh/cases/case-{n}.html"));
                let owners: Vec<u32> =
                    (1..=of).filter(|&number| Shard::new(number, of).unwrap().has(&path)).collect();
                assert_eq!(owners.len(), 1, "{path} belongs to {owners:?}");
                shares[owners[0] as usize - 1] += 1;
            }
            let fair = 7_000 / of;
            assert!(
                shares.iter().all(|&share| share * 10 > fair * 9 && share * 10 < fair * 11),
                "{shares:?}"
            );
        }
    }

    #[test]
    fn a_shard_is_written_with_its_number_first() {
        assert_eq!("3/7".parse(), Ok(Shard { number: 3, of: 7 }));
        assert_eq!("1/1".parse::<Shard>().unwrap().to_string(), "1/1");
        for wrong in
            ["0/3", "4/3", "x", "", "/", "1/", "/3", "1/0", "-1/3", "1/2/3", "99999999999/99999999999"]
        {
            assert_eq!(wrong.parse::<Shard>(), Err(()), "{wrong}");
        }
    }
}
