//! The band of a ladder in which a value stands.

use crate::base::{Decimal, Lang};
use crate::model::{Bands, Direction};

/// A band, from the best to the worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Band {
    /// The best.
    Excellent,
    /// The second.
    Good,
    /// The middle.
    Average,
    /// The fourth.
    Low,
    /// The last.
    Poor,
}

impl Band {
    /// All bands, the best first.
    pub const ALL: [Self; 5] = [Self::Excellent, Self::Good, Self::Average, Self::Low, Self::Poor];

    /// Its name.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang.is_chinese()) {
            (Self::Excellent, true) => "优秀",
            (Self::Excellent, false) => "excellent",
            (Self::Good, true) => "良好",
            (Self::Good, false) => "good",
            (Self::Average, true) => "平均",
            (Self::Average, false) => "average",
            (Self::Low, true) => "较低",
            (Self::Low, false) => "low",
            (Self::Poor, true) => "较差",
            (Self::Poor, false) => "poor",
        }
    }

    /// The value at which it begins, coming from the worse side.
    pub fn bound(self, bands: &Bands) -> Decimal {
        match self {
            Self::Excellent => bands.excellent,
            Self::Good => bands.good,
            Self::Average => bands.average,
            Self::Low => bands.low,
            Self::Poor => bands.poor,
        }
    }
}

/// The band that `value` has reached. None below the last, and where no direction says which way is up.
pub fn band(bands: &Bands, direction: &Direction, value: Decimal) -> Option<Band> {
    Band::ALL.into_iter().find(|band| match direction {
        Direction::Increase => value >= band.bound(bands),
        Direction::Decrease => value <= band.bound(bands),
        Direction::Hold { .. } | Direction::Range { .. } | Direction::None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{Band, band};
    use crate::measure::sample::value;
    use crate::model::{Bands, Direction};

    #[test]
    fn a_value_stands_in_the_best_band_whose_bound_it_has_reached() {
        let bands = |bounds: [&str; 5]| {
            let [excellent, good, average, low, poor] = bounds.map(value);
            Bands { excellent, good, average, low, poor }
        };
        let rising = bands(["12", "9", "6", "3", "0"]);
        for (at, expected) in [
            ("12", Some(Band::Excellent)),
            ("11.99", Some(Band::Good)),
            ("0", Some(Band::Poor)),
            ("-0.01", None),
        ] {
            assert_eq!(band(&rising, &Direction::Increase, value(at)), expected, "{at}");
        }
        let falling = bands(["50", "55", "60", "65", "70"]);
        assert_eq!(band(&falling, &Direction::Decrease, value("55")), Some(Band::Good));
        assert_eq!(band(&falling, &Direction::Decrease, value("71")), None);
        assert_eq!(band(&falling, &Direction::None, value("71")), None);
    }
}
