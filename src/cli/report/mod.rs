//! Problems on the way out: for people, for programs, for the pages of a code host.

mod excerpt;
mod github;
mod html;
mod human;
mod json;
mod line;
mod position;
pub(crate) mod score;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::io;

use position::{Lines, Position};

use crate::base::words::{self, Count};
use crate::base::{Diagnostic, Lang, Severity, SourcePath, Span};

/// For whom a report is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub(crate) enum Format {
    /// People at a terminal.
    Human,
    /// Programs: one JSON object on each line, a problem with a `code` or a text's score with `"kind": "score"`.
    Json,
    /// GitHub's runners, which show each problem beside its line.
    Github,
}

/// Writes `diagnostics` in the order given.
///
/// `text_of` gives a file's text as it was read, byte order mark included, and `None` for what is no text; it is asked
/// once at most for each run of problems in one file, and one text is held at a time. `color` matters to people only.
pub(crate) fn write(
    format: Format,
    diagnostics: &[Diagnostic],
    text_of: &dyn Fn(&SourcePath) -> Option<String>,
    lang: Lang,
    color: bool,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    for of_one_file in diagnostics.chunk_by(|a, b| a.place.file == b.place.file) {
        // A file as a whole needs no text, and is often none: a picture, say.
        let marked = of_one_file.iter().find(|d| d.place.span != Span::default());
        let text = marked.and_then(|d| text_of(&d.place.file));
        let lines = text.as_deref().map(Lines::new);
        for diagnostic in of_one_file {
            let problem = Located { diagnostic, lines: lines.as_ref(), lang };
            match format {
                Format::Human => human::write(&problem, color, out)?,
                Format::Json => json::write(&problem, out)?,
                Format::Github => github::write(&problem, out)?,
            }
        }
    }
    Ok(())
}

/// `diagnostics` as items of a list in HTML. `href_of` gives the address of the page that shows a file.
pub(crate) fn html<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    text_of: &dyn Fn(&SourcePath) -> Option<String>,
    href_of: &dyn Fn(&SourcePath) -> Option<String>,
    lang: Lang,
) -> String {
    let mut out = String::new();
    each(diagnostics, text_of, lang, &mut |problem| {
        let href = href_of(&problem.diagnostic.place.file);
        html::write(problem, href.as_deref(), &mut out);
    });
    out
}

/// `diagnostics`, each in one line.
pub(crate) fn lines<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    text_of: &dyn Fn(&SourcePath) -> Option<String>,
    lang: Lang,
) -> Vec<String> {
    let mut out = Vec::new();
    each(diagnostics, text_of, lang, &mut |problem| out.push(line::written(problem)));
    out
}

/// Shows each of a few problems with its text.
fn each<'d>(
    diagnostics: impl IntoIterator<Item = &'d Diagnostic>,
    text_of: &dyn Fn(&SourcePath) -> Option<String>,
    lang: Lang,
    show: &mut dyn FnMut(&Located<'_>),
) {
    for diagnostic in diagnostics {
        let is_marked = diagnostic.place.span != Span::default();
        let text = is_marked.then(|| text_of(&diagnostic.place.file)).flatten();
        let lines = text.as_deref().map(Lines::new);
        show(&Located { diagnostic, lines: lines.as_ref(), lang });
    }
}

/// How many problems there are in how many files, in one line: `3 errors, 2 warnings in 4 files`.
pub(crate) fn summary(diagnostics: &[Diagnostic], lang: Lang) -> String {
    words::summary(count(diagnostics), lang)
}

fn count(diagnostics: &[Diagnostic]) -> Count {
    let of = |severity| diagnostics.iter().filter(|d| d.severity() == severity).count();
    let files: HashSet<&SourcePath> = diagnostics.iter().map(|d| &d.place.file).collect();
    Count {
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        notes: of(Severity::Note),
        files: files.len(),
    }
}

/// A problem, and the text it stands in where that is known.
struct Located<'a> {
    diagnostic: &'a Diagnostic,
    lines: Option<&'a Lines<'a>>,
    lang: Lang,
}

impl Located<'_> {
    /// Where it begins and ends; `None` where the text is not known. A file as a whole is marked at its first character.
    fn range(&self) -> Option<(Position, Position)> {
        let span = self.diagnostic.place.span;
        if span == Span::default() {
            return Some((Position::FIRST, Position::FIRST));
        }
        let lines = self.lines?;
        Some((lines.position(span.start as usize), lines.position(span.end as usize)))
    }
}
