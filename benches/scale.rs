//! What builds of a site of any size take, by the program, as ratios to its first build: `cargo bench --bench scale -- 1000`.
//!
//! Everything is done in turns, so that the ratios hold on a machine that others use too.

mod generated;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 5;

fn main() {
    // Who only wants to know whether it works has no time for more.
    let usual = if cfg!(debug_assertions) { 20 } else { 1_000 };
    let asked = std::env::args().find_map(|argument| argument.parse().ok());
    let cases: usize = asked.unwrap_or(usual);
    let folder = tempfile::tempdir().expect("a folder can be made");
    generated::site(cases).write_to(folder.path());
    let text = folder.path().join("content/cases/case-0000/zh.md");
    let figures = folder.path().join("content/enterprises/works-0000/indicators.yaml");

    let mut times: BTreeMap<(usize, &str), Vec<Duration>> = BTreeMap::new();
    for round in 0..ROUNDS {
        for left in ["public", ".casebook-cache"] {
            let _ = fs::remove_dir_all(folder.path().join(left));
        }
        let mut measure = |what: (usize, &'static str), arguments: &[&str]| {
            let started = Instant::now();
            run(folder.path(), arguments);
            times.entry(what).or_default().push(started.elapsed());
        };
        measure((0, "a first build"), &["build"]);
        measure((1, "reading and linking alone (check)"), &["check"]);
        measure((2, "nothing has changed"), &["build"]);
        add(&text, &format!("\n又一句，第{round}次。\n"));
        measure((3, "one text has changed"), &["build"]);
        add(&figures, &format!("# {round}\n"));
        measure((4, "one file of figures has changed"), &["build"]);
        measure((5, "one of two shards"), &["build", "--shard", "1/2"]);
        measure((6, "one of seven shards"), &["build", "--shard", "1/7"]);
    }
    let middle = |all: &[Duration]| {
        let mut all = all.to_vec();
        all.sort();
        all[all.len() / 2].as_secs_f64()
    };
    let whole = middle(&times[&(0, "a first build")]);
    println!("{cases} cases in two languages, medians of {ROUNDS} rounds; a first build is 1");
    for ((_, what), all) in &times {
        println!("{:6.3}  {what}", middle(all) / whole);
    }
}

fn run(folder: &Path, arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_casebook"))
        .args(arguments)
        .args(["--quiet", "--at", "2026-01-01T00:00:00Z"])
        .current_dir(folder)
        .stdout(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(status.success(), "{arguments:?}");
}

fn add(file: &Path, text: &str) {
    let old = fs::read_to_string(file).expect("it is there");
    fs::write(file, old + text).expect("it can be written");
}
