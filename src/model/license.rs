//! Under which terms readers may use what a site publishes.

use crate::base::Localized;

/// Terms of use.
#[derive(Clone, Debug)]
pub struct License {
    /// What programs know it by (SPDX), where it is a common one: `CC-BY-4.0`.
    pub id: Option<&'static str>,
    /// How readers see it.
    pub name: Localized<String>,
    /// Where its terms can be read.
    pub url: String,
}

/// A licence that many use.
#[derive(Clone, Copy, Debug)]
pub struct Common {
    /// What files and programs know it by (SPDX).
    pub id: &'static str,
    /// How readers of any language see it.
    pub name: &'static str,
    /// Where its terms can be read.
    pub url: &'static str,
}

impl Common {
    /// Those of Creative Commons, the freest first. Licences for software say nothing of texts and figures.
    pub const ALL: [Self; 7] = [
        Self::new("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        Self::new("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        Self::new("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        Self::new("CC-BY-NC-4.0", "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
        Self::new("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        Self::new("CC-BY-ND-4.0", "CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
        Self::new("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ];

    const fn new(id: &'static str, name: &'static str, url: &'static str) -> Self {
        Self { id, name, url }
    }
}
