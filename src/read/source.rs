//! `content/sources/<id>.yaml`: where figures come from.

use crate::base::SourcePath;
use crate::model::Source;

/// A source as its file gives it. It refers to nothing, so it is complete.
#[derive(Clone, Debug)]
pub struct SourceDraft {
    /// The file.
    pub path: SourcePath,
    /// The source itself, its id from the file's name.
    pub source: Source,
}
