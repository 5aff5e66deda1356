//! What every sentence owes its reader.

use std::collections::BTreeSet;

use super::samples::samples;
use super::{Count, Saying, say, summary};
use crate::base::{Lang, Problem};

fn sayings(lang: Lang) -> Vec<(&'static str, Saying)> {
    samples()
        .iter()
        .map(|sample| sample.diagnostic().problem)
        .map(|problem| (problem.code(), say(&problem, lang)))
        .collect()
}

fn has_han(text: &str) -> bool {
    text.contains(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

/// `text` without what stands in backquotes: the user's words, and words of the files.
fn own_words(text: &str) -> String {
    text.split('`').step_by(2).collect()
}

#[test]
fn there_is_a_sample_of_every_code() {
    let said: BTreeSet<&str> = sayings(Lang::EN).iter().map(|(code, _)| *code).collect();
    let codes: BTreeSet<&str> = Problem::CODES.iter().copied().collect();
    assert_eq!(said, codes);
}

#[test]
fn every_problem_has_a_sentence_and_a_next_step_in_both_languages() {
    for lang in [Lang::ZH, Lang::EN] {
        for (code, Saying { message, label, help }) in sayings(lang) {
            assert!(!message.is_empty() && !help.is_empty(), "{code}");
            for text in [&message, &label, &help] {
                assert!(!text.contains('\n'), "{code}: one line each: {text}");
                assert!(text.matches('`').count() % 2 == 0, "{code}: backquotes in pairs: {text}");
                assert!(!text.ends_with(['.', '。', '，', '；', ';']), "{code}: no full stop: {text}");
                assert!(!text.contains("{}"), "{code}: {text}");
            }
            assert!(label.chars().count() <= 44, "{code}: a label is a few words: {label}");
        }
    }
}

#[test]
fn english_starts_in_lower_case_and_never_says_invalid() {
    for (code, saying) in sayings(Lang::EN) {
        for text in [&saying.message, &saying.label, &saying.help] {
            let first = text.chars().next().unwrap_or('`');
            let acronym = text.starts_with("NUL") || text.starts_with("Excel") || text.starts_with("Chinese");
            assert!(!first.is_uppercase() || acronym, "{code}: {text}");
            for word in ["invalid", "illegal", "failed", "please", "error"] {
                assert!(!own_words(text).to_lowercase().contains(word), "{code}: {text}");
            }
        }
    }
}

#[test]
fn chinese_is_written_in_chinese_with_chinese_punctuation() {
    for (code, saying) in sayings(Lang::ZH) {
        assert!(has_han(&saying.message) && has_han(&saying.help), "{code}: {saying:?}");
        for text in [&saying.message, &saying.label, &saying.help] {
            let own = own_words(text);
            // What the system or a template engine said is quoted as it is.
            if matches!(code, "file-unreadable" | "template-broken") {
                continue;
            }
            assert!(!own.contains([',', ';', '!', '?', '(', ')']), "{code}: {text}");
            for word in ["无效", "非法", "失败", "您的输入"] {
                assert!(!own.contains(word), "{code}: {text}");
            }
        }
    }
}

#[test]
fn english_has_no_chinese_beyond_examples() {
    for (code, saying) in sayings(Lang::EN) {
        for text in [&saying.message, &saying.label, &saying.help] {
            assert!(!has_han(&own_words(text)), "{code}: {text}");
        }
    }
}

#[test]
fn a_third_language_reads_english() {
    let french = Lang::new("fr").unwrap();
    let traditional = Lang::new("zh-hant").unwrap();
    assert_eq!(say(&Problem::TextEmpty, french), say(&Problem::TextEmpty, Lang::EN));
    assert_eq!(say(&Problem::TextEmpty, traditional), say(&Problem::TextEmpty, Lang::ZH));
}

#[test]
fn the_summary_counts_in_the_readers_language() {
    for (count, zh, en) in [
        ((3, 2, 0, 4), "4个文件中有3个错误、2个警告", "3 errors, 2 warnings in 4 files"),
        ((1, 0, 1, 1), "1个文件中有1个错误、1个提示", "1 error, 1 note in 1 file"),
        ((0, 0, 0, 0), "没有发现问题", "no problems found"),
    ] {
        let (errors, warnings, notes, files) = count;
        let count = Count { errors, warnings, notes, files };
        assert_eq!(summary(count, Lang::ZH), zh);
        assert_eq!(summary(count, Lang::EN), en);
    }
}
