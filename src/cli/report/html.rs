//! For the panel of the preview: the same words as for a terminal, as HTML.

use std::fmt::Write as _;

use super::excerpt::excerpt;
use super::{Located, Position};
use crate::base::escape::escape;
use crate::base::{Severity, Span, words};

/// Appends an item of a list. `href` leads to the page that the file is shown on.
pub(super) fn write(problem: &Located<'_>, href: Option<&str>, out: &mut String) {
    let diagnostic = problem.diagnostic;
    let saying = words::say(&diagnostic.problem, problem.lang);
    let kind = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let severity = words::severity(diagnostic.severity(), problem.lang);
    let code = diagnostic.problem.code();
    let message = escape(&saying.message);
    let _ = write!(
        out,
        "<li class=\"casebook-{kind}\"><p class=\"casebook-message\"><b>{severity}[<a href=\"/_casebook/explain/{code}\" target=\"_blank\" lang=\"en\">{code}</a>]</b> {message}</p>"
    );
    let marked = problem.lines.filter(|_| diagnostic.place.span != Span::default());
    let position = marked.map(|lines| lines.position(diagnostic.place.span.start as usize));
    let mut place = escape(diagnostic.place.file.as_str()).into_owned();
    if let Some(Position { line, column }) = position {
        let _ = write!(place, ":{line}:{column}");
    }
    let place = match href {
        Some(href) => format!("<a href=\"{}\">{place}</a>", escape(href)),
        None => place,
    };
    let _ = write!(out, "<p class=\"casebook-place\">{place}</p>");
    if let Some(lines) = marked {
        let (text, mark) = excerpt(lines, diagnostic.place.span);
        let [before, marked, behind] =
            [&text[..mark.start], &text[mark.clone()], &text[mark.end..]].map(escape);
        let _ = write!(out, "<p class=\"casebook-excerpt\">{before}<mark>{marked}</mark>{behind}");
        if !saying.label.is_empty() {
            let _ = write!(out, " <span class=\"casebook-label\">{}</span>", escape(&saying.label));
        }
        out.push_str("</p>");
    }
    let help = words::help(problem.lang);
    let colon = if problem.lang.is_chinese() { "：" } else { ": " };
    let _ = writeln!(out, "<p class=\"casebook-help\">{help}{colon}{}</p></li>", escape(&saying.help));
}
