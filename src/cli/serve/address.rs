//! From the path of a request to the file of the site that is meant.

use crate::base::SitePath;

/// What a request asks for.
#[derive(PartialEq, Eq, Debug)]
pub(super) enum Wanted {
    /// A file of the site.
    File(SitePath),
    /// A folder: `zh/`, or `/` for the site itself.
    Folder(String),
    /// Nothing that could ever be a file of a site.
    Nonsense,
}

/// What `path` means, as it stands in a request: `/zh/cases/a.html`. Whatever comes out lies in the site.
pub(super) fn wanted(path: &str) -> Wanted {
    let Some(text) = path.strip_prefix('/').and_then(decoded) else { return Wanted::Nonsense };
    if text.contains(|c: char| c.is_control() || c == '\\') {
        return Wanted::Nonsense;
    }
    let (folders, file) = match text.rsplit_once('/') {
        Some((folders, file)) => (folders.split('/').collect(), file),
        None => (Vec::new(), text.as_str()),
    };
    if folders.iter().any(|part| matches!(*part, "" | "." | "..")) || matches!(file, "." | "..") {
        return Wanted::Nonsense;
    }
    if file.is_empty() { Wanted::Folder(text) } else { Wanted::File(SitePath::from(text)) }
}

/// `text` with what stands behind percent signs decoded; `None` if that is no text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
            let (high, low) = (digit()?, digit()?);
            u8::try_from(high * 16 + low).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Wanted, wanted};
    use crate::base::SitePath;

    #[test]
    fn an_address_leads_to_a_file_or_a_folder_of_the_site() {
        let file = |path: &str| Wanted::File(SitePath::new(path));
        assert_eq!(wanted("/zh/cases/heat.html"), file("zh/cases/heat.html"));
        assert_eq!(wanted("/index.html"), file("index.html"));
        assert_eq!(wanted("/zh/%E4%BD%99%20%e7%83%ad.html"), file("zh/余 热.html"));
        assert_eq!(wanted("/a..b/..c/d...html"), file("a..b/..c/d...html"));
        assert_eq!(wanted("/"), Wanted::Folder(String::new()));
        assert_eq!(wanted("/zh/cases/"), Wanted::Folder("zh/cases/".to_owned()));
    }

    #[test]
    fn nothing_leads_out_of_the_site() {
        for path in [
            "",
            "*",
            "zh/index.html",
            "/../casebook.yaml",
            "/zh/../../casebook.yaml",
            "/zh/%2e%2e/%2E%2e/casebook.yaml",
            "/..%2fcasebook.yaml",
            "/zh/..",
            "/%2e",
            "/./index.html",
            "//etc/passwd",
            "/zh//index.html",
            "/%2fetc/passwd",
            "/..%5ccasebook.yaml",
            "/..\\casebook.yaml",
            "/a%00.html",
            "/a%0a.html",
            "/%c0%ae%c0%ae/casebook.yaml",
            "/%ff.html",
            "/%",
            "/%2",
            "/%zz",
            "/%+1",
        ] {
            assert_eq!(wanted(path), Wanted::Nonsense, "{path}");
        }
    }
}
