//! How to cite a page, in the two forms that its readers are asked for.
//!
//! * GB/T 7714—2015, 4.6, electronic resources: 主要责任者. 题名: 其他题名信息[文献类型标识/文献载体标识]. (更新或修改日期)[引用日期].
//!   获取和访问路径. A page is `EB/OL`; its marks are half-width in every language.
//! * APA, seventh edition, 10.16, webpages: Author. (Date). *Title*. Site name. URL. The site's name is left out where it
//!   is the author's. Chinese journals that follow it write its marks the Chinese way.
//!
//! Who publishes is the author: a case is signed by nobody else. When a page was read only its reader knows, so GB/T has
//! words in that place, and APA asks for no such date where a page is not meant to change.

use crate::base::{Date, Lang};
use crate::measure::write;
use crate::view::Citation;

/// A page to be cited.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// Who publishes it.
    pub author: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its second line.
    pub subtitle: Option<&'a str>,
    /// The site it is a page of.
    pub site: &'a str,
    /// When it was published.
    pub published: Option<Date>,
    /// Its absolute address.
    pub url: &'a str,
}

/// Both forms, the one that readers of `lang` know first. `accessed` stands where a reader puts the day of reading.
pub fn citations(work: &Work<'_>, lang: Lang, accessed: &str) -> Vec<Citation> {
    let (gb_t, apa) = (gb_t_7714(work, lang, accessed), apa(work, lang));
    if lang.is_chinese() { vec![gb_t, apa] } else { vec![apa, gb_t] }
}

fn gb_t_7714(work: &Work<'_>, lang: Lang, accessed: &str) -> Citation {
    let author = ended(work.author, ".");
    let title = titled(work, ": ");
    let date = match work.published {
        Some(date) => date.to_string(),
        None => undated(lang).to_owned(),
    };
    Citation {
        style: "GB/T 7714—2015".to_owned(),
        before: format!("{author} {title}[EB/OL]. ({date})[{accessed}]. {}.", work.url),
        title: String::new(),
        after: String::new(),
    }
}

fn apa(work: &Work<'_>, lang: Lang) -> Citation {
    let chinese = lang.is_chinese();
    let date = match work.published {
        Some(date) if chinese => write::date(date, lang),
        Some(date) => write::year_first(date),
        None => undated(lang).to_owned(),
    };
    let title = ended(&titled(work, if chinese { "：" } else { ": " }), if chinese { "。" } else { "." });
    let site = (work.site != work.author).then_some(work.site);
    let (before, after) = if chinese {
        let site = site.map(|site| ended(site, "。")).unwrap_or_default();
        (format!("{}（{date}）。", work.author), format!("{site}{}", work.url))
    } else {
        let site = site.map(|site| ended(site, ".") + " ").unwrap_or_default();
        (format!("{} ({date}). ", ended(work.author, ".")), format!(" {site}{}", work.url))
    };
    Citation { style: "APA 7".to_owned(), before, title, after }
}

/// What stands in place of a date that nobody knows.
fn undated(lang: Lang) -> &'static str {
    if lang.is_chinese() { "日期不详" } else { "n.d." }
}

/// The title with its second line.
fn titled(work: &Work<'_>, colon: &str) -> String {
    match work.subtitle {
        // After a question or an exclamation a colon would be a mark too many.
        Some(subtitle) if is_ended(work.title) => format!("{} {subtitle}", work.title),
        Some(subtitle) => format!("{}{colon}{subtitle}", work.title),
        None => work.title.to_owned(),
    }
}

/// The text with a full stop, if no mark of its own ends it.
fn ended(text: &str, stop: &str) -> String {
    if is_ended(text) { text.to_owned() } else { format!("{text}{stop}") }
}

fn is_ended(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '…', '。', '？', '！'])
}

#[cfg(test)]
mod tests {
    use super::{Work, citations};
    use crate::base::{Date, Lang};

    const ZH: Work<'_> = Work {
        author: "价值创造案例集编委会",
        title: "一条轧线的三年",
        subtitle: None,
        site: "价值创造案例集",
        published: None,
        url: "https://example.org/showcase/zh/cases/rolling.html",
    };
    const EN: Work<'_> = Work {
        author: "Casebook Editorial Board",
        title: "Three years on one rolling line",
        subtitle: None,
        site: "Value Creation Casebook",
        published: None,
        url: "https://example.org/showcase/en/cases/rolling.html",
    };

    fn cited(work: &Work<'_>, lang: Lang) -> Vec<String> {
        let accessed = if lang.is_chinese() { "引用日期" } else { "date of access" };
        let all = citations(work, lang, accessed);
        all.into_iter().map(|c| format!("{}: {}{}{}", c.style, c.before, c.title, c.after)).collect()
    }

    #[test]
    fn a_case_is_cited_in_both_forms_by_the_marks_of_its_language() {
        let published = Date::parse("2025-02-18");
        assert_eq!(
            cited(&Work { published, ..ZH }, Lang::ZH),
            [
                "GB/T 7714—2015: 价值创造案例集编委会. 一条轧线的三年[EB/OL]. (2025-02-18)[引用日期]. https://example.org/showcase/zh/cases/rolling.html.",
                "APA 7: 价值创造案例集编委会（2025年2月18日）。一条轧线的三年。价值创造案例集。https://example.org/showcase/zh/cases/rolling.html",
            ]
        );
        assert_eq!(
            cited(&Work { published, ..EN }, Lang::EN),
            [
                "APA 7: Casebook Editorial Board. (2025, February 18). Three years on one rolling line. Value Creation Casebook. https://example.org/showcase/en/cases/rolling.html",
                "GB/T 7714—2015: Casebook Editorial Board. Three years on one rolling line[EB/OL]. (2025-02-18)[date of access]. https://example.org/showcase/en/cases/rolling.html.",
            ]
        );
    }

    #[test]
    fn a_case_without_a_date_says_so() {
        assert_eq!(
            cited(&ZH, Lang::ZH),
            [
                "GB/T 7714—2015: 价值创造案例集编委会. 一条轧线的三年[EB/OL]. (日期不详)[引用日期]. https://example.org/showcase/zh/cases/rolling.html.",
                "APA 7: 价值创造案例集编委会（日期不详）。一条轧线的三年。价值创造案例集。https://example.org/showcase/zh/cases/rolling.html",
            ]
        );
        assert!(cited(&EN, Lang::EN)[0].starts_with("APA 7: Casebook Editorial Board. (n.d.). Three years"));
        assert!(cited(&EN, Lang::EN)[1].contains("[EB/OL]. (n.d.)[date of access]. "));
    }

    #[test]
    fn no_mark_stands_twice_and_no_name() {
        let work = Work {
            author: "Casebook Inc.",
            title: "What is a rush order?",
            subtitle: Some("A price tag"),
            site: "Casebook Inc.",
            ..EN
        };
        let url = EN.url;
        assert_eq!(
            cited(&work, Lang::EN),
            [
                format!("APA 7: Casebook Inc. (n.d.). What is a rush order? A price tag. {url}"),
                format!(
                    "GB/T 7714—2015: Casebook Inc. What is a rush order? A price tag[EB/OL]. (n.d.)[date of access]. {url}."
                ),
            ]
        );
        let work = Work { title: "急单要多少钱？", subtitle: None, ..ZH };
        assert!(cited(&work, Lang::ZH)[1].contains("。急单要多少钱？价值创造案例集。https"));
        let work = Work { subtitle: Some("夜班的账"), ..ZH };
        assert!(cited(&work, Lang::ZH)[0].contains(". 一条轧线的三年: 夜班的账[EB/OL]"));
        assert!(cited(&work, Lang::ZH)[1].contains("。一条轧线的三年：夜班的账。"));
    }
}
