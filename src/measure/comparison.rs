//! Where the enterprises of an industry stand on an indicator: values, ranks, median and quartiles.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, OnceLock, RwLock};

use super::gap::distance;
use super::series;
use super::statistic;
use crate::base::{Decimal, Grain, Id, Period};
use crate::model::{Basis, Casebook, Currency, Direction, Enterprise, Indicator, Statistic};

/// All comparisons that can be asked of a casebook. Made once; each comparison is computed when it is first asked
/// for and then shared, so that ten thousand pages cost one sort per industry, indicator and period.
#[derive(Debug)]
pub struct Comparisons<'a> {
    book: &'a Casebook,
    everyone: Vec<&'a Enterprise>,
    by_industry: BTreeMap<&'a Id, Vec<&'a Enterprise>>,
    latest: Memory<Option<Period>>,
    found: Memory<Arc<Comparison<'a>>>,
}

/// Answers that have been given, by indicator, industry (none for everyone) and, where it matters, period.
type Memory<T> = RwLock<HashMap<(Id, Option<Id>, Option<Period>), Arc<OnceLock<T>>>>;

impl<'a> Comparisons<'a> {
    /// Sorts the enterprises into their industries, each into every wider industry too.
    pub fn of(book: &'a Casebook) -> Self {
        Self::among(book, |_| true)
    }

    /// The same of those enterprises alone that are `wanted`.
    pub fn among(book: &'a Casebook, wanted: impl Fn(&Enterprise) -> bool) -> Self {
        let everyone: Vec<&Enterprise> =
            book.enterprises.values().map(Arc::as_ref).filter(|e| wanted(e)).collect();
        let mut by_industry: BTreeMap<&Id, Vec<&Enterprise>> = BTreeMap::new();
        for enterprise in &everyone {
            for industry in book.vocabulary.industries.line_up(&enterprise.industry) {
                by_industry.entry(&industry.id).or_default().push(enterprise);
            }
        }
        Self { book, everyone, by_industry, latest: Memory::default(), found: Memory::default() }
    }

    /// The casebook they are about.
    pub fn book(&self) -> &'a Casebook {
        self.book
    }

    /// The enterprises of an industry and of everything under it, by id; of the whole casebook for none.
    pub fn enterprises(&self, industry: Option<&Id>) -> &[&'a Enterprise] {
        match industry {
            None => &self.everyone,
            Some(id) => self.by_industry.get(id).map_or(&[], Vec::as_slice),
        }
    }

    /// The period to compare at: see [`latest`]. None where nobody has a value.
    pub fn latest(&self, indicator: &Id, industry: Option<&Id>) -> Option<Period> {
        let key = (indicator.clone(), industry.cloned(), None);
        recall(&self.latest, key, || latest(indicator, self.enterprises(industry)))
    }

    /// The comparison at a period.
    pub fn at(&self, indicator: &Id, industry: Option<&Id>, period: Period) -> Arc<Comparison<'a>> {
        let key = (indicator.clone(), industry.cloned(), Some(period));
        recall(&self.found, key, || {
            Arc::new(compare(self.book.indicator(indicator), self.enterprises(industry), period))
        })
    }
}

fn recall<T: Clone>(
    memory: &Memory<T>,
    key: (Id, Option<Id>, Option<Period>),
    find: impl FnOnce() -> T,
) -> T {
    const UNHURT: &str = "nothing panics while the memory of comparisons is held";
    let known = memory.read().expect(UNHURT).get(&key).cloned();
    let cell = known.unwrap_or_else(|| memory.write().expect(UNHURT).entry(key).or_default().clone());
    // Outside the lock: others may go on, and whoever wants the same one waits for it instead of sorting too.
    cell.get_or_init(find).clone()
}

/// The enterprises that have a public value of one indicator at one period.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// What is compared.
    pub indicator: &'a Indicator,
    /// When.
    pub period: Period,
    /// The currency of money values: that of most of the enterprises.
    pub currency: Option<Currency>,
    /// The values, the best first; the highest first where nothing says what is better. Of equal ones by id.
    pub entries: Vec<Entry<'a>>,
    /// Those whose money is in another currency; nothing is converted.
    pub left_out: Vec<&'a Enterprise>,
    /// Median and quartiles. None for fewer than five values.
    pub statistics: Option<Statistics>,
}

/// One enterprise in a comparison.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The enterprise.
    pub enterprise: &'a Enterprise,
    /// Its value.
    pub value: Decimal,
    /// How sure that is.
    pub basis: Basis,
    /// Its rank from 1; equal values share one. None for fewer than five values, and where nothing says what is
    /// better for all of them alike.
    pub rank: Option<usize>,
}

/// What the values look like together (type 7, as in [`statistic::of_sorted`]).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Statistics {
    /// A quarter of the values is not above it.
    pub lower_quartile: Decimal,
    /// Half of them.
    pub median: Decimal,
    /// Three quarters of them.
    pub upper_quartile: Decimal,
}

impl<'a> Comparison<'a> {
    /// The entry of an enterprise.
    pub fn of(&self, enterprise: &Enterprise) -> Option<&Entry<'a>> {
        // The entries are sorted by value: a look-up per page must not cost a scan of the industry.
        let own = enterprise.figures.observations.get(&self.indicator.id)?;
        let standing = |value| self::standing(&self.indicator.direction, value);
        let sought = standing(series::at(own, self.period)?)?;
        let order = |entry: &Entry<'_>| {
            let theirs = standing(entry.value).expect("only what can be ordered is among the entries");
            sought.cmp(&theirs).then_with(|| entry.enterprise.id.cmp(&enterprise.id))
        };
        let at = self.entries.binary_search_by(order).ok()?;
        self.entries.get(at)
    }
}

/// The comparison of `enterprises` at a period.
pub fn compare<'a>(
    indicator: &'a Indicator,
    enterprises: &[&'a Enterprise],
    period: Period,
) -> Comparison<'a> {
    let mut valued = Vec::with_capacity(enterprises.len());
    for enterprise in enterprises {
        let observation = enterprise.figures.observations.get(&indicator.id).and_then(|s| s.get(&period));
        let Some((observation, value)) = observation.and_then(|o| Some((o, o.value.known()?))) else {
            continue;
        };
        let Some(standing) = standing(&indicator.direction, value) else { continue };
        valued.push((standing, Entry { enterprise, value, basis: observation.basis, rank: None }));
    }

    let mut left_out = Vec::new();
    let mut currency = None;
    if indicator.unit.is_money() {
        currency = most_common(valued.iter().filter_map(|(_, entry)| entry.enterprise.figures.currency));
        valued.retain(|(_, entry)| {
            let comparable = entry.enterprise.figures.currency == currency;
            if !comparable {
                left_out.push(entry.enterprise);
            }
            comparable
        });
    }

    valued.sort_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.enterprise.id.cmp(&y.enterprise.id)));
    let enough = valued.len() >= statistic::FEWEST;
    if enough && is_ranked(&indicator.direction) {
        let (mut rank, mut last) = (0, None);
        for (i, (standing, entry)) in valued.iter_mut().enumerate() {
            if last != Some(*standing) {
                (rank, last) = (i + 1, Some(*standing));
            }
            entry.rank = Some(rank);
        }
    }
    let entries: Vec<_> = valued.into_iter().map(|(_, entry)| entry).collect();
    let statistics = if enough { statistics(&entries) } else { None };
    Comparison { indicator, period, currency, entries, left_out, statistics }
}

/// The latest period for which at least half as many of `enterprises` have a value as for the period that most of
/// them have one for: the first early reporter of a year does not make an industry. Only periods of the length that
/// most values have.
pub fn latest(indicator: &Id, enterprises: &[&Enterprise]) -> Option<Period> {
    let mut counts: BTreeMap<Period, usize> = BTreeMap::new();
    for series in enterprises.iter().filter_map(|e| e.figures.observations.get(indicator)) {
        for (period, _) in series::values(series) {
            *counts.entry(period).or_default() += 1;
        }
    }
    let grain = Grain::of_most(counts.iter().flat_map(|(period, n)| std::iter::repeat_n(*period, *n)))?;
    counts.retain(|period, _| period.grain() == grain);
    let most = counts.values().max()?;
    counts.iter().rev().find(|(_, n)| **n * 2 >= *most).map(|(period, _)| *period)
}

/// A number that is greater for a better value; for what is not judged, the value itself.
pub(super) fn standing(direction: &Direction, value: Decimal) -> Option<Decimal> {
    match direction {
        Direction::Increase | Direction::None | Direction::Hold { .. } => Some(value),
        Direction::Decrease => Some(-value),
        Direction::Range { .. } => distance(direction, value, None).map(|off| -off),
    }
}

/// Whether one order is right for all: not for a value to be held at a reference that each has for itself.
pub(super) fn is_ranked(direction: &Direction) -> bool {
    match direction {
        Direction::Increase | Direction::Decrease | Direction::Range { .. } => true,
        Direction::Hold { .. } | Direction::None => false,
    }
}

fn statistics(entries: &[Entry<'_>]) -> Option<Statistics> {
    let mut values: Vec<_> = entries.iter().map(|entry| entry.value).collect();
    values.sort_unstable();
    let percentile = |n| statistic::of_sorted(Statistic::Percentile(n), &values);
    Some(Statistics {
        lower_quartile: percentile(25)?,
        median: percentile(50)?,
        upper_quartile: percentile(75)?,
    })
}

/// The currency that occurs most often, the first by its code of those that are level.
fn most_common(currencies: impl Iterator<Item = Currency>) -> Option<Currency> {
    let mut counts: BTreeMap<Currency, usize> = BTreeMap::new();
    for currency in currencies {
        *counts.entry(currency).or_default() += 1;
    }
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(currency, _)| currency)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::{Comparisons, latest};
    use crate::base::{Decimal, Id};
    use crate::measure::sample::{book, enterprise, figures, id, indicator, period, roe, series, value};
    use crate::model::{Casebook, Currency, Direction, Indicator, Unit};

    /// One enterprise for each value of 2024, named `a`, `b` and so on, in steel.
    fn steel(indicator: Indicator, values: &[&str]) -> Casebook {
        let names = ('a'..='z').map(String::from);
        let enterprises: Vec<_> = names
            .zip(values)
            .map(|(name, v)| enterprise(&name, "steel", figures(&indicator, series(&[("2024", v)]))))
            .collect();
        book(indicator, enterprises)
    }

    /// `a1 c2 b2`: names and ranks in order.
    fn order(book: &Casebook) -> String {
        let comparisons = Comparisons::of(book);
        let comparison = comparisons.at(&id("roe"), Some(&id("steel")), period("2024"));
        let entry = |e: &super::Entry<'_>| {
            format!("{}{}", e.enterprise.id, e.rank.map_or(String::new(), |rank| rank.to_string()))
        };
        comparison.entries.iter().map(entry).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_best_stands_first_and_equal_values_share_a_rank() {
        let values = ["9.4", "6.2", "11.8", "6.2", "-3", "?"];
        let ranked = |direction| order(&steel(indicator(Unit::Percent, 1, direction), &values));
        assert_eq!(ranked(Direction::Increase), "c1 a2 b3 d3 e5");
        assert_eq!(ranked(Direction::Decrease), "e1 b2 d2 a4 c5");
        assert_eq!(ranked(Direction::Range { min: value("6"), max: value("7") }), "b1 d1 a3 c4 e5");
        assert_eq!(ranked(Direction::None), "c a b d e");
        assert_eq!(ranked(Direction::Hold { within: value("1") }), "c a b d e");
    }

    #[test]
    fn fewer_than_five_values_are_only_listed() {
        let four = steel(roe(), &["1", "2", "3", "4", "x"]);
        assert_eq!(order(&four), "d c b a");
        let comparisons = Comparisons::of(&four);
        assert_eq!(comparisons.at(&id("roe"), None, period("2024")).statistics, None);
        let five = steel(roe(), &["1", "2", "4", "8", "16"]);
        let comparisons = Comparisons::of(&five);
        let found = comparisons.at(&id("roe"), None, period("2024")).statistics.unwrap();
        assert_eq!([found.lower_quartile, found.median, found.upper_quartile], ["2", "4", "8"].map(value));
        assert!(comparisons.at(&id("roe"), None, period("2023")).entries.is_empty());
    }

    #[test]
    fn an_industry_holds_the_enterprises_of_its_sub_industries() {
        let own = |v| figures(&roe(), series(&[("2024", v)]));
        let book = book(
            roe(),
            [
                enterprise("s", "steel", own("1")),
                enterprise("c", "copper", own("2")),
                enterprise("m", "metals", own("3")),
            ],
        );
        let comparisons = Comparisons::of(&book);
        let names = |industry: Option<&Id>| {
            comparisons.enterprises(industry).iter().map(|e| e.id.as_str()).collect::<String>()
        };
        assert_eq!(names(Some(&id("metals"))), "cms");
        assert_eq!(names(Some(&id("steel"))), "s");
        assert_eq!(names(Some(&id("nowhere"))), "");
        assert_eq!(names(None), "cms");
    }

    #[test]
    fn only_money_of_one_currency_is_compared() {
        let profit = indicator(Unit::Currency, 2, Direction::Increase);
        let mut book = steel(profit, &["5", "4", "3", "2", "1", "0.5"]);
        Arc::make_mut(book.enterprises.get_mut(&id("a")).unwrap()).figures.currency = Currency::new("USD");
        let comparisons = Comparisons::of(&book);
        let comparison = comparisons.at(&id("roe"), None, period("2024"));
        assert_eq!(comparison.currency, Some(Currency::CNY));
        assert_eq!(comparison.left_out.iter().map(|e| e.id.as_str()).collect::<String>(), "a");
        assert_eq!(comparison.entries.len(), 5);
        assert!(comparison.of(book.enterprise(&id("a"))).is_none());
        assert_eq!(comparison.of(book.enterprise(&id("c"))).unwrap().rank, Some(2));
    }

    #[test]
    fn the_first_early_reporter_does_not_make_an_industry() {
        let early = [("2023", "1"), ("2024", "2"), ("2025", "3")];
        let late = [("2023", "1"), ("2024", "2"), ("2025-H1", "3")];
        let book = book(
            roe(),
            ["a", "b", "c"].map(|name| {
                let values = if name == "a" { &early } else { &late };
                enterprise(name, "steel", figures(&roe(), series(values)))
            }),
        );
        let everyone: Vec<_> = book.enterprises.values().map(Arc::as_ref).collect();
        assert_eq!(latest(&id("roe"), &everyone), Some(period("2024")));
        assert_eq!(latest(&id("roe"), &everyone[..1]), Some(period("2025")));
        assert_eq!(latest(&id("roe"), &[]), None);
        assert_eq!(Comparisons::of(&book).latest(&id("roe"), Some(&id("metals"))), Some(period("2024")));
    }

    proptest! {
        #[test]
        fn a_rank_is_one_more_than_the_number_of_better_values(
            values in proptest::collection::vec(-20_i64..20, 5..60),
            decrease in any::<bool>(),
        ) {
            let direction = if decrease { Direction::Decrease } else { Direction::Increase };
            let indicator = indicator(Unit::Percent, 1, direction);
            let enterprises: Vec<_> = values.iter().enumerate().map(|(i, v)| {
                let text = v.to_string();
                enterprise(&format!("e{i}"), "steel", figures(&indicator, series(&[("2024", &text)])))
            }).collect();
            let book = book(indicator, enterprises);
            let comparisons = Comparisons::of(&book);
            let comparison = comparisons.at(&id("roe"), Some(&id("metals")), period("2024"));
            for (i, own) in values.iter().enumerate() {
                let better = values.iter().filter(|v| if decrease { *v < own } else { *v > own }).count();
                let entry = comparison.of(book.enterprise(&id(&format!("e{i}")))).unwrap();
                prop_assert_eq!((entry.rank, entry.value), (Some(better + 1), Decimal::from(*own)));
            }
        }
    }
}
