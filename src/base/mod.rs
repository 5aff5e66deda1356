//! Words everyone uses: ids, languages, periods, decimals, places in files and what is wrong at them.
//! Imports nothing of ours.

pub mod date;
pub mod diagnostic;
pub mod escape;
pub mod few;
pub mod hash;
pub mod id;
pub mod json;
pub mod lang;
pub mod nearest;
pub mod number;
pub mod packed;
pub mod path;
pub mod period;
pub mod policy;
pub mod problem;
mod synonym;
pub mod words;

pub use date::{Date, Moment};
pub use diagnostic::{Diagnostic, Noted, Notes, Place, Severity, Span};
pub use few::Few;
pub use id::Id;
pub use lang::{Lang, Localized};
pub use number::Decimal;
pub use packed::Packed;
pub use path::{SitePath, SourcePath};
pub use period::{Grain, Period, PeriodRange};
pub use problem::Problem;
