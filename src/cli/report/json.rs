//! For programs: one JSON object on each line, its keys always the same.

use std::io;

use serde::Serialize;

use super::Located;
use crate::base::{Severity, words};

/// What stands on a line. Lines and columns count from 1, columns in characters; the end is the first place behind
/// the problem. All four are null where the file is no text.
#[derive(Serialize)]
struct Record<'a> {
    code: &'static str,
    severity: &'static str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: &'a str,
    help: &'a str,
    language: &'static str,
}

pub(super) fn write(problem: &Located<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let diagnostic = problem.diagnostic;
    let saying = words::say(&diagnostic.problem, problem.lang);
    let (start, end) = problem.range().unzip();
    let record = Record {
        code: diagnostic.problem.code(),
        severity: match diagnostic.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        file: diagnostic.place.file.as_str(),
        line: start.map(|p| p.line),
        column: start.map(|p| p.column),
        end_line: end.map(|p| p.line),
        end_column: end.map(|p| p.column),
        message: &saying.message,
        help: &saying.help,
        language: if problem.lang.is_chinese() { "zh" } else { "en" },
    };
    serde_json::to_writer(&mut *out, &record)?;
    out.write_all(b"\n")
}
