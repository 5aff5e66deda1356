//! What editors, office programs and file managers leave beside the files that people write.

use crate::base::SourcePath;
use crate::read::{Role, role};

/// Whether the file at `path` is none of the writer's: it comes and goes while they write, and means nothing.
pub(super) fn is_litter(path: &SourcePath) -> bool {
    let name = path.parts().next_back().unwrap_or_default();
    let lower = name.to_ascii_lowercase();
    // Vim tries whether it may write a folder with a file of this name.
    name == "4913"
        || ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || (name.starts_with('#') && name.ends_with('#'))
        || path.parts().any(|part| part.starts_with(['.', '~']) || part.ends_with('~'))
        || (path.as_str().starts_with("content/") && matches!(role(path), Role::Foreign))
}

const ENDINGS: [&str; 8] = [".tmp", ".temp", ".swp", ".swo", ".swx", ".part", ".crdownload", ".bak"];

#[cfg(test)]
mod tests {
    use super::is_litter;
    use crate::base::SourcePath;

    #[test]
    fn what_programs_leave_behind_is_litter() {
        for name in [
            ".zh.md.swp",
            ".zh.md.swx",
            "4913",
            "zh.md~",
            "~$zh.docx",
            ".~lock.zh.docx#",
            ".#zh.md",
            "#zh.md#",
            "zh.md.tmp",
            "zh.md.tmp.TMP",
            ".zh.md.kate-swp",
            ".goutputstream-A1B2C3",
            "~WRL0001.tmp",
            ".DS_Store",
            "Thumbs.db",
            "desktop.ini",
            "zh.md.bak",
        ] {
            assert!(is_litter(&SourcePath::from(format!("content/cases/heat/{name}"))), "{name}");
        }
        assert!(is_litter(&SourcePath::new("themes/ours/templates/.case.html.swp")));
        assert!(is_litter(&SourcePath::new("content/.git/index")));
    }

    #[test]
    fn what_people_write_is_not() {
        for path in [
            "casebook.yaml",
            "content/cases/heat/zh.md",
            "content/cases/heat/media/轧机.JPG",
            "content/cases/heat/zh.docx",
            "content/cases/余热/zh.md",
            "themes/ours/styles/50-ours.css",
        ] {
            assert!(!is_litter(&SourcePath::new(path)), "{path}");
        }
    }
}
