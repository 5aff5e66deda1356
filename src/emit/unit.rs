//! What of a site is made in one go: by one processor, and where several machines share the work, by one of them.

use super::record::Origins;
use super::share::Studio;
use super::{Put, Trouble, compare, data, feed, llms, page, sitemap};
use crate::base::hash::Fingerprint;
use crate::base::{Lang, Packed, SitePath};
use crate::model::Enterprise;
use crate::plan::{PageId, Plan, address};
use crate::theme::{Asset, Theme};
use crate::view::desk::Desk;
use crate::view::explorer;

/// A piece of work that needs no other, and writes files that no other writes.
pub(super) enum Unit<'u> {
    /// Pages that are best made one after another, and what lies beside them.
    Sitting(Lang, Vec<&'u PageId>),
    /// The names from which enterprises are chosen for a comparison.
    Names(Lang),
    /// What some of them are compared by.
    Compared(Lang, Vec<&'u Enterprise>),
    /// A part of the open data.
    Data(data::Part<'u>),
    /// What the explorer of cases searches through.
    Explorer(Lang),
    /// The feeds.
    Feeds(Lang),
    /// The pages outside the trees of the languages.
    Root,
    /// The guide for language models.
    Guide,
    /// The list of pages, and who may read it.
    Sitemap,
    /// A file that pages refer to.
    Asset(&'u Asset),
}

/// What became of a unit.
#[derive(Default)]
pub(super) struct Done {
    pub(super) pages: usize,
    pub(super) charts: usize,
    /// What was added to the index of search.
    pub(super) searched: Option<Packed>,
}

/// How many enterprises one processor writes down in a row.
const STRETCH: usize = 64;

/// Everything that a site consists of, but pictures and what is searched; what takes longest first.
pub(super) fn all<'u>(plan: &'u Plan<'_>, theme: &'u Theme) -> Vec<Unit<'u>> {
    let book = plan.book;
    let languages = || book.site.languages.iter().copied();
    let mut units: Vec<Unit<'_>> = data::parts(book).map(Unit::Data).collect();
    let enterprises: Vec<&Enterprise> = book.enterprises.values().map(AsRef::as_ref).collect();
    for lang in languages().filter(|_| plan.can_compare()) {
        units.push(Unit::Names(lang));
        units.extend(enterprises.chunks(STRETCH).map(|some| Unit::Compared(lang, some.to_vec())));
    }
    units.extend(loose(plan));
    let sittings = plan.sittings().into_iter();
    units.extend(sittings.filter(|(_, pages)| *pages[0] != PageId::Search).map(|(l, p)| Unit::Sitting(l, p)));
    units.extend(theme.assets().iter().map(Unit::Asset));
    units
}

/// What neither is a page of a language, nor lies beside one, nor is searched, compared, data or an asset.
pub(super) fn loose<'u>(plan: &Plan<'_>) -> impl Iterator<Item = Unit<'u>> {
    let languages = plan.book.site.languages.clone();
    let in_each = languages.into_iter().flat_map(|lang| [Unit::Explorer(lang), Unit::Feeds(lang)]);
    in_each.chain([Unit::Root, Unit::Guide, Unit::Sitemap])
}

impl Unit<'_> {
    /// Where the first of its files lies. No other unit begins there.
    pub(super) fn address(&self) -> SitePath {
        match self {
            Self::Sitting(lang, pages) => address::of(*lang, pages[0]),
            Self::Names(lang) => address::compared_names(*lang, 0),
            Self::Compared(lang, enterprises) => address::compared(*lang, &enterprises[0].id),
            Self::Data(part) => part.address(),
            Self::Explorer(lang) => address::explorer(*lang),
            Self::Feeds(lang) => address::feed(*lang),
            Self::Root => address::root(),
            Self::Guide => address::for_language_models(),
            Self::Sitemap => address::sitemap(),
            Self::Asset(asset) => asset.path.clone(),
        }
    }

    /// What its files are made from.
    pub(super) fn origin(&self, origins: &Origins<'_>) -> Fingerprint {
        match self {
            Self::Sitting(lang, pages) => origins.of_pages(*lang, pages),
            Self::Names(_)
            | Self::Compared(..)
            | Self::Data(_)
            | Self::Explorer(_)
            | Self::Feeds(_)
            | Self::Root
            | Self::Guide
            | Self::Sitemap
            | Self::Asset(_) => origins.of_ground(self.address().as_str()),
        }
    }

    /// Writes its files; `html` is a sheet that is used again for each page.
    pub(super) fn make(
        &self,
        desk: &Desk<'_>,
        studio: &Studio<'_>,
        put: &Put<'_>,
        html: &mut Vec<u8>,
    ) -> Result<Done, Trouble> {
        match self {
            Self::Sitting(lang, pages) => return sit(desk, studio, put, *lang, pages, html),
            Self::Names(lang) => compare::names(desk, *lang, put)?,
            Self::Compared(lang, enterprises) => compare::figures(desk, *lang, enterprises, put)?,
            Self::Data(part) => part.write(desk.book(), put)?,
            Self::Explorer(lang) => {
                put(&address::explorer(*lang), explorer::script(desk, *lang).as_bytes())?;
            }
            Self::Feeds(lang) => {
                let feeds =
                    std::iter::once(feed::of_all(desk, *lang)).chain(feed::of_industries(desk, *lang));
                put_all(feeds, put)?;
            }
            Self::Root => {
                put_all(page::at_the_root(desk)?, put)?;
                return Ok(Done { pages: page::AT_THE_ROOT, ..Done::default() });
            }
            Self::Guide => put(&address::for_language_models(), llms::guide(desk).as_bytes())?,
            Self::Sitemap => put_all(sitemap::files(&desk.plan), put)?,
            Self::Asset(asset) => put(&asset.path, &asset.bytes)?,
        }
        Ok(Done::default())
    }
}

/// Writes pages one after another.
fn sit(
    desk: &Desk<'_>,
    studio: &Studio<'_>,
    put: &Put<'_>,
    lang: Lang,
    pages: &[&PageId],
    html: &mut Vec<u8>,
) -> Result<Done, Trouble> {
    let mut charts = 0;
    let mut seat = desk.at(lang, pages[0]);
    for page in pages {
        seat = seat.next(page);
        html.clear();
        page::render(&seat, "", studio, html)?;
        put(&seat.path, html)?;
        // Charts to take away and the picture to share belong to their page, and are forgotten with it.
        for file in seat.downloads.take() {
            put(&file.path, &file.content)?;
        }
        charts += seat.figures.get();
    }
    Ok(Done { pages: pages.len(), charts, searched: None })
}

fn put_all(files: impl IntoIterator<Item = (SitePath, Vec<u8>)>, put: &Put<'_>) -> Result<(), Trouble> {
    files.into_iter().try_for_each(|(path, bytes)| put(&path, &bytes))
}
