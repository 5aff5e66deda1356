//! `casebook.yaml`: what holds for the whole site. Read first, because it names the languages.

use super::fields::{Fields, wrong};
use super::localized::{localized, localized_or_plain, same_in_each};
use super::reader::Reader;
use super::yaml::{Node, Value};
use super::{Context, Spanned, values};
use crate::base::date::is_time_zone;
use crate::base::problem::Shape;
use crate::base::{Id, Lang, Localized, Place, Problem, Severity, SourcePath, Span};
use crate::model::license::Common;
use crate::model::{Filing, License, Publisher};

/// What `casebook.yaml` says.
#[derive(Clone, Debug)]
pub struct SiteDraft {
    /// The file.
    pub path: SourcePath,
    /// Name of the site.
    pub title: Localized<String>,
    /// One or two sentences about it.
    pub description: Localized<String>,
    /// A sentence shown on every page.
    pub notice: Option<Localized<String>>,
    /// Absolute address of its root, ending in `/`.
    pub base_url: String,
    /// Its languages, at least one, each once; the first is the default.
    pub languages: Vec<Lang>,
    /// Who answers for it.
    pub publisher: Publisher,
    /// Under which terms its content may be used.
    pub license: Option<License>,
    /// IANA time zone, known to exist.
    pub timezone: String,
    /// Indicators that every industry is compared by.
    pub core_indicators: Vec<Spanned<Id>>,
    /// Filing numbers.
    pub filing: Filing,
    /// How strict it is where authors may choose.
    pub checks: Checks,
    /// Where it asks for a picture of each case that is shown where its address is shared; `None` where it does not.
    pub share_images: Option<Place>,
    /// Name of the theme; empty span where the file names none.
    pub theme: Spanned<String>,
}

/// How strict a site is with itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Checks {
    /// How bad a number is that is bound to no data; `None` where such numbers are only listed.
    pub unbound: Option<Severity>,
}

/// Reads `casebook.yaml`.
///
/// A file of another format version is told so and nothing else: every further problem in it would be a guess.
pub(super) fn read(r: &mut Reader<'_>) -> Option<SiteDraft> {
    let root = r.tree()?;
    let mut f = Fields::of(&root, r)?;
    let version = f.required("casebook", r, values::word);
    if let (Some(version), Some(node)) = (version, f.ask("casebook"))
        && version != FORMAT
    {
        r.report(node.span, Problem::FormatUnsupported { text: version.to_owned() });
        return None;
    }
    let languages = f.required("languages", r, languages);
    // Texts of this file are in the languages that it names itself.
    let context = Context { languages: languages.clone().unwrap_or_default() };
    let mut inner = Reader::new(r.path, r.text, &context);
    let draft = rest(f, languages, &mut inner);
    r.notes.extend(inner.notes);
    draft
}

/// The format version that this program reads.
const FORMAT: &str = "1";

fn rest(mut f: Fields<'_, '_>, languages: Option<Vec<Lang>>, r: &mut Reader<'_>) -> Option<SiteDraft> {
    let title = f.required("title", r, localized);
    let description = f.required("description", r, localized);
    let notice = f.optional("notice", r, localized);
    let base_url = f.required("base_url", r, base_url);
    let publisher = f.required("publisher", r, publisher);
    let license = f.optional("license", r, license);
    let timezone = f.optional("timezone", r, timezone);
    let core_indicators = f.optional("core_indicators", r, values::ids);
    let filing = f.optional("filing", r, filing);
    let checks = f.optional("checks", r, checks);
    let share_images = f.optional("share_images", r, values::spanned(values::yes_no));
    let theme = f.optional("theme", r, values::id_at);
    f.finish(r);
    Some(SiteDraft {
        path: r.path.clone(),
        title: title?,
        description: description?,
        notice,
        base_url: base_url?,
        languages: languages?,
        publisher: publisher?,
        license,
        timezone: timezone.unwrap_or_else(|| "UTC".to_owned()),
        core_indicators: core_indicators.unwrap_or_default(),
        filing: filing.unwrap_or_default(),
        checks: checks.unwrap_or_default(),
        share_images: share_images.filter(|wanted| wanted.value).map(|w| Place::new(&r.path.clone(), w.span)),
        theme: theme.map_or_else(
            || Spanned { value: "default".to_owned(), span: Span::default() },
            |theme| Spanned { value: theme.value.to_string(), span: theme.span },
        ),
    })
}

/// At least one language, each once.
fn languages(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Vec<Lang>> {
    let read = values::list(values::spanned(|node: &Node<'_>, r: &mut Reader<'_>| {
        values::parsed(node, r, Lang::new, |text| Problem::LanguageUnknown { text, languages: Vec::new() })
    }));
    let mut languages = Vec::new();
    let problems = r.notes.len();
    for lang in read(node, r)? {
        if languages.contains(&lang.value) {
            r.report(lang.span, Problem::ListRepeats { value: lang.value.to_string() });
        } else {
            languages.push(lang.value);
        }
    }
    if languages.is_empty() && r.notes.len() == problems {
        r.report(node.span, Problem::ListEmpty);
    }
    (!languages.is_empty()).then_some(languages)
}

/// The address of the site's root. A query or fragment cannot be part of it; a missing `/` at the end is added.
fn base_url(node: &Node<'_>, r: &mut Reader<'_>) -> Option<String> {
    let parse = |word: &str| {
        let root = values::is_url(word) && !word.contains(['?', '#']);
        root.then(|| if word.ends_with('/') { word.to_owned() } else { format!("{word}/") })
    };
    values::parsed(node, r, parse, |text| Problem::UrlMalformed { text })
}

fn publisher(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Publisher> {
    let mut f = Fields::of(node, r)?;
    let name = f.required("name", r, localized);
    let url = f.optional("url", r, values::url);
    let email = f.optional("email", r, values::text);
    f.finish(r);
    Some(Publisher { name: name?, url, email })
}

/// A common licence by its id, or terms of one's own with a name and the page where they stand.
fn license(node: &Node<'_>, r: &mut Reader<'_>) -> Option<License> {
    match node.value {
        Value::Mapping(_) => {}
        Value::List(_) => return wrong(node, Shape::TextOrMapping, r),
        _ => {
            let parse = |word: &str| Common::ALL.into_iter().find(|common| common.id == word);
            let common = values::parsed(node, r, parse, |text| {
                values::value_unknown(text, Common::ALL.iter().map(|common| common.id))
            })?;
            let name = same_in_each(common.name, r);
            return Some(License { id: Some(common.id), name, url: common.url.to_owned() });
        }
    }
    let mut f = Fields::of(node, r)?;
    let name = f.required("name", r, localized_or_plain);
    let url = f.required("url", r, values::url);
    f.finish(r);
    Some(License { id: None, name: name?, url: url? })
}

fn timezone(node: &Node<'_>, r: &mut Reader<'_>) -> Option<String> {
    let parse = |word: &str| is_time_zone(word).then(|| word.to_owned());
    values::parsed(node, r, parse, |text| Problem::TimeZoneUnknown { text })
}

fn filing(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Filing> {
    let mut f = Fields::of(node, r)?;
    let icp = f.optional("icp", r, values::text);
    let public_security = f.optional("public_security", r, values::text);
    f.finish(r);
    Some(Filing { icp, public_security })
}

fn checks(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Checks> {
    let mut f = Fields::of(node, r)?;
    let unbound = f.optional("unbound", r, values::one_of(&STRICTNESS));
    f.finish(r);
    Some(Checks { unbound: unbound.flatten() })
}

const STRICTNESS: [(&str, Option<Severity>); 3] =
    [("list", None), ("warning", Some(Severity::Warning)), ("error", Some(Severity::Error))];

#[cfg(test)]
mod tests {
    use super::read;
    use crate::base::{Lang, Severity, SourcePath};
    use crate::read::reader::Reader;
    use crate::read::testing::told_of_site;
    use crate::read::{Context, SiteDraft};

    const LEAST: &str = "casebook: 1\nlanguages: [zh, en]\ntitle: { zh: 集, en: Book }\n\
        description: { zh: 集。, en: Book. }\nbase_url: https://example.org/a\n\
        publisher: { name: { zh: 社, en: Press } }\n";

    fn site(text: &str) -> SiteDraft {
        let (path, context) = (SourcePath::new("casebook.yaml"), Context::default());
        read(&mut Reader::new(&path, text, &context)).unwrap()
    }

    #[test]
    fn the_least_site_has_sensible_defaults() {
        assert_eq!(told_of_site(LEAST), [""; 0]);
        let site = site(LEAST);
        assert_eq!(site.languages, [Lang::ZH, Lang::EN]);
        assert_eq!(site.base_url, "https://example.org/a/");
        assert_eq!((site.timezone.as_str(), site.theme.value.as_str()), ("UTC", "default"));
        assert!(site.core_indicators.is_empty());
        assert_eq!(site.filing.icp, None);
        assert_eq!(site.checks.unbound, None);
        assert_eq!(site.share_images, None);
    }

    #[test]
    fn a_site_asks_for_pictures_to_share() {
        let with = |word: &str| format!("{LEAST}share_images: {word}\n");
        let place = site(&with("true")).share_images.unwrap();
        assert_eq!(&with("true")[place.span.range()], "true");
        assert_eq!(site(&with("false")).share_images, None);
        assert_eq!(told_of_site(&with("sometimes")), ["type-wrong 7 «sometimes»"]);
    }

    #[test]
    fn a_site_says_how_bad_a_number_is_that_is_bound_to_nothing() {
        for (word, severity) in
            [("list", None), ("warning", Some(Severity::Warning)), ("error", Some(Severity::Error))]
        {
            let site = site(&format!("{LEAST}checks: {{ unbound: {word} }}\n"));
            assert_eq!(site.checks.unbound, severity, "{word}");
        }
        let told = told_of_site(&format!("{LEAST}checks: {{ unbound: errors, bound: list }}\n"));
        assert_eq!(told, ["value-unknown 7 «errors»", "key-unknown 7 «bound»"]);
    }

    #[test]
    fn a_site_says_under_which_terms_its_content_may_be_used() {
        let license = |text: &str| site(&format!("{LEAST}license: {text}\n")).license.unwrap();
        let common = license("CC-BY-NC-SA-4.0");
        assert_eq!((common.id, common.name.text(Lang::ZH)), (Some("CC-BY-NC-SA-4.0"), "CC BY-NC-SA 4.0"));
        assert_eq!(common.url, "https://creativecommons.org/licenses/by-nc-sa/4.0/");
        let own = license("{ name: { zh: 使用须知, en: our terms }, url: https://example.org/terms }");
        assert_eq!(
            (own.id, own.name.text(Lang::ZH), own.url.as_str()),
            (None, "使用须知", "https://example.org/terms")
        );
        let told = |text: &str| told_of_site(&format!("{LEAST}license: {text}\n"));
        assert_eq!(told("CC BY 4.0"), ["value-unknown 7 «CC BY 4.0»"]);
        assert_eq!(told("{ name: 须知 }"), ["key-missing 7 «{ name: 须知 }»"]);
        assert_eq!(told("[CC-BY-4.0]"), ["type-wrong 7 «[CC-BY-4.0]»"]);
    }

    #[test]
    fn everything_that_is_wrong_with_a_site_is_told() {
        let text = "casebook: 1\nlanguages: [zh, chinese, zh]\ntitle: { zh: 集, en: Book }\nbase_url: example.org\n\
            publisher: { url: x }\ntimezone: Asia/Peking\ncore_indicators: [roe, roe]\ntheme: ../secret\nbase: x\n";
        assert_eq!(
            told_of_site(text),
            [
                "key-missing 1 «casebook»",
                "language-unknown 2 «chinese»",
                "list-repeats 2 «zh»",
                "language-unknown 3 «en»",
                "url-malformed 4 «example.org»",
                "key-missing 5 «{ url: x }»",
                "url-malformed 5 «x»",
                "time-zone-unknown 6 «Asia/Peking»",
                "list-repeats 7 «roe»",
                "id-malformed 8 «../secret»",
                "key-unknown 9 «base»",
            ]
        );
    }

    #[test]
    fn a_site_of_another_format_is_told_only_that() {
        assert_eq!(told_of_site("casebook: 2\nnew_key: 1\n"), ["format-unsupported 1 «2»"]);
        assert_eq!(told_of_site(&LEAST.replace("[zh, en]", "[]")), ["list-empty 2 «[]»"]);
        assert_eq!(told_of_site(&LEAST.replace("/a", "/?a")), ["url-malformed 5 «https://example.org/?a»"]);
    }
}
