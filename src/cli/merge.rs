//! `casebook merge`: the shards that several machines have built become one site.

mod fit;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use rayon::prelude::*;

use super::build::{refused, shown_from_here};
use super::output::{Output, Place};
use super::shards::{Record, place_of, record_file};
use super::words::shards::{self as words, Shards};
use super::{End, Ended, Stop, World};
use crate::base::{SitePath, hash};
use crate::emit::{Listed, Shard, Sink, manifest};
use crate::plan::address;

/// What `merge` takes.
#[derive(Args)]
pub(super) struct Merge {
    /// The folders that `build --shard` wrote, all of them · 全部分片的文件夹
    #[arg(required = true, value_name = "SHARD")]
    shards: Vec<PathBuf>,
    /// The folder to write; else `public` in the site's folder, or here · 输出文件夹
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// A shard as it lies in its folder.
struct Found {
    folder: PathBuf,
    /// What its user calls it.
    name: String,
    record: Record,
    files: Vec<Listed>,
}

impl Merge {
    pub(super) fn run(self, world: &World) -> Ended {
        let started = Instant::now();
        let says = words::say(world.lang);
        let shards = all_or_faults(self.shards.iter().map(|folder| Found::open(folder, says)))?;
        let faults = fit::faults(&shards, says);
        if !faults.is_empty() {
            return Err(all(&faults));
        }
        let here = std::env::current_dir().map_err(|e| Stop((world.words.cannot_read)(".", &e)))?;
        let home = world.sources().map_or(here, |site| site.path().to_owned());
        let target = self.out.unwrap_or_else(|| home.join("public"));
        let name = shown_from_here(&target);
        if shards.iter().any(|shard| overlap(&shard.folder, &target)) {
            return Err(Stop((says.out_is_shard)(&name)));
        }
        let cannot_write = |e| Stop((world.words.cannot_write)(&name, &e));
        let place = Place::claim(&target, &home).map_err(|refusal| refused(world, &name, refusal))?;
        let output = Output::whole(place).map_err(cannot_write)?;
        let faults: Vec<String> = shards
            .iter()
            .filter_map(|shard| shard.pour(&output, says).transpose())
            .collect::<Result<_, _>>()
            .map_err(cannot_write)?;
        if !faults.is_empty() {
            output.abandon().map_err(cannot_write)?;
            return Err(all(&faults));
        }
        let mut files: Vec<&Listed> = shards.iter().flat_map(|shard| &shard.files).collect();
        files.par_sort_unstable_by_key(|file| &file.path);
        let mut list = manifest::pieces(files.into_iter().cloned());
        output.put_pieces(&address::manifest(), &mut list).map_err(cannot_write)?;
        let different = output.written();
        output.finish(&[]).map_err(cannot_write)?;
        if !world.common.quiet {
            let pages = shards.iter().map(|shard| shard.record.pages).sum();
            let charts = shards.iter().map(|shard| shard.record.charts).sum();
            let seconds = started.elapsed().as_secs_f64();
            let count = shards.len();
            println!(
                "{}",
                (says.merged)(&words::Merged {
                    shards: count,
                    pages,
                    charts,
                    seconds,
                    folder: &name,
                    different
                })
            );
        }
        Ok(End::Fine)
    }
}

impl Found {
    /// Reads what a shard was made of and which files it has; else says what is wrong with it.
    fn open(folder: &Path, says: &Shards) -> Result<Self, String> {
        let name = shown_from_here(folder);
        let shown = |file: &SitePath| folder.join(file.as_str()).display().to_string();
        let (record_file, list_file) = (record_file(), address::manifest());
        let Ok(bytes) = fs::read(folder.join(record_file.as_str())) else {
            return Err((says.no_shard)(&name));
        };
        let unreadable =
            |file: &SitePath, why: &dyn std::fmt::Display| (says.unreadable)(&shown(file), &why.to_string());
        let record: Record = serde_json::from_slice(&bytes).map_err(|e| unreadable(&record_file, &e))?;
        if Shard::new(record.number, record.of).is_none() {
            return Err(unreadable(&record_file, &format!("{}/{}", record.number, record.of)));
        }
        let list = fs::read(folder.join(list_file.as_str())).map_err(|e| unreadable(&list_file, &e))?;
        if hash::long(&list) != record.manifest {
            return Err((says.damaged)(&name, list_file.as_str(), 0));
        }
        let files = manifest::read(&list).map_err(|e| unreadable(&list_file, &e))?;
        match files.iter().find(|file| !is_inside(&file.path)) {
            Some(strange) => Err((says.damaged)(&name, strange.path.as_str(), 0)),
            None => Ok(Self { folder: folder.to_owned(), name, record, files }),
        }
    }

    /// Hands all of its files over, each looked at whole; says which are not as they were built.
    fn pour(&self, output: &Output, says: &Shards) -> std::io::Result<Option<String>> {
        let damaged: Vec<&Listed> = self
            .files
            .par_iter()
            .filter_map(|file| self.pass(file, output).map(|whole| (!whole).then_some(file)).transpose())
            .collect::<std::io::Result<_>>()?;
        Ok(damaged.first().map(|first| (says.damaged)(&self.name, first.path.as_str(), damaged.len() - 1)))
    }

    /// Hands one file over, if it is there as it was built.
    fn pass(&self, file: &Listed, output: &Output) -> std::io::Result<bool> {
        let place = self.folder.join(place_of(&file.path).as_str());
        // A link could change behind our back, and its name could not be passed on.
        let is_file = fs::symlink_metadata(&place).is_ok_and(|about| about.is_file());
        match fs::read(&place) {
            Ok(bytes) if is_file && Listed::of(&file.path, &bytes) == *file => {
                output.adopt(&file.path, &bytes, &place)?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }
}

/// Every value, or everything that is wrong.
fn all_or_faults<T>(found: impl Iterator<Item = Result<T, String>>) -> Result<Vec<T>, Stop> {
    let (mut values, mut faults) = (Vec::new(), Vec::new());
    for result in found {
        match result {
            Ok(value) => values.push(value),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(values) } else { Err(all(&faults)) }
}

/// Several sentences, each on a line.
fn all(faults: &[String]) -> Stop {
    Stop(faults.join("\ncasebook: "))
}

/// Whether one of two folders lies in the other, or both are one.
fn overlap(shard: &Path, target: &Path) -> bool {
    let real = |folder: &Path| fs::canonicalize(folder).or_else(|_| std::path::absolute(folder));
    match (real(shard), real(target)) {
        (Ok(shard), Ok(target)) => shard.starts_with(&target) || target.starts_with(&shard),
        _ => false,
    }
}

/// Whether a path leads nowhere but into the folder that it is seen from: whoever sent us a list may have changed it.
fn is_inside(path: &SitePath) -> bool {
    let text = path.as_str();
    !text.is_empty() && SitePath::new("").join(text).as_ref() == Some(path) && !text.contains(['\\', ':'])
}

#[cfg(test)]
mod tests {
    use super::is_inside;
    use crate::base::SitePath;

    #[test]
    fn no_list_of_files_leads_out_of_its_folder() {
        for sound in ["index.html", "zh/cases/heat.html", "media/a..b-960.0123456789.jpg"] {
            assert!(is_inside(&SitePath::new(sound)), "{sound}");
        }
        for strange in ["", "../index.html", "/etc/passwd", "zh/../../x", "zh//x", "./x", "zh\\..\\x", "C:x"]
        {
            assert!(!is_inside(&SitePath::new(strange)), "{strange}");
        }
    }
}
