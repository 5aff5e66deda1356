//! How long one page takes, from the casebook to its bytes: `cargo bench --bench pages`.
//!
//! What pages share, such as comparisons and cards, has been made by then, as in a build.

mod generated;

use casebook::base::SitePath;
use casebook::site::{Preview, Tools};
use divan::Bencher;

const CASES: usize = 200;

fn main() {
    divan::main();
}

#[divan::bench(args = [
    "zh/cases/case-0007.html",
    "en/cases/case-0007.html",
    "zh/enterprises/works-0001.html",
    "zh/indicators/roe.html",
    "zh/industries/steel.html",
    "zh/cases/index.html",
    "zh/index.html",
])]
fn page(bencher: Bencher<'_, '_>, address: &str) {
    let site = generated::site(CASES);
    let preview = Preview::open(Tools::default(), &site, site.wanted()).expect("memory can be read");
    let (edition, address) = (preview.edition(), SitePath::new(address));
    let render = || edition.file(Tools::default(), &site, &address).expect("it can be rendered");
    assert!(render().is_some(), "it is there");
    bencher.bench(render);
}
