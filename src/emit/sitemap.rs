//! What search engines may read, and the list of what there is (sitemaps.org 0.9, with hreflang pairs).

use crate::base::{SitePath, escape};
use crate::plan::{PageId, Plan, address};

/// Pages in one file. The protocol allows 50 000, and 50 MB, which pages in several languages reach first.
const PAGES_PER_FILE: usize = 20_000;

pub(super) fn files(plan: &Plan<'_>) -> Vec<(SitePath, Vec<u8>)> {
    let base_url = &plan.book.site.base_url;
    let sitemap = address::absolute(base_url, &address::sitemap());
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n");
    let mut files = vec![(address::robots(), robots.into_bytes())];
    let parts: Vec<String> = plan.pages().chunks(PAGES_PER_FILE).map(|pages| list(plan, pages)).collect();
    if let [only] = parts.as_slice() {
        files.push((address::sitemap(), only.clone().into_bytes()));
        return files;
    }
    let mut index = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    index.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (i, part) in parts.into_iter().enumerate() {
        let path = address::sitemap_part(i + 1);
        let loc = address::absolute(base_url, &path);
        index.push_str("<sitemap><loc>");
        escape::push(&mut index, &loc);
        index.push_str("</loc></sitemap>\n");
        files.push((path, part.into_bytes()));
    }
    index.push_str("</sitemapindex>\n");
    files.push((address::sitemap(), index.into_bytes()));
    files
}

fn list(plan: &Plan<'_>, pages: &[(crate::base::Lang, PageId)]) -> String {
    let base_url = &plan.book.site.base_url;
    let languages = &plan.book.site.languages;
    let mut out = String::with_capacity(pages.len() * 400);
    out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" ");
    out.push_str("xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    let public = pages.iter().filter(|(_, page)| plan.is_public(page));
    for (lang, page) in public {
        let loc = address::absolute(base_url, &address::of(*lang, page));
        out.push_str("<url><loc>");
        escape::push(&mut out, &loc);
        out.push_str("</loc>");
        for other in languages.iter().filter(|other| plan.exists(**other, page)) {
            let href = address::absolute(base_url, &address::of(*other, page));
            out.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
            out.push_str(other.html());
            out.push_str("\" href=\"");
            escape::push(&mut out, &href);
            out.push_str("\"/>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}
