//! What has been made for one page and is the same on the next.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::Body;
use super::evidence::Evidence;
use super::scorecard::Tile;
use super::subject::Subject;
use crate::base::Id;
use crate::measure::write::csv::Csv;

/// The figures of enterprises that an enterprise's page and the pages of its cases show alike, each made once.
///
/// Good for pages in one language that lie equally deep: what is kept links to indicators and sources, and from such pages
/// the way there is the same. A shelf lives as long as the pages of one enterprise are being set, so that not all
/// figures of a site are in memory at once.
#[derive(Default)]
pub struct Shelf {
    /// Tiles of scorecards; `None` where there is no figure.
    pub(super) tiles: Kept<Option<Tile>>,
    /// Whole courses over time; `None` where there is no figure.
    pub(super) courses: Kept<Option<Body>>,
    /// Whole gaps; `None` where there is none.
    pub(super) gaps: Kept<Option<Body>>,
    /// Evidence.
    pub(super) evidence: Kept<Option<Evidence>>,
    /// A file of figures with nothing in it but the headings.
    pub(super) headed: OnceCell<Csv>,
}

/// Things of one kind, by indicator and enterprise: most are of one enterprise.
pub(super) struct Kept<T>(RefCell<BTreeMap<(Id, Id), Rc<T>>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T> Kept<T> {
    /// What there is for `indicator` of the subject; made now if nobody asked for it before.
    pub(super) fn or_make(&self, subject: Subject<'_>, indicator: &Id, make: impl FnOnce() -> T) -> Rc<T> {
        // A case's own figures are on no other page.
        if subject.case.is_some() {
            return Rc::new(make());
        }
        let key = (indicator.clone(), subject.enterprise.id.clone());
        if let Some(kept) = self.0.borrow().get(&key) {
            return Rc::clone(kept);
        }
        let made = Rc::new(make());
        self.0.borrow_mut().insert(key, Rc::clone(&made));
        made
    }
}
