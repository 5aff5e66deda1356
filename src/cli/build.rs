//! `casebook build`: check, then write the site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::cache::Cache;
use super::fonts::Installed;
use super::output::{Output, Refusal};
use super::progress::{Counted, watch};
use super::report::Format;
use super::shards::{self, Packed, Witness};
use super::words::{self, Summary};
use super::{Content, End, Ended, Stop, World, check};
use crate::base::Severity;
use crate::emit::{Shard, Sink};
use crate::site::{self, Finished, Outcome, Sources, Tools, Wish};

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
    /// Only one of N parts, so that N machines build one site: see `merge` · 只生成N个分片中的第K个
    #[arg(long, value_name = "K/N", value_parser = shard)]
    shard: Option<Shard>,
}

impl Build {
    pub(super) fn run(self, world: &World) -> Ended {
        let started = Instant::now();
        let folder = world.sources()?;
        let wish = Wish { shard: self.shard, ..self.content.wish(self.without_broken) };
        let witness = Witness::new(&folder);
        let sources: &dyn Sources = if self.shard.is_some() { &witness } else { &folder };
        let checked =
            site::check(sources, &wish).map_err(|e| Stop((world.words.cannot_read)(&shown(&folder), &e)))?;
        let faulty = check::forbid(&checked.diagnostics, self.strict);
        // Of several machines, one tells what forbids nothing: whoever reads their logs has seen it then.
        let tells_all = faulty || self.shard.is_none_or(|shard| shard.number() == 1);
        if tells_all {
            check::report(world, &folder, &checked, Format::Human)?;
        } else if !checked.diagnostics.is_empty() {
            world.tell(words::shards::say(world.lang).told_by_first);
        }
        if checked.book.is_none() || (faulty && !self.without_broken) {
            world.tell(world.words.not_made);
            return Ok(End::ContentHasErrors);
        }
        let usual = || match self.shard {
            Some(shard) => shards::usual_folder(folder.path(), shard),
            None => folder.path().join("public"),
        };
        let target = self.out.unwrap_or_else(usual);
        let name = shown_from_here(&target);
        if self.shard.is_some() && shards::is_site(&target) {
            return Err(Stop((words::shards::say(world.lang).holds_site)(&name)));
        }
        let output = Output::new(&target, folder.path()).map_err(|refusal| refused(world, &name, refusal))?;
        let packed = self.shard.map(|_| Packed::new(&output));
        let counted = Counted::new(packed.as_ref().map_or(&output as &dyn Sink, |packed| packed));
        let cache = Cache::of(folder.path());
        let fonts = Installed::default();
        let tools = Tools { store: &cache, fonts: &fonts };
        let Finished { outcome, late } = watch(&counted, world.words.writing, world.is_watched(), || {
            site::finish(tools, sources, &checked, &wish, &counted)
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
        match packed {
            // Of the store, other machines may need the rest.
            Some(packed) => packed
                .seal(&witness, &wish, &checked, made)
                .map_err(|e| Stop((world.words.cannot_write)(&name, &e)))?,
            None => cache.tidy(),
        }
        output.finish().map_err(|e| Stop((world.words.cannot_write)(&name, &e)))?;
        let found = || checked.diagnostics.iter().chain(&late);
        let warnings = found().filter(|d| d.severity() == Severity::Warning).count();
        let seconds = started.elapsed().as_secs_f64();
        if !world.common.quiet {
            let (pages, charts) = (made.pages, made.charts);
            let summary = Summary { pages, charts, warnings, seconds, folder: &name, different };
            let made = (world.words.made)(&summary);
            match self.shard {
                Some(shard) => {
                    println!("{}", (words::shards::say(world.lang).made)(&shard.to_string(), &made));
                }
                None => println!("{made}"),
            }
        }
        let end =
            if found().any(|d| d.severity() == Severity::Error) { End::ContentHasErrors } else { End::Fine };
        // The program ends here. To take a large casebook apart first would only keep its user waiting.
        std::mem::forget(checked);
        Ok(end)
    }
}

fn shard(text: &str) -> Result<Shard, String> {
    let form =
        "K/N with K from 1 to N; 3/7 is the third of seven · 写作K/N，K从1到N，例如3/7是七个分片中的第三个";
    text.parse().map_err(|()| form.to_owned())
}

/// A path as somebody in the current folder would write it.
pub(super) fn shown_from_here(path: &Path) -> String {
    let here = std::env::current_dir().ok();
    let below = here.and_then(|here| path.strip_prefix(here).ok().map(Path::to_owned));
    below.unwrap_or_else(|| path.to_owned()).display().to_string()
}

fn shown(folder: &super::disk::Folder) -> String {
    folder.path().display().to_string()
}

pub(super) fn refused(world: &World, name: &str, refusal: Refusal) -> Stop {
    Stop(match refusal {
        Refusal::NotOurs => (world.words.not_ours)(name),
        Refusal::HoldsSources => (world.words.holds_sources)(name),
        Refusal::Busy => (world.words.busy)(name),
        Refusal::Disk(error) => (world.words.cannot_write)(name, &error),
    })
}
