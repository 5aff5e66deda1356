//! A case.

use std::sync::Arc;

use super::card::{kind_key, language, mark_key};
use crate::base::{Id, Lang, Localized};
use crate::measure::sentence;
use crate::measure::write::{self, Notation, period_range};
use crate::model::{Case, ChartKind, LinkStrength, Milestone, Reason, Standing, Text};
use crate::plan::{Facet, PageId, address};
use crate::view::cite;
use crate::view::desk::Seat;
use crate::view::figure::evidence::{self, Needed};
use crate::view::figure::{Subject, bridge, dumbbell, gap, scorecard, timeline, trend};
use crate::view::linked;
use crate::view::setting::{body, picture};
use crate::view::{self, CasePage, Citation, Fact, Html, Image, Link, ShareImage};

/// How many cases are offered to read next.
const RELATED: usize = 3;

/// The page of a case in a language that it has. `share` makes the picture that stands for it elsewhere.
pub fn case<'a>(seat: &Seat<'_, 'a>, case: &'a Case, share: impl FnOnce(&Text) -> ShareImage) -> CasePage {
    let book = seat.book();
    let text = case.texts.get(seat.lang).expect("a case page is planned where the case has a text");
    let prose = &text.prose;
    let summary = prose.summary.clone().unwrap_or_default();
    let subject_of = |id: &Id| Subject::of_case(book, case, id);
    let mut pictures = case.pictures.iter().filter_map(|p| {
        let words = |t: &Option<Localized<String>>| t.as_ref().map_or("", |t| seat.text(t)).to_owned();
        picture(seat, &p.file, seat.text(&p.alt).to_owned(), words(&p.caption), words(&p.credit))
    });
    let cover: Option<Image> = pictures.next();
    let timeline = milestones_chart(seat, text, case);
    let mut needed = needed(seat, case, text);
    let shown_headline = seat.headline(case).map(|(indicator, shown)| {
        needed.add(indicator);
        shown.clone()
    });
    let mut page = seat.chrome(&prose.title, &summary, "cases", crumbs(seat, case));
    page.published = case.published.map(|day| day.to_string()).unwrap_or_default();
    page.share = share(text);
    page.linked_data.push(linked::case(seat, case, text, &page.share));
    if mark_key(case.standing).is_some() {
        page.hidden = true;
        page.linked_data.clear();
    }
    CasePage {
        page,
        title: prose.title.clone(),
        subtitle: prose.subtitle.clone().unwrap_or_default(),
        summary,
        kind: seat.word(kind_key(case.kind)).to_owned(),
        area: case.areas.first().map_or_else(|| Link::new("", ""), |id| seat.term(Facet::Area, id)),
        mark: mark_key(case.standing).map_or("", |key| seat.word(key)).to_owned(),
        language_notes: language_notes(seat, &case.texts),
        translated_from: translated_from(seat, text, case),
        enterprise: seat.enterprise(book.enterprise(&case.enterprise)),
        facts: facts(seat, case),
        headline: shown_headline,
        cover,
        gallery: pictures.collect(),
        scorecard: scorecard::scorecard(seat, &case.indicators, subject_of),
        before_after: before_after(seat, text, case),
        lead_chart: lead_charts(seat, text, case),
        contents: contents(text),
        body: body(seat, text, Some(case)),
        milestones: if timeline.0.is_empty() && !shows(text, ChartKind::Timeline, None) {
            case.milestones.iter().map(|m| milestone(seat, m)).collect()
        } else {
            Vec::new()
        },
        timeline,
        contributions: case.contributions.iter().map(|c| contribution(seat, case, c)).collect(),
        evidence: evidence::evidence(seat, &needed),
        reasons: case.reasons.iter().map(|given| reason(seat, case, given)).collect(),
        citations: citations(seat, case, text),
        related: seat.cards(&related(seat, case)),
    }
}

/// Whether a text shows a chart of that kind itself: then the page does not show it twice. Without an indicator, of any.
fn shows(text: &Text, kind: ChartKind, indicator: Option<&Id>) -> bool {
    text.charts.iter().any(|c| c.kind == kind && indicator.is_none_or(|id| c.indicators.first() == Some(id)))
}

/// So many indicators with two ends are worth a chart of before and after; of fewer the tiles tell it all.
const WORTH_A_DUMBBELL: usize = 3;

/// Before and after, indicator by indicator, where the text does not tell the whole course of nearly all of them anyway.
fn before_after<'a>(seat: &Seat<'_, 'a>, text: &Text, case: &'a Case) -> Html {
    let untold = case.indicators.iter().filter(|id| !shows(text, ChartKind::Trend, Some(id))).count();
    if untold < WORTH_A_DUMBBELL || shows(text, ChartKind::Dumbbell, None) {
        return Html::default();
    }
    let ask = dumbbell::Ask {
        id: "dumbbell.indicators".to_owned(),
        fewest: WORTH_A_DUMBBELL,
        ..dumbbell::Ask::default()
    };
    let subject_of = |id: &Id| Subject::of_case(seat.book(), case, id);
    dumbbell::dumbbell(seat, &case.indicators, subject_of, &ask).unwrap_or_default()
}

/// The leading indicator over time, whether its gap closes, and what made up the changes that the case itself explains.
fn lead_charts<'a>(seat: &Seat<'_, 'a>, text: &Text, case: &'a Case) -> Html {
    let book = seat.book();
    let mut out = Html::default();
    if let Some(id) = case.indicators.first() {
        let subject = Subject::of_case(book, case, id);
        let ask = |kind: &str| trend::Ask { id: format!("{kind}.{id}"), ..trend::Ask::default() };
        // Where the text tells the trend, it is for the text to tell the gap.
        if !shows(text, ChartKind::Trend, Some(id)) {
            out.0.extend(trend::trend(seat, subject, id, &ask("trend")).map(|html| html.0));
            if !shows(text, ChartKind::Gap, Some(id)) && gap::has_moved(subject, id) {
                out.0.extend(gap::gap(seat, subject, id, &ask("gap")).map(|html| html.0));
            }
        }
    }
    for (id, found) in &case.figures.bridges {
        if !shows(text, ChartKind::Bridge, Some(id)) {
            let subject = Subject::of_case(book, case, id);
            let ask = bridge::Ask { id: format!("bridge.{id}"), title: None };
            out.0.push_str(&bridge::bridge(seat, subject, id, found, &ask).0);
        }
    }
    out
}

/// What happened when, where one thing followed another.
fn milestones_chart(seat: &Seat<'_, '_>, text: &Text, case: &Case) -> Html {
    if case.milestones.len() < 2 || shows(text, ChartKind::Timeline, None) {
        return Html::default();
    }
    timeline::timeline(seat, case, "timeline.milestones", None).unwrap_or_default()
}

fn crumbs(seat: &Seat<'_, '_>, case: &Case) -> Vec<Link> {
    let industry = &seat.book().enterprise(&case.enterprise).industry;
    vec![
        Link::new(seat.word("nav_cases"), seat.href(&PageId::CaseList { number: 1 })),
        seat.industry(industry),
    ]
}

/// Who, where, what and when.
fn facts(seat: &Seat<'_, '_>, case: &Case) -> Vec<Fact> {
    let enterprise = seat.book().enterprise(&case.enterprise);
    let terms = |facet: Facet, ids: &[Id]| ids.iter().map(|id| seat.term(facet, id)).collect::<Vec<_>>();
    let plain = |text: String| vec![Link::new(text, "")];
    let mut facts = vec![
        (
            "fact_partners",
            case.partners.iter().map(|id| seat.enterprise(seat.book().enterprise(id))).collect(),
        ),
        ("fact_industry", vec![seat.industry(&enterprise.industry)]),
        ("fact_region", vec![seat.term(Facet::Region, &enterprise.region)]),
        ("fact_areas", terms(Facet::Area, &case.areas)),
        ("fact_systems", terms(Facet::System, &case.systems)),
        ("fact_abilities", terms(Facet::Ability, &case.abilities)),
        ("fact_stage", terms(Facet::Stage, case.stage.as_slice())),
        ("fact_tags", terms(Facet::Tag, &case.tags)),
    ];
    if let Some(period) = case.period {
        facts.push(("fact_period", plain(period_range(period, seat.lang))));
    }
    if let Some(published) = case.published {
        facts.push(("fact_published", plain(write::date(published, seat.lang))));
    }
    let filled = facts.into_iter().filter(|(_, items)| !items.is_empty());
    filled.map(|(key, items)| Fact { label: seat.word(key).to_owned(), items }).collect()
}

/// For each language of the site that a text lacks, a sentence in that language that says so.
pub(super) fn language_notes(seat: &Seat<'_, '_>, texts: &Localized<Text>) -> Vec<Link> {
    let lacking = seat.book().site.languages.iter().filter(|lang| texts.get(**lang).is_none());
    lacking
        .map(|&lang| {
            let words = seat.desk.tongue(lang).words.get("page_only_in");
            let text = words.replace("{}", &language(seat.desk, lang, seat.lang));
            Link { lang: lang.html().to_owned(), ..Link::new(text, "") }
        })
        .collect()
}

fn translated_from(seat: &Seat<'_, '_>, text: &Text, case: &Case) -> Link {
    let original: Option<Lang> = text.prose.translated_from.filter(|lang| case.texts.get(*lang).is_some());
    original.map_or_else(
        || Link::new("", ""),
        |lang| {
            let path = address::of(lang, seat.page);
            let words = seat.phrase("translated_from", &language(seat.desk, seat.lang, lang));
            Link::new(words, seat.path.link_to(&path))
        },
    )
}

/// The sections of a text: its headings of the second level.
pub(super) fn contents(text: &Text) -> Vec<Link> {
    let sections = text.prose.headings.iter().filter(|h| h.level == 2);
    sections.map(|h| Link::new(h.text.as_str(), format!("#{}", h.id))).collect()
}

fn milestone(seat: &Seat<'_, '_>, milestone: &Milestone) -> view::Milestone {
    let period = milestone.date;
    let machine = period.is_year() || period.month().is_some();
    view::Milestone {
        date: write::period(period, seat.lang),
        datetime: if machine { period.to_string() } else { String::new() },
        text: seat.text(&milestone.text).to_owned(),
    }
}

fn contribution(seat: &Seat<'_, '_>, case: &Case, given: &crate::model::Contribution) -> view::Contribution {
    let book = seat.book();
    let subject = Subject::of_case(book, case, &given.indicator);
    let value = |period| subject.series(&given.indicator)?.get(&period)?.value.known();
    let notation = Notation::of(book.indicator(&given.indicator), subject.figures.currency, seat.lang);
    let change = value(given.from).zip(value(given.to)).map(|(from, to)| {
        let span = format!(
            "{}–{}",
            write::period_label(given.from, seat.lang),
            write::period_label(given.to, seat.lang)
        );
        seat.phrase("change_over", &span).replace("{change}", &notation.change(from, to))
    });
    let key = match given.link {
        LinkStrength::Contributed => "link_contributed",
        LinkStrength::Correlated => "link_correlated",
        LinkStrength::Attributed => "link_attributed",
    };
    view::Contribution {
        indicator: seat.indicator(&given.indicator),
        change: change.unwrap_or_default(),
        link: seat.word(key).to_owned(),
        method: given.method.as_ref().map_or("", |m| seat.text(m)).to_owned(),
    }
}

fn reason(seat: &Seat<'_, '_>, case: &Case, given: &Reason) -> view::Reason {
    let facts = given.picks.iter().map(|pick| sentence::picked(seat.book(), case, pick, seat.lang));
    view::Reason { facts: facts.collect(), reason: seat.plain(&given.text) }
}

/// The figures that a page must account for: those that bear the story, those that its text, charts and contributions
/// name, and the project's own.
fn needed<'a>(seat: &Seat<'_, 'a>, case: &'a Case, text: &'a Text) -> Needed<'a> {
    let mut needed = Needed::all(case.indicators.clone());
    needed.add_text(seat, Some(case), text);
    let contributed = case.contributions.iter().map(|c| &c.indicator);
    let own = case.figures.observations.keys().chain(case.figures.targets.keys());
    let own = own.chain(case.figures.bridges.keys());
    for id in contributed.chain(own) {
        needed.add(id);
    }
    needed
}

/// How to cite a case; nothing for one that only its editors see.
fn citations(seat: &Seat<'_, '_>, case: &Case, text: &Text) -> Vec<Citation> {
    if case.standing != Standing::Public {
        return Vec::new();
    }
    let site = &seat.book().site;
    let work = cite::Work {
        author: seat.text(&site.publisher.name),
        title: &text.prose.title,
        subtitle: text.prose.subtitle.as_deref(),
        site: seat.text(&site.title),
        published: case.published,
        url: &address::absolute(&site.base_url, &seat.path),
    };
    cite::citations(&work, seat.lang, seat.word("cite_accessed"))
}

/// What to read next: the cases that the author names, then others of the main area or the industry, newest first.
fn related<'a>(seat: &Seat<'_, 'a>, case: &Case) -> Vec<&'a Case> {
    let book = seat.book();
    let collection = &seat.desk.plan.collection;
    let mut found: Vec<&Case> =
        case.related.iter().filter_map(|id| book.cases.get(id).map(Arc::as_ref)).collect();
    let industry = &book.enterprise(&case.enterprise).industry;
    let same_industry = collection.in_industry(industry).iter();
    let same_area = case.areas.first().map_or(&[][..], |area| collection.with_term(Facet::Area, area)).iter();
    for other in same_industry.chain(same_area) {
        if found.len() >= RELATED {
            break;
        }
        if other.id != case.id && !found.iter().any(|f| f.id == other.id) {
            found.push(other);
        }
    }
    found
}
