//! What a casebook is: whole values, with every reference known to lead somewhere.
//! No file format, no address, no HTML; nothing here can hold a figure that must not be published.

pub mod benchmark;
pub mod case;
pub mod casebook;
pub mod chart_block;
pub mod claim;
pub mod enterprise;
pub mod figures;
pub mod indicator;
pub mod license;
pub mod page;
pub mod prose;
pub mod reason;
pub mod series;
pub mod site;
pub mod source;
pub mod text;
pub mod vocabulary;

pub use benchmark::{Bands, Benchmark, BenchmarkKind, BenchmarkSort, Statistic};
pub use case::{Case, CaseKind, Contribution, LinkStrength, Milestone, Picture, Standing};
pub use casebook::Casebook;
pub use chart_block::{Asks, ChartBlock, ChartKind};
pub use claim::{Ask, Claim};
pub use enterprise::{Enterprise, Level, Recognition};
pub use figures::{Basis, Bridge, Currency, Figures, Known, Observation, Part, Target, TargetPath, Value};
pub use indicator::{Aggregation, Direction, Indicator, Unit};
pub use license::License;
pub use page::Page;
pub use prose::{Heading, Prose};
pub use reason::{About, Pick, Reason};
pub use series::Series;
pub use site::{Filing, Publisher, Site};
pub use source::{Source, SourceKind};
pub use text::{Destination, Media, Subject, Text};
pub use vocabulary::{GlossaryEntry, Term, Terms, Vocabulary};
