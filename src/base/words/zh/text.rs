//! About texts: links, pictures, figures in sentences.

use super::{SEPARATOR, slip};
use crate::base::problem::{ChartLack, ClaimFault, ImageFault, LinkFault, NoFigure};
use crate::base::words::Saying;
use crate::base::words::quote::{listed, quoted};

pub(super) fn scheme(scheme: &str) -> Saying {
    if scheme == "//" {
        return Saying::new("链接不能以 `//` 开头", "缺前半段", "写全网址，如 `https://example.org/`");
    }
    // A drive letter reads as a scheme: `C:\…`.
    if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") {
        return Saying::new(
            "链接指向了您自己电脑里的文件，读者打不开",
            "本机文件",
            "把文件放到网上，再用它的 `https://` 网址；图片放进案例的 `media` 文件夹",
        );
    }
    Saying::new(
        format!("不能用 {} 开头的链接", quoted(&format!("{scheme}:"))),
        "不允许",
        "网页用 `https://`，邮箱用 `mailto:`，电话用 `tel:`，站内的页面写它的文件，如 `../other-case/zh.md`",
    )
}

pub(super) fn link(target: &str, fault: LinkFault, suggestion: Option<&str>) -> Saying {
    let (message, label, help) = match fault {
        LinkFault::Missing => (
            format!("链接的目标不存在：{}", quoted(target)),
            "找不到",
            "核对路径和文件名，大小写也要一致；站内的案例可以写 `case:案例代号`",
        ),
        LinkFault::Outside => (
            format!("链接指到了网站文件夹之外：{}", quoted(target)),
            "在网站之外",
            "减少几个 `../`；站内的案例可以写 `case:案例代号`",
        ),
        LinkFault::NoPage => (
            format!("有这个文件，但它不会变成页面：{}", quoted(target)),
            "没有页面",
            "改为指向案例、企业、指标或页面的文件，如 `../other-case/zh.md`",
        ),
    };
    let help = suggestion.map_or_else(|| help.to_owned(), |word| format!("是不是指文件 {}？", quoted(word)));
    Saying::new(message, label, help)
}

pub(super) fn image(target: &str, fault: ImageFault) -> Saying {
    let target = quoted(target);
    let (message, label, help) = match fault {
        ImageFault::Missing => (
            format!("找不到图片 {target}"),
            "找不到",
            "核对文件名和后缀，大小写也要一致；图片要放在这个案例自己的文件夹里，如 `media/strip.jpg`",
        ),
        ImageFault::Outside => (
            format!("图片 {target} 不在这个案例的文件夹里"),
            "在文件夹之外",
            "把图片复制到这个案例的 `media` 文件夹，再写 `media/文件名`",
        ),
        ImageFault::Unreadable => (
            format!("{target} 不是能用的图片"),
            "读不出",
            "用「画图」打开，另存为 PNG 或 JPEG；只改后缀名不行",
        ),
        ImageFault::Heic => (
            format!("{target} 是手机的 HEIC 照片，网页显示不了"),
            "HEIC 照片",
            "用「照片」或「画图」打开，另存为 JPEG；只改后缀名不行。苹果手机以后拍照，可先在「设置 › 相机 › 格式」里选「兼容性最佳」",
        ),
        ImageFault::TooLarge => (
            format!("图片 {target} 太大"),
            "太大",
            "用「画图」的「重新调整大小」缩到 2000 像素宽以内，再保存",
        ),
        ImageFault::CutOff => (
            format!("图片 {target} 不完整，缺了结尾"),
            "不完整",
            "多半是复制或下载时中断了；从原处重新复制一份，或者请对方再发一次",
        ),
        ImageFault::Broken => (
            format!("图片 {target} 已损坏"),
            "已损坏",
            "用「画图」打开看看：显示正常就另存为 PNG，不正常就从原处重新复制一份",
        ),
        ImageFault::Moving => (
            format!("图片 {target} 是动图"),
            "动图",
            "挑最能说明问题的一帧另存为 PNG，也可以把几帧并排拼成一张；动图干扰阅读，也没法打印",
        ),
        ImageFault::Drawing => (
            format!("矢量图 {target} 不能直接使用"),
            "不是单纯的图形",
            "导出为 PNG，宽度不小于 1600 像素；SVG 里只能有线条和色块，不能有文字、图片或脚本（文字可以先转为轮廓）",
        ),
    };
    Saying::new(message, label, help)
}

/// So many characters are named.
const NAMED: usize = 12;

pub(super) fn font(characters: &str, pictures: usize) -> Saying {
    let count = characters.chars().count();
    let named: String = characters.chars().take(NAMED).collect();
    let (cause, label) = match count {
        0 => ("这台电脑上没有可用的字体".to_owned(), "没有字体"),
        1..=NAMED => (format!("这台电脑的字体里没有 {} {count} 个字", quoted(&named)), "缺字"),
        _ => (format!("这台电脑的字体里没有 {} 等 {count} 个字", quoted(&named)), "缺字"),
    };
    Saying::new(
        format!("{cause}，{pictures} 张分享图没有生成"),
        label,
        "装上含这些字的字体再生成：Debian 和 Ubuntu 用 `apt install fonts-noto-cjk`，Windows 和 macOS 自带的字体就够用；\
         不需要分享图，就写 `share_images: false`",
    )
}

pub(super) fn claim_fault(text: &str, fault: ClaimFault) -> Saying {
    let (message, label, help) = match fault {
        ClaimFault::Form if text.contains(['：', '＠', '｛', '｝', '，']) => (
            format!("{} 里用了中文标点", quoted(text)),
            "中文标点",
            "换成英文的 `@`、`:` 和花括号，如 `{roe@2024}`".to_owned(),
        ),
        ClaimFault::Form => (
            format!("看不懂 {} 要引用哪个数", quoted(text)),
            "引用的写法",
            "引用数值写 `{roe@2024}`，引用变化写 `{roe: change 2021..2024}`；不是引用数据的，在 `{` 前面加一个反斜杠"
                .to_owned(),
        ),
        ClaimFault::Verb => (
            format!("看不懂 {} 要算什么", quoted(text)),
            "没有这种算法",
            "冒号后可以写：change（变化）、growth（增长率）、multiple（倍数）、gap（差距）、\
            gap closed（差距缩小的比例）、\
             benchmark（对标值）、target（目标值）、rank（名次）"
                .to_owned(),
        ),
        ClaimFault::Period => {
            (format!("看不懂 {} 里的时间", quoted(text)), "时间的写法", slip::claim_period(text))
        }
        ClaimFault::NeedsRange => (
            format!("{} 要有起止两个时间", quoted(text)),
            "只有一个时间",
            "写上从哪一期到哪一期，中间用两个点，如 `2021..2024`".to_owned(),
        ),
        ClaimFault::Unequal => (
            format!("{} 里的两期长短不一", quoted(text)),
            "长短不一",
            "全年与全年比，上半年与上半年比，如 `2023-H1..2024-H1`".to_owned(),
        ),
        ClaimFault::NeedsOnePeriod => (
            format!("{} 只要一个时间", quoted(text)),
            "有两个时间",
            "留下一期，如 `{roe: gap 2024}`；两期之间的变化用 `change`".to_owned(),
        ),
        ClaimFault::Brackets => (
            format!("{} 前面的方括号里有格式或换行", quoted(text)),
            "方括号里有格式",
            "方括号里只写文字，如 `[9.4%]{roe@2024}`；要加粗，把整个加粗：`**[9.4%]{roe@2024}**`".to_owned(),
        ),
        ClaimFault::Misplaced => (
            format!("{} 不能用在这里", quoted(text)),
            "这里只能是文字",
            "图片说明和链接标题里只能写普通文字：直接写出来，或把这个数移到正文里".to_owned(),
        ),
    };
    Saying::new(message, label, help)
}

/// A chart that has nothing to show.
pub(super) fn chart_without_data(lack: &ChartLack) -> Saying {
    let (message, label, help) = match lack {
        ChartLack::Figures { indicator } => (
            format!("{} 没有可以画图的数值", quoted(indicator)),
            "没有数值",
            "核对指标代号和起止年份，或在 `indicators.yaml` 里补上数值",
        ),
        ChartLack::Benchmark { indicator } => (
            format!("{} 没有同期的对标值，画不出差距", quoted(indicator)),
            "没有对标值",
            "在 `indicators.yaml` 的 `benchmarks` 里为它指定对标值，或在图里写 `benchmark`",
        ),
        ChartLack::TwoPeriods { indicator } => (
            format!("{} 在要比较的两期里，至少有一期没有数值", quoted(indicator)),
            "缺一期的数值",
            "把 `from` 和 `to` 改成有数值的两期，或在 `indicators.yaml` 里补上数值",
        ),
        ChartLack::Bridge { indicator } => (
            format!("{} 没有可以公布的变化构成", quoted(indicator)),
            "没有构成",
            "在 `indicators.yaml` 的 `bridges` 里写明各项因素；起止两期的数值都要能公开",
        ),
        ChartLack::Indicators => (
            "这张图没有指标可画".to_owned(),
            "没有指标",
            "写上 `indicators: [roe, …]`，或在 `case.yaml` 里列出案例的指标",
        ),
        ChartLack::Milestones => (
            "这个案例没有记录节点，画不出时间线".to_owned(),
            "没有节点",
            "在 `case.yaml` 的 `milestones` 里写上日期和事件，或删掉这张图",
        ),
    };
    Saying::new(message, label, format!("{help}；在那之前，图的位置会是一句说明"))
}

pub(super) fn no_figure(indicator: &str, period: &str, reason: NoFigure, have: &[String]) -> Saying {
    let name = quoted(indicator);
    let there_is = if have.is_empty() {
        "请在 `indicators.yaml` 里补上".to_owned()
    } else {
        format!("现有：{}；改成其中一期，或在 `indicators.yaml` 里补上", listed(have, SEPARATOR))
    };
    let (message, label, help) = match reason {
        NoFigure::Absent => (format!("{name} 没有 {period} 的数值"), "没有这个数", there_is),
        NoFigure::NotAvailable => (
            format!("{name} 在 {period} 的数值是“暂缺”，不能写进句子"),
            "暂缺",
            "换一期来说，或者改写这句话".to_owned(),
        ),
        NoFigure::NotDisclosed => (
            format!("{name} 在 {period} 的数值不公开，不能写进句子"),
            "不公开",
            "改写这句话，不要引用它；到了公开时间再加上".to_owned(),
        ),
        NoFigure::CaseNotPublished => (
            "这个数值属于另一个尚未发布的案例，不能写进句子".to_owned(),
            "未发布",
            "先发布那个案例，或者改写这句话，不要引用它".to_owned(),
        ),
        NoFigure::NoBenchmark => (
            format!("{name} 没有设对标值"),
            "没有对标值",
            format!(
                "在 `indicators.yaml` 的 `benchmarks` 下加一行 `{indicator}: 对标值的代号`，或者改写这句话"
            ),
        ),
        NoFigure::BenchmarkAbsent => (
            format!("{name} 的对标值没有 {period} 这一期"),
            "对标值没有这一期",
            if have.is_empty() {
                "在对标值的文件里补上，或者改写这句话".to_owned()
            } else {
                format!("对标值现有：{}；改成其中一期，或在对标值的文件里补上", listed(have, SEPARATOR))
            },
        ),
        NoFigure::NoTarget => (
            format!("{name} 没有 {period} 的目标值"),
            "没有目标值",
            if have.is_empty() {
                "在 `indicators.yaml` 的 `targets` 里补上，或者改写这句话".to_owned()
            } else {
                format!("目标值现有：{}；改成其中一期，或在 `targets` 里补上", listed(have, SEPARATOR))
            },
        ),
        NoFigure::BaseNotPositive => (
            format!("{name} 的基数是零或负数，算不出增长率和倍数"),
            "算不出",
            format!("改用 `{{{indicator}: change {period}}}`，说增加或减少了多少"),
        ),
        NoFigure::GrowthOfPercentage => (
            format!("{name} 是百分比，不说增长百分之几"),
            "百分比",
            format!("改用 `{{{indicator}: change {period}}}`，会写成提高或下降了几个百分点"),
        ),
        NoFigure::NoGapToClose => (
            format!("{name} 在起点时没有差距，算不出缩小了多少"),
            "没有差距",
            "改用 `gap` 写现在的差距，或者改写这句话".to_owned(),
        ),
        NoFigure::NoDirection => (
            format!("{name} 没有规定高好还是低好，不能这样评价"),
            "无从评价",
            "改用 `change` 说变化，或在指标文件里写明 `direction`".to_owned(),
        ),
        NoFigure::TooFew => (
            format!("{period} 有 {name} 数值的企业不足五家，不排名次"),
            "企业太少",
            "改为直接引用数值，或者改写这句话".to_owned(),
        ),
    };
    Saying::new(message, label, help)
}
