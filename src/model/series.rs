//! One indicator of one subject over time.

use super::figures::Observation;
use crate::base::{Few, Period};

/// Observations by period, the earliest first.
pub type Series = Few<Period, Observation>;
