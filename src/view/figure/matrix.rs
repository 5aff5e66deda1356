//! Where there are cases, and where not: a table that is its own chart.

use std::fmt::Write as _;

use super::{Body, Figure, html};
use crate::base::{Localized, escape};
use crate::measure::sentence::{self, Spread};
use crate::measure::write::csv::{Csv, Field};
use crate::model::Term;
use crate::plan::{Facet, PageId};
use crate::view::desk::Seat;
use crate::view::{Html, Matrix, MatrixCell, MatrixRow};

/// Industries down, areas across.
pub fn matrix(seat: &Seat<'_, '_>) -> Matrix {
    let book = seat.book();
    let collection = &seat.desk.plan.collection;
    let most = collection.cells().map(|(_, cases)| cases.len()).max().unwrap_or(0);
    let areas: Vec<&Term> = book.vocabulary.areas.iter().collect();
    let rows: Vec<MatrixRow> = collection
        .matrix_industries(book)
        .into_iter()
        .map(|industry| MatrixRow {
            industry: seat.industry(industry),
            cells: areas
                .iter()
                .map(|area| {
                    let n = collection.in_cell(&area.id, industry).len();
                    let page = PageId::Cell { area: area.id.clone(), industry: industry.clone(), number: 1 };
                    MatrixCell {
                        count: n,
                        shade: (n * 4).div_ceil(most.max(1)),
                        href: if n == 0 { String::new() } else { seat.href(&page) },
                    }
                })
                .collect(),
        })
        .collect();
    let mut matrix = Matrix {
        sentence: String::new(),
        columns: areas.iter().map(|a| seat.term(Facet::Area, &a.id)).collect(),
        rows,
    };
    matrix.sentence = sentence(seat, &matrix);
    matrix
}

fn sentence(seat: &Seat<'_, '_>, matrix: &Matrix) -> String {
    let cells = || {
        matrix.rows.iter().flat_map(|row| {
            let columns = row.cells.iter().zip(&matrix.columns);
            columns.map(|(cell, area)| (area.text.as_str(), row.industry.text.as_str(), cell.count))
        })
    };
    let most = cells().map(|(_, _, n)| n).max().filter(|most| *most > 0);
    let filled = |row: &&MatrixRow| row.cells.iter().any(|cell| cell.count > 0);
    let column = |at: &usize| matrix.rows.iter().any(|row| row.cells[*at].count > 0);
    let spread = Spread {
        cases: seat.desk.plan.collection.cases().len(),
        areas: (0..matrix.columns.len()).filter(column).count(),
        industries: matrix.rows.iter().filter(filled).count(),
        fullest: cells().filter(|(_, _, n)| Some(*n) == most).collect(),
        cells: cells().count(),
        empty: cells().filter(|(_, _, n)| *n == 0).count(),
    };
    sentence::spread(&spread, seat.lang)
}

/// The figure.
pub fn figure(seat: &Seat<'_, '_>, id: &str, title: Option<&Localized<String>>) -> Html {
    let matrix = matrix(seat);
    let body = Body { markup: table(seat, &matrix), sentence: matrix.sentence.clone(), ..Body::default() };
    let title = title.map_or_else(|| seat.word("home_matrix"), |title| seat.text(title));
    let figure = Figure { id, kind: "matrix", title, body: &body };
    html(seat, &figure, || csv(seat, &matrix))
}

/// The same as the template `_matrix.html` makes of it.
fn table(seat: &Seat<'_, '_>, matrix: &Matrix) -> String {
    let anchor = super::evidence::anchor;
    let label = escape::escape(seat.word("matrix_label"));
    let mut out = format!(
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\"><table class=\"matrix\"><thead><tr><th scope=\"col\">{}</th>",
        escape::escape(seat.word("facet_industries"))
    );
    for area in &matrix.columns {
        out.push_str("<th scope=\"col\">");
        out.push_str(&anchor(&area.href, &area.text, &area.lang));
        out.push_str("</th>");
    }
    out.push_str("</tr></thead><tbody>");
    for row in &matrix.rows {
        out.push_str("<tr><th scope=\"row\">");
        out.push_str(&anchor(&row.industry.href, &row.industry.text, &row.industry.lang));
        out.push_str("</th>");
        for (cell, area) in row.cells.iter().zip(&matrix.columns) {
            let _ = write!(out, "<td class=\"shade-{}\">", cell.shade);
            if cell.href.is_empty() {
                let _ = write!(out, "<span class=\"none\">{}</span>", cell.count);
            } else {
                out.push_str("<a href=\"");
                escape::push(&mut out, &cell.href);
                let _ = write!(out, "\">{}<span class=\"visually-hidden\"> ", cell.count);
                escape::push(&mut out, &row.industry.text);
                out.push_str(seat.word("list_separator"));
                escape::push(&mut out, &area.text);
                out.push_str("</span></a>");
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
    out
}

fn csv(seat: &Seat<'_, '_>, matrix: &Matrix) -> String {
    let areas = matrix.columns.iter().map(|area| area.text.as_str());
    let mut file = Csv::new([seat.word("facet_industries")].into_iter().chain(areas));
    for row in &matrix.rows {
        let counts = row.cells.iter().map(|cell| Field::Count(cell.count));
        file.row([Field::Text(&row.industry.text)].into_iter().chain(counts));
    }
    file.into_text()
}
