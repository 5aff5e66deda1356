//! How long it takes to hold texts against the data: `cargo bench --bench claims`. What one claim takes, `words` tells.

mod generated;

use casebook::base::{Lang, SourcePath};
use casebook::link::{Drafts, Edition, link};
use casebook::read::{Context, Draft, ProseDraft, read, read_site};
use casebook::site::Sources as _;
use divan::Bencher;
use generated::support::Site;

const CASES: usize = 200;

fn main() {
    divan::main();
}

fn drafts(site: &Site) -> Drafts {
    let mut drafts = Drafts::default();
    let context = Context { languages: vec![Lang::ZH, Lang::EN] };
    for path in site.list().expect("memory can be read") {
        let bytes = site.read(&path).expect("it is there");
        if path.as_str() == "casebook.yaml" {
            drafts.site = read_site(&path, &bytes).value;
        } else if let Some(draft) = read(&path, &bytes, &context).value {
            drafts.sorted.add(draft);
        }
        drafts.files.insert(path);
    }
    drafts
}

fn edition(site: &Site) -> Edition {
    Edition { at: site.wanted().at, drafts: false }
}

/// Everything that is said in 400 texts: references, claims, the numbers bound to none, what differs between languages.
#[divan::bench(sample_count = 20)]
fn all_texts(bencher: Bencher<'_, '_>) {
    let site = generated::site(CASES);
    let (drafts, edition) = (drafts(&site), edition(&site));
    bencher.with_inputs(|| drafts.clone()).bench_values(|drafts| {
        let linked = link(drafts, edition, None);
        assert!(!linked.notes.has_errors(), "a sound site");
        linked
    });
}

/// The same for the two texts of one case, after one was saved.
#[divan::bench]
fn the_texts_of_a_case(bencher: Bencher<'_, '_>) {
    let site = generated::site(CASES);
    let linked = link(drafts(&site), edition(&site), None).value;
    let (book, mut remembered) =
        (linked.book.expect("a sound site"), linked.remembered.expect("a sound site"));
    let context = Context { languages: vec![Lang::ZH, Lang::EN] };
    let text = |lang: &str| -> ProseDraft {
        let path = SourcePath::from(format!("content/cases/case-0007/{lang}.md"));
        match read(&path, &site.read(&path).expect("it is there"), &context).value {
            Some(Draft::Prose(text)) => text,
            other => unreachable!("{path} is a text, not {other:?}"),
        }
    };
    let texts = vec![text("zh"), text("en")];
    bencher.with_inputs(|| texts.clone()).bench_local_values(|texts| {
        let linked = remembered.texts(&book, texts);
        assert!(linked.value.is_some(), "sound texts");
        linked
    });
}
