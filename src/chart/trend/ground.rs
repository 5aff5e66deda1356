//! What lies behind and below the lines: the stages, the time axis.

use super::{Field, ROW, Trend};
use crate::chart::drawing::{Anchor, Bounds, Drawing, Label, Step, block, spot, stroke};
use crate::chart::{WIDTH, drawable, text};

/// The stages, placed.
pub(super) struct Stages<'a> {
    bands: [Vec<Step>; 2],
    names: Vec<Label<'a>>,
    /// Whether all names are there in full.
    pub(super) in_full: bool,
}

impl<'a> Stages<'a> {
    pub(super) fn draw(self, drawing: &mut Drawing<'a>) {
        let [even, odd] = self.bands;
        drawing.path("band area", even);
        drawing.path("band odd area", odd);
        drawing.labels.extend(self.names);
    }
}

/// Bands for the stages, with their names in the rows that begin at `top`, by turns; in the first of them behind `unit_ends`.
pub(super) fn stages<'a>(
    chart: &'a Trend<'a>,
    field: &Field,
    top: f64,
    rows: usize,
    unit_ends: f64,
) -> Stages<'a> {
    let inside = |x: f64| Some(field.x.place(drawable(x)?).clamp(field.left, field.right));
    let visible: Vec<(f64, f64, &str)> = chart
        .stages
        .iter()
        .filter_map(|stage| Some((inside(stage.from)?, inside(stage.to)?, stage.label.trim())))
        .filter(|(left, right, _)| right - left >= 1.0)
        .collect();

    let mut stages = Stages { bands: [Vec::new(), Vec::new()], names: Vec::new(), in_full: true };
    for (index, &(left, right, whole)) in visible.iter().enumerate() {
        block(&mut stages.bands[index % 2], Bounds { left, top, right, bottom: field.bottom });
        if whole.is_empty() {
            continue;
        }
        // A name may run on past the end of its stage, up to the next name in its row.
        let row = index % rows;
        let next = visible[index + 1..].iter().skip(rows - 1).step_by(rows).map(|next| next.0);
        let begins = (left + 4.0).max(if row == 0 { unit_ends } else { 0.0 });
        let room = next.fold(WIDTH, f64::min) - 4.0 - begins;
        let name = text::cut(whole, room.max(0.0));
        stages.in_full &= name == whole;
        // Less than half of a name says nothing.
        if name == whole || name.chars().count() * 2 > whole.chars().count() {
            let top = top + ROW * row as f64 + 1.0;
            stages.names.push(Label::new("stage", Anchor::Start, begins, top, vec![name]));
        }
    }
    stages
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
            .filter(|(index, label)| (last - index).is_multiple_of(step) && !label.lines[0].is_empty())
            .map(|(_, label)| label),
    );
}
