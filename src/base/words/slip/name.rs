//! Names that files write in one way and people in many.

use super::fold;

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
    use super::{currency, language, time_zone, url};

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
