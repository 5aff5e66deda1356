//! Every file of a release with its size and fingerprint, so that whoever serves it can see that all of it is there and
//! nothing else.

use std::iter;

use rayon::prelude::*;
use serde::Deserialize;
use serde::de::Error as _;

use super::Listed;
use crate::base::{hash, json};

/// How many files a processor lists in one go. More would be texts so long that there is new memory for each of them.
const IN_A_PIECE: usize = 256;

/// How many are listed before the first of them are written, and then forgotten.
const AT_ONCE: usize = 16 * IN_A_PIECE;

/// The manifest of these files, which come in the order of their paths, and in which it is not listed itself. It comes in
/// pieces, because it has a line for every file of the site.
pub fn pieces(files: impl Iterator<Item = Listed>) -> impl Iterator<Item = String> {
    let mut files = files.fuse();
    let lines = iter::from_fn(move || {
        let now: Vec<Listed> = files.by_ref().take(AT_ONCE).collect();
        // Nothing else is left to do, so all processors write it.
        (!now.is_empty()).then(|| now.par_chunks(IN_A_PIECE).map(listed).collect::<Vec<_>>())
    });
    let lines = lines.flatten().flat_map(|lines| [",".to_owned(), lines]).skip(1);
    iter::once("{\"files\":[".to_owned()).chain(lines).chain(iter::once("]}\n".to_owned()))
}

fn listed(files: &[Listed]) -> String {
    json::items(|list| {
        for file in files {
            list.object(|o| {
                o.text("path", file.path.as_str());
                o.count("size", file.size);
                o.text("sha256", &hash::hexadecimal(&file.sha256));
            });
        }
    })
}

/// What the text of a manifest lists.
pub fn read(text: &[u8]) -> serde_json::Result<Vec<Listed>> {
    #[derive(Deserialize)]
    struct Written {
        files: Vec<File>,
    }
    #[derive(Deserialize)]
    struct File {
        path: String,
        size: u64,
        sha256: String,
    }
    let listed = |File { path, size, sha256 }| {
        let sha256 = hash::from_hexadecimal(&sha256).ok_or_else(|| serde_json::Error::custom(sha256))?;
        Ok(Listed { path: path.into(), size, sha256 })
    };
    let Written { files } = serde_json::from_slice(text)?;
    files.into_iter().map(listed).collect()
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, IN_A_PIECE, pieces, read};
    use crate::base::SitePath;
    use crate::emit::Listed;

    #[test]
    fn in_however_many_pieces_it_lists_every_file_in_order() {
        for count in [0, 1, IN_A_PIECE, IN_A_PIECE + 1, 2 * AT_ONCE + 1] {
            let file = |n| Listed::of(&SitePath::from(format!("{n:06}.html")), b"");
            let files: Vec<Listed> = (0..count).map(file).collect();
            let text: String = pieces(files.iter().cloned()).collect();
            assert!(read(text.as_bytes()).expect("it is a manifest") == files, "{count}");
        }
    }

    #[test]
    fn a_fingerprint_that_is_none_is_an_error() {
        let files = [Listed::of(&SitePath::new("index.html"), b"")];
        let text: String = pieces(files.into_iter()).collect();
        assert!(read(text.replace("sha256\":\"", "sha256\":\"x").as_bytes()).is_err());
    }
}
