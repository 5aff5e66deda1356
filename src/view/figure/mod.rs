//! Figures: a chart with its heading, the sentence that states its finding, the table with the same numbers, its source.
//!
//! Written here and not by a template: a site holds hundreds of thousands of them, and their parts must agree.

pub mod bullet;
pub mod evidence;
pub mod position;
pub mod scorecard;
pub mod shelf;
pub mod subject;
pub mod table;
pub mod trend;

pub use shelf::Shelf;
pub use subject::Subject;

use crate::base::escape;
use crate::chart::{Head, Svg};

use super::Html;
use table::Table;

/// The parts of a figure, all finished: plain text but for `drawing`, `table` and `source`.
pub struct Figure<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// The kind of chart, as a class.
    pub kind: &'static str,
    /// What is shown.
    pub title: &'a str,
    /// Unit and scope.
    pub subtitle: &'a str,
    /// The chart; empty where there is nothing to draw.
    pub drawing: &'a Svg,
    /// The finding.
    pub sentence: &'a str,
    /// The same numbers.
    pub table: Option<&'a Table>,
    /// The source line, as HTML; may be empty.
    pub source: &'a str,
    /// The way to the evidence for what is shown; empty on pages that have none.
    pub evidence: &'a str,
}

/// Words that every figure needs, in the language of its page.
pub struct FigureWords<'a> {
    /// Opens the table.
    pub table: &'a str,
    /// Stands before the source.
    pub source: &'a str,
    /// Leads to the evidence.
    pub evidence: &'a str,
}

/// The figure as HTML.
pub fn html(figure: &Figure<'_>, words: &FigureWords<'_>) -> Html {
    // A figure is between 3 and 7 KB: one allocation for nearly all of them.
    let mut out = String::with_capacity(8 * 1024);
    out.push_str("<figure class=\"figure figure-");
    out.push_str(figure.kind);
    out.push_str("\" id=\"");
    escape::push(&mut out, figure.id);
    out.push_str("\">\n<figcaption><h3 class=\"figure-title\">");
    escape::push(&mut out, figure.title);
    out.push_str("</h3>");
    paragraph(&mut out, "figure-unit", figure.subtitle);
    out.push_str("</figcaption>\n");
    if !figure.drawing.is_empty() {
        out.push_str("<div class=\"figure-drawing\">");
        let head = Head {
            id: format!("{}.svg", figure.id).into(),
            title: figure.title.into(),
            description: figure.sentence.into(),
        };
        figure.drawing.write(&mut out, &head);
        out.push_str("</div>\n");
    }
    out.push_str("<div class=\"figure-words\">");
    paragraph(&mut out, "figure-sentence", figure.sentence);
    if let Some(table) = figure.table {
        out.push_str("<details class=\"figure-data\"><summary>");
        escape::push(&mut out, words.table);
        out.push_str("</summary>");
        table.write(&mut out, figure.title);
        out.push_str("</details>");
    }
    if !figure.source.is_empty() || !figure.evidence.is_empty() {
        out.push_str("<p class=\"figure-source\">");
        if !figure.source.is_empty() {
            escape::push(&mut out, words.source);
            out.push_str(figure.source);
            out.push(' ');
        }
        if !figure.evidence.is_empty() {
            out.push_str("<a class=\"figure-evidence\" href=\"");
            escape::push(&mut out, figure.evidence);
            out.push_str("\">");
            escape::push(&mut out, words.evidence);
            out.push_str("</a>");
        }
        out.push_str("</p>");
    }
    out.push_str("</div>\n</figure>\n");
    Html(out)
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
