//! The questions every chart must answer well, whatever its data.

mod parts;
mod random;
mod xml;

pub(super) use parts::{dots, reach, strokes, words};
pub(super) use random::Random;
pub(super) use xml::has_short_numbers;

use super::drawing::breadth;
use super::{Bounds, CLASSES, Drawing, Head, KINDS, Label, Shape, Spot, Step, Svg, TEXT_SIZE, WIDTH, text};

/// Writes ticks as a caller would.
pub(super) fn plain(value: f64, decimals: u8) -> String {
    format!("{value:.0$}", usize::from(decimals)).replace('-', "−")
}

/// The chart as a page shows it, under a name that tries to break out.
pub(super) fn named(svg: &Svg) -> String {
    let mut out = String::new();
    svg.write(
        &mut out,
        &Head { id: "a-b".into(), title: "净资产收益率".into(), description: "<&\">".into() },
    );
    out
}

/// Lays a chart out and writes it, twice, and asks everything. Gives the drawing, for what only its kind must answer.
pub(super) fn prove<'a>(
    layout: impl Fn() -> Option<Drawing<'a>>,
    svg: impl Fn() -> Svg,
) -> Option<Drawing<'a>> {
    let (drawing, written) = (layout(), svg());
    assert!(drawing == layout() && written == svg(), "the same data give the same chart");
    match &drawing {
        Some(drawing) => is_sound(drawing, &named(&written)),
        None => assert!(written.is_empty(), "nothing laid out, nothing written"),
    }
    drawing
}

/// Asks a chart everything that must be true of any.
pub(super) fn is_sound(drawing: &Drawing<'_>, svg: &str) {
    is_legible(drawing, svg);
    stays_in_the_view_box(drawing, svg);
    is_free_of_marks(drawing, svg);
    is_known_to_the_theme(drawing);
    xml::is_well_formed(svg);
    has_short_numbers(svg);
}

/// Every label says something, has the room it needs to itself, and is as large as any other: at least 11 CSS pixels where a chart
/// is at its smallest, 288 pixels wide in a window of 320.
fn is_legible(drawing: &Drawing<'_>, svg: &str) {
    const { assert!(TEXT_SIZE * 288.0 / WIDTH >= 11.0) };
    let sizes = svg.matches("font-size").count();
    assert!(sizes <= 1 && (drawing.labels.is_empty() || svg.contains(" font-size=\"17\"")), "{svg}");
    assert!(!svg.contains("textLength") && !svg.contains("transform"), "no text is squeezed: {svg}");
    assert!(drawing.labels.is_empty() || drawing.width == WIDTH, "{}", drawing.width);
    for (index, label) in drawing.labels.iter().enumerate() {
        assert!(label.lines.iter().all(|line| !line.trim().is_empty()), "a label says something: {svg}");
        let Bounds { left, top, right, bottom } = label.bounds;
        assert!(
            breadth(label.class, &label.lines) <= right - left + 0.01
                && text::LINE * label.lines.len() as f64 <= bottom - top + 0.01,
            "{:?} fits its bounds: {svg}",
            label.lines
        );
        for other in &drawing.labels[index + 1..] {
            assert!(
                !label.bounds.overlaps(&other.bounds),
                "{:?} overlaps {:?}: {svg}",
                label.lines,
                other.lines
            );
        }
    }
}

fn stays_in_the_view_box(drawing: &Drawing<'_>, svg: &str) {
    const EDGE: f64 = 0.06;
    assert!(drawing.height.is_finite() && drawing.height > 0.0);
    let lies_within = |bounds: &Bounds| {
        bounds.left >= -EDGE
            && bounds.top >= -EDGE
            && bounds.right <= drawing.width + EDGE
            && bounds.bottom <= drawing.height + EDGE
    };
    for label in &drawing.labels {
        assert!(lies_within(&label.bounds), "{:?} stays in the view box: {svg}", label.lines);
    }
    for mark in &drawing.marks {
        for bounds in extents(&mark.shape) {
            assert!(lies_within(&bounds), "{} stays in the view box: {bounds:?} {svg}", mark.class);
        }
    }
}

/// What lies behind everything, and may lie behind text: the theme gives text a halo there.
const GROUND: [&str; 17] = [
    "grid",
    "axis",
    "zero",
    "band",
    "quartiles",
    "gap",
    "lead",
    "between",
    "halo",
    "b0",
    "b1",
    "b2",
    "b3",
    "b4",
    "odd",
    "baseline",
    "ellipsis",
];

/// No line goes through a text, and no dot, ring or bar touches one, but for what lies behind everything.
fn is_free_of_marks(drawing: &Drawing<'_>, svg: &str) {
    for mark in &drawing.marks {
        if mark.class.split(' ').any(|word| GROUND.contains(&word)) {
            continue;
        }
        let hit = |label: &Label<'_>| match &mark.shape {
            Shape::Path(steps) => pieces(steps).any(|(from, to)| label.bounds.crossed_by(from, to)),
            shape => extents(shape).iter().any(|bounds| bounds.overlaps(&label.bounds)),
        };
        for label in &drawing.labels {
            assert!(!hit(label), "{:?} is free of {}: {svg}", label.lines, mark.class);
        }
    }
}

/// The lists of kinds and classes are complete: pictures that stand alone find their looks by them.
fn is_known_to_the_theme(drawing: &Drawing<'_>) {
    let classes = drawing.marks.iter().map(|mark| mark.class);
    for class in classes.chain(drawing.labels.iter().map(|label| label.class)) {
        assert!(CLASSES.binary_search(&class).is_ok(), "{class:?} is in the list of classes, in its order");
    }
    assert!(drawing.kind == "sparkline" || KINDS.contains(&drawing.kind), "{} is in the list", drawing.kind);
}

/// The straight pieces of a path.
fn pieces(steps: &[Step]) -> impl Iterator<Item = (Spot, Spot)> {
    let mut first = None;
    let mut pen = None;
    steps.iter().filter_map(move |step| {
        let from = pen;
        match step {
            Step::Move(at) => {
                (first, pen) = (Some(*at), Some(*at));
                return None;
            }
            Step::Line(at) => pen = Some(*at),
            Step::Close => pen = first,
        }
        Some((from?, pen?))
    })
}

/// The boxes around the parts of a shape.
fn extents(shape: &Shape) -> Vec<Bounds> {
    match shape {
        Shape::Path(steps) => steps
            .iter()
            .filter_map(|step| match step {
                Step::Move(at) | Step::Line(at) => Some(Bounds::around(*at, 0.0, 0.0)),
                Step::Close => None,
            })
            .collect(),
        Shape::Dots { at, width } => {
            at.iter().map(|at| Bounds::around(*at, width / 2.0, width / 2.0)).collect()
        }
        Shape::Ring { at, radius } => vec![Bounds::around(*at, *radius, *radius)],
    }
}
