//! Who stands behind a figure that is drawn from many: the peers of a statistic, those among whom a rank holds.

use std::sync::Arc;

use super::origin::push_anchor;
use super::place;
use crate::base::{Id, Period, escape};
use crate::measure::{series, write};
use crate::model::{Benchmark, BenchmarkKind, Enterprise};
use crate::plan::PageId;
use crate::view::desk::Seat;
use crate::view::figure::Subject;

/// Of more enterprises than these, the first are named: the page of the indicator lists all.
const NAMED: usize = 30;

/// The enterprises behind a statistic over peers, as HTML; `None` for another benchmark, and where nobody is named.
///
/// Of a statistic that was computed here those that have a public value.
pub(super) fn behind(
    seat: &Seat<'_, '_>,
    subject: Subject<'_>,
    benchmark: &Benchmark,
    latest: Option<Period>,
) -> Option<String> {
    let BenchmarkKind::PeerStatistic { peers, computed, .. } = &benchmark.kind else { return None };
    let known = peers.iter().filter_map(|id| subject.book.enterprises.get(id).map(Arc::as_ref));
    let (key, peers): (&str, Vec<&Enterprise>) = match latest {
        Some(at) if *computed => {
            ("evidence_peers_computed", known.filter(|peer| has(peer, &benchmark.indicator, at)).collect())
        }
        _ => ("evidence_peers", known.collect()),
    };
    if peers.is_empty() {
        return None;
    }
    let at = latest.map(|at| write::period(at, seat.lang)).unwrap_or_default();
    let words = seat.phrase(key, &write::count(peers.len(), seat.lang)).replace("{period}", &at);
    let mut out = escape::escape(&words).into_owned();
    names(seat, &mut out, peers.into_iter(), &benchmark.indicator, latest);
    Some(out)
}

/// What is said about a rank: the rank, and among whom it holds.
pub(super) fn rank(seat: &Seat<'_, '_>, out: &mut String, own: &Enterprise, indicator: &Id, at: Period) {
    let comparison = seat.desk.comparisons.at(indicator, Some(&own.industry), at);
    let Some(rank) = comparison.of(own).and_then(|entry| entry.rank) else { return };
    let among = comparison.entries.len();
    let subject = Subject::enterprise(seat.book(), own);
    out.push_str("<p class=\"evidence-note\" id=\"");
    out.push_str(&place::rank_row(&place::stem(seat, subject, indicator), at));
    out.push_str("\">");
    escape::push(out, &seat.phrase("evidence_rank", &write::period(at, seat.lang)));
    escape::push(out, &write::rank(rank, among, seat.lang));
    out.push_str(" · ");
    let industry = seat.industry(&own.industry);
    let page = seat.href(&PageId::Indicator(indicator.clone()));
    push_anchor(out, &format!("{page}#{}.{indicator}", own.industry), &industry.text, &industry.lang);
    escape::push(out, seat.word("evidence_ranked"));
    names(seat, out, comparison.entries.iter().map(|entry| entry.enterprise), indicator, Some(at));
    out.push_str("</p>");
}

/// Names of enterprises, each leading to its figure where it has one at that period.
fn names<'e>(
    seat: &Seat<'_, '_>,
    out: &mut String,
    enterprises: impl Iterator<Item = &'e Enterprise>,
    indicator: &Id,
    at: Option<Period>,
) {
    for (n, enterprise) in enterprises.enumerate() {
        if n == NAMED {
            out.push('…');
            break;
        }
        if n > 0 {
            out.push_str(seat.word("list_separator"));
        }
        let link = seat.plain(enterprise.label());
        let href = match at.filter(|at| has(enterprise, indicator, *at)) {
            Some(at) => place::href(seat, enterprise, indicator, at),
            None => seat.href(&PageId::Enterprise(enterprise.id.clone())),
        };
        push_anchor(out, &href, &link.text, &link.lang);
    }
}

fn has(enterprise: &Enterprise, indicator: &Id, at: Period) -> bool {
    enterprise.figures.observations.get(indicator).is_some_and(|own| series::at(own, at).is_some())
}
