//! A row of names above marks on a level axis, each as near to its mark as the others allow.

use super::drawing::{Anchor, Drawing, Label, Spot, breadth, room, spot, stroke};
use super::spread::{Item, apart};
use super::{Reference, Text, WIDTH, text};

/// Something to be named: where it is, and what it is called.
pub(super) struct Callout<'a> {
    pub(super) class: &'static str,
    pub(super) leader: &'static str,
    pub(super) x: f64,
    /// How far below the row the mark begins.
    pub(super) depth: f64,
    pub(super) name: &'a str,
    pub(super) value: &'a str,
}

/// The row, at the top of the chart.
pub(super) struct Row<'a> {
    pub(super) height: f64,
    /// With the class of its leader, and its two ends.
    labels: Vec<(Label<'a>, &'static str, [Spot; 2])>,
}

/// Between two names.
const APART: f64 = 14.0;

impl<'a> Callout<'a> {
    pub(super) fn of(
        class: &'static str,
        leader: &'static str,
        (x, depth): (f64, f64),
        reference: &'a Reference<'_>,
    ) -> Self {
        Callout { class, leader, x, depth, name: &reference.name, value: &reference.label }
    }

    fn on_one_line(&self) -> Vec<Text<'a>> {
        match (self.name, self.value) {
            ("", "") => Vec::new(),
            (only, "") | ("", only) => vec![only.into()],
            (name, value) => vec![format!("{name} {value}").into()],
        }
    }

    fn folded(&self, room: f64) -> Vec<Text<'a>> {
        let mut lines = text::fold(self.name, room, 3);
        lines.extend(text::fold(self.value, room, 2));
        lines
    }
}

/// The names on one line each where all fit side by side; else with the value below the name, and long names folded.
pub(super) fn row<'a>(callouts: &[Callout<'a>]) -> Row<'a> {
    let gaps = APART * callouts.len().saturating_sub(1) as f64;
    let share = (WIDTH - gaps) / callouts.len().max(1) as f64;
    let mut lines: Vec<Vec<Text<'a>>> = callouts.iter().map(Callout::on_one_line).collect();
    let spare = |lines: &[Vec<Text<'a>>]| {
        let breadths = callouts.iter().zip(lines).map(|(callout, lines)| breadth(callout.class, lines));
        WIDTH - gaps - breadths.sum::<f64>()
    };
    if spare(&lines) < 0.0 {
        lines = callouts.iter().map(|callout| callout.folded(room(callout.class, share))).collect();
        for (index, callout) in callouts.iter().enumerate() {
            // Only what was cut off is not borrowed. It may have what the others do not need.
            if lines[index].iter().any(|line| matches!(line, Text::Owned(_))) {
                let whole = breadth(callout.class, &lines[index]) + spare(&lines);
                lines[index] = callout.folded(room(callout.class, whole));
            }
        }
    }

    let height = text::LINE * lines.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let items: Vec<Item> = callouts
        .iter()
        .zip(&lines)
        .map(|(callout, lines)| Item { wish: callout.x, size: breadth(callout.class, lines) })
        .collect();
    let lefts = apart(&items, APART, 0.0, WIDTH);
    let labels = callouts
        .iter()
        .zip(lines)
        .zip(lefts.iter().zip(&items))
        .filter(|((_, lines), _)| !lines.is_empty())
        .map(|((callout, lines), (left, item))| {
            let top = height - text::LINE * lines.len() as f64;
            let label = Label::new(callout.class, Anchor::Middle, left + item.size / 2.0, top, lines);
            let inset = (item.size / 2.0).min(6.0);
            let end = callout.x.max(label.bounds.left + inset).min(label.bounds.right - inset);
            (label, callout.leader, [spot(callout.x, height + callout.depth), spot(end, height)])
        })
        .collect();
    Row { height, labels }
}

impl<'a> Row<'a> {
    /// Adds the names, and a leader to each from its mark.
    pub(super) fn draw(self, drawing: &mut Drawing<'a>) {
        for (label, class, [mark, end]) in self.labels {
            let mut leader = Vec::with_capacity(2);
            stroke(&mut leader, mark, end);
            drawing.path(class, leader);
            drawing.labels.push(label);
        }
    }
}
