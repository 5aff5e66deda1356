//! For GitHub's runners: workflow commands, which its pages show beside the lines of a change
//! (<https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>).

use std::borrow::Cow;
use std::io;

use super::Located;
use crate::base::{Severity, words};

pub(super) fn write(problem: &Located<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let diagnostic = problem.diagnostic;
    let saying = words::say(&diagnostic.problem, problem.lang);
    let command = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    write!(out, "::{command} file={}", property(diagnostic.place.file.as_str()))?;
    if let Some((start, end)) = problem.range() {
        write!(out, ",line={}", start.line)?;
        // Columns are shown only for what begins and ends on one line.
        if start.line == end.line {
            write!(out, ",col={},endColumn={}", start.column, end.column)?;
        } else {
            write!(out, ",endLine={}", end.line)?;
        }
    }
    write!(out, ",title={}::{}", property(diagnostic.problem.code()), data(&saying.message))?;
    if !saying.help.is_empty() {
        write!(out, "%0A{}", data(&saying.help))?;
    }
    out.write_all(b"\n")
}

/// `text` after the second `::` of a command.
fn data(text: &str) -> Cow<'_, str> {
    escape(text, &['%', '\r', '\n'])
}

/// `text` as the value of a property.
fn property(text: &str) -> Cow<'_, str> {
    escape(text, &['%', '\r', '\n', ':', ','])
}

fn escape<'a>(text: &'a str, special: &[char]) -> Cow<'a, str> {
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            ':' if special.contains(&':') => out.push_str("%3A"),
            ',' if special.contains(&',') => out.push_str("%2C"),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}
