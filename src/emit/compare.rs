//! What enterprises are compared by, in each language.

use super::{Put, Trouble};
use crate::base::{Lang, SitePath};
use crate::model::Enterprise;
use crate::plan::address;
use crate::view::compare;
use crate::view::desk::Desk;

/// Writes the names from which readers choose.
pub(super) fn names(desk: &Desk<'_>, lang: Lang, put: &Put<'_>) -> Result<(), Trouble> {
    let names = compare::names(desk, lang, address::compared_as);
    let mut files = names.iter().enumerate();
    files.try_for_each(|(number, script)| put(&address::compared_names(lang, number), script.as_bytes()))
}

/// Writes the figures of some enterprises, a file for each.
pub(super) fn figures(
    desk: &Desk<'_>,
    lang: Lang,
    enterprises: &[&Enterprise],
    put: &Put<'_>,
) -> Result<(), Trouble> {
    enterprises.iter().try_for_each(|enterprise| {
        let script = compare::figures(desk, lang, enterprise);
        put(&address::compared(lang, &enterprise.id), script.as_bytes())
    })
}

/// One of these files, made by itself.
pub(super) fn file(desk: &Desk<'_>, path: &SitePath) -> Option<String> {
    let name = path.as_str().rsplit_once('/')?.1.strip_suffix(".js")?;
    let book = desk.book();
    let languages = book.site.languages.iter().filter(|_| desk.plan.can_compare());
    languages.copied().find_map(|lang| {
        let enterprise = book.enterprises.get(name).filter(|e| *path == address::compared(lang, &e.id));
        if let Some(enterprise) = enterprise {
            return Some(compare::figures(desk, lang, enterprise));
        }
        let number = name.parse().ok().filter(|&number| *path == address::compared_names(lang, number))?;
        compare::names(desk, lang, address::compared_as).into_iter().nth(number)
    })
}
