//! For people: what is wrong, the line it stands on with the place marked, and what to do.

use std::io;

use annotate_snippets::renderer::{DEFAULT_LINE_NUM_STYLE, DecorStyle, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use super::excerpt::excerpt;
use super::{Located, Position};
use crate::base::{Severity, Span, words};

pub(super) fn write(problem: &Located<'_>, color: bool, out: &mut dyn io::Write) -> io::Result<()> {
    let diagnostic = problem.diagnostic;
    let saying = words::say(&diagnostic.problem, problem.lang);
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    // Lines are cut here already, by what is next to the mark; drawn in ASCII, because the terminals of Chinese
    // systems give box-drawing characters two columns and the marks would slip.
    let renderer = renderer.term_width(usize::MAX / 4).decor_style(DecorStyle::Ascii);

    let name = words::severity(diagnostic.severity(), problem.lang);
    let title = level.clone().with_name(name).primary_title(saying.message.as_str());
    writeln!(out, "{}", renderer.render(&[Group::with_title(title.id(diagnostic.problem.code()))]))?;

    // Words from a file stand in it: nothing that they hold may steer the terminal.
    let help = normalize_untrusted_str(&saying.help);
    let help = Level::HELP.with_name(words::help(problem.lang)).message(help);
    let file = normalize_untrusted_str(diagnostic.place.file.as_str());
    let arrow = if color { DEFAULT_LINE_NUM_STYLE } else { Style::new() };
    let mut rest = Group::with_level(level);
    if let Some(lines) = problem.lines.filter(|_| diagnostic.place.span != Span::default()) {
        let Position { line, column } = lines.position(diagnostic.place.span.start as usize);
        // Written by hand: the library would count the column in the line as it is cut.
        let indent = line.ilog10() as usize + 1;
        writeln!(out, "{:indent$}{arrow}-->{arrow:#} {file}:{line}:{column}", "")?;
        let (excerpt, mark) = excerpt(lines, diagnostic.place.span);
        let label = (!saying.label.is_empty()).then_some(saying.label.as_str());
        let mark = AnnotationKind::Primary.span(mark).label(label);
        rest = rest.element(Snippet::source(excerpt).line_start(line).annotation(mark));
    } else {
        writeln!(out, "{arrow}-->{arrow:#} {file}")?;
    }
    writeln!(out, "{}\n", renderer.render(&[rest.element(help)]))
}
