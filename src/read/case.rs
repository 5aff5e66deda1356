//! `content/cases/<id>/case.yaml`: the facts of a case, the same in every language.

use super::fields::Fields;
use super::localized::{localized, localized_or_plain};
use super::reader::Reader;
use super::yaml::{Node, Value};
use super::{Spanned, values};
use crate::base::problem::ImageFault;
use crate::base::{Date, Id, Localized, Moment, Period, PeriodRange, Problem, SourcePath};
use crate::model::{About, CaseKind, LinkStrength, Milestone};

/// The facts of a case as its file gives them.
#[derive(Clone, Debug)]
pub struct CaseDraft {
    /// The file.
    pub path: SourcePath,
    /// From the folder's name.
    pub id: Id,
    /// What it is about.
    pub kind: CaseKind,
    /// The enterprise it tells of.
    pub enterprise: Spanned<Id>,
    /// Other enterprises that took part. Like every list of ids here: each once.
    pub partners: Vec<Spanned<Id>>,
    /// Action areas, one to three; the first is the main one.
    pub areas: Vec<Spanned<Id>>,
    /// Management systems.
    pub systems: Vec<Spanned<Id>>,
    /// Value abilities.
    pub abilities: Vec<Spanned<Id>>,
    /// The campaign stage.
    pub stage: Option<Spanned<Id>>,
    /// When it happened.
    pub period: Option<PeriodRange>,
    /// Free tags.
    pub tags: Vec<Spanned<Id>>,
    /// The indicators that bear the story.
    pub indicators: Vec<Spanned<Id>>,
    /// How it bears on indicators.
    pub contributions: Vec<ContributionDraft>,
    /// Why figures were chosen that could look picked.
    pub reasons: Vec<ReasonDraft>,
    /// What happened when.
    pub milestones: Vec<Milestone>,
    /// Its pictures; the first is the cover.
    pub images: Vec<ImageDraft>,
    /// The day it was published.
    pub published: Option<Date>,
    /// What its authors say about its readiness.
    pub status: Status,
    /// From when on it may be public.
    pub publish_on: Option<Moment>,
    /// Whether the home page shows it first.
    pub featured: bool,
    /// Cases to read next.
    pub related: Vec<Spanned<Id>>,
}

/// How ready a case is. What readers may see follows from it and the time of the build.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Still being written.
    Draft,
    /// Being reviewed.
    Review,
    /// Ready for the public.
    Published,
    /// Taken back.
    Withdrawn,
}

/// How a case bears on an indicator. `from` is before `to`.
#[derive(Clone, Debug)]
pub struct ContributionDraft {
    /// The indicator.
    pub indicator: Spanned<Id>,
    /// From this period …
    pub from: Spanned<Period>,
    /// … to this one.
    pub to: Spanned<Period>,
    /// How strong the link is.
    pub link: LinkStrength,
    /// How that was found.
    pub method: Option<Localized<String>>,
}

/// An author's reason for a choice of figures.
#[derive(Clone, Debug)]
pub struct ReasonDraft {
    /// What it is about, and where that stands.
    pub about: Spanned<About>,
    /// The indicator it is about; for [`About::OnlyImproved`] all of them if none is named.
    pub indicator: Option<Spanned<Id>>,
    /// The reason.
    pub text: Localized<String>,
}

/// A picture that a case names.
#[derive(Clone, Debug)]
pub struct ImageDraft {
    /// The file, inside the case's folder; whether it exists is not known yet.
    pub file: Spanned<SourcePath>,
    /// What it shows.
    pub alt: Localized<String>,
    /// The line under it.
    pub caption: Option<Localized<String>>,
    /// Who made it.
    pub credit: Option<Localized<String>>,
}

/// Reads the facts of the case `id`.
pub(super) fn read(id: Id, r: &mut Reader<'_>) -> Option<CaseDraft> {
    let root = r.tree()?;
    let mut f = Fields::of(&root, r)?;
    let kind = f.required("kind", r, values::named(&CaseKind::ALL, CaseKind::name));
    let enterprise = f.required("enterprise", r, values::id_at);
    let partners = f.optional("partners", r, values::ids);
    let areas = f.required("areas", r, areas);
    let systems = f.optional("systems", r, values::ids);
    let abilities = f.optional("abilities", r, values::ids);
    let stage = f.optional("stage", r, values::id_at);
    let period = f.optional("period", r, values::period_range);
    let tags = f.optional("tags", r, values::ids);
    let indicators = f.optional("indicators", r, values::ids);
    let contributions = f.optional("contributions", r, values::list(contribution));
    let reasons = f.optional("reasons", r, values::list(reason));
    let milestones = f.optional("milestones", r, values::list(milestone));
    let images = f.optional("images", r, values::list(image));
    let published = f.optional("published", r, values::date);
    let status = f.optional("status", r, values::one_of(&STATUSES));
    let status_is_clear = status.is_some() || f.ask("status").is_none();
    let publish_on = f.optional("publish_on", r, values::moment);
    let moment_is_clear = publish_on.is_some() || f.ask("publish_on").is_none();
    let featured = f.optional("featured", r, values::yes_no);
    let related = f.optional("related", r, values::ids);
    let understood = f.finish(r);
    // Where nobody knows whether readers may see it, they may not; a misspelled key could have said so.
    let clear = understood && status_is_clear && moment_is_clear;
    let status = if clear { status.unwrap_or(Status::Published) } else { Status::Draft };
    Some(CaseDraft {
        path: r.path.clone(),
        id,
        kind: kind?,
        enterprise: enterprise?,
        partners: partners.unwrap_or_default(),
        areas: areas?,
        systems: systems.unwrap_or_default(),
        abilities: abilities.unwrap_or_default(),
        stage,
        period,
        tags: tags.unwrap_or_default(),
        indicators: indicators.unwrap_or_default(),
        contributions: contributions.unwrap_or_default(),
        reasons: reasons.unwrap_or_default(),
        milestones: milestones.unwrap_or_default(),
        images: images.unwrap_or_default(),
        published,
        status,
        publish_on,
        featured: featured.unwrap_or(false),
        related: related.unwrap_or_default(),
    })
}

const STATUSES: [(&str, Status); 4] = [
    ("draft", Status::Draft),
    ("review", Status::Review),
    ("published", Status::Published),
    ("withdrawn", Status::Withdrawn),
];

const LINKS: [(&str, LinkStrength); 3] = [
    ("contributed", LinkStrength::Contributed),
    ("correlated", LinkStrength::Correlated),
    ("attributed", LinkStrength::Attributed),
];

/// Most action areas of a case.
const MAX_AREAS: usize = 3;

fn areas(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Vec<Spanned<Id>>> {
    if matches!(&node.value, Value::List(items) if items.is_empty()) {
        r.report(node.span, Problem::ListEmpty);
    }
    let mut areas = values::ids(node, r)?;
    if let Some(extra) = areas.get(MAX_AREAS) {
        r.report(extra.span, Problem::ListTooLong { most: MAX_AREAS });
        areas.truncate(MAX_AREAS);
    }
    (!areas.is_empty()).then_some(areas)
}

fn contribution(node: &Node<'_>, r: &mut Reader<'_>) -> Option<ContributionDraft> {
    let mut f = Fields::of(node, r)?;
    let indicator = f.required("indicator", r, values::id_at);
    let from = f.required("from", r, values::spanned(values::period));
    let to = f.required("to", r, values::spanned(values::period));
    let link = f.required("link", r, values::one_of(&LINKS));
    let method = f.optional("method", r, localized);
    f.finish(r);
    let (from, to) = values::comparable(from, to, r)?;
    Some(ContributionDraft { indicator: indicator?, from, to, link: link?, method })
}

fn reason(node: &Node<'_>, r: &mut Reader<'_>) -> Option<ReasonDraft> {
    let mut f = Fields::of(node, r)?;
    let about = f.required("about", r, values::spanned(values::named(&About::ALL, About::word)));
    // Where it cannot be read what the reason is about, nobody can tell whether the indicator is missing.
    let indicator = match &about {
        Some(about) if about.value != About::OnlyImproved => {
            f.required("indicator", r, values::id_at).map(Some)
        }
        _ => Some(f.optional("indicator", r, values::id_at)),
    };
    let text = f.required("reason", r, localized);
    f.finish(r);
    Some(ReasonDraft { about: about?, indicator: indicator?, text: text? })
}

fn milestone(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Milestone> {
    let mut f = Fields::of(node, r)?;
    let date = f.required("date", r, values::period);
    let text = f.required("text", r, localized);
    f.finish(r);
    Some(Milestone { date: date?, text: text? })
}

fn image(node: &Node<'_>, r: &mut Reader<'_>) -> Option<ImageDraft> {
    let mut f = Fields::of(node, r)?;
    let file = f.required("file", r, image_file);
    let alt = f.ask("alt");
    let caption = f.optional("caption", r, localized);
    let credit = f.optional("credit", r, localized_or_plain);
    f.finish(r);
    if alt.is_none() {
        r.report(node.span, Problem::ImageAltMissing);
    }
    let alt = alt.and_then(|alt| localized(alt, r));
    Some(ImageDraft { file: file?, alt: alt?, caption, credit })
}

/// A file in the folder of the case.
fn image_file(node: &Node<'_>, r: &mut Reader<'_>) -> Option<Spanned<SourcePath>> {
    let target = values::word(node, r)?;
    let inside = |path: &SourcePath| {
        path.as_str()
            .strip_prefix(r.path.folder())
            .is_some_and(|rest| rest.len() > 1 && rest.starts_with('/'))
    };
    let file = r.path.join(target).filter(inside);
    if file.is_none() {
        r.report(node.span, Problem::ImageUnusable { target: target.to_owned(), fault: ImageFault::Outside });
    }
    file.map(|value| Spanned { value, span: node.span })
}

#[cfg(test)]
mod tests {
    use super::{CaseDraft, Status};
    use crate::read::Draft;
    use crate::read::testing::{draft, noted, told};

    const PATH: &str = "content/cases/heat/case.yaml";
    const LEAST: &str = "kind: project\nenterprise: hualan\nareas: [efficiency]\n";

    fn case(more: &str) -> CaseDraft {
        match draft(PATH, &format!("{LEAST}{more}")) {
            Draft::Case(case) => case,
            other => panic!("{other:?}"),
        }
    }

    fn told_of(more: &str) -> Vec<String> {
        told(PATH, &format!("{LEAST}{more}"))
    }

    #[test]
    fn the_least_case_is_public_and_stands_in_no_front_row() {
        let least = case("");
        assert_eq!((least.status, least.featured), (Status::Published, false));
        assert_eq!(least.areas.len(), 1);
        assert_eq!(told(PATH, "kind: project\n"), ["key-missing 1 «kind»", "key-missing 1 «kind»"]);
    }

    #[test]
    fn a_case_has_one_to_three_areas() {
        let areas = |areas: &str| told(PATH, &LEAST.replace("[efficiency]", areas));
        assert_eq!(areas("[a, b, c]"), [""; 0]);
        assert_eq!(areas("[]"), ["list-empty 3 «[]»"]);
        assert_eq!(areas("[a, b, c, d, e]"), ["list-too-long 3 «d»"]);
        assert_eq!(areas("efficiency"), ["type-wrong 3 «efficiency»"]);
    }

    #[test]
    fn a_case_whose_readiness_cannot_be_read_is_a_draft() {
        for broken in ["status: publshed", "status:", "publish_on: tomorrow", "statsu: review", "<<: *x"] {
            let text = format!("{LEAST}{broken}\n");
            let Some(Draft::Case(case)) = noted(PATH, &text).value else { panic!("{broken}") };
            assert_eq!(case.status, Status::Draft, "{broken}");
        }
        assert_eq!(case("status: withdrawn\n").status, Status::Withdrawn);
    }

    #[test]
    fn an_image_stands_in_the_folder_of_its_case_and_is_described() {
        let image = |file: &str| {
            format!("images:\n  - {{ file: {file}, alt: {{ zh: 厂, en: Mill }}, credit: 张三 }}\n")
        };
        let case = case(&image("media/./mill.jpg"));
        assert_eq!(case.images[0].file.value.as_str(), "content/cases/heat/media/mill.jpg");
        for outside in ["../cold/a.png", "../../../../etc/passwd", "..", ".", "../heat-2/a.png"] {
            assert_eq!(told_of(&image(outside)), [format!("image-unusable 5 «{outside}»")]);
        }
        assert_eq!(told_of("images:\n  - file: a.png\n"), ["image-alt-missing 5 «file»"]);
    }

    #[test]
    fn contributions_run_forward() {
        let contribution = |from: &str, to: &str| {
            told_of(&format!(
                "contributions: [{{ indicator: roe, from: {from}, to: {to}, link: contributed }}]\n"
            ))
        };
        assert_eq!(contribution("2021", "2024"), [""; 0]);
        assert_eq!(contribution("2024", "2021"), ["period-range-malformed 4 «2021»"]);
        assert_eq!(contribution("2024", "'2021'"), ["period-range-malformed 4 «'2021'»"]);
        assert_eq!(contribution("2023-H1", "2024"), ["periods-unequal 4 «2024»"]);
        assert_eq!(contribution("24", "2025"), ["period-malformed 4 «24»"]);
    }

    #[test]
    fn a_reason_says_what_it_is_about_and_of_which_indicator() {
        let reason = |words: &str| {
            told_of(&format!("reasons: [{{ {words}, reason: {{ zh: 因为, en: Because }} }}]\n"))
        };
        assert_eq!(reason("about: base-year, indicator: roe"), [""; 0]);
        assert_eq!(reason("about: only-improved"), [""; 0]);
        assert_eq!(reason("about: only-improved, indicator: roe"), [""; 0]);
        assert_eq!(reason("about: bas-year, indicator: roe"), ["value-unknown 4 «bas-year»"]);
        assert!(reason("about: years-skipped")[0].starts_with("key-missing 4 "));
        let case =
            case("reasons: [{ about: benchmark-changed, indicator: roe, reason: { zh: 因, en: R } }]\n");
        assert_eq!(case.reasons[0].indicator.as_ref().unwrap().value.as_str(), "roe");
    }

    #[test]
    fn milestones_have_a_period_and_words() {
        assert_eq!(
            case("milestones: [{ date: 2022-03, text: { zh: 立项, en: Start } }]\n").milestones.len(),
            1
        );
        assert_eq!(
            told_of("milestones: [{ date: 2022-03-01 }]\n"),
            ["key-missing 4 «{ date: 2022-03-01 }»", "period-malformed 4 «2022-03-01»",]
        );
    }
}
