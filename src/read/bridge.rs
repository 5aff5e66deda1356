//! What made up a change: `bridges` in `indicators.yaml`.

use std::sync::Arc;

use super::fields::Fields;
use super::localized::localized;
use super::origin::Origin;
use super::reader::Reader;
use super::scale::Scale;
use super::yaml::{Node, Value};
use super::{Spanned, values};
use crate::base::{Decimal, Id, Localized, Period, Problem, Span};

/// Most contributions to one change: more cannot be told apart.
const MAX_PARTS: usize = 12;

/// What made up the change of one indicator.
#[derive(Clone, Debug)]
pub struct BridgeDraft {
    /// The indicator.
    pub indicator: Spanned<Id>,
    /// From this period …
    pub from: Spanned<Period>,
    /// … to this one, which is later.
    pub to: Spanned<Period>,
    /// The contributions, scale applied, at least one.
    pub parts: Vec<(Localized<String>, Spanned<Decimal>)>,
    /// Where they come from; the file's default applied.
    pub source: Option<Spanned<Id>>,
    /// Where in its source they stand.
    pub locator: Option<Arc<Localized<String>>>,
    /// Where the file scales the contributions, if it does.
    pub scale: Option<Span>,
}

/// Reads the bridge of `indicator`.
pub(super) fn read(
    indicator: Spanned<Id>,
    node: &Node<'_>,
    default: &Origin,
    r: &mut Reader<'_>,
) -> Option<BridgeDraft> {
    let mut f = Fields::of(node, r)?;
    let from = f.required("from", r, values::spanned(values::period));
    let to = f.required("to", r, values::spanned(values::period));
    let scale = f.optional("scale", r, Scale::read).unwrap_or(Scale::ONE);
    let Origin { source, locator } = Origin::read(&mut f, r).or(default);
    let parts = f.required("parts", r, |node, r| parts(node, scale, r));
    f.finish(r);
    let (from, to) = values::comparable(from, to, r)?;
    if from.value == to.value {
        let text = format!("{}..{}", from.value, to.value);
        r.report(to.span, Problem::PeriodRangeMalformed { text });
        return None;
    }
    Some(BridgeDraft { indicator, from, to, parts: parts?, source, locator, scale: scale.given_at })
}

fn parts(
    node: &Node<'_>,
    scale: Scale,
    r: &mut Reader<'_>,
) -> Option<Vec<(Localized<String>, Spanned<Decimal>)>> {
    if let Value::List(items) = &node.value {
        if items.is_empty() {
            r.report(node.span, Problem::ListEmpty);
        }
        if let Some(extra) = items.get(MAX_PARTS) {
            r.report(extra.span, Problem::ListTooLong { most: MAX_PARTS });
        }
    }
    let mut parts = values::list(|node, r| part(node, scale, r))(node, r)?;
    parts.truncate(MAX_PARTS);
    (!parts.is_empty()).then_some(parts)
}

fn part(node: &Node<'_>, scale: Scale, r: &mut Reader<'_>) -> Option<(Localized<String>, Spanned<Decimal>)> {
    let mut f = Fields::of(node, r)?;
    let name = f.required("name", r, localized);
    let value = f.required("value", r, values::spanned(values::decimal));
    f.finish(r);
    let value = scale.apply(value?, r)?;
    Some((name?, value))
}

#[cfg(test)]
mod tests {
    use crate::read::testing::{draft, told};
    use crate::read::{BridgeDraft, Draft};

    const PATH: &str = "content/enterprises/heat/indicators.yaml";

    fn bridge(rest: &str) -> String {
        format!("source: a\nbridges:\n  total-profit: {rest}\n")
    }

    fn read(rest: &str) -> BridgeDraft {
        match draft(PATH, &bridge(rest)) {
            Draft::Figures(mut figures) => figures.bridges.pop().unwrap(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn contributions_are_scaled_and_have_the_source_of_the_file() {
        let parts = "parts: [{ name: { zh: 降息, en: Interest }, value: 1.1 }, { name: { zh: 涨价, en: Prices }, value: -0.3 }]";
        let found = read(&format!("{{ from: 2021, to: 2024, scale: 100000000, {parts} }}"));
        let values: Vec<_> = found.parts.iter().map(|(_, value)| value.value.to_string()).collect();
        assert_eq!(values, ["110000000", "-30000000"]);
        assert_eq!(found.source.unwrap().value.as_str(), "a");
        let own = read(&format!("{{ from: 2021, to: 2024, source: b, {parts} }}"));
        assert_eq!(own.source.unwrap().value.as_str(), "b");
    }

    #[test]
    fn what_is_wrong_with_a_bridge_is_told_at_its_place() {
        let part = "{ name: { zh: 甲, en: A }, value: 1 }";
        let parts = format!("parts: [{part}]");
        for (rest, expected) in [
            (format!("{{ from: 2024, to: 2021, {parts} }}"), "period-range-malformed 3 «2021»"),
            (format!("{{ from: 2024, to: 2024, {parts} }}"), "period-range-malformed 3 «2024»"),
            (format!("{{ from: 2023-H1, to: 2024, {parts} }}"), "periods-unequal 3 «2024»"),
            ("{ from: 2021, to: 2024, parts: [] }".to_owned(), "list-empty 3 «[]»"),
            ("{ from: 2021, to: 2024, parts: [{ name: 甲, value: 1 }] }".to_owned(), "type-wrong 3 «甲»"),
            (
                "{ from: 2021, to: 2024, parts: [{ name: { zh: 甲, en: A }, value: 一 }] }".to_owned(),
                "number-malformed 3 «一»",
            ),
            (
                format!("{{ from: 2021, to: 2024, parts: [{}] }}", [part; 13].join(", ")),
                "list-too-long 3 «{ name: { zh: 甲, en: A }, value: 1 }»",
            ),
            (
                format!("{{ from: 2021, to: 2024, {parts}, withheld: confidential }}"),
                "key-unknown 3 «withheld»",
            ),
        ] {
            assert_eq!(told(PATH, &bridge(&rest)), [expected], "{rest}");
        }
    }
}
