//! What a file is, by its path alone.

use super::{Owner, Subject, VocabularyKind};
use crate::base::{Id, Lang};

/// What a file of the sources is for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Role {
    /// `casebook.yaml`
    Site,
    /// `content/vocabulary/<kind>.yaml`
    Vocabulary(VocabularyKind),
    /// `content/vocabulary/glossary.yaml`
    Glossary,
    /// `content/indicators/<id>.yaml`
    Indicator(Id),
    /// `content/benchmarks/<id>.yaml`
    Benchmark(Id),
    /// `content/sources/<id>.yaml`
    Source(Id),
    /// `content/enterprises/<id>/enterprise.yaml`
    Enterprise(Id),
    /// `indicators.yaml` of an enterprise or case.
    Figures(Subject),
    /// `content/enterprises/<id>/logo.svg` or `logo.png`
    Logo(Id),
    /// `content/cases/<id>/case.yaml`
    Case(Id),
    /// `<language>.md` of a case or page. The language is well-formed; the site need not have it.
    Prose(Owner, Lang),
    /// A picture in the folder of a case or page.
    Media(Owner),
    /// Nothing of ours: outside `content`, hidden, or left behind by a file manager or an office program.
    Foreign,
    /// Stands where an id is wanted, under a name that is none.
    Misnamed {
        /// The part of the path that should be an id.
        name: String,
        /// The same made into an id, where that is possible.
        suggestion: Option<String>,
    },
    /// Nothing reads it.
    Unknown {
        /// A name that would be read there, if one is close.
        suggestion: Option<String>,
    },
}
