//! What a chart is before it is text: marks and labels with their places, in view-box units, y downwards.

use super::{Text, text};

/// A laid-out chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing<'a> {
    /// The kind of chart: a class of the root element.
    pub kind: &'static str,
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
    /// In painting order.
    pub marks: Vec<Mark>,
    /// Painted over all marks.
    pub labels: Vec<Label<'a>>,
}

/// Something that is not text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The role, then the form: `own line`.
    pub class: &'static str,
    /// Where it is.
    pub shape: Shape,
}

/// The forms a mark can have.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Lines or closed areas, any number of them: one element, however many grid lines or bars there are.
    Path(Vec<Step>),
    /// Filled dots, all as wide as `width`.
    Dots {
        /// The centres.
        at: Vec<Spot>,
        /// Their diameter.
        width: f64,
    },
    /// A circle that may be hollow.
    Ring {
        /// The centre.
        at: Spot,
        /// The radius.
        radius: f64,
    },
}

/// One step of a pen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Lift the pen and begin here.
    Move(Spot),
    /// Draw to here.
    Line(Spot),
    /// Draw back to where this line began.
    Close,
}

/// A place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// Text in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Label<'a> {
    /// The role: `own`, `tick`…
    pub class: &'static str,
    /// Which side of the bounds the text is held by, should it turn out narrower than measured.
    pub anchor: Anchor,
    /// From top to bottom.
    pub lines: Vec<Text<'a>>,
    /// The room it takes.
    pub bounds: Bounds,
}

/// Which end of a text stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left.
    Start,
    /// The middle.
    Middle,
    /// The right.
    End,
}

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Least x.
    pub left: f64,
    /// Least y.
    pub top: f64,
    /// Greatest x.
    pub right: f64,
    /// Greatest y.
    pub bottom: f64,
}

pub(super) fn spot(x: f64, y: f64) -> Spot {
    Spot { x, y }
}

/// A straight line.
pub(super) fn stroke(path: &mut Vec<Step>, from: Spot, to: Spot) {
    path.extend([Step::Move(from), Step::Line(to)]);
}

/// A box as an area.
pub(super) fn block(path: &mut Vec<Step>, bounds: Bounds) {
    let Bounds { left, top, right, bottom } = bounds;
    path.extend([
        Step::Move(spot(left, top)),
        Step::Line(spot(right, top)),
        Step::Line(spot(right, bottom)),
        Step::Line(spot(left, bottom)),
        Step::Close,
    ]);
}

impl Drawing<'_> {
    /// Adds a path, unless there is nothing in it.
    pub(super) fn path(&mut self, class: &'static str, steps: Vec<Step>) {
        if !steps.is_empty() {
            self.marks.push(Mark { class, shape: Shape::Path(steps) });
        }
    }

    /// Adds dots, unless there are none.
    pub(super) fn dots(&mut self, class: &'static str, at: Vec<Spot>, width: f64) {
        if !at.is_empty() {
            self.marks.push(Mark { class, shape: Shape::Dots { at, width } });
        }
    }

    pub(super) fn ring(&mut self, class: &'static str, at: Spot, radius: f64) {
        self.marks.push(Mark { class, shape: Shape::Ring { at, radius } });
    }
}

/// Whether the theme gives a text of this class more weight.
fn is_semibold(class: &str) -> bool {
    matches!(class, "own" | "value" | "better" | "worse" | "level")
}

/// Width of the widest of the lines, in the weight the theme gives to this class.
pub(super) fn breadth(class: &str, lines: &[Text<'_>]) -> f64 {
    let width = if is_semibold(class) { text::semibold_width } else { text::width };
    lines.iter().map(|line| width(line)).fold(0.0, f64::max)
}

/// The room, measured in regular text, that a text of this class may take.
pub(super) fn room(class: &str, room: f64) -> f64 {
    if is_semibold(class) { room / text::SEMIBOLD } else { room }
}

impl<'a> Label<'a> {
    /// Lines of text held at `x` by the `anchor`, the first beginning at `top`.
    pub(super) fn new(class: &'static str, anchor: Anchor, x: f64, top: f64, lines: Vec<Text<'a>>) -> Self {
        let bounds = Bounds::of_text(anchor, (x, top), breadth(class, &lines), lines.len());
        Label { class, anchor, lines, bounds }
    }

    /// A line of text in the middle of `x`, but pushed back between `least` and `most`.
    pub(super) fn centred(
        class: &'static str,
        x: f64,
        least: f64,
        most: f64,
        top: f64,
        line: Text<'a>,
    ) -> Self {
        let lines = vec![line];
        let bounds = Bounds::centred((x, top), least, most, breadth(class, &lines));
        Label { class, anchor: Anchor::Middle, lines, bounds }
    }

    /// Where the text is held.
    #[must_use]
    pub fn x(&self) -> f64 {
        match self.anchor {
            Anchor::Start => self.bounds.left,
            Anchor::Middle => f64::midpoint(self.bounds.left, self.bounds.right),
            Anchor::End => self.bounds.right,
        }
    }
}

impl Bounds {
    /// The room of so many lines of text, the widest of this width, held by the anchor.
    pub(super) fn of_text(anchor: Anchor, (x, top): (f64, f64), width: f64, lines: usize) -> Self {
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Bounds { left, top, right: left + width, bottom: top + text::LINE * lines as f64 }
    }

    /// The room of a line of text in the middle of `x`, but pushed back between `least` and `most`.
    pub(super) fn centred((x, top): (f64, f64), least: f64, most: f64, width: f64) -> Self {
        let half = width / 2.0;
        Bounds::of_text(Anchor::Middle, (x.min(most - half).max(least + half), top), width, 1)
    }

    /// The box around a centre.
    pub(super) fn around(centre: Spot, half_width: f64, half_height: f64) -> Self {
        Bounds {
            left: centre.x - half_width,
            top: centre.y - half_height,
            right: centre.x + half_width,
            bottom: centre.y + half_height,
        }
    }

    /// Whether the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Bounds) -> bool {
        const EDGE: f64 = 0.01;
        self.left + EDGE < other.right
            && other.left + EDGE < self.right
            && self.top + EDGE < other.bottom
            && other.top + EDGE < self.bottom
    }

    /// Whether the straight line from `from` to `to` goes through (Liang and Barsky's clipping, 1984).
    #[must_use]
    pub fn crossed_by(&self, from: Spot, to: Spot) -> bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (along, room) in [
            (-dx, from.x - self.left),
            (dx, self.right - from.x),
            (-dy, from.y - self.top),
            (dy, self.bottom - from.y),
        ] {
            if along == 0.0 {
                if room < 0.0 {
                    return false;
                }
            } else if along < 0.0 {
                enter = enter.max(room / along);
            } else {
                leave = leave.min(room / along);
            }
        }
        enter < leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Bounds = Bounds { left: 10.0, top: 10.0, right: 20.0, bottom: 20.0 };

    #[test]
    fn a_line_through_a_box_crosses_it_and_a_line_beside_it_does_not() {
        assert!(SQUARE.crossed_by(spot(0.0, 0.0), spot(30.0, 30.0)));
        assert!(SQUARE.crossed_by(spot(15.0, 0.0), spot(15.0, 30.0)));
        assert!(SQUARE.crossed_by(spot(12.0, 12.0), spot(14.0, 13.0)));
        assert!(!SQUARE.crossed_by(spot(0.0, 5.0), spot(30.0, 5.0)));
        assert!(!SQUARE.crossed_by(spot(0.0, 21.0), spot(9.0, 30.0)));
    }

    #[test]
    fn boxes_that_share_an_edge_do_not_overlap() {
        assert!(!SQUARE.overlaps(&Bounds { left: 20.0, ..Bounds { right: 30.0, ..SQUARE } }));
        assert!(SQUARE.overlaps(&Bounds { left: 19.0, ..Bounds { right: 30.0, ..SQUARE } }));
    }
}
