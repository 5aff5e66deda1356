//! References from any page to what figures belong to and rest on: cases, sources, benchmarks.

use super::desk::Seat;
use super::figure::evidence::{anchor, push_anchor};
use super::{Html, Link};
use crate::base::{Id, Localized, escape};
use crate::model::{Benchmark, BenchmarkKind, Case, Source};
use crate::plan::PageId;

impl Seat<'_, '_> {
    /// A link to the page of a source, by its title.
    pub fn source(&self, source: &Source) -> Link {
        self.link(&source.title, &PageId::Source { id: source.id.clone(), number: 1 })
    }

    /// A link to a case, by its title: in the language of the page, else in the first that it has.
    pub fn case(&self, case: &Case) -> Link {
        let (path, lang) = self.desk.plan.case(self.lang, &case.id);
        let title = &case.texts.pick(self.lang).0.prose.title;
        let foreign = if lang == self.lang { "" } else { lang.html() };
        Link { lang: foreign.to_owned(), ..Link::new(title.as_str(), self.path.link_to(&path)) }
    }

    /// Links to the pages of sources, as HTML, each once.
    pub fn source_links<'s>(&self, ids: impl Iterator<Item = &'s Id>) -> String {
        let mut seen: Vec<&Id> = Vec::new();
        let mut out = String::new();
        for id in ids {
            let Some(source) = self.book().sources.get(id).filter(|_| !seen.contains(&id)) else { continue };
            if !seen.is_empty() {
                out.push_str(self.word("list_separator"));
            }
            seen.push(id);
            let link = self.source(source);
            push_anchor(&mut out, &link.href, &link.text, &link.lang);
        }
        out
    }

    /// Where a figure comes from, as HTML: its source, and the place in it. A place without a source says nothing.
    pub fn origin(&self, source: Option<&Id>, locator: Option<&Localized<String>>) -> String {
        let Some(source) = source.and_then(|id| self.book().sources.get(id)) else { return String::new() };
        let link = self.source(source);
        let mut out = anchor(&link.href, &link.text, &link.lang);
        if let Some(locator) = locator {
            out.push_str(self.word("clause_separator"));
            out.push_str(&self.words_of(locator).0);
        }
        out
    }

    /// A text as HTML, marked where it is in another language than the page.
    pub fn words_of(&self, text: &Localized<String>) -> Html {
        let (text, lang) = text.pick(self.lang);
        if lang == self.lang {
            return Html(escape::escape(text).into_owned());
        }
        Html(anchor("", text, lang.html()))
    }

    /// A link to a benchmark, on the page of its indicator.
    pub fn benchmark(&self, benchmark: &Benchmark) -> Link {
        let mut link = self.link(&benchmark.label, &PageId::Indicator(benchmark.indicator.clone()));
        link.href.push_str("#benchmark.");
        link.href.push_str(benchmark.id.as_str());
        link
    }

    /// What kind of benchmark it is, in words.
    pub fn benchmark_kind(&self, kind: &BenchmarkKind) -> &str {
        self.word(match kind {
            BenchmarkKind::Enterprise => "benchmark_enterprise",
            BenchmarkKind::PeerStatistic { .. } => "benchmark_peer_statistic",
            BenchmarkKind::Ladder { .. } => "benchmark_ladder",
            BenchmarkKind::Limit => "benchmark_limit",
            BenchmarkKind::OwnPast { .. } => "benchmark_own_past",
        })
    }
}
