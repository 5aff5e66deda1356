//! A second build by the program: nothing that it remembers of the first may show in the site, only in the work.

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::path::Path;
use std::process::{Command, Output};

use support::site;
use tempfile::TempDir;
use walkdir::WalkDir;

const TEXT: &str = "content/cases/rolling/zh.md";
const MEMORY: &str = ".casebook-cache/last-build";

/// A folder with a site that was built once. One of its sentences is told to be no translation of the other's.
fn built() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let site =
        site().case("second", &["zh", "en"]).edit(TEXT, "净资产收益率为", "产量为320万吨，净资产收益率为");
    site.write_to(folder.path());
    said(&build(folder.path()));
    folder
}

fn build(folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_casebook"))
        .args(["build", "--language", "en", "--at", "2026-01-01T00:00:00Z"])
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

/// What a build that went well has said.
fn said(output: &Output) -> String {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    String::from_utf8(output.stdout.clone()).expect("the program writes UTF-8")
}

/// Every file of the finished site.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    each(folder, |path, _| fs::read(path).expect("a file can be read"))
}

/// What changes when a file is written.
fn marks(folder: &Path) -> BTreeMap<String, impl PartialEq + std::fmt::Debug> {
    #[cfg(unix)]
    let number = |about: &Metadata| std::os::unix::fs::MetadataExt::ino(about);
    #[cfg(not(unix))]
    let number = |about: &Metadata| about.created().expect("files have a time");
    each(folder, |_, about| (number(about), about.modified().expect("files have a time")))
}

fn each<T>(folder: &Path, look: impl Fn(&Path, &Metadata) -> T) -> BTreeMap<String, T> {
    let public = folder.join("public");
    let entries = WalkDir::new(&public).into_iter().map(|entry| entry.expect("a folder can be listed"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(&public).expect("it lies there").display().to_string();
            (path, look(entry.path(), &entry.metadata().expect("a file can be looked at")))
        })
        .collect()
}

/// Holds the site in a folder against what a first build of the same sources makes elsewhere.
fn is_what_a_first_build_makes(folder: &Path) {
    let other = tempfile::tempdir().expect("a folder can be made");
    for entry in WalkDir::new(folder).into_iter().map(|entry| entry.expect("a folder can be listed")) {
        let below = entry.path().strip_prefix(folder).expect("it lies there");
        if entry.file_type().is_file()
            && (below.starts_with("content") || below == Path::new("casebook.yaml"))
        {
            let copy = other.path().join(below);
            fs::create_dir_all(copy.parent().expect("a file lies in a folder")).expect("folders can be made");
            fs::copy(entry.path(), copy).expect("files can be copied");
        }
    }
    said(&build(other.path()));
    let (ours, theirs) = (files(folder), files(other.path()));
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
    let differs = ours.iter().find(|(path, bytes)| theirs[*path] != **bytes);
    assert_eq!(differs.map(|(path, _)| path), None, "it is not what a first build makes");
}

fn edit(folder: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(path)).expect("it is there");
    assert!(text.contains(from), "{path} does not hold {from}");
    fs::write(folder.join(path), text.replacen(from, to, 1)).expect("it can be written");
}

#[test]
fn where_nothing_has_changed_the_same_is_said_and_no_file_is_touched() {
    let folder = built();
    let before = marks(folder.path());
    fs::remove_file(folder.path().join(MEMORY)).unwrap();
    let first = said(&build(folder.path()));
    assert!(first.contains("warning[") && first.contains("1 warning"), "{first}");
    let again = said(&build(folder.path()));
    let without_time = |said: &str| said.split(" in 0.").next().map(str::to_owned);
    assert_eq!(without_time(&again), without_time(&first));
    assert!(again.contains("every file is as it was"), "{again}");
    assert!(marks(folder.path()) == before);
}

#[test]
fn a_saved_text_touches_only_what_differs() {
    let folder = built();
    let (before, old) = (marks(folder.path()), files(folder.path()));
    edit(folder.path(), TEXT, "320万吨", "330万吨");
    let said = said(&build(folder.path()));
    let (after, new) = (marks(folder.path()), files(folder.path()));
    assert!(old["zh/cases/rolling.html"] != new["zh/cases/rolling.html"]);
    for (path, bytes) in &new {
        assert_eq!(old.get(path) == Some(bytes), before.get(path) == after.get(path), "{path}\n{said}");
    }
    is_what_a_first_build_makes(folder.path());
}

#[test]
fn a_file_that_was_only_touched_or_saved_the_same_again_changes_nothing() {
    let folder = built();
    let before = marks(folder.path());
    let text = fs::read(folder.path().join(TEXT)).unwrap();
    fs::remove_file(folder.path().join(TEXT)).unwrap();
    fs::write(folder.path().join(TEXT), text).unwrap();
    assert!(said(&build(folder.path())).contains("every file is as it was"));
    assert!(marks(folder.path()) == before);
}

#[test]
fn a_change_of_the_same_length_whose_time_was_set_back_is_noticed() {
    let folder = built();
    let path = folder.path().join("content/enterprises/hualan-steel/indicators.yaml");
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(24);
    let set_back = || File::options().write(true).open(&path).unwrap().set_modified(long_ago).unwrap();
    set_back();
    said(&build(folder.path()));
    edit(folder.path(), "content/enterprises/hualan-steel/indicators.yaml", "2024: 9.4", "2024: 9.6");
    set_back();
    said(&build(folder.path()));
    is_what_a_first_build_makes(folder.path());
}

#[test]
fn whatever_was_done_to_the_finished_site_is_put_right() {
    let folder = built();
    let public = folder.path().join("public");
    let page = public.join("zh/cases/rolling.html");
    let deeds: [(&str, &dyn Fn()); 6] = [
        ("a byte changed", &|| {
            let mut bytes = fs::read(&page).unwrap();
            let last = bytes.len() - 1;
            bytes[last] ^= 1;
            fs::write(&page, bytes).unwrap();
        }),
        ("a file cut off", &|| fs::write(&page, "").unwrap()),
        ("a file removed", &|| fs::remove_file(&page).unwrap()),
        ("a file added", &|| fs::write(public.join("zh/cases/mine.html"), "mine").unwrap()),
        ("a folder removed", &|| fs::remove_dir_all(public.join("zh/cases")).unwrap()),
        ("everything removed", &|| fs::remove_dir_all(&public).unwrap()),
    ];
    for (what, deed) in deeds {
        deed();
        said(&build(folder.path()));
        println!("{what}");
        is_what_a_first_build_makes(folder.path());
        deed();
        edit(folder.path(), TEXT, "产量为", "产量达");
        said(&build(folder.path()));
        println!("{what}, and a text saved");
        is_what_a_first_build_makes(folder.path());
        edit(folder.path(), TEXT, "产量达", "产量为");
    }
}

#[test]
fn a_memory_that_is_cut_off_or_has_another_bit_is_no_memory() {
    let folder = built();
    let memory = folder.path().join(MEMORY);
    let kept = fs::read(&memory).expect("a build remembers");
    let old = files(folder.path());
    for part in 0..12 {
        let at = (kept.len() - 1) * part / 11;
        let mut other = kept.clone();
        other[at] ^= 0x10;
        for damaged in [&kept[..at], &other] {
            fs::write(&memory, damaged).unwrap();
            said(&build(folder.path()));
            assert!(files(folder.path()) == old, "damaged at {at}");
        }
    }
    fs::write(&memory, b"").unwrap();
    edit(folder.path(), TEXT, "320万吨", "330万吨");
    said(&build(folder.path()));
    is_what_a_first_build_makes(folder.path());
}

#[test]
fn the_memory_of_another_output_or_another_wish_is_not_used() {
    let folder = built();
    let with = |more: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_casebook"))
            .args(["build", "--language", "en", "--at", "2026-01-01T00:00:00Z"])
            .args(more)
            .current_dir(folder.path())
            .output()
            .expect("the program starts");
        said(&output)
    };
    assert!(!with(&["--out", "elsewhere"]).contains("as it was"));
    with(&["--base-url", "https://example.com/"]);
    let home = String::from_utf8(files(folder.path())["zh/index.html"].clone()).unwrap();
    assert!(home.contains("https://example.com/zh/"));
    with(&[]);
    is_what_a_first_build_makes(folder.path());
}

#[test]
fn a_build_that_is_killed_while_it_brings_a_site_up_to_date_does_no_lasting_harm() {
    let folder = built();
    for round in 0..10 {
        edit(folder.path(), TEXT, "。", &format!("。第{round}句。"));
        let mut building = Command::new(env!("CARGO_BIN_EXE_casebook"))
            .args(["build", "--quiet", "--at", "2026-01-01T00:00:00Z"])
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(std::time::Duration::from_millis(round * 4));
        // It may have ended by itself, which is as good.
        let _ = building.kill();
        building.wait().expect("a child can be waited for");
        for (path, bytes) in files(folder.path()) {
            assert!(!bytes.is_empty(), "{path} was left unfinished");
        }
    }
    said(&build(folder.path()));
    is_what_a_first_build_makes(folder.path());
}
