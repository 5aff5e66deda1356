use super::*;
use crate::chart::proof::{self, Random, dots, strokes, words};

fn point(value: f64) -> Option<Point<'static>> {
    value.is_finite().then(|| Point { value, label: format!("{value}%").into(), provisional: false })
}

fn line(name: &'static str, role: Role, before: f64, after: f64) -> Line<'static> {
    Line { name: name.into(), role, before: point(before), after: point(after) }
}

fn slope(lines: Vec<Line<'static>>) -> Slope<'static> {
    Slope { before: "2021".into(), after: "2024".into(), lines, better: Better::Up }
}

fn drawn<'a>(chart: &'a Slope<'a>) -> Drawing<'a> {
    proof::prove(|| layout(chart), || svg(chart)).expect("there is a value")
}

#[test]
fn every_line_is_named_at_both_ends_where_there_is_room() {
    let chart = slope(vec![
        line("华岚", Role::Own, 6.2, 9.4),
        line("对标", Role::Benchmark, 12.1, 10.9),
        line("北岭", Role::Peer, 3.0, 2.5),
    ]);
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "own"), ["华岚 6.2%", "华岚 9.4%"]);
    assert_eq!(words(&drawing, "benchmark"), ["对标 12.1%", "对标 10.9%"]);
    assert_eq!(words(&drawing, "peer"), ["北岭 3%", "北岭 2.5%"]);
    assert_eq!(words(&drawing, "period"), ["2021", "2024"]);
}

#[test]
fn who_changed_places_with_the_own_line_stands_out() {
    let chart = slope(vec![
        line("华岚", Role::Own, 6.0, 9.0),
        line("超过了它", Role::Peer, 5.0, 10.0),
        line("被它超过", Role::Peer, 7.0, 8.0),
        line("一直在前", Role::Peer, 11.0, 12.0),
        line("持平", Role::Peer, 6.0, 8.0),
    ]);
    let drawing = drawn(&chart);
    assert_eq!((strokes(&drawing, "passed line"), strokes(&drawing, "peer line")), (2, 2));
}

#[test]
fn of_forty_lines_all_are_drawn_and_those_that_matter_are_named() {
    let mut lines = vec![line("华岚", Role::Own, 50.0, 60.0), line("对标", Role::Benchmark, 70.0, 71.0)];
    lines.extend((0..36).map(|at| line("其他", Role::Peer, f64::from(at), f64::from(at))));
    lines.push(line("最好", Role::Peer, 80.0, 90.0));
    lines.push(line("被它超过", Role::Peer, 55.0, 54.0));
    lines.rotate_left(3);
    let chart = slope(lines);
    let drawing = drawn(&chart);
    let all: usize = ["own line", "benchmark line", "passed line", "peer line"]
        .iter()
        .map(|class| strokes(&drawing, class))
        .sum();
    assert_eq!(all, 40);
    assert_eq!(words(&drawing, "own").len() + words(&drawing, "benchmark").len(), 4);
    let mut named = words(&drawing, "peer");
    named.sort();
    assert_eq!(named, ["其他 0%", "其他 0%", "最好 80%", "最好 90%", "被它超过 54%", "被它超过 55%"]);
}

#[test]
fn what_is_best_depends_on_the_direction() {
    let chart = slope(vec![
        line("低", Role::Peer, 1.0, 1.0),
        line("中", Role::Peer, 4.0, 4.0),
        line("高", Role::Peer, 9.0, 9.0),
        line("华岚", Role::Own, 6.0, 6.0),
    ]);
    let named_first = |better| by_importance(&courses(&chart), better).0;
    assert_eq!(named_first(Better::Up), [3, 2, 0, 1]);
    assert_eq!(named_first(Better::Down), [3, 0, 2, 1]);
}

#[test]
fn names_that_would_overlap_move_apart_and_are_led_to_their_ends() {
    let chart = slope(
        (0..6)
            .map(|_| line("同样", Role::Peer, 5.0, 5.0))
            .chain([line("远", Role::Peer, 9.0, 0.0)])
            .collect(),
    );
    let drawing = drawn(&chart);
    assert_eq!(words(&drawing, "peer").len(), 14);
    let leaders = drawing.marks.iter().filter(|mark| mark.class == "peer leader line").count();
    assert!((8..=12).contains(&leaders), "{leaders}");
}

#[test]
fn a_line_with_one_end_is_a_dot_with_a_name() {
    let chart = slope(vec![line("华岚", Role::Own, 6.0, 9.0), line("新来", Role::Peer, f64::NAN, 3.0)]);
    let drawing = drawn(&chart);
    assert_eq!((strokes(&drawing, "peer line"), dots(&drawing, "peer dots").len()), (0, 1));
    assert_eq!(words(&drawing, "peer"), ["新来 3%"]);
}

#[test]
fn provisional_ends_are_hollow_and_their_lines_dashed() {
    let mut chart = slope(vec![line("华岚", Role::Own, 6.0, 9.0)]);
    if let Some(after) = &mut chart.lines[0].after {
        after.provisional = true;
    }
    let drawing = drawn(&chart);
    assert_eq!(strokes(&drawing, "own provisional line"), 1);
    assert_eq!((dots(&drawing, "own dots").len(), dots(&drawing, "own provisional ring").len()), (1, 1));
}

#[test]
fn no_value_is_no_chart() {
    assert!(svg(&slope(vec![line("华岚", Role::Own, f64::NAN, f64::NAN)])).is_empty());
    assert!(svg(&slope(Vec::new())).is_empty());
}

#[test]
fn any_slope_is_sound() {
    let mut random = Random::new(8);
    for _ in 0..2500 {
        let count = 1 + random.below(40);
        let values = random.values(2 * count);
        let mut lines = Vec::with_capacity(count);
        for at in 0..count {
            let mut point = |value: f64| {
                let point = Point { value, label: random.label(value).into(), provisional: random.chance(6) };
                (!random.chance(8)).then_some(point)
            };
            let (before, after) = (point(values[2 * at]), point(values[2 * at + 1]));
            let role = match at {
                0 => Role::Own,
                1 => Role::Benchmark,
                _ => Role::Peer,
            };
            lines.push(Line { name: random.name().into(), role, before, after });
        }
        let chart = Slope {
            before: random.name().into(),
            after: random.name().into(),
            lines,
            better: [Better::Up, Better::Down, Better::Unjudged][random.below(3)],
        };
        proof::prove(|| layout(&chart), || svg(&chart));
    }
}
