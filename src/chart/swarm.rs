//! Dots that would hide each other, moved off their line just far enough.

/// How much wider the dot in the centre is than the others.
pub(super) const EXTRA: f64 = 3.0;

/// How far each dot is moved up or down, so that no two of one diameter overlap while every one keeps its x. The `centre` stays on
/// the line; the others follow from left to right. `None` where a dot would have to move more than `most`.
pub(super) fn offsets(xs: &[f64], diameter: f64, centre: Option<usize>, most: f64) -> Option<Vec<f64>> {
    let mut order: Vec<usize> = (0..xs.len()).filter(|&index| Some(index) != centre).collect();
    order.sort_by(|&a, &b| xs[a].total_cmp(&xs[b]));

    let mut offsets = vec![0.0; xs.len()];
    // (x, offset, how near the middle of another may come)
    let mut placed: Vec<(f64, f64, f64)> = Vec::with_capacity(xs.len());
    let wide = diameter + EXTRA / 2.0;
    let fixed = centre.map(|index| (xs[index], 0.0, wide));
    let mut near: Vec<(f64, f64, f64)> = Vec::new();
    for index in order {
        let x = xs[index];
        near.clear();
        near.extend(placed.iter().rev().take_while(|dot| x - dot.0 < diameter));
        near.extend(fixed.filter(|dot| (x - dot.0).abs() < wide));
        // The nearest places are on the line, or touching one of those already there.
        let touching = near.iter().flat_map(|&(there, offset, apart)| {
            let rise = (apart * apart - (x - there).powi(2)).max(0.0).sqrt();
            [offset - rise, offset + rise]
        });
        let free = |offset: f64| {
            near.iter().all(|dot| (x - dot.0).powi(2) + (offset - dot.1).powi(2) >= dot.2 * dot.2 - 1e-6)
        };
        let offset = std::iter::once(0.0)
            .chain(touching)
            .filter(|&offset| offset.abs() <= most && free(offset))
            .min_by(|a, b| a.abs().total_cmp(&b.abs()))?;
        offsets[index] = offset;
        placed.push((x, offset, diameter));
    }
    Some(offsets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_with_room_stay_on_the_line() {
        assert_eq!(offsets(&[30.0, 10.0, 20.0], 8.0, None, 40.0), Some(vec![0.0, 0.0, 0.0]));
    }

    #[test]
    fn equal_values_are_stacked_around_the_one_that_matters() {
        assert_eq!(offsets(&[5.0, 5.0, 5.0], 8.0, Some(1), 40.0), Some(vec![-9.5, 0.0, 9.5]));
    }

    #[test]
    fn a_stack_that_grows_too_high_is_none() {
        assert_eq!(offsets(&[5.0; 20], 8.0, None, 40.0), None);
    }
}
