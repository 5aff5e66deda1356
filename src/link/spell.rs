//! How long what is public stays what it is.

use serde::{Deserialize, Serialize};

use super::Drafts;
use crate::base::Moment;
use crate::read::Figure;

/// Moments at which the same cases are scheduled and the same figures under embargo: from `since` on, and before `until`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spell {
    /// When something last became public; `None` if nothing ever did on a set moment.
    pub since: Option<Moment>,
    /// When something will; `None` if nothing waits.
    pub until: Option<Moment>,
}

impl Spell {
    /// Whether `at` is one of these moments.
    pub fn holds(&self, at: Moment) -> bool {
        self.since.is_none_or(|since| since <= at) && self.until.is_none_or(|until| at < until)
    }

    fn between(turns: impl Iterator<Item = Moment>, at: Moment) -> Self {
        turns.fold(Self::default(), |spell, turn| {
            if turn <= at {
                Self { since: spell.since.max(Some(turn)), ..spell }
            } else {
                Self { until: Some(spell.until.map_or(turn, |until| until.min(turn))), ..spell }
            }
        })
    }
}

impl Drafts {
    /// The moments around `at` at which these drafts come to the same casebook.
    pub fn spell(&self, at: Moment) -> Spell {
        let scheduled = self.sorted.cases.iter().filter_map(|case| case.publish_on);
        let series = self.sorted.figures.values().flat_map(|figures| &figures.observations);
        let embargoes =
            series.flat_map(|series| &series.observations).filter_map(|o| match &o.figure.value {
                Figure::Embargoed(embargo) => Some(embargo.until),
                Figure::Known(_) | Figure::NotAvailable | Figure::Confidential => None,
            });
        Spell::between(scheduled.chain(embargoes), at)
    }
}

#[cfg(test)]
mod tests {
    use super::Spell;
    use crate::base::Moment;

    #[test]
    fn a_spell_reaches_from_the_last_turn_to_the_next() {
        let moment = |day: u32| Moment::parse(&format!("2027-01-{day:02}T09:00:00+08:00")).unwrap();
        let turns = || [10, 20, 12, 25].into_iter().map(moment);
        let spell = Spell::between(turns(), moment(15));
        assert_eq!(spell, Spell { since: Some(moment(12)), until: Some(moment(20)) });
        assert!(spell.holds(moment(12)) && spell.holds(moment(19)));
        assert!(!spell.holds(moment(11)) && !spell.holds(moment(20)));
        assert_eq!(
            Spell::between(turns(), moment(12)),
            spell,
            "what is due at a moment is public from then on"
        );
        assert_eq!(Spell::between(turns(), moment(9)).since, None);
        assert_eq!(Spell::between(turns(), moment(25)).until, None);
        assert!(Spell::between(std::iter::empty(), moment(1)).holds(moment(31)));
    }
}
