//! A drawing as SVG text. Only this and [`super::picture`] write markup.

use std::ops::Range;

use super::{Anchor, Drawing, Head, Label, Mark, Shape, Spot, Step, TEXT_SIZE, text};

/// A chart that is finished but for its name: every page that shows it gives it one of its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Svg {
    text: String,
    /// Where in the text the name belongs.
    unnamed_at: usize,
    /// The classes of marks and labels, in their order.
    classes: Vec<Class>,
    kind: &'static str,
    height: f64,
}

/// A class of a mark or of labels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Class {
    pub(super) name: &'static str,
    /// Where its attribute begins in the markup.
    at: usize,
}

impl Class {
    /// The place of its attribute in the markup, with the space before it.
    pub(super) fn place(&self) -> Range<usize> {
        self.at..self.at + CLASS.len() + self.name.len() + "\"".len()
    }
}

impl Svg {
    /// The drawing, to be named.
    pub(super) fn of(drawing: &Drawing<'_>) -> Self {
        let mut text = begun(drawing);
        let unnamed_at = text.len();
        let mut classes = Vec::with_capacity(drawing.marks.len() + drawing.labels.len());
        finish(&mut text, drawing, |name, at| classes.push(Class { name, at: at - unnamed_at }));
        Self { text, unnamed_at, classes, kind: drawing.kind, height: drawing.height }
    }

    /// Whether there was nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn kind(&self) -> &'static str {
        self.kind
    }

    /// Height of the view box, in units.
    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// Marks and labels, without the element around them.
    pub(super) fn markup(&self) -> &str {
        self.text[self.unnamed_at..].strip_suffix("</svg>").unwrap_or_default()
    }

    /// The classes in that, in their order.
    pub(super) fn classes(&self) -> &[Class] {
        &self.classes
    }

    /// Writes the chart under its head: `role="img"` with a title and a description. Nothing where there was nothing to draw.
    pub fn write(&self, out: &mut String, head: &Head<'_>) {
        if self.is_empty() {
            return;
        }
        let (opening, rest) = self.text.split_at(self.unnamed_at);
        out.push_str(opening);
        out.push_str(" role=\"img\" font-size=\"");
        number(out, TEXT_SIZE);
        out.push_str("\" aria-labelledby=\"");
        escaped(out, &head.id);
        out.push_str("-t ");
        escaped(out, &head.id);
        out.push_str("-d\"><title id=\"");
        escaped(out, &head.id);
        out.push_str("-t\">");
        escaped(out, &head.title);
        out.push_str("</title><desc id=\"");
        escaped(out, &head.id);
        out.push_str("-d\">");
        escaped(out, &head.description);
        out.push_str("</desc>");
        out.push_str(rest);
    }
}

/// The drawing for the eye only: what it shows is said in words beside it.
pub(super) fn silent(drawing: &Drawing<'_>) -> String {
    let mut out = begun(drawing);
    out.push_str(" aria-hidden=\"true\">");
    finish(&mut out, drawing, |_, _| ());
    out
}

/// How a class begins.
const CLASS: &str = " class=\"";

fn begun(drawing: &Drawing<'_>) -> String {
    // A chart is between 1 and 4 KB: one allocation for nearly all of them.
    let mut out = String::with_capacity(4096);
    out.push_str("<svg class=\"chart ");
    out.push_str(drawing.kind);
    out.push_str("\" viewBox=\"0 0 ");
    number(&mut out, drawing.width);
    out.push(' ');
    number(&mut out, drawing.height);
    out.push('"');
    out
}

/// Writes all that is in the drawing, and says of each class where in `out` it stands.
fn finish(out: &mut String, drawing: &Drawing<'_>, mut noted: impl FnMut(&'static str, usize)) {
    for each in &drawing.marks {
        mark(out, each, &mut noted);
    }
    // Neighbours of the same role share a group, and so its class.
    for group in drawing.labels.chunk_by(|a, b| a.class == b.class && a.anchor == b.anchor) {
        labels(out, group, &mut noted);
    }
    out.push_str("</svg>");
}

fn mark(out: &mut String, mark: &Mark, noted: impl FnMut(&'static str, usize)) {
    match &mark.shape {
        Shape::Path(steps) => {
            out.push_str("<path");
            class(out, mark.class, noted);
            out.push_str("\" d=\"");
            path(out, steps);
        }
        Shape::Dots { at, width } => {
            out.push_str("<path");
            class(out, mark.class, noted);
            attribute(out, "stroke-width", *width);
            out.push_str("\" d=\"");
            for spot in at {
                out.push('M');
                pair(out, rounded(*spot));
                out.push_str("h0");
            }
        }
        Shape::Ring { at, radius } => {
            out.push_str("<circle");
            class(out, mark.class, noted);
            attribute(out, "cx", at.x);
            attribute(out, "cy", at.y);
            attribute(out, "r", *radius);
        }
    }
    out.push_str("\"/>");
}

/// Writes the shortest of `H`, `V` and an implied line for every step. All absolute: rounded steps must not add up.
fn path(out: &mut String, steps: &[Step]) {
    let mut pen = (0, 0);
    let mut implied = false;
    for step in steps {
        match *step {
            Step::Move(to) => {
                pen = rounded(to);
                out.push('M');
                pair(out, pen);
                implied = true;
            }
            Step::Line(to) => {
                let to = rounded(to);
                if to.1 == pen.1 {
                    out.push('H');
                    tenths(out, to.0);
                    implied = false;
                } else if to.0 == pen.0 {
                    out.push('V');
                    tenths(out, to.1);
                    implied = false;
                } else {
                    out.push(if implied { ' ' } else { 'L' });
                    pair(out, to);
                    implied = true;
                }
                pen = to;
            }
            Step::Close => out.push('z'),
        }
    }
}

fn labels(out: &mut String, group: &[Label<'_>], noted: impl FnMut(&'static str, usize)) {
    let Some(first) = group.first() else { return };
    let anchor = match first.anchor {
        Anchor::Start => "",
        Anchor::Middle => "\" text-anchor=\"middle",
        Anchor::End => "\" text-anchor=\"end",
    };
    out.push_str("<g");
    class(out, first.class, noted);
    out.push_str(anchor);
    out.push_str("\">");
    for label in group {
        for (line, at) in label.lines.iter().zip(0_u8..) {
            out.push_str("<text x=\"");
            number(out, label.x());
            attribute(out, "y", label.bounds.top + text::ASCENT + text::LINE * f64::from(at));
            out.push_str("\">");
            escaped(out, line);
            out.push_str("</text>");
        }
    }
    out.push_str("</g>");
}

/// The attribute by which a style sheet finds an element, without its last quotation mark.
fn class(out: &mut String, name: &'static str, mut noted: impl FnMut(&'static str, usize)) {
    noted(name, out.len());
    out.push_str(CLASS);
    out.push_str(name);
}

/// Ends the attribute before, and begins this one.
pub(super) fn attribute(out: &mut String, name: &str, value: f64) {
    out.push_str("\" ");
    out.push_str(name);
    out.push_str("=\"");
    number(out, value);
}

/// A place in tenths of a unit.
fn rounded(spot: Spot) -> (i64, i64) {
    (in_tenths(spot.x), in_tenths(spot.y))
}

fn pair(out: &mut String, (x, y): (i64, i64)) {
    tenths(out, x);
    // The minus sign separates by itself.
    if y >= 0 {
        out.push(' ');
    }
    tenths(out, y);
}

/// One decimal is a quarter of a CSS pixel at most: finer than anyone sees.
pub(super) fn number(out: &mut String, value: f64) {
    tenths(out, in_tenths(value));
}

/// Rounded half away from zero. A cast cuts off, which is cheaper than `f64::round` on processors of any age.
fn in_tenths(value: f64) -> i64 {
    (value * 10.0 + 0.5_f64.copysign(value)) as i64
}

/// Writes so many tenths. Digit by digit: nearly all coordinates are below a thousand, and a chart has hundreds of them.
fn tenths(out: &mut String, tenths: i64) {
    if tenths < 0 {
        out.push('-');
    }
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let digit = |digit: u64| char::from(b'0' + (digit % 10) as u8);
    if whole >= 1000 {
        out.push_str(&whole.to_string());
    } else if whole > 0 || tenth == 0 {
        if whole >= 100 {
            out.push(digit(whole / 100));
        }
        if whole >= 10 {
            out.push(digit(whole / 10));
        }
        out.push(digit(whole));
    }
    if tenth > 0 {
        out.push('.');
        out.push(digit(tenth));
    }
}

/// Escapes for XML text and attribute values alike; leaves out control characters and the like, which XML cannot hold at all.
pub(super) fn escaped(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut rest = 0;
    for (at, byte) in bytes.iter().enumerate() {
        // Nearly every byte stands for itself.
        if !MAY_NOT_STAND[usize::from(*byte)] {
            continue;
        }
        let (instead, len) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\t' | b'\n' | b'\r' => (" ", 1),
            0..b' ' => ("", 1),
            0xEF if matches!(bytes[at..], [_, 0xBF, 0xBE | 0xBF, ..]) => ("", 3),
            _ => continue,
        };
        out.push_str(&text[rest..at]);
        out.push_str(instead);
        rest = at + len;
    }
    out.push_str(&text[rest..]);
}

/// The bytes with which something begins that XML text may not hold as it is.
const MAY_NOT_STAND: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        table[byte] = matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | 0..b' ' | 0xEF);
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::drawing::{block, spot};

    fn written(value: f64) -> String {
        let mut out = String::new();
        number(&mut out, value);
        out
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let all = [0.0, -0.04, 0.5, -0.5, 12.0, 12.34, 439.96, -3.1].map(written);
        assert_eq!(all, ["0", "0", ".5", "-.5", "12", "12.3", "440", "-3.1"]);
    }

    #[test]
    fn level_and_upright_lines_are_written_short() {
        let mut steps = Vec::new();
        block(&mut steps, super::super::Bounds { left: 1.0, top: 2.0, right: 30.0, bottom: 4.0 });
        steps.extend([Step::Move(spot(0.0, 0.0)), Step::Line(spot(5.0, 6.0)), Step::Line(spot(7.0, 9.5))]);
        let mut out = String::new();
        path(&mut out, &steps);
        assert_eq!(out, "M1 2H30V4H1zM0 0 5 6 7 9.5");
    }

    #[test]
    fn text_cannot_become_markup() {
        let mut out = String::new();
        escaped(&mut out, "<script>\"R&D\"\n\u{7}\u{ffff}</script>");
        assert_eq!(out, "&lt;script&gt;&quot;R&amp;D&quot; &lt;/script&gt;");
    }
}
