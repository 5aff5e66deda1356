//! `casebook explain`: the long page for one diagnostic code.

mod pages;

use clap::Args;

use super::{End, Ended, Stop, World};
use crate::base::{Problem, nearest};

pub(crate) use pages::page;

/// What `explain` takes.
#[derive(Args)]
pub(super) struct Explain {
    /// The code, as it stands in brackets before a message; without it, all codes are listed · 问题代码，省略则列出全部
    code: Option<String>,
}

impl Explain {
    pub(super) fn run(self, world: &World) -> Ended {
        let Some(code) = self.code else {
            for code in codes() {
                println!("{code}");
            }
            return Ok(End::Fine);
        };
        let code = plain(&code);
        let page = page(code, world.lang)
            .ok_or_else(|| Stop((world.words.unknown_code)(code, suggestion(code).as_deref())))?;
        print!("{page}");
        Ok(End::Fine)
    }
}

/// Every code that has a page, in the order in which the catalogue has them.
pub(crate) fn codes() -> &'static [&'static str] {
    Problem::CODES
}

/// The code that somebody probably meant.
pub(crate) fn suggestion(code: &str) -> Option<String> {
    nearest::nearest(code, codes().iter().copied())
}

/// A code without the brackets and the colon that it is easily copied with.
fn plain(code: &str) -> &str {
    code.trim_matches(|c: char| !c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests;
