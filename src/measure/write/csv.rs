//! Rows of words and numbers as a file for spreadsheets: CSV as RFC 4180 has it, behind the mark by which Excel knows UTF-8.

use super::{missing, push_machine};
use crate::base::{Decimal, Lang};
use crate::model::Value;

/// Table rows as CSV.
#[derive(Clone, Debug)]
pub struct Csv(String);

/// What stands in a field.
#[derive(Clone, Copy, Debug)]
pub enum Field<'a> {
    /// Words.
    Text(&'a str),
    /// A number, exact, with a point and without grouping.
    Number(Decimal),
    /// A number of things.
    Count(usize),
    /// Nothing.
    Blank,
    /// Fields that stand on many rows, [written](fields) once.
    Written(&'a str),
}

impl Field<'_> {
    /// The number, or nothing.
    pub fn maybe(number: Option<Decimal>) -> Self {
        number.map_or(Self::Blank, Self::Number)
    }

    /// The value; the word for one that is missing, which no reader of the file can take for a number.
    pub fn value(value: Value, lang: Lang) -> Self {
        match value {
            Value::Known(number) => Self::Number(number),
            Value::NotAvailable | Value::NotDisclosed => missing(value, lang).map_or(Self::Blank, Self::Text),
        }
    }
}

impl Csv {
    /// A file with these headings.
    pub fn new<'h>(headings: impl IntoIterator<Item = &'h str>) -> Self {
        let mut out = String::with_capacity(1024);
        out.push('\u{FEFF}');
        let mut csv = Self(out);
        csv.row(headings.into_iter().map(Field::Text));
        csv
    }

    /// Another file that begins with what is in this one.
    #[must_use]
    pub fn begun(&self) -> Self {
        let mut out = String::with_capacity(1024);
        out.push_str(&self.0);
        Self(out)
    }

    /// Adds a row.
    pub fn row<'f>(&mut self, fields: impl IntoIterator<Item = Field<'f>>) {
        push_fields(&mut self.0, fields);
        self.0.push_str("\r\n");
    }

    /// The file.
    pub fn into_text(self) -> String {
        self.0
    }
}

/// Fields as they stand in a row.
pub fn fields<'f>(fields: impl IntoIterator<Item = Field<'f>>) -> String {
    let mut out = String::new();
    push_fields(&mut out, fields);
    out
}

fn push_fields<'f>(out: &mut String, fields: impl IntoIterator<Item = Field<'f>>) {
    for (i, field) in fields.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        match field {
            Field::Text(text) => push(out, text),
            Field::Number(number) => push_machine(out, number),
            Field::Count(n) => out.push_str(&n.to_string()),
            Field::Blank => {}
            Field::Written(fields) => out.push_str(fields),
        }
    }
}

/// Whether a spreadsheet would run the text as a formula: by how it begins, in both widths.
fn is_formula(text: &str) -> bool {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];
    text.chars().next().is_some_and(|first| signs.contains(&first))
}

/// Adds text, quoted where it must be. Text that a spreadsheet would run as a formula is marked as text.
fn push(out: &mut String, text: &str) {
    let formula = is_formula(text);
    if !formula && !text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\r' | b'\n')) {
        out.push_str(text);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    for c in text.chars() {
        if c == '"' {
            out.push('"');
        }
        out.push(c);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::{Csv, Field};
    use crate::base::{Lang, number};
    use crate::model::Value;

    fn rows(rows: &[&[Field<'_>]]) -> String {
        let mut csv = Csv::new(["企业", "数值"]);
        for row in rows {
            csv.row(row.iter().copied());
        }
        csv.into_text()
    }

    #[test]
    fn a_spreadsheet_knows_the_encoding_and_the_rows() {
        let number = Field::Number(number::parse("-1234.50").unwrap());
        let file = rows(&[&[Field::Text("华岚钢铁"), number], &[Field::Text("甲,乙"), Field::Blank]]);
        assert_eq!(file, "\u{FEFF}企业,数值\r\n华岚钢铁,-1234.5\r\n\"甲,乙\",\r\n");
    }

    #[test]
    fn quotes_and_line_breaks_stay_in_their_field() {
        let file = rows(&[&[Field::Text("所谓\"标杆\""), Field::Text("一\n二")]]);
        assert!(file.ends_with("\"所谓\"\"标杆\"\"\",\"一\n二\"\r\n"), "{file}");
    }

    #[test]
    fn no_text_is_run_as_a_formula() {
        for text in ["=1+1", "+86", "-北", "@SUM(A1)", "\t=1", "＝1", "\r=1"] {
            let file = rows(&[&[Field::Text(text), Field::Blank]]);
            assert!(file.contains(&format!("\r\n\"'{text}\",")), "{file}");
        }
        assert!(rows(&[&[Field::Text("R&D = 研发"), Field::Blank]]).contains("\r\nR&D = 研发,"));
    }

    #[test]
    fn what_is_withheld_is_a_word() {
        let field = |value, lang| rows(&[&[Field::value(value, lang)]]);
        assert!(field(Value::NotDisclosed, Lang::ZH).ends_with("\r\n不公开\r\n"));
        assert!(field(Value::NotAvailable, Lang::EN).ends_with("\r\nnot available\r\n"));
    }
}
