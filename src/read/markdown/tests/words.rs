//! What of a text is running words, and where they stand.

use crate::base::SourcePath;
use crate::read::markdown::survey;
use crate::read::passage::{GAP, Part, Use};

/// The passages of a text, with a bar for each gap.
fn passages(text: &str) -> Vec<String> {
    let found = survey(&SourcePath::new("a.md"), text, 0).value.passages;
    found.iter(text).map(|passage| passage.words().replace(GAP, "|").trim_end().to_owned()).collect()
}

#[test]
fn words_are_those_of_every_paragraph_cell_point_note_and_picture() {
    for (text, expected) in [
        ("甲**12**%，[见 3 号](a.md)。", &["甲12%，见 3 号。"] as &[_]),
        ("## 3.1 成效 {#r}\n为{roe@2024}。", &[" 成效", "为|。"]),
        ("1. 甲12\n2. 乙\n   - 丙", &["甲12", "乙", "丙"]),
        ("|甲|乙|\n|-|-|\n|12%|{roe@2024}|", &["甲", "乙", "12%", "|"]),
        ("甲[^1]乙。\n\n[^1]: 注 12。", &["甲乙。", "注 12。"]),
        ("甲\n乙 a\nb", &["甲乙 a b"]),
        ("![甲 12](a.png \"乙\")", &["甲 12", "乙"]),
        ("> 甲\n> b 12\n> c", &["甲 b 12 c"]),
    ] {
        assert_eq!(passages(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_words_parts_them() {
    for (text, expected) in [
        ("甲`12`乙", &["甲|乙"] as &[_]),
        ("甲{roe@2024}乙", &["甲|乙"]),
        ("甲[9.4%]{roe@2024}乙", &["甲|乙"]),
        ("见 <https://example.org/2024> 12", &["见 | 12"]),
        ("甲<!-- 12 -->乙", &["甲乙"]),
        ("```\n12\n```", &[]),
        ("```chart\nkind: scorecard\n```", &[]),
        ("---", &[]),
        ("", &[]),
    ] {
        assert_eq!(passages(text), expected, "{text}");
    }
}

#[test]
fn a_place_is_right_however_the_words_are_written() {
    for (text, words, written) in [
        ("他说**「好」**了，降耗12%。", "12%", "12%"),
        ("降耗**12**%。", "12%", "12**%"),
        ("A &amp; B: 12%", "12%", "12%"),
        ("5&nbsp;%", "5\u{a0}%", "5&nbsp;%"),
        ("1\\*2 3%", "1*2 3%", "1\\*2 3%"),
        ("> 降\n> 耗12%", "耗12%", "耗12%"),
        ("|a|\n|-|\n|b \\| 12%|", "12%", "12%"),
        ("十[12%]{ok}。", "12%", "12%"),
        ("![图 12%](a.png)", "12%", "12%"),
    ] {
        let found = survey(&SourcePath::new("a.md"), text, 0).value.passages;
        let place = found.iter(text).find_map(|passage| {
            let at = passage.words().find(words)?;
            Some(passage.place(&(at..at + words.len())))
        });
        assert_eq!(place.map(|place| &text[place.range()]), Some(written), "{text}");
    }
}

#[test]
fn a_passage_knows_its_section_and_what_can_be_done_about_its_numbers() {
    let text = "甲。\n\n## 乙\n[丙]{ok}丁[^1]\n\n[^1]: 戊\n\n## 己\n![庚](a.png)";
    let found = survey(&SourcePath::new("a.md"), text, 0).value.passages;
    let parts: Vec<_> = found.iter(text).map(|p| (p.words().into_owned(), p.part, p.used(0))).collect();
    let of = |words: &str, part, used| (words.to_owned(), part, used);
    assert_eq!(
        parts,
        [
            of("甲。", Part::Under(None), Use::Free),
            of("乙", Part::Under(Some(0)), Use::Free),
            of("丙丁", Part::Under(Some(0)), Use::Marked),
            of("戊", Part::Notes, Use::Free),
            of("己", Part::Under(Some(1)), Use::Free),
            of("庚", Part::Under(Some(1)), Use::Fixed),
        ]
    );
}
