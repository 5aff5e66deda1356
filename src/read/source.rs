//! `content/sources/<id>.yaml`: where figures come from.

use super::fields::Fields;
use super::localized::{localized, localized_or_plain};
use super::reader::Reader;
use super::values;
use crate::base::{Id, SourcePath};
use crate::model::{Source, SourceKind};

/// A source as its file gives it. It refers to nothing, so it is complete.
#[derive(Clone, Debug)]
pub struct SourceDraft {
    /// The file.
    pub path: SourcePath,
    /// The source itself, its id from the file's name.
    pub source: Source,
}

/// Reads the source `id`.
pub(super) fn read(id: Id, r: &mut Reader<'_>) -> Option<SourceDraft> {
    let root = r.tree()?;
    let mut f = Fields::of(&root, r)?;
    let title = f.required("title", r, localized);
    let producer = f.optional("producer", r, localized);
    let kind = f.required("kind", r, values::named(&SourceKind::ALL, SourceKind::name));
    let published = f.optional("published", r, values::date);
    let accessed = f.optional("accessed", r, values::date);
    let url = f.optional("url", r, values::url);
    let citation = f.optional("citation", r, localized_or_plain);
    let license = f.optional("license", r, values::text);
    f.finish(r);
    let source =
        Source { id, title: title?, producer, kind: kind?, published, accessed, url, citation, license };
    Some(SourceDraft { path: r.path.clone(), source })
}
