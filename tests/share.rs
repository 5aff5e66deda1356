//! Pictures that stand for cases where their addresses are shared.

mod support;

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use casebook::base::{Lang, SitePath};
use casebook::media::{Fonts, poster};
use casebook::site::{Preview, Tools};
use image::RgbImage;
use support::font::Boxes;
use support::{Built, Shelf, Site, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";

/// A site that wants pictures.
fn wanting() -> Site {
    site().edit("casebook.yaml", "core_ind", "share_images: true\ncore_ind")
}

fn built_with(site: &Site, fonts: &dyn Fonts) -> Built {
    let built = site.build_with(Tools { fonts, ..Tools::default() });
    built.made();
    built
}

fn built(site: &Site) -> Built {
    built_with(site, &Boxes::for_all())
}

/// What a page says in a tag of its head.
fn said<'h>(html: &'h str, property: &str) -> Option<&'h str> {
    let (_, rest) = html.split_once(&format!("=\"{property}\" content=\""))?;
    Some(rest.split('"').next().expect("an attribute ends"))
}

/// The picture that a page names, as it is published.
fn picture(built: &Built, page: &str) -> RgbImage {
    let href = said(built.text(page), "og:image").unwrap_or_else(|| panic!("{page} has a picture"));
    let path = href.strip_prefix("https://example.org/showcase/").expect("its address is absolute");
    image::load_from_memory(&built.files[path]).expect("it is a picture").into_rgb8()
}

/// Everything that was drawn.
fn pictures(built: &Built) -> BTreeMap<&str, &[u8]> {
    let drawn = built.files.iter().filter(|(path, _)| path.contains("/share-"));
    drawn.map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect()
}

#[test]
fn a_case_has_a_picture_in_each_of_its_languages() {
    let built = built(&wanting());
    built.notes([]);
    for page in ["zh/cases/rolling.html", "en/cases/rolling.html"] {
        let picture = picture(&built, page);
        assert_eq!(picture.dimensions(), (1200, 630));
        let colours: std::collections::BTreeSet<_> = picture.pixels().map(|pixel| pixel.0).collect();
        assert!(colours.len() > 4, "{page}: something is written on it");
        let html = built.text(page);
        assert_eq!(said(html, "og:image:width"), Some("1200"));
        assert_eq!(said(html, "og:image:height"), Some("630"));
        assert_eq!(said(html, "og:image:type"), Some("image/png"));
        assert_eq!(said(html, "twitter:card"), Some("summary_large_image"));
        let href = said(html, "og:image").unwrap();
        assert!(html.contains(&format!("\"image\":\"{href}\"")), "search engines are told of it too");
    }
    let words = "一条轧线的三年 · 华岚钢铁集团 · 净资产收益率 9.4% · 较2021年提高3.2个百分点 · 落后世界一流1.5个百分点";
    assert_eq!(said(built.text("zh/cases/rolling.html"), "og:image:alt"), Some(words));
    assert_eq!(pictures(&built).len(), 2);
    assert_eq!(said(built.text("zh/index.html"), "og:image"), None, "it stands for nothing else");
}

#[test]
fn nobody_gets_pictures_who_has_not_asked() {
    for site in [site(), site().edit("casebook.yaml", "core_ind", "share_images: false\ncore_ind")] {
        let built = built(&site);
        assert!(pictures(&built).is_empty());
        assert_eq!(said(built.text("zh/cases/rolling.html"), "og:image"), None);
        assert_eq!(said(built.text("zh/cases/rolling.html"), "twitter:card"), None);
    }
}

#[test]
fn what_no_font_has_is_told_once_and_the_rest_of_the_site_is_made() {
    let site = wanting().case("other", &["zh", "en"]);
    let built = built_with(&site, &Boxes::without("岚轧"));
    built.notes(["font-missing casebook.yaml"]).marks(&site, "font-missing", "true");
    let told = &built.sayings(Lang::EN)[0];
    assert!(told.contains("`岚轧`") && told.contains("2 pictures"), "{told}");
    assert_eq!(said(built.text("zh/cases/rolling.html"), "og:image"), None);
    assert_eq!(picture(&built, "en/cases/rolling.html").width(), 1200);
    assert_eq!(pictures(&built).len(), 2);
}

#[test]
fn no_word_is_lost_because_another_has_its_letters() {
    let (fonts, lacking) = (Boxes::for_all(), Boxes::without("年"));
    let draw = |family: &str, fonts: &dyn Fonts| {
        let svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'>\
             <text font-family=\"'Noto Sans CJK SC'\" y='30'>三年</text><text font-family='{family}' y='60'>三年</text></svg>"
        );
        poster(&svg, fonts.letters()).map(|print| (print.width, print.height))
    };
    assert_eq!(draw("\"Noto Sans CJK SC\"", &fonts), Ok((90, 90)));
    assert_eq!(draw("Nowhere", &fonts).unwrap_err().into_iter().collect::<String>(), "三年");
    assert_eq!(draw("\"Noto Sans CJK SC\"", &lacking).unwrap_err().into_iter().collect::<String>(), "年");
}

#[test]
fn a_machine_without_fonts_makes_the_site_without_pictures() {
    let bare = wanting().build();
    bare.made().notes(["font-missing casebook.yaml"]);
    assert!(bare.sayings(Lang::ZH)[0].contains("没有可用的字体"), "{:?}", bare.sayings(Lang::ZH));
    let plain = site().build();
    assert_eq!(bare.files.keys().collect::<Vec<_>>(), plain.files.keys().collect::<Vec<_>>());
    assert_eq!(bare.text("zh/cases/rolling.html"), plain.text("zh/cases/rolling.html"));
}

#[test]
fn a_picture_is_drawn_again_when_its_words_or_the_fonts_change() {
    let shelf = Shelf::default();
    let drawn = |site: &Site, fonts: &dyn Fonts| {
        let built = site.build_with(Tools { store: &shelf, fonts, past: None });
        (shelf.puts.swap(0, Ordering::Relaxed), built.files)
    };
    let (puts, first) = drawn(&wanting(), &Boxes::for_all());
    assert_eq!(puts, 2);
    assert_eq!(drawn(&wanting(), &Boxes::for_all()), (0, first.clone()));
    let renamed = wanting().edit("content/cases/rolling/en.md", "Three years", "Four years");
    assert_eq!(drawn(&renamed, &Boxes::for_all()).0, 1);
    assert_eq!(drawn(&wanting(), &Boxes::without("Q")).0, 2);
    // What is kept and spoilt is worth nothing.
    shelf.kept.lock().unwrap().values_mut().for_each(|bytes| *bytes.last_mut().unwrap() ^= 1);
    assert_eq!(drawn(&wanting(), &Boxes::for_all()), (2, first));
}

#[test]
fn a_preview_shows_the_pictures_that_a_build_makes() {
    let (site, fonts) = (wanting(), Boxes::for_all());
    let tools = Tools { fonts: &fonts, ..Tools::default() };
    let preview = Preview::open(tools, &site, site.wanted()).expect("memory can be read");
    let built = built_with(&site, &fonts);
    for path in pictures(&built).keys().chain(&["zh/cases/rolling.html"]) {
        let shown = preview.edition().file(tools, &site, &SitePath::new(path)).expect("it can be drawn");
        assert!(shown.as_ref() == built.files.get(*path), "{path}");
    }
}

#[test]
fn a_figure_that_is_withheld_is_in_no_picture() {
    let with = |value: &str| {
        let secret = format!("2024: {{ value: {value}, withheld: confidential }}");
        let embargo = format!("2024: {{ value: {value}, withheld: {{ until: 2030-01-01T00:00:00+08:00 }} }}");
        [secret, embargo].map(|figure| built(&wanting().edit(FIGURES, "2024: 9.4", &figure)))
    };
    for (one, other) in with("9.4").iter().zip(&with("77.7")) {
        assert_eq!(pictures(one).len(), 2);
        assert!(pictures(one) == pictures(other));
        let alt = said(one.text("en/cases/rolling.html"), "og:image:alt").unwrap();
        assert!(!alt.contains("9.4") && !alt.contains("gap"), "{alt}");
    }
}

#[test]
fn a_case_without_figures_has_a_picture() {
    let site = wanting().without(FIGURES).edit("content/cases/rolling/case.yaml", "indicators: [roe]\n", "");
    let site = site.edit("content/cases/rolling/zh.md", "{roe@2021}", "高").edit(
        "content/cases/rolling/en.md",
        "{roe@2021}",
        "high",
    );
    let built = built(&site);
    let alt = said(built.text("en/cases/rolling.html"), "og:image:alt");
    assert_eq!(alt, Some("Three years of one line · Hualan Steel Group"));
    assert_eq!(picture(&built, "en/cases/rolling.html").height(), 630);
}

#[test]
fn a_picture_has_the_colours_of_the_theme() {
    let ground = |site: &Site| picture(&built(site), "en/cases/rolling.html").get_pixel(1190, 620).0;
    assert_eq!(ground(&wanting()), [0x0b, 0x63, 0x80]);
    let red = wanting()
        .edit("casebook.yaml", "core_ind", "theme: red\ncore_ind")
        .file("themes/red/styles/99-red.css", ":root { --own: #a01020 }");
    assert_eq!(ground(&red), [0xa0, 0x10, 0x20]);
}

#[test]
fn no_title_breaks_a_picture() {
    let of = |title: &str| {
        pictures(&built(&wanting().edit("content/cases/rolling/zh.md", "一条轧线的三年", title))).len()
    };
    for title in ["'<svg>&amp;\"]]>'", "'%'", &"长".repeat(400), &"w".repeat(400), &"word ".repeat(100)] {
        assert_eq!(of(title), 2, "{title}");
    }
    // What nobody can see is in no font either.
    assert_eq!(of("\"\\u0001\\uFFFE\\u0085 三年\""), 2);
    assert_eq!(of("\"三年\\U0001F600\""), 1);
}
