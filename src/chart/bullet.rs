//! Where does it stand now: a bar from zero, the benchmark as a line, the target as a ring, the ladder's bands behind.
//!
//! The names stand in a row above. A negative value is a bar to the left of zero.

use super::axis::extent;
use super::callout::{self, Callout};
use super::drawing::{Bounds, Drawing, block, spot, stroke};
use super::ruler::{self, Ruler};
use super::{Reference, Svg, Text, TickLabel, WIDTH, drawable};

/// The input.
#[derive(Clone)]
pub struct Bullet<'a> {
    /// The unit, written at the last tick. May be empty.
    pub unit: Text<'a>,
    /// The value, and whose it is.
    pub own: Reference<'a>,
    /// Whether the value is estimated or unaudited: the bar is hollow then.
    pub provisional: bool,
    /// What it is measured against.
    pub benchmark: Option<Reference<'a>>,
    /// Where it is to arrive.
    pub target: Option<Reference<'a>>,
    /// The steps of a ladder.
    pub bands: Vec<Band>,
    /// Writes the values at the axis.
    pub tick_label: TickLabel<'a>,
}

/// A step of a ladder.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The end with the lower value. Not finite: open.
    pub from: f64,
    /// The end with the higher value. Not finite: open.
    pub to: f64,
    /// 0 for the best step, up to 4 (and 4 for all below): the class `b0` to `b4`.
    pub rank: u8,
}

/// Height of the ladder's bands, and of the bar on them.
const BAND: f64 = 30.0;
const BAR: f64 = 14.0;
/// Between the names and the bands, for the leaders.
const LEAD: f64 = 8.0;
const RING: f64 = 5.0;
const BAND_CLASSES: [&str; 5] = ["b0 area", "b1 area", "b2 area", "b3 area", "b4 area"];

/// The chart as SVG; empty where there is no value.
#[must_use]
pub fn svg(chart: &Bullet<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Places everything. `None` where there is no value.
#[must_use]
pub fn layout<'a>(chart: &'a Bullet<'_>) -> Option<Drawing<'a>> {
    let own = drawable(chart.own.value)?;
    let marked = |reference: &'a Option<Reference<'_>>| {
        reference.as_ref().and_then(|reference| Some((reference, drawable(reference.value)?)))
    };
    let (benchmark, target) = (marked(&chart.benchmark), marked(&chart.target));
    let steps = chart.bands.iter().flat_map(|band| [band.from, band.to]).filter_map(drawable);
    let marks = benchmark.iter().chain(&target).map(|(_, value)| *value);
    let ruler = Ruler::covering(
        extent([0.0, own].into_iter().chain(marks).chain(steps))?,
        &chart.unit,
        chart.tick_label,
    );
    let place = |value: f64| ruler.scale.place(value);

    let on_bar = LEAD + (BAND - BAR) / 2.0;
    let on_ring = LEAD + BAND / 2.0 - RING;
    let mut callouts = vec![Callout::of("own", "own leader line", (place(own), on_bar), &chart.own)];
    callouts.extend(benchmark.map(|(named, value)| {
        Callout::of("benchmark", "benchmark leader line", (place(value), LEAD), named)
    }));
    callouts.extend(
        target.map(|(named, value)| {
            Callout::of("target", "target leader line", (place(value), on_ring), named)
        }),
    );
    let row = callout::row(&callouts);

    let top = row.height + LEAD;
    let bottom = top + BAND;
    let middle = f64::midpoint(top, bottom);
    let mut drawing = Drawing {
        kind: "bullet",
        width: WIDTH,
        height: bottom + ruler::HEIGHT,
        marks: Vec::with_capacity(12),
        labels: Vec::with_capacity(8),
    };
    for (rank, class) in (0_u8..).zip(BAND_CLASSES) {
        let mut path = Vec::new();
        for band in chart.bands.iter().filter(|band| band.rank.min(4) == rank) {
            let end = |value: f64, open: f64| drawable(value).map_or(open, place);
            let (left, right) = (end(band.from, ruler.left), end(band.to, ruler.right));
            if left < right {
                block(&mut path, Bounds { left, top, right, bottom });
            }
        }
        drawing.path(class, path);
    }

    let (zero, end) = (place(0.0), place(own));
    let mut bar = Vec::new();
    block(
        &mut bar,
        Bounds {
            left: zero.min(end),
            top: middle - BAR / 2.0,
            right: zero.max(end),
            bottom: middle + BAR / 2.0,
        },
    );
    let benchmark = benchmark.map(|(_, value)| place(value));
    let target = target.map(|(_, value)| place(value));
    ruler.draw(&mut drawing, top, bottom);
    drawing.path(if chart.provisional { "own provisional bar" } else { "own area" }, bar);
    row.draw(&mut drawing);
    if let Some(x) = benchmark {
        let mut line = Vec::with_capacity(2);
        stroke(&mut line, spot(x, top), spot(x, bottom));
        drawing.path("benchmark mark line", line);
    }
    if let Some(x) = target {
        drawing.ring("target ring", spot(x, middle), RING);
    }
    Some(drawing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::proof::{self, Random};
    use crate::chart::{Shape, Step};

    fn named(name: &'static str, value: f64) -> Reference<'static> {
        Reference { value, name: name.into(), label: format!("{value}%").into() }
    }

    fn bullet(own: f64, benchmark: Option<f64>, target: Option<f64>) -> Bullet<'static> {
        Bullet {
            unit: "%".into(),
            own: named("华岚钢铁", own),
            provisional: false,
            benchmark: benchmark.map(|value| named("对标", value)),
            target: target.map(|value| named("目标", value)),
            bands: Vec::new(),
            tick_label: &proof::plain,
        }
    }

    /// The least and greatest x of the first path of a class.
    fn reach(drawing: &Drawing<'_>, class: &str) -> Option<(f64, f64)> {
        let mark = drawing.marks.iter().find(|mark| mark.class == class)?;
        let Shape::Path(steps) = &mark.shape else { return None };
        extent(steps.iter().filter_map(|step| match step {
            Step::Move(at) | Step::Line(at) => Some(at.x),
            Step::Close => None,
        }))
    }

    #[test]
    fn the_bar_starts_at_zero() {
        for (value, left) in [(9.4, true), (-9.4, false)] {
            let chart = bullet(value, Some(-2.0), Some(12.0));
            let drawing = layout(&chart).expect("a value");
            let (zero, bar) = (reach(&drawing, "zero line"), reach(&drawing, "own area"));
            let (zero, bar) = (zero.expect("zero is a tick"), bar.expect("there is a bar"));
            let end = if left { bar.0 } else { bar.1 };
            assert!((zero.0 - end).abs() < 1e-9, "{value}");
        }
    }

    #[test]
    fn the_names_stand_on_one_line_each_where_they_fit() {
        let chart = bullet(9.4, Some(10.9), Some(10.5));
        let drawing = layout(&chart).expect("a value");
        let names: Vec<String> = drawing
            .labels
            .iter()
            .filter(|label| label.class != "tick")
            .map(|label| label.lines.join("|"))
            .collect();
        assert_eq!(names, ["华岚钢铁 9.4%", "对标 10.9%", "目标 10.5%"]);
        assert!(drawing.height < 90.0);
    }

    #[test]
    fn without_a_value_there_is_no_chart() {
        assert!(svg(&bullet(f64::NAN, Some(1.0), None)).is_empty());
    }

    #[test]
    fn an_open_band_ends_where_the_axis_ends() {
        let mut chart = bullet(9.4, None, None);
        chart.bands = vec![
            Band { from: f64::NEG_INFINITY, to: 5.0, rank: 9 },
            Band { from: 5.0, to: f64::INFINITY, rank: 0 },
        ];
        let drawing = layout(&chart).expect("a value");
        let (worst, best) = (reach(&drawing, "b4 area"), reach(&drawing, "b0 area"));
        let (worst, best) = (worst.expect("a band"), best.expect("a band"));
        assert!((worst.1 - best.0).abs() < 1e-9 && best.1 > 400.0 && worst.0 < 40.0);
    }

    #[test]
    fn any_bullet_is_sound() {
        let mut random = Random::new(2);
        for _ in 0..2500 {
            let values = random.values(6);
            let mut reference = |value: f64| Reference {
                value,
                name: random.name().into(),
                label: random.label(value).into(),
            };
            let (own, benchmark, target) = (reference(values[0]), reference(values[1]), reference(values[2]));
            let chart = Bullet {
                unit: random.name().into(),
                own,
                provisional: random.chance(3),
                benchmark: random.chance(2).then_some(benchmark),
                target: random.chance(2).then_some(target),
                bands: (3..4 + random.below(2))
                    .map(|at| Band { from: values[at], to: values[at + 1], rank: at as u8 })
                    .collect(),
                tick_label: &proof::plain,
            };
            proof::prove(|| layout(&chart), || svg(&chart));
        }
    }
}
