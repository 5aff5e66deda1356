//! The one figure that leads a case, for cards and lists.

use super::sentence::{self, Story};
use super::write::Notation;
use crate::base::{Id, Lang, Period};
use crate::model::{Case, Casebook};

/// A figure in a few finished words, unescaped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Headline {
    /// The indicator.
    pub indicator: Id,
    /// Its name for a label.
    pub label: String,
    /// The period of the value.
    pub period: Period,
    /// The latest known value: `9.4%`.
    pub value: String,
    /// Its change since the baseline: `较2021年提高3.2个百分点`, `up 3.2 percentage points since 2021`.
    pub change: Option<String>,
    /// Its place against the benchmark, by name: `落后世界一流（钢铁）1.5个百分点`,
    /// `1.5 percentage points behind World class (steel)`.
    pub against: Option<String>,
    /// Whether the value may still change.
    pub provisional: bool,
    /// Whether that is good.
    pub judged: sentence::Judged,
}

/// The lead figure of a case: the first of its indicators that has a known value, else the first core indicator
/// of which its enterprise has one.
pub fn headline(book: &Casebook, case: &Case, lang: Lang) -> Option<Headline> {
    let own = case.indicators.iter().chain(case.figures.observations.keys());
    own.chain(&book.site.core_indicators).find_map(|indicator| of_indicator(book, case, indicator, lang))
}

fn of_indicator(book: &Casebook, case: &Case, indicator: &Id, lang: Lang) -> Option<Headline> {
    let story = Story::of(book, book.figures_of(case, indicator), indicator)?;
    let name = story.benchmark.as_ref().map(|series| series.benchmark.label.text(lang));
    let short = sentence::short(&story, name, lang)?;
    Some(Headline {
        indicator: indicator.clone(),
        label: story.indicator.label().text(lang).to_owned(),
        period: short.at,
        value: Notation::of(story.indicator, story.currency, lang).value(short.value),
        change: short.change,
        against: short.against,
        provisional: short.provisional,
        judged: short.judged,
    })
}

#[cfg(test)]
mod tests {
    use super::headline;
    use crate::base::Lang;
    use crate::measure::sample::{
        benchmark, book, case, enterprise, figures, id, indicator, roe, series, target, value,
    };
    use crate::model::{BenchmarkKind, Casebook, Direction, Figures, Indicator, Unit};

    const WORLD: [(&str, &str); 2] = [("2021", "12.1"), ("2024", "10.9")];

    fn casebook(indicator: &Indicator, own: &[(&str, &str)], kind: BenchmarkKind) -> Casebook {
        let figures = Figures {
            targets: [(id("roe"), target(Some("2021"), &[("2025", "10")]))].into_iter().collect(),
            benchmarks: [(id("roe"), id("world-class"))].into_iter().collect(),
            ..figures(indicator, series(own))
        };
        let mut book = book(indicator.clone(), [enterprise("hualan", "steel", figures)]);
        book.benchmarks.insert(id("world-class"), benchmark(kind, &WORLD));
        book
    }

    #[test]
    fn a_card_shows_the_value_its_change_and_its_place() {
        let [plain, limit] = [BenchmarkKind::Enterprise, BenchmarkKind::Limit];
        let debt = indicator(Unit::Percent, 1, Direction::Decrease);
        let hold = indicator(Unit::Percent, 1, Direction::Hold { within: value("1") });
        #[rustfmt::skip]
        let situations = [
            (&roe(), &[("2021", "6.2"), ("2024", "9.4")][..], &plain,
                "9.4% | 较2021年提高3.2个百分点 | 落后世界一流1.5个百分点",
                "9.4% | up 3.2 percentage points since 2021 | 1.5 percentage points behind World class"),
            (&roe(), &[("2021", "9.4"), ("2024", "9.4")], &plain,
                "9.4% | 与2021年持平 | 落后世界一流1.5个百分点",
                "9.4% | unchanged since 2021 | 1.5 percentage points behind World class"),
            (&roe(), &[("2024", "10.9")], &plain, "10.9% | - | 与世界一流持平", "10.9% | - | level with World class"),
            (&debt, &[("2021", "11"), ("2024", "9.4")], &plain,
                "9.4% | 较2021年下降1.6个百分点 | 领先世界一流1.5个百分点",
                "9.4% | down 1.6 percentage points since 2021 | 1.5 percentage points ahead of World class"),
            (&debt, &[("2024", "9.4")], &limit,
                "9.4% | - | 比限值（10.9%）低1.5个百分点",
                "9.4% | - | 1.5 percentage points below the limit of 10.9%"),
            (&hold, &[("2024", "10.5")], &plain,
                // Held at its target, as its status is.
                "10.5% | - | 在9.0%至11.0%的区间内",
                "10.5% | - | inside the range of 9.0% to 11.0%"),
            (&roe(), &[("2023", "8.3"), ("2024", "?")], &plain, "8.3% | - | -", "8.3% | - | -"),
        ];
        for (indicator, own, kind, zh, en) in situations {
            let book = casebook(indicator, own, kind.clone());
            let story = case("hualan", Figures::default());
            let card = |lang| {
                let found = headline(&book, &story, lang).unwrap();
                let or_dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
                format!("{} | {} | {}", found.value, or_dash(found.change), or_dash(found.against))
            };
            assert_eq!([card(Lang::ZH), card(Lang::EN)], [zh, en]);
        }
    }

    #[test]
    fn the_figures_of_the_project_lead() {
        let book = casebook(&roe(), &[("2024", "9.4")], BenchmarkKind::Enterprise);
        let story = case("hualan", figures(&roe(), series(&[("2024", "~50")])));
        let found = headline(&book, &story, Lang::EN).unwrap();
        assert_eq!((found.value.as_str(), found.provisional), ("50.0%", true));
    }

    #[test]
    fn a_case_without_figures_has_no_headline() {
        let book = casebook(&roe(), &[("2024", "x")], BenchmarkKind::Enterprise);
        assert_eq!(headline(&book, &case("hualan", Figures::default()), Lang::EN), None);
    }
}
