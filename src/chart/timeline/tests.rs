use super::*;
use crate::chart::Shape;
use crate::chart::proof::{self, Random};

fn milestone(at: f64, text: &'static str) -> Milestone<'static> {
    Milestone { at, date: format!("{at}").into(), text: text.into() }
}

fn stage(from: f64, to: f64, label: &'static str) -> Stage<'static> {
    Stage { from, to, label: label.into() }
}

fn of(milestones: Vec<Milestone<'static>>) -> Timeline<'static> {
    Timeline { stages: Vec::new(), period: None, milestones }
}

fn dots(drawing: &Drawing<'_>) -> Vec<f64> {
    let dots = drawing.marks.iter().find_map(|mark| match &mark.shape {
        Shape::Dots { at, .. } if mark.class == "own dots" => Some(at),
        _ => None,
    });
    dots.into_iter().flatten().map(|at| at.y).collect()
}

/// Top and bottom of every path of a class.
fn reach(drawing: &Drawing<'_>, class: &str) -> Vec<(f64, f64)> {
    let of = |mark: &crate::chart::Mark| match &mark.shape {
        Shape::Path(steps) if mark.class == class => extent(steps.iter().filter_map(|step| match step {
            crate::chart::Step::Move(at) | crate::chart::Step::Line(at) => Some(at.y),
            crate::chart::Step::Close => None,
        })),
        _ => None,
    };
    drawing.marks.iter().filter_map(of).collect()
}

fn text_of(label: &Label<'_>) -> String {
    label.lines.join("")
}

#[test]
fn what_is_later_stands_lower_whatever_the_order_it_is_told_in() {
    let chart = of(vec![milestone(2024.0, "丙"), milestone(2022.0, "甲"), milestone(2023.0, "乙")]);
    let drawing = layout(&chart).expect("milestones");
    let words: Vec<String> =
        drawing.labels.iter().filter(|label| label.class == "name").map(text_of).collect();
    assert_eq!(words, ["甲", "乙", "丙"]);
    assert!(dots(&drawing).is_sorted());
}

#[test]
fn a_longer_time_is_a_longer_way_but_ten_years_do_not_take_a_page() {
    let chart = of(vec![
        milestone(2010.0, "甲"),
        milestone(2020.0, "乙"),
        milestone(2020.5, "丙"),
        milestone(2022.0, "丁"),
    ]);
    let y = dots(&layout(&chart).expect("milestones"));
    let (ten_years, half_a_year, longer) = (y[1] - y[0], y[2] - y[1], y[3] - y[2]);
    assert!(half_a_year <= longer && longer < ten_years && ten_years <= LONGEST, "{y:?}");
}

#[test]
fn every_dot_stands_beside_the_first_line_of_its_own_words() {
    let long = "排程软件第一次上线，三周后被夜班停用；推翻理由卡片逐张整理、归类，并由班组长在晨会上逐条答复，直到每一条都有下文";
    let chart = of(vec![milestone(2022.0, long), milestone(2022.0, "同日"), milestone(2022.1, long)]);
    let drawing = layout(&chart).expect("milestones");
    let dates = drawing.labels.iter().filter(|label| label.class == "value");
    for (date, y) in dates.zip(dots(&drawing)) {
        assert!((date.bounds.top + text::LINE / 2.0 - y).abs() < 1e-9);
    }
}

#[test]
fn a_stage_that_began_before_runs_in_from_the_edge_and_one_that_touches_nothing_is_left_out() {
    let mut chart = of(vec![milestone(2022.0, "甲"), milestone(2023.0, "乙")]);
    chart.stages =
        vec![stage(2010.0, 2011.0, "早"), stage(2021.0, 2022.5, "先"), stage(2022.5, 2030.0, "后")];
    let drawing = layout(&chart).expect("milestones");
    let (first, second) = (reach(&drawing, "band area"), reach(&drawing, "band odd area"));
    assert!(first[0].0.abs() < 1e-9 && (second[0].1 - drawing.height).abs() < 1e-9);
    assert!((first[0].1 - second[0].0).abs() < 1e-9, "one begins where the other ends");
    assert!(!drawing.labels.iter().any(|label| text_of(label) == "早"));
}

#[test]
fn a_milestone_stands_on_the_band_of_its_stage_with_all_its_words() {
    let mut chart =
        of(vec![milestone(2022.0, "诊断小组开始跟班"), milestone(2023.0, "第二版排程上线，急单开始计价")]);
    chart.stages = vec![stage(2021.9, 2022.01, "研究部署"), stage(2022.01, 2024.0, "组织实施")];
    let drawing = layout(&chart).expect("milestones");
    let words =
        drawing.labels.iter().find(|label| text_of(label) == "诊断小组开始跟班").expect("it is there");
    assert!(words.bounds.bottom <= reach(&drawing, "band area")[0].1);
}

#[test]
fn the_bar_covers_the_milestones_of_its_time_and_no_others() {
    let mut chart = of(vec![milestone(2020.0, "甲"), milestone(2022.0, "乙"), milestone(2025.0, "丙")]);
    chart.period = Some(Stretch { from: 2021.0, to: 2023.0, label: "案例期间 2021–2023".into() });
    let drawing = layout(&chart).expect("milestones");
    let (top, bottom) = reach(&drawing, "own area")[0];
    let inside: Vec<bool> = dots(&drawing).iter().map(|&y| top <= y && y <= bottom).collect();
    assert_eq!(inside, [false, true, false]);
}

#[test]
fn where_years_are_skipped_three_dots_stand_for_the_line() {
    let breaks = |years: &[f64]| {
        let chart = of(years.iter().map(|&at| milestone(at, "甲")).collect());
        let drawing = layout(&chart).expect("milestones");
        let dots = drawing.marks.iter().find_map(|mark| match &mark.shape {
            Shape::Dots { at, .. } if mark.class == "ellipsis dots" => Some(at.len()),
            _ => None,
        });
        (dots.unwrap_or(0), reach(&drawing, "axis line").len())
    };
    assert_eq!(breaks(&[2001.0, 2002.0, 2022.0, 2023.0, 2024.0]), (3, 1));
    assert_eq!(breaks(&[2001.0, 2002.0, 2004.0, 2005.0]), (0, 1), "twice the time is only twice as long");
    assert_eq!(breaks(&[2001.0, 2021.0]), (0, 1), "there is nothing to hold it against");
}

#[test]
fn a_stage_that_begins_where_everything_ends_has_not_begun() {
    let mut chart = of(vec![milestone(2022.0, "甲"), milestone(2023.0, "乙")]);
    chart.stages = vec![stage(2023.0, 2024.0, "后"), stage(2021.0, 2022.0, "先")];
    let drawing = layout(&chart).expect("milestones");
    assert!(!drawing.labels.iter().any(|label| label.class == "stage"));
}

#[test]
fn an_open_period_runs_to_the_end() {
    let mut chart = of(vec![milestone(2022.0, "甲")]);
    chart.period = Some(Stretch { from: 2021.0, to: f64::NAN, label: "2021年至今".into() });
    let drawing = layout(&chart).expect("milestones");
    assert!((reach(&drawing, "own area")[0].1 - drawing.height).abs() < 1e-9);
}

#[test]
fn nothing_happened_is_no_chart() {
    let mut chart = of(vec![milestone(f64::NAN, "甲")]);
    chart.stages = vec![stage(2021.0, 2022.0, "研究部署")];
    assert!(svg(&chart).is_empty());
}

#[test]
fn any_timeline_is_sound() {
    let mut random = Random::new(6);
    for _ in 0..2500 {
        let count = random.below(40);
        let stages = if random.chance(20) { 40 } else { random.below(6) };
        let mut times = random.values(count + 2 * stages + 2);
        if random.chance(2) {
            // Years mixed with months and quarters, many of them equal.
            times = times.iter().map(|_| 2019.0 + random.below(72) as f64 / 12.0).collect();
        }
        let chart = Timeline {
            stages: (0..stages)
                .map(|at| Stage {
                    from: times[count + 2 * at].min(times[count + 2 * at + 1]),
                    to: times[count + 2 * at].max(times[count + 2 * at + 1]),
                    label: random.name().into(),
                })
                .collect(),
            period: random.chance(2).then(|| Stretch {
                from: times[count + 2 * stages],
                to: times[count + 2 * stages + 1],
                label: random.name().into(),
            }),
            milestones: (0..count)
                .map(|at| Milestone {
                    at: times[at],
                    date: if random.chance(9) { "".into() } else { random.label(times[at]).into() },
                    text: random.words().into(),
                })
                .collect(),
        };
        let Some(drawing) = proof::prove(|| layout(&chart), || svg(&chart)) else { continue };
        assert!(dots(&drawing).windows(2).all(|pair| pair[1] - pair[0] > DOT), "dots are told apart");
    }
}
