//! `casebook build`: check, then write the site.

use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

use clap::Args;

use super::cache::Cache;
use super::disk::Folder;
use super::fonts::Installed;
use super::memory::{self, Answer, Memory, Stamped};
use super::output::{Output, Place, Refusal};
use super::progress::{Counted, watch};
use super::shards::{self, Packed};
use super::words::{self, Summary};
use super::{Content, End, Ended, Stop, World, check};
use crate::base::{Diagnostic, Severity};
use crate::emit::{Made, Past, Shard, Sink};
use crate::link::Findings;
use crate::site::{self, Finished, Inputs, Outcome, Tools, Wish};

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
        let usual = || match self.shard {
            Some(shard) => shards::usual_folder(folder.path(), shard),
            None => folder.path().join("public"),
        };
        let target = self.out.clone().unwrap_or_else(usual);
        let site = Site {
            world,
            started,
            strict: self.strict,
            name: shown_from_here(&target),
            question: self.question(world, &target),
            cache: Cache::of(folder.path()),
            fonts: Installed::default(),
            folder: &folder,
            target,
            wish,
        };
        // Of a shard nothing is remembered: the next one may be built elsewhere.
        let memory = if self.shard.is_none() { Memory::of(&site.cache) } else { None };
        match memory.as_ref().filter(|memory| site.is_as_remembered(memory)) {
            Some(memory) => site.say_again(memory),
            None => site.build(memory),
        }
    }

    /// Everything that decides what is made and said, but the sources and the moment.
    fn question(&self, world: &World, target: &Path) -> String {
        let Self { content, out: _, strict, without_broken, shard: _ } = self;
        let Content { drafts, at: _, base_url } = content;
        let wanted = (drafts, base_url, strict, without_broken);
        let told = (world.lang, check::colors(world));
        format!("{} {} {wanted:?} {told:?}", memory::program(), target.display())
    }
}

/// A site that is to be built, and with what.
struct Site<'w> {
    world: &'w World,
    started: Instant,
    strict: bool,
    folder: &'w Folder,
    target: PathBuf,
    /// The target as its user would write it.
    name: String,
    question: String,
    wish: Wish,
    cache: Cache,
    fonts: Installed,
}

impl Site<'_> {
    /// Whether everything is as the last build left it.
    fn is_as_remembered(&self, memory: &Memory) -> bool {
        memory.answers(&self.question, &self.wish, self.folder, &self.fonts)
            && self.claim().is_ok_and(|place| memory.is_in(place.folder()))
    }

    fn say_again(&self, memory: &Memory) -> Ended {
        check::show(&memory.answer.report)?;
        self.summarize(memory.record.made(), memory.answer.warnings, Some(0));
        Ok(End::Fine)
    }

    fn build(self, memory: Option<Memory>) -> Ended {
        let Self { world, folder, wish, .. } = &self;
        let stamped = Stamped::new(folder);
        let inputs = Inputs::new(&stamped, memory::program());
        let nothing = Findings::default();
        let findings = memory.as_ref().map_or(&nothing, |memory| &memory.findings);
        let checked = site::check_again(&inputs, wish, findings);
        let mut checked = checked.map_err(|e| Stop((world.words.cannot_read)(&shown(folder), &e)))?;
        let faulty = check::forbid(&checked.diagnostics, self.strict);
        // Of several machines, one tells what forbids nothing: whoever reads their logs has seen it then.
        let tells_all = faulty || wish.shard.is_none_or(|shard| shard.number() == 1);
        let told = if tells_all { &checked.diagnostics[..] } else { &[] };
        let report = check::written(world, folder, &checked, told)?;
        check::show(&report)?;
        if told.len() < checked.diagnostics.len() {
            world.tell(words::shards::say(world.lang).told_by_first);
        }
        let Some(book) = checked.book.as_ref().filter(|_| !faulty || wish.without_broken) else {
            world.tell(world.words.not_made);
            return Ok(End::ContentHasErrors);
        };
        if wish.shard.is_some() && shards::is_site(&self.target) {
            return Err(Stop((words::shards::say(world.lang).holds_site)(&self.name)));
        }
        let place = self.claim().map_err(|refusal| refused(world, &self.name, refusal))?;
        let ground = inputs.ground(&checked, wish, &self.fonts);
        let before = memory.filter(|m| m.record.ground == ground && m.is_in(place.folder()));
        let cannot_write = |error| Stop((world.words.cannot_write)(&self.name, &error));
        let there = place.folder().to_owned();
        let output = if before.is_some() { Output::patch(place) } else { Output::whole(place) };
        let output = output.map_err(cannot_write)?;
        let packed = wish.shard.map(|_| Packed::new(&output));
        let counted = Counted::new(packed.as_ref().map_or(&output as &dyn Sink, |packed| packed));
        let before = before.as_ref().map(|memory| &memory.record);
        let fingerprints = inputs.fingerprints();
        let past = Past::new(ground, &fingerprints, before);
        let tools = Tools { store: &self.cache, fonts: &self.fonts, past: Some(&past) };
        let Finished { outcome, late, record } =
            watch(&counted, world.words.writing, world.is_watched(), || {
                site::finish(tools, &inputs, &checked, wish, &counted)
            });
        check::show(&check::written(world, folder, &checked, &late)?)?;
        let made = match outcome {
            Outcome::Made(made) if !check::forbid(&late, self.strict) || wish.without_broken => made,
            Outcome::Made(_) | Outcome::Refused => {
                output.abandon().map_err(cannot_write)?;
                world.tell(world.words.not_made);
                return Ok(End::ContentHasErrors);
            }
            Outcome::Stopped(trouble) => {
                output.abandon().map_err(cannot_write)?;
                return Err(Stop(world.words.trouble(&trouble)));
            }
        };
        let different = output.written();
        let gone = before.zip(record.as_ref()).map_or_else(Vec::new, |(before, record)| before.gone(record));
        match packed {
            // Of the store, other machines may need the rest.
            Some(packed) => packed.seal(&inputs, wish, &checked, made).map_err(cannot_write)?,
            // Should we be stopped halfway, nobody knows what is there.
            None => Memory::forget(&self.cache),
        }
        output.finish(&gone).map_err(cannot_write)?;
        if wish.shard.is_none() && before.is_none() {
            self.cache.tidy();
        }
        let found = || checked.diagnostics.iter().chain(&late);
        let is = |severity| move |d: &&Diagnostic| d.severity() == severity;
        let warnings = found().filter(is(Severity::Warning)).count();
        self.summarize(made, warnings, different);
        let has_errors = found().any(|d| is(Severity::Error)(&d));
        if let Some(record) = record.filter(|_| wish.shard.is_none() && !has_errors && late.is_empty()) {
            let memory = Memory {
                letters: memory::letters(book, &self.fonts),
                answer: Answer { report, warnings, spell: checked.spell },
                findings: std::mem::take(&mut checked.findings),
                sources: stamped.known(&inputs.fingerprints()),
                question: self.question.clone(),
                folder: there,
                finished: SystemTime::now(),
                record,
            };
            memory.keep(&self.cache);
        }
        // The program ends here. To take a large casebook apart first would only keep its user waiting.
        std::mem::forget(checked);
        Ok(if has_errors { End::ContentHasErrors } else { End::Fine })
    }

    fn claim(&self) -> Result<Place, Refusal> {
        Place::claim(&self.target, self.folder.path())
    }

    fn summarize(&self, made: Made, warnings: usize, different: Option<usize>) {
        if !self.world.common.quiet {
            let Made { pages, charts, .. } = made;
            let seconds = self.started.elapsed().as_secs_f64();
            let summary = Summary { pages, charts, warnings, seconds, folder: &self.name, different };
            let made = (self.world.words.made)(&summary);
            match self.wish.shard {
                Some(shard) => {
                    println!("{}", (words::shards::say(self.world.lang).made)(&shard.to_string(), &made));
                }
                None => println!("{made}"),
            }
        }
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

fn shown(folder: &Folder) -> String {
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
