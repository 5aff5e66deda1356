//! Figures in prose.

use super::{problems, shown};
use crate::base::problem::ClaimFault;
use crate::base::{Period, Problem, SourcePath};
use crate::model::Ask;
use crate::read::markdown::survey;

#[test]
fn a_claim_stands_anywhere_in_a_text_but_not_in_code() {
    for (text, expected) in [
        ("仅为{roe@2021}。", "<p>仅为«roe»。</p>"),
        ("{roe: change 2021..2024}", "<p>«roe»</p>"),
        ("{labor-productivity: gap closed 2024}{roe@2024}", "<p>«labor-productivity»«roe»</p>"),
        ("**{roe@2024}**", "<p><b>«roe»</b></p>"),
        ("[见{roe@2024}](a.md)", "<p><a a.md>见«roe»</a></p>"),
        ("- 为{roe@2024}", "<list><li>为«roe»</li></list>"),
        ("|a|\n|-|\n|{roe@2024}|", "<table [Start]><head><td>a</td></head><tr><td>«roe»</td></tr></table>"),
        ("`{roe@2024}`", "<p><code>{roe@2024}</code></p>"),
        ("    {roe@2024}", "<pre >{roe@2024}</pre>"),
        ("<!-- {roe@2024} -->", ""),
    ] {
        assert_eq!(shown(text), expected, "{text}");
        assert_eq!(problems(text), [""; 0], "{text}");
    }
}

#[test]
fn a_claim_knows_its_place_in_the_whole_file() {
    let text = "---\ntitle: 钢\n---\n他说**「好」**了，为{hualan-steel/roe: gap 2024}。";
    let found = survey(&SourcePath::new("a.md"), text, text.find("他").unwrap()).value;
    let claim = &found.claims[0];
    assert_eq!(&text[claim.span.range()], "{hualan-steel/roe: gap 2024}");
    assert_eq!(claim.value.subject.as_ref().unwrap().as_str(), "hualan-steel");
    assert_eq!(claim.value.ask, Ask::Gap(Period::of_year(2024)));
}

#[test]
fn an_assertion_binds_the_authors_own_words() {
    let text = "达到[约9.4%]{roe@2024}，";
    assert_eq!(shown(text), "<p>达到«约9.4% = roe»，</p>");
    let found = survey(&SourcePath::new("a.md"), text, 0).value;
    assert_eq!(found.asserts[0].said.value, "约9.4%");
    assert_eq!(&text[found.asserts[0].said.span.range()], "约9.4%");
    assert_eq!(&text[found.asserts[0].claim.span.range()], "{roe@2024}");
    assert!(found.claims.is_empty());
}

#[test]
fn words_marked_as_no_figure_are_plain() {
    let text = "成立于[2022年]{ok}，[表[1]]{ok}";
    assert_eq!(shown(text), "<p>成立于‹2022年›，‹表[1]›</p>");
    let found = survey(&SourcePath::new("a.md"), text, 0).value;
    assert_eq!(
        found.no_figures.iter().map(|s| &text[s.range()]).collect::<Vec<_>>(),
        ["[2022年]{ok}", "[表[1]]{ok}"]
    );
}

#[test]
fn a_slip_in_a_claim_is_told_and_stays_text() {
    for (text, marked) in [
        ("为{roe @ 2024}。", "{roe @ 2024}"),
        ("为{roe@24}。", "{roe@24}"),
        ("为{roe: chnage 2021..2024}。", "{roe: chnage 2021..2024}"),
        ("为{ROE＠2024}。", "{ROE＠2024}"),
        ("为｛roe@2024｝。", "｛roe@2024｝"),
        ("达[9.4%]{roe}。", "{roe}"),
        ("达[9.4%]{OK}。", "{OK}"),
        ("达[**9.4%**]{roe@2024}。", "{roe@2024}"),
        ("达[9.4%\n左右]{ok}。", "{ok}"),
    ] {
        assert_eq!(problems(text), [format!("claim-malformed {marked}")], "{text}");
        assert!(shown(text).contains(marked), "{text}");
    }
}

#[test]
fn words_in_brackets_are_plain_words_on_one_line() {
    for text in ["[**9.4%**]{roe@2024}", "[9.4%\n左右]{roe@2024}", "[a `b`]{ok}", r"[a\*]{ok}"] {
        let notes = survey(&SourcePath::new("a.md"), text, 0).notes.into_sorted();
        let [Problem::ClaimMalformed { fault, .. }] =
            notes.iter().map(|d| d.problem.clone()).collect::<Vec<_>>()[..]
        else {
            panic!("{text}");
        };
        assert_eq!(fault, ClaimFault::Brackets, "{text}");
    }
}

#[test]
fn a_figure_is_refused_where_only_plain_words_can_stand() {
    for text in ["![为{roe@2024}](a.png)", "![a](a.png \"[9%]{roe@2024}\")", "[a](a.md \"{roe@2024}\")"] {
        let found = problems(text);
        assert!(
            matches!(found.as_slice(), [one] if one.starts_with("claim-malformed ") && one.ends_with("{roe@2024}"))
        );
    }
    for text in [r"![为\{roe@2024}](a.png)", "![a](a.png \"{a}\")", "![`{a}`](a.png)"] {
        assert_eq!(problems(text), [""; 0], "{text}");
    }
}

#[test]
fn other_braces_and_brackets_are_text() {
    for text in [
        "{a, b}",
        "{}",
        "{",
        "}",
        "{{roe}}",
        "[a] {b}",
        "{color: red}",
        "a[1]",
        "[]{}",
        "{\nroe@2024}",
        "{ok}",
    ] {
        if text != "[]{}" {
            assert_eq!(problems(text), [""; 0], "{text}");
        }
        assert_eq!(shown(text), format!("<p>{text}</p>"));
    }
}

#[test]
fn a_backslash_or_an_entity_makes_a_brace_a_brace() {
    for (text, expected) in [
        (r"\{roe@2024}", "<p>{roe@2024}</p>"),
        (r"\\{roe@2024}", r"<p>\«roe»</p>"),
        (r"{roe\@2024}", "<p>{roe@2024}</p>"),
        ("&#123;roe@2024}", "<p>{roe@2024}</p>"),
        (r"\[9.4%]{roe@2024}", "<p>[9.4%]{roe@2024}</p>"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
    assert_eq!(problems(r"\{roe@24}"), [""; 0]);
}
