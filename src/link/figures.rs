//! The figures of an enterprise or case: units, currencies and sources that fit, and nothing that is withheld.

use std::collections::BTreeMap;

use super::definitions::can_be_scaled;
use super::{Linker, bridge};
use crate::base::problem::Kind;
use crate::base::{Decimal, Id, Period, Place, Problem, Span};
use crate::model::{Benchmark, Enterprise, Figures, Indicator, Observation, Series, Target, Terms, Value};
use crate::read::{Figure, FiguresDraft, ObservationDraft, SeriesDraft, Spanned, TargetDraft};

/// What figures are checked against.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) indicators: &'a BTreeMap<Id, Indicator>,
    pub(super) benchmarks: &'a BTreeMap<Id, Benchmark>,
    pub(super) industries: &'a Terms,
}

/// Links one file of figures. `industry` is the enterprise's.
///
/// `above` is what a case falls back on: its enterprise.
pub(super) fn figures(
    linker: &mut Linker,
    draft: &FiguresDraft,
    ground: &Ground<'_>,
    industry: Option<&Id>,
    above: Option<&Enterprise>,
) -> Figures {
    let mut figures = Figures { currency: draft.currency.map(|c| c.value), ..Figures::default() };
    for series in &draft.observations {
        if let Some(indicator) = indicator(linker, draft, &series.indicator, ground) {
            check_money(linker, draft, series.indicator.span, indicator);
            check_scale(linker, draft, series.scale, indicator);
            figures.observations.insert(indicator.id.clone(), observations(linker, draft, series, indicator));
        }
    }
    for target in &draft.targets {
        if let Some(indicator) = indicator(linker, draft, &target.indicator, ground) {
            check_money(linker, draft, target.indicator.span, indicator);
            check_scale(linker, draft, target.scale, indicator);
            let linked =
                self::target(linker, draft, target, figures.observations.get(&indicator.id), indicator);
            figures.targets.insert(indicator.id.clone(), linked);
        }
    }
    for (indicator_id, benchmark_id) in &draft.benchmarks {
        let Some(indicator) = indicator(linker, draft, indicator_id, ground) else { continue };
        if !linker.names.check(&mut linker.notes, &draft.path, Kind::Benchmark, benchmark_id) {
            continue;
        }
        let Some(benchmark) = ground.benchmarks.get(&benchmark_id.value) else { continue };
        if check_benchmark(linker, draft, indicator, benchmark, benchmark_id.span, ground, industry) {
            figures.benchmarks.insert(indicator.id.clone(), benchmark.id.clone());
        }
    }
    for given in &draft.bridges {
        if let Some(indicator) = indicator(linker, draft, &given.indicator, ground) {
            check_scale(linker, draft, given.scale, indicator);
            if let Some(bridge) = bridge::bridge(linker, draft, given, indicator, &figures, above) {
                figures.bridges.insert(indicator.id.clone(), bridge);
            }
        }
    }
    figures
}

/// The indicator that a key names, if it exists and could be read.
fn indicator<'a>(
    linker: &mut Linker,
    draft: &FiguresDraft,
    id: &Spanned<Id>,
    ground: &Ground<'a>,
) -> Option<&'a Indicator> {
    linker.names.check(&mut linker.notes, &draft.path, Kind::Indicator, id);
    ground.indicators.get(&id.value)
}

fn check_money(linker: &mut Linker, draft: &FiguresDraft, span: Span, indicator: &Indicator) {
    if indicator.unit.is_money() && draft.currency.is_none() {
        let problem = Problem::CurrencyMissing { indicator: indicator.id.to_string() };
        linker.notes.add(Place::new(&draft.path, span), problem);
    }
}

fn check_scale(linker: &mut Linker, draft: &FiguresDraft, scale: Option<Span>, indicator: &Indicator) {
    if let Some(span) = scale.filter(|_| !can_be_scaled(&indicator.unit)) {
        let problem = Problem::ScaleMisplaced { indicator: indicator.id.to_string() };
        linker.notes.add(Place::new(&draft.path, span), problem);
    }
}

fn observations(
    linker: &mut Linker,
    draft: &FiguresDraft,
    series: &SeriesDraft,
    indicator: &Indicator,
) -> Series {
    series.observations.iter().map(|o| (o.period.value, observation(linker, draft, o, indicator))).collect()
}

/// One observation. A figure that is withheld in this edition ends here, and its note, its source and its place
/// there with it.
fn observation(
    linker: &mut Linker,
    draft: &FiguresDraft,
    given: &ObservationDraft,
    indicator: &Indicator,
) -> Observation {
    let at = |span| Place::new(&draft.path, span);
    let value = match given.figure.value {
        Figure::Known(value) => Value::Known(value),
        Figure::NotAvailable => Value::NotAvailable,
        Figure::Embargoed { until, value } if until <= linker.edition.at => {
            value.map_or(Value::NotAvailable, Value::Known)
        }
        Figure::Confidential | Figure::Embargoed { .. } => Value::NotDisclosed,
    };
    if let Value::Known(value) = value {
        if value.is_sign_negative() && !value.is_zero() && !indicator.can_be_negative {
            let problem = Problem::ValueNegative { indicator: indicator.id.to_string() };
            linker.notes.add(at(given.figure.span), problem);
        }
        if given.source.is_none() {
            let (indicator, period) = (indicator.id.to_string(), given.period.value.to_string());
            linker.notes.add(at(given.figure.span), Problem::SourceMissing { indicator, period });
        }
    }
    let source =
        given.source.as_ref().filter(|s| linker.names.check(&mut linker.notes, &draft.path, Kind::Source, s));
    if value == Value::NotDisclosed {
        return Observation { value, basis: given.basis, source: None, locator: None, note: None };
    }
    Observation {
        value,
        basis: given.basis,
        source: source.map(|s| s.value.clone()),
        locator: given.locator.clone(),
        note: given.note.clone(),
    }
}

fn target(
    linker: &mut Linker,
    draft: &FiguresDraft,
    given: &TargetDraft,
    series: Option<&Series>,
    indicator: &Indicator,
) -> Target {
    if let Some(baseline) = &given.baseline {
        let known = series.and_then(|s| s.get(&baseline.value)).and_then(|o| o.value.known());
        if known.is_none() {
            let (indicator, period) = (indicator.id.to_string(), baseline.value.to_string());
            let place = Place::new(&draft.path, baseline.span);
            linker.notes.add(place, Problem::BaselineAbsent { indicator, period });
        }
    }
    let source =
        given.source.as_ref().filter(|s| linker.names.check(&mut linker.notes, &draft.path, Kind::Source, s));
    let values: BTreeMap<Period, Decimal> = given.values.iter().map(|(p, v)| (p.value, v.value)).collect();
    Target {
        baseline: given.baseline.as_ref().map(|b| b.value),
        values,
        path: given.path,
        source: source.map(|s| s.value.clone()),
        locator: given.locator.clone(),
    }
}

/// Whether a benchmark may stand beside these figures. Different units or currencies are refused, not converted.
fn check_benchmark(
    linker: &mut Linker,
    draft: &FiguresDraft,
    indicator: &Indicator,
    benchmark: &Benchmark,
    span: Span,
    ground: &Ground<'_>,
    industry: Option<&Id>,
) -> bool {
    let place = Place::new(&draft.path, span);
    if benchmark.indicator != indicator.id {
        let problem = Problem::BenchmarkOfOtherIndicator {
            benchmark: benchmark.id.to_string(),
            belongs_to: benchmark.indicator.to_string(),
            used_for: indicator.id.to_string(),
        };
        linker.notes.add(place, problem);
        return false;
    }
    if let (true, Some(ours), Some(theirs)) = (indicator.unit.is_money(), &draft.currency, benchmark.currency)
        && ours.value != theirs
    {
        let problem = Problem::CurrencyDiffers { ours: ours.value.to_string(), theirs: theirs.to_string() };
        linker.notes.add(place, problem);
        return false;
    }
    if let (Some(ours), Some(theirs)) = (industry, &benchmark.industry)
        && !ground.industries.is_within(ours, theirs)
        && !ground.industries.is_within(theirs, ours)
    {
        let (benchmark, industry) = (benchmark.id.to_string(), theirs.to_string());
        linker.notes.add(place, Problem::BenchmarkOfOtherIndustry { benchmark, industry });
    }
    true
}
