//! The door: from sources to a report, or to a finished site, or to one that is looked at while it is written.

mod edition;
mod inputs;
mod preview;
mod readings;

use std::io;

use crate::base::{Diagnostic, Moment, Noted, Notes, Place, Problem, Severity, SourcePath};
use crate::emit::{Made, Past, Record, Release, Shard, Sink, Studio, Trouble};
use crate::link::{self, Drafts, Findings, Linked, Recall, Score, Spell};
use crate::media::{Fonts, Forgetful, NoFonts, Store};
use crate::model::Casebook;
use crate::read::Spanned;
use crate::theme::{self, Theme};
use crate::view;
pub use edition::Edition;
pub use inputs::Inputs;
pub use preview::{Preview, Settled, Unsettled};
use readings::Readings;

/// Where sources come from: a folder, or a map in a test.
pub trait Sources: Sync {
    /// Every file below `casebook.yaml`, `content` and `themes`.
    fn list(&self) -> io::Result<Vec<SourcePath>>;

    /// The content of one of them.
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>>;
}

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Decides what is scheduled and what is under embargo.
    pub at: Moment,
    /// Whether drafts, cases in review and scheduled cases are shown, marked.
    pub drafts: bool,
    /// Another address than the one in `casebook.yaml`.
    pub base_url: Option<String>,
    /// Whether a site with errors is built all the same, without what has them.
    pub without_broken: bool,
    /// Which of the parts that several machines build is wanted; else the whole site.
    pub shard: Option<Shard>,
}

/// What there is to say about a site, and the site if it can be used.
pub struct Checked {
    /// Every problem, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What reports may not quote, sorted.
    pub hushed: Vec<Place>,
    /// How many figures of each text are bound to the data.
    pub scores: Vec<Score>,
    /// What was found in texts, for [`check_again`].
    pub findings: Findings,
    /// At which moments all of this is the same.
    pub spell: Spell,
    /// Everything that is sound; `None` if `casebook.yaml` is not.
    pub book: Option<Casebook>,
    /// Its looks.
    pub theme: Theme,
}

impl Checked {
    /// Whether anything is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity() == Severity::Error)
    }

    /// A file's text as reports may quote it: what is withheld is blotted out, and everything stays in its place.
    pub fn quotable(&self, file: &SourcePath, text: String) -> String {
        quotable(&self.hushed, file, text)
    }
}

fn quotable(hushed: &[Place], file: &SourcePath, text: String) -> String {
    let first = hushed.partition_point(|place| place.file < *file);
    let of_file = hushed[first..].iter().take_while(|place| place.file == *file);
    of_file.fold(text, |mut text, place| {
        let range = place.span.range();
        if let Some(secret) = text.get(range.clone()) {
            let blot =
                |c: char| if c == '\n' || c == '\r' { c.to_string() } else { "*".repeat(c.len_utf8()) };
            let blotted: String = secret.chars().map(blot).collect();
            text.replace_range(range, &blotted);
        }
        text
    })
}

/// What a build may use besides the sources; without any of it, it makes the same site, but for pictures with words.
#[derive(Clone, Copy)]
pub struct Tools<'t> {
    /// What earlier builds have left.
    pub store: &'t dyn Store,
    /// What pictures are lettered with.
    pub fonts: &'t dyn Fonts,
    /// What is known of the last build, if its site is still where this one is to be.
    pub past: Option<&'t Past<'t>>,
}

impl Tools<'_> {
    fn studio(&self) -> Studio<'_> {
        Studio::new(self.store, self.fonts)
    }
}

impl Default for Tools<'_> {
    fn default() -> Self {
        Self { store: &Forgetful, fonts: &NoFonts, past: None }
    }
}

/// What came of the making.
pub struct Finished {
    /// How it went.
    pub outcome: Outcome,
    /// Problems that only came to light now, sorted.
    pub late: Vec<Diagnostic>,
    /// What was made from what; `None` if nothing was.
    pub record: Option<Record>,
}

/// How a build went.
pub enum Outcome {
    /// The site is made.
    Made(Made),
    /// It has errors, and was not made.
    Refused,
    /// It could not be finished.
    Stopped(Trouble),
}

/// Reads and links everything, and says all that is wrong.
pub fn check(sources: &dyn Sources, wish: &Wish) -> io::Result<Checked> {
    check_with(sources, wish, |_| None)
}

/// The same, of sources that are fingerprinted: what was found before in texts that are the same, and held against the
/// same, is not looked for again.
pub fn check_again(inputs: &Inputs<'_>, wish: &Wish, findings: &Findings) -> io::Result<Checked> {
    let of_text = |path: &SourcePath| inputs.fingerprint(path);
    check_with(inputs, wish, |spell| {
        Some(Recall { findings, against: inputs.against(wish, spell), of_text: &of_text })
    })
}

fn check_with<'r>(
    sources: &dyn Sources,
    wish: &Wish,
    recall: impl FnOnce(Spell) -> Option<Recall<'r>>,
) -> io::Result<Checked> {
    let files = sources.list()?;
    let (drafts, mut notes) = Readings::of(sources, &files).into_drafts();
    let (theme_name, spell) = (drafts.site.as_ref().map(|s| s.theme.clone()), drafts.spell(wish.at));
    let recall = recall(spell);
    let (linked, (theme, theme_notes)) = rayon::join(
        || link_all(drafts, wish, recall.as_ref()),
        || read_theme(sources, &files, theme_name.as_ref()),
    );
    notes.extend(linked.notes);
    notes.extend(theme_notes);
    let Linked { book, scores, findings, .. } = linked.value;
    let mut hushed = notes.hushed().to_vec();
    hushed.sort();
    Ok(Checked { diagnostics: notes.into_sorted(), hushed, scores, findings, spell, book, theme })
}

/// Links what has been read.
fn link_all(drafts: Drafts, wish: &Wish, recall: Option<&Recall<'_>>) -> Noted<Linked> {
    let mut linked = link::link(drafts, link::Edition { at: wish.at, drafts: wish.drafts }, recall);
    if let (Some(book), Some(base_url)) = (&mut linked.value.book, &wish.base_url) {
        book.site.base_url = if base_url.ends_with('/') { base_url.clone() } else { format!("{base_url}/") };
    }
    linked
}

/// Checks a site and, if nothing forbids it, hands every file of it to `sink`.
pub fn build(sources: &dyn Sources, wish: &Wish, sink: &dyn Sink) -> io::Result<(Checked, Outcome)> {
    build_with(Tools::default(), sources, wish, sink)
}

/// The same, with tools.
pub fn build_with(
    tools: Tools<'_>,
    sources: &dyn Sources,
    wish: &Wish,
    sink: &dyn Sink,
) -> io::Result<(Checked, Outcome)> {
    let mut checked = check(sources, wish)?;
    let finished = finish(tools, sources, &checked, wish, sink);
    checked.diagnostics.extend(finished.late);
    checked.diagnostics.sort_by(Diagnostic::order);
    Ok((checked, finished.outcome))
}

/// Hands every file of a checked site to `sink`. What `sink` has got is the site only if the outcome says so.
pub fn finish(
    tools: Tools<'_>,
    sources: &dyn Sources,
    checked: &Checked,
    wish: &Wish,
    sink: &dyn Sink,
) -> Finished {
    let mut notes = Notes::new();
    let made = match &checked.book {
        Some(book) if wish.without_broken || !checked.has_errors() => {
            make(tools, sources, book, &checked.theme, wish, sink, &mut notes)
        }
        _ => Ok(None),
    };
    let late = notes.into_sorted();
    match made {
        Ok(Some(record)) => Finished { outcome: Outcome::Made(record.made()), late, record: Some(record) },
        Ok(None) => Finished { outcome: Outcome::Refused, late, record: None },
        Err(trouble) => Finished { outcome: Outcome::Stopped(trouble), late, record: None },
    }
}

/// Makes a site; `None` if pictures turn out to be damaged.
fn make(
    tools: Tools<'_>,
    sources: &dyn Sources,
    book: &Casebook,
    theme: &Theme,
    wish: &Wish,
    sink: &dyn Sink,
    notes: &mut Notes,
) -> Result<Option<Record>, Trouble> {
    let mut release = Release::new(sink, wish.shard, tools.past);
    let album = release.pictures(book, &|path| sources.read(path), tools.store, notes)?;
    if notes.has_errors() && !wish.without_broken {
        return Ok(None);
    }
    release.pages(book, theme, album, tools.studio(), notes).map(Some)
}

/// The theme of that name, tried with samples if any of it is the site's own.
fn read_theme(sources: &dyn Sources, files: &[SourcePath], name: Option<&Spanned<String>>) -> (Theme, Notes) {
    let mut notes = Notes::new();
    let overrides = name.map_or_else(Vec::new, |name| {
        let found = theme_files(sources, files, &name.value, &mut notes);
        if found.is_empty() && name.value != "default" {
            let site_file = SourcePath::new("casebook.yaml");
            let problem = Problem::ThemeUnknown { name: name.value.clone() };
            notes.add(Place::new(&site_file, name.span), problem);
        }
        found
    });
    let theme = Theme::load(&overrides, &mut notes);
    if !overrides.is_empty() {
        view::try_theme(&theme, &mut notes);
    }
    (theme, notes)
}

/// The files of the theme of that name.
fn theme_files(sources: &dyn Sources, files: &[SourcePath], name: &str, notes: &mut Notes) -> theme::Files {
    let folder = format!("themes/{name}/");
    let own = files.iter().filter_map(|path| Some((path, path.as_str().strip_prefix(&folder)?)));
    let mut found = theme::Files::new();
    for (path, below) in own {
        match sources.read(path) {
            Ok(bytes) => found.push((below.to_owned(), path.clone(), bytes)),
            Err(error) => {
                notes.add(Place::whole(path), Problem::FileUnreadable { reason: error.to_string() });
            }
        }
    }
    found
}
