//! Under which names the preview may be asked for.
//!
//! A page anywhere on the web can make a name of its own lead to this machine, and would then read drafts through the
//! browser of whoever writes them. It cannot choose the name that the browser asks with, so that is looked at.

use std::net::{IpAddr, SocketAddr};

/// The names and the port of a preview.
pub(super) struct Hosts {
    bound: SocketAddr,
    /// The names of this machine, in lower case, where others may look too.
    names: Vec<String>,
}

impl Hosts {
    /// For what listens at `bound`; `names` are those of this machine besides `localhost`.
    pub(super) fn new(bound: SocketAddr, names: impl IntoIterator<Item = String>) -> Self {
        let names = names.into_iter().map(|name| name.to_ascii_lowercase()).filter(|name| !name.is_empty());
        let names = if bound.ip().is_loopback() { Vec::new() } else { names.collect() };
        Self { bound, names }
    }

    /// Whether a browser that shows `host` in its address line may see the preview.
    pub(super) fn admit(&self, host: &str) -> bool {
        let Some((name, port)) = split(host) else { return false };
        if port != self.bound.port() {
            return false;
        }
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        let number = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
        match number {
            // Nobody can make a number lead elsewhere; on loopback only its own are ever asked for.
            Ok(number) if self.bound.ip().is_unspecified() => !number.is_unspecified(),
            Ok(number) => {
                number == self.bound.ip() || (number.is_loopback() && self.bound.ip().is_loopback())
            }
            Err(_) => {
                let is_local = name == "localhost";
                let is_own = |own: &String| name == *own || name.strip_suffix(".local") == Some(own);
                is_local || self.names.iter().any(is_own)
            }
        }
    }

    /// Whether a page from `origin` may listen: only the preview's own.
    pub(super) fn admit_origin(&self, origin: &str) -> bool {
        origin.strip_prefix("http://").is_some_and(|host| self.admit(host))
    }
}

/// A host and its port, which is 80 where none is named.
fn split(host: &str) -> Option<(&str, u16)> {
    let name_ends = match host.rfind(']') {
        Some(bracket) => bracket + 1,
        None => host.find(':').unwrap_or(host.len()),
    };
    let (name, rest) = host.split_at(name_ends);
    let port = match rest.strip_prefix(':') {
        Some(port) => port.parse().ok()?,
        None if rest.is_empty() => 80,
        None => return None,
    };
    (!name.is_empty()).then_some((name, port))
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    fn at(bound: &str) -> Hosts {
        Hosts::new(bound.parse().unwrap(), ["Desk".to_owned()])
    }

    #[test]
    fn on_loopback_only_its_own_names_lead_to_the_preview() {
        let hosts = at("127.0.0.1:4000");
        for host in ["localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000", "localhost.:4000"] {
            assert!(hosts.admit(host), "{host}");
        }
        for host in [
            "",
            "localhost",
            "localhost:4001",
            "localhost:",
            "localhost:4000:4000",
            "localhost.example.org:4000",
            "example.org:4000",
            "desk:4000",
            "192.168.1.5:4000",
            "0.0.0.0:4000",
            "[::1]x:4000",
            "localhost:99999",
        ] {
            assert!(!hosts.admit(host), "{host}");
        }
    }

    #[test]
    fn in_a_network_its_numbers_and_the_name_of_the_machine_lead_there_too() {
        let hosts = at("0.0.0.0:4000");
        for host in ["192.168.1.5:4000", "localhost:4000", "desk:4000", "desk.local:4000", "[fe80::1]:4000"] {
            assert!(hosts.admit(host), "{host}");
        }
        for host in ["example.org:4000", "desk.example.org:4000", "192.168.1.5:80", "0.0.0.0:4000"] {
            assert!(!hosts.admit(host), "{host}");
        }
        let one = at("192.168.1.5:4000");
        assert!(one.admit("192.168.1.5:4000") && !one.admit("192.168.1.6:4000"));
    }

    #[test]
    fn only_its_own_pages_may_listen() {
        let hosts = at("127.0.0.1:80");
        assert!(hosts.admit_origin("http://localhost") && hosts.admit_origin("http://127.0.0.1:80"));
        for origin in ["null", "https://localhost", "http://example.org", "http://localhost:4000", ""] {
            assert!(!hosts.admit_origin(origin), "{origin}");
        }
    }
}
