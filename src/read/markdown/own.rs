//! Words of the program's own.

use pulldown_cmark::{Options, Parser, html};

/// A text that is part of the program, as HTML: nothing in it has to be settled first.
pub fn own_words(text: &'static str) -> String {
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(text, Options::ENABLE_TABLES));
    out
}
