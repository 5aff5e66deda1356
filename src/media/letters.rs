//! Fonts, as far as pictures with words need them: a few families that are known to look well, in a fixed order.

use std::path::Path;
use std::sync::{Arc, LazyLock};

pub use resvg::usvg::fontdb::Database;
use resvg::usvg::fontdb::{FaceInfo, Family, ID, Query, Source, Style, Weight};
use resvg::usvg::{FontFamily, FontResolver};

use crate::base::{Lang, hash};

/// Where letters come from: the fonts of a machine, or none.
pub trait Fonts: Sync {
    /// All that there are. Looked for once, and only for a site that wants pictures with words.
    fn letters(&self) -> &Letters;
}

/// A machine without fonts.
pub struct NoFonts;

impl Fonts for NoFonts {
    fn letters(&self) -> &Letters {
        static NONE: LazyLock<Letters> = LazyLock::new(|| Letters::new(Database::new(), |_| String::new()));
        &NONE
    }
}

/// The fonts that pictures are lettered with.
pub struct Letters {
    database: Arc<Database>,
    identity: String,
}

/// Families with Han characters as they are written in China, and with Latin letters that go well with them.
const HAN: [&str; 9] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "Heiti SC",
    "WenQuanYi Micro Hei",
];

/// Families for everything else. Much wider ones, as `DejaVu Sans` is, are left out: words would not fit.
///
/// The Korean member of the Noto family has the Latin letters of the Chinese one, but quotation marks that are as narrow as
/// theirs, and lies in the same file.
const OTHERS: [&str; 7] =
    ["Segoe UI", "Helvetica Neue", "Noto Sans", "Noto Sans CJK KR", "Source Han Sans KR", "Roboto", "Arial"];

/// The families for words in a language, in the order in which they are tried.
fn families(chinese_first: bool) -> impl Iterator<Item = &'static str> {
    let (first, second) = if chinese_first { (&HAN[..], &OTHERS[..]) } else { (&OTHERS[..], &HAN[..]) };
    first.iter().chain(second).copied()
}

/// The families for words in `lang`, as an attribute of a drawing has them.
pub fn font_family(lang: Lang) -> String {
    families(lang.is_chinese()).map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ")
}

impl Letters {
    /// Those of the fonts in `database` that pictures are lettered with. `stamp` says of a file what changes when its
    /// content does.
    pub fn new(mut database: Database, stamp: impl Fn(&Path) -> String) -> Self {
        let is_known = |face: &FaceInfo| families(true).any(|name| is_of(face, name));
        let others: Vec<ID> = database
            .faces()
            .filter(|face| face.style != Style::Normal || !is_known(face))
            .map(|face| face.id)
            .collect();
        for id in others {
            database.remove_face(id);
        }
        let mut told: Vec<String> = database
            .faces()
            .map(|face| {
                let content = match &face.source {
                    Source::Binary(bytes) => hash::long(bytes.as_ref().as_ref()),
                    Source::File(path) | Source::SharedFile(path, _) => stamp(path),
                };
                format!("{} {} {content}", face.post_script_name, face.index)
            })
            .collect();
        told.sort();
        Self { database: Arc::new(database), identity: hash::long(told.join("\n").as_bytes()) }
    }

    /// Changes when one of the fonts does.
    pub fn identity(&self) -> &str {
        &self.identity
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.database.is_empty()
    }

    pub(super) fn database(&self) -> Arc<Database> {
        Arc::clone(&self.database)
    }
}

/// Finds the first family that is there and, for what it lacks, the first that has it.
pub(super) fn resolver() -> FontResolver<'static> {
    FontResolver {
        select_font: Box::new(|font, database| {
            font.families().iter().find_map(|family| match family {
                FontFamily::Named(name) => face(database, name, font.weight()),
                _ => None,
            })
        }),
        select_fallback: Box::new(|_, used, database| {
            let first = database.face(*used.first()?)?;
            let chinese_first = HAN.iter().any(|name| is_of(first, name));
            // Whether it has the character is not known here: the one who asks looks, and asks again.
            families(chinese_first)
                .filter_map(|name| face(database, name, first.weight.0))
                .find(|id| !used.contains(id))
        }),
    }
}

/// The face of a family whose weight is nearest.
fn face(database: &Database, family: &str, weight: u16) -> Option<ID> {
    let weight = Weight(weight);
    database.query(&Query { families: &[Family::Name(family)], weight, ..Query::default() })
}

fn is_of(face: &FaceInfo, family: &str) -> bool {
    face.families.iter().any(|(name, _)| name == family)
}
