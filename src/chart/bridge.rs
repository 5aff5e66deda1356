//! What made up the change: a bar for the value before, one for every contribution, beginning where the one above ended, and one
//! for the value after. Rows run downwards, so that names have room also on a phone.
//!
//! Every bar carries its value, so there is no axis. The bars of the two totals start at zero where that leaves the
//! contributions room to be seen; else they are broken off at their beginning, and a slit says so.

use super::axis::{Scale, extent};
use super::drawing::{Anchor, Bounds, Drawing, Label, Spot, Step, block, breadth, room, spot, stroke};
use super::rank::broken;
use super::{Effect, Reference, Svg, Text, WIDTH, drawable, text};

/// The input.
#[derive(Debug, Clone)]
pub struct Bridge<'a> {
    /// The value before, as “2021年 6.2%”.
    pub from: Reference<'a>,
    /// What was added and taken away, from top to bottom. What no name is known for is a part like any other.
    pub parts: Vec<Part<'a>>,
    /// The value after: `from` and all parts together.
    pub to: Reference<'a>,
    /// Whether the value after is estimated or unaudited: its bar is hollow.
    pub provisional: bool,
}

/// A contribution.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// What contributed.
    pub name: Text<'a>,
    /// How much, with its sign. Not finite: there is no bar, only the label.
    pub value: f64,
    /// The same, finished, with its sign (“+2.1”).
    pub label: Text<'a>,
    /// Whether that was good.
    pub effect: Effect,
}

/// The widest a name may be beside its bar, and in how many lines.
const BESIDE: f64 = 150.0;
const LINES: usize = 2;
/// In how many lines a name may stand above its bar.
const LINES_ABOVE: usize = 3;
/// The least length for all bars together beside the names.
const FIELD: f64 = 150.0;
const BAR: f64 = 18.0;
/// Between two rows; and where the names stand above the bars.
const APART: f64 = 10.0;
const APART_ABOVE: f64 = 15.0;
/// Between a bar and the text beside it.
const SPACE: f64 = 6.0;
/// A bar that is not zero is at least so long.
const LEAST: f64 = 1.5;
/// The widest a value may be: a name can do without its end, a number can’t.
const VALUE: f64 = 300.0;
/// Where contributions would take less of the field than this beside whole totals, the totals are broken off…
const SMALL: f64 = 0.3;
/// …and so much of the field is left of them.
const STUB: f64 = 0.2;

/// The chart as SVG; empty where one of the totals is missing.
#[must_use]
pub fn svg(chart: &Bridge<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Whether the bars of the totals start at zero. Where they do not, the page should say so.
#[must_use]
pub fn shows_zero(chart: &Bridge<'_>) -> bool {
    sums(chart).is_none_or(|sums| cut(&sums).is_none())
}

/// A row: what it is called, and its bar from one value to another.
struct Row<'a> {
    name_class: &'static str,
    name: &'a str,
    value_class: &'static str,
    label: &'a str,
    bar: &'static str,
    /// `None` where there is no bar.
    reach: Option<(f64, f64)>,
}

impl Row<'_> {
    fn is_total(&self) -> bool {
        self.name_class == "own"
    }
}

/// The bars from where to where: the total before, the parts, the total after. `None` where a total is missing.
fn sums(chart: &Bridge<'_>) -> Option<Vec<Option<(f64, f64)>>> {
    let (from, to) = (drawable(chart.from.value)?, drawable(chart.to.value)?);
    let mut sum = from;
    let mut sums = vec![Some((0.0, from))];
    for part in &chart.parts {
        let next = drawable(part.value).and_then(|value| drawable(sum + value));
        sums.push(next.map(|next| (sum, next)));
        sum = next.unwrap_or(sum);
    }
    sums.push(Some((0.0, to)));
    Some(sums)
}

/// Where the totals are broken off, if the contributions would not be seen otherwise.
fn cut(sums: &[Option<(f64, f64)>]) -> Option<f64> {
    let (least, greatest) = extent(sums.iter().flatten().map(|reach| reach.1))?;
    let spread = greatest - least;
    let farthest = least.abs().max(greatest.abs());
    // Without any contribution to be seen there is nothing to make room for.
    if least * greatest <= 0.0 || spread > farthest * SMALL || spread < farthest * 1e-9 {
        return None;
    }
    let stub = spread * STUB / (1.0 - STUB);
    Some(if least > 0.0 { least - stub } else { greatest + stub })
}

/// Places everything. `None` where one of the totals is missing.
#[must_use]
pub fn layout<'a>(chart: &'a Bridge<'_>) -> Option<Drawing<'a>> {
    let sums = sums(chart)?;
    let cut = cut(&sums);
    let rows = rows(chart, &sums, cut.unwrap_or(0.0));
    let widest = rows.iter().map(|row| breadth(row.value_class, &[row.label.into()])).fold(0.0, f64::max);
    let right = WIDTH - widest.min(VALUE) - SPACE - LEAST;
    let Names { column, lines } = names(&rows, right);
    let (least, greatest) =
        extent(rows.iter().filter_map(|row| row.reach).flat_map(|reach| [reach.0, reach.1]))?;
    let greatest = if least < greatest { greatest } else { least + 1.0 };
    let scale = Scale::new((least, greatest), (column.map_or(2.0, |width| width + 2.0 * SPACE), right));

    let mut drawing = Drawing {
        kind: "bridge",
        width: WIDTH,
        height: 0.0,
        marks: Vec::with_capacity(8),
        labels: Vec::with_capacity(2 * rows.len()),
    };
    let mut values = Vec::with_capacity(rows.len());
    let mut ink = Ink { scale, cut: cut.map(|cut| scale.place(cut)), ..Ink::default() };
    let apart = if column.is_some() { APART } else { APART_ABOVE };
    let mut y = 1.0;
    for (row, lines) in rows.iter().zip(lines) {
        let height = text::LINE * lines.len() as f64;
        let (top, next) = match column {
            Some(_) => (y + (height.max(BAR) - BAR) / 2.0, y + height.max(BAR)),
            None if lines.is_empty() => (y, y + BAR),
            None => (y + height + 1.0, y + height + 1.0 + BAR),
        };
        if !lines.is_empty() {
            let (anchor, x, begins) = match column {
                Some(width) => (Anchor::End, width, top + (BAR - height) / 2.0),
                None => (Anchor::Start, 0.0, y),
            };
            drawing.labels.push(Label::new(row.name_class, anchor, x, begins, lines));
        }
        let edge = ink.row(row, top, &drawing.labels);
        if !row.label.is_empty() {
            let label = text::cut(row.label, room(row.value_class, VALUE));
            values.push(Label::new(row.value_class, Anchor::Start, edge + SPACE, top - 1.0, vec![label]));
        }
        y = next + apart;
    }
    drawing.height = y - apart + 2.0;
    drawing.labels.append(&mut values);
    ink.draw(&mut drawing);
    Some(drawing)
}

/// What the rows are called.
struct Names<'a> {
    /// The width of a column of names left of the bars; `None`: every name stands above its bar.
    column: Option<f64>,
    /// For each row.
    lines: Vec<Vec<Text<'a>>>,
}

/// Names in a column where all are whole and leave the bars room up to `right`.
fn names<'a>(rows: &[Row<'a>], right: f64) -> Names<'a> {
    let folded = |width: f64, most: usize| -> Vec<Vec<Text<'a>>> {
        rows.iter().map(|row| text::fold(row.name, room(row.name_class, width), most)).collect()
    };
    let lines = folded(BESIDE, LINES);
    let width =
        rows.iter().zip(&lines).map(|(row, lines)| breadth(row.name_class, lines)).fold(0.0, f64::max);
    // Only what was cut off is not borrowed.
    let whole = lines.iter().flatten().all(|line| matches!(line, Text::Borrowed(_)));
    if whole && right - width - 2.0 * SPACE >= FIELD {
        Names { column: Some(width), lines }
    } else {
        Names { column: None, lines: folded(WIDTH, LINES_ABOVE) }
    }
}

/// What is drawn of the rows, one after the other.
#[derive(Default)]
struct Ink {
    scale: Scale,
    /// Where the totals are broken off.
    cut: Option<f64>,
    /// A path for every class.
    bars: Vec<(&'static str, Vec<Step>)>,
    /// Between two bars.
    joints: Vec<Step>,
    slits: Vec<Step>,
    /// Where the bar above ended.
    end: Option<Spot>,
    /// How many names stand above that.
    passed: usize,
}

impl Ink {
    /// Adds a row below the others, and says where its bar ends on the right. Its name is the last of the `names`.
    fn row(&mut self, row: &Row<'_>, top: f64, names: &[Label<'_>]) -> f64 {
        let base = self.cut.unwrap_or_else(|| self.scale.place(0.0));
        let Some((begins, ends)) = row.reach else { return self.end.map_or(base, |end| end.x) };
        let (begins, after) = (self.scale.place(begins), self.scale.place(ends));
        let bounds = bar(begins, after, top);
        if (after - begins).abs() > 0.0 {
            if !self.bars.iter().any(|(class, _)| *class == row.bar) {
                self.bars.push((row.bar, Vec::new()));
            }
            for (_, path) in self.bars.iter_mut().filter(|(class, _)| *class == row.bar) {
                block(path, bounds);
            }
        } else if !row.is_total() {
            stroke(&mut self.joints, spot(after, top), spot(after, top + BAR));
        }
        if let (true, Some(cut)) = (row.is_total(), self.cut) {
            slit(&mut self.slits, cut + (after - cut).signum() * 12.0, top);
        }
        // Down from the bar above, past the names. Where the parts do not make up the total after, it misses its end.
        if let Some(end) = self.end {
            self.joints.extend(broken(end.x, end.y, top, &names[self.passed..]));
        }
        (self.end, self.passed) = (Some(spot(after, top + BAR)), names.len());
        bounds.right
    }

    /// Adds the marks, in painting order.
    fn draw(self, drawing: &mut Drawing<'_>) {
        for (class, path) in self.bars {
            drawing.path(class, path);
        }
        drawing.path("axis line", self.joints);
        if self.cut.is_none() {
            let zero = broken(self.scale.place(0.0), 0.0, drawing.height - 1.0, &drawing.labels);
            drawing.path("zero line", zero);
        }
        drawing.path("halo area", self.slits);
    }
}

/// A bar between two places. What is not zero is seen, however small.
fn bar(begins: f64, ends: f64, top: f64) -> Bounds {
    let (mut left, mut right) = (begins.min(ends), begins.max(ends));
    if right - left < LEAST {
        (left, right) = if ends < begins { (left, left + LEAST) } else { (right - LEAST, right) };
    }
    Bounds { left, top, right, bottom: top + BAR }
}

/// A slanting slit through a bar.
fn slit(path: &mut Vec<Step>, x: f64, top: f64) {
    const HALF: f64 = 2.0;
    const SLANT: f64 = 4.0;
    let bottom = top + BAR + 1.0;
    let top = top - 1.0;
    path.extend([
        Step::Move(spot(x - HALF + SLANT, top)),
        Step::Line(spot(x + HALF + SLANT, top)),
        Step::Line(spot(x + HALF - SLANT, bottom)),
        Step::Line(spot(x - HALF - SLANT, bottom)),
        Step::Close,
    ]);
}

fn rows<'a>(chart: &'a Bridge<'_>, sums: &[Option<(f64, f64)>], base: f64) -> Vec<Row<'a>> {
    let total = |reference: &'a Reference<'_>, provisional: bool| Row {
        name_class: "own",
        name: &reference.name,
        value_class: "own",
        label: &reference.label,
        bar: if provisional { "own provisional bar" } else { "own area" },
        reach: drawable(reference.value).map(|value| (base, value)),
    };
    let part = |(part, reach): (&'a Part<'_>, &Option<(f64, f64)>)| Row {
        name_class: "name",
        name: &part.name,
        value_class: "peer",
        label: &part.label,
        bar: match part.effect {
            Effect::Better => "better area",
            Effect::Worse => "worse area",
            Effect::Unjudged => "peer area",
        },
        reach: *reach,
    };
    let mut rows = Vec::with_capacity(chart.parts.len() + 2);
    rows.push(total(&chart.from, false));
    rows.extend(chart.parts.iter().zip(&sums[1..]).map(part));
    rows.push(total(&chart.to, chart.provisional));
    rows
}

#[cfg(test)]
mod tests;
