//! Whether a case shows its figures fairly: what could look picked is a warning until its author says why.
//!
//! What is withheld counts for nothing here, neither as a value nor as a hole, so that no warning and no printed reason can
//! hint at it.

mod base_year;
mod benchmark;
mod improved;
mod skipped;
mod uses;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Asked, Linker};
use crate::base::problem::Shift;
use crate::base::{Id, Notes, Place, Problem, SourcePath, Span};
use crate::model::{Case, Casebook, Pick, Reason};
use crate::read::{CaseDraft, Owner, ReasonDraft};
use benchmark::Peers;
use uses::Use;

/// Where the facts of a case choose figures, and its author's reasons for it.
pub(super) struct Marks {
    path: SourcePath,
    /// Of each of the case's indicators, in their order.
    indicators: Vec<Span>,
    /// Of each contribution's first period, in their order.
    contributions: Vec<Span>,
    reasons: Vec<ReasonDraft>,
}

impl Marks {
    pub(super) fn of(draft: &CaseDraft) -> Self {
        Self {
            path: draft.path.clone(),
            indicators: draft.indicators.iter().map(|id| id.span).collect(),
            contributions: draft.contributions.iter().map(|c| c.from.span).collect(),
            reasons: draft.reasons.clone(),
        }
    }
}

/// A choice that could look picked, and where it was made.
struct Finding<'a> {
    path: &'a SourcePath,
    span: Span,
    pick: Pick,
}

/// Looks at every case; keeps the reasons that answer something, and notes the choices that none answers.
pub(super) fn check(linker: &mut Linker, book: &mut Casebook, texts: &[Asked]) {
    for (id, reasons, notes) in answers(linker, book, texts) {
        linker.notes.extend(notes);
        if let Some(case) = book.cases.get_mut(&id) {
            Arc::make_mut(case).reasons = reasons;
        }
    }
}

/// For every case that can be looked at, the reasons that answer something, and what is to be said.
fn answers(linker: &mut Linker, book: &Casebook, texts: &[Asked]) -> Vec<(Id, Vec<Reason>, Notes)> {
    let mut by_case: BTreeMap<&Id, Vec<&Asked>> = BTreeMap::new();
    for text in texts {
        if let Owner::Case(id) = &text.owner {
            by_case.entry(id).or_default().push(text);
        }
    }
    let peers = Peers::of(book);
    let marks: Vec<(Id, Marks)> = std::mem::take(&mut linker.marks).into_iter().collect();
    // Where the data have errors of their own, nobody can say what they would show.
    let whole = |id: &Id| book.cases.get(id).filter(|case| !rests_on_faulty(linker, case));
    let looked_at = marks.into_par_iter().filter_map(|(id, marks)| {
        let case = whole(&id)?;
        let texts = by_case.get(&id).map_or(&[][..], Vec::as_slice);
        let uses = uses::of(book, case, &marks, texts);
        let mut findings = base_year::find(book, &uses);
        findings.extend(skipped::find(book, &uses));
        findings.extend(improved::find(book, case, &marks, &uses));
        findings.extend(benchmark::find(book, &uses, &peers));
        let mut notes = Notes::new();
        let reasons = answer(&mut notes, &marks, findings);
        Some((id, reasons, notes))
    });
    looked_at.collect()
}

fn rests_on_faulty(linker: &Linker, case: &Case) -> bool {
    linker.names.is_faulty(format!("content/enterprises/{}/indicators.yaml", case.enterprise))
        || linker.names.is_faulty(format!("content/cases/{}/indicators.yaml", case.id))
}

/// The reasons with what they answer; notes what none answers, and reasons that answer nothing.
fn answer(notes: &mut Notes, marks: &Marks, findings: Vec<Finding<'_>>) -> Vec<Reason> {
    let mut picks: Vec<Vec<Pick>> = vec![Vec::new(); marks.reasons.len()];
    for Finding { path, span, mut pick } in findings {
        for (reason, answers) in marks.reasons.iter().zip(&mut picks) {
            if let Some(answered) = answers_of(reason, &mut pick)
                && !answers.contains(&answered)
            {
                answers.push(answered);
            }
        }
        if !is_answered(marks, &pick) {
            notes.add(Place::new(path, span), problem(&pick));
        }
    }
    let mut reasons = Vec::new();
    for (reason, picks) in marks.reasons.iter().zip(picks) {
        if picks.is_empty() {
            let indicator = reason.indicator.as_ref().map(|id| id.value.to_string());
            let problem = Problem::ReasonUnneeded { about: reason.about.value.word().to_owned(), indicator };
            notes.add(Place::new(&marks.path, reason.about.span), problem);
        } else {
            reasons.push(Reason { picks, text: reason.text.clone() });
        }
    }
    reasons
}

/// What a reason answers of a pick. A reason that names one indicator that got worse answers for that one, which is then
/// taken out of the pick.
fn answers_of(reason: &ReasonDraft, pick: &mut Pick) -> Option<Pick> {
    if reason.about.value != pick.about() {
        return None;
    }
    let named = reason.indicator.as_ref().map(|id| &id.value);
    match (pick, named) {
        (Pick::OnlyImproved { worsened }, None) if !worsened.is_empty() => {
            Some(Pick::OnlyImproved { worsened: std::mem::take(worsened) })
        }
        (Pick::OnlyImproved { worsened }, Some(named)) => {
            let at = worsened.iter().position(|id| id == named)?;
            Some(Pick::OnlyImproved { worsened: vec![worsened.remove(at)] })
        }
        (pick, named) => (named.is_some() && named == pick.indicator()).then(|| pick.clone()),
    }
}

fn is_answered(marks: &Marks, pick: &Pick) -> bool {
    let answers = |reason: &ReasonDraft| {
        reason.about.value == pick.about()
            && reason.indicator.as_ref().map(|id| &id.value) == pick.indicator()
    };
    match pick {
        Pick::OnlyImproved { worsened } => worsened.is_empty(),
        _ => marks.reasons.iter().any(answers),
    }
}

/// What is said of a choice that nobody explains.
fn problem(pick: &Pick) -> Problem {
    let names = |ids: &[Id]| ids.iter().map(ToString::to_string).collect();
    match pick {
        Pick::BaseYear { indicator, base, worst, first, last } => Problem::BaseYearWorst {
            indicator: indicator.to_string(),
            base: base.to_string(),
            worst: *worst,
            first: first.to_string(),
            last: last.to_string(),
        },
        Pick::YearsSkipped { indicator, skipped, how } => Problem::YearsSkipped {
            indicator: indicator.to_string(),
            skipped: skipped.iter().map(ToString::to_string).collect(),
            how: *how,
        },
        Pick::OnlyImproved { worsened } => Problem::OnlyImprovedShown { worsened: names(worsened) },
        Pick::SeveralBenchmarks { indicator, benchmarks } => Problem::BenchmarkChanged {
            indicator: indicator.to_string(),
            how: Shift::Several { benchmarks: names(benchmarks) },
        },
        Pick::PeersChanged { indicator, benchmark, then, now } => Problem::BenchmarkChanged {
            indicator: indicator.to_string(),
            how: Shift::Peers {
                benchmark: benchmark.to_string(),
                then: (then.0.to_string(), then.1),
                now: (now.0.to_string(), now.1),
            },
        },
    }
}

/// Remembers what has been found, so that one choice is told once in a file.
struct Once<K>(BTreeSet<K>);

impl<K: Ord> Once<K> {
    fn new() -> Self {
        Self(BTreeSet::new())
    }

    fn is_new(&mut self, key: K) -> bool {
        self.0.insert(key)
    }
}
