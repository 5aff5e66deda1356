//! casebook turns case studies and indicators into a bilingual public website that can be trusted.
//!
//! A pure library that turns files into files, and a thin binary that meets the world.
//! `ARCHITECTURE.md` shows the floors; a test keeps their order.

pub mod base;
pub mod chart;
pub mod cli;

pub mod emit;
pub mod link;
pub mod measure;
pub mod media;
pub mod model;
pub mod plan;
pub mod read;
pub mod search;
pub mod site;
pub mod theme;
pub mod view;
