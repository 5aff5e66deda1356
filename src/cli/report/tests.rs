//! Reports as their readers get them.

use super::{Format, summary, write};
use crate::base::words::samples::samples;
use crate::base::{Diagnostic, Lang, Place, Problem, SourcePath, Span};

fn report(format: Format, diagnostics: &[Diagnostic], text: Option<&str>, lang: Lang) -> String {
    let mut out = Vec::new();
    write(format, diagnostics, &|_| text.map(str::to_owned), lang, false, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn claim_at(text: &str, marked: &str) -> Diagnostic {
    let start = text.find(marked).expect("the text has what is marked");
    let file = SourcePath::new("content/cases/heat/zh.md");
    let fault = crate::base::problem::ClaimFault::Form;
    Diagnostic {
        place: Place::new(&file, Span::new(start, start + marked.len())),
        problem: Problem::ClaimMalformed { text: marked.to_owned(), fault },
    }
}

/// Every problem as a person reads it. The snapshots are the place to read the catalogue in.
fn everything(lang: Lang) -> String {
    let mut samples: Vec<_> = samples().into_iter().map(|s| (s.diagnostic(), s.text())).collect();
    samples.sort_by_key(|(d, _)| Problem::CODES.iter().position(|code| *code == d.problem.code()));
    samples.iter().map(|(d, text)| report(Format::Human, std::slice::from_ref(d), Some(text), lang)).collect()
}

#[test]
fn every_problem_reads_well_in_chinese() {
    insta::assert_snapshot!("zh", everything(Lang::ZH));
}

#[test]
fn every_problem_reads_well_in_english() {
    insta::assert_snapshot!("en", everything(Lang::EN));
}

#[test]
fn marks_stand_under_han_characters() {
    let text = "---\ntitle: 三年\n---\n净资产收益率由{reo 2021}提高到……\n";
    let out = report(Format::Human, &[claim_at(text, "{reo 2021}")], Some(text), Lang::ZH);
    insta::assert_snapshot!(out);
}

#[test]
fn a_long_paragraph_is_cut_around_the_mark() {
    let text = format!("{}{{reo 2021}}{}\n", "钢在炉里多等一刻，".repeat(60), "煤气就多烧一刻。".repeat(60));
    let out = report(Format::Human, &[claim_at(&text, "{reo 2021}")], Some(&text), Lang::ZH);
    assert!(out.contains(":1:541"), "{out}");
    insta::assert_snapshot!(out);
}

#[test]
fn a_place_at_the_end_of_a_file_is_shown() {
    let text = "---\r\ntitle: 三年\r\n";
    let file = SourcePath::new("content/cases/heat/zh.md");
    let at = |start, end| Diagnostic {
        place: Place::new(&file, Span::new(start, end)),
        problem: Problem::FrontMatterUnclosed,
    };
    for (start, end) in [(text.len(), text.len()), (text.len() + 9, text.len() + 99), (3, 2), (4, 5)] {
        let out = report(Format::Human, &[at(start, end)], Some(text), Lang::EN);
        assert!(out.contains("they start here"), "{out}");
    }
}

#[test]
fn a_span_over_several_lines_is_marked_on_its_first() {
    let text = "a: 一\nb: 二\nc: 三\n";
    let file = SourcePath::new("content/cases/heat/case.yaml");
    let place = Place::new(&file, Span::new(3, text.len()));
    let out = report(
        Format::Human,
        &[Diagnostic { place, problem: Problem::BandsUnordered }],
        Some(text),
        Lang::ZH,
    );
    assert!(out.contains("a: 一") && !out.contains("b: 二"), "{out}");
}

#[test]
fn without_the_text_only_the_file_is_named() {
    let diagnostic = claim_at("{roe}", "{roe}");
    let out = report(Format::Human, std::slice::from_ref(&diagnostic), None, Lang::EN);
    assert!(out.contains("--> content/cases/heat/zh.md\n"), "{out}");
    let out = report(Format::Json, std::slice::from_ref(&diagnostic), None, Lang::EN);
    assert!(out.contains(r#""line":null,"column":null"#), "{out}");
    let out = report(Format::Github, &[diagnostic], None, Lang::EN);
    assert!(out.starts_with("::error file=content/cases/heat/zh.md,title=claim-malformed::"), "{out}");
}

#[test]
fn json_has_one_object_on_each_line_with_all_its_keys() {
    let text = "\u{feff}一\r\n二{roe}三\r\n";
    let claim = claim_at(text, "{roe}");
    let whole = Diagnostic { place: Place::whole(&claim.place.file), problem: Problem::HeadingTooHigh };
    let out = report(Format::Json, &[whole, claim], Some(text), Lang::ZH);
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let place =
        |i: usize| ["line", "column", "end_line", "end_column"].map(|key| lines[i][key].as_u64().unwrap());
    assert_eq!(place(0), [1, 1, 1, 1]);
    assert_eq!(place(1), [2, 2, 2, 7]);
    assert_eq!(lines[0]["severity"], "warning");
    assert_eq!(lines[1]["severity"], "error");
    assert_eq!(lines[1]["code"], "claim-malformed");
    assert_eq!(lines[1]["file"], "content/cases/heat/zh.md");
    assert_eq!(lines[1]["language"], "zh");
    let keys: Vec<&str> = lines[1].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys.len(), 10, "{keys:?}");
}

#[test]
fn github_gets_its_commands_with_its_escapes() {
    let text = "a\n{roe: 100%, b}\n";
    let mut claim = claim_at(text, "{roe: 100%, b}");
    claim.place.file = SourcePath::new("content/a,b:c%/zh.md");
    let out = report(Format::Github, &[claim], Some(text), Lang::EN);
    let place = "::error file=content/a%2Cb%3Ac%25/zh.md,line=2,col=1,endColumn=15,title=claim-malformed::";
    assert!(out.starts_with(place), "{out}");
    assert!(out.contains("{roe: 100%25, b}") && out.contains("%0Awrite"), "{out}");
    assert_eq!(out.lines().count(), 1);
}

#[test]
fn nothing_in_a_file_steers_the_terminal() {
    let text = "净资产\u{1b}[2J\u{202e}{roe\u{1b}]0;x}\n";
    let out = report(Format::Human, &[claim_at(text, "{roe\u{1b}]0;x}")], Some(text), Lang::ZH);
    assert!(!out.contains('\u{1b}') && !out.contains('\u{202e}'), "{out}");
    let template = Problem::TemplateBroken { reason: "\u{1b}[31mred\u{7}".to_owned() };
    let place = Place::whole(&SourcePath::new("themes/a/case.html"));
    let out = report(Format::Human, &[Diagnostic { place, problem: template }], None, Lang::EN);
    assert!(!out.contains(['\u{1b}', '\u{7}']), "{out}");
}

#[test]
fn colour_is_there_when_asked_for() {
    let mut out = Vec::new();
    let diagnostic = claim_at("{roe}", "{roe}");
    write(Format::Human, &[diagnostic], &|_| Some("{roe}".to_owned()), Lang::EN, true, &mut out).unwrap();
    assert!(out.contains(&0x1b));
}

#[test]
fn a_file_is_read_once_however_many_problems_it_has() {
    let text = "{roe}钢\n".repeat(20_000);
    let diagnostics: Vec<Diagnostic> = (0..20_000)
        .map(|i| {
            let mut diagnostic = claim_at("{roe}", "{roe}");
            diagnostic.place.span = diagnostic.place.span.shifted(i * "{roe}钢\n".len());
            diagnostic
        })
        .collect();
    let asked = std::cell::Cell::new(0);
    let text_of = |_: &SourcePath| {
        asked.set(asked.get() + 1);
        Some(text.clone())
    };
    for format in [Format::Human, Format::Json, Format::Github] {
        let mut out = Vec::new();
        write(format, &diagnostics, &text_of, Lang::ZH, false, &mut out).unwrap();
        assert!(out.len() > 20_000);
    }
    assert_eq!(asked.get(), 3);
    assert_eq!(summary(&diagnostics, Lang::EN), "20000 errors in 1 file");
}
