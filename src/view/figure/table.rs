//! A table of figures that can be scrolled sideways where it does not fit.

use crate::base::escape;

/// A table: the first row and the first column are headings.
#[derive(Default)]
pub struct Table {
    head: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    /// An anchor; may be empty.
    id: String,
    /// A class; may be empty.
    class: &'static str,
    cells: Vec<Cell>,
}

/// A cell.
pub enum Cell {
    /// Plain text.
    Text(String),
    /// Plain text set like a number.
    Number(String),
    /// Finished HTML.
    Html(String),
}

impl Table {
    /// A table with these column headings.
    pub fn new(head: impl IntoIterator<Item = String>) -> Self {
        Self { head: head.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row; its first cell is its heading.
    pub fn row(&mut self, cells: Vec<Cell>) {
        self.marked_row(String::new(), "", cells);
    }

    /// Adds a row with an anchor and a class.
    pub fn marked_row(&mut self, id: String, class: &'static str, cells: Vec<Cell>) {
        self.rows.push(Row { id, class, cells });
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
            let numbers =
                self.rows.first().is_some_and(|row| matches!(row.cells.get(i), Some(Cell::Number(_))));
            out.push_str(if numbers { "<th scope=\"col\" class=\"num\">" } else { "<th scope=\"col\">" });
            escape::push(out, heading);
            out.push_str("</th>");
        }
        out.push_str("</tr></thead><tbody>");
        for row in &self.rows {
            out.push_str("<tr");
            if !row.id.is_empty() {
                out.push_str(" id=\"");
                escape::push(out, &row.id);
                out.push('"');
            }
            if !row.class.is_empty() {
                out.push_str(" class=\"");
                out.push_str(row.class);
                out.push('"');
            }
            out.push('>');
            for (i, cell) in row.cells.iter().enumerate() {
                write_cell(out, cell, i == 0);
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody></table></div>");
    }
}

fn write_cell(out: &mut String, cell: &Cell, heading: bool) {
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
