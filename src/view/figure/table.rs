//! A table of figures that can be scrolled sideways where it does not fit.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::base::escape;

/// A table: the first row and the first column are headings. Rows are written as they come.
#[derive(Debug, Default)]
pub struct Table {
    head: Vec<String>,
    /// Which columns hold numbers, judged by the first row.
    numbers: Vec<bool>,
    rows: String,
}

/// A cell.
pub struct Cell<'a> {
    content: Content<'a>,
    /// Where it leads; may be empty.
    href: Cow<'a, str>,
    /// How many rows it stands for: the following leave it out.
    rows: usize,
}

enum Content<'a> {
    Text(Cow<'a, str>),
    Number(Cow<'a, str>),
    Html(Cow<'a, str>),
}

impl<'a> Cell<'a> {
    /// Plain text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self { content: Content::Text(text.into()), href: "".into(), rows: 1 }
    }

    /// Plain text set like a number.
    pub fn number(text: impl Into<Cow<'a, str>>) -> Self {
        Self { content: Content::Number(text.into()), href: "".into(), rows: 1 }
    }

    /// Finished HTML.
    pub fn html(html: impl Into<Cow<'a, str>>) -> Self {
        Self { content: Content::Html(html.into()), href: "".into(), rows: 1 }
    }

    /// The same, for this row and those after it.
    #[must_use]
    pub fn over(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The same, leading somewhere; nowhere where `href` is empty.
    #[must_use]
    pub fn leading_to(mut self, href: impl Into<Cow<'a, str>>) -> Self {
        self.href = href.into();
        self
    }
}

impl Table {
    /// A table with these column headings.
    pub fn new<S: AsRef<str>>(headings: impl IntoIterator<Item = S>) -> Self {
        let head = headings.into_iter().map(|heading| heading.as_ref().to_owned()).collect();
        // Most tables have a row for each of five years.
        Self { head, numbers: Vec::new(), rows: String::with_capacity(1024) }
    }

    /// Adds a row; its first cell is its heading.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) {
        self.marked_row("", "", cells);
    }

    /// Adds a row with an anchor and a class; either may be empty.
    pub fn marked_row<'c>(
        &mut self,
        id: &str,
        class: &'static str,
        cells: impl IntoIterator<Item = Cell<'c>>,
    ) {
        let first = self.rows.is_empty();
        let out = &mut self.rows;
        out.push_str("<tr");
        if !id.is_empty() {
            out.push_str(" id=\"");
            escape::push(out, id);
            out.push('"');
        }
        if !class.is_empty() {
            out.push_str(" class=\"");
            out.push_str(class);
            out.push('"');
        }
        out.push('>');
        for (i, cell) in cells.into_iter().enumerate() {
            if first {
                self.numbers.push(matches!(cell.content, Content::Number(_)));
            }
            write_cell(out, &cell, i == 0);
        }
        out.push_str("</tr>");
    }

    /// Begins a new group of rows, if there are any.
    pub fn group(&mut self) {
        if !self.rows.is_empty() {
            self.rows.push_str("</tbody><tbody>");
        }
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Writes it; `label` says what it is for those who do not see it.
    pub fn write(&self, out: &mut String, label: &str) {
        out.push_str("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
        escape::push(out, label);
        out.push_str("\"><table><thead><tr>");
        for (i, heading) in self.head.iter().enumerate() {
            // Numbers stand under the right edge of their heading.
            let numbers = self.numbers.get(i) == Some(&true);
            out.push_str(if numbers { "<th scope=\"col\" class=\"num\">" } else { "<th scope=\"col\">" });
            escape::push(out, heading);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead><tbody>");
        out.push_str(&self.rows);
        out.push_str("</tbody></table></div>");
    }
}

fn write_cell(out: &mut String, cell: &Cell<'_>, heading: bool) {
    let (open, close) = match (heading, &cell.content) {
        (true, _) => ("<th scope=\"row\"", "</th>"),
        (false, Content::Number(_)) => ("<td class=\"num\"", "</td>"),
        (false, Content::Text(_) | Content::Html(_)) => ("<td", "</td>"),
    };
    out.push_str(open);
    if cell.rows > 1 {
        let _ = write!(out, " rowspan=\"{}\"", cell.rows);
    }
    out.push('>');
    if !cell.href.is_empty() {
        out.push_str("<a href=\"");
        escape::push(out, &cell.href);
        out.push_str("\">");
    }
    match &cell.content {
        Content::Text(text) | Content::Number(text) => escape::push(out, text),
        Content::Html(html) => out.push_str(html),
    }
    if !cell.href.is_empty() {
        out.push_str("</a>");
    }
    out.push_str(close);
}
