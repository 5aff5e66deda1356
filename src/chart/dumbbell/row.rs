//! One row: its track, the values above it, and what is drawn on it.

use super::{Row, arrow};
use crate::chart::axis::{Scale, extent};
use crate::chart::bridge::Effect;
use crate::chart::drawing::{Anchor, Drawing, Label, Spot, Step, breadth, room, spot, stroke};
use crate::chart::ruler::Ruler;
use crate::chart::spread::{Item, apart};
use crate::chart::{Point, Text, WIDTH, drawable, text};

/// Of the values and the track below them.
pub(super) const HEIGHT: f64 = text::LINE + 20.0;
pub(super) const BEFORE: f64 = 8.0;
pub(super) const AFTER: f64 = 12.0;
/// Half the height of the benchmark's line.
pub(super) const MARK: f64 = 9.0;

/// From a value's text to the middle of the track.
const DROP: f64 = 11.0;
/// Between two values.
const APART: f64 = 10.0;
/// What a dot at the end of the track needs.
const EDGE: f64 = 8.0;

const LINES: [&str; 3] = ["better line", "worse line", "level line"];
const LEADERS: [&str; 3] = ["better leader line", "worse leader line", "level leader line"];
const HEADS: [&str; 3] = ["better area", "worse area", "level area"];
const DOTS: [&str; 3] = ["better dots", "worse dots", "level dots"];
const RINGS: [&str; 3] = ["better provisional ring", "worse provisional ring", "level provisional ring"];
const TEXTS: [&str; 3] = ["better", "worse", "level"];

/// The marks of all rows, by what they mean.
#[derive(Debug, Default)]
pub(super) struct Ink {
    tracks: Vec<Step>,
    zeros: Vec<Step>,
    benchmarks: Vec<Step>,
    benchmark_leaders: Vec<Step>,
    before: Vec<Spot>,
    before_hollow: Vec<Spot>,
    before_leaders: Vec<Step>,
    shafts: [Vec<Step>; 3],
    heads: [Vec<Step>; 3],
    after: [Vec<Spot>; 3],
    after_hollow: [Vec<Spot>; 3],
    after_leaders: [Vec<Step>; 3],
}

impl Ink {
    pub(super) fn draw(self, drawing: &mut Drawing<'_>) {
        drawing.path("grid line", self.tracks);
        drawing.path("zero line", self.zeros);
        drawing.path("before leader line", self.before_leaders);
        drawing.path("benchmark leader line", self.benchmark_leaders);
        for (class, leaders) in LEADERS.into_iter().zip(self.after_leaders) {
            drawing.path(class, leaders);
        }
        drawing.path("benchmark mark line", self.benchmarks);
        drawing.dots("before dots", self.before, BEFORE);
        for (class, shafts) in LINES.into_iter().zip(self.shafts) {
            drawing.path(class, shafts);
        }
        for (class, heads) in HEADS.into_iter().zip(self.heads) {
            drawing.path(class, heads);
        }
        for at in self.before_hollow {
            drawing.ring("before provisional ring", at, BEFORE / 2.0);
        }
        for (class, dots) in DOTS.into_iter().zip(self.after) {
            drawing.dots(class, dots, AFTER);
        }
        for (class, rings) in RINGS.into_iter().zip(self.after_hollow) {
            for at in rings {
                drawing.ring(class, at, AFTER / 2.0 - 1.0);
            }
        }
    }
}

/// Adds a row, right of `left` and below `top`.
pub(super) fn draw<'a>(
    ink: &mut Ink,
    labels: &mut Vec<Label<'a>>,
    row: &'a Row<'_>,
    (left, top): (f64, f64),
    ruler: Option<&Ruler>,
) {
    let middle = top + text::LINE + DROP;
    let scale = ruler.map_or_else(|| own_scale(row, left), |ruler| ruler.scale);
    let place = |value: &Point<'_>| drawable(value.value).map(|value| scale.place(value));
    let (before, after) = (place(&row.before), place(&row.after));
    let benchmark = row.benchmark.as_ref().and_then(|value| Some((place(value)?, value)));
    let change = at(row.effect);

    stroke(&mut ink.tracks, spot(left + EDGE, middle), spot(WIDTH - EDGE, middle));
    if let Some(ruler) = ruler {
        for x in ruler.ticks() {
            stroke(&mut ink.tracks, spot(x, middle - 4.0), spot(x, middle + 4.0));
        }
    } else if scale.place(0.0) > left + EDGE && scale.place(0.0) < WIDTH - EDGE {
        stroke(&mut ink.zeros, spot(scale.place(0.0), middle - 6.0), spot(scale.place(0.0), middle + 6.0));
    }
    if let Some((x, _)) = benchmark {
        stroke(&mut ink.benchmarks, spot(x, middle - MARK), spot(x, middle + MARK));
    }
    if let (Some(before), Some(after)) = (before, after) {
        let way = (after - before).signum();
        let from = before + way * BEFORE / 2.0;
        let to = after - way * (AFTER / 2.0 + 1.5);
        if (to - from) * way > 0.0 {
            let (shaft, head) = (&mut ink.shafts[change], &mut ink.heads[change]);
            arrow(shaft, head, spot(from, middle), spot(to, middle));
        }
    }
    if let Some(x) = before {
        let dots = if row.before.provisional { &mut ink.before_hollow } else { &mut ink.before };
        dots.push(spot(x, middle));
    }
    if let Some(x) = after {
        let dots = if row.after.provisional { &mut ink.after_hollow } else { &mut ink.after };
        dots[change].push(spot(x, middle));
    }

    let mut values =
        vec![(before, left, "before", &*row.before.label), (after, WIDTH, TEXTS[change], &*row.after.label)];
    values.extend(benchmark.map(|(x, value)| (Some(x), x, "benchmark", &*value.label)));
    values.retain(|(.., label)| !label.trim().is_empty());
    for (label, mark) in written(&values, left, top) {
        let inset = ((label.bounds.right - label.bounds.left) / 2.0).min(4.0);
        if let Some(x) = mark {
            let end = x.max(label.bounds.left + inset).min(label.bounds.right - inset);
            if (x - end).abs() > 1.0 {
                let leaders = match label.class {
                    "before" => &mut ink.before_leaders,
                    "benchmark" => &mut ink.benchmark_leaders,
                    _ => &mut ink.after_leaders[change],
                };
                stroke(leaders, spot(x, middle - 5.0), spot(end, label.bounds.bottom));
            }
        }
        labels.push(label);
    }
}

/// The values side by side, each as near to its mark as the others allow: all of them, or, if that is too much, the first two.
fn written<'a>(
    values: &[(Option<f64>, f64, &'static str, &'a str)],
    left: f64,
    top: f64,
) -> Vec<(Label<'a>, Option<f64>)> {
    let width = |class: &str, line: &Text<'_>| breadth(class, std::slice::from_ref(line));
    let needed: f64 =
        values.iter().map(|&(_, _, class, label)| width(class, &label.trim().into()) + APART).sum();
    let is_too_much = needed - APART > WIDTH - left;
    let kept: Vec<_> =
        values.iter().filter(|(_, _, class, _)| !is_too_much || *class != "benchmark").collect();
    let share = (WIDTH - left + APART) / kept.len().max(1) as f64 - APART;
    let still_too_much =
        kept.iter().map(|(_, _, class, label)| width(class, &label.trim().into()) + APART).sum::<f64>()
            - APART
            > WIDTH - left;
    let lines: Vec<Text<'a>> = kept
        .iter()
        .map(|&&(_, _, class, label)| {
            let label = label.trim();
            if still_too_much { text::cut(label, room(class, share)) } else { label.into() }
        })
        .collect();
    let items: Vec<Item> = kept
        .iter()
        .zip(&lines)
        .map(|((x, otherwise, class, _), line)| Item {
            wish: x.unwrap_or(*otherwise),
            size: width(class, line),
        })
        .collect();
    let lefts = apart(&items, APART, left, WIDTH);
    kept.into_iter()
        .zip(lines)
        .zip(lefts.into_iter().zip(items))
        .map(|((&(mark, _, class, _), line), (begins, item))| {
            let label = Label::new(class, Anchor::Middle, begins + item.size / 2.0, top, vec![line]);
            (label, mark)
        })
        .collect()
}

/// From the least to the greatest of the row's values, or a twentieth of the greatest if that is more.
fn own_scale(row: &Row<'_>, left: f64) -> Scale {
    let values = [Some(&row.before), Some(&row.after), row.benchmark.as_ref()];
    let (least, greatest) =
        extent(values.into_iter().flatten().filter_map(|value| drawable(value.value))).unwrap_or((0.0, 0.0));
    let missing = (least.abs().max(greatest.abs()) / 20.0 - (greatest - least)).max(0.0);
    Scale::new((least - missing / 2.0, greatest + missing / 2.0), (left + EDGE, WIDTH - EDGE))
}

/// Where what belongs to an effect is kept.
fn at(effect: Effect) -> usize {
    match effect {
        Effect::Better => 0,
        Effect::Worse => 1,
        Effect::Unjudged => 2,
    }
}

/// The classes of an arrow: its shaft and its head.
pub(super) fn classes(effect: Effect) -> (&'static str, &'static str) {
    (LINES[at(effect)], HEADS[at(effect)])
}
