//! What documents say, a few to a file.

use super::{Document, Extent, Texts, call};

/// About how large a file is where only those of the results are loaded, in bytes.
const FILE: usize = 8 * 1024;

/// About how large a file is where all are loaded.
const FILE_OF_FEW: usize = 64 * 1024;

/// The files of documents numbered from `first`, and how many documents each holds.
pub(super) fn files(first: usize, documents: &[Document], extent: Extent) -> (Vec<Texts>, Vec<usize>) {
    let most = match extent {
        Extent::Small => FILE_OF_FEW,
        Extent::Large => FILE,
    };
    let (mut files, mut counts) = (Vec::new(), Vec::new());
    let mut rest = documents;
    while !rest.is_empty() {
        let mut size = 0;
        let fits = rest.iter().take_while(|document| {
            size += length(document);
            size <= most
        });
        let count = fits.count().max(1);
        let texts: Vec<_> = rest[..count].iter().map(as_data).collect();
        let first = first + documents.len() - rest.len();
        files.push(Texts { first, script: call(&format!("texts/{first}"), &texts) });
        counts.push(count);
        rest = &rest[count..];
    }
    (files, counts)
}

fn length(document: &Document) -> usize {
    let parts = document.parts.iter().map(|part| part.heading.len() + part.text.len());
    document.title.len() + document.by.len() + parts.sum::<usize>()
}

/// A document as scripts see it.
type Data<'a> = (&'a str, &'a str, &'a str, &'a str, Vec<(u8, &'a str, &'a str, &'a str)>, &'a str);

fn as_data(document: &Document) -> Data<'_> {
    let Document { kind, href, lang, title, by, parts } = document;
    let parts =
        parts.iter().map(|p| (p.weight as u8, p.anchor.as_str(), p.heading.as_str(), p.text.as_str()));
    (kind, href, title, by, parts.collect(), lang)
}
