//! Sets a text on its page: where its links lead from there, what its figures say, what its charts show.

use std::fmt::Write as _;

use super::desk::Seat;
use super::figure::{
    Subject, bridge, bullet, dumbbell, evidence, gap, matrix, position, scorecard, slope, timeline, trend,
};
use super::prose::{Href, Setting, set};
use super::{Html, Image};
use crate::base::number::round;
use crate::base::{Id, SitePath, escape};
use crate::measure::answer::{self, Resolved};
use crate::measure::write::machine;
use crate::model::{Case, ChartBlock, ChartKind, Claim, Destination, Subject as Target, Text};
use crate::plan::{PageId, address};

/// Decimals of a figure in `<data value>`: more than any page shows, less than an exact quotient has.
const VALUE_DECIMALS: u32 = 6;

/// About what a chart takes with its table, so that a text is not moved again and again while it grows.
const CHART_BYTES: usize = 5 * 1024;

/// The body of a text as HTML. `case` is the case it tells, if it tells one.
pub fn body<'a>(seat: &Seat<'_, 'a>, text: &Text, case: Option<&'a Case>) -> Html {
    let setting = OnPage { seat, text, case };
    let mut out = String::with_capacity(text.prose.body().len() * 2 + text.charts.len() * CHART_BYTES);
    set(&text.prose.text, text.prose.body_at, &setting, &mut out);
    Html(out)
}

struct OnPage<'s, 'd, 'a> {
    seat: &'s Seat<'d, 'a>,
    text: &'s Text,
    case: Option<&'a Case>,
}

impl Setting for OnPage<'_, '_, '_> {
    fn link(&self, target: &str) -> Option<Href> {
        match self.text.links.get(target) {
            Some(destination) => href(self.seat, destination).map(Href::inside),
            None => Some(Href::outside(target)),
        }
    }

    fn image(&self, target: &str, alt: &str, title: Option<&str>) -> Option<String> {
        let file = self.text.images.get(target)?;
        let image = picture(self.seat, file, alt.to_owned(), title.unwrap_or("").to_owned(), String::new())?;
        let mut out = String::new();
        for (name, value) in [("<img src=\"", &image.src), ("\" alt=\"", &image.alt)] {
            out.push_str(name);
            escape::push(&mut out, value);
        }
        let (width, height) = (image.width, image.height);
        let _ = write!(out, "\" width=\"{width}\" height=\"{height}\"");
        for (index, file) in image.files.iter().enumerate() {
            out.push_str(if index == 0 { " srcset=\"" } else { ", " });
            escape::push(&mut out, &file.src);
            let _ = write!(out, " {}w", file.width);
        }
        if !image.files.is_empty() {
            let _ = write!(out, "\" sizes=\"{IN_TEXT}\"");
        }
        out.push_str(" loading=\"lazy\" decoding=\"async\">");
        Some(out)
    }

    fn claim(&self, claim: &Claim) -> String {
        // A claim without an answer is an error of the text, which is then not published.
        let Ok(resolved) = answer::resolve(&self.seat.desk.comparisons, self.case, claim) else {
            return format!("<mark>{}</mark>", escape::escape(claim.indicator.as_str()));
        };
        self.figure(claim, &resolved, &resolved.text(self.seat.lang))
    }

    fn assertion(&self, claim: &Claim, said: &str) -> String {
        match answer::resolve(&self.seat.desk.comparisons, self.case, claim) {
            Ok(resolved) => self.figure(claim, &resolved, said),
            Err(_) => escape::escape(said).into_owned(),
        }
    }

    fn chart(&self, index: usize) -> String {
        let Some((block, case)) = self.text.charts.get(index).zip(self.case) else { return String::new() };
        chart(self.seat, case, block, index).0
    }

    fn words(&self, key: &str) -> &str {
        self.seat.word(key)
    }
}

impl OnPage<'_, '_, '_> {
    /// A figure in the line, bound to its value, which leads to its row of evidence.
    fn figure(&self, claim: &Claim, resolved: &Resolved<'_>, words: &str) -> String {
        let mut out = String::with_capacity(160);
        out.push_str("<a class=\"figure-claim\" href=\"#");
        out.push_str(&evidence::row_of(self.seat, claim, resolved));
        if let Some(ends) = evidence::ends_of(self.seat, claim, resolved) {
            out.push_str("\" title=\"");
            escape::push(&mut out, &ends);
        }
        out.push_str("\"><data class=\"figure\" value=\"");
        out.push_str(&machine(round(resolved.value(), VALUE_DECIMALS)));
        out.push_str("\">");
        escape::push(&mut out, words);
        out.push_str("</data></a>");
        out
    }
}

/// Where a link leads from a page; `None` for what is not public.
fn href(seat: &Seat<'_, '_>, destination: &Destination) -> Option<String> {
    let plan = &seat.desk.plan;
    let mut anchor = destination.anchor.clone();
    let path: SitePath = match &destination.to {
        Target::Unpublished => return None,
        Target::Here => return Some(format!("#{}", anchor.unwrap_or_default())),
        Target::Case(id) => plan.case(seat.lang, id).0,
        Target::Page(id) => plan.free_page(seat.lang, id).0,
        Target::Enterprise(id) => address::of(seat.lang, &PageId::Enterprise(id.clone())),
        Target::Indicator(id) => address::of(seat.lang, &PageId::Indicator(id.clone())),
        Target::Benchmark(id) => {
            anchor = Some(format!("benchmark.{id}"));
            let benchmark = seat.book().benchmarks.get(id)?;
            address::of(seat.lang, &PageId::Indicator(benchmark.indicator.clone()))
        }
        Target::Source(id) => {
            anchor = None;
            address::of(seat.lang, &PageId::Source { id: id.clone(), number: 1 })
        }
    };
    let mut href = seat.path.link_to(&path);
    if let Some(anchor) = anchor {
        href.push('#');
        href.push_str(&anchor);
    }
    Some(href)
}

/// How wide a picture in a text is: the text, or the screen.
const IN_TEXT: &str = "(min-width: 56rem) 52rem, 100vw";

/// A picture as this page refers to it.
pub fn picture(
    seat: &Seat<'_, '_>,
    file: &crate::base::SourcePath,
    alt: String,
    caption: String,
    credit: String,
) -> Option<Image> {
    let image = seat.desk.album.image(file, alt, |path| seat.path.link_to(path))?;
    Some(Image { caption, credit, ..image })
}

/// A chart that a text asks for.
fn chart<'a>(seat: &Seat<'_, 'a>, case: &'a Case, block: &ChartBlock, index: usize) -> Html {
    let book = seat.book();
    let id = format!("chart.{}", index + 1);
    let title = block.title.as_ref();
    let subject_of = |indicator: &Id| Subject::of_case(book, case, indicator);
    let named = if block.indicators.is_empty() { &case.indicators } else { &block.indicators };
    let figure = match (block.kind, block.indicators.first()) {
        (ChartKind::Scorecard, _) => Some(scorecard::tiles(seat, named, title, subject_of)),
        (ChartKind::Matrix, _) => Some(matrix::figure(seat, &id, title)),
        (ChartKind::Timeline, _) => timeline::timeline(seat, case, &id, title),
        (ChartKind::Dumbbell, _) => {
            let ask = dumbbell::Ask { id, title, from: block.from, to: block.to, fewest: 1 };
            dumbbell::dumbbell(seat, named, subject_of, &ask)
        }
        (_, Some(indicator)) => of_indicator(seat, case, block, indicator, id),
        // The indicator was left out of the casebook, and that has been told.
        (_, None) => return Html::default(),
    };
    figure.unwrap_or_else(|| nothing(seat, block))
}

/// A chart of one indicator.
fn of_indicator<'a>(
    seat: &Seat<'_, 'a>,
    case: &'a Case,
    block: &ChartBlock,
    indicator: &Id,
    id: String,
) -> Option<Html> {
    let book = seat.book();
    let subject = Subject::of_case(book, case, indicator);
    let enterprise = subject.enterprise;
    let benchmark = block.benchmark.as_ref().and_then(|id| book.benchmarks.get(id));
    let (title, from, to) = (block.title.as_ref(), block.from, block.to);
    // The one that is set need not be asked for.
    let other = benchmark.filter(|b| subject.figures.benchmarks.get(indicator) != Some(&b.id));
    let over_time = |id| trend::Ask { id, title, benchmark: other, from, to };
    match block.kind {
        ChartKind::Trend => trend::trend(seat, subject, indicator, &over_time(id)),
        ChartKind::Gap => gap::gap(seat, subject, indicator, &over_time(id)),
        ChartKind::Bullet => bullet::bullet(seat, subject, indicator, &over_time(id)),
        ChartKind::Bridge => {
            let found = book.bridge_of(case, indicator)?;
            Some(bridge::bridge(seat, subject, indicator, found, &bridge::Ask { id, title }))
        }
        ChartKind::Slope => {
            slope::slope(seat, indicator, &slope::Ask { id, title, own: enterprise, benchmark, from, to })
        }
        ChartKind::Strip | ChartKind::Rank => {
            let own = Some(&enterprise.id);
            let mut ask = position::of_industry(seat, &id, &enterprise.industry, indicator, to, own)?;
            if let Some(title) = title {
                seat.text(title).clone_into(&mut ask.title);
            }
            ask.benchmark = benchmark.or(ask.benchmark);
            if block.kind == ChartKind::Strip {
                position::strip(seat, &ask)
            } else {
                position::rank(seat, &ask)
            }
        }
        ChartKind::Dumbbell | ChartKind::Scorecard | ChartKind::Matrix | ChartKind::Timeline => None,
    }
}

/// What stands where a chart would have nothing to show.
fn nothing(seat: &Seat<'_, '_>, block: &ChartBlock) -> Html {
    let name = match (block.indicators.first(), block.title.as_ref(), block.kind) {
        (_, Some(title), _) => seat.text(title),
        (Some(indicator), ..) => seat.text(&seat.book().indicator(indicator).name),
        (_, _, ChartKind::Timeline) => seat.word("timeline_title"),
        (_, _, _) => seat.word("dumbbell_title"),
    };
    Html(format!("<p class=\"figure-nothing\">{}</p>", escape::escape(&seat.phrase("figure_nothing", name))))
}
