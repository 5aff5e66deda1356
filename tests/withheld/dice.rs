//! Random choices that are the same in every run.

/// A generator of pseudorandom numbers (`SplitMix64`, <https://prng.di.unimi.it/splitmix64.c>).
#[derive(Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The choices that belong to a number.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `least` to `most`, both included.
    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        let span = u64::try_from(most - least + 1).expect("small numbers");
        least + usize::try_from(self.next() % span).expect("smaller than `most`")
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.between(1, n) == 1
    }

    /// One of `all`.
    pub(crate) fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.between(0, all.len() - 1)]
    }

    /// Digits, none of them zero, and no nine that would be rounded to one.
    pub(crate) fn digits(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(b'0' + u8::try_from(self.between(1, 8)).expect("a digit"))).collect()
    }

    /// Lower-case letters.
    pub(crate) fn letters(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(b'a' + u8::try_from(self.between(0, 25)).expect("a letter"))).collect()
    }
}
