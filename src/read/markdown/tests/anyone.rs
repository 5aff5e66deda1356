//! Any input at all, and input meant to do harm.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::{parse, plain, survey};
use super::show;
use crate::base::SourcePath;

/// Everything that means something to a parser, and some things that mean nothing.
const PIECES: &str = r#"(\*|\*\*|~~|_|\[|\]|\(|\)|\{|\}|\{#|@|: |/|#|>|-|`|```|\||\n|\r\n|<|!|&|;|\\|"|'| |\t|<!--|-->|ok|roe@2024|gap|chart|https:|\[\^1\]|\[\^1\]: |a|1|钢|，|「|」|“|😀|é|한|\u{FE00}|\u{FDD0}|\u{0}|javascript:|&#x61;){0,40}"#;

proptest! {
    #[test]
    fn any_text_is_read_and_every_place_lies_in_it(body in PIECES, head in "(|---\n钢\n---\n)") {
        let text = format!("{head}{body}");
        let parsed = parse(&text, head.len());
        show(&parsed);
        for (_, span) in &parsed.items {
            prop_assert!(text.get(span.range()).is_some() && span.start as usize >= head.len());
        }
        let found = survey(&SourcePath::new("a.md"), &text, head.len());
        for note in found.notes.iter() {
            prop_assert!(text.get(note.place.span.range()).is_some(), "{:?}", note);
        }
        for chart in &found.value.charts {
            for at in (0..=chart.yaml.len()).filter(|at| chart.yaml.is_char_boundary(*at)) {
                let span = crate::base::Span::new(at, chart.yaml.len());
                prop_assert!(text.get(chart.in_file(span).range()).is_some());
            }
        }
        plain(&text, head.len(), |_| String::new());
    }

    #[test]
    fn text_in_any_script_is_read(text in "\\PC{0,80}", at in 0usize..90) {
        show(&parse(&text, 0));
        parse(&text, at);
    }

    #[test]
    fn no_mark_of_ours_is_ever_left(body in "(钢|，|「|\\*|\\*\\*|~~|`|\\[|\\]|\\(a\\)|<|>|<!--|-->|a|\n|\\|){0,30}") {
        let marked = show(&parse(&body, 0)).contains('\u{FDD0}');
        prop_assert!(!marked);
    }
}

#[test]
fn bombs_cost_little() {
    const MIB: usize = 1 << 20;
    let bombs = [
        ">",
        "> ",
        "*",
        "* ",
        "[",
        "![",
        "- ",
        "`",
        "` ",
        "<",
        "<a ",
        "<!--",
        "<!---->",
        "<!---->a\n",
        "{",
        "}",
        "[]{ok}",
        "[a",
        "](",
        "a]{ok}",
        "{a@2024}",
        "{a@20",
        "｛",
        "*a **b ",
        "**「a",
        "「**a",
        "~~「",
        "\\",
        "&",
        "&amp;",
        "|",
        "|a\n",
        "## a\n",
        "## fn\n",
        "[^1]",
        "[^1]: a\n",
        "[a]: b\n",
        "_a",
        "钢\n",
        "1. ",
        "1<!---->",
        "#",
        "```chart\n",
        "\n\n> ",
        "<https://a.b>",
        "a\n> ",
        "![](",
        "**钢。**a\n*",
        "{roe: ",
        "[a](javascript:a)",
    ];
    for bomb in bombs {
        let text = bomb.repeat(MIB / 8 / bomb.len());
        let begun = Instant::now();
        survey(&SourcePath::new("a.md"), &text, 0);
        let spent = begun.elapsed();
        assert!(spent < Duration::from_secs(20), "{bomb:?} took {spent:?}");
    }
}
