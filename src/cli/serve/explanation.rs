//! What `casebook explain` prints, as HTML for a browser.

use crate::read::markdown;

/// The title of a page, and the HTML of the rest.
pub(super) fn html(page: &'static str) -> (&'static str, String) {
    let (title, rest) = page.split_once('\n').unwrap_or((page, ""));
    (title.trim_start_matches(['#', ' ']), markdown::own_words(rest))
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::base::Lang;
    use crate::cli::explain;

    #[test]
    fn every_explanation_is_set_for_a_browser() {
        for code in explain::codes() {
            for lang in [Lang::ZH, Lang::EN] {
                let (title, html) = html(explain::page(code, lang).expect("every code has a page"));
                assert!(title.starts_with(code), "{title}");
                assert!(html.contains("<h2>") && html.contains("<p>"), "{html}");
            }
        }
        let (_, html) = html(explain::page("assertion-wrong", Lang::EN).expect("it has a page"));
        assert!(html.contains("<table>") && html.contains("<code>"), "{html}");
    }
}
