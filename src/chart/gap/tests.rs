use super::*;
use crate::chart::proof::{self, Random, reach, strokes, words};

/// Gaps from what a reader would read: `_` is missing, `~` provisional. Behind a slash, the own progress since the baseline.
fn gap(bars: &str) -> Gap<'static> {
    let bar = |(at, word): (usize, &str)| {
        let provisional = word.starts_with('~');
        let (value, progress) = word
            .trim_start_matches('~')
            .split_once('/')
            .map_or((word.trim_start_matches('~'), None), |(value, progress)| {
                (value, Some(progress.parse().expect("the test's numbers are numbers")))
            });
        let gap = value.parse().ok().map(|number| Distance {
            value: number,
            label: value.to_owned().into(),
            provisional,
            progress,
        });
        Bar { period: (2021 + at).to_string().into(), gap }
    };
    Gap {
        unit: "百分点".into(),
        bars: bars.split_whitespace().enumerate().map(bar).collect(),
        baseline: Some(0),
        own: "自身进步".into(),
        frontier: "对标提升".into(),
        behind: "落后".into(),
        ahead: "领先".into(),
        tick_label: &proof::plain,
    }
}

fn drawn<'a>(chart: &'a Gap<'a>) -> Drawing<'a> {
    proof::prove(|| layout(chart), || svg(chart)).expect("there is a gap")
}

/// The height of the axis' zero.
fn zero(drawing: &Drawing<'_>) -> f64 {
    reach(drawing, "axis line")[0][1]
}

fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn a_gap_stands_on_zero_and_a_lead_hangs_below_it() {
    let chart = gap("5.9 2.0 -1.5");
    let drawing = drawn(&chart);
    let (behind, ahead) = (reach(&drawing, "gap area"), reach(&drawing, "lead area"));
    // The signs of the key come after the bars.
    assert!(behind[..2].iter().all(|bar| is_same(bar[3], zero(&drawing))));
    assert!(is_same(ahead[0][1], zero(&drawing)) && ahead[0][3] > zero(&drawing));
}

#[test]
fn a_missing_period_is_named_and_leaves_a_hole() {
    let chart = gap("5.9 _ 1.5");
    let drawing = drawn(&chart);
    let bars = reach(&drawing, "gap area");
    assert_eq!(bars.len(), 2);
    assert!(bars[1][0] - bars[0][2] > bars[0][2] - bars[0][0], "the hole is as wide as a bar");
    assert_eq!(words(&drawing, "period"), ["2021", "2022", "2023"]);
    assert_eq!(words(&drawing, "value"), ["5.9", "1.5"]);
}

#[test]
fn the_arrows_lead_from_the_gap_then_to_the_gap_now() {
    // 5 then; 3 of own progress; the frontier pushed it up by 1.
    let chart = gap("5 3/3");
    let drawing = drawn(&chart);
    let bars = reach(&drawing, "gap area");
    let (then, now) = (bars[0][1], bars[1][1]);
    let per_point = (zero(&drawing) - then) / 5.0;
    let (own, frontier) = (reach(&drawing, "own area"), reach(&drawing, "benchmark area"));
    let highest = |pieces: &[[f64; 4]]| pieces.iter().map(|piece| piece[1]).fold(f64::INFINITY, f64::min);
    let lowest = |pieces: &[[f64; 4]]| pieces.iter().map(|piece| piece[3]).fold(0.0, f64::max);
    assert!(is_same(highest(&own), then) && is_same(lowest(&own), zero(&drawing) - 2.0 * per_point));
    assert!(is_same(highest(&frontier), now) && is_same(lowest(&frontier), lowest(&own)));
    assert!(is_same(reach(&drawing, "baseline line")[0][1], then), "the gap then is carried on");
}

#[test]
fn nothing_is_explained_before_the_baseline_or_without_one() {
    let mut chart = gap("6/-1 5 3/3");
    chart.baseline = Some(1);
    assert_eq!(strokes(&drawn(&chart), "joint line"), 1);
    chart.baseline = None;
    let drawing = drawn(&chart);
    assert_eq!(strokes(&drawing, "joint line"), 0);
    assert!(words(&drawing, "own").is_empty() && words(&drawing, "benchmark").is_empty());
}

#[test]
fn a_frontier_that_stood_still_is_a_level_line() {
    let chart = gap("5 2/3");
    let drawing = drawn(&chart);
    let [left, top, right, bottom] = reach(&drawing, "benchmark area")[0];
    assert!(
        right - left > 2.0 * (bottom - top)
            && is_same(f64::midpoint(top, bottom), reach(&drawing, "gap area")[1][1])
    );
}

#[test]
fn a_provisional_gap_is_hollow() {
    let chart = gap("5 ~2 ~-1");
    let drawing = drawn(&chart);
    assert_eq!(strokes(&drawing, "gap provisional bar"), 1);
    assert_eq!(strokes(&drawing, "lead provisional bar"), 1);
    assert_eq!(strokes(&drawing, "edge line"), 1, "only what is settled has a firm edge");
}

#[test]
fn behind_and_ahead_are_told_apart_only_where_there_are_both() {
    assert!(words(&drawn(&gap("5 2")), "peer").is_empty());
    assert_eq!(words(&drawn(&gap("5 -2")), "peer"), ["落后", "领先"]);
    assert_eq!(words(&drawn(&gap("-5 -2")), "peer"), ["领先"]);
}

#[test]
fn of_forty_quarters_the_first_and_the_last_are_named_and_the_last_is_explained() {
    let bars: Vec<String> = (0..40).map(|at| format!("{}/{at}", 50 - at)).collect();
    let chart = gap(&bars.join(" "));
    let drawing = drawn(&chart);
    assert_eq!(strokes(&drawing, "joint line"), 1);
    let (values, periods) = (words(&drawing, "value"), words(&drawing, "period"));
    assert_eq!(
        (values.first().map(String::as_str), values.last().map(String::as_str)),
        (Some("50"), Some("11"))
    );
    assert_eq!(
        (periods.first().map(String::as_str), periods.last().map(String::as_str)),
        (Some("2021"), Some("2060"))
    );
    assert!(values.len() >= 5, "{values:?}");
}

#[test]
fn one_period_is_one_bar() {
    let chart = gap("2.9");
    let drawing = drawn(&chart);
    assert_eq!((strokes(&drawing, "gap area"), words(&drawing, "value")), (1, vec!["2.9".to_owned()]));
}

#[test]
fn no_gap_is_no_chart() {
    assert!(svg(&gap("_ _")).is_empty());
    assert!(svg(&gap("")).is_empty());
}

#[test]
fn any_gap_is_sound() {
    let mut random = Random::new(6);
    for _ in 0..2500 {
        let count = 1 + random.below(40);
        let (gaps, progress) = (random.values(count), random.values(count));
        let bars = (0..count)
            .map(|at| Bar {
                period: if random.chance(9) { random.name().into() } else { (2000 + at).to_string().into() },
                gap: (!random.chance(6)).then(|| Distance {
                    value: gaps[at],
                    label: random.label(gaps[at]).into(),
                    provisional: random.chance(6),
                    progress: (!random.chance(6)).then_some(progress[at]),
                }),
            })
            .collect();
        let chart = Gap {
            unit: random.name().into(),
            bars,
            baseline: (!random.chance(4)).then(|| random.below(count + 1)),
            own: random.name().into(),
            frontier: random.name().into(),
            behind: random.name().into(),
            ahead: random.name().into(),
            tick_label: &proof::plain,
        };
        proof::prove(|| layout(&chart), || svg(&chart));
    }
}
