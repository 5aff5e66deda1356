//! The browser of whoever writes.

use std::io;
use std::process::{Command, Stdio};

/// Opens `address`, which is one of our own. How that is done, the system knows best.
pub(super) fn open(address: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "windows") {
        // The empty word is the title that `start` takes for itself.
        let mut command = Command::new("cmd");
        command.args(["/C", "start", "", address]);
        command
    } else {
        let program = if cfg!(target_os = "macos") {
            "open"
        } else if std::env::var_os("WSL_DISTRO_NAME").is_some() {
            // Under WSL the browser is a program of Windows.
            "explorer.exe"
        } else {
            "xdg-open"
        };
        let mut command = Command::new(program);
        command.arg(address);
        command
    };
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // Nobody else would take notice of its end.
    std::thread::spawn(move || child.wait());
    Ok(())
}
