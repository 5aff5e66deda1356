//! Five directions, six kinds of benchmark, four ways to go: what is said, which badge stands there, which colours are used.

mod support;

use std::fmt::Write;

use casebook::base::Lang;
use casebook::measure::Status;
use support::{Built, Site, site};

/// A direction with the figures that go with it.
struct Direction {
    name: &'static str,
    /// As an indicator's file has it.
    yaml: &'static str,
    /// Better, worse, unchanged, and past the benchmark or into the band: 2023 and 2024.
    ways: [[&'static str; 2]; 4],
    /// The benchmark in 2023 and 2024.
    benchmark: [&'static str; 2],
    /// The target for 2025.
    target: &'static str,
    /// From excellent to poor, in both years.
    bands: [&'static str; 5],
}

const WAYS: [&str; 4] = ["better", "worse", "same", "past"];

const DIRECTIONS: [Direction; 5] = [
    Direction {
        name: "increase",
        yaml: "increase",
        ways: [["6", "9"], ["9", "6"], ["8", "8"], ["9", "12"]],
        benchmark: ["10", "10.5"],
        target: "11",
        bands: ["10", "8", "7", "6.5", "6.2"],
    },
    Direction {
        name: "decrease",
        yaml: "decrease",
        ways: [["64", "61"], ["61", "64"], ["62", "62"], ["61", "55"]],
        benchmark: ["58", "57"],
        target: "56",
        bands: ["57", "60", "62", "63", "63.5"],
    },
    Direction {
        name: "hold",
        yaml: "{ hold: { within: 1.0 } }",
        ways: [["11", "12"], ["12", "11"], ["11.5", "11.5"], ["12", "13"]],
        benchmark: ["13.5", "13.5"],
        target: "13.5",
        bands: ["15", "14", "13", "12", "11"],
    },
    Direction {
        name: "range",
        yaml: "{ range: { min: 55, max: 70 } }",
        ways: [["80", "76"], ["66", "75"], ["60", "60"], ["75", "65"]],
        benchmark: ["64", "64"],
        target: "65",
        bands: ["80", "70", "60", "50", "40"],
    },
    Direction {
        name: "none",
        yaml: "none",
        ways: [["5", "8"], ["8", "5"], ["6", "6"], ["6", "12"]],
        benchmark: ["10", "10"],
        target: "9",
        bands: ["12", "9", "6", "4", "2"],
    },
];

const KINDS: [&str; 6] = ["enterprise", "peers given", "peers computed", "ladder", "limit", "own-past"];

fn benchmark(direction: &Direction, kind: &str) -> String {
    let [then, now] = direction.benchmark;
    let values = format!("values: {{ 2023: {then}, 2024: {now} }}\n");
    let (kind, content) = match kind {
        "enterprise" => ("enterprise", values),
        "peers given" => ("peer-statistic", format!("statistic: median\npeers: [p1]\n{values}")),
        "peers computed" => ("peer-statistic", "statistic: median\npeers: [p1, p2, p3, p4, p5]\n".to_owned()),
        "ladder" => {
            let names = ["excellent", "good", "average", "low", "poor"];
            let bounds: Vec<String> =
                names.iter().zip(direction.bands).map(|(name, bound)| format!("{name}: {bound}")).collect();
            let bounds = bounds.join(", ");
            ("ladder", format!("bands: {{ 2023: {{ {bounds} }}, 2024: {{ {bounds} }} }}\n"))
        }
        "limit" => ("limit", values),
        _ => ("own-past", "period: 2023\n".to_owned()),
    };
    format!(
        "kind: {kind}\nindicator: roe\nlabel: {{ zh: 标尺, en: Yardstick }}\nsource: annual-report\n{content}"
    )
}

/// An enterprise for each way to go, and five peers that stand at the benchmark.
fn story(direction: &Direction, kind: &str) -> Site {
    let mut story = site()
        .edit("content/indicators/roe.yaml", "direction: increase", &format!("direction: {}", direction.yaml))
        .file("content/benchmarks/steel-roe.yaml", &benchmark(direction, kind));
    let enterprise = |id: &str| format!("name: {{ zh: 甲{id}, en: {id} }}\nindustry: steel\nregion: hebei\n");
    for (id, [then, now]) in WAYS.iter().zip(direction.ways) {
        let figures = format!(
            "source: annual-report\nobservations: {{ roe: {{ 2023: {then}, 2024: {now} }} }}\n\
             targets: {{ roe: {{ baseline: 2023, values: {{ 2025: {} }}, source: annual-report }} }}\n\
             benchmarks: {{ roe: steel-roe }}\n",
            direction.target
        );
        story = story
            .file(&format!("content/enterprises/{id}/enterprise.yaml"), &enterprise(id))
            .file(&format!("content/enterprises/{id}/indicators.yaml"), &figures);
    }
    let [then, now] = direction.benchmark;
    for n in 1..=5 {
        let id = format!("p{n}");
        let figures =
            format!("source: annual-report\nobservations: {{ roe: {{ 2023: {then}, 2024: {now} }} }}\n");
        story = story
            .file(&format!("content/enterprises/{id}/enterprise.yaml"), &enterprise(&id))
            .file(&format!("content/enterprises/{id}/indicators.yaml"), &figures);
    }
    story
}

/// What a page shows of one enterprise.
struct Shown {
    sentences: [String; 2],
    /// What its tile says of the benchmark.
    against: [String; 2],
    tone: String,
    way: String,
    badge: String,
    areas: String,
}

fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let Some((_, rest)) = text.split_once(open) else { return "" };
    rest.split_once(close).expect("what is opened is closed").0
}

fn shown(built: &Built, enterprise: &str) -> Shown {
    let page = |lang: &str| built.text(&format!("{lang}/enterprises/{enterprise}.html"));
    let sentence = |lang| between(page(lang), "<p class=\"figure-sentence\">", "</p>").to_owned();
    let zh = page("zh");
    let tile = between(zh, "<li class=\"tile ", "</li>");
    let areas: Vec<&str> = ["gap", "lead", "between"]
        .into_iter()
        .filter(|area| zh.contains(&format!("class=\"{area} area\"")))
        .collect();
    Shown {
        sentences: ["zh", "en"].map(sentence),
        against: ["zh", "en"].map(|lang| between(page(lang), "<p class=\"tile-gap\">", "</p>").to_owned()),
        tone: tile.split_once('"').map_or("", |(class, _)| class).to_owned(),
        way: between(tile, "<p class=\"tile-change", "\"").trim().to_owned(),
        badge: between(tile, "<p class=\"tile-status status-", "\"").to_owned(),
        areas: areas.join("+"),
    }
}

#[test]
fn every_direction_is_told_against_every_kind_of_benchmark() {
    let mut table = String::new();
    for direction in &DIRECTIONS {
        let mut rows: Vec<(&str, &str, String)> = Vec::new();
        for kind in KINDS {
            let built = story(direction, kind).build();
            built.made();
            for way in WAYS {
                let Shown { sentences: [zh, en], against: [gegen, against], tone, way: went, badge, areas } =
                    shown(&built, way);
                let or_dash = |text: String| if text.is_empty() { "-".to_owned() } else { text };
                let marks = [tone, went, badge, areas].map(or_dash).join(" ");
                let row = format!("{marks}\n  {zh}\n  {en}\n  {}\n  {}\n", or_dash(gegen), or_dash(against));
                let like = rows.iter().find(|(_, other, text)| *other == way && *text == row);
                write!(table, "{} / {kind} / {way}: ", direction.name).unwrap();
                match like {
                    Some((like, ..)) => writeln!(table, "like {like}\n").unwrap(),
                    None => writeln!(table, "{row}").unwrap(),
                }
                rows.push((kind, way, row));
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn what_is_not_judged_has_no_colour_and_no_badge() {
    let none = DIRECTIONS.iter().find(|d| d.name == "none").expect("it is one of the five");
    for kind in KINDS {
        let built = story(none, kind).build();
        for way in WAYS {
            let found = shown(&built, way);
            assert_eq!((found.tone.as_str(), found.badge.as_str()), ("tone-even", ""), "{kind} {way}");
            assert!(matches!(found.areas.as_str(), "" | "between"), "{kind} {way}: {}", found.areas);
            let said = [found.sentences.concat(), found.against.concat()].concat();
            for word in
                ["领先", "落后", "越低越好", "档", "ahead", "behind", "better", "band", "gap", "lead "]
            {
                assert!(!said.contains(word), "{kind} {way}: {word} in {said}");
            }
        }
    }
}

#[test]
fn better_is_better_and_worse_is_worse_whatever_it_is_held_against() {
    for direction in DIRECTIONS.iter().filter(|d| d.name != "none") {
        for kind in KINDS {
            let built = story(direction, kind).build();
            let tones = WAYS.map(|way| shown(&built, way).tone);
            assert_eq!(
                tones,
                ["tone-better", "tone-worse", "tone-even", "tone-better"],
                "{} {kind}",
                direction.name
            );
        }
    }
}

#[test]
fn a_limit_is_kept_and_never_overtaken() {
    for direction in &DIRECTIONS[..2] {
        for kind in ["limit", "own-past"] {
            let built = story(direction, kind).build();
            for way in WAYS {
                let found = shown(&built, way);
                assert_ne!(found.badge, "overtaken", "{} {kind} {way}", direction.name);
                for said in found.against.iter().chain(&found.sentences) {
                    for word in ["对标值", "领先", "落后", "benchmark", "ahead", "behind"] {
                        assert!(!said.contains(word), "{} {kind} {way}: {said}", direction.name);
                    }
                }
            }
        }
    }
}

#[test]
fn inside_its_band_a_value_is_on_course() {
    for direction in &DIRECTIONS[2..4] {
        let found = shown(&story(direction, "enterprise").build(), "past");
        assert_eq!(found.badge, "on-course", "{}", direction.name);
        assert!(found.sentences[0].contains("的区间内"), "{}", found.sentences[0]);
    }
}

#[test]
fn four_peers_are_no_statistic_and_the_page_says_so() {
    let four = story(&DIRECTIONS[0], "peers computed").edit(
        "content/benchmarks/steel-roe.yaml",
        "peers: [p1, p2, p3, p4, p5]",
        "peers: [p1, p2, p3, p4]",
    );
    let built = four.build();
    built.made();
    let found = shown(&built, "better");
    assert!(
        found.sentences[0].contains("有数值的同业企业不足五家，没有计算对标值"),
        "{}",
        found.sentences[0]
    );
    assert!(found.sentences[1].contains("fewer than five of the peers have a figure for 2024"));
    built.page("zh/indicators/roe.html", |page| {
        page.shows("有公开数值的同业企业不足五家，没有计算");
    });
}

#[test]
fn the_band_of_a_ladder_is_named_wherever_it_counts() {
    for (direction, band, below) in [
        (&DIRECTIONS[0], "处于“良好”档", "未达到最低一档"),
        (&DIRECTIONS[1], "处于“平均”档", "未达到最低一档"),
    ] {
        let built = story(direction, "ladder")
            .edit("content/cases/rolling/case.yaml", "enterprise: hualan-steel", "enterprise: better")
            .file(
                "content/cases/rolling/zh.md",
                "---\ntitle: 甲\n---\n## A {#challenge}\n```chart\nkind: bullet\nindicator: roe\n```\n",
            )
            .file("content/cases/rolling/en.md", "---\ntitle: A\n---\n## A {#challenge}\n{roe@2024}\n")
            .build();
        built.made();
        built.page("zh/enterprises/better.html", |page| {
            // In the tile, in the sentence under the trend and among the evidence.
            assert!(page.html.matches(band).count() >= 3, "{}", page.html);
        });
        built.page("zh/enterprises/worse.html", |page| {
            page.shows(below);
        });
        built.page("zh/cases/rolling.html", |page| {
            page.shows(&format!("<td class=\"num\">{band}</td>")).shows("class=\"b0 area\"");
        });
    }
}

#[test]
fn a_ladder_runs_the_way_of_its_indicator() {
    let upside_down = story(&DIRECTIONS[1], "ladder").edit(
        "content/indicators/roe.yaml",
        "direction: decrease",
        "direction: increase",
    );
    upside_down.build().refused().notes(["bands-unordered content/benchmarks/steel-roe.yaml"; 2]);
}

#[test]
fn the_rule_stands_beside_the_badges_and_on_the_page_of_methods() {
    let built = story(&DIRECTIONS[0], "enterprise").build();
    built.page("zh/enterprises/better.html", |page| {
        page.shows("状态怎样判定").shows(casebook::measure::status::rule(Lang::ZH));
    });
    built.page("en/enterprises/better.html", |page| {
        page.shows("How status is judged").shows("Within one tenth of that distance");
    });
    for (file, lang) in [("content/pages/method/zh.md", Lang::ZH), ("content/pages/method/en.md", Lang::EN)] {
        let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the sample site explains its methods");
        for status in Status::ALL {
            let word = format!("**{}**", status.word(lang));
            assert!(text.contains(&word), "{file} does not explain {word}");
        }
    }
}
