//! `casebook new`: a site, case, enterprise or indicator to start from. Never overwrites anything.

mod entity;
mod site;
mod template;
#[cfg(test)]
mod tests;

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::{End, Ended, Stop, World};
use crate::base::Id;
use crate::model::Casebook;
use crate::site::{Wish, check};
use entity::Lack;

/// What `new` takes.
#[derive(Args)]
pub(super) struct New {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Start a site, with a small sample to write over · 新建站点，附一个可以改写的小示例
    Site {
        /// The folder to make it in · 放在哪个文件夹
        dir: PathBuf,
    },
    /// Start a case, as a draft · 新建案例（草稿）
    Case {
        /// Its id: lower-case letters, digits and hyphens · 标识：小写字母、数字和连字符
        id: String,
    },
    /// Start an enterprise · 新建企业
    Enterprise {
        /// Its id: lower-case letters, digits and hyphens · 标识：小写字母、数字和连字符
        id: String,
    },
    /// Start an indicator · 新建指标
    Indicator {
        /// Its id: lower-case letters, digits and hyphens · 标识：小写字母、数字和连字符
        id: String,
    },
}

/// A file to be written, its path below some folder.
struct File {
    path: String,
    text: String,
}

impl New {
    pub(super) fn run(self, world: &World) -> Ended {
        match self.what {
            What::Site { dir } => new_site(world, &dir)?,
            What::Case { id } => new_entity(world, &id, entity::case)?,
            What::Enterprise { id } => new_entity(world, &id, entity::enterprise)?,
            What::Indicator { id } => new_entity(world, &id, entity::indicator)?,
        }
        Ok(End::Fine)
    }
}

fn new_site(world: &World, dir: &Path) -> Result<(), Stop> {
    write(world, dir, &site::files(world.lang))?;
    let shown = dir.display().to_string();
    world.tell(&(world.words.created)(&shown));
    world.tell(&(world.words.next_site)(&shown));
    Ok(())
}

fn new_entity(
    world: &World,
    id: &str,
    files: impl FnOnce(&Casebook, &Id, crate::base::Lang) -> Result<Vec<File>, Lack>,
) -> Result<(), Stop> {
    let id = Id::new(id).ok_or_else(|| Stop((world.words.not_an_id)(id)))?;
    let folder = world.sources()?;
    // Drafts too: whoever writes the second case of an enterprise may not have published the first.
    let wish = Wish { at: super::now(), drafts: true, base_url: None, without_broken: true, shard: None };
    let root = folder.path().display().to_string();
    let checked = check(&folder, &wish).map_err(|e| Stop((world.words.cannot_read)(&root, &e)))?;
    let book = checked.book.ok_or_else(|| Stop(world.words.site_unusable.to_owned()))?;
    let files = files(&book, &id, world.lang).map_err(|lack| {
        Stop(match lack {
            Lack::Enterprise => world.words.no_enterprise.to_owned(),
            Lack::Term { file } => (world.words.no_term)(file),
        })
    })?;
    write(world, folder.path(), &files)?;
    for file in &files {
        world.tell(&(world.words.created)(&file.path));
    }
    world.tell(world.words.next_entity);
    Ok(())
}

/// Writes all files below `folder`, or none if one of them is there already.
fn write(world: &World, folder: &Path, files: &[File]) -> Result<(), Stop> {
    let places: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.path)).collect();
    // A link that leads nowhere is something, too.
    if let Some(there) = places.iter().find(|place| fs::symlink_metadata(place).is_ok()) {
        return Err(Stop((world.words.exists)(&there.display().to_string())));
    }
    for (place, file) in places.iter().zip(files) {
        write_new(place, &file.text)
            .map_err(|e| Stop((world.words.cannot_write)(&place.display().to_string(), &e)))?;
    }
    Ok(())
}

/// Writes a file that is not there; refuses, even if it has only just appeared.
fn write_new(place: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new().write(true).create_new(true).open(place)?.write_all(text.as_bytes())
}
