use super::*;
use crate::chart::proof::{self, Random, dots, strokes, words};

fn point(value: f64) -> Point<'static> {
    Point { value, label: format!("{value}%").into(), provisional: false }
}

fn row(name: &'static str, before: f64, after: f64) -> Row<'static> {
    let effect = if after > before { Effect::Better } else { Effect::Worse };
    Row { name: name.into(), before: point(before), after: point(after), benchmark: None, effect }
}

fn dumbbell(rows: Vec<Row<'static>>) -> Dumbbell<'static> {
    let key = Key {
        before: "2021".into(),
        after: "2024".into(),
        benchmark: "对标".into(),
        better: "改善".into(),
        worse: "变差".into(),
        level: "未评判".into(),
    };
    Dumbbell { rows, scale: Scale::Own, key }
}

fn shared(rows: Vec<Row<'static>>) -> Dumbbell<'static> {
    Dumbbell { scale: Scale::Shared { unit: "%".into(), tick_label: &proof::plain }, ..dumbbell(rows) }
}

fn drawn<'a>(chart: &'a Dumbbell<'a>) -> Drawing<'a> {
    proof::prove(|| layout(chart), || svg(chart)).expect("there are rows")
}

/// Where the dots of a class are, without the one in the key.
fn xs(drawing: &Drawing<'_>, class: &str) -> Vec<f64> {
    let key = text::LINE * 2.0;
    dots(drawing, class).iter().filter(|at| at.y > key).map(|at| at.x).collect()
}

#[test]
fn the_arrow_goes_from_before_to_after_and_says_whether_that_is_better() {
    let mut chart = dumbbell(vec![row("净资产收益率", 6.2, 9.4), row("资产负债率", 66.2, 50.8)]);
    chart.rows[1].effect = Effect::Better;
    let drawing = drawn(&chart);
    let (before, after) = (xs(&drawing, "before dots"), xs(&drawing, "better dots"));
    assert!(before[0] < after[0] && before[1] > after[1], "{before:?} {after:?}");
    assert_eq!(words(&drawing, "better"), ["9.4%", "50.8%"]);
    assert_eq!(words(&drawing, "before"), ["6.2%", "66.2%"]);
}

#[test]
fn better_worse_and_unjudged_are_told_apart_and_explained_as_far_as_they_occur() {
    let mut chart = dumbbell(vec![row("甲", 6.0, 9.0), row("乙", 9.0, 6.0)]);
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "peer"), ["2021", "2024", "改善", "变差"]);
    assert_eq!(
        (words(&drawing, "better"), words(&drawing, "worse")),
        (vec!["9%".to_owned()], vec!["6%".to_owned()])
    );
    chart.rows[1].effect = Effect::Unjudged;
    assert_eq!(words(&drawn(&chart), "peer"), ["2021", "2024", "改善", "未评判"]);
}

#[test]
fn on_scales_of_their_own_rows_of_any_size_are_equally_wide_but_a_trifle_is_short() {
    let chart = dumbbell(vec![row("甲", 6.2, 9.4), row("乙", 86_120.0, 112_800.0), row("丙", 96.1, 96.2)]);
    let drawing = drawn(&chart);
    let way: Vec<f64> = xs(&drawing, "before dots")
        .iter()
        .zip(xs(&drawing, "better dots"))
        .map(|(before, after)| after - before)
        .collect();
    assert!((way[0] - way[1]).abs() < 1e-9 && way[2] < way[0] / 20.0, "{way:?}");
}

#[test]
fn on_a_shared_scale_equal_values_lie_below_each_other_on_one_axis() {
    let chart = shared(vec![row("甲", 5.0, 9.0), row("乙", 3.0, 5.0)]);
    let drawing = drawn(&chart);
    assert!((xs(&drawing, "before dots")[0] - xs(&drawing, "better dots")[1]).abs() < 1e-9);
    assert!(words(&drawing, "tick").last().is_some_and(|tick| tick.ends_with('%')));
}

#[test]
fn what_has_not_changed_is_written_once() {
    let mut chart = dumbbell(vec![row("甲", 5.3, 5.3)]);
    chart.rows[0].effect = Effect::Unjudged;
    let drawing = drawn(&chart);
    assert_eq!((words(&drawing, "before").len(), words(&drawing, "level")), (0, vec!["5.3%".to_owned()]));
}

#[test]
fn a_missing_value_has_a_label_and_no_dot() {
    let mut chart = dumbbell(vec![row("甲", 5.3, 9.0)]);
    chart.rows[0].after = Point { value: f64::NAN, label: "暂缺".into(), provisional: false };
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "better"), ["暂缺"]);
    assert!(xs(&drawing, "better dots").is_empty() && xs(&drawing, "before dots").len() == 1);
}

#[test]
fn provisional_values_are_hollow() {
    let mut chart = dumbbell(vec![row("甲", 5.3, 9.0)]);
    chart.rows[0].after.provisional = true;
    assert_eq!(dots(&drawn(&chart), "better provisional ring").len(), 1);
}

#[test]
fn one_long_name_puts_all_names_above_their_rows() {
    let mut chart = dumbbell(vec![row("甲", 5.0, 9.0), row("乙", 3.0, 5.0)]);
    let low = drawn(&chart).height;
    chart.rows[0].name = "归属于母公司股东的扣除非经常性损益后的加权平均净资产收益率".into();
    let drawing = drawn(&chart);
    assert!(drawing.height > low);
    let names: Vec<f64> =
        drawing.labels.iter().filter(|label| label.class == "name").map(|label| label.bounds.left).collect();
    assert_eq!(names, [0.0, 0.0]);
    assert!(words(&drawing, "name")[0].contains('|'), "on two lines");
}

#[test]
fn a_long_number_is_never_cut_off() {
    let mut chart = dumbbell(vec![row("营业收入", 1.0, 2.0)]);
    chart.rows[0].before.label = "1,234,567,890,123.45元人民币".into();
    chart.rows[0].after.label = "2,234,567,890,123.45元人民币".into();
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "before"), ["1,234,567,890,123.45元人民币"]);
    assert_eq!(words(&drawing, "better"), ["2,234,567,890,123.45元人民币"]);
}

#[test]
fn the_benchmark_is_marked_always_and_written_where_there_is_room() {
    let mut chart = shared(vec![row("甲", 2.0, 9.0), row("乙", 4.0, 5.0)]);
    chart.rows[0].benchmark = Some(point(6.0));
    chart.rows[1].benchmark = Some(point(4.5));
    let drawing = drawn(&chart);
    assert_eq!(strokes(&drawing, "benchmark mark line"), 2);
    assert_eq!(words(&drawing, "benchmark"), ["6%", "对标"]);
}

#[test]
fn no_rows_are_no_chart() {
    assert!(svg(&dumbbell(Vec::new())).is_empty());
}

#[test]
fn any_dumbbell_is_sound() {
    let mut random = Random::new(7);
    for _ in 0..2500 {
        let count = 1 + random.below(40);
        let values = random.values(3 * count);
        let long = random.chance(2);
        let mut rows = Vec::with_capacity(count);
        for at in 0..count {
            let mut point = |value: f64| Point {
                value,
                label: random.label(value).into(),
                provisional: random.chance(6),
            };
            let (before, after, benchmark) =
                (point(values[3 * at]), point(values[3 * at + 1]), point(values[3 * at + 2]));
            rows.push(Row {
                name: if long { random.name().into() } else { "净资产收益率".into() },
                before,
                after,
                benchmark: random.chance(2).then_some(benchmark),
                effect: [Effect::Better, Effect::Worse, Effect::Unjudged][random.below(3)],
            });
        }
        let scale = if random.chance(2) {
            Scale::Own
        } else {
            Scale::Shared { unit: random.name().into(), tick_label: &proof::plain }
        };
        let key = Key {
            before: random.name().into(),
            after: random.name().into(),
            better: random.name().into(),
            worse: random.name().into(),
            level: random.name().into(),
            benchmark: random.name().into(),
        };
        let chart = Dumbbell { rows, scale, key };
        proof::prove(|| layout(&chart), || svg(&chart)).expect("rows");
    }
}
