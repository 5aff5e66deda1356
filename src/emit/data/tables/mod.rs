//! Tables of what there is: enterprises, cases, indicators, benchmarks and sources.

mod benchmarks;
mod cases;
mod enterprises;
mod indicators;
mod sources;

use super::{Column, Kind, column, in_each};
use crate::base::{Decimal, Id, Localized, SitePath};
use crate::measure::write::csv::{Csv, Field};
use crate::model::Casebook;
use crate::plan::address;

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) path: SitePath,
    pub(super) columns: &'static [Column],
    pub(super) about: (&'static str, &'static str),
    pub(super) text: String,
}

/// Every table.
pub(super) fn all(book: &Casebook) -> Vec<Table> {
    vec![
        enterprises::enterprises(book),
        cases::cases(book),
        indicators::indicators(book),
        benchmarks::benchmarks(book),
        benchmarks::benchmark_values(book),
        sources::sources(book),
    ]
}

/// A table that is being filled.
struct Rows<'b> {
    book: &'b Casebook,
    csv: Csv,
}

/// What stands in the cells of a column.
enum Cell<'c> {
    One(Field<'c>),
    /// Words that are made for this cell.
    Made(String),
    /// One for each language.
    Each(Option<&'c Localized<String>>),
}

impl<'c> Cell<'c> {
    fn text(text: &'c str) -> Self {
        Self::One(Field::Text(text))
    }

    fn id(id: Option<&'c Id>) -> Self {
        Self::text(id.map_or("", Id::as_str))
    }

    fn number(number: Option<Decimal>) -> Self {
        Self::One(Field::maybe(number))
    }

    fn said(text: Option<&'c String>) -> Self {
        Self::text(text.map_or("", String::as_str))
    }

    fn written(thing: Option<impl ToString>) -> Self {
        Self::Made(thing.map(|t| t.to_string()).unwrap_or_default())
    }

    /// Ids, one after another.
    fn ids(ids: &[Id]) -> Self {
        Self::Made(ids.iter().map(Id::as_str).collect::<Vec<_>>().join(";"))
    }
}

impl Rows<'_> {
    fn row<const N: usize>(&mut self, cells: &[Cell<'_>; N]) {
        let mut row = Vec::with_capacity(2 * N);
        for cell in cells {
            match cell {
                Cell::One(field) => row.push(*field),
                Cell::Made(text) => row.push(Field::Text(text)),
                Cell::Each(text) => row.extend(in_each(self.book, *text).map(Field::Text)),
            }
        }
        self.csv.row(row);
    }
}

fn table(
    book: &Casebook,
    name: &'static str,
    about: (&'static str, &'static str),
    columns: &'static [Column],
    fill: impl FnOnce(&mut Rows<'_>),
) -> Table {
    let headings = column::headings(columns, &book.site.languages);
    let mut rows = Rows { book, csv: Csv::new(headings.iter().map(String::as_str)) };
    fill(&mut rows);
    Table { name, path: address::data_table(name), columns, about, text: rows.csv.into_text() }
}
