//! What a reason for a choice of figures answers, in words that readers can check against the evidence.

use crate::base::problem::{Skip, Worst};
use crate::base::{Decimal, Id, Lang, Period};
use crate::measure::series;
use crate::measure::write::{self, Enumeration, Notation};
use crate::model::{Case, Casebook, Pick};

/// The choice in a sentence without its full stop.
///
/// `净资产收益率从2020年起算，这是2019年至2024年间最低的一期（3.8%）`,
/// `Return on net assets: counted from 2020, which has the lowest value from 2019 to 2024 (3.8%)`.
pub fn picked(book: &Casebook, case: &Case, pick: &Pick, lang: Lang) -> String {
    let words = Words { book, case, lang };
    let name = |id: &Id| book.indicators.get(id).map_or("", |indicator| indicator.name.text(lang));
    let about = |id: &Id, zh: String, en: String| {
        if lang.is_chinese() { format!("{}{zh}", name(id)) } else { format!("{}: {en}", name(id)) }
    };
    match pick {
        Pick::BaseYear { indicator, base, worst, first, last } => {
            let [since, from, to] = [*base, *first, *last].map(|at| words.period(at));
            let (zh, en) = match worst {
                Worst::Lowest => ("最低的一期", "the lowest value"),
                Worst::Highest => ("最高的一期", "the highest value"),
                Worst::Furthest => ("偏离最远的一期", "the value furthest off"),
                Worst::WidestGap => ("差距最大的一期", "the widest gap"),
            };
            // The width of a gap is in no row of the evidence.
            let value = words.value(indicator, *base).filter(|_| *worst != Worst::WidestGap);
            let value = |open: &str, close: &str| {
                value.as_ref().map_or_else(String::new, |value| format!("{open}{value}{close}"))
            };
            about(
                indicator,
                format!("从{since}起算，这是{from}至{to}间{zh}{}", value("（", "）")),
                format!("counted from {since}, which has {en} from {from} to {to}{}", value(" (", ")")),
            )
        }
        Pick::YearsSkipped { indicator, skipped, how } => {
            let periods: Vec<String> = skipped.iter().map(|at| words.period(*at)).collect();
            let periods = write::listed(&periods, Enumeration::Words, lang);
            let (zh, en) = match how {
                Skip::Between => (
                    format!("没有列出{periods}，数值比前后列出的都差"),
                    format!("{periods} left out, worse than before and after"),
                ),
                Skip::After => (
                    format!("的图没有画出{periods}，数值比图中最后一期差"),
                    format!("the chart leaves out {periods}, worse than where it ends"),
                ),
                Skip::Missing => {
                    (format!("缺{periods}的数值"), format!("there are no figures for {periods}"))
                }
            };
            about(indicator, zh, en)
        }
        Pick::OnlyImproved { worsened } => {
            let names: Vec<String> = worsened.iter().map(|id| name(id).to_owned()).collect();
            let names = write::listed(&names, Enumeration::Words, lang);
            if lang.is_chinese() {
                format!("展示的指标都有改善，没有展示的{names}变差了")
            } else {
                format!("Worse than at the start, and not shown among indicators that all improved: {names}")
            }
        }
        Pick::SeveralBenchmarks { indicator, benchmarks } => {
            let label = |id| book.benchmarks.get(id).map(|benchmark| benchmark.label.text(lang).to_owned());
            let labels: Vec<String> = benchmarks.iter().filter_map(label).collect();
            let labels = write::listed(&labels, Enumeration::Words, lang);
            about(indicator, format!("用了不同的对标值：{labels}"), format!("held against {labels}"))
        }
        Pick::PeersChanged { indicator, benchmark, then, now } => {
            let label = book.benchmarks.get(benchmark).map_or("", |benchmark| benchmark.label.text(lang));
            let [(before, few), (after, many)] = [*then, *now].map(|(at, n)| (words.period(at), n));
            let (zh, en) = if few == many {
                (
                    format!("对标的“{label}”，{before}和{after}都取自{few}家企业，但不是同一批"),
                    format!(
                        "“{label}” is taken over {few} enterprises in {before} and {few} others in {after}"
                    ),
                )
            } else {
                (
                    format!("对标的“{label}”，{before}取自{few}家企业，{after}取自{many}家"),
                    format!("“{label}” is taken over {few} enterprises in {before} and {many} in {after}"),
                )
            };
            about(indicator, zh, en)
        }
    }
}

struct Words<'a> {
    book: &'a Casebook,
    case: &'a Case,
    lang: Lang,
}

impl Words<'_> {
    fn period(&self, at: Period) -> String {
        write::with_article(at, self.lang)
    }

    /// The value of an indicator as the case shows it.
    fn value(&self, id: &Id, at: Period) -> Option<String> {
        let figures = self.book.figures_of(self.case, id);
        let value: Decimal = series::at(figures.observations.get(id)?, at)?;
        Some(Notation::of(self.book.indicators.get(id)?, figures.currency, self.lang).value(value))
    }
}
