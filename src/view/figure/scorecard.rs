//! All indicators of a subject at a glance: a tile each.

use std::cmp::Ordering;

use super::evidence::place;
use super::subject::Subject;
use crate::base::number::to_f64;
use crate::base::{Id, Period, escape};
use crate::chart::sparkline::{Sparkline, svg};
use crate::measure::benchmark::BenchmarkSeries;
use crate::measure::write::{self, Notation, period_label};
use crate::measure::{gap, sentence, series, status};
use crate::model::Series;
use crate::view::Html;
use crate::view::desk::Seat;

/// The scorecard as a section with its heading; empty where no indicator has a figure.
pub fn scorecard<'a>(
    seat: &Seat<'_, '_>,
    indicators: &[Id],
    subject_of: impl Fn(&Id) -> Subject<'a>,
) -> Html {
    let tiles = tiles(seat, indicators, subject_of);
    if tiles.0.is_empty() {
        return tiles;
    }
    let heading = escape::escape(seat.word("scorecard_heading"));
    Html(format!(
        "<section class=\"scorecard\" aria-labelledby=\"page.scorecard\"><h2 id=\"page.scorecard\">{heading}</h2>{}</section>\n",
        tiles.0
    ))
}

/// The tiles alone, with the sentence that sums them up, each for whoever `subject_of` says.
pub fn tiles<'a>(seat: &Seat<'_, '_>, indicators: &[Id], subject_of: impl Fn(&Id) -> Subject<'a>) -> Html {
    let mut tiles = String::new();
    let mut judged = Vec::new();
    for id in indicators {
        let subject = subject_of(id);
        let tile = seat.shelf.tiles.or_make(subject, id, || tile(seat, subject, id));
        if let Some(tile) = &*tile {
            tiles.push_str(&tile.html);
            judged.push(tile.judged);
        }
    }
    if tiles.is_empty() {
        return Html::default();
    }
    let sentence = sentence::scorecard(&judged, seat.lang);
    let sentence = escape::escape(&sentence);
    Html(format!("<p class=\"scorecard-sentence\">{sentence}</p><ul class=\"tiles\">{tiles}</ul>\n"))
}

/// One tile and what it judges.
pub(super) struct Tile {
    html: String,
    judged: sentence::Judged,
}

/// The tile of an indicator; `None` without any figure.
fn tile(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id) -> Option<Tile> {
    let own = subject.series(id)?;
    let indicator = subject.book.indicator(id);
    let story = sentence::Story::of(subject.book, subject.figures, id)?;
    let judged = sentence::Judged::of(&story)?;
    let (at, value) = series::latest(own)?;
    let benchmark = story.benchmark.as_ref();
    let notation = Notation::of(indicator, subject.figures.currency, seat.lang);
    let first = series::values(own).find(|(p, _)| p.is_year() == at.is_year());
    let baseline = gap::baseline(subject.figures.targets.get(id), own, benchmark, at)
        .and_then(|b| series::at(own, b).map(|v| (b, v)))
        .or(first)
        .filter(|(b, _)| *b < at);

    let mut out = String::with_capacity(1024);
    let link = seat.indicator(id);
    out.push_str("<li class=\"tile tone-");
    out.push_str(tone(judged.moved));
    out.push_str("\"><h3 class=\"tile-name\">");
    out.push_str(&super::evidence::anchor(&link.href, &link.text, &link.lang));
    out.push_str("</h3><p class=\"tile-value\"><a href=\"#");
    out.push_str(&place::row(&place::stem(seat, subject, id), at));
    out.push_str("\">");
    escape::push(&mut out, &notation.value(value));
    out.push_str("</a><span class=\"tile-period\">");
    escape::push(&mut out, &period_label(at, seat.lang));
    out.push_str("</span></p>");
    if let Some((since, before)) = baseline {
        let words = seat.phrase("since", &write::period(since, seat.lang));
        line(&mut out, "tile-change", &words.replace("{change}", &notation.change(before, value)));
    }
    out.push_str(&sparkline(own, benchmark, at));
    if let Some(distance) = benchmark.and_then(|b| gap::distance(&indicator.direction, value, b.at(at))) {
        let key = match judged.against {
            Some(Ordering::Equal) => "tile_level",
            _ if distance.is_sign_negative() => "tile_lead",
            _ => "tile_gap",
        };
        line(&mut out, "tile-gap", &seat.phrase(key, &notation.difference(distance.abs())));
    }
    let assessment = status::assess(subject.book, subject.figures, id);
    if let Some(status) = assessment.map(|a| a.status).filter(|s| *s != status::Status::NotAssessable) {
        line(&mut out, &format!("tile-status status-{}", status.id()), status.word(seat.lang));
    }
    out.push_str("</li>");
    Some(Tile { html: out, judged })
}

/// The course of the values, of the same kind of period as the latest.
fn sparkline(own: &Series, benchmark: Option<&BenchmarkSeries<'_>>, at: Period) -> String {
    let periods: Vec<Period> = own.keys().copied().filter(|p| p.is_year() == at.is_year()).collect();
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

fn line(out: &mut String, class: &str, text: &str) {
    out.push_str("<p class=\"");
    out.push_str(class);
    out.push_str("\">");
    escape::push(out, text);
    out.push_str("</p>");
}
