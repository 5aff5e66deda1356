//! Figures: a chart with its heading, the sentence that states its finding, the table with the same numbers, its source.
//!
//! Written here and not by a template: a site holds hundreds of thousands of them, and their parts must agree.

pub mod bridge;
pub mod bullet;
pub mod download;
pub mod dumbbell;
mod embed;
pub mod evidence;
pub mod gap;
pub mod matrix;
pub mod position;
pub mod records;
pub mod scorecard;
pub mod shelf;
pub mod slope;
pub mod subject;
pub mod table;
pub mod timeline;
pub mod trend;

pub use download::{Download, Downloads};
pub use shelf::Shelf;
pub use subject::Subject;

use std::cell::OnceCell;
use std::rc::Rc;

use crate::base::{Id, escape};
use crate::chart::{Better, Head, Svg};
use crate::model::Direction;

use super::Html;
use super::desk::Seat;
use table::Table;

/// A figure as it is wherever it is shown: everything but its id and its heading. Plain text but for `markup`, `table` and
/// `source`.
#[derive(Default)]
pub struct Body {
    /// Unit and scope.
    pub subtitle: String,
    /// The chart; empty where there is nothing to draw.
    pub drawing: Svg,
    /// What stands in the place of a drawing, as HTML: a chart that is a table by itself.
    pub markup: String,
    /// The finding.
    pub sentence: String,
    /// The same numbers.
    pub table: Option<Table>,
    /// Where they come from, each source once.
    pub sources: Vec<Id>,
    /// The same as links.
    pub source: String,
    /// The way to the evidence for what is shown; empty on pages that have none.
    pub evidence: String,
    /// The chart as a picture, once somebody asked for it, and the heading in it.
    picture: OnceCell<(String, Rc<Vec<u8>>)>,
    /// The numbers as a file, likewise.
    csv: OnceCell<Rc<Vec<u8>>>,
}

impl Body {
    /// The same with its sources, each linked once.
    #[must_use]
    pub fn from_sources<'i>(mut self, seat: &Seat<'_, '_>, ids: impl IntoIterator<Item = &'i Id>) -> Self {
        for id in ids {
            if !self.sources.contains(id) {
                self.sources.push(id.clone());
            }
        }
        self.source = seat.source_links(self.sources.iter());
        self
    }

    /// The same with another drawing.
    #[must_use]
    pub fn drawn(self, drawing: Svg) -> Self {
        Self { drawing, picture: OnceCell::new(), ..self }
    }

    /// Keeps the file of its numbers, which nobody then needs to make again.
    fn keep_csv(&self, text: String) {
        // What is kept already says the same.
        let _ = self.csv.set(Rc::new(text.into_bytes()));
    }
}

/// A figure on a page.
#[derive(Clone, Copy)]
pub struct Figure<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// The kind of chart, as a class.
    pub kind: &'static str,
    /// What is shown.
    pub title: &'a str,
    /// All the rest.
    pub body: &'a Body,
}

/// The figure as HTML. `csv` makes the file of its numbers, for a page that offers them.
pub fn html(seat: &Seat<'_, '_>, figure: &Figure<'_>, csv: impl FnOnce() -> String) -> Html {
    seat.figures.update(|made| made + 1);
    let body = figure.body;
    // A figure is between 3 and 7 KB: one allocation for nearly all of them.
    let mut out = String::with_capacity(8 * 1024);
    out.push_str("<figure class=\"figure figure-");
    out.push_str(figure.kind);
    out.push_str("\" id=\"");
    escape::push(&mut out, figure.id);
    out.push_str("\">\n<figcaption><h3 class=\"figure-title\">");
    escape::push(&mut out, figure.title);
    out.push_str("</h3>");
    paragraph(&mut out, "figure-unit", &body.subtitle);
    out.push_str("</figcaption>\n");
    let drawing_at = out.len();
    if !body.drawing.is_empty() {
        out.push_str("<div class=\"figure-drawing\">");
        let head = Head {
            id: format!("{}.svg", figure.id).into(),
            title: figure.title.into(),
            description: body.sentence.as_str().into(),
        };
        body.drawing.write(&mut out, &head);
        out.push_str("</div>\n");
        download::embed(seat, figure, &out[drawing_at..]);
    }
    out.push_str(&body.markup);
    out.push_str("<div class=\"figure-words\">");
    paragraph(&mut out, "figure-sentence", &body.sentence);
    if let Some(table) = &body.table {
        out.push_str("<details class=\"figure-data\"><summary>");
        escape::push(&mut out, seat.word("figure_table"));
        out.push_str("</summary>");
        table.write(&mut out, figure.title);
        out.push_str("</details>");
    }
    if !body.source.is_empty() || !body.evidence.is_empty() {
        out.push_str("<p class=\"figure-source\">");
        if !body.source.is_empty() {
            escape::push(&mut out, seat.word("figure_source"));
            out.push_str(&body.source);
            out.push(' ');
        }
        if !body.evidence.is_empty() {
            out.push_str("<a class=\"figure-evidence\" href=\"");
            escape::push(&mut out, &body.evidence);
            out.push_str("\">");
            escape::push(&mut out, seat.word("figure_evidence"));
            out.push_str("</a>");
        }
        out.push_str("</p>");
    }
    download::links(&mut out, seat, figure, csv);
    out.push_str("</div>\n</figure>\n");
    Html(out)
}

/// Which way on a chart leads to what an indicator is for.
fn better(direction: &Direction) -> Better {
    match direction {
        Direction::Increase => Better::Up,
        Direction::Decrease => Better::Down,
        Direction::Hold { .. } | Direction::Range { .. } | Direction::None => Better::Unjudged,
    }
}

fn paragraph(out: &mut String, class: &str, text: &str) {
    if !text.is_empty() {
        out.push_str("<p class=\"");
        out.push_str(class);
        out.push_str("\">");
        escape::push(out, text);
        out.push_str("</p>");
    }
}
