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
/// The least length for all bars together beside the names.
const FIELD: f64 = 120.0;
/// Between two rows; and where the names stand above the bars.
const APART: f64 = 9.0;
const APART_ABOVE: f64 = 14.0;
/// What values may take of the width: a name can do without its end, a number can’t.
const VALUES: f64 = 340.0;
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
    let margins = margins(chart);
    let beside = widest <= BESIDE && WIDTH - widest - SPACE - margins.left - margins.right >= FIELD;
    let apart = if beside { APART } else { APART_ABOVE };
    let names = if beside { widest + SPACE } else { 0.0 };
    let places = (names + margins.left, WIDTH - margins.right);
    let scale = Scale::new(values(chart, benchmark.map(|(_, value)| value)), places);
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
            let label = text::cut(&row.label, room(valued, margins.room));
            let (anchor, x) =
                if end < zero { (Anchor::End, end - SPACE) } else { (Anchor::Start, end + SPACE) };
            values.push(Label::new(valued, anchor, x, y - 1.0, vec![label]));
        }
        y += BAR + apart;
        if chart.gap_after == Some(index) && index + 1 < chart.rows.len() {
            let from = if beside { widest - 18.0 } else { 10.0 };
            dots.extend(
                [0.0, 8.0, 16.0].map(|step| spot(from.max(3.0) + step, y + ELLIPSIS / 2.0 - apart / 2.0)),
            );
            y += ELLIPSIS;
        }
    }
    drawing.labels.append(&mut values);
    let bottom = y - apart + 2.0;
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

/// The least and the greatest value that bars or the benchmark reach.
fn values(chart: &Rank<'_>, benchmark: Option<f64>) -> (f64, f64) {
    let values = chart.rows.iter().filter_map(|row| drawable(row.value));
    let (least, greatest) = extent(values.chain(benchmark).chain([0.0])).unwrap_or_default();
    if least < greatest { (least, greatest) } else { (0.0, 1.0) }
}

/// What the values' labels take at either end of the bars.
struct Margins {
    left: f64,
    right: f64,
    /// The widest a label may be.
    room: f64,
}

fn margins(chart: &Rank<'_>) -> Margins {
    let widest = |negative: bool| {
        let here = chart.rows.iter().filter(|row| (drawable(row.value).unwrap_or(0.0) < 0.0) == negative);
        here.map(|row| breadth(row.class("peer"), slice::from_ref(&row.label))).fold(0.0, f64::max)
    };
    let (left, right) = (widest(true), widest(false));
    let room = if left > 0.0 && right > 0.0 { VALUES / 2.0 } else { VALUES };
    // On the left a value's label also stands beside a name.
    let margin = |width: f64, space: f64| if width > 0.0 { width.min(room) + space } else { 3.0 };
    Margins { left: margin(left, 2.0 * SPACE), right: margin(right, SPACE), room }
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
    fn a_value_is_written_whole() {
        let mut chart = rank(&[12.0, 9.0, -3.0], None);
        for (row, label) in
            chart.rows.iter_mut().zip(["CNY 12.30 billion", "CNY 9.00 billion", "CNY −3.00 million"])
        {
            row.label = label.into();
            row.name = "华岚钢铁集团".into();
        }
        let drawing = layout(&chart).expect("rows");
        assert!(!drawing.labels.iter().flat_map(|label| &label.lines).any(|line| line.contains('…')));
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
