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
use crate::base::{Lang, SourcePath, Span};
use crate::link::Score;
use crate::read::Owner;

/// What in the data has a number.
pub(crate) type Fit<'f> = &'f dyn Fn(&Score, Span) -> Option<Fitting>;

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
        let colon = if lang.is_chinese() { "：" } else { ": " };
        writeln!(out, "{file}{colon}{}", of_one(score, lang))?;
        for number in score.unbound.iter().take(left) {
            line(*number, fit(score, *number), &file, lines.as_ref(), lang, out)?;
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
    number: Span,
    fitting: Option<Fitting>,
    file: &str,
    lines: Option<&Lines<'_>>,
    lang: Lang,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    match lines {
        Some(lines) => {
            let Position { line, column } = lines.position(number.start as usize);
            let around = around(lines, number);
            write!(out, "  {file}:{line}:{column}: {}", normalize_untrusted_str(&around))?;
        }
        None => write!(out, "  {file}")?,
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
fn around(lines: &Lines<'_>, number: Span) -> String {
    let text = lines.text();
    let line = lines.content(lines.line_of(number.start as usize));
    let clip = |at: u32| text.floor_char_boundary(at as usize).clamp(line.start, line.end);
    let (start, end) = (clip(number.start), clip(number.end));
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
    text: Option<&'a str>,
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
            .map(|span| {
                let at = |byte: u32| lines.as_ref().map(|lines| lines.position(byte as usize));
                let (start, end) = (at(span.start), at(span.end));
                let (claim, data) = fit(score, *span).map(|fitting| (fitting.claim, fitting.written)).unzip();
                Number {
                    line: start.map(|p| p.line),
                    column: start.map(|p| p.column),
                    end_line: end.map(|p| p.line),
                    end_column: end.map(|p| p.column),
                    text: text.as_deref().and_then(|text| text.get(span.range())),
                    claim,
                    data,
                }
            })
            .collect(),
    };
    serde_json::to_writer(&mut *out, &record)?;
    out.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::{Format, write};
    use crate::base::problem::Fitting;
    use crate::base::{Id, Lang, SourcePath, Span};
    use crate::link::Score;
    use crate::read::Owner;

    const TEXT: &str =
        "---\ntitle: 余热\n---\n净资产收益率提高到9.4%，第一次会开了38分钟，一壶茶还没有凉，人已经散了。\n";

    fn score(case: &str, bound: usize, numbers: &[&str]) -> Score {
        let place = |number: &&str| {
            let start = TEXT.find(number).expect("the text has it");
            Span::new(start, start + number.len())
        };
        Score {
            owner: Owner::Case(Id::new(case).expect("an id")),
            lang: Lang::ZH,
            file: SourcePath::from(format!("content/cases/{case}/zh.md")),
            bound,
            unbound: numbers.iter().map(place).collect(),
        }
    }

    fn written(format: Format, scores: &[Score], all: bool, lang: Lang) -> String {
        let fit = |_: &Score, number: Span| {
            let fitting = Fitting { claim: "{roe@2024}".to_owned(), written: "9.4%".to_owned() };
            (&TEXT[number.range()] == "9.4%").then_some(fitting)
        };
        let mut out = Vec::new();
        write(format, scores, all, &fit, &|_| Some(TEXT.to_owned()), lang, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn each_unbound_number_has_a_line_with_its_place_and_what_the_data_have() {
        let scores = [score("heat", 16, &["9.4%", "38分钟"]), score("port", 4, &[])];
        assert_eq!(
            written(Format::Human, &scores, false, Lang::EN),
            "content/cases/heat/zh.md: 16 of 18 figures bound\n\
             \x20 content/cases/heat/zh.md:4:10: 净资产收益率提高到⟦9.4%⟧，第一次会开了38分钟，一壶茶还…  → the data have 9.4%: {roe@2024}\n\
             \x20 content/cases/heat/zh.md:4:21: …益率提高到9.4%，第一次会开了⟦38分钟⟧，一壶茶还没有凉，人已经散了。\n\
             \n\
             figures bound to the data: 20 of 22 in 2 cases\n"
        );
        let chinese = written(Format::Human, &scores, false, Lang::ZH);
        assert!(chinese.starts_with("content/cases/heat/zh.md：18个数字中16个与数据绑定\n"), "{chinese}");
        assert!(chinese.ends_with("与数据绑定的数字：2个案例的22个中有20个\n"), "{chinese}");
    }

    #[test]
    fn a_long_list_is_cut_and_says_how_to_see_the_rest() {
        let scores: Vec<Score> =
            (0..1000).map(|n| score(&format!("c{n:04}"), 1, &["9.4%", "38分钟"])).collect();
        let cut = written(Format::Human, &scores, false, Lang::EN);
        assert!(cut.contains("… and 1960 more; `casebook check --all` lists them all\n"), "{cut}");
        assert!(cut.lines().count() < 80, "{cut}");
        let all = written(Format::Human, &scores, true, Lang::EN);
        assert_eq!(all.lines().count(), 3 * 1000 + 2);
    }

    #[test]
    fn what_is_all_bound_is_one_line_and_no_figures_are_none() {
        let bound = written(Format::Human, &[score("heat", 3, &[])], false, Lang::EN);
        assert_eq!(bound, "figures bound to the data: 3 of 3 in 1 case\n");
        assert_eq!(written(Format::Human, &[score("heat", 0, &[])], false, Lang::EN), "");
        assert_eq!(written(Format::Human, &[], false, Lang::ZH), "");
    }

    #[test]
    fn programs_get_a_line_for_each_text_that_is_no_problem() {
        let out = written(Format::Json, &[score("heat", 1, &["9.4%", "38分钟"])], false, Lang::EN);
        let line: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(line["kind"], "score");
        assert!(line.get("code").is_none() && line["page"].is_null());
        assert_eq!((line["case"].as_str(), line["language"].as_str()), (Some("heat"), Some("zh")));
        assert_eq!((line["bound"].as_u64(), line["figures"].as_u64()), (Some(1), Some(3)));
        assert_eq!(line["unbound"][0]["claim"], "{roe@2024}");
        assert_eq!(line["unbound"][0]["text"], "9.4%");
        assert_eq!(line["unbound"][1]["claim"], serde_json::Value::Null);
        assert_eq!(
            (line["unbound"][1]["line"].as_u64(), line["unbound"][1]["column"].as_u64()),
            (Some(4), Some(21))
        );
        assert_eq!(written(Format::Github, &[score("heat", 1, &["9.4%"])], false, Lang::EN), "");
    }
}
