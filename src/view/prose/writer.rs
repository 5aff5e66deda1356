//! From the pieces of a text to HTML. One loop and no recursion, so depth costs nothing.

use std::fmt::Write as _;
use std::ops::Range;

use crate::base::Span;
use crate::base::escape;
use crate::read::markdown::{Element, Item, Parsed};

use super::footnotes::{Footnotes, mark_id};
use super::table::Table;
use super::{Href, Setting};
use crate::view::code;

/// Appends `parsed` to `out`.
pub(super) fn write(parsed: &Parsed<'_>, setting: &dyn Setting, out: &mut String) {
    let mut writer = Writer {
        parsed,
        setting,
        out: std::mem::take(out),
        footnotes: Footnotes::find(&parsed.items),
        open: Vec::new(),
        table: Table::default(),
        tables: 0,
        in_link: false,
        code_left: code::MOST,
    };
    writer.items(0..parsed.items.len());
    let body = std::mem::take(&mut writer.out);
    // A footnote may hold marks that lead to footnotes not met before: they join the end of the row.
    let mut notes = Vec::new();
    while let Some(content) = writer.footnotes.content(notes.len() + 1) {
        writer.items(content);
        notes.push(std::mem::take(&mut writer.out));
    }
    *out = body;
    writer.footnotes.push(&notes, setting, out);
}

struct Writer<'w, 'a> {
    parsed: &'w Parsed<'a>,
    setting: &'w dyn Setting,
    out: String,
    footnotes: Footnotes,
    /// How each open element closes.
    open: Vec<&'static str>,
    table: Table<'w>,
    tables: usize,
    in_link: bool,
    /// How much more code is looked into, in bytes.
    code_left: usize,
}

/// How a link closes.
const LINK: &str = "</a>";

impl<'w> Writer<'w, '_> {
    fn items(&mut self, range: Range<usize>) {
        let items: &'w [(Item<'_>, Span)] = &self.parsed.items;
        let mut i = range.start;
        while i < range.end {
            match &items[i].0 {
                Item::Start(Element::Footnote(_)) => i = self.footnotes.end(i),
                Item::Start(Element::Paragraph) => match &items[i + 1..] {
                    [(Item::Image { target, alt, title }, _), (Item::End, _), ..] => {
                        self.figure(target, alt, title.as_deref());
                        i += 2;
                    }
                    _ => self.start(&Element::Paragraph, false),
                },
                Item::Start(element) => self.start(element, matches!(items[i + 1].0, Item::End)),
                Item::End => {
                    let close = self.open.pop().unwrap_or("");
                    self.in_link &= close != LINK;
                    self.out.push_str(close);
                }
                item => self.item(item),
            }
            i += 1;
        }
    }

    fn item(&mut self, item: &Item<'_>) {
        match item {
            Item::Text(words) | Item::NoFigure(words) => escape::push(&mut self.out, words),
            Item::Code(code) => {
                self.out.push_str("<code>");
                escape::push(&mut self.out, code);
                self.out.push_str("</code>");
            }
            Item::CodeBlock { language, code } => self.code_block(language.as_deref(), code),
            Item::SoftBreak => self.out.push('\n'),
            Item::HardBreak => self.out.push_str("<br>\n"),
            Item::Rule => self.out.push_str("<hr>\n"),
            Item::Claim(claim) => {
                let html = self.setting.claim(claim);
                self.inline(&html);
            }
            Item::Assertion(assertion) => {
                let html = self.setting.assertion(&assertion.claim, &assertion.said);
                self.inline(&html);
            }
            Item::Image { target, alt, title } => match self.setting.image(target, alt, title.as_deref()) {
                Some(html) => self.out.push_str(&html),
                None => escape::push(&mut self.out, alt),
            },
            Item::FootnoteMark(label) => self.footnote_mark(label),
            Item::Chart(index) => {
                let html = self.setting.chart(*index);
                self.out.push_str(&html);
                self.out.push('\n');
            }
            // Handled where their neighbors are known.
            Item::Start(_) | Item::End => {}
        }
    }

    fn start(&mut self, element: &'w Element<'_>, is_empty: bool) {
        let out = &mut self.out;
        let (open, close) = match element {
            Element::Paragraph => ("<p>", "</p>\n"),
            Element::Heading(number) => {
                let heading = &self.parsed.headings[*number].value;
                let (open, close) = match heading.level {
                    ..=2 => ("<h2 id=\"", "</h2>\n"),
                    3 => ("<h3 id=\"", "</h3>\n"),
                    4 => ("<h4 id=\"", "</h4>\n"),
                    5 => ("<h5 id=\"", "</h5>\n"),
                    6.. => ("<h6 id=\"", "</h6>\n"),
                };
                out.push_str(open);
                escape::push(out, &heading.id);
                ("\">", close)
            }
            Element::Quote => ("<blockquote>\n", "</blockquote>\n"),
            Element::List(None) => ("<ul>\n", "</ul>\n"),
            Element::List(Some(1)) => ("<ol>\n", "</ol>\n"),
            Element::List(Some(first)) => {
                let _ = writeln!(out, "<ol start=\"{first}\">");
                ("", "</ol>\n")
            }
            Element::Point => ("<li>", "</li>\n"),
            Element::Table(columns) => {
                self.tables += 1;
                let label = self.setting.words("prose_table").replace("{}", &self.tables.to_string());
                self.table = Table::open(out, columns, &label);
                ("", Table::CLOSE)
            }
            Element::Head => ("", self.table.head(out)),
            Element::Row => ("", self.table.row(out)),
            Element::Cell => ("", self.table.cell(out, is_empty)),
            Element::Emphasis => ("<em>", "</em>"),
            Element::Strong => ("<strong>", "</strong>"),
            Element::Deleted => ("<del>", "</del>"),
            Element::Link { target, title } => {
                ("", self.setting.link(target).map_or("", |href| self.start_link(&href, title.as_deref())))
            }
            // Gathered at the end.
            Element::Footnote(_) => ("", ""),
        };
        self.out.push_str(open);
        self.open.push(close);
    }

    fn start_link(&mut self, href: &Href, title: Option<&str>) -> &'static str {
        self.in_link = true;
        self.out.push_str("<a");
        href.push(&mut self.out);
        if let Some(title) = title {
            self.out.push_str(" title=\"");
            escape::push(&mut self.out, title);
            self.out.push('"');
        }
        self.out.push('>');
        LINK
    }

    /// One finished element inside a line; a link in a link is no HTML.
    fn inline(&mut self, html: &str) {
        let bare = || html.strip_prefix("<a ")?.strip_suffix(LINK)?.split_once('>').map(|(_, inside)| inside);
        self.out.push_str(if self.in_link { bare().unwrap_or(html) } else { html });
    }

    fn figure(&mut self, target: &str, alt: &str, title: Option<&str>) {
        let Some(html) = self.setting.image(target, alt, title) else {
            self.out.push_str("<p>");
            escape::push(&mut self.out, alt);
            return self.out.push_str("</p>\n");
        };
        self.out.push_str("<figure class=\"picture\">");
        self.out.push_str(&html);
        if let Some(title) = title {
            self.out.push_str("<figcaption>");
            escape::push(&mut self.out, title);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn code_block(&mut self, language: Option<&str>, code: &str) {
        // It may scroll, so it can be reached by keyboard.
        self.out.push_str("<pre tabindex=\"0\"><code");
        let is_name = |name: &&str| name.chars().all(|c| c.is_ascii_alphanumeric() || "+-#._".contains(c));
        if let Some(language) = language.filter(is_name) {
            self.out.push_str(" class=\"language-");
            self.out.push_str(language);
            self.out.push('"');
        }
        self.out.push('>');
        let left = self.code_left.checked_sub(code.len());
        code::push(&mut self.out, language.filter(|_| left.is_some()), code);
        self.code_left = left.unwrap_or(0);
        self.out.push_str("</code></pre>\n");
    }

    fn footnote_mark(&mut self, label: &str) {
        let Some((number, mark)) = self.footnotes.meet(label) else {
            self.out.push_str("[^");
            escape::push(&mut self.out, label);
            return self.out.push(']');
        };
        let id = mark_id(number, mark);
        let name = self.setting.words("prose_footnote").replace("{}", &number.to_string());
        let _ = write!(
            self.out,
            "<sup class=\"footnote-ref\"><a id=\"{id}\" href=\"#fn-{number}\" role=\"doc-noteref\" aria-label=\""
        );
        escape::push(&mut self.out, &name);
        let _ = write!(self.out, "\">{number}</a></sup>");
    }
}
