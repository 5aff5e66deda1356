//! How did it move, against a moving benchmark and towards a target: lines over time.
//!
//! Every period has its place on the time axis, whether or not there is a value: a missing one breaks the line. The area between
//! the two lines is shaded where both have values, `gap` where the own line is behind and `lead` where it is ahead. The value axis
//! need not start at zero. Labels stand at the ends of the lines, in the order and nearly at the height of what they name; where
//! the label of the first value finds no free place it is dropped.

mod ends;
mod first;
mod ground;
mod lines;
mod shade;

use super::axis::{Axis, Scale, extent};
use super::drawing::{Anchor, Bounds, Drawing, Label, Step, spot};
use super::upright::Upright;
use super::{Better, Svg, Text, TickLabel, ValueLabel, WIDTH, drawable, text};
use ends::Leader;
use lines::Lines;

/// The input.
#[derive(Clone)]
pub struct Trend<'a> {
    /// The unit of the values, written once above the value axis. May be empty.
    pub unit: Text<'a>,
    /// In time order, with the periods that have no value. A period that is not later than the one before is left out.
    pub periods: Vec<Period<'a>>,
    /// What the chart is about.
    pub own: Line<'a>,
    /// What it is measured against.
    pub benchmark: Option<Line<'a>>,
    /// Where it is to arrive; may lie beyond the last period.
    pub target: Option<Target<'a>>,
    /// In time order.
    pub stages: Vec<Stage<'a>>,
    /// Which side of the benchmark is the good one.
    pub better: Better,
    /// Writes the values at the value axis.
    pub tick_label: TickLabel<'a>,
}

/// A place in time.
#[derive(Debug, Clone)]
pub struct Period<'a> {
    /// In any unit of time, the same for all: 2019.0, 2019.25.
    pub x: f64,
    /// What the period is called.
    pub label: Text<'a>,
}

/// A series.
#[derive(Clone)]
pub struct Line<'a> {
    /// Whose values these are.
    pub name: Text<'a>,
    /// One for each of the periods, in their order; `None` where it is missing.
    pub values: Vec<Option<Value>>,
    /// Writes the values that are labelled: the first and the last of the own line, the last of the benchmark.
    pub value_label: ValueLabel<'a>,
}

/// A value of a series.
#[derive(Debug, Clone, Copy)]
pub struct Value {
    /// In the unit of the chart.
    pub y: f64,
    /// Estimated or unaudited: hollow and dashed.
    pub provisional: bool,
}

/// A value to be reached at a time.
#[derive(Debug, Clone)]
pub struct Target<'a> {
    /// When, in the unit of the periods.
    pub x: f64,
    /// In the unit of the chart.
    pub y: f64,
    /// What it is called (“2025年目标”).
    pub name: Text<'a>,
    /// The value, finished.
    pub label: Text<'a>,
}

/// A stretch of time, shown as a faint band behind the lines.
#[derive(Debug, Clone)]
pub struct Stage<'a> {
    /// Its beginning, in the unit of the periods.
    pub from: f64,
    /// Its end.
    pub to: f64,
    /// What it is called; short. Names share two rows if they must; one of which not half fits is dropped.
    pub label: Text<'a>,
}

/// The chart as SVG; empty where there is no value to draw.
#[must_use]
pub fn svg(chart: &Trend<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Whether the value axis starts (or ends) at zero, or crosses it. Lines need not, but the page should say when they don't.
#[must_use]
pub fn shows_zero(chart: &Trend<'_>) -> bool {
    let axis = values(&drawable_data(chart)).map(value_axis);
    axis.is_none_or(|axis| axis.least() <= 0.0 && axis.greatest() >= 0.0)
}

/// A value that can be drawn.
#[derive(Clone, Copy)]
struct Sample {
    /// Its index among the periods of the input.
    index: usize,
    x: f64,
    y: f64,
    provisional: bool,
}

/// Everything that can be drawn, and nothing else.
struct Data<'a> {
    periods: Vec<(f64, &'a str)>,
    own: Vec<Option<Sample>>,
    benchmark: Vec<Option<Sample>>,
    target: Option<&'a Target<'a>>,
    /// The first own value, written.
    first: String,
    /// The last own value, written.
    last: String,
    /// The last value of the benchmark, written.
    last_benchmark: String,
}

/// Height of the lines' field.
const FIELD: f64 = 204.0;
/// Above the field, where there is nothing to write: half a tick label.
const HEADROOM: f64 = 11.0;
/// Height of a row of text above the field, and of the periods' names below it.
const ROW: f64 = 22.0;
/// From a mark to the text beside it.
const BESIDE: f64 = 9.0;
const DOT: f64 = 7.0;
const RING: f64 = 5.0;
/// With more values than this only the ends are dotted: a row of touching dots says less than a line.
const MANY: usize = 12;

/// Where the values lie, in units.
struct Field {
    left: f64,
    right: f64,
    bottom: f64,
    x: Scale,
    y: Scale,
}

/// Places everything. `None` where there is no value to draw.
#[must_use]
pub fn layout<'a>(chart: &'a Trend<'a>) -> Option<Drawing<'a>> {
    let data = drawable_data(chart);
    let axis = value_axis(values(&data)?);
    let times = extent(data.periods.iter().map(|period| period.0).chain(data.target.map(|target| target.x)))?;
    let margin = Margin::of(chart, &data, axis);

    // Names of stages in one row, or in two where some would be cut off.
    let stage_rows = usize::from(chart.stages.iter().any(|stage| !stage.label.is_empty()));
    let plan = Plan::of(chart, &data, times, &margin, stage_rows);
    let plan = if plan.stages.in_full { plan } else { Plan::of(chart, &data, times, &margin, 2) };
    Some(drawn(chart, &data, margin, plan))
}

/// What stands left and right of the field, whatever its height.
struct Margin<'a> {
    upright: Upright,
    /// Where the time axis begins.
    start: f64,
    ends: Vec<ends::End<'a>>,
}

impl<'a> Margin<'a> {
    fn of(chart: &'a Trend<'a>, data: &Data<'a>, axis: Axis) -> Self {
        let upright = Upright::of(axis, chart.tick_label);

        // The names of the first period and of the first value stand centred below and above it.
        let first_period = data.periods.first().map_or("", |period| period.1);
        let first_value = data.own.first().copied().flatten().map_or("", |_| data.first.as_str());
        let overhang = text::width(first_period).max(text::semibold_width(first_value)) / 2.0;
        let start = upright.left() + overhang.clamp(10.0, 36.0);
        Margin { upright, start, ends: ends::of(chart, data) }
    }
}

/// The field with what depends on its height: names at the ends of lines, and of stages.
struct Plan<'a> {
    field: Field,
    lines: Lines,
    /// The places of the names at the ends.
    names: Vec<Bounds>,
    leaders: Vec<Leader>,
    stages: ground::Stages<'a>,
}

impl<'a> Plan<'a> {
    fn of(
        chart: &'a Trend<'a>,
        data: &Data<'a>,
        times: (f64, f64),
        margin: &Margin<'a>,
        stage_rows: usize,
    ) -> Self {
        // The unit and the stages share a row where the unit does not reach into the field.
        let unit_width = text::width(&chart.unit);
        let shared = stage_rows > 0 && unit_width < margin.upright.left();
        let unit_row = if chart.unit.is_empty() || shared { 0.0 } else { ROW };
        let rows = unit_row + ROW * stage_rows as f64;
        let top = rows + HEADROOM;
        let bottom = top + FIELD;

        let y = margin.upright.scale(bottom, top);
        let ends::Placed { x, right, lines, names, leaders } =
            ends::place(&margin.ends, times, (margin.start, rows, bottom - 3.0), y, |x| {
                Lines::of(data, x, y)
            });
        let field = Field { left: margin.upright.left(), right, bottom, x, y };
        let unit_ends = if unit_row == 0.0 && !chart.unit.is_empty() { unit_width + 8.0 } else { 0.0 };
        let stages = ground::stages(chart, &field, unit_row, stage_rows.max(1), unit_ends);
        Plan { field, lines, names, leaders, stages }
    }
}

/// Everything as planned, in painting order.
fn drawn<'a>(chart: &'a Trend<'a>, data: &Data<'a>, margin: Margin<'a>, plan: Plan<'a>) -> Drawing<'a> {
    let Plan { field, lines, names, leaders, stages } = plan;
    let mut drawing = Drawing {
        kind: "trend",
        width: WIDTH,
        height: field.bottom + 4.0 + ROW,
        marks: Vec::with_capacity(16),
        labels: Vec::with_capacity(24),
    };
    let named = margin.ends.into_iter().filter(ends::End::is_named);
    drawing.labels.extend(named.zip(names).map(|(end, bounds)| end.label(bounds)));
    if !chart.unit.is_empty() {
        let unit = text::cut(&chart.unit, WIDTH);
        drawing.labels.push(Label::new("unit", Anchor::Start, 0.0, 0.0, vec![unit]));
    }
    stages.draw(&mut drawing);
    margin.upright.draw(&mut drawing, field.y, field.right);
    ground::periods(&mut drawing, &data.periods, &field);
    let shade = shade::between(&lines.own, &lines.benchmark, chart.better);
    drawing.path("gap area", shade.behind);
    drawing.path("lead area", shade.ahead);
    drawing.path("between area", shade.unjudged);
    for &Leader { class, from, to } in &leaders {
        drawing.path(class, vec![Step::Move(from), Step::Line(to)]);
    }
    lines.draw(&mut drawing);
    if let Some(target) = data.target {
        drawing.ring("target ring", spot(field.x.place(target.x), field.y.place(target.y)), RING);
    }
    drawing.labels.extend(first::label(&drawing, data, &lines, &leaders, &field));
    drawing
}

fn drawable_data<'a>(chart: &'a Trend<'a>) -> Data<'a> {
    let count = chart.periods.len();
    let mut data = Data {
        periods: Vec::with_capacity(count),
        own: Vec::with_capacity(count),
        benchmark: Vec::with_capacity(count),
        target: None,
        first: String::new(),
        last: String::new(),
        last_benchmark: String::new(),
    };
    for (index, period) in chart.periods.iter().enumerate() {
        let Some(x) = drawable(period.x) else { continue };
        if data.periods.last().is_some_and(|before| before.0 >= x) {
            continue;
        }
        let sample = |line: &Line<'_>| {
            let value = (*line.values.get(index)?)?;
            Some(Sample { index, x, y: drawable(value.y)?, provisional: value.provisional })
        };
        data.periods.push((x, &period.label));
        data.own.push(sample(&chart.own));
        data.benchmark.push(chart.benchmark.as_ref().and_then(sample));
    }
    data.target = chart.target.as_ref().filter(|target| drawable(target.x).and(drawable(target.y)).is_some());
    let label = |line: &Line<'_>, sample: Option<Sample>| {
        sample.map_or_else(String::new, |sample| (line.value_label)(sample.index))
    };
    data.first = label(&chart.own, data.own.iter().flatten().next().copied());
    data.last = label(&chart.own, last(&data.own));
    data.last_benchmark =
        chart.benchmark.as_ref().map_or_else(String::new, |line| label(line, last(&data.benchmark)));
    data
}

fn last(samples: &[Option<Sample>]) -> Option<Sample> {
    samples.iter().rev().flatten().next().copied()
}

/// The least and greatest value; `None` where there is none but a target.
fn values(data: &Data<'_>) -> Option<(f64, f64)> {
    let samples = || data.own.iter().chain(&data.benchmark).flatten().map(|sample| sample.y);
    samples().next()?;
    extent(samples().chain(data.target.map(|target| target.y)))
}

/// Starts at zero where that costs at most a third of the height.
fn value_axis((least, greatest): (f64, f64)) -> Axis {
    let spread = greatest - least;
    let least_or_zero = if least > 0.0 && least <= spread / 2.0 { 0.0 } else { least };
    let greatest_or_zero = if greatest < 0.0 && -greatest <= spread / 2.0 { 0.0 } else { greatest };
    Axis::covering(least_or_zero, greatest_or_zero, 6)
}

#[cfg(test)]
mod tests;
