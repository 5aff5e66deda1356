//! What is read from which words, in both languages.

use proptest::prelude::*;

use super::{Hedge, Measure, Quantity, Role, Towards, quantities};
use crate::base::Lang;

/// A quantity in one line: `up by >3.2pp ±0.1`. The step is left away where it is 1.
fn line(q: &Quantity) -> String {
    let moved = q.movement.map_or(String::new(), |m| {
        let towards = match m.towards {
            Towards::By => "by",
            Towards::To => "to",
            Towards::From => "from",
        };
        format!("{} {towards} ", if m.up { "up" } else { "down" })
    });
    let hedge = match q.hedge {
        Hedge::Exactly => "",
        Hedge::About => "≈",
        Hedge::Nearly => "↗",
        Hedge::MoreThan => ">",
        Hedge::AtLeast => "≥",
        Hedge::LessThan => "<",
        Hedge::AtMost => "≤",
    };
    let of = |per: Option<&str>| per.map_or(String::new(), |per| format!("/{per}"));
    let measure = match q.measure {
        Measure::Plain => String::new(),
        Measure::Percent => "%".to_owned(),
        Measure::PerMille => "‰".to_owned(),
        Measure::Fraction => "% share".to_owned(),
        Measure::Points => "pp".to_owned(),
        Measure::Money { currency, per } => {
            format!(" {}{}", currency.as_ref().map_or("money", |c| c.as_str()), of(per))
        }
        Measure::Times => "×".to_owned(),
        Measure::Rank { of: None } => "th".to_owned(),
        Measure::Rank { of: Some(of) } => format!("th of {of}"),
        Measure::Unit(a) => {
            let power = if a.power == 0 { String::new() } else { format!("e{} ", a.power) };
            format!(" {power}{}{}", if a.name.is_empty() { "things" } else { a.name }, of(a.per))
        }
    };
    let step = q.step.normalize().to_string();
    let step = if step == "1" { String::new() } else { format!(" ±{step}") };
    let spelled = if q.spelled { " spelled" } else { "" };
    let value = q.value.normalize().round_dp(4);
    match q.role {
        Role::Figure => format!("{moved}{hedge}{value}{measure}{step}{spelled}"),
        Role::Time => "time".to_owned(),
        Role::Label => "label".to_owned(),
        Role::Code => "code".to_owned(),
    }
}

fn lines(text: &str, lang: Lang) -> String {
    quantities(text, lang).iter().map(line).collect::<Vec<_>>().join("; ")
}

/// Each line of the tables is a text and, behind a tab, what is read from it; `-` for nothing.
fn reads_as(table: &str, lang: Lang) {
    for row in table.lines() {
        let (text, expected) = row.split_once('\t').expect("a text, a tab and what is read");
        let read = lines(text, lang);
        assert_eq!(if read.is_empty() { "-" } else { &read }, expected, "{text}");
    }
}

#[test]
fn chinese_numbers_are_read() {
    reads_as(include_str!("golden/zh.txt"), Lang::ZH);
}

#[test]
fn english_numbers_are_read() {
    reads_as(include_str!("golden/en.txt"), Lang::EN);
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "[0-9０-９一二三五十百千万亿点分之第翻半约近超多余元吨年月日%％.,，\\-−–/ a-zA-Z（）()\n]{0,60}", chinese: bool) {
        let lang = if chinese { Lang::ZH } else { Lang::EN };
        let mut floor = 0;
        for q in quantities(&text, lang) {
            prop_assert!(floor <= q.span.start && q.phrase.start <= q.span.start && q.span.end <= q.phrase.end, "{text:?} {q:?}");
            prop_assert!(q.span.start <= q.digits.start && q.digits.end <= q.span.end && q.digits.start < q.digits.end, "{text:?} {q:?}");
            prop_assert!(text.get(q.phrase.clone()).is_some() && text.get(q.digits.clone()).is_some());
            prop_assert!(text.get(q.span.clone()).is_some());
            floor = q.span.end;
        }
    }

    #[test]
    fn any_other_text_too(text: String, chinese: bool) {
        quantities(&text, if chinese { Lang::ZH } else { Lang::EN });
    }
}
