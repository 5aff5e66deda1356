//! What authors write, and what becomes of it.

mod anyone;
mod emphasis;
mod figures;
mod markup;
mod words;

use super::{Element, Item, Parsed, parse, survey};
use crate::base::SourcePath;

/// The pieces of a text, written like HTML.
fn shown(text: &str) -> String {
    show(&parse(text, 0))
}

fn show(parsed: &Parsed<'_>) -> String {
    let mut out = String::new();
    let mut open = Vec::new();
    for (item, _) in &parsed.items {
        let piece = match item {
            Item::Start(element) => {
                let (tag, more) = tag(parsed, element);
                open.push(tag);
                format!("<{tag}{more}>")
            }
            Item::End => format!("</{}>", open.pop().expect("ends are balanced")),
            Item::Text(words) => words.to_string(),
            Item::Code(code) => format!("<code>{code}</code>"),
            Item::CodeBlock { language, code } => {
                format!("<pre {}>{code}</pre>", language.as_deref().unwrap_or(""))
            }
            Item::SoftBreak => "\n".to_owned(),
            Item::HardBreak => "<br>".to_owned(),
            Item::Rule => "<hr>".to_owned(),
            Item::Claim(claim) => format!("«{}»", claim.indicator),
            Item::Assertion(a) => format!("«{} = {}»", a.said, a.claim.indicator),
            Item::NoFigure(words) => format!("‹{words}›"),
            Item::Image { target, alt, title } => {
                format!("<img {target} {alt} {}>", title.as_deref().unwrap_or(""))
            }
            Item::FootnoteMark(label) => format!("<fn {label}>"),
            Item::Chart(n) => format!("<chart {n}>"),
        };
        out.push_str(&piece);
    }
    assert!(open.is_empty(), "ends are balanced");
    out
}

fn tag(parsed: &Parsed<'_>, element: &Element<'_>) -> (&'static str, String) {
    let plain = |tag| (tag, String::new());
    match element {
        Element::Paragraph => plain("p"),
        Element::Heading(n) => {
            let heading = &parsed.headings[*n].value;
            ("h", format!("{} {}", heading.level, heading.id))
        }
        Element::Quote => plain("quote"),
        Element::List(first) => ("list", first.map_or(String::new(), |n| format!(" {n}"))),
        Element::Point => plain("li"),
        Element::Footnote(label) => ("note", format!(" {label}")),
        Element::Table(columns) => ("table", format!(" {columns:?}")),
        Element::Head => plain("head"),
        Element::Row => plain("tr"),
        Element::Cell => plain("td"),
        Element::Emphasis => plain("em"),
        Element::Strong => plain("b"),
        Element::Deleted => plain("del"),
        Element::Link { target, title } => {
            ("a", format!(" {target}{}", title.as_ref().map_or(String::new(), |t| format!(" {t}"))))
        }
    }
}

/// The codes of a text's problems, each with the words it marks.
fn problems(text: &str) -> Vec<String> {
    let notes = survey(&SourcePath::new("content/cases/a/zh.md"), text, 0).notes.into_sorted();
    notes.iter().map(|d| format!("{} {}", d.problem.code(), &text[d.place.span.range()])).collect()
}
