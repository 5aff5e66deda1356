//! A chart to take away: its picture and its numbers, as files beside the page that shows it.

use std::cell::RefCell;
use std::rc::Rc;

use super::Figure;
use crate::base::{SitePath, escape};
use crate::plan::{PageId, address};
use crate::view::desk::Seat;

/// A file beside a page.
pub struct Download {
    /// Where it lies.
    pub path: SitePath,
    /// What is in it.
    pub text: Rc<str>,
}

/// The files that the page being set has asked for so far.
#[derive(Default)]
pub struct Downloads(RefCell<Vec<Download>>);

impl Downloads {
    /// The files, which are then forgotten.
    pub fn take(&self) -> Vec<Download> {
        self.0.take()
    }
}

/// Writes the links to a figure's files, and puts the files beside the page. Nothing on a page that offers none.
pub(super) fn links(
    out: &mut String,
    seat: &Seat<'_, '_>,
    figure: &Figure<'_>,
    csv: impl FnOnce() -> String,
) {
    // Whoever quotes a case wants its charts. On other pages they would be many, and nobody's in particular.
    let PageId::Case(case) = seat.page else { return };
    out.push_str("<p class=\"figure-download\">");
    out.push_str(seat.word("figure_download"));
    let body = figure.body;
    let files = [("csv", "CSV", Some(Rc::clone(body.csv.get_or_init(|| csv().into()))))];
    for (ending, name, text) in files {
        let Some(text) = text else { continue };
        let path = address::download(seat.lang, case, figure.id, ending);
        out.push_str(" <a download href=\"");
        escape::push(out, &seat.path.link_to(&path));
        out.push_str("\" aria-label=\"");
        out.push_str(name);
        out.push_str(seat.word("colon"));
        escape::push(out, figure.title);
        out.push_str("\">");
        out.push_str(name);
        out.push_str("</a>");
        seat.downloads.0.borrow_mut().push(Download { path, text });
    }
    out.push_str("</p>");
}
