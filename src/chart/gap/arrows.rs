//! The two arrows in a bar: the own side's, broad and solid, and the frontier's, thin and dashed.

use crate::chart::drawing::{Bounds, Drawing, Step, block, spot, stroke};

/// Of a head.
pub(super) const WIDTH: f64 = 13.0;
/// The narrowest bar that can hold both.
pub(super) const LEAST_WIDTH: f64 = 24.0;

const HEAD: f64 = 9.0;
const OWN_SHAFT: f64 = 6.0;
const FRONTIER_SHAFT: f64 = 3.0;
const DASH: f64 = 4.0;
const SPACE: f64 = 3.0;
/// Half the thickness of what stands for an arrow of no length.
const LEVEL: f64 = 1.25;

/// What two arrows explain, in places.
pub(super) struct Pair {
    /// The sides of the bar.
    pub(super) column: (f64, f64),
    /// Where the gap was.
    pub(super) then: f64,
    /// Where it would be, had the frontier stood still.
    pub(super) between: f64,
    /// Where it is.
    pub(super) now: f64,
}

/// Adds the arrows, and between each two a line at the height at which one ends and the other begins.
pub(super) fn draw(drawing: &mut Drawing<'_>, pairs: impl Iterator<Item = Pair>) {
    let (mut own, mut frontier, mut joints) = (Vec::new(), Vec::new(), Vec::new());
    for Pair { column: (left, right), then, between, now } in pairs {
        let quarter = ((right - left) / 4.0).min(WIDTH);
        let middle = f64::midpoint(left, right);
        let (ours, theirs) = (middle - quarter, middle + quarter);
        solid(&mut own, ours, (then, between));
        dashed(&mut frontier, theirs, (between, now));
        stroke(&mut joints, spot(ours, between), spot(theirs, between));
    }
    drawing.path("joint line", joints);
    drawing.path("own area", own);
    drawing.path("benchmark area", frontier);
}

/// A broad arrow at `x`.
pub(super) fn solid(path: &mut Vec<Step>, x: f64, (from, to): (f64, f64)) {
    if let Some(base) = head(path, x, from, to) {
        block(path, across(x, OWN_SHAFT, from, base));
    }
}

/// A thin arrow at `x`, its dashes counted from the head.
pub(super) fn dashed(path: &mut Vec<Step>, x: f64, (from, to): (f64, f64)) {
    let Some(base) = head(path, x, from, to) else { return };
    let way = (from - base).signum();
    let length = (from - base).abs();
    let mut at = SPACE;
    while at < length {
        let end = (at + DASH).min(length);
        block(path, across(x, FRONTIER_SHAFT, base + way * at, base + way * end));
        at = end + SPACE;
    }
}

/// Adds the head, and says where the shaft meets it. Without a length there is a short level line instead, and no shaft.
fn head(path: &mut Vec<Step>, x: f64, from: f64, to: f64) -> Option<f64> {
    let length = (to - from).abs();
    if length < 2.0 * LEVEL {
        block(path, Bounds::around(spot(x, to), WIDTH / 2.0, LEVEL));
        return None;
    }
    let height = HEAD.min(length);
    let base = to - height.copysign(to - from);
    path.extend([
        Step::Move(spot(x, to)),
        Step::Line(spot(x - WIDTH / 2.0, base)),
        Step::Line(spot(x + WIDTH / 2.0, base)),
        Step::Close,
    ]);
    (length > HEAD).then_some(base)
}

fn across(x: f64, width: f64, from: f64, to: f64) -> Bounds {
    Bounds { left: x - width / 2.0, top: from.min(to), right: x + width / 2.0, bottom: from.max(to) }
}
