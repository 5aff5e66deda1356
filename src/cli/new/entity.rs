//! A case, enterprise or indicator that fits a site as it is: it refers only to what the site has.

use super::File;
use super::template::Filling;
use crate::base::{Id, Lang, Period};
use crate::model::{Casebook, Enterprise, Series, Terms};

/// What a site must have first.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// An enterprise that a case could tell of.
    Enterprise,
    /// A word in this file.
    Term { file: &'static str },
}

/// The files of a case: a draft that tells of an enterprise which has figures, if there is one.
pub(super) fn case(book: &Casebook, id: &Id, notes: Lang) -> Result<Vec<File>, Lack> {
    let area = first(&book.vocabulary.areas, "content/vocabulary/areas.yaml")?;
    let subject = Subject::of(book).ok_or(Lack::Enterprise)?;
    let known = subject.known.as_slice();
    let marks = [
        ("figure", !known.is_empty()),
        ("no-figure", known.is_empty()),
        ("one", known.len() == 1),
        ("change", known.len() > 1),
    ];
    let period = |period: Option<&Period>| period.map_or_else(String::new, ToString::to_string);
    let languages = &book.site.languages;
    let fill = |template: &str, lang: Lang| {
        let indicator = subject.indicator.and_then(|id| book.indicators.get(id));
        let values = [
            ("enterprise", subject.enterprise.id.to_string()),
            ("area", area.to_string()),
            ("indicator", subject.indicator.map_or_else(|| "roe".to_owned(), ToString::to_string)),
            ("name", indicator.map_or_else(String::new, |i| i.name.text(lang).to_owned())),
            ("from", period(known.first())),
            ("to", period(known.last())),
        ];
        Filling { notes, languages, marks: &marks, values: &values }.fill(template)
    };
    let path = |name: &str| format!("content/cases/{id}/{name}");
    let facts = File {
        path: path("case.yaml"),
        text: fill(include_str!("templates/case/case.yaml"), book.site.default_language()),
    };
    let texts = languages.iter().map(|&lang| {
        let template = if lang.is_chinese() {
            include_str!("templates/case/zh.md")
        } else {
            include_str!("templates/case/en.md")
        };
        File { path: path(&format!("{lang}.md")), text: fill(template, lang) }
    });
    Ok(std::iter::once(facts).chain(texts).collect())
}

/// The files of an enterprise: who it is, and a place for its figures.
pub(super) fn enterprise(book: &Casebook, id: &Id, notes: Lang) -> Result<Vec<File>, Lack> {
    let industry = first(&book.vocabulary.industries, "content/vocabulary/industries.yaml")?;
    let region = first(&book.vocabulary.regions, "content/vocabulary/regions.yaml")?;
    let indicator = core_indicator(book);
    let marks = [("indicator", indicator.is_some()), ("no-indicator", indicator.is_none())];
    let values = [
        ("industry", industry.to_string()),
        ("region", region.to_string()),
        ("indicator", indicator.map_or_else(String::new, ToString::to_string)),
        ("year", latest_year(book).to_string()),
    ];
    let filling = Filling { notes, languages: &book.site.languages, marks: &marks, values: &values };
    let file = |name: &str, template: &str| File {
        path: format!("content/enterprises/{id}/{name}"),
        text: filling.fill(template),
    };
    Ok(vec![
        file("enterprise.yaml", include_str!("templates/enterprise/enterprise.yaml")),
        file("indicators.yaml", include_str!("templates/enterprise/indicators.yaml")),
    ])
}

/// The file of an indicator.
#[expect(clippy::unnecessary_wraps, reason = "like its siblings, which can lack something")]
pub(super) fn indicator(book: &Casebook, id: &Id, notes: Lang) -> Result<Vec<File>, Lack> {
    let area = book.vocabulary.areas.iter().next();
    let marks = [("area", area.is_some()), ("no-area", area.is_none())];
    let values = [("area", area.map_or_else(String::new, |term| term.id.to_string()))];
    let filling = Filling { notes, languages: &book.site.languages, marks: &marks, values: &values };
    Ok(vec![File {
        path: format!("content/indicators/{id}.yaml"),
        text: filling.fill(include_str!("templates/indicator.yaml")),
    }])
}

/// Whom and what a new case speaks of.
struct Subject<'a> {
    enterprise: &'a Enterprise,
    indicator: Option<&'a Id>,
    /// The periods of which the indicator is known, in order.
    known: Vec<Period>,
}

impl<'a> Subject<'a> {
    /// The enterprise with most to tell; of several, the first.
    fn of(book: &'a Casebook) -> Option<Self> {
        let mut best: Option<Self> = None;
        for enterprise in book.enterprises.values() {
            let subject = Self::at(book, enterprise);
            if best.as_ref().is_none_or(|best| subject.offers() > best.offers()) {
                best = Some(subject);
            }
        }
        best
    }

    /// An enterprise and the indicator that has most to tell, a core indicator if there is one.
    fn at(book: &'a Casebook, enterprise: &'a Enterprise) -> Self {
        let mut best = Self { enterprise, indicator: None, known: Vec::new() };
        let core = book.site.core_indicators.iter();
        for indicator in core.chain(enterprise.figures.observations.keys()) {
            let Some(series) = enterprise.figures.observations.get(indicator) else { continue };
            let known = series.iter().filter(|(period, o)| period.is_year() && o.value.known().is_some());
            let known = known.map(|(period, _)| *period).collect();
            let subject = Self { enterprise, indicator: Some(indicator), known };
            if subject.offers() > best.offers() {
                best = subject;
            }
        }
        best
    }

    /// What there is to tell: a change, else a figure; and better with a benchmark than without.
    fn offers(&self) -> (usize, bool) {
        let compared = self.indicator.is_some_and(|id| self.enterprise.figures.benchmarks.contains_key(id));
        (self.known.len().min(2), compared)
    }
}

/// The first word of a vocabulary that has nothing narrower.
fn first<'a>(terms: &'a Terms, file: &'static str) -> Result<&'a Id, Lack> {
    let narrowest = terms.iter().find(|term| terms.children(Some(&term.id)).next().is_none());
    narrowest.map(|term| &term.id).ok_or(Lack::Term { file })
}

/// An indicator whose values are plain numbers, where there is one.
fn core_indicator(book: &Casebook) -> Option<&Id> {
    let all = || book.site.core_indicators.iter().chain(book.indicators.keys());
    all().find(|id| !book.indicator(id).unit.is_money()).or_else(|| all().next())
}

/// The year of the latest figure; a year to put into an example where there is none.
fn latest_year(book: &Casebook) -> i16 {
    let series = book.enterprises.values().flat_map(|e| e.figures.observations.values());
    let known = series.flat_map(Series::iter).filter(|(_, o)| o.value.known().is_some());
    known.map(|(period, _)| period.year()).max().unwrap_or(2024)
}
