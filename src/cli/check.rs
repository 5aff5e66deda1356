//! `casebook check`: everything that is wrong, in one run.

use std::io::{self, IsTerminal, Write as _};

use clap::Args;

use super::report::{self, Format};
use super::{Content, End, Ended, Stop, World, disk};
use crate::base::{Diagnostic, Severity, SourcePath};
use crate::link::Fittings;
use crate::site::{self, Checked, Sources};

/// What `check` takes.
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    content: Content,
    /// How problems are written · 输出格式
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// Warnings count as errors · 把警告视为错误
    #[arg(long)]
    strict: bool,
    /// List every number that is bound to no data, however many there are · 列出全部未绑定的数字
    #[arg(long)]
    all: bool,
}

impl Check {
    pub(super) fn run(self, world: &World) -> Ended {
        let folder = world.sources()?;
        let wish = self.content.wish(false);
        let root = folder.path().display().to_string();
        let checked = site::check(&folder, &wish).map_err(|e| Stop((world.words.cannot_read)(&root, &e)))?;
        print(|out| write(world, &folder, &checked, &checked.diagnostics, self.format, out))?;
        if !world.common.quiet {
            let fittings = checked.book.as_ref().map(Fittings::of);
            let fit = |score: &_, number| fittings.as_ref()?.fit(score, number);
            let texts = texts(&folder, &checked);
            print(|out| {
                report::score::write(self.format, &checked.scores, self.all, &fit, &texts, world.lang, out)
            })?;
        }
        if self.format == Format::Human {
            world.tell(&if checked.diagnostics.is_empty() {
                world.words.nothing_wrong.to_owned()
            } else {
                report::summary(&checked.diagnostics, world.lang)
            });
        }
        let refused = forbid(&checked.diagnostics, self.strict);
        Ok(if refused { End::ContentHasErrors } else { End::Fine })
    }
}

/// Whether problems forbid a site: one is an error, or a warning where warnings count.
pub(super) fn forbid(diagnostics: &[Diagnostic], strict: bool) -> bool {
    let least = if strict { Severity::Warning } else { Severity::Error };
    diagnostics.iter().any(|d| d.severity() <= least)
}

/// Some of a site's problems, as people are told of them.
pub(super) fn written(
    world: &World,
    folder: &disk::Folder,
    checked: &Checked,
    diagnostics: &[Diagnostic],
) -> Result<Vec<u8>, Stop> {
    let mut report = Vec::new();
    write(world, folder, checked, diagnostics, Format::Human, &mut report)
        .map_err(|error| Stop(error.to_string()))?;
    Ok(report)
}

/// Writes a report to standard output.
pub(super) fn show(report: &[u8]) -> Result<(), Stop> {
    print(|out| out.write_all(report))
}

fn write(
    world: &World,
    folder: &disk::Folder,
    checked: &Checked,
    diagnostics: &[Diagnostic],
    format: Format,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let color = colors(world);
    let texts = texts(folder, checked);
    report::write(format, diagnostics, &texts, world.lang, color, out)
}

/// Whether reports on standard output are coloured.
pub(super) fn colors(world: &World) -> bool {
    world.colors(io::stdout().is_terminal())
}

/// The texts of a folder, as they may be quoted.
fn texts(folder: &disk::Folder, checked: &Checked) -> impl Fn(&SourcePath) -> Option<String> {
    move |path| {
        let bytes = folder.read(path).ok()?;
        Some(checked.quotable(path, String::from_utf8_lossy(&bytes).into_owned()))
    }
}

/// Writes to standard output, not line by line: a site can have thousands of problems.
fn print(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), Stop> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        // Whoever read the report has seen enough of it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(|e| Stop(e.to_string())),
    }
}
