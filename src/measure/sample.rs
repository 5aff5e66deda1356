//! Small casebooks for tests.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::benchmark::BenchmarkSeries;
use crate::base::{Decimal, Few, Id, Lang, Localized, Period, SourcePath, number};
use crate::model::{
    Aggregation, Basis, Benchmark, BenchmarkKind, Case, CaseKind, Casebook, Currency, Direction, Enterprise,
    Figures, Filing, Indicator, Known, Observation, Prose, Publisher, Series, Site, Standing, Target,
    TargetPath, Term, Terms, Text, Unit, Value, Vocabulary,
};

pub(super) fn id(text: &str) -> Id {
    Id::new(text).expect("a test's id is kebab-case")
}

pub(super) fn period(text: &str) -> Period {
    Period::parse(text).expect("a test's period is one")
}

pub(super) fn value(text: &str) -> Decimal {
    number::parse(text).expect("a test's number is one")
}

pub(super) fn both(zh: &str, en: &str) -> Localized<String> {
    Localized::new(vec![(Lang::ZH, zh.to_owned()), (Lang::EN, en.to_owned())]).expect("two are not none")
}

/// `("2024", "9.4")`; `?` is not available, `x` not disclosed, a `~` before the number means unaudited, `≈` an
/// estimate.
pub(super) fn series(values: &[(&str, &str)]) -> Series {
    let observation = |text: &str| {
        let (basis, text) = based(text);
        let value = match text {
            "?" => Value::NotAvailable,
            "x" => Value::NotDisclosed,
            number => Value::Known(value(number)),
        };
        Observation { value, basis, source: None, locator: None, note: None }
    };
    values.iter().map(|(at, text)| (period(at), observation(text))).collect()
}

/// What the mark before a number says, and the number.
fn based(text: &str) -> (Basis, &str) {
    match (text.strip_prefix('~'), text.strip_prefix('≈')) {
        (Some(rest), _) => (Basis::Unaudited, rest),
        (_, Some(rest)) => (Basis::Estimate, rest),
        (None, None) => (Basis::Audited, text),
    }
}

/// A known value, marked as in [`series`].
pub(super) fn known(at: &str, text: &str) -> Known {
    let (basis, number) = based(text);
    Known { at: period(at), value: value(number), basis }
}

pub(super) fn values(values: &[(&str, &str)]) -> BTreeMap<Period, Decimal> {
    values.iter().map(|(at, text)| (period(at), value(text))).collect()
}

pub(super) fn target(baseline: Option<&str>, at: &[(&str, &str)]) -> Target {
    Target {
        baseline: baseline.map(period),
        values: values(at).into_iter().collect(),
        path: TargetPath::Linear,
        source: None,
        locator: None,
    }
}

pub(super) fn indicator(unit: Unit, decimals: u32, direction: Direction) -> Indicator {
    Indicator {
        id: id("roe"),
        name: both("净资产收益率", "Return on net assets"),
        short: None,
        definition: both("…", "…"),
        formula: None,
        unit,
        decimals,
        direction,
        can_be_negative: true,
        aggregation: Aggregation::None,
        area: None,
        supersedes: None,
    }
}

/// Return on net assets: per cent, one decimal, more is better.
pub(super) fn roe() -> Indicator {
    indicator(Unit::Percent, 1, Direction::Increase)
}

pub(super) fn benchmark(kind: BenchmarkKind, at: &[(&str, &str)]) -> Benchmark {
    Benchmark {
        id: id("world-class"),
        kind,
        indicator: id("roe"),
        label: both("世界一流", "World class"),
        industry: None,
        values: values(at),
        currency: None,
        source: None,
        locator: None,
        comparability: None,
    }
}

/// The values that a benchmark itself gives.
pub(super) fn as_given(benchmark: &Benchmark) -> BenchmarkSeries<'_> {
    BenchmarkSeries { benchmark, values: Cow::Borrowed(&benchmark.values) }
}

pub(super) fn enterprise(name: &str, industry: &str, figures: Figures) -> Enterprise {
    Enterprise {
        id: id(name),
        name: both(name, name),
        short: None,
        sort_as: None,
        industry: id(industry),
        region: id("hebei"),
        level: None,
        founded: None,
        website: None,
        recognitions: Vec::new(),
        logo: None,
        figures,
    }
}

/// Figures in renminbi with one series.
pub(super) fn figures(indicator: &Indicator, observations: Series) -> Figures {
    Figures {
        currency: Some(Currency::CNY),
        observations: [(indicator.id.clone(), observations)].into_iter().collect(),
        ..Figures::default()
    }
}

/// A case about an enterprise, with figures of its own.
pub(super) fn case(enterprise: &str, figures: Figures) -> Case {
    let prose = Prose {
        path: SourcePath::new("content/cases/story/zh.md"),
        lang: Lang::ZH,
        title: "故事".to_owned(),
        subtitle: None,
        summary: None,
        translated_from: None,
        text: String::new(),
        body_at: 0,
        headings: Vec::new(),
    };
    let text = Text {
        prose,
        links: Few::default(),
        images: Few::default(),
        charts: Vec::new(),
        claims: Vec::new(),
        code: Vec::new(),
    };
    Case {
        id: id("story"),
        kind: CaseKind::Project,
        enterprise: id(enterprise),
        partners: Vec::new(),
        areas: vec![id("efficiency")],
        systems: Vec::new(),
        abilities: Vec::new(),
        stage: None,
        period: None,
        tags: Vec::new(),
        indicators: Vec::new(),
        contributions: Vec::new(),
        reasons: Vec::new(),
        milestones: Vec::new(),
        pictures: Vec::new(),
        published: None,
        standing: Standing::Public,
        featured: false,
        related: Vec::new(),
        figures,
        texts: Localized::new(vec![(Lang::ZH, text)]).expect("one is not none"),
    }
}

/// A casebook with one indicator, the industries metals > steel and metals > copper, and these enterprises.
pub(super) fn book(indicator: Indicator, enterprises: impl IntoIterator<Item = Enterprise>) -> Casebook {
    let term = |name: &str, parent: Option<&str>| Term {
        id: id(name),
        name: both(name, name),
        description: None,
        parent: parent.map(id),
        period: None,
    };
    let industries =
        vec![term("metals", None), term("steel", Some("metals")), term("copper", Some("metals"))];
    Casebook {
        site: Site {
            title: both("书", "book"),
            description: both("书", "book"),
            notice: None,
            base_url: "https://example.org/".to_owned(),
            languages: vec![Lang::ZH, Lang::EN],
            publisher: Publisher { name: both("我", "me"), url: None, email: None },
            license: None,
            timezone: "UTC".to_owned(),
            core_indicators: vec![indicator.id.clone()],
            filing: Filing::default(),
            share_images: None,
            theme: "default".to_owned(),
        },
        vocabulary: Vocabulary { industries: Terms::new(industries), ..Vocabulary::default() },
        indicators: BTreeMap::from([(indicator.id.clone(), indicator)]),
        benchmarks: BTreeMap::new(),
        sources: BTreeMap::new(),
        enterprises: enterprises.into_iter().map(|e| (e.id.clone(), e.into())).collect(),
        cases: BTreeMap::new(),
        pages: BTreeMap::new(),
        media: BTreeMap::new(),
    }
}
