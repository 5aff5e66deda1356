//! Where the first own value is written: on the free side of its dot, or nowhere.

use super::ends::Leader;
use super::{DOT, Data, Field, Lines, RING};
use crate::chart::drawing::{Anchor, Bounds, Drawing, Label, breadth, spot};
use crate::chart::{WIDTH, text};

/// The label, if there is a later value and a place that touches no line, dot or other label. Off the benchmark if that is
/// beside it, else off the line as it goes on; the other side, farther away and farther right are tried after that.
pub(super) fn label<'a>(
    drawing: &Drawing<'a>,
    data: &Data<'a>,
    lines: &Lines,
    leaders: &[Leader],
    field: &Field,
) -> Option<Label<'a>> {
    let mut values = lines.own.iter().flatten();
    let (stop, next) = (values.next()?, values.next()?);
    let first = data.first.as_str();
    if first.is_empty() {
        return None;
    }
    let target = data.target.map(|target| spot(field.x.place(target.x), field.y.place(target.y)));
    let dots = || {
        let dots = lines.dots().map(|dot| (dot, DOT / 2.0));
        dots.chain(target.map(|target| (target, RING)))
    };
    let free = |bounds: &Bounds| {
        bounds.top >= 0.0
            && bounds.bottom <= field.bottom - 1.0
            && bounds.right <= WIDTH
            && !drawing.labels.iter().any(|other| other.bounds.overlaps(bounds))
            && !lines.segments().any(|(from, to)| bounds.crossed_by(from, to))
            && !leaders.iter().any(|leader| bounds.crossed_by(leader.from, leader.to))
            && !dots().any(|(dot, radius)| Bounds::around(dot, radius, radius).overlaps(bounds))
    };

    let rival = lines.benchmark.iter().flatten().find(|rival| (rival.at.x - stop.at.x).abs() < 1.0);
    let below_first = rival.unwrap_or(next).at.y < stop.at.y;
    let away = DOT / 2.0 + 2.0;
    let words = vec![first.to_owned().into()];
    let width = breadth("own", &words);
    let place = |farther: f64, below: bool, x: f64| {
        let top = if below { stop.at.y + away + farther } else { stop.at.y - away - farther - text::LINE };
        Bounds::centred((x, top), field.left, WIDTH, width)
    };
    let beside = stop.at.x + text::width(first) / 2.0;
    let bounds = [below_first, !below_first]
        .into_iter()
        .flat_map(|below| [stop.at.x, beside].map(|x| (below, x)))
        .flat_map(|(below, x)| [0.0, 5.0, 10.0, 15.0, 20.0].map(|farther| place(farther, below, x)))
        .find(free)?;
    Some(Label { class: "own", anchor: Anchor::Middle, lines: words, bounds })
}
