//! Every situation, in both languages.

use proptest::prelude::*;

use super::{Judged, Story, position, scorecard, standing, trend};
use crate::base::Lang;
use crate::measure::comparison::Comparisons;
use crate::measure::sample::{
    as_given, benchmark, book, both, enterprise, figures, id, indicator, period, roe, series, target, value,
};
use crate::measure::write::golden::decimals;
use crate::model::{
    Bands, Basis, Benchmark, BenchmarkKind, Currency, Direction, Indicator, Observation, Series, Target,
    Unit, Value,
};

type Values<'a> = &'a [(&'a str, &'a str)];

/// A named situation and what is said of it.
struct Situation<'a> {
    name: &'a str,
    indicator: Indicator,
    own: Values<'a>,
    benchmark: Option<Benchmark>,
    target: Option<Target>,
    zh: &'a str,
    en: &'a str,
}

impl Situation<'_> {
    fn check(&self, say: fn(&Story<'_>, Lang) -> String) {
        let own = series(self.own);
        let story = Story {
            indicator: &self.indicator,
            currency: Some(Currency::CNY),
            series: &own,
            benchmark: self.benchmark.as_ref().map(as_given),
            target: self.target.as_ref(),
            from: None,
            to: None,
        };
        let said = [say(&story, Lang::ZH), say(&story, Lang::EN)];
        eprintln!("{}\n   {}\n   {}", self.name, said[0], said[1]);
    }
}

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

fn world(values: Values<'_>) -> Option<Benchmark> {
    Some(benchmark(BenchmarkKind::Enterprise, values))
}

#[test]
fn trends() {
    let [rose, fell] = [[("2021", "6.2"), ("2024", "9.4")], [("2021", "9.4"), ("2024", "6.2")]];
    let plain = |name, own, benchmark, zh, en| Situation {
        name,
        indicator: roe(),
        own,
        benchmark,
        target: None,
        zh,
        en,
    };
    for situation in [
        plain("the gap narrows from both sides", &rose, world(&[("2021", "12.1"), ("2024", "10.9")]), "", ""),
        plain("rising, without a benchmark", &rose, None, "", ""),
        plain("falling, and the gap widens", &fell, world(&[("2021", "12.1"), ("2024", "12.1")]), "", ""),
        plain("both move alike", &rose, world(&[("2021", "7.7"), ("2024", "10.9")]), "", ""),
        plain("the benchmark moves more", &rose, world(&[("2021", "7.2"), ("2024", "12.4")]), "", ""),
        plain("unchanged", &[("2021", "6.2"), ("2024", "6.2")], None, "", ""),
        plain("almost unchanged", &[("2021", "6.24"), ("2024", "6.16")], None, "", ""),
        plain("a step too small to be named", &[("2021", "6.24"), ("2024", "6.26")], None, "", ""),
        plain("caught up", &rose, world(&[("2021", "12.1"), ("2024", "9.4")]), "", ""),
        plain("overtaken", &rose, world(&[("2021", "7.2"), ("2024", "8.9")]), "", ""),
        plain("the lead grows", &rose, world(&[("2021", "5.2"), ("2024", "7.0")]), "", ""),
        plain("the lead stays", &rose, world(&[("2021", "5.2"), ("2024", "8.4")]), "", ""),
        plain("the lead is lost", &fell, world(&[("2021", "8.4"), ("2024", "6.2")]), "", ""),
        plain("the lead turns", &fell, world(&[("2021", "8.4"), ("2024", "8.4")]), "", ""),
        plain("from level to behind", &fell, world(&[("2021", "9.4"), ("2024", "8.4")]), "", ""),
        plain("from level to ahead", &rose, world(&[("2021", "6.2"), ("2024", "6.2")]), "", ""),
        plain("level throughout", &rose, world(&[("2021", "6.2"), ("2024", "9.4")]), "", ""),
        plain("from below zero to above", &[("2020", "-9.6"), ("2024", "6.2")], None, "", ""),
        plain("further below zero", &[("2020", "-3"), ("2024", "-9.6")], None, "", ""),
        plain("one value", &[("2024", "9.4")], None, "", ""),
        plain("one value below a benchmark", &[("2024", "9.4")], world(&[("2024", "10.9")]), "", ""),
        plain("one value on a benchmark", &[("2024", "9.4")], world(&[("2024", "9.4")]), "", ""),
        plain("a benchmark for the last year only", &rose, world(&[("2024", "10.9")]), "", ""),
        plain("a benchmark for no common year", &rose, world(&[("2022", "10.9")]), "", ""),
        plain("one value, no common year", &rose[1..], world(&[("2022", "10.9")]), "", ""),
        plain("no value", &[("2023", "x"), ("2024", "?")], None, "", ""),
        plain("nothing", &[], None, "", ""),
        plain("the latest is missing", &[("2021", "6.2"), ("2024", "9.4"), ("2025", "?")], None, "", ""),
        plain("the latest is kept back", &[("2021", "6.2"), ("2024", "9.4"), ("2025", "x")], None, "", ""),
        plain("the latest is unaudited", &[("2021", "6.2"), ("2024", "~9.4")], None, "", ""),
        plain("the first is an estimate", &[("2021", "≈6.2"), ("2024", "9.4")], None, "", ""),
        plain(
            "half-years",
            &[("2023-H1", "3"), ("2023-H2", "4"), ("2024-H1", "5"), ("2023", "7")],
            None,
            "",
            "",
        ),
        Situation {
            indicator: debt(),
            ..plain(
                "less is better",
                &[("2021", "64.9"), ("2024", "60.4")],
                world(&[("2021", "53.1"), ("2024", "52.4")]),
                "",
                "",
            )
        },
        Situation {
            indicator: debt(),
            ..plain("less is better, one value", &[("2024", "60.4")], world(&[("2024", "52.4")]), "", "")
        },
        Situation {
            indicator: debt(),
            benchmark: Some(benchmark(BenchmarkKind::Limit, &[("2021", "80"), ("2024", "75")])),
            ..plain("a limit", &[("2021", "78.3"), ("2024", "70.4")], None, "", "")
        },
        Situation {
            benchmark: Some(benchmark(
                BenchmarkKind::OwnPast { period: period("2019") },
                &[("2019", "8.9"), ("2024", "8.9")],
            )),
            ..plain("its own past", &[("2019", "8.9"), ("2021", "6.2"), ("2024", "10.1")], None, "", "")
        },
        Situation {
            indicator: profit(),
            ..plain(
                "money, from a loss to a profit",
                &[("2020", "-1046620000"), ("2024", "946320000")],
                world(&[("2020", "3e9"), ("2024", "3.2e9")]),
                "",
                "",
            )
        },
        Situation {
            indicator: energy(),
            ..plain(
                "a named unit",
                &[("2021", "58.6"), ("2024", "49.2")],
                world(&[("2021", "47.5"), ("2024", "46.1")]),
                "",
                "",
            )
        },
        Situation {
            indicator: named(("满意度", "Satisfaction"), Unit::Percent, Direction::None),
            ..plain("nothing is better", &rose, world(&[("2021", "12.1"), ("2024", "10.9")]), "", "")
        },
        Situation {
            indicator: moisture(),
            benchmark: Some(benchmark(BenchmarkKind::Limit, &[("2021", "13.5"), ("2024", "13.5")])),
            ..plain("held, back in the band", &[("2021", "12.1"), ("2024", "13.3")], None, "", "")
        },
        Situation {
            indicator: occupancy(),
            ..plain("above its range", &[("2021", "76.9"), ("2024", "71.2")], None, "", "")
        },
        Situation {
            indicator: Indicator { decimals: 0, ..roe() },
            ..plain(
                "one point",
                &[("2021", "6"), ("2024", "7")],
                world(&[("2021", "8"), ("2024", "7")]),
                "",
                "",
            )
        },
        Situation {
            target: Some(target(Some("2021"), &[("2025", "10")])),
            ..plain(
                "from the target's baseline",
                &[("2019", "4.1"), ("2021", "6.2"), ("2024", "9.4")],
                world(&[("2019", "9.8"), ("2021", "12.1"), ("2024", "10.9")]),
                "",
                "",
            )
        },
    ] {
        situation.check(trend);
    }
}

#[test]
fn standings() {
    let plain = |name, own, benchmark, aim: &str, zh, en| Situation {
        name,
        indicator: roe(),
        own,
        benchmark,
        target: (!aim.is_empty()).then(|| target(Some("2021"), &[("2025", aim)])),
        zh,
        en,
    };
    let at = &[("2024", "9.4")];
    let world = || world(&[("2024", "10.9")]);
    let ladder = || {
        let [excellent, good, average, low, poor] = ["10.1", "7.4", "4.6", "1.3", "-3.2"].map(value);
        let bands = [(period("2024"), Bands { excellent, good, average, low, poor })].into();
        Some(benchmark(BenchmarkKind::Ladder { bands }, &[("2024", "10.1")]))
    };
    for situation in [
        plain("short of both", at, world(), "10", "", ""),
        plain("at the target", at, world(), "9.4", "", ""),
        plain("past the target, no benchmark", at, None, "9", "", ""),
        plain("short of the target, no benchmark", at, None, "10", "", ""),
        plain("no target", at, world(), "", "", ""),
        plain("nothing to hold it against", at, None, "", "", ""),
        plain("no benchmark that year", &[("2023", "8.3")], world(), "10", "", ""),
        plain("on a ladder", at, ladder(), "10", "", ""),
        plain("nothing", &[], world(), "10", "", ""),
        Situation {
            indicator: debt(),
            ..plain("less is better", &[("2024", "60.4")], world(), "59", "", "")
        },
        Situation {
            indicator: occupancy(),
            ..plain("below its range", &[("2024", "50")], None, "60", "", "")
        },
        Situation { indicator: occupancy(), ..plain("in its range", &[("2024", "66.3")], None, "", "", "") },
    ] {
        situation.check(standing);
    }
}
