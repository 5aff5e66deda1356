//! An enterprise, and all of them from A to Z.

use crate::base::Id;
use crate::measure::write;
use crate::model::{Enterprise, Level};
use crate::plan::{ENTERPRISES_PER_PAGE, Facet, PageId};
use crate::view::desk::Seat;
use crate::view::figure::evidence::{self, Needed};
use crate::view::figure::{Subject, bridge, scorecard, trend};
use crate::view::linked;
use crate::view::setting::picture;
use crate::view::{EnterpriseEntry, EnterpriseList, EnterprisePage, Fact, LetterGroup, Link, Recognition};

use super::compare;
use super::lists::pager;

/// The page of an enterprise.
pub fn enterprise(seat: &Seat<'_, '_>, enterprise: &Enterprise) -> EnterprisePage {
    let book = seat.book();
    let name = seat.text(&enterprise.name);
    let subject = Subject::enterprise(book, enterprise);
    let indicators = indicators(seat, enterprise);
    let charts = indicators.iter().flat_map(|id| {
        let ask = trend::Ask { id: format!("trend.{id}"), ..trend::Ask::default() };
        let course = trend::trend(seat, subject, id, &ask);
        let made_up = enterprise.figures.bridges.get(id).map(|found| {
            bridge::bridge(seat, subject, id, found, &bridge::Ask { id: format!("bridge.{id}"), title: None })
        });
        course.into_iter().chain(made_up)
    });
    let mut needed = Needed::all(indicators.clone());
    enterprise.figures.targets.keys().for_each(|id| needed.add(id));
    let cases = seat.desk.plan.collection.of_enterprise(&enterprise.id);
    let crumbs = vec![
        Link::new(seat.word("nav_enterprises"), seat.href(&PageId::EnterpriseList { number: 1 })),
        seat.industry(&enterprise.industry),
    ];
    let mut page = seat.chrome(name, &seat.phrase("enterprise_description", name), "enterprises", crumbs);
    page.linked_data.extend(linked::enterprise(seat, enterprise, &indicators));
    EnterprisePage {
        page,
        name: name.to_owned(),
        facts: facts(seat, enterprise),
        recognitions: enterprise
            .recognitions
            .iter()
            .map(|r| Recognition {
                year: r.year.to_string(),
                title: seat.text(&r.title).to_owned(),
                by: r.by.as_ref().map_or("", |by| seat.text(by)).to_owned(),
            })
            .collect(),
        logo: enterprise
            .logo
            .as_ref()
            .and_then(|file| picture(seat, file, seat.phrase("logo_of", name), String::new(), String::new())),
        scorecard: scorecard::scorecard(seat, &indicators, |_| subject),
        charts: charts.collect(),
        cases: seat.cards(cases),
        evidence: evidence::evidence(seat, &needed),
        data: seat.data("enterprises", &enterprise.id),
        compare: compare::ways_of(seat, enterprise),
    }
}

/// The indicators that an enterprise has figures for: the core ones in the site's order, then the others.
fn indicators(seat: &Seat<'_, '_>, enterprise: &Enterprise) -> Vec<Id> {
    let core = &seat.book().site.core_indicators;
    let own = &enterprise.figures.observations;
    let others = own.keys().filter(|id| !core.contains(id));
    core.iter().filter(|id| own.contains_key(*id)).chain(others).cloned().collect()
}

fn facts(seat: &Seat<'_, '_>, enterprise: &Enterprise) -> Vec<Fact> {
    let mut facts = vec![
        ("fact_industry", seat.industry(&enterprise.industry)),
        ("fact_region", seat.term(Facet::Region, &enterprise.region)),
    ];
    if let Some(level) = enterprise.level {
        let key = match level {
            Level::Central => "level_central",
            Level::Provincial => "level_provincial",
            Level::Municipal => "level_municipal",
            Level::Other => "level_other",
        };
        facts.push(("fact_level", Link::new(seat.word(key), "")));
    }
    if let Some(founded) = enterprise.founded {
        let year = crate::base::Period::of_year(founded);
        facts.push(("fact_founded", Link::new(write::period(year, seat.lang), "")));
    }
    if let Some(website) = &enterprise.website {
        let shown = website.split_once("//").map_or(website.as_str(), |(_, rest)| rest).trim_end_matches('/');
        facts.push(("fact_website", Link::new(shown, website.as_str())));
    }
    facts
        .into_iter()
        .map(|(key, item)| Fact { label: seat.word(key).to_owned(), items: vec![item] })
        .collect()
}

/// An enterprise in a list.
pub(super) fn entry(seat: &Seat<'_, '_>, enterprise: &Enterprise) -> EnterpriseEntry {
    EnterpriseEntry {
        link: seat.enterprise(enterprise),
        industry: seat.industry(&enterprise.industry),
        region: seat.term(Facet::Region, &enterprise.region),
        cases: seat.desk.plan.collection.of_enterprise(&enterprise.id).len(),
    }
}

/// Enterprises in the order of the page's language.
pub(super) fn entries(seat: &Seat<'_, '_>, enterprises: &[&Enterprise]) -> Vec<EnterpriseEntry> {
    let mut in_order = enterprises.to_vec();
    in_order.sort_by_cached_key(|e| seat.tongue.place(&e.id));
    in_order.into_iter().map(|e| entry(seat, e)).collect()
}

/// One page of the list from A to Z.
pub fn enterprise_list(seat: &Seat<'_, '_>, number: usize) -> EnterpriseList {
    let alphabet = seat.tongue.alphabet();
    let from = (number - 1) * ENTERPRISES_PER_PAGE;
    let shown = &alphabet[from.min(alphabet.len())..(from + ENTERPRISES_PER_PAGE).min(alphabet.len())];
    let mut groups: Vec<LetterGroup> = Vec::new();
    for (letter, enterprise) in shown {
        let letter = letter.to_string();
        if groups.last().is_none_or(|g| g.letter != letter) {
            groups.push(LetterGroup { id: anchor(&letter), letter, enterprises: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.enterprises.push(entry(seat, enterprise));
        }
    }
    let total = write::count(alphabet.len(), seat.lang);
    EnterpriseList {
        page: seat.chrome(
            seat.word("enterprises_heading"),
            seat.word("enterprises_description"),
            "enterprises",
            vec![],
        ),
        total: seat.phrase("n_enterprises", &total),
        compare: compare::way(seat),
        letters: letters(seat),
        groups,
        pager: pager(seat, number, alphabet.len().div_ceil(ENTERPRISES_PER_PAGE), |number| {
            PageId::EnterpriseList { number }
        }),
    }
}

/// A to Z, and `#` where something stands under it, each leading to its first enterprise.
fn letters(seat: &Seat<'_, '_>) -> Vec<Link> {
    let alphabet = seat.tongue.alphabet();
    let first = |letter: char| alphabet.iter().position(|(l, _)| *l == letter);
    let all = ('A'..='Z').chain(first('#').map(|_| '#'));
    all.map(|letter| {
        let href = first(letter).map_or_else(String::new, |place| {
            let number = place / ENTERPRISES_PER_PAGE + 1;
            let page = seat.href(&PageId::EnterpriseList { number });
            format!("{page}#{}", anchor(&letter.to_string()))
        });
        Link::new(letter.to_string(), href)
    })
    .collect()
}

fn anchor(letter: &str) -> String {
    if letter == "#" { "letter.other".to_owned() } else { format!("letter.{}", letter.to_lowercase()) }
}
