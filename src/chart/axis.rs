//! Round ticks on an axis, and the way from a value to its place.

/// A value axis: from one round value to another, with a tick at every step between.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    /// The first tick, counted in steps from zero.
    first: i64,
    last: i64,
    /// 1, 2, 2.5 or 5.
    leading: f64,
    /// The step is `leading` × 10 to this power.
    power: i32,
}

impl Axis {
    /// The axis with the smallest step of 1, 2, 2.5 or 5 × 10ⁿ that covers the values from `least` to `greatest` with at most
    /// `most` ticks, never fewer than three. (Doubling a step can at worst halve the intervals, hence `most` ≥ 4.)
    pub(super) fn covering(least: f64, greatest: f64, most: i64) -> Axis {
        debug_assert!(most >= 4 && least <= greatest);
        let (least, greatest) = widened(least, greatest);
        let mut power = ((greatest - least) / most as f64).log10().floor() as i32 - 1;
        loop {
            for leading in [1.0, 2.0, 2.5, 5.0] {
                // Without the tolerance 0.3 / 0.1 would ask for one more tick than it needs.
                let step = scaled(leading, power);
                let first = (least / step + 1e-9).floor() as i64;
                let last = (greatest / step - 1e-9).ceil() as i64;
                if last - first < most {
                    return Axis { first, last, leading, power };
                }
            }
            power += 1;
        }
    }

    /// The values at the ticks, rising.
    pub(super) fn ticks(self) -> impl Iterator<Item = f64> {
        (self.first..=self.last).map(move |count| scaled(count as f64 * self.leading, self.power))
    }

    pub(super) fn least(self) -> f64 {
        scaled(self.first as f64 * self.leading, self.power)
    }

    pub(super) fn greatest(self) -> f64 {
        scaled(self.last as f64 * self.leading, self.power)
    }

    /// How many decimals the ticks need to be told apart.
    pub(super) fn decimals(self) -> u8 {
        let of_half = i32::from(self.leading.fract() != 0.0);
        u8::try_from((of_half - self.power).max(0)).unwrap_or(u8::MAX)
    }

    /// Whether zero lies between the ends, not on one of them.
    pub(super) fn crosses_zero(self) -> bool {
        self.first < 0 && self.last > 0
    }
}

/// Dividing by a power of ten rounds correctly (3 / 10 is 0.3); multiplying by its inverse does not (3 × 0.1 is 0.30000000000000004).
fn scaled(number: f64, power: i32) -> f64 {
    if power < 0 { number / 10_f64.powi(-power) } else { number * 10_f64.powi(power) }
}

/// A range with some width: values that are all (nearly) the same get a tenth of themselves on both sides.
fn widened(least: f64, greatest: f64) -> (f64, f64) {
    let size = least.abs().max(greatest.abs());
    if size == 0.0 {
        (0.0, 1.0)
    } else if greatest - least < size * 1e-9 {
        (least - size / 10.0, greatest + size / 10.0)
    } else {
        (least, greatest)
    }
}

/// The least and the greatest of the values. `None` where there are none.
pub(super) fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |seen, value| match seen {
        None => Some((value, value)),
        Some((least, greatest)) => Some((value.min(least), value.max(greatest))),
    })
}

/// A straight map from values to places.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scale {
    least: f64,
    place_of_least: f64,
    units_per_one: f64,
}

impl Scale {
    /// Maps `values` onto `places`. Where there is only one value, it lies in the middle.
    pub(super) fn new(values: (f64, f64), places: (f64, f64)) -> Scale {
        let (least, greatest) = values;
        if greatest > least {
            Scale {
                least,
                place_of_least: places.0,
                units_per_one: (places.1 - places.0) / (greatest - least),
            }
        } else {
            Scale { least, place_of_least: f64::midpoint(places.0, places.1), units_per_one: 0.0 }
        }
    }

    pub(super) fn place(self, value: f64) -> f64 {
        self.place_of_least + (value - self.least) * self.units_per_one
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(least: f64, greatest: f64) -> Vec<f64> {
        Axis::covering(least, greatest, 6).ticks().collect()
    }

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(0.0, 10.9), [0.0, 2.5, 5.0, 7.5, 10.0, 12.5]);
        assert_eq!(ticks(0.1, 0.3), [0.1, 0.15, 0.2, 0.25, 0.3]);
        assert_eq!(ticks(-3000.0, 20000.0), [-5000.0, 0.0, 5000.0, 10000.0, 15000.0, 20000.0]);
        assert_eq!(ticks(1e12, 1.4e12), [1e12, 1.1e12, 1.2e12, 1.3e12, 1.4e12]);
        assert_eq!(ticks(0.0, 1e-6), [0.0, 2e-7, 4e-7, 6e-7, 8e-7, 1e-6]);
    }

    #[test]
    fn equal_values_get_an_axis_around_them() {
        assert_eq!(ticks(9.4, 9.4), [8.0, 8.5, 9.0, 9.5, 10.0, 10.5]);
        assert_eq!(ticks(0.0, 0.0), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks(-5.0, -5.0), [-5.5, -5.25, -5.0, -4.75, -4.5]);
    }

    #[test]
    fn decimals_are_as_many_as_the_step_needs() {
        assert_eq!(Axis::covering(0.0, 10.0, 6).decimals(), 0);
        assert_eq!(Axis::covering(0.0, 10.9, 6).decimals(), 1);
        assert_eq!(Axis::covering(0.1, 0.3, 6).decimals(), 2);
    }

    #[test]
    fn there_are_always_three_to_six_ticks_that_cover_the_values() {
        let mut random = super::super::proof::Random::new(7);
        for _ in 0..20_000 {
            let (a, b) = (random.number(), random.number());
            for most in 4..=6 {
                let axis = Axis::covering(a.min(b), a.max(b), most);
                let ticks = axis.last - axis.first + 1;
                assert!((3..=most).contains(&ticks), "{ticks} ticks from {a} to {b}");
                let slack = (axis.greatest() - axis.least()) * 1e-8;
                assert!(
                    axis.least() <= a.min(b) + slack && axis.greatest() >= a.max(b) - slack,
                    "{a} {b} {axis:?}"
                );
            }
        }
    }
}
