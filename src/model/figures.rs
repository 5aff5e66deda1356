//! The figures of an enterprise or a case: observations, targets, and which benchmark applies.

use std::fmt;
use std::sync::Arc;

use super::series::Series;
use crate::base::{Decimal, Few, Id, Localized, Period};

/// All figures of one subject.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The currency of its money figures.
    pub currency: Option<Currency>,
    /// What was observed, by indicator.
    pub observations: Few<Id, Series>,
    /// What is aimed at, by indicator.
    pub targets: Few<Id, Target>,
    /// The benchmark that each indicator is held against: indicator to benchmark.
    pub benchmarks: Few<Id, Id>,
    /// What made up a change, by indicator. Both ends of each are known.
    pub bridges: Few<Id, Bridge>,
}

/// One indicator, one subject, one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The figure, or why there is none.
    pub value: Value,
    /// How sure it is.
    pub basis: Basis,
    /// Where it comes from.
    pub source: Option<Id>,
    /// Where in its source it stands: page, table, line. Shared by all figures that stand there.
    pub locator: Option<Arc<Localized<String>>>,
    /// Something a reader should know about it.
    pub note: Option<Box<Localized<String>>>,
}

/// A figure, or why there is none.
///
/// There is no way to carry a withheld figure: it is dropped before a `Casebook` exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// In the indicator's unit, unscaled.
    Known(Decimal),
    /// Nobody has it.
    NotAvailable,
    /// It is not published.
    NotDisclosed,
}

impl Value {
    /// The number, if there is one.
    pub fn known(self) -> Option<Decimal> {
        if let Self::Known(value) = self { Some(value) } else { None }
    }
}

/// A value that is known, of one indicator of one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// When.
    pub at: Period,
    /// What, in the indicator's unit, unscaled.
    pub value: Decimal,
    /// How sure.
    pub basis: Basis,
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Checked by an auditor.
    Audited,
    /// From the accounts, before the audit.
    Unaudited,
    /// From management's own reporting.
    Management,
    /// Estimated.
    Estimate,
}

impl Basis {
    /// Every basis, the surest first.
    pub const ALL: [Self; 4] = [Self::Audited, Self::Unaudited, Self::Management, Self::Estimate];

    /// Its name in files and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Audited => "audited",
            Self::Unaudited => "unaudited",
            Self::Management => "management",
            Self::Estimate => "estimate",
        }
    }

    /// Whether charts draw it hollow and dashed: it may still change.
    pub fn is_provisional(self) -> bool {
        matches!(self, Self::Unaudited | Self::Estimate)
    }
}

/// What is aimed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The period whose value the way starts from.
    pub baseline: Option<Period>,
    /// The values to be reached, by period; at least one.
    pub values: Few<Period, Decimal>,
    /// How the way runs between baseline and target.
    pub path: TargetPath,
    /// Where the target is written down.
    pub source: Option<Id>,
    /// Where in its source it stands.
    pub locator: Option<Arc<Localized<String>>>,
}

/// How the way to a target runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetPath {
    /// By the same amount each year.
    Linear,
}

/// What made up the change of an indicator between two periods.
///
/// There is none for a change whose ends are not both public: its parts would tell them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// The earlier end.
    pub from: Known,
    /// The later end.
    pub to: Known,
    /// The contributions, at least one, in the order in which they are told.
    pub parts: Vec<Part>,
    /// Where they come from.
    pub source: Option<Id>,
    /// Where in its source they stand.
    pub locator: Option<Arc<Localized<String>>>,
}

/// A named contribution to a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What contributed.
    pub name: Localized<String>,
    /// By how much, in the indicator's unit; below zero where it worked against the others.
    pub value: Decimal,
}

/// An ISO 4217 code: `CNY`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The renminbi.
    pub const CNY: Self = Self(*b"CNY");

    /// The currency written as three capital letters.
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a currency code is ASCII")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
