//! For whoever glances at a terminal while they write: a problem in one line.

use annotate_snippets::normalize_untrusted_str;

use super::Located;
use crate::base::words;

/// The problem in one line, without its end: `error[key-unknown] content/cases/heat/case.yaml:3:1 …`.
pub(super) fn written(problem: &Located<'_>) -> String {
    let diagnostic = problem.diagnostic;
    let severity = words::severity(diagnostic.severity(), problem.lang);
    let code = diagnostic.problem.code();
    let file = normalize_untrusted_str(diagnostic.place.file.as_str());
    let place = match problem.range() {
        Some((start, _)) if problem.lines.is_some() => format!("{file}:{}:{}", start.line, start.column),
        _ => file,
    };
    let message = normalize_untrusted_str(&words::say(&diagnostic.problem, problem.lang).message);
    format!("{severity}[{code}] {place} {message}").replace(['\n', '\r'], " ")
}
