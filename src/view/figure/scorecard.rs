//! All indicators of a subject at a glance: a tile each.

use std::cmp::Ordering;
use std::rc::Rc;

use super::evidence::place;
use super::subject::Subject;
use crate::base::number::to_f64;
use crate::base::{Id, Localized, Period, escape};
use crate::chart::sparkline::{Sparkline, svg};
use crate::measure::benchmark::BenchmarkSeries;
use crate::measure::write::{Notation, period_label};
use crate::measure::{sentence, series, status};
use crate::model::Series;
use crate::view::Html;
use crate::view::desk::Seat;

/// The scorecard as a section with its heading, and the rule behind its badges if it has any; empty where no indicator has
/// a figure.
pub fn scorecard<'a>(
    seat: &Seat<'_, '_>,
    indicators: &[Id],
    subject_of: impl Fn(&Id) -> Subject<'a>,
) -> Html {
    let Some(tiles) = Tiles::of(seat, indicators, subject_of) else { return Html::default() };
    let mut out = String::with_capacity(tiles.len() + 1024);
    out.push_str(
        "<section class=\"scorecard\" aria-labelledby=\"page.scorecard\"><h2 id=\"page.scorecard\">",
    );
    escape::push(&mut out, seat.word("scorecard_heading"));
    out.push_str("</h2>");
    tiles.write(seat, &mut out);
    if tiles.each().any(|tile| tile.badge) {
        out.push_str("<details class=\"figure-data\"><summary>");
        escape::push(&mut out, seat.word("status_rule"));
        out.push_str("</summary><p>");
        escape::push(&mut out, status::rule(seat.lang));
        out.push_str("</p></details>\n");
    }
    out.push_str("</section>\n");
    Html(out)
}

/// The tiles alone, with the sentence that sums them up and a heading where one is given, each for whoever `subject_of` says.
pub fn tiles<'a>(
    seat: &Seat<'_, '_>,
    indicators: &[Id],
    title: Option<&Localized<String>>,
    subject_of: impl Fn(&Id) -> Subject<'a>,
) -> Html {
    let Some(tiles) = Tiles::of(seat, indicators, subject_of) else { return Html::default() };
    let mut out = String::with_capacity(tiles.len() + 512);
    if let Some(title) = title {
        out.push_str("<h3 class=\"figure-title\">");
        escape::push(&mut out, seat.text(title));
        out.push_str("</h3>");
    }
    tiles.write(seat, &mut out);
    Html(out)
}

/// Tiles with the sentence that sums them up; at least one.
struct Tiles(Vec<Rc<Option<Tile>>>);

impl Tiles {
    /// `None` where no indicator has a figure.
    fn of<'a>(
        seat: &Seat<'_, '_>,
        indicators: &[Id],
        subject_of: impl Fn(&Id) -> Subject<'a>,
    ) -> Option<Self> {
        let made = indicators.iter().map(|id| {
            let subject = subject_of(id);
            seat.shelf.tiles.or_make(subject, id, || tile(seat, subject, id))
        });
        let tiles: Vec<_> = made.filter(|tile| tile.is_some()).collect();
        (!tiles.is_empty()).then_some(Self(tiles))
    }

    fn each(&self) -> impl Iterator<Item = &Tile> {
        self.0.iter().filter_map(|tile| Option::as_ref(tile))
    }

    /// How many bytes they are.
    fn len(&self) -> usize {
        self.each().map(|tile| tile.html.len()).sum()
    }

    fn write(&self, seat: &Seat<'_, '_>, out: &mut String) {
        let judged: Vec<sentence::Judged> = self.each().map(|tile| tile.judged).collect();
        out.push_str("<p class=\"scorecard-sentence\">");
        escape::push(out, &sentence::scorecard(&judged, seat.lang));
        out.push_str("</p><ul class=\"tiles\">");
        self.each().for_each(|tile| out.push_str(&tile.html));
        out.push_str("</ul>\n");
    }
}

/// One tile and what it judges.
pub(super) struct Tile {
    html: String,
    judged: sentence::Judged,
    /// Whether it says how it stands against its target.
    badge: bool,
}

/// The tile of an indicator; `None` without any figure.
fn tile(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id) -> Option<Tile> {
    let own = subject.series(id)?;
    let indicator = subject.book.indicator(id);
    let story = sentence::Story::of(subject.book, subject.figures, id)?;
    let short = sentence::short(&story, None, seat.lang)?;
    let judged = short.judged;
    let notation = Notation::of(indicator, subject.figures.currency, seat.lang);

    let mut out = String::with_capacity(1024);
    let link = seat.indicator(id);
    out.push_str("<li class=\"tile tone-");
    out.push_str(tone(judged.moved));
    out.push_str("\"><h3 class=\"tile-name\">");
    super::evidence::push_anchor(&mut out, &link.href, &link.text, &link.lang);
    out.push_str("</h3><p class=\"tile-value\"><a href=\"#");
    out.push_str(&place::row(&place::stem(seat, subject, id), short.at));
    out.push_str("\">");
    escape::push(&mut out, &notation.value(short.value));
    out.push_str("</a><span class=\"tile-period\">");
    escape::push(&mut out, &period_label(short.at, seat.lang));
    out.push_str("</span></p>");
    if let Some(change) = &short.change {
        let way = match short.way {
            Some(Ordering::Greater) => "tile-change up",
            Some(Ordering::Less) => "tile-change down",
            Some(Ordering::Equal) | None => "tile-change",
        };
        let spoken = match judged.moved {
            Some(Ordering::Greater) => seat.word("tone_better"),
            Some(Ordering::Less) => seat.word("tone_worse"),
            Some(Ordering::Equal) | None => "",
        };
        change_line(&mut out, way, change, spoken);
    }
    out.push_str(&sparkline(own, story.benchmark.as_ref(), short.at));
    if let Some(against) = &short.against {
        line(&mut out, "tile-gap", against);
    }
    let assessment = status::assess(indicator, subject.figures, story.benchmark.as_ref());
    let status = assessment.map(|a| a.status).filter(|s| *s != status::Status::NotAssessable);
    if let Some(status) = status {
        line(&mut out, &format!("tile-status status-{}", status.id()), status.word(seat.lang));
    }
    out.push_str("</li>");
    Some(Tile { html: out, judged, badge: status.is_some() })
}

/// The course of the values, of the same kind of period as the latest.
fn sparkline(own: &Series, benchmark: Option<&BenchmarkSeries<'_>>, at: Period) -> String {
    let periods: Vec<Period> = own.keys().copied().filter(|p| p.grain() == at.grain()).collect();
    let values: Vec<Option<f64>> = periods.iter().map(|p| series::at(own, *p).map(to_f64)).collect();
    let reference: Vec<Option<f64>> =
        benchmark.map(|b| periods.iter().map(|p| b.at(*p).map(to_f64)).collect()).unwrap_or_default();
    svg(&Sparkline { own: &values, benchmark: &reference })
}

/// The class for a change that made something better or worse.
pub fn tone(moved: Option<Ordering>) -> &'static str {
    match moved {
        Some(Ordering::Greater) => "better",
        Some(Ordering::Less) => "worse",
        Some(Ordering::Equal) | None => "even",
    }
}

/// A change, with a mark for its way, and for those who do not see its colour whether it is good.
fn change_line(out: &mut String, class: &str, text: &str, spoken: &str) {
    out.push_str("<p class=\"");
    out.push_str(class);
    out.push_str("\">");
    escape::push(out, text);
    if !spoken.is_empty() {
        out.push_str("<span class=\"visually-hidden\">");
        escape::push(out, spoken);
        out.push_str("</span>");
    }
    out.push_str("</p>");
}

fn line(out: &mut String, class: &str, text: &str) {
    out.push_str("<p class=\"");
    out.push_str(class);
    out.push_str("\">");
    escape::push(out, text);
    out.push_str("</p>");
}
