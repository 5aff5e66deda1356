//! The table of sources.

use super::{Cell, Column, Kind, Table, table};
use crate::model::{Casebook, SourceKind};

pub(super) fn sources(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The source.", "来源。"),
        Column::new("title", Kind::Texts, "Its title.", "标题。"),
        Column::new("producer", Kind::Texts, "Who made it.", "编制单位。"),
        Column::new(
            "kind",
            Kind::Word(|| SourceKind::ALL.map(SourceKind::name).to_vec()),
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
                Cell::text(s.kind.name()),
                Cell::written(s.published),
                Cell::written(s.accessed),
                Cell::said(s.url.as_ref()),
                Cell::Each(s.citation.as_ref()),
                Cell::said(s.license.as_ref()),
            ]);
        }
    })
}
