//! Where the first own value is written: on the free side of its dot, or nowhere.

use super::{DOT, Data, Field, RING};
use crate::chart::drawing::{Anchor, Bounds, Drawing, Label, Shape, Step, breadth, spot};
use crate::chart::runs::{self, Stop};
use crate::chart::{WIDTH, text};

/// The label, if there is a later value and a place that touches no line, dot or other label. Off the benchmark if that is
/// beside it, else off the line as it goes on; the other side, farther away and farther right are tried after that.
pub(super) fn label<'a>(
    drawing: &Drawing<'a>,
    data: &Data<'a>,
    own: &[Option<Stop>],
    benchmark: &[Option<Stop>],
    field: &Field,
) -> Option<Label<'a>> {
    let mut values = own.iter().flatten();
    let (stop, next) = (values.next()?, values.next()?);
    let first = data.first.as_str();
    if first.is_empty() {
        return None;
    }
    let target = data.target.map(|target| spot(field.x.place(target.x), field.y.place(target.y)));
    let dots = || {
        let dots = own.iter().chain(benchmark).flatten().map(|stop| (stop.at, DOT / 2.0));
        dots.chain(target.map(|target| (target, RING)))
    };
    let leaders = || {
        let leaders = drawing.marks.iter().filter(|mark| mark.class.ends_with("leader line"));
        leaders.filter_map(|mark| match &mark.shape {
            Shape::Path(steps) => match steps[..] {
                [Step::Move(from), Step::Line(to)] => Some((from, to)),
                _ => None,
            },
            _ => None,
        })
    };
    let free = |bounds: &Bounds| {
        bounds.top >= 0.0
            && bounds.bottom <= field.bottom - 1.0
            && bounds.right <= WIDTH
            && !drawing.labels.iter().any(|other| other.bounds.overlaps(bounds))
            && !runs::segments(own)
                .chain(runs::segments(benchmark))
                .chain(leaders())
                .any(|(from, to)| bounds.crossed_by(from, to))
            && !dots().any(|(dot, radius)| Bounds::around(dot, radius, radius).overlaps(bounds))
    };

    let rival = benchmark.iter().flatten().find(|rival| (rival.at.x - stop.at.x).abs() < 1.0);
    let below_first = rival.unwrap_or(next).at.y < stop.at.y;
    let away = DOT / 2.0 + 2.0;
    let lines = vec![first.to_owned().into()];
    let width = breadth("own", &lines);
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
    Some(Label { class: "own", anchor: Anchor::Middle, lines, bounds })
}
