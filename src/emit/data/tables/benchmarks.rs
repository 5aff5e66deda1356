//! The tables of what figures are held against.

use super::{Cell, Column, Kind, Table, table};
use crate::model::{BenchmarkKind, BenchmarkSort, Casebook};

pub(super) fn benchmarks(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The benchmark.", "对标对象。"),
        Column::new("name", Kind::Texts, "Its name.", "名称。"),
        Column::new("indicator", Kind::Of("indicators"), "The indicator it is for.", "所对指标。"),
        Column::new(
            "kind",
            Kind::Word(|| BenchmarkSort::ALL.map(BenchmarkSort::name).to_vec()),
            "What it is.",
            "类型。",
        ),
        Column::new(
            "statistic",
            Kind::Text,
            "The statistic over peers: median, mean, p75 …",
            "同行统计量：中位数、平均数、75分位等。",
        ),
        Column::new(
            "past",
            Kind::Period,
            "The own past that a value is held against.",
            "作为参照的自身历史时期。",
        ),
        Column::new("industry", Kind::Text, "The industry it holds for.", "适用行业。"),
        Column::new(
            "currency",
            Kind::Text,
            "The currency of money; the enterprise's where none is given.",
            "金额的货币；未写明时与企业相同。",
        ),
        Column::new("source", Kind::Of("sources"), "Where it is written down.", "来源。"),
        Column::new("locator", Kind::Texts, "Where in the source it stands.", "在来源中的位置。"),
        Column::new("comparability", Kind::Texts, "How far the comparison carries.", "可比性。"),
    ];
    table(book, "benchmarks", ("What figures are held against.", "对标对象。"), COLUMNS, |rows| {
        for b in book.benchmarks.values() {
            let (statistic, past) = match &b.kind {
                BenchmarkKind::PeerStatistic { statistic, .. } => (Some(*statistic), None),
                BenchmarkKind::OwnPast { period } => (None, Some(*period)),
                BenchmarkKind::Enterprise | BenchmarkKind::Ladder { .. } | BenchmarkKind::Limit => {
                    (None, None)
                }
            };
            rows.row(&[
                Cell::text(b.id.as_str()),
                Cell::Each(Some(&b.label)),
                Cell::text(b.indicator.as_str()),
                Cell::text(b.kind.sort().name()),
                Cell::written(statistic),
                Cell::written(past),
                Cell::id(b.industry.as_ref()),
                Cell::text(b.currency.as_ref().map_or("", |c| c.as_str())),
                Cell::id(b.source.as_ref()),
                Cell::Each(b.locator.as_deref()),
                Cell::Each(b.comparability.as_ref()),
            ]);
        }
    })
}

pub(super) fn benchmark_values(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("benchmark", Kind::KeyOf("benchmarks"), "The benchmark.", "对标对象。"),
        Column::new("period", Kind::KeyPeriod, "The period.", "时期。"),
        Column::new(
            "value",
            Kind::Number,
            "The value, exact; of a ladder, where its top band begins.",
            "精确数值；分档标准为最高档的界限。",
        ),
        Column::new(
            "excellent",
            Kind::Number,
            "Where the best band of a ladder begins.",
            "分档标准：优秀档界限。",
        ),
        Column::new("good", Kind::Number, "Where the second band begins.", "良好档界限。"),
        Column::new("average", Kind::Number, "Where the middle band begins.", "平均档界限。"),
        Column::new("low", Kind::Number, "Where the fourth band begins.", "较低档界限。"),
        Column::new("poor", Kind::Number, "Where the last band begins.", "较差档界限。"),
    ];
    let about = ("The values of benchmarks by period.", "对标值，每个时期一行。");
    table(book, "benchmark-values", about, COLUMNS, |rows| {
        for b in book.benchmarks.values() {
            for (period, value) in &b.values {
                let bands = match &b.kind {
                    BenchmarkKind::Ladder { bands } => bands.get(period),
                    _ => None,
                };
                rows.row(&[
                    Cell::text(b.id.as_str()),
                    Cell::written(Some(period)),
                    Cell::number(Some(*value)),
                    Cell::number(bands.map(|b| b.excellent)),
                    Cell::number(bands.map(|b| b.good)),
                    Cell::number(bands.map(|b| b.average)),
                    Cell::number(bands.map(|b| b.low)),
                    Cell::number(bands.map(|b| b.poor)),
                ]);
            }
        }
    })
}
