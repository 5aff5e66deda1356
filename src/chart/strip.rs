//! Where is it among the enterprises of its industry: one dot each on a common axis.
//!
//! Dots that would hide each other move up or down. Where there are too many for that (more than 300, or a stack too high), they
//! become columns that stand on the axis, as high as there are enterprises. Behind them lie the middle half, the median and the
//! benchmark. The own dot is named; without one, the least and the greatest are.

use super::axis::extent;
use super::callout::{self, Callout};
use super::drawing::{Bounds, Drawing, Spot, block, spot, stroke};
use super::ruler::{self, Ruler};
use super::swarm;
use super::{Reference, Svg, Text, TickLabel, WIDTH, drawable};

/// The input.
#[derive(Clone)]
pub struct Strip<'a> {
    /// The unit, written at the last tick. May be empty.
    pub unit: Text<'a>,
    /// In any order.
    pub dots: Vec<Dot<'a>>,
    /// The middle value.
    pub median: Option<Reference<'a>>,
    /// The first and the third quartile.
    pub quartiles: Option<(f64, f64)>,
    /// What they are measured against.
    pub benchmark: Option<Reference<'a>>,
    /// Writes the values at the axis.
    pub tick_label: TickLabel<'a>,
}

/// An enterprise.
#[derive(Debug, Clone)]
pub struct Dot<'a> {
    /// In the unit of the chart.
    pub value: f64,
    /// What it is called. Read for the own dot only, or for the least and greatest where there is none.
    pub name: Text<'a>,
    /// The value, finished. Read like the name.
    pub label: Text<'a>,
    /// Whether the chart is about this one.
    pub own: bool,
}

/// The dots' diameters to try, larger first.
const DIAMETERS: [f64; 4] = [10.0, 8.0, 6.4, 5.0];
/// With more than this, dots say less than columns.
const MANY: usize = 300;
/// Half the height that dots may take, and that they take at least.
const MOST: f64 = 50.0;
const LEAST: f64 = 20.0;
/// The columns that stand for very many dots.
const COLUMN: f64 = 5.0;
const COLUMN_HEIGHT: f64 = 80.0;
/// Between the names and the field, for the leaders.
const LEAD: f64 = 8.0;

/// The chart as SVG; empty where there is no value.
#[must_use]
pub fn svg(chart: &Strip<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Places everything. `None` where there is no value.
#[must_use]
pub fn layout<'a>(chart: &'a Strip<'_>) -> Option<Drawing<'a>> {
    let dots: Vec<(f64, &'a Dot<'a>)> =
        chart.dots.iter().filter_map(|dot| Some((drawable(dot.value)?, dot))).collect();
    let marked = |reference: &'a Option<Reference<'_>>| {
        reference.as_ref().and_then(|reference| Some((reference, drawable(reference.value)?)))
    };
    let (median, benchmark) = (marked(&chart.median), marked(&chart.benchmark));
    let quartiles = chart.quartiles.and_then(|(first, third)| Some((drawable(first)?, drawable(third)?)));
    dots.first()?;
    let marks = median.iter().chain(&benchmark).map(|(_, value)| *value);
    let values = dots
        .iter()
        .map(|dot| dot.0)
        .chain(marks)
        .chain(quartiles.iter().flat_map(|&(first, third)| [first, third]));
    let ruler = Ruler::covering(extent(values)?, &chart.unit, chart.tick_label);
    let place = |value: f64| ruler.scale.place(value);

    let xs: Vec<f64> = dots.iter().map(|dot| place(dot.0)).collect();
    let own = dots.iter().position(|(_, dot)| dot.own);
    let crowd = crowd(&xs, own);
    let mut callouts: Vec<Callout<'a>> = named(&dots, own)
        .into_iter()
        .map(|index| Callout {
            class: if own.is_some() { "own" } else { "peer" },
            leader: if own.is_some() { "own leader line" } else { "peer leader line" },
            x: xs[index],
            depth: LEAD + crowd.depths[index] - crowd.diameter / 2.0,
            name: &dots[index].1.name,
            value: &dots[index].1.label,
        })
        .collect();
    callouts.extend(
        median.map(|(named, value)| Callout::of("median", "median leader line", (place(value), LEAD), named)),
    );
    callouts.extend(benchmark.map(|(named, value)| {
        Callout::of("benchmark", "benchmark leader line", (place(value), LEAD), named)
    }));
    let row = callout::row(&callouts);

    let top = row.height + LEAD;
    let bottom = top + crowd.height;
    let mut drawing = Drawing {
        kind: "strip",
        width: WIDTH,
        height: bottom + ruler::HEIGHT,
        marks: Vec::with_capacity(12),
        labels: Vec::with_capacity(8),
    };
    if let Some((first, third)) = quartiles.filter(|(first, third)| first < third) {
        let mut half = Vec::new();
        block(&mut half, Bounds { left: place(first), top, right: place(third), bottom });
        drawing.path("quartiles area", half);
    }
    let upright = |value: f64| {
        let mut line = Vec::with_capacity(2);
        stroke(&mut line, spot(place(value), top), spot(place(value), bottom));
        line
    };
    let (median, benchmark) =
        (median.map(|(_, value)| upright(value)), benchmark.map(|(_, value)| upright(value)));
    ruler.draw(&mut drawing, top, bottom);
    drawing.path("median line", median.unwrap_or_default());
    drawing.path("benchmark mark line", benchmark.unwrap_or_default());

    let spots = |own: bool| -> Vec<Spot> {
        let chosen = dots.iter().zip(xs.iter().zip(&crowd.depths)).filter(|((_, dot), _)| dot.own == own);
        chosen.map(|(_, (&x, &depth))| spot(x, top + depth)).collect()
    };
    if crowd.in_columns {
        drawing.path("peer area", columns(&xs, bottom));
    } else {
        drawing.dots("peer dots", spots(false), crowd.diameter - 1.0);
    }
    row.draw(&mut drawing);
    drawing.dots("halo dots", spots(true), crowd.diameter + swarm::EXTRA + 1.0);
    drawing.dots("own dots", spots(true), crowd.diameter + swarm::EXTRA - 1.0);
    Some(drawing)
}

/// Where the dots are, below the top of the field.
struct Crowd {
    depths: Vec<f64>,
    diameter: f64,
    height: f64,
    in_columns: bool,
}

fn crowd(xs: &[f64], own: Option<usize>) -> Crowd {
    let swarm = |&diameter: &f64| {
        let offsets = swarm::offsets(xs, diameter, own, MOST - diameter)?;
        let half =
            (offsets.iter().fold(0.0, |most: f64, offset| most.max(offset.abs())) + diameter).max(LEAST);
        let depths = offsets.into_iter().map(|offset| half + offset).collect();
        Some(Crowd { depths, diameter, height: 2.0 * half, in_columns: false })
    };
    let found = if xs.len() > MANY { None } else { DIAMETERS.iter().find_map(swarm) };
    found.unwrap_or_else(|| {
        let diameter = DIAMETERS[0];
        Crowd {
            depths: vec![COLUMN_HEIGHT - diameter; xs.len()],
            diameter,
            height: COLUMN_HEIGHT,
            in_columns: true,
        }
    })
}

/// Which dots are named: the first own one, else the least and the greatest.
fn named(dots: &[(f64, &Dot<'_>)], own: Option<usize>) -> Vec<usize> {
    if let Some(own) = own {
        return vec![own];
    }
    let by_value = |a: &usize, b: &usize| dots[*a].0.total_cmp(&dots[*b].0);
    let least = (0..dots.len()).min_by(by_value);
    let greatest = (0..dots.len()).max_by(by_value).filter(|&greatest| Some(greatest) != least);
    least.into_iter().chain(greatest).collect()
}

/// Columns as high as there are dots between their sides.
fn columns(xs: &[f64], bottom: f64) -> Vec<super::Step> {
    let mut counts = [0_u32; (WIDTH / COLUMN) as usize + 1];
    for x in xs {
        counts[(x / COLUMN) as usize] += 1;
    }
    let highest = f64::from(counts.iter().copied().max().unwrap_or(1));
    let mut path = Vec::new();
    for (count, at) in counts.iter().zip(0_u8..).filter(|(count, _)| **count > 0) {
        let left = f64::from(at) * COLUMN;
        // One enterprise among thousands is still to be seen.
        let height = (f64::from(*count) / highest * COLUMN_HEIGHT).max(1.0);
        block(&mut path, Bounds { left, top: bottom - height, right: left + COLUMN - 1.0, bottom });
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::chart::proof::{self, Random};

    fn strip(values: &[f64], own: Option<usize>) -> Strip<'static> {
        let dot = |(index, &value): (usize, &f64)| Dot {
            value,
            name: format!("企业{index}").into(),
            label: format!("{value}%").into(),
            own: own == Some(index),
        };
        Strip {
            unit: "%".into(),
            dots: values.iter().enumerate().map(dot).collect(),
            median: None,
            quartiles: None,
            benchmark: None,
            tick_label: &proof::plain,
        }
    }

    fn peers(drawing: &Drawing<'_>) -> usize {
        let of = |mark: &crate::chart::Mark| match &mark.shape {
            Shape::Dots { at, .. } if mark.class == "peer dots" => at.len(),
            _ => 0,
        };
        drawing.marks.iter().map(of).sum()
    }

    fn names(drawing: &Drawing<'_>) -> Vec<String> {
        let named = drawing.labels.iter().filter(|label| label.class != "tick");
        named.map(|label| label.lines.join("|")).collect()
    }

    #[test]
    fn the_own_dot_is_named_and_without_one_the_least_and_the_greatest() {
        let chart = strip(&[3.0, 9.0, 5.0], Some(2));
        assert_eq!(names(&layout(&chart).expect("dots")), ["企业2 5%"]);
        let chart = strip(&[3.0, 9.0, 5.0], None);
        assert_eq!(names(&layout(&chart).expect("dots")), ["企业0 3%", "企业1 9%"]);
    }

    #[test]
    fn equal_enterprises_are_all_to_be_seen() {
        let drawing = layout(&strip(&[5.0; 12], Some(0))).map(|drawing| peers(&drawing));
        assert_eq!(drawing, Some(11));
    }

    #[test]
    fn ten_thousand_enterprises_become_columns() {
        let values: Vec<f64> = (0..10_000).map(|at| f64::from(at % 97)).collect();
        let chart = strip(&values, Some(40));
        let drawing = layout(&chart).expect("dots");
        assert_eq!(peers(&drawing), 0);
        assert!(proof::named(&svg(&chart)).len() < 5000);
        proof::is_sound(&drawing, &proof::named(&svg(&chart)));
    }

    #[test]
    fn no_enterprise_is_no_chart() {
        assert!(svg(&strip(&[f64::NAN], None)).is_empty());
    }

    #[test]
    fn any_strip_is_sound() {
        let mut random = Random::new(3);
        for round in 0..2500 {
            let count = if round % 50 == 0 { 1 + random.below(600) } else { 1 + random.below(60) };
            let values = random.values(count + 4);
            let mut reference = |value: f64| Reference {
                value,
                name: random.name().into(),
                label: random.label(value).into(),
            };
            let (median, benchmark) = (reference(values[count]), reference(values[count + 1]));
            let own = if random.chance(3) { usize::MAX } else { random.below(count) };
            let chart = Strip {
                unit: random.name().into(),
                dots: (0..count)
                    .map(|at| Dot {
                        value: values[at],
                        name: random.name().into(),
                        label: random.label(values[at]).into(),
                        own: at == own,
                    })
                    .collect(),
                median: random.chance(2).then_some(median),
                quartiles: random.chance(2).then(|| (values[count + 2], values[count + 3])),
                benchmark: random.chance(2).then_some(benchmark),
                tick_label: &proof::plain,
            };
            let Some(drawing) = proof::prove(|| layout(&chart), || svg(&chart)) else { continue };
            for mark in drawing.marks.iter().filter(|mark| mark.class == "peer dots") {
                let Shape::Dots { at, width } = &mark.shape else { continue };
                for (index, a) in at.iter().enumerate() {
                    let hidden = at[index + 1..].iter().any(|b| (a.x - b.x).hypot(a.y - b.y) < width - 0.1);
                    assert!(!hidden, "dots hide each other");
                }
            }
        }
    }
}
