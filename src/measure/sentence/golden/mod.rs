//! Every situation, in both languages.

mod course;
mod gaps;
mod one;
mod together;

use super::{Judged, Story, position, scorecard, standing, trend};
use crate::base::Lang;
use crate::measure::sample::{
    as_given, benchmark, both, enterprise, figures, id, indicator, period, roe, series, target, value,
};
use crate::model::{BenchmarkKind, Direction, Indicator, Unit};

fn named(name: (&str, &str), unit: Unit, direction: Direction) -> Indicator {
    Indicator { name: both(name.0, name.1), ..indicator(unit, 1, direction) }
}

fn debt() -> Indicator {
    named(("资产负债率", "Debt-to-asset ratio"), Unit::Percent, Direction::Decrease)
}

fn profit() -> Indicator {
    named(("利润总额", "Total profit"), Unit::Currency, Direction::Increase)
}

fn energy() -> Indicator {
    let unit = Unit::Named(both("千克标准煤/吨", "kgce/t"));
    named(("工序单位能耗", "Unit energy use of the process"), unit, Direction::Decrease)
}

fn moisture() -> Indicator {
    named(
        ("储粮平均水分", "Average moisture of stored grain"),
        Unit::Percent,
        Direction::Hold { within: value("0.5") },
    )
}

fn occupancy() -> Indicator {
    let range = Direction::Range { min: value("55"), max: value("70") };
    named(("泊位占用率", "Berth occupancy"), Unit::Percent, range)
}
