//! What was found in texts, kept for the next time: the same texts, held against the same, say the same again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Score;
use crate::base::hash::{Fingerprint, Together};
use crate::base::{Notes, Packed, SourcePath, Span};
use crate::link::Asked;

/// What was found in the texts of each case and page, under the fingerprint of all that it rests on.
///
/// It is packed: most of it is only handed on from one build to the next.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Findings(BTreeMap<Fingerprint, Packed>);

/// How to tell whether texts were swept before, and what was found then.
pub struct Recall<'r> {
    /// What was found.
    pub findings: &'r Findings,
    /// The fingerprint of everything that texts are held against, but other texts.
    pub against: Fingerprint,
    /// That of a text.
    pub of_text: &'r (dyn Fn(&SourcePath) -> Option<Fingerprint> + Sync),
}

/// What was found in the texts of a case or page.
pub(super) type Found = (Vec<Score>, Notes);

/// The same, packed, under its fingerprint.
pub(super) type Finding = (Fingerprint, Packed);

/// What has been found where these texts are all there are.
pub(super) struct Known<'r> {
    recall: &'r Recall<'r>,
    against: Fingerprint,
}

/// What is kept. Whose texts they are stands in the texts.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// The place of a text among them, how many of its figures are bound, and where the others stand.
    scores: Vec<(usize, usize, Vec<Span>)>,
    notes: Notes,
}

impl Findings {
    pub(super) fn of(all: impl Iterator<Item = Finding>) -> Self {
        Self(all.collect())
    }
}

impl<'r> Known<'r> {
    pub(super) fn of(recall: &'r Recall<'r>, asked: &[Asked]) -> Self {
        // A claim may ask for a figure of another case, which has one only if it has a text that can be read.
        let mut against = Together::of(recall.against);
        for text in asked {
            against.add(text.path.as_str());
        }
        Self { recall, against: against.end() }
    }

    /// What was found in these texts, or what is found now.
    pub(super) fn or_find(&self, texts: &[&Asked], find: impl FnOnce() -> Found) -> (Found, Option<Finding>) {
        let Some(origin) = self.origin(texts) else { return (find(), None) };
        let before = self.recall.findings.0.get(&origin);
        if let Some((before, found)) = before.and_then(|before| Some((before, unpack(before, texts)?))) {
            return (found, Some((origin, before.clone())));
        }
        let found = find();
        let packed = pack(&found, texts).map(|packed| (origin, packed));
        (found, packed)
    }

    fn origin(&self, texts: &[&Asked]) -> Option<Fingerprint> {
        let mut origin = Together::of(self.against);
        for text in texts {
            origin.add(text.path.as_str());
            origin.add((self.recall.of_text)(&text.path)?);
        }
        Some(origin.end())
    }
}

fn pack((scores, notes): &Found, texts: &[&Asked]) -> Option<Packed> {
    let kept = |score: &Score| {
        let text = texts.iter().position(|text| text.path == score.file)?;
        Some((text, score.bound, score.unbound.clone()))
    };
    let kept = Kept { scores: scores.iter().map(kept).collect::<Option<_>>()?, notes: notes.clone() };
    Packed::of(&kept)
}

fn unpack(packed: &Packed, texts: &[&Asked]) -> Option<Found> {
    let Kept { scores, notes } = packed.open()?;
    let score = |(text, bound, unbound): (usize, usize, Vec<Span>)| {
        let Asked { path, owner, lang, .. } = texts.get(text)?;
        Some(Score { owner: owner.clone(), lang: *lang, file: path.clone(), bound, unbound })
    };
    Some((scores.into_iter().map(score).collect::<Option<_>>()?, notes))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::collections::BTreeMap;

    use super::{Findings, Known, Recall};
    use crate::base::hash::{self, Fingerprint};
    use crate::base::{Id, Lang, Notes, Packed, Place, Problem, SourcePath, Span};
    use crate::link::Asked;
    use crate::link::sweep::Score;
    use crate::read::Owner;
    use crate::read::passage::Passages;

    /// The texts of a case, under their paths, and what is in them.
    type Texts = BTreeMap<SourcePath, (Lang, &'static str)>;

    fn texts(zh: &'static str, en: &'static str) -> Texts {
        let path = |lang| SourcePath::from(format!("content/cases/heat/{lang}.md"));
        [Lang::ZH, Lang::EN].map(|lang| (path(lang), (lang, if lang == Lang::ZH { zh } else { en }))).into()
    }

    fn asked(texts: &Texts) -> Vec<Asked> {
        let asked = |(path, (lang, _)): (&SourcePath, &(Lang, &str))| Asked {
            path: path.clone(),
            owner: Owner::Case(Id::new("heat").unwrap()),
            claims: Vec::new(),
            asserts: Vec::new(),
            lang: *lang,
            passages: Passages::default(),
            charts: Vec::new(),
        };
        texts.iter().map(asked).collect()
    }

    /// Finds something in each text; gives back what is kept, and whether it had to be looked for.
    fn find(before: &Findings, against: Fingerprint, texts: &Texts) -> (Findings, bool) {
        let of_text = |path: &SourcePath| texts.get(path).map(|(_, text)| hash::whole(text.as_bytes()));
        let recall = Recall { findings: before, against, of_text: &of_text };
        let (asked, is_looked_for) = (asked(texts), Cell::new(false));
        let found = || {
            let score = |text: &Asked| Score {
                owner: text.owner.clone(),
                lang: text.lang,
                file: text.path.clone(),
                bound: 3,
                unbound: vec![Span::new(4, 6), Span::new(70_000, 70_002)],
            };
            let mut notes = Notes::new();
            let other = SourcePath::new("content/cases/heat/zh.md");
            let place = Place::whole(&SourcePath::new("content/cases/heat/en.md"));
            notes.add(place, Problem::TextsDiffer { other, differing: 12, figures: 20 });
            (asked.iter().rev().map(score).collect::<Vec<_>>(), notes)
        };
        let looked = || {
            is_looked_for.set(true);
            found()
        };
        let known = Known::of(&recall, &asked);
        let ((scores, notes), kept) = known.or_find(&asked.iter().collect::<Vec<_>>(), looked);
        let first = found();
        assert_eq!((scores, notes.into_sorted()), (first.0, first.1.into_sorted()));
        (Findings::of(kept.into_iter()), is_looked_for.get())
    }

    #[test]
    fn what_was_found_is_found_again_without_looking() {
        let texts = texts("钢铁", "steel");
        let (kept, is_looked_for) = find(&Findings::default(), [1; 32], &texts);
        assert!(is_looked_for);
        let (again, is_looked_for) = find(&kept, [1; 32], &texts);
        assert!(!is_looked_for && again.0 == kept.0);
    }

    #[test]
    fn another_text_or_other_data_or_another_number_of_texts_is_looked_at() {
        let before = texts("钢铁", "steel");
        let (kept, _) = find(&Findings::default(), [1; 32], &before);
        assert!(find(&kept, [2; 32], &before).1);
        assert!(find(&kept, [1; 32], &texts("钢铁", "iron")).1);
        assert!(find(&kept, [1; 32], &texts("钢", "铁")).1);
        let mut one = before.clone();
        one.pop_first();
        assert!(find(&kept, [1; 32], &one).1);
    }

    #[test]
    fn what_cannot_be_unpacked_is_looked_for() {
        let texts = texts("钢铁", "steel");
        let (mut kept, _) = find(&Findings::default(), [1; 32], &texts);
        for packed in kept.0.values_mut() {
            *packed = Packed::of(&()).unwrap();
        }
        assert!(find(&kept, [1; 32], &texts).1);
    }
}
