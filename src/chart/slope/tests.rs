use super::*;
use crate::chart::proof::{self, Random};

#[test]
fn any_slope_is_sound() {
    let mut random = Random::new(8);
    for _ in 0..2000 {
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
        if let Some(drawing) = layout(&chart) {
            proof::is_sound(&drawing, &proof::named(&svg(&chart)));
        }
    }
}
