//! Texts: where their links lead, which pictures they show, and whether their languages have the same sections.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::names::Names;
use super::{Asked, Linker};
use crate::base::nearest::nearest;
use crate::base::problem::{ImageFault, Kind, LinkFault};
use crate::base::{Few, Id, Lang, Localized, Notes, Place, Problem, SourcePath, Span};
use crate::model::{Casebook, ChartBlock, Claim, Destination, Media, Subject, Text};
use crate::read::{Owner, ProseDraft, Role, Spanned, role};

/// Anchors that pages have besides the headings of their texts.
const PAGE_ANCHORS: [&str; 2] = ["page.evidence", "page.cite"];

/// Resolves everything in every text.
pub(super) fn all(
    linker: &mut Linker,
    drafts: Vec<ProseDraft>,
    anchors: &Anchors,
    media: &BTreeMap<SourcePath, Media>,
) -> BTreeMap<Owner, Vec<(Lang, Text)>> {
    let mut texts: BTreeMap<Owner, Vec<(Lang, Text)>> = BTreeMap::new();
    linker.asked.reserve(drafts.len());
    for draft in drafts {
        let mut follow = |link| follow(linker, &draft, link, anchors);
        let links = draft.links.iter().filter_map(|link| Some((link.value.clone(), follow(link)?))).collect();
        let images = images(linker, &draft, media);
        check_charts(linker, &draft);
        let lang = draft.prose.lang;
        let names = &linker.names;
        let asserted = draft.asserts.iter().map(|assert| &assert.claim);
        let claims = draft.claims.iter().chain(asserted).map(|c| claim(names, &c.value)).collect();
        let spans = draft.charts.iter().map(|c| (c.span, c.benchmark)).collect();
        let charts = draft.charts.iter().map(|c| chart(names, &c.block)).collect();
        linker.asked.push(Asked {
            path: draft.prose.path.clone(),
            owner: draft.owner.clone(),
            claims: draft.claims,
            asserts: draft.asserts,
            lang,
            passages: draft.passages,
            charts: spans,
        });
        texts
            .entry(draft.owner)
            .or_insert_with(|| Vec::with_capacity(linker.languages.len()))
            .push((lang, Text { prose: draft.prose, links, images, charts, claims, code: draft.code }));
    }
    texts
}

/// What a text asks the data for, in ids that are shared.
fn claim(names: &Names, claim: &Claim) -> Claim {
    let indicator = names.shared(Kind::Indicator, &claim.indicator);
    let subject = claim.subject.as_ref().map(|id| names.shared(Kind::Enterprise, id));
    Claim { subject, indicator, ask: claim.ask }
}

/// A chart that a text asks for, likewise.
fn chart(names: &Names, block: &ChartBlock) -> ChartBlock {
    let mut block = block.clone();
    block.indicators.iter_mut().for_each(|id| *id = names.shared(Kind::Indicator, id));
    block.benchmark.iter_mut().for_each(|id| *id = names.shared(Kind::Benchmark, id));
    block
}

/// The anchors of every text.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors(BTreeMap<Owner, Vec<(Lang, Vec<String>)>>);

impl Anchors {
    pub(super) fn of(drafts: &[ProseDraft]) -> Self {
        let mut all = Self::default();
        all.add(drafts);
        all
    }

    /// Forgets those of the owners of `drafts`, and adds theirs.
    pub(super) fn replace(&mut self, drafts: &[ProseDraft]) {
        for draft in drafts {
            self.0.remove(&draft.owner);
        }
        self.add(drafts);
    }

    fn add(&mut self, drafts: &[ProseDraft]) {
        for draft in drafts {
            let ids = draft.prose.headings.iter().map(|h| h.id.clone()).collect();
            self.0.entry(draft.owner.clone()).or_default().push((draft.prose.lang, ids));
        }
    }

    /// Those that a reader of `lang` meets on the page of `owner`: without a text in it, they read the first of the site's
    /// `languages` that there is.
    fn get(&self, owner: &Owner, lang: Lang, languages: &[Lang]) -> Option<&[String]> {
        let texts = self.0.get(owner)?;
        let mut wanted = std::iter::once(lang).chain(languages.iter().copied());
        wanted.find_map(|wanted| texts.iter().find(|(lang, _)| *lang == wanted)).map(|(_, ids)| &ids[..])
    }
}

/// Where a link leads; `None` for another host, and for one that leads nowhere, which is noted.
fn follow(
    linker: &mut Linker,
    draft: &ProseDraft,
    link: &Spanned<String>,
    anchors: &Anchors,
) -> Option<Destination> {
    let (target, anchor) = match link.value.split_once('#') {
        Some((target, anchor)) => (target, (!anchor.is_empty()).then(|| decoded(anchor))),
        None => (link.value.as_str(), None),
    };
    if is_elsewhere(target) {
        return None;
    }
    let to = if target.is_empty() { Subject::Here } else { subject(linker, draft, link.span, target)? };
    if let Subject::Case(id) = &to
        && !linker.shown.contains(id)
    {
        if !linker.names.is_broken(&Owner::Case(id.clone())) {
            let problem = Problem::LinkToUnpublished { target: target.to_owned() };
            linker.notes.add(Place::new(&draft.prose.path, link.span), problem);
        }
        return Some(Destination { to: Subject::Unpublished, anchor: None });
    }
    if let Some(anchor) = &anchor {
        let owner = match &to {
            Subject::Here => Some(draft.owner.clone()),
            Subject::Case(id) => Some(Owner::Case(id.clone())),
            Subject::Page(id) => Some(Owner::Page(id.clone())),
            _ => None,
        };
        let known = owner.and_then(|o| anchors.get(&o, draft.prose.lang, &linker.languages));
        check_anchor(linker, draft, link.span, anchor, known);
    }
    Some(Destination { to, anchor })
}

/// Whether a target names another host or a way to write to someone.
fn is_elsewhere(target: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:"]
        .iter()
        .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

fn subject(linker: &mut Linker, draft: &ProseDraft, span: Span, target: &str) -> Option<Subject> {
    let place = || Place::new(&draft.prose.path, span);
    let short = [
        ("case:", Kind::Case),
        ("enterprise:", Kind::Enterprise),
        ("indicator:", Kind::Indicator),
        ("page:", Kind::Page),
    ];
    for (prefix, kind) in short {
        if let Some(name) = target.strip_prefix(prefix) {
            let Some(id) = linker.names.find(kind, name).cloned() else {
                linker.notes.add(place(), linker.names.unknown(kind, name));
                return None;
            };
            return Some(match kind {
                Kind::Case => Subject::Case(id),
                Kind::Enterprise => Subject::Enterprise(id),
                Kind::Indicator => Subject::Indicator(id),
                _ => Subject::Page(id),
            });
        }
    }
    let broken = |fault, suggestion| Problem::LinkBroken { target: target.to_owned(), fault, suggestion };
    let Some(path) = draft.prose.path.join(&decoded(target)) else {
        linker.notes.add(place(), broken(LinkFault::Outside, None));
        return None;
    };
    let found = match role(&path) {
        Role::Case(id) | Role::Prose(Owner::Case(id), _) | Role::Figures(crate::read::Subject::Case(id)) => {
            linker.names.has(Kind::Case, &id).then_some(Subject::Case(id))
        }
        Role::Enterprise(id) | Role::Figures(crate::read::Subject::Enterprise(id)) => {
            linker.names.has(Kind::Enterprise, &id).then_some(Subject::Enterprise(id))
        }
        Role::Prose(Owner::Page(id), _) => linker.names.has(Kind::Page, &id).then_some(Subject::Page(id)),
        Role::Indicator(id) => linker.names.has(Kind::Indicator, &id).then_some(Subject::Indicator(id)),
        Role::Benchmark(id) => linker.names.has(Kind::Benchmark, &id).then_some(Subject::Benchmark(id)),
        Role::Source(id) => linker.names.has(Kind::Source, &id).then_some(Subject::Source(id)),
        _ => None,
    };
    if found.is_none() {
        if linker.names.is_file(&path) {
            linker.notes.add(place(), broken(LinkFault::NoPage, None));
        } else {
            let near = nearest(path.as_str(), candidates(&path, linker.names.files()));
            let near = near.map(|near| draft.prose.path.link_to(&SourcePath::from(near)));
            linker.notes.add(place(), broken(LinkFault::Missing, near));
        }
    }
    found
}

/// The files that a mistyped path could have meant: those as deep and of the same ending.
fn candidates<'a>(path: &SourcePath, files: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let depth = path.parts().count();
    let ending = path.as_str().rsplit_once('.').map(|(_, e)| e.to_owned());
    let first = path.parts().take(2).collect::<Vec<_>>().join("/");
    files
        .filter(move |f| f.starts_with(&first) && f.split('/').count() == depth)
        .filter(move |f| f.rsplit_once('.').map(|(_, e)| e) == ending.as_deref())
}

fn check_anchor(linker: &mut Linker, draft: &ProseDraft, span: Span, anchor: &str, there: Option<&[String]>) {
    let Some(there) = there else { return };
    if there.iter().any(|id| id == anchor) || PAGE_ANCHORS.contains(&anchor) {
        return;
    }
    let problem = Problem::AnchorUnknown {
        anchor: anchor.to_owned(),
        suggestion: nearest(anchor, there.iter().map(String::as_str)),
        known: there.iter().take(11).cloned().collect(),
    };
    linker.notes.add(Place::new(&draft.prose.path, span), problem);
}

/// The pictures that a text shows.
fn images(
    linker: &mut Linker,
    draft: &ProseDraft,
    media: &BTreeMap<SourcePath, Media>,
) -> Few<String, SourcePath> {
    let mut images = Vec::new();
    for image in &draft.images {
        let folder = draft.prose.path.folder();
        let path = draft.prose.path.join(&decoded(&image.value));
        let inside =
            path.filter(|p| p.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
        let fault = match inside {
            Some(path) if media.contains_key(&path) => {
                images.push((image.value.clone(), path));
                continue;
            }
            // A picture that exists and cannot be used has been reported where it stands.
            Some(path) if linker.names.is_file(&path) => continue,
            Some(_) => ImageFault::Missing,
            None => ImageFault::Outside,
        };
        let problem = Problem::ImageUnusable { target: image.value.clone(), fault };
        linker.notes.add(Place::new(&draft.prose.path, image.span), problem);
    }
    images.into_iter().collect()
}

fn check_charts(linker: &mut Linker, draft: &ProseDraft) {
    for chart in &draft.charts {
        let indicators =
            chart.block.indicators.iter().zip(&chart.indicators).map(|named| (Kind::Indicator, named));
        let benchmark =
            chart.block.benchmark.iter().zip(&chart.benchmark).map(|named| (Kind::Benchmark, named));
        for (kind, (id, span)) in indicators.chain(benchmark) {
            let id = Spanned { value: id.clone(), span: *span };
            linker.names.check(&mut linker.notes, &draft.prose.path, kind, &id);
        }
    }
}

/// Notes sections with an anchor of their own that one language has and another lacks: links that keep the place
/// between languages rest on them.
pub(super) fn compare_sections(notes: &mut Notes, texts: &[(Lang, Text)]) {
    for (lang, text) in texts {
        for heading in text.prose.headings.iter().filter(|h| h.explicit) {
            for (other, _) in texts
                .iter()
                .filter(|(l, t)| l != lang && !t.prose.headings.iter().any(|h| h.id == heading.id))
            {
                let problem =
                    Problem::SectionUntranslated { anchor: heading.id.clone(), language: other.to_string() };
                notes.add(Place::new(&text.prose.path, heading.span), problem);
            }
        }
    }
}

/// Turns links to what is not in the casebook into plain words, and forgets the charts of it. What a text asks of it stays: a
/// text whose question has no answer is not published.
pub(super) fn drop_missing(book: &mut Casebook) {
    let Casebook { indicators, benchmarks, sources, enterprises, cases, pages, .. } = book;
    let case_ids: BTreeSet<Id> = cases.keys().cloned().collect();
    let page_ids: BTreeSet<Id> = pages.keys().cloned().collect();
    let there = |to: &Subject| match to {
        Subject::Here | Subject::Unpublished => true,
        Subject::Case(id) => case_ids.contains(id),
        Subject::Enterprise(id) => enterprises.contains_key(id),
        Subject::Indicator(id) => indicators.contains_key(id),
        Subject::Benchmark(id) => benchmarks.contains_key(id),
        Subject::Source(id) => sources.contains_key(id),
        Subject::Page(id) => page_ids.contains(id),
    };
    let of_cases = cases.par_iter_mut().map(|(_, case)| &mut Arc::make_mut(case).texts);
    let of_pages = pages.par_iter_mut().map(|(_, page)| &mut page.texts);
    of_cases.chain(of_pages).flat_map_iter(Localized::values_mut).for_each(|text| {
        for chart in &mut text.charts {
            chart.indicators.retain(|id| indicators.contains_key(id));
            chart.benchmark.take_if(|id| !benchmarks.contains_key(id));
        }
        for destination in text.links.values_mut().filter(|d| !there(&d.to)) {
            destination.to = Subject::Unpublished;
        }
    });
}

/// A target without percent escapes; one that is no text then stays as it is.
fn decoded(target: &str) -> String {
    if !target.contains('%') {
        return target.to_owned();
    }
    let bytes = target.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = (bytes[i] == b'%').then(|| target.get(i + 1..i + 3)).flatten();
        if let Some(byte) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            out.push(byte);
            i += 3;
        } else {
            out.push(bytes[i]);
            i += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| target.to_owned())
}
