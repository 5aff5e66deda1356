//! The figures of an enterprise or case: units, currencies and sources that fit, and nothing that is withheld.

use std::collections::BTreeMap;

use super::definitions::can_be_scaled;
use super::names::Names;
use super::{Edition, bridge};
use crate::base::problem::Kind;
use crate::base::{Id, Notes, Period, Place, Problem, Span};
use crate::model::{Benchmark, Enterprise, Figures, Indicator, Observation, Series, Target, Terms, Value};
use crate::read::{Figure, FiguresDraft, ObservationDraft, SeriesDraft, Spanned, TargetDraft};

/// What figures are checked against.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) indicators: &'a BTreeMap<Id, Indicator>,
    pub(super) benchmarks: &'a BTreeMap<Id, Benchmark>,
    pub(super) industries: &'a Terms,
}

/// Who links one file of figures: many do so at once.
pub(super) struct Clerk<'a> {
    pub(super) names: &'a Names,
    pub(super) notes: Notes,
    pub(super) edition: Edition,
}

/// Links one file of figures. `industry` is the enterprise's.
///
/// `above` is what a case falls back on: its enterprise.
pub(super) fn figures(
    clerk: &mut Clerk<'_>,
    draft: &FiguresDraft,
    ground: &Ground<'_>,
    industry: Option<&Id>,
    above: Option<&Enterprise>,
) -> Figures {
    let mut figures = Figures { currency: draft.currency.map(|c| c.value), ..Figures::default() };
    let observed = draft.observations.iter().filter_map(|series| {
        let indicator = indicator(clerk, draft, &series.indicator, ground)?;
        check_money(clerk, draft, series.indicator.span, indicator);
        check_scale(clerk, draft, series.scale, indicator);
        Some((indicator.id.clone(), observations(clerk, draft, series, indicator)))
    });
    figures.observations = observed.collect();
    let targets = draft.targets.iter().filter_map(|target| {
        let indicator = indicator(clerk, draft, &target.indicator, ground)?;
        check_money(clerk, draft, target.indicator.span, indicator);
        check_scale(clerk, draft, target.scale, indicator);
        let series = figures.observations.get(&indicator.id);
        Some((indicator.id.clone(), self::target(clerk, draft, target, series, indicator)))
    });
    figures.targets = targets.collect();
    let benchmarks = draft.benchmarks.iter().filter_map(|(indicator_id, benchmark_id)| {
        let indicator = indicator(clerk, draft, indicator_id, ground)?;
        if !clerk.names.check(&mut clerk.notes, &draft.path, Kind::Benchmark, benchmark_id) {
            return None;
        }
        let benchmark = ground.benchmarks.get(&benchmark_id.value)?;
        let fits = check_benchmark(clerk, draft, indicator, benchmark, benchmark_id.span, ground, industry);
        fits.then(|| (indicator.id.clone(), benchmark.id.clone()))
    });
    figures.benchmarks = benchmarks.collect();
    let bridges = draft.bridges.iter().filter_map(|given| {
        let indicator = indicator(clerk, draft, &given.indicator, ground)?;
        check_scale(clerk, draft, given.scale, indicator);
        Some((indicator.id.clone(), bridge::bridge(clerk, draft, given, indicator, &figures, above)?))
    });
    figures.bridges = bridges.collect();
    figures
}

/// The indicator that a key names, if it exists and could be read.
fn indicator<'a>(
    clerk: &mut Clerk<'_>,
    draft: &FiguresDraft,
    id: &Spanned<Id>,
    ground: &Ground<'a>,
) -> Option<&'a Indicator> {
    clerk.names.check(&mut clerk.notes, &draft.path, Kind::Indicator, id);
    ground.indicators.get(&id.value)
}

fn check_money(clerk: &mut Clerk<'_>, draft: &FiguresDraft, span: Span, indicator: &Indicator) {
    if indicator.unit.is_money() && draft.currency.is_none() {
        let problem = Problem::CurrencyMissing { indicator: indicator.id.to_string() };
        clerk.notes.add(Place::new(&draft.path, span), problem);
    }
}

fn check_scale(clerk: &mut Clerk<'_>, draft: &FiguresDraft, scale: Option<Span>, indicator: &Indicator) {
    if let Some(span) = scale.filter(|_| !can_be_scaled(&indicator.unit)) {
        let problem = Problem::ScaleMisplaced { indicator: indicator.id.to_string() };
        clerk.notes.add(Place::new(&draft.path, span), problem);
    }
}

fn observations(
    clerk: &mut Clerk<'_>,
    draft: &FiguresDraft,
    series: &SeriesDraft,
    indicator: &Indicator,
) -> Series {
    series.observations.iter().map(|o| (o.period.value, observation(clerk, draft, o, indicator))).collect()
}

/// One observation. A figure that is withheld in this edition ends here, and its note, its source and its place
/// there with it.
fn observation(
    clerk: &mut Clerk<'_>,
    draft: &FiguresDraft,
    given: &ObservationDraft,
    indicator: &Indicator,
) -> Observation {
    let at = |span| Place::new(&draft.path, span);
    let value = match &given.figure.value {
        Figure::Known(value) => Value::Known(*value),
        Figure::NotAvailable => Value::NotAvailable,
        Figure::Embargoed(embargo) if embargo.until <= clerk.edition.at => {
            embargo.value.map_or(Value::NotAvailable, Value::Known)
        }
        Figure::Confidential | Figure::Embargoed(_) => Value::NotDisclosed,
    };
    if let Value::Known(value) = value {
        if value.is_sign_negative() && !value.is_zero() && !indicator.can_be_negative {
            let problem = Problem::ValueNegative { indicator: indicator.id.to_string() };
            clerk.notes.add(at(given.figure.span), problem);
        }
        if given.source.is_none() {
            let (indicator, period) = (indicator.id.to_string(), given.period.value.to_string());
            clerk.notes.add(at(given.figure.span), Problem::SourceMissing { indicator, period });
        }
    }
    let source = source(clerk, draft, given.source.as_ref());
    if value == Value::NotDisclosed {
        return Observation { value, basis: given.basis, source: None, locator: None, note: None };
    }
    Observation {
        value,
        basis: given.basis,
        source,
        locator: given.locator.clone(),
        note: given.note.clone(),
    }
}

fn target(
    clerk: &mut Clerk<'_>,
    draft: &FiguresDraft,
    given: &TargetDraft,
    series: Option<&Series>,
    indicator: &Indicator,
) -> Target {
    if let Some(baseline) = &given.baseline {
        let is_comparable = |(to, _): &(Spanned<Period>, _)| to.value.grain() == baseline.value.grain();
        if let Some((to, _)) = given.values.last().filter(|_| !given.values.iter().any(is_comparable)) {
            let (from, to) = (baseline.value.to_string(), to.value.to_string());
            clerk.notes.add(Place::new(&draft.path, baseline.span), Problem::PeriodsUnequal { from, to });
        }
        let known = series.and_then(|s| s.get(&baseline.value)).and_then(|o| o.value.known());
        if known.is_none() {
            let (indicator, period) = (indicator.id.to_string(), baseline.value.to_string());
            let place = Place::new(&draft.path, baseline.span);
            clerk.notes.add(place, Problem::BaselineAbsent { indicator, period });
        }
    }
    Target {
        baseline: given.baseline.as_ref().map(|b| b.value),
        values: given.values.iter().map(|(p, v)| (p.value, v.value)).collect(),
        path: given.path,
        source: source(clerk, draft, given.source.as_ref()),
        locator: given.locator.clone(),
    }
}

/// The source of something in a file of figures, if there is such a source.
pub(super) fn source(clerk: &mut Clerk<'_>, draft: &FiguresDraft, named: Option<&Spanned<Id>>) -> Option<Id> {
    let named = named.filter(|id| clerk.names.check(&mut clerk.notes, &draft.path, Kind::Source, id))?;
    Some(clerk.names.shared(Kind::Source, &named.value))
}

/// Whether a benchmark may stand beside these figures. Different units or currencies are refused, not converted.
fn check_benchmark(
    clerk: &mut Clerk<'_>,
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
        clerk.notes.add(place, problem);
        return false;
    }
    if let (true, Some(ours), Some(theirs)) = (indicator.unit.is_money(), &draft.currency, benchmark.currency)
        && ours.value != theirs
    {
        let problem = Problem::CurrencyDiffers { ours: ours.value.to_string(), theirs: theirs.to_string() };
        clerk.notes.add(place, problem);
        return false;
    }
    if let (Some(ours), Some(theirs)) = (industry, &benchmark.industry)
        && !ground.industries.is_within(ours, theirs)
        && !ground.industries.is_within(theirs, ours)
    {
        let (benchmark, industry) = (benchmark.id.to_string(), theirs.to_string());
        clerk.notes.add(place, Problem::BenchmarkOfOtherIndustry { benchmark, industry });
    }
    true
}
