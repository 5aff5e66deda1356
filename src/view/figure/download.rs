//! A chart to take away: its picture and its numbers, as files beside the page that shows it.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Body, Figure, embed};
use crate::base::{SitePath, escape};
use crate::chart::Frame;
use crate::plan::{PageId, address};
use crate::view::desk::Seat;

/// A file beside a page.
pub struct Download {
    /// Where it lies.
    pub path: SitePath,
    /// What is in it; another page may have the same.
    pub content: Rc<Vec<u8>>,
}

/// The files that the page being set has asked for so far.
#[derive(Default)]
pub struct Downloads(RefCell<Vec<Download>>);

impl Downloads {
    /// Asks for one more.
    pub fn add(&self, file: Download) {
        self.0.borrow_mut().push(file);
    }

    /// The files, which are then forgotten.
    pub fn take(&self) -> Vec<Download> {
        self.0.take()
    }
}

/// Whether the page being set offers its charts as files. Whoever quotes a case wants them; on other pages they would be
/// many, and nobody's in particular.
pub(super) fn is_offered(seat: &Seat<'_, '_>) -> bool {
    matches!(seat.page, PageId::Case(_))
}

/// Writes the links to a figure's files, and puts the files beside the page. Nothing on a page that offers none.
pub(super) fn links(
    out: &mut String,
    seat: &Seat<'_, '_>,
    figure: &Figure<'_>,
    csv: impl FnOnce() -> String,
) {
    let PageId::Case(case) = seat.page else { return };
    out.push_str("<p class=\"figure-download\">");
    out.push_str(seat.word("figure_download"));
    let body = figure.body;
    let files = [
        ("svg", "SVG", (!body.drawing.is_empty()).then(|| picture(seat, figure))),
        ("csv", "CSV", Some(Rc::clone(body.csv.get_or_init(|| Rc::new(csv().into_bytes()))))),
    ];
    for (ending, name, content) in files {
        let Some(content) = content else { continue };
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
        seat.downloads.add(Download { path, content });
    }
    if !body.drawing.is_empty() {
        let words = seat.word("figure_embed");
        let href = seat.path.link_to(&address::embed(seat.lang, case, figure.id));
        for part in [" <a href=\"", &escape::escape(&href), "\" aria-label=\"", words, seat.word("colon")] {
            out.push_str(part);
        }
        for part in [&*escape::escape(figure.title), "\">", words, "</a>"] {
            out.push_str(part);
        }
    }
    out.push_str("</p>");
}

/// Puts the page that other sites can show beside the page being set, if it offers its charts.
pub(super) fn embed(seat: &Seat<'_, '_>, figure: &Figure<'_>, drawing: &str) {
    let PageId::Case(case) = seat.page else { return };
    let path = address::embed(seat.lang, case, figure.id);
    let content = embed::page(seat, case, figure, drawing).into_bytes();
    seat.downloads.add(Download { path, content: Rc::new(content) });
}

/// The picture of a figure, with all that it needs to be understood elsewhere.
fn picture(seat: &Seat<'_, '_>, figure: &Figure<'_>) -> Rc<Vec<u8>> {
    let body = figure.body;
    let kept = body.picture.get().filter(|(title, _)| title == figure.title);
    if let Some((_, kept)) = kept {
        return Rc::clone(kept);
    }
    let source = credit(seat, body);
    let frame = Frame {
        lang: seat.lang.html(),
        font: seat.word("picture_font"),
        title: figure.title,
        subtitle: &body.subtitle,
        description: &body.sentence,
        source: &source,
        site: seat.text(&seat.book().site.title),
    };
    let mut out = String::new();
    body.drawing.picture(&mut out, &frame, seat.desk.theme.paint());
    let made = Rc::new(out.into_bytes());
    // The first title is nearly always the only one.
    let _ = body.picture.set((figure.title.to_owned(), Rc::clone(&made)));
    made
}

/// Where the numbers come from, in words.
pub(super) fn credit(seat: &Seat<'_, '_>, body: &Body) -> String {
    let titles = body.sources.iter().filter_map(|id| seat.book().sources.get(id));
    let titles: Vec<&str> = titles.map(|source| seat.text(&source.title)).collect();
    if titles.is_empty() {
        return String::new();
    }
    format!("{}{}", seat.word("figure_source"), titles.join(seat.word("list_separator")))
}
