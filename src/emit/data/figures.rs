//! Figures: one row for each enterprise, indicator and period.

use std::collections::BTreeSet;

use super::{Column, File, Kind, column, in_each};
use crate::base::json::{self, List, Object};
use crate::base::{Decimal, Id, Localized, Period, SitePath};
use crate::measure::benchmark::{self, BenchmarkSeries};
use crate::measure::write::csv::{Csv, Field, fields};
use crate::measure::write::{self, Notation};
use crate::model::{Basis, Case, Casebook, Enterprise, Figures, Indicator, Observation, Target, Unit, Value};
use crate::plan::address;

/// The tables of figures by enterprise.
pub(super) const BY_ENTERPRISE: Group = Group {
    name: "figures-by-enterprise",
    folder: "enterprises",
    columns: &SHARED,
    about: (
        "Every figure of an enterprise, a file for each: one row for each indicator and period.",
        "企业的全部数据，一家企业一个文件：每个指标、每个时期一行。",
    ),
};

/// The same rows by indicator.
pub(super) const BY_INDICATOR: Group = Group {
    name: "figures-by-indicator",
    folder: "indicators",
    about: (
        "The same rows, a file for each indicator, with every enterprise that has figures for it.",
        "同样的数据，一个指标一个文件，列出有数值的全部企业。",
    ),
    ..BY_ENTERPRISE
};

/// The tables of figures that are a case's own.
pub(super) const OF_CASES: Group = Group {
    name: "figures-of-cases",
    folder: "cases",
    columns: &OF_A_CASE,
    about: (
        "Figures of a project itself and not of its enterprise, a file for each case that has some.",
        "项目自身（而不是企业整体）的数据，一个案例一个文件。",
    ),
};

/// Several files of one form.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub(super) name: &'static str,
    folder: &'static str,
    pub(super) columns: &'static [Column],
    pub(super) about: (&'static str, &'static str),
}

impl Group {
    /// Where the table of one thing lies.
    pub(super) fn table(&self, id: &Id) -> SitePath {
        address::data(self.folder, id, "csv")
    }

    fn file(&self, id: &Id, csv: Csv, json: String) -> File {
        File {
            table: self.table(id),
            rows: csv.into_text(),
            json: (address::data(self.folder, id, "json"), json),
        }
    }
}

/// How sure a figure is, or why there is none.
fn statuses() -> Vec<&'static str> {
    Basis::ALL.map(Basis::name).into_iter().chain([NOT_AVAILABLE, NOT_DISCLOSED]).collect()
}

const NOT_AVAILABLE: &str = "not-available";
const NOT_DISCLOSED: &str = "not-disclosed";

/// What a value counts.
pub(super) fn units() -> Vec<&'static str> {
    Unit::PLAIN.iter().map(Unit::name).chain([Unit::NAMED]).collect()
}

const SHARED: [Column; 18] = [
    Column::new("enterprise", Kind::KeyOf("enterprises"), "The enterprise.", "企业。"),
    Column::new("enterprise_name", Kind::Texts, "Its name.", "企业名称。"),
    Column::new("indicator", Kind::KeyOf("indicators"), "The indicator.", "指标。"),
    Column::new("indicator_name", Kind::Texts, "Its name.", "指标名称。"),
    Column::new(
        "period",
        Kind::KeyPeriod,
        "The period: a year, half-year, quarter or month.",
        "时期：年、半年、季度或月。",
    ),
    Column::new(
        "value",
        Kind::Number,
        "The value, exact: percent as 9.4 for 9.4 %, money in whole units of the currency.",
        "精确数值：9.4%写作9.4；金额以该货币的基本单位（如元）计。",
    ),
    Column::new("unit", Kind::Word(units), "What the value counts.", "计量单位的种类。"),
    Column::new("unit_name", Kind::Texts, "The unit as readers see it.", "单位的写法。"),
    Column::new("currency", Kind::Text, "The currency of money (ISO 4217).", "金额的货币（ISO 4217）。"),
    Column::new(
        "status",
        Kind::Word(statuses),
        "How sure the value is, or why there is none.",
        "数值的口径；没有数值时为原因。",
    ),
    Column::new(
        "benchmark",
        Kind::Of("benchmarks"),
        "The benchmark that the indicator is held against.",
        "对标对象。",
    ),
    Column::new("benchmark_value", Kind::Number, "The benchmark's value at this period.", "该时期的对标值。"),
    Column::new("target", Kind::Number, "The value aimed at for this period.", "该时期的目标值。"),
    Column::new("source", Kind::Of("sources"), "Where the value comes from.", "数值的来源。"),
    Column::new("locator", Kind::Texts, "Where in the source it stands.", "在来源中的位置。"),
    Column::new("note", Kind::Texts, "What to know about the value.", "说明。"),
    Column::new("target_source", Kind::Of("sources"), "Where the target is written down.", "目标值的来源。"),
    Column::new("target_locator", Kind::Texts, "Where in that source it stands.", "目标值在来源中的位置。"),
];

/// The same behind the case whose figures they are.
const OF_A_CASE: [Column; SHARED.len() + 1] = {
    let mut all = [Column::new("case", Kind::KeyOf("cases"), "The case.", "案例。"); SHARED.len() + 1];
    let mut at = 0;
    while at < SHARED.len() {
        all[at + 1] = SHARED[at];
        at += 1;
    }
    all
};

/// The figures of an enterprise.
pub(super) fn of_enterprise(book: &Casebook, enterprise: &Enterprise) -> File {
    let mut csv =
        Csv::new(column::headings(BY_ENTERPRISE.columns, &book.site.languages).iter().map(String::as_str));
    let who = who(book, enterprise);
    let json = json::object(|o| {
        o.object("enterprise", |o| name(o, book, &enterprise.id, &enterprise.name));
        o.list("indicators", |list| {
            for id in indicators(&enterprise.figures) {
                let rows = Rows::of(book, &enterprise.figures, book.indicator(id));
                rows.write(&mut csv, &who);
                list.object(|o| rows.json(o, id, &rows.indicator.name));
            }
        });
    });
    BY_ENTERPRISE.file(&enterprise.id, csv, json)
}

/// The figures of all enterprises for an indicator.
pub(super) fn of_indicator(book: &Casebook, indicator: &Indicator) -> File {
    let mut csv =
        Csv::new(column::headings(BY_INDICATOR.columns, &book.site.languages).iter().map(String::as_str));
    let json = json::object(|o| {
        o.object("indicator", |o| {
            name(o, book, &indicator.id, &indicator.name);
            o.text("unit", indicator.unit.name());
        });
        o.list("enterprises", |list| {
            for enterprise in book.enterprises.values() {
                let rows = Rows::of(book, &enterprise.figures, indicator);
                if !rows.periods.is_empty() {
                    rows.write(&mut csv, &who(book, enterprise));
                    list.object(|o| rows.json(o, &enterprise.id, &enterprise.name));
                }
            }
        });
    });
    BY_INDICATOR.file(&indicator.id, csv, json)
}

/// The figures that are a case's own.
pub(super) fn of_case(book: &Casebook, case: &Case) -> File {
    let enterprise = book.enterprise(&case.enterprise);
    let mut csv =
        Csv::new(column::headings(OF_CASES.columns, &book.site.languages).iter().map(String::as_str));
    let who = fields([Field::Text(case.id.as_str()), Field::Written(&who(book, enterprise))]);
    let json = json::object(|o| {
        o.text("case", case.id.as_str());
        o.object("enterprise", |o| name(o, book, &enterprise.id, &enterprise.name));
        o.list("indicators", |list| {
            for id in indicators(&case.figures) {
                let rows = Rows::of(book, &case.figures, book.indicator(id));
                rows.write(&mut csv, &who);
                list.object(|o| rows.json(o, id, &rows.indicator.name));
            }
        });
    });
    OF_CASES.file(&case.id, csv, json)
}

/// Whether there are any.
pub(super) fn are_given(figures: &Figures) -> bool {
    !(figures.observations.is_empty() && figures.targets.is_empty())
}

/// Everything that figures have been given for.
fn indicators(figures: &Figures) -> BTreeSet<&Id> {
    figures.observations.keys().chain(figures.targets.keys()).collect()
}

/// The fields that say whose a figure is.
fn who(book: &Casebook, enterprise: &Enterprise) -> String {
    let id = Field::Text(enterprise.id.as_str());
    fields(std::iter::once(id).chain(in_each(book, Some(&enterprise.name)).map(Field::Text)))
}

/// The figures of one subject for one indicator, by period.
struct Rows<'a> {
    book: &'a Casebook,
    figures: &'a Figures,
    indicator: &'a Indicator,
    benchmark: Option<BenchmarkSeries<'a>>,
    target: Option<&'a Target>,
    periods: BTreeSet<Period>,
}

/// What there is at one period.
struct Row<'a> {
    observed: Option<&'a Observation>,
    benchmark: Option<Decimal>,
    target: Option<Decimal>,
}

impl<'a> Rows<'a> {
    fn of(book: &'a Casebook, figures: &'a Figures, indicator: &'a Indicator) -> Self {
        let observed = figures.observations.get(&indicator.id);
        let target = figures.targets.get(&indicator.id);
        let periods: BTreeSet<Period> = observed
            .iter()
            .flat_map(|series| series.keys())
            .chain(target.iter().flat_map(|t| t.values.keys()))
            .copied()
            .collect();
        let benchmark =
            if periods.is_empty() { None } else { benchmark::series(book, figures, &indicator.id) };
        Self { book, figures, indicator, benchmark, target, periods }
    }

    fn at(&self, period: Period) -> Row<'a> {
        Row {
            observed: self.figures.observations.get(&self.indicator.id).and_then(|s| s.get(&period)),
            benchmark: self.benchmark.as_ref().and_then(|b| b.at(period)),
            target: self.target.and_then(|t| t.values.get(&period).copied()),
        }
    }

    /// The currency, where it says anything.
    fn currency(&self) -> &str {
        let currency = self.figures.currency.as_ref().filter(|_| self.indicator.unit.is_money());
        currency.map_or("", |c| c.as_str())
    }

    /// Adds the rows to a table; `who` says whose they are.
    fn write(&self, csv: &mut Csv, who: &str) {
        let book = self.book;
        let id = Field::Text(self.indicator.id.as_str());
        let what =
            fields(std::iter::once(id).chain(in_each(book, Some(&self.indicator.name)).map(Field::Text)));
        let names: Vec<String> = book
            .site
            .languages
            .iter()
            .map(|&lang| Notation::of(self.indicator, self.figures.currency, lang).scale([]).unit())
            .collect();
        let unit = fields(
            std::iter::once(Field::Text(self.indicator.unit.name()))
                .chain(names.iter().map(|name| Field::Text(name)))
                .chain([Field::Text(self.currency())]),
        );
        for &period in &self.periods {
            let row = self.at(period);
            let source = row.observed.and_then(|o| o.source.as_ref());
            let aimed = self.target.filter(|_| row.target.is_some());
            let locator = texts(book, row.observed.and_then(|o| o.locator.as_deref()));
            let note = texts(book, row.observed.and_then(|o| o.note.as_deref()));
            let target_locator = texts(book, aimed.and_then(|t| t.locator.as_deref()));
            csv.row([
                Field::Written(who),
                Field::Written(&what),
                Field::Text(&period.to_string()),
                Field::maybe(row.value()),
                Field::Written(&unit),
                Field::Text(row.status()),
                id_or_blank(
                    self.benchmark.as_ref().filter(|_| row.benchmark.is_some()).map(|b| &b.benchmark.id),
                ),
                Field::maybe(row.benchmark),
                Field::maybe(row.target),
                id_or_blank(source),
                Field::Written(&locator),
                Field::Written(&note),
                id_or_blank(aimed.and_then(|t| t.source.as_ref())),
                Field::Written(&target_locator),
            ]);
        }
    }

    /// Writes the same as JSON; `id` and `title` are those of what the rows are listed under.
    fn json(&self, o: &mut Object<'_>, id: &Id, title: &Localized<String>) {
        name(o, self.book, id, title);
        o.text("unit", self.indicator.unit.name());
        o.some_text("currency", self.currency());
        o.some_text("benchmark", self.benchmark.as_ref().map_or("", |b| b.benchmark.id.as_str()));
        o.list("figures", |list| self.periods.iter().for_each(|&period| self.figure(list, period)));
    }

    fn figure(&self, list: &mut List<'_>, period: Period) {
        let row = self.at(period);
        list.object(|o| {
            o.text("period", &period.to_string());
            let mut number = |key: &str, value: Option<Decimal>| {
                if let Some(value) = value {
                    o.value(key, |out| write::push_machine(out, value));
                }
            };
            number("value", row.value());
            number("benchmark", row.benchmark);
            number("target", row.target);
            o.some_text("status", row.status());
            if let Some(observed) = row.observed {
                o.some_text("source", observed.source.as_ref().map_or("", Id::as_str));
                localized(o, self.book, "locator", observed.locator.as_deref());
                localized(o, self.book, "note", observed.note.as_deref());
            }
            if let Some(target) = self.target.filter(|_| row.target.is_some()) {
                o.some_text("target_source", target.source.as_ref().map_or("", Id::as_str));
                localized(o, self.book, "target_locator", target.locator.as_deref());
            }
        });
    }
}

impl Row<'_> {
    fn value(&self) -> Option<Decimal> {
        self.observed?.value.known()
    }

    fn status(&self) -> &'static str {
        self.observed.map_or("", |observed| match observed.value {
            Value::NotAvailable => NOT_AVAILABLE,
            Value::NotDisclosed => NOT_DISCLOSED,
            Value::Known(_) => observed.basis.name(),
        })
    }
}

fn id_or_blank(id: Option<&Id>) -> Field<'_> {
    id.map_or(Field::Blank, |id| Field::Text(id.as_str()))
}

/// A field for each language.
fn texts(book: &Casebook, text: Option<&Localized<String>>) -> String {
    fields(in_each(book, text).map(Field::Text))
}

/// Adds what something is known by.
fn name(o: &mut Object<'_>, book: &Casebook, id: &Id, name: &Localized<String>) {
    o.text("id", id.as_str());
    localized(o, book, "name", Some(name));
}

/// Adds a text in the languages that it has.
fn localized(o: &mut Object<'_>, book: &Casebook, key: &str, text: Option<&Localized<String>>) {
    let Some(text) = text else { return };
    o.object(key, |o| {
        for &lang in &book.site.languages {
            if let Some(text) = text.get(lang) {
                o.text(lang.as_str(), text);
            }
        }
    });
}
