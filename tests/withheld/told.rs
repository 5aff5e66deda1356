//! Leaks that once were, each told in the smallest site that had it.

use crate::support::{Site, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";
const ZH: &str = "content/cases/rolling/zh.md";

/// A site with five more enterprises, which has a median of all six as a benchmark.
fn six() -> Site {
    let mut six = site().wish(|wish| wish.without_broken = true).file(
        "content/benchmarks/steel-roe.yaml",
        "kind: peer-statistic\nindicator: roe\nlabel: { zh: 中位, en: Median }\nstatistic: median\n\
         peers: [p0, p1, p2, p3, p4, p5]\n",
    );
    for n in 0..6 {
        six = six
            .file(
                &format!("content/enterprises/p{n}/enterprise.yaml"),
                &format!("name: {{ zh: 企业{n}, en: P{n} }}\nindustry: steel\nregion: hebei\n"),
            )
            .file(
                &format!("content/enterprises/p{n}/indicators.yaml"),
                &format!("source: annual-report\nobservations: {{ roe: {{ 2024: {n}1.7 }} }}\n"),
            );
    }
    six
}

#[test]
fn an_enterprise_that_says_what_it_withholds_in_the_wrong_place_is_in_no_statistic() {
    let misplaced = |value: &str| {
        let text = format!("withheld: confidential\nobservations: {{ roe: {{ 2024: {value} }} }}\n");
        six().file("content/enterprises/p2/indicators.yaml", &text).build().files
    };
    assert!(six().build().text("zh/cases/rolling.html").contains("26.7%"), "the median of six");
    assert!(misplaced("28.7") == misplaced("99.9"));
}

#[test]
fn a_text_that_quotes_what_is_left_out_is_left_out_too() {
    let text = "---\ntitle: 甲\nsummary: 乙\n---\n今年[28.7%]{p2/roe@2024}\n";
    let built = six()
        .file(
            "content/enterprises/p2/indicators.yaml",
            "observations: { roe: { 2024: 28.7 } }\nwithheld: confidential\n",
        )
        .file(ZH, text)
        .build();
    built.made();
    assert!(built.files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("28.7")));
    assert!(built.files.contains_key("en/cases/rolling.html"), "the other text stands");
}

#[test]
fn a_place_in_words_is_published_only_if_it_holds_among_those_who_are_left() {
    let says = |place: &str, site: Site| {
        let text = format!("---\ntitle: 甲\nsummary: 乙\n---\n今年居[{place}]{{roe: rank 2024}}。\n");
        site.file(ZH, &text).build().files.contains_key("zh/cases/rolling.html")
    };
    let without_best =
        |slip: (&str, &str)| six().edit("content/enterprises/p5/indicators.yaml", slip.0, slip.1);
    let (unread, unlinked) = (("source:", "sauce: none\nsource:"), ("annual-report", "nowhere"));
    assert!(says("第6位", six()), "the sixth of seven");
    assert!(!says("第6位", without_best(unread)));
    assert!(!says("第6位", without_best(unlinked)));
    assert!(says("第5位", without_best(unread)), "the fifth of the six who are left");
}

#[test]
fn nobody_is_told_by_a_correction_what_a_draft_or_a_broken_file_says() {
    let drafted = site()
        .file(
            "content/cases/heat/case.yaml",
            "kind: project\nenterprise: hualan-steel\nareas: [efficiency]\nstatus: draft\n",
        )
        .file("content/cases/heat/zh.md", "---\ntitle: 热\nsummary: 热\n---\n热\n")
        .file(
            "content/cases/heat/indicators.yaml",
            "source: annual-report\nobservations: { roe: { 2024: 28.7 } }\n",
        )
        .file(ZH, "---\ntitle: 甲\nsummary: 乙\n---\n今年[9.4%]{heat/roe@2024}\n");
    let broken = site()
        .edit(FIGURES, "2024: 9.4", "2024: 28.7")
        .edit(FIGURES, "currency: CNY\n", "currency: CNY\nwithheld: confidential\n")
        .file(ZH, "---\ntitle: 甲\nsummary: 乙\n---\n今年[9.4%]{roe@2024}\n");
    for site in [drafted, broken] {
        let built = site.build();
        assert!(!built.diagnostics.is_empty());
        assert!(
            !String::from_utf8_lossy(&crate::search::sayings(&built.diagnostics.iter().collect::<Vec<_>>()))
                .contains("28.7")
        );
    }
}

#[test]
fn a_statistic_is_not_computed_from_peers_who_are_left_out() {
    let shows = |site: Site, median: &str| site.build().text("zh/cases/rolling.html").contains(median);
    let five = || six().edit("content/benchmarks/steel-roe.yaml", ", p5]", "]");
    let unclear = |site: Site| {
        site.edit("content/enterprises/p2/indicators.yaml", "roe: {", "roh: { 2024: 1 }, roe: {")
    };
    assert!(shows(five(), "21.7%"), "the median of five");
    assert!(shows(unclear(six()), "31.7%"), "five of six are left");
    assert!(!shows(unclear(five()), "21.7%"), "four of five are left");
}

#[test]
fn a_text_whose_figures_have_gone_is_not_published() {
    let built = site()
        .wish(|wish| wish.without_broken = true)
        .edit("content/indicators/roe.yaml", "unit: percent", "unit: percent\narea: nowhere")
        .file(ZH, "---\ntitle: 甲\nsummary: 乙\n---\n今年[9.4%]{roe@2024}\n")
        .build();
    built.made();
    assert!(!built.files.contains_key("zh/cases/rolling.html"), "nobody stands behind 9.4% any more");
}
