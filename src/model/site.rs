//! The site as a whole: what `casebook.yaml` says.

use super::License;
use crate::base::{Id, Lang, Localized, Place};

/// What holds for every page.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name.
    pub title: Localized<String>,
    /// One or two sentences for the home page, search engines and shared links.
    pub description: Localized<String>,
    /// A sentence shown on every page, for example that all content is fictional.
    pub notice: Option<Localized<String>>,
    /// Absolute address of the site's root, ending in `/`. Used only where an absolute address is required.
    pub base_url: String,
    /// Languages of the site, at least one; the first is the default.
    pub languages: Vec<Lang>,
    /// Who answers for it.
    pub publisher: Publisher,
    /// Under which terms readers may use its texts, figures and pictures, where it says so.
    pub license: Option<License>,
    /// IANA time zone in which days begin.
    pub timezone: String,
    /// The indicators that every industry is compared by, in the order shown.
    pub core_indicators: Vec<Id>,
    /// Filing numbers that the law of some countries wants in the footer.
    pub filing: Filing,
    /// Where the settings ask for a picture of each case that is shown where its address is shared; `None` where they do not.
    pub share_images: Option<Place>,
    /// Name of the theme laid over the built-in one; `default` for none.
    pub theme: String,
}

impl Site {
    /// The language served at the root.
    pub fn default_language(&self) -> Lang {
        *self.languages.first().expect("a site has at least one language")
    }
}

/// Who publishes the site.
#[derive(Clone, Debug)]
pub struct Publisher {
    /// Name of the organisation.
    pub name: Localized<String>,
    /// Its own website.
    pub url: Option<String>,
    /// Where readers can write to.
    pub email: Option<String>,
}

/// Registration numbers of a website in China, shown with the links that the registrars require.
#[derive(Clone, Debug, Default)]
pub struct Filing {
    /// ICP filing number.
    pub icp: Option<String>,
    /// Public security filing number.
    pub public_security: Option<String>,
}
