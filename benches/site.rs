//! How long a whole site of 200 cases takes, in memory: `cargo bench --bench site`.

mod generated;

use casebook::site::{self, Wish};
use divan::Bencher;
use generated::support::{Memory, Site};

const CASES: usize = 200;

fn main() {
    divan::main();
}

fn wish() -> Wish {
    let at = casebook::base::Moment::parse("2026-01-01T00:00:00Z").expect("a moment");
    Wish { at, drafts: false, base_url: None, without_broken: false, shard: None }
}

fn sound() -> Site {
    let site = generated::site(CASES);
    let checked = site::check(&site, &wish()).expect("memory can be read");
    assert!(!checked.has_errors(), "{:#?}", checked.diagnostics);
    site
}

/// Reads and links everything.
#[divan::bench(sample_count = 20)]
fn check(bencher: Bencher<'_, '_>) {
    let site = sound();
    bencher.bench(|| site::check(&site, &wish()));
}

/// The same, and renders every page.
#[divan::bench(sample_count = 10)]
fn build(bencher: Bencher<'_, '_>) {
    let site = sound();
    bencher.bench(|| site::build(&site, &wish(), &Memory::default()));
}
