//! The two lines, with their dots.

use super::{DOT, Data, MANY, Sample};
use crate::chart::axis::Scale;
use crate::chart::drawing::{Drawing, Spot, spot};
use crate::chart::runs::{self, Stop};

/// The own line and the benchmark in their places; `None` is a missing period.
pub(super) struct Lines {
    pub(super) own: Vec<Option<Stop>>,
    pub(super) benchmark: Vec<Option<Stop>>,
}

impl Lines {
    pub(super) fn of(data: &Data<'_>, x: Scale, y: Scale) -> Self {
        let stops = |samples: &[Option<Sample>]| {
            let stop = |s: &Sample| Stop { at: spot(x.place(s.x), y.place(s.y)), provisional: s.provisional };
            samples.iter().map(|sample| sample.as_ref().map(stop)).collect()
        };
        Lines { own: stops(&data.own), benchmark: stops(&data.benchmark) }
    }

    /// The straight pieces of both.
    pub(super) fn segments(&self) -> impl Iterator<Item = (Spot, Spot)> {
        runs::segments(&self.own).chain(runs::segments(&self.benchmark))
    }

    /// The dots of both.
    pub(super) fn dots(&self) -> impl Iterator<Item = Spot> {
        self.own.iter().chain(&self.benchmark).flatten().map(|stop| stop.at)
    }

    pub(super) fn draw(&self, drawing: &mut Drawing<'_>) {
        // The dashes of the benchmark lie on the own line: where both are the same, both are seen.
        let (own, benchmark) = (runs::ink(&self.own), runs::ink(&self.benchmark));
        drawing.path("own line", own.solid);
        drawing.path("own provisional line", own.dashed);
        drawing.path("benchmark line", benchmark.solid);
        drawing.path("benchmark provisional line", benchmark.dashed);
        drawing.dots("benchmark dots", with_last(benchmark.alone, &self.benchmark), DOT);
        for at in benchmark.hollow {
            drawing.ring("benchmark provisional ring", at, DOT / 2.0);
        }
        let dots = if self.own.len() <= MANY { own.dots } else { with_last(own.alone, &self.own) };
        drawing.dots("own dots", dots, DOT);
        for at in own.hollow {
            drawing.ring("own provisional ring", at, DOT / 2.0);
        }
    }
}

/// The dots, and one where the line ends, unless that is hollow.
fn with_last(mut dots: Vec<Spot>, stops: &[Option<Stop>]) -> Vec<Spot> {
    let last = stops.iter().rev().flatten().next().filter(|last| !last.provisional).map(|last| last.at);
    dots.extend(last.filter(|last| !dots.contains(last)));
    dots
}
