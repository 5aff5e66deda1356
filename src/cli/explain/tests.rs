//! What every page owes its reader.

use std::collections::BTreeSet;

use super::{codes, page, plain, suggestion};
use crate::base::{Lang, SourcePath};
use crate::read::{self, Context};

const LANGS: [Lang; 2] = [Lang::ZH, Lang::EN];

/// What stands under each `## ` heading, by heading.
fn sections(page: &str) -> Vec<(&str, &str)> {
    let mut sections = Vec::new();
    let mut fence: Option<&str> = None;
    let mut at = 0;
    let mut open: Option<(&str, usize)> = None;
    for line in page.split_inclusive('\n') {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            None if ticks >= 3 => fence = Some(&line[..ticks]),
            Some(mark) if line.trim_end() == mark => fence = None,
            None if line.starts_with("## ") => {
                if let Some((heading, start)) = open {
                    sections.push((heading, page[start..at].trim()));
                }
                open = Some((line[3..].trim(), at + line.len()));
            }
            _ => {}
        }
        at += line.len();
    }
    sections.extend(open.map(|(heading, start)| (heading, page[start..].trim())));
    sections
}

/// The file that an example stands in, where it names one, and the example.
fn example(section: &str) -> (Option<&str>, &str) {
    let ticks = section.len() - section.trim_start_matches('`').len();
    let fence = &section[..ticks];
    let (info, rest) = section[ticks..].split_once('\n').expect("an example has lines");
    let text = rest.strip_suffix(fence).expect("an example ends with its fence");
    (info.split_once(' ').map(|(_, path)| path), text)
}

#[test]
fn every_code_has_a_page_in_both_languages() {
    for lang in LANGS {
        for code in codes() {
            let page = page(code, lang).unwrap_or_else(|| panic!("{code} has no page"));
            assert!(page.starts_with(&format!("# {code}")), "{code}: {page}");
            assert!(page.ends_with('\n') && !page.ends_with("\n\n"), "{code}");
        }
    }
}

#[test]
fn every_page_says_what_why_wrong_right_and_how() {
    for (lang, headings) in [
        (Lang::ZH, ["意思", "为什么要紧", "这样不行", "这样可以", "怎么改"]),
        (Lang::EN, ["What it means", "Why it matters", "Wrong", "Right", "How to mend it"]),
    ] {
        for code in codes() {
            let sections = sections(page(code, lang).unwrap());
            let found: Vec<&str> = sections.iter().map(|(heading, _)| *heading).collect();
            assert_eq!(found, headings, "{code}");
            assert!(sections.iter().all(|(_, text)| !text.is_empty()), "{code}");
            assert!(sections[4].1.starts_with("- "), "{code}: steps are a list");
        }
    }
}

/// The codes that reading one file by itself gives for an example. Examples are parts of files, so what they leave out
/// is no fault of theirs.
fn found_by_reading(path: &str, text: &str) -> BTreeSet<&'static str> {
    let path = SourcePath::new(path);
    let context = Context { languages: vec![Lang::ZH, Lang::EN] };
    let notes = match path.as_str() {
        "casebook.yaml" => read::read_site(&path, text.as_bytes()).notes,
        _ => read::read(&path, text.as_bytes(), &context).notes,
    };
    notes.iter().map(|d| d.problem.code()).collect()
}

#[test]
fn wrong_examples_are_wrong_and_right_examples_are_right() {
    let mut only_seen_later = BTreeSet::new();
    for lang in LANGS {
        for code in codes() {
            let sections = sections(page(code, lang).unwrap());
            let (wrong, right) = (example(sections[2].1), example(sections[3].1));
            assert_ne!(wrong, right, "{code}");
            let (Some(wrong_path), Some(right_path)) = (wrong.0, right.0) else {
                only_seen_later.insert(*code);
                continue;
            };
            if !found_by_reading(wrong_path, wrong.1).contains(code) {
                only_seen_later.insert(*code);
            }
            let mut left = found_by_reading(right_path, right.1);
            if *code != "key-missing" {
                left.remove("key-missing");
            }
            assert!(left.is_empty(), "{code}: {left:?} in\n{}", right.1);
        }
    }
    // What only the whole site, the disk or the theme can show.
    let expected = [
        "ability-unknown",
        "anchor-unknown",
        "area-unknown",
        "assertion-wrong",
        "base-year-worst",
        "baseline-absent",
        "benchmark-changed",
        "benchmark-of-few-peers",
        "benchmark-of-other-indicator",
        "benchmark-of-other-industry",
        "benchmark-unknown",
        "bridge-end-absent",
        "bridge-unexplained",
        "case-unknown",
        "chart-without-data",
        "charts-differ",
        "claim-without-figure",
        "currency-differs",
        "currency-missing",
        "encoding-not-utf8",
        "enterprise-unknown",
        "figure-unbound",
        "figures-differ",
        "file-missing",
        "file-too-large",
        "file-unknown",
        "file-unreadable",
        "font-missing",
        "glossary-entry-unknown",
        "image-unusable",
        "indicator-unknown",
        "indicator-without-figures",
        "industry-unknown",
        "link-broken",
        "link-to-unpublished",
        "magnitude-unshifted",
        "nul-character",
        "only-improved-shown",
        "page-unknown",
        "percent-for-points",
        "periods-unequal",
        "prose-missing",
        "reason-unneeded",
        "reference-to-itself",
        "region-unknown",
        "scale-misplaced",
        "section-untranslated",
        "source-missing",
        "source-unknown",
        "stage-unknown",
        "system-unknown",
        "tag-unknown",
        "template-broken",
        "texts-differ",
        "theme-file-unused",
        "theme-unknown",
        "times-less",
        "times-more",
        "translation-missing",
        "value-negative",
        "yaml-too-many-values",
        "years-skipped",
    ];
    assert_eq!(only_seen_later.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_slip_in_a_code_is_understood() {
    assert_eq!(suggestion("indicator-unkown").as_deref(), Some("indicator-unknown"));
    assert_eq!(suggestion("weather"), None);
    assert_eq!(plain("error[key-unknown]:".trim_start_matches("error")), "key-unknown");
    assert_eq!(page("weather", Lang::EN), None);
}
