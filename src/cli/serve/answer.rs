//! What a request gets: a file of the site, dressed for the preview if it is a page.

use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use super::address::{Wanted, wanted};
use super::explanation;
use super::keeper::Keeper;
use super::ledger::Haste;
use super::page::{Make, dressed, make};
use super::panel::{href, panel};
use super::shelf::{File, NOT_FOUND, Shelf};
use crate::base::escape::escape;
use crate::base::{Lang, SitePath, hash};
use crate::cli::words::{self, preview};
use crate::cli::{explain, host};
use crate::emit::Trouble;
use crate::site::Edition;

/// The styles of what the preview adds.
const STYLE: &str = "<link rel=\"stylesheet\" href=\"/_casebook/live.css\">\n";

/// What a folder shows.
const INDEX: &str = "index.html";

/// What is sent back.
pub(super) struct Answer {
    pub(super) status: u16,
    /// Its type, as browsers name types.
    pub(super) kind: String,
    /// Where it lies instead.
    pub(super) location: Option<String>,
    pub(super) bytes: Vec<u8>,
}

/// Answers requests for files of the site.
pub(super) struct Desk {
    pub(super) keeper: Keeper,
    shelf: Shelf,
    lang: Lang,
    /// Tells this run of the program from the one before it.
    run: String,
}

impl Desk {
    pub(super) fn new(keeper: Keeper, lang: Lang, run: String) -> Self {
        Self { keeper, shelf: Shelf::default(), lang, run }
    }

    /// Tells this run of the program from others.
    pub(super) fn run(&self) -> &str {
        &self.run
    }

    /// What lies at `path`, as it stands in a request.
    pub(super) fn answer(&self, path: &str) -> Answer {
        match meant(path) {
            Some(path) => self.file(&path),
            None => Answer::plain(400, preview::say(self.lang).no_page),
        }
    }

    fn file(&self, path: &SitePath) -> Answer {
        self.refresh(path);
        let edition = self.keeper.edition();
        match self.look(&edition, path) {
            Shown::File(status, file) => {
                let (kind, bytes) = match &file.make {
                    Some(make) => (kind_of("html"), self.dressed(&edition, path, status, &file, make)),
                    None => (kind_of(path.as_str()), file.bytes.clone()),
                };
                Answer { status, kind, location: None, bytes }
            }
            Shown::Folder(index) => Answer::elsewhere(href(&index).trim_end_matches(INDEX)),
        }
    }

    /// What a page that is shown already needs to know of the newest edition, as JSON.
    pub(super) fn state(&self, path: &str) -> Answer {
        let Some(path) = meant(path) else {
            return Answer::plain(400, preview::say(self.lang).no_page);
        };
        let edition = self.keeper.edition();
        let (make, panel) = match self.look(&edition, &path) {
            Shown::File(status, file) => (file.make.clone(), self.panel(&edition, &path, status, &file)),
            Shown::Folder(_) => (None, String::new()),
        };
        let Make { print, styles } = make.unwrap_or_default();
        let state = serde_json::json!({
            "edition": edition.number(),
            "print": print,
            "styles": styles,
            "wrong": hash::short(panel.as_bytes()),
            "panel": panel,
        });
        Answer {
            status: 200,
            kind: "application/json; charset=utf-8".to_owned(),
            location: None,
            bytes: state.to_string().into_bytes(),
        }
    }

    /// What `casebook explain` says of a code.
    pub(super) fn explanation(&self, code: &str) -> Answer {
        let Some(page) = explain::page(code, self.lang) else {
            return Answer::plain(404, preview::say(self.lang).no_page);
        };
        let (title, text) = explanation::html(page);
        let bytes = self.own_html(title, &text);
        Answer { status: 200, kind: kind_of("html"), location: None, bytes: dressed(&bytes, STYLE, "") }
    }

    /// Looks whether the sources of the page at `path` are as they were read, so that nobody who reloads a page sees an
    /// old one. All other changes are found by those who watch.
    fn refresh(&self, path: &SitePath) {
        // What cannot be looked at now is looked at again soon.
        let _ = self.keeper.look(sources_of(path).iter().map(String::as_str), Haste::Patient);
    }

    fn look(&self, edition: &Arc<Edition>, path: &SitePath) -> Shown {
        let (tools, folder) = (self.keeper.tools(), self.keeper.folder());
        let is_there = |path: &SitePath| matches!(self.shelf.file(edition, tools, folder, path), Ok(Some(_)));
        match self.shelf.file(edition, tools, folder, path) {
            Ok(Some(file)) => Shown::File(200, file),
            Err(trouble) => Shown::File(500, Arc::new(self.failed(&trouble))),
            Ok(None) => {
                let index = SitePath::from(format!("{path}/{INDEX}"));
                if !path.as_str().ends_with(".html") && is_there(&index) {
                    return Shown::Folder(index);
                }
                let lost = self.shelf.file(edition, tools, folder, &SitePath::new(NOT_FOUND)).ok().flatten();
                let own = || Arc::new(self.no_page(is_there(&SitePath::new(INDEX))));
                Shown::File(404, lost.unwrap_or_else(own))
            }
        }
    }

    /// A page with what the preview adds to it.
    fn dressed(&self, edition: &Edition, path: &SitePath, status: u16, page: &File, make: &Make) -> Vec<u8> {
        let panel = self.panel(edition, path, status, page);
        let words = preview::say(self.lang);
        let body = format!(
            "<aside id=\"casebook-preview\" lang=\"{}\" aria-label=\"{}\"><p class=\"casebook-said\" role=\"status\"></p><p class=\"casebook-gone\" hidden>{}</p><div class=\"casebook-panel\">{panel}</div></aside>\n\
             <script src=\"/_casebook/live.js\" defer data-run=\"{}\" data-edition=\"{}\" data-print=\"{}\" data-wrong=\"{}\" data-path=\"{}\" data-mended=\"{}\"></script>\n",
            words.tag,
            words.panel,
            escape(words.gone),
            self.run,
            edition.number(),
            make.print,
            hash::short(panel.as_bytes()),
            escape(&href(path)),
            words.mended,
        );
        dressed(&page.bytes, STYLE, &body)
    }

    fn panel(&self, edition: &Edition, path: &SitePath, status: u16, page: &File) -> String {
        let panel = || panel(edition, self.keeper.folder(), path, self.lang);
        // A page for addresses that lead nowhere has many.
        if status == 200 { page.panel.get_or_init(panel).clone() } else { panel() }
    }

    /// A page of the preview's own where the site has none for it.
    fn no_page(&self, has_site: bool) -> File {
        let words = preview::say(self.lang);
        if has_site {
            let link = format!("<a href=\"/\">{}</a>", words.home);
            self.own_page(words.no_page, words.no_page_here, &link)
        } else {
            self.own_page(words.no_site, words.no_site_yet, "")
        }
    }

    fn failed(&self, trouble: &Trouble) -> File {
        self.own_page(preview::say(self.lang).page_failed, &words::say(self.lang).trouble(trouble), "")
    }

    fn own_page(&self, title: &str, text: &str, link: &str) -> File {
        let bytes = self.own_html(title, &format!("<p>{}</p>\n{link}", escape(text)));
        File { make: Some(make(&bytes)), bytes, panel: OnceLock::new() }
    }

    fn own_html(&self, title: &str, inside: &str) -> Vec<u8> {
        let mut html = String::new();
        let (tag, title) = (preview::say(self.lang).tag, escape(title));
        let _ = write!(
            html,
            "<!DOCTYPE html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n</head>\n<body class=\"casebook-own\">\n<main>\n<h1>{title}</h1>\n{inside}</main>\n</body>\n</html>\n"
        );
        html.into_bytes()
    }
}

/// What there is to see at an address.
enum Shown {
    /// A file, or a page that says why there is none, with its status.
    File(u16, Arc<File>),
    /// The first page of a folder that was named without its slash.
    Folder(SitePath),
}

impl Answer {
    pub(super) fn plain(status: u16, text: &str) -> Self {
        let bytes = format!("{text}\n").into_bytes();
        Self { status, kind: "text/plain; charset=utf-8".to_owned(), location: None, bytes }
    }

    fn elsewhere(href: &str) -> Self {
        Self { location: Some(href.to_owned()), ..Self::plain(302, "") }
    }
}

/// The file of the site that `path` means, as it stands in a request.
fn meant(path: &str) -> Option<SitePath> {
    match wanted(path) {
        Wanted::File(path) => Some(path),
        Wanted::Folder(folder) => Some(SitePath::from(folder + INDEX)),
        Wanted::Nonsense => None,
    }
}

/// The type of a file of this name.
fn kind_of(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or(name, |(_, ending)| ending);
    host::kind_of(ending).unwrap_or_else(|| "application/octet-stream".to_owned())
}

/// The files and folders that the page at `path` is first of all made from: `zh/cases/heat.html` from what lies in
/// `content/cases/heat`, every page from the theme.
fn sources_of(path: &SitePath) -> Vec<String> {
    let mut sources = vec!["casebook.yaml".to_owned(), "themes".to_owned()];
    let parts: Vec<&str> = path.as_str().split('/').collect();
    let (kind, name) = match parts.as_slice() {
        [_, kind, name, ..] => (*kind, *name),
        [_, name] => ("pages", *name),
        _ => return sources,
    };
    let id = name.split('.').next().unwrap_or(name);
    if !id.is_empty() {
        sources.push(format!("content/{kind}/{id}"));
        sources.push(format!("content/{kind}/{id}.yaml"));
    }
    sources
}

#[cfg(test)]
mod tests {
    use super::sources_of;
    use crate::base::SitePath;

    #[test]
    fn a_page_is_first_of_all_made_from_the_folder_of_its_name() {
        let of = |path: &str| sources_of(&SitePath::new(path))[2..].to_vec();
        assert_eq!(of("zh/cases/heat.html"), ["content/cases/heat", "content/cases/heat.yaml"]);
        assert_eq!(of("zh/cases/heat/chart-1.svg")[0], "content/cases/heat");
        assert_eq!(of("en/about.html")[0], "content/pages/about");
        assert_eq!(of("en/indicators/roe.html")[1], "content/indicators/roe.yaml");
        assert!(of("index.html").is_empty());
    }
}
