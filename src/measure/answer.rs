//! What the data say to a claim in prose.

use super::benchmark;
use super::comparison::Comparisons;
use super::gap;
use super::write::{self, Notation};
use crate::base::problem::NoFigure;
use crate::base::{Decimal, Id, Lang, Period, number};
use crate::model::{
    Ask, Case, Casebook, Claim, Currency, Direction, Enterprise, Figures, Indicator, Unit, Value,
};

/// A claim answered in one language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// The finished words, unescaped.
    pub text: String,
    /// The number behind them, see [`Resolved::value`], a quotient to six decimals; written with
    /// [`write::machine`].
    pub value: Decimal,
    /// The indicator it is about.
    pub indicator: Id,
    /// The period it is about; of two, the later.
    pub period: Period,
}

/// A claim answered, before any language.
#[derive(Clone, Copy, Debug)]
pub struct Resolved<'a> {
    /// Whose figures they are: where the evidence stands.
    pub whose: Whose<'a>,
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The currency of money values.
    pub currency: Option<Currency>,
    /// The period it is about; of two, the later.
    pub period: Period,
    /// What was found.
    pub reading: Reading,
}

/// Whose figures a claim speaks of.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    /// The case's own.
    Case(&'a Case),
    /// An enterprise's.
    Enterprise(&'a Enterprise),
}

impl<'a> Whose<'a> {
    /// The figures.
    pub fn figures(self) -> &'a Figures {
        match self {
            Self::Case(case) => &case.figures,
            Self::Enterprise(enterprise) => &enterprise.figures,
        }
    }

    /// The enterprise itself, or that of the case.
    fn enterprise(self, book: &'a Casebook) -> &'a Enterprise {
        match self {
            Self::Case(case) => book.enterprise(&case.enterprise),
            Self::Enterprise(enterprise) => enterprise,
        }
    }
}

fn whose<'a>(book: &'a Casebook, case: Option<&'a Case>, claim: &Claim) -> Option<Whose<'a>> {
    if let Some(enterprise) = claim.subject.as_ref().and_then(|id| book.enterprises.get(id)) {
        return Some(Whose::Enterprise(enterprise));
    }
    let case = match &claim.subject {
        Some(id) => book.cases.get(id)?,
        None => case?,
    };
    let has_own =
        case.figures.observations.contains_key(&claim.indicator) && !matches!(claim.ask, Ask::Rank(_));
    Some(if has_own { Whose::Case(case) } else { Whose::Enterprise(book.enterprise(&case.enterprise)) })
}

/// What was found, with the exact decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// A value, in the indicator's unit.
    Value(Decimal),
    /// The benchmark's value, likewise.
    Benchmark(Decimal),
    /// The target's value, likewise.
    Target(Decimal),
    /// The distance to the benchmark, likewise (percentages: percentage points); below zero where it is passed.
    Gap(Decimal),
    /// The way between two values, likewise.
    Change {
        /// The first value.
        from: Decimal,
        /// The second.
        to: Decimal,
    },
    /// The same as a share of the first.
    Growth {
        /// The first value, above zero.
        from: Decimal,
        /// The second.
        to: Decimal,
    },
    /// The second as a multiple of the first.
    Multiple {
        /// The first value, above zero.
        from: Decimal,
        /// The second, above zero.
        to: Decimal,
    },
    /// The share of the baseline's gap that is closed, 1 for all of it.
    GapClosed(Decimal),
    /// A rank from 1.
    Rank {
        /// The rank.
        rank: usize,
        /// Among how many.
        of: usize,
    },
}

impl Reading {
    /// Whether its number has no last decimal.
    fn is_quotient(self) -> bool {
        match self {
            Self::Growth { .. } | Self::Multiple { .. } | Self::GapClosed(_) => true,
            Self::Value(_)
            | Self::Benchmark(_)
            | Self::Target(_)
            | Self::Gap(_)
            | Self::Change { .. }
            | Self::Rank { .. } => false,
        }
    }
}

/// Answers a claim in a text about `case`, in the words of `lang`.
pub fn answer<'a>(
    comparisons: &Comparisons<'a>,
    case: Option<&'a Case>,
    claim: &Claim,
    lang: Lang,
) -> Result<Answer, NoFigure> {
    let resolved = resolve(comparisons, case, claim)?;
    let value = resolved.value();
    Ok(Answer {
        text: resolved.text(lang),
        value: if resolved.reading.is_quotient() { number::round(value, 6) } else { value },
        indicator: resolved.indicator.id.clone(),
        period: resolved.period,
    })
}

/// Answers a claim in a text about `case`; in a text about no case a claim has to name its subject.
///
/// The subject is the case where it has figures of its own for the indicator, else its enterprise; likewise for a case
/// that the claim names. Of an enterprise and a case with the same id the enterprise is meant. A rank is always the
/// enterprise's: projects are not ranked.
pub fn resolve<'a>(
    comparisons: &Comparisons<'a>,
    case: Option<&'a Case>,
    claim: &Claim,
) -> Result<Resolved<'a>, NoFigure> {
    let book = comparisons.book();
    let indicator = book.indicators.get(&claim.indicator).ok_or(NoFigure::Absent)?;
    let whose = whose(book, case, claim).ok_or(NoFigure::Absent)?;
    let of = Subject { comparisons, indicator, figures: whose.figures() };
    let (period, reading) = match claim.ask {
        Ask::Value(at) => (at, Reading::Value(of.value(at)?)),
        Ask::Benchmark(at) => (at, Reading::Benchmark(of.benchmark(at)?)),
        Ask::Target(at) => (at, Reading::Target(of.target(at)?)),
        Ask::Gap(at) => (at, Reading::Gap(of.gap(at)?)),
        Ask::GapClosed(at) => (at, Reading::GapClosed(of.gap_closed(at)?)),
        Ask::Change(from, to) => (to, of.change(from, to)?),
        Ask::Growth(from, to) => (to, of.growth(from, to)?),
        Ask::Multiple(from, to) => (to, of.multiple(from, to)?),
        Ask::Rank(at) => (at, rank(comparisons, indicator, whose.enterprise(book), at)?),
    };
    Ok(Resolved { whose, indicator, currency: of.figures.currency, period, reading })
}

impl Resolved<'_> {
    /// The number behind the words, exact where it is not a quotient. In the indicator's unit for values, gaps and
    /// changes; in percent for growth and shares; a factor for a multiple; the rank.
    pub fn value(&self) -> Decimal {
        // What `resolve` lets through has an answer; zero only stands in for the one that cannot happen.
        let found = match self.reading {
            Reading::Value(v) | Reading::Benchmark(v) | Reading::Target(v) | Reading::Gap(v) => Some(v),
            Reading::Change { from, to } => to.checked_sub(from),
            Reading::Growth { from, to } => write::growth(from, to),
            Reading::Multiple { from, to } => write::multiple(from, to),
            Reading::GapClosed(share) => share.checked_mul(Decimal::ONE_HUNDRED),
            Reading::Rank { rank, .. } => Some(Decimal::from(rank)),
        };
        found.unwrap_or_default()
    }

    /// The finished words, unescaped.
    ///
    /// A share closed is a percentage also above 100: the author's sentence says what it is a share of.
    pub fn text(&self, lang: Lang) -> String {
        let notation = Notation::of(self.indicator, self.currency, lang);
        let unknown = || write::not_assessable(lang).to_owned();
        match self.reading {
            Reading::Value(v) | Reading::Benchmark(v) | Reading::Target(v) => notation.value(v),
            Reading::Gap(gap) => notation.difference(gap),
            Reading::Change { from, to } => notation.change(from, to),
            Reading::Growth { from, to } => notation.growth(from, to).unwrap_or_else(unknown),
            Reading::Multiple { from, to } => notation.multiple(from, to).unwrap_or_else(unknown),
            Reading::GapClosed(share) => write::percent(share, 1, lang),
            Reading::Rank { rank, of } => write::rank(rank, of, lang),
        }
    }
}

/// One indicator of one subject.
struct Subject<'c, 'a> {
    comparisons: &'c Comparisons<'a>,
    indicator: &'a Indicator,
    figures: &'a Figures,
}

impl Subject<'_, '_> {
    fn value(&self, at: Period) -> Result<Decimal, NoFigure> {
        let series = self.figures.observations.get(&self.indicator.id);
        match series.and_then(|series| series.get(&at)).ok_or(NoFigure::Absent)?.value {
            Value::Known(value) => Ok(value),
            Value::NotAvailable => Err(NoFigure::NotAvailable),
            Value::NotDisclosed => Err(NoFigure::NotDisclosed),
        }
    }

    fn benchmark_series(&self) -> Option<benchmark::BenchmarkSeries<'_>> {
        benchmark::series(self.comparisons.book(), self.figures, &self.indicator.id)
    }

    fn benchmark(&self, at: Period) -> Result<Decimal, NoFigure> {
        let series = self.benchmark_series().ok_or(NoFigure::NoBenchmark)?;
        series.at(at).ok_or(NoFigure::BenchmarkAbsent)
    }

    fn target(&self, at: Period) -> Result<Decimal, NoFigure> {
        let target = self.figures.targets.get(&self.indicator.id);
        target.and_then(|target| target.values.get(&at)).copied().ok_or(NoFigure::NoTarget)
    }

    /// What the value at a period is held against: nothing for a range, which is its own measure.
    fn reference(&self, at: Period) -> Result<Option<Decimal>, NoFigure> {
        match self.indicator.direction {
            Direction::None => Err(NoFigure::NoDirection),
            Direction::Range { .. } => Ok(None),
            Direction::Increase | Direction::Decrease | Direction::Hold { .. } => {
                self.benchmark(at).map(Some)
            }
        }
    }

    fn gap(&self, at: Period) -> Result<Decimal, NoFigure> {
        let value = self.value(at)?;
        let reference = self.reference(at)?;
        gap::distance(&self.indicator.direction, value, reference).ok_or(NoFigure::NoGapToClose)
    }

    fn gap_closed(&self, at: Period) -> Result<Decimal, NoFigure> {
        self.gap(at)?;
        let own = self.figures.observations.get(&self.indicator.id).ok_or(NoFigure::Absent)?;
        let target = self.figures.targets.get(&self.indicator.id);
        let benchmark = self.benchmark_series();
        let baseline = gap::baseline(target, own, benchmark.as_ref(), at).ok_or(NoFigure::NoGapToClose)?;
        self.gap(baseline)?;
        let movement = gap::movement(self.indicator, own, benchmark.as_ref(), baseline, at);
        let share = movement.and_then(|movement| movement.share_closed).ok_or(NoFigure::NoGapToClose)?;
        share.checked_mul(Decimal::ONE_HUNDRED).ok_or(NoFigure::NoGapToClose)?;
        Ok(share)
    }

    /// The values at both ends of something. That one of them is withheld is the answer, whatever is wrong with the other.
    fn ends(&self, from: Period, to: Period) -> Result<(Decimal, Decimal), NoFigure> {
        match (self.value(from), self.value(to)) {
            (_, Err(NoFigure::NotDisclosed)) => Err(NoFigure::NotDisclosed),
            (from, to) => Ok((from?, to?)),
        }
    }

    fn change(&self, from: Period, to: Period) -> Result<Reading, NoFigure> {
        let (from, to) = self.ends(from, to)?;
        // A difference beyond any decimal is a figure that nobody has.
        to.checked_sub(from).ok_or(NoFigure::NotAvailable)?;
        Ok(Reading::Change { from, to })
    }

    fn growth(&self, from: Period, to: Period) -> Result<Reading, NoFigure> {
        let (from, to) = self.ends(from, to)?;
        if self.indicator.unit == Unit::Percent {
            return Err(NoFigure::GrowthOfPercentage);
        }
        write::growth(from, to).ok_or(NoFigure::BaseNotPositive)?;
        Ok(Reading::Growth { from, to })
    }

    fn multiple(&self, from: Period, to: Period) -> Result<Reading, NoFigure> {
        let (from, to) = self.ends(from, to)?;
        write::multiple(from, to).ok_or(NoFigure::BaseNotPositive)?;
        Ok(Reading::Multiple { from, to })
    }
}

fn rank<'a>(
    comparisons: &Comparisons<'a>,
    indicator: &'a Indicator,
    enterprise: &'a Enterprise,
    at: Period,
) -> Result<Reading, NoFigure> {
    let own = enterprise.figures.observations.get(&indicator.id).and_then(|series| series.get(&at));
    match own.ok_or(NoFigure::Absent)?.value {
        Value::Known(_) => {}
        Value::NotAvailable => return Err(NoFigure::NotAvailable),
        Value::NotDisclosed => return Err(NoFigure::NotDisclosed),
    }
    if matches!(indicator.direction, Direction::None | Direction::Hold { .. }) {
        return Err(NoFigure::NoDirection);
    }
    let comparison = comparisons.at(&indicator.id, Some(&enterprise.industry), at);
    let rank = comparison.of(enterprise).and_then(|entry| entry.rank).ok_or(NoFigure::TooFew)?;
    Ok(Reading::Rank { rank, of: comparison.entries.len() })
}

#[cfg(test)]
mod tests {
    use super::{Comparisons, answer};
    use crate::base::problem::NoFigure;
    use crate::base::{Lang, Period};
    use crate::measure::sample::{
        benchmark, book, case, enterprise, figures, id, indicator, period, roe, series, target, value,
    };
    use crate::measure::write::machine;
    use crate::model::{Ask, BenchmarkKind, Casebook, Claim, Direction, Figures, Indicator, Unit};

    const OWN: [(&str, &str); 7] = [
        ("2019", "4.1"),
        ("2020", "x"),
        ("2021", "6.2"),
        ("2022", "0"),
        ("2023", "?"),
        ("2024", "9.4"),
        ("2025", "-1"),
    ];

    /// Hualan against the world, among six enterprises that stand at 1 to 5 in 2024.
    fn casebook(indicator: &Indicator) -> Casebook {
        let own = Figures {
            targets: [(id("roe"), target(Some("2021"), &[("2025", "10")]))].into_iter().collect(),
            benchmarks: [(id("roe"), id("world-class"))].into_iter().collect(),
            ..figures(indicator, series(&OWN))
        };
        let others = ["1", "2", "3", "4", "5"].map(|v| {
            enterprise(&format!("e{v}"), "steel", figures(indicator, series(&[("2024", v), ("2021", v)])))
        });
        let mut book =
            book(indicator.clone(), others.into_iter().chain([enterprise("hualan", "steel", own)]));
        let world =
            benchmark(BenchmarkKind::Enterprise, &[("2021", "12.1"), ("2024", "10.9"), ("2025", "11")]);
        book.benchmarks.insert(world.id.clone(), world);
        book
    }

    fn ask(book: &Casebook, subject: &str, ask: Ask) -> Result<(String, String, String), NoFigure> {
        let claim = Claim { subject: Some(id(subject)), indicator: id("roe"), ask };
        let comparisons = Comparisons::of(book);
        let zh = answer(&comparisons, None, &claim, Lang::ZH)?;
        let en = answer(&comparisons, None, &claim, Lang::EN)?;
        assert_eq!((zh.value, zh.period), (en.value, en.period));
        Ok((zh.text, en.text, machine(zh.value)))
    }

    fn at(text: &str) -> Period {
        period(text)
    }

    #[test]
    fn every_claim_has_its_words_and_its_number() {
        let percent = casebook(&roe());
        let money = casebook(&indicator(Unit::Currency, 2, Direction::Increase));
        for (book, asked, zh, en, number) in [
            (&percent, Ask::Value(at("2024")), "9.4%", "9.4%", "9.4"),
            (
                &percent,
                Ask::Change(at("2021"), at("2024")),
                "提高3.2个百分点",
                "up 3.2 percentage points",
                "3.2",
            ),
            (&percent, Ask::Gap(at("2021")), "5.9个百分点", "5.9 percentage points", "5.9"),
            (&percent, Ask::GapClosed(at("2024")), "74.6%", "74.6%", "74.576271"),
            (&percent, Ask::Benchmark(at("2024")), "10.9%", "10.9%", "10.9"),
            (&percent, Ask::Target(at("2025")), "10.0%", "10.0%", "10"),
            (&percent, Ask::Rank(at("2024")), "第1位，共6家", "1st of 6", "1"),
            (&percent, Ask::Multiple(at("2021"), at("2024")), "增长到1.5倍", "1.5 times as high", "1.516129"),
            (&money, Ask::Growth(at("2021"), at("2024")), "增长51.6%", "up 51.6%", "51.612903"),
            (&money, Ask::Growth(at("2021"), at("2025")), "下降116.1%", "down 116.1%", "-116.129032"),
            (&money, Ask::Change(at("2024"), at("2025")), "减少10.4元", "down CNY 10.40", "-10.4"),
        ] {
            assert_eq!(ask(book, "hualan", asked), Ok((zh.into(), en.into(), number.into())), "{asked:?}");
        }
    }

    #[test]
    fn what_cannot_be_said_is_refused_with_the_reason() {
        let percent = casebook(&roe());
        let money = casebook(&indicator(Unit::Currency, 2, Direction::Increase));
        let unjudged = casebook(&indicator(Unit::Percent, 1, Direction::None));
        for (book, subject, asked, reason) in [
            (&percent, "hualan", Ask::Value(at("2018")), NoFigure::Absent),
            (&percent, "nobody", Ask::Value(at("2024")), NoFigure::Absent),
            (&percent, "hualan", Ask::Value(at("2023")), NoFigure::NotAvailable),
            (&percent, "hualan", Ask::Value(at("2020")), NoFigure::NotDisclosed),
            (&percent, "hualan", Ask::Change(at("2020"), at("2024")), NoFigure::NotDisclosed),
            (&percent, "e1", Ask::Gap(at("2024")), NoFigure::NoBenchmark),
            (&percent, "hualan", Ask::Gap(at("2019")), NoFigure::BenchmarkAbsent),
            (&percent, "hualan", Ask::Target(at("2024")), NoFigure::NoTarget),
            (&percent, "hualan", Ask::Growth(at("2021"), at("2024")), NoFigure::GrowthOfPercentage),
            (&money, "hualan", Ask::Growth(at("2022"), at("2024")), NoFigure::BaseNotPositive),
            (&money, "hualan", Ask::Growth(at("2025"), at("2024")), NoFigure::BaseNotPositive),
            (&money, "hualan", Ask::Multiple(at("2024"), at("2025")), NoFigure::BaseNotPositive),
            (&unjudged, "hualan", Ask::Gap(at("2024")), NoFigure::NoDirection),
            (&unjudged, "hualan", Ask::Rank(at("2024")), NoFigure::NoDirection),
            (&percent, "hualan", Ask::Rank(at("2019")), NoFigure::TooFew),
            (&percent, "hualan", Ask::Rank(at("2023")), NoFigure::NotAvailable),
            (&percent, "e1", Ask::Rank(at("2018")), NoFigure::Absent),
        ] {
            assert_eq!(ask(book, subject, asked), Err(reason), "{subject} {asked:?}");
        }
    }

    #[test]
    fn there_is_no_gap_to_close_where_the_subject_was_ahead() {
        let mut book = casebook(&roe());
        let world = book.benchmarks.get_mut(&id("world-class")).unwrap();
        world.values.insert(at("2021"), value("5"));
        assert_eq!(ask(&book, "hualan", Ask::GapClosed(at("2024"))), Err(NoFigure::NoGapToClose));
    }

    #[test]
    fn a_case_speaks_of_its_own_figures_first_and_ranks_its_enterprise() {
        let book = casebook(&roe());
        let comparisons = Comparisons::of(&book);
        let story = case("hualan", figures(&roe(), series(&[("2024", "50")])));
        let without = case("hualan", Figures::default());
        let text = |case, subject: Option<&str>, ask| {
            let claim = Claim { subject: subject.map(id), indicator: id("roe"), ask };
            answer(&comparisons, Some(case), &claim, Lang::EN).map(|answer| answer.text)
        };
        assert_eq!(text(&story, None, Ask::Value(at("2024"))).as_deref(), Ok("50.0%"));
        assert_eq!(text(&story, None, Ask::Value(at("2021"))), Err(NoFigure::Absent));
        assert_eq!(text(&story, Some("hualan"), Ask::Value(at("2024"))).as_deref(), Ok("9.4%"));
        assert_eq!(text(&story, Some("e5"), Ask::Value(at("2024"))).as_deref(), Ok("5.0%"));
        assert_eq!(text(&story, None, Ask::Rank(at("2024"))).as_deref(), Ok("1st of 6"));
        assert_eq!(text(&without, None, Ask::Value(at("2024"))).as_deref(), Ok("9.4%"));
        let mut told = book.clone();
        told.cases.insert(id("pilot"), story.clone().into());
        let of_pilot = |ask| {
            let claim = Claim { subject: Some(id("pilot")), indicator: id("roe"), ask };
            answer(&Comparisons::of(&told), None, &claim, Lang::EN).map(|answer| answer.text)
        };
        assert_eq!(of_pilot(Ask::Value(at("2024"))).as_deref(), Ok("50.0%"));
        assert_eq!(of_pilot(Ask::Rank(at("2024"))).as_deref(), Ok("1st of 6"));
        let nobody = Claim { subject: None, indicator: id("roe"), ask: Ask::Value(at("2024")) };
        assert_eq!(answer(&comparisons, None, &nobody, Lang::EN), Err(NoFigure::Absent));
    }
}
