//! Where the preview listens.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, ToSocketAddrs as _, UdpSocket};

/// The port where nobody named another, and the last of those that are tried in its place.
pub(super) const USUAL_PORT: u16 = 4000;
pub(super) const LAST_PORT: u16 = 4019;

/// Why it cannot listen.
pub(super) enum Refusal {
    /// The port that was asked for is taken.
    Taken(u16),
    /// All the usual ports are.
    AllTaken,
    /// There is no such address here, or it may not be used.
    Host(io::Error),
}

/// Listens at `host`: at `port`, or at the first of the usual ports that is free.
pub(super) fn listen(host: &str, port: Option<u16>) -> Result<TcpListener, Refusal> {
    let ports = port.map_or(USUAL_PORT..=LAST_PORT, |port| port..=port);
    for port in ports {
        match at(host, port) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            result => return result.map_err(Refusal::Host),
        }
    }
    Err(port.map_or(Refusal::AllTaken, Refusal::Taken))
}

fn at(host: &str, port: u16) -> io::Result<TcpListener> {
    let addresses: Vec<SocketAddr> = (host.trim_matches(['[', ']']), port).to_socket_addrs()?.collect();
    TcpListener::bind(&addresses[..])
}

/// The address that a browser on this machine uses.
pub(super) fn local_address(bound: SocketAddr) -> String {
    let ip = match bound.ip() {
        ip if ip.is_unspecified() => IpAddr::V4(Ipv4Addr::LOCALHOST),
        ip => ip,
    };
    format!("http://{}/", SocketAddr::new(ip, bound.port()))
}

/// The address that others in the network use, if it is open to them and there is a network.
pub(super) fn network_address(bound: SocketAddr) -> Option<String> {
    let ip = if bound.ip().is_unspecified() { own_ip()? } else { bound.ip() };
    (!ip.is_loopback()).then(|| format!("http://{}/", SocketAddr::new(ip, bound.port())))
}

/// The number of this machine in its network: the one it would send from. Nothing is sent; the address is one of those
/// that are kept for examples.
fn own_ip() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_unspecified())
}

/// What this machine calls itself, as far as it can be known.
pub(super) fn own_names() -> Vec<String> {
    let told = std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME")).ok();
    let written = std::fs::read_to_string("/etc/hostname").ok();
    told.into_iter().chain(written).map(|name| name.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{LAST_PORT, USUAL_PORT, listen};

    #[test]
    fn who_comes_second_gets_the_next_port() {
        let port = || {
            listen("127.0.0.1", None).ok().map(|listener| (listener.local_addr().unwrap().port(), listener))
        };
        let (first, second) = (port().unwrap(), port().unwrap());
        assert_ne!(first.0, second.0);
        assert!([first.0, second.0].iter().all(|port| (USUAL_PORT..=LAST_PORT).contains(port)));
    }
}
