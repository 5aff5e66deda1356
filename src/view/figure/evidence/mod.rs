//! Every figure of a page with where it comes from: the place that figures in texts, tables and charts lead to.

mod needed;
mod origin;
mod peers;
pub mod place;
mod rows;

pub use needed::{Needed, ends_of, row_of};
pub use origin::{anchor, push_anchor};

use crate::base::{Id, Period, PeriodRange, escape};
use crate::measure::answer::Whose;
use crate::measure::benchmark::BenchmarkSeries;
use crate::measure::status::{self, Assessment};
use crate::measure::write::period_range;
use crate::model::{Benchmark, Bridge};
use crate::view::Html;
use crate::view::desk::Seat;

use super::subject::Subject;
use needed::Named;
use rows::Rows;

/// The evidence for all figures that a page needs; empty where it needs none.
pub fn evidence<'a>(seat: &Seat<'_, 'a>, needed: &Needed<'a>) -> Html {
    let mut out = String::from("<div class=\"evidence\">");
    let opened = out.len();
    let home = seat.home;
    for id in &needed.own {
        let Some(subject) = home.subject(seat.book(), id) else { continue };
        let evidence = seat.shelf.evidence.or_make(subject, id, || Evidence::of(seat, subject, id));
        let named = needed.named.get(&(None, id.clone()));
        let Some(evidence) = &*evidence else { continue };
        out.push_str("<section>");
        out.push_str(&evidence.0);
        if let Some(bridge) = home.bridge(seat.book(), id) {
            parts_of_change(seat, &mut out, &place::stem(seat, subject, id), bridge);
        }
        if let Some(named) = named {
            named_only(seat, &mut out, subject, id, named);
        }
        out.push_str("</section>");
    }
    for ((_, id), named) in needed.named.iter().filter(|((whose, _), _)| whose.is_some()) {
        let subject = named.subject;
        out.push_str("<section>");
        heading(seat, &mut out, subject, id);
        let held = Held::of(subject, id);
        if let Some(table) = rows::table(seat, subject, id, Rows::Named(named), &held) {
            let label = format!("{} {}", subject.label(seat.lang), seat.word("evidence_heading"));
            table.write(&mut out, &label);
            against(seat, &mut out, subject, &held);
        }
        named_only(seat, &mut out, subject, id, named);
        out.push_str("</section>");
    }
    if out.len() == opened {
        return Html::default();
    }
    out.push_str("</div>");
    Html(out)
}

/// What the figures of an indicator are held against, and how they stand: found once for all that is said of them.
struct Held<'a> {
    /// The benchmark set for them.
    benchmark: Option<BenchmarkSeries<'a>>,
    /// How the subject stands at its latest value.
    standing: Option<Assessment>,
}

impl<'a> Held<'a> {
    fn of(subject: Subject<'a>, id: &Id) -> Self {
        let benchmark = subject.benchmark(id);
        let indicator = subject.book.indicator(id);
        let standing = status::assess(indicator, subject.figures, benchmark.as_ref());
        Self { benchmark, standing }
    }
}

/// The evidence of one indicator of what the page is about, as HTML.
pub(super) struct Evidence(String);

impl Evidence {
    /// `None` where there are no figures.
    fn of(seat: &Seat<'_, '_>, subject: Subject<'_>, id: &Id) -> Option<Self> {
        let held = Held::of(subject, id);
        let table = rows::table(seat, subject, id, Rows::All, &held)?;
        let mut out = String::with_capacity(4096);
        heading(seat, &mut out, subject, id);
        let name = seat.text(seat.book().indicator(id).label());
        table.write(&mut out, &format!("{name} {}", seat.word("evidence_heading")));
        against(seat, &mut out, subject, &held);
        Some(Self(out))
    }
}

/// The indicator, and whose it is where that is not what the page is about.
fn heading(seat: &Seat<'_, '_>, out: &mut String, subject: Subject<'_>, id: &Id) {
    out.push_str("<h3 id=\"");
    out.push_str(&place::block(seat, subject, id));
    out.push_str("\">");
    if !seat.home.is(subject, id) {
        let link = match subject.case {
            Some(case) => seat.case(case),
            None => seat.enterprise(subject.enterprise),
        };
        push_anchor(out, &link.href, &link.text, &link.lang);
        out.push_str(" · ");
    }
    let link = seat.indicator(id);
    push_anchor(out, &link.href, &link.text, &link.lang);
    out.push_str("</h3>");
}

/// What the figures are held against: the benchmark set for them, and how they stand where no target says.
fn against(seat: &Seat<'_, '_>, out: &mut String, subject: Subject<'_>, held: &Held<'_>) {
    if let Some(benchmark) = &held.benchmark {
        out.push_str("<p class=\"evidence-note\">");
        let latest = benchmark.values.keys().next_back().copied();
        benchmark_words(seat, out, subject, benchmark.benchmark, latest);
        out.push_str("</p>");
    }
    if let Some(words) = rows::standing(seat, held.standing, None) {
        out.push_str("<p class=\"evidence-note\">");
        out.push_str(&words);
        out.push_str("</p>");
    }
}

/// Where the parts of a change come from.
fn parts_of_change(seat: &Seat<'_, '_>, out: &mut String, stem: &str, bridge: &Bridge) {
    let between = PeriodRange { from: bridge.from.at, to: bridge.to.at };
    out.push_str("<p class=\"evidence-note\" id=\"");
    out.push_str(&place::bridge_row(stem));
    out.push_str("\">");
    escape::push(out, &seat.phrase("evidence_bridge", &period_range(between, seat.lang)));
    let source = seat.origin(bridge.source.as_ref(), bridge.locator.as_deref());
    out.push_str(if source.is_empty() { "–" } else { &source });
    out.push_str("</p>");
}

/// A benchmark's name, where its values come from, and how far the comparison carries.
fn benchmark_words(
    seat: &Seat<'_, '_>,
    out: &mut String,
    subject: Subject<'_>,
    benchmark: &Benchmark,
    latest: Option<Period>,
) {
    let link = seat.benchmark(benchmark);
    out.push_str(seat.word("evidence_benchmark"));
    push_anchor(out, &link.href, &link.text, &link.lang);
    let mut parts = vec![escape::escape(seat.benchmark_kind(&benchmark.kind)).into_owned()];
    let source = seat.origin(benchmark.source.as_ref(), benchmark.locator.as_deref());
    parts.extend(Some(source).filter(|source| !source.is_empty()));
    parts.extend(benchmark.comparability.as_ref().map(|text| seat.words_of(text).0));
    parts.extend(peers::behind(seat, subject, benchmark, latest));
    for part in parts {
        out.push_str(" · ");
        out.push_str(&part);
    }
}

/// What only a text or chart of this page names: ranks, and other benchmarks than the one that is set.
fn named_only(seat: &Seat<'_, '_>, out: &mut String, subject: Subject<'_>, id: &Id, named: &Named<'_>) {
    for &at in &named.ranks {
        peers::rank(seat, out, subject.enterprise, id, at);
    }
    for benchmark in named.benchmarks.values() {
        out.push_str("<p class=\"evidence-note\">");
        let series = crate::measure::benchmark::series_of(subject.book, benchmark, subject.figures);
        let latest = series.as_ref().and_then(|series| series.values.keys().next_back().copied());
        benchmark_words(seat, out, subject, benchmark, latest);
        out.push_str("</p>");
    }
}

impl<'a> Subject<'a> {
    /// Whoever answered a claim.
    fn answering(book: &'a crate::model::Casebook, whose: Whose<'a>) -> Self {
        match whose {
            Whose::Case(case) => Self {
                book,
                figures: &case.figures,
                enterprise: book.enterprise(&case.enterprise),
                case: Some(case),
            },
            Whose::Enterprise(enterprise) => Self::enterprise(book, enterprise),
        }
    }
}
