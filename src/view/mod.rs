//! What a template may see: one struct per page kind, every string finished.
//! The only floor that derives `Serialize` for templates.

pub mod album;
pub mod build;
pub mod chrome;
pub mod cite;
pub mod code;
pub mod compare;
pub mod desk;
pub mod explorer;
pub mod figure;
pub mod linked;
pub mod pages;
pub mod prose;
pub mod reference;
pub mod samples;
pub mod setting;
pub mod share;

pub use chrome::{Alternate, Chrome, Crumb, Link, Pager, ShareImage};
pub use pages::*;

use serde::Serialize;

use crate::base::{Lang, Notes};
use crate::theme::Theme;
use chrome::SiteChrome;

/// Finished HTML: a template places it with `| safe`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// A view that a template renders.
pub trait View: Serialize {
    /// The template's file name.
    const TEMPLATE: &'static str;

    /// An example with every field filled: templates are tried with it when a theme is loaded,
    /// and theme authors read it as JSON.
    fn sample() -> Self;
}

/// Tries every template of a theme with its samples, and notes those that fail.
pub fn try_theme(theme: &Theme, notes: &mut Notes) {
    let shared = theme.share(Lang::EN, &SiteChrome::sample(theme));
    let samples = samples::all();
    let samples: Vec<(&str, serde_json::Value)> = samples.into_iter().map(|s| (s.template, s.view)).collect();
    theme.try_samples(&samples, &shared, notes);
}
