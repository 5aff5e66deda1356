//! The program from outside: exit codes, what it prints where, and what it does to folders.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

#[test]
fn a_site_is_built_and_summed_up_on_standard_output() {
    let site = site();
    let built = casebook(site.path(), &["build", "--language", "en"]);
    assert_eq!(built.status.code(), Some(0), "{}", stderr(&built));
    assert!(stdout(&built).contains(" pages, "), "{}", stdout(&built));
    assert!(site.path().join("public/zh/index.html").is_file());
    assert!(site.path().join("public/index.html").is_file());
}

#[test]
fn content_with_errors_ends_with_1_and_leaves_the_old_site_alone() {
    let site = site();
    assert_eq!(casebook(site.path(), &["build"]).status.code(), Some(0));
    let before = snapshot(&site.path().join("public"));
    break_it(site.path());
    let built = casebook(site.path(), &["build", "--language", "en"]);
    assert_eq!(built.status.code(), Some(1));
    assert!(stdout(&built).contains("error[key-unknown]"), "{}", stdout(&built));
    assert!(stderr(&built).contains("the site was not built"), "{}", stderr(&built));
    assert_eq!(snapshot(&site.path().join("public")), before);
    assert_eq!(leftovers(site.path()), Vec::<String>::new());
}

#[test]
fn a_second_build_gives_the_same_bytes_wherever_and_whenever() {
    let (one, other) = (site(), site());
    let run = |folder: &Path, zone: &str, locale: &str, threads: &str| {
        let status =
            command(folder, &["build", "--threads", threads]).env("TZ", zone).env("LANG", locale).status();
        assert_eq!(status.expect("the program starts").code(), Some(0));
        snapshot(&folder.join("public"))
    };
    let first = run(one.path(), "Asia/Shanghai", "zh_CN.UTF-8", "1");
    let second = run(other.path(), "America/New_York", "en_US.UTF-8", "3");
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    assert!(first == second, "some bytes differ");
}

#[cfg(unix)]
#[test]
fn only_files_that_differ_are_written_again() {
    use std::collections::BTreeMap;
    use std::os::unix::fs::MetadataExt;
    // What the file system says of each file: which one it is, and when it was written.
    let seen = |public: &Path| -> BTreeMap<String, (u64, i64, i64)> {
        let about = |name: &String| {
            let about = fs::metadata(public.join(name)).expect("it is there");
            (about.ino(), about.mtime(), about.mtime_nsec())
        };
        snapshot(public).keys().map(|name| (name.clone(), about(name))).collect()
    };
    let site = site();
    let public = site.path().join("public");
    assert!(!stdout(&casebook(site.path(), &["build", "--language", "en"])).contains("as they were"));
    let first = seen(&public);

    let again = casebook(site.path(), &["build", "--language", "en"]);
    assert!(stdout(&again).contains("(every file is as it was)"), "{}", stdout(&again));
    assert!(seen(&public) == first, "nothing was written");

    // Damage to the old site is not carried over, however alike the files are.
    let (home, map) = (public.join("zh/index.html"), public.join("sitemap.xml"));
    let mut bytes = fs::read(&home).expect("it is there");
    *bytes.last_mut().expect("it is not empty") ^= 1;
    fs::write(&home, &bytes).expect("it can be written");
    fs::remove_file(&map).expect("it is there");
    let mended = casebook(site.path(), &["build", "--language", "en"]);
    assert!(stdout(&mended).contains("(2 files written"), "{}", stdout(&mended));
    assert_ne!(fs::read(&home).expect("it is there"), bytes);

    let before = seen(&public);
    let text = fs::read_dir(site.path().join("content/cases")).expect("there are cases").next().expect("one");
    let text = text.expect("it can be read").path().join("zh.md");
    let old = fs::read_to_string(&text).expect("it is there");
    fs::write(&text, old + "\n这是新的一段。\n").expect("it can be written");
    casebook(site.path(), &["build"]);
    let after = seen(&public);
    let written: Vec<&String> =
        after.iter().filter(|(name, about)| before.get(*name) != Some(about)).map(|(name, _)| name).collect();
    let id = text.parent().and_then(Path::file_name).expect("it is named").to_string_lossy().into_owned();
    assert!(written.contains(&&format!("zh/cases/{id}.html")), "{written:?}");
    assert!(written.len() < 8 && !written.iter().any(|name| name.starts_with("en/")), "{written:?}");
}

#[test]
fn what_has_no_source_any_more_is_gone_after_the_next_build() {
    let site = site();
    assert_eq!(casebook(site.path(), &["new", "case", "passing"]).status.code(), Some(0));
    assert_eq!(casebook(site.path(), &["build", "--drafts"]).status.code(), Some(0));
    assert!(site.path().join("public/zh/cases/passing.html").is_file());
    fs::remove_dir_all(site.path().join("content/cases/passing")).expect("it was made");
    assert_eq!(casebook(site.path(), &["build", "--drafts"]).status.code(), Some(0));
    assert!(!site.path().join("public/zh/cases/passing.html").exists());
}

#[test]
fn a_folder_that_it_did_not_make_is_left_alone() {
    let site = site();
    let mine = site.path().join("holiday");
    fs::create_dir(&mine).expect("a folder can be made");
    fs::write(mine.join("photo.jpg"), "beach").expect("a file can be written");
    let built = casebook(site.path(), &["build", "--out", "holiday", "--language", "en"]);
    assert_eq!(built.status.code(), Some(2));
    assert!(stderr(&built).contains("did not make"), "{}", stderr(&built));
    assert_eq!(fs::read_to_string(mine.join("photo.jpg")).expect("it is still there"), "beach");
}

#[test]
fn the_sources_are_never_the_output() {
    let site = site();
    for out in
        [".", "content", "content/cases", "public/../content/new", "content/../content/new", "content/new"]
    {
        let built = casebook(site.path(), &["build", "--out", out]);
        assert_eq!(built.status.code(), Some(2), "--out {out}");
    }
    assert!(site.path().join("casebook.yaml").is_file());
}

#[test]
fn an_empty_folder_may_become_the_output() {
    let site = site();
    fs::create_dir(site.path().join("empty")).expect("a folder can be made");
    assert_eq!(casebook(site.path(), &["build", "--out", "empty"]).status.code(), Some(0));
    assert!(site.path().join("empty/index.html").is_file());
}

#[test]
fn a_build_that_is_killed_leaves_the_old_site_or_the_new_one() {
    let site = site();
    assert_eq!(casebook(site.path(), &["build"]).status.code(), Some(0));
    let public = site.path().join("public");
    let old = snapshot(&public);
    for round in 0..12 {
        // Else there would be nothing to do.
        let _ = fs::remove_file(site.path().join(".casebook-cache/last-build"));
        let mut building = command(site.path(), &["build", "--quiet"]).spawn().expect("the program starts");
        std::thread::sleep(std::time::Duration::from_millis(round * 3));
        // It may have ended by itself, which is as good.
        let _ = building.kill();
        building.wait().expect("a child can be waited for");
        assert!(
            snapshot(&public) == old,
            "round {round}: neither the old site nor the new one, which is the same"
        );
    }
    assert_eq!(casebook(site.path(), &["build"]).status.code(), Some(0));
    assert_eq!(leftovers(site.path()), Vec::<String>::new());
}

#[test]
fn check_prints_one_json_object_per_line_for_programs() {
    let site = site();
    break_it(site.path());
    let checked = casebook(site.path(), &["check", "--format", "json", "--language", "en"]);
    assert_eq!(checked.status.code(), Some(1));
    let lines: Vec<serde_json::Value> =
        stdout(&checked).lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let problem = lines.iter().find(|p| p["code"] == "key-unknown").expect("the slip is reported");
    assert_eq!(problem["severity"], "error");
    assert!(problem["file"].as_str().is_some_and(|f| f.ends_with("case.yaml")), "{problem}");
    assert!(problem["line"].is_number() && problem["column"].is_number(), "{problem}");
}

#[test]
fn check_annotates_for_github() {
    let site = site();
    break_it(site.path());
    let checked = casebook(site.path(), &["check", "--format", "github", "--language", "en"]);
    assert!(stdout(&checked).starts_with("::"), "{}", stdout(&checked));
    assert!(stdout(&checked).contains("::error file=content/cases/"), "{}", stdout(&checked));
}

#[test]
fn messages_speak_the_users_language() {
    let site = site();
    break_it(site.path());
    let says = |language: &str| stdout(&casebook(site.path(), &["check", "--language", language]));
    assert!(says("zh").contains("错误"), "{}", says("zh"));
    assert!(says("en").contains("error"), "{}", says("en"));
}

#[test]
fn a_warning_is_an_error_in_a_strict_build() {
    let site = site();
    fs::write(site.path().join("content/stray.txt"), "?").expect("a file can be written");
    assert_eq!(casebook(site.path(), &["check"]).status.code(), Some(0));
    assert_eq!(casebook(site.path(), &["check", "--strict"]).status.code(), Some(1));
    assert_eq!(casebook(site.path(), &["build", "--strict"]).status.code(), Some(1));
    assert_eq!(casebook(site.path(), &["build"]).status.code(), Some(0));
}

#[test]
fn without_a_site_it_says_where_to_look() {
    let nowhere = TempDir::new().expect("a folder can be made");
    let checked = casebook(nowhere.path(), &["check", "--language", "en"]);
    assert_eq!(checked.status.code(), Some(2));
    assert!(stderr(&checked).contains("casebook new site"), "{}", stderr(&checked));
}

#[test]
fn the_site_is_found_from_a_folder_inside_it() {
    let site = site();
    assert_eq!(casebook(&site.path().join("content/cases"), &["check"]).status.code(), Some(0));
}

#[test]
fn every_code_and_schema_can_be_asked_for() {
    let here = TempDir::new().expect("a folder can be made");
    let explained = casebook(here.path(), &["explain", "key-unknown", "--language", "zh"]);
    assert_eq!(explained.status.code(), Some(0), "{}", stderr(&explained));
    assert!(stdout(&explained).contains("key-unknown"));
    let slip = casebook(here.path(), &["explain", "key-unknow", "--language", "en"]);
    assert_eq!(slip.status.code(), Some(2));
    assert!(stderr(&slip).contains("`key-unknown`"), "{}", stderr(&slip));
    let kinds = stdout(&casebook(here.path(), &["schema"]));
    for kind in kinds.lines() {
        let schema = casebook(here.path(), &["schema", kind]);
        serde_json::from_slice::<serde_json::Value>(&schema.stdout).expect("a schema is JSON");
    }
    assert!(kinds.lines().count() >= 9, "{kinds}");
}

#[test]
fn theme_authors_get_samples_and_a_copy_to_start_from() {
    let site = site();
    let samples = casebook(site.path(), &["theme", "samples"]);
    let samples: serde_json::Value = serde_json::from_slice(&samples.stdout).expect("samples are JSON");
    assert!(samples["case.html"]["title"].is_string());
    assert_eq!(casebook(site.path(), &["theme", "export", "ours"]).status.code(), Some(0));
    let config = site.path().join("casebook.yaml");
    let text = fs::read_to_string(&config).expect("it is there");
    let theme = if text.contains("\ntheme:") {
        text.replace("\ntheme: default", "\ntheme: ours")
    } else {
        format!("{text}\ntheme: ours\n")
    };
    fs::write(&config, theme).expect("it can be written");
    let built = casebook(site.path(), &["build", "--strict"]);
    assert_eq!(built.status.code(), Some(0), "{}", stdout(&built));
}

#[test]
fn help_shows_examples_and_a_wrong_argument_ends_with_2() {
    let here = TempDir::new().expect("a folder can be made");
    assert!(stdout(&casebook(here.path(), &["--help"])).contains("casebook new site"));
    assert_eq!(casebook(here.path(), &["bulid"]).status.code(), Some(2));
    assert_eq!(casebook(here.path(), &["completions", "bash"]).status.code(), Some(0));
    assert_eq!(casebook(here.path(), &["manual"]).status.code(), Some(0));
}

/// A fresh site in a folder of its own, as `new site` makes it.
fn site() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    let made = casebook(folder.path(), &["new", "site", "site", "--language", "zh"]);
    assert_eq!(made.status.code(), Some(0), "{}", stderr(&made));
    let inside = folder.path().join("site");
    for entry in fs::read_dir(&inside).expect("it was made") {
        let path = entry.expect("it can be listed").path();
        fs::rename(&path, folder.path().join(path.file_name().expect("it has a name")))
            .expect("it can be moved");
    }
    fs::remove_dir(inside).expect("it is empty");
    folder
}

/// Misspells a key in the first case.
fn break_it(site: &Path) {
    let case =
        fs::read_dir(site.join("content/cases")).expect("there are cases").next().expect("there is one");
    let facts = case.expect("it can be listed").path().join("case.yaml");
    let text = fs::read_to_string(&facts).expect("it is there");
    fs::write(&facts, text.replace("\nareas:", "\naeras:")).expect("it can be written");
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_casebook"));
    command.args(arguments).current_dir(folder).env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command
}

fn casebook(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("the program starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every file below a folder with its content.
fn snapshot(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder can be listed") {
            let path = entry.expect("a folder can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it lies below").to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).expect("a file can be read"));
            }
        }
    }
    files
}

/// What a build left beside the output folder.
fn leftovers(site: &Path) -> Vec<String> {
    let names = fs::read_dir(site).expect("a folder can be listed");
    let names = names.filter_map(|e| e.ok()?.file_name().into_string().ok());
    names.filter(|name| name.contains(".casebook-") && name != ".casebook-cache").collect()
}
