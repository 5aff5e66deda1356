//! Tables of what there is: enterprises, cases, indicators, benchmarks and sources.

use super::figures::{UNITS, unit};
use super::{Column, Kind, column, in_each, public_cases};
use crate::base::{Decimal, Id, Localized, SitePath};
use crate::model::{
    Aggregation, BenchmarkKind, CaseKind, Casebook, Direction, Level, SourceKind, Statistic, Unit,
};
use crate::plan::{PageId, address};
use crate::view::figure::csv::{Csv, Field};

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) path: SitePath,
    pub(super) columns: &'static [Column],
    pub(super) about: (&'static str, &'static str),
    pub(super) text: String,
}

/// Every table.
pub(super) fn all(book: &Casebook) -> Vec<Table> {
    vec![
        enterprises(book),
        cases(book),
        indicators(book),
        benchmarks(book),
        benchmark_values(book),
        sources(book),
    ]
}

/// A table that is being filled.
struct Rows<'b> {
    book: &'b Casebook,
    csv: Csv,
}

/// What stands in the cells of a column.
enum Cell<'c> {
    One(Field<'c>),
    /// Words that are made for this cell.
    Made(String),
    /// One for each language.
    Each(Option<&'c Localized<String>>),
}

impl<'c> Cell<'c> {
    fn text(text: &'c str) -> Self {
        Self::One(Field::Text(text))
    }

    fn id(id: Option<&'c Id>) -> Self {
        Self::text(id.map_or("", Id::as_str))
    }

    fn number(number: Option<Decimal>) -> Self {
        Self::One(Field::maybe(number))
    }

    fn said(text: Option<&'c String>) -> Self {
        Self::text(text.map_or("", String::as_str))
    }

    fn written(thing: Option<impl ToString>) -> Self {
        Self::Made(thing.map(|t| t.to_string()).unwrap_or_default())
    }

    /// Ids, one after another.
    fn ids(ids: &[Id]) -> Self {
        Self::Made(ids.iter().map(Id::as_str).collect::<Vec<_>>().join(";"))
    }
}

impl Rows<'_> {
    fn row<const N: usize>(&mut self, cells: &[Cell<'_>; N]) {
        let mut row = Vec::with_capacity(2 * N);
        for cell in cells {
            match cell {
                Cell::One(field) => row.push(*field),
                Cell::Made(text) => row.push(Field::Text(text)),
                Cell::Each(text) => row.extend(in_each(self.book, *text).map(Field::Text)),
            }
        }
        self.csv.row(row);
    }
}

fn table(
    book: &Casebook,
    name: &'static str,
    about: (&'static str, &'static str),
    columns: &'static [Column],
    fill: impl FnOnce(&mut Rows<'_>),
) -> Table {
    let headings = column::headings(columns, &book.site.languages);
    let mut rows = Rows { book, csv: Csv::new(headings.iter().map(String::as_str)) };
    fill(&mut rows);
    Table { name, path: address::data_table(name), columns, about, text: rows.csv.into_text() }
}

fn enterprises(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The enterprise.", "企业。"),
        Column::new("name", Kind::Texts, "Its full name.", "全称。"),
        Column::new("short_name", Kind::Texts, "A shorter name.", "简称。"),
        Column::new("industry", Kind::Text, "Its industry.", "行业。"),
        Column::new("industry_name", Kind::Texts, "The industry's name.", "行业名称。"),
        Column::new("region", Kind::Text, "Its region.", "地区。"),
        Column::new("region_name", Kind::Texts, "The region's name.", "地区名称。"),
        Column::new(
            "level",
            Kind::Word(&["central", "provincial", "municipal", "other"]),
            "Who owns it.",
            "隶属。",
        ),
        Column::new("founded", Kind::Whole, "The year it was founded.", "成立年份。"),
        Column::new("website", Kind::Text, "Its website.", "网站。"),
    ];
    let words = &book.vocabulary;
    table(book, "enterprises", ("The enterprises.", "企业。"), COLUMNS, |rows| {
        for e in book.enterprises.values() {
            rows.row(&[
                Cell::text(e.id.as_str()),
                Cell::Each(Some(&e.name)),
                Cell::Each(e.short.as_ref()),
                Cell::text(e.industry.as_str()),
                Cell::Each(words.industries.get(&e.industry).map(|t| &t.name)),
                Cell::text(e.region.as_str()),
                Cell::Each(words.regions.get(&e.region).map(|t| &t.name)),
                Cell::text(e.level.map_or("", |level| match level {
                    Level::Central => "central",
                    Level::Provincial => "provincial",
                    Level::Municipal => "municipal",
                    Level::Other => "other",
                })),
                Cell::written(e.founded),
                Cell::said(e.website.as_ref()),
            ]);
        }
    })
}

fn cases(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The case.", "案例。"),
        Column::new(
            "kind",
            Kind::Word(&[CaseKind::ALL[0].name(), CaseKind::ALL[1].name()]),
            "A model enterprise as a whole, or a benchmarking project.",
            "标杆企业或标杆项目。",
        ),
        Column::new("enterprise", Kind::Of("enterprises"), "The enterprise it tells of.", "所写企业。"),
        Column::new("title", Kind::Texts, "Its title.", "标题。"),
        Column::new("summary", Kind::Texts, "Its summary.", "摘要。"),
        Column::new(
            "areas",
            Kind::Text,
            "Action areas, the main one first, with ; between.",
            "行动领域，以分号分隔，首个为主。",
        ),
        Column::new("systems", Kind::Text, "Management systems.", "体系。"),
        Column::new("abilities", Kind::Text, "Value abilities.", "能力。"),
        Column::new("stage", Kind::Text, "The stage of the campaign.", "阶段。"),
        Column::new("from", Kind::Period, "When it began.", "开始时间。"),
        Column::new("to", Kind::Period, "When it ended.", "结束时间。"),
        Column::new("tags", Kind::Text, "Tags.", "标签。"),
        Column::new(
            "indicators",
            Kind::Text,
            "The indicators that bear the story, the leading one first.",
            "支撑案例的指标，首个为主要指标。",
        ),
        Column::new("published", Kind::Date, "The day it was published.", "发布日期。"),
        Column::new("page", Kind::Texts, "Its page.", "页面地址。"),
    ];
    table(book, "cases", ("The cases.", "案例。"), COLUMNS, |rows| {
        for case in public_cases(book) {
            let said = |pick: fn(&crate::model::Text) -> Option<&String>| {
                let texts = case.texts.iter().filter_map(|(lang, text)| Some((lang, pick(text)?.clone())));
                Localized::new(texts.collect())
            };
            let (title, summary) = (said(|t| Some(&t.prose.title)), said(|t| t.prose.summary.as_ref()));
            let page = PageId::Case(case.id.clone());
            let pages = case
                .texts
                .iter()
                .map(|(lang, _)| (lang, address::absolute(&book.site.base_url, &address::of(lang, &page))));
            let pages = Localized::new(pages.collect());
            rows.row(&[
                Cell::text(case.id.as_str()),
                Cell::text(case.kind.name()),
                Cell::text(case.enterprise.as_str()),
                Cell::Each(title.as_ref()),
                Cell::Each(summary.as_ref()),
                Cell::ids(&case.areas),
                Cell::ids(&case.systems),
                Cell::ids(&case.abilities),
                Cell::id(case.stage.as_ref()),
                Cell::written(case.period.map(|p| p.from)),
                Cell::written(case.period.map(|p| p.to)),
                Cell::ids(&case.tags),
                Cell::ids(&case.indicators),
                Cell::written(case.published),
                Cell::Each(pages.as_ref()),
            ]);
        }
    })
}

fn indicators(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The indicator.", "指标。"),
        Column::new("name", Kind::Texts, "Its full name.", "名称。"),
        Column::new("short_name", Kind::Texts, "A shorter name.", "简称。"),
        Column::new("definition", Kind::Texts, "What it measures.", "含义。"),
        Column::new("formula", Kind::Texts, "How it is computed.", "算法。"),
        Column::new("unit", Kind::Word(UNITS), "What a value counts.", "计量单位的种类。"),
        Column::new(
            "unit_name",
            Kind::Texts,
            "The unit's name, where it has one of its own.",
            "自定单位的名称。",
        ),
        Column::new(
            "direction",
            Kind::Word(&["increase", "decrease", "hold", "range", "none"]),
            "Which way is better.",
            "方向。",
        ),
        Column::new(
            "within",
            Kind::Number,
            "How far from the reference a held value may be.",
            "保持类指标允许的偏离。",
        ),
        Column::new("min", Kind::Number, "The lower bound of a range.", "区间下限。"),
        Column::new("max", Kind::Number, "The upper bound of a range.", "区间上限。"),
        Column::new(
            "aggregation",
            Kind::Word(&["none", "sum"]),
            "Whether values can be added up.",
            "是否可以加总。",
        ),
        Column::new("area", Kind::Text, "The action area it belongs to.", "行动领域。"),
        Column::new("supersedes", Kind::Text, "The indicator it replaced.", "所取代的指标。"),
    ];
    table(book, "indicators", ("The indicators.", "指标。"), COLUMNS, |rows| {
        for i in book.indicators.values() {
            let named = if let Unit::Named(name) = &i.unit { Some(name) } else { None };
            let (direction, within, min, max) = match &i.direction {
                Direction::Increase => ("increase", None, None, None),
                Direction::Decrease => ("decrease", None, None, None),
                Direction::Hold { within } => ("hold", Some(*within), None, None),
                Direction::Range { min, max } => ("range", None, Some(*min), Some(*max)),
                Direction::None => ("none", None, None, None),
            };
            rows.row(&[
                Cell::text(i.id.as_str()),
                Cell::Each(Some(&i.name)),
                Cell::Each(i.short.as_ref()),
                Cell::Each(Some(&i.definition)),
                Cell::Each(i.formula.as_ref()),
                Cell::text(unit(&i.unit)),
                Cell::Each(named),
                Cell::text(direction),
                Cell::number(within),
                Cell::number(min),
                Cell::number(max),
                Cell::text(match i.aggregation {
                    Aggregation::None => "none",
                    Aggregation::Sum => "sum",
                }),
                Cell::id(i.area.as_ref()),
                Cell::id(i.supersedes.as_ref()),
            ]);
        }
    })
}

fn benchmarks(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The benchmark.", "对标对象。"),
        Column::new("name", Kind::Texts, "Its name.", "名称。"),
        Column::new("indicator", Kind::Of("indicators"), "The indicator it is for.", "所对指标。"),
        Column::new(
            "kind",
            Kind::Word(&["enterprise", "peer-statistic", "ladder", "limit", "own-past"]),
            "What it is.",
            "类型。",
        ),
        Column::new(
            "statistic",
            Kind::Text,
            "The statistic over peers: median, mean, p75 …",
            "同行统计量：中位数、平均数、75分位等。",
        ),
        Column::new(
            "past",
            Kind::Period,
            "The own past that a value is held against.",
            "作为参照的自身历史时期。",
        ),
        Column::new("industry", Kind::Text, "The industry it holds for.", "适用行业。"),
        Column::new(
            "currency",
            Kind::Text,
            "The currency of money; the enterprise's where none is given.",
            "金额的货币；未写明时与企业相同。",
        ),
        Column::new("source", Kind::Of("sources"), "Where it is written down.", "来源。"),
        Column::new("locator", Kind::Texts, "Where in the source it stands.", "在来源中的位置。"),
        Column::new("comparability", Kind::Texts, "How far the comparison carries.", "可比性。"),
    ];
    table(book, "benchmarks", ("What figures are held against.", "对标对象。"), COLUMNS, |rows| {
        for b in book.benchmarks.values() {
            let (kind, statistic, past) = match &b.kind {
                BenchmarkKind::Enterprise => ("enterprise", None, None),
                BenchmarkKind::PeerStatistic { statistic, .. } => ("peer-statistic", Some(*statistic), None),
                BenchmarkKind::Ladder { .. } => ("ladder", None, None),
                BenchmarkKind::Limit => ("limit", None, None),
                BenchmarkKind::OwnPast { period } => ("own-past", None, Some(*period)),
            };
            rows.row(&[
                Cell::text(b.id.as_str()),
                Cell::Each(Some(&b.label)),
                Cell::text(b.indicator.as_str()),
                Cell::text(kind),
                Cell::Made(statistic.map(statistic_name).unwrap_or_default()),
                Cell::written(past),
                Cell::id(b.industry.as_ref()),
                Cell::text(b.currency.as_ref().map_or("", |c| c.as_str())),
                Cell::id(b.source.as_ref()),
                Cell::Each(b.locator.as_deref()),
                Cell::Each(b.comparability.as_ref()),
            ]);
        }
    })
}

fn statistic_name(statistic: Statistic) -> String {
    match statistic {
        Statistic::Percentile(50) => "median".to_owned(),
        Statistic::Percentile(n) => format!("p{n}"),
        Statistic::Mean => "mean".to_owned(),
    }
}

fn benchmark_values(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("benchmark", Kind::KeyOf("benchmarks"), "The benchmark.", "对标对象。"),
        Column::new("period", Kind::KeyPeriod, "The period.", "时期。"),
        Column::new(
            "value",
            Kind::Number,
            "The value, exact; of a ladder, where its top band begins.",
            "精确数值；分档标准为最高档的界限。",
        ),
        Column::new(
            "excellent",
            Kind::Number,
            "Where the best band of a ladder begins.",
            "分档标准：优秀档界限。",
        ),
        Column::new("good", Kind::Number, "Where the second band begins.", "良好档界限。"),
        Column::new("average", Kind::Number, "Where the middle band begins.", "平均档界限。"),
        Column::new("low", Kind::Number, "Where the fourth band begins.", "较低档界限。"),
        Column::new("poor", Kind::Number, "Where the last band begins.", "较差档界限。"),
    ];
    let about = ("The values of benchmarks by period.", "对标值，每个时期一行。");
    table(book, "benchmark-values", about, COLUMNS, |rows| {
        for b in book.benchmarks.values() {
            for (period, value) in &b.values {
                let bands = match &b.kind {
                    BenchmarkKind::Ladder { bands } => bands.get(period),
                    _ => None,
                };
                rows.row(&[
                    Cell::text(b.id.as_str()),
                    Cell::written(Some(period)),
                    Cell::number(Some(*value)),
                    Cell::number(bands.map(|b| b.excellent)),
                    Cell::number(bands.map(|b| b.good)),
                    Cell::number(bands.map(|b| b.average)),
                    Cell::number(bands.map(|b| b.low)),
                    Cell::number(bands.map(|b| b.poor)),
                ]);
            }
        }
    })
}

fn sources(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The source.", "来源。"),
        Column::new("title", Kind::Texts, "Its title.", "标题。"),
        Column::new("producer", Kind::Texts, "Who made it.", "编制单位。"),
        Column::new(
            "kind",
            Kind::Word(&["annual-report", "filing", "statistics", "internal", "interview", "news"]),
            "What it is.",
            "类型。",
        ),
        Column::new("published", Kind::Date, "When it was published.", "发布日期。"),
        Column::new("accessed", Kind::Date, "When it was last looked at.", "查阅日期。"),
        Column::new("url", Kind::Text, "Where it can be found.", "网址。"),
        Column::new("citation", Kind::Texts, "A ready citation.", "引用格式。"),
        Column::new("license", Kind::Text, "Under which terms it may be used.", "使用条款。"),
    ];
    table(book, "sources", ("Where figures come from.", "数据来源。"), COLUMNS, |rows| {
        for s in book.sources.values() {
            rows.row(&[
                Cell::text(s.id.as_str()),
                Cell::Each(Some(&s.title)),
                Cell::Each(s.producer.as_ref()),
                Cell::text(match s.kind {
                    SourceKind::AnnualReport => "annual-report",
                    SourceKind::Filing => "filing",
                    SourceKind::Statistics => "statistics",
                    SourceKind::Internal => "internal",
                    SourceKind::Interview => "interview",
                    SourceKind::News => "news",
                }),
                Cell::written(s.published),
                Cell::written(s.accessed),
                Cell::said(s.url.as_ref()),
                Cell::Each(s.citation.as_ref()),
                Cell::said(s.license.as_ref()),
            ]);
        }
    })
}
