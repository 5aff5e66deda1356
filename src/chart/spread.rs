//! Moves things along a line until none overlaps another, each as little as possible.

/// Something that wants its middle at `wish` and takes `size`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) wish: f64,
    pub(super) size: f64,
}

/// Where each item begins, so that all lie between `least` and `most`, at least `gap` apart, in the order of their wishes (equal
/// wishes keep the order given). The items must fit; where they do not, the last ones stick out.
///
/// Items that push each other share the way: a cluster lies where the sum of its squared displacements is least
/// (pool-adjacent-violators).
pub(super) fn apart(items: &[Item], gap: f64, least: f64, most: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by(|&a, &b| items[a].wish.total_cmp(&items[b].wish));

    // (first in `order`, number of items, sum of where each would have the cluster begin, size)
    let mut clusters: Vec<(usize, usize, f64, f64)> = Vec::with_capacity(items.len());
    let begin = |&(_, count, wishes, size): &(usize, usize, f64, f64)| {
        (wishes / count as f64).min(most - size).max(least)
    };
    for (at, &index) in order.iter().enumerate() {
        let Item { wish, size } = items[index];
        let mut cluster = (at, 1, wish - size / 2.0, size);
        while let Some(before) = clusters.last() {
            if begin(before) + before.3 + gap <= begin(&cluster) {
                break;
            }
            let offset = before.3 + gap;
            cluster = (
                before.0,
                before.1 + cluster.1,
                before.2 + cluster.2 - offset * cluster.1 as f64,
                offset + cluster.3,
            );
            clusters.pop();
        }
        clusters.push(cluster);
    }

    let mut places = vec![0.0; items.len()];
    for cluster in &clusters {
        let mut place = begin(cluster);
        for &index in &order[cluster.0..cluster.0 + cluster.1] {
            places[index] = place;
            place += items[index].size + gap;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(wishes: &[f64]) -> Vec<f64> {
        let items: Vec<Item> = wishes.iter().map(|&wish| Item { wish, size: 10.0 }).collect();
        apart(&items, 0.0, 0.0, 100.0)
    }

    #[test]
    fn what_has_room_stays_where_it_wants_to_be() {
        assert_eq!(places(&[80.0, 20.0]), [75.0, 15.0]);
    }

    #[test]
    fn equal_wishes_lie_side_by_side_and_share_the_way() {
        assert_eq!(places(&[50.0, 50.0]), [40.0, 50.0]);
        assert_eq!(places(&[50.0, 50.0, 50.0]), [35.0, 45.0, 55.0]);
    }

    #[test]
    fn nothing_leaves_the_ends() {
        assert_eq!(places(&[0.0, 1.0, 100.0]), [0.0, 10.0, 90.0]);
        assert_eq!(places(&[99.0, 100.0]), [80.0, 90.0]);
    }
}
