//! How many figures are bound to the data, and which are not.
//!
//! For programs a line for each text, told apart from problems by its `kind`, which is `score`; problems have none,
//! and have a `code` instead. The keys: `kind`, `case` or else `page` (its id, the other null), `language`, `file`,
//! `bound`, `figures` (all of them), and `unbound`, a list with `line`, `column`, `end_line` and `end_column` (as for
//! problems), `text` (the number as written), and what in the data has that number: `claim`, as a text asks for it,
//! and `data`, as it is then written; both null where nothing has.

use std::io;

use annotate_snippets::normalize_untrusted_str;
use serde::Serialize;

use super::{Format, Lines, Position};
use crate::base::problem::Fitting;
use crate::base::{Lang, SourcePath};
use crate::link::{Score, Unbound};
use crate::read::Owner;

/// What in the data has a number.
pub(crate) type Fit<'f> = &'f dyn Fn(&Score, &Unbound) -> Option<Fitting>;

/// How many unbound numbers are listed, unless all are wanted.
const MOST: usize = 40;

/// Writes `scores`: for people the numbers that are not bound, `all` of them or the first, and a line for the whole;
/// for programs a line for each text; for GitHub nothing. `text_of` as in [`super::write`].
pub(crate) fn write(
    format: Format,
    scores: &[Score],
    all: bool,
    fit: Fit<'_>,
    text_of: &dyn Fn(&SourcePath) -> Option<String>,
    lang: Lang,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match format {
        Format::Human => human(scores, if all { usize::MAX } else { MOST }, fit, text_of, lang, out),
        Format::Json => scores.iter().try_for_each(|score| json(score, fit, text_of, out)),
        Format::Github => Ok(()),
    }
}

fn human(
    scores: &[Score],
    most: usize,
    fit: Fit<'_>,
    text_of: &dyn Fn(&SourcePath) -> Option<String>,
    lang: Lang,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut left = most;
    let open: Vec<&Score> = scores.iter().filter(|score| !score.unbound.is_empty()).collect();
    for score in &open {
        if left == 0 {
            break;
        }
        let text = text_of(&score.file);
        let lines = text.as_deref().map(Lines::new);
        let file = normalize_untrusted_str(score.file.as_str());
        writeln!(out, "{file}: {}", of_one(score, lang))?;
        for unbound in score.unbound.iter().take(left) {
            line(unbound, fit(score, unbound), &file, lines.as_ref(), lang, out)?;
        }
        left -= score.unbound.len().min(left);
    }
    let unbound: usize = open.iter().map(|score| score.unbound.len()).sum();
    if unbound > most {
        writeln!(out, "{}", more(unbound - most, lang))?;
    }
    if unbound > 0 {
        writeln!(out)?;
    }
    let figures: usize = scores.iter().map(Score::figures).sum();
    if figures > 0 {
        writeln!(out, "{}", total(scores, figures - unbound, figures, lang))?;
    }
    Ok(())
}

/// One number: where it stands, its words among those around them, and what the data have.
fn line(
    unbound: &Unbound,
    fitting: Option<Fitting>,
    file: &str,
    lines: Option<&Lines<'_>>,
    lang: Lang,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let said = normalize_untrusted_str(&unbound.said);
    match lines {
        Some(lines) => {
            let Position { line, column } = lines.position(unbound.span.start as usize);
            let around = around(lines, unbound);
            write!(out, "  {file}:{line}:{column}: {}", normalize_untrusted_str(&around))?;
        }
        None => write!(out, "  {file}: {said}")?,
    }
    match fitting {
        Some(fitting) if lang.is_chinese() => {
            writeln!(out, "  → 数据里有 {}：{}", fitting.written, fitting.claim)
        }
        Some(fitting) => writeln!(out, "  → the data have {}: {}", fitting.written, fitting.claim),
        None => writeln!(out),
    }
}

/// Most characters on either side of a number.
const AROUND: usize = 16;

/// A number between marks, with the words on either side of it.
fn around(lines: &Lines<'_>, unbound: &Unbound) -> String {
    let text = lines.text();
    let line = lines.content(lines.line_of(unbound.span.start as usize));
    let clip = |at: u32| text.floor_char_boundary(at as usize).clamp(line.start, line.end);
    let (start, end) = (clip(unbound.span.start), clip(unbound.span.end));
    let end = end.max(start);
    let before: Vec<char> = text[line.start..start].chars().rev().take(AROUND + 1).collect();
    let behind: Vec<char> = text[end..line.end].chars().take(AROUND + 1).collect();
    let mut out = String::new();
    if before.len() > AROUND {
        out.push('…');
    }
    out.extend(before.iter().take(AROUND).rev());
    out.push('⟦');
    out.push_str(&text[start..end]);
    out.push('⟧');
    out.extend(behind.iter().take(AROUND));
    if behind.len() > AROUND {
        out.push('…');
    }
    out
}

fn of_one(score: &Score, lang: Lang) -> String {
    let (bound, figures) = (score.bound, score.figures());
    if lang.is_chinese() {
        format!("{figures}个数字中{bound}个与数据绑定")
    } else {
        format!("{bound} of {figures} figures bound")
    }
}

fn more(more: usize, lang: Lang) -> String {
    if lang.is_chinese() {
        format!("……还有{more}个；用 `casebook check --all` 列出全部")
    } else {
        format!("… and {more} more; `casebook check --all` lists them all")
    }
}

fn total(scores: &[Score], bound: usize, figures: usize, lang: Lang) -> String {
    let mut owners: Vec<&Owner> =
        scores.iter().map(|score| &score.owner).filter(|owner| matches!(owner, Owner::Case(_))).collect();
    owners.dedup();
    let cases = owners.len();
    if lang.is_chinese() {
        format!("与数据绑定的数字：{cases}个案例的{figures}个中有{bound}个")
    } else {
        let cases = if cases == 1 { "1 case".to_owned() } else { format!("{cases} cases") };
        format!("figures bound to the data: {bound} of {figures} in {cases}")
    }
}

#[derive(Serialize)]
struct Record<'a> {
    kind: &'static str,
    case: Option<&'a str>,
    page: Option<&'a str>,
    language: &'a str,
    file: &'a str,
    bound: usize,
    figures: usize,
    unbound: Vec<Number<'a>>,
}

#[derive(Serialize)]
struct Number<'a> {
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    text: &'a str,
    claim: Option<String>,
    data: Option<String>,
}

fn json(
    score: &Score,
    fit: Fit<'_>,
    text_of: &dyn Fn(&SourcePath) -> Option<String>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let text = if score.unbound.is_empty() { None } else { text_of(&score.file) };
    let lines = text.as_deref().map(Lines::new);
    let number = |unbound: &'_ Unbound| {
        let at = |byte: u32| lines.as_ref().map(|lines| lines.position(byte as usize));
        (at(unbound.span.start), at(unbound.span.end))
    };
    let (case, page) = match &score.owner {
        Owner::Case(id) => (Some(id.as_str()), None),
        Owner::Page(id) => (None, Some(id.as_str())),
    };
    let record = Record {
        kind: "score",
        case,
        page,
        language: score.lang.as_str(),
        file: score.file.as_str(),
        bound: score.bound,
        figures: score.figures(),
        unbound: score
            .unbound
            .iter()
            .map(|unbound| {
                let (start, end) = number(unbound);
                let (claim, data) =
                    fit(score, unbound).map(|fitting| (fitting.claim, fitting.written)).unzip();
                Number {
                    line: start.map(|p| p.line),
                    column: start.map(|p| p.column),
                    end_line: end.map(|p| p.line),
                    end_column: end.map(|p| p.column),
                    text: &unbound.said,
                    claim,
                    data,
                }
            })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &record)?;
    out.write_all(b"\n")
}
