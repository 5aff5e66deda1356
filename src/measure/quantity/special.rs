//! Numbers that are not a number with a unit behind it: shares, ranks, multiples in a word.

use std::ops::Range;

use super::numeral::Numeral;
use super::text::Text;
use super::{Hedge, Measure, Movement, Quantity, Role, around, chinese, multiple, rank, share};
use crate::base::Decimal;

/// The one that begins here. `number`: what the same place says as a number.
pub(super) fn read(text: Text<'_>, at: usize, floor: usize, number: Option<&Numeral>) -> Option<Quantity> {
    let thing = match text.peek(at)? {
        '第' => rank::chinese(text, at),
        '翻' | '减' => multiple::chinese(text, at),
        '半' => share::half(text, at),
        c if c.is_ascii_digit() => {
            // What belongs to a longer token stands for itself: 10/3/2.
            let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-');
            if text.before(at).is_some_and(inside) {
                return None;
            }
            let number = number?;
            rank::digits(text, at, number).or_else(|| share::digits(text, at, number))
        }
        c if chinese::is_numeral(c) => share::chinese(text, at, number),
        _ => multiple::english(text, at)
            .or_else(|| share::english(text, at))
            .or_else(|| rank::english(text, at)),
    }?;
    Some(thing.among_words(text, floor))
}

/// A quantity before the words around it are known.
pub(super) struct Thing {
    pub(super) at: Range<usize>,
    pub(super) digits: Range<usize>,
    pub(super) value: Decimal,
    pub(super) step: Decimal,
    pub(super) measure: Measure,
    pub(super) spelled: bool,
    pub(super) role: Role,
    pub(super) movement: Option<Movement>,
}

impl Thing {
    /// A figure that is all of its words.
    pub(super) fn figure(at: Range<usize>, value: Decimal, step: Decimal, measure: Measure) -> Self {
        let digits = at.clone();
        Self { at, digits, value, step, measure, spelled: true, role: Role::Figure, movement: None }
    }

    /// A number that says no amount.
    pub(super) fn of_role(at: Range<usize>, digits: Range<usize>, number: &Numeral, role: Role) -> Self {
        let Numeral { value, step, spelled, .. } = *number;
        Self { at, digits, value, step, measure: Measure::Plain, spelled, role, movement: None }
    }

    fn among_words(self, text: Text<'_>, floor: usize) -> Quantity {
        let Self { at, digits, value, step, measure, spelled, role, movement } = self;
        let (before, behind) = if role == Role::Figure {
            (around::before(text, at.start, floor), around::behind(text, at.end))
        } else {
            Default::default()
        };
        let span = before.hedge_at.unwrap_or(at.start)..behind.hedge_at.unwrap_or(at.end);
        let reach = before.reach.unwrap_or(at.start)..behind.reach.unwrap_or(at.end);
        Quantity {
            phrase: reach.start.min(span.start)..reach.end.max(span.end),
            span,
            digits,
            value,
            step,
            measure,
            hedge: before.hedge.or(behind.hedge).unwrap_or(Hedge::Exactly),
            spelled,
            role,
            movement: movement.or(before.movement).or(behind.movement),
        }
    }
}

/// Whether something could begin with a word of an English text. Asked of every one, so it has no tables: a test
/// holds it against them.
pub(super) fn may_begin(word: &str) -> bool {
    let mut lower = [0; 11];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    #[rustfmt::skip]
    let known = matches!(
        &*lower,
        b"a" | b"half" | b"double" | b"triple" | b"twice"
        | b"doubled" | b"doubling" | b"tripled" | b"trebled" | b"quadrupled" | b"halved" | b"halving"
        | b"twofold" | b"threefold" | b"fourfold" | b"fivefold" | b"sixfold" | b"sevenfold" | b"eightfold"
        | b"ninefold" | b"tenfold"
        | b"zero" | b"one" | b"two" | b"three" | b"four" | b"five" | b"six" | b"seven" | b"eight" | b"nine" | b"ten"
        | b"eleven" | b"twelve" | b"thirteen" | b"fourteen" | b"fifteen" | b"sixteen" | b"seventeen" | b"eighteen"
        | b"nineteen" | b"twenty" | b"thirty" | b"forty" | b"fifty" | b"sixty" | b"seventy" | b"eighty" | b"ninety"
        | b"first" | b"second" | b"third" | b"fourth" | b"fifth" | b"sixth" | b"seventh" | b"eighth" | b"ninth"
        | b"tenth" | b"eleventh" | b"twelfth" | b"thirteenth" | b"fourteenth" | b"fifteenth" | b"sixteenth"
        | b"seventeenth" | b"eighteenth" | b"nineteenth" | b"twentieth"
    );
    known
}

#[cfg(test)]
mod tests {
    use super::may_begin;
    use crate::measure::quantity::{english, multiple, rank};

    #[test]
    fn every_word_that_is_read_may_begin_a_number() {
        let tables = [english::ONES, english::TENS, rank::ORDINALS];
        let words = tables.into_iter().flatten().map(|word| word.written);
        let multiples = multiple::ENGLISH.iter().map(|words| words.written.split(' ').next().unwrap());
        for word in words.chain(multiples) {
            assert!(may_begin(word) && may_begin(&word.to_uppercase()), "{word}");
        }
        for word in ["", "the", "thirdly", "anti", "extraordinarily"] {
            assert!(!may_begin(word), "{word}");
        }
    }
}
