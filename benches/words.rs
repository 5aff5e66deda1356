//! How long sentences take to be read, answered and set: `cargo bench --bench words`.

mod generated;

use casebook::base::{Id, Lang, Moment, Period, SourcePath};
use casebook::measure::quantity::quantities;
use casebook::measure::{Comparisons, answer, assertion};
use casebook::model::{Ask, Casebook, Claim};
use casebook::read::{Context, read};
use casebook::site::{Sources, Wish, check};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const SENTENCE: &str = "2024年净资产收益率达到9.4%，比2021年提高3.2个百分点；利润总额51.23亿元，增长16.9%，约为2019年的1.3倍，\
    在14家企业中排第3位。";

fn casebook() -> Casebook {
    let at = Moment::parse("2026-01-01T00:00:00Z").expect("a moment");
    let wish = Wish { at, drafts: false, base_url: None, without_broken: false, shard: None };
    check(&generated::site(200), &wish).expect("memory can be read").book.expect("a sound site")
}

fn ask(word: &str) -> Ask {
    let year = Period::of_year;
    match word {
        "value" => Ask::Value(year(2024)),
        "change" => Ask::Change(year(2021), year(2024)),
        "gap closed" => Ask::GapClosed(year(2024)),
        "rank" => Ask::Rank(year(2024)),
        other => unreachable!("no claim {other:?} is measured"),
    }
}

/// A claim in prose, from the data to finished words.
#[divan::bench(args = ["value", "change", "gap closed", "rank"])]
fn claim(bencher: Bencher<'_, '_>, word: &str) {
    let book = casebook();
    let (comparisons, case) = (Comparisons::of(&book), book.cases.values().next().map(AsRef::as_ref));
    let claim = Claim { subject: None, indicator: Id::new("roe").expect("an id"), ask: ask(word) };
    assert!(answer::answer(&comparisons, case, &claim, Lang::ZH).is_ok());
    bencher.bench(|| answer::answer(&comparisons, black_box(case), &claim, Lang::ZH));
}

/// An author's own words held against the data.
#[divan::bench]
fn assert(bencher: Bencher<'_, '_>) {
    let book = casebook();
    let (comparisons, case) = (Comparisons::of(&book), book.cases.values().next().map(AsRef::as_ref));
    let claim = Claim { subject: None, indicator: Id::new("roe").expect("an id"), ask: ask("change") };
    let resolved = answer::resolve(&comparisons, case, &claim).expect("it has an answer");
    assert_eq!(assertion::check("提高3.2个百分点", &resolved, Lang::ZH), Ok(()));
    bencher.bench(|| assertion::check(black_box("提高3.2个百分点"), &resolved, Lang::ZH));
}

/// The numbers of a sentence with eight of them.
#[divan::bench]
fn numbers_of_a_sentence() -> usize {
    quantities(black_box(SENTENCE), Lang::ZH).len()
}

/// The figures of an enterprise, from bytes to a draft.
#[divan::bench]
fn reading_figures(bencher: Bencher<'_, '_>) {
    let path = SourcePath::new("content/enterprises/works-0000/indicators.yaml");
    let bytes = generated::site(1).read(&path).expect("it is there");
    let context = Context { languages: vec![Lang::ZH, Lang::EN] };
    bencher.bench(|| read(&path, black_box(&bytes), &context));
}
