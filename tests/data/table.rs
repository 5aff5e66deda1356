//! A table read as any program would read it: RFC 4180.

/// A table: its headings, and its rows.
pub(crate) struct Table {
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a file with a byte order mark.
    pub(crate) fn read(file: &str) -> Self {
        let text = file.strip_prefix('\u{FEFF}').expect("a spreadsheet knows the file by its mark");
        let mut rows = rows(text);
        let headings = rows.remove(0);
        assert!(rows.iter().all(|row| row.len() == headings.len()), "{headings:?} {rows:#?}");
        Self { headings, rows }
    }

    /// Where a column stands.
    pub(crate) fn place(&self, heading: &str) -> usize {
        let found = self.headings.iter().position(|h| h == heading);
        found.unwrap_or_else(|| panic!("no {heading} among {:?}", self.headings))
    }

    /// What stands in a column of the row that has these values.
    pub(crate) fn get(&self, known: &[(&str, &str)], heading: &str) -> &str {
        let places: Vec<(usize, &str)> = known.iter().map(|(h, value)| (self.place(h), *value)).collect();
        let mut found = self.rows.iter().filter(|row| places.iter().all(|(at, value)| row[*at] == *value));
        let row = found.next().unwrap_or_else(|| panic!("no row with {known:?} in {:#?}", self.rows));
        assert!(found.next().is_none(), "several rows with {known:?}");
        &row[self.place(heading)]
    }
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted && chars.peek() == Some(&'\n') => {
                chars.next();
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            c => field.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && field.is_empty(), "the last row ends");
    rows
}
