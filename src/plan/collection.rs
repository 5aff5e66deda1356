//! Cases and enterprises sorted into every list that shows them, in one pass.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::address::Facet;
use super::support::{self, Support};
use crate::base::Id;
use crate::model::{Case, Casebook, Enterprise};

/// The lists of a casebook. Cases stand newest first, then by id.
pub struct Collection<'a> {
    /// All cases.
    pub cases: Vec<&'a Case>,
    by_industry: BTreeMap<&'a Id, Vec<&'a Case>>,
    by_own_industry: BTreeMap<&'a Id, usize>,
    by_term: BTreeMap<Facet, BTreeMap<&'a Id, Vec<&'a Case>>>,
    /// The same, those of one industry together.
    by_term_and_industry: BTreeMap<Facet, BTreeMap<&'a Id, Vec<&'a Case>>>,
    /// By area, then by industry.
    by_cell: BTreeMap<&'a Id, BTreeMap<&'a Id, Vec<&'a Case>>>,
    by_enterprise: BTreeMap<&'a Id, Vec<&'a Case>>,
    by_indicator: BTreeMap<&'a Id, Vec<&'a Case>>,
    enterprises_by_industry: BTreeMap<&'a Id, Vec<&'a Enterprise>>,
    enterprises_by_region: BTreeMap<&'a Id, Vec<&'a Enterprise>>,
    by_source: BTreeMap<&'a Id, Support<'a>>,
}

impl<'a> Collection<'a> {
    /// Sorts a casebook.
    pub fn of(book: &'a Casebook) -> Self {
        let (mut all, by_source) = rayon::join(|| Self::lists(book), || support::of(book));
        all.by_source = by_source;
        all
    }

    fn lists(book: &'a Casebook) -> Self {
        let mut cases: Vec<&Case> = book.cases.values().map(Arc::as_ref).collect();
        cases.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
        let mut all = Self {
            cases: Vec::new(),
            by_industry: BTreeMap::new(),
            by_own_industry: BTreeMap::new(),
            by_term: BTreeMap::new(),
            by_term_and_industry: BTreeMap::new(),
            by_cell: BTreeMap::new(),
            by_enterprise: BTreeMap::new(),
            by_indicator: BTreeMap::new(),
            enterprises_by_industry: BTreeMap::new(),
            enterprises_by_region: BTreeMap::new(),
            by_source: BTreeMap::new(),
        };
        for &case in &cases {
            all.sort_in(book, case);
        }
        for enterprise in book.enterprises.values() {
            for industry in book.vocabulary.industries.line_up(&enterprise.industry) {
                all.enterprises_by_industry.entry(&industry.id).or_default().push(enterprise);
            }
            for region in book.vocabulary.regions.line_up(&enterprise.region) {
                all.enterprises_by_region.entry(&region.id).or_default().push(enterprise);
            }
        }
        all.cases = cases;
        all.by_term_and_industry = all.by_term.clone();
        let industries: BTreeMap<&Id, usize> =
            book.vocabulary.industries.iter().map(|t| &t.id).zip(0..).collect();
        for cases in all.by_term_and_industry.values_mut().flat_map(BTreeMap::values_mut) {
            cases.sort_by_cached_key(|case| industries.get(&book.enterprise(&case.enterprise).industry));
        }
        all
    }

    fn sort_in(&mut self, book: &'a Casebook, case: &'a Case) {
        let enterprise = book.enterprise(&case.enterprise);
        for industry in book.vocabulary.industries.line_up(&enterprise.industry) {
            self.by_industry.entry(&industry.id).or_default().push(case);
        }
        *self.by_own_industry.entry(&enterprise.industry).or_default() += 1;
        for region in book.vocabulary.regions.line_up(&enterprise.region) {
            self.add(Facet::Region, &region.id, case);
        }
        let terms = [
            (Facet::Area, &case.areas),
            (Facet::System, &case.systems),
            (Facet::Ability, &case.abilities),
            (Facet::Tag, &case.tags),
        ];
        for (facet, ids) in terms {
            for id in ids {
                self.add(facet, id, case);
            }
        }
        if let Some(stage) = &case.stage {
            self.add(Facet::Stage, stage, case);
        }
        for area in &case.areas {
            self.by_cell.entry(area).or_default().entry(&enterprise.industry).or_default().push(case);
        }
        for id in std::iter::once(&case.enterprise).chain(&case.partners) {
            self.by_enterprise.entry(id).or_default().push(case);
        }
        for id in &case.indicators {
            self.by_indicator.entry(id).or_default().push(case);
        }
    }

    fn add(&mut self, facet: Facet, id: &'a Id, case: &'a Case) {
        self.by_term.entry(facet).or_default().entry(id).or_default().push(case);
    }

    /// The cases of an industry and of those under it.
    pub fn in_industry(&self, id: &Id) -> &[&'a Case] {
        self.by_industry.get(id).map_or(&[], Vec::as_slice)
    }

    /// The cases of an area, system, ability, stage, region or tag.
    pub fn with_term(&self, facet: Facet, id: &Id) -> &[&'a Case] {
        self.by_term.get(&facet).and_then(|terms| terms.get(id)).map_or(&[], Vec::as_slice)
    }

    /// The same cases industry by industry, in the vocabulary's order.
    pub fn with_term_by_industry(&self, facet: Facet, id: &Id) -> &[&'a Case] {
        self.by_term_and_industry.get(&facet).and_then(|terms| terms.get(id)).map_or(&[], Vec::as_slice)
    }

    /// The cases of one area in exactly one industry.
    pub fn in_cell(&self, area: &Id, industry: &Id) -> &[&'a Case] {
        self.by_cell.get(area).and_then(|row| row.get(industry)).map_or(&[], Vec::as_slice)
    }

    /// Every area and industry that have cases together.
    pub fn cells(&self) -> impl Iterator<Item = ((&'a Id, &'a Id), &[&'a Case])> {
        self.by_cell.iter().flat_map(|(area, row)| {
            row.iter().map(|(industry, cases)| ((*area, *industry), cases.as_slice()))
        })
    }

    /// The cases that an enterprise tells or takes part in.
    pub fn of_enterprise(&self, id: &Id) -> &[&'a Case] {
        self.by_enterprise.get(id).map_or(&[], Vec::as_slice)
    }

    /// The cases whose story an indicator bears.
    pub fn with_indicator(&self, id: &Id) -> &[&'a Case] {
        self.by_indicator.get(id).map_or(&[], Vec::as_slice)
    }

    /// What rests on a source; `None` where nothing does.
    pub fn resting_on(&self, source: &Id) -> Option<&Support<'a>> {
        self.by_source.get(source)
    }

    /// The enterprises of an industry and of those under it.
    pub fn enterprises_in(&self, industry: &Id) -> &[&'a Enterprise] {
        self.enterprises_by_industry.get(industry).map_or(&[], Vec::as_slice)
    }

    /// The enterprises of a region and of those under it.
    pub fn enterprises_at(&self, region: &Id) -> &[&'a Enterprise] {
        self.enterprises_by_region.get(region).map_or(&[], Vec::as_slice)
    }

    /// Industries that stand in the matrix: those with cases or enterprises of their own, in the vocabulary's order.
    pub fn matrix_industries(&self, book: &'a Casebook) -> Vec<&'a Id> {
        let direct: std::collections::BTreeSet<&Id> =
            book.enterprises.values().map(|e| &e.industry).collect();
        book.vocabulary.industries.iter().map(|t| &t.id).filter(|id| direct.contains(id)).collect()
    }

    /// How many industries have a case.
    pub fn industries_with_cases(&self) -> usize {
        self.by_own_industry.len()
    }
}
