//! The area between two lines, cut where they cross.

use crate::chart::Better;
use crate::chart::drawing::{Spot, Step, spot};
use crate::chart::runs::Stop;

/// Areas by what they mean.
#[derive(Debug, Default)]
pub(super) struct Shade {
    pub(super) behind: Vec<Step>,
    pub(super) ahead: Vec<Step>,
    pub(super) unjudged: Vec<Step>,
}

/// The areas between the lines wherever both have two values in a row. Stops are aligned by period, y grows downwards.
pub(super) fn between(own: &[Option<Stop>], benchmark: &[Option<Stop>], better: Better) -> Shade {
    let mut shade = Shade::default();
    let mut open = Area::default();
    for (ours, theirs) in own.iter().zip(benchmark) {
        let (Some(ours), Some(theirs)) = (ours, theirs) else {
            open.close(&mut shade, better);
            continue;
        };
        if let Some((before, there_before)) = open.edge() {
            let (difference_before, difference) = (before.y - there_before.y, ours.at.y - theirs.at.y);
            if better != Better::Unjudged && difference_before * difference < 0.0 {
                let share = difference_before / (difference_before - difference);
                let crossing = spot(
                    before.x + (ours.at.x - before.x) * share,
                    before.y + (ours.at.y - before.y) * share,
                );
                open.push(crossing, crossing);
                open.close(&mut shade, better);
                open.push(crossing, crossing);
            }
        }
        open.push(ours.at, theirs.at);
    }
    open.close(&mut shade, better);
    shade
}

/// An area that is being drawn: along the own line, and back along the other.
#[derive(Default)]
struct Area {
    ours: Vec<Spot>,
    theirs: Vec<Spot>,
}

impl Area {
    fn edge(&self) -> Option<(Spot, Spot)> {
        Some((*self.ours.last()?, *self.theirs.last()?))
    }

    fn push(&mut self, ours: Spot, theirs: Spot) {
        self.ours.push(ours);
        self.theirs.push(theirs);
    }

    fn close(&mut self, shade: &mut Shade, better: Better) {
        // Positive: the own line is lower on the page.
        let lower: f64 = self.ours.iter().zip(&self.theirs).map(|(ours, theirs)| ours.y - theirs.y).sum();
        // Lines that lie on each other have nothing between them.
        let empty =
            self.ours.len() < 2 || self.ours.iter().zip(&self.theirs).all(|(a, b)| (a.y - b.y).abs() < 0.05);
        if !empty {
            let path = match better {
                Better::Unjudged => &mut shade.unjudged,
                Better::Up if lower > 0.0 => &mut shade.behind,
                Better::Down if lower < 0.0 => &mut shade.behind,
                Better::Up | Better::Down => &mut shade.ahead,
            };
            let outline = self.ours.iter().chain(self.theirs.iter().rev());
            path.extend(
                outline
                    .enumerate()
                    .map(|(at, &spot)| if at == 0 { Step::Move(spot) } else { Step::Line(spot) }),
            );
            path.push(Step::Close);
        }
        self.ours.clear();
        self.theirs.clear();
    }
}
