//! Cases and enterprises sorted into every list that shows them.
//!
//! Each list is made when it is first asked for: a build asks for all of them, a preview of one page for a few.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, OnceLock};

use super::address::Facet;
use super::support::{self, Support};
use crate::base::Id;
use crate::model::{Case, Casebook, Enterprise};

/// The lists of a casebook. Cases stand newest first, then by id.
pub struct Collection<'a> {
    book: &'a Casebook,
    cases: OnceLock<Vec<&'a Case>>,
    /// Whose cases these are, one by one.
    tellers: OnceLock<Vec<&'a Enterprise>>,
    by_industry: Lists<'a, Case>,
    by_term: [Lists<'a, Case>; Facet::ALL.len()],
    /// The same, those of one industry together.
    by_term_and_industry: [Lists<'a, Case>; Facet::ALL.len()],
    /// By area, then by industry.
    by_cell: OnceLock<BTreeMap<&'a Id, BTreeMap<&'a Id, Vec<&'a Case>>>>,
    by_enterprise: Lists<'a, Case>,
    by_indicator: Lists<'a, Case>,
    enterprises_by_industry: Lists<'a, Enterprise>,
    enterprises_by_region: Lists<'a, Enterprise>,
    by_source: OnceLock<BTreeMap<&'a Id, Support<'a>>>,
}

/// A list for each id that has one, looked up by id alone.
type Lists<'a, T> = OnceLock<HashMap<&'a Id, Vec<&'a T>>>;

impl<'a> Collection<'a> {
    /// Of a casebook.
    pub fn of(book: &'a Casebook) -> Self {
        Self {
            book,
            cases: OnceLock::new(),
            tellers: OnceLock::new(),
            by_industry: OnceLock::new(),
            by_term: Default::default(),
            by_term_and_industry: Default::default(),
            by_cell: OnceLock::new(),
            by_enterprise: OnceLock::new(),
            by_indicator: OnceLock::new(),
            enterprises_by_industry: OnceLock::new(),
            enterprises_by_region: OnceLock::new(),
            by_source: OnceLock::new(),
        }
    }

    /// All cases.
    pub fn cases(&self) -> &[&'a Case] {
        self.cases.get_or_init(|| {
            let mut cases: Vec<&Case> = self.book.cases.values().map(Arc::as_ref).collect();
            cases.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.id.cmp(&b.id)));
            cases
        })
    }

    /// Every case with the enterprise that tells it.
    fn told(&self) -> impl Iterator<Item = (&'a Case, &'a Enterprise)> {
        let find = |case: &&'a Case| self.book.enterprise(&case.enterprise);
        let tellers = self.tellers.get_or_init(|| self.cases().iter().map(find).collect());
        self.cases().iter().copied().zip(tellers.iter().copied())
    }

    fn cases_by(
        &self,
        ids: impl Fn(&'a Case, &'a Enterprise, &mut dyn FnMut(&'a Id)),
    ) -> HashMap<&'a Id, Vec<&'a Case>> {
        let mut lists: HashMap<&Id, Vec<&Case>> = HashMap::new();
        for (case, teller) in self.told() {
            ids(case, teller, &mut |id| lists.entry(id).or_default().push(case));
        }
        lists
    }

    fn enterprises_by(
        &self,
        ids: impl Fn(&'a Enterprise, &mut dyn FnMut(&'a Id)),
    ) -> HashMap<&'a Id, Vec<&'a Enterprise>> {
        let mut lists: HashMap<&Id, Vec<&Enterprise>> = HashMap::new();
        for enterprise in self.book.enterprises.values() {
            ids(enterprise, &mut |id| lists.entry(id).or_default().push(enterprise));
        }
        lists
    }

    fn by_term(&self, facet: Facet) -> &HashMap<&'a Id, Vec<&'a Case>> {
        self.by_term[facet as usize].get_or_init(|| {
            let regions = &self.book.vocabulary.regions;
            self.cases_by(|case, teller, add| match facet {
                Facet::Area => case.areas.iter().for_each(add),
                Facet::System => case.systems.iter().for_each(add),
                Facet::Ability => case.abilities.iter().for_each(add),
                Facet::Stage => case.stage.iter().for_each(add),
                Facet::Region => regions.line_up(&teller.region).for_each(|region| add(&region.id)),
                Facet::Tag => case.tags.iter().for_each(add),
            })
        })
    }

    fn by_term_and_industry(&self, facet: Facet) -> &HashMap<&'a Id, Vec<&'a Case>> {
        self.by_term_and_industry[facet as usize].get_or_init(|| {
            let industries = self.book.vocabulary.industries.iter().map(|term| &term.id);
            let places: HashMap<&Id, usize> = industries.zip(0..).collect();
            let place = |teller: &Enterprise| places.get(&teller.industry);
            let of_case: HashMap<&Id, _> =
                self.told().map(|(case, teller)| (&case.id, place(teller))).collect();
            let mut lists = self.by_term(facet).clone();
            for cases in lists.values_mut() {
                cases.sort_by_cached_key(|case| of_case.get(&case.id));
            }
            lists
        })
    }

    fn by_cell(&self) -> &BTreeMap<&'a Id, BTreeMap<&'a Id, Vec<&'a Case>>> {
        self.by_cell.get_or_init(|| {
            let mut cells: BTreeMap<&Id, BTreeMap<&Id, Vec<&Case>>> = BTreeMap::new();
            for (case, teller) in self.told() {
                for area in &case.areas {
                    cells.entry(area).or_default().entry(&teller.industry).or_default().push(case);
                }
            }
            cells
        })
    }

    /// Sorts cases by everything that they are sorted by.
    pub(super) fn by_everything(&self) {
        self.by_cell();
        for facet in Facet::ALL {
            self.by_term_and_industry(facet);
        }
    }

    pub(super) fn by_source(&self) -> &BTreeMap<&'a Id, Support<'a>> {
        self.by_source.get_or_init(|| support::of(self.book))
    }

    /// The cases of an industry and of those under it.
    pub fn in_industry(&self, id: &Id) -> &[&'a Case] {
        let lists = self.by_industry.get_or_init(|| {
            let industries = &self.book.vocabulary.industries;
            self.cases_by(|_, teller, add| industries.line_up(&teller.industry).for_each(|it| add(&it.id)))
        });
        lists.get(id).map_or(&[], Vec::as_slice)
    }

    /// The cases of an area, system, ability, stage, region or tag.
    pub fn with_term(&self, facet: Facet, id: &Id) -> &[&'a Case] {
        self.by_term(facet).get(id).map_or(&[], Vec::as_slice)
    }

    /// The same cases industry by industry, in the vocabulary's order.
    pub fn with_term_by_industry(&self, facet: Facet, id: &Id) -> &[&'a Case] {
        self.by_term_and_industry(facet).get(id).map_or(&[], Vec::as_slice)
    }

    /// The cases of one area in exactly one industry.
    pub fn in_cell(&self, area: &Id, industry: &Id) -> &[&'a Case] {
        self.by_cell().get(area).and_then(|row| row.get(industry)).map_or(&[], Vec::as_slice)
    }

    /// Every area and industry that have cases together.
    pub fn cells(&self) -> impl Iterator<Item = ((&'a Id, &'a Id), &[&'a Case])> {
        self.by_cell().iter().flat_map(|(area, row)| {
            row.iter().map(|(industry, cases)| ((*area, *industry), cases.as_slice()))
        })
    }

    /// The cases that an enterprise tells or takes part in.
    pub fn of_enterprise(&self, id: &Id) -> &[&'a Case] {
        let lists = self.by_enterprise.get_or_init(|| {
            self.cases_by(|case, _, add| {
                std::iter::once(&case.enterprise).chain(&case.partners).for_each(add);
            })
        });
        lists.get(id).map_or(&[], Vec::as_slice)
    }

    /// The cases whose story an indicator bears.
    pub fn with_indicator(&self, id: &Id) -> &[&'a Case] {
        let lists = self
            .by_indicator
            .get_or_init(|| self.cases_by(|case, _, add| case.indicators.iter().for_each(add)));
        lists.get(id).map_or(&[], Vec::as_slice)
    }

    /// What rests on a source; `None` where nothing does.
    pub fn resting_on(&self, source: &Id) -> Option<&Support<'a>> {
        self.by_source().get(source)
    }

    /// The enterprises of an industry and of those under it.
    pub fn enterprises_in(&self, industry: &Id) -> &[&'a Enterprise] {
        let lists = self.enterprises_by_industry.get_or_init(|| {
            let industries = &self.book.vocabulary.industries;
            self.enterprises_by(|it, add| industries.line_up(&it.industry).for_each(|term| add(&term.id)))
        });
        lists.get(industry).map_or(&[], Vec::as_slice)
    }

    /// The enterprises of a region and of those under it.
    pub fn enterprises_at(&self, region: &Id) -> &[&'a Enterprise] {
        let lists = self.enterprises_by_region.get_or_init(|| {
            let regions = &self.book.vocabulary.regions;
            self.enterprises_by(|it, add| regions.line_up(&it.region).for_each(|term| add(&term.id)))
        });
        lists.get(region).map_or(&[], Vec::as_slice)
    }

    /// Industries that stand in the matrix: those with cases or enterprises of their own, in the vocabulary's order.
    pub fn matrix_industries(&self, book: &'a Casebook) -> Vec<&'a Id> {
        let direct: BTreeSet<&Id> = book.enterprises.values().map(|e| &e.industry).collect();
        book.vocabulary.industries.iter().map(|t| &t.id).filter(|id| direct.contains(id)).collect()
    }

    /// How many industries have a case.
    pub fn industries_with_cases(&self) -> usize {
        self.told().map(|(_, teller)| &teller.industry).collect::<BTreeSet<_>>().len()
    }
}
