//! The sizes that large numbers are counted in: 万 and 亿, million and billion.

use crate::base::number;
use crate::base::{Decimal, Lang};

/// A power of ten with a name; the first of each list has none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Size {
    power: u32,
    /// `亿`, `billion`; empty for numbers written in full.
    pub(super) name: &'static str,
}

const CHINESE: [Size; 4] = [
    Size { power: 0, name: "" },
    Size { power: 4, name: "万" },
    Size { power: 8, name: "亿" },
    Size { power: 12, name: "万亿" },
];

const ENGLISH: [Size; 4] = [
    Size { power: 0, name: "" },
    Size { power: 6, name: "million" },
    Size { power: 9, name: "billion" },
    Size { power: 12, name: "trillion" },
];

/// Numbers written in full.
pub(super) const FULL: Size = CHINESE[0];

impl Size {
    /// All sizes of a language, the smallest first.
    pub(super) fn all(lang: Lang) -> &'static [Size; 4] {
        if lang.is_chinese() { &CHINESE } else { &ENGLISH }
    }

    /// `value` counted in this size. Exact for every value that is not smaller than the size itself.
    pub(super) fn count(self, value: Decimal) -> Decimal {
        value.checked_div(self.unit()).unwrap_or(value)
    }

    /// What one of this size is worth.
    pub(super) fn unit(self) -> Decimal {
        Decimal::from(10_u64.pow(self.power))
    }
}

/// The size in which `value` is written, given the decimals that each count is rounded to.
///
/// The rounded count decides: 9 999.6 rounds to 10 000 and so is 1万.
pub(super) fn fitting(value: Decimal, lang: Lang, decimals: impl Fn(Size, Decimal) -> u32) -> Size {
    let value = value.abs();
    let sizes = Size::all(lang);
    for (size, next) in sizes.iter().zip(&sizes[1..]) {
        let count = size.count(value);
        let limit = Decimal::from(10_u64.pow(next.power - size.power));
        if number::round(count, decimals(*size, count)) < limit {
            return *size;
        }
    }
    sizes[sizes.len() - 1]
}

/// How many decimals leave three significant figures of `count`; none for a count of three digits and more.
pub(super) fn three_figures(count: Decimal) -> u32 {
    let count = count.abs();
    let limits = [(2, Decimal::TEN), (1, Decimal::ONE_HUNDRED)];
    let fits = |(decimals, limit): &(u32, Decimal)| number::round(count, *decimals) < *limit;
    limits.into_iter().find(fits).map_or(0, |(decimals, _)| decimals)
}
