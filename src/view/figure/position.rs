//! Where enterprises stand among those of their industry: dots on a line, and the same as a ranked list.

use std::sync::Arc;

use super::evidence::place;
use super::records::{Record, Records};
use super::subject::Subject;
use super::table::{Cell, Table};
use super::{Body, Figure, html};
use crate::base::number::to_f64;
use crate::base::{Decimal, Id, Period};
use crate::chart::rank::{Rank, Row};
use crate::chart::strip::{Dot, Strip};
use crate::chart::{Reference, Svg};
use crate::measure::comparison::{Comparison, Entry};
use crate::measure::sentence;
use crate::measure::write::{self, Notation, Scale, period_label};
use crate::model::Benchmark;
use crate::view::Html;
use crate::view::desk::Seat;

/// A ranked list shows this many rows; of more, the best, the own one and the last.
const ROWS: usize = 12;

/// What is asked of a comparison.
pub struct Ask<'q, 'a> {
    /// Unique on the page.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The comparison.
    pub comparison: Arc<Comparison<'a>>,
    /// The enterprise that the page is about, if any.
    pub own: Option<&'q Id>,
    /// The benchmark to mark.
    pub benchmark: Option<&'a Benchmark>,
    /// What is compared, in words: the industry.
    pub scope: String,
}

/// What compares the enterprises of an industry: at `at`, else at the latest period that most have. The benchmark is the
/// one that holds for the industry. `None` where nobody has a figure.
pub fn of_industry<'q, 'a>(
    seat: &Seat<'_, 'a>,
    id: &str,
    industry: &Id,
    indicator: &Id,
    at: Option<Period>,
    own: Option<&'q Id>,
) -> Option<Ask<'q, 'a>> {
    let comparisons = &seat.desk.comparisons;
    let at = at.or_else(|| comparisons.latest(indicator, Some(industry)))?;
    let comparison = comparisons.at(indicator, Some(industry), at);
    if comparison.entries.is_empty() {
        return None;
    }
    let book = seat.book();
    let own_benchmark = own.and_then(|id| book.benchmark(&book.enterprise(id).figures, indicator));
    Some(Ask {
        id: id.to_owned(),
        title: seat.text(&book.indicator(indicator).name).to_owned(),
        comparison,
        own,
        benchmark: own_benchmark
            .or_else(|| book.usual_benchmark(indicator, seat.desk.plan.collection.enterprises_in(industry))),
        scope: seat.industry(industry).text,
    })
}

/// Dots on a line; `None` where nobody has a figure.
pub fn strip(seat: &Seat<'_, '_>, ask: &Ask<'_, '_>) -> Option<Html> {
    let view = Prepared::of(seat, ask)?;
    let body = view.body(seat, ask).drawn(view.dots(seat, ask));
    Some(shown(seat, ask, "strip", &body))
}

/// A ranked list; `None` where nobody has a figure.
pub fn rank(seat: &Seat<'_, '_>, ask: &Ask<'_, '_>) -> Option<Html> {
    let view = Prepared::of(seat, ask)?;
    let body = view.body(seat, ask).drawn(view.bars(seat, ask));
    Some(shown(seat, ask, "rank", &body))
}

/// Both, one under the other. Only what is drawn differs: an industry's long table is made once.
pub fn strip_and_rank(
    seat: &Seat<'_, '_>,
    mut ask: Ask<'_, '_>,
    rank_id: String,
    rank_title: String,
) -> Option<(Html, Html)> {
    let view = Prepared::of(seat, &ask)?;
    let body = view.body(seat, &ask).drawn(view.dots(seat, &ask));
    let strip = shown(seat, &ask, "strip", &body);
    (ask.id, ask.title) = (rank_id, rank_title);
    let body = body.drawn(view.bars(seat, &ask));
    Some((strip, shown(seat, &ask, "rank", &body)))
}

fn shown(seat: &Seat<'_, '_>, ask: &Ask<'_, '_>, kind: &'static str, body: &Body) -> Html {
    html(seat, &Figure { id: &ask.id, kind, title: &ask.title, body }, || csv(seat, ask))
}

/// The rows that are shown of a long list, and after which of them some are left out.
fn cut<'e, 'a>(entries: &'e [Entry<'a>], own: Option<&Id>) -> (Vec<&'e Entry<'a>>, Option<usize>) {
    if entries.len() <= ROWS {
        return (entries.iter().collect(), None);
    }
    let mut shown: Vec<&Entry<'_>> = entries.iter().take(ROWS - 2).collect();
    let gap = shown.len() - 1;
    let own = entries.iter().skip(ROWS - 2).find(|e| own == Some(&e.enterprise.id));
    let last = entries.last();
    shown.extend(own);
    if own.map(|e| &e.enterprise.id) != last.map(|e| &e.enterprise.id) {
        shown.extend(last);
    }
    (shown, Some(gap))
}

/// What strip and rank share.
struct Prepared<'a> {
    notation: Notation<'a>,
    scale: Scale<'a>,
    sentence: String,
    subtitle: String,
}

impl<'a> Prepared<'a> {
    fn of(seat: &Seat<'_, '_>, ask: &Ask<'_, 'a>) -> Option<Self> {
        let comparison = &ask.comparison;
        if comparison.entries.is_empty() {
            return None;
        }
        let notation = Notation::of(comparison.indicator, comparison.currency, seat.lang);
        let scale = notation.scale(comparison.entries.iter().map(|e| e.value));
        let own = ask.own.map(|id| seat.book().enterprise(id));
        let sentence = sentence::position(comparison, own, seat.lang);
        let mut parts = vec![ask.scope.clone(), period_label(comparison.period, seat.lang)];
        let key = if comparison.entries.len() == 1 { "n_enterprise" } else { "n_enterprises" };
        parts.push(seat.phrase(key, &write::count(comparison.entries.len(), seat.lang)));
        Some(Self { notation, scale, sentence, subtitle: parts.join(" · ") })
    }

    fn dots(&self, seat: &Seat<'_, '_>, ask: &Ask<'_, '_>) -> Svg {
        let comparison = &ask.comparison;
        let value = |v| to_f64(self.scale.scaled(v));
        crate::chart::strip::svg(&Strip {
            unit: self.scale.unit().into(),
            dots: comparison
                .entries
                .iter()
                .map(|e| Dot {
                    value: value(e.value),
                    name: seat.text(e.enterprise.label()).into(),
                    label: self.notation.value(e.value).into(),
                    own: ask.own == Some(&e.enterprise.id),
                })
                .collect(),
            median: comparison.statistics.as_ref().map(|s| Reference {
                value: value(s.median),
                name: seat.word("figure_median").into(),
                label: self.notation.value(s.median).into(),
            }),
            quartiles: comparison
                .statistics
                .as_ref()
                .map(|s| (value(s.lower_quartile), value(s.upper_quartile))),
            benchmark: self.benchmark(seat, ask),
            tick_label: &|value, decimals| self.scale.tick(value, decimals),
        })
    }

    fn bars(&self, seat: &Seat<'_, '_>, ask: &Ask<'_, '_>) -> Svg {
        let (shown, gap_after) = cut(&ask.comparison.entries, ask.own);
        crate::chart::rank::svg(&Rank {
            rows: shown
                .iter()
                .map(|e| Row {
                    name: seat.text(e.enterprise.label()).into(),
                    value: to_f64(self.scale.scaled(e.value)),
                    label: self.notation.value(e.value).into(),
                    own: ask.own == Some(&e.enterprise.id),
                    provisional: e.basis.is_provisional(),
                })
                .collect(),
            gap_after,
            benchmark: self.benchmark(seat, ask),
        })
    }

    fn benchmark<'s>(&self, seat: &'s Seat<'_, '_>, ask: &'s Ask<'_, '_>) -> Option<Reference<'s>> {
        let (benchmark, value) = reference(ask)?;
        Some(Reference {
            value: to_f64(self.scale.scaled(value)),
            name: seat.text(&benchmark.label).into(),
            label: self.notation.value(value).into(),
        })
    }

    /// Every enterprise with its rank and value, best first, and what is marked between them.
    fn table(&self, seat: &Seat<'_, '_>, ask: &Ask<'_, '_>) -> Table {
        let head = ["figure_enterprise", "figure_rank", "figure_value"];
        let mut table = Table::new(head.map(|key| seat.word(key)));
        let comparison = &ask.comparison;
        let row = place::row(&place::home_stem(&comparison.indicator.id), comparison.period);
        let home = seat.home;
        let way_to_row = |entry: &Entry<'_>, page: &str| {
            let here = home.is(Subject::enterprise(seat.book(), entry.enterprise), &comparison.indicator.id);
            format!("{}#{row}", if here { "" } else { page })
        };
        for entry in &comparison.entries {
            let link = seat.enterprise(entry.enterprise);
            let rank = entry.rank.map_or_else(|| "–".to_owned(), |r| r.to_string());
            let own = if ask.own == Some(&entry.enterprise.id) { "own" } else { "" };
            let cells = [
                Cell::html(super::evidence::anchor(&link.href, &link.text, &link.lang)),
                Cell::number(rank),
                Cell::number(self.notation.value(entry.value)).leading_to(way_to_row(entry, &link.href)),
            ];
            table.marked_row("", own, cells);
        }
        table.group();
        if let Some((benchmark, value)) = reference(ask) {
            let own = ask.own.map(|id| Subject::enterprise(seat.book(), seat.book().enterprise(id)));
            let way = place::benchmark_href(seat, own, benchmark, comparison.period);
            let name = Cell::text(seat.text(&benchmark.label));
            let value = Cell::number(self.notation.value(value)).leading_to(way);
            table.row([name, Cell::number("–"), value]);
        }
        if let Some(statistics) = &comparison.statistics {
            let median = Cell::number(self.notation.value(statistics.median));
            table.row([Cell::text(seat.word("figure_median")), Cell::number("–"), median]);
        }
        table
    }

    /// All but what is drawn.
    fn body(&self, seat: &Seat<'_, '_>, ask: &Ask<'_, '_>) -> Body {
        let own = ask.own.map(|id| Subject::enterprise(seat.book(), seat.book().enterprise(id)));
        let evidence = own.map(|own| place::block_href(seat, own, &ask.comparison.indicator.id));
        let body = Body {
            subtitle: self.subtitle.clone(),
            sentence: self.sentence.clone(),
            table: Some(self.table(seat, ask)),
            evidence: evidence.unwrap_or_default(),
            ..Body::default()
        };
        body.from_sources(seat, ask.benchmark.iter().filter_map(|b| b.source.as_ref()))
    }
}

/// The benchmark to mark with its value, in the same currency or not at all.
fn reference<'a>(ask: &Ask<'_, 'a>) -> Option<(&'a Benchmark, Decimal)> {
    let benchmark = ask.benchmark?;
    let comparison = &ask.comparison;
    let foreign = benchmark.currency.zip(comparison.currency).is_some_and(|(ours, theirs)| ours != theirs);
    if comparison.indicator.unit.is_money() && foreign {
        return None;
    }
    Some((benchmark, *benchmark.values.get(&comparison.period)?))
}

/// Every enterprise with its rank and value, best first.
fn csv(seat: &Seat<'_, '_>, ask: &Ask<'_, '_>) -> String {
    let comparison = &ask.comparison;
    let at = comparison.period;
    let held_against = reference(ask);
    let mut file = Records::new(seat);
    let records = comparison.entries.iter().map(|entry| {
        let observations = entry.enterprise.figures.observations.get(&comparison.indicator.id);
        Record {
            basis: Some(entry.basis),
            benchmark: held_against.map(|(_, value)| value),
            rank: entry.rank,
            source: observations.and_then(|series| series.get(&at)).and_then(|o| o.source.as_ref()),
            ..Record::of(seat.text(entry.enterprise.label()), at, entry.value)
        }
    });
    let held_against = held_against.map_or("", |(benchmark, _)| seat.text(&benchmark.label));
    file.add(comparison.indicator, comparison.currency, held_against, records);
    file.into_text()
}
