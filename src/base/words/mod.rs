//! All sentences said to a user about problems: one catalogue per language.

mod en;
mod zh;

use super::lang::Lang;
use super::problem::Problem;

/// What is said about one problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Saying {
    /// What is wrong, in one plain sentence.
    pub message: String,
    /// A few words beside the marked text; may be empty.
    pub label: String,
    /// What to do next.
    pub help: String,
}

/// What a user of `lang` is told about `problem`: in Chinese if they read Chinese, else in English.
pub fn say(problem: &Problem, lang: Lang) -> Saying {
    if lang.is_chinese() { zh::say(problem) } else { en::say(problem) }
}
