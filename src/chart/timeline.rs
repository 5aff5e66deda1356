//! What happened when: time runs downwards, a dot for every milestone with its words beside it, a bar along the time the case
//! covers, the stages of the campaign as bands behind.
//!
//! Words take room and time does not, so distances are compressed: never less than the words need, never more than
//! [`LONGEST`], in between as long as the time. Later is always lower, and every dot stands beside its own words. A stage that
//! touches none of the time shown is left out; one that begins before it, or ends after it, runs on to the edge.

use super::axis::extent;
use super::drawing::{Anchor, Bounds, Drawing, Label, Spot, block, room, spot, stroke};
use super::{Svg, Text, WIDTH, drawable, text};

pub use super::trend::Stage;

/// The input.
#[derive(Debug, Clone)]
pub struct Timeline<'a> {
    /// The stages of the campaign. Where they overlap, the one that begins later lies on the other, set in.
    pub stages: Vec<Stage<'a>>,
    /// The time that the case covers.
    pub period: Option<Stretch<'a>>,
    /// In any order; those of equal dates keep theirs.
    pub milestones: Vec<Milestone<'a>>,
}

/// A stretch of time.
#[derive(Debug, Clone)]
pub struct Stretch<'a> {
    /// Its beginning, in the unit of the milestones. Not finite: open.
    pub from: f64,
    /// Its end. Not finite: open.
    pub to: f64,
    /// What it is called, with its dates (“案例期间 2021年10月–2024年12月”).
    pub label: Text<'a>,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Milestone<'a> {
    /// When, in any unit of time, the same for all: 2019.0, 2019.25. Not finite: it is left out.
    pub at: f64,
    /// The date, finished (“2022年3月”).
    pub date: Text<'a>,
    /// What happened.
    pub text: Text<'a>,
}

/// The greatest distance between two neighbours that their words do not ask for.
const LONGEST: f64 = 116.0;
/// Time that takes less than this share of the room that time usually takes has three dots in place of the line.
const SKIPPED: f64 = 0.25;
/// Half the length of such a break.
const BREAK: f64 = 13.0;
/// The least distance between two different times.
const SHORTEST: f64 = 7.0;
/// Between the words of two neighbours.
const APART: f64 = 13.0;
/// How far a band is set in that lies on another.
const INSET: f64 = 10.0;
/// From the side of the band to the line of time, and from there to the words.
const LEAD: f64 = 14.0;
const BESIDE: f64 = 17.0;
const DOT: f64 = 11.0;
const BAR: f64 = 5.0;
/// Words that need more than this are cut off; so many hold 500 Han characters.
const LINES: usize = 30;
/// A band that lies on more others than this lies where the last of them does.
const DEEPEST: usize = 5;

/// The chart as SVG; empty where there is no milestone and no period.
#[must_use]
pub fn svg(chart: &Timeline<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Something that has a place in time. At equal times in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    StageEnds,
    StageBegins,
    PeriodBegins,
    Milestone,
    PeriodEnds,
}

/// Something in its time, to be placed.
struct Moment<'a> {
    at: f64,
    what: What,
    /// Which stage, or which milestone.
    index: usize,
    words: Vec<Label<'a>>,
    /// The room its words take above its place, and below.
    rise: f64,
    fall: f64,
}

/// A stage that can be seen.
struct Seen<'a> {
    from: f64,
    to: f64,
    label: &'a str,
    /// How many others it lies on.
    depth: usize,
}

/// Places everything. `None` where there is no milestone and no period.
#[must_use]
pub fn layout<'a>(chart: &'a Timeline<'_>) -> Option<Drawing<'a>> {
    let period = chart.period.as_ref().and_then(|period| {
        let (from, to) = (drawable(period.from), drawable(period.to));
        let backwards = matches!((from, to), (Some(from), Some(to)) if from > to);
        (!backwards && (from.is_some() || to.is_some())).then_some((period, from, to))
    });
    let milestones: Vec<(f64, &Milestone<'_>)> =
        chart.milestones.iter().filter_map(|each| Some((drawable(each.at)?, each))).collect();
    let (first, last) = extent(
        milestones
            .iter()
            .map(|(at, _)| *at)
            .chain(period.iter().flat_map(|(_, from, to)| [*from, *to]).flatten()),
    )?;
    let stages = seen(&chart.stages, (first, last));
    let axis = LEAD + INSET * stages.iter().map(|stage| stage.depth).max().unwrap_or(0) as f64;
    let column = Column { left: axis + BESIDE, room: WIDTH - axis - BESIDE - 6.0 };

    let mut moments: Vec<Moment<'a>> = Vec::with_capacity(milestones.len() + 2 * stages.len() + 2);
    for (index, stage) in stages.iter().enumerate() {
        let words = column.words("stage", stage.label, 4.0).into_iter().collect();
        moments.push(Moment::new(stage.from, What::StageBegins, index, words));
        if stage.to < f64::INFINITY {
            moments.push(Moment::new(stage.to, What::StageEnds, index, Vec::new()));
        }
    }
    if let Some((period, from, to)) = period {
        let words = column.words("own", &period.label, -text::LINE / 2.0).into_iter().collect();
        moments.push(Moment::new(from.unwrap_or(f64::NEG_INFINITY), What::PeriodBegins, 0, words));
        if let Some(to) = to {
            moments.push(Moment::new(to, What::PeriodEnds, 0, Vec::new()));
        }
    }
    for (index, (at, milestone)) in milestones.iter().enumerate() {
        let mut words: Vec<Label<'a>> = Vec::with_capacity(2);
        words.extend(column.words("value", &milestone.date, -text::LINE / 2.0));
        let below = words.last().map_or(-text::LINE / 2.0, |date| date.bounds.bottom);
        words.extend(column.words("name", &milestone.text, below));
        moments.push(Moment::new(*at, What::Milestone, index, words));
    }
    moments.sort_by(|a, b| a.at.max(first).total_cmp(&b.at.max(first)).then(a.what.cmp(&b.what)));
    Some(drawn(&stages, moments, (first, last), axis))
}

/// Where the words stand.
struct Column {
    left: f64,
    room: f64,
}

impl Column {
    /// The words so far below the place they belong to.
    fn words<'a>(&self, class: &'static str, words: &'a str, top: f64) -> Option<Label<'a>> {
        let lines = text::balanced(words, room(class, self.room), LINES);
        (!lines.is_empty()).then(|| Label::new(class, Anchor::Start, self.left, top, lines))
    }
}

impl<'a> Moment<'a> {
    fn new(at: f64, what: What, index: usize, words: Vec<Label<'a>>) -> Self {
        let (rise, fall) = match what {
            What::StageBegins | What::StageEnds => (0.0, 0.0),
            What::PeriodBegins | What::Milestone | What::PeriodEnds => (DOT / 2.0 + 2.0, DOT / 2.0),
        };
        let rise = words.first().map_or(rise, |label| rise.max(-label.bounds.top));
        let fall = words.last().map_or(fall, |label| fall.max(label.bounds.bottom));
        Moment { at, what, index, words, rise, fall }
    }
}

/// The stages that touch the time from `first` to `last`, in time order. Those that run on beyond it are open.
fn seen<'a>(stages: &'a [Stage<'_>], (first, last): (f64, f64)) -> Vec<Seen<'a>> {
    let mut seen: Vec<Seen<'a>> = stages
        .iter()
        .filter_map(|stage| {
            let (from, to) = (drawable(stage.from)?, drawable(stage.to)?);
            // One that only begins where everything ends has not begun.
            let touches =
                from < to && (from < last && first < to || (from..=to).contains(&first) && last <= first);
            touches.then(|| Seen {
                from: if from <= first { f64::NEG_INFINITY } else { from },
                to: if to >= last { f64::INFINITY } else { to },
                label: &stage.label,
                depth: 0,
            })
        })
        .collect();
    seen.sort_by(|a, b| a.from.total_cmp(&b.from));
    // The end of the last stage at each depth.
    let mut ends: Vec<f64> = Vec::new();
    for stage in &mut seen {
        stage.depth = ends.iter().position(|&end| end <= stage.from).unwrap_or(ends.len());
        if stage.depth == ends.len() {
            ends.push(stage.to);
        } else {
            ends[stage.depth] = stage.to;
        }
        stage.depth = stage.depth.min(DEEPEST);
    }
    seen
}

/// Everything in its place: from top to bottom, each as far below the one before as words and time ask.
fn drawn<'a>(
    stages: &[Seen<'a>],
    moments: Vec<Moment<'a>>,
    (first, last): (f64, f64),
    axis: f64,
) -> Drawing<'a> {
    let words: f64 = moments.iter().map(|moment| moment.rise + moment.fall + APART).sum();
    let per_time = if last > first { words.max(160.0) / (last - first) } else { 0.0 };
    let mut drawing = Drawing {
        kind: "timeline",
        width: WIDTH,
        height: 0.0,
        marks: Vec::with_capacity(8),
        labels: Vec::with_capacity(2 * moments.len()),
    };
    let mut line = Line {
        axis,
        end: 0.0,
        bands: stages.iter().map(|stage| (stage.depth, 0.0, f64::INFINITY)).collect(),
        bar: None,
        dots: Vec::with_capacity(moments.len()),
        breaks: Vec::new(),
    };
    // How much room each stretch of time took, and where the middle of each is that was not given all it wished.
    let (mut paces, mut longest) = (Vec::new(), Vec::new());
    // The time of the one before, and where the next words may begin.
    let (mut time, mut free) = (first, 0.0);
    for moment in moments {
        let at = moment.at.clamp(first, last);
        let wish = (at - time) * per_time;
        let passed = if at > time { wish.clamp(SHORTEST, LONGEST) } else { 0.0 };
        let y = match moment.what {
            // The end of the bar stands beside no words.
            What::PeriodEnds => line.end + passed.max(SHORTEST),
            _ => (line.end + passed).max(free + moment.rise),
        };
        if at > time {
            paces.push((y - line.end) / (at - time));
            longest.extend((wish > LONGEST).then(|| (paces[paces.len() - 1], f64::midpoint(line.end, y))));
        }
        match moment.what {
            What::StageBegins => line.bands[moment.index].1 = y,
            What::StageEnds => line.bands[moment.index].2 = y,
            What::PeriodBegins => line.bar = Some((if moment.at < first { 0.0 } else { y }, f64::INFINITY)),
            What::PeriodEnds => line.bar = line.bar.map(|(from, _)| (from, y)),
            What::Milestone => line.dots.push(spot(axis, y)),
        }
        free = match moment.what {
            What::PeriodEnds => free.max(y),
            // One stage may begin right where another ends.
            What::StageEnds => y,
            What::StageBegins if moment.words.is_empty() => y,
            _ => y + moment.fall + APART,
        };
        drawing.labels.extend(moment.words.into_iter().map(|label| {
            let bounds =
                Bounds { top: label.bounds.top + y, bottom: label.bounds.bottom + y, ..label.bounds };
            Label { bounds, ..label }
        }));
        (line.end, time) = (y, at);
    }
    paces.sort_by(f64::total_cmp);
    let usual = paces.get(paces.len() / 2).copied().unwrap_or_default();
    line.breaks
        .extend(longest.into_iter().filter(|(pace, _)| *pace < usual * SKIPPED).map(|(_, middle)| middle));
    drawing.height = (free - APART / 2.0).max(line.end + DOT / 2.0);
    line.draw(&mut drawing);
    drawing
}

/// The line of time with what lies on it and behind it.
struct Line {
    axis: f64,
    /// Where the last thing is.
    end: f64,
    /// How many others each band lies on, its top and its bottom.
    bands: Vec<(usize, f64, f64)>,
    bar: Option<(f64, f64)>,
    dots: Vec<Spot>,
    /// The middle of each stretch of time that is much longer than it looks.
    breaks: Vec<f64>,
}

impl Line {
    /// Adds the marks, in painting order.
    fn draw(self, drawing: &mut Drawing<'_>) {
        let bottom = drawing.height;
        let deepest = self.bands.iter().map(|band| band.0).max().unwrap_or(0);
        for depth in 0..=deepest {
            let here = self.bands.iter().enumerate().filter(|(_, band)| band.0 == depth);
            for (index, &(_, top, end)) in here {
                let left = INSET * depth as f64;
                let mut band = Vec::with_capacity(5);
                block(&mut band, Bounds { left, top, right: WIDTH, bottom: end.min(bottom) });
                drawing.path(if index % 2 == 0 { "band area" } else { "band odd area" }, band);
            }
        }
        let bar = self.bar.map(|(from, to)| (from, to.min(bottom)));
        let begin =
            self.dots.iter().map(|dot| dot.y).chain(bar.map(|(from, _)| from)).fold(self.end, f64::min);
        let (mut line, mut thick) = (Vec::new(), Vec::new());
        for (from, to) in self.unbroken(begin, self.end) {
            stroke(&mut line, spot(self.axis, from), spot(self.axis, to));
        }
        for (top, bottom) in bar.into_iter().flat_map(|(from, to)| self.unbroken(from, to)) {
            block(
                &mut thick,
                Bounds { left: self.axis - BAR / 2.0, top, right: self.axis + BAR / 2.0, bottom },
            );
        }
        drawing.path("axis line", line);
        drawing.path("own area", thick);
        let skipped = |middle: &f64| [-6.0, 0.0, 6.0].map(|shift| spot(self.axis, middle + shift));
        drawing.dots("ellipsis dots", self.breaks.iter().flat_map(skipped).collect(), 3.0);
        drawing.dots("halo dots", self.dots.clone(), DOT + 4.0);
        drawing.dots("own dots", self.dots, DOT);
    }

    /// What is left of the line from one place to another.
    fn unbroken(&self, from: f64, to: f64) -> Vec<(f64, f64)> {
        let ends = self.breaks.iter().flat_map(|middle| [middle - BREAK, middle + BREAK]);
        let stops: Vec<f64> = std::iter::once(from).chain(ends).chain([to]).collect();
        let piece = |pair: &[f64]| (pair[0].max(from), pair[1].min(to));
        stops.chunks_exact(2).map(piece).filter(|(from, to)| to > from).collect()
    }
}

#[cfg(test)]
mod tests;
