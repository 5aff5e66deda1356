//! What authors write, and what a browser gets.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{Href, Setting, set};
use crate::model::Claim;

/// A page on which every link, picture and chart exists, except those whose name says otherwise.
struct Page;

impl Setting for Page {
    fn link(&self, target: &str) -> Option<Href> {
        match target {
            "gone.md" => None,
            _ if target.contains(':') => Some(Href::outside(target)),
            _ => Some(Href::inside(target.replace(".md", ".html"))),
        }
    }

    fn image(&self, target: &str, _alt: &str, _title: Option<&str>) -> Option<String> {
        (target != "gone.jpg").then(|| "<img src=\"x.jpg\" alt=\"x\">".to_owned())
    }

    fn claim(&self, claim: &Claim) -> String {
        format!("<a href=\"#e\"><data value=\"9.4\">{}</data></a>", claim.indicator)
    }

    fn assertion(&self, _claim: &Claim, said: &str) -> String {
        format!("<data value=\"9.4\">{}</data>", super::escape(said))
    }

    fn chart(&self, index: usize) -> String {
        format!("<figure>{index}</figure>")
    }

    fn words(&self, key: &str) -> &str {
        match key {
            "prose_footnotes" => "脚注",
            "prose_footnote" => "脚注{}",
            "prose_footnote_back" => "返回{}",
            "prose_table" => "表{}",
            other => panic!("no words for {other}"),
        }
    }
}

fn html(text: &str) -> String {
    let mut out = String::new();
    set(text, 0, &Page, &mut out);
    out
}

#[test]
fn blocks_and_lines_have_their_elements() {
    for (text, expected) in [
        (
            "甲 *乙* **丙** ~~丁~~ `戊<`",
            "<p>甲 <em>乙</em> <strong>丙</strong> <del>丁</del> <code>戊&lt;</code></p>\n",
        ),
        ("## 挑战 {#challenge}", "<h2 id=\"challenge\">挑战</h2>\n"),
        ("# 甲\n###### 乙", "<h2 id=\"甲\">甲</h2>\n<h6 id=\"乙\">乙</h6>\n"),
        ("> 甲", "<blockquote>\n<p>甲</p>\n</blockquote>\n"),
        ("甲  \n乙\n\n---", "<p>甲<br>\n乙</p>\n<hr>\n"),
        ("- 甲\n- 乙\n  - 丙", "<ul>\n<li>甲</li>\n<li>乙<ul>\n<li>丙</li>\n</ul>\n</li>\n</ul>\n"),
        ("3. 甲\n\n4. 乙", "<ol start=\"3\">\n<li><p>甲</p>\n</li>\n<li><p>乙</p>\n</li>\n</ol>\n"),
        ("[2022年]{ok}", "<p>2022年</p>\n"),
        ("", ""),
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn links_lead_where_the_page_says() {
    for (text, expected) in [
        ("[甲](b.md)", "<p><a href=\"b.html\">甲</a></p>\n"),
        ("[甲](b.md#c \"d\\\"\")", "<p><a href=\"b.html#c\" title=\"d&quot;\">甲</a></p>\n"),
        ("[甲](https://a.b/c%20d)", "<p><a href=\"https://a.b/c%20d\" rel=\"noopener\">甲</a></p>\n"),
        ("[甲 **乙**](gone.md)", "<p>甲 <strong>乙</strong></p>\n"),
        ("[甲](javascript:x)", "<p>甲</p>\n"),
        ("<a@b.c>", "<p><a href=\"mailto:a@b.c\" rel=\"noopener\">a@b.c</a></p>\n"),
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn figures_are_placed_and_are_no_links_inside_links() {
    assert_eq!(
        html("为{roe@2024}。[约9%]{roe@2024}"),
        "<p>为<a href=\"#e\"><data value=\"9.4\">roe</data></a>。<data value=\"9.4\">约9%</data></p>\n"
    );
    assert_eq!(
        html("[为{roe@2024}](a.md)"),
        "<p><a href=\"a.html\">为<data value=\"9.4\">roe</data></a></p>\n"
    );
    assert_eq!(
        html("[a](a.md){roe@2024}"),
        "<p><a href=\"a.html\">a</a><a href=\"#e\"><data value=\"9.4\">roe</data></a></p>\n"
    );
}

#[test]
fn a_picture_that_stands_alone_is_a_figure() {
    for (text, expected) in [
        ("![a](a.jpg)", "<figure class=\"picture\"><img src=\"x.jpg\" alt=\"x\"></figure>\n"),
        (
            "![a](a.jpg \"三<号>\")",
            "<figure class=\"picture\"><img src=\"x.jpg\" alt=\"x\"><figcaption>三&lt;号&gt;</figcaption></figure>\n",
        ),
        ("见![a](a.jpg)", "<p>见<img src=\"x.jpg\" alt=\"x\"></p>\n"),
        ("![轧<线>](gone.jpg)", "<p>轧&lt;线&gt;</p>\n"),
        ("见![轧线](gone.jpg)", "<p>见轧线</p>\n"),
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn a_chart_is_a_block_of_its_own() {
    let chart = "```chart\nkind: trend\n```";
    assert_eq!(html(&format!("甲\n{chart}\n乙")), "<p>甲</p>\n<figure>0</figure>\n<p>乙</p>\n");
    let two = format!("- {}\n\n{chart}", chart.replace('\n', "\n  "));
    assert_eq!(html(&two), "<ul>\n<li><figure>0</figure>\n</li>\n</ul>\n<figure>1</figure>\n");
}

#[test]
fn a_table_has_headings_and_scrolls() {
    assert_eq!(
        html("||甲|\n|-|-:|\n|乙|1|\n|丙|\n\n|丁|\n|:-:|"),
        "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"表1\">\n<table>\n\
         <thead>\n<tr><td></td><th scope=\"col\" class=\"align-end\">甲</th></tr>\n</thead>\n<tbody>\n\
         <tr><td>乙</td><td class=\"align-end\">1</td></tr>\n<tr><td>丙</td><td class=\"align-end\"></td></tr>\n\
         </tbody>\n</table>\n</div>\n\
         <div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"表2\">\n<table>\n\
         <thead>\n<tr><th scope=\"col\" class=\"align-center\">丁</th></tr>\n</thead>\n<tbody>\n</tbody>\n</table>\n</div>\n"
    );
}

#[test]
fn footnotes_are_numbered_as_they_are_met_and_lead_back() {
    let text =
        "[^b]: 乙注[^c]\n\n甲[^a]乙[^b]丙[^A]\n\n[^a]: 甲注\n\n    第二段\n\n[^c]: 丙注\n\n[^d]: 无人问津\n";
    let mark = |id: &str, n: u8| {
        format!(
            "<sup class=\"footnote-ref\"><a id=\"fnref-{id}\" href=\"#fn-{n}\" role=\"doc-noteref\" \
             aria-label=\"脚注{n}\">{n}</a></sup>"
        )
    };
    let back = |id: &str| {
        format!(
            " <a class=\"footnote-back\" href=\"#fnref-{id}\" role=\"doc-backlink\" aria-label=\"返回{id}\">\u{21A9}\u{FE0E}</a>"
        )
    };
    assert_eq!(
        html(text),
        format!(
            "<p>甲{}乙{}丙{}</p>\n<section class=\"footnotes\" aria-label=\"脚注\">\n<ol>\n\
             <li id=\"fn-1\"><p>甲注</p>\n<p>第二段{}{}</p>\n</li>\n\
             <li id=\"fn-2\"><p>乙注{}{}</p>\n</li>\n<li id=\"fn-3\"><p>丙注{}</p>\n</li>\n</ol>\n</section>\n",
            mark("1", 1),
            mark("2", 2),
            mark("1-2", 1),
            back("1"),
            back("1-2"),
            mark("3", 3),
            back("2"),
            back("3"),
        )
    );
    assert_eq!(html("甲[^x]"), "<p>甲[^x]</p>\n");
    // The footnote wins over a link around it.
    for text in ["[甲[^1]](a.md)", "[甲[^1]][a]\n\n[a]: a.md", "[**甲[^1]**][a]\n\n[a]: a.md"] {
        tags(&html(&format!("{text}\n\n[^1]: 注")));
    }
}

#[test]
fn code_is_shown_as_it_is() {
    assert_eq!(html("    a < b"), "<pre tabindex=\"0\"><code>a &lt; b</code></pre>\n");
    assert_eq!(html("```x\"y z\n<b>\n```"), "<pre tabindex=\"0\"><code>&lt;b&gt;\n</code></pre>\n");
    assert!(html("```yaml\na: 1\n```").contains("<span class=\"hl-constant\">1</span>\n</code>"));
}

#[test]
fn html_and_comments_harm_nobody() {
    assert_eq!(
        html("<script>alert(1)</script>\n\n甲<img src=x onerror=alert(1)><!-- 注 -->"),
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>甲&lt;img src=x onerror=alert(1)&gt;</p>\n"
    );
}

/// Checks that tags nest and that no link stands in another, and returns every tag.
fn tags(html: &str) -> Vec<&str> {
    let mut open: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        all.push(tag);
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or("");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{html}");
        } else if !["br", "hr", "img"].contains(&name) {
            assert!(name != "a" || !open.contains(&"a"), "{html}");
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} {html}");
    all
}

proptest! {
    #[test]
    fn any_text_is_set_safely(text in r#"(\*\*|~~|_|\[|\]|\(a\.md\)|\(|\)|\{roe@2024\}|\{ok\}|\{#a\}|## |> |- |1\. |`|```|\|a\n\|-\n|\n|\n\n|<script>|<b|<!--|-->|&lt;|"|'|\[\^1\]|\n\n\[\^1\]: |!\[a\]\(b\)|<javascript:a>|\(javascript:a\)|a|钢|，|「| ){0,40}"#) {
        let html = html(&text);
        for tag in tags(&html) {
            prop_assert!(!tag.starts_with("script") && !tag.contains("javascript:") && !tag.contains("onerror"), "{}", tag);
            prop_assert!(!tag.contains(" style="), "{}", tag);
        }
        for id in ["fn-1", "fnref-1", "a"] {
            prop_assert!(html.matches(&format!("id=\"{id}\"")).count() <= 1, "{}", html);
        }
    }
}

#[test]
fn bombs_cost_little() {
    for bomb in [
        ">",
        "> ",
        "*a **b ",
        "- ",
        "[^1]",
        "[^1]\n\n[^1]: [^1]\n\n",
        "|a|\n|-|\n\n",
        "```rust\nfn a() {\n```\n",
        "[a](b) ",
        "![a](b)\n\n",
    ] {
        let text = bomb.repeat((1 << 17) / bomb.len());
        let begun = Instant::now();
        html(&text);
        let spent = begun.elapsed();
        assert!(spent < Duration::from_secs(20), "{bomb:?} took {spent:?}");
    }
}
