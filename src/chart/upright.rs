//! An upright value axis left of the marks, with its ticks named.

use super::axis::{Axis, Scale};
use super::drawing::{Anchor, Drawing, Label, spot, stroke};
use super::{Text, TickLabel, WIDTH, text};

/// The axis, and the names of its ticks.
pub(super) struct Upright {
    axis: Axis,
    ticks: Vec<(f64, String)>,
    /// The room of the names.
    room: f64,
}

impl Upright {
    pub(super) fn of(axis: Axis, tick_label: TickLabel<'_>) -> Self {
        let ticks: Vec<(f64, String)> =
            axis.ticks().map(|value| (value, tick_label(value, axis.decimals()))).collect();
        let widest = ticks.iter().map(|(_, label)| text::width(label)).fold(0.0, f64::max);
        Upright { axis, ticks, room: widest.min(WIDTH * 0.4) }
    }

    /// Where the field begins.
    pub(super) fn left(&self) -> f64 {
        self.room + 8.0
    }

    /// From values to places, the least at the `bottom`.
    pub(super) fn scale(&self, bottom: f64, top: f64) -> Scale {
        Scale::new((self.axis.least(), self.axis.greatest()), (bottom, top))
    }

    /// Adds a line for every tick from the axis to `right`, and its name left of the axis.
    pub(super) fn draw(self, drawing: &mut Drawing<'_>, scale: Scale, right: f64) {
        let left = self.left();
        let (mut grid, mut zero) = (Vec::new(), Vec::new());
        for (value, label) in self.ticks {
            let at = scale.place(value);
            let path = if value == 0.0 && self.axis.crosses_zero() { &mut zero } else { &mut grid };
            stroke(path, spot(left, at), spot(right, at));
            let shortened = match text::cut(&label, self.room) {
                Text::Owned(shortened) => Some(shortened),
                Text::Borrowed(_) => None,
            };
            let lines = vec![shortened.unwrap_or(label).into()];
            drawing.labels.push(Label::new("tick", Anchor::End, left - 6.0, at - text::LINE / 2.0, lines));
        }
        drawing.path("grid line", grid);
        drawing.path("zero line", zero);
    }
}
