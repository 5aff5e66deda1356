//! `casebook theme`: what each template sees, and a copy of the built-in theme to start from.

use std::fs;

use clap::{Args, Subcommand};

use super::{End, Ended, Stop, World};
use crate::base::Id;
use crate::theme::Theme as Looks;
use crate::view::samples;

/// What `theme` takes.
#[derive(Args)]
pub(super) struct Theme {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Print what each template sees, as JSON · 输出每个模板可用的数据
    Samples,
    /// Copy the built-in theme to themes/NAME · 复制内置主题到 themes/NAME
    Export {
        /// The new theme's name.
        name: String,
    },
}

impl Theme {
    pub(super) fn run(self, world: &World) -> Ended {
        match self.what {
            What::Samples => {
                let all: serde_json::Map<String, serde_json::Value> =
                    samples::all().into_iter().map(|s| (s.template.to_owned(), s.view)).collect();
                let text = serde_json::to_string_pretty(&all).map_err(|e| Stop(e.to_string()))?;
                println!("{text}");
            }
            What::Export { name } => export(world, &name)?,
        }
        Ok(End::Fine)
    }
}

fn export(world: &World, name: &str) -> Result<(), Stop> {
    let id = Id::new(name).ok_or_else(|| Stop((world.words.not_an_id)(name)))?;
    let folder = world.sources()?.path().join("themes").join(id.as_str());
    let shown = folder.display().to_string();
    if folder.exists() {
        return Err(Stop((world.words.exists)(&shown)));
    }
    for (file, bytes) in Looks::builtin() {
        let path = folder.join(file);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, bytes));
        written.map_err(|e| Stop((world.words.cannot_write)(&path.display().to_string(), &e)))?;
    }
    world.tell(&(world.words.created)(&shown));
    Ok(())
}
