//! What enterprises are compared by, in each language.

use rayon::prelude::*;

use super::{Put, Trouble};
use crate::base::SitePath;
use crate::plan::address;
use crate::view::compare;
use crate::view::desk::Desk;

/// Writes the files, and counts them. Each is forgotten when it is written.
pub(super) fn write(desk: &Desk<'_>, put: &Put<'_>) -> Result<usize, Trouble> {
    if !desk.plan.can_compare() {
        return Ok(0);
    }
    let mut files = 0;
    for &lang in &desk.book().site.languages {
        let names = compare::names(desk, lang, address::compared_as);
        for (number, script) in names.iter().enumerate() {
            put(&address::compared_names(lang, number), script.as_bytes())?;
        }
        let enterprises: Vec<_> = desk.book().enterprises.values().collect();
        enterprises.par_iter().try_for_each(|enterprise| {
            let script = compare::figures(desk, lang, enterprise);
            put(&address::compared(lang, &enterprise.id), script.as_bytes())
        })?;
        files += names.len() + enterprises.len();
    }
    Ok(files)
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
