//! About the form of YAML files: signs, keys, shapes, choices.

use super::{SEPARATOR, name};
use crate::base::problem::{Shape, YamlFault, YamlFeature};
use crate::base::words::Saying;
use crate::base::words::quote::{listed, quoted};

pub(super) fn fault(fault: YamlFault) -> Saying {
    let (message, label, help) = match fault {
        YamlFault::Tab => {
            ("缩进用了 Tab 键，这里只能用空格", "这里是 Tab", "删掉它，改按空格键：每缩进一级，按两个空格")
        }
        YamlFault::Indentation => {
            ("这一行的缩进和上下行对不齐", "从这里错开", "同一级的各行左边要对齐，下一级比上一级多两个空格")
        }
        YamlFault::UnclosedQuote => (
            "引号只有前一半",
            "引号从这里开始",
            "在这段文字末尾补上同样的引号；文字里面要用引号的话，用中文的“”",
        ),
        YamlFault::UnclosedBracket => {
            ("括号没有成对", "括号从这里开始", "补上对应的 `]` 或 `}`；括号里各项之间用英文逗号")
        }
        YamlFault::Colon => (
            "这一行的冒号让程序读不懂",
            "冒号",
            "冒号和逗号都用英文的，后面空一格，如 `title: 一条轧线的三年`；文字里本来就有冒号的，\
            给整段文字加上英文双引号",
        ),
        YamlFault::FullWidthColon => (
            "这里用了中文冒号“：”",
            "中文冒号",
            "换成英文冒号，再空一格，如 `title: 一条轧线的三年`；输入前先把输入法切到英文",
        ),
        YamlFault::Comma => (
            "花括号里的英文逗号把一项断成了两截",
            "从这里断开了",
            "数字去掉千分位逗号，如 `1,234` 写 `1234`；文字里要用英文逗号的，给整段文字加上英文双引号，\
            如 `{ en: \"Steel, ports\" }`",
        ),
        YamlFault::ReservedCharacter => {
            ("这段文字开头的符号有特殊用途", "特殊符号", "给整段文字加上英文双引号，如 `\"@总部\"`")
        }
        YamlFault::Other => (
            "从这里起读不懂了",
            "到这里读不下去",
            "看看这一行和上一行：冒号后有没有空格，引号和括号是否成对，缩进是否对齐",
        ),
    };
    Saying::new(message, label, help)
}

pub(super) fn feature(feature: YamlFeature) -> Saying {
    let (message, help) = match feature {
        YamlFeature::Anchor => {
            ("文字不能直接以 `&` 开头", "给整段文字加上英文双引号；内容相同的地方，请各写一遍")
        }
        YamlFeature::Alias => {
            ("文字不能直接以 `*` 开头", "给整段文字加上英文双引号；内容相同的地方，请各写一遍")
        }
        YamlFeature::Tag => ("文字不能直接以 `!` 开头", "给整段文字加上英文双引号"),
        YamlFeature::MergeKey => ("这里不能用 `<<` 合并内容", "把要用的内容在这里再写一遍"),
        YamlFeature::SecondDocument => {
            ("一个文件里只能有一份内容", "删掉这一行 `---` 和它下面的内容，或把下面的内容移到另一个文件")
        }
        YamlFeature::ComplexKey => ("冒号前面只能是一个词或一个年份", "去掉冒号前面的括号和问号"),
    };
    Saying::new(message, "不能这样写", help)
}

pub(super) fn key_unknown(key: &str, suggestion: Option<&str>, known: &[String]) -> Saying {
    let help = if let Some(word) = suggestion {
        format!("是不是想写 {}？", quoted(word))
    } else if key.contains(['：', '，']) {
        "里面有中文标点：冒号和逗号换成英文的，后面空一格，如 `{ zh: 华岚钢铁, en: Hualan Steel }`".to_owned()
    } else {
        format!("这里可以写：{}", listed(known, SEPARATOR))
    };
    Saying::new(format!("这里没有 {} 这一项", quoted(key)), "没有这一项", help)
}

pub(super) fn key_missing(key: &str) -> Saying {
    let help = match key {
        "within" | "hold" => {
            "写成 `direction: { hold: { within: 1.0 } }`，数字是允许上下浮动的幅度".to_owned()
        }
        "min" | "max" => "上下限都要写：`direction: { range: { min: 40, max: 65 } }`".to_owned(),
        _ => format!("加一行 `{key}: {}`", name::example(key)),
    };
    Saying::new(format!("缺少必填的 `{key}`"), format!("这里要有 `{key}`"), help)
}

pub(super) fn type_wrong(expected: Shape, found: Shape) -> Saying {
    let should = name::shape(expected);
    let message = match (expected, found) {
        (Shape::LocalizedText, Shape::Text) => "这段文字要分语言来写".to_owned(),
        (Shape::WholeNumber, Shape::Number) => "这里应该是整数".to_owned(),
        _ => format!("这里应该是{should}，现在是{}", name::shape(found)),
    };
    Saying::new(message, format!("应是{should}"), how_to_write(expected, found))
}

fn how_to_write(expected: Shape, found: Shape) -> &'static str {
    match (expected, found) {
        (_, Shape::Null) => "这里还是空的，请填上内容；用不着的话，把整行或整个文件删掉",
        (Shape::Mapping, Shape::Text) => {
            "下面各行要写成 `名称: 内容`，用英文冒号，后面空一格；中文冒号“：”不行"
        }
        (Shape::Mapping, _) => "下面各行要写成 `名称: 内容`，比这一行多缩进两个空格",
        (Shape::List, _) => "放进方括号，用英文逗号隔开，如 `[roe, total-profit]`；只有一项也要方括号",
        (Shape::Text, Shape::Mapping) => "文字里有英文冒号时，给整段文字加上英文双引号",
        (Shape::Text, Shape::Number | Shape::WholeNumber | Shape::YesNo) => {
            "给它加上英文双引号，如 `\"2024\"`"
        }
        (Shape::Text, _) => "这里只写一段文字，不要方括号、花括号和行首的短横",
        (Shape::LocalizedText, _) => "每种语言各写一份：`{ zh: 华岚钢铁, en: Hualan Steel }`",
        (Shape::Number, _) => "只写数字，不加引号、单位和千分位逗号，如 `9.4`",
        (Shape::WholeNumber, _) => "只写整数，不加引号和小数点，如 `1958`",
        (Shape::YesNo, _) => "写 `true`（是）或 `false`（否），不加引号",
        (Shape::Null, _) => "删掉冒号后面的内容",
        (Shape::TextOrMapping, _) => "写一个词，或一组 `{ 名称: 内容 }`",
        (Shape::NumberOrMapping, _) => {
            "写一个数字，如 `9.4`；要加说明就写 `{ value: 9.4, note: { zh: …, en: … } }`"
        }
    }
}

pub(super) fn value_unknown(value: &str, suggestion: Option<&str>, allowed: &[String]) -> Saying {
    let help = match suggestion {
        Some(word) => format!("是不是想写 {}？可以选：{}", quoted(word), listed(allowed, SEPARATOR)),
        None => format!("可以选：{}", listed(allowed, SEPARATOR)),
    };
    Saying::new(format!("这里不能写 {}", quoted(value)), "不在可选之列", help)
}
