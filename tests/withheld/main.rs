//! What is withheld is in no byte that leaves the program.
//!
//! The strongest proof needs no idea of how a figure could leak: the same site is built with one secret and with
//! another, and everything that comes out is the same, byte by byte. The search for secrets as they would be written
//! says the same in plainer words, and shows that they do come out when their time has come.

mod dice;
mod reports;
mod search;
mod secret;
mod story;
#[path = "../support/mod.rs"]
mod support;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use casebook::base::{Id, SourcePath};
use casebook::model::{ChartKind, Indicator};
use casebook::site::{self, Wish};
use rayon::prelude::*;
use secret::{READINGS, Secret};
use story::{HIDDEN, MEASURES, Story, story};
use support::at;

/// How many random sites are looked at.
const SITES: u64 = 160;

/// Everything that comes out: each file, and what is said.
type Out = BTreeMap<String, Vec<u8>>;

#[test]
fn another_secret_changes_no_byte_and_no_message_and_none_is_written_in_any_form() {
    (0..SITES).into_par_iter().for_each(|seed| {
        let story = story(seed);
        let first = out(&story, 0, BEFORE);
        // That there is no figure at all is a rarer secret.
        for reading in 1..if seed % 4 == 0 { READINGS } else { READINGS - 1 } {
            if let Some(place) = difference(&first, &out(&story, reading, BEFORE)) {
                panic!("site {seed}, reading {reading}: {place}");
            }
        }
        let found = search::found(&first, &forms(&story, |_| true));
        assert!(found.is_empty(), "site {seed}: {found:#?}");
    });
}

#[test]
fn after_its_embargo_a_figure_is_there() {
    let mut seen = BTreeSet::new();
    for seed in 0..SITES / 4 {
        let story = story(seed);
        let files = out(&story, 0, AFTER);
        for (n, secret) in story.secrets.0.iter().enumerate() {
            let Some(cell) = &secret.figure else { continue };
            // Every year of an enterprise is on its page; a case may be left out for a question without an answer.
            if !cell.folder.starts_with("enterprises/") || cell.period.contains('-') {
                continue;
            }
            let forms = search::values(indicators(), secret);
            if forms.is_empty() {
                continue;
            }
            let is_there = !search::found(&files, &forms).is_empty();
            assert_eq!(is_there, cell.embargoed, "site {seed}, secret {n}: {cell:?} {forms:?}");
            if is_there {
                seen.insert(cell.indicator);
            }
        }
    }
    assert_eq!(seen.len(), MEASURES.len(), "every unit has its turn: {seen:?}");
}

#[test]
fn a_preview_shows_what_only_drafts_hold() {
    let story = story(1);
    let words = forms(&story, |secret| secret.figure.is_none());
    let preview = story.site(0).wish(|wish| wish.drafts = true).build();
    assert!(search::found(&preview.files, &words).len() > 10);
    assert!(search::found(&out(&story, 0, BEFORE), &words).is_empty());
}

#[test]
fn a_leak_would_be_found() {
    let story = story(3);
    let secret =
        story.secrets.0.iter().find(|secret| secret.figure.is_some()).expect("every story has secrets");
    let leaking = |reading: usize| {
        let text = format!("---\ntitle: 漏\n---\n{}\n", secret.readings[reading]);
        let built = story.site(reading).file("content/pages/leak/zh.md", &text).build();
        built.files
    };
    let found = search::found(&leaking(0), &forms(&story, |_| true));
    assert!(found.values().any(|path| path == "zh/pages/leak.html"), "{found:#?}");
    assert!(difference(&leaking(0), &leaking(1)).expect("they differ").contains("pages/leak.html"));
}

#[test]
fn the_sites_have_all_that_could_leak() {
    let stories: Vec<Story> = (0..SITES).map(story).collect();
    let secrets =
        || stories.iter().flat_map(|story| &story.secrets.0).filter_map(|secret| secret.figure.as_ref());
    assert!(secrets().filter(|cell| cell.embargoed).count() > 1000);
    assert!(secrets().filter(|cell| !cell.embargoed).count() > 1000);
    for measure in &MEASURES {
        for folder in ["enterprises/main", "enterprises/other-0", "cases/beta", "cases/draft"] {
            assert!(
                secrets().any(|cell| cell.indicator == measure.id && cell.folder == folder),
                "{} of {folder}",
                measure.id
            );
        }
    }
    let pages: Vec<String> = (0..SITES / 8)
        .map(|seed| {
            let built = story(seed).site(0).build();
            built.files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect()
        })
        .collect();
    for (kind, _) in ChartKind::ALL {
        let class =
            if kind == "scorecard" { "class=\"scorecard".to_owned() } else { format!("figure-{kind}\"") };
        assert!(pages.iter().any(|page| page.contains(&class)), "no {kind} is drawn");
    }
    for (what, mark) in
        [("a figure in prose", "<data class=\"figure\""), ("a withheld figure", "not disclosed")]
    {
        assert!(pages.iter().filter(|page| page.contains(mark)).count() * 2 > pages.len(), "{what}");
    }
}

const SAID: &str = "(what is said)";
const SAID_OF_DRAFTS: &str = "(what is said of drafts)";
const BEFORE: &str = "2026-01-01T00:00:00Z";
const AFTER: &str = "2026-07-01T00:00:00Z";

/// Everything that comes out of a story at a time.
fn out(story: &Story, reading: usize, moment: &str) -> Out {
    let built = story.site(reading).wish(|wish| wish.at = at(moment)).build();
    assert!(built.made.is_some(), "{:#?}", built.diagnostics);
    // Its author is told what is wrong with a draft, and that depends on what the draft says. It still tells no figure.
    let is_hidden = |file: &SourcePath| HIDDEN.iter().any(|(id, _)| file.parts().nth(2) == Some(id));
    let (of_drafts, said): (Vec<_>, Vec<_>) =
        built.diagnostics.iter().partition(|d| is_hidden(&d.place.file));
    let mut files = built.files;
    let scores: Vec<_> = built.scores.iter().filter(|score| !is_hidden(&score.file)).collect();
    let said = [search::sayings(&said), format!("{scores:#?}").into_bytes()].concat();
    files.insert(SAID.to_owned(), said);
    files.insert(SAID_OF_DRAFTS.to_owned(), search::sayings(&of_drafts));
    files
}

/// How the secrets that are wanted could be written.
fn forms(story: &Story, wanted: impl Fn(&Secret) -> bool) -> BTreeSet<String> {
    search::forms(story, indicators(), wanted)
}

/// The indicators, which are the same in all stories.
fn indicators() -> &'static BTreeMap<Id, Indicator> {
    static INDICATORS: OnceLock<BTreeMap<Id, Indicator>> = OnceLock::new();
    INDICATORS.get_or_init(|| {
        let wish = Wish { at: at(BEFORE), drafts: false, base_url: None, without_broken: true, shard: None };
        let checked = site::check(&story(0).site(0), &wish).expect("memory can be read");
        checked.book.expect("stories have a site file").indicators
    })
}

/// The first place where two sites differ, if they do.
fn difference(one: &Out, other: &Out) -> Option<String> {
    let names = |out: &Out| out.keys().cloned().collect::<BTreeSet<_>>();
    if let Some(name) = names(one).symmetric_difference(&names(other)).next() {
        return Some(format!("{name} is not in both"));
    }
    let differs = |(path, bytes): &(&String, &Vec<u8>)| *path != SAID_OF_DRAFTS && other[*path] != **bytes;
    let (path, bytes) = one.iter().find(differs)?;
    let others = &other[path];
    let same = bytes.iter().zip(others).take_while(|(a, b)| a == b).count();
    let around = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes[same.saturating_sub(300)..(same + 300).min(bytes.len())]).into_owned()
    };
    Some(format!("{path} tells\n--- one\n{}\n--- other\n{}", around(bytes), around(others)))
}
