//! One struct per page kind.

use serde::Serialize;

use super::Html;
use super::chrome::{Chrome, Link, Pager};

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// What surrounds it.
    pub page: Chrome,
    /// The casebook in figures: how many cases, enterprises, industries, areas, each with its list.
    pub counts: Vec<Count>,
    /// Cards of the featured cases.
    pub featured: Vec<Html>,
    /// Cards of the latest cases that are not featured.
    pub latest: Vec<Html>,
    /// Areas × industries.
    pub matrix: Matrix,
    /// The action areas with what they mean.
    pub areas: Vec<Entry>,
}

/// A number with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// The number, written out.
    pub number: String,
    /// What is counted.
    pub text: String,
    /// The list of them.
    pub href: String,
}

/// A term, indicator or page in a list of such.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its anchor.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its page; empty where there is none.
    pub href: String,
    /// What it means; may be empty.
    pub description: String,
    /// How many cases it has.
    pub cases: usize,
    /// How many enterprises it has.
    pub enterprises: usize,
    /// How deep it stands in its tree, from 0.
    pub depth: usize,
}

/// Where there are cases, and where not.
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    /// The finding.
    pub sentence: String,
    /// The action areas, one column each.
    pub columns: Vec<Link>,
    /// The industries, one row each.
    pub rows: Vec<MatrixRow>,
}

/// One industry of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The industry.
    pub industry: Link,
    /// One cell per column.
    pub cells: Vec<MatrixCell>,
}

/// The cases of one area in one industry.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCell {
    /// How many.
    pub count: usize,
    /// Shade, 0 for none to 4 for most.
    pub shade: usize,
    /// Their page; empty where there are none.
    pub href: String,
}

/// What a case is shown as in lists. Rendered once per language and placed on many pages.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// Way to the site's root; replaced when the card is placed.
    pub root: String,
    /// Its page, from the root.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Value for `lang` of title and summary, where the case is not in the page's language; else empty.
    pub lang: String,
    /// A sentence that says so; else empty.
    pub lang_note: String,
    /// Two or three sentences; may be empty.
    pub summary: String,
    /// The enterprise; `href` from the root.
    pub enterprise: Link,
    /// Its industry; `href` from the root.
    pub industry: Link,
    /// The main area; `href` from the root.
    pub area: Link,
    /// Model enterprise or benchmarking project.
    pub kind: String,
    /// When it was published; may be empty.
    pub date: String,
    /// Draft, in review, scheduled; empty for a public case.
    pub mark: String,
    /// The lead figure.
    pub headline: Option<Headline>,
    /// The cover; `src` from the root.
    pub cover: Option<Image>,
}

/// The one figure that tells a case: what changed, by how much, against whom.
#[derive(Clone, Debug, Serialize)]
pub struct Headline {
    /// The indicator's name.
    pub indicator: String,
    /// Latest value: `9.4%`.
    pub value: String,
    /// Its period: `2024年`.
    pub period: String,
    /// Change since the baseline, in words: `较2021年提高3.2个百分点`; may be empty.
    pub change: String,
    /// Where the benchmark stands: `世界一流（钢铁）10.9%`; may be empty.
    pub benchmark: String,
    /// `better`, `worse` or `even`, by the indicator's direction.
    pub tone: &'static str,
    /// The row of evidence for the value; empty on cards, which have none.
    pub evidence: String,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub struct Image {
    /// Where it is.
    pub src: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its files, the smallest first, where there are several to choose from.
    pub files: Vec<ImageFile>,
    /// The line under it; may be empty.
    pub caption: String,
    /// Who made it; may be empty.
    pub credit: String,
}

/// One size of a picture.
#[derive(Clone, Debug, Serialize)]
pub struct ImageFile {
    /// Where it is.
    pub src: String,
    /// Width in pixels.
    pub width: u32,
}

/// A case.
#[derive(Clone, Debug, Serialize)]
pub struct CasePage {
    /// What surrounds it.
    pub page: Chrome,
    /// Its title.
    pub title: String,
    /// A second line; may be empty.
    pub subtitle: String,
    /// Two or three sentences; may be empty.
    pub summary: String,
    /// Model enterprise or benchmarking project.
    pub kind: String,
    /// The main area; its words may be empty.
    pub area: Link,
    /// Draft, in review, scheduled; empty for a public case.
    pub mark: String,
    /// Sentences, in the languages the case lacks, that say so: words and `lang`.
    pub language_notes: Vec<Link>,
    /// From which language it was translated, as a sentence with a link to the original; `text` may be empty.
    pub translated_from: Link,
    /// The enterprise.
    pub enterprise: Link,
    /// Who, where, what, when: each with its label.
    pub facts: Vec<Fact>,
    /// The lead figure.
    pub headline: Option<Headline>,
    /// The cover.
    pub cover: Option<Image>,
    /// The other pictures.
    pub gallery: Vec<Image>,
    /// All indicators at a glance; may be empty.
    pub scorecard: Html,
    /// Before and after, where there are indicators enough; may be empty.
    pub before_after: Html,
    /// The leading indicator's trend and gap, and what made up changes; may be empty.
    pub lead_chart: Html,
    /// Its sections.
    pub contents: Vec<Link>,
    /// The story.
    pub body: Html,
    /// What happened when, where that is more than one thing: a figure; may be empty.
    pub timeline: Html,
    /// What happened when, as a list; empty where it is shown otherwise.
    pub milestones: Vec<Milestone>,
    /// How the case bears on its indicators.
    pub contributions: Vec<Contribution>,
    /// Every figure with its source; may be empty.
    pub evidence: Html,
    /// Why figures were chosen that could look picked.
    pub reasons: Vec<Reason>,
    /// How to cite it, each form ready to be copied; empty for a case that is not public.
    pub citations: Vec<Citation>,
    /// Cards of cases to read next.
    pub related: Vec<Html>,
}

/// One form in which a page is cited. The parts follow each other without a space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The convention: `GB/T 7714—2015`.
    pub style: String,
    /// What stands before the title.
    pub before: String,
    /// The title, where the convention sets it in italics; else empty, and part of `before`.
    pub title: String,
    /// What stands after the title; may be empty.
    pub after: String,
}

/// A fact with its label; several links may stand behind one label.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// Its label.
    pub label: String,
    /// What it says; hrefs may be empty.
    pub items: Vec<Link>,
}

/// Something that happened on the way.
#[derive(Clone, Debug, Serialize)]
pub struct Milestone {
    /// When, in words.
    pub date: String,
    /// When, for `<time datetime>`; empty where a machine cannot read it.
    pub datetime: String,
    /// What.
    pub text: String,
}

/// How a case bears on an indicator.
#[derive(Clone, Debug, Serialize)]
pub struct Contribution {
    /// The indicator.
    pub indicator: Link,
    /// What changed between the two periods, in words; may be empty.
    pub change: String,
    /// How strong the link is, in words.
    pub link: String,
    /// How that was found; may be empty.
    pub method: String,
}

/// Why figures were chosen that could look picked.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// What the choice was, each in a line of its own.
    pub facts: Vec<String>,
    /// The author's reason; without an address.
    pub reason: Link,
}

/// A list of cases: all of them, or those of one area and one industry.
#[derive(Clone, Debug, Serialize)]
pub struct CaseList {
    /// What surrounds it.
    pub page: Chrome,
    /// Its heading.
    pub heading: String,
    /// A sentence or two; may be empty.
    pub intro: String,
    /// How many cases there are on all its pages, in words.
    pub total: String,
    /// Other ways into the collection.
    pub ways: Vec<Link>,
    /// The explorer; on the first page of all cases only.
    pub explorer: Option<Explorer>,
    /// The cards of this page.
    pub cards: Vec<Html>,
    /// The other pages.
    pub pager: Pager,
}

/// The explorer of cases: a script shows it, with the choices and the cards that its data hold.
#[derive(Clone, Debug, Serialize)]
pub struct Explorer {
    /// The script with its data.
    pub data: String,
    /// What cases can be chosen by; `href` is the key in addresses.
    pub facets: Vec<Link>,
}

/// An enterprise.
#[derive(Clone, Debug, Serialize)]
pub struct EnterprisePage {
    /// What surrounds it.
    pub page: Chrome,
    /// Its full name.
    pub name: String,
    /// Who, where, since when.
    pub facts: Vec<Fact>,
    /// Awards and titles.
    pub recognitions: Vec<Recognition>,
    /// Its logo.
    pub logo: Option<Image>,
    /// All indicators at a glance; may be empty.
    pub scorecard: Html,
    /// One trend chart per indicator.
    pub charts: Vec<Html>,
    /// Cards of its cases.
    pub cases: Vec<Html>,
    /// Every figure with its source; may be empty.
    pub evidence: Html,
    /// Its figures as files: CSV, JSON.
    pub data: Vec<Link>,
    /// Ways to compare it with others.
    pub compare: Vec<Link>,
}

/// An award or title.
#[derive(Clone, Debug, Serialize)]
pub struct Recognition {
    /// The year.
    pub year: String,
    /// What it is called.
    pub title: String,
    /// Who gave it; may be empty.
    pub by: String,
}

/// Enterprises from A to Z.
#[derive(Clone, Debug, Serialize)]
pub struct EnterpriseList {
    /// What surrounds it.
    pub page: Chrome,
    /// How many there are, in words.
    pub total: String,
    /// The way to compare some of them; none where there is only one.
    pub compare: Vec<Link>,
    /// A to Z; `href` is empty for a letter without enterprises.
    pub letters: Vec<Link>,
    /// The letters of this page with their enterprises.
    pub groups: Vec<LetterGroup>,
    /// The other pages.
    pub pager: Pager,
}

/// The enterprises under one letter.
#[derive(Clone, Debug, Serialize)]
pub struct LetterGroup {
    /// The letter, or `#`.
    pub letter: String,
    /// Its anchor.
    pub id: String,
    /// The enterprises.
    pub enterprises: Vec<EnterpriseEntry>,
}

/// An enterprise in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EnterpriseEntry {
    /// Its name and page.
    pub link: Link,
    /// Its industry.
    pub industry: Link,
    /// Its region.
    pub region: Link,
    /// How many cases it has.
    pub cases: usize,
}

/// An industry.
#[derive(Clone, Debug, Serialize)]
pub struct IndustryPage {
    /// What surrounds it.
    pub page: Chrome,
    /// Its name.
    pub name: String,
    /// What belongs to it; may be empty.
    pub description: String,
    /// The industries under it.
    pub children: Vec<Entry>,
    /// How many cases it has, in words.
    pub total: String,
    /// Cards of its cases.
    pub cards: Vec<Html>,
    /// The other pages of its cases.
    pub pager: Pager,
    /// Its enterprises; on the first page only.
    pub enterprises: Vec<EnterpriseEntry>,
    /// The way to compare some of them; none where there is only one.
    pub compare: Vec<Link>,
    /// Its core indicators compared; on the first page only.
    pub comparisons: Vec<Comparison>,
}

/// One indicator compared across enterprises.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// Its anchor.
    pub id: String,
    /// The indicator.
    pub indicator: Link,
    /// Where each enterprise stands; may be empty.
    pub strip: Html,
    /// The same as a ranked list; may be empty.
    pub rank: Html,
}

/// An area, system, ability, stage, region or tag.
#[derive(Clone, Debug, Serialize)]
pub struct TermPage {
    /// What surrounds it.
    pub page: Chrome,
    /// What kind of term it is: Action area, Region, …
    pub facet: String,
    /// Its name.
    pub name: String,
    /// What it means; may be empty.
    pub description: String,
    /// When it ran; stages only, else empty.
    pub period: String,
    /// How many cases it has, in words.
    pub total: String,
    /// This page's cases by industry.
    pub groups: Vec<CaseGroup>,
    /// The other pages of its cases.
    pub pager: Pager,
    /// Its enterprises; regions only, on the first page.
    pub enterprises: Vec<EnterpriseEntry>,
}

/// The cases of one industry in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CaseGroup {
    /// The industry.
    pub industry: Link,
    /// The cards.
    pub cards: Vec<Html>,
}

/// All terms of one kind: industries as a tree, or areas, regions, tags, indicators in a row.
#[derive(Clone, Debug, Serialize)]
pub struct TermList {
    /// What surrounds it.
    pub page: Chrome,
    /// Its heading.
    pub heading: String,
    /// A sentence or two; may be empty.
    pub intro: String,
    /// The terms.
    pub entries: Vec<Entry>,
}

/// Areas × industries.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixPage {
    /// What surrounds it.
    pub page: Chrome,
    /// The matrix.
    pub matrix: Matrix,
}

/// An indicator.
#[derive(Clone, Debug, Serialize)]
pub struct IndicatorPage {
    /// What surrounds it.
    pub page: Chrome,
    /// Its name.
    pub name: String,
    /// What it measures.
    pub definition: String,
    /// How it is computed; may be empty.
    pub formula: String,
    /// Unit, direction, area and the like.
    pub facts: Vec<Fact>,
    /// Its benchmarks.
    pub benchmarks: Vec<BenchmarkEntry>,
    /// All enterprises compared, industry by industry.
    pub comparisons: Vec<Comparison>,
    /// How many cases rest on it, in words.
    pub total: String,
    /// Cards of some of them.
    pub cards: Vec<Html>,
    /// All figures of it as files: CSV, JSON.
    pub data: Vec<Link>,
}

/// A benchmark in a list.
#[derive(Clone, Debug, Serialize)]
pub struct BenchmarkEntry {
    /// Its anchor.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it is.
    pub kind: String,
    /// The industry it holds for.
    pub industry: Link,
    /// Its latest value with its period, in words; may be empty.
    pub latest: String,
    /// All its values.
    pub values: Vec<BenchmarkValue>,
    /// Where it is written down, with the place there; may be empty.
    pub source: Html,
    /// How far the comparison carries; may be empty.
    pub comparability: String,
}

/// A benchmark's value at a period.
#[derive(Clone, Debug, Serialize)]
pub struct BenchmarkValue {
    /// Its anchor.
    pub id: String,
    /// The period.
    pub period: String,
    /// The value.
    pub value: String,
}

/// Where figures come from: all sources by title.
#[derive(Clone, Debug, Serialize)]
pub struct SourceList {
    /// What surrounds it.
    pub page: Chrome,
    /// Its heading.
    pub heading: String,
    /// The sources of this page.
    pub sources: Vec<SourceEntry>,
    /// The other pages.
    pub pager: Pager,
}

/// A source in a list.
#[derive(Clone, Debug, Serialize)]
pub struct SourceEntry {
    /// Its title and page.
    pub link: Link,
    /// Who made it; may be empty.
    pub producer: String,
    /// What it is.
    pub kind: String,
    /// When it was published; may be empty.
    pub published: String,
    /// How many figures rest on it, in words.
    pub figures: String,
}

/// A source with the figures that rest on it.
#[derive(Clone, Debug, Serialize)]
pub struct SourcePage {
    /// What surrounds it.
    pub page: Chrome,
    /// Its title; without `href`.
    pub title: Link,
    /// What it is.
    pub kind: String,
    /// Who made it, when, where it can be found, under which terms.
    pub facts: Vec<Fact>,
    /// A ready citation; may be empty.
    pub citation: String,
    /// How many figures rest on it, in words.
    pub total: String,
    /// Whose figures rest on it: those of this page.
    pub groups: Vec<SupportedGroup>,
    /// The other pages of its figures.
    pub pager: Pager,
}

/// The figures of an enterprise, case or benchmark that rest on a source.
#[derive(Clone, Debug, Serialize)]
pub struct SupportedGroup {
    /// Whose they are.
    pub subject: Link,
    /// Enterprise, case, or the kind of benchmark.
    pub kind: String,
    /// One line for each indicator.
    pub lines: Vec<SupportedLine>,
}

/// The figures of one indicator that rest on a source.
#[derive(Clone, Debug, Serialize)]
pub struct SupportedLine {
    /// The indicator, leading to its page.
    pub indicator: Html,
    /// What they are where they are not values: targets; else empty.
    pub note: String,
    /// Their periods, each end of a row of them leading to the evidence for its figure.
    pub runs: Html,
}

/// The glossary.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryPage {
    /// What surrounds it.
    pub page: Chrome,
    /// The terms, sorted.
    pub entries: Vec<GlossaryLine>,
}

/// A term explained.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryLine {
    /// Its anchor.
    pub id: String,
    /// The word.
    pub term: String,
    /// The word in the site's other languages, each with its `lang`.
    pub elsewhere: Vec<Link>,
    /// What it means.
    pub definition: String,
}

/// Full text.
#[derive(Clone, Debug, Serialize)]
pub struct SearchPage {
    /// What surrounds it.
    pub page: Chrome,
    /// The folder of the files that are searched, seen from the page.
    pub folder: String,
    /// Changes when anything in them does.
    pub edition: String,
    /// Other ways into the collection.
    pub ways: Vec<Link>,
}

/// Enterprises side by side, chosen by the reader.
#[derive(Clone, Debug, Serialize)]
pub struct ComparePage {
    /// What surrounds it.
    pub page: Chrome,
    /// Where the files of names lie, numbered from 0.
    pub folder: String,
    /// Where the pages and figures of enterprises lie.
    pub enterprises: String,
    /// How many names are in one file.
    pub per_file: usize,
    /// How many can be compared at once.
    pub most: usize,
    /// How many enterprises there are.
    pub total: usize,
    /// The industries that have enterprises, in the vocabulary's order.
    pub industries: Vec<ComparedIndustry>,
    /// The indicators that enterprises have figures for, in the order in which they are compared.
    pub indicators: Vec<ComparedIndicator>,
}

/// An industry from which enterprises are chosen.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedIndustry {
    /// Its id.
    pub id: String,
    /// Its name and page.
    pub link: Link,
    /// How deep it stands in the tree, from 0.
    pub depth: usize,
    /// How many enterprises it has with those of the industries under it, written out.
    pub count: String,
    /// Where the names of these enterprises begin among all names.
    pub from: usize,
    /// Where they end.
    pub to: usize,
    /// The first of its own enterprises: those of the industries under it stand there.
    pub enterprises: Vec<Link>,
    /// Whether it has more of its own than these.
    pub more: bool,
}

/// An indicator by which enterprises are compared.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedIndicator {
    /// Its anchor.
    pub id: String,
    /// What scripts know it by.
    pub key: String,
    /// What the anchors of its rows of evidence begin with, on the page of an enterprise: `#figure.roe.`.
    pub stem: String,
    /// Its name and page.
    pub link: Link,
    /// Which way is better, in words.
    pub direction: String,
    /// How long its periods are, in years.
    pub step: f64,
    /// Whether there are others of this name in other currencies.
    pub apart: bool,
    /// The same for scripts: `up`, `down`, or empty where neither is.
    pub better: &'static str,
}

/// A free page.
#[derive(Clone, Debug, Serialize)]
pub struct FreePage {
    /// What surrounds it.
    pub page: Chrome,
    /// Its title.
    pub title: String,
    /// A sentence or two; may be empty.
    pub summary: String,
    /// Sentences, in the languages the page lacks, that say so: words and `lang`.
    pub language_notes: Vec<Link>,
    /// Its sections.
    pub contents: Vec<Link>,
    /// Its text.
    pub body: Html,
    /// Every figure that its text names, with its source; may be empty.
    pub evidence: Html,
}

/// The page for addresses that lead nowhere. Its links are absolute, because it is served at any depth.
#[derive(Clone, Debug, Serialize)]
pub struct NotFound {
    /// What surrounds it.
    pub page: Chrome,
    /// What it says in each language of the site, with that language's home page.
    pub languages: Vec<NotFoundWords>,
}

/// What the page for lost addresses says in one language.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundWords {
    /// Value for `lang`.
    pub lang: String,
    /// Its heading.
    pub heading: String,
    /// What to do.
    pub text: String,
    /// Home page.
    pub home: Link,
    /// List of cases.
    pub cases: Link,
}
