//! Before and after: the two ends of one indicator's way.

use std::cmp::Ordering;

use super::sentence::{Story, facts::Facts, judged};
use super::status;
use crate::model::{Currency, Indicator, Known};

/// The two ends.
#[derive(Clone, Copy, Debug)]
pub struct Ends<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The currency of money values.
    pub currency: Option<Currency>,
    /// The earlier end.
    pub then: Known,
    /// The later one.
    pub now: Known,
    /// Whether it got better (`Greater`) or worse, at the precision that is shown. None where nothing says so.
    pub moved: Option<Ordering>,
}

impl<'a> Ends<'a> {
    /// The ends of a story: where it names them (`from`, `to`) exactly those, else the baseline and the latest value.
    /// None where either is not known.
    pub fn of(story: &Story<'a>) -> Option<Self> {
        let whole = Story { from: None, ..story.clone() };
        let facts = Facts::of(&whole).ok()?;
        let now = Some(facts.now).filter(|now| story.to.is_none_or(|to| now.at == to))?;
        let then = match story.from {
            Some(from) => whole.shown().into_iter().find(|point| point.at == from)?.known()?,
            None => facts.then?,
        };
        if then.at >= now.at {
            return None;
        }
        let reference = story.benchmark.as_ref().and_then(|b| b.at(now.at));
        let held_at = status::held_at(story.target, reference, now.at);
        Some(Self {
            indicator: story.indicator,
            currency: story.currency,
            then,
            now,
            moved: judged::moved(story.indicator, then.value, now.value, held_at),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{Equal, Greater, Less};

    use super::Ends;
    use crate::measure::sample::{indicator, period, roe, series, target};
    use crate::measure::sentence::Story;
    use crate::model::{Direction, Unit};

    #[test]
    fn the_ends_are_those_named_else_the_baseline_and_the_latest_value() {
        let own = series(&[
            ("2020", "5"),
            ("2021", "6"),
            ("2022", "?"),
            ("2023", "8"),
            ("2024", "9"),
            ("2025", "x"),
        ]);
        let aim = target(Some("2021"), &[("2025", "10")]);
        let roe = roe();
        for (from, to, expected) in [
            (None, None, Some("2021 2024")),
            (Some("2020"), None, Some("2020 2024")),
            (None, Some("2023"), Some("2021 2023")),
            (Some("2020"), Some("2023"), Some("2020 2023")),
            (Some("2022"), None, None),
            (None, Some("2025"), None),
            (Some("2024"), None, None),
            (Some("2019"), Some("2023"), None),
        ] {
            let story = Story {
                indicator: &roe,
                currency: None,
                series: &own,
                benchmark: None,
                target: Some(&aim),
                from: from.map(period),
                to: to.map(period),
            };
            let found = Ends::of(&story).map(|ends| format!("{} {}", ends.then.at, ends.now.at));
            assert_eq!(found.as_deref(), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn better_is_what_the_indicator_says() {
        for (direction, to, moved) in [
            (Direction::Increase, "9", Some(Greater)),
            (Direction::Decrease, "9", Some(Less)),
            (Direction::Increase, "6.01", Some(Equal)),
            (Direction::None, "9", None),
        ] {
            let indicator = indicator(Unit::Percent, 1, direction);
            let own = series(&[("2021", "6"), ("2024", to)]);
            let story = Story {
                indicator: &indicator,
                currency: None,
                series: &own,
                benchmark: None,
                target: None,
                from: None,
                to: None,
            };
            assert_eq!(Ends::of(&story).unwrap().moved, moved);
        }
    }
}
