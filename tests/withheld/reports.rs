//! What the program writes to a terminal, for other programs and for GitHub: all of it ends up in logs.

use std::process::Command;

use rayon::prelude::*;
use tempfile::TempDir;

use crate::story::{HIDDEN, story};
use crate::support::{Site, site};

const FIGURES: &str = "content/enterprises/hualan-steel/indicators.yaml";
const ZH: &str = "content/cases/rolling/zh.md";

#[test]
fn no_report_tells_one_secret_from_another() {
    (0..6_u64).into_par_iter().for_each(|seed| {
        let story = story(seed * 7);
        let [one, other] = [0, 1].map(|reading| reports(&story.site(reading)));
        for ((how, one), (_, other)) in one.iter().zip(&other).filter(|((how, _), _)| !how.contains("human"))
        {
            // What is wrong with a draft depends on what it says.
            let is_hidden = |line: &str| HIDDEN.iter().any(|(id, _)| line.contains(&format!("cases/{id}/")));
            let public = |text: &str| {
                text.lines().filter(|line| !is_hidden(line)).map(str::to_owned).collect::<Vec<_>>()
            };
            assert_eq!(public(one), public(other), "site {seed}, {how}");
        }
        let secrets = crate::forms(&story, |secret| secret.figure.is_some());
        let files = one.into_iter().map(|(how, text)| (how, text.into_bytes())).collect();
        let found = crate::search::found(&files, &secrets);
        assert!(found.is_empty(), "site {seed}: {found:#?}");
    });
}

#[test]
fn a_mistake_beside_a_withheld_figure_does_not_quote_it() {
    const SECRET: &str = "48271.63";
    let figure = |text: &str| site().edit(FIGURES, "2024: 512300", &format!("2024: {text}"));
    let file = |text: &str| site().file(FIGURES, text);
    for site in [
        figure("{ value: 48271.63, withheld: confidential, vlaue: 3 }"),
        figure("{ value: 48271.63, withheld: confidential, source: nobody }"),
        figure("{ value: 48271.63, withheld: confidental }"),
        figure("{ value: 48271.63, witheld: confidential }"),
        figure("{ value: 48271.63, withheld: { until: 2027-04-30 } }"),
        figure("{ value: 48271.63, withheld: {} }"),
        figure("{ value: 48271.63, withheld: confidential, basis: rough }"),
        figure("{ value: 48271.63万, withheld: confidential }"),
        figure("{ value: '48271.63', withheld: confidential }"),
        figure("{ value:48271.63, withheld: confidential }"),
        figure("{ value: 1, note: { zh: 应为48271.63 }, withheld: confidential }"),
        figure("{ value: 48271.63, withheld: confidential"),
        figure("{ value: 48271.63, withheld: confidential }, 2023: { value: ~ }"),
        file("observations: { roe: { withheld: confidential, 2024: 48271.63 } }\n"),
        file("observations: { roe: { withheld: confidential, values: { 2024: 48271.63 } } }\n"),
        file("withheld: confidential\nobservations: { roe: { 2024: 48271.63, 2024: 1 } }\n"),
        file("observations: { roe: { 2024: 48271.63, 2023: 1 } }, withheld: confidential\n"),
        figure("{ value: 48271.63, withheld: confidential }").edit(
            ZH,
            "{roe@2021}",
            "{roe@2021}，利润[48271.63万元]{total-profit@2024}",
        ),
        figure("{ value: 1048271.63, withheld: confidential }, 2022: ~").edit(
            ZH,
            "{roe@2021}",
            "{roe@2021}，利润增加[48271.63万元]{total-profit: change 2022..2024}",
        ),
        figure("{ value: 1048271.63, withheld: confidential }").edit(
            ZH,
            "{roe@2021}",
            "{roe@2021}，利润[48271.63万元]{total-profit: gap 2029}",
        ),
    ] {
        for (how, text) in reports(&site) {
            assert!(
                text.contains(".yaml") || text.contains(".md"),
                "{how} tells that something is wrong: {text}"
            );
            assert!(!text.contains(SECRET), "{how}: {text}");
        }
    }
}

#[test]
fn what_is_not_withheld_is_quoted_as_it_stands() {
    let site = site().edit(FIGURES, "2024: 512300", "2024: { value: 48271.63, basis: rough }");
    assert!(reports(&site)[0].1.contains("48271.63"));
}

/// What `casebook check` says in each form and language, by what was asked.
fn reports(site: &Site) -> Vec<(String, String)> {
    let folder = TempDir::new().expect("a folder can be made");
    site.write_to(folder.path());
    let mut reports = Vec::new();
    for format in ["human", "json", "github"] {
        for lang in ["zh", "en"] {
            let arguments = ["check", "--all", "--at", crate::BEFORE, "--format", format, "--language", lang];
            let run = Command::new(env!("CARGO_BIN_EXE_casebook"))
                .args(arguments)
                .current_dir(folder.path())
                .output()
                .expect("the program runs");
            let text = [run.stdout, run.stderr].concat();
            reports.push((format!("{format} in {lang}"), String::from_utf8_lossy(&text).into_owned()));
        }
    }
    reports
}
