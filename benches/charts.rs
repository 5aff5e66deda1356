//! How long one chart takes: `cargo bench --bench charts`.
//!
//! A trend of six years with benchmark and target should take less than 50 µs on one core, labels included. The first
//! line tells how fast the machine is: it writes a hundred numbers as an axis would.

use std::borrow::Cow;

use casebook::chart::{self, Point, Reference, TickLabel};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn percent(value: f64, decimals: u8) -> String {
    format!("{value:.*}%", usize::from(decimals))
}

const TICK: TickLabel<'static> = &percent;

/// Numbers that rise and fall like figures do.
fn figures(n: usize) -> Vec<f64> {
    let wave = |i: f64| 8.0 + i * 0.4 + (i * 2.1).sin() * 1.7;
    (0_u32..).take(n).map(|i| wave(f64::from(i))).collect()
}

fn name(i: usize) -> Cow<'static, str> {
    format!("第{i}钢铁集团").into()
}

fn reference(value: f64, name: &'static str) -> Reference<'static> {
    Reference { value, name: name.into(), label: percent(value, 1).into() }
}

fn point(value: f64) -> Point<'static> {
    Point { value, label: percent(value, 1).into(), provisional: false }
}

/// Not a chart: what the others are measured against.
#[divan::bench]
fn a_hundred_numbers(bencher: Bencher<'_, '_>) {
    let figures = figures(100);
    bencher.bench(|| figures.iter().map(|value| percent(black_box(*value), 1)).collect::<Vec<_>>());
}

#[divan::bench(args = [6, 18])]
fn trend(bencher: Bencher<'_, '_>, years: usize) {
    use casebook::chart::Better;
    use casebook::chart::trend::{Line, Period, Stage, Target, Trend, Value, svg};
    let own = figures(years);
    let world: Vec<f64> = own.iter().map(|value| 14.0 - value * 0.2).collect();
    let first = 2025 - i32::try_from(years).expect("years are few");
    bencher.bench(|| {
        let values = |of: &[f64]| of.iter().map(|y| Some(Value { y: *y, provisional: false })).collect();
        let label = |of: &[f64], i: usize| percent(of[i], 1);
        let (own_label, world_label) = (|i: usize| label(&own, i), |i: usize| label(&world, i));
        let years = (first..2025).map(|year| Period { x: f64::from(year), label: year.to_string().into() });
        svg(&Trend {
            unit: "%".into(),
            periods: years.collect(),
            own: Line { name: "华岚钢铁".into(), values: values(&own), value_label: &own_label },
            benchmark: Some(Line {
                name: "世界一流（钢铁）".into(),
                values: values(&world),
                value_label: &world_label,
            }),
            target: Some(Target { x: 2025.0, y: 16.0, name: "目标".into(), label: "16.0%".into() }),
            stages: vec![Stage { from: 2023.25, to: 2025.0, label: "组织实施".into() }],
            better: Better::Up,
            tick_label: TICK,
        })
    });
}

#[divan::bench]
fn bullet() -> chart::Svg {
    use casebook::chart::bullet::{Band, Bullet, svg};
    let bands = [(0.0, 3.0), (3.0, 6.0), (6.0, 9.0), (9.0, 12.0)];
    svg(&Bullet {
        unit: "%".into(),
        own: reference(black_box(9.4), ""),
        provisional: false,
        benchmark: Some(reference(10.9, "世界一流")),
        target: Some(reference(10.0, "2025年目标")),
        bands: (1..).zip(bands).map(|(rank, (from, to))| Band { from, to, rank }).collect(),
        tick_label: TICK,
    })
}

#[divan::bench(args = [14, 200])]
fn strip(bencher: Bencher<'_, '_>, enterprises: usize) {
    use casebook::chart::strip::{Dot, Strip, svg};
    let values = figures(enterprises);
    bencher.bench(|| {
        let dots = values.iter().enumerate().map(|(i, value)| Dot {
            value: *value,
            name: name(i),
            label: percent(*value, 1).into(),
            own: i == 3,
        });
        svg(&Strip {
            unit: "%".into(),
            dots: dots.collect(),
            median: Some(reference(9.0, "中位")),
            quartiles: Some((8.0, 11.0)),
            benchmark: Some(reference(10.9, "世界一流")),
            tick_label: TICK,
        })
    });
}

#[divan::bench(args = [14, 200])]
fn rank(bencher: Bencher<'_, '_>, enterprises: usize) {
    use casebook::chart::rank::{Rank, Row, svg};
    let values = figures(enterprises);
    bencher.bench(|| {
        let rows = values.iter().enumerate().map(|(i, value)| Row {
            name: name(i),
            value: *value,
            label: percent(*value, 1).into(),
            own: i == 3,
            provisional: false,
        });
        svg(&Rank { rows: rows.collect(), gap_after: None, benchmark: Some(reference(10.9, "世界一流")) })
    });
}

#[divan::bench]
fn sparkline(bencher: Bencher<'_, '_>) {
    use casebook::chart::sparkline::{Sparkline, svg};
    let own: Vec<_> = figures(6).into_iter().map(Some).collect();
    let benchmark: Vec<_> = own.iter().map(|value| value.map(|v| v + 2.0)).collect();
    bencher.bench(|| svg(&Sparkline { own: &own, benchmark: &benchmark }));
}

#[divan::bench]
fn gap(bencher: Bencher<'_, '_>) {
    use casebook::chart::gap::{Bar, Distance, Gap, svg};
    let values = figures(6);
    bencher.bench(|| {
        let bars = values.iter().enumerate().map(|(i, value)| Bar {
            period: (2019 + i).to_string().into(),
            gap: Some(Distance {
                value: *value,
                label: percent(*value, 1).into(),
                provisional: false,
                progress: (i > 0).then_some(1.2),
            }),
        });
        svg(&Gap {
            unit: "个百分点".into(),
            bars: bars.collect(),
            baseline: Some(0),
            own: "自身进步".into(),
            frontier: "标杆移动".into(),
            behind: "落后".into(),
            ahead: "领先".into(),
            tick_label: TICK,
        })
    });
}

#[divan::bench]
fn dumbbell(bencher: Bencher<'_, '_>) {
    use casebook::chart::Effect;
    use casebook::chart::dumbbell::{Dumbbell, Key, Row, Scale, svg};
    let values = figures(8);
    bencher.bench(|| {
        let rows = values.iter().enumerate().map(|(i, value)| Row {
            name: name(i),
            before: point(*value),
            after: point(value + 2.0),
            benchmark: Some(point(value + 3.0)),
            effect: Effect::Better,
        });
        svg(&Dumbbell {
            rows: rows.collect(),
            scale: Scale::Shared { unit: "%".into(), tick_label: TICK },
            key: Key {
                before: "2021".into(),
                after: "2024".into(),
                benchmark: "世界一流".into(),
                better: "改善".into(),
                worse: "变差".into(),
                level: "持平".into(),
            },
        })
    });
}

#[divan::bench]
fn slope(bencher: Bencher<'_, '_>) {
    use casebook::chart::Better;
    use casebook::chart::slope::{Line, Role, Slope, svg};
    let values = figures(14);
    bencher.bench(|| {
        let lines = values.iter().enumerate().map(|(i, value)| Line {
            name: name(i),
            role: if i == 3 { Role::Own } else { Role::Peer },
            before: Some(point(*value)),
            after: Some(point(20.0 - value)),
        });
        svg(&Slope {
            before: "2021".into(),
            after: "2024".into(),
            lines: lines.collect(),
            better: Better::Up,
        })
    });
}

#[divan::bench]
fn bridge(bencher: Bencher<'_, '_>) {
    use casebook::chart::Effect;
    use casebook::chart::bridge::{Bridge, Part, svg};
    bencher.bench(|| {
        let parts = ["成材率", "能耗", "订单结构", "人工", "其他"].into_iter().map(|name| Part {
            name: name.into(),
            value: black_box(0.7),
            label: "+0.7个百分点".into(),
            effect: Effect::Better,
        });
        svg(&Bridge {
            from: reference(6.2, "2021年"),
            parts: parts.collect(),
            to: reference(9.7, "2024年"),
            provisional: false,
        })
    });
}

#[divan::bench]
fn timeline(bencher: Bencher<'_, '_>) {
    use casebook::chart::timeline::{Milestone, Stage, Stretch, Timeline, svg};
    bencher.bench(|| {
        let stage = |from, to, label: &'static str| Stage { from, to, label: label.into() };
        let milestones = (0_u32..8).map(|i| Milestone {
            at: 2022.1 + f64::from(i) * 0.35,
            date: "2022年3月".into(),
            text: "第一条轧线完成改造，投入试运行".into(),
        });
        svg(&Timeline {
            stages: vec![
                stage(2023.0, 2023.25, "研究部署"),
                stage(2023.25, 2025.0, "组织实施"),
                stage(2025.0, 2025.25, "深入评估"),
            ],
            period: Some(Stretch { from: 2022.2, to: 2025.0, label: "案例期间".into() }),
            milestones: milestones.collect(),
        })
    });
}
