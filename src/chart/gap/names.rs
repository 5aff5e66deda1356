//! The names below the bars: the period, and under it the gap.

use super::Column;
use crate::chart::drawing::{Anchor, Bounds, Drawing, Label, breadth};
use crate::chart::spread::{Item, apart};
use crate::chart::{Text, WIDTH, text};

/// Between two names.
const APART: f64 = 7.0;

/// What stands below one bar.
struct Name<'a> {
    period: Option<Text<'a>>,
    value: Option<Text<'a>>,
    width: f64,
}

/// Adds the names in two rows from `top` on, and makes the drawing higher by as much. The first and the last gap are always named;
/// then the last and the first period, the baseline, and every second, third… from the last one, as many as fit.
pub(super) fn draw<'a>(drawing: &mut Drawing<'a>, columns: &[Column<'a>], baseline: Option<usize>, top: f64) {
    let place = |index: usize, name: &Name<'_>| {
        let left = (columns[index].middle() - name.width / 2.0).min(WIDTH - name.width).max(0.0);
        (left, left + name.width)
    };
    let mut placed: Vec<(f64, f64, Name<'a>)> = Vec::with_capacity(columns.len());
    let all: Vec<Name<'a>> = columns.iter().map(|column| name(column, WIDTH / 3.0)).collect();
    let fits = |step: usize| {
        let mut right = f64::INFINITY;
        (0..all.len()).rev().step_by(step).all(|index| {
            let (left, end) = place(index, &all[index]);
            let free = end + APART <= right;
            right = left;
            free
        })
    };
    if fits(1) {
        for (index, name) in all.into_iter().enumerate() {
            let (left, right) = place(index, &name);
            placed.push((left, right, name));
        }
    } else {
        let valued = |column: &Column<'_>| column.gap.is_some();
        let (first, last) = (columns.iter().position(valued), columns.iter().rposition(valued));
        let ends: Vec<usize> = first.into_iter().chain(last.filter(|_| last != first)).collect();
        let names: Vec<Name<'a>> =
            ends.iter().map(|&index| name(&columns[index], (WIDTH - APART) / 2.0)).collect();
        let items: Vec<Item> = ends
            .iter()
            .zip(&names)
            .map(|(&index, name)| Item { wish: columns[index].middle(), size: name.width })
            .collect();
        let lefts = apart(&items, APART, 0.0, WIDTH);
        placed.extend(names.into_iter().zip(lefts).map(|(name, left)| (left, left + name.width, name)));

        let step = (1..all.len()).find(|&step| fits(step)).unwrap_or(all.len());
        let others = [Some(columns.len() - 1), Some(0), baseline];
        let evenly = (0..columns.len()).rev().step_by(step);
        let mut all: Vec<Option<Name<'a>>> = all.into_iter().map(Some).collect();
        for index in others.into_iter().flatten().chain(evenly) {
            if ends.contains(&index) {
                continue;
            }
            let Some(Some(name)) = all.get(index) else { continue };
            let (left, right) = place(index, name);
            if placed.iter().all(|other| right + APART <= other.0 || other.1 + APART <= left) {
                placed.extend(all[index].take().map(|name| (left, right, name)));
            }
        }
        placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    rows(drawing, placed, top);
}

fn rows<'a>(drawing: &mut Drawing<'a>, placed: Vec<(f64, f64, Name<'a>)>, top: f64) {
    let below = |label: &Name<'_>| if label.period.is_some() { text::LINE } else { 0.0 };
    let second = placed.iter().map(|(.., name)| below(name)).fold(0.0, f64::max);
    let mut values = Vec::with_capacity(placed.len());
    for (left, right, name) in placed {
        let label = |class, top, line| Label {
            class,
            anchor: Anchor::Middle,
            lines: vec![line],
            bounds: Bounds { left, top, right, bottom: top + text::LINE },
        };
        drawing.labels.extend(name.period.map(|period| label("period", top, period)));
        values.extend(name.value.map(|value| label("value", top + second, value)));
    }
    let lowest = drawing.labels.iter().chain(&values).map(|label| label.bounds.bottom);
    drawing.height = lowest.fold(drawing.height, f64::max) + 2.0;
    drawing.labels.append(&mut values);
}

fn name<'a>(column: &Column<'a>, most: f64) -> Name<'a> {
    let finished = |text: &'a str, class: &str| {
        let cut = text::cut(text.trim(), crate::chart::drawing::room(class, most));
        (!cut.is_empty()).then_some(cut)
    };
    let period = finished(column.period, "period");
    let value = column.gap.and_then(|(_, gap)| finished(&gap.label, "value"));
    let width = |class, line: &Option<Text<'a>>| {
        line.as_ref().map_or(0.0, |line| breadth(class, std::slice::from_ref(line)))
    };
    Name { width: width("period", &period).max(width("value", &value)), period, value }
}
