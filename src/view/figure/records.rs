//! Figures of indicators as rows of a file: every chart of indicators has the same columns, so that what was downloaded
//! one by one can be put together.

use crate::base::{Decimal, Id, Period};
use crate::measure::write::csv::{Csv, Field};
use crate::measure::write::{self, Notation};
use crate::model::{Basis, Currency, Indicator, Value};
use crate::view::desk::Seat;

/// One figure.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// Whose it is.
    pub name: &'a str,
    /// When.
    pub at: Period,
    /// The figure; `None` where nobody says anything of that period.
    pub value: Option<Value>,
    /// How sure it is.
    pub basis: Option<Basis>,
    /// What it is held against.
    pub benchmark: Option<Decimal>,
    /// What is aimed at.
    pub target: Option<Decimal>,
    /// How far behind.
    pub gap: Option<Decimal>,
    /// Its rank.
    pub rank: Option<usize>,
    /// Where it comes from.
    pub source: Option<&'a Id>,
}

impl<'a> Record<'a> {
    /// A known value and nothing else.
    pub fn of(name: &'a str, at: Period, value: Decimal) -> Self {
        Self {
            name,
            at,
            value: Some(Value::Known(value)),
            basis: None,
            benchmark: None,
            target: None,
            gap: None,
            rank: None,
            source: None,
        }
    }
}

/// The words above the columns, by their keys.
const HEADINGS: [&str; 12] = [
    "indicator",
    "figure_what",
    "figure_period",
    "figure_value",
    "fact_unit",
    "figure_benchmark",
    "figure_benchmark_name",
    "figure_target",
    "figure_gap",
    "figure_rank",
    "figure_basis",
    "figure_source_column",
];

/// A file of figures.
pub struct Records<'s, 'd, 'a> {
    seat: &'s Seat<'d, 'a>,
    csv: Csv,
    /// The title of the source before: most figures have the same.
    source: (Option<Id>, String),
}

impl<'s, 'd, 'a> Records<'s, 'd, 'a> {
    /// An empty file.
    pub fn new(seat: &'s Seat<'d, 'a>) -> Self {
        let headed = seat.shelf.headed.get_or_init(|| Csv::new(HEADINGS.map(|key| seat.word(key))));
        Self { seat, csv: headed.begun(), source: (None, String::new()) }
    }

    /// Adds figures of an indicator, held against the benchmark of that name.
    pub fn add<'r>(
        &mut self,
        indicator: &Indicator,
        currency: Option<Currency>,
        benchmark: &str,
        records: impl IntoIterator<Item = Record<'r>>,
    ) {
        let lang = self.seat.lang;
        let unit = Notation::of(indicator, currency, lang).scale([]).unit();
        let name = self.seat.text(&indicator.name);
        for record in records {
            if self.source.0.as_ref() != record.source {
                let source = record.source.and_then(|id| self.seat.book().sources.get(id));
                let title = source.map(|s| self.seat.text(&s.title).to_owned());
                self.source = (record.source.cloned(), title.unwrap_or_default());
            }
            let known = record.value.is_some_and(|value| value.known().is_some());
            let basis = record.basis.filter(|_| known).map(|basis| write::basis(basis, lang));
            self.csv.row([
                Field::Text(name),
                Field::Text(record.name),
                Field::Text(&record.at.to_string()),
                record.value.map_or(Field::Blank, |value| Field::value(value, lang)),
                Field::Text(&unit),
                Field::maybe(record.benchmark),
                if record.benchmark.is_some() { Field::Text(benchmark) } else { Field::Blank },
                Field::maybe(record.target),
                Field::maybe(record.gap),
                record.rank.map_or(Field::Blank, Field::Count),
                basis.map_or(Field::Blank, Field::Text),
                Field::Text(&self.source.1),
            ]);
        }
    }

    /// The file.
    pub fn into_text(self) -> String {
        self.csv.into_text()
    }
}
