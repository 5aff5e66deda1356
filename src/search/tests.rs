//! The other half of search, the way a browser does it: from the published files back to documents.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::fold::fold;
use super::token::{END, Token, tokens};
use super::{Document, Extent, Index, Stretch, Weight, postings};

fn document(title: &str, text: &str) -> Document {
    let mut document = Document { title: title.to_owned(), ..Document::default() };
    document.say(Weight::Text, text);
    document
}

/// An index of texts without titles, made in stretches of a size.
fn index(texts: &[&str], stretch: usize) -> Index {
    let documents: Vec<Document> = texts.iter().map(|text| document("", text)).collect();
    let stretches = documents.chunks(stretch).zip(0..);
    let made = stretches.map(|(some, n)| Stretch::of(n * stretch, some, Extent::Large).0);
    made.fold(Stretch::default(), Stretch::followed_by).finish()
}

/// What a call hands over, as JSON.
fn handed(script: &str) -> serde_json::Value {
    let data = script.trim_end().strip_suffix(')').and_then(|call| call.split_once(','));
    serde_json::from_str(data.expect("a call hands something over").1).expect("it is JSON")
}

/// Every word of an index with the documents that have it, and their weights.
fn lists(index: &Index) -> BTreeMap<String, Vec<(usize, usize)>> {
    let mut found = BTreeMap::new();
    for shard in &index.words {
        for entry in handed(shard).as_str().expect("a shard is a text").split(';') {
            if let Some((word, list)) = entry.split_once(' ') {
                found.insert(word.to_owned(), postings::read(list));
                continue;
            }
            let first = entry.chars().next().expect("no entry is empty");
            let is_letter = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
            let mut rest = &entry[first.len_utf8()..];
            while !rest.is_empty() {
                let at = rest.find(is_letter).expect("a list follows");
                let end = rest[at..].find(|c| !is_letter(c)).map_or(rest.len(), |length| at + length);
                found.insert(format!("{first}{}", &rest[..at]), postings::read(&rest[at..end]));
                rest = &rest[end..];
            }
        }
    }
    found
}

#[test]
fn a_page_is_found_by_its_words_pairs_and_numbers() {
    let index = index(&["分布式光伏", "光伏装机2024年达到9.4吉瓦", "Solar power, 9.4 GW"], 2);
    let lists = lists(&index);
    let documents = |word: &str| lists.get(word).into_iter().flatten().map(|(n, _)| *n).collect::<Vec<_>>();
    assert_eq!(documents("光伏"), [0, 1]);
    assert_eq!(documents("布式"), [0]);
    assert_eq!(documents("伏"), [0], "the last of a row stands alone too");
    assert_eq!(documents("9.4"), [1, 2]);
    assert_eq!(documents("solar"), [2]);
    assert!(documents("式伏").is_empty());
}

#[test]
fn a_name_says_more_than_a_summary_and_a_summary_more_than_the_text() {
    let mut one = document("轧线", "余热，轧线，summary");
    one.say(Weight::Summary, "余热");
    one.say_at(Weight::Text, "a".to_owned(), "供暖", "全城");
    let lists = lists(&Stretch::of(0, &[one], Extent::Large).0.finish());
    let weight = |word: &str| lists[word][0].1;
    assert_eq!([weight("轧线"), weight("余热"), weight("供暖"), weight("全城")], [3, 2, 2, 1]);
}

#[test]
fn a_large_index_is_cut_into_shards_that_a_directory_finds() {
    let texts: Vec<String> = (0..3000)
        .map(|n| {
            let han = |n: u32| char::from_u32(0x4e00 + n % 5000).unwrap();
            let row: String = (0..30).map(|i| han(n * 7 + i * i * 31)).collect();
            format!("renew{n:018} a{} {row}的{}", n % 60, han(n))
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let index = index(&texts, 64);
    let first = handed(&index.directory);
    let first: Vec<&str> = first[1].as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect();
    assert_eq!(first.len(), index.words.len());
    assert!(index.words.len() > 10 && first.is_sorted(), "{first:?}");
    assert!(index.words.iter().all(|shard| shard.len() < 40 * 1024));
    // Every document has a word that begins so: a list of its own saves loading the shards of them all.
    let lists = lists(&index);
    for all in ["r*", "renew*"] {
        assert_eq!(lists[all].len(), 3000, "{all}");
    }
    assert!(!lists.contains_key("a*"), "few words begin so");
}

#[test]
fn a_small_site_has_no_index_and_its_texts_are_few_files() {
    assert_eq!((Extent::of(1000), Extent::of(10_000_000)), (Extent::Small, Extent::Large));
    let documents: Vec<Document> = (0..100).map(|n| document(&n.to_string(), &"余热".repeat(100))).collect();
    let (stretch, texts) = Stretch::of(0, &documents, Extent::Small);
    assert_eq!(texts.len(), 1);
    assert!(stretch.finish().words.is_empty());
    let (stretch, texts) = Stretch::of(64, &documents, Extent::Large);
    assert!(texts.len() > 5);
    assert_eq!(texts[0].first, 64);
    assert!(!stretch.finish().words.is_empty());
}

#[test]
fn an_edition_is_another_when_anything_is_and_the_same_however_it_is_made() {
    let edition = |texts: &[&str], stretch| index(texts, stretch).edition;
    assert_eq!(edition(&["甲乙", "丙", "丁"], 3), edition(&["甲乙", "丙", "丁"], 3));
    assert_ne!(edition(&["甲乙"], 1), edition(&["甲丙"], 1));
    assert_ne!(edition(&["A"], 1), edition(&["a"], 1), "what is shown has changed");
    let words = |stretch| index(&["甲乙", "丙", "甲", "乙", "甲丁"], stretch).words;
    assert_eq!(words(1), words(5));
}

#[test]
fn any_site_may_be_empty() {
    let index = Stretch::default().finish();
    assert_eq!(index.directory, "casebookSearch(\"index\",[[],[]])\n");
    assert!(index.words.is_empty());
}

proptest! {
    /// Whatever stands in a text in a row is found by looking up its pairs.
    #[test]
    fn every_stretch_of_a_text_is_found(
        texts in prop::collection::vec("[甲乙丙丁𠮷aéＡ1２.,，% ]{0,24}", 1..8),
        which in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 2_usize..7,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let lists = lists(&index(&texts, 3));
        let folded = fold(texts[which.index(texts.len())]);
        let chars: Vec<char> = folded.chars().collect();
        if chars.is_empty() {
            return Ok(());
        }
        let start = from.index(chars.len());
        let query: String = chars[start..chars.len().min(start + length)].iter().collect();
        let scanned: BTreeSet<usize> =
            (0..texts.len()).filter(|n| fold(texts[*n]).contains(&query)).collect();
        for token in tokens(&query) {
            if let Token::Pair(a, b) = token && b != END {
                let listed: BTreeSet<usize> = lists[&format!("{a}{b}")].iter().map(|(n, _)| *n).collect();
                prop_assert!(listed.is_superset(&scanned), "{} in {:?}", query, texts);
            }
        }
    }
}
