//! The columns of a table: what their headings are, and what may stand in them. The headings and the schema of a table are
//! made from one list, so that they cannot part.

use crate::base::Lang;
use crate::base::json::{List, Object};

/// A column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Its heading; of a text in several languages, what stands before the language: `name` of `name_zh`.
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// What stands in it, in English and Chinese.
    pub(super) about: (&'static str, &'static str),
}

/// What may stand in a column.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// What the rows are told apart by, alone or with others: always there.
    Key,
    /// The key of a row in that table; may be empty.
    Of(&'static str),
    /// A key that is also the key of a row in another table.
    KeyOf(&'static str),
    /// A period that rows are told apart by: `2024`, `2024-H1`, `2024-Q3`, `2024-05`.
    KeyPeriod,
    /// A period; may be empty.
    Period,
    /// One of these words; may be empty.
    Word(fn() -> Vec<&'static str>),
    /// Words; may be empty.
    Text,
    /// Words in each language of the site, a column for each; may be empty.
    Texts,
    /// An exact decimal; may be empty.
    Number,
    /// A whole number; may be empty.
    Whole,
    /// A day; may be empty.
    Date,
}

/// How periods are written.
const PERIOD: &str = r"[0-9]{4}(-(H[12]|Q[1-4]|[01][0-9]))?";

impl Column {
    pub(super) const fn new(name: &'static str, kind: Kind, en: &'static str, zh: &'static str) -> Self {
        Self { name, kind, about: (en, zh) }
    }

    /// Its headings: one, or one for each language.
    fn headings(&self, languages: &[Lang]) -> Vec<String> {
        match self.kind {
            Kind::Texts => languages.iter().map(|lang| format!("{}_{lang}", self.name)).collect(),
            _ => vec![self.name.to_owned()],
        }
    }
}

/// The headings of a table.
pub(super) fn headings(columns: &[Column], languages: &[Lang]) -> Vec<String> {
    columns.iter().flat_map(|column| column.headings(languages)).collect()
}

/// The schema of a table (Table Schema 2.0).
pub(super) fn schema(o: &mut Object<'_>, columns: &[Column], languages: &[Lang]) {
    o.list("fields", |fields| {
        for column in columns {
            for heading in column.headings(languages) {
                fields.object(|field| describe(field, column, &heading));
            }
        }
    });
    o.list("missingValues", |list| list.text(""));
    o.list("primaryKey", |key| {
        let keys = columns.iter().filter(|column| column.kind.is_key());
        keys.for_each(|column| key.text(column.name));
    });
    let leading = |column: &&Column| column.kind.leads_to().is_some();
    if columns.iter().any(|column| leading(&column)) {
        o.list("foreignKeys", |list| {
            columns.iter().filter(leading).for_each(|column| foreign_key(list, column));
        });
    }
}

fn describe(field: &mut Object<'_>, column: &Column, heading: &str) {
    field.text("name", heading);
    let (kind, pattern) = match column.kind {
        Kind::Number => ("number", None),
        Kind::Whole => ("integer", None),
        Kind::Date => ("date", None),
        Kind::Period | Kind::KeyPeriod => ("string", Some(PERIOD)),
        Kind::Key | Kind::Of(_) | Kind::KeyOf(_) | Kind::Word(_) | Kind::Text | Kind::Texts => {
            ("string", None)
        }
    };
    field.text("type", kind);
    field.text("description", &format!("{} {}", column.about.0, column.about.1));
    let words = if let Kind::Word(words) = column.kind { words() } else { Vec::new() };
    if column.kind.is_key() || pattern.is_some() || !words.is_empty() {
        field.object("constraints", |constraints| {
            if column.kind.is_key() {
                constraints.is("required", true);
            }
            if let Some(pattern) = pattern {
                constraints.text("pattern", pattern);
            }
            if !words.is_empty() {
                constraints.list("enum", |list| words.iter().for_each(|word| list.text(word)));
            }
        });
    }
}

fn foreign_key(list: &mut List<'_>, column: &Column) {
    let table = column.kind.leads_to().unwrap_or_default();
    list.object(|key| {
        key.list("fields", |fields| fields.text(column.name));
        key.object("reference", |reference| {
            reference.text("resource", table);
            reference.list("fields", |fields| fields.text("id"));
        });
    });
}

impl Kind {
    fn is_key(self) -> bool {
        matches!(self, Self::Key | Self::KeyOf(_) | Self::KeyPeriod)
    }

    /// The table that it leads to.
    fn leads_to(self) -> Option<&'static str> {
        match self {
            Self::Of(table) | Self::KeyOf(table) => Some(table),
            _ => None,
        }
    }
}
