use super::*;

/// The built-in style sheets, and one of a site's own.
fn sheets(css: &str) -> [Sheet; 2] {
    let own = [("styles/99-own.css", css.as_bytes())];
    [Sheet::of(builtin::FILES.iter().copied()), Sheet::of(own.into_iter())]
}

fn painted(kind: &str, class: &str, css: &str) -> BTreeMap<&'static str, String> {
    attributes(&sheets(css), kind, class).into_iter().collect()
}

/// As a theme does it, with one style sheet of a site's own.
fn theme(css: &str) -> Paint {
    let mut files: BTreeMap<String, Vec<u8>> =
        builtin::FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    files.insert("styles/99-own.css".to_owned(), css.as_bytes().to_vec());
    paint(&files).0
}

#[test]
fn a_theme_has_the_paint_of_its_rules_for_every_kind_and_class() {
    for css in
        ["", ".chart .own { color: #123 } .slope .own.line { stroke-width: 9 } .gap text { fill: #fed }"]
    {
        let sheets = sheets(css);
        assert_eq!(theme(css), Paint::new(|kind, class| attributes(&sheets, kind, class)));
    }
    assert_ne!(theme(""), theme(".gap text { fill: #fed }"));
}

#[test]
fn every_class_of_every_chart_has_paint() {
    let sheets = sheets("");
    for kind in KINDS {
        for class in CLASSES {
            let paint: BTreeMap<_, _> = attributes(&sheets, kind, class).into_iter().collect();
            assert!(paint.contains_key("fill"), "{kind}: {class}");
            assert!(paint["fill"] != "none" || paint.contains_key("stroke"), "{kind}: {class} is seen");
            let colours = ["fill", "stroke"].into_iter().filter_map(|name| paint.get(name));
            assert!(
                colours.clone().all(|value| value == "none" || value.starts_with('#')),
                "{kind}: {class} {paint:?}"
            );
        }
    }
}

#[test]
fn pictures_have_the_colours_of_the_site() {
    assert_eq!(painted("trend", "own line", "")["stroke"], "#0b6380");
    assert_eq!(painted("trend", "own line", ":root { --own: #123456 }")["stroke"], "#123456");
    assert_eq!(
        painted("trend", "own line", ":root { --brand: #abc; --own: var(--brand) }")["stroke"],
        "#abc"
    );
    assert_eq!(painted("trend", "own line", ".chart .own { color: teal }")["stroke"], "teal");
}

#[test]
fn the_dark_scheme_is_for_screens_and_not_for_paper() {
    let dark = "@media (prefers-color-scheme: dark) { :root { --own: #62c2dd } }";
    assert_eq!(painted("trend", "own line", dark)["stroke"], "#0b6380");
}

#[test]
fn a_colour_that_only_browsers_know_is_not_put_into_a_picture() {
    for value in ["oklch(45% .1 220)", "var(--own)", "color-mix(in srgb, red, blue)", "#12345678"] {
        let css = format!(":root {{ --own: {value} }} .chart .own {{ color: {value} }}");
        assert_eq!(painted("trend", "own", &css)["fill"], "#0b6380", "{value}");
    }
}

#[test]
fn more_classes_win_over_fewer_and_the_later_over_the_earlier() {
    assert_eq!(painted("trend", "benchmark line", "")["stroke-dasharray"], "6 4");
    assert_eq!(painted("trend", "benchmark provisional line", "")["stroke-dasharray"], "1 5");
    assert!(!painted("trend", "benchmark mark line", "").contains_key("stroke-dasharray"));
}

#[test]
fn a_rule_may_be_for_one_kind_of_chart_alone() {
    let css = ".slope .peer.line { stroke-width: 1.5 }";
    assert_eq!(painted("slope", "peer line", css)["stroke-width"], "1.5");
    assert_eq!(painted("trend", "peer line", css)["stroke-width"], "2.5");
}

#[test]
fn text_is_filled_and_dots_are_circles() {
    let own = painted("trend", "own", "");
    assert_eq!((own["fill"].as_str(), own["font-weight"].as_str()), ("#0b6380", "600"));
    let dots = painted("trend", "own dots", "");
    assert_eq!(dots.into_iter().collect::<Vec<_>>(), [("fill", "#0b6380".to_owned())]);
}
