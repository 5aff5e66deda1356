//! The site's own words: industries, regions, action areas and the like. Data, so that another campaign has others.

use std::collections::BTreeMap;

use crate::base::{Id, Localized, PeriodRange};

/// One word of a vocabulary.
#[derive(Clone, Debug)]
pub struct Term {
    /// How files refer to it.
    pub id: Id,
    /// How readers see it.
    pub name: Localized<String>,
    /// What it means.
    pub description: Option<Localized<String>>,
    /// The wider term it belongs to, in a vocabulary that is a tree.
    pub parent: Option<Id>,
    /// When it ran; stages only.
    pub period: Option<PeriodRange>,
}

/// The words of one kind, in the order in which the file lists them; a parent stands before its children.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    list: Vec<Term>,
    places: BTreeMap<Id, usize>,
}

impl Terms {
    /// From the terms in order; of two with one id the first counts.
    pub fn new(list: Vec<Term>) -> Self {
        let mut places = BTreeMap::new();
        for (i, term) in list.iter().enumerate() {
            places.entry(term.id.clone()).or_insert(i);
        }
        Self { list, places }
    }

    /// All terms in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Term> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The term of that id.
    pub fn get(&self, id: &Id) -> Option<&Term> {
        self.places.get(id).map(|i| &self.list[*i])
    }

    /// The terms directly under `parent`; the top ones for `None`.
    pub fn children<'a>(&'a self, parent: Option<&'a Id>) -> impl Iterator<Item = &'a Term> {
        self.list.iter().filter(move |t| t.parent.as_ref() == parent)
    }

    /// `id`, then its parent, and so on up to the top.
    pub fn line_up<'a>(&'a self, id: &Id) -> impl Iterator<Item = &'a Term> {
        std::iter::successors(self.get(id), |t| t.parent.as_ref().and_then(|p| self.get(p)))
    }

    /// Whether `id` is `ancestor` or stands somewhere under it.
    pub fn is_within(&self, id: &Id, ancestor: &Id) -> bool {
        self.line_up(id).any(|t| t.id == *ancestor)
    }
}

/// A term of the field explained.
#[derive(Clone, Debug)]
pub struct GlossaryEntry {
    /// Its anchor on the glossary page.
    pub id: Id,
    /// The word.
    pub term: Localized<String>,
    /// What it means.
    pub definition: Localized<String>,
}

/// All words of a site.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// A tree of industries.
    pub industries: Terms,
    /// Regions.
    pub regions: Terms,
    /// Action areas.
    pub areas: Terms,
    /// Management systems.
    pub systems: Terms,
    /// Value abilities.
    pub abilities: Terms,
    /// Stages of the campaign, each with its period.
    pub stages: Terms,
    /// Tags: those that the vocabulary names, then those that cases use without a name.
    pub tags: Terms,
    /// The glossary.
    pub glossary: Vec<GlossaryEntry>,
}
