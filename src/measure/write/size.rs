//! The sizes that large numbers are counted in: 万 and 亿, million and billion.

use crate::base::{Decimal, Lang};

/// A power of ten with a name; the first of each list has none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Size {
    power: u32,
    /// `亿`, `billion`; empty for numbers written in full.
    pub(super) name: &'static str,
    /// The least number that is written in it: what rounds up to one of it in the size below.
    from: Decimal,
}

/// Numbers written in full.
pub(super) const FULL: Size = Size { power: 0, name: "", from: Decimal::ZERO };

// Each size below is written with two decimals, 万 in whole numbers before it.
const CHINESE: [Size; 4] = [
    FULL,
    Size { power: 4, name: "万", from: tenths(99_995) },
    Size { power: 8, name: "亿", from: tenths(999_999_500) },
    Size { power: 12, name: "万亿", from: tenths(9_999_995_000_000) },
];

// Each size below is written with three significant figures, a million in whole numbers before it.
const ENGLISH: [Size; 4] = [
    FULL,
    Size { power: 6, name: "million", from: tenths(9_999_995) },
    Size { power: 9, name: "billion", from: tenths(9_995_000_000) },
    Size { power: 12, name: "trillion", from: tenths(9_995_000_000_000) },
];

impl Size {
    /// All sizes of a language, the smallest first.
    pub(super) fn all(lang: Lang) -> &'static [Size; 4] {
        if lang.is_chinese() { &CHINESE } else { &ENGLISH }
    }

    /// The size in which money as large as `amount` is written. What is rounded decides: 9 999.6 is 1万.
    pub(super) fn of(amount: Decimal, lang: Lang) -> Self {
        let amount = amount.abs();
        let fitting = Self::all(lang).iter().rfind(|size| size.from <= amount);
        *fitting.expect("every number is as large as zero")
    }

    /// `value` counted in this size. Exact for every value that is not far smaller than the size itself.
    pub(super) fn count(self, value: Decimal) -> Decimal {
        let mut count = value;
        // Moving the point is exact and takes no division.
        match count.set_scale(value.scale() + self.power) {
            Ok(()) => count,
            Err(_) => value.checked_div(self.unit()).unwrap_or(value),
        }
    }

    /// What one of this size is worth.
    pub(super) fn unit(self) -> Decimal {
        Decimal::from(10_u64.pow(self.power))
    }
}

/// How many decimals leave three significant figures of `count`; none for a count of three digits and more.
pub(super) fn three_figures(count: Decimal) -> u32 {
    const TEN: Decimal = Decimal::from_parts(9_995, 0, 0, false, 3);
    const HUNDRED: Decimal = Decimal::from_parts(9_995, 0, 0, false, 2);
    let count = count.abs();
    if count < TEN {
        return 2;
    }
    u32::from(count < HUNDRED)
}

/// A number of tenths.
const fn tenths(n: u64) -> Decimal {
    let low = n & 0xffff_ffff;
    Decimal::from_parts(low as u32, (n >> 32) as u32, 0, false, 1)
}
