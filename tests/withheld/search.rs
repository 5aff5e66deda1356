//! Every way in which a secret could be written, and the search for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use casebook::base::{Decimal, Diagnostic, Id, Lang, number};
use casebook::measure::write::{Notation, machine};
use casebook::model::{Currency, Indicator};
use memchr::memmem::Finder;

use crate::secret::{Cell, Secret};
use crate::story::Story;

/// The ways in which the secrets of a story could be written, in the first reading.
///
/// Only those that cannot be chance: words, and numbers of enough digits.
pub(crate) fn forms(
    story: &Story,
    indicators: &BTreeMap<Id, Indicator>,
    wanted: impl Fn(&Secret) -> bool,
) -> BTreeSet<String> {
    let mut forms = BTreeSet::new();
    for secret in story.secrets.0.iter().filter(|secret| wanted(secret)) {
        let text = secret.readings[0].trim();
        let Some(cell) = &secret.figure else {
            if text.starts_with('密') {
                forms.insert(text.to_owned());
            }
            continue;
        };
        let value = scaled(text, cell.scale);
        let beside = story.public.iter().filter(|public| {
            let same = public.cell.folder == cell.folder || public.cell.folder.is_empty();
            public.cell.indicator == cell.indicator && same
        });
        let neighbours: Vec<Decimal> = beside.map(|public| scaled(&public.text, cell.scale)).collect();
        written(indicators, cell, value, &neighbours, &mut forms);
        forms.extend(values(indicators, secret));
        bare(text, value, &mut forms);
    }
    forms
}

fn scaled(text: &str, scale: u32) -> Decimal {
    number::parse(text).expect("secrets are numbers") * Decimal::from(scale)
}

/// How pages write a secret figure itself, in full; the unit may stand elsewhere.
pub(crate) fn values(indicators: &BTreeMap<Id, Indicator>, secret: &Secret) -> BTreeSet<String> {
    let mut forms = BTreeSet::new();
    if let Some(cell) = &secret.figure {
        written(indicators, cell, scaled(secret.readings[0].trim(), cell.scale), &[], &mut forms);
    }
    let digits =
        |form: &String| form.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    forms.iter().map(digits).filter(|digits: &String| !digits.is_empty()).collect()
}

/// As pages write it, and what they could derive from it.
fn written(
    indicators: &BTreeMap<Id, Indicator>,
    cell: &Cell,
    value: Decimal,
    neighbours: &[Decimal],
    forms: &mut BTreeSet<String>,
) {
    let indicator = &indicators[&Id::new(cell.indicator).expect("measures have ids")];
    let mut add = |text: String| {
        if text.bytes().filter(u8::is_ascii_digit).count() >= 6 {
            forms.insert(text);
        }
    };
    let ways = [("CNY", Lang::ZH), ("CNY", Lang::EN), ("USD", Lang::ZH), ("USD", Lang::EN)];
    for (currency, lang) in ways {
        let notation = Notation::of(indicator, Currency::new(currency), lang);
        add(notation.value(value));
        // Above a column its unit is said once, and the size is that of the other figures.
        for among in [value, value * Decimal::from(10_000), value / Decimal::from(10_000)] {
            add(notation.scale([among, value]).column(value));
        }
        add(notation.difference(value));
        for known in neighbours {
            for distance in [value - known, known - value] {
                add(notation.difference(distance));
            }
            add(notation.change(*known, value));
            add(notation.change(value, *known));
            notation.growth(*known, value).into_iter().for_each(&mut add);
            notation.growth(value, *known).into_iter().for_each(&mut add);
        }
    }
}

/// The digits alone, as files, attributes and programs write them.
fn bare(text: &str, value: Decimal, forms: &mut BTreeSet<String>) {
    let exact = machine(value);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let grouped = |from: &str| {
        let (whole, rest) = from.split_once('.').unwrap_or((from, ""));
        let mut out = String::new();
        for (i, c) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out.push(',');
            }
            out.push(c);
        }
        if rest.is_empty() { out } else { format!("{out}.{rest}") }
    };
    forms.extend([
        text.to_owned(),
        grouped(text),
        grouped(&exact),
        exact,
        digits.clone(),
        digits[..9].to_owned(),
    ]);
}

/// Those of `forms` that stand in the files or their names, each with a file.
pub(crate) fn found(files: &BTreeMap<String, Vec<u8>>, forms: &BTreeSet<String>) -> BTreeMap<String, String> {
    // A needle in many haystacks is found quickest in one.
    let mut everything = Vec::new();
    let mut ends = Vec::new();
    for (path, bytes) in files {
        everything.extend_from_slice(path.as_bytes());
        everything.push(0);
        everything.extend_from_slice(bytes);
        everything.push(0);
        ends.push((everything.len(), path));
    }
    let mut found = BTreeMap::new();
    for form in forms {
        // The end of a longer number is chance.
        let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| !everything[before].is_ascii_digit());
        if let Some(at) = Finder::new(form).find_iter(&everything).find(begins) {
            let (_, path) = ends[ends.partition_point(|(end, _)| *end <= at)];
            found.insert(form.clone(), path.clone());
        }
    }
    found
}

/// All that is said about a site, in both languages, as one file.
pub(crate) fn sayings(diagnostics: &[&Diagnostic]) -> Vec<u8> {
    let mut out = String::new();
    for diagnostic in diagnostics {
        let place = &diagnostic.place;
        let _ = writeln!(out, "{}:{:?} {:?}", place.file, place.span, diagnostic.problem);
        for lang in [Lang::ZH, Lang::EN] {
            let saying = diagnostic.say(lang);
            let _ = writeln!(out, "{}\n{}\n{}", saying.message, saying.label, saying.help);
        }
    }
    out.into_bytes()
}
