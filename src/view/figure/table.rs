//! A table of figures that can be scrolled sideways where it does not fit.

use std::borrow::Cow;

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
pub enum Cell<'a> {
    /// Plain text.
    Text(Cow<'a, str>),
    /// Plain text set like a number.
    Number(Cow<'a, str>),
    /// Finished HTML.
    Html(Cow<'a, str>),
}

impl<'a> Cell<'a> {
    /// Plain text.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// Plain text set like a number.
    pub fn number(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Number(text.into())
    }

    /// Finished HTML.
    pub fn html(html: impl Into<Cow<'a, str>>) -> Self {
        Self::Html(html.into())
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
                self.numbers.push(matches!(cell, Cell::Number(_)));
            }
            write_cell(out, &cell, i == 0);
        }
        out.push_str("</tr>");
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
    let (open, close) = match (heading, cell) {
        (true, _) => ("<th scope=\"row\">", "</th>"),
        (false, Cell::Number(_)) => ("<td class=\"num\">", "</td>"),
        (false, _) => ("<td>", "</td>"),
    };
    out.push_str(open);
    match cell {
        Cell::Text(text) | Cell::Number(text) => escape::push(out, text),
        Cell::Html(html) => out.push_str(html),
    }
    out.push_str(close);
}
