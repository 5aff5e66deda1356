//! The finding in a sentence: what a chart shows, in prose that could be printed. The facts are found once, in
//! [`facts`]; each language then says them in its own way.

pub mod course;
mod en;
pub(super) mod facts;
pub mod gaps;
#[cfg(test)]
mod golden;
pub(super) mod judged;
mod picked;
pub mod several;
pub(super) mod story;
mod zh;

pub use course::{bridge, timeline};
pub use gaps::{gaps, movers};
pub use judged::Judged;
pub use picked::picked;
pub use several::{Spread, ends, slope, spread};
pub use story::Story;

use std::cmp::Ordering;

use super::comparison::{Comparison, Entry};
use super::write::Notation;
use crate::base::{Decimal, Lang, Period};
use crate::model::Enterprise;
use facts::Facts;

/// How an indicator moved, and its gap with it: for a trend chart.
pub fn trend(story: &Story<'_>, lang: Lang) -> String {
    let notation = Notation::of(story.indicator, story.currency, lang);
    let label = story.indicator.name.text(lang);
    match Facts::of(story) {
        Ok(facts) if lang.is_chinese() => zh::trend(label, &facts, &notation),
        Ok(facts) => en::trend(label, &facts, &notation),
        Err(missing) if lang.is_chinese() => zh::nothing(label, missing),
        Err(missing) => en::nothing(label, missing),
    }
}

/// Where an indicator stands now, against its benchmark and target: for a bullet chart.
pub fn standing(story: &Story<'_>, lang: Lang) -> String {
    let notation = Notation::of(story.indicator, story.currency, lang);
    let label = story.indicator.name.text(lang);
    match Facts::of(story) {
        Ok(facts) if lang.is_chinese() => zh::standing(label, &facts, &notation),
        Ok(facts) => en::standing(label, &facts, &notation),
        Err(missing) if lang.is_chinese() => zh::nothing(label, missing),
        Err(missing) => en::nothing(label, missing),
    }
}

/// Where an enterprise stands among others, or how they all stand: for a strip chart and a ranked list.
pub fn position(comparison: &Comparison<'_>, own: Option<&Enterprise>, lang: Lang) -> String {
    let notation = Notation::of(comparison.indicator, comparison.currency, lang);
    if lang.is_chinese() {
        zh::position(comparison, own, &notation)
    } else {
        en::position(comparison, own, &notation)
    }
}

/// How many indicators got better and how many are ahead of their benchmark: for a scorecard.
pub fn scorecard(judged: &[Judged], lang: Lang) -> String {
    let count =
        |of: fn(&Judged) -> Option<Ordering>, what| judged.iter().filter(|j| of(j) == Some(what)).count();
    let tally = |of| [Ordering::Greater, Ordering::Equal, Ordering::Less].map(|what| count(of, what));
    let (moved, against) = (tally(|j| j.moved), tally(|j| j.against));
    if lang.is_chinese() {
        zh::scorecard(judged.len(), moved, against)
    } else {
        en::scorecard(judged.len(), moved, against)
    }
}

/// A story in a few words, for a card or a tile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Short {
    /// The period of the latest known value.
    pub at: Period,
    /// That value.
    pub value: Decimal,
    /// Whether it may still change.
    pub provisional: bool,
    /// Whether it is above (`Greater`) or below the value of its baseline, at the precision shown; whether that is good is for
    /// [`Judged`] to say.
    pub way: Option<Ordering>,
    /// What happened to it since its baseline.
    pub change: Option<String>,
    /// How it stands against what it is held against.
    pub against: Option<String>,
    /// Whether all that is good.
    pub judged: Judged,
}

/// A story in a few words. None where no value is known. The benchmark is called by its `name` where one is given.
pub fn short(story: &Story<'_>, name: Option<&str>, lang: Lang) -> Option<Short> {
    let notation = Notation::of(story.indicator, story.currency, lang);
    let facts = Facts::of(story).ok()?;
    let (change, against) = if lang.is_chinese() {
        (zh::change_since(&facts, &notation), zh::against(&facts, name, &notation))
    } else {
        (en::change_since(&facts, &notation), en::against(&facts, name, &notation))
    };
    let now = facts.now;
    let way = facts.then.map(|then| {
        if notation.is_unchanged(then.value, now.value) {
            Ordering::Equal
        } else {
            now.value.cmp(&then.value)
        }
    });
    Some(Short {
        at: now.at,
        value: now.value,
        provisional: now.basis.is_provisional(),
        way,
        change,
        against,
        judged: Judged::by(&facts, story),
    })
}

/// As many enterprises as are left out of a comparison are named; of more, the number.
const NAMED: usize = 4;

/// Whether another enterprise shares the rank of `entry`.
fn is_tied(comparison: &Comparison<'_>, entry: &Entry<'_>) -> bool {
    // A rank counts the better ones, so the first that holds it stands just before the place of that number.
    entry.rank.is_some_and(|rank| comparison.entries.get(rank).is_some_and(|next| next.rank == Some(rank)))
}
