//! Who moved past whom between two periods, among the enterprises of an industry.

use std::collections::BTreeMap;

use super::comparison::{self, Comparisons, Entry};
use super::series;
use super::statistic;
use crate::base::{Decimal, Id, Period};
use crate::model::{Currency, Enterprise, Indicator, Known};

/// The enterprises that have a public value at both periods, in one currency.
#[derive(Clone, Debug)]
pub struct Slope<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The currency of money values.
    pub currency: Option<Currency>,
    /// The earlier period.
    pub from: Period,
    /// The later one.
    pub to: Period,
    /// The best at the later period first; at least one.
    pub lines: Vec<Line<'a>>,
    /// That of the enterprise that it is told of; one of them.
    pub own: Line<'a>,
}

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The enterprise.
    pub enterprise: &'a Enterprise,
    /// At the earlier period.
    pub then: Place,
    /// At the later one.
    pub now: Place,
}

/// A value and its place among those of the same period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The value.
    pub known: Known,
    /// Its rank from 1 among these enterprises; equal values share one. None for fewer than five, and where nothing says
    /// what is better.
    pub rank: Option<usize>,
}

impl<'a> Slope<'a> {
    /// The slope of an enterprise among those of its industry. Where no period is named, from the first of its own that at
    /// least half of those have who have the latest. None where it has not both values.
    pub fn of(
        comparisons: &Comparisons<'a>,
        indicator: &Id,
        own: &Enterprise,
        (from, to): (Option<Period>, Option<Period>),
    ) -> Option<Self> {
        let industry = Some(&own.industry);
        let to = to.or_else(|| comparisons.latest(indicator, industry))?;
        let later = comparisons.at(indicator, industry, to);
        let from = match from {
            Some(from) => from,
            None => first_common(&later.entries, indicator, own, to)?,
        };
        if from >= to {
            return None;
        }
        let earlier = comparisons.at(indicator, industry, from);
        if later.currency != earlier.currency {
            return None;
        }
        let before: BTreeMap<&Id, &Entry<'a>> =
            earlier.entries.iter().map(|e| (&e.enterprise.id, e)).collect();
        let place = |at, entry: &Entry<'_>| Place {
            known: Known { at, value: entry.value, basis: entry.basis },
            rank: None,
        };
        let both = later.entries.iter().filter_map(|now| {
            let then = before.get(&now.enterprise.id)?;
            Some(Line { enterprise: now.enterprise, then: place(from, then), now: place(to, now) })
        });
        let mut lines: Vec<Line<'a>> = both.collect();
        let own = lines.iter().position(|line| line.enterprise.id == own.id)?;
        let indicator = later.indicator;
        if lines.len() >= statistic::FEWEST && comparison::is_ranked(&indicator.direction) {
            rank(indicator, &mut lines, |line| &mut line.then);
            rank(indicator, &mut lines, |line| &mut line.now);
        }
        Some(Self { indicator, currency: later.currency, from, to, own: lines[own], lines })
    }

    /// Whether a line is that of the own enterprise.
    pub fn is_own(&self, line: &Line<'_>) -> bool {
        line.enterprise.id == self.own.enterprise.id
    }

    /// Those that the own enterprise stood behind and is ahead of now, and those that it stood ahead of and is behind now.
    /// Empty where nothing says what is better.
    pub fn passed(&self) -> [Vec<&'a Enterprise>; 2] {
        let direction = &self.indicator.direction;
        if !comparison::is_ranked(direction) {
            return [Vec::new(), Vec::new()];
        }
        let better = |a: &Place, b: &Place| {
            comparison::standing(direction, a.known.value)
                .cmp(&comparison::standing(direction, b.known.value))
        };
        let who = |before, after| {
            let passed = self.lines.iter().filter(|other| {
                better(&self.own.then, &other.then) == before && better(&self.own.now, &other.now) == after
            });
            passed.map(|line| line.enterprise).collect()
        };
        [
            who(std::cmp::Ordering::Less, std::cmp::Ordering::Greater),
            who(std::cmp::Ordering::Greater, std::cmp::Ordering::Less),
        ]
    }
}

/// Ranks of the places that `of` picks.
fn rank<'a>(
    indicator: &Indicator,
    lines: &mut [Line<'a>],
    of: for<'l> fn(&'l mut Line<'a>) -> &'l mut Place,
) {
    let standings: Vec<Option<Decimal>> = lines
        .iter_mut()
        .map(|line| comparison::standing(&indicator.direction, of(line).known.value))
        .collect();
    let mut sorted = standings.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    for (line, standing) in lines.iter_mut().zip(standings) {
        // The number of better ones, and one.
        of(line).rank = Some(sorted.partition_point(|other| *other > standing) + 1);
    }
}

/// The first period, of the length of `to`, that `own` has and that at least half of the most have who have any of those.
fn first_common(entries: &[Entry<'_>], indicator: &Id, own: &Enterprise, to: Period) -> Option<Period> {
    let own = own.figures.observations.get(indicator)?;
    let earlier = series::values(own).map(|(at, _)| at).filter(|at| *at < to && at.grain() == to.grain());
    let has = |entry: &&Entry<'_>, at| {
        entry.enterprise.figures.observations.get(indicator).is_some_and(|s| series::at(s, at).is_some())
    };
    let counts = earlier.map(|at| (at, entries.iter().filter(|entry| has(entry, at)).count()));
    let counts: Vec<(Period, usize)> = counts.collect();
    let most = counts.iter().map(|(_, n)| *n).max()?;
    counts.into_iter().find(|(_, n)| n * 2 >= most).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Slope;
    use crate::base::Period;
    use crate::measure::Comparisons;
    use crate::measure::sample::{book, enterprise, figures, id, indicator, period, roe, series};
    use crate::model::{Casebook, Currency, Direction, Indicator, Unit};

    /// Enterprises `a`, `b`… in steel with these values of 2021 and 2024.
    fn steel(indicator: &Indicator, values: &[[&str; 2]]) -> Casebook {
        let names = ('a'..='z').map(String::from);
        let enterprises: Vec<_> = names
            .zip(values)
            .map(|(name, v)| {
                let own = series(&[("2021", v[0]), ("2024", v[1])]);
                enterprise(&name, "steel", figures(indicator, own))
            })
            .collect();
        book(indicator.clone(), enterprises)
    }

    fn told(book: &Casebook, own: &str, at: (Option<Period>, Option<Period>)) -> Option<String> {
        let comparisons = Comparisons::of(book);
        let slope = Slope::of(&comparisons, &id("roe"), book.enterprise(&id(own)), at)?;
        let rank = |rank: Option<usize>| rank.map_or("-".to_owned(), |r| r.to_string());
        let lines = slope
            .lines
            .iter()
            .map(|line| format!("{}{}>{}", line.enterprise.id, rank(line.then.rank), rank(line.now.rank)));
        let mut told = format!("{}..{} {}", slope.from, slope.to, lines.collect::<Vec<_>>().join(" "));
        for passed in slope.passed() {
            told.push('|');
            told.extend(passed.iter().map(|e| e.id.as_str()));
        }
        Some(told)
    }

    const SIX: [[&str; 2]; 6] = [["1", "6"], ["5", "5"], ["4", "4"], ["3", "7"], ["2", "4"], ["9", "?"]];

    #[test]
    fn ranks_are_among_those_with_both_values() {
        let book = steel(&roe(), &SIX);
        let found = told(&book, "a", (None, None));
        assert_eq!(found.as_deref(), Some("2021..2024 d3>1 a5>2 b1>3 c2>4 e4>4|bce|"));
        assert_eq!(told(&book, "b", (None, None)).unwrap().split_once('|').unwrap().1, "|da");
        // What it is about must have both.
        assert_eq!(told(&book, "f", (None, None)), None);
    }

    #[test]
    fn less_may_be_better_and_nothing_may_be() {
        let debt = indicator(Unit::Percent, 1, Direction::Decrease);
        let found = told(&steel(&debt, &SIX), "a", (None, None));
        assert_eq!(found.as_deref(), Some("2021..2024 c4>1 e2>1 b5>3 a1>4 d3>5||ceb"));
        let free = indicator(Unit::Percent, 1, Direction::None);
        let found = told(&steel(&free, &SIX), "a", (None, None)).unwrap();
        assert_eq!(found, "2021..2024 d->- a->- b->- c->- e->-||");
    }

    #[test]
    fn fewer_than_five_have_no_ranks_and_periods_can_be_named() {
        let few = steel(&roe(), &SIX[..3]);
        assert_eq!(told(&few, "a", (None, None)).unwrap(), "2021..2024 a->- b->- c->-|bc|");
        let at = |from: &str, to: &str| told(&few, "a", (Some(period(from)), Some(period(to))));
        assert!(at("2021", "2024").is_some());
        assert_eq!(at("2020", "2024"), None);
        assert_eq!(at("2024", "2021"), None);
    }

    #[test]
    fn money_of_another_currency_does_not_run_along() {
        let profit = indicator(Unit::Currency, 2, Direction::Increase);
        let mut book = steel(&profit, &SIX);
        Arc::make_mut(book.enterprises.get_mut(&id("a")).unwrap()).figures.currency = Currency::new("USD");
        assert_eq!(told(&book, "b", (None, None)).unwrap(), "2021..2024 d->- b->- c->- e->-||d");
        assert_eq!(told(&book, "a", (None, None)), None);
    }
}
