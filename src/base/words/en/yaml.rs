//! About the form of YAML files: signs, keys, shapes, choices.

use super::{SEPARATOR, name};
use crate::base::problem::{Shape, YamlFault, YamlFeature};
use crate::base::words::Saying;
use crate::base::words::quote::{listed, quoted};

pub(super) fn fault(fault: YamlFault) -> Saying {
    let (message, label, help) = match fault {
        YamlFault::Tab => (
            "this line is indented with a tab, where only spaces may stand",
            "a tab",
            "delete it and press the space bar: two spaces for each level",
        ),
        YamlFault::Indentation => (
            "this line is not aligned with those around it",
            "out of line",
            "lines of one level start at the same place, the next level two spaces further right",
        ),
        YamlFault::UnclosedQuote => (
            "this quote is not closed",
            "opens here",
            "put the same mark at the end of the text; for quotes inside the text use “ and ”",
        ),
        YamlFault::UnclosedBracket => (
            "this bracket is not closed",
            "opens here",
            "add the `]` or `}` that belongs to it; separate the items with commas",
        ),
        YamlFault::Colon => (
            "a colon makes this line unreadable",
            "colon",
            "use the plain colon and comma, each with a space after it, like `title: Three years of a \
            mill`; if the text \
             itself has a colon, put the whole text into double quotes",
        ),
        YamlFault::FullWidthColon => (
            "this is a full-width colon `：`",
            "full-width colon",
            "write the plain colon and a space, like `title: Three years of a mill`; switch the \
            keyboard to English first",
        ),
        YamlFault::Comma => (
            "a comma inside braces cuts this in two",
            "cut off here",
            "write a number without thousands separators, `1,234` as `1234`; put a text with a comma into \
             double quotes, like `{ en: \"Steel, ports\" }`",
        ),
        YamlFault::ReservedCharacter => (
            "this text begins with a sign that has a meaning of its own",
            "special sign",
            "put the whole text into double quotes, like `\"@home\"`",
        ),
        YamlFault::Other => (
            "from here on this cannot be read",
            "stuck here",
            "look at this line and the one before: a space after each colon, quotes and brackets in \
            pairs, lines aligned",
        ),
    };
    Saying::new(message, label, help)
}

pub(super) fn feature(feature: YamlFeature) -> Saying {
    let (message, help) = match feature {
        YamlFeature::Anchor => (
            "text cannot begin with `&`",
            "put it into double quotes; what is said in two places is written twice",
        ),
        YamlFeature::Alias => (
            "text cannot begin with `*`",
            "put it into double quotes; what is said in two places is written twice",
        ),
        YamlFeature::Tag => ("text cannot begin with `!`", "put it into double quotes"),
        YamlFeature::MergeKey => ("`<<` cannot be used to merge", "write out here what you need"),
        YamlFeature::SecondDocument => (
            "a file holds one thing only",
            "delete this line `---` and what follows it, or move that into another file",
        ),
        YamlFeature::ComplexKey => (
            "before the colon there can be only a word or a year",
            "remove brackets and question marks before the colon",
        ),
    };
    Saying::new(message, "not here", help)
}

pub(super) fn key_unknown(key: &str, suggestion: Option<&str>, known: &[String]) -> Saying {
    let help = if let Some(word) = suggestion {
        format!("did you mean {}?", quoted(word))
    } else if key.contains(['：', '，']) {
        "it has full-width punctuation: write the plain colon and comma with a space, as in \
         `{ zh: 华岚钢铁, en: Hualan Steel }`"
            .to_owned()
    } else {
        format!("here you can write: {}", listed(known, SEPARATOR))
    };
    Saying::new(format!("there is no {} here", quoted(key)), "not known here", help)
}

pub(super) fn key_missing(key: &str) -> Saying {
    let help = match key {
        "within" | "hold" => {
            "write `direction: { hold: { within: 1.0 } }` with the number by which it may move".to_owned()
        }
        "min" | "max" => "both bounds are needed: `direction: { range: { min: 40, max: 65 } }`".to_owned(),
        _ => format!("add a line `{key}: {}`", name::example(key)),
    };
    Saying::new(format!("`{key}` is missing"), format!("needs `{key}`"), help)
}

pub(super) fn type_wrong(expected: Shape, found: Shape) -> Saying {
    let should = name::shape(expected);
    let message = match (expected, found) {
        (Shape::LocalizedText, Shape::Text) => "this text should be given for each language".to_owned(),
        (Shape::WholeNumber, Shape::Number) => "there should be a whole number here".to_owned(),
        _ => format!("there should be {should} here, but there is {}", name::shape(found)),
    };
    Saying::new(message, format!("should be {should}"), how_to_write(expected, found))
}

fn how_to_write(expected: Shape, found: Shape) -> &'static str {
    match (expected, found) {
        (_, Shape::Null) => {
            "there is nothing here yet; write something, or delete the line or file if it is not needed"
        }
        (Shape::Mapping, Shape::Text) => {
            "write lines of the form `name: content`, with a plain colon and a space; the full-width \
            `：` will not do"
        }
        (Shape::Mapping, _) => {
            "write lines of the form `name: content`, two spaces further right than this one"
        }
        (Shape::List, _) => {
            "put it into brackets with commas, like `[roe, total-profit]`, even if it is only one"
        }
        (Shape::Text, Shape::Mapping) => "if the text has a colon, put the whole text into double quotes",
        (Shape::Text, Shape::Number | Shape::WholeNumber | Shape::YesNo) => {
            "put it into double quotes, like `\"2024\"`"
        }
        (Shape::Text, _) => "write one text, without brackets, braces and leading hyphens",
        (Shape::LocalizedText, _) => "write it once for each language: `{ zh: 华岚钢铁, en: Hualan Steel }`",
        (Shape::Number, _) => {
            "write only the number, without quotes, unit and thousands separators, like `9.4`"
        }
        (Shape::WholeNumber, _) => "write a whole number, without quotes and decimal point, like `1958`",
        (Shape::YesNo, _) => "write `true` or `false`, without quotes",
        (Shape::Null, _) => "delete what stands after the colon",
        (Shape::TextOrMapping, _) => "write a word, or several things as `{ name: content }`",
        (Shape::NumberOrMapping, _) => {
            "write a number like `9.4`, or `{ value: 9.4, note: { zh: …, en: … } }` to say more about it"
        }
    }
}

pub(super) fn value_unknown(value: &str, suggestion: Option<&str>, allowed: &[String]) -> Saying {
    let help = match suggestion {
        Some(word) => {
            format!("did you mean {}? you can choose from: {}", quoted(word), listed(allowed, SEPARATOR))
        }
        None => format!("you can choose from: {}", listed(allowed, SEPARATOR)),
    };
    Saying::new(format!("{} is not one of the choices here", quoted(value)), "not a choice", help)
}
