//! Drafts → casebook. The only floor that sees all of them and resolves references.
//!
//! An entity with an error is left out, and so is what cannot stand without it; everything else remains, so that
//! one bad case never blocks the preview of the others. What is withheld ends here: a `Casebook` cannot hold it.

mod again;
mod bridge;
mod case;
mod charts;
mod claims;
mod definitions;
mod enterprise;
mod figures;
mod leave_out;
mod names;
mod selection;
mod spell;
mod sweep;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::problem::Kind;
use crate::base::{Id, Lang, Localized, Moment, Noted, Notes, Place, Problem, SourcePath, Span};
use crate::measure::Comparisons;
use crate::model::{Casebook, Claim, Media, Page, Site, Standing, Text};
use crate::read::markdown::Assert;
use crate::read::passage::Passages;
use crate::read::{
    BenchmarkDraft, CaseDraft, Draft, EnterpriseDraft, FiguresDraft, GlossaryDraft, IndicatorDraft, Owner,
    ProseDraft, SiteDraft, SourceDraft, Spanned, Subject, VocabularyDraft,
};
pub use again::Remembered;
use names::Names;
pub use spell::Spell;
pub use sweep::{Findings, Fittings, Recall, Score};

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// What `casebook.yaml` says, if it could be read.
    pub site: Option<SiteDraft>,
    /// What every other file says, if it could be read.
    pub sorted: Sorted,
    /// The pictures that can be shown.
    pub media: BTreeMap<SourcePath, Media>,
    /// Every file there is, also those that could not be read.
    pub files: BTreeSet<SourcePath>,
    /// The files that have errors.
    pub broken: BTreeSet<SourcePath>,
}

/// Which edition of the content is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// Decides what is scheduled and what is under embargo.
    pub at: Moment,
    /// Whether drafts, cases in review and scheduled cases are part of it.
    pub drafts: bool,
}

/// What linking comes to.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    /// The casebook; `None` without a usable `casebook.yaml`.
    pub book: Option<Casebook>,
    /// How many figures of each text are bound to the data.
    pub scores: Vec<Score>,
    /// What was found in texts, for the next time; nothing where nobody can tell then which are the same.
    pub findings: Findings,
    /// With what a text can be linked anew, as long as nothing else changes.
    pub remembered: Option<Remembered>,
}

/// Links drafts into a casebook. What is recalled of texts is not looked for again.
pub fn link(drafts: Drafts, edition: Edition, recall: Option<&Recall<'_>>) -> Noted<Linked> {
    let Some(site) = drafts.site.clone() else {
        return Noted { value: Linked::default(), notes: Notes::new() };
    };
    let checks = site.checks;
    let mut linker = Linker {
        names: Names::of(&drafts),
        notes: Notes::new(),
        edition,
        languages: site.languages.clone(),
        shown: Arc::default(),
        asked: Vec::new(),
        marks: BTreeMap::new(),
    };
    let Drafts { mut sorted, media, broken, .. } = drafts;

    let vocabulary = definitions::vocabulary(&mut sorted);
    let indicators = definitions::indicators(&mut linker, &mut sorted);
    let sources = sorted.sources.into_iter().map(|s| (s.source.id.clone(), s.source)).collect();
    let peers = definitions::Peers::of(&sorted.benchmarks);
    let mut benchmarks =
        definitions::benchmarks(&mut linker, std::mem::take(&mut sorted.benchmarks), &indicators);
    let ground = figures::Ground {
        indicators: &indicators,
        benchmarks: &benchmarks,
        industries: &vocabulary.industries,
    };
    let (mut own_figures, industries_of) = (sorted.figures, enterprise::industries(&sorted.enterprises));
    let enterprises = enterprise::all(&mut linker, sorted.enterprises, &mut own_figures, &ground, &media);
    let cases = case::facts(
        &mut linker,
        sorted.cases,
        &mut own_figures,
        &ground,
        &industries_of,
        &enterprises,
        &media,
    );
    definitions::complete_peers(&mut linker, &mut benchmarks, &indicators, &enterprises, &peers);

    let mut book = Casebook {
        site: self::site(&mut linker, site),
        vocabulary,
        indicators,
        benchmarks,
        sources,
        enterprises,
        cases: BTreeMap::new(),
        pages: BTreeMap::new(),
        media: BTreeMap::new(),
    };
    let shown = cases.iter().filter(|c| linker.shows(c.standing())).map(|c| c.id().clone());
    linker.shown = Arc::new(shown.collect());
    let anchors = text::Anchors::of(&sorted.prose);
    let mut texts = text::all(&mut linker, sorted.prose, &anchors, &media);
    case::complete(&mut linker, &mut book, cases, &mut texts);
    pages(&mut linker, &mut book, &mut texts);
    linker.missing_texts();
    let asked = std::mem::take(&mut linker.asked);
    // Ranks are not taken among figures that are wrong.
    let comparisons = Comparisons::among(&book, |e| !linker.names.is_faulty_enterprise(&e.id));
    claims::check(&mut linker, &asked, &comparisons);
    let (mut scores, findings) = sweep::all(&asked, &comparisons, checks, recall, &mut linker.notes);
    drop(comparisons);
    selection::check(&mut linker, &mut book, &asked);
    book.cases.retain(|id, _| linker.shown.contains(id));
    scores.retain(|score| !matches!(&score.owner, Owner::Case(id) if !linker.shown.contains(id)));
    definitions::name_used_tags(&mut book);

    let faulty: BTreeSet<&SourcePath> = broken.iter().chain(linker.notes.files_with_errors()).collect();
    leave_out::faulty(&mut book, &faulty, &asked);
    drop(faulty);
    drop(asked);
    keep_shown_media(&mut book, &media);
    let (remembered, notes) = Remembered::of(linker, anchors, checks, media);
    Noted { value: Linked { book: Some(book), scores, findings, remembered: Some(remembered) }, notes }
}

/// What linking carries along.
struct Linker {
    names: Names,
    notes: Notes,
    edition: Edition,
    languages: Vec<Lang>,
    /// The cases of this edition.
    shown: Arc<BTreeSet<Id>>,
    /// What each text asks the data for.
    asked: Vec<Asked>,
    /// What the facts of each case choose, with its place.
    marks: BTreeMap<Id, selection::Marks>,
}

/// What a text asks the data for; answered when the casebook is whole.
struct Asked {
    path: SourcePath,
    owner: Owner,
    claims: Vec<Spanned<Claim>>,
    /// Figures in the author's own words, and the language of these.
    asserts: Vec<Assert>,
    lang: Lang,
    /// Everything else in it that is read as words.
    passages: Passages,
    /// Where each of its charts stands, and the name of a benchmark in it.
    charts: Vec<(Span, Option<Span>)>,
}

/// Drafts by kind.
#[derive(Clone, Debug, Default)]
pub struct Sorted {
    vocabularies: Vec<VocabularyDraft>,
    glossary: Vec<GlossaryDraft>,
    indicators: Vec<IndicatorDraft>,
    benchmarks: Vec<BenchmarkDraft>,
    sources: Vec<SourceDraft>,
    enterprises: Vec<EnterpriseDraft>,
    figures: BTreeMap<Subject, FiguresDraft>,
    cases: Vec<CaseDraft>,
    prose: Vec<ProseDraft>,
}

impl Sorted {
    /// Makes room for these, where there are many and each is large.
    pub fn make_room<'d>(&mut self, drafts: impl Iterator<Item = &'d Draft>) {
        let (mut enterprises, mut cases, mut prose) = (0, 0, 0);
        for draft in drafts {
            match draft {
                Draft::Enterprise(_) => enterprises += 1,
                Draft::Case(_) => cases += 1,
                Draft::Prose(_) => prose += 1,
                _ => {}
            }
        }
        self.enterprises.reserve(enterprises);
        self.cases.reserve(cases);
        self.prose.reserve(prose);
    }

    /// Adds what one file says.
    pub fn add(&mut self, draft: Draft) {
        match draft {
            Draft::Vocabulary(d) => self.vocabularies.push(d),
            Draft::Glossary(d) => self.glossary.push(d),
            Draft::Indicator(d) => self.indicators.push(d),
            Draft::Benchmark(d) => self.benchmarks.push(d),
            Draft::Source(d) => self.sources.push(d),
            Draft::Enterprise(d) => self.enterprises.push(d),
            Draft::Figures(d) => {
                self.figures.insert(d.subject.clone(), d);
            }
            Draft::Case(d) => self.cases.push(d),
            Draft::Prose(d) => self.prose.push(d),
        }
    }
}

fn site(linker: &mut Linker, draft: SiteDraft) -> Site {
    let core =
        linker.names.known_all(&mut linker.notes, &draft.path, Kind::Indicator, &draft.core_indicators);
    Site {
        title: draft.title,
        description: draft.description,
        notice: draft.notice,
        base_url: draft.base_url,
        languages: draft.languages,
        publisher: draft.publisher,
        license: draft.license,
        timezone: draft.timezone,
        core_indicators: core,
        filing: draft.filing,
        share_images: draft.share_images,
        theme: draft.theme.value,
    }
}

fn pages(linker: &mut Linker, book: &mut Casebook, texts: &mut BTreeMap<Owner, Vec<(Lang, Text)>>) {
    let owners: Vec<Owner> = texts.keys().filter(|o| matches!(o, Owner::Page(_))).cloned().collect();
    for owner in owners {
        let Owner::Page(id) = &owner else { continue };
        if let Some(texts) = linker.translations(&owner, texts) {
            book.pages.insert(id.clone(), Page { id: id.clone(), texts });
        }
    }
}

impl Linker {
    /// Whether this edition shows cases of that standing. The others are read and checked all the same.
    fn shows(&self, standing: Standing) -> bool {
        standing == Standing::Public || self.edition.drafts
    }

    /// The texts of a case or page in the order of the site's languages; notes those that are missing.
    fn translations(
        &mut self,
        owner: &Owner,
        texts: &mut BTreeMap<Owner, Vec<(Lang, Text)>>,
    ) -> Option<Localized<Text>> {
        let mut found = texts.remove(owner)?;
        found.sort_by_key(|(lang, _)| self.languages.iter().position(|l| l == lang));
        let first = found.first().map(|(_, text)| text.prose.path.clone())?;
        for lang in &self.languages {
            if !self.names.has_text(owner, *lang) {
                let problem = Problem::TranslationMissing { language: lang.to_string() };
                self.notes.add(Place::whole(&first), problem);
            }
        }
        text::compare_sections(&mut self.notes, &found);
        Localized::new(found)
    }

    /// Folders of cases and enterprises that lack the file which makes them one, and cases without any text.
    fn missing_texts(&mut self) {
        for (path, name) in self.names.incomplete_folders() {
            self.notes.add(Place::whole(&path), Problem::FileMissing { name: name.to_owned() });
        }
        for (path, folder) in self.names.cases_without_text() {
            let expected = self.languages.iter().map(|l| format!("{folder}/{l}.md")).collect();
            self.notes.add(Place::whole(&path), Problem::ProseMissing { expected });
        }
    }
}

/// Keeps the pictures that a page shows: only what is shown is published.
fn keep_shown_media(book: &mut Casebook, media: &BTreeMap<SourcePath, Media>) {
    let mut shown: BTreeSet<&SourcePath> = BTreeSet::new();
    for case in book.cases.values() {
        shown.extend(case.pictures.iter().map(|p| &p.file));
        shown.extend(case.texts.iter().flat_map(|(_, text)| text.images.values()));
    }
    for page in book.pages.values() {
        shown.extend(page.texts.iter().flat_map(|(_, text)| text.images.values()));
    }
    shown.extend(book.enterprises.values().filter_map(|e| e.logo.as_ref()));
    let kept = shown.into_iter().filter_map(|path| Some((path.clone(), media.get(path)?.clone())));
    book.media = kept.collect();
}
