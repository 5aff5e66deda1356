//! Headings, links, pictures, HTML, charts, and the words behind it all.

use super::{problems, shown};
use crate::base::{SourcePath, Span};
use crate::read::markdown::{plain, survey};

fn headings(text: &str) -> Vec<String> {
    let found = survey(&SourcePath::new("a.md"), text, 0).value.headings;
    found
        .iter()
        .map(|h| format!("{} {} {}{}", h.level, h.id, h.text, if h.explicit { " !" } else { "" }))
        .collect()
}

#[test]
fn an_anchor_is_given_or_made_from_the_words() {
    for (text, expected) in [
        ("## 挑战 {#challenge}", "2 challenge 挑战 !"),
        ("### *做法* 与 `code`{#a_b-1}", "3 a_b-1 做法 与 code !"),
        ("## 成效", "2 成效 成效"),
        ("## [链接](a.md)：What's new?", "2 链接-what-s-new 链接：What's new?"),
        ("成效 {#results}\n---", "2 results 成效 !"),
        ("## 成效 {#results} ##", "2 results 成效 !"),
        ("## \\{#results}", "2 results {#results}"),
        ("## 利润{roe@2024}", "2 利润 利润"),
        ("## {#only}", "2 only  !"),
        ("## 「甲」**「乙」**丙", "2 甲-乙-丙 「甲」「乙」丙"),
    ] {
        assert_eq!(headings(text), [expected], "{text}");
        assert_eq!(problems(text), [""; 0], "{text}");
    }
}

#[test]
fn anchors_are_never_the_same() {
    assert_eq!(
        headings("## 甲\n## 甲\n## 甲-2\n## 乙 {#甲}\n## fn 1"),
        ["2 甲-2 甲", "2 甲-3 甲", "2 甲-2-2 甲-2", "2 甲 乙 !", "2 section-fn-1 fn 1"]
    );
    let text = "## a {#x}\n## b {#x}";
    assert_eq!(headings(text), ["2 x a !", "2 b b"]);
    assert_eq!(problems(text), ["heading-id-repeats x"]);
    assert_eq!(problems("## a {#fn-1}"), ["heading-id-repeats fn-1"]);
}

#[test]
fn an_anchor_that_is_unsafe_is_told() {
    for (text, marked) in
        [("## a {#b c}", "b c"), ("## a {#b.c}", "b.c"), ("## a {#}", ""), ("## a {#x\"y}", "x\"y")]
    {
        assert_eq!(problems(text), [format!("heading-id-malformed {marked}")], "{text}");
        assert_eq!(headings(text), ["2 a a"], "{text}");
    }
}

#[test]
fn a_top_heading_is_one_of_the_second_level() {
    assert_eq!(problems("# 标题"), ["heading-too-high # 标题"]);
    assert_eq!(headings("# 标题"), ["2 标题 标题"]);
}

#[test]
fn a_link_that_is_refused_is_plain_text() {
    for (target, code) in [
        ("javascript:alert(1)", "link-scheme-refused"),
        ("JaVaScRiPt&colon;alert(1)", "link-scheme-refused"),
        ("<java&Tab;script:alert(1)>", "link-scheme-refused"),
        ("&#x6A;avascript:alert(1)", "link-scheme-refused"),
        ("//evil.example", "link-scheme-refused"),
        ("https://", "url-malformed"),
    ] {
        let text = format!("看[这里]({target})吧");
        assert_eq!(shown(&text), "<p>看这里吧</p>", "{target}");
        assert_eq!(problems(&text), [format!("{code} [这里]({target})")], "{target}");
    }
    assert_eq!(shown("<vbscript:x>"), "<p>vbscript:x</p>");
    assert_eq!(shown("[a][b]\n\n[b]: data:x"), "<p>a</p>");
}

#[test]
fn links_of_every_form_are_kept() {
    for (text, expected) in [
        ("[a](b.md 'c')", "<p><a b.md c>a</a></p>"),
        ("<https://example.org/>", "<p><a https://example.org/>https://example.org/</a></p>"),
        ("<a@example.org>", "<p><a mailto:a@example.org>a@example.org</a></p>"),
        ("[a](case:x-y)", "<p><a case:x-y>a</a></p>"),
        ("[a <https://b.example> c](d.md)", "<p><a d.md>a https://b.example c</a></p>"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
        assert_eq!(problems(text), [""; 0], "{text}");
    }
}

#[test]
fn a_picture_is_a_file_with_words() {
    assert_eq!(shown("![轧*线*](media/a.jpg \"三号\")"), "<p><img media/a.jpg 轧线 三号></p>");
    assert_eq!(problems("![](media/a.jpg)"), ["image-alt-missing ![](media/a.jpg)"]);
    assert_eq!(problems("![a](https://x.org/a.png)"), ["image-unusable ![a](https://x.org/a.png)"]);
    assert_eq!(shown("![a ![b](c)](https://x.org/a.png)"), "<p>a b</p>");
}

#[test]
fn html_is_shown_as_text_and_told_once_a_block() {
    let text = "a <b>b</b> c <script>x</script>\n\n<div>\n<p>d</p>\n</div>\n";
    assert_eq!(shown(text), "<p>a <b>b</b> c <script>x</script></p><p><div>\n<p>d</p>\n</div></p>");
    assert_eq!(problems(text), ["html-shown-as-text <b>", "html-shown-as-text <div>\n<p>d</p>\n</div>\n"]);
}

#[test]
fn comments_vanish() {
    for (text, expected) in [
        ("<!-- 注 -->", ""),
        ("<!-- 注\n\n注 -->\n\n甲", "<p>甲</p>"),
        ("甲<!-- 注 -->乙", "<p>甲乙</p>"),
        ("甲<!-- 注\n注 -->乙", "<p>甲乙</p>"),
        ("甲\n\n<!-- 注 -->乙**丙**{roe@2024}", "<p>甲</p><p>乙<b>丙</b>«roe»</p>"),
        ("- <!-- 注 -->乙", "<list><li>乙</li></list>"),
        ("- <!-- 注 -->\n- 乙", "<list><li></li><li>乙</li></list>"),
        ("> <!-- 注\n> 注 --> 乙", "<quote><p> 乙</p></quote>"),
        ("`<!-- 码 -->`", "<p><code><!-- 码 --></code></p>"),
        ("```\n<!-- 码 --> x\n```", "<pre ><!-- 码 --> x\n</pre>"),
        ("## 甲<!-- 注 --> {#a}", "<h2 a>甲</h>"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
        assert_eq!(problems(text), [""; 0], "{text}");
    }
    assert_eq!(plain("甲<!-- 注 -->乙\n\n<!--\n丙\n-->", 0, |_| String::new()), "甲乙");
}

#[test]
fn a_comment_that_never_ends_is_told() {
    assert_eq!(problems("甲\n\n<!-- 注\n\n乙"), ["comment-unclosed <!-- 注\n\n乙"]);
    assert_eq!(shown("甲\n\n<!-- 注\n\n乙"), "<p>甲</p>");
    assert_eq!(problems("甲 <!-- 注"), ["comment-unclosed <!-- 注"]);
    assert_eq!(problems("甲 \\<!-- 注"), [""; 0]);
}

#[test]
fn a_chart_keeps_its_source_and_its_place() {
    let text = "甲\n\n```chart\nkind: trend\n```\n\n> ```chart\n> kind: rank\n> indicator: roe\n> ```\n";
    assert_eq!(shown(text), "<p>甲</p><chart 0><quote><chart 1></quote>");
    let charts = survey(&SourcePath::new("a.md"), text, 0).value.charts;
    for (chart, word) in [(&charts[0], "trend"), (&charts[1], "rank"), (&charts[1], "roe")] {
        let at = chart.yaml.find(word).unwrap();
        assert_eq!(&text[chart.in_file(Span::new(at, at + word.len())).range()], word);
    }
    assert_eq!(charts[1].yaml, "kind: rank\nindicator: roe\n");
    assert_eq!(charts[1].in_file(Span::new(900, 901)), charts[1].span);
}

#[test]
fn line_ends_of_windows_make_no_difference() {
    let text = "## 甲 {#a}\n\n乙\n丙**「丁」**戊\n\n```chart\nkind: trend\n```\n\n|a|\n|-|\n|b|\n";
    assert_eq!(shown(&text.replace('\n', "\r\n")), shown(text));
    let crlf = text.replace('\n', "\r\n");
    let chart = &survey(&SourcePath::new("a.md"), &crlf, 0).value.charts[0];
    assert_eq!(chart.yaml, "kind: trend\n");
}

#[test]
fn plain_words_are_those_that_a_reader_sees() {
    let text = "## 挑战 {#c}\n\n2024年，**净资产**收益率为{roe@2024}。\n\nThe mill's *first* year.[^1]\n\n[^1]: a note\n";
    let words = plain(text, 0, |_| "9.4%".to_owned());
    assert_eq!(words, "挑战\n2024年，净资产收益率为9.4%。\nThe mill's first year.\na note");
}
