//! The figures as open data: tables that any program reads, and the Data Package that says what stands in them.
//!
//! Their addresses are the same in every language, and names stand in them in all languages. A `Casebook` knows no withheld
//! figure, so none can get in here.

mod column;
mod figures;
mod package;
mod tables;

use std::sync::Arc;

use super::{Put, Trouble};
use crate::base::{Localized, SitePath};
use crate::model::{Case, Casebook, Enterprise, Indicator, Standing};
use crate::plan::address;
use column::{Column, Kind};

/// A part of the data that can be written by itself.
pub(super) enum Part<'b> {
    /// What there is, and what is in all of the data.
    Tables,
    /// The figures of some enterprises.
    Enterprises(Vec<&'b Enterprise>),
    /// The figures of all enterprises for an indicator.
    Indicator(&'b Indicator),
    /// The figures that are some cases' own.
    Cases(Vec<&'b Case>),
}

/// How many things one processor writes down in a row.
const STRETCH: usize = 64;

/// Everything, what takes longest first.
pub(super) fn parts(book: &Casebook) -> impl Iterator<Item = Part<'_>> {
    let enterprises: Vec<&Enterprise> = book.enterprises.values().map(Arc::as_ref).collect();
    let cases: Vec<&Case> = cases(book).collect();
    let indicators = book.indicators.values().map(Part::Indicator);
    let enterprises: Vec<_> =
        enterprises.chunks(STRETCH).map(|some| Part::Enterprises(some.to_vec())).collect();
    let cases: Vec<_> = cases.chunks(STRETCH).map(|some| Part::Cases(some.to_vec())).collect();
    indicators.chain([Part::Tables]).chain(enterprises).chain(cases)
}

impl Part<'_> {
    /// Where the first of its files lies.
    pub(super) fn address(&self) -> SitePath {
        match self {
            Self::Tables => address::data_package(),
            Self::Enterprises(enterprises) => figures::BY_ENTERPRISE.table(&enterprises[0].id),
            Self::Indicator(indicator) => figures::BY_INDICATOR.table(&indicator.id),
            Self::Cases(cases) => figures::OF_CASES.table(&cases[0].id),
        }
    }

    /// Writes its files.
    pub(super) fn write(&self, book: &Casebook, put: &Put<'_>) -> Result<(), Trouble> {
        match self {
            Self::Tables => write_tables(book, put),
            Self::Enterprises(some) => {
                some.iter().try_for_each(|e| figures::of_enterprise(book, e).write(put))
            }
            Self::Indicator(indicator) => figures::of_indicator(book, indicator).write(put),
            Self::Cases(some) => some.iter().try_for_each(|case| figures::of_case(book, case).write(put)),
        }
    }
}

/// Writes what there is, and what is in all of the data.
fn write_tables(book: &Casebook, put: &Put<'_>) -> Result<(), Trouble> {
    let tables = tables::all(book);
    tables.iter().try_for_each(|table| put(&table.path, table.text.as_bytes()))?;
    let groups = [
        (figures::BY_ENTERPRISE, book.enterprises.keys().collect()),
        (figures::BY_INDICATOR, book.indicators.keys().collect()),
        (figures::OF_CASES, cases(book).map(|case| &case.id).collect()),
    ];
    put(&address::data_package(), package::json(book, &tables, &groups).as_bytes())
}

/// The cases whose own figures are told: drafts in a preview are for their editors.
fn cases(book: &Casebook) -> impl Iterator<Item = &Case> {
    public_cases(book).filter(|case| figures::are_given(&case.figures))
}

/// The cases that data may speak of: drafts in a preview are for their editors.
fn public_cases(book: &Casebook) -> impl Iterator<Item = &Case> {
    book.cases.values().map(Arc::as_ref).filter(|case| case.standing == Standing::Public)
}

/// The figures of one thing, as a table and as JSON.
struct File {
    table: SitePath,
    rows: String,
    json: (SitePath, String),
}

impl File {
    fn write(&self, put: &Put<'_>) -> Result<(), Trouble> {
        put(&self.table, self.rows.as_bytes())?;
        put(&self.json.0, self.json.1.as_bytes())
    }
}

/// What is said in each language of the site, exactly: nothing stands in for a language that lacks it.
fn in_each<'t>(book: &Casebook, text: Option<&'t Localized<String>>) -> impl Iterator<Item = &'t str> {
    let languages = book.site.languages.iter();
    languages.map(move |&lang| text.and_then(|t| t.get(lang)).map_or("", String::as_str))
}
