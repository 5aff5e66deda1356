//! What a test asks a drawing for: the marks of a class, the words of a class.

use crate::chart::axis::extent;
use crate::chart::{Drawing, Mark, Shape, Spot, Step};

/// The steps of the first path of a class.
fn path<'d>(drawing: &'d Drawing<'_>, class: &str) -> &'d [Step] {
    let mark = drawing.marks.iter().find(|mark| mark.class == class);
    match mark {
        Some(Mark { shape: Shape::Path(steps), .. }) => steps,
        _ => &[],
    }
}

/// How often the pen is put down for a class.
pub(in crate::chart) fn strokes(drawing: &Drawing<'_>, class: &str) -> usize {
    path(drawing, class).iter().filter(|step| matches!(step, Step::Move(_))).count()
}

/// The least and greatest x and y of every piece of the first path of a class: left, top, right, bottom.
pub(in crate::chart) fn reach(drawing: &Drawing<'_>, class: &str) -> Vec<[f64; 4]> {
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    for step in path(drawing, class) {
        match (step, pieces.last_mut()) {
            (Step::Move(at), _) => pieces.push(vec![*at]),
            (Step::Line(at), Some(piece)) => piece.push(*at),
            (Step::Line(_), None) | (Step::Close, _) => {}
        }
    }
    let bounds = |piece: &Vec<Spot>| {
        let (left, right) = extent(piece.iter().map(|at| at.x))?;
        let (top, bottom) = extent(piece.iter().map(|at| at.y))?;
        Some([left, top, right, bottom])
    };
    pieces.iter().filter_map(bounds).collect()
}

/// The centres of all dots and rings of a class.
pub(in crate::chart) fn dots(drawing: &Drawing<'_>, class: &str) -> Vec<Spot> {
    let marks = drawing.marks.iter().filter(|mark| mark.class == class);
    marks
        .flat_map(|mark| match &mark.shape {
            Shape::Dots { at, .. } => at.clone(),
            Shape::Ring { at, .. } => vec![*at],
            Shape::Path(_) => Vec::new(),
        })
        .collect()
}

/// The labels of a class, their lines divided by `|`.
pub(in crate::chart) fn words(drawing: &Drawing<'_>, class: &str) -> Vec<String> {
    drawing.labels.iter().filter(|label| label.class == class).map(|label| label.lines.join("|")).collect()
}
