//! How long it takes to make a site searchable: `cargo bench --bench search`.

mod generated;

use casebook::base::Lang;
use casebook::plan::{PageId, Plan};
use casebook::search::{Document, Extent, Stretch};
use casebook::view::album::Album;
use casebook::view::build::{document, findable};
use casebook::view::desk::Desk;
use divan::Bencher;
use divan::counter::ItemsCount;

/// Sites of so many cases.
const SIZES: [usize; 2] = [200, 1000];

fn main() {
    divan::main();
}

/// What is searched in Chinese.
fn documents(cases: usize) -> Vec<Document> {
    let (book, theme) = generated::linked(cases);
    let album = Album::default();
    let desk = Desk::new(Plan::of(&book), &theme, &album);
    let seat = desk.at(Lang::ZH, &PageId::Search);
    findable(&desk, Lang::ZH).into_iter().map(|found| document(&seat, found)).collect()
}

/// Cuts texts into words, and writes the files of texts.
#[divan::bench(args = SIZES, sample_count = 10)]
fn cutting_words(bencher: Bencher<'_, '_>, cases: usize) {
    let documents = documents(cases);
    let items = ItemsCount::new(documents.len());
    bencher.counter(items).bench(|| Stretch::of(0, &documents, Extent::Large));
}

/// Writes the list of words, cut so that a query loads a few small files.
#[divan::bench(args = SIZES, sample_count = 10)]
fn writing_the_index(bencher: Bencher<'_, '_>, cases: usize) {
    let documents = documents(cases);
    let stretch = || Stretch::of(0, &documents, Extent::Large).0;
    bencher.with_inputs(stretch).bench_values(|stretch| {
        let index = stretch.finish();
        assert!(!index.words.is_empty(), "it has words");
        index
    });
}
