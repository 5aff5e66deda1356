//! `content/indicators/<id>.yaml`: what is measured, in what unit, and which way is better.

use super::fields::{self, Fields, wrong};
use super::localized::localized;
use super::reader::Reader;
use super::yaml::{Node, Value};
use super::{Spanned, values};
use crate::base::problem::Shape;
use crate::base::{Decimal, Id, Localized, Problem, SourcePath};
use crate::model::{Aggregation, Direction, Unit};

/// The definition of an indicator as its file gives it.
#[derive(Clone, Debug)]
pub struct IndicatorDraft {
    /// The file.
    pub path: SourcePath,
    /// From the file's name.
    pub id: Id,
    /// Its full name.
    pub name: Localized<String>,
    /// A shorter name.
    pub short: Option<Localized<String>>,
    /// What it measures.
    pub definition: Localized<String>,
    /// How it is computed.
    pub formula: Option<Localized<String>>,
    /// Unit of every value.
    pub unit: Unit,
    /// Decimals shown, 0 to 6.
    pub decimals: u32,
    /// Which way is better.
    pub direction: Direction,
    /// Whether a value below zero makes sense.
    pub can_be_negative: bool,
    /// Whether values can be added up.
    pub aggregation: Aggregation,
    /// The action area it belongs to.
    pub area: Option<Spanned<Id>>,
    /// The indicator it replaced.
    pub supersedes: Option<Spanned<Id>>,
}

/// Reads the definition of the indicator `id`.
pub(super) fn read(id: Id, r: &mut Reader<'_>) -> Option<IndicatorDraft> {
    let root = r.tree()?;
    let mut f = Fields::of(&root, r)?;
    let name = f.required("name", r, localized);
    let short = f.optional("short", r, localized);
    let definition = f.required("definition", r, localized);
    let formula = f.optional("formula", r, localized);
    let unit = f.required("unit", r, unit);
    let decimals = f.optional("decimals", r, values::whole(0, 6));
    let direction = f.required("direction", r, direction);
    let can_be_negative = f.optional("can_be_negative", r, values::yes_no);
    let aggregation = f.ask("aggregation");
    let area = f.optional("area", r, values::id_at);
    let supersedes = f.optional("supersedes", r, values::id_at);
    f.finish(r);
    let aggregation = aggregation.and_then(|node| read_aggregation(node, unit.as_ref(), r));
    Some(IndicatorDraft {
        path: r.path.clone(),
        id,
        name: name?,
        short,
        definition: definition?,
        formula,
        unit: unit?,
        decimals: decimals.and_then(|n| u32::try_from(n).ok()).unwrap_or(1),
        direction: direction?,
        can_be_negative: can_be_negative.unwrap_or(true),
        aggregation: aggregation.unwrap_or(Aggregation::None),
        area,
        supersedes,
    })
}

/// A unit by its word, or a name of its own.
fn unit(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Unit> {
    match node.value {
        Value::Mapping(_) => return localized(node, r).map(Unit::Named),
        Value::List(_) => return wrong(node, Shape::TextOrMapping, r),
        _ => {}
    }
    let parse = |word: &str| Unit::PLAIN.into_iter().find(|unit| unit.name() == word);
    values::parsed(node, r, parse, |text| values::value_unknown(text, Unit::PLAIN.iter().map(Unit::name)))
}

/// A direction by its word, or with its numbers: `{ hold: { within: 1.0 } }`, `{ range: { min: 40, max: 65 } }`.
fn direction(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Direction> {
    match node.value {
        Value::Mapping(_) => {}
        Value::List(_) => return wrong(node, Shape::TextOrMapping, r),
        _ => return direction_word(node, r),
    }
    let mut f = Fields::of(node, r)?;
    let (hold, range) = (f.ask("hold"), f.ask("range"));
    f.finish(r);
    match (hold, range) {
        (Some(hold), None) => {
            let mut f = Fields::of(hold, r)?;
            let within = f.required("within", r, values::decimal);
            let place = f.ask("within");
            f.finish(r);
            let within = within?;
            if within.is_sign_negative() && !within.is_zero() {
                let span = place.map_or(hold.span, |node| node.span);
                r.report(span, out_of_range(within, "0"));
                return None;
            }
            Some(Direction::Hold { within })
        }
        (None, Some(range)) => {
            let mut f = Fields::of(range, r)?;
            let min = f.required("min", r, values::decimal);
            let max = f.required("max", r, values::spanned(values::decimal));
            f.finish(r);
            let (min, max) = (min?, max?);
            if max.value < min {
                r.report(max.span, out_of_range(max.value, &min.to_string()));
                return None;
            }
            Some(Direction::Range { min, max: max.value })
        }
        (None, None) => {
            r.report(node.span, Problem::KeyMissing { key: "hold".to_owned() });
            None
        }
        // Both at once: the second is one too many.
        (Some(_), Some(range)) => {
            r.report(range.span, fields::key_unknown("range", &["hold"]));
            None
        }
    }
}

fn direction_word(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Direction> {
    let problem = match values::word(node, r)? {
        "increase" => return Some(Direction::Increase),
        "decrease" => return Some(Direction::Decrease),
        "none" => return Some(Direction::None),
        // These two mean nothing without their numbers.
        "hold" => Problem::KeyMissing { key: "within".to_owned() },
        "range" => Problem::KeyMissing { key: "min".to_owned() },
        other => values::value_unknown(other.to_owned(), Direction::NAMES.into_iter()),
    };
    r.report(node.span, problem);
    None
}

fn out_of_range(value: Decimal, min: &str) -> Problem {
    Problem::NumberOutOfRange { text: value.to_string(), min: min.to_owned(), max: "∞".to_owned() }
}

/// Whether values can be added up; shares and ratios never can.
fn read_aggregation(node: &Node<'_>, unit: Option<&Unit>, r: &mut Reader<'_>) -> Option<Aggregation> {
    let aggregation = values::named(&Aggregation::ALL, Aggregation::name)(node, r)?;
    let ratio = matches!(unit, Some(Unit::Percent | Unit::Ratio | Unit::CurrencyPerPerson));
    if aggregation == Aggregation::Sum && ratio {
        r.report(node.span, Problem::SumOfRatio);
        return None;
    }
    Some(aggregation)
}

#[cfg(test)]
mod tests {
    use crate::base::Decimal;
    use crate::model::{Aggregation, Direction, Unit};
    use crate::read::testing::{draft, told};
    use crate::read::{Draft, IndicatorDraft};

    const PATH: &str = "content/indicators/roe.yaml";

    fn text(unit: &str, direction: &str, more: &str) -> String {
        format!(
            "name: {{ zh: 率, en: Rate }}\ndefinition: {{ zh: 率。, en: Rate. }}\nunit: {unit}\ndirection: {direction}\n{more}"
        )
    }

    fn indicator(text: &str) -> IndicatorDraft {
        match draft(PATH, text) {
            Draft::Indicator(indicator) => indicator,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_least_indicator_has_sensible_defaults() {
        let least = indicator(&text("percent", "increase", ""));
        assert_eq!(least.id.as_str(), "roe");
        assert_eq!((least.decimals, least.can_be_negative, least.aggregation), (1, true, Aggregation::None));
    }

    #[test]
    fn units_and_directions_are_words_or_more() {
        assert!(matches!(indicator(&text("{ zh: 吨, en: t }", "none", "")).unit, Unit::Named(_)));
        let hold = indicator(&text("ratio", "{ hold: { within: 0.5 } }", "")).direction;
        assert_eq!(hold, Direction::Hold { within: Decimal::new(5, 1) });
        let range = indicator(&text("ratio", "{ range: { min: 40, max: 65 } }", "")).direction;
        assert_eq!(range, Direction::Range { min: Decimal::new(40, 0), max: Decimal::new(65, 0) });
    }

    #[test]
    fn wrong_units_and_directions_are_told() {
        for (unit, direction, problem) in [
            ("percents", "increase", "value-unknown 3 «percents»"),
            ("[t]", "increase", "type-wrong 3 «[t]»"),
            ("ratio", "up", "value-unknown 4 «up»"),
            ("ratio", "hold", "key-missing 4 «hold»"),
            ("ratio", "{}", "key-missing 4 «{}»"),
            ("ratio", "{ hold: { within: -1 } }", "number-out-of-range 4 «-1»"),
            ("ratio", "{ range: { min: 2, max: 1 } }", "number-out-of-range 4 «1»"),
            ("ratio", "{ range: { min: 2 } }", "key-missing 4 «{ min: 2 }»"),
            (
                "ratio",
                "{ hold: { within: 1 }, range: { min: 1, max: 2 } }",
                "key-unknown 4 «{ min: 1, max: 2 }»",
            ),
        ] {
            assert_eq!(told(PATH, &text(unit, direction, "")), [problem]);
        }
    }

    #[test]
    fn a_ratio_is_never_summed() {
        assert_eq!(indicator(&text("currency", "none", "aggregation: sum\n")).aggregation, Aggregation::Sum);
        for unit in ["percent", "ratio", "currency-per-person"] {
            assert_eq!(told(PATH, &text(unit, "none", "aggregation: sum\n")), ["sum-of-ratio 5 «sum»"]);
        }
    }

    #[test]
    fn decimals_are_few_and_whole() {
        assert_eq!(told(PATH, &text("ratio", "none", "decimals: 7\n")), ["number-out-of-range 5 «7»"]);
        assert_eq!(told(PATH, &text("ratio", "none", "decimals: 1.5\n")), ["type-wrong 5 «1.5»"]);
        assert_eq!(indicator(&text("ratio", "none", "decimals: 0\n")).decimals, 0);
    }
}
