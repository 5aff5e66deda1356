//! Ways of writing that come along from Word and Excel: which one it is, and how it should look.

use crate::base::words::Saying;
use crate::base::words::quote::quoted;
use crate::base::words::slip::{self, DaySlip, FigureSlip, MomentSlip, PeriodSlip, RangeSlip};

pub(super) fn number(text: &str) -> Saying {
    let (slip, meant) = slip::figure(text);
    let write = meant.map(|m| format!("`{m}`"));
    let write = write.as_deref().unwrap_or("`9.4`");
    let (label, help) = match slip {
        FigureSlip::Percent => ("有百分号", format!("去掉百分号，写 {write}；单位已经写在指标里了")),
        FigureSlip::Unit { scale } => (
            "有单位",
            format!(
                "数值里不写单位：这里写 {write}，在这个指标下加一行 `scale: {scale}`，\
                年份和数值移到 `values` 里"
            ),
        ),
        FigureSlip::Currency => ("有货币符号", format!("只写 {write}；币种写在文件开头，如 `currency: CNY`")),
        FigureSlip::Grouped => (
            "有千分位",
            format!("去掉数字中间的逗号或空格，写 {write}；从 Excel 复制前，可把单元格格式设为「常规」"),
        ),
        FigureSlip::DecimalComma => ("逗号当了小数点", format!("小数点用英文句点，写 {write}")),
        FigureSlip::Bracketed => ("括号表示负数", format!("负数用减号，写 {write}")),
        FigureSlip::Approximate => (
            "约数",
            format!("只写 {write}；“约”“超过”这样的说明写在 `note` 里，估计数另加 `basis: estimate`"),
        ),
        FigureSlip::FullWidth => ("全角字符", format!("数字、小数点和减号用英文输入法重新打一遍：{write}")),
        FigureSlip::Formula => {
            ("公式", "在 Excel 里复制后，用「选择性粘贴」里的「数值」，再把算好的数抄过来".to_owned())
        }
        FigureSlip::Absent => (
            "不是数字",
            "没有数值就写 `{ value: null, note: { zh: 原因, en: … } }`，页面上会显示“暂缺”和原因".to_owned(),
        ),
        FigureSlip::Range => ("两个数", "只写一个数；上下限写在 `note` 里说明".to_owned()),
        FigureSlip::HanDigits => ("汉字数字", "用阿拉伯数字，如 `9.4`".to_owned()),
        FigureSlip::TooPrecise => {
            ("位数太多", "最多保留 28 位；多出来的通常是 Excel 算出的尾数，请按公布的位数取舍".to_owned())
        }
        FigureSlip::Other => ("不是数字", "只写数字，不加引号、单位和文字，如 `9.4`".to_owned()),
    };
    let message = match slip {
        FigureSlip::Absent | FigureSlip::Formula | FigureSlip::Other => {
            format!("这里要写数字，现在是 {}", quoted(text))
        }
        _ => format!("数字的写法不对：{}", quoted(text)),
    };
    Saying::new(message, label, help)
}

pub(super) fn date(text: &str) -> Saying {
    let (slip, meant) = slip::day(text);
    let write = meant.map(|m| format!("写成 `{m}`"));
    let write = write.as_deref().unwrap_or("写成四位年、两位月、两位日，如 `2025-02-18`");
    let (label, help) = match slip {
        DaySlip::Han => ("中文日期", format!("{write}；年月日之间用连字符")),
        DaySlip::Form => ("日期的写法", format!("{write}；年、月、日之间用连字符，月和日补足两位")),
        DaySlip::Serial => (
            "Excel 的天数",
            format!("{write}；这个数是 Excel 内部记的天数，复制前先把单元格格式设为「日期」"),
        ),
        DaySlip::WithTime => ("带着时刻", format!("{write}；这里只写到日")),
        DaySlip::NoDay => ("没有写到日", "补上月和日，如 `2025-02-18`".to_owned()),
        DaySlip::NoSuchDay => {
            ("没有这一天", "请核对月和日：这个月没有这么多天，或者月份超过了 12".to_owned())
        }
        DaySlip::Other => ("日期的写法", write.to_owned()),
    };
    let message = match slip {
        DaySlip::NoSuchDay => format!("没有这一天：{}", quoted(text)),
        DaySlip::NoDay => format!("日期没有写全：{}", quoted(text)),
        _ => format!("日期的写法不对：{}", quoted(text)),
    };
    Saying::new(message, label, help)
}

pub(super) fn moment(text: &str) -> Saying {
    let (slip, meant) = slip::moment(text);
    let write = meant.map(|m| format!("写成 `{m}`"));
    let write = write.as_deref().unwrap_or("写成 `2025-03-01T09:00:00+08:00` 的样子");
    let (label, help) = match slip {
        MomentSlip::NoZone => ("没有时区", format!("{write}；末尾的 `+08:00` 表示北京时间")),
        MomentSlip::NoTime => {
            ("没有时刻", format!("{write}，再把时刻改成需要的；末尾的 `+08:00` 表示北京时间"))
        }
        MomentSlip::Other => {
            ("时间的写法", format!("{write}：日期，字母 `T`，时刻，时区（北京时间是 `+08:00`）"))
        }
    };
    let message = match slip {
        MomentSlip::NoZone | MomentSlip::NoTime => format!("时间没有写全：{}", quoted(text)),
        MomentSlip::Other => format!("时间的写法不对：{}", quoted(text)),
    };
    Saying::new(message, label, help)
}

/// How each kind of period is written.
const PERIODS: &str = "年 `2024`，半年 `2024-H1`，季度 `2024-Q3`，月 `2024-05`";

pub(super) fn period(text: &str) -> Saying {
    let (label, help) = period_help(text);
    Saying::new(format!("时间的写法不对：{}", quoted(text)), label, help)
}

fn period_help(text: &str) -> (&'static str, String) {
    let (slip, meant) = slip::period(text);
    match (slip, meant) {
        (PeriodSlip::Han, Some(m)) => ("中文写法", format!("写成 `{m}`，不带“年”“月”等字")),
        (PeriodSlip::Marked, Some(m)) => {
            ("带着字母", format!("写成 `{m}`；是估计数的话，另加 `basis: estimate`"))
        }
        (PeriodSlip::Day, Some(m)) => ("写到了日", format!("写成 `{m}`；这里最细到月")),
        (_, Some(m)) => ("时间的写法", format!("写成 `{m}`")),
        (_, None) => ("时间的写法", format!("可以写：{PERIODS}")),
    }
}

pub(super) fn range(text: &str) -> Saying {
    let (slip, meant) = slip::range(text);
    let (label, help) = match (slip, meant) {
        (RangeSlip::Form, Some(m)) => ("起止的写法", format!("写成 `{m}`，中间是两个英文句点")),
        (RangeSlip::Backwards, Some(m)) => ("前后颠倒", format!("早的在前，写成 `{m}`")),
        (RangeSlip::One, Some(m)) => {
            ("只有一个时间", format!("写上起止两个时间，如 `{m}..{m}` 表示就在这一期"))
        }
        (_, _) => ("起止的写法", format!("写成 `2022-03..2024-12` 的样子；时间可以是{PERIODS}")),
    };
    Saying::new(format!("起止时间的写法不对：{}", quoted(text)), label, help)
}

/// What to do about the time in a claim.
pub(super) fn claim_period(text: &str) -> String {
    let inner = text.trim_matches(['{', '}']);
    let written = inner.rsplit(['@', ' ']).next().unwrap_or(inner);
    period_help(written).1
}
