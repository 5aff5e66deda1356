//! What lies behind the lines: the stages, the grid, the time axis.

use super::{Field, Trend};
use crate::chart::axis::Axis;
use crate::chart::drawing::{Anchor, Bounds, Drawing, Label, block, spot, stroke};
use crate::chart::{WIDTH, drawable, text};

/// Bands for the stages, with their names in the row that begins at `row`.
pub(super) fn stages<'a>(drawing: &mut Drawing<'a>, chart: &'a Trend<'a>, field: &Field, row: f64) {
    let inside = |x: f64| x.clamp(field.left, field.right);
    let (mut even, mut odd) = (Vec::new(), Vec::new());
    let unit_ends = drawing
        .labels
        .iter()
        .find(|label| label.class == "unit" && row == 0.0)
        .map_or(0.0, |unit| unit.bounds.right + 8.0);
    let mut count = 0;
    for (index, stage) in chart.stages.iter().enumerate() {
        let (Some(from), Some(to)) = (drawable(stage.from), drawable(stage.to)) else { continue };
        let (left, right) = (inside(field.x.place(from)), inside(field.x.place(to)));
        if right - left < 1.0 {
            continue;
        }
        let path = if count % 2 == 0 { &mut even } else { &mut odd };
        block(path, Bounds { left, top: row, right, bottom: field.bottom });
        count += 1;

        // A name may run on past the end of its stage, up to the next name.
        let next = chart.stages[index + 1..]
            .iter()
            .filter_map(|next| drawable(next.from))
            .map(|from| inside(field.x.place(from)));
        let begins = (left + 4.0).max(unit_ends);
        let room = next.fold(WIDTH, f64::min) - 4.0 - begins;
        let whole = stage.label.trim();
        let name = text::cut(whole, room.max(0.0));
        // Two characters and the “…”, or a name that is shorter anyway.
        let least = whole.chars().take(3).count().max(1);
        if text::width(&name) <= room && name.chars().count() >= least {
            drawing.labels.push(Label::new("stage", Anchor::Start, begins, row + 1.0, vec![name]));
        }
    }
    drawing.path("band area", even);
    drawing.path("band odd area", odd);
}

/// A line for every tick, and its label left of the field, no wider than `room`.
pub(super) fn grid(
    drawing: &mut Drawing<'_>,
    axis: Axis,
    ticks: Vec<(f64, String)>,
    field: &Field,
    room: f64,
) {
    let (mut grid, mut zero) = (Vec::new(), Vec::new());
    for (value, label) in ticks {
        let at = field.y.place(value);
        let path = if value == 0.0 && axis.crosses_zero() { &mut zero } else { &mut grid };
        stroke(path, spot(field.left, at), spot(field.right, at));
        let label = text::cut(&label, room).into_owned().into();
        drawing.labels.push(Label::new(
            "tick",
            Anchor::End,
            field.left - 6.0,
            at - text::LINE / 2.0,
            vec![label],
        ));
    }
    drawing.path("grid line", grid);
    drawing.path("zero line", zero);
}

/// The time axis. Names every period, or every second, third…: the last one always, and the first where it comes out even.
pub(super) fn periods<'a>(drawing: &mut Drawing<'a>, periods: &[(f64, &'a str)], field: &Field) {
    let row = field.bottom + 5.0;
    let label = |&(x, name): &(f64, &'a str)| {
        Label::centred("period", field.x.place(x), field.left, WIDTH, row, text::cut(name, WIDTH / 3.0))
    };
    let all: Vec<Label<'a>> = periods.iter().map(label).collect();
    let chosen = |step: usize| (0..all.len()).rev().step_by(step);
    let fits = |step: usize| {
        chosen(step)
            .zip(chosen(step).skip(1))
            .all(|(late, early)| all[early].bounds.right + 7.0 <= all[late].bounds.left)
    };
    let last = all.len() - 1;
    let least = (1..=all.len()).find(|&step| fits(step)).unwrap_or(all.len());
    let step = (least..=least * 2).find(|&step| last.is_multiple_of(step) && fits(step)).unwrap_or(least);

    let mut notches = Vec::new();
    for index in chosen(step) {
        let x = field.x.place(periods[index].0);
        stroke(&mut notches, spot(x, field.bottom), spot(x, field.bottom + 4.0));
    }
    stroke(&mut notches, spot(field.left, field.bottom), spot(field.right, field.bottom));
    drawing.path("axis line", notches);
    drawing.labels.extend(
        all.into_iter()
            .enumerate()
            .filter(|(index, _)| (last - index).is_multiple_of(step))
            .map(|(_, label)| label),
    );
}
