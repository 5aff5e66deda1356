//! What reports may not quote: figures that are withheld. Reports end up in logs and mails, which more people read than
//! the files.

use super::reader::Reader;
use super::yaml::{Entry, Node, Value};
use crate::base::{Place, Span};

/// The keys of a figure whose values tell nothing of it.
const HARMLESS: [&str; 3] = ["withheld", "basis", "source"];

/// Words that somebody who withholds a figure writes, perhaps wrongly or in the wrong place.
const MARKS: [&str; 7] = ["withh", "withe", "witheld", "confident", "embargo", "保密", "不公开"];

/// Hushes what a figure says.
pub(super) fn figure(figure: &Node<'_>, r: &mut Reader<'_>) {
    r.secrets.push(figure.span);
    let Value::Mapping(figure) = &figure.value else { return };
    for Entry { key, key_span, node } in &figure.entries {
        if !HARMLESS.contains(&&**key) {
            r.notes.hush(Place::new(r.path, node.span));
        }
        // `value:48271` without its space is a key.
        if key.contains(|c: char| c.is_numeric()) {
            r.notes.hush(Place::new(r.path, *key_span));
        }
    }
}

/// Hushes every number of a file in which nobody can tell what is withheld, if anything seems to be.
pub(super) fn file_if_withheld(r: &mut Reader<'_>) {
    let text = r.text.to_lowercase();
    if !MARKS.iter().any(|mark| text.contains(mark)) {
        return;
    }
    for span in numbers(r.text) {
        r.notes.hush(Place::new(r.path, span));
    }
}

/// Whether a problem of the file stands at such a word outside a figure: then something is withheld, and nobody knows
/// what.
pub(super) fn is_misplaced(r: &Reader<'_>) -> bool {
    r.notes.iter().any(|noted| {
        let Span { start, end } = noted.place.span;
        let marked = r.text.get(noted.place.span.range()).unwrap_or_default().to_lowercase();
        MARKS.iter().any(|mark| marked.contains(mark))
            && !r.secrets.iter().any(|figure| figure.start <= start && end <= figure.end)
    })
}

/// The numbers of a text that are neither keys nor parts of words.
fn numbers(text: &str) -> Vec<Span> {
    let part = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '_');
    let mut numbers = Vec::new();
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if !c.is_numeric() {
            before = Some(c);
            at += c.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let length = rest[..length].trim_end_matches(|c: char| !c.is_numeric()).len();
        let is_key = rest[length..].trim_start_matches(['"', '\'', ' ']).starts_with(':');
        let in_word = before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
            && !rest[..length].contains('.');
        if !is_key && !in_word {
            numbers.push(Span::new(at, at + length));
        }
        before = rest[..length].chars().next_back();
        at += length;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use crate::read::testing::noted;

    const PATH: &str = "content/enterprises/heat/indicators.yaml";

    /// What no report may quote, and whether nothing else of it is in a message.
    fn hushed(text: &str) -> Vec<String> {
        let notes = noted(PATH, text).notes;
        let told = format!("{:?}", notes.clone().into_sorted());
        assert!(!told.contains("48.27"), "{told}");
        let mut hushed: Vec<_> = notes.hushed().iter().map(|place| place.span).collect();
        hushed.sort();
        hushed.dedup();
        hushed.into_iter().map(|span| text[span.range()].to_owned()).collect()
    }

    #[test]
    fn a_withheld_figure_is_hushed_with_all_that_is_said_of_it() {
        let of = |figure: &str| hushed(&format!("observations: {{ roe: {{ 2024: {figure} }} }}\n"));
        assert_eq!(of("{ value: 48.27, source: a }"), [""; 0]);
        assert_eq!(of("{ value: 48.27, source: a, withheld: confidential }"), ["48.27"]);
        assert_eq!(
            of("{ value: 48.27, withheld: { until: 2027-04-30T09:00:00+08:00 }, note: { zh: 密, en: x } }"),
            ["48.27", "{ zh: 密, en: x }"]
        );
        assert_eq!(of("{ value: 48.27%, withheld: confidential }"), ["48.27%"]);
        assert_eq!(of("{ value: 48.27, witheld: confidential }"), ["48.27", "confidential"]);
        assert_eq!(of("{ vlaue: 48.27, withheld: confidential }"), ["48.27"]);
        assert_eq!(of("{ value:48.27, withheld: confidential }"), ["value:48.27"]);
    }

    #[test]
    fn a_file_that_withholds_something_nobody_understands_is_hushed_whole() {
        for text in [
            "withheld: confidential\nobservations: { roe: { 2024: 48.27, 2023: 5 } }\n",
            "observations:\n  roe: { withheld: confidential, 2024: 48.27, 2023: 5 }\n",
            "observations:\n  roe: { 2024: 48.27, 2023: 5 }, # 保密\n",
            "observations: { roe: { 2024: { value: 48.27, withheld: confidential }, 2023: 5 }\n",
        ] {
            assert_eq!(hushed(text), ["48.27", "5"], "{text}");
        }
        assert_eq!(hushed("observations: { roe: { 2024: 48, 2023: 5 }\n"), [""; 0]);
    }
}
