//! What happened on the way, and what made up the change.

use super::{en, zh};
use crate::base::{Decimal, Lang};
use crate::measure::bridge;
use crate::measure::write::Notation;
use crate::model::{Bridge, Currency, Indicator, Milestone, Part};

/// From when to when milestones reach, the first and the last of them: for a timeline. In the order of time.
pub fn timeline(milestones: &[&Milestone], lang: Lang) -> String {
    if lang.is_chinese() { zh::course::timeline(milestones) } else { en::course::timeline(milestones, lang) }
}

/// What contributed most to a change, and what worked against it: for a bridge.
pub fn bridge(indicator: &Indicator, currency: Option<Currency>, bridge: &Bridge, lang: Lang) -> String {
    let notation = Notation::of(indicator, currency, lang);
    let label = indicator.name.text(lang);
    let told = Told::of(indicator, bridge, &notation);
    if lang.is_chinese() {
        zh::course::bridge(label, &told, &notation)
    } else {
        en::course::bridge(label, &told, &notation)
    }
}

/// What there is to say of a bridge, before any language.
pub(super) struct Told<'b> {
    pub(super) bridge: &'b Bridge,
    /// The largest contribution upwards.
    pub(super) up: Option<&'b Part>,
    /// The largest downwards.
    pub(super) down: Option<&'b Part>,
    /// How many contributions there are upwards and downwards.
    pub(super) counts: (usize, usize),
    /// What the named ones leave.
    pub(super) rest: Option<Decimal>,
}

impl<'b> Told<'b> {
    fn of(indicator: &Indicator, bridge: &'b Bridge, notation: &Notation<'_>) -> Self {
        let magnitude = bridge.from.value.abs().max(bridge.to.value.abs());
        let visible = || bridge.parts.iter().filter(|part| !notation.is_negligible(part.value, magnitude));
        let ups = || visible().filter(|part| part.value > Decimal::ZERO);
        let downs = || visible().filter(|part| part.value < Decimal::ZERO);
        // Of equal ones the first.
        Self {
            bridge,
            up: ups().rev().max_by_key(|part| part.value),
            down: downs().min_by_key(|part| part.value),
            counts: (ups().count(), downs().count()),
            rest: bridge::rest(indicator, bridge),
        }
    }
}
