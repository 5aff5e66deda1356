//! A level value axis below the marks, with its unit at the last tick.

use super::axis::{Axis, Scale};
use super::drawing::{Bounds, Drawing, Label, spot, stroke};
use super::{TickLabel, WIDTH, text};

/// The axis, and the names of its ticks.
pub(super) struct Ruler {
    pub(super) scale: Scale,
    pub(super) left: f64,
    pub(super) right: f64,
    axis: Axis,
    labels: Vec<Label<'static>>,
}

/// Height of the ruler from its line to the end of its text.
pub(super) const HEIGHT: f64 = 26.0;
/// Between two tick labels.
const APART: f64 = 8.0;
/// What a mark at the end of the axis may need.
const EDGE: f64 = 9.0;

impl Ruler {
    /// Covers the values with three to five ticks, fewer where their labels are long. Where even those of three do not fit side by
    /// side, the ones between the ends go.
    pub(super) fn covering(values: (f64, f64), unit: &str, tick_label: TickLabel<'_>) -> Ruler {
        Ruler::within((0.0, WIDTH), values, unit, tick_label)
    }

    /// The same, between two places.
    pub(super) fn within(
        ends: (f64, f64),
        values: (f64, f64),
        unit: &str,
        tick_label: TickLabel<'_>,
    ) -> Ruler {
        let roomy = Ruler::with_ticks(ends, values, 5, unit, tick_label);
        if roomy.is_legible() {
            return roomy;
        }
        let mut sparse = Ruler::with_ticks(ends, values, 4, unit, tick_label);
        if !sparse.is_legible() {
            let last = sparse.labels.pop();
            sparse.labels.truncate(1);
            sparse.labels.extend(last);
        }
        sparse
    }

    fn with_ticks(
        ends: (f64, f64),
        values: (f64, f64),
        most: i64,
        unit: &str,
        tick_label: TickLabel<'_>,
    ) -> Ruler {
        let axis = Axis::covering(values.0, values.1, most);
        let mut names: Vec<String> = axis.ticks().map(|tick| tick_label(tick, axis.decimals())).collect();
        if let Some(last) = names.last_mut() {
            if unit.starts_with(|c: char| c.is_ascii_alphanumeric()) {
                last.push(' ');
            }
            last.push_str(unit);
        }
        // The last label may be pushed back from the edge, so a long unit does not cost the axis its length.
        let half = |name: Option<&String>| name.map_or(0.0, |name| text::width(name) / 2.0);
        let left = ends.0 + half(names.first()).clamp(EDGE, 40.0);
        let right = ends.1 - half(names.last()).clamp(EDGE, 40.0);
        let scale = Scale::new((axis.least(), axis.greatest()), (left, right));
        let room = (ends.1 - ends.0 - APART) / 2.0;
        let labels = axis
            .ticks()
            .zip(&names)
            .map(|(tick, name)| {
                let name = text::cut(name, room).into_owned();
                Label::centred("tick", scale.place(tick), ends.0, ends.1, 0.0, name.into())
            })
            .collect();
        Ruler { scale, left, right, axis, labels }
    }

    /// Where the ticks are.
    pub(super) fn ticks(&self) -> impl Iterator<Item = f64> {
        self.axis.ticks().map(|tick| self.scale.place(tick))
    }

    fn is_legible(&self) -> bool {
        self.labels.windows(2).all(|pair| pair[0].bounds.right + APART <= pair[1].bounds.left)
    }

    /// Adds lines at the ticks from `top` down to the axis at `bottom`, and the labels below.
    pub(super) fn draw(self, drawing: &mut Drawing<'_>, top: f64, bottom: f64) {
        let (mut grid, mut zero) = (Vec::new(), Vec::new());
        for tick in self.axis.ticks() {
            let x = self.scale.place(tick);
            stroke(if tick == 0.0 { &mut zero } else { &mut grid }, spot(x, top), spot(x, bottom + 4.0));
        }
        drawing.path("grid line", grid);
        drawing.path("zero line", zero);
        let mut line = Vec::with_capacity(2);
        stroke(&mut line, spot(self.left, bottom), spot(self.right, bottom));
        drawing.path("axis line", line);
        drawing.labels.extend(self.labels.into_iter().map(|label| {
            let top = bottom + 5.0;
            Label { bounds: Bounds { top, bottom: top + text::LINE, ..label.bounds }, ..label }
        }));
    }
}
