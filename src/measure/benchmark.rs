//! The benchmark that applies to a subject, with its values by period, wherever they come from.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{series, statistic};
use crate::base::{Decimal, Id, Lang, Period};
use crate::model::{
    Benchmark, BenchmarkKind, Casebook, Currency, Direction, Enterprise, Figures, Indicator, Statistic,
};

/// A benchmark and its values for one subject.
#[derive(Clone, Debug)]
pub struct BenchmarkSeries<'a> {
    /// The benchmark.
    pub benchmark: &'a Benchmark,
    /// Its value by period, in the indicator's unit and the subject's currency.
    pub values: Cow<'a, BTreeMap<Period, Decimal>>,
}

impl BenchmarkSeries<'_> {
    /// Its value at a period.
    pub fn at(&self, period: Period) -> Option<Decimal> {
        self.values.get(&period).copied()
    }

    /// Whether it is something that a subject can be ahead of or behind: not a limit, which is to be kept, not its own past,
    /// and not a level or range to be held.
    pub fn is_rival(&self, direction: &Direction) -> bool {
        let other = match self.benchmark.kind {
            BenchmarkKind::Enterprise
            | BenchmarkKind::PeerStatistic { .. }
            | BenchmarkKind::Ladder { .. } => true,
            BenchmarkKind::Limit | BenchmarkKind::OwnPast { .. } => false,
        };
        other && matches!(direction, Direction::Increase | Direction::Decrease)
    }

    /// Its name for readers.
    pub fn label(&self, lang: Lang) -> &str {
        self.benchmark.label.text(lang)
    }
}

/// The benchmark set for `indicator` of a subject with these figures.
pub fn series<'a>(book: &'a Casebook, figures: &Figures, indicator: &Id) -> Option<BenchmarkSeries<'a>> {
    series_of(book, book.benchmark(figures, indicator)?, figures)
}

/// The values of a certain benchmark for a subject with these figures. None where it cannot be held against them:
/// money in another currency is never converted.
pub fn series_of<'a>(
    book: &'a Casebook,
    benchmark: &'a Benchmark,
    figures: &Figures,
) -> Option<BenchmarkSeries<'a>> {
    let indicator = book.indicators.get(&benchmark.indicator)?;
    if indicator.unit.is_money() && differ(benchmark.currency, figures.currency) {
        return None;
    }
    let values = match &benchmark.kind {
        BenchmarkKind::OwnPast { period } => Cow::Owned(own_past(*period, figures, &indicator.id)),
        BenchmarkKind::PeerStatistic { computed: true, .. } if benchmark.values.is_empty() => {
            let peers = peer_values(benchmark, indicator, &book.enterprises, figures.currency);
            Cow::Owned(peers)
        }
        BenchmarkKind::Ladder { bands } if benchmark.values.is_empty() => {
            Cow::Owned(bands.iter().map(|(period, bands)| (*period, bands.excellent)).collect())
        }
        BenchmarkKind::Enterprise
        | BenchmarkKind::PeerStatistic { .. }
        | BenchmarkKind::Ladder { .. }
        | BenchmarkKind::Limit => Cow::Borrowed(&benchmark.values),
    };
    Some(BenchmarkSeries { benchmark, values })
}

/// The values of a statistic over peers, for each period in which at least five of them have a public value.
///
/// Money counts only in the benchmark's currency; if that is not given, in `currency`.
/// Empty for a benchmark of another kind.
pub fn peer_values(
    benchmark: &Benchmark,
    indicator: &Indicator,
    enterprises: &BTreeMap<Id, Arc<Enterprise>>,
    currency: Option<Currency>,
) -> BTreeMap<Period, Decimal> {
    let BenchmarkKind::PeerStatistic { statistic, .. } = &benchmark.kind else { return BTreeMap::new() };
    let known = peers_by_period(benchmark, indicator, enterprises, currency);
    let over =
        |peers: Vec<(&Id, Decimal)>| over_peers(*statistic, peers.into_iter().map(|(_, v)| v).collect());
    known.into_iter().filter_map(|(at, peers)| Some((at, over(peers)?))).collect()
}

/// The peers of a statistic that have a public value, with it, for each period in which one has; otherwise as
/// [`peer_values`].
pub fn peers_by_period<'a>(
    benchmark: &'a Benchmark,
    indicator: &Indicator,
    enterprises: &BTreeMap<Id, Arc<Enterprise>>,
    currency: Option<Currency>,
) -> BTreeMap<Period, Vec<(&'a Id, Decimal)>> {
    let BenchmarkKind::PeerStatistic { peers, .. } = &benchmark.kind else { return BTreeMap::new() };
    let currency = benchmark.currency.or(currency);
    let mut by_period: BTreeMap<Period, Vec<(&Id, Decimal)>> = BTreeMap::new();
    for (peer, figures) in peers.iter().filter_map(|peer| Some((peer, &enterprises.get(peer)?.figures))) {
        if indicator.unit.is_money() && differ(currency, figures.currency) {
            continue;
        }
        for (period, value) in figures.observations.get(&indicator.id).into_iter().flat_map(series::values) {
            by_period.entry(period).or_default().push((peer, value));
        }
    }
    by_period
}

fn over_peers(statistic: Statistic, mut values: Vec<Decimal>) -> Option<Decimal> {
    if values.len() < statistic::FEWEST {
        return None;
    }
    values.sort_unstable();
    statistic::of_sorted(statistic, &values)
}

/// The subject's value of one period, held against every period that it has figures for.
fn own_past(period: Period, figures: &Figures, indicator: &Id) -> BTreeMap<Period, Decimal> {
    let Some(own) = figures.observations.get(indicator) else { return BTreeMap::new() };
    let Some(past) = series::at(own, period) else { return BTreeMap::new() };
    own.keys().map(|at| (*at, past)).collect()
}

/// Whether two currencies are known to be different ones.
fn differ(a: Option<Currency>, b: Option<Currency>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use std::collections::BTreeMap;

    use super::series;
    use crate::measure::sample::{
        benchmark, book, enterprise, figures, id, indicator, period, roe, series as observed, value,
    };
    use crate::model::{
        Bands, Benchmark, BenchmarkKind, Casebook, Currency, Direction, Figures, Indicator, Statistic, Unit,
    };

    /// The values that apply to a subject at 4 in 2019 and 9 in 2024, written `2019:4 2024:9`.
    fn applied(book: &Casebook, indicator: &Indicator) -> Option<String> {
        let own = Figures {
            benchmarks: [(id("roe"), id("world-class"))].into_iter().collect(),
            ..figures(indicator, observed(&[("2019", "4"), ("2023", "?"), ("2024", "9")]))
        };
        let found = series(book, &own, &id("roe"))?;
        let written: Vec<_> = found.values.iter().map(|(at, value)| format!("{at}:{value}")).collect();
        Some(written.join(" "))
    }

    fn with(indicator: Indicator, benchmark: Benchmark, peers: &[&str]) -> Casebook {
        let peers: Vec<_> = peers
            .iter()
            .enumerate()
            .map(|(i, v)| {
                enterprise(&format!("p{i}"), "steel", figures(&indicator, observed(&[("2024", v)])))
            })
            .collect();
        let mut book = book(indicator, peers);
        book.benchmarks.insert(benchmark.id.clone(), benchmark);
        book
    }

    fn median(given: &[(&str, &str)]) -> Benchmark {
        let peers = ["p0", "p1", "p2", "p3", "p4", "p5", "gone"].map(id).to_vec();
        let computed = given.is_empty();
        benchmark(
            BenchmarkKind::PeerStatistic { statistic: Statistic::Percentile(50), peers, computed },
            given,
        )
    }

    #[test]
    fn values_come_from_where_the_kind_says() {
        let given = [("2019", "10"), ("2024", "11")];
        let bands = |excellent: &str| {
            let [good, average, low, poor] = ["4", "3", "2", "1"].map(value);
            Bands { excellent: value(excellent), good, average, low, poor }
        };
        let ladder = BenchmarkKind::Ladder { bands: BTreeMap::from([(period("2024"), bands("12"))]) };
        let past = |at: &str| benchmark(BenchmarkKind::OwnPast { period: period(at) }, &[]);
        for (benchmark, expected) in [
            (benchmark(BenchmarkKind::Enterprise, &given), "2019:10 2024:11"),
            (benchmark(BenchmarkKind::Limit, &given), "2019:10 2024:11"),
            (benchmark(ladder.clone(), &[]), "2024:12"),
            (benchmark(ladder, &[("2024", "12.5")]), "2024:12.5"),
            (past("2019"), "2019:4 2023:4 2024:4"),
            (past("2023"), ""),
            (past("2018"), ""),
            (median(&given), "2019:10 2024:11"),
            (median(&[]), "2024:3"),
        ] {
            let kind = format!("{:?}", benchmark.kind);
            let book = with(roe(), benchmark, &["1", "2", "3", "4", "5"]);
            assert_eq!(applied(&book, &roe()).as_deref(), Some(expected), "{kind}");
        }
    }

    #[test]
    fn a_statistic_over_four_peers_is_not_published() {
        for peers in [&["1", "2", "3", "4"][..], &["1", "2", "3", "4", "x", "?"]] {
            assert_eq!(applied(&with(roe(), median(&[]), peers), &roe()).as_deref(), Some(""), "{peers:?}");
        }
    }

    #[test]
    fn money_in_another_currency_is_no_benchmark() {
        let profit = indicator(Unit::Currency, 2, Direction::Increase);
        let in_dollars = |benchmark: Benchmark| Benchmark { currency: Currency::new("USD"), ..benchmark };
        let given = benchmark(BenchmarkKind::Enterprise, &[("2024", "11")]);
        assert_eq!(applied(&with(profit.clone(), in_dollars(given.clone()), &[]), &profit), None);
        assert_eq!(applied(&with(roe(), in_dollars(given), &[]), &roe()).as_deref(), Some("2024:11"));

        // Of six peers one reports in dollars: its number is not among those of which the median is taken.
        let mut book = with(profit.clone(), median(&[]), &["1", "2", "3", "4", "5", "600"]);
        Arc::make_mut(book.enterprises.get_mut(&id("p5")).unwrap()).figures.currency = Currency::new("USD");
        assert_eq!(applied(&book, &profit).as_deref(), Some("2024:3"));
    }
}
