//! Tables, which scroll by themselves where they are wider than the page.

use crate::base::escape;
use crate::read::markdown::Alignment;

/// Where in a table the writer is. Tables hold no tables.
#[derive(Default)]
pub(super) struct Table<'t> {
    columns: &'t [Alignment],
    column: usize,
    in_head: bool,
}

impl<'t> Table<'t> {
    /// Opens a table. `label` names it for those who come to it by keyboard.
    pub(super) fn open(out: &mut String, columns: &'t [Alignment], label: &str) -> Self {
        out.push_str("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
        escape::push(out, label);
        out.push_str("\">\n<table>\n");
        Self { columns, column: 0, in_head: false }
    }

    /// Opens the head.
    pub(super) fn head(&mut self, out: &mut String) -> &'static str {
        self.in_head = true;
        out.push_str("<thead>\n<tr>");
        "</tr>\n</thead>\n<tbody>\n"
    }

    /// Opens a row of the body.
    pub(super) fn row(&mut self, out: &mut String) -> &'static str {
        (self.in_head, self.column) = (false, 0);
        out.push_str("<tr>");
        "</tr>\n"
    }

    /// Opens a cell, and says how it closes.
    pub(super) fn cell(&mut self, out: &mut String, is_empty: bool) -> &'static str {
        let alignment = self.columns.get(self.column).copied().unwrap_or(Alignment::Start);
        self.column += 1;
        // A heading without words heads nothing.
        let is_heading = self.in_head && !is_empty;
        out.push_str(if is_heading { "<th scope=\"col\"" } else { "<td" });
        out.push_str(match alignment {
            Alignment::Start => ">",
            Alignment::End => " class=\"align-end\">",
            Alignment::Center => " class=\"align-center\">",
        });
        if is_heading { "</th>" } else { "</td>" }
    }

    /// How a table closes.
    pub(super) const CLOSE: &'static str = "</tbody>\n</table>\n</div>\n";
}
