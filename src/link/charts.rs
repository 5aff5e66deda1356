//! Whether the charts of a text have something to show.

use super::{Asked, Linker};
use crate::base::problem::ChartLack;
use crate::base::{Id, Place, Problem};
use crate::measure::{Comparisons, Ends, Gaps, Slope, Story, benchmark};
use crate::model::{Asks, Case, Casebook, ChartBlock, ChartKind};

/// Notes every chart of a text that shows nothing, or not all it is asked for.
pub(super) fn check<'a>(linker: &mut Linker, asked: &Asked, case: &'a Case, comparisons: &Comparisons<'a>) {
    let Some((_, text)) = case.texts.iter().find(|(_, text)| text.prose.path == asked.path) else { return };
    for (chart, (span, benchmark_at)) in text.charts.iter().zip(&asked.charts) {
        if let Some(problem) = benchmark_of_other_indicator(comparisons.book(), chart) {
            linker.notes.add(Place::new(&asked.path, benchmark_at.unwrap_or(*span)), problem);
            continue;
        }
        for lack in lacks(comparisons, case, chart) {
            linker.notes.add(Place::new(&asked.path, *span), Problem::ChartWithoutData { lack });
        }
    }
}

/// A benchmark of return on assets says nothing of a profit.
fn benchmark_of_other_indicator(book: &Casebook, chart: &ChartBlock) -> Option<Problem> {
    let benchmark = book.benchmarks.get(chart.benchmark.as_ref()?)?;
    let indicator = chart.indicators.first().filter(|id| **id != benchmark.indicator)?;
    Some(Problem::BenchmarkOfOtherIndicator {
        benchmark: benchmark.id.to_string(),
        belongs_to: benchmark.indicator.to_string(),
        used_for: indicator.to_string(),
    })
}

/// What a chart lacks, for each of its indicators.
fn lacks<'a>(comparisons: &Comparisons<'a>, case: &'a Case, chart: &ChartBlock) -> Vec<ChartLack> {
    let book = comparisons.book();
    let named = if chart.indicators.is_empty() { &case.indicators } else { &chart.indicators };
    match chart.kind.asks() {
        Asks::One | Asks::Several => {
            // An indicator that does not exist has been told of.
            let known = named.iter().filter(|id| book.indicators.contains_key(*id));
            if named.is_empty() {
                return vec![ChartLack::Indicators];
            }
            // Of the case's own indicators some may have one figure only: then the others are shown.
            let lacks = known.filter_map(|id| lack(comparisons, case, chart, id)).collect::<Vec<_>>();
            if chart.indicators.is_empty() && lacks.len() < named.len() { Vec::new() } else { lacks }
        }
        Asks::Nothing => match chart.kind {
            ChartKind::Timeline if case.milestones.is_empty() => vec![ChartLack::Milestones],
            _ => Vec::new(),
        },
    }
}

fn lack<'a>(comparisons: &Comparisons<'a>, case: &'a Case, chart: &ChartBlock, id: &Id) -> Option<ChartLack> {
    let indicator = id.to_string();
    let story = story(comparisons.book(), case, chart, id);
    let Some(story) = story.filter(shows_a_figure) else { return Some(ChartLack::Figures { indicator }) };
    match chart.kind {
        ChartKind::Gap if Gaps::of(&story).is_none() => Some(ChartLack::Benchmark { indicator }),
        ChartKind::Dumbbell if Ends::of(&story).is_none() => Some(ChartLack::TwoPeriods { indicator }),
        ChartKind::Slope => {
            let enterprise = comparisons.book().enterprises.get(&case.enterprise)?;
            let periods = (chart.from, chart.to);
            let slope = Slope::of(comparisons, id, enterprise, periods);
            slope.is_none().then_some(ChartLack::TwoPeriods { indicator })
        }
        ChartKind::Bridge if comparisons.book().bridge_of(case, id).is_none() => {
            Some(ChartLack::Bridge { indicator })
        }
        _ => None,
    }
}

/// What a chart would tell of an indicator.
fn story<'a>(book: &'a Casebook, case: &'a Case, chart: &ChartBlock, id: &Id) -> Option<Story<'a>> {
    let figures = book.figures_of(case, id);
    let mut story = Story::of(book, figures, id)?;
    if let Some(other) = chart.benchmark.as_ref().and_then(|id| book.benchmarks.get(id)) {
        story.benchmark = benchmark::series_of(book, other, figures);
    }
    (story.from, story.to) = (chart.from, chart.to);
    Some(story)
}

/// Whether there is a known value in the periods that a chart shows.
fn shows_a_figure(story: &Story<'_>) -> bool {
    let within = |at| story.from.is_none_or(|from| at >= from) && story.to.is_none_or(|to| at <= to);
    story.series.iter().any(|(at, observation)| within(*at) && observation.value.known().is_some())
}
