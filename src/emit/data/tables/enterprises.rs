//! The table of enterprises.

use super::{Cell, Column, Kind, Table, table};
use crate::model::{Casebook, Level};

pub(super) fn enterprises(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The enterprise.", "企业。"),
        Column::new("name", Kind::Texts, "Its full name.", "全称。"),
        Column::new("short_name", Kind::Texts, "A shorter name.", "简称。"),
        Column::new("industry", Kind::Text, "Its industry.", "行业。"),
        Column::new("industry_name", Kind::Texts, "The industry's name.", "行业名称。"),
        Column::new("region", Kind::Text, "Its region.", "地区。"),
        Column::new("region_name", Kind::Texts, "The region's name.", "地区名称。"),
        Column::new("level", Kind::Word(|| Level::ALL.map(Level::name).to_vec()), "Who owns it.", "隶属。"),
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
                Cell::text(e.level.map_or("", Level::name)),
                Cell::written(e.founded),
                Cell::said(e.website.as_ref()),
            ]);
        }
    })
}
