//! Who moved past whom between two periods: a sloped line each, named at both ends.
//!
//! Where all lines have room for their names, all are named. Else these are, in this order, until two thirds of the height are
//! taken, so that no name stands far from its line: the own line, the benchmark, the best and the worst of the later period, and those that changed places with the own line, first those
//! that did so by most. The others are drawn without a name. Names that would overlap move apart, with leaders from the ends of
//! their lines.

mod ends;

use std::cmp::Ordering;

use super::axis::{Scale, extent};
use super::drawing::{Drawing, Label, Spot, Step, spot, stroke};
use super::{Better, Point, Svg, Text, WIDTH, drawable, text};

/// The input.
#[derive(Debug, Clone)]
pub struct Slope<'a> {
    /// The earlier period.
    pub before: Text<'a>,
    /// The later one.
    pub after: Text<'a>,
    /// In any order.
    pub lines: Vec<Line<'a>>,
    /// Which values are the best.
    pub better: Better,
}

/// From the earlier period to the later one.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// Whose values these are.
    pub name: Text<'a>,
    /// Who that is.
    pub role: Role,
    /// The value in the earlier period; `None` where it is missing.
    pub before: Option<Point<'a>>,
    /// The value in the later one.
    pub after: Option<Point<'a>>,
}

/// Who a line stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Whom the chart is about; the first one, if there are several.
    Own,
    /// What they are measured against.
    Benchmark,
    /// All others.
    Peer,
}

/// What the height of the field may be; as high as the names need.
const LOWEST: f64 = 210.0;
const HIGHEST: f64 = 340.0;
/// What names may take of it where not all lines are named.
const NAMES: f64 = 226.0;
/// The row of the periods.
const ROW: f64 = 26.0;
/// Half a line of text, above and below the field.
const EDGE: f64 = 10.0;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Peer,
    /// Changed places with the own line.
    Passed,
    Benchmark,
    Own,
}

/// A line that can be drawn.
struct Course<'a> {
    name: &'a str,
    part: Part,
    ends: [Option<(f64, &'a Point<'a>)>; 2],
}

/// The chart as SVG; empty where there is no value.
#[must_use]
pub fn svg(chart: &Slope<'_>) -> Svg {
    layout(chart).map_or_else(Svg::default, |drawing| Svg::of(&drawing))
}

/// Places everything. `None` where there is no value.
#[must_use]
pub fn layout<'a>(chart: &'a Slope<'_>) -> Option<Drawing<'a>> {
    let courses = courses(chart);
    let values = extent(courses.iter().flat_map(|course| course.ends).flatten().map(|end| end.0))?;
    let (order, important) = by_importance(&courses, chart.better);
    let all = ends::chosen(&courses, &order, HIGHEST);
    let (named, height) = if all.count() == courses.len() {
        let height = all.height().max(LOWEST);
        (all, height)
    } else {
        (ends::chosen(&courses, &order[..important], NAMES), HIGHEST)
    };

    let top = ROW + EDGE;
    let bottom = top + height;
    let y = Scale::new(values, (bottom - EDGE, top + EDGE));
    let (left, right) = named.sides();
    let mut drawing = Drawing {
        kind: "slope",
        width: WIDTH,
        height: bottom + EDGE,
        marks: Vec::with_capacity(16),
        labels: Vec::with_capacity(2 * courses.len() + 2),
    };
    periods(&mut drawing, chart, (left, right));
    let mut axis = Vec::with_capacity(4);
    for x in [left, right] {
        stroke(&mut axis, spot(x, top - 4.0), spot(x, bottom));
    }
    drawing.path("grid line", axis);
    named.draw(&mut drawing, &courses, y, (top - EDGE, bottom + EDGE));
    for part in [Part::Peer, Part::Passed, Part::Benchmark, Part::Own] {
        lines(&mut drawing, part, &courses, |side, value| spot([left, right][side], y.place(value)));
    }
    Some(drawing)
}

/// What can be drawn, and whether it changed places with the own line.
fn courses<'a>(chart: &'a Slope<'_>) -> Vec<Course<'a>> {
    let end =
        |point: &'a Option<Point<'a>>| point.as_ref().and_then(|point| Some((drawable(point.value)?, point)));
    let own = chart.lines.iter().position(|line| line.role == Role::Own);
    let mut courses: Vec<Course<'a>> = chart
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| Course {
            name: &line.name,
            part: match line.role {
                Role::Own if Some(index) == own => Part::Own,
                Role::Own | Role::Peer => Part::Peer,
                Role::Benchmark => Part::Benchmark,
            },
            ends: [end(&line.before), end(&line.after)],
        })
        .collect();
    if let Some([Some(before), Some(after)]) = own.map(|own| courses[own].ends) {
        for course in courses.iter_mut().filter(|course| course.part == Part::Peer) {
            let [Some(theirs_before), Some(theirs_after)] = course.ends else { continue };
            if (theirs_before.0 - before.0) * (theirs_after.0 - after.0) < 0.0 {
                course.part = Part::Passed;
            }
        }
    }
    courses.retain(|course| course.ends.iter().any(Option::is_some));
    courses
}

/// The order in which lines are named, by index; and how many of them are named even where not all can be.
fn by_importance(courses: &[Course<'_>], better: Better) -> (Vec<usize>, usize) {
    let later = |index: &usize| courses[*index].ends[1].map_or(0.0, |end| end.0);
    let with_later = || (0..courses.len()).filter(|&index| courses[index].ends[1].is_some());
    let compare = |a: &usize, b: &usize| {
        if better == Better::Down { later(b).total_cmp(&later(a)) } else { later(a).total_cmp(&later(b)) }
    };
    // Of equal ones the first: `max_by` takes the last.
    let (best, worst) = (with_later().rev().max_by(compare), with_later().min_by(compare));
    let rank = |index: usize| match courses[index].part {
        Part::Own => 0,
        Part::Benchmark => 1,
        _ if Some(index) == best => 2,
        _ if Some(index) == worst => 3,
        Part::Passed => 4,
        Part::Peer => 5,
    };
    let own = courses.iter().find(|course| course.part == Part::Own).map(|own| own.ends);
    let swing = |index: usize| match (own, courses[index].ends) {
        (Some([Some(before), Some(after)]), [Some(theirs_before), Some(theirs_after)]) => {
            (theirs_before.0 - before.0).abs() + (theirs_after.0 - after.0).abs()
        }
        _ => 0.0,
    };
    let mut order: Vec<usize> = (0..courses.len()).collect();
    order.sort_by(|&a, &b| {
        let by_swing = || if rank(a) == 4 { swing(b).total_cmp(&swing(a)) } else { Ordering::Equal };
        rank(a).cmp(&rank(b)).then_with(by_swing)
    });
    let important = order.iter().filter(|&&index| rank(index) < 5).count();
    (order, important)
}

/// The names of the periods above the two sides.
fn periods<'a>(drawing: &mut Drawing<'a>, chart: &'a Slope<'_>, (left, right): (f64, f64)) {
    let middle = f64::midpoint(left, right);
    for (name, x, least, most) in
        [(&chart.before, left, 0.0, middle - 6.0), (&chart.after, right, middle + 6.0, WIDTH)]
    {
        let name = text::cut(name.trim(), most - least);
        if !name.is_empty() {
            drawing.labels.push(Label::centred("period", x, least, most, 0.0, name));
        }
    }
}

/// All lines of one part, with dots at their ends.
fn lines(drawing: &mut Drawing<'_>, part: Part, courses: &[Course<'_>], place: impl Fn(usize, f64) -> Spot) {
    let (mut solid, mut dashed): (Vec<Step>, Vec<Step>) = (Vec::new(), Vec::new());
    let (mut dots, mut hollow) = (Vec::new(), Vec::new());
    for course in courses.iter().filter(|course| course.part == part) {
        if let [Some(before), Some(after)] = course.ends {
            let is_provisional = before.1.provisional || after.1.provisional;
            let path = if is_provisional { &mut dashed } else { &mut solid };
            stroke(path, place(0, before.0), place(1, after.0));
        }
        for (side, end) in course.ends.iter().enumerate() {
            let Some((value, point)) = end else { continue };
            let spots = if point.provisional { &mut hollow } else { &mut dots };
            spots.push(place(side, *value));
        }
    }
    let (line, provisional, dot, ring) = part.classes();
    drawing.path(line, solid);
    drawing.path(provisional, dashed);
    drawing.dots(dot, dots, part.dot());
    for at in hollow {
        drawing.ring(ring, at, part.dot() / 2.0);
    }
}

impl Part {
    /// Of the line, the provisional line, dots, and provisional rings.
    fn classes(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Part::Peer => ("peer line", "peer provisional line", "peer dots", "peer provisional ring"),
            Part::Passed => {
                ("passed line", "passed provisional line", "passed dots", "passed provisional ring")
            }
            Part::Benchmark => (
                "benchmark line",
                "benchmark provisional line",
                "benchmark dots",
                "benchmark provisional ring",
            ),
            Part::Own => ("own line", "own provisional line", "own dots", "own provisional ring"),
        }
    }

    /// Of text, and of the leader to it.
    fn text(self) -> (&'static str, &'static str) {
        match self {
            Part::Own => ("own", "own leader line"),
            Part::Benchmark => ("benchmark", "benchmark leader line"),
            Part::Peer | Part::Passed => ("peer", "peer leader line"),
        }
    }

    /// Diameter of its dots.
    fn dot(self) -> f64 {
        match self {
            Part::Peer => 5.0,
            Part::Passed => 6.0,
            Part::Benchmark => 7.0,
            Part::Own => 9.0,
        }
    }
}

#[cfg(test)]
mod tests;
