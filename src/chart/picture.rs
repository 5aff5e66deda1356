//! A chart as a file of its own: under its title, over its source, on paper, for a slide or somebody else's page.
//!
//! Nothing in it needs a style sheet. Word processors know little of CSS, and a page with a strict content security policy
//! ignores `<style>`; so every class is replaced by the attributes it stands for. Which ones, the caller says with a
//! [`Paint`].

use std::collections::{BTreeMap, HashMap};

use super::write::{attribute, escaped, number};
use super::{Svg, TEXT_SIZE, WIDTH, text};

/// Every kind of chart that can be a picture.
pub const KINDS: &[&str] =
    &["bridge", "bullet", "dumbbell", "gap", "rank", "slope", "strip", "timeline", "trend"];

/// Every class that a mark or a text has, and those of the frame. The tests of all kinds see to it that none is missing.
#[rustfmt::skip]
pub const CLASSES: &[&str] = &[
    "axis line", "b0 area", "b1 area", "b2 area", "b3 area", "b4 area", "band area", "band odd area", "baseline line",
    "before", "before dots", "before leader line", "before provisional ring", "benchmark", "benchmark area",
    "benchmark dots", "benchmark leader line", "benchmark line", "benchmark mark line", "benchmark provisional line",
    "benchmark provisional ring", "better", "better area", "better dots", "better leader line", "better line",
    "better provisional ring", "between area", "edge line", "ellipsis dots", "frame edge", "frame paper",
    "frame rule", "frame site", "frame source", "frame subtitle", "frame title", "gap area", "gap provisional bar",
    "grid line", "halo area", "halo dots", "joint line", "lead area", "lead provisional bar", "level", "level area",
    "level dots", "level leader line", "level line", "level provisional ring", "median", "median leader line",
    "median line", "name", "own", "own area", "own dots", "own leader line", "own line", "own provisional bar",
    "own provisional line", "own provisional ring", "passed", "passed dots", "passed line", "passed provisional line",
    "passed provisional ring", "peer", "peer area", "peer dots", "peer leader line", "peer line",
    "peer provisional bar", "peer provisional line", "peer provisional ring", "period", "quartiles area", "stage",
    "target", "target leader line", "target ring", "there is a bar", "tick", "unit", "value", "worse", "worse area",
    "worse dots", "worse leader line", "worse line", "worse provisional ring", "zero line",
];

/// What marks and text look like without a style sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paint(BTreeMap<&'static str, Brush>);

/// The paint of one kind: the attributes of each class as markup, each with a space before it.
type Brush = HashMap<&'static str, String>;

impl Paint {
    /// For each of [`CLASSES`] in each of [`KINDS`] what `attributes` says: presentation attributes with their values. Those of
    /// `dots` paint circles, elsewhere they are lines.
    pub fn new<A>(attributes: impl Fn(&'static str, &'static str) -> A) -> Self
    where
        A: IntoIterator<Item = (&'static str, String)>,
    {
        let markup = |kind, class| {
            let mut out = String::new();
            for (name, value) in attributes(kind, class) {
                out.push(' ');
                out.push_str(name);
                out.push_str("=\"");
                escaped(&mut out, &value);
                out.push('"');
            }
            out
        };
        let brush = |kind| CLASSES.iter().map(|class| (*class, markup(kind, *class))).collect();
        Self(KINDS.iter().map(|kind| (*kind, brush(kind))).collect())
    }

    /// What is for this kind.
    fn of(&self, kind: &str) -> &Brush {
        self.0.get(kind).expect("a kind is in the list of kinds")
    }
}

/// The words around a chart that stands alone.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The language of all its words, as in HTML: `zh-Hans`.
    pub lang: &'a str,
    /// The font of all its words: families as in CSS.
    pub font: &'a str,
    /// What is shown.
    pub title: &'a str,
    /// Unit and scope. May be empty.
    pub subtitle: &'a str,
    /// The finding, for those who cannot see the chart.
    pub description: &'a str,
    /// Where the numbers come from, finished (“来源：……”). May be empty.
    pub source: &'a str,
    /// Whose picture this is. May be empty.
    pub site: &'a str,
}

/// Around everything.
const MARGIN: f64 = 24.0;
/// Above the drawing, and below it.
const SPACE: f64 = 14.0;

/// A paragraph of the frame.
struct Kind {
    class: &'static str,
    size: f64,
    line: f64,
    /// More lines than this are cut off; no title worth the name has as many.
    lines: usize,
}

const TITLE: Kind = Kind { class: "frame title", size: 22.0, line: 29.0, lines: 8 };
const SUBTITLE: Kind = Kind { class: "frame subtitle", size: TEXT_SIZE, line: 24.0, lines: 8 };
const SOURCE: Kind = Kind { class: "frame source", size: 14.0, line: 20.0, lines: 12 };
const SITE: Kind = Kind { class: "frame site", size: 14.0, line: 20.0, lines: 2 };

impl Svg {
    /// Adds the whole picture. Nothing where there was nothing to draw.
    pub fn picture(&self, out: &mut String, frame: &Frame<'_>, paint: &Paint) {
        if self.is_empty() {
            return;
        }
        let brush = paint.of(self.kind());
        let folded = |kind: &Kind, words| text::filled(words, kind.room(), kind.lines);
        let title = text::balanced(frame.title, TITLE.room(), TITLE.lines);
        let above = [(TITLE, title), (SUBTITLE, folded(&SUBTITLE, frame.subtitle))];
        let below = [(SOURCE, folded(&SOURCE, frame.source)), (SITE, folded(&SITE, frame.site))];
        let height = |paragraphs: &[(Kind, Vec<_>)]| -> f64 {
            paragraphs.iter().map(|(kind, lines)| kind.line * lines.len() as f64).sum()
        };
        let drawing_top = MARGIN + 6.0 + height(&above) + SPACE;
        let rule_top = drawing_top + self.height() + SPACE;
        let has_rule = below.iter().any(|(_, lines)| !lines.is_empty());
        let bottom = if has_rule { rule_top + 8.0 + height(&below) + MARGIN - 4.0 } else { rule_top + 6.0 };
        let whole = WIDTH + 2.0 * MARGIN;

        out.reserve(2 * self.markup().len() + 2048);
        out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg");
        attribute(out, "width", whole);
        attribute(out, "height", bottom);
        out.push_str("\" viewBox=\"0 0 ");
        number(out, whole);
        out.push(' ');
        number(out, bottom);
        out.push_str("\" role=\"img\" xml:lang=\"");
        escaped(out, frame.lang);
        out.push_str("\" font-family=\"");
        escaped(out, frame.font);
        attribute(out, "font-size", TEXT_SIZE);
        out.push_str("\"><title>");
        escaped(out, frame.title);
        out.push_str("</title><desc>");
        escaped(out, frame.description);
        out.push_str("</desc>");
        block(out, &brush["frame paper"], (0.0, 0.0), (whole, bottom));
        block(out, &brush["frame edge"], (MARGIN, MARGIN - 2.0), (WIDTH, 2.0));
        let mut y = MARGIN + 6.0;
        for (kind, lines) in &above {
            kind.write(out, lines, &mut y, brush);
        }
        out.push_str("<g transform=\"translate(");
        number(out, MARGIN);
        out.push(' ');
        number(out, drawing_top);
        out.push_str(")\">");
        painted(out, self, brush);
        out.push_str("</g>");
        if has_rule {
            block(out, &brush["frame rule"], (MARGIN, rule_top), (WIDTH, 1.0));
            y = rule_top + 8.0;
            for (kind, lines) in &below {
                kind.write(out, lines, &mut y, brush);
            }
        }
        out.push_str("</svg>\n");
    }
}

impl Kind {
    /// How much of text in the size of charts is as wide as the frame is in this size. Title and name are bold.
    fn room(&self) -> f64 {
        let bold = if matches!(self.class, "frame title" | "frame site") { text::SEMIBOLD } else { 1.0 };
        WIDTH * TEXT_SIZE / self.size / bold
    }

    /// Writes the lines, the first beginning at `y`, and moves that to the end of the last.
    fn write(&self, out: &mut String, lines: &[super::Text<'_>], y: &mut f64, brush: &Brush) {
        if lines.is_empty() {
            return;
        }
        out.push_str("<g");
        out.push_str(&brush[self.class]);
        out.push_str(" font-size=\"");
        number(out, self.size);
        out.push_str("\">");
        for line in lines {
            out.push_str("<text x=\"");
            number(out, MARGIN);
            attribute(out, "y", *y + (self.line - self.size) / 2.0 + self.size * 0.85);
            out.push_str("\">");
            // A dot between two things says nothing where the second begins a line.
            escaped(out, line.trim_end_matches([' ', '·']));
            out.push_str("</text>");
            *y += self.line;
        }
        out.push_str("</g>");
    }
}

fn block(out: &mut String, paint: &str, (left, top): (f64, f64), (width, height): (f64, f64)) {
    out.push_str("<rect x=\"");
    number(out, left);
    attribute(out, "y", top);
    attribute(out, "width", width);
    attribute(out, "height", height);
    out.push('"');
    out.push_str(paint);
    out.push_str("/>");
}

/// Marks and labels with attributes for classes, and circles for dots: not everybody draws the ends of a line of no length.
fn painted(out: &mut String, svg: &Svg, brush: &Brush) {
    let markup = svg.markup();
    let mut copied = 0;
    for class in svg.classes() {
        let (place, paint) = (class.place(), &brush[class.name]);
        let before = &markup[copied..place.start];
        if class.name.ends_with(" dots") {
            let (dots, _) = markup[place.end..].split_once("/>").expect("a path ends");
            out.push_str(before.strip_suffix("<path").expect("dots are a path"));
            circles(out, dots, paint);
            copied = place.end + dots.len() + "/>".len();
        } else {
            out.push_str(before);
            out.push_str(paint);
            copied = place.end;
        }
    }
    out.push_str(&markup[copied..]);
}

/// From ` stroke-width="7" d="M1 2h0M3 4h0"` to circles. The places are copied as they were written.
fn circles(out: &mut String, dots: &str, paint: &str) {
    let mut values = dots.split('"').skip(1).step_by(2);
    let width = values.next().and_then(|width| width.parse::<f64>().ok()).expect("dots have a width");
    let mut radius = String::new();
    number(&mut radius, width / 2.0);
    out.push_str("<g");
    out.push_str(paint);
    out.push('>');
    for dot in values.next().expect("dots have places").split('M').skip(1) {
        let place = dot.strip_suffix("h0").expect("a dot is a move and a line of no length");
        let at = place[1..].find([' ', '-']).expect("a place has two numbers") + 1;
        out.push_str("<circle cx=\"");
        out.push_str(&place[..at]);
        out.push_str("\" cy=\"");
        out.push_str(place[at..].trim_start());
        out.push_str("\" r=\"");
        out.push_str(&radius);
        out.push_str("\"/>");
    }
    out.push_str("</g>");
}

#[cfg(test)]
mod tests;
