//! Numbers in, geometry out: charts as inline SVG. Knows no case, no language and no theme.
//!
//! A kind of chart is one module with one input struct, `layout`, which decides where everything is, and `svg`, which writes
//! that down. Its name and description are given to the finished [`Svg`]: the same chart may stand on several pages. All kinds end in the same [`Drawing`], so there is one writer, and a test can ask any chart the same questions:
//! does a label overlap another, does anything leave the view box.
//!
//! # What the theme must do
//!
//! The SVG says *what* a mark is, by class, never how it looks. A class is a role, then a form.
//!
//! Roles: `own`, `benchmark`, `target`, `peer`, `passed` (a peer that changed places with the own line), `median`, `quartiles`;
//! `before`, and `better`, `worse` and `level` (unjudged) for what came after and for contributions; `gap` (behind the benchmark),
//! `lead` (ahead of it), `between` (unjudged); `baseline` (a level carried on), `edge` (where a bar ends), `joint` (between two
//! arrows); `band` and `odd` (stages), `b0`…`b4` (steps of a ladder); `grid`, `axis`, `zero`, `ellipsis`; `halo` (the paper around
//! a dot). Of text only: `tick`, `period`, `unit`, `stage`, `name`, `value`.
//!
//! | form | the theme must give it |
//! | --- | --- |
//! | `line` | `fill: none`, a stroke; dashed with `provisional`, upright through all with `mark`, thin with `leader` |
//! | `area` | a fill, no stroke |
//! | `bar` | a stroke, and the paper as fill: a provisional value as a bar |
//! | `ring` | a stroke, and the paper as fill: targets and provisional values |
//! | `dots` | a stroke with `stroke-linecap: round`: every dot is a line of no length, as wide as `stroke-width` says |
//!
//! Sizes are geometry, not looks: `font-size`, `text-anchor` and the `stroke-width` of dots are therefore attributes. Text may
//! have any font that is no wider than [`text`] assumes; `own`, `value`, `better`, `worse` and `level` in semibold.
//!
//! # Numbers
//!
//! A number that is not finite, or beyond ±10¹⁸, is treated as missing; so no `NaN` can reach the output.

// Coordinates lie within a few thousand units and counts are small: none of these casts can lose what matters.
#![allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::cast_sign_loss)]

use std::borrow::Cow;

mod axis;
mod callout;
mod drawing;
mod key;
mod picture;
mod ruler;
mod runs;
mod spread;
mod swarm;
pub mod text;
mod upright;
mod verdict;
mod write;

pub mod bridge;
pub mod bullet;
pub mod dumbbell;
pub mod gap;
pub mod rank;
pub mod slope;
pub mod sparkline;
pub mod strip;
pub mod timeline;
pub mod trend;

#[cfg(test)]
mod proof;

pub use drawing::{Anchor, Bounds, Drawing, Label, Mark, Shape, Spot, Step};
pub use picture::{CLASSES, Frame, KINDS, Paint};
pub use verdict::{Better, Effect};
pub use write::Svg;

/// Width of the view box of every chart but the sparkline, in units. A chart is shown 288 to about 470 CSS pixels wide.
pub const WIDTH: f64 = 440.0;

/// Size of all text in units: 11 CSS pixels where the chart is at its smallest, 288 pixels wide (440 / 288 × 11 = 16.8).
pub const TEXT_SIZE: f64 = 17.0;

/// Text that is written as it stands: in the reader's language, rounded, with its unit.
pub type Text<'a> = Cow<'a, str>;

/// Writes one value of an axis: the value, and how many decimals it needs. The unit is not repeated here.
pub type TickLabel<'a> = &'a dyn Fn(f64, u8) -> String;

/// Writes the value of the period with this index, with its unit (“9.4%”).
pub type ValueLabel<'a> = &'a dyn Fn(usize) -> String;

/// What a chart is called where it cannot be seen.
#[derive(Debug, Clone)]
pub struct Head<'a> {
    /// Unique on the page: the ids in the SVG begin with it.
    pub id: Text<'a>,
    /// What is shown.
    pub title: Text<'a>,
    /// What there is to see: the sentence that states the finding.
    pub description: Text<'a>,
}

/// A value with a name, marked on a chart: a benchmark, a target, a median.
#[derive(Debug, Clone)]
pub struct Reference<'a> {
    /// In the unit of the chart.
    pub value: f64,
    /// Whose value it is (“对标”). May be empty.
    pub name: Text<'a>,
    /// The value, finished (“10.9%”). May be empty.
    pub label: Text<'a>,
}

/// A value with what is written beside it.
#[derive(Debug, Clone)]
pub struct Point<'a> {
    /// In the unit of its chart or row.
    pub value: f64,
    /// The value, finished, with its unit (“9.4%”).
    pub label: Text<'a>,
    /// Estimated or unaudited: hollow.
    pub provisional: bool,
}

/// The number, unless it cannot be drawn. See the module's page.
fn drawable(number: f64) -> Option<f64> {
    if number.abs() < 1e-12 {
        // Also takes the sign off a negative zero.
        return Some(0.0);
    }
    (number.abs() <= 1e18).then_some(number)
}
