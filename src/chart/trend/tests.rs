use super::*;
use crate::chart::proof::{self, Random, strokes, words};

/// A line from what a reader would read: `_` is missing, `~` provisional.
fn line(name: &'static str, values: &str) -> Line<'static> {
    let words: Vec<String> = values.split_whitespace().map(str::to_owned).collect();
    let value = |word: &String| {
        (word != "_").then(|| Value {
            y: word.trim_start_matches('~').parse().expect("the test's numbers are numbers"),
            provisional: word.starts_with('~'),
        })
    };
    let values = words.iter().map(value).collect();
    let label = move |at: usize| format!("{}%", words[at].trim_start_matches('~'));
    // For a line as long-lived as the test.
    Line { name: name.into(), values, value_label: Box::leak(Box::new(label)) }
}

fn written(chart: &Trend<'_>) -> String {
    proof::named(&svg(chart))
}

fn trend(own: &str, benchmark: &str) -> Trend<'static> {
    let own = line("华岚钢铁", own);
    let benchmark = line("世界一流", benchmark);
    let periods = own.values.len().max(benchmark.values.len());
    Trend {
        unit: "%".into(),
        periods: (0..periods)
            .map(|at| Period { x: 2020.0 + at as f64, label: (2020 + at).to_string().into() })
            .collect(),
        own,
        benchmark: (!benchmark.values.is_empty()).then_some(benchmark),
        target: None,
        stages: Vec::new(),
        better: Better::Up,
        tick_label: &proof::plain,
    }
}

fn aimed(mut chart: Trend<'static>, x: f64, y: f64) -> Trend<'static> {
    chart.target = Some(Target { x, y, name: "2025年目标".into(), label: format!("{y}%").into() });
    chart
}

fn dots(drawing: &Drawing<'_>, class: &str) -> usize {
    proof::dots(drawing, class).len()
}

fn drawn<'a>(chart: &'a Trend<'a>) -> Drawing<'a> {
    proof::prove(|| layout(chart), || svg(chart)).expect("there is something to draw")
}

#[test]
fn a_missing_year_breaks_the_line() {
    let chart = trend("6.2 7.1 _ 8.3 9.4", "");
    assert_eq!(strokes(&drawn(&chart), "own line"), 2);
}

#[test]
fn one_point_is_a_dot() {
    let chart = trend("_ 7.1 _", "");
    let drawing = drawn(&chart);
    assert_eq!((strokes(&drawing, "own line"), dots(&drawing, "own dots")), (0, 1));
    assert_eq!(words(&drawing, "own"), ["华岚钢铁|7.1%"]);
}

#[test]
fn no_value_is_no_chart() {
    assert_eq!(written(&trend("", "")), "");
    assert_eq!(written(&trend("_ _", "_ _")), "");
    assert_eq!(written(&aimed(trend("_ _", ""), 2025.0, 3.0)), "", "a target alone is no trend");
}

#[test]
fn the_first_and_the_last_own_value_are_written_and_the_benchmarks_last() {
    let chart = trend("6.2 7.1 7.8 8.3 9.4", "12.1 11.8 11.5 11.2 10.9");
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "own"), ["华岚钢铁|9.4%", "6.2%"]);
    assert_eq!(words(&drawing, "benchmark"), ["世界一流|10.9%"]);
}

#[test]
fn the_zero_line_appears_where_the_data_cross_it() {
    assert_eq!(strokes(&drawn(&trend("-2 1 3", "")), "zero line"), 1);
    assert_eq!(strokes(&drawn(&trend("0 1 3", "")), "zero line"), 0);
    assert_eq!(strokes(&drawn(&trend("-3 -1 -2", "")), "zero line"), 0);
}

#[test]
fn it_can_be_asked_whether_the_axis_shows_zero() {
    assert!(shows_zero(&trend("1 9", "")));
    assert!(shows_zero(&trend("-1 9", "")));
    assert!(!shows_zero(&trend("8 9", "")));
}

#[test]
fn the_gap_is_split_where_the_lines_cross() {
    let drawing = layout(&trend("6 12", "10 8"))
        .map(|drawing| (strokes(&drawing, "gap area"), strokes(&drawing, "lead area")));
    assert_eq!(drawing, Some((1, 1)));
    let chart = Trend { better: Better::Down, ..trend("6 7", "10 8") };
    assert_eq!((strokes(&drawn(&chart), "gap area"), strokes(&drawn(&chart), "lead area")), (0, 1));
    let chart = Trend { better: Better::Unjudged, ..trend("6 12", "10 8") };
    assert_eq!((strokes(&drawn(&chart), "gap area"), strokes(&drawn(&chart), "between area")), (0, 1));
}

#[test]
fn the_gap_is_shaded_only_where_both_lines_are() {
    assert_eq!(strokes(&drawn(&trend("6 7 _ 8 9", "10 10 10 10 _")), "gap area"), 1);
}

#[test]
fn provisional_values_are_hollow_and_the_way_to_them_is_dashed() {
    let chart = trend("6.2 7.1 ~7.8", "");
    let drawing = drawn(&chart);
    assert_eq!(strokes(&drawing, "own provisional line"), 1);
    assert_eq!(dots(&drawing, "own provisional ring"), 1);
    assert_eq!(dots(&drawing, "own dots"), 2);
}

#[test]
fn lines_that_lie_on_each_other_still_have_two_names() {
    let chart = trend("6 7 8", "6 7 8");
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "own")[0], "华岚钢铁|8%");
    assert_eq!(words(&drawing, "benchmark"), ["世界一流|8%"]);
    assert_eq!(strokes(&drawing, "gap area"), 0);
}

#[test]
fn a_target_may_lie_beyond_the_last_period() {
    let chart = aimed(trend("6.2 7.1 7.8 8.3 9.4", "12.1 11.8 11.5 11.2 10.9"), 2030.0, 12.0);
    let drawing = drawn(&chart);
    assert_eq!(dots(&drawing, "target ring"), 1);
    assert_eq!(words(&drawing, "target"), ["2025年目标|12%"]);
}

#[test]
fn the_names_of_eighteen_years_are_thinned_evenly_and_the_last_stays() {
    let years = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18";
    let chart = trend(years, "");
    let drawing = drawn(&chart);
    let named: Vec<usize> =
        words(&drawing, "period").iter().map(|year| year.parse().expect("a year")).collect();
    assert!((3..=8).contains(&named.len()), "{named:?}");
    assert_eq!(named.last(), Some(&2037));
    assert!(named.windows(3).all(|three| three[1] - three[0] == three[2] - three[1]), "{named:?}");
}

#[test]
fn ticks_are_three_to_six_whatever_the_values() {
    for own in ["9.4 9.4 9.4", "0 0", "-3000 20000", "1e12 1.5e12", "0.000001 0.000002", "-7 -7", "5"] {
        let chart = trend(own, "");
        let drawing = drawn(&chart);
        assert!((3..=6).contains(&words(&drawing, "tick").len()), "{own}: {:?}", words(&drawing, "tick"));
    }
}

#[test]
fn names_of_stages_take_turns_in_two_rows_where_one_is_too_short() {
    let mut chart = trend("6 7 8 9 10", "");
    let stage = |from: f64, label: &'static str| Stage { from, to: from + 1.0, label: label.into() };
    chart.stages = vec![stage(2020.0, "诊断"), stage(2021.0, "试点")];
    let height = drawn(&chart).height;
    chart.stages = vec![stage(2020.0, "Diagnosis"), stage(2021.0, "Pilot"), stage(2022.0, "Consolidation")];
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "stage"), ["Diagnosis", "Pilot", "Consolidation"]);
    assert!(drawing.height > height);
}

#[test]
fn a_long_name_is_folded() {
    let mut chart = trend("6 7", "");
    chart.own.name = "华岚钢铁集团股份有限公司".into();
    assert_eq!(words(&drawn(&chart), "own")[0], "华岚钢铁集团|股份有限公司|7%");
}

#[test]
fn the_same_numbers_give_the_same_bytes() {
    let chart = aimed(trend("6.2 7.1 7.8 8.3 ~9.4", "12.1 11.8 11.5 11.2 10.9"), 2025.0, 10.5);
    assert_eq!(written(&chart), written(&chart.clone()));
}

#[test]
fn five_years_with_benchmark_gap_and_target_take_less_than_three_kilobytes() {
    let chart = aimed(trend("6.2 7.1 7.8 8.3 9.4", "12.1 11.8 11.5 11.2 10.9"), 2025.0, 10.5);
    let size = written(&chart).len();
    assert!(size < 3000, "{size} bytes");
}

#[test]
fn any_trend_is_sound() {
    let mut random = Random::new(1);
    for _ in 0..2500 {
        let count = 1 + random.below(40);
        let mut line = || {
            let values = random.values(count);
            let sparse = random.chance(3);
            let name = random.name().into();
            let values: Vec<_> = values
                .into_iter()
                .map(|y| {
                    let (value, label) = (Value { y, provisional: random.chance(6) }, random.label(y));
                    ((!sparse || !random.chance(3)).then_some(value), label)
                })
                .collect();
            (name, values)
        };
        let (own, benchmark) = (line(), line());
        let (own_label, benchmark_label) =
            (|at: usize| own.1[at].1.clone(), |at: usize| benchmark.1[at].1.clone());
        let line = |(name, values): &(Text<'static>, Vec<(Option<Value>, String)>), value_label| Line {
            name: name.clone(),
            values: values.iter().map(|value| value.0).collect(),
            value_label,
        };
        let start = if random.chance(2) { 2019.0 } else { random.number() };
        let x = |random: &mut Random| start + random.below(60) as f64 / 2.0;
        let chart = Trend {
            unit: random.name().into(),
            periods: (0..count)
                .map(|at| Period {
                    x: if random.chance(40) { x(&mut random) } else { start + at as f64 },
                    label: if random.chance(9) {
                        random.name().into()
                    } else {
                        format!("{:.0}", start + at as f64).into()
                    },
                })
                .collect(),
            own: line(&own, &own_label),
            benchmark: random.chance(2).then(|| line(&benchmark, &benchmark_label)),
            target: random.chance(2).then(|| Target {
                x: x(&mut random),
                y: random.values(1)[0],
                name: random.name().into(),
                label: random.label(7.0).into(),
            }),
            stages: (0..random.below(4))
                .map(|_| Stage { from: x(&mut random), to: x(&mut random), label: random.name().into() })
                .collect(),
            better: [Better::Up, Better::Down, Better::Unjudged][random.below(3)],
            tick_label: &proof::plain,
        };
        proof::prove(|| layout(&chart), || svg(&chart));
    }
}
