//! A text as it tells its figures: those bound to the data, the numbers in its words, its charts.

use std::cell::OnceCell;

use super::{Subject, loose};
use crate::base::{Decimal, Lang, SourcePath, Span, number};
use crate::link::Asked;
use crate::measure::answer;
use crate::measure::quantity::{Measure, Movement, Quantity, Role, Towards, quantities};
use crate::model::{ChartBlock, Claim, Prose, Text};
use crate::read::passage::{Part, Passage, Use};

/// One text.
pub(super) struct Told<'a> {
    pub(super) lang: Lang,
    pub(super) path: &'a SourcePath,
    pub(super) prose: &'a Prose,
    pub(super) passages: Vec<Passage<'a>>,
    /// The numbers of all passages that may hold a figure, in order.
    pub(super) numbers: Vec<Number>,
    pub(super) bound: Vec<Bound<'a>>,
    pub(super) charts: Vec<(&'a ChartBlock, Span)>,
    /// The passages that hold no figure, by their place among all.
    unread: Vec<usize>,
    /// The numbers of those, all of them in words: most texts never need them.
    others: OnceCell<Vec<Number>>,
    /// What the data answer to each of the bound figures, where somebody asked.
    answers: Vec<OnceCell<Option<Quantity>>>,
}

/// A number in running words.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub(super) quantity: Quantity,
    /// Where it stands in the file.
    pub(super) span: Span,
    pub(super) part: Part,
    pub(super) used: Use,
    /// The how manieth passage it stands in.
    pub(super) passage: usize,
    /// Whether its words leave it open, so that it can answer for a number and not contradict one.
    pub(super) is_open: bool,
}

/// A figure bound to the data.
#[derive(Clone, Copy)]
pub(super) struct Bound<'a> {
    pub(super) claim: &'a Claim,
    /// Where the claim stands, with the words in brackets before it.
    pub(super) span: Span,
    pub(super) part: Part,
}

impl<'a> Told<'a> {
    pub(super) fn of(asked: &'a Asked, text: &'a Text) -> Self {
        let prose = &text.prose;
        let passages: Vec<Passage<'a>> = asked.passages.iter(&prose.text).collect();
        let mut told = Self {
            lang: asked.lang,
            path: &asked.path,
            prose,
            passages,
            numbers: Vec::new(),
            bound: Vec::new(),
            charts: text.charts.iter().zip(asked.charts.iter().map(|(span, _)| *span)).collect(),
            unread: Vec::new(),
            others: OnceCell::new(),
            answers: Vec::new(),
        };
        for (at, passage) in told.passages.iter().enumerate() {
            let words = passage.words();
            if may_hold_figures(&words, told.lang) {
                told.numbers.extend(read(passage, at, &words, told.lang));
            } else {
                told.unread.push(at);
            }
        }
        // Front matter is read last and stands first.
        told.numbers.sort_by_key(|number| number.span);
        let claims = asked.claims.iter().map(|claim| (&claim.value, claim.span));
        let asserts = asked.asserts.iter().map(|assert| {
            let whole = Span { start: assert.said.span.start.saturating_sub(1), end: assert.claim.span.end };
            (&assert.claim.value, whole)
        });
        let gaps: Vec<(Span, Part)> = told
            .passages
            .iter()
            .flat_map(|passage| passage.gaps().map(|span| (span, passage.part)))
            .collect();
        told.bound = claims
            .chain(asserts)
            .map(|(claim, span)| {
                let gap = gaps.partition_point(|(gap, _)| gap.start < span.start);
                let part = gaps.get(gap).filter(|(gap, _)| gap.start == span.start);
                Bound { claim, span, part: part.map_or_else(|| told.part_at(span), |(_, part)| *part) }
            })
            .collect();
        told.bound.sort_by_key(|bound| bound.span);
        told.answers.resize_with(told.bound.len(), OnceCell::new);
        told
    }

    /// The part that a place of the body belongs to.
    pub(super) fn part_at(&self, span: Span) -> Part {
        let before = self.prose.headings.partition_point(|heading| heading.span.start <= span.start);
        Part::Under(before.checked_sub(1).and_then(|heading| u32::try_from(heading).ok()))
    }

    /// The numbers that are figures and bound to nothing.
    pub(super) fn unbound(&self) -> impl Iterator<Item = &Number> {
        self.numbers.iter().filter(|number| number.used != Use::Marked && self.is_figure(number))
    }

    /// Whether a number counts as a figure: one in digits, or one in words that no sentence holds by chance.
    pub(super) fn is_figure(&self, number: &Number) -> bool {
        let quantity = &number.quantity;
        quantity.role == Role::Figure && (!quantity.spelled || self.is_weighty(number))
    }

    /// 百分之八, 两个百分点, 三亿, 两倍: a number in words that says more than how many of something there are.
    fn is_weighty(&self, number: &Number) -> bool {
        let quantity = &number.quantity;
        let large = if self.lang.is_chinese() { 10_000 } else { 1_000_000 };
        match quantity.measure {
            Measure::Percent | Measure::PerMille | Measure::Points => true,
            Measure::Times => self.said(number.span).contains('倍'),
            Measure::Plain | Measure::Money { .. } | Measure::Unit(_) => quantity.step >= large.into(),
            Measure::Fraction | Measure::Rank { .. } => false,
        }
    }

    /// What stands at a place of the file.
    pub(super) fn said(&self, span: Span) -> &'a str {
        self.prose.text.get(span.range()).unwrap_or_default()
    }

    /// Where a number stands with the words of movement around it.
    pub(super) fn phrase(&self, number: &Number) -> Span {
        if number.quantity.movement.is_none() {
            return number.span;
        }
        self.passages[number.passage].place(&number.quantity.phrase)
    }

    /// The digits of a number as they are written, without its size: 51.23 for 51.23亿; `None` for one in words.
    pub(super) fn written_digits(&self, number: &Number) -> Option<Decimal> {
        let place = self.passages[number.passage].place(&number.quantity.digits);
        let narrow = |c: char| match c {
            '０'..='９' => char::from_u32(c as u32 - 0xfee0),
            '．' => Some('.'),
            '0'..='9' | '.' => Some(c),
            _ => None,
        };
        let digits: String = self.said(place).chars().filter_map(narrow).collect();
        if number.quantity.spelled { None } else { number::parse(&digits) }
    }

    /// What the data answer to one of the bound figures, as it is written in this language.
    pub(super) fn asks(&self, at: usize, subject: &Subject<'_, '_>) -> Option<&Quantity> {
        let answer = || {
            let claim = self.bound.get(at)?.claim;
            let resolved = answer::resolve(subject.comparisons, subject.case, claim).ok()?;
            let written = resolved.text(self.lang);
            quantities(&written, self.lang).into_iter().find(|quantity| quantity.role == Role::Figure)
        };
        self.answers.get(at)?.get_or_init(answer).as_ref()
    }

    /// The numbers of the passages that hold no figure, and words of all passages that can stand for one.
    pub(super) fn others(&self) -> &[Number] {
        self.others.get_or_init(|| {
            let (mut others, mut open) = (Vec::new(), Vec::new());
            let mut unread = self.unread.iter().peekable();
            for (at, passage) in self.passages.iter().enumerate() {
                let words = passage.words();
                if unread.next_if_eq(&&at).is_some() {
                    others.extend(read(passage, at, &words, self.lang));
                }
                let loose = loose::quantities(&words, self.lang).into_iter();
                open.extend(loose.map(|quantity| Number { is_open: true, ..number(passage, at, quantity) }));
            }
            others.append(&mut open);
            others
        })
    }

    /// The line, from 1, on which a place stands.
    pub(super) fn line(&self, span: Span) -> usize {
        let text = self.prose.text.as_bytes();
        1 + memchr::memchr_iter(b'\n', &text[..text.len().min(span.start as usize)]).count()
    }
}

/// The numbers in the words of a passage.
fn read(passage: &Passage<'_>, at: usize, words: &str, lang: Lang) -> impl Iterator<Item = Number> {
    quantities(words, lang).into_iter().map(move |mut quantity| {
        // A loss of three is three below zero.
        let before = words[..quantity.phrase.start].trim_end();
        if quantity.movement.is_none() && LOSSES.iter().any(|word| before.ends_with(word)) {
            quantity.movement = Some(Movement { up: false, towards: Towards::By });
        }
        number(passage, at, quantity)
    })
}

fn number(passage: &Passage<'_>, at: usize, quantity: Quantity) -> Number {
    Number {
        span: passage.place(&quantity.span),
        part: passage.part,
        used: passage.used(quantity.digits.start),
        passage: at,
        is_open: false,
        quantity,
    }
}

const LOSSES: [&str; 6] = ["亏损", "亏损了", "亏损达", "赤字", "loss of", "deficit of"];

/// Whether there can be a figure in these words. Looks at bytes, once: this runs over every word of every text.
fn may_hold_figures(words: &str, lang: Lang) -> bool {
    if words.bytes().any(|byte| byte.is_ascii_digit()) {
        return true;
    }
    if lang.is_chinese() {
        // Full-width digits; 百, 亿, 万, 千 and 倍, which every weighty number in words has.
        words.contains([
            '０', '１', '２', '３', '４', '５', '６', '７', '８', '９', '百', '千', '亿', '万', '倍',
        ])
    } else {
        memchr::memmem::find(words.as_bytes(), b"illion").is_some()
            || memchr::memmem::find(words.as_bytes(), b"per").is_some_and(|_| {
                words.contains("percent") || words.contains("per cent") || words.contains("per mille")
            })
    }
}
