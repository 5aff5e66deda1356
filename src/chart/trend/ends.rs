//! Names at the ends of lines instead of a legend.
//!
//! A name takes up to three lines, its value up to two; where that is too much for the height, names are cut to fewer. Where every line ends in the same period the names stand in a column right of
//! it, spread so that none touches another. Where the lines end at different times, each name is tried beside its own end; if one
//! finds no place there, all go to the column at the right edge, with leaders from the ends of the lines.

use super::{BESIDE, DOT, Data, Lines, RING, Sample, Target, Trend, last};
use crate::chart::axis::Scale;
use crate::chart::drawing::{Anchor, Bounds, Label, Spot, breadth, spot};
use crate::chart::spread::{Item, apart};
use crate::chart::{Text, WIDTH, text};

/// The widest a name may be.
const COLUMN: f64 = 130.0;
/// The widest a value may be: a name can do without its end, a number can't.
const VALUE: f64 = 165.0;
/// Between two names, one above the other.
const APART: f64 = 3.0;
/// As many lines as the column is high.
const MOST_LINES: usize = 10;

/// The end of a line, or the target, in the units of the data, and what is written there.
pub(super) struct End<'a> {
    class: &'static str,
    leader: &'static str,
    x: f64,
    y: f64,
    lines: Vec<Text<'a>>,
    /// Of the widest of the lines.
    width: f64,
}

/// Names in their places, and the time axis that leaves room for them.
pub(super) struct Placed {
    pub(super) x: Scale,
    /// Where the axis ends.
    pub(super) right: f64,
    pub(super) lines: Lines,
    /// The places of the names, in the order of their ends.
    pub(super) names: Vec<Bounds>,
    pub(super) leaders: Vec<Leader>,
}

/// From the end of a line to its name.
pub(super) struct Leader {
    pub(super) class: &'static str,
    pub(super) from: Spot,
    pub(super) to: Spot,
}

/// What is to be named: the own line, the benchmark, the target.
pub(super) fn of<'a>(chart: &'a Trend<'a>, data: &Data<'a>) -> Vec<End<'a>> {
    let lines = |ends: &[End<'_>]| ends.iter().map(|end| end.lines.len()).sum::<usize>();
    let fitting = [3, 2]
        .into_iter()
        .map(|name_lines| ends(chart, data, name_lines))
        .find(|ends| lines(ends) <= MOST_LINES);
    fitting.unwrap_or_else(|| ends(chart, data, 1))
}

fn ends<'a>(chart: &'a Trend<'a>, data: &Data<'a>, name_lines: usize) -> Vec<End<'a>> {
    let end = |class, leader, x, y, name: &'a str, value: &str| {
        let mut lines = text::fold(name, COLUMN, name_lines);
        lines.extend(text::fold(value, VALUE, 2).into_iter().map(|line| line.into_owned().into()));
        let width = breadth(class, &lines);
        End { class, leader, x, y, lines, width }
    };
    let mut ends = Vec::with_capacity(3);
    if let Some(Sample { x, y, .. }) = last(&data.own) {
        ends.push(end("own", "own leader line", x, y, &chart.own.name, &data.last));
    }
    if let (Some(line), Some(Sample { x, y, .. })) = (&chart.benchmark, last(&data.benchmark)) {
        ends.push(end("benchmark", "benchmark leader line", x, y, &line.name, &data.last_benchmark));
    }
    if let Some(Target { x, y, name, label }) = data.target {
        ends.push(end("target", "target leader line", *x, *y, name, label));
    }
    ends
}

impl<'a> End<'a> {
    pub(super) fn is_named(&self) -> bool {
        !self.lines.is_empty()
    }

    fn height(&self) -> f64 {
        text::LINE * self.lines.len() as f64
    }

    fn bounds(&self, left: f64, top: f64) -> Bounds {
        Bounds::of_text(Anchor::Start, (left, top), self.width, self.lines.len())
    }

    pub(super) fn label(self, bounds: Bounds) -> Label<'a> {
        Label { class: self.class, anchor: Anchor::Start, lines: self.lines, bounds }
    }
}

/// Places the names right of `start`, between `top` and `bottom`. `lines_on` gives the lines on a time axis.
pub(super) fn place(
    ends: &[End<'_>],
    times: (f64, f64),
    (start, top, bottom): (f64, f64, f64),
    y: Scale,
    lines_on: impl Fn(Scale) -> Lines,
) -> Placed {
    let at_once = times.0 >= times.1;
    let reach = if at_once { 1.0 } else { times.1 - times.0 };
    if at_once || ends.iter().any(|end| end.x < times.1) {
        // Room for each name right of its own end; the target may be named above or below itself.
        let farthest = ends
            .iter()
            .filter(|end| end.class != "target")
            .map(|end| (WIDTH - BESIDE - end.width - start) / ((end.x - times.0) / reach).max(0.01))
            .fold(WIDTH - BESIDE - RING - start, f64::min);
        let x = Scale::new(times, (start, start + farthest));
        let lines = lines_on(x);
        if let Some(names) = beside(ends, x, y, (start, top, bottom), &lines) {
            return Placed { x, right: start + farthest + BESIDE, lines, names, leaders: Vec::new() };
        }
    }
    let widest = ends.iter().map(|end| end.width).fold(0.0, f64::max);
    let column = WIDTH - widest;
    let x = Scale::new(times, (start, column - BESIDE));
    let (names, leaders) = in_column(ends, x, y, (top, bottom), column);
    Placed { x, right: column, lines: lines_on(x), names, leaders }
}

/// Every name beside its end, or nothing.
fn beside(
    ends: &[End<'_>],
    x: Scale,
    y: Scale,
    (start, top, bottom): (f64, f64, f64),
    lines: &Lines,
) -> Option<Vec<Bounds>> {
    let dots = || {
        let ringed = ends.iter().map(|end| (spot(x.place(end.x), y.place(end.y)), RING + 1.0));
        ringed.chain(lines.dots().map(|dot| (dot, DOT / 2.0)))
    };
    let mut placed: Vec<Bounds> = Vec::with_capacity(ends.len());
    for end in ends.iter().filter(|end| end.is_named()) {
        let (at, middle, height) = (x.place(end.x), y.place(end.y), end.height());
        let right = [0.0, -8.0, 8.0, -16.0, 16.0, -24.0, 24.0];
        let right = right.into_iter().map(|shift| (at + BESIDE, middle - height / 2.0 + shift));
        let centred = (at - end.width / 2.0).min(WIDTH - end.width).max(start);
        let over = [(centred, middle - height - BESIDE), (centred, middle + BESIDE)];
        let over = if end.class == "target" { &over[..] } else { &[] };
        let bounds = right.chain(over.iter().copied()).find_map(|(left, begins)| {
            let bounds = end.bounds(left, begins.min(bottom - height).max(top));
            let free = bounds.right <= WIDTH + 0.01
                && placed.iter().all(|other| !other.overlaps(&bounds))
                && !dots().any(|(dot, radius)| Bounds::around(dot, radius, radius).overlaps(&bounds))
                && !lines.segments().any(|(from, to)| bounds.crossed_by(from, to));
            free.then_some(bounds)
        })?;
        placed.push(bounds);
    }
    Some(placed)
}

/// Every name in a column, with a leader where it does not stand beside its end.
fn in_column(
    ends: &[End<'_>],
    x: Scale,
    y: Scale,
    (top, bottom): (f64, f64),
    column: f64,
) -> (Vec<Bounds>, Vec<Leader>) {
    let named = || ends.iter().filter(|end| end.is_named());
    let items: Vec<Item> = named().map(|end| Item { wish: y.place(end.y), size: end.height() }).collect();
    let tops = apart(&items, APART, top, bottom);
    let names: Vec<Bounds> = named().zip(tops).map(|(end, begins)| end.bounds(column, begins)).collect();
    let leader = |(end, name): (&End<'_>, &Bounds)| {
        let from = spot(x.place(end.x), y.place(end.y));
        let to = spot(column - 3.0, from.y.max(name.top + 8.0).min(name.bottom - 8.0));
        let is_needed = to.x - from.x > 2.0 * BESIDE || (to.y - from.y).abs() > 10.0;
        is_needed.then_some(Leader { class: end.leader, from, to })
    };
    let leaders = named().zip(&names).filter_map(leader).collect();
    (names, leaders)
}
