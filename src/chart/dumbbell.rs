//! Before and after, indicator by indicator: two dots and an arrow per row.
//!
//! Rows share a scale, with an axis below, where they share a unit; else each has its own, from the least to the greatest of its
//! values. On a scale of its own a change of less than a twentieth of the value is drawn short in proportion, so that a trifle does
//! not look like a leap. The values stand above their dots, the benchmark's too where that leaves the others in their places. Names
//! stand left of the rows, or, where one is too long for two lines there or a value too long beside it, above them.

mod row;
mod signs;

use super::drawing::{Anchor, Drawing, Label, Spot, Step, breadth};
use super::ruler::{self, Ruler};
use super::{Effect, Point, Svg, Text, TickLabel, WIDTH, axis, drawable, text};

/// The input.
#[derive(Clone)]
pub struct Dumbbell<'a> {
    /// From top to bottom.
    pub rows: Vec<Row<'a>>,
    /// Whether rows can be held against each other.
    pub scale: Scale<'a>,
    /// What the signs mean.
    pub key: Key<'a>,
}

/// From values to places.
#[derive(Clone)]
pub enum Scale<'a> {
    /// Every row has its own.
    Own,
    /// All rows have one unit, and an axis.
    Shared {
        /// The unit, written at the last tick. May be empty.
        unit: Text<'a>,
        /// Writes the values at the axis.
        tick_label: TickLabel<'a>,
    },
}

/// What the signs mean, written above the rows. What no row has is not written, nor what is empty.
#[derive(Debug, Clone, Default)]
pub struct Key<'a> {
    /// The small dot (“2021”).
    pub before: Text<'a>,
    /// The large dot (“2024”).
    pub after: Text<'a>,
    /// The upright line.
    pub benchmark: Text<'a>,
    /// The solid arrow (“better”).
    pub better: Text<'a>,
    /// The dashed arrow (“worse”).
    pub worse: Text<'a>,
    /// The thin arrow: unchanged or unjudged.
    pub level: Text<'a>,
}

/// An indicator.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// What it is called; on two lines at most.
    pub name: Text<'a>,
    /// Where it was. Not finite: there is no dot, only the label.
    pub before: Point<'a>,
    /// Where it is; likewise.
    pub after: Point<'a>,
    /// What it is measured against.
    pub benchmark: Option<Point<'a>>,
    /// Whether the change is one for the better. `Unjudged` where there is none.
    pub effect: Effect,
}

/// The widest a name may be beside its row.
const BESIDE: f64 = 140.0;
/// Between a name and its row.
const SPACE: f64 = 12.0;
/// Between two rows; and where the names stand above them.
const APART: f64 = 12.0;
const APART_ABOVE: f64 = 18.0;
/// Between the key and the rows.
const KEY_GAP: f64 = 8.0;

/// The chart as SVG; empty where there are no rows.
#[must_use]
pub fn svg(chart: &Dumbbell<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Places everything. `None` where there are no rows.
#[must_use]
pub fn layout<'a>(chart: &'a Dumbbell<'_>) -> Option<Drawing<'a>> {
    chart.rows.first()?;
    let (names, left) = names(chart);
    let ruler = shared_ruler(chart, left.unwrap_or(0.0));

    let mut drawing = Drawing {
        kind: "dumbbell",
        width: WIDTH,
        height: 0.0,
        marks: Vec::with_capacity(16),
        labels: Vec::with_capacity(4 * chart.rows.len()),
    };
    let signs = signs::of(chart);
    let mut y = if signs.key.height > 0.0 { signs.key.height + KEY_GAP } else { 0.0 };
    let apart = if left.is_some() { APART } else { APART_ABOVE };
    let mut ink = row::Ink::default();
    for (each, name) in chart.rows.iter().zip(names) {
        let name_height = text::LINE * name.len() as f64;
        let height = row::height(each, left.unwrap_or(0.0));
        let (name_top, row_top, bottom) = if left.is_some() {
            let whole = height.max(name_height);
            (y + (whole - name_height) / 2.0, y + (whole - height) / 2.0, y + whole)
        } else {
            (y, y + name_height, y + name_height + height)
        };
        if !name.is_empty() {
            drawing.labels.push(Label::new("name", Anchor::Start, 0.0, name_top, name));
        }
        let place = row::Place { left: left.unwrap_or(0.0), top: row_top, bottom: row_top + height };
        row::draw(&mut ink, &mut drawing.labels, each, place, ruler.as_ref());
        y = bottom + apart;
    }
    drawing.height = y - apart + 2.0;
    ink.draw(&mut drawing);
    signs.draw(&mut drawing);
    if let Some(ruler) = ruler {
        let top = drawing.height + 2.0;
        ruler.draw(&mut drawing, top, top);
        drawing.height = top + ruler::HEIGHT;
    }
    Some(drawing)
}

/// The names, folded, and where the rows begin if the names stand beside them: only if nothing is cut off then.
fn names<'a>(chart: &'a Dumbbell<'_>) -> (Vec<Vec<Text<'a>>>, Option<f64>) {
    let folded = |room: f64| chart.rows.iter().map(move |row| text::fold(&row.name, room, 2));
    let beside: Vec<Vec<Text<'a>>> = folded(BESIDE).collect();
    let widest = beside.iter().map(|name| breadth("name", name)).fold(0.0, f64::max);
    let left = if widest > 0.0 { widest + SPACE } else { 0.0 };
    // Only what was cut off is not borrowed.
    let is_whole = beside.iter().flatten().all(|line| matches!(line, Text::Borrowed(_)));
    if is_whole && chart.rows.iter().all(|row| row::is_low(row, left)) {
        (beside, Some(left))
    } else {
        (folded(WIDTH).collect(), None)
    }
}

fn shared_ruler(chart: &Dumbbell<'_>, left: f64) -> Option<Ruler> {
    let Scale::Shared { unit, tick_label } = &chart.scale else { return None };
    let values =
        chart.rows.iter().flat_map(|row| [Some(&row.before), Some(&row.after), row.benchmark.as_ref()]);
    let values = axis::extent(values.flatten().filter_map(|value| drawable(value.value)))?;
    Some(Ruler::within((left, WIDTH), values, unit, tick_label))
}

/// An arrow from one mark to another on the same height: its shaft, and its head where there is room for one.
fn arrow(shaft: &mut Vec<Step>, head: &mut Vec<Step>, from: Spot, to: Spot) {
    const HEAD: f64 = 9.0;
    let way = (to.x - from.x).signum();
    let length = (to.x - from.x).abs();
    if length < 1.0 {
        return;
    }
    let has_head = length > HEAD + 3.0;
    let base = if has_head { to.x - way * HEAD } else { to.x };
    super::drawing::stroke(shaft, from, Spot { x: base, ..to });
    if has_head {
        head.extend([
            Step::Move(to),
            Step::Line(Spot { x: base, y: to.y - 5.5 }),
            Step::Line(Spot { x: base, y: to.y + 5.5 }),
            Step::Close,
        ]);
    }
}

#[cfg(test)]
mod tests;
