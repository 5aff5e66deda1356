//! One site, made by several machines.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use casebook::emit::Shard;
use support::{Site, site};
use tempfile::TempDir;

/// The files of each of so many shards.
fn shards(site: &Site, of: u32) -> Vec<BTreeMap<String, Vec<u8>>> {
    let shard = |number| {
        let mut built = site.clone().wish(|wish| wish.shard = Shard::new(number, of)).build();
        built.made();
        built.files.remove("manifest.json");
        built.files
    };
    (1..=of).map(shard).collect()
}

#[test]
fn however_many_machines_share_it_their_files_are_those_of_the_whole() {
    let several = (1..=30).fold(site(), |site, n| site.case(&format!("case-{n}"), &["zh", "en"]));
    let no_cases = site().without("content/cases/rolling/case.yaml");
    let no_cases =
        ["zh", "en"].iter().fold(no_cases, |s, l| s.without(&format!("content/cases/rolling/{l}.md")));
    for site in [several, site(), site().only_in_chinese(), no_cases] {
        let mut whole = site.build();
        whole.made();
        whole.files.remove("manifest.json");
        for of in [1, 2, 7] {
            let mut together = BTreeMap::new();
            for (path, bytes) in shards(&site, of).into_iter().flatten() {
                let twice = together.insert(path.clone(), bytes).is_some();
                assert!(!twice, "two of {of} shards have {path}");
            }
            assert_eq!(
                together.keys().collect::<Vec<_>>(),
                whole.files.keys().collect::<Vec<_>>(),
                "of {of}"
            );
            assert!(together == whole.files, "a shard of {of} says something else than the whole");
        }
    }
}

#[test]
fn what_several_machines_have_built_is_merged_into_the_site_that_one_would_have_built() {
    let site = several_cases();
    assert!(run(&site, "build --out whole").is_fine());
    for of in [1, 2, 7] {
        build_shards(&site, of);
        let merged = run(&site, &format!("merge {} --out together", folders(of)));
        assert!(merged.is_fine(), "{}", merged.said);
        assert!(merged.said.contains(&format!("{of} shards, ")), "{}", merged.said);
        let (whole, together) = (files(&site.path().join("whole")), files(&site.path().join("together")));
        assert_eq!(whole.keys().collect::<Vec<_>>(), together.keys().collect::<Vec<_>>());
        assert!(whole == together, "{of} shards come to another site");
        assert!(whole.contains_key("manifest.json"));
    }
    // Seven machines after two, and nothing is otherwise.
    let again = run(&site, &format!("merge {} --out together", folders(7)));
    assert!(again.said.contains("(every file is as it was)"), "{}", again.said);
}

#[test]
fn a_site_with_fewer_pages_than_shards_is_merged_too() {
    let folder = TempDir::new().unwrap();
    let site = site().only_in_chinese().without("content/cases/rolling/case.yaml");
    site.without("content/cases/rolling/zh.md").write_to(folder.path());
    assert!(run(&folder, "build --out whole").is_fine());
    build_shards(&folder, 40);
    let list = |k| fs::read_to_string(folder.path().join(format!("public-{k}-of-40/manifest.json"))).unwrap();
    assert!((1..=40).any(|k| list(k).contains("\"files\":[]")), "some have nothing to do");
    assert!(run(&folder, &format!("merge {}", folders(40))).is_fine());
    assert!(files(&folder.path().join("whole")) == files(&folder.path().join("public")));
}

#[cfg(unix)]
#[test]
fn a_merge_writes_no_file_twice() {
    use std::os::unix::fs::MetadataExt;
    let site = several_cases();
    build_shards(&site, 2);
    assert!(run(&site, "merge public-1-of-2 public-2-of-2").is_fine());
    let about = |path: &str| fs::metadata(site.path().join(path)).unwrap();
    let home = about("public/index.html");
    let in_shard = (1..=2).map(|k| format!("public-{k}-of-2/files/index.html"));
    let in_shard: Vec<_> = in_shard.filter_map(|path| fs::metadata(site.path().join(path)).ok()).collect();
    assert_eq!(in_shard.len(), 1, "it belongs to one shard");
    assert_eq!(in_shard[0].ino(), home.ino(), "it is one file with two names");
    // Built anew, a file that is as it was stays the one that readers’ hosts know.
    fs::remove_dir_all(site.path().join("public-1-of-2")).unwrap();
    fs::remove_dir_all(site.path().join("public-2-of-2")).unwrap();
    build_shards(&site, 2);
    assert!(run(&site, "merge public-1-of-2 public-2-of-2").is_fine());
    assert_eq!(about("public/index.html").ino(), home.ino());
}

#[test]
fn a_shard_is_not_published_by_mistake() {
    let site = several_cases();
    assert!(run(&site, "build").is_fine());
    let before = files(&site.path().join("public"));
    let refused = run(&site, "build --shard 1/2 --out public");
    assert_eq!(refused.code, 2);
    assert!(refused.said.contains("public holds a whole site"), "{}", refused.said);
    assert!(files(&site.path().join("public")) == before, "the site is as it was");

    build_shards(&site, 2);
    for shard in ["public-1-of-2", "public-2-of-2"] {
        let folder = site.path().join(shard);
        assert!(
            !folder.join("index.html").exists() && !folder.join("zh").exists(),
            "no page lies where hosts look"
        );
        let record = fs::read_to_string(folder.join("shard.json")).unwrap();
        assert!(record.contains("no site") && record.contains("不是完整的网站"), "{record}");
    }
    let onto = run(&site, "merge public-1-of-2 public-2-of-2 --out public-2-of-2");
    assert_eq!(onto.code, 2);
    assert!(onto.said.contains("choose another folder"), "{}", onto.said);
    assert!(run(&site, "merge public-1-of-2 public-2-of-2").is_fine(), "both shards are as they were");
}

#[test]
fn shards_that_are_not_all_there_are_not_merged() {
    let site = several_cases();
    build_shards(&site, 7);
    fs::rename(site.path().join("public-2-of-7"), site.path().join("second")).unwrap();
    let refused = |shards: &str, said: &str| {
        let merged = run(&site, &format!("merge {shards}"));
        assert_eq!(merged.code, 2);
        assert!(merged.said.contains(said), "{}", merged.said);
        assert!(!site.path().join("public").exists());
    };
    let all_but_second = folders(7).replace("public-2-of-7 ", "");
    refused(&all_but_second, "2/7 is missing; build it with `casebook build --shard 2/7`");
    refused(&all_but_second.replace("public-5-of-7 ", ""), "2/7, 5/7 are missing");
    refused(&format!("{all_but_second} second second"), "second and second are both shard 2/7");
    refused(&format!("{all_but_second} content"), "content is no shard, because it has no shard.json");
    refused("public-2-of-7", "public-2-of-7 is no shard");
    // Everything that is wrong is said at once.
    refused("second second", "1/7, 3/7, 4/7, 5/7, 6/7, 7/7 are missing");
    assert!(run(&site, &format!("merge {all_but_second} second")).is_fine());
}

#[test]
fn shards_that_do_not_belong_together_are_not_merged() {
    let site = several_cases();
    build_shards(&site, 3);
    let refused = |said: &str| {
        let merged = run(&site, &format!("merge {}", folders(3)));
        assert_eq!(merged.code, 2);
        assert!(merged.said.contains(said), "{}", merged.said);
        assert!(!site.path().join("public").exists());
    };
    let second = |options: &str| assert!(run(&site, &format!("build --shard 2/3 {options}")).is_fine());

    let text = site.path().join("content/cases/rolling/zh.md");
    let before = fs::read_to_string(&text).unwrap();
    fs::write(&text, format!("{before}\n又一句。\n")).unwrap();
    second("");
    refused("public-2-of-3 was built from other content than public-1-of-3");
    fs::write(&text, &before).unwrap();
    // What an editor leaves behind is no content.
    fs::write(site.path().join("content/cases/rolling/.zh.md.swp"), "x").unwrap();

    for options in ["--drafts", "--base-url https://example.net/", "--without-broken"] {
        second(options);
        refused("public-2-of-3 was built with other options than public-1-of-3");
    }

    second("");
    let record = site.path().join("public-2-of-3/shard.json");
    let sound = fs::read_to_string(&record).unwrap();
    let version = format!("\"casebook\": \"{}\"", env!("CARGO_PKG_VERSION"));
    fs::write(&record, sound.replace(&version, "\"casebook\": \"0.0.1\"")).unwrap();
    refused("public-2-of-3 was built by casebook 0.0.1");
    fs::write(&record, sound.replace("\"fonts\": null", "\"fonts\": \"others\"")).unwrap();
    refused("public-2-of-3 was built with other fonts than public-1-of-3");
    fs::write(&record, sound.replace("\"of\": 3", "\"of\": 4")).unwrap();
    refused("public-2-of-3 was not cut into as many shards as public-1-of-3");
    fs::write(&record, sound.replace("\"shard\": 2", "\"shard\": 9")).unwrap();
    refused("cannot understand public-2-of-3/shard.json (9/3)");
    fs::write(&record, &sound[..40]).unwrap();
    refused("cannot understand public-2-of-3/shard.json");
    fs::write(&record, sound).unwrap();
    assert!(run(&site, &format!("merge {}", folders(3))).is_fine());
}

#[test]
fn another_moment_matters_only_where_something_became_public_in_between() {
    let site = several_cases();
    let case = site.path().join("content/cases/case-1/case.yaml");
    let facts = fs::read_to_string(&case).unwrap();
    fs::write(&case, format!("{facts}publish_on: 2025-06-01T09:00:00+08:00\n")).unwrap();
    let build = |k: u32, at: &str| assert!(run(&site, &format!("build --shard {k}/2 --at {at}")).is_fine());
    build(1, "2025-06-01T08:59:00+08:00");
    build(2, "2025-06-01T09:00:00+08:00");
    let merged = run(&site, &format!("merge {}", folders(2)));
    assert_eq!(merged.code, 2);
    assert!(merged.said.contains("build all for one moment: --at 2025-06-01T01:00:00Z"), "{}", merged.said);
    build(1, "2025-06-01T09:00:07+08:00");
    assert!(run(&site, &format!("merge {}", folders(2))).is_fine(), "the clocks of two machines differ");
}

#[test]
fn a_shard_that_was_damaged_on_the_way_is_not_merged() {
    let site = several_cases();
    build_shards(&site, 2);
    assert!(run(&site, &format!("merge {}", folders(2))).is_fine());
    let before = files(&site.path().join("public"));
    let sound = files(&site.path().join("public-1-of-2"));
    let page = sound.keys().find(|path| path.ends_with(".html")).unwrap().clone();
    let place = site.path().join("public-1-of-2").join(&page);
    let refused = |said: &str| {
        let merged = run(&site, &format!("merge {}", folders(2)));
        assert_eq!(merged.code, 2);
        assert!(merged.said.contains(said), "{}", merged.said);
        assert!(files(&site.path().join("public")) == before, "the old site stands");
    };
    // The merged site shares its files with the shard, so the damaged one is another file.
    let mut bytes = sound[&page].clone();
    *bytes.last_mut().unwrap() ^= 1;
    fs::remove_file(&place).unwrap();
    fs::write(&place, &bytes).unwrap();
    let name = page.strip_prefix("files/").unwrap();
    refused(&format!("public-1-of-2: {name} is missing or damaged; build or fetch this shard again"));
    fs::remove_file(&place).unwrap();
    refused(&format!("public-1-of-2: {name} is missing or damaged;"));
    fs::write(&place, &sound[&page]).unwrap();

    let list = site.path().join("public-1-of-2/manifest.json");
    let text = fs::read_to_string(&list).unwrap();
    fs::write(&list, text.replacen("\"path\":\"", "\"path\":\"../", 1)).unwrap();
    refused("public-1-of-2: manifest.json is missing or damaged");
    fs::write(&list, text).unwrap();
    assert!(run(&site, &format!("merge {}", folders(2))).is_fine());
}

#[test]
fn every_shard_fails_on_errors_and_only_the_first_tells_what_forbids_nothing() {
    let site = several_cases();
    // A case that one language lacks is worth a note.
    fs::remove_file(site.path().join("content/cases/case-2/en.md")).unwrap();
    let [first, second] = [1, 2].map(|k| run(&site, &format!("build --shard {k}/2")));
    assert!(first.is_fine() && second.is_fine());
    assert!(first.said.contains("note[translation-missing]"), "{}", first.said);
    assert!(!second.said.contains("translation-missing"), "{}", second.said);
    assert!(second.said.contains("told by shard 1"), "{}", second.said);
    let sound = files(&site.path().join("public-2-of-2"));

    let case = site.path().join("content/cases/case-1/case.yaml");
    let facts = fs::read_to_string(&case).unwrap();
    fs::write(&case, facts.replace("areas:", "aeras:")).unwrap();
    let [first, second] = [1, 2].map(|k| run(&site, &format!("build --shard {k}/2")));
    assert_eq!((first.code, second.code), (1, 1));
    assert_eq!(first.said, second.said);
    assert!(first.said.contains("error[key-unknown]"), "{}", first.said);
    assert!(files(&site.path().join("public-2-of-2")) == sound, "the shard from before stands");

    // Without what is broken, the parts fit as well.
    assert_eq!(run(&site, "build --without-broken --out whole").code, 1);
    for k in 1..=2 {
        assert_eq!(run(&site, &format!("build --without-broken --shard {k}/2")).code, 1);
    }
    assert!(run(&site, &format!("merge {}", folders(2))).is_fine());
    assert!(files(&site.path().join("whole")) == files(&site.path().join("public")));
}

#[test]
fn a_shard_that_cannot_be_is_refused_with_a_word_on_what_can() {
    let site = TempDir::new().unwrap();
    for wrong in ["0/3", "4/3", "x", "3", "1/0"] {
        let refused = run(&site, &format!("build --shard {wrong}"));
        assert_eq!(refused.code, 2, "{wrong}");
        assert!(refused.said.contains("K/N with K from 1 to N"), "{}", refused.said);
        assert!(refused.said.contains("K从1到N"), "{}", refused.said);
    }
}

/// A site with a few cases, in a folder.
fn several_cases() -> TempDir {
    let folder = TempDir::new().unwrap();
    (1..=5).fold(site(), |site, n| site.case(&format!("case-{n}"), &["zh", "en"])).write_to(folder.path());
    folder
}

/// How a run of the program ended, and all that it said.
struct Ran {
    code: i32,
    said: String,
}

impl Ran {
    fn is_fine(&self) -> bool {
        self.code == 0
    }
}

fn run(folder: &TempDir, arguments: &str) -> Ran {
    let ran = Command::new(env!("CARGO_BIN_EXE_casebook"))
        .args(arguments.split_whitespace())
        .args(["--language", "en"])
        .current_dir(folder.path())
        .output()
        .expect("the program starts");
    let said = [ran.stdout, ran.stderr].concat();
    Ran { code: ran.status.code().unwrap_or(-1), said: String::from_utf8_lossy(&said).into_owned() }
}

/// Builds every shard, as so many processes.
fn build_shards(site: &TempDir, of: u32) {
    for number in 1..=of {
        let built = run(site, &format!("build --shard {number}/{of}"));
        assert!(built.is_fine(), "{}", built.said);
    }
}

/// The folders of all shards.
fn folders(of: u32) -> String {
    let all: Vec<String> = (1..=of).map(|number| format!("public-{number}-of-{of} ")).collect();
    all.concat()
}

/// Every file below a folder with its content.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("it can be listed"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| path.strip_prefix(folder).expect("it lies below").to_string_lossy().into_owned();
    files.map(|file| (name(file.path()), fs::read(file.path()).expect("it can be read"))).collect()
}

#[cfg(unix)]
#[test]
fn the_jobs_that_we_hand_out_build_the_site() {
    /// The commands of a file that call the program, in order.
    fn commands(file: &str) -> Vec<String> {
        let lines =
            file.lines().map(|line| line.trim_start().trim_start_matches("- ").trim_start_matches("run: "));
        lines.filter(|line| line.starts_with("casebook ")).map(str::to_owned).collect()
    }
    let deploy = Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
    let text = |name: &str| fs::read_to_string(deploy.join(name)).unwrap();
    for name in ["kubernetes-build.yaml", "kubernetes-merge.yaml", "github.yml", "gitlab.yml"] {
        let text = text(name);
        let events: Result<Vec<_>, _> = granit_parser::Parser::new_from_str(&text).collect();
        let count = events.unwrap_or_else(|error| panic!("{name}: {error}")).len();
        assert!(count > 50, "{name} says next to nothing");
    }
    let kubernetes = [text("kubernetes-build.yaml"), text("kubernetes-merge.yaml")].concat();
    assert_eq!(
        kubernetes.matches("completions: 7\n").count() + kubernetes.matches("value: \"7\"").count(),
        3
    );
    let site = several_cases();
    assert!(run(&site, "build --out whole").is_fine());
    let whole = files(&site.path().join("whole"));
    let shell = |script: &str, number: u32| {
        let program = Path::new(env!("CARGO_BIN_EXE_casebook")).parent().unwrap();
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
        let mut shell = Command::new("sh");
        shell.args(["-c", script]).current_dir(site.path()).env("PATH", path).env("SHARDS", "3");
        shell.env("JOB_COMPLETION_INDEX", (number - 1).to_string());
        shell.env("CI_NODE_INDEX", number.to_string()).env("CI_NODE_TOTAL", "3");
        let ran = shell.output().expect("there is a shell");
        assert!(ran.status.success(), "{script}: {}", String::from_utf8_lossy(&ran.stderr));
    };
    for jobs in [kubernetes, text("github.yml"), text("gitlab.yml")] {
        let commands = commands(&jobs);
        let [build, merge] = commands.as_slice() else { panic!("{commands:?}") };
        for number in 1..=3 {
            let build = build.replace("${{ matrix.shard }}", &number.to_string());
            shell(&build.replace("${{ strategy.job-total }}", "3"), number);
        }
        shell(merge, 1);
        assert!(files(&site.path().join("public")) == whole, "{merge}");
        fs::remove_dir_all(site.path().join("public")).unwrap();
    }
    shell(&format!("'{}' 4", deploy.join("local.sh").display()), 1);
    assert!(files(&site.path().join("public")) == whole);
}
