//! `content/enterprises/<id>/enterprise.yaml`: who an enterprise is.

use super::fields::Fields;
use super::localized::localized;
use super::reader::Reader;
use super::yaml::Node;
use super::{Spanned, values};
use crate::base::{Id, Localized, SourcePath};
use crate::model::{Level, Recognition};

/// An enterprise as its file gives it.
#[derive(Clone, Debug)]
pub struct EnterpriseDraft {
    /// The file.
    pub path: SourcePath,
    /// From the folder's name.
    pub id: Id,
    /// Its full name.
    pub name: Localized<String>,
    /// A shorter name.
    pub short: Option<Localized<String>>,
    /// Its reading in Latin letters, where the automatic order is wrong.
    pub sort_as: Option<String>,
    /// Its industry.
    pub industry: Spanned<Id>,
    /// Its region.
    pub region: Spanned<Id>,
    /// Who owns it.
    pub level: Option<Level>,
    /// The year it was founded.
    pub founded: Option<i16>,
    /// Its website.
    pub website: Option<String>,
    /// Awards and titles.
    pub recognitions: Vec<Recognition>,
}

/// Reads the enterprise `id`.
pub(super) fn read(id: Id, r: &mut Reader<'_>) -> Option<EnterpriseDraft> {
    let root = r.tree()?;
    let mut f = Fields::of(&root, r)?;
    let name = f.required("name", r, localized);
    let short = f.optional("short", r, localized);
    let sort_as = f.optional("sort_as", r, values::text);
    let industry = f.required("industry", r, values::id_at);
    let region = f.required("region", r, values::id_at);
    let level = f.optional("level", r, values::named(&Level::ALL, Level::name));
    let founded = f.optional("founded", r, values::year);
    let website = f.optional("website", r, values::url);
    let recognitions = f.optional("recognitions", r, values::list(recognition));
    f.finish(r);
    Some(EnterpriseDraft {
        path: r.path.clone(),
        id,
        name: name?,
        short,
        sort_as,
        industry: industry?,
        region: region?,
        level,
        founded,
        website,
        recognitions: recognitions.unwrap_or_default(),
    })
}

fn recognition(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Recognition> {
    let mut f = Fields::of(node, r)?;
    let year = f.required("year", r, values::year);
    let title = f.required("title", r, localized);
    let by = f.optional("by", r, localized);
    f.finish(r);
    Some(Recognition { year: year?, title: title?, by })
}
