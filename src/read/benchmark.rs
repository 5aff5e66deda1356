//! `content/benchmarks/<id>.yaml`: what a figure is held against.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::Fields;
use super::localized::localized;
use super::origin::Origin;
use super::reader::Reader;
use super::scale::Scale;
use super::yaml::Node;
use super::{Spanned, values};
use crate::base::{Decimal, Id, Localized, Period, Problem, SourcePath, Span};
use crate::model::{Bands, BenchmarkKind, BenchmarkSort, Currency, Statistic};

/// A benchmark as its file gives it.
#[derive(Clone, Debug)]
pub struct BenchmarkDraft {
    /// The file.
    pub path: SourcePath,
    /// From the file's name.
    pub id: Id,
    /// Where its values come from. The peers in it are those of `peers`.
    pub kind: BenchmarkKind,
    /// The peers of a peer statistic, with their places.
    pub peers: Vec<Spanned<Id>>,
    /// The indicator it is for.
    pub indicator: Spanned<Id>,
    /// How readers see it.
    pub label: Localized<String>,
    /// The industry it holds for.
    pub industry: Option<Spanned<Id>>,
    /// Its values, scale applied; for a ladder the bounds of the best band. Empty for `own-past`, and for a
    /// peer statistic that is to be computed.
    pub values: BTreeMap<Period, Spanned<Decimal>>,
    /// Where the file scales its values, if it does: makes sense for money and counts only.
    pub scale: Option<Span>,
    /// The currency of money values.
    pub currency: Option<Spanned<Currency>>,
    /// Where it is written down.
    pub source: Option<Spanned<Id>>,
    /// Where in its source it stands.
    pub locator: Option<Arc<Localized<String>>>,
    /// How far the comparison carries.
    pub comparability: Option<Localized<String>>,
}

/// Reads the benchmark `id`.
///
/// Which keys there are depends on the kind; a key that another kind has is unknown here.
pub(super) fn read(id: Id, r: &mut Reader<'_>) -> Option<BenchmarkDraft> {
    let root = r.tree()?;
    let mut f = Fields::of(&root, r)?;
    let kind = f.required("kind", r, values::named(&BenchmarkSort::ALL, BenchmarkSort::name));
    let indicator = f.required("indicator", r, values::id_at);
    let label = f.required("label", r, localized);
    let industry = f.optional("industry", r, values::id_at);
    let currency = f.optional("currency", r, values::spanned(values::currency));
    let origin = Origin::read(&mut f, r);
    let comparability = f.optional("comparability", r, localized);
    // Without its kind nobody can tell which of the remaining keys should be there.
    let Some(kind) = kind else {
        f.finish_without(&["values", "scale", "bands", "statistic", "peers", "period"], r);
        return None;
    };
    let content = match kind {
        BenchmarkSort::Enterprise => {
            series(&mut f, r).map(|(scale, values)| (BenchmarkKind::Enterprise, scale, values))
        }
        BenchmarkSort::Limit => {
            series(&mut f, r).map(|(scale, values)| (BenchmarkKind::Limit, scale, values))
        }
        BenchmarkSort::PeerStatistic => peer_statistic(&mut f, r),
        BenchmarkSort::Ladder => ladder(&mut f, r),
        BenchmarkSort::OwnPast => f
            .required("period", r, values::period)
            .map(|period| (BenchmarkKind::OwnPast { period }, Scale::ONE, BTreeMap::new())),
    };
    let peers = match kind {
        BenchmarkSort::PeerStatistic => f.optional("peers", r, values::ids).unwrap_or_default(),
        _ => Vec::new(),
    };
    f.finish(r);
    let (mut kind, scale, values) = content?;
    if let BenchmarkKind::PeerStatistic { peers: ids, .. } = &mut kind {
        *ids = peers.iter().map(|peer| peer.value.clone()).collect();
    }
    Some(BenchmarkDraft {
        path: r.path.clone(),
        id,
        kind,
        peers,
        indicator: indicator?,
        label: label?,
        industry,
        values,
        scale: scale.given_at,
        currency,
        source: origin.source,
        locator: origin.locator,
        comparability,
    })
}

type Values = BTreeMap<Period, Spanned<Decimal>>;

/// Values that must be there.
fn series(f: &mut Fields<'_, '_>, r: &mut Reader<'_>) -> Option<(Scale, Values)> {
    let scale = scale(f, r);
    let values = f.required("values", r, |node, r| read_values(node, scale, r))?;
    Some((scale, values))
}

fn scale(f: &mut Fields<'_, '_>, r: &mut Reader<'_>) -> Scale {
    f.optional("scale", r, Scale::read).unwrap_or(Scale::ONE)
}

/// A statistic, with its values or without: then they are computed from the peers.
fn peer_statistic(f: &mut Fields<'_, '_>, r: &mut Reader<'_>) -> Option<(BenchmarkKind, Scale, Values)> {
    let scale = scale(f, r);
    let statistic = f.required("statistic", r, statistic);
    let values = f.optional("values", r, |node, r| read_values(node, scale, r));
    let computed = values.is_none();
    let kind = BenchmarkKind::PeerStatistic { statistic: statistic?, peers: Vec::new(), computed };
    Some((kind, scale, values.unwrap_or_default()))
}

fn statistic(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Statistic> {
    values::parsed(node, r, Statistic::parse, |text| {
        values::value_unknown(text, ["median", "mean", "p25", "p75", "p90"].into_iter())
    })
}

fn ladder(f: &mut Fields<'_, '_>, r: &mut Reader<'_>) -> Option<(BenchmarkKind, Scale, Values)> {
    let scale = scale(f, r);
    let bands = f.required("bands", r, |node, r| {
        values::by_period(node, r, |node, r| read_bands(node, scale, r).map(|bands| (bands, node.span)))
    })?;
    let best = bands
        .iter()
        .map(|(period, (bands, span))| (period.value, Spanned { value: bands.excellent, span: *span }));
    let values = best.collect();
    let bands = bands.into_iter().map(|(period, (bands, _))| (period.value, bands)).collect();
    Some((BenchmarkKind::Ladder { bands }, scale, values))
}

/// Five bounds that go one way.
fn read_bands(node: &Node<'_>, scale: Scale, r: &mut Reader<'_>) -> Option<Bands> {
    let mut f = Fields::of(node, r)?;
    let mut bound = |key, r: &mut Reader<'_>| {
        let value = f.required(key, r, values::spanned(values::decimal))?;
        scale.apply(value, r).map(|scaled| scaled.value)
    };
    let [excellent, good, average, low, poor] =
        ["excellent", "good", "average", "low", "poor"].map(|key| bound(key, r));
    f.finish(r);
    let bands = Bands { excellent: excellent?, good: good?, average: average?, low: low?, poor: poor? };
    let bounds = [bands.excellent, bands.good, bands.average, bands.low, bands.poor];
    let falling = bounds.windows(2).all(|pair| pair[0] > pair[1]);
    let rising = bounds.windows(2).all(|pair| pair[0] < pair[1]);
    if !falling && !rising {
        r.report(node.span, Problem::BandsUnordered);
        return None;
    }
    Some(bands)
}

fn read_values(node: &Node<'_>, scale: Scale, r: &mut Reader<'_>) -> Option<Values> {
    let number = values::spanned(values::decimal);
    let values =
        values::by_period(node, r, |node, r| number(node, r).and_then(|value| scale.apply(value, r)))?;
    Some(values.into_iter().map(|(period, value)| (period.value, value)).collect())
}

#[cfg(test)]
mod tests {
    use crate::base::{Decimal, Period};
    use crate::model::{BenchmarkKind, Statistic};
    use crate::read::testing::{draft, told};
    use crate::read::{BenchmarkDraft, Draft};

    const PATH: &str = "content/benchmarks/best.yaml";

    fn text(kind: &str, more: &str) -> String {
        format!("kind: {kind}\nindicator: roe\nlabel: {{ zh: 好, en: Good }}\n{more}")
    }

    fn benchmark(kind: &str, more: &str) -> BenchmarkDraft {
        match draft(PATH, &text(kind, more)) {
            Draft::Benchmark(benchmark) => benchmark,
            other => panic!("{other:?}"),
        }
    }

    fn year(year: i16) -> Period {
        Period::of_year(year)
    }

    #[test]
    fn each_kind_has_its_own_keys() {
        let scaled = benchmark("enterprise", "scale: 10000\nvalues: { 2019: 9.8 }\n");
        assert_eq!(scaled.values[&year(2019)].value, Decimal::new(98_000, 0));
        assert!(scaled.scale.is_some());
        assert_eq!(benchmark("limit", "values: { 2024: 70 }\n").kind, BenchmarkKind::Limit);
        let past = benchmark("own-past", "period: 2019\n");
        assert_eq!((past.kind, past.values.len()), (BenchmarkKind::OwnPast { period: year(2019) }, 0));
        let median = benchmark("peer-statistic", "statistic: median\npeers: [a, b]\n");
        assert_eq!(median.peers.len(), 2);
        assert!(matches!(
            median.kind,
            BenchmarkKind::PeerStatistic { statistic: Statistic::Percentile(50), peers, computed: true }
                if peers.len() == 2
        ));
        let ladder =
            benchmark("ladder", "bands: { 2024: { excellent: 12, good: 9, average: 6, low: 3, poor: 0 } }\n");
        assert_eq!(ladder.values[&year(2024)].value, Decimal::new(12, 0));
    }

    #[test]
    fn a_key_of_another_kind_is_unknown_and_one_of_its_own_is_missed() {
        for (kind, more, problems) in [
            ("enterprise", "", vec!["key-missing 1 «kind»"]),
            ("enterprise", "values: {}\n", vec!["list-empty 4 «{}»"]),
            ("enterprise", "values: { 2024: 1 }\npeers: [a]\n", vec!["key-unknown 5 «peers»"]),
            ("ladder", "values: { 2024: 1 }\n", vec!["key-missing 1 «kind»", "key-unknown 4 «values»"]),
            ("own-past", "values: { 2024: 1 }\n", vec!["key-missing 1 «kind»", "key-unknown 4 «values»"]),
            ("peer-statistic", "peers: [a]\n", vec!["key-missing 1 «kind»"]),
            (
                "world-class",
                "values: { 2024: 1 }\nhm: 1\n",
                vec!["value-unknown 1 «world-class»", "key-unknown 5 «hm»"],
            ),
        ] {
            assert_eq!(told(PATH, &text(kind, more)), problems, "{kind} {more}");
        }
    }

    #[test]
    fn a_statistic_is_the_mean_or_a_percentile() {
        let statistic = |word: &str| benchmark("peer-statistic", &format!("statistic: {word}\n")).kind;
        for (word, expected) in
            [("mean", Statistic::Mean), ("p75", Statistic::Percentile(75)), ("p1", Statistic::Percentile(1))]
        {
            let computed =
                BenchmarkKind::PeerStatistic { statistic: expected, peers: vec![], computed: true };
            assert_eq!(statistic(word), computed);
        }
        for bad in ["p0", "p100", "75", "p+7", "mode"] {
            let told = told(PATH, &text("peer-statistic", &format!("statistic: {bad}\n")));
            assert_eq!(told, [format!("value-unknown 4 «{bad}»")]);
        }
    }

    #[test]
    fn bands_go_one_way() {
        for (bands, problem) in [
            ("excellent: 12, good: 9, average: 9, low: 3, poor: 0", Some("bands-unordered")),
            ("excellent: 12, good: 13, average: 6, low: 3, poor: 0", Some("bands-unordered")),
            ("excellent: 12, good: 9, average: 6, low: 3", Some("key-missing")),
            ("excellent: 50, good: 55, average: 60, low: 65, poor: 70", None),
        ] {
            let told = told(PATH, &text("ladder", &format!("bands: {{ 2024: {{ {bands} }} }}\n")));
            assert_eq!(told, problem.map(|code| format!("{code} 4 «{{ {bands} }}»")).as_slice());
        }
    }

    #[test]
    fn values_are_numbers_by_period() {
        let told = told(PATH, &text("limit", "values: { 2024: , 二四: 1, 2023: '1', 2022: 1% }\n"));
        assert_eq!(
            told,
            [
                "type-wrong 4 «2024»",
                "period-malformed 4 «二四»",
                "type-wrong 4 «'1'»",
                "number-malformed 4 «1%»",
            ]
        );
    }
}
