//! Prose: `CommonMark` with tables, footnotes and deletions, read the Chinese way, with figures bound to data.
//!
//! One parser with several consumers: [`survey`] lists what a text refers to and what is wrong with it,
//! [`plain`] takes its words, and a page is set from the pieces that [`parse`] returns. What may not be
//! published (raw HTML, comments, foreign schemes) is settled in the parser, so that none of them can forget.

mod chart;
mod claim;
mod collect;
mod comment;
mod flank;
mod heading;
mod item;
mod own;
mod parse;
mod plain;
mod problems;
mod running;
mod script;
mod source;
mod survey;
mod target;
mod words;

pub use chart::ChartSource;
pub use item::{Alignment, Assertion, Element, Item};
pub use own::own_words;
pub use parse::{Parsed, parse};
pub use plain::{Section, plain, sections};
pub use script::is_han;
pub use survey::{Assert, Survey, survey};

#[cfg(test)]
mod tests;
