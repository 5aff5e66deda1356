//! One site, made by several machines.

mod support;

use std::collections::BTreeMap;

use casebook::emit::Shard;
use support::{Site, site};

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
