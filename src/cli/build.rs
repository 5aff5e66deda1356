//! `casebook build`: check, then write the site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::cache::Cache;
use super::fonts::Installed;
use super::output::{Output, Refusal};
use super::progress::{Counted, watch};
use super::report::Format;
use super::words::Summary;
use super::{Content, End, Ended, Stop, World, check};
use crate::base::Severity;
use crate::site::{self, Finished, Outcome, Tools};

/// What `build` takes.
#[derive(Args)]
pub(super) struct Build {
    #[command(flatten)]
    content: Content,
    /// The folder to write; else `public` in the site's folder · 输出文件夹
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Warnings forbid the build as errors do · 把警告视为错误
    #[arg(long)]
    strict: bool,
    /// Build in spite of errors, without the cases, enterprises and pages that have them · 略过有错误的部分继续生成
    #[arg(long, conflicts_with = "strict")]
    without_broken: bool,
}

impl Build {
    pub(super) fn run(self, world: &World) -> Ended {
        let started = Instant::now();
        let folder = world.sources()?;
        let wish = self.content.wish(self.without_broken);
        let checked =
            site::check(&folder, &wish).map_err(|e| Stop((world.words.cannot_read)(&shown(&folder), &e)))?;
        check::report(world, &folder, &checked, Format::Human)?;
        let faulty = check::forbid(&checked.diagnostics, self.strict);
        if checked.book.is_none() || (faulty && !self.without_broken) {
            world.tell(world.words.not_made);
            return Ok(End::ContentHasErrors);
        }
        let target = self.out.unwrap_or_else(|| folder.path().join("public"));
        let name = shown_from_here(&target);
        let output = Output::new(&target, folder.path()).map_err(|refusal| refused(world, &name, refusal))?;
        let counted = Counted::new(&output);
        let cache = Cache::of(folder.path());
        let fonts = Installed::default();
        let tools = Tools { store: &cache, fonts: &fonts };
        let Finished { outcome, late } = watch(&counted, world.words.writing, world.is_watched(), || {
            site::finish(tools, &folder, &checked, &wish, &counted)
        });
        check::report_late(world, &folder, &checked, &late)?;
        let made = match outcome {
            Outcome::Made(made) if !check::forbid(&late, self.strict) || self.without_broken => made,
            Outcome::Made(_) | Outcome::Refused => {
                output.abandon().map_err(|e| Stop((world.words.cannot_write)(&name, &e)))?;
                world.tell(world.words.not_made);
                return Ok(End::ContentHasErrors);
            }
            Outcome::Stopped(trouble) => {
                output.abandon().map_err(|e| Stop((world.words.cannot_write)(&name, &e)))?;
                return Err(Stop(world.words.trouble(&trouble)));
            }
        };
        let different = output.written();
        output.finish().map_err(|e| Stop((world.words.cannot_write)(&name, &e)))?;
        cache.tidy();
        let found = || checked.diagnostics.iter().chain(&late);
        let warnings = found().filter(|d| d.severity() == Severity::Warning).count();
        let seconds = started.elapsed().as_secs_f64();
        if !world.common.quiet {
            let (pages, charts) = (made.pages, made.charts);
            let summary = Summary { pages, charts, warnings, seconds, folder: &name, different };
            println!("{}", (world.words.made)(&summary));
        }
        let end =
            if found().any(|d| d.severity() == Severity::Error) { End::ContentHasErrors } else { End::Fine };
        // The program ends here. To take a large casebook apart first would only keep its user waiting.
        std::mem::forget(checked);
        Ok(end)
    }
}

/// A path as somebody in the current folder would write it.
fn shown_from_here(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or_else(|| path.to_owned()).display().to_string()
}

fn shown(folder: &super::disk::Folder) -> String {
    folder.path().display().to_string()
}

fn refused(world: &World, name: &str, refusal: Refusal) -> Stop {
    Stop(match refusal {
        Refusal::NotOurs => (world.words.not_ours)(name),
        Refusal::HoldsSources => (world.words.holds_sources)(name),
        Refusal::Busy => (world.words.busy)(name),
        Refusal::Disk(error) => (world.words.cannot_write)(name, &error),
    })
}
