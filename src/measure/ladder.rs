//! The band of a ladder in which a value stands.

use crate::base::{Decimal, Lang, Period};
use crate::model::{Bands, Benchmark, BenchmarkKind, Direction};

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

/// Where a value stands on a ladder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rung {
    /// In a band.
    In(Band),
    /// Worse than the last.
    Below,
}

impl Rung {
    /// In a few words: `处于“良好”档`, `in the band “good”`.
    pub fn words(self, lang: Lang) -> String {
        match (self, lang.is_chinese()) {
            (Self::In(band), true) => format!("处于“{}”档", band.word(lang)),
            (Self::In(band), false) => format!("in the band “{}”", band.word(lang)),
            (Self::Below, true) => "未达到最低一档".to_owned(),
            (Self::Below, false) => "below the lowest band".to_owned(),
        }
    }
}

/// Whether a direction says which way a ladder leads up.
pub fn leads_up(direction: &Direction) -> bool {
    matches!(direction, Direction::Increase | Direction::Decrease)
}

/// Whether bands run from the worst to the best, against the direction of their indicator.
pub fn leads_down(bands: &Bands, direction: &Direction) -> bool {
    match direction {
        Direction::Increase => bands.excellent < bands.poor,
        Direction::Decrease => bands.excellent > bands.poor,
        Direction::Hold { .. } | Direction::Range { .. } | Direction::None => false,
    }
}

/// The rung that `value` has reached. None where no direction says which way is up.
pub fn rung(bands: &Bands, direction: &Direction, value: Decimal) -> Option<Rung> {
    let reached = |band: &Band| match direction {
        Direction::Decrease => value <= band.bound(bands),
        _ => value >= band.bound(bands),
    };
    leads_up(direction).then(|| Band::ALL.into_iter().find(reached).map_or(Rung::Below, Rung::In))
}

/// The rung of a ladder that a value has reached at a period; none for a benchmark of another kind, and where the ladder
/// has no bands then.
pub fn reached(benchmark: &Benchmark, direction: &Direction, at: Period, value: Decimal) -> Option<Rung> {
    match &benchmark.kind {
        BenchmarkKind::Ladder { bands } => rung(bands.get(&at)?, direction, value),
        BenchmarkKind::Enterprise
        | BenchmarkKind::PeerStatistic { .. }
        | BenchmarkKind::Limit
        | BenchmarkKind::OwnPast { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Band, Rung, rung};
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
            ("12", Rung::In(Band::Excellent)),
            ("11.99", Rung::In(Band::Good)),
            ("0", Rung::In(Band::Poor)),
            ("-0.01", Rung::Below),
        ] {
            assert_eq!(rung(&rising, &Direction::Increase, value(at)), Some(expected), "{at}");
        }
        let falling = bands(["50", "55", "60", "65", "70"]);
        assert_eq!(rung(&falling, &Direction::Decrease, value("55")), Some(Rung::In(Band::Good)));
        assert_eq!(rung(&falling, &Direction::Decrease, value("71")), Some(Rung::Below));
        assert_eq!(rung(&falling, &Direction::None, value("71")), None);
    }
}
