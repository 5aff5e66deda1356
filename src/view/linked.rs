//! What a page says of itself to search engines: schema.org's words, as JSON-LD. All addresses in it are absolute.

use std::collections::BTreeSet;

use super::Html;
use super::chrome::{Link, ShareImage};
use super::desk::Seat;
use super::figure::Subject;
use crate::base::json::{self, List, Object};
use crate::base::{Id, Period, SitePath};
use crate::model::{Case, Enterprise, Indicator, Observation, Series, Text};
use crate::plan::{PageId, address};

/// A block of linked data.
fn block(write: impl FnOnce(&mut Object<'_>)) -> Html {
    Html(json::object(|o| {
        o.text("@context", "https://schema.org");
        write(o);
    }))
}

/// The way down from the home page; nothing where the page is the home page.
pub fn breadcrumbs(seat: &Seat<'_, '_>, title: &str, crumbs: &[Link]) -> Option<Html> {
    let above = crumbs.iter().map(|crumb| (crumb.text.as_str(), seat.absolute(&crumb.href)));
    let steps: Vec<_> = above.chain([(title, seat.address())]).collect();
    (!crumbs.is_empty()).then(|| {
        block(|o| {
            o.text("@type", "BreadcrumbList");
            o.list("itemListElement", |list| {
                for (position, (name, address)) in (1..).zip(&steps) {
                    list.object(|o| {
                        o.text("@type", "ListItem");
                        o.count("position", position);
                        o.text("name", name);
                        o.text("item", address);
                    });
                }
            });
        })
    })
}

/// The site, on its home page.
pub fn site(seat: &Seat<'_, '_>) -> Html {
    block(|o| {
        website(o, seat);
        o.text("description", seat.text(&seat.book().site.description));
        o.text("inLanguage", seat.lang.html());
        o.object("publisher", |o| publisher(o, seat));
    })
}

/// A case, as an article about its enterprise. It cites the sources of the figures that bear its story.
pub fn case(seat: &Seat<'_, '_>, case: &Case, text: &Text, share: &ShareImage) -> Html {
    let book = seat.book();
    let enterprise = book.enterprise(&case.enterprise);
    let figures = case.indicators.iter().filter_map(|id| Subject::of_case(book, case, id).series(id));
    block(|o| {
        o.text("@type", "Article");
        o.text("headline", &text.prose.title);
        o.some_text("alternativeHeadline", text.prose.subtitle.as_deref().unwrap_or_default());
        o.some_text("description", text.prose.summary.as_deref().unwrap_or_default());
        o.text("inLanguage", seat.lang.html());
        o.text("mainEntityOfPage", &seat.address());
        o.some_text("image", &share.href);
        if let Some(day) = case.published {
            o.text("datePublished", &day.to_string());
        }
        o.object("about", |o| {
            o.text("@type", "Organization");
            o.text("name", seat.text(&enterprise.name));
            o.text("url", &seat.address_of(&PageId::Enterprise(enterprise.id.clone())));
        });
        o.object("author", |o| publisher(o, seat));
        o.object("publisher", |o| publisher(o, seat));
        license(o, seat);
        citations(o, seat, figures);
        o.object("isPartOf", |o| website(o, seat));
    })
}

/// An enterprise, and its figures as a set of data.
pub fn enterprise(seat: &Seat<'_, '_>, enterprise: &Enterprise, indicators: &[Id]) -> [Html; 2] {
    let book = seat.book();
    let name = seat.text(&enterprise.name);
    let who = block(|o| {
        o.text("@type", "Organization");
        o.text("name", name);
        if let Some(short) = &enterprise.short {
            o.text("alternateName", seat.text(short));
        }
        o.some_text("url", enterprise.website.as_deref().unwrap_or_default());
        if let Some(year) = enterprise.founded {
            o.text("foundingDate", &Period::of_year(year).to_string());
        }
        if let Some(region) = book.vocabulary.regions.get(&enterprise.region) {
            o.text("location", seat.text(&region.name));
        }
        let absolute = |path: &SitePath| address::absolute(&book.site.base_url, path);
        let logo = enterprise.logo.as_ref();
        let logo = logo.and_then(|file| seat.desk.album.image(file, String::new(), absolute));
        o.some_text("logo", &logo.map(|logo| logo.src).unwrap_or_default());
        o.text("mainEntityOfPage", &seat.address());
    });
    let series: Vec<&Series> = enterprise.figures.observations.values().collect();
    let figures = dataset(seat, name, &seat.phrase("enterprise_description", name), |o| {
        o.object("about", |o| {
            o.text("@type", "Organization");
            o.text("name", name);
        });
        let measured = indicators.iter().map(|id| seat.text(&book.indicator(id).name));
        o.list("variableMeasured", |list| measured.for_each(|name| list.text(name)));
        coverage(o, &series);
        citations(o, seat, series.iter().copied());
        distribution(o, seat, "enterprises", &enterprise.id);
    });
    [who, figures]
}

/// The figures of all enterprises for an indicator, as a set of data.
pub fn indicator(seat: &Seat<'_, '_>, indicator: &Indicator) -> Html {
    let observed = |e: &'_ Enterprise| e.figures.observations.contains_key(&indicator.id);
    let enterprises = seat.book().enterprises.values().filter(|e| observed(e));
    let series: Vec<&Series> =
        enterprises.filter_map(|e| e.figures.observations.get(&indicator.id)).collect();
    let name = seat.text(&indicator.name);
    dataset(seat, name, seat.text(&indicator.definition), |o| {
        o.list("variableMeasured", |list| list.text(name));
        coverage(o, &series);
        distribution(o, seat, "indicators", &indicator.id);
    })
}

fn dataset(seat: &Seat<'_, '_>, name: &str, description: &str, more: impl FnOnce(&mut Object<'_>)) -> Html {
    block(|o| {
        o.text("@type", "Dataset");
        o.text("name", &format!("{name} · {}", seat.text(&seat.book().site.title)));
        o.text("description", description);
        o.text("inLanguage", seat.lang.html());
        o.text("url", &seat.address());
        o.is("isAccessibleForFree", true);
        o.object("creator", |o| publisher(o, seat));
        license(o, seat);
        more(o);
    })
}

/// From the first period with a figure to the last, as ISO 8601 has it.
fn coverage(o: &mut Object<'_>, series: &[&Series]) {
    let years =
        |pick: fn(&Series) -> Option<Period>| series.iter().filter_map(move |s| pick(s)).map(Period::year);
    let first = years(|s| s.keys().next().copied()).min();
    let last = years(|s| s.keys().next_back().copied()).max();
    if let Some((first, last)) = first.zip(last) {
        let (first, last) = (Period::of_year(first), Period::of_year(last));
        o.text(
            "temporalCoverage",
            &if first == last { first.to_string() } else { format!("{first}/{last}") },
        );
    }
}

fn distribution(o: &mut Object<'_>, seat: &Seat<'_, '_>, table: &str, id: &Id) {
    o.list("distribution", |list| {
        for (ending, kind) in [("csv", "text/csv"), ("json", "application/json")] {
            list.object(|o| {
                o.text("@type", "DataDownload");
                o.text("encodingFormat", kind);
                let path = address::data(table, id, ending);
                o.text("contentUrl", &address::absolute(&seat.book().site.base_url, &path));
            });
        }
    });
}

/// The sources of figures, each once.
fn citations<'s>(o: &mut Object<'_>, seat: &Seat<'_, '_>, series: impl Iterator<Item = &'s Series>) {
    let ids: BTreeSet<&Id> =
        series.flat_map(Series::values).filter_map(|seen: &Observation| seen.source.as_ref()).collect();
    let sources: Vec<_> = ids.into_iter().filter_map(|id| seat.book().sources.get(id)).collect();
    if sources.is_empty() {
        return;
    }
    o.list("citation", |list: &mut List<'_>| {
        for source in sources {
            list.object(|o| {
                o.text("@type", "CreativeWork");
                o.text("name", seat.text(&source.title));
                o.some_text("url", source.url.as_deref().unwrap_or_default());
            });
        }
    });
}

fn website(o: &mut Object<'_>, seat: &Seat<'_, '_>) {
    o.text("@type", "WebSite");
    o.text("name", seat.text(&seat.book().site.title));
    o.text("url", &seat.address_of(&PageId::Home));
}

fn publisher(o: &mut Object<'_>, seat: &Seat<'_, '_>) {
    let publisher = &seat.book().site.publisher;
    o.text("@type", "Organization");
    o.text("name", seat.text(&publisher.name));
    o.some_text("url", publisher.url.as_deref().unwrap_or_default());
    o.some_text("email", publisher.email.as_deref().unwrap_or_default());
}

fn license(o: &mut Object<'_>, seat: &Seat<'_, '_>) {
    o.some_text("license", seat.book().site.license.as_ref().map_or("", |terms| terms.url.as_str()));
}

impl Seat<'_, '_> {
    /// The absolute address of this page.
    fn address(&self) -> String {
        address::absolute(&self.book().site.base_url, &self.path)
    }

    /// The absolute address of another page in the same language.
    fn address_of(&self, page: &PageId) -> String {
        address::absolute(&self.book().site.base_url, &address::of(self.lang, page))
    }

    /// The absolute address that a link of this page leads to.
    fn absolute(&self, href: &str) -> String {
        let path = self.path.join(href).unwrap_or_else(|| self.path.clone());
        address::absolute(&self.book().site.base_url, &path)
    }
}
