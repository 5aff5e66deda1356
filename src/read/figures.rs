//! `indicators.yaml` in the folder of an enterprise or a case: observations, targets, which benchmark applies,
//! and what made up changes.

use std::sync::Arc;

use super::bridge::{self, BridgeDraft};
use super::fields::{self, Fields, wrong};
use super::hush;
use super::localized::{localized, localized_or_plain};
use super::origin::Origin;
use super::reader::Reader;
use super::scale::Scale;
use super::yaml::{Entry, Node, Value};
use super::{Spanned, values};
use crate::base::problem::Shape;
use crate::base::{Decimal, Id, Localized, Moment, Period, Problem, SourcePath, Span};
use crate::model::{Basis, Currency, TargetPath};

/// All figures of one subject as the file gives them.
#[derive(Clone, Debug)]
pub struct FiguresDraft {
    /// The file.
    pub path: SourcePath,
    /// Whose figures these are.
    pub subject: Subject,
    /// The currency of its money figures.
    pub currency: Option<Spanned<Currency>>,
    /// What was observed, each indicator once, in the order of the file.
    pub observations: Vec<SeriesDraft>,
    /// What is aimed at, each indicator once.
    pub targets: Vec<TargetDraft>,
    /// The benchmark of each indicator: indicator, benchmark. Each indicator once.
    pub benchmarks: Vec<(Spanned<Id>, Spanned<Id>)>,
    /// What made up changes, each indicator once.
    pub bridges: Vec<BridgeDraft>,
}

/// Whose figures a file holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// Those of the enterprise of that id.
    Enterprise(Id),
    /// Those of the case of that id.
    Case(Id),
}

/// One indicator over time.
#[derive(Clone, Debug)]
pub struct SeriesDraft {
    /// The indicator.
    pub indicator: Spanned<Id>,
    /// Where the file scales the figures, if it does: makes sense for money and counts only.
    pub scale: Option<Span>,
    /// In the order of the file, each period once.
    pub observations: Vec<ObservationDraft>,
}

/// One indicator at one period.
#[derive(Clone, Debug)]
pub struct ObservationDraft {
    /// The period.
    pub period: Spanned<Period>,
    /// The figure, or why there is none.
    pub figure: Spanned<Figure>,
    /// How sure it is; the file's default applied.
    pub basis: Basis,
    /// Where it comes from; the default of its indicator or file applied, with the place of the default.
    pub source: Option<Spanned<Id>>,
    /// Where in its source it stands; the default that goes with the source applied.
    pub locator: Option<Arc<Localized<String>>>,
    /// Something a reader should know about it.
    pub note: Option<Box<Localized<String>>>,
}

/// A figure, or why there is none. Scale is applied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Figure {
    /// In the indicator's unit.
    Known(Decimal),
    /// Nobody has it.
    NotAvailable,
    /// Never to be published: what the file says is checked and forgotten here.
    Confidential,
    /// Not to be published before a moment. Rare, and in a place of its own: a site has half a million figures.
    Embargoed(Box<Embargo>),
}

/// A figure that is held back for a while.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Embargo {
    /// The moment from which on it may be published.
    pub until: Moment,
    /// The figure, in the indicator's unit; `None` if nobody has it.
    pub value: Option<Decimal>,
}

/// What is aimed at for one indicator.
#[derive(Clone, Debug)]
pub struct TargetDraft {
    /// The indicator.
    pub indicator: Spanned<Id>,
    /// The period whose value the way starts from.
    pub baseline: Option<Spanned<Period>>,
    /// The values to be reached, scale applied, at least one, each period once.
    pub values: Vec<(Spanned<Period>, Spanned<Decimal>)>,
    /// How the way runs.
    pub path: TargetPath,
    /// Where it is written down; the file's default applied.
    pub source: Option<Spanned<Id>>,
    /// Where in its source it stands; the default that goes with the source applied.
    pub locator: Option<Arc<Localized<String>>>,
    /// Where the file scales the values, if it does.
    pub scale: Option<Span>,
}

/// Reads the figures of `subject`.
pub(super) fn read(subject: Subject, r: &mut Reader<'_>) -> Option<FiguresDraft> {
    let Some(root) = r.tree() else {
        hush::file_if_withheld(r);
        return None;
    };
    let mut f = Fields::of(&root, r)?;
    let currency = f.optional("currency", r, values::spanned(values::currency));
    let origin = Origin::read(&mut f, r);
    let basis = f.optional("basis", r, values::named(&Basis::ALL, Basis::name)).unwrap_or(Basis::Audited);
    let defaults = Defaults { origin, basis };
    let observations = f.optional("observations", r, |node, r| {
        by_indicator(node, r, |indicator, node, r| series(indicator, node, &defaults, r))
    });
    let targets = f.optional("targets", r, |node, r| {
        by_indicator(node, r, |indicator, node, r| target(indicator, node, &defaults, r))
    });
    let benchmarks = f.optional("benchmarks", r, |node, r| {
        by_indicator(node, r, |indicator, node, r| {
            values::id_at(node, r).map(|benchmark| (indicator, benchmark))
        })
    });
    let bridges = f.optional("bridges", r, |node, r| {
        by_indicator(node, r, |indicator, node, r| bridge::read(indicator, node, &defaults.origin, r))
    });
    f.finish(r);
    if hush::is_misplaced(r) {
        hush::file_if_withheld(r);
    }
    Some(FiguresDraft {
        path: r.path.clone(),
        subject,
        currency,
        observations: observations.unwrap_or_default(),
        targets: targets.unwrap_or_default(),
        benchmarks: benchmarks.unwrap_or_default(),
        bridges: bridges.unwrap_or_default(),
    })
}

/// What the file, or one indicator in it, says for all figures that do not say otherwise.
struct Defaults {
    origin: Origin,
    basis: Basis,
}

/// A mapping with indicators for keys.
fn by_indicator<'n, 'a, T>(
    node: &'n Node<'a>,
    r: &mut Reader<'_>,
    mut how: impl FnMut(Spanned<Id>, &'n Node<'a>, &mut Reader<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut all = Vec::new();
    for entry in &fields::mapping(node, Shape::Mapping, r)?.entries {
        if let Some(indicator) = values::id_key(entry, r) {
            all.extend(how(indicator, &entry.node, r));
        }
    }
    Some(all)
}

/// Either values by period alone, or `values` with their `scale` and what holds for all of them.
fn series(
    indicator: Spanned<Id>,
    node: &Node<'_>,
    defaults: &Defaults,
    r: &mut Reader<'_>,
) -> Option<SeriesDraft> {
    const LONG: [&str; 5] = ["scale", "values", "source", "locator", "basis"];
    let entries = &fields::mapping(node, Shape::Mapping, r)?.entries;
    if !entries.iter().any(|entry| LONG.contains(&&*entry.key)) {
        return Some(SeriesDraft {
            indicator,
            scale: None,
            observations: observations(entries, Scale::ONE, defaults, r),
        });
    }
    let mut f = Fields::of(node, r)?;
    let scale = f.optional("scale", r, Scale::read).unwrap_or(Scale::ONE);
    let origin = Origin::read(&mut f, r).or(&defaults.origin);
    let basis = f.optional("basis", r, values::named(&Basis::ALL, Basis::name)).unwrap_or(defaults.basis);
    let defaults = Defaults { origin, basis };
    let values = f.required("values", r, |node, r| {
        let entries = &fields::mapping(node, Shape::Mapping, r)?.entries;
        Some(observations(entries, scale, &defaults, r))
    });
    f.finish(r);
    Some(SeriesDraft { indicator, scale: scale.given_at, observations: values? })
}

fn observations(
    entries: &[Entry<'_>],
    scale: Scale,
    defaults: &Defaults,
    r: &mut Reader<'_>,
) -> Vec<ObservationDraft> {
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        let period = values::period_key(entry, r);
        let observation = observation(&entry.node, scale, r);
        if let (Some(period), Some((figure, own))) = (period, observation) {
            let origin = own.origin.or(&defaults.origin);
            all.push(ObservationDraft {
                period,
                figure,
                basis: own.basis.unwrap_or(defaults.basis),
                source: origin.source,
                locator: origin.locator,
                note: own.note,
            });
        }
    }
    all
}

/// What an observation says of itself.
#[derive(Default)]
struct Own {
    basis: Option<Basis>,
    origin: Origin,
    note: Option<Box<Localized<String>>>,
}

/// A number, `null`, or a mapping with more to say.
fn observation(node: &Node<'_>, scale: Scale, r: &mut Reader<'_>) -> Option<(Spanned<Figure>, Own)> {
    let Value::Mapping(_) = node.value else {
        let value = value(node, scale, r)?;
        if value.is_none() {
            r.report(node.span, Problem::AbsenceUnexplained);
        }
        return Some((Spanned { value: figure(value, None), span: node.span }, Own::default()));
    };
    let mut f = Fields::of_shape(node, Shape::NumberOrMapping, r)?;
    let withheld = f.ask("withheld");
    let given = f.ask("value");
    let basis = f.optional("basis", r, values::named(&Basis::ALL, Basis::name));
    let source = f.optional("source", r, values::id_at);
    let locator_given = f.ask("locator");
    let note_given = f.ask("note");
    let understood = f.finish(r);
    let locator = locator_given.and_then(|locator| localized_or_plain(locator, r)).map(Arc::new);
    let note = note_given.and_then(|note| localized(note, r)).map(Box::new);
    // A figure whose secrecy nobody understands is a secret, also where the key itself is misspelled.
    let withheld = withheld.map(|node| read_withheld(node, r).unwrap_or(Withheld::Always));
    let withheld = if understood { withheld } else { Some(Withheld::Always) };
    let value = match given {
        Some(node) => value(node, scale, r),
        None if withheld.is_some() => Some(None),
        None => {
            r.report(node.span, Problem::KeyMissing { key: "value".to_owned() });
            None
        }
    };
    if withheld.is_some() {
        hush::figure(node, r);
    }
    let value = value?;
    let span = given.map_or(node.span, |given| given.span);
    if value.is_none() && note_given.is_none() && withheld.is_none() {
        r.report(span, Problem::AbsenceUnexplained);
    }
    let origin = Origin { source, locator };
    Some((Spanned { value: figure(value, withheld), span }, Own { basis, origin, note }))
}

/// A number in the indicator's unit, or nothing. The outer `None` is for what could not be read.
#[expect(clippy::option_option, reason = "no number is not the same as a number that cannot be read")]
fn value(node: &Node<'_>, scale: Scale, r: &mut Reader<'_>) -> Option<Option<Decimal>> {
    if node.value == Value::Null {
        return Some(None);
    }
    let value = values::decimal_or(node, Shape::NumberOrMapping, r)?;
    scale.apply(Spanned { value, span: node.span }, r).map(|scaled| Some(scaled.value))
}

/// Why a figure is held back.
#[derive(Clone, Copy)]
enum Withheld {
    Always,
    Until(Moment),
}

/// `confidential`, or `{ until: MOMENT }`.
fn read_withheld(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Withheld> {
    match node.value {
        Value::Mapping(_) => {
            let mut f = Fields::of(node, r)?;
            let until = f.required("until", r, values::moment);
            f.finish(r);
            until.map(Withheld::Until)
        }
        Value::List(_) => wrong(node, Shape::TextOrMapping, r),
        _ => values::one_of(&[("confidential", Withheld::Always)])(node, r),
    }
}

fn figure(value: Option<Decimal>, withheld: Option<Withheld>) -> Figure {
    match (withheld, value) {
        (Some(Withheld::Always), _) => Figure::Confidential,
        (Some(Withheld::Until(until)), value) => Figure::Embargoed(Box::new(Embargo { until, value })),
        (None, Some(value)) => Figure::Known(value),
        (None, None) => Figure::NotAvailable,
    }
}

fn target(
    indicator: Spanned<Id>,
    node: &Node<'_>,
    defaults: &Defaults,
    r: &mut Reader<'_>,
) -> Option<TargetDraft> {
    let mut f = Fields::of(node, r)?;
    let baseline = f.optional("baseline", r, values::spanned(values::period));
    let scale = f.optional("scale", r, Scale::read).unwrap_or(Scale::ONE);
    let number = values::spanned(values::decimal);
    let values = f.required("values", r, |node, r| {
        values::by_period(node, r, |node, r| number(node, r).and_then(|value| scale.apply(value, r)))
    });
    let path = f.optional("path", r, values::one_of(&[("linear", TargetPath::Linear)]));
    let origin = Origin::read(&mut f, r).or(&defaults.origin);
    f.finish(r);
    Some(TargetDraft {
        indicator,
        baseline,
        values: values?,
        path: path.unwrap_or(TargetPath::Linear),
        source: origin.source,
        locator: origin.locator,
        scale: scale.given_at,
    })
}

#[cfg(test)]
mod tests {
    use super::{Embargo, Figure, FiguresDraft, Subject};
    use crate::base::{Decimal, Id, Lang, Localized, Moment};
    use crate::model::Basis;
    use crate::read::Draft;
    use crate::read::testing::{draft, noted, told};

    const PATH: &str = "content/enterprises/heat/indicators.yaml";

    fn figures(text: &str) -> FiguresDraft {
        match draft(PATH, text) {
            Draft::Figures(figures) => figures,
            other => panic!("{other:?}"),
        }
    }

    /// The only figure of `observations: { roe: CELL }`.
    fn figure(series: &str) -> Figure {
        figures(&format!("observations: {{ roe: {series} }}\n")).observations[0].observations[0]
            .figure
            .value
            .clone()
    }

    fn told_of(cell: &str) -> Vec<String> {
        told(PATH, &format!("observations:\n  roe:\n    2024: {cell}\n"))
    }

    #[test]
    fn figures_are_exact_and_in_the_indicators_unit() {
        assert_eq!(figure("{ 2024: 9.40 }"), Figure::Known(Decimal::new(940, 2)));
        assert_eq!(
            figure("{ scale: 10000, values: { 2024: 34.63 } }"),
            Figure::Known(Decimal::new(346_300, 0))
        );
        assert_eq!(figure("{ 2024: { value: -0.28 } }"), Figure::Known(Decimal::new(-28, 2)));
    }

    #[test]
    fn defaults_hold_for_figures_that_do_not_say_otherwise() {
        let text = "source: report\nbasis: management\nobservations:\n  roe: { 2023: 1, 2024: { value: 2, basis: estimate, source: flash } }\n\
            targets:\n  roe: { values: { 2025: 3 } }\n";
        let figures = figures(text);
        let both = &figures.observations[0].observations;
        let source = |n: usize| both[n].source.as_ref().unwrap().value.to_string();
        assert_eq!((both[0].basis, source(0)), (Basis::Management, "report".to_owned()));
        assert_eq!((both[1].basis, source(1)), (Basis::Estimate, "flash".to_owned()));
        assert_eq!(figures.targets[0].source.as_ref().unwrap().value.as_str(), "report");
        assert_eq!(figures.subject, Subject::Enterprise(Id::new("heat").unwrap()));
        assert_eq!(both[0].source.as_ref().unwrap().span.range(), 8..14);
    }

    #[test]
    fn a_place_in_a_source_holds_for_the_figures_of_that_source_alone() {
        let text = "source: report\nlocator: { zh: 第9页, en: p. 9 }\nobservations:\n  roe: { 2021: 1, 2022: { value: 2, locator: 表3 }, 2023: { value: 3, source: flash } }\n\
            \x20 gap: { locator: 12, basis: estimate, values: { 2024: 1 } }\n\
            \x20 debt: { source: ledger, values: { 2024: 1 } }\n\
            targets:\n  roe: { values: { 2025: 3 } }\n  gap: { source: plan, locator: 第2页, values: { 2025: 3 } }\n";
        let figures = figures(text);
        let place = |locator: Option<&Localized<String>>| locator.map(|l| l.text(Lang::EN).to_owned());
        let of = |n: usize, at: usize| {
            place(figures.observations[n].observations[at].locator.as_deref()).unwrap_or_default()
        };
        assert_eq!([of(0, 0), of(0, 1), of(0, 2)], ["p. 9", "表3", ""]);
        assert_eq!([of(1, 0), of(2, 0)], ["12", ""]);
        assert_eq!(figures.observations[1].observations[0].basis, Basis::Estimate);
        let targets: Vec<_> = figures.targets.iter().filter_map(|t| place(t.locator.as_deref())).collect();
        assert_eq!(targets, ["p. 9", "第2页"]);
    }

    #[test]
    fn a_withheld_figure_is_forgotten_or_kept_for_its_time() {
        assert_eq!(figure("{ 2024: { value: 9.4, withheld: confidential } }"), Figure::Confidential);
        assert_eq!(figure("{ 2024: { withheld: confidential } }"), Figure::Confidential);
        let until = Moment::parse("2027-04-30T09:00:00+08:00").unwrap();
        let embargoed = figure("{ 2024: { value: 9.4, withheld: { until: 2027-04-30T09:00:00+08:00 } } }");
        let value = Some(Decimal::new(94, 1));
        assert_eq!(embargoed, Figure::Embargoed(Box::new(Embargo { until, value })));
    }

    #[test]
    fn a_figure_whose_secrecy_cannot_be_read_is_not_published() {
        for more in [
            "withheld: secret",
            "withheld: { until: 2027-04-30 }",
            "withheld: {}",
            "withheld:",
            "withheld: [confidential]",
            "withheld: true",
            "witheld: confidential",
            "withheld：confidential",
            "'withheld：': confidential",
            "[withheld]: confidential",
            "<<: *x",
            "withheld",
        ] {
            let text = format!("observations: {{ roe: {{ 2024: {{ value: 9.4, {more} }} }} }}\n");
            let noted = noted(PATH, &text);
            assert!(noted.notes.has_errors(), "{more}");
            let Some(Draft::Figures(figures)) = noted.value else { panic!("{more}") };
            assert_eq!(figures.observations[0].observations[0].figure.value, Figure::Confidential, "{more}");
        }
    }

    #[test]
    fn a_missing_figure_wants_a_reason() {
        assert_eq!(told_of("null"), ["absence-unexplained 3 «null»"]);
        assert_eq!(told_of(""), ["absence-unexplained 3 «2024»"]);
        assert_eq!(told_of("{ value: ~ }"), ["absence-unexplained 3 «~»"]);
        assert_eq!(told_of("{ value: ~, note: { zh: 未统计, en: not counted } }"), [""; 0]);
        assert_eq!(told_of("{ note: { zh: 未统计, en: not counted } }").len(), 1);
    }

    #[test]
    fn what_is_no_figure_is_told() {
        for (cell, problem) in [
            ("'9.4'", "type-wrong 3 «'9.4'»"),
            ("九", "number-malformed 3 «九»"),
            ("9.4%", "number-malformed 3 «9.4%»"),
            ("9,4", "number-malformed 3 «9,4»"),
            ("1e99", "number-malformed 3 «1e99»"),
            (".inf", "number-malformed 3 «.inf»"),
            ("[9.4]", "type-wrong 3 «[9.4]»"),
            ("{ vlaue: 9.4, value: 1 }", "key-unknown 3 «vlaue»"),
            ("{ value: 1, basis: audit }", "value-unknown 3 «audit»"),
        ] {
            assert_eq!(told_of(cell), [problem], "{cell}");
        }
    }

    #[test]
    fn a_series_has_periods_for_keys_or_values_with_a_scale() {
        let series = |text: &str| told(PATH, &format!("observations: {{ roe: {text} }}\n"));
        assert_eq!(series("9.4"), ["type-wrong 1 «9.4»"]);
        assert_eq!(series("{ 2024年: 1 }"), ["period-malformed 1 «2024年»"]);
        assert_eq!(series("{ scale: 10000 }"), ["key-missing 1 «{ scale: 10000 }»"]);
        assert_eq!(series("{ scale: 5, values: { 2024: 1 } }"), ["value-unknown 1 «5»"]);
        assert_eq!(series("{ scale: 1e13, values: { 2024: 1 } }"), ["number-out-of-range 1 «1e13»"]);
        assert_eq!(series("{ scale: 10, values: { 2024: 1 }, 2023: 2 }"), ["key-unknown 1 «2023»"]);
        assert_eq!(series("{ 2024: 1, '2024': 2 }"), ["yaml-duplicate-key 1 «'2024'»"]);
        assert_eq!(told(PATH, "observations: { ROE: { 2024: 1 } }\n"), ["id-malformed 1 «ROE»"]);
    }

    #[test]
    fn a_target_has_values() {
        let target = |text: &str| told(PATH, &format!("targets: {{ roe: {text} }}\n"));
        assert_eq!(target("{ baseline: 2021, values: { 2025: 10.0 }, path: linear, source: plan }"), [""; 0]);
        assert_eq!(target("{ baseline: 2021 }"), ["key-missing 1 «{ baseline: 2021 }»"]);
        assert_eq!(target("{ values: {} }"), ["list-empty 1 «{}»"]);
        assert_eq!(target("{ values: { 2025: } }"), ["type-wrong 1 «2025»"]);
        assert_eq!(target("{ values: { 2025: 1 }, path: curved }"), ["value-unknown 1 «curved»"]);
    }

    #[test]
    fn money_and_benchmarks_are_named_properly() {
        assert_eq!(
            told(PATH, "currency: rmb\nbenchmarks: { roe: Best Roe, cash: [a] }\n"),
            ["currency-malformed 1 «rmb»", "id-malformed 2 «Best Roe»", "type-wrong 2 «[a]»",]
        );
    }
}
