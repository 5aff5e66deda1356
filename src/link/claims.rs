//! Whether the data can answer what texts ask: every figure in prose, every chart.

use super::{Asked, Linker, charts};
use crate::base::problem::{Kind, NoFigure};
use crate::base::{Id, Place, Problem, Span};
use crate::measure::Comparisons;
use crate::measure::answer::{self, Resolved};
use crate::measure::assertion;
use crate::model::{Ask, BenchmarkKind, Case, Casebook, Claim, Figures, Value};
use crate::read::markdown::Assert;
use crate::read::{Owner, Spanned};

pub(super) fn check(linker: &mut Linker, asked: &[Asked], comparisons: &Comparisons<'_>) {
    let book = comparisons.book();
    for asked in asked {
        let case = match &asked.owner {
            // A text whose case is not part of this edition, or broken elsewhere, has nothing to be checked against.
            Owner::Case(id) => match book.cases.get(id) {
                Some(case) => Some(&**case),
                None => continue,
            },
            Owner::Page(_) => None,
        };
        for claim in &asked.claims {
            check_claim(linker, asked, claim, case, comparisons);
        }
        for assert in &asked.asserts {
            check_assert(linker, asked, assert, case, comparisons);
        }
        if let Some(case) = case {
            charts::check(linker, asked, case, comparisons);
        }
    }
}

/// What the data say to a claim, if they do and a reader may know.
fn check_claim<'a>(
    linker: &mut Linker,
    asked: &Asked,
    claim: &Spanned<Claim>,
    case: Option<&'a Case>,
    comparisons: &Comparisons<'a>,
) -> Option<Resolved<'a>> {
    let at = |id: &Id| Spanned { value: id.clone(), span: part(claim.span, &claim.value, id) };
    let (names, notes) = (&linker.names, &mut linker.notes);
    let known = names.check(notes, &asked.path, Kind::Indicator, &at(&claim.value.indicator));
    let subject = claim.value.subject.as_ref().is_none_or(|s| {
        names.has(Kind::Case, s) || names.check(notes, &asked.path, Kind::Enterprise, &at(s))
    });
    let book = comparisons.book();
    if !known || !subject || !book.indicators.contains_key(&claim.value.indicator) {
        return None;
    }
    // What rests on data with errors of their own is not the text's to answer for, nor anybody's to tell.
    if rests_on_faulty(linker, book, case, &claim.value) {
        return None;
    }
    let answer = if speaks_of_hidden_case(linker, book, case, &claim.value) {
        Err(NoFigure::CaseNotPublished)
    } else {
        answer::resolve(comparisons, case, &claim.value)
    };
    match answer {
        Ok(resolved) => Some(resolved),
        Err(reason) => {
            let problem = Problem::ClaimWithoutFigure {
                indicator: claim.value.indicator.to_string(),
                period: period(&claim.value.ask),
                reason,
                have: have(book, case, &claim.value),
            };
            linker.notes.add(Place::new(&asked.path, claim.span), problem);
            None
        }
    }
}

/// Holds the author's own words against the data.
fn check_assert<'a>(
    linker: &mut Linker,
    asked: &Asked,
    assert: &Assert,
    case: Option<&'a Case>,
    comparisons: &Comparisons<'a>,
) {
    let Some(resolved) = check_claim(linker, asked, &assert.claim, case, comparisons) else {
        if is_partly_withheld(comparisons.book(), case, &assert.claim.value) {
            // Who writes such a figure down knows it.
            linker.notes.hush(Place::new(&asked.path, assert.said.span));
        }
        return;
    };
    if let Err(fault) = assertion::check(&assert.said.value, &resolved, asked.lang) {
        let problem = Problem::AssertionWrong {
            said: assert.said.value.clone(),
            data: resolved.text(asked.lang),
            exactly: assertion::exactly(&resolved, asked.lang),
            fault,
        };
        linker.notes.add(Place::new(&asked.path, assert.said.span), problem);
    }
}

/// Whether a text that is published names a case that is not. Its figures are no more public than its story.
fn speaks_of_hidden_case(linker: &Linker, book: &Casebook, case: Option<&Case>, claim: &Claim) -> bool {
    let is_shown = |id: &Id| linker.shown.contains(id);
    let named = claim.subject.as_ref().filter(|id| !book.enterprises.contains_key(*id));
    case.is_none_or(|case| is_shown(&case.id))
        && named.is_some_and(|id| book.cases.contains_key(id) && !is_shown(id))
}

/// Whether the data that a claim rests on have errors of their own: then the text is not to blame.
fn rests_on_faulty(linker: &Linker, book: &Casebook, case: Option<&Case>, claim: &Claim) -> bool {
    let names = &linker.names;
    let subject = claim.subject.as_ref();
    let of_case = |id: &Id| names.is_faulty(format!("content/cases/{id}/indicators.yaml"));
    let own = subject.or(case.map(|c| &c.enterprise)).is_some_and(|id| names.is_faulty_enterprise(id))
        || subject.or(case.map(|c| &c.id)).is_some_and(of_case);
    let figures = figures(book, case, claim);
    let benchmark = figures.and_then(|f| f.benchmarks.get(&claim.indicator));
    // Who is missing from a comparison changes it for all.
    let compares = matches!(claim.ask, Ask::Rank(_))
        || benchmark
            .and_then(|id| book.benchmarks.get(id))
            .is_some_and(|b| matches!(b.kind, BenchmarkKind::PeerStatistic { .. }));
    own || (compares && names.has_faulty_enterprises())
        || benchmark.is_some_and(|id| names.is_faulty(format!("content/benchmarks/{id}.yaml")))
}

/// The figures that a claim asks.
fn figures<'a>(book: &'a Casebook, case: Option<&'a Case>, claim: &Claim) -> Option<&'a Figures> {
    match (&claim.subject, case) {
        (Some(id), _) => {
            book.enterprises.get(id).map(|e| &e.figures).or_else(|| book.cases.get(id).map(|c| &c.figures))
        }
        (None, Some(case)) => Some(book.figures_of(case, &claim.indicator)),
        (None, None) => None,
    }
}

/// Where an id stands inside `{…}`: the subject first, then the indicator.
fn part(span: Span, claim: &Claim, id: &Id) -> Span {
    let start = span.start as usize + 1;
    let skip = match &claim.subject {
        Some(subject) if subject != id => subject.as_str().len() + 1,
        _ => 0,
    };
    Span::new(start + skip, start + skip + id.as_str().len())
}

/// The period or periods that a claim names, as its author wrote them.
fn period(ask: &Ask) -> String {
    match ask {
        Ask::Change(from, to) | Ask::Growth(from, to) | Ask::Multiple(from, to) => format!("{from}..{to}"),
        Ask::Value(at)
        | Ask::Gap(at)
        | Ask::GapClosed(at)
        | Ask::Benchmark(at)
        | Ask::Target(at)
        | Ask::Rank(at) => at.to_string(),
    }
}

/// The periods that the author could have named.
fn have(book: &Casebook, case: Option<&Case>, claim: &Claim) -> Vec<String> {
    let Some(figures) = figures(book, case, claim) else { return Vec::new() };
    match claim.ask {
        Ask::Target(_) => {
            figures.targets.get(&claim.indicator).map(|t| t.values.keys().map(ToString::to_string).collect())
        }
        Ask::Benchmark(_) => crate::measure::benchmark::series(book, figures, &claim.indicator)
            .map(|b| b.values.keys().map(ToString::to_string).collect()),
        _ => figures.observations.get(&claim.indicator).map(|series| {
            series.iter().filter(|(_, o)| o.value.known().is_some()).map(|(p, _)| p.to_string()).collect()
        }),
    }
    .unwrap_or_default()
}

/// Whether some of the figures that a claim could rest on are withheld: which of them it rests on, a claim that is wrong does
/// not tell.
fn is_partly_withheld(book: &Casebook, case: Option<&Case>, claim: &Claim) -> bool {
    let series = figures(book, case, claim).and_then(|figures| figures.observations.get(&claim.indicator));
    series.is_some_and(|series| series.values().any(|o| o.value == Value::NotDisclosed))
}
