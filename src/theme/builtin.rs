//! The theme that is part of the program. A test keeps this list equal to the folder.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        /// Every file of the built-in theme: its name below the theme's folder, and its content.
        pub(super) const FILES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/", $name)))),*];
    };
}

files! {
    "assets/icon.svg",
    "scripts/charts.js",
    "scripts/search.js",
    "strings/en.json",
    "strings/zh.json",
    "styles/00-tokens.css",
    "styles/10-base.css",
    "styles/20-frame.css",
    "styles/30-parts.css",
    "styles/35-pages.css",
    "styles/40-chart.css",
    "styles/45-figure.css",
    "styles/50-prose.css",
    "styles/60-code.css",
    "styles/90-print.css",
    "templates/404.html",
    "templates/_cards.html",
    "templates/_citations.html",
    "templates/_comparisons.html",
    "templates/_contents.html",
    "templates/_crumbs.html",
    "templates/_data.html",
    "templates/_enterprises.html",
    "templates/_entries.html",
    "templates/_evidence.html",
    "templates/_facts.html",
    "templates/_footer.html",
    "templates/_header.html",
    "templates/_headline.html",
    "templates/_matrix.html",
    "templates/_pager.html",
    "templates/_picture.html",
    "templates/_reasons.html",
    "templates/_words.html",
    "templates/base.html",
    "templates/card.html",
    "templates/case-list.html",
    "templates/case.html",
    "templates/enterprise-list.html",
    "templates/enterprise.html",
    "templates/glossary.html",
    "templates/home.html",
    "templates/indicator.html",
    "templates/industry.html",
    "templates/matrix.html",
    "templates/page.html",
    "templates/search.html",
    "templates/source-list.html",
    "templates/source.html",
    "templates/term-list.html",
    "templates/term.html",
}
