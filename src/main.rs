//! Parse, run, exit code.

use std::process::ExitCode;

// A build makes and drops a million short strings from several threads; the system's allocator takes a fifth of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    casebook::cli::run(std::env::args_os())
}
