use super::*;
use crate::chart::Shape;
use crate::chart::proof::{self, Random};

fn total(value: f64) -> Reference<'static> {
    Reference { value, name: "净资产收益率".into(), label: format!("{value}%").into() }
}

fn part(value: f64) -> Part<'static> {
    let effect = if value < 0.0 { Effect::Worse } else { Effect::Better };
    Part { name: "降低能耗".into(), value, label: format!("{value:+}").into(), effect }
}

fn bridge(from: f64, parts: &[f64], to: f64) -> Bridge<'static> {
    Bridge {
        from: total(from),
        parts: parts.iter().map(|&value| part(value)).collect(),
        to: total(to),
        provisional: false,
    }
}

/// The left and right ends of the bars of a class, from top to bottom.
fn bars(drawing: &Drawing<'_>, class: &str) -> Vec<(f64, f64)> {
    let steps = drawing.marks.iter().find_map(|mark| match &mark.shape {
        Shape::Path(steps) if mark.class == class => Some(steps),
        _ => None,
    });
    let ends = |bar: &[Step]| {
        extent(bar.iter().filter_map(|step| match step {
            Step::Move(at) | Step::Line(at) => Some(at.x),
            Step::Close => None,
        }))
    };
    steps.map_or_else(Vec::new, |steps| steps.chunks(5).filter_map(ends).collect())
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-6
}

#[test]
fn every_bar_begins_where_the_one_above_ended() {
    let chart = bridge(6.0, &[2.0, -1.0, 3.0], 10.0);
    let drawing = layout(&chart).expect("totals");
    let (totals, up, down) =
        (bars(&drawing, "own area"), bars(&drawing, "better area"), bars(&drawing, "worse area"));
    assert!(near(totals[0].0, totals[1].0), "both totals begin at zero");
    assert!(near(totals[0].1, up[0].0) && near(up[0].1, down[0].1) && near(down[0].0, up[1].0));
    assert!(near(up[1].1, totals[1].1), "the last part ends where the total after does");
}

#[test]
fn sums_may_cross_zero() {
    let chart = bridge(-4.0, &[6.0, -1.0], 1.0);
    let drawing = layout(&chart).expect("totals");
    let (totals, up) = (bars(&drawing, "own area"), bars(&drawing, "better area"));
    assert!(near(totals[0].1, totals[1].0), "one goes left from zero, the other right");
    assert!(up[0].0 < totals[0].1 && totals[0].1 < up[0].1);
    assert!(shows_zero(&chart));
}

#[test]
fn totals_that_dwarf_the_parts_are_broken_off_and_it_shows() {
    for sign in [1.0, -1.0] {
        let chart = bridge(sign * 8000.0, &[sign * 30.0, sign * -10.0], sign * 8020.0);
        let drawing = layout(&chart).expect("totals");
        let parts = [bars(&drawing, "better area"), bars(&drawing, "worse area")].concat();
        assert!(parts.iter().all(|(left, right)| right - left > 40.0), "the parts are to be seen");
        assert!(drawing.marks.iter().any(|mark| mark.class == "halo area"));
        assert!(!drawing.marks.iter().any(|mark| mark.class == "zero line") && !shows_zero(&chart));
    }
}

#[test]
fn a_part_that_is_not_zero_is_seen_and_one_that_is_has_no_bar() {
    let chart = bridge(5.0, &[0.0001, 0.0, -0.0001], 5.0);
    let drawing = layout(&chart).expect("totals");
    let parts = [bars(&drawing, "better area"), bars(&drawing, "worse area")].concat();
    assert_eq!(parts.len(), 2);
    assert!(parts.iter().all(|(left, right)| right - left >= LEAST - 1e-9));
}

#[test]
fn a_part_without_a_value_has_a_label_and_no_bar() {
    let mut chart = bridge(5.0, &[2.0, f64::NAN], 7.0);
    chart.parts[1].label = "暂缺".into();
    let drawing = layout(&chart).expect("totals");
    assert_eq!(bars(&drawing, "worse area").len() + bars(&drawing, "better area").len(), 1);
    assert!(drawing.labels.iter().any(|label| label.lines == ["暂缺"]));
}

#[test]
fn names_are_folded_beside_their_bars_and_only_the_longest_go_above() {
    let mut chart = bridge(5.0, &[2.0], 7.0);
    chart.parts[0].name = "减少等待与返工带来的".into();
    assert!(layout(&chart).expect("totals").labels.iter().any(|label| label.lines.len() == 2));
    chart.parts[0].name = "减少等待与返工带来的产能释放、库存下降和交期缩短".into();
    let drawing = layout(&chart).expect("totals");
    assert!(drawing.labels.iter().all(|label| label.class != "name" || label.bounds.left.abs() < 1e-9));
}

#[test]
fn without_both_totals_there_is_no_chart() {
    assert!(svg(&bridge(f64::NAN, &[1.0], 2.0)).is_empty());
    assert!(svg(&bridge(1.0, &[1.0], f64::INFINITY)).is_empty());
}

#[test]
fn any_bridge_is_sound() {
    let mut random = Random::new(8);
    for _ in 0..3000 {
        let count = random.below(40);
        let values = random.values(count + 2);
        let long = random.chance(2);
        let name = |random: &mut Random| if long { random.name() } else { "降低能耗" };
        let add_up = random.chance(2);
        let from = values[count];
        let all = values[..count].iter().copied().filter_map(drawable).sum::<f64>();
        let to = if add_up { from + all } else { values[count + 1] };
        let chart = Bridge {
            from: Reference { value: from, name: name(&mut random).into(), label: random.label(from).into() },
            parts: (0..count)
                .map(|at| Part {
                    name: name(&mut random).into(),
                    value: values[at],
                    label: random.label(values[at]).into(),
                    effect: [Effect::Better, Effect::Worse, Effect::Unjudged][random.below(3)],
                })
                .collect(),
            to: Reference { value: to, name: name(&mut random).into(), label: random.label(to).into() },
            provisional: random.chance(3),
        };
        let Some(drawing) = proof::prove(|| layout(&chart), || svg(&chart)) else { continue };
        let svg = proof::named(&svg(&chart));
        let lines = drawing.marks.iter().filter(|mark| mark.class.ends_with(" line"));
        for mark in lines {
            let Shape::Path(steps) = &mark.shape else { continue };
            for pair in steps.chunks(2) {
                let [Step::Move(from), Step::Line(to)] = pair else {
                    panic!("the lines are made of strokes")
                };
                // A line of text is higher than what is to be seen of it.
                let seen = |all: Bounds| Bounds { top: all.top + 2.0, bottom: all.bottom - 2.0, ..all };
                assert!(
                    !drawing.labels.iter().any(|label| seen(label.bounds).crossed_by(*from, *to)),
                    "{} crosses no text: {svg}",
                    mark.class
                );
            }
        }
    }
}
