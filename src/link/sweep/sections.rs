//! Which part of one text is which of another.

use std::collections::{BTreeMap, BTreeSet};

use super::told::Told;
use crate::base::Span;
use crate::model::Heading;
use crate::read::passage::Part;

/// A part that both texts have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Section {
    /// Title, subtitle, summary.
    Front,
    /// The how manieth section that they share; 0 before the first.
    Body(usize),
    /// Footnotes.
    Notes,
    /// A section that the other text does not have, which has been told as such.
    Alone,
}

/// The sections of one text, as far as it shares them with another.
pub(super) struct Sections {
    /// For each heading the section it belongs to, and where that begins.
    of: Vec<(Section, Span)>,
}

impl Sections {
    /// The sections of two texts.
    ///
    /// Anchors that authors gave bind sections together; a heading without one belongs to the section before it.
    /// Without a common anchor they go by their order if both have as many, and are one whole if not.
    pub(super) fn of(ours: &Told<'_>, theirs: &Told<'_>) -> (Self, Self) {
        let (ours, theirs) = (&ours.prose.headings, &theirs.prose.headings);
        let (our_ids, their_ids) = (ids(ours), ids(theirs));
        let named: BTreeSet<&str> = explicit(theirs).collect();
        let shared: BTreeMap<&str, usize> =
            explicit(ours).filter(|id| named.contains(id)).enumerate().map(|(at, id)| (id, at + 1)).collect();
        let by_order = shared.is_empty() && ours.len() == theirs.len();
        let of = |headings: &[Heading], others: &BTreeSet<&str>| {
            let mut here = (Section::Body(0), Span::default());
            // How deep the section is that only this text has.
            let mut alone = None;
            let mut place = |(at, heading): (usize, &Heading)| {
                let number = shared.get(heading.id.as_str()).filter(|_| heading.explicit).copied();
                alone = alone.filter(|level| heading.level > *level && number.is_none());
                if let Some(number) = number.or(by_order.then_some(at + 1)) {
                    here = (Section::Body(number), heading.span);
                } else if heading.explicit && !others.contains(heading.id.as_str()) {
                    alone.get_or_insert(heading.level);
                }
                if alone.is_some() { (Section::Alone, heading.span) } else { here }
            };
            Self { of: headings.iter().enumerate().map(&mut place).collect() }
        };
        (of(ours, &their_ids), of(theirs, &our_ids))
    }

    /// The section of a part.
    pub(super) fn section(&self, part: Part) -> Section {
        match part {
            Part::Front => Section::Front,
            Part::Notes => Section::Notes,
            Part::Under(None) => Section::Body(0),
            Part::Under(Some(heading)) => {
                self.of.get(heading as usize).map_or(Section::Body(0), |(section, _)| *section)
            }
        }
    }

    /// Where a section begins; the beginning of the file for those that have no heading.
    pub(super) fn begins(&self, section: Section) -> Span {
        self.of.iter().find(|(of, _)| *of == section).map_or_else(Span::default, |(_, span)| *span)
    }
}

fn ids(headings: &[Heading]) -> BTreeSet<&str> {
    headings.iter().map(|heading| heading.id.as_str()).collect()
}

fn explicit(headings: &[Heading]) -> impl Iterator<Item = &str> {
    headings.iter().filter(|heading| heading.explicit).map(|heading| heading.id.as_str())
}
