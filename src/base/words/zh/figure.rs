//! 关于正文里的数字：绑定了什么、另一种语言怎么说、会不会被读错。

use crate::base::SourcePath;
use crate::base::problem::{ChartDifference, Elsewhere, Fitting};
use crate::base::words::Saying;
use crate::base::words::quote::quoted;

pub(super) fn unbound(said: &str, fitting: Option<&Fitting>) -> Saying {
    let help = match fitting {
        Some(Fitting { claim, written }) => format!(
            "数据里有 {}：写成 `{claim}`；想保留自己的写法，就写 `[{}]{claim}`；如果说的是别的事，写 `[{}]{{ok}}`",
            quoted(written),
            plain(said),
            plain(said),
        ),
        None => format!(
            "是指标数据就从数据里取，如 `{{roe@2024}}`，或保留自己的写法并与数据核对，如 `[9.4%]{{roe@2024}}`；\
             不是指标数据，就写 `[{}]{{ok}}`",
            plain(said),
        ),
    };
    Saying::new(format!("{} 没有与数据绑定", quoted(said)), "没有绑定", help)
}

pub(super) fn differ(said: &str, there: &Elsewhere, other: Option<&str>) -> Saying {
    let place = place(there);
    match other {
        Some(other) => Saying::new(
            format!("这里是 {}，{place} 是 {}", quoted(said), quoted(other)),
            "两种语言不一致",
            "核对哪一处是对的，改正另一处；指标数据最好两边都从数据里取，如 `{roe@2024}`",
        ),
        None => Saying::new(
            format!("{} 在另一种语言的同一节里没有，那一节从 {place} 开始", quoted(said)),
            "另一种语言里没有",
            format!("在那边补上，或在这里删去；如果是有意不译，写成 `[{}]{{ok}}`", plain(said)),
        ),
    }
}

pub(super) fn texts(other: &SourcePath, differing: usize, figures: usize) -> Saying {
    Saying::new(
        format!("本文与 `{other}` 里的数合计 {figures} 个，其中 {differing} 个只在一边有"),
        "不像同一篇文章",
        "看看两边是不是同一篇的译文，把旧的那一篇更新过来；之后还有不一致的，会逐个指出来",
    )
}

pub(super) fn charts(there: &Elsewhere, other: Option<ChartDifference>) -> Saying {
    let place = place(there);
    let differs = match other {
        None => {
            return Saying::new(
                format!("另一种语言的同一节里没有这张图，那一节从 {place} 开始"),
                "另一种语言里没有",
                "把同样的 `chart` 代码块加到那边，或在这里删去：两种语言的读者应当看到同样的图",
            );
        }
        Some(ChartDifference::Kind) => "图的种类不同",
        Some(ChartDifference::Indicator) => "画的是另一个指标",
        Some(ChartDifference::Benchmark) => "对标值不同",
        Some(ChartDifference::Period) => "起止年份不同",
        Some(ChartDifference::Other) => "设置不同",
    };
    Saying::new(
        format!("与另一种语言的图不一致：{place} {differs}"),
        "两种语言不一致",
        "把两处的代码块改成一样；标题可以在两边都写 `title: { zh: …, en: … }`",
    )
}

pub(super) fn points(said: &str, there: Option<&Elsewhere>) -> Saying {
    let why = match there {
        Some(there) => format!("这里是 {}，{} 说的却是百分点", quoted(said), place(there)),
        None => format!("{} 说的是百分比的变化，应当用百分点", quoted(said)),
    };
    Saying::new(
        why,
        "百分之几，还是几个百分点？",
        "从6%到9%，是提高3个百分点，也是增长50%，两者不能混用：写成“个百分点”，或用 `{roe: change 2021..2024}` 由网站来写",
    )
}

pub(super) fn times_more(said: &str, times: &str, result: &str) -> Saying {
    Saying::new(
        format!("{} 容易读错：有人理解为原来的{times}倍，有人理解为原来的{result}倍", quoted(said)),
        "现在是原来的几倍？",
        format!(
            "写明结果：`增长到原来的{result}倍`；如果本意是{times}倍，就写 `增长到原来的{times}倍`；也可以用 \
             `{{total-profit: multiple 2021..2024}}` 由网站来写"
        ),
    )
}

pub(super) fn times_less(said: &str) -> Saying {
    Saying::new(
        format!("{} 说不通：减少一倍就没有了", quoted(said)),
        "减少到多少？",
        "写明剩下多少或少了多少：`减少到四分之一`、`减少四分之三`、`下降75%`",
    )
}

pub(super) fn magnitude(said: &str, there: &Elsewhere, other: &str) -> Saying {
    Saying::new(
        format!("{} 处是 {}，这里是 {}：数字没变，数量级变了", place(there), quoted(other), quoted(said)),
        "数量级不同",
        "1亿是 100 million，10亿才是 1 billion，1万是 10 thousand：换单位时小数点要跟着移，如 51.23亿元 是 CNY 5.123 billion",
    )
}

fn place(there: &Elsewhere) -> String {
    format!("`{}:{}`", there.file, there.line)
}

/// Words of the user inside backquotes that are already there.
fn plain(said: &str) -> String {
    quoted(said).trim_matches('`').to_owned()
}
