//! The figures as open data: tables that any program reads, and the Data Package that says what stands in them.
//!
//! Their addresses are the same in every language, and names stand in them in all languages. A `Casebook` knows no withheld
//! figure, so none can get in here.

mod column;
mod figures;
mod package;
mod tables;

use std::sync::Arc;

use rayon::prelude::*;

use super::{Put, Trouble};
use crate::base::{Localized, SitePath};
use crate::model::{Case, Casebook, Standing};
use crate::plan::address;
use column::{Column, Kind};

/// Writes every file of data, and says how many.
pub(super) fn write(book: &Casebook, put: &Put<'_>) -> Result<usize, Trouble> {
    let tables = tables::all(book);
    tables.iter().try_for_each(|table| put(&table.path, table.text.as_bytes()))?;
    let (of_enterprises, (of_indicators, of_cases)) = rayon::join(
        || both(book.enterprises.values().collect(), put, |e| Some(figures::of_enterprise(book, e))),
        || {
            rayon::join(
                || both(book.indicators.values().collect(), put, |i| Some(figures::of_indicator(book, i))),
                || both(public_cases(book).collect(), put, |c| figures::of_case(book, c)),
            )
        },
    );
    let groups = [
        (figures::BY_ENTERPRISE, of_enterprises?),
        (figures::BY_INDICATOR, of_indicators?),
        (figures::OF_CASES, of_cases?),
    ];
    put(&address::data_package(), package::json(book, &tables, &groups).as_bytes())?;
    Ok(tables.len() + 1 + groups.iter().map(|(_, files)| 2 * files.len()).sum::<usize>())
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

/// Makes and writes the files of many things, and says where their tables lie.
fn both<T: Sync>(
    things: Vec<&T>,
    put: &Put<'_>,
    make: impl Fn(&T) -> Option<File> + Sync,
) -> Result<Vec<SitePath>, Trouble> {
    let made = things.into_par_iter().filter_map(|thing| {
        let file = make(thing)?;
        let written = put(&file.table, file.rows.as_bytes())
            .and_then(|()| put(&file.json.0, file.json.1.as_bytes()))
            .map(|()| file.table);
        Some(written)
    });
    made.collect()
}

/// What is said in each language of the site, exactly: nothing stands in for a language that lacks it.
fn in_each<'t>(book: &Casebook, text: Option<&'t Localized<String>>) -> impl Iterator<Item = &'t str> {
    let languages = book.site.languages.iter();
    languages.map(move |&lang| text.and_then(|t| t.get(lang)).map_or("", String::as_str))
}
