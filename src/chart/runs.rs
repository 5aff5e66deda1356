//! A series as strokes of a pen: a missing value lifts it, and a provisional one makes it dashed.

use super::drawing::{Spot, Step};

/// A value in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stop {
    pub(super) at: Spot,
    pub(super) provisional: bool,
}

/// What is drawn of one series.
#[derive(Debug, Default)]
pub(super) struct Ink {
    /// Between settled values.
    pub(super) solid: Vec<Step>,
    /// To and from provisional values.
    pub(super) dashed: Vec<Step>,
    /// Settled values.
    pub(super) dots: Vec<Spot>,
    /// Settled values without a neighbour: no line would show them.
    pub(super) alone: Vec<Spot>,
    /// Provisional values.
    pub(super) hollow: Vec<Spot>,
}

/// The strokes through the stops; `None` is a missing period.
pub(super) fn ink(stops: &[Option<Stop>]) -> Ink {
    let mut ink = Ink::default();
    for (index, stop) in stops.iter().enumerate() {
        let Some(stop) = stop else { continue };
        let before = index.checked_sub(1).and_then(|before| stops[before]);
        let after = stops.get(index + 1).copied().flatten();
        if stop.provisional {
            ink.hollow.push(stop.at);
        } else {
            ink.dots.push(stop.at);
            if before.is_none() && after.is_none() {
                ink.alone.push(stop.at);
            }
        }
        if let Some(before) = before {
            let path = if stop.provisional || before.provisional { &mut ink.dashed } else { &mut ink.solid };
            if path.last() != Some(&Step::Line(before.at)) {
                path.push(Step::Move(before.at));
            }
            path.push(Step::Line(stop.at));
        }
    }
    ink
}

/// The straight pieces of a line through the stops.
pub(super) fn segments(stops: &[Option<Stop>]) -> impl Iterator<Item = (Spot, Spot)> {
    stops.windows(2).filter_map(|pair| Some((pair[0]?.at, pair[1]?.at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::drawing::spot;

    fn stop(x: f64, provisional: bool) -> Stop {
        Stop { at: spot(x, x), provisional }
    }

    #[test]
    fn a_missing_value_lifts_the_pen() {
        let ink = ink(&[
            Some(stop(0.0, false)),
            Some(stop(1.0, false)),
            None,
            Some(stop(3.0, false)),
            Some(stop(4.0, false)),
        ]);
        assert_eq!(ink.solid.iter().filter(|step| matches!(step, Step::Move(_))).count(), 2);
        assert!(ink.alone.is_empty());
    }

    #[test]
    fn a_value_between_missing_ones_is_a_dot_of_its_own() {
        let ink = ink(&[Some(stop(0.0, false)), None, Some(stop(2.0, false)), None]);
        assert_eq!(ink.alone, [spot(0.0, 0.0), spot(2.0, 2.0)]);
        assert!(ink.solid.is_empty());
    }

    #[test]
    fn the_way_to_a_provisional_value_is_dashed_and_the_value_is_hollow() {
        let ink = ink(&[Some(stop(0.0, false)), Some(stop(1.0, false)), Some(stop(2.0, true))]);
        assert_eq!(ink.dashed, [Step::Move(spot(1.0, 1.0)), Step::Line(spot(2.0, 2.0))]);
        assert_eq!(ink.hollow, [spot(2.0, 2.0)]);
    }
}
