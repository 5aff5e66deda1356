//! Sets a text as HTML that reads well everywhere and holds nothing its author could do harm with.

mod footnotes;
mod href;
mod table;
#[cfg(test)]
mod tests;
mod writer;

use crate::base::escape::escape;
use crate::model::Claim;
use crate::read::markdown::{Item, parse};
use crate::view::code;

pub use href::Href;

/// What a text cannot know of itself: where its links lead, and what its figures and charts show.
///
/// What is returned as HTML is placed as it is.
pub trait Setting {
    /// Where a link leads from this page; `None` if it may lead nowhere: its words are then set alone.
    fn link(&self, target: &str) -> Option<Href>;

    /// The image element for a picture, with its alternative text; `None` if there is no such picture: its
    /// alternative text is then set instead. A title becomes the caption of a picture that stands alone.
    fn image(&self, target: &str, alt: &str, title: Option<&str>) -> Option<String>;

    /// A figure asked for, as one element inside a line. It may be a link; in the words of another link
    /// that is taken off.
    fn claim(&self, claim: &Claim) -> String;

    /// A figure in the author's own words, as one element inside a line, like [`Setting::claim`].
    fn assertion(&self, claim: &Claim, said: &str) -> String {
        let _ = claim;
        escape(said).into_owned()
    }

    /// The chart of that number, from 0 in the order of the text, as a block.
    fn chart(&self, index: usize) -> String;

    /// Interface words in the language of the page; `{}` in them stands for a number.
    ///
    /// Asked for are `prose_footnotes` (names the footnotes), `prose_footnote` (a mark that leads to
    /// one), `prose_footnote_back` (the way back from it) and `prose_table` (names a table).
    fn words(&self, key: &str) -> &str;
}

/// Appends the text that begins at byte `body_at` of `file` to `out`.
///
/// Anchors on the page are those of the headings, and `fn-…` and `fnref-…` for footnotes, so a page can
/// hold one such text.
pub fn set(file: &str, body_at: usize, setting: &dyn Setting, out: &mut String) {
    writer::write(&parse(file, body_at), setting, out);
}

/// Looks into the code of such a text ahead of its page: what marks a language is made ready where its code is first met,
/// which takes as long as making a hundred pages.
pub fn expect_code(file: &str, body_at: usize) {
    for (item, _) in parse(file, body_at).items {
        if let Item::CodeBlock { language, code } = item {
            code::push(&mut String::new(), language.as_deref(), &code);
        }
    }
}
