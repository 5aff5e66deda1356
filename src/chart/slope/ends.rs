//! The names at both ends of the lines.

use super::{Course, Part};
use crate::chart::axis::Scale;
use crate::chart::drawing::{Anchor, Drawing, Label, breadth, room, spot, stroke};
use crate::chart::spread::{Item, apart};
use crate::chart::{Text, WIDTH, text};

/// The widest a name may be.
const COLUMN: f64 = 136.0;
/// Between a name and the end of its line: room for leaders.
const GUTTER: f64 = 20.0;
/// Between a name and its leader, and between a dot and its leader.
const CLEAR: f64 = 3.0;
/// Between two names, one above the other.
const APART: f64 = 2.0;
/// How far a name may stand from its end without a leader.
const NEAR: f64 = 5.0;

/// What is written at the ends of one line.
struct Name<'a> {
    /// Among the courses.
    index: usize,
    /// Left and right; nothing where there is no value.
    sides: [Vec<Text<'a>>; 2],
}

/// The names that have room.
pub(super) struct Names<'a> {
    chosen: Vec<Name<'a>>,
    widths: [f64; 2],
    heights: [f64; 2],
}

/// As many names as fit on both sides of a field of this height, those first that come first in the order.
pub(super) fn chosen<'a>(courses: &[Course<'a>], order: &[usize], most: f64) -> Names<'a> {
    let mut names = Names { chosen: Vec::new(), widths: [0.0; 2], heights: [0.0; 2] };
    for &index in order {
        let course = &courses[index];
        let class = course.part.text().0;
        let sides =
            course.ends.map(|end| end.map_or_else(Vec::new, |end| lines(course.name, &end.1.label, class)));
        let height = |side: usize| {
            let needed = text::LINE * sides[side].len() as f64;
            if needed > 0.0 { needed + APART } else { 0.0 }
        };
        let heights = [names.heights[0] + height(0), names.heights[1] + height(1)];
        if heights.iter().any(|&height| height - APART > most) {
            continue;
        }
        names.heights = heights;
        for (widest, lines) in names.widths.iter_mut().zip(&sides) {
            *widest = widest.max(breadth(class, lines));
        }
        names.chosen.push(Name { index, sides });
    }
    names
}

/// The name and the value on one line, or the value below the folded name.
fn lines<'a>(name: &'a str, value: &'a str, class: &str) -> Vec<Text<'a>> {
    let (name, value) = (name.trim(), value.trim());
    let both: Text<'a> = match (name, value) {
        ("", only) | (only, "") => only.into(),
        (name, value) => format!("{name} {value}").into(),
    };
    let most = room(class, COLUMN);
    if both.is_empty() {
        Vec::new()
    } else if breadth(class, std::slice::from_ref(&both)) <= COLUMN {
        vec![both]
    } else {
        let mut lines = text::fold(name, most, 2);
        lines.extend(text::fold(value, most, 2));
        lines
    }
}

impl<'a> Names<'a> {
    pub(super) fn count(&self) -> usize {
        self.chosen.len()
    }

    /// What the higher of the two sides needs.
    pub(super) fn height(&self) -> f64 {
        self.heights[0].max(self.heights[1])
    }

    /// Where the lines begin and end.
    pub(super) fn sides(&self) -> (f64, f64) {
        let dot = Part::Own.dot() / 2.0 + 1.0;
        let room = |width: f64| if width > 0.0 { width + GUTTER } else { dot };
        (room(self.widths[0]), WIDTH - room(self.widths[1]))
    }

    /// Adds the names between two heights, and leaders where they stand away from their ends.
    pub(super) fn draw(
        self,
        drawing: &mut Drawing<'a>,
        courses: &[Course<'a>],
        y: Scale,
        (top, bottom): (f64, f64),
    ) {
        let (left, right) = self.sides();
        let mut chosen = self.chosen;
        for side in [0, 1] {
            let placed: Vec<(&Course<'a>, f64, Vec<Text<'a>>)> = chosen
                .iter_mut()
                .filter_map(|name| {
                    let course = &courses[name.index];
                    let lines = std::mem::take(&mut name.sides[side]);
                    let at = y.place(course.ends[side]?.0);
                    (!lines.is_empty()).then_some((course, at, lines))
                })
                .collect();
            let items: Vec<Item> = placed
                .iter()
                .map(|(_, at, lines)| Item { wish: *at, size: text::LINE * lines.len() as f64 })
                .collect();
            let tops = apart(&items, APART, top, bottom);
            for ((course, at, lines), top) in placed.into_iter().zip(tops) {
                let (class, leader) = course.part.text();
                let (anchor, edge, mark, way) = if side == 0 {
                    (Anchor::End, left - GUTTER, left, -1.0)
                } else {
                    (Anchor::Start, right + GUTTER, right, 1.0)
                };
                let label = Label::new(class, anchor, edge, top, lines);
                let half = text::LINE / 2.0;
                let end = at.max(label.bounds.top + half).min(label.bounds.bottom - half);
                if (end - at).abs() > NEAR {
                    let from = mark + way * (course.part.dot() / 2.0 + CLEAR);
                    let mut line = Vec::with_capacity(2);
                    stroke(&mut line, spot(from, at), spot(edge - way * CLEAR, end));
                    drawing.path(leader, line);
                }
                drawing.labels.push(label);
            }
        }
    }
}
