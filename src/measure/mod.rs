//! What the numbers say, and how they are written in each language.
//! Works on exact decimals; what cannot be computed is said to be so, never guessed and never a panic.

pub mod answer;
pub mod assertion;
pub mod benchmark;
pub mod bridge;
pub mod comparison;
pub mod ends;
pub mod gap;
pub mod gaps;
pub mod headline;
pub mod ladder;
pub mod quantity;
#[cfg(test)]
mod sample;
pub mod selection;
pub mod sentence;
pub mod series;
pub mod slope;
pub mod statistic;
pub mod status;
pub mod write;

pub use answer::{Answer, Reading, Resolved, Whose};
pub use benchmark::BenchmarkSeries;
pub use comparison::{Comparison, Comparisons, Entry, Statistics};
pub use ends::Ends;
pub use gap::Movement;
pub use gaps::Gaps;
pub use headline::Headline;
pub use sentence::{Judged, Story};
pub use slope::Slope;
pub use status::{Assessment, Status};
pub use write::{Notation, Scale};
