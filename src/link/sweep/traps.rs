//! Numbers that do not say what their author means, seen in one language alone.

use super::Subject;
use super::told::{Number, Told};
use crate::base::{Decimal, Lang, Localized, Notes, Place, Problem};
use crate::measure::quantity::{Measure, Movement, Role, Towards};
use crate::measure::write;
use crate::model::{Casebook, Unit};
use crate::read::passage::GAP;

/// What indicators are called, and which of them are percentages.
pub(super) struct Names {
    /// In small letters, with what they name.
    names: Vec<(String, Lang, bool)>,
}

impl Names {
    pub(super) fn of(book: &Casebook) -> Self {
        let mut names = Vec::new();
        for indicator in book.indicators.values() {
            let percent = indicator.unit == Unit::Percent;
            for (lang, name) in indicator.name.iter().chain(indicator.short.iter().flat_map(Localized::iter))
            {
                names.push((name.to_lowercase(), lang, percent));
            }
        }
        Self { names }
    }

    /// The last name in `words`, which are in small letters: where it ends, and whether it is a percentage's. Of two
    /// that end together the longer.
    fn last(&self, words: &str, lang: Lang) -> Option<(usize, bool)> {
        let found = self.names.iter().filter(|(_, of, _)| *of == lang).filter_map(|(name, _, percent)| {
            let at = words.rfind(name.as_str())?;
            Some((at + name.len(), name.len(), *percent))
        });
        found.max().map(|(end, _, percent)| (end, percent))
    }
}

/// Looks at every number of a text. The places of what is told are added to `flagged`.
pub(super) fn look(subject: &Subject<'_, '_>, told: &Told<'_>, notes: &mut Notes, flagged: &mut Vec<Place>) {
    for number in told.numbers.iter().filter(|number| number.quantity.role == Role::Figure) {
        let Some(movement) = number.quantity.movement else { continue };
        let problem = match number.quantity.measure {
            Measure::Times => times(told, number, movement),
            Measure::Percent if movement.towards == Towards::By => percent(subject, told, number),
            _ => None,
        };
        if let Some(problem) = problem {
            let place = Place::new(told.path, told.phrase(number));
            flagged.push(place.clone());
            notes.add(place, problem);
        }
    }
}

/// 增长2倍, `3 times lower`. A growth by one time or less is clear, and so are 翻一番, `tripled` and `threefold`.
fn times(told: &Told<'_>, number: &Number, movement: Movement) -> Option<Problem> {
    let said = told.said(told.phrase(number)).to_owned();
    let counts = said.contains('倍') || said.contains("times");
    let value = number.quantity.value;
    if !counts || movement.towards != Towards::By {
        return None;
    }
    if !movement.up {
        return (value >= Decimal::ONE).then_some(Problem::TimesLess { said });
    }
    let result = value.checked_add(Decimal::ONE)?;
    (value > Decimal::ONE).then(|| Problem::TimesMore {
        said,
        times: write::machine(value),
        result: write::machine(result),
    })
}

/// 净资产收益率提高3.2%: the change of an indicator that is itself a percentage.
fn percent(subject: &Subject<'_, '_>, told: &Told<'_>, number: &Number) -> Option<Problem> {
    let passage = &told.passages[number.passage];
    let words = passage.words();
    let before = words.get(..number.quantity.phrase.start)?;
    let sentence = before.rsplit(['。', '！', '？', '；', '!', '?', ';', '\n']).next().unwrap_or(before);
    let sentence = sentence.rsplit(". ").next().unwrap_or(sentence);
    let lower = sentence.to_lowercase();
    let named = subject.names.last(&lower, told.lang);
    // A claim speaks of its indicator just as its name does.
    let gap = lower.rfind(GAP).map(|at| at + GAP.len_utf8());
    let (end, is_percent) = match (named, gap) {
        (Some((end, percent)), Some(gap)) if end > gap => (end, percent),
        (_, Some(gap)) => (gap, claims_percentage(subject, told, number, before)?),
        (Some(named), None) => named,
        (None, None) => return None,
    };
    let speaks_of_it = is_percent && says_nothing_new(&lower[end..], told.lang);
    speaks_of_it
        .then(|| Problem::PercentForPoints { said: told.said(told.phrase(number)).to_owned(), there: None })
}

/// Whether the last claim before a number is one for a percentage.
fn claims_percentage(
    subject: &Subject<'_, '_>,
    told: &Told<'_>,
    number: &Number,
    before: &str,
) -> Option<bool> {
    let gap = before.matches(GAP).count().checked_sub(1)?;
    let span = told.passages[number.passage].gaps().nth(gap)?;
    let bound = told.bound.iter().find(|bound| bound.span.start == span.start)?;
    let indicator = subject.comparisons.book().indicators.get(&bound.claim.indicator)?;
    Some(indicator.unit == Unit::Percent)
}

/// Whether words between an indicator and a number leave it the subject: only times, comparisons and the like.
fn says_nothing_new(words: &str, lang: Lang) -> bool {
    if lang.is_chinese() {
        return words
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || c == GAP || CHINESE.contains(c));
    }
    let mut words = words.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    words.all(|word| word.chars().all(|c| c.is_ascii_digit()) || ENGLISH.contains(&word))
}

const CHINESE: &str = "，、：（）%年比同较上去前期季月度累计一二三四五六七八九十两几个内以来间又也共已从由起的在后再则均都还至到为";

const ENGLISH: [&str; 44] = [
    "a", "about", "also", "an", "and", "another", "at", "been", "between", "by", "compared", "during",
    "from", "further", "had", "has", "have", "in", "is", "it", "its", "last", "of", "on", "one", "only",
    "over", "period", "since", "some", "that", "the", "then", "three", "two", "to", "was", "were", "which",
    "with", "year", "years", "four", "five",
];
