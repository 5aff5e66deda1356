//! Names that files write in one way and people in many.

use super::fold;

/// The word of `among` that stands for the Chinese word `text`.
pub(in crate::base::words) fn english<'a>(
    text: &str,
    among: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let text = text.trim();
    among.into_iter().find(|candidate| CHINESE.iter().any(|(word, id)| *word == text && id == candidate))
}

/// The keys and values of the files, by the Chinese words that people write for them.
const CHINESE: [(&str, &str); 96] = [
    ("标题", "title"),
    ("副标题", "subtitle"),
    ("摘要", "summary"),
    ("名称", "name"),
    ("简称", "short"),
    ("说明", "description"),
    ("定义", "definition"),
    ("公式", "formula"),
    ("单位", "unit"),
    ("小数位", "decimals"),
    ("小数位数", "decimals"),
    ("方向", "direction"),
    ("领域", "area"),
    ("领域", "areas"),
    ("行动领域", "areas"),
    ("体系", "systems"),
    ("能力", "abilities"),
    ("阶段", "stage"),
    ("时间", "period"),
    ("期间", "period"),
    ("标签", "tags"),
    ("行业", "industry"),
    ("地区", "region"),
    ("级别", "level"),
    ("层级", "level"),
    ("网站", "website"),
    ("网址", "url"),
    ("企业", "enterprise"),
    ("合作单位", "partners"),
    ("类型", "kind"),
    ("状态", "status"),
    ("指标", "indicator"),
    ("指标", "indicators"),
    ("图片", "images"),
    ("图注", "caption"),
    ("里程碑", "milestones"),
    ("发布日期", "published"),
    ("来源", "source"),
    ("数据来源", "source"),
    ("备注", "note"),
    ("数值", "value"),
    ("数值", "values"),
    ("币种", "currency"),
    ("货币", "currency"),
    ("口径", "basis"),
    ("目标", "targets"),
    ("目标值", "targets"),
    ("对标值", "benchmark"),
    ("对标值", "benchmarks"),
    ("基期", "baseline"),
    ("草稿", "draft"),
    ("审核", "review"),
    ("审核中", "review"),
    ("待审", "review"),
    ("发布", "published"),
    ("已发布", "published"),
    ("公开", "published"),
    ("撤回", "withdrawn"),
    ("已撤回", "withdrawn"),
    ("项目", "project"),
    ("中央", "central"),
    ("央企", "central"),
    ("省", "provincial"),
    ("省级", "provincial"),
    ("省属", "provincial"),
    ("市", "municipal"),
    ("市级", "municipal"),
    ("市属", "municipal"),
    ("其他", "other"),
    ("审计", "audited"),
    ("已审计", "audited"),
    ("经审计", "audited"),
    ("未审计", "unaudited"),
    ("未经审计", "unaudited"),
    ("管理口径", "management"),
    ("估计", "estimate"),
    ("预计", "estimate"),
    ("上升", "increase"),
    ("越高越好", "increase"),
    ("下降", "decrease"),
    ("越低越好", "decrease"),
    ("无", "none"),
    ("年报", "annual-report"),
    ("年度报告", "annual-report"),
    ("统计", "statistics"),
    ("内部", "internal"),
    ("访谈", "interview"),
    ("新闻", "news"),
    ("百分比", "percent"),
    ("%", "percent"),
    ("金额", "currency"),
    ("数量", "count"),
    ("线性", "linear"),
    ("中位数", "median"),
    ("保密", "confidential"),
    ("趋势", "trend"),
];

/// The ISO 4217 code that `text` probably means.
pub(in crate::base::words) fn currency(text: &str) -> Option<String> {
    let folded = fold(text).to_uppercase();
    let known = match folded.as_str() {
        "RMB" | "人民币" | "元" | "人民币元" | "¥" | "CHINESE YUAN" | "YUAN" => "CNY",
        "美元" | "$" | "US$" => "USD",
        "欧元" | "€" => "EUR",
        "港元" | "港币" | "HK$" => "HKD",
        _ => "",
    };
    if !known.is_empty() {
        return Some(known.to_owned());
    }
    (folded.len() == 3 && folded.bytes().all(|b| b.is_ascii_uppercase())).then_some(folded)
}

/// The language tag that `text` probably means.
pub(in crate::base::words) fn language(text: &str) -> Option<&'static str> {
    match fold(text).to_lowercase().replace('_', "-").as_str() {
        "中文" | "汉语" | "简体" | "简体中文" | "cn" | "ch" | "chs" | "chn" | "zh-cn" | "zh-hans"
        | "chinese" => Some("zh"),
        "英文" | "英语" | "eng" | "en-us" | "en-gb" | "us" | "uk" | "english" => Some("en"),
        _ => None,
    }
}

/// The time zone that `text` probably means.
pub(in crate::base::words) fn time_zone(text: &str) -> Option<&'static str> {
    match fold(text).to_lowercase().replace([' ', '_'], "").as_str() {
        "北京" | "北京时间" | "中国" | "上海" | "东八区" | "beijing" | "shanghai" | "china" | "cst"
        | "asia/beijing" | "utc+8" | "gmt+8" | "utc+08:00" | "gmt+08:00" | "+8" | "+08:00" => {
            Some("Asia/Shanghai")
        }
        _ => None,
    }
}

/// The web address that `text` probably means.
pub(in crate::base::words) fn url(text: &str) -> Option<String> {
    let folded = fold(text).replace('。', ".");
    let looks_like_host = |s: &str| {
        s.contains('.') && !s.contains([' ', ':', '@', '\\']) && s.is_ascii() && !s.starts_with(['.', '/'])
    };
    if looks_like_host(&folded) {
        return Some(format!("https://{folded}"));
    }
    let (scheme, rest) = folded.split_once(':').filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let rest = rest.trim_start_matches(['/', '\\', ' ']);
    looks_like_host(rest).then(|| format!("{scheme}://{rest}"))
}

#[cfg(test)]
mod tests {
    use super::{currency, english, language, time_zone, url};

    #[test]
    fn a_chinese_word_finds_the_word_of_the_files() {
        assert_eq!(english("行业", ["region", "industry"]), Some("industry"));
        assert_eq!(english("指标", ["indicators"]), Some("indicators"));
        assert_eq!(english("行业", ["region"]), None);
    }

    #[test]
    fn everyday_names_find_their_codes() {
        assert_eq!(currency("人民币").as_deref(), Some("CNY"));
        assert_eq!(currency("cny").as_deref(), Some("CNY"));
        assert_eq!(currency("万元"), None);
        assert_eq!(language("zh_CN"), Some("zh"));
        assert_eq!(language("法文"), None);
        assert_eq!(time_zone("北京时间"), Some("Asia/Shanghai"));
        assert_eq!(url("www.example.org/a").as_deref(), Some("https://www.example.org/a"));
        assert_eq!(url("http：//example.org").as_deref(), Some("http://example.org"));
        assert_eq!(url("见附件"), None);
        assert_eq!(url("mailto:a@example.org"), None);
    }
}
