//! For people: what is wrong, the line it stands on with the place marked, and what to do.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use annotate_snippets::renderer::{DEFAULT_LINE_NUM_STYLE, DecorStyle, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, normalize_untrusted_str};

use super::{Lines, Located, Position};
use crate::base::{Severity, Span, words};

/// How much of a line is shown, in columns of a terminal. A Han character takes two.
const SHOWN: usize = 72;

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

/// The line that `span` begins on, cut to what fits around it, and where the mark stands in that.
/// A span over several lines is marked to the end of its first.
fn excerpt<'a>(lines: &Lines<'a>, span: Span) -> (Cow<'a, str>, Range<usize>) {
    let text = lines.text();
    let line = lines.content(lines.line_of(span.start as usize));
    let clip = |at: u32| text.floor_char_boundary(at as usize).clamp(line.start, line.end);
    let (start, end) = (clip(span.start), clip(span.end.max(span.start)));
    let (start, end) = (start, end.max(start));

    // From the mark outwards: first the mark itself, then what is before and behind it in equal parts.
    let mark = taken(text[start..end].chars(), SHOWN);
    let cut_inside = mark.bytes < end - start;
    let end = start + mark.bytes;
    let left_over = SHOWN - mark.columns;
    let before_all = &text[line.start..start];
    let behind_all = if cut_inside { "" } else { &text[end..line.end] };
    let half = taken(behind_all.chars(), left_over / 2);
    let before = taken(before_all.chars().rev(), left_over - half.columns);
    let behind = taken(behind_all.chars(), left_over - before.columns);

    let shown = start - before.bytes..end + behind.bytes;
    let (cut_before, cut_behind) = (shown.start > line.start, shown.end < line.end);
    if !cut_before && !cut_behind {
        return (Cow::Borrowed(&text[line.clone()]), start - line.start..end - line.start);
    }
    let mut excerpt = String::with_capacity(shown.len() + 2 * ELLIPSIS.len());
    if cut_before {
        excerpt.push_str(ELLIPSIS);
    }
    let offset = excerpt.len();
    excerpt.push_str(&text[shown.clone()]);
    if cut_behind {
        excerpt.push_str(ELLIPSIS);
    }
    (Cow::Owned(excerpt), offset + start - shown.start..offset + end - shown.start)
}

const ELLIPSIS: &str = "...";

/// What fits into some columns.
struct Taken {
    bytes: usize,
    columns: usize,
}

fn taken(characters: impl Iterator<Item = char>, most: usize) -> Taken {
    let mut taken = Taken { bytes: 0, columns: 0 };
    for c in characters {
        let columns = width(c);
        if taken.columns + columns > most {
            break;
        }
        taken.columns += columns;
        taken.bytes += c.len_utf8();
    }
    taken
}

/// About how many columns a character takes; only where a line is cut depends on it.
fn width(c: char) -> usize {
    match c {
        '\t' => 4,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3ffff}' => 2,
        _ => 1,
    }
}
