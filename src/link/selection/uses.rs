//! Where a case shows figures of its own indicators: in its facts, in sentences, in charts.

use super::Marks;
use crate::base::{Grain, Id, Period, SourcePath, Span};
use crate::link::Asked;
use crate::measure::selection::Measure;
use crate::measure::series;
use crate::measure::{benchmark, gap};
use crate::model::{Ask, Case, Casebook, ChartBlock, ChartKind, Claim, Figures, Series};

/// One place where figures of one indicator are shown.
pub(super) struct Use<'a> {
    pub(super) indicator: &'a Id,
    pub(super) figures: &'a Figures,
    /// Whether they are the case's own, and not its enterprise's.
    of_case: bool,
    /// Where: the file …
    pub(super) path: &'a SourcePath,
    /// … and the place in it.
    pub(super) span: Span,
    /// The language's text, if it stands in one and not among the facts.
    pub(super) in_text: bool,
    /// The periods whose own value it shows.
    pub(super) values: Vec<Period>,
    /// From where to where it counts, and what.
    pub(super) count: Option<(Period, Period, Measure)>,
    /// The benchmark beside them, and at which periods.
    pub(super) benchmark: Option<(&'a Id, Vec<Period>)>,
    /// Where a chart ends by its author's wish.
    pub(super) ends: Option<Period>,
}

impl<'a> Use<'a> {
    /// What is shown: the same indicator of the case and of its enterprise are two things.
    pub(super) fn subject(&self) -> (&'a Id, bool) {
        (self.indicator, self.of_case)
    }

    pub(super) fn series(&self) -> Option<&'a Series> {
        self.figures.observations.get(self.indicator)
    }

    /// The same where the page draws all of its course beside the benchmark without being asked.
    fn over_its_course(mut self) -> Self {
        if let (Some(series), Some((_, at))) = (self.series(), &mut self.benchmark) {
            *at = series::values(series).map(|(at, _)| at).collect();
        }
        self
    }
}

/// All of them: those of the facts first, then text by text in the order of its charts and figures.
pub(super) fn of<'a>(
    book: &'a Casebook,
    case: &'a Case,
    marks: &'a Marks,
    texts: &[&'a Asked],
) -> Vec<Use<'a>> {
    let ground = Ground { book, case };
    let mut all = Vec::new();
    for (i, (id, span)) in case.indicators.iter().zip(&marks.indicators).enumerate() {
        let shown = ground.lead(id, &marks.path, *span);
        all.extend(if i == 0 { shown.map(Use::over_its_course) } else { shown });
    }
    for (contribution, span) in case.contributions.iter().zip(&marks.contributions) {
        let count = Some((contribution.from, contribution.to, Measure::Value));
        let shown = ground.shown(&contribution.indicator, &marks.path, *span);
        all.extend(shown.map(|shown| Use { count, ..shown }));
    }
    for asked in texts {
        let claims = asked.claims.iter().chain(asked.asserts.iter().map(|assert| &assert.claim));
        for claim in claims {
            all.extend(ground.claim(&claim.value, &asked.path, claim.span));
        }
        let text = case.texts.iter().map(|(_, text)| text).find(|text| text.prose.path == asked.path);
        for (chart, (span, _)) in text.into_iter().flat_map(|text| text.charts.iter().zip(&asked.charts)) {
            let indicators = match chart.kind {
                ChartKind::Scorecard | ChartKind::Dumbbell if chart.indicators.is_empty() => &case.indicators,
                _ => &chart.indicators,
            };
            all.extend(indicators.iter().filter_map(|id| ground.chart(chart, id, &asked.path, *span)));
        }
    }
    all
}

#[derive(Clone, Copy)]
struct Ground<'a> {
    book: &'a Casebook,
    case: &'a Case,
}

impl<'a> Ground<'a> {
    /// Figures of the case, else of its enterprise, with nothing said of them yet.
    fn shown(self, indicator: &'a Id, path: &'a SourcePath, span: Span) -> Option<Use<'a>> {
        self.book.indicators.get(indicator)?;
        let figures = self.book.figures_of(self.case, indicator);
        figures.observations.get(indicator)?;
        Some(Use {
            indicator,
            figures,
            of_case: std::ptr::eq(figures, &raw const self.case.figures),
            path,
            span,
            in_text: false,
            values: Vec::new(),
            count: None,
            benchmark: None,
            ends: None,
        })
    }

    /// One of the case's own indicators: its tile counts from the target's baseline, and holds the latest value against the
    /// benchmark.
    fn lead(self, indicator: &'a Id, path: &'a SourcePath, span: Span) -> Option<Use<'a>> {
        let shown = self.shown(indicator, path, span)?;
        let (latest, _) = series::latest(shown.series()?)?;
        let baseline = shown.figures.targets.get(indicator).and_then(|target| target.baseline);
        let count = baseline.map(|baseline| (baseline, latest, Measure::Value));
        let benchmark = shown.figures.benchmarks.get(indicator).map(|id| (id, vec![latest]));
        Some(Use { count, benchmark, ..shown })
    }

    /// A figure in a sentence; of another enterprise or case it is no choice among this one's.
    fn claim(self, claim: &'a Claim, path: &'a SourcePath, span: Span) -> Option<Use<'a>> {
        let mut shown = self.shown(&claim.indicator, path, span)?;
        if let Some(subject) = &claim.subject {
            if *subject == self.case.enterprise {
                (shown.figures, shown.of_case) = (&self.book.enterprise(subject).figures, false);
            } else if *subject != self.case.id {
                return None;
            }
        }
        let held = |at: Vec<Period>| shown.figures.benchmarks.get(&claim.indicator).map(|id| (id, at));
        let (values, count, benchmark) = match claim.ask {
            Ask::Value(at) | Ask::Rank(at) => (vec![at], None, None),
            Ask::Change(from, to) | Ask::Growth(from, to) | Ask::Multiple(from, to) => {
                // The way between two ends shows neither of them.
                (Vec::new(), Some((from, to, Measure::Value)), None)
            }
            Ask::Gap(at) => (vec![at], None, held(vec![at])),
            Ask::GapClosed(at) => {
                let declared = shown.figures.targets.get(&claim.indicator).and_then(|target| target.baseline);
                let series = benchmark::series(self.book, shown.figures, &claim.indicator);
                let from = gap::baseline(
                    shown.figures.targets.get(&claim.indicator),
                    shown.series()?,
                    series.as_ref(),
                    at,
                );
                // Without a baseline of the target the rule chooses it, and not the author.
                let count = declared.map(|from| (from, at, Measure::Gap));
                (vec![at], count, held(from.into_iter().chain([at]).collect()))
            }
            Ask::Benchmark(at) => (Vec::new(), None, held(vec![at])),
            Ask::Target(_) => (Vec::new(), None, None),
        };
        Some(Use { in_text: true, values, count, benchmark, ..shown })
    }

    fn chart(
        self,
        chart: &'a ChartBlock,
        indicator: &'a Id,
        path: &'a SourcePath,
        span: Span,
    ) -> Option<Use<'a>> {
        let shown = Use { in_text: true, ..self.shown(indicator, path, span)? };
        let held = chart.benchmark.as_ref().or_else(|| shown.figures.benchmarks.get(indicator));
        let series = shown.series()?;
        let (latest, _) = series::latest(series)?;
        match chart.kind {
            ChartKind::Trend | ChartKind::Gap => {
                let measure = if chart.kind == ChartKind::Gap { Measure::Gap } else { Measure::Value };
                let within = |at: &Period| {
                    chart.from.is_none_or(|from| *at >= from) && chart.to.is_none_or(|to| *at <= to)
                };
                let known = || series::values(series).map(|(at, _)| at).filter(within);
                let grain = Grain::of_most(known())?;
                let values: Vec<Period> = known().filter(|at| at.grain() == grain).collect();
                let ends = values.first().copied().zip(values.last().copied());
                let count = ends.filter(|_| chart.from.is_some()).map(|(from, to)| (from, to, measure));
                Some(Use {
                    count,
                    benchmark: held.map(|id| (id, values.clone())),
                    ends: ends.filter(|_| chart.to.is_some()).map(|(_, to)| to),
                    values,
                    ..shown
                })
            }
            ChartKind::Bullet | ChartKind::Scorecard => {
                let at = chart.to.unwrap_or(latest);
                Some(Use {
                    values: vec![at],
                    benchmark: held.map(|id| (id, vec![at])),
                    ends: chart.to,
                    ..shown
                })
            }
            ChartKind::Dumbbell | ChartKind::Slope => {
                let to = chart.to.unwrap_or(latest);
                Some(Use {
                    // Where no period is named the rule chooses it, and not the author.
                    count: chart.from.map(|from| (from, to, Measure::Value)),
                    benchmark: held.map(|id| (id, vec![to])),
                    ends: chart.to,
                    values: chart.from.into_iter().chain([to]).collect(),
                    ..shown
                })
            }
            ChartKind::Bridge => {
                let bridge = self.book.bridge_of(self.case, indicator)?;
                let (from, to) = (bridge.from.at, bridge.to.at);
                Some(Use { count: Some((from, to, Measure::Value)), values: vec![from, to], ..shown })
            }
            ChartKind::Matrix | ChartKind::Timeline => None,
            ChartKind::Strip | ChartKind::Rank => {
                Some(Use { benchmark: held.map(|id| (id, Vec::new())), ..shown })
            }
        }
    }
}
