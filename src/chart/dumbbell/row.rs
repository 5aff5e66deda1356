//! One row: its track, the values above it, and what is drawn on it.

use super::{Row, arrow};
use crate::chart::Effect;
use crate::chart::axis::{Scale, extent};
use crate::chart::drawing::{Anchor, Bounds, Drawing, Label, Spot, Step, breadth, room, spot, stroke};
use crate::chart::ruler::Ruler;
use crate::chart::spread::{Item, apart};
use crate::chart::{Point, WIDTH, drawable, text};

pub(super) const BEFORE: f64 = 8.0;
pub(super) const AFTER: f64 = 12.0;
/// Half the height of the benchmark's line.
pub(super) const MARK: f64 = 9.0;

/// Height of the track, and from its middle to the text above.
const TRACK: f64 = 20.0;
const DROP: f64 = 11.0;
/// Between two values.
const APART: f64 = 10.0;
/// What a dot at the end of the track needs.
const EDGE: f64 = 8.0;
/// How far from the end of a value its dot is reached, and how far off it a leader is drawn.
const INSET: f64 = 4.0;
const FAR: f64 = 5.0;

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

/// Where a row is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// What the row needs right of `left`: its two values on one line where they fit, else one above the other, and the track.
pub(super) fn height(row: &Row<'_>, left: f64) -> f64 {
    TRACK + text::LINE * if is_low(row, left) { 1.0 } else { 2.0 }
}

/// Whether both values fit on one line right of `left`.
pub(super) fn is_low(row: &Row<'_>, left: f64) -> bool {
    let (before, after) =
        (width("before", &row.before.label), width(TEXTS[at(row.effect)], &row.after.label));
    before + APART + after <= WIDTH - left
}

fn width(class: &str, line: &str) -> f64 {
    breadth(class, &[line.trim().into()])
}

/// Adds a row.
pub(super) fn draw<'a>(
    ink: &mut Ink,
    labels: &mut Vec<Label<'a>>,
    row: &'a Row<'_>,
    place: Place,
    ruler: Option<&Ruler>,
) {
    let middle = place.bottom - TRACK + DROP;
    let scale = ruler.map_or_else(|| own_scale(row, place.left), |ruler| ruler.scale);
    let x = |point: &Point<'_>| drawable(point.value).map(|value| scale.place(value));
    let (before, after) = (x(&row.before), x(&row.after));
    let benchmark = row.benchmark.as_ref().and_then(|point| Some((x(point)?, point)));
    let effect = at(row.effect);

    track(ink, place.left, middle, scale, ruler);
    if let Some((x, _)) = benchmark {
        stroke(&mut ink.benchmarks, spot(x, middle - MARK), spot(x, middle + MARK));
    }
    if let (Some(before), Some(after)) = (before, after) {
        let way = (after - before).signum();
        let from = before + way * BEFORE / 2.0;
        let to = after - way * (AFTER / 2.0 + 1.5);
        if (to - from) * way > 0.0 {
            arrow(&mut ink.shafts[effect], &mut ink.heads[effect], spot(from, middle), spot(to, middle));
        }
    }
    if let Some(x) = before {
        let dots = if row.before.provisional { &mut ink.before_hollow } else { &mut ink.before };
        dots.push(spot(x, middle));
    }
    if let Some(x) = after {
        let dots = if row.after.provisional { &mut ink.after_hollow } else { &mut ink.after };
        dots[effect].push(spot(x, middle));
    }

    let written = values(row, (before, after), place);
    for (label, mark) in &written {
        let end = mark.max(label.bounds.left + INSET).min(label.bounds.right - INSET);
        if (mark - end).abs() > FAR {
            let leaders = if label.class == "before" {
                &mut ink.before_leaders
            } else {
                &mut ink.after_leaders[effect]
            };
            stroke(leaders, spot(*mark, middle - 5.0), spot(end, label.bounds.bottom));
        }
    }
    let own: Vec<Label<'a>> = written.into_iter().map(|(label, _)| label).collect();
    let beside = benchmark.and_then(|(x, point)| benchmark_value(x, &point.label, &own, place));
    labels.extend(own.into_iter().chain(beside));
}

/// The line on which the dots lie, with notches at the ticks of the axis, or at zero.
fn track(ink: &mut Ink, left: f64, middle: f64, scale: Scale, ruler: Option<&Ruler>) {
    let (left, right) = (left + EDGE, WIDTH - EDGE);
    stroke(&mut ink.tracks, spot(left, middle), spot(right, middle));
    if let Some(ruler) = ruler {
        for x in ruler.ticks() {
            stroke(&mut ink.tracks, spot(x, middle - 4.0), spot(x, middle + 4.0));
        }
    } else {
        let zero = scale.place(0.0);
        if zero > left && zero < right {
            stroke(&mut ink.zeros, spot(zero, middle - 6.0), spot(zero, middle + 6.0));
        }
    }
}

/// The two values with where their dots are, each as near to its dot as the other allows; a single one where nothing changed.
/// Without a dot, the value stands at the side at which one begins or ends.
fn values<'a>(
    row: &'a Row<'_>,
    (before, after): (Option<f64>, Option<f64>),
    place: Place,
) -> Vec<(Label<'a>, f64)> {
    let mut both = [
        (before.unwrap_or(place.left), "before", row.before.label.trim()),
        (after.unwrap_or(WIDTH), TEXTS[at(row.effect)], row.after.label.trim()),
    ];
    if both[0].2 == both[1].2 && (both[0].0 - both[1].0).abs() < 1.0 {
        both[0].2 = "";
    }
    let is_low = is_low(row, place.left);
    let both = || both.into_iter().filter(|value| !value.2.is_empty());
    if !is_low {
        let label = |(line, (x, class, label)): (usize, (f64, &'static str, &'a str))| {
            let top = place.top + text::LINE * line as f64;
            let label = text::cut(label, room(class, WIDTH - place.left));
            (Label::centred(class, x, place.left, WIDTH, top, label), x)
        };
        return both().enumerate().map(label).collect();
    }
    let items: Vec<Item> =
        both().map(|(x, class, label)| Item { wish: x, size: width(class, label) }).collect();
    let lefts = apart(&items, APART, place.left, WIDTH);
    both()
        .zip(lefts)
        .map(|((x, class, label), left)| {
            (Label::new(class, Anchor::Start, left, place.top, vec![label.into()]), x)
        })
        .collect()
}

/// The benchmark's value above its line, if the others leave it a place there.
fn benchmark_value<'a>(x: f64, label: &'a str, others: &[Label<'a>], place: Place) -> Option<Label<'a>> {
    let label = label.trim();
    let size = width("benchmark", label);
    if label.is_empty() || size > WIDTH - place.left {
        return None;
    }
    let top = place.bottom - TRACK - text::LINE;
    [x, x + size / 2.0 - INSET, x - size / 2.0 + INSET]
        .map(|x| Label::centred("benchmark", x, place.left, WIDTH, top, label.into()))
        .into_iter()
        .find(|label| {
            others.iter().all(|other| {
                let Bounds { left, right, .. } = other.bounds;
                !label.bounds.overlaps(&Bounds { left: left - APART, right: right + APART, ..other.bounds })
            })
        })
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
