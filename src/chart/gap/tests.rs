use super::*;
use crate::chart::proof::{self, Random};

#[test]
fn any_gap_is_sound() {
    let mut random = Random::new(6);
    for _ in 0..2000 {
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
        if let Some(drawing) = layout(&chart) {
            proof::is_sound(&drawing, &proof::named(&svg(&chart)));
        }
    }
}
