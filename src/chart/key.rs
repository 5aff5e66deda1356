//! What the signs of a chart mean, written above it: side by side where they fit, in as many rows as they need.

use super::drawing::{Anchor, Label, Spot, breadth, room, spot};
use super::{Text, WIDTH, text};

/// A sign and its meaning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// Of the text.
    pub(super) class: &'static str,
    /// How wide the sign is.
    pub(super) sign: f64,
    /// What it means. Empty: there is no such entry.
    pub(super) text: &'a str,
}

/// The entries in their places.
pub(super) struct Key<'a> {
    pub(super) height: f64,
    pub(super) labels: Vec<Label<'a>>,
    /// The middle of each sign, in the order of the entries; `None` where there is no text.
    pub(super) signs: Vec<Option<Spot>>,
}

/// Between a sign and its meaning.
const BESIDE: f64 = 6.0;
/// Between two entries.
const APART: f64 = 18.0;

/// Places the entries at the top of the chart, each on two lines at most. Those of a group stay in one row if they can.
pub(super) fn of<'a>(groups: &[&[Entry<'a>]]) -> Key<'a> {
    let mut key = Key { height: 0.0, labels: Vec::new(), signs: Vec::new() };
    let (mut x, mut top) = (0.0, 0.0);
    for group in groups {
        let whole: f64 = group.iter().map(Entry::breadth).sum();
        for (index, entry) in group.iter().enumerate() {
            let lines = entry.lines();
            if lines.is_empty() {
                key.signs.push(None);
                continue;
            }
            let needed = if index == 0 && whole - APART <= WIDTH { whole } else { entry.breadth() };
            if x > 0.0 && x + needed - APART > WIDTH {
                (x, top) = (0.0, key.height);
            }
            key.signs.push(Some(spot(x + entry.sign / 2.0, top + text::LINE / 2.0)));
            let label = Label::new(entry.class, Anchor::Start, x + entry.sign + BESIDE, top, lines);
            x = label.bounds.right + APART;
            key.height = key.height.max(label.bounds.bottom);
            key.labels.push(label);
        }
    }
    key
}

impl<'a> Entry<'a> {
    fn lines(&self) -> Vec<Text<'a>> {
        text::fold(self.text, room(self.class, WIDTH - self.sign - BESIDE), 2)
    }

    /// With the sign, and the space to the next entry.
    fn breadth(&self) -> f64 {
        let lines = self.lines();
        if lines.is_empty() { 0.0 } else { self.sign + BESIDE + breadth(self.class, &lines) + APART }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(texts: &[&'static str]) -> Key<'static> {
        let entries: Vec<Entry<'_>> =
            texts.iter().map(|&text| Entry { class: "peer", sign: 12.0, text }).collect();
        of(&[&entries])
    }

    #[test]
    fn entries_stand_side_by_side_where_they_fit_and_below_each_other_where_not() {
        assert!((key(&["2021年", "2024年", "对标"]).height - text::LINE).abs() < 1e-9);
        let long = key(&["Hualan Steel’s own progress since 2021", "the benchmark’s movement since 2021"]);
        assert!((long.height - 2.0 * text::LINE).abs() < 1e-9);
    }

    #[test]
    fn what_belongs_together_stays_in_one_row() {
        let entry = |text| Entry { class: "peer", sign: 12.0, text };
        let long = [entry("Hualan Steel’s own progress since")];
        let key = of(&[&long, &[entry("behind"), entry("ahead")]]);
        let tops: Vec<f64> = key.labels.iter().map(|label| label.bounds.top).collect();
        assert_eq!(tops, [0.0, text::LINE, text::LINE]);
    }

    #[test]
    fn a_sign_without_a_meaning_is_left_out() {
        let key = key(&["2021", "", "2024"]);
        assert_eq!(key.signs.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
    }
}
