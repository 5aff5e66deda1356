//! One indicator of one subject, as a chart shows it.

use crate::base::{Grain, Id, Period};
use crate::measure::benchmark::{self, BenchmarkSeries};
use crate::model::{Basis, Casebook, Currency, Figures, Indicator, Known, Series, Target, Value};

/// One indicator of one subject, as a chart shows it.
#[derive(Clone, Debug)]
pub struct Story<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The currency of money values.
    pub currency: Option<Currency>,
    /// What was observed.
    pub series: &'a Series,
    /// What it is held against.
    pub benchmark: Option<BenchmarkSeries<'a>>,
    /// What is aimed at.
    pub target: Option<&'a Target>,
    /// The first period shown, if not the first there is.
    pub from: Option<Period>,
    /// The last period shown, if not the last there is.
    pub to: Option<Period>,
}

impl<'a> Story<'a> {
    /// All that `figures` have on an indicator, with the benchmark set for it. None if they have nothing.
    pub fn of(book: &'a Casebook, figures: &'a Figures, indicator: &Id) -> Option<Self> {
        Some(Self {
            indicator: book.indicators.get(indicator)?,
            currency: figures.currency,
            series: figures.observations.get(indicator)?,
            benchmark: benchmark::series(book, figures, indicator),
            target: figures.targets.get(indicator),
            from: None,
            to: None,
        })
    }

    /// The observations shown: of one length of period, because a half-year does not continue a row of years.
    pub(in crate::measure) fn shown(&self) -> Vec<Point> {
        let within =
            |at: Period| self.from.is_none_or(|from| at >= from) && self.to.is_none_or(|to| at <= to);
        let mut shown: Vec<_> = self
            .series
            .iter()
            .filter(|(at, _)| within(**at))
            .map(|(at, observation)| Point { at: *at, value: observation.value, basis: observation.basis })
            .collect();
        let known = shown.iter().filter(|point| point.value.known().is_some());
        let grain = Grain::of_most(known.map(|point| point.at))
            .or_else(|| Grain::of_most(shown.iter().map(|point| point.at)));
        shown.retain(|point| Some(point.at.grain()) == grain);
        shown
    }
}

/// An observation, known or missing.
#[derive(Clone, Copy, Debug)]
pub(in crate::measure) struct Point {
    pub(in crate::measure) at: Period,
    pub(super) value: Value,
    pub(super) basis: Basis,
}

impl Point {
    /// As a known value, if it is one.
    pub(in crate::measure) fn known(self) -> Option<Known> {
        Some(Known { at: self.at, value: self.value.known()?, basis: self.basis })
    }
}
