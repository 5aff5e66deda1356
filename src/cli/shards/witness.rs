//! What a build has read, as one fingerprint.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

use crate::base::{SourcePath, hash};
use crate::read::{Role, role};
use crate::site::Sources;

/// Sources that remember what was read of them: machines that share a site must have read the same.
pub(in crate::cli) struct Witness<'s> {
    sources: &'s dyn Sources,
    seen: Mutex<BTreeMap<SourcePath, [u8; 32]>>,
}

impl<'s> Witness<'s> {
    pub(in crate::cli) fn new(sources: &'s dyn Sources) -> Self {
        Self { sources, seen: Mutex::default() }
    }

    /// The fingerprint of every file that was read, with its name.
    pub(in crate::cli) fn fingerprint(&self) -> String {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let lines = seen.iter().map(|(path, hash)| format!("{}  {path}\n", hash::hexadecimal(hash)));
        hash::long(lines.collect::<String>().as_bytes())
    }
}

impl Sources for Witness<'_> {
    fn list(&self) -> io::Result<Vec<SourcePath>> {
        self.sources.list()
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        let bytes = self.sources.read(path)?;
        // What an editor or a file manager leaves behind on one machine says nothing about the site.
        if !matches!(role(path), Role::Foreign) {
            let hash = hash::whole(&bytes);
            self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), hash);
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io;

    use super::Witness;
    use crate::base::SourcePath;
    use crate::site::Sources;

    struct Files(BTreeMap<&'static str, &'static str>);

    impl Sources for Files {
        fn list(&self) -> io::Result<Vec<SourcePath>> {
            Ok(self.0.keys().map(|path| SourcePath::new(path)).collect())
        }

        fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
            Ok(self.0[path.as_str()].as_bytes().to_vec())
        }
    }

    fn seen(files: &[(&'static str, &'static str)]) -> String {
        let files = Files(files.iter().copied().collect());
        let witness = Witness::new(&files);
        for path in witness.list().unwrap().iter().rev() {
            witness.read(path).unwrap();
        }
        witness.fingerprint()
    }

    #[test]
    fn the_fingerprint_is_that_of_names_and_contents() {
        let [yaml, case] = [("casebook.yaml", "a"), ("content/cases/heat/zh.md", "b")];
        let usual = seen(&[yaml, case]);
        assert_eq!(usual, seen(&[case, yaml]));
        assert_ne!(usual, seen(&[yaml, (case.0, "c")]));
        assert_ne!(usual, seen(&[yaml, ("content/cases/cold/zh.md", "b")]));
        assert_ne!(usual, seen(&[yaml]));
        assert_eq!(
            usual,
            seen(&[yaml, case, ("content/cases/heat/.DS_Store", "x")]),
            "it is nobody’s source"
        );
    }
}
