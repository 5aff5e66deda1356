//! A site in memory: a story in data. Starts from a small sound site, so that a test only says what it is about.

#![allow(dead_code, unreachable_pub, reason = "each test file uses some of these")]

pub mod font;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use casebook::base::{Diagnostic, Lang, Moment, Place, Severity, SitePath, SourcePath};
use casebook::emit::{Made, Sink};
use casebook::link::Score;
use casebook::media::Store;
use casebook::site::{self, Checked, Outcome, Sources, Tools, Wish};

/// The files of a small sound site: one enterprise with two indicators, one case in two languages.
const SOUND: &[(&str, &str)] = &[
    (
        "casebook.yaml",
        "casebook: 1\n\
         title: { zh: 案例集, en: Casebook }\n\
         description: { zh: 说明。, en: Description. }\n\
         base_url: https://example.org/showcase/\n\
         languages: [zh, en]\n\
         publisher: { name: { zh: 发布者, en: Publisher } }\n\
         timezone: Asia/Shanghai\n\
         core_indicators: [roe, total-profit]\n",
    ),
    (
        "content/vocabulary/industries.yaml",
        "- { id: steel, name: { zh: 钢铁, en: Steel } }\n- { id: ports, name: { zh: 港口, en: Ports } }\n",
    ),
    ("content/vocabulary/regions.yaml", "- { id: hebei, name: { zh: 河北, en: Hebei } }\n"),
    (
        "content/vocabulary/areas.yaml",
        "- { id: efficiency, name: { zh: 效益效率, en: Efficiency } }\n- { id: innovation, name: { zh: 创新驱动, en: Innovation } }\n",
    ),
    ("content/vocabulary/systems.yaml", "- { id: diagnosis, name: { zh: 诊断, en: Diagnosis } }\n"),
    ("content/vocabulary/abilities.yaml", "- { id: creation, name: { zh: 价值创造, en: Creation } }\n"),
    (
        "content/vocabulary/stages.yaml",
        "- { id: implementation, name: { zh: 组织实施, en: Implementation }, period: 2023-04..2024-12 }\n",
    ),
    (
        "content/indicators/roe.yaml",
        "name: { zh: 净资产收益率, en: Return on net assets }\n\
         definition: { zh: 净利润与平均净资产之比。, en: Net profit divided by average net assets. }\n\
         unit: percent\n\
         decimals: 1\n\
         direction: increase\n",
    ),
    (
        "content/indicators/total-profit.yaml",
        "name: { zh: 利润总额, en: Total profit }\n\
         definition: { zh: 税前利润。, en: Profit before tax. }\n\
         unit: currency\n\
         direction: increase\n\
         aggregation: sum\n",
    ),
    (
        "content/sources/annual-report.yaml",
        "title: { zh: 年度报告, en: Annual report }\nkind: annual-report\npublished: 2025-03-28\n",
    ),
    (
        "content/benchmarks/steel-roe.yaml",
        "kind: enterprise\n\
         indicator: roe\n\
         label: { zh: 世界一流, en: World class }\n\
         industry: steel\n\
         values: { 2021: 12.1, 2022: 11.0, 2023: 10.6, 2024: 10.9 }\n\
         source: annual-report\n",
    ),
    (
        "content/enterprises/hualan-steel/enterprise.yaml",
        "name: { zh: 华岚钢铁集团, en: Hualan Steel Group }\n\
         short: { zh: 华岚钢铁, en: Hualan Steel }\n\
         industry: steel\n\
         region: hebei\n",
    ),
    (
        "content/enterprises/hualan-steel/indicators.yaml",
        "currency: CNY\n\
         source: annual-report\n\
         observations:\n  \
         roe: { 2021: 6.2, 2022: 6.9, 2023: 8.3, 2024: 9.4 }\n  \
         total-profit:\n    \
         scale: 10000\n    \
         values: { 2021: 438120, 2024: 512300 }\n\
         targets:\n  \
         roe: { baseline: 2021, values: { 2025: 10.0 }, source: annual-report }\n\
         benchmarks: { roe: steel-roe }\n",
    ),
    (
        "content/cases/rolling/case.yaml",
        "kind: project\n\
         enterprise: hualan-steel\n\
         areas: [efficiency]\n\
         indicators: [roe]\n\
         published: 2025-02-18\n",
    ),
    (
        "content/cases/rolling/zh.md",
        "---\ntitle: 一条轧线的三年\nsummary: 三年缩小差距。\n---\n## 挑战 {#challenge}\n净资产收益率为{roe@2021}。\n",
    ),
    (
        "content/cases/rolling/en.md",
        "---\ntitle: Three years of one line\nsummary: A gap narrowed.\n---\n## Challenge {#challenge}\nReturn was {roe@2021}.\n",
    ),
];

/// A site that is being put together.
#[derive(Clone)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    wish: Wish,
}

/// A small sound site.
pub fn site() -> Site {
    Site {
        files: SOUND.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect(),
        wish: Wish {
            at: at("2026-01-01T00:00:00Z"),
            drafts: false,
            base_url: None,
            without_broken: false,
            shard: None,
        },
    }
}

/// A moment.
pub fn at(text: &str) -> Moment {
    Moment::parse(text).expect("tests write moments well")
}

impl Site {
    /// Takes every file away.
    pub fn empty(mut self) -> Self {
        self.files.clear();
        self
    }

    /// Adds or replaces a file.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// Adds or replaces a file that is not text.
    pub fn bytes(mut self, path: &str, bytes: &[u8]) -> Self {
        self.files.insert(path.to_owned(), bytes.to_vec());
        self
    }

    /// Replaces words in a file that is there.
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let old = String::from_utf8(self.files[path].clone()).expect("sources are text");
        assert!(old.contains(from), "{path} does not hold {from:?}");
        let new = old.replacen(from, to, 1);
        self.file(path, &new)
    }

    /// Adds to the end of a file that is there.
    pub fn added(mut self, path: &str, text: &str) -> Self {
        self.files.get_mut(path).expect("it is there").extend_from_slice(text.as_bytes());
        self
    }

    /// Whether a file holds these words.
    pub fn holds(&self, path: &str, words: &str) -> bool {
        String::from_utf8_lossy(&self.files[path]).contains(words)
    }

    /// The files below a folder.
    pub fn files_in(&self, folder: &str) -> Vec<String> {
        let inside = |path: &&String| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        self.files.keys().filter(inside).cloned().collect()
    }

    /// Takes a file away.
    pub fn without(mut self, path: &str) -> Self {
        assert!(self.files.remove(path).is_some(), "{path} is not there");
        self
    }

    /// Adds a case with a text in each of these languages.
    pub fn case(mut self, id: &str, languages: &[&str]) -> Self {
        let facts = "kind: project\nenterprise: hualan-steel\nareas: [efficiency]\nindicators: [roe]\npublished: 2024-01-01\n";
        self = self.file(&format!("content/cases/{id}/case.yaml"), facts);
        for lang in languages {
            let text =
                format!("---\ntitle: {id} ({lang})\nsummary: …\n---\n## A {{#challenge}}\n{{roe@2024}}\n");
            self = self.file(&format!("content/cases/{id}/{lang}.md"), &text);
        }
        self
    }

    /// Leaves out everything English.
    pub fn only_in_chinese(mut self) -> Self {
        self.files.retain(|path, _| !path.ends_with("/en.md"));
        for bytes in self.files.values_mut() {
            let mut text = String::from_utf8(bytes.clone()).expect("sources are text");
            while let Some(at) = text.find(", en: ") {
                let end = at + text[at..].find('}').expect("a text ends with its brace");
                text.replace_range(at..end, " ");
            }
            *bytes = text.replace("languages: [zh, en]", "languages: [zh]").into_bytes();
        }
        self
    }

    /// Changes what is wanted.
    pub fn wish(mut self, change: impl FnOnce(&mut Wish)) -> Self {
        change(&mut self.wish);
        self
    }

    /// What is wanted.
    pub fn wanted(&self) -> &Wish {
        &self.wish
    }

    /// The files that another site has otherwise, or only one of both has.
    pub fn different(&self, other: &Self) -> Vec<String> {
        let all = self.files.keys().chain(other.files.keys());
        let mut different: Vec<String> =
            all.filter(|path| self.files.get(*path) != other.files.get(*path)).cloned().collect();
        different.sort();
        different.dedup();
        different
    }

    /// Checks it.
    pub fn check(&self) -> Checked {
        site::check(self, &self.wish).expect("memory can be read")
    }

    /// The words that stand at a place.
    pub fn words(&self, place: &Place) -> String {
        String::from_utf8_lossy(&self.files[place.file.as_str()][place.span.range()]).into_owned()
    }

    /// Writes it into a folder.
    pub fn write_to(&self, folder: &Path) {
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
                .expect("folders can be made");
            std::fs::write(path, bytes).expect("files can be written");
        }
    }

    /// Builds it.
    pub fn build(&self) -> Built {
        self.build_with(Tools::default())
    }

    /// Builds it with tools.
    pub fn build_with(&self, tools: Tools<'_>) -> Built {
        let sink = Memory::default();
        let (checked, outcome) =
            site::build_with(tools, self, &self.wish, &sink).expect("memory can be read");
        let made = match outcome {
            Outcome::Made(made) => Some(made),
            Outcome::Refused => None,
            Outcome::Stopped(trouble) => panic!("{trouble:?}"),
        };
        Built {
            diagnostics: checked.diagnostics,
            scores: checked.scores,
            files: sink.0.into_inner().expect("no thread panicked"),
            made,
        }
    }
}

impl Sources for Site {
    fn list(&self) -> io::Result<Vec<SourcePath>> {
        Ok(self.files.keys().map(|path| SourcePath::new(path)).collect())
    }

    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        self.files.get(path.as_str()).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// One of two wordings of a file in place of the other: done twice, it is undone.
pub fn swapped(site: Site, path: &str, one: &str, other: &str) -> Site {
    if site.holds(path, other) { site.edit(path, other, one) } else { site.edit(path, one, other) }
}

/// A folder added, or taken away where it is there: done twice, it is undone.
pub fn toggled(site: Site, folder: &str, add: fn(Site) -> Site) -> Site {
    let there = site.files_in(folder);
    if there.is_empty() { add(site) } else { there.iter().fold(site, |site, path| site.without(path)) }
}

/// A small picture.
pub fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(4, 4).write_to(&mut bytes, image::ImageFormat::Png).expect("memory takes it");
    bytes.into_inner()
}

/// Files in memory.
#[derive(Default)]
pub struct Memory(pub Mutex<BTreeMap<String, Vec<u8>>>);

impl Sink for Memory {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> io::Result<()> {
        let before = self.0.lock().expect("no thread panicked").insert(path.to_string(), bytes.to_vec());
        assert!(before.is_none(), "{path} was written twice");
        Ok(())
    }
}

/// Keeps things from one build to the next, and counts how many it is given.
#[derive(Default)]
pub struct Shelf {
    /// What it keeps, by name.
    pub kept: Mutex<BTreeMap<String, Vec<u8>>>,
    /// How many it was given.
    pub puts: AtomicUsize,
}

impl Store for Shelf {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        self.kept.lock().expect("no thread panicked").get(name).cloned()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        self.puts.fetch_add(1, Ordering::Relaxed);
        self.kept.lock().expect("no thread panicked").insert(name.to_owned(), bytes.to_vec());
    }
}

/// A built site.
pub struct Built {
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// How many figures of each text are bound to the data.
    pub scores: Vec<Score>,
    /// Its files.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What was made, if it was.
    pub made: Option<Made>,
}

impl Built {
    /// Looks at a page.
    pub fn page(&self, path: &str, look: impl FnOnce(&Page<'_>)) -> &Self {
        look(&Page { path, html: self.text(path) });
        self
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> &str {
        let found = self.files.get(path);
        let bytes =
            found.unwrap_or_else(|| panic!("no {path} among {:#?}", self.files.keys().collect::<Vec<_>>()));
        std::str::from_utf8(bytes).expect("pages are UTF-8")
    }

    /// Forgets where the languages differ, for a story that is told in one of them.
    pub fn each_by_itself(mut self) -> Self {
        self.diagnostics.retain(|d| !matches!(d.problem.code(), "figures-differ" | "charts-differ"));
        self
    }

    /// The site has exactly these problems: `code file`, in order.
    pub fn notes<'n>(&self, expected: impl IntoIterator<Item = &'n str>) -> &Self {
        let found: Vec<String> =
            self.diagnostics.iter().map(|d| format!("{} {}", d.problem.code(), d.place.file)).collect();
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(found, expected, "{:#?}", self.diagnostics);
        self
    }

    /// The marked words of the only problem with that code.
    pub fn marks(&self, site: &Site, code: &str, words: &str) -> &Self {
        let found: Vec<_> = self.diagnostics.iter().filter(|d| d.problem.code() == code).collect();
        assert_eq!(found.len(), 1, "one {code} in {:#?}", self.diagnostics);
        let place = &found[0].place;
        let file = &site.files[place.file.as_str()];
        assert_eq!(String::from_utf8_lossy(&file[place.span.range()]), words, "marked by {code}");
        self
    }

    /// Nothing was made.
    pub fn refused(&self) -> &Self {
        assert!(self.made.is_none() && self.files.is_empty(), "a site with errors must not be made");
        self
    }

    /// It was made.
    pub fn made(&self) -> &Self {
        let errors: Vec<_> = self.diagnostics.iter().filter(|d| d.severity() == Severity::Error).collect();
        assert!(self.made.is_some(), "the site was refused: {errors:#?}");
        self
    }

    /// What the problems say, in a language.
    pub fn sayings(&self, lang: Lang) -> Vec<String> {
        self.diagnostics.iter().map(|d| d.say(lang).message).collect()
    }
}

/// A page of a built site.
pub struct Page<'a> {
    path: &'a str,
    /// Its HTML.
    pub html: &'a str,
}

impl Page<'_> {
    /// It holds this HTML or text.
    pub fn shows(&self, text: &str) -> &Self {
        assert!(self.html.contains(text), "{} does not show {text:?}:\n{}", self.path, self.html);
        self
    }

    /// It does not hold this HTML or text.
    pub fn hides(&self, text: &str) -> &Self {
        assert!(!self.html.contains(text), "{} shows {text:?}", self.path);
        self
    }

    /// It has a link to `href`.
    pub fn has_link(&self, href: &str) -> &Self {
        self.shows(&format!("href=\"{href}\""))
    }

    /// It shows `first` before `second`.
    pub fn shows_in_order(&self, first: &str, second: &str) -> &Self {
        let at = |text: &str| {
            self.html.find(text).unwrap_or_else(|| panic!("{} does not show {text:?}", self.path))
        };
        assert!(at(first) < at(second), "{} shows {first:?} after {second:?}", self.path);
        self
    }
}
