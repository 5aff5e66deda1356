//! Is the gap closing: a bar per period, and in it how far the own side pulled it down and the frontier pushed it up.
//!
//! A bar above zero is behind, one below zero is ahead. A dotted line carries the gap of the baseline on to the later periods; in
//! each of them an arrow goes from there as far as the own side has come, and another one from its tip as far as the frontier has
//! moved: it arrives where the bar ends. Where bars are too narrow for arrows, only the last bar has them, and room for them.
//! What the arrows mean stands above. Below each bar stand its period and its gap: at least those of the first and the last,
//! then those of the baseline and of evenly spaced others, where they fit.

mod arrows;
mod names;

use super::axis::{Axis, Scale, extent};
use super::drawing::{Anchor, Bounds, Drawing, Label, Spot, Step, block, spot, stroke};
use super::key::{self, Entry};
use super::upright::Upright;
use super::{Svg, Text, TickLabel, WIDTH, drawable, text};

/// The input.
#[derive(Clone)]
pub struct Gap<'a> {
    /// The unit of the gap, written once above the value axis. May be empty.
    pub unit: Text<'a>,
    /// In time order, with the periods that have no gap: they leave a hole.
    pub bars: Vec<Bar<'a>>,
    /// The bar that progress is measured from, counted from 0.
    pub baseline: Option<usize>,
    /// What the arrow of the own side means, with what it came to (“own progress since 2021: 3.2 points”).
    pub own: Text<'a>,
    /// Likewise for the frontier.
    pub frontier: Text<'a>,
    /// What a bar above zero is called (“behind”); written only where bars are on both sides.
    pub behind: Text<'a>,
    /// What a bar below zero is called (“ahead”); written only where there is one.
    pub ahead: Text<'a>,
    /// Writes the values at the value axis.
    pub tick_label: TickLabel<'a>,
}

/// A period.
#[derive(Debug, Clone)]
pub struct Bar<'a> {
    /// What the period is called.
    pub period: Text<'a>,
    /// `None` where a value of either side is missing.
    pub gap: Option<Distance<'a>>,
}

/// How far behind.
#[derive(Debug, Clone)]
pub struct Distance<'a> {
    /// In the unit of the chart; below zero where it is ahead.
    pub value: f64,
    /// The gap, finished; short, as the unit is at the axis (“5.9”).
    pub label: Text<'a>,
    /// Rests on estimated or unaudited values: hollow and dashed.
    pub provisional: bool,
    /// By how much the own side has pulled the gap down since the baseline; below zero where it fell back. What remains between
    /// that and the bar is what the frontier did. Read for periods after the baseline.
    pub progress: Option<f64>,
}

/// Height of the bars' field.
const FIELD: f64 = 176.0;
/// Above and below the field: half a tick label.
const HEADROOM: f64 = 11.0;
/// The unit's row.
const ROW: f64 = 22.0;
/// Between the key and what is below it.
const KEY_GAP: f64 = 8.0;
/// The widest a bar may be, and the place of one.
const WIDEST: f64 = 64.0;
const WIDEST_SLOT: f64 = 130.0;
/// The place of a bar that has arrows.
const WITH_ARROWS: f64 = 34.0;

/// A bar that can be drawn.
struct Column<'a> {
    period: &'a str,
    left: f64,
    right: f64,
    gap: Option<(f64, &'a Distance<'a>)>,
}

impl Column<'_> {
    fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// The chart as SVG; empty where there is no gap to draw.
#[must_use]
pub fn svg(chart: &Gap<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Places everything. `None` where there is no gap to draw.
#[must_use]
pub fn layout<'a>(chart: &'a Gap<'_>) -> Option<Drawing<'a>> {
    let gaps: Vec<Option<f64>> =
        chart.bars.iter().map(|bar| bar.gap.as_ref().and_then(|gap| drawable(gap.value))).collect();
    gaps.iter().flatten().next()?;
    let then = chart.baseline.and_then(|at| *gaps.get(at)?);
    // Where the gap would be, had the frontier stood still.
    let levels: Vec<Option<f64>> = chart
        .bars
        .iter()
        .enumerate()
        .map(|(index, bar)| {
            gaps[index].filter(|_| chart.baseline.is_some_and(|baseline| baseline < index))?;
            drawable(then? - drawable(bar.gap.as_ref()?.progress?)?)
        })
        .collect();
    let last = levels.iter().rposition(Option::is_some);
    let (least, greatest) = extent(gaps.iter().chain(&levels).flatten().copied().chain([0.0]))?;
    let upright = Upright::of(Axis::covering(least, greatest, 6), chart.tick_label);
    let columns = columns(chart, &gaps, upright.left(), last);
    let all_have_arrows = columns.iter().all(|column| column.right - column.left >= arrows::LEAST_WIDTH);
    let has_arrows = |index: usize| levels[index].is_some() && (all_have_arrows || Some(index) == last);

    let moved = last.and_then(|last| {
        let (then, between, now) = (then?, levels[last]?, gaps[last]?);
        Some([Sign::Own { down: between < then }, Sign::Frontier { down: now < between }])
    });
    let signs = signs(chart, &gaps, moved);
    let [own, frontier, behind, ahead] = signs.map(|(entry, _)| entry);
    let key = key::of(&[&[own], &[frontier], &[behind, ahead]]);
    let above = if key.height > 0.0 { key.height + KEY_GAP } else { 0.0 };
    let top = above + if chart.unit.is_empty() { 0.0 } else { ROW } + HEADROOM;
    let bottom = top + FIELD;
    let y = upright.scale(bottom, top);
    let left = upright.left();

    let mut drawing = Drawing {
        kind: "gap",
        width: WIDTH,
        height: bottom + HEADROOM,
        marks: Vec::with_capacity(16),
        labels: key.labels,
    };
    if !chart.unit.is_empty() {
        let unit = vec![text::cut(&chart.unit, WIDTH)];
        drawing.labels.push(Label::new("unit", Anchor::Start, 0.0, above, unit));
    }
    upright.draw(&mut drawing, y, WIDTH);
    bars(&mut drawing, &columns, y);
    let mut base = Vec::with_capacity(2);
    stroke(&mut base, spot(left, y.place(0.0)), spot(WIDTH, y.place(0.0)));
    drawing.path("axis line", base);

    if let (Some(then), Some(baseline), Some(last)) = (then, chart.baseline, last) {
        let at = y.place(then);
        let (from, to) = (&columns[baseline.min(last)], &columns[baseline.max(last)]);
        let mut level = Vec::with_capacity(2);
        stroke(&mut level, spot(from.left, at), spot(to.right, at));
        drawing.path("baseline line", level);
        let arrows = columns.iter().enumerate().filter(|&(index, _)| has_arrows(index)).filter_map(
            |(index, column)| {
                let (between, now) = (y.place(levels[index]?), y.place(gaps[index]?));
                Some(arrows::Pair { column: (column.left, column.right), then: at, between, now })
            },
        );
        arrows::draw(&mut drawing, arrows);
    }
    for ((_, sign), at) in signs.iter().zip(key.signs) {
        if let Some(at) = at {
            sign.draw(&mut drawing, at);
        }
    }
    names::draw(&mut drawing, &columns, chart.baseline, bottom + HEADROOM);
    Some(drawing)
}

/// The places of the bars, evenly spaced, but for the one that needs room for its arrows.
fn columns<'a>(
    chart: &'a Gap<'_>,
    gaps: &[Option<f64>],
    left: f64,
    with_arrows: Option<usize>,
) -> Vec<Column<'a>> {
    let count = gaps.len() as f64;
    let even = ((WIDTH - left) / count).min(WIDEST_SLOT);
    let wide = if with_arrows.is_some() { even.max(WITH_ARROWS) } else { even };
    let slot = if count > 1.0 { even.min((WIDTH - left - wide) / (count - 1.0)) } else { even };
    let mut x = left;
    chart
        .bars
        .iter()
        .zip(gaps)
        .enumerate()
        .map(|(index, (bar, gap))| {
            let slot = if Some(index) == with_arrows { wide } else { slot };
            let half = (slot * 0.74).min(WIDEST) / 2.0;
            let middle = x + slot / 2.0;
            x += slot;
            let gap = gap.and_then(|value| Some((value, bar.gap.as_ref()?)));
            Column { period: &bar.period, left: middle - half, right: middle + half, gap }
        })
        .collect()
}

/// Areas for settled gaps with an edge where they end, and dashed outlines for the others.
fn bars(drawing: &mut Drawing<'_>, columns: &[Column<'_>], y: Scale) {
    let zero = y.place(0.0);
    let (mut behind, mut ahead, mut edges) = (Vec::new(), Vec::new(), Vec::new());
    let (mut behind_hollow, mut ahead_hollow) = (Vec::new(), Vec::new());
    for column in columns {
        let Some((value, gap)) = column.gap else { continue };
        let end = y.place(value);
        let (left, right) = (column.left, column.right);
        let path = match (value < 0.0, gap.provisional) {
            (false, false) => &mut behind,
            (true, false) => &mut ahead,
            (false, true) => &mut behind_hollow,
            (true, true) => &mut ahead_hollow,
        };
        block(path, Bounds { left, top: end.min(zero), right, bottom: end.max(zero) });
        if !gap.provisional {
            stroke(&mut edges, spot(left, end), spot(right, end));
        }
    }
    drawing.path("gap area", behind);
    drawing.path("lead area", ahead);
    drawing.path("gap provisional bar", behind_hollow);
    drawing.path("lead provisional bar", ahead_hollow);
    drawing.path("edge line", edges);
}

/// The signs in the key. The arrows point where the last ones do.
#[derive(Clone, Copy)]
enum Sign {
    Own { down: bool },
    Frontier { down: bool },
    Behind,
    Ahead,
}

/// What needs to be explained, in the order in which it is written.
fn signs<'a>(chart: &'a Gap<'_>, gaps: &[Option<f64>], moved: Option<[Sign; 2]>) -> [(Entry<'a>, Sign); 4] {
    let is_behind = gaps.iter().flatten().any(|&gap| gap > 0.0);
    let is_ahead = gaps.iter().flatten().any(|&gap| gap < 0.0);
    let entry =
        |class, sign, text: &'a str, shown: bool| Entry { class, sign, text: if shown { text } else { "" } };
    let [own, frontier] = moved.unwrap_or([Sign::Own { down: true }, Sign::Frontier { down: false }]);
    [
        (entry("own", arrows::WIDTH, &chart.own, moved.is_some()), own),
        (entry("benchmark", arrows::WIDTH, &chart.frontier, moved.is_some()), frontier),
        (entry("peer", Sign::SWATCH, &chart.behind, is_behind && is_ahead), Sign::Behind),
        (entry("peer", Sign::SWATCH, &chart.ahead, is_ahead), Sign::Ahead),
    ]
}

impl Sign {
    const SWATCH: f64 = 16.0;

    fn draw(self, drawing: &mut Drawing<'_>, at: Spot) {
        let mut path: Vec<Step> = Vec::new();
        let ends = |down: bool| if down { (at.y - 8.0, at.y + 8.0) } else { (at.y + 8.0, at.y - 8.0) };
        let class = match self {
            Sign::Own { down } => {
                arrows::solid(&mut path, at.x, ends(down));
                "own area"
            }
            Sign::Frontier { down } => {
                arrows::dashed(&mut path, at.x, ends(down));
                "benchmark area"
            }
            Sign::Behind | Sign::Ahead => {
                block(&mut path, Bounds::around(at, Sign::SWATCH / 2.0, 6.0));
                if matches!(self, Sign::Ahead) { "lead area" } else { "gap area" }
            }
        };
        drawing.path(class, path);
    }
}

#[cfg(test)]
mod tests;
