//! From the plan to views: one file per page kind.

pub mod card;
mod case;
mod compare;
mod enterprise;
mod free;
mod glossary;
mod home;
mod indicator;
mod industry;
mod lists;
mod search;
mod source;

pub use case::case;
pub use compare::compare;
pub use enterprise::{enterprise, enterprise_list};
pub use free::{free_page, not_found};
pub use glossary::glossary;
pub use home::{home, matrix_page};
pub use indicator::{indicator, indicator_list};
pub use industry::{industry, industry_list};
pub use lists::{case_list, cell, term, term_list};
pub use search::{Findable, document, findable, search};
pub use source::{source, source_list};
