//! The same as a ranked list: a bar per row, from zero, with its value at its end; the benchmark as a line through all.
//!
//! Every bar carries its value, so there is no axis. Negative values go to the left. Names stand left of the bars, or, where one
//! is long, above them. The upright lines leave out the text they would
//! cross.

use super::axis::{Scale, extent};
use std::slice;

use super::drawing::{Anchor, Bounds, Drawing, Label, Step, block, breadth, room, spot, stroke};
use super::{Reference, Svg, Text, WIDTH, drawable, text};

/// The input.
#[derive(Debug, Clone)]
pub struct Rank<'a> {
    /// From top to bottom.
    pub rows: Vec<Row<'a>>,
    /// After this row (counted from 0) others were left out: an ellipsis says so.
    pub gap_after: Option<usize>,
    /// What they are measured against.
    pub benchmark: Option<Reference<'a>>,
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// What it is called.
    pub name: Text<'a>,
    /// The length of the bar. Not finite: there is no bar, only the label.
    pub value: f64,
    /// The value, finished.
    pub label: Text<'a>,
    /// Whether the chart is about this one.
    pub own: bool,
    /// Estimated or unaudited: the bar is hollow.
    pub provisional: bool,
}

impl Row<'_> {
    fn class(&self, other: &'static str) -> &'static str {
        if self.own { "own" } else { other }
    }
}

/// The widest a name may be beside its bar.
const BESIDE: f64 = 150.0;
const BAR: f64 = 18.0;
/// Between two rows.
const APART: f64 = 9.0;
/// Between a bar and the text beside it.
const SPACE: f64 = 6.0;
/// Height of the ellipsis.
const ELLIPSIS: f64 = 18.0;

/// The chart as SVG; empty where there are no rows.
#[must_use]
pub fn svg(chart: &Rank<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Places everything. `None` where there are no rows.
#[must_use]
pub fn layout<'a>(chart: &'a Rank<'_>) -> Option<Drawing<'a>> {
    chart.rows.first()?;
    let benchmark = chart.benchmark.as_ref().and_then(|named| Some((named, drawable(named.value)?)));
    let widest = chart
        .rows
        .iter()
        .map(|row| breadth(row.class("name"), slice::from_ref(&row.name)))
        .fold(0.0, f64::max);
    let beside = widest <= BESIDE;
    let scale = scale(chart, benchmark.map(|(_, value)| value), if beside { widest + SPACE } else { 0.0 });
    let zero = scale.place(0.0);

    let mut drawing = Drawing {
        kind: "rank",
        width: WIDTH,
        height: 0.0,
        marks: Vec::with_capacity(8),
        labels: Vec::with_capacity(2 * chart.rows.len() + 1),
    };
    let has_name = benchmark.is_some_and(|(named, _)| !(named.name.is_empty() && named.label.is_empty()));
    let first = if has_name { text::LINE + 4.0 } else { 2.0 };
    let mut y = first;
    let (mut own, mut peer, mut hollow, mut dots) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut values = Vec::with_capacity(chart.rows.len());
    for (index, row) in chart.rows.iter().enumerate() {
        let (named, valued) = (row.class("name"), row.class("peer"));
        if !row.name.is_empty() {
            let name = text::cut(&row.name, room(named, WIDTH));
            drawing.labels.push(if beside {
                Label::new(named, Anchor::End, widest, y - 1.0, vec![name])
            } else {
                Label::new(named, Anchor::Start, 0.0, y, vec![name])
            });
        }
        if !beside {
            y += text::LINE + 1.0;
        }
        let end = drawable(row.value).map_or(zero, |value| scale.place(value));
        if drawable(row.value).is_some() {
            let bounds = Bounds { left: zero.min(end), top: y, right: zero.max(end), bottom: y + BAR };
            let path = match (row.own, row.provisional) {
                (true, false) => &mut own,
                (false, false) => &mut peer,
                (true, true) => {
                    let mut bar = Vec::new();
                    block(&mut bar, bounds);
                    drawing.path("own provisional bar", bar);
                    &mut Vec::new()
                }
                (false, true) => &mut hollow,
            };
            block(path, bounds);
        }
        if !row.label.is_empty() {
            let label = text::cut(&row.label, room(valued, WIDTH / 3.0));
            let (anchor, x) =
                if end < zero { (Anchor::End, end - SPACE) } else { (Anchor::Start, end + SPACE) };
            values.push(Label::new(valued, anchor, x, y - 1.0, vec![label]));
        }
        y += BAR + APART;
        if chart.gap_after == Some(index) && index + 1 < chart.rows.len() {
            let from = if beside { widest - 18.0 } else { 10.0 };
            dots.extend(
                [0.0, 8.0, 16.0].map(|step| spot(from.max(3.0) + step, y + ELLIPSIS / 2.0 - APART / 2.0)),
            );
            y += ELLIPSIS;
        }
    }
    drawing.labels.append(&mut values);
    let bottom = y - APART + 2.0;
    drawing.height = bottom + 1.0;

    drawing.path("peer area", peer);
    drawing.path("peer provisional bar", hollow);
    drawing.path("own area", own);
    drawing.dots("ellipsis dots", dots, 4.0);
    let base = broken(zero, first - 2.0, bottom, &drawing.labels);
    drawing.path("zero line", base);
    if let Some((named, value)) = benchmark {
        let x = scale.place(value);
        drawing.path("benchmark mark line", broken(x, first - 2.0, bottom, &drawing.labels));
        if has_name {
            let name = if named.name.is_empty() || named.label.is_empty() {
                Text::Owned(format!("{}{}", named.name, named.label))
            } else {
                Text::Owned(format!("{} {}", named.name, named.label))
            };
            let name = text::cut(&name, WIDTH).into_owned();
            drawing.labels.push(Label::centred("benchmark", x, 0.0, WIDTH, 0.0, name.into()));
        }
    }
    Some(drawing)
}

/// From values to places: the bars between the names and the values' labels at either end.
fn scale(chart: &Rank<'_>, benchmark: Option<f64>, names: f64) -> Scale {
    let values = || chart.rows.iter().map(|row| drawable(row.value));
    let (least, greatest) =
        extent(values().flatten().chain(benchmark).chain([0.0])).map_or((0.0, 1.0), |(least, greatest)| {
            if least < greatest { (least, greatest) } else { (0.0, 1.0) }
        });
    let margin = |negative: bool, space: f64| {
        chart
            .rows
            .iter()
            .filter(|row| drawable(row.value).is_some_and(|value| value < 0.0) == negative)
            .map(|row| breadth(row.class("peer"), slice::from_ref(&row.label)).min(WIDTH / 3.0) + space)
            .fold(3.0, f64::max)
    };
    // On the left a value's label also stands beside a name.
    Scale::new((least, greatest), (names + margin(true, 2.0 * SPACE), WIDTH - margin(false, SPACE)))
}

/// An upright line that leaves out the labels in its way.
pub(super) fn broken(x: f64, top: f64, bottom: f64, labels: &[Label<'_>]) -> Vec<Step> {
    const CLEAR: f64 = 3.0;
    let mut crossed: Vec<Bounds> = labels
        .iter()
        .map(|label| label.bounds)
        .filter(|bounds| bounds.left - CLEAR < x && x < bounds.right + CLEAR)
        .collect();
    crossed.sort_by(|a, b| a.top.total_cmp(&b.top));
    let mut path = Vec::new();
    let mut y = top;
    for bounds in crossed {
        if bounds.top - y > CLEAR {
            stroke(&mut path, spot(x, y), spot(x, bounds.top));
        }
        y = y.max(bounds.bottom);
    }
    if bottom - y > CLEAR {
        stroke(&mut path, spot(x, y), spot(x, bottom));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Shape;
    use crate::chart::proof::{self, Random};

    fn rank(values: &[f64], benchmark: Option<f64>) -> Rank<'static> {
        let row = |(index, &value): (usize, &f64)| Row {
            name: format!("企业{index}").into(),
            value,
            label: format!("{value}%").into(),
            own: index == 1,
            provisional: false,
        };
        Rank {
            rows: values.iter().enumerate().map(row).collect(),
            gap_after: None,
            benchmark: benchmark.map(|value| Reference {
                value,
                name: "对标".into(),
                label: format!("{value}%").into(),
            }),
        }
    }

    fn xs(drawing: &Drawing<'_>, class: &str) -> Vec<f64> {
        let paths =
            drawing.marks.iter().filter(|mark| mark.class == class).filter_map(|mark| match &mark.shape {
                Shape::Path(steps) => Some(steps),
                _ => None,
            });
        let x = |step: &Step| match step {
            Step::Move(at) | Step::Line(at) => Some(at.x),
            Step::Close => None,
        };
        paths.flatten().filter_map(x).collect()
    }

    #[test]
    fn bars_start_at_zero_and_negative_ones_go_left() {
        let chart = rank(&[9.0, -4.0, 3.0], None);
        let drawing = layout(&chart).expect("rows");
        let zero = xs(&drawing, "zero line")[0];
        assert!(xs(&drawing, "peer area").iter().all(|&x| x >= zero - 1e-9));
        assert!(xs(&drawing, "own area").iter().all(|&x| x <= zero + 1e-9));
        assert!(xs(&drawing, "peer area").contains(&zero) && xs(&drawing, "own area").contains(&zero));
    }

    #[test]
    fn the_benchmark_leaves_out_the_labels_it_would_cross() {
        let chart = rank(&[12.0, 9.0, 3.0], Some(9.5));
        let drawing = layout(&chart).expect("rows");
        assert_eq!(xs(&drawing, "benchmark mark line").len(), 4, "above and below the second row's label");
    }

    #[test]
    fn one_long_name_puts_all_names_above_their_bars() {
        let mut chart = rank(&[12.0, 9.0], None);
        chart.rows[0].name = "华岚钢铁集团股份有限公司冷轧薄板事业部".into();
        let drawing = layout(&chart).expect("rows");
        let own = drawing.labels.iter().find(|label| label.class == "own").expect("the own row has a name");
        assert!(own.bounds.left.abs() < 1e-9 && drawing.height > 90.0);
    }

    #[test]
    fn a_row_without_a_value_has_a_label_and_no_bar() {
        let mut chart = rank(&[12.0, f64::NAN], None);
        chart.rows[1].label = "暂缺".into();
        let drawing = layout(&chart).expect("rows");
        assert!(xs(&drawing, "own area").is_empty());
        assert!(drawing.labels.iter().any(|label| label.lines == ["暂缺"]));
    }

    #[test]
    fn no_rows_are_no_chart() {
        assert!(svg(&rank(&[], Some(3.0))).is_empty());
    }

    #[test]
    fn any_rank_is_sound() {
        let mut random = Random::new(4);
        for _ in 0..2500 {
            let count = 1 + random.below(40);
            let values = random.values(count + 1);
            let long = random.chance(2);
            let chart = Rank {
                rows: (0..count)
                    .map(|at| Row {
                        name: if long { random.name().into() } else { "华岚钢铁".into() },
                        value: values[at],
                        label: random.label(values[at]).into(),
                        own: random.chance(8),
                        provisional: random.chance(8),
                    })
                    .collect(),
                gap_after: random.chance(3).then(|| random.below(count)),
                benchmark: random.chance(2).then(|| Reference {
                    value: values[count],
                    name: random.name().into(),
                    label: random.label(values[count]).into(),
                }),
            };
            proof::prove(|| layout(&chart), || svg(&chart)).expect("rows");
        }
    }
}
