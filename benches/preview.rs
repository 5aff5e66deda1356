//! How long a preview takes to show what was saved: `cargo bench --bench preview`. What remains is HTTP.

mod generated;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use casebook::base::{SitePath, SourcePath};
use casebook::site::{Preview, Tools};
use divan::Bencher;
use generated::support::Site;

/// Sites of so many cases.
const SIZES: [usize; 2] = [200, 2000];

fn main() {
    divan::main();
}

/// Reading and linking, before anything can be seen.
#[divan::bench(args = SIZES, sample_count = 5)]
fn open(bencher: Bencher<'_, '_>, cases: usize) {
    let site = generated::site(cases);
    bencher.bench(|| Preview::open(Tools::default(), &site, site.wanted()).expect("memory can be read"));
}

/// From a saved text to the bytes of its page.
#[divan::bench(args = SIZES, sample_count = 20)]
fn text(bencher: Bencher<'_, '_>, cases: usize) {
    saved(bencher, cases, "content/cases/case-0007/zh.md", "\n第{}版。\n");
}

/// The same for figures.
#[divan::bench(args = SIZES, sample_count = 10)]
fn figures(bencher: Bencher<'_, '_>, cases: usize) {
    saved(bencher, cases, "content/indicators/roe.yaml", "# {}\n");
}

/// Adds a line to a file, each time another.
fn saved(bencher: Bencher<'_, '_>, cases: usize, path: &str, line: &str) {
    let site = generated::site(cases);
    let (number, page) = (AtomicUsize::new(0), SitePath::new("zh/cases/case-0007.html"));
    let mut preview = Preview::open(Tools::default(), &site, site.wanted()).expect("memory can be read");
    let changed = BTreeSet::from([SourcePath::new(path)]);
    let edited = || -> Site {
        let line = line.replace("{}", &number.fetch_add(1, Ordering::Relaxed).to_string());
        site.clone().added(path, &line)
    };
    bencher.with_inputs(edited).bench_local_values(|site| {
        let edition = preview.take_in(Tools::default(), &site, &changed);
        edition.file(Tools::default(), &site, &page).expect("it can be rendered").expect("it is there")
    });
}
