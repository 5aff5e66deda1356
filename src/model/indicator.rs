//! What is measured, in what unit, and which way is better.

use crate::base::{Decimal, Id, Localized};

/// The definition of an indicator.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// How files refer to it.
    pub id: Id,
    /// Its full name.
    pub name: Localized<String>,
    /// A shorter name for labels, if there is one.
    pub short: Option<Localized<String>>,
    /// What it measures.
    pub definition: Localized<String>,
    /// How it is computed.
    pub formula: Option<Localized<String>>,
    /// Unit of every value.
    pub unit: Unit,
    /// Decimals shown; money is written by its size instead.
    pub decimals: u32,
    /// Which way is better.
    pub direction: Direction,
    /// Whether a value below zero makes sense.
    pub can_be_negative: bool,
    /// Whether values of several enterprises can be added up.
    pub aggregation: Aggregation,
    /// The action area it belongs to.
    pub area: Option<Id>,
    /// The indicator it replaced.
    pub supersedes: Option<Id>,
}

impl Indicator {
    /// The name for a label: the short one where there is one.
    pub fn label(&self) -> &Localized<String> {
        self.short.as_ref().unwrap_or(&self.name)
    }
}

/// What a value counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths: 9.4 means 9.4 %.
    Percent,
    /// Money, in whole units of the currency.
    Currency,
    /// Money for each employee, in whole units of the currency.
    CurrencyPerPerson,
    /// A pure number.
    Ratio,
    /// A number of things.
    Count,
    /// Anything else, by its name: tonnes, kgce/t.
    Named(Localized<String>),
}

impl Unit {
    /// Every unit that files give by its name alone.
    pub const PLAIN: [Self; 5] =
        [Self::Percent, Self::Currency, Self::CurrencyPerPerson, Self::Ratio, Self::Count];

    /// What any unit with a name of its own is called in data.
    pub const NAMED: &'static str = "named";

    /// What it is called in files and data.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Currency => "currency",
            Self::CurrencyPerPerson => "currency-per-person",
            Self::Ratio => "ratio",
            Self::Count => "count",
            Self::Named(_) => Self::NAMED,
        }
    }

    /// Whether values need a currency.
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Currency | Self::CurrencyPerPerson)
    }
}

/// Which way an indicator gets better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// Staying at the reference is better: no further from it than `within`, in the indicator's unit.
    Hold {
        /// Half the width of the band around the reference.
        within: Decimal,
    },
    /// Between two bounds is better, both included, in the indicator's unit.
    Range {
        /// Lower bound.
        min: Decimal,
        /// Upper bound.
        max: Decimal,
    },
    /// Neither way; nothing is judged.
    None,
}

impl Direction {
    /// Every name that a direction has.
    pub const NAMES: [&'static str; 5] = ["increase", "decrease", "hold", "range", "none"];

    /// Its name in files and data, without its numbers.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::Hold { .. } => "hold",
            Self::Range { .. } => "range",
            Self::None => "none",
        }
    }
}

/// Whether values of several enterprises can be added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregation {
    /// They cannot: a ratio is never summed.
    None,
    /// They can.
    Sum,
}

impl Aggregation {
    /// Both.
    pub const ALL: [Self; 2] = [Self::None, Self::Sum];

    /// Its name in files and data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Sum => "sum",
        }
    }
}
