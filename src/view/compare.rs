//! What enterprises are compared by: their names, from which a reader chooses, and the figures of each, as scripts that hand
//! them over.
//!
//! Texts stand there as finished HTML, numbers as readers see them and once more as what a line is drawn from. Only what has
//! one key is compared: an indicator, in one currency, for periods of one length.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::desk::Desk;
use super::figure::Subject;
use crate::base::json::{self, Object};
use crate::base::{Decimal, Grain, Id, Lang, Period, escape};
use crate::measure::benchmark::BenchmarkSeries;
use crate::measure::series;
use crate::measure::write::{self, Notation};
use crate::model::{BenchmarkKind, Casebook, Currency, Enterprise, Indicator, Observation, Term};
use crate::plan::NAMES_PER_FILE;
use crate::theme::Words;

/// What of an indicator may be compared with each other: values in one currency, none where it is not money, for periods of
/// one length.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class {
    /// Years first.
    length: std::cmp::Reverse<Grain>,
    /// The currency of money.
    pub currency: Option<Currency>,
}

impl Class {
    fn of(indicator: &Indicator, enterprise: &Enterprise, grain: Grain) -> Self {
        let currency = enterprise.figures.currency.filter(|_| indicator.unit.is_money());
        Self { length: std::cmp::Reverse(grain), currency }
    }

    /// The length of its periods.
    pub fn grain(self) -> Grain {
        self.length.0
    }

    /// How many of its periods a year has.
    pub fn in_a_year(self) -> u8 {
        match self.grain() {
            Grain::Year => 1,
            Grain::Half => 2,
            Grain::Quarter => 4,
            Grain::Month => 12,
        }
    }

    /// What pages and scripts know it by: `roe.1`, `total-profit.1.CNY`.
    pub fn key(self, indicator: &Id) -> String {
        let mut key = format!("{indicator}.{}", self.in_a_year());
        if let Some(currency) = &self.currency {
            key.push('.');
            key.push_str(currency.as_str());
        }
        key
    }
}

/// What can be compared at all, by indicator.
pub fn classes(book: &Casebook) -> BTreeMap<&Id, BTreeSet<Class>> {
    let mut found: BTreeMap<&Id, BTreeSet<Class>> = BTreeMap::new();
    for enterprise in book.enterprises.values() {
        for (id, observed) in &enterprise.figures.observations {
            for (period, _) in series::values(observed) {
                let class = Class::of(book.indicator(id), enterprise, period.grain());
                found.entry(id).or_default().insert(class);
            }
        }
    }
    found
}

/// The industries in the vocabulary's order, each with the enterprises that are its own in the order of a language. Those of
/// an industry and of the ones under it stand together.
pub fn by_industry<'a>(desk: &Desk<'a>, lang: Lang) -> Vec<(&'a Term, Vec<&'a Enterprise>)> {
    let collection = &desk.plan.collection;
    let own = |term: &'a Term| {
        let within = collection.enterprises_in(&term.id).iter().copied();
        let mut own: Vec<&Enterprise> = within.filter(|e| e.industry == term.id).collect();
        own.sort_by_cached_key(|e| desk.tongue(lang).place(&e.id));
        (term, own)
    };
    desk.book().vocabulary.industries.iter().map(own).collect()
}

/// The scripts with the names of all enterprises, industry by industry: id, short name, and the full one where it differs.
/// `at` says what each script is called in the call that hands it over.
pub fn names(desk: &Desk<'_>, lang: Lang, at: impl Fn(usize) -> String) -> Vec<String> {
    let all: Vec<&Enterprise> = by_industry(desk, lang).into_iter().flat_map(|(_, own)| own).collect();
    let script = |(number, some): (usize, &[&Enterprise])| {
        let mut out = format!("casebookCompare(\"{}\",[", at(number));
        for (n, enterprise) in some.iter().enumerate() {
            out.push_str(if n == 0 { "[" } else { ",\n[" });
            let (short, full) = (enterprise.label().text(lang), enterprise.name.text(lang));
            json::push(&mut out, enterprise.id.as_str());
            out.push(',');
            html(&mut out, short);
            if short != full {
                out.push(',');
                html(&mut out, full);
            }
            out.push(']');
        }
        out.push_str("]);\n");
        out
    };
    all.chunks(NAMES_PER_FILE).enumerate().map(script).collect()
}

/// The script with all public figures of an enterprise.
pub fn figures(desk: &Desk<'_>, lang: Lang, enterprise: &Enterprise) -> String {
    let subject = Subject::enterprise(desk.book(), enterprise);
    let mut told = Told { lang, words: &desk.tongue(lang).words, subject, periods: Vec::new() };
    let script = json::object(|o| {
        o.value("name", |out| html(out, enterprise.label().text(lang)));
        o.text("industry", enterprise.industry.as_str());
        o.object("series", |o| {
            enterprise.figures.observations.keys().for_each(|id| told.indicator(o, id));
        });
        o.list("periods", |list| {
            for period in &told.periods {
                list.object(|o| told.period(o, *period));
            }
        });
    });
    ["casebookCompare(\"", enterprise.id.as_str(), "\",", script.trim_end(), ");\n"].concat()
}

/// The figures of an enterprise as they are told.
struct Told<'a> {
    lang: Lang,
    words: &'a Words,
    subject: Subject<'a>,
    /// The periods that have been named: values refer to them by their places.
    periods: Vec<Period>,
}

impl Told<'_> {
    /// Adds what is known of an indicator: a series for each length of its periods.
    fn indicator(&mut self, o: &mut Object<'_>, id: &Id) {
        let Some(observed) = self.subject.series(id) else { return };
        // One's own past says nothing of others.
        let is_shared = |b: &BenchmarkSeries<'_>| !matches!(b.benchmark.kind, BenchmarkKind::OwnPast { .. });
        let benchmark = self.subject.benchmark(id).filter(is_shared);
        let indicator = self.subject.book.indicator(id);
        let grains: BTreeSet<Grain> = series::values(observed).map(|(period, _)| period.grain()).collect();
        for grain in grains {
            let class = Class::of(indicator, self.subject.enterprise, grain);
            let of_grain = observed.iter().filter(|(period, _)| period.grain() == grain);
            let of_grain: Vec<(Period, &Observation)> = of_grain.map(|(period, o)| (*period, o)).collect();
            let notation = Notation::of(indicator, class.currency, self.lang);
            o.object(&class.key(id), |o| {
                o.value("values", |out| {
                    list(out, &of_grain, |out, (period, o)| self.observation(out, notation, *period, o));
                });
                self.notes(o, &of_grain);
                if let Some(benchmark) = &benchmark {
                    self.benchmark(o, notation, grain, benchmark);
                }
            });
        }
    }

    fn observation(
        &mut self,
        out: &mut String,
        notation: Notation<'_>,
        at: Period,
        observation: &Observation,
    ) {
        let value = observation.value;
        self.value(out, at, value.known(), &notation.observed(value));
        if value.known().is_some() && observation.basis.is_provisional() {
            out.push(',');
            json::push(out, write::basis(observation.basis, self.lang));
        }
    }

    /// The place of a period, what a line is drawn from, and what readers see.
    fn value(&mut self, out: &mut String, at: Period, value: Option<Decimal>, text: &str) {
        let place = self.periods.iter().position(|known| *known == at).unwrap_or_else(|| {
            self.periods.push(at);
            self.periods.len() - 1
        });
        write!(out, "{place},").expect("a string can be written to");
        match value {
            Some(value) => write::push_machine(out, value),
            None => out.push_str("null"),
        }
        out.push(',');
        html(out, text);
    }

    /// What a reader should know of some values, each note once with all its periods.
    fn notes(&self, o: &mut Object<'_>, observed: &[(Period, &Observation)]) {
        let mut notes: Vec<(&str, String)> = Vec::new();
        for (period, observation) in observed {
            let Some(note) = &observation.note else { continue };
            let (note, label) = (note.text(self.lang), write::period_label(*period, self.lang));
            match notes.iter_mut().find(|(known, _)| *known == note) {
                Some((_, labels)) => {
                    labels.push_str(self.words.get("list_separator"));
                    labels.push_str(&label);
                }
                None => notes.push((note, label)),
            }
        }
        if notes.is_empty() {
            return;
        }
        o.list("notes", |list| {
            for (note, labels) in notes {
                list.text(&escape::escape(&[&labels, self.words.get("colon"), note].concat()));
            }
        });
    }

    /// What the enterprise is held against, for the time of its own values, and how far it compares.
    fn benchmark(
        &mut self,
        o: &mut Object<'_>,
        notation: Notation<'_>,
        grain: Grain,
        benchmark: &BenchmarkSeries<'_>,
    ) {
        let beside: Vec<(Period, Decimal)> =
            benchmark.values.iter().map(|(p, v)| (*p, *v)).filter(|(p, _)| p.grain() == grain).collect();
        if beside.is_empty() {
            return;
        }
        o.object("held", |o| {
            o.text("id", benchmark.benchmark.id.as_str());
            o.value("name", |out| html(out, benchmark.label(self.lang)));
            o.value("values", |out| {
                list(out, &beside, |out, (period, value)| {
                    self.value(out, *period, Some(*value), &notation.value(*value));
                });
            });
            if let Some(comparability) = &benchmark.benchmark.comparability {
                let [label, colon] = ["comparability", "colon"].map(|key| self.words.get(key));
                let note = [label, colon, comparability.text(self.lang)].concat();
                o.list("notes", |list| list.text(&escape::escape(&note)));
            }
        });
    }

    /// What a period is in addresses, on the axis of time, on a label, in a sentence.
    fn period(&self, o: &mut Object<'_>, period: Period) {
        o.text("key", &period.to_string().to_ascii_lowercase());
        o.value("x", |out| write!(out, "{:.4}", period.position()).expect("a string can be written to"));
        o.text("label", &write::period_label(period, self.lang));
        o.text("during", &write::during(period, self.lang));
    }
}

/// Adds a list of lists.
fn list<T>(out: &mut String, items: &[T], mut inside: impl FnMut(&mut String, &T)) {
    out.push('[');
    for (n, item) in items.iter().enumerate() {
        out.push_str(if n == 0 { "[" } else { ",[" });
        inside(out, item);
        out.push(']');
    }
    out.push(']');
}

/// Adds a text as HTML, as a string.
fn html(out: &mut String, text: &str) {
    json::push(out, &escape::escape(text));
}
