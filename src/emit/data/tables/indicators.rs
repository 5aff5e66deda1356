//! The table of indicators.

use super::{Cell, Column, Kind, Table, table};
use crate::emit::data::figures::units;
use crate::model::{Aggregation, Casebook, Direction, Unit};

pub(super) fn indicators(book: &Casebook) -> Table {
    const COLUMNS: &[Column] = &[
        Column::new("id", Kind::Key, "The indicator.", "指标。"),
        Column::new("name", Kind::Texts, "Its full name.", "名称。"),
        Column::new("short_name", Kind::Texts, "A shorter name.", "简称。"),
        Column::new("definition", Kind::Texts, "What it measures.", "含义。"),
        Column::new("formula", Kind::Texts, "How it is computed.", "算法。"),
        Column::new("unit", Kind::Word(units), "What a value counts.", "计量单位的种类。"),
        Column::new(
            "unit_name",
            Kind::Texts,
            "The unit's name, where it has one of its own.",
            "自定单位的名称。",
        ),
        Column::new("direction", Kind::Word(|| Direction::NAMES.to_vec()), "Which way is better.", "方向。"),
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
            Kind::Word(|| Aggregation::ALL.map(Aggregation::name).to_vec()),
            "Whether values can be added up.",
            "是否可以加总。",
        ),
        Column::new("area", Kind::Text, "The action area it belongs to.", "行动领域。"),
        Column::new("supersedes", Kind::Text, "The indicator it replaced.", "所取代的指标。"),
    ];
    table(book, "indicators", ("The indicators.", "指标。"), COLUMNS, |rows| {
        for i in book.indicators.values() {
            let named = if let Unit::Named(name) = &i.unit { Some(name) } else { None };
            let (within, min, max) = match &i.direction {
                Direction::Hold { within } => (Some(*within), None, None),
                Direction::Range { min, max } => (None, Some(*min), Some(*max)),
                Direction::Increase | Direction::Decrease | Direction::None => (None, None, None),
            };
            rows.row(&[
                Cell::text(i.id.as_str()),
                Cell::Each(Some(&i.name)),
                Cell::Each(i.short.as_ref()),
                Cell::Each(Some(&i.definition)),
                Cell::Each(i.formula.as_ref()),
                Cell::text(i.unit.name()),
                Cell::Each(named),
                Cell::text(i.direction.name()),
                Cell::number(within),
                Cell::number(min),
                Cell::number(max),
                Cell::text(i.aggregation.name()),
                Cell::id(i.area.as_ref()),
                Cell::id(i.supersedes.as_ref()),
            ]);
        }
    })
}
