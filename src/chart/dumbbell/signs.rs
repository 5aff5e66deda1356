//! The signs of the key: what the dots, the arrows and the upright line mean.

use super::row::{self, AFTER, BEFORE, MARK};
use super::{Dumbbell, arrow};
use crate::chart::Effect;
use crate::chart::drawable;
use crate::chart::drawing::{Drawing, spot, stroke};
use crate::chart::key::{self, Entry, Key};

/// The key, and what is drawn at each of its entries.
pub(super) struct Signs<'a> {
    pub(super) key: Key<'a>,
    signs: Vec<Sign>,
}

#[derive(Clone, Copy)]
enum Sign {
    Before,
    After,
    Arrow(Effect),
    Benchmark,
}

const ARROW: f64 = 26.0;

/// What of the key the rows need.
pub(super) fn of<'a>(chart: &'a Dumbbell<'_>) -> Signs<'a> {
    let has = |effect: Effect| chart.rows.iter().any(|row| row.effect == effect);
    let has_benchmark =
        chart.rows.iter().flat_map(|row| &row.benchmark).any(|value| drawable(value.value).is_some());
    let key = &chart.key;
    let all = [
        (Sign::Before, BEFORE, &key.before, true),
        (Sign::After, AFTER, &key.after, true),
        (Sign::Benchmark, 3.0, &key.benchmark, has_benchmark),
        (Sign::Arrow(Effect::Better), ARROW, &key.better, has(Effect::Better)),
        (Sign::Arrow(Effect::Worse), ARROW, &key.worse, has(Effect::Worse)),
        (Sign::Arrow(Effect::Unjudged), ARROW, &key.level, has(Effect::Unjudged)),
    ];
    let entries = all.map(|(sign, width, text, needed)| Entry {
        class: if matches!(sign, Sign::Benchmark) { "benchmark" } else { "peer" },
        sign: width,
        text: if needed { text } else { "" },
    });
    let [before, after, benchmark, better, worse, level] = entries;
    let key = key::of(&[&[before, after, benchmark], &[better, worse, level]]);
    Signs { key, signs: all.map(|(sign, ..)| sign).to_vec() }
}

impl<'a> Signs<'a> {
    pub(super) fn draw(self, drawing: &mut Drawing<'a>) {
        for (sign, at) in self.signs.into_iter().zip(self.key.signs) {
            let Some(at) = at else { continue };
            let (mut lines, mut areas) = (Vec::new(), Vec::new());
            match sign {
                Sign::Before => drawing.dots("before dots", vec![at], BEFORE),
                Sign::After => drawing.dots("level dots", vec![at], AFTER),
                Sign::Arrow(effect) => {
                    let half = ARROW / 2.0;
                    arrow(&mut lines, &mut areas, spot(at.x - half + 1.5, at.y), spot(at.x + half, at.y));
                    let (line, area) = row::classes(effect);
                    drawing.path(line, lines);
                    drawing.path(area, areas);
                }
                Sign::Benchmark => {
                    stroke(&mut lines, spot(at.x, at.y - MARK), spot(at.x, at.y + MARK));
                    drawing.path("benchmark mark line", lines);
                }
            }
        }
        drawing.labels.extend(self.key.labels);
    }
}
