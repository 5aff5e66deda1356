//! Where a figure comes from: a source, and the place in it.

use std::sync::Arc;

use super::fields::Fields;
use super::localized::localized_or_plain;
use super::reader::Reader;
use super::{Spanned, values};
use crate::base::{Id, Localized};

/// A source and the place in it: page, table, line. Shared, because a file gives one for all of its figures.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    pub(super) source: Option<Spanned<Id>>,
    pub(super) locator: Option<Arc<Localized<String>>>,
}

impl Origin {
    /// What the keys `source` and `locator` of a mapping say.
    pub(super) fn read(f: &mut Fields<'_, '_>, r: &mut Reader<'_>) -> Self {
        let source = f.optional("source", r, values::id_at);
        let locator = f.optional("locator", r, localized_or_plain);
        Self { source, locator: locator.map(Arc::new) }
    }

    /// This, and what it leaves open from `default`. A place belongs to the source it was given with, so another source
    /// does not inherit it.
    pub(super) fn or(self, default: &Self) -> Self {
        if self.source.is_some() {
            return self;
        }
        Self { source: default.source.clone(), locator: self.locator.or_else(|| default.locator.clone()) }
    }
}
