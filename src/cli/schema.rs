//! `casebook schema`: JSON Schemas, so that editors complete and check.

use clap::Args;

use super::{End, Ended, Stop, World};
use crate::read::schema;

/// What `schema` takes.
#[derive(Args)]
pub(super) struct Schema {
    /// The kind of file; without it, all kinds are listed · 文件种类，省略则列出全部
    kind: Option<String>,
}

impl Schema {
    pub(super) fn run(self, world: &World) -> Ended {
        match self.kind {
            None => schema::KINDS.iter().for_each(|kind| println!("{kind}")),
            Some(kind) => {
                let text = schema::schema(&kind)
                    .ok_or_else(|| Stop((world.words.unknown_schema)(&kind, &schema::KINDS.join(", "))))?;
                print!("{text}");
            }
        }
        Ok(End::Fine)
    }
}
