//! Emphasis where Chinese, Japanese and Korean are written without spaces.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::super::parse;
use super::{Element, Item, shown};

/// A paragraph's pieces without the paragraph.
fn line(text: &str) -> String {
    let shown = shown(text);
    shown.strip_prefix("<p>").and_then(|s| s.strip_suffix("</p>")).unwrap_or(&shown).to_owned()
}

#[test]
fn punctuation_at_the_edge_does_not_stop_emphasis() {
    for (text, expected) in [
        ("**真，**她", "<b>真，</b>她"),
        ("**真。**她", "<b>真。</b>她"),
        ("**真！**她", "<b>真！</b>她"),
        ("**真）**她", "<b>真）</b>她"),
        ("**真”**她", "<b>真”</b>她"),
        ("**真…**她", "<b>真…</b>她"),
        ("**真——**她", "<b>真——</b>她"),
        ("**真·**她", "<b>真·</b>她"),
        ("**真-**她", "<b>真-</b>她"),
        ("**真**，她", "<b>真</b>，她"),
        ("**真，** 她", "<b>真，</b> 她"),
        ("他说**“好”**了", "他说<b>“好”</b>了"),
        ("**「重要」**です", "<b>「重要」</b>です"),
        ("これは**「重要」**です", "これは<b>「重要」</b>です"),
        ("**テスト。**テスト", "<b>テスト。</b>テスト"),
        ("用**（括号）**说", "用<b>（括号）</b>说"),
        ("用**(括号)**说", "用<b>(括号)</b>说"),
        ("Rust**《手册》**Rust", "Rust<b>《手册》</b>Rust"),
        ("税**¥10,000**元", "税<b>¥10,000</b>元"),
        ("*真，*她", "<em>真，</em>她"),
        ("这*「轻」*重", "这<em>「轻」</em>重"),
        ("***「重」***的", "<em><b>「重」</b></em>的"),
        ("**「重」*轻***的", "<b>「重」<em>轻</em></b>的"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn code_links_and_figures_at_the_edge_do_not_either() {
    for (text, expected) in [
        ("先头的**`码`也好。**后", "先头的<b><code>码</code>也好。</b>后"),
        ("**末尾的`码`**也好", "<b>末尾的<code>码</code></b>也好"),
        ("**[甲](a.md)**和**[乙](b.md)**都行", "<b><a a.md>甲</a></b>和<b><a b.md>乙</a></b>都行"),
        ("提高**{roe@2024}**了", "提高<b>«roe»</b>了"),
        ("**约[9.4%]{roe@2024}**了", "<b>约«9.4% = roe»</b>了"),
        ("![图**「一」**号](a.png)", "<img a.png 图「一」号 >"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn deletions_follow_the_same_rule() {
    for (text, expected) in [
        ("~~「取消」~~后", "<del>「取消」</del>后"),
        ("先~~「取消」~~后", "先<del>「取消」</del>后"),
        ("~~取消。~~后", "<del>取消。</del>后"),
        ("a~~(b)~~c", "a~~(b)~~c"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn korean_is_written_with_spaces_but_hangs_particles_on_words() {
    for (text, expected) in [
        ("**스크립트(script)**라고", "<b>스크립트(script)</b>라고"),
        ("발행하려면 **`npm publish`**를 실행", "발행하려면 <b><code>npm publish</code></b>를 실행"),
        ("**이 [링크](a.md)**만을", "<b>이 <a a.md>링크</a></b>만을"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn variation_selectors_belong_to_the_character_before_them() {
    for (text, expected) in [
        ("大塚\u{FE00}**(甲)** 乙", "大塚\u{FE00}<b>(甲)</b> 乙"),
        ("〽\u{FE0E}**(庵点)**は", "〽\u{FE0E}<b>(庵点)</b>は"),
        ("禰\u{E0100}**(ね)**豆子", "禰\u{E0100}<b>(ね)</b>豆子"),
        ("**true。\u{FE01}**false", "<b>true。\u{FE01}</b>false"),
        ("钢**😀**铁", "钢<b>😀</b>铁"),
        ("a**😀**b", "a**😀**b"),
        ("a**⭐**b", "a**⭐**b"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn what_cannot_emphasize_still_does_not() {
    for (text, expected) in [
        // Latin beside Latin keeps the plain rule.
        ("a**(b)**c", "a**(b)**c"),
        ("**a.**b", "**a.**b"),
        ("**a”**b", "**a”**b"),
        // Underscores never emphasize part of a word.
        ("钢_「铁」_厂", "钢_「铁」_厂"),
        ("__真，__她", "__真，__她"),
        ("_真_，她", "<em>真</em>，她"),
        // Beside spaces there is nothing to open or close.
        ("真 ** 她，** 他", "真 ** 她，** 他"),
        ("2**「3", "2**「3"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn a_backslash_still_escapes() {
    for (text, expected) in [
        (r"钢\*「铁」\*厂", "钢*「铁」*厂"),
        (r"钢\**「铁」*厂", "钢*<em>「铁」</em>厂"),
        (r"。\**铁", "。**铁"),
        (r"钢\\**「铁」**厂", r"钢\<b>「铁」</b>厂"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn code_and_addresses_keep_every_character() {
    for (text, expected) in [
        ("`钢**「铁」**厂`", "<code>钢**「铁」**厂</code>"),
        ("```\n钢**「铁」**厂\n```", "<pre >钢**「铁」**厂\n</pre>"),
        ("    钢**「铁」**厂", "<pre >钢**「铁」**厂</pre>"),
        ("```钢**「\nx\n```", "<pre 钢**「>x\n</pre>"),
        ("[a](钢**「铁.md \"钢**「铁\")", "<a 钢**「铁.md 钢**「铁>a</a>"),
        ("[甲**「]\n\n[甲**「]: b.md", "<a b.md>甲**「</a>"),
        ("见[^钢**「]\n\n[^钢**「]: 注", "<p>见<fn 钢**「></p><note 钢**「><p>注</p></note>"),
        ("<i>钢**「", "<i>钢**「"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn blocks_are_what_they_were() {
    for (text, expected) in [
        ("> **「甲」**乙", "<quote><p><b>「甲」</b>乙</p></quote>"),
        (">**甲」**乙", "<quote><p><b>甲」</b>乙</p></quote>"),
        ("- **「甲」**乙", "<list><li><b>「甲」</b>乙</li></list>"),
        ("**「甲」**\n===", "<h2 甲><b>「甲」</b></h>"),
        ("甲**「\n***", "<p>甲**「</p><hr>"),
        (
            "|甲**「乙」**|**丙。**丁|\n|-|-:|\n|~~戊。~~己|*|",
            "<table [Start, End]><head><td>甲<b>「乙」</b></td><td><b>丙。</b>丁</td></head>\
             <tr><td><del>戊。</del>己</td><td>*</td></tr></table>",
        ),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn a_line_break_between_han_characters_yields_no_space() {
    for (text, expected) in [
        ("净资产\n收益率", "净资产收益率"),
        ("提高，\n因为", "提高，因为"),
        ("他说：\n“好。”\n后来", "他说：“好。”后来"),
        ("**净资产**\n*收益率*", "<b>净资产</b><em>收益率</em>"),
        ("见[甲\n乙](a.md)\n丙", "见<a a.md>甲乙</a>丙"),
        ("三年\n{roe: change 2021..2024}\n，", "三年«roe»，"),
        ("ROE\n提高", "ROE\n提高"),
        ("提高\nROE", "提高\nROE"),
        ("return on\nassets", "return on\nassets"),
        ("rose\n{roe@2024}\n{roe@2023}\nthen", "rose\n«roe»\n«roe»\nthen"),
        ("순자산\n수익률", "순자산\n수익률"),
        ("甲  \n乙", "甲<br>乙"),
        ("甲\\\n乙", "甲<br>乙"),
        ("甲<!-- 注 -->\n乙", "甲乙"),
    ] {
        assert_eq!(line(text), expected, "{text}");
    }
    assert_eq!(shown("> 甲\n> 乙\n丙"), "<quote><p>甲乙丙</p></quote>");
}

/// A text as pulldown-cmark alone reads it.
fn plainly(text: &str) -> String {
    let tag = |event| match event {
        Event::Start(Tag::Emphasis) => "⟨em⟩".to_owned(),
        Event::Start(Tag::Strong) => "⟨b⟩".to_owned(),
        Event::Start(Tag::Strikethrough) => "⟨del⟩".to_owned(),
        Event::End(_) => "⟨/⟩".to_owned(),
        Event::Text(text) => text.into_string(),
        _ => "⟨⟩".to_owned(),
    };
    Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).map(tag).collect()
}

/// The same as it is read here.
fn ours(text: &str) -> String {
    let tag = |(item, _)| match item {
        Item::Start(Element::Emphasis) => "⟨em⟩".into(),
        Item::Start(Element::Strong) => "⟨b⟩".into(),
        Item::Start(Element::Deleted) => "⟨del⟩".into(),
        Item::End => "⟨/⟩".into(),
        Item::Text(text) => text,
        _ => "⟨⟩".into(),
    };
    parse(text, 0).items.into_iter().map(tag).collect()
}

proptest! {
    #[test]
    fn text_that_is_not_cjk_is_read_as_commonmark_has_it(text in "x ?[a (),.*_~\\\\é“”—пЖ]{0,24}") {
        prop_assert_eq!(ours(&text), plainly(&text));
    }
}
