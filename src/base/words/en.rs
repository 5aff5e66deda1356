//! placeholder while the catalogue is written
use super::Saying;
use crate::base::problem::Problem;
pub(super) fn say(problem: &Problem) -> Saying {
    Saying { message: format!("{problem:?}"), label: String::new(), help: String::new() }
}
