//! A free page: about, method, contact.

use super::text::Text;
use crate::base::{Id, Localized};

/// A page outside the case collection.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its folder's name, which becomes its address.
    pub id: Id,
    /// Its text, in the languages it exists in.
    pub texts: Localized<Text>,
}
