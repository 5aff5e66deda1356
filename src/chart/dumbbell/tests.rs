use super::*;
use crate::chart::proof::{self, Random};

#[test]
fn any_dumbbell_is_sound() {
    let mut random = Random::new(7);
    for _ in 0..2000 {
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
        let drawing = layout(&chart).expect("rows");
        proof::is_sound(&drawing, &proof::named(&svg(&chart)));
    }
}
