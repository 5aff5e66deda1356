//! Twenty slips planted in a copy of the sample content: all are reported in one run, each at its exact place.

mod support;

use std::fs;
use std::path::Path;

use casebook::base::{Lang, Severity, SourcePath};
use casebook::site::{Sources, Tools};
use support::font::Boxes;
use support::{Site, site};

/// A slip: the file, what stands there, what somebody types instead, the code, and the words that are marked.
struct Slip {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    code: &'static str,
    marked: &'static str,
}

const fn slip(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    code: &'static str,
    marked: &'static str,
) -> Slip {
    Slip { file, from, to, code, marked }
}

/// One slip to a file, so that each is found by itself.
const SLIPS: [Slip; 20] = [
    slip("content/enterprises/hualan-steel/enterprise.yaml", "region:", "regoin:", "key-unknown", "regoin"),
    slip(
        "content/enterprises/beilu-steel/enterprise.yaml",
        "industry: steel",
        "industry: stele",
        "industry-unknown",
        "stele",
    ),
    slip(
        "content/enterprises/beilu-steel/indicators.yaml",
        "currency: CNY",
        "currency: 人民币",
        "currency-malformed",
        "人民币",
    ),
    slip("content/enterprises/dongyu-steel/enterprise.yaml", "level: ", "level: very-", "value-unknown", ""),
    slip(
        "content/enterprises/cangyu-heavy/enterprise.yaml",
        "founded: ",
        "founded: about ",
        "number-malformed",
        "",
    ),
    slip("content/sources/world-steel-2024.yaml", "published: 2", "published: 32", "date-malformed", ""),
    slip("content/cases/jialan-promised-dates/case.yaml", "kind:", "knid:", "key-unknown", "knid"),
    slip(
        "content/cases/minxi-first-customer/zh.md",
        "{roe@2024}",
        "{roe@1999}",
        "claim-without-figure",
        "{roe@1999}",
    ),
    slip("content/cases/minxi-first-customer/en.md", "{roe@2024}", "{reo@2024}", "indicator-unknown", "reo"),
    slip("content/cases/cangyu-three-columns/zh.md", "## ", "<b>粗</b>\n\n## ", "html-shown-as-text", "<b>"),
    slip(
        "content/cases/cangyu-three-columns/en.md",
        "\n## ",
        "\n[x](javascript:1)\n\n## ",
        "link-scheme-refused",
        "",
    ),
    slip(
        "content/cases/changning-returned-steel/zh.md",
        "\n## ",
        "\n[x](../nowhere/zh.md)\n\n## ",
        "link-broken",
        "",
    ),
    slip(
        "content/cases/changning-returned-steel/en.md",
        "\n## ",
        "\n![](media/none.png)\n\n## ",
        "image-alt-missing",
        "",
    ),
    slip(
        "content/cases/chengyu-neighbors-heat/zh.md",
        "\n## ",
        "\n{roe：change 2021..2024}\n\n## ",
        "claim-malformed",
        "",
    ),
    slip("content/cases/chengyu-neighbors-heat/en.md", "title:", "titel:", "key-unknown", "titel"),
    slip("content/cases/hengchuan-last-pole/case.yaml", "stage: ", "stage: pre-", "stage-unknown", ""),
    slip(
        "content/cases/hongjin-inland-trains/case.yaml",
        "areas: [",
        "areas: [efficency, ",
        "area-unknown",
        "efficency",
    ),
    slip(
        "content/cases/mingsha-moving-line/case.yaml",
        "published: 2025-",
        "published: 2025/",
        "date-malformed",
        "",
    ),
    slip("content/vocabulary/tags.yaml", "name:", "nmae:", "key-unknown", "nmae"),
    slip("content/benchmarks/steel-world-class-roe.yaml", "2024: ", "2024: 约", "number-malformed", ""),
];

#[test]
fn the_sample_site_has_nothing_wrong() {
    // Its pictures to share need letters, and this machine may have no fonts.
    let built = sample().build_with(Tools { fonts: &Boxes::for_all(), ..Tools::default() });
    let wrong: Vec<_> = built.diagnostics.iter().filter(|d| d.severity() != Severity::Note).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let made = built.made.expect("the sample site is made");
    assert!(made.pages >= 150, "{} pages", made.pages);
}

#[test]
fn twenty_slips_are_reported_in_one_run_each_at_its_place() {
    let faulty = with_all_slips();
    let built = faulty.build();
    built.refused();
    let mut missed = Vec::new();
    for slip in &SLIPS {
        let there = built.diagnostics.iter().any(|d| {
            let file =
                String::from_utf8(faulty.read(&d.place.file).expect("it is there")).expect("it is text");
            let marked = &file[d.place.span.range()];
            d.place.file.as_str() == slip.file
                && d.problem.code() == slip.code
                && !marked.is_empty()
                && (slip.marked.is_empty() || marked == slip.marked || marked.starts_with(slip.marked))
        });
        if !there {
            let found = built.diagnostics.iter().filter(|d| d.place.file.as_str() == slip.file);
            missed.push(format!("{} {}: {:?}", slip.file, slip.code, found.collect::<Vec<_>>()));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn every_report_speaks_both_languages_and_says_what_to_do() {
    for diagnostic in with_all_slips().build().diagnostics {
        let (zh, en) = (diagnostic.say(Lang::ZH), diagnostic.say(Lang::EN));
        let is_han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(is_han(&zh.message) && is_han(&zh.help), "{zh:?}");
        assert!(!en.message.is_empty() && !en.help.is_empty(), "{en:?}");
        assert_ne!(zh.message, en.message);
    }
}

#[test]
fn no_slip_is_blamed_on_a_file_that_has_none() {
    for diagnostic in with_all_slips().build().diagnostics {
        let file = diagnostic.place.file.as_str();
        let known = SLIPS.iter().any(|s| s.file == file) || diagnostic.severity() == Severity::Note;
        assert!(known, "{file} is sound, but: {:?}", diagnostic.problem);
    }
}

#[test]
fn the_untouched_cases_can_still_be_built() {
    let built = with_all_slips().wish(|wish| wish.without_broken = true).build();
    built.made();
    built.text("zh/cases/suicang-living-grain.html");
    assert!(!built.files.contains_key("zh/cases/beilu-fourth-winter.html"));
}

#[test]
fn no_definition_is_so_broken_that_the_rest_cannot_be_built() {
    let whole = sample();
    let defined = |path: &&SourcePath| {
        path.as_str().starts_with("content/indicators/") || path.as_str().starts_with("content/vocabulary/")
    };
    for path in whole.list().expect("memory can be listed").iter().filter(defined) {
        let broken =
            whole.clone().file(path.as_str(), "zzz: [1\n").wish(|wish| wish.without_broken = true).build();
        broken.made();
        assert!(broken.files.contains_key("zh/index.html"), "{path}");
    }
}

#[test]
fn one_value_changed_names_every_sentence_that_it_made_wrong() {
    let changed = sample().edit(
        "content/enterprises/hualan-steel/indicators.yaml",
        "2024: { value: 9.4",
        "2024: { value: 8.9",
    );
    let built = changed.build();
    let wrong: Vec<String> = built
        .diagnostics
        .iter()
        .filter(|d| d.severity() == Severity::Error)
        .map(|d| {
            let file = changed.read(&d.place.file).expect("it is there");
            let words = String::from_utf8_lossy(&file[d.place.span.range()]).into_owned();
            format!("{} {} {words}", d.problem.code(), d.place.file)
        })
        .collect();
    let story = "assertion-wrong content/cases/hualan-smart-rolling";
    assert_eq!(
        wrong,
        [
            format!("{story}/en.md 9.4%"),
            format!("{story}/en.md 1.5 percentage points"),
            format!("{story}/en.md nearly three quarters"),
            format!("{story}/zh.md 9.4%"),
            format!("{story}/zh.md 1.5个百分点"),
            format!("{story}/zh.md 近四分之三"),
        ]
    );
}

fn with_all_slips() -> Site {
    SLIPS.iter().fold(sample(), |site, slip| site.edit(slip.file, slip.from, slip.to))
}

/// The sample site as it is on the disk.
fn sample() -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sample = site().empty();
    let mut folders = vec![root.join("content")];
    sample = sample
        .bytes("casebook.yaml", &fs::read(root.join("casebook.yaml")).expect("the sample site is there"));
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder can be listed") {
            let path = entry.expect("a folder can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below: Vec<_> = path
                    .strip_prefix(root)
                    .expect("it lies below")
                    .iter()
                    .filter_map(|p| p.to_str())
                    .collect();
                let name = SourcePath::from(below.join("/"));
                sample = sample.bytes(name.as_str(), &fs::read(&path).expect("a file can be read"));
            }
        }
    }
    sample
}
