//! `casebook host`: the configuration of a web host for the site, ready to be put in its place.
//!
//! It is printed and never written into the site: whoever copies `public/` to a host must not publish it by accident.

mod caddy;
mod nginx;
mod storage;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Content, End, Ended, Stop, World};
use crate::site;

/// What `host` takes.
#[derive(Args)]
pub(super) struct Host {
    /// The kind of host · 主机类型
    #[arg(value_enum)]
    kind: Kind,
    #[command(flatten)]
    content: Content,
    /// The folder that `build` wrote; else `public` in the site's folder · 网站所在文件夹
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Nginx,
    Caddy,
    ObjectStorage,
}

/// A site as its host sees it.
struct Hosted {
    /// The site's name.
    title: String,
    /// Where readers find it: `https://example.org/showcase/`.
    address: String,
    /// The name of the host: `example.org`.
    host: String,
    /// The path below it, with a slash at both ends: `/showcase/`.
    path: String,
    /// The folder with its files.
    folder: String,
}

/// Every kind of file that a site holds: its ending, its type, and whether it is text.
const TYPES: [(&str, &str, bool); 15] = [
    ("html", "text/html", true),
    ("css", "text/css", true),
    ("js", "text/javascript", true),
    ("json", "application/json", true),
    ("csv", "text/csv", true),
    ("txt", "text/plain", true),
    ("xml", "application/xml", true),
    ("svg", "image/svg+xml", true),
    ("webmanifest", "application/manifest+json", true),
    ("png", "image/png", false),
    ("jpg", "image/jpeg", false),
    ("jpeg", "image/jpeg", false),
    ("gif", "image/gif", false),
    ("webp", "image/webp", false),
    ("avif", "image/avif", false),
];

/// The type of files with this ending, as the preview sends it too.
pub(super) fn kind_of(ending: &str) -> Option<String> {
    let (_, kind, is_text) = TYPES.iter().find(|(known, ..)| *known == ending)?;
    Some(if *is_text { format!("{kind}; charset=utf-8") } else { (*kind).to_owned() })
}

impl Host {
    pub(super) fn run(self, world: &World) -> Ended {
        let folder = world.sources()?;
        let checked = site::check(&folder, &self.content.wish(true))
            .map_err(|e| Stop((world.words.cannot_read)(&folder.path().display().to_string(), &e)))?;
        let Some(book) = &checked.book else { return Err(Stop(world.words.site_unusable.to_owned())) };
        let out = self.out.unwrap_or_else(|| folder.path().join("public"));
        let out = std::path::absolute(&out)
            .map_err(|e| Stop((world.words.cannot_read)(&out.display().to_string(), &e)))?;
        let titles: Vec<&str> =
            book.site.languages.iter().filter_map(|&l| book.site.title.get(l)).map(String::as_str).collect();
        let hosted = Hosted::new(&titles.join(" · "), &book.site.base_url, &out.display().to_string());
        print!(
            "{}",
            match self.kind {
                Kind::Nginx => nginx::configuration(&hosted),
                Kind::Caddy => caddy::configuration(&hosted),
                Kind::ObjectStorage => storage::commands(&hosted),
            }
        );
        Ok(End::Fine)
    }
}

impl Hosted {
    fn new(title: &str, address: &str, folder: &str) -> Self {
        let below = address.split_once("://").map_or(address, |(_, rest)| rest);
        let (host, path) = below.split_once('/').unwrap_or((below, ""));
        let path = path.trim_matches('/');
        Self {
            // In a comment it must stay on its line.
            title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            address: address.to_owned(),
            host: host.to_owned(),
            path: if path.is_empty() { "/".to_owned() } else { format!("/{path}/") },
            folder: folder.to_owned(),
        }
    }

    /// The lines that every configuration begins with.
    fn heading(&self) -> String {
        format!("# {}\n# {} → {}\n", self.title, self.address, self.folder)
    }
}

/// A text in double quotes, as nginx, Caddy and a shell read it; a dollar sign is for the shell alone.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{Hosted, caddy, nginx, quoted, storage};
    use crate::base::policy::POLICY;

    fn hosted(address: &str) -> Hosted {
        Hosted::new("案例集 · Casebook", address, "/srv/我的 站点/public")
    }

    #[test]
    fn every_host_is_told_the_policy_of_the_pages() {
        for address in ["https://example.org/", "https://example.org/a/b/", "http://10.0.0.1:8080/x/"] {
            let site = hosted(address);
            for text in [nginx::configuration(&site), caddy::configuration(&site), storage::commands(&site)] {
                for wanted in [
                    POLICY,
                    "frame-ancestors 'none'",
                    "frame-ancestors *",
                    "nosniff",
                    "Referrer-Policy",
                    "Permissions-Policy",
                    "immutable",
                    "max-age=300",
                    "404.html",
                    "text/csv",
                    "/srv/我的 站点/public",
                    address,
                ] {
                    assert!(text.contains(wanted), "no {wanted} in\n{text}");
                }
                assert!(!text.contains("//assets"), "{text}");
            }
        }
    }

    #[test]
    fn a_site_is_served_below_its_own_path() {
        let parts = |address: &str| {
            let site = hosted(address);
            (site.host, site.path)
        };
        assert_eq!(parts("https://example.org/"), ("example.org".into(), "/".into()));
        assert_eq!(parts("https://example.org/a/b/"), ("example.org".into(), "/a/b/".into()));
        assert_eq!(parts("http://10.0.0.1:8080/x/"), ("10.0.0.1:8080".into(), "/x/".into()));
    }

    #[test]
    fn braces_and_quotes_are_closed() {
        for address in ["https://example.org/", "https://example.org/a/b/"] {
            for text in [nginx::configuration(&hosted(address)), caddy::configuration(&hosted(address))] {
                assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
                for line in text.lines() {
                    assert_eq!(line.matches('"').count() % 2, 0, "{line}");
                }
            }
        }
        assert_eq!(quoted("a \"b\" \\c"), "\"a \\\"b\\\" \\\\c\"");
    }
}
