//! A chart by itself, for other sites to show in a frame: its drawing, its sentence, its source, and the way to the case
//! that it comes from.

use super::Figure;
use super::download::credit;
use crate::base::policy::POLICY;
use crate::base::{Id, escape};
use crate::plan::{PageId, address};
use crate::view::desk::Seat;

/// The page of a figure of a case. `drawing` is the drawing as it stands on the page of the case.
///
/// Put together from finished pieces and not by a template: a site has as many as it has charts.
pub(super) fn page(seat: &Seat<'_, '_>, case: &Id, figure: &Figure<'_>, drawing: &str) -> String {
    let path = address::embed(seat.lang, case, figure.id);
    let site = seat.text(&seat.book().site.title);
    let mut out = String::with_capacity(drawing.len() + 2048);
    let mut put = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    let escaped = |text| escape::escape(text);
    let css = path.link_to(seat.desk.theme.asset("site.css"));
    put(&["<!DOCTYPE html>\n<html lang=\"", seat.lang.html(), "\">\n<head>\n<meta charset=\"utf-8\">\n"]);
    put(&["<meta http-equiv=\"Content-Security-Policy\" content=\"", POLICY, "\">\n"]);
    put(&["<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"]);
    put(&["<title>", &escaped(figure.title), " — ", &escaped(site), "</title>\n"]);
    // Search engines find the case, which tells more.
    put(&[
        "<meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n",
    ]);
    put(&[
        "<link rel=\"stylesheet\" href=\"",
        &escaped(&css),
        "\">\n</head>\n<body class=\"embed\">\n<main>\n",
    ]);
    put(&["<h1 class=\"figure-title\">", &escaped(figure.title), "</h1>\n"]);
    if !figure.body.subtitle.is_empty() {
        put(&["<p class=\"figure-unit\">", &escaped(&figure.body.subtitle), "</p>\n"]);
    }
    put(&[drawing, "<p class=\"figure-sentence\">", &escaped(&figure.body.sentence), "</p>\n"]);
    let credit = credit(seat, figure.body);
    // In the reader's window and not in the frame, at the chart with all that belongs to it.
    let case = path.link_to(&address::of(seat.lang, &PageId::Case(case.clone())));
    put(&["<p class=\"figure-source\">", &escaped(&credit), " <a target=\"_top\" href=\"", &escaped(&case)]);
    put(&["#", &escaped(figure.id), "\">", &escaped(site), "</a></p>\n</main>\n</body>\n</html>\n"]);
    out
}
