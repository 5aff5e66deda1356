//! How long texts take to be read and to be set: `cargo bench --bench markdown`.

mod generated;

use casebook::base::{Lang, SourcePath};
use casebook::plan::{PageId, Plan};
use casebook::read::{Context, read};
use casebook::site::Sources as _;
use casebook::view::album::Album;
use casebook::view::desk::Desk;
use casebook::view::setting;
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// From bytes to a draft: a text of usual length, and one so many times as long.
#[divan::bench(args = [1, 40])]
fn reading(bencher: Bencher<'_, '_>, times: usize) {
    let path = SourcePath::new("content/cases/case-0000/zh.md");
    let bytes = generated::site(1).read(&path).expect("it is there");
    let text = String::from_utf8(bytes).expect("it is text");
    let (head, body) = text.split_once("---\n\n").map_or(("", &*text), |(head, body)| (head, body));
    // Names of places are written once: no heading has the same.
    let bodies: String = (0..times).map(|n| body.replace(" {#", &format!(" {{#n{n}-"))).collect();
    let long = format!("{head}---\n\n{bodies}");
    let context = Context { languages: vec![Lang::ZH, Lang::EN] };
    bencher.counter(BytesCount::of_str(&long)).bench(|| read(&path, black_box(long.as_bytes()), &context));
}

/// From a linked text to HTML, with what the data answers and with its chart.
#[divan::bench]
fn setting_a_case(bencher: Bencher<'_, '_>) {
    let (book, theme) = generated::linked(20);
    let album = Album::default();
    let desk = Desk::new(Plan::of(&book), &theme, &album);
    let case = book.cases.values().next().expect("there are cases");
    let (text, page) = (case.texts.get(Lang::ZH).expect("it speaks Chinese"), PageId::Case(case.id.clone()));
    bencher.bench(|| setting::body(&desk.at(Lang::ZH, &page), black_box(text), Some(case)));
}
