//! The table of cases.

use super::{Cell, Column, Kind, Table, table};
use crate::base::Localized;
use crate::emit::data::public_cases;
use crate::model::{CaseKind, Casebook, Text};
use crate::plan::{PageId, address};

pub(super) fn cases(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The case.", "案例。"),
        Column::new(
            "kind",
            Kind::Word(|| CaseKind::ALL.map(CaseKind::name).to_vec()),
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
            let said = |pick: fn(&Text) -> Option<&String>| {
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
