//! About an author's own words for a figure that are not what the data say.

use crate::base::problem::AssertionFault as Fault;
use crate::base::words::Saying;
use crate::base::words::quote::quoted;

pub(super) fn wrong(said: &str, data: &str, exactly: Option<&str>, fault: Fault) -> Saying {
    let (you, right) = (quoted(said), quoted(data));
    let data =
        exactly.map_or_else(|| right.clone(), |number| format!("{right}（准确值 {}）", quoted(number)));
    let differ = || format!("正文写的是 {you}，数据是 {data}");
    let mend = || format!("改成 {right}；如果正文是对的，改 `indicators.yaml` 里的数");
    let hedge = |because: &str| format!("正文写的是 {you}，数据是 {data}，{because}");
    let (message, label, help) = match fault {
        Fault::NotANumber => (
            format!("{you} 不是一个准数，没法和数据核对；数据是 {data}"),
            "不是准数",
            format!("写成数字，如 {right}，前面可以加“约”“近”“超过”；“几成”“数百”这类说法没有准数，无法核对"),
        ),
        Fault::SeveralNumbers => (
            format!("{you} 里不止一个数，不知道拿哪一个和数据核对；数据是 {data}"),
            "不止一个数",
            format!("方括号里只留一个数，如 {right}；别的数各用各的方括号"),
        ),
        Fault::OtherWords => (
            format!("{you} 里除了数还有别的话，没法核对；数据是 {data}"),
            "多了别的话",
            format!("方括号里只留数和单位，如 {right}，其余的话移到方括号外面"),
        ),
        Fault::WrongNumber => (differ(), "与数据不符", mend()),
        Fault::TooPrecise => (
            format!("{you} 比数据还精确；数据是 {data}"),
            "小数太多",
            format!(
                "数据有几位小数，正文最多写几位：改成 {right}；如果正文是对的，把 `indicators.yaml` 里的数写全"
            ),
        ),
        Fault::WrongUnit => (
            format!("{you} 的单位与数据对不上；数据是 {data}"),
            "单位不对",
            format!("连单位一起写，如 {right}"),
        ),
        Fault::WrongCurrency => (
            format!("{you} 的币种与数据对不上；数据是 {data}"),
            "币种不对",
            format!("改成 {right}；casebook 不换算汇率"),
        ),
        Fault::PercentForPoints => (
            format!("两个百分数相差多少，说“百分点”，不说“%”；正文写的是 {you}，数据是 {data}"),
            "应为百分点",
            format!("改成 {right}；“提高3.2%”的意思是比原来多3.2%，那是另一个数"),
        ),
        Fault::PointsForPercent => (
            format!("这里要的是百分数，不是百分点；正文写的是 {you}，数据是 {data}"),
            "应为百分数",
            format!("改成 {right}；要说变化了几个百分点，花括号里写 `change`"),
        ),
        Fault::WrongDirection => (format!("方向反了：正文写的是 {you}，数据是 {data}"), "方向反了", mend()),
        Fault::WrongSign => (
            format!("正负反了：正文写的是 {you}，数据是 {data}"),
            "正负反了",
            format!("改成 {right}；负数要写负号，或者把“亏损”也写进方括号"),
        ),
        Fault::WrongSide => (
            format!("领先和落后反了：正文写的是 {you}，数据是 {data}，负数表示已经超过对标值"),
            "领先还是落后",
            format!("改成 {right}；已经超过对标值的，也可以把“领先”写进方括号"),
        ),
        Fault::LevelForLength => (
            format!("{you} 说的是到了多少，这里问的是变化了多少；数据是 {data}"),
            "说成了终点",
            format!("改成 {right}；要说到了多少，引用那一期的数值，如 `{{roe@2024}}`"),
        ),
        Fault::LengthForLevel => (
            format!("{you} 说的是变化了多少，这里问的是到了多少；数据是 {data}"),
            "说成了变化",
            format!("改成 {right}；要说变化了多少，花括号里写 `change`，如 `{{roe: change 2021..2024}}`"),
        ),
        Fault::NotAbout => (hedge("差了不止5%，不能说“约”"), "不算约", mend()),
        Fault::NotNearly => (hedge("说“近”，要不到这个数，并且只差一点（不超过10%）"), "不算近", mend()),
        Fault::NotMore => (hedge("没有超过"), "没有超过", mend()),
        Fault::NotAtLeast => (hedge("没有这么多"), "没有这么多", mend()),
        Fault::NotLess => (hedge("并不比它少"), "并不少", mend()),
        Fault::NotAtMost => (hedge("已经超出"), "已经超出", mend()),
    };
    Saying::new(message, label, help)
}
