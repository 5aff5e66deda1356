//! All indicators of a subject at a glance: a tile each.

use super::subject::Subject;
use crate::base::number::to_f64;
use crate::base::{Id, escape};
use crate::chart::sparkline::{Sparkline, svg};
use crate::measure::write::{Notation, period_label};
use crate::measure::{gap, sentence, series, status};
use crate::model::Direction;
use crate::view::Html;
use crate::view::desk::Seat;

/// The scorecard as a section with its heading; empty where no indicator has a figure.
pub fn scorecard<'a>(seat: &Seat<'_, '_>, indicators: &[Id], subject_of: impl Fn(&Id) -> Subject<'a>) -> Html {
    let tiles = tiles(seat, indicators, subject_of);
    if tiles.0.is_empty() {
        return tiles;
    }
    let heading = escape::escape(seat.word("scorecard_heading"));
    Html(format!(
        "<section class=\"scorecard\" aria-labelledby=\"scorecard\"><h2 id=\"scorecard\">{heading}</h2>{}</section>\n",
        tiles.0
    ))
}

/// The tiles alone, with the sentence that sums them up, each for whoever `subject_of` says.
pub fn tiles<'a>(seat: &Seat<'_, '_>, indicators: &[Id], subject_of: impl Fn(&Id) -> Subject<'a>) -> Html {
    let mut tiles = String::new();
    let mut judged = Vec::new();
    for id in indicators {
        if let Some((tile, judgement)) = tile(seat, subject_of(id), id) {
            tiles.push_str(&tile);
            judged.push(judgement);
        }
    }
    if tiles.is_empty() {
        return Html::default();
    }
    let sentence = sentence::scorecard(&judged, seat.lang);
    let sentence = escape::escape(&sentence);
    Html(format!("<p class=\"scorecard-sentence\">{sentence}</p><ul class=\"tiles\">{tiles}</ul>\n"))
}

/// One tile and what it judges; `None` without any figure.
fn tile(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id) -> Option<(String, sentence::Judged)> {
    let own = subject.series(id)?;
    let indicator = subject.book.indicator(id);
    let known = series::known(own);
    let (at, value) = series::latest(own)?;
    let (first, first_value) = known.iter().find(|(p, _)| p.is_year() == at.is_year()).map(|(p, v)| (*p, *v))?;
    let benchmark = subject.benchmark(id);
    let notation = Notation::of(indicator, subject.figures.currency, seat.lang);
    let assessment = status::assess(subject.book, subject.figures, id);
    let baseline = gap::baseline(subject.figures.targets.get(id), own, benchmark.as_ref(), at)
        .filter(|b| *b < at)
        .and_then(|b| series::at(own, b).map(|v| (b, v)))
        .unwrap_or((first, first_value));
    let tone = tone(&indicator.direction, baseline.1, value);

    let mut out = String::with_capacity(1024);
    let link = seat.indicator(id);
    out.push_str("<li class=\"tile tone-");
    out.push_str(tone);
    out.push_str("\"><h3 class=\"tile-name\">");
    out.push_str(&super::evidence::anchor(&link.href, &link.text, &link.lang));
    out.push_str("</h3><p class=\"tile-value\">");
    escape::push(&mut out, &notation.value(value));
    out.push_str("<span class=\"tile-period\">");
    escape::push(&mut out, &period_label(at, seat.lang));
    out.push_str("</span></p>");
    if baseline.0 < at {
        let change = notation.change(baseline.1, value);
        let words = seat.phrase("since", &period_label(baseline.0, seat.lang)).replace("{change}", &change);
        line(&mut out, "tile-change", &words);
    }
    let periods: Vec<_> = own.keys().copied().filter(|p| p.is_year() == at.is_year()).collect();
    let own_values: Vec<Option<f64>> = periods.iter().map(|p| known.get(p).map(|v| to_f64(*v))).collect();
    let benchmark_values: Vec<Option<f64>> = match &benchmark {
        Some(b) => periods.iter().map(|p| b.at(*p).map(to_f64)).collect(),
        None => Vec::new(),
    };
    out.push_str(&svg(&Sparkline { own: &own_values, benchmark: &benchmark_values }));
    if let Some(distance) = benchmark.as_ref().and_then(|b| gap::distance(&indicator.direction, value, b.at(at))) {
        let key = if notation.is_negligible(distance, value) {
            "tile_level"
        } else if distance.is_sign_negative() {
            "tile_lead"
        } else {
            "tile_gap"
        };
        line(&mut out, "tile-gap", &seat.phrase(key, &notation.difference(distance.abs())));
    }
    let status = assessment.as_ref().map_or(status::Status::NotAssessable, |a| a.status);
    if status != status::Status::NotAssessable {
        out.push_str("<p class=\"tile-status status-");
        out.push_str(status.id());
        out.push_str("\">");
        escape::push(&mut out, status.word(seat.lang));
        out.push_str("</p>");
    }
    out.push_str("</li>");
    let judged = sentence::Judged { improved: (tone != "even").then_some(tone == "better"), status };
    Some((out, judged))
}

/// Whether a change is for the better, by the indicator's direction.
pub fn tone(direction: &Direction, from: crate::base::Decimal, to: crate::base::Decimal) -> &'static str {
    let outside = |value| gap::distance(direction, value, None).map(|d| d.abs());
    let better = match direction {
        Direction::Increase => to.cmp(&from),
        Direction::Decrease => from.cmp(&to),
        Direction::Range { .. } => match (outside(from), outside(to)) {
            (Some(before), Some(after)) => before.cmp(&after),
            _ => std::cmp::Ordering::Equal,
        },
        Direction::Hold { .. } | Direction::None => std::cmp::Ordering::Equal,
    };
    match better {
        std::cmp::Ordering::Greater => "better",
        std::cmp::Ordering::Less => "worse",
        std::cmp::Ordering::Equal => "even",
    }
}

fn line(out: &mut String, class: &str, text: &str) {
    out.push_str("<p class=\"");
    out.push_str(class);
    out.push_str("\">");
    escape::push(out, text);
    out.push_str("</p>");
}
