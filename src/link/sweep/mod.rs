//! Every number in running words: whether it is bound to the data, whether the other languages have it too, and
//! whether it says what its author means.

mod agree;
mod findings;
mod fitting;
mod loose;
mod pairs;
mod parity;
mod sections;
mod told;
mod traps;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Asked;
use crate::base::{Lang, Notes, Place, Problem, Severity, SourcePath, Span};
use crate::measure::Comparisons;
use crate::model::{Case, Casebook, Text};
use crate::read::passage::Use;
use crate::read::{Checks, Owner};
pub use findings::{Findings, Recall};
pub use fitting::Fittings;
use fitting::{Known, line_of};
use told::Told;
use traps::Names;

/// How many of a text's figures are bound to the data.
///
/// A figure is a claim, an assertion, or a number that is neither time nor label nor marked as no figure. A small
/// number in words is none: 三年, `twelve nights`. A free page has a score only if anything in it is bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Whose text it is.
    pub owner: Owner,
    /// Its language.
    pub lang: Lang,
    /// Its file.
    pub file: SourcePath,
    /// How many are bound.
    pub bound: usize,
    /// Where the others stand, in the order of the file.
    pub unbound: Vec<Span>,
}

impl Score {
    /// How many figures the text has.
    pub fn figures(&self) -> usize {
        self.bound + self.unbound.len()
    }
}

/// Sweeps all texts of the cases and pages in `book`, but those of which it is known what is found in them.
pub(super) fn all(
    asked: &[Asked],
    comparisons: &Comparisons<'_>,
    checks: Checks,
    recall: Option<&Recall<'_>>,
    notes: &mut Notes,
) -> (Vec<Score>, Findings) {
    let mut by_owner: BTreeMap<&Owner, Vec<&Asked>> = BTreeMap::new();
    for text in asked {
        by_owner.entry(&text.owner).or_default().push(text);
    }
    let names = Names::of(comparisons.book());
    let known = recall.map(|recall| findings::Known::of(recall, asked));
    let swept: Vec<_> = by_owner
        .into_par_iter()
        .filter_map(|(owner, texts)| {
            let subject = Subject::of(owner, comparisons, &names)?;
            let sweep = || subject.sweep(&texts, checks);
            Some(match &known {
                Some(known) => known.or_find(&texts, sweep),
                None => (sweep(), None),
            })
        })
        .collect();
    let (mut scores, mut packed) = (Vec::with_capacity(asked.len()), Vec::new());
    for ((found, problems), kept) in swept {
        scores.extend(found);
        notes.extend(problems);
        packed.extend(kept);
    }
    (scores, Findings::of(packed.into_iter()))
}

/// What the texts are about.
struct Subject<'s, 'a> {
    owner: &'s Owner,
    case: Option<&'a Case>,
    comparisons: &'s Comparisons<'a>,
    names: &'s Names,
}

impl<'s, 'a> Subject<'s, 'a> {
    /// `None` for a case that is not part of this edition.
    fn of(owner: &'s Owner, comparisons: &'s Comparisons<'a>, names: &'s Names) -> Option<Self> {
        let case = match owner {
            Owner::Case(id) => Some(&**comparisons.book().cases.get(id)?),
            Owner::Page(_) => None,
        };
        Some(Self { owner, case, comparisons, names })
    }

    fn sweep(&self, texts: &[&Asked], checks: Checks) -> (Vec<Score>, Notes) {
        let mut notes = Notes::new();
        let book = self.comparisons.book();
        let mut told: Vec<Told<'_>> = texts
            .iter()
            .filter_map(|asked| Some(Told::of(asked, text_of(book, &asked.owner, asked.lang)?)))
            .collect();
        let mut flagged = Vec::new();
        for one in &told {
            traps::look(self, one, &mut notes, &mut flagged);
        }
        let scores: Vec<Score> = told.iter().filter_map(|one| self.score(one)).collect();
        if let Some(severity) = checks.unbound {
            let known = Known::default();
            for one in told.iter().filter(|one| self.has_score(one)) {
                self.tell_unbound(one, severity, &known, &mut notes);
            }
        }
        let original = original(&told, book);
        if original < told.len() {
            let first = told.remove(original);
            for other in &told {
                parity::compare(self, &first, other, &flagged, &mut notes);
            }
        }
        (scores, notes)
    }

    fn has_score(&self, told: &Told<'_>) -> bool {
        self.case.is_some() || !told.bound.is_empty()
    }

    fn score(&self, told: &Told<'_>) -> Option<Score> {
        self.has_score(told).then(|| Score {
            owner: self.owner.clone(),
            lang: told.lang,
            file: told.path.clone(),
            bound: told.bound.len(),
            unbound: told.unbound().map(|number| number.span).collect(),
        })
    }

    /// Numbers that nobody can bind where they stand are listed only.
    fn tell_unbound(&self, told: &Told<'_>, severity: Severity, known: &Known, notes: &mut Notes) {
        for number in told.unbound().filter(|number| number.used == Use::Free) {
            let near = line_of(&told.prose.text, number.span);
            let fitting = self
                .case
                .and_then(|case| known.fit(self.comparisons, case, &number.quantity, near, told.lang));
            let said = told.said(number.span).to_owned();
            notes.add(Place::new(told.path, number.span), Problem::FigureUnbound { said, fitting, severity });
        }
    }
}

/// Which text the others were translated from: the one that they name, else that in the site's first language.
fn original(told: &[Told<'_>], book: &Casebook) -> usize {
    let named = told.iter().find_map(|one| one.prose.translated_from);
    let in_lang = |lang: Lang| told.iter().position(|one| one.lang == lang);
    named
        .and_then(in_lang)
        .or_else(|| book.site.languages.iter().find_map(|lang| in_lang(*lang)))
        .unwrap_or(0)
}

fn text_of<'a>(book: &'a Casebook, owner: &Owner, lang: Lang) -> Option<&'a Text> {
    let texts = match owner {
        Owner::Case(id) => &book.cases.get(id)?.texts,
        Owner::Page(id) => &book.pages.get(id)?.texts,
    };
    texts.get(lang)
}
