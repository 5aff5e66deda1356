//! A trend as small as a word: the own line, the benchmark, and a dot where it stands now. No text: that is beside it.

use super::axis::{Scale, extent};
use super::drawing::{Drawing, spot};
use super::runs::{self, Stop};
use super::{drawable, write};

/// Width of the view box, in units.
pub const WIDTH: f64 = 120.0;
/// Height of the view box, in units.
pub const HEIGHT: f64 = 36.0;

/// The input.
#[derive(Debug, Clone, Copy)]
pub struct Sparkline<'a> {
    /// One value for each period, evenly spaced; `None` where it is missing.
    pub own: &'a [Option<f64>],
    /// Likewise. May be empty.
    pub benchmark: &'a [Option<f64>],
}

/// The sparkline as SVG, hidden from screen readers; empty where there is no own value.
#[must_use]
pub fn svg(chart: &Sparkline<'_>) -> String {
    layout(chart).map_or_else(String::new, |drawing| write::silent(&drawing))
}

/// Places everything. `None` where there is no own value.
#[must_use]
pub fn layout(chart: &Sparkline<'_>) -> Option<Drawing<'static>> {
    const EDGE: f64 = 5.0;
    let value = |value: &Option<f64>| value.and_then(drawable);
    chart.own.iter().find_map(value)?;
    let values = extent(chart.own.iter().chain(chart.benchmark).filter_map(value))?;
    let periods = chart.own.len().max(chart.benchmark.len());
    let x = Scale::new((0.0, (periods - 1) as f64), (EDGE, WIDTH - EDGE));
    let y = Scale::new(values, (HEIGHT - EDGE, EDGE));
    let stops = |values: &[Option<f64>]| -> Vec<Option<Stop>> {
        let stop = |(at, each)| {
            value(each)
                .map(|value| Stop { at: spot(x.place(f64::from(at)), y.place(value)), provisional: false })
        };
        (0_u32..).zip(values).map(stop).collect()
    };

    let mut drawing = Drawing {
        kind: "sparkline",
        width: WIDTH,
        height: HEIGHT,
        marks: Vec::with_capacity(4),
        labels: Vec::new(),
    };
    let benchmark = runs::ink(&stops(chart.benchmark));
    drawing.path("benchmark line", benchmark.solid);
    drawing.dots("benchmark dots", benchmark.alone, 4.0);
    let own = runs::ink(&stops(chart.own));
    let last = own.dots.last().copied();
    drawing.path("own line", own.solid);
    drawing.dots("own dots", own.alone.into_iter().filter(|&alone| Some(alone) != last).collect(), 4.0);
    drawing.dots("own dots", last.into_iter().collect(), 8.0);
    Some(drawing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::proof::{self, Random};

    #[test]
    fn a_sparkline_ends_in_a_dot_and_has_no_text() {
        let chart = Sparkline {
            own: &[Some(6.2), Some(7.1), None, Some(9.4)],
            benchmark: &[Some(12.1), Some(11.8), Some(11.5), Some(10.9)],
        };
        let drawing = layout(&chart).expect("values");
        assert!(drawing.labels.is_empty());
        assert_eq!(drawing.marks.last().map(|mark| mark.class), Some("own dots"));
        assert!(svg(&chart).len() < 420, "{}", svg(&chart));
    }

    #[test]
    fn no_own_value_is_no_sparkline() {
        assert_eq!(svg(&Sparkline { own: &[None, Some(f64::NAN)], benchmark: &[Some(1.0)] }), "");
    }

    #[test]
    fn any_sparkline_is_sound() {
        let mut random = Random::new(5);
        for _ in 0..2000 {
            let (own, theirs) = (1 + random.below(40), random.below(40));
            let mut values = |count| -> Vec<Option<f64>> {
                random.values(count).into_iter().map(|value| (!random.chance(9)).then_some(value)).collect()
            };
            let (own, benchmark) = (values(own), values(theirs));
            let chart = Sparkline { own: &own, benchmark: &benchmark };
            let (drawing, written) = (layout(&chart), svg(&chart));
            assert_eq!(
                (&drawing, &written),
                (&layout(&chart), &svg(&chart)),
                "the same data, the same chart"
            );
            assert_eq!(drawing.is_none(), written.is_empty());
            if let Some(drawing) = drawing {
                proof::is_sound(&drawing, &written);
            }
        }
    }
}
