//! What things are called.

use crate::base::problem::{Kind, Shape};

/// One or several of that kind.
pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Indicator => "指标",
        Kind::Benchmark => "对标值",
        Kind::Source => "数据来源",
        Kind::Enterprise => "企业",
        Kind::Case => "案例",
        Kind::Page => "页面",
        Kind::Industry => "行业",
        Kind::Region => "地区",
        Kind::Area => "行动领域",
        Kind::System => "体系",
        Kind::Ability => "能力",
        Kind::Stage => "阶段",
        Kind::Tag => "标签",
        Kind::GlossaryEntry => "术语",
    }
}

/// A value of that shape.
pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Mapping => "若干行“名称: 内容”",
        Shape::List => "列表",
        Shape::Text => "一段文字",
        Shape::LocalizedText => "每种语言各一份的文字",
        Shape::Number => "数字",
        Shape::WholeNumber => "整数",
        Shape::YesNo => "`true` 或 `false`",
        Shape::Null => "空白",
        Shape::TextOrMapping => "一个词或一组内容",
        Shape::NumberOrMapping => "数字或一组内容",
    }
}

/// The language of that tag; the tag itself where it has no name here.
pub(super) fn language(tag: &str) -> String {
    match tag {
        "zh" => "中文".to_owned(),
        "en" => "英文".to_owned(),
        "fr" => "法文".to_owned(),
        "ru" => "俄文".to_owned(),
        "es" => "西班牙文".to_owned(),
        "ar" => "阿拉伯文".to_owned(),
        "pt" | "pt-br" => "葡萄牙文".to_owned(),
        "de" => "德文".to_owned(),
        "ja" => "日文".to_owned(),
        "ko" => "韩文".to_owned(),
        _ => format!(" `{tag}` "),
    }
}

/// How a required key may be filled in.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "name" | "label" => "{ zh: 中文名, en: English name }",
        "definition" | "description" | "text" | "alt" | "term" => "{ zh: 中文, en: English }",
        "unit" => "percent",
        "direction" => "increase",
        "languages" => "[zh, en]",
        "casebook" => "1",
        "base_url" => "https://example.org/",
        "areas" => "[efficiency]",
        "values" => "{ 2023: 8.3, 2024: 9.4 }",
        "period" | "date" | "from" | "to" => "2024",
        "file" => "media/strip.jpg",
        "value" => "9.4",
        "id" => "steel",
        _ => "…",
    }
}
