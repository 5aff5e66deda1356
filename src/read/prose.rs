//! `<language>.md` in the folder of a case or page: its text in one language.

use super::markdown::Assert;
use super::passage::{Part, Passages, Use};
use super::reader::Reader;
use super::{Spanned, chart_block, file, front_matter, markdown};
use crate::base::{Id, Lang, Problem, Span};
use crate::model::{ChartBlock, Claim, Prose};

/// A text in one language, and everything in it that refers to something else.
#[derive(Clone, Debug)]
pub struct ProseDraft {
    /// Whose text it is.
    pub owner: Owner,
    /// The text. Its `path` is the file that all spans here belong to.
    pub prose: Prose,
    /// Targets of links as written.
    pub links: Vec<Spanned<String>>,
    /// Targets of images as written.
    pub images: Vec<Spanned<String>>,
    /// Figures that the text asks the data for.
    pub claims: Vec<Spanned<Claim>>,
    /// Figures in the author's own words, with what the data should say.
    pub asserts: Vec<Assert>,
    /// Words that the author marks as no figure.
    pub no_figures: Vec<Span>,
    /// Everything else in it that is read as words, front matter included.
    pub passages: Passages,
    /// Charts that it asks for.
    pub charts: Vec<ChartDraft>,
    /// The languages of its pieces of code, where they are named.
    pub code: Vec<String>,
}

/// A chart that a text asks for, with the places that refer to something.
#[derive(Clone, Debug)]
pub struct ChartDraft {
    /// The block, fences included.
    pub span: Span,
    /// What it asks for.
    pub block: ChartBlock,
    /// Where each of the block's `indicators` is named, in the same order.
    pub indicators: Vec<Span>,
    /// Where its `benchmark` is named.
    pub benchmark: Option<Span>,
}

/// Whose text or picture a file holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Owner {
    /// That of the case of that id.
    Case(Id),
    /// That of the page of that id.
    Page(Id),
}

/// Reads the text of `owner` in `lang`.
pub(super) fn read(owner: Owner, lang: Lang, r: &mut Reader<'_>) -> Option<ProseDraft> {
    let (front, body_at) = match front_matter::find(r.text) {
        Ok((yaml, body_at)) => (front_matter::read(yaml, lang, r), body_at),
        Err(problem) => {
            // Without front matter all of it may be text; with one that does not end, nobody can tell.
            let body_at = match problem {
                Problem::FrontMatterMissing => file::body_at(r.text),
                _ => r.text.len(),
            };
            let first_line = r.text.lines().next().unwrap_or_default().len();
            r.report(Span::new(file::body_at(r.text).min(first_line), first_line), problem);
            (None, body_at)
        }
    };
    // The body is looked at in any case, so that all problems are told at once.
    let survey = markdown::survey(r.path, r.text, body_at);
    r.notes.extend(survey.notes);
    let mut survey = survey.value;
    let charts = survey.charts.iter().filter_map(|chart| chart_block::read(chart, r)).collect();
    let front = front?;
    for line in [Some(&front.title), front.subtitle.as_ref(), front.summary.as_ref()].into_iter().flatten() {
        survey.passages.words(r.text, &line.value, line.span, Use::Fixed);
        survey.passages.end(Part::Front);
    }
    survey.passages.finish();
    Some(ProseDraft {
        owner,
        prose: Prose {
            path: r.path.clone(),
            lang,
            title: front.title.value,
            subtitle: front.subtitle.map(|line| line.value),
            summary: front.summary.map(|line| line.value),
            translated_from: front.translated_from,
            text: r.text.to_owned(),
            body_at,
            headings: survey.headings,
        },
        links: survey.links,
        images: survey.images,
        claims: survey.claims,
        asserts: survey.asserts,
        no_figures: survey.no_figures,
        passages: survey.passages,
        charts,
        code: survey.code,
    })
}

#[cfg(test)]
mod tests {
    use super::ProseDraft;
    use crate::base::Lang;
    use crate::model::ChartKind;
    use crate::read::Draft;
    use crate::read::testing::{draft, told};

    const PATH: &str = "content/cases/heat/zh.md";

    fn prose(text: &str) -> ProseDraft {
        match draft(PATH, text) {
            Draft::Prose(prose) => prose,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_text_has_front_matter_and_a_body() {
        for text in [
            "---\ntitle: 余热\nsummary: 一句话。\ntranslated_from: en\n---\n正文\n",
            "\u{feff}---\r\ntitle: 余热\r\nsummary: 一句话。\r\ntranslated_from: en\r\n---\r\n正文\r\n",
        ] {
            let prose = prose(text).prose;
            assert_eq!((prose.title.as_str(), prose.summary.as_deref()), ("余热", Some("一句话。")));
            assert_eq!((prose.lang, prose.translated_from), (Lang::ZH, Some(Lang::EN)));
            assert_eq!(prose.body().trim(), "正文");
            assert_eq!(prose.text, text);
        }
    }

    #[test]
    fn front_matter_that_is_missing_or_does_not_end_is_told() {
        assert_eq!(told(PATH, ""), ["front-matter-missing 1 «»"]);
        assert_eq!(
            told(PATH, "# 余热\n"),
            ["front-matter-missing 1 «# 余热»", "heading-too-high 1 «# 余热»"]
        );
        assert_eq!(told(PATH, "---\ntitle: 余热\n"), ["front-matter-unclosed 1 «---»"]);
        assert_eq!(told(PATH, "---\n---\n"), ["type-wrong 2 «»"]);
    }

    #[test]
    fn front_matter_is_strict_and_the_body_is_looked_at_all_the_same() {
        let text = "---\ntitel: 余热\ntranslated_from: zh\n---\n\n# 标题\n";
        assert_eq!(
            told(PATH, text),
            ["key-unknown 2 «titel»", "reference-to-itself 3 «zh»", "heading-too-high 6 «# 标题»",]
        );
        assert_eq!(told(PATH, "---\ntitle: 余热\ntranslated_from: fr\n---\n"), ["language-unknown 3 «fr»"]);
    }

    #[test]
    fn a_language_that_the_site_does_not_have_is_told_of_the_file() {
        assert_eq!(told("content/cases/heat/fr.md", "---\ntitle: x\n---\n"), ["language-unknown 1 «»"]);
    }

    #[test]
    fn charts_are_read_and_their_problems_told_at_their_lines() {
        let text = "---\ntitle: 余热\n---\n\n```chart\nkind: trend\nindicator: roe\nbenchmark: best\nfrom: 2019\n```\n";
        let chart = &prose(text).charts[0];
        assert_eq!((chart.block.kind, chart.block.indicators.len()), (ChartKind::Trend, 1));
        assert_eq!(&text[chart.indicators[0].range()], "roe");
        assert_eq!(&text[chart.benchmark.unwrap().range()], "best");

        let wrong = text.replace("indicator: roe", "indicators: [roe]").replace("trend", "trent");
        assert_eq!(told(PATH, &wrong), ["value-unknown 6 «trent»"]);
        let wrong = text.replace("indicator: roe", "indicators: [roe]").replace("from", "form");
        assert_eq!(told(PATH, &wrong), ["key-unknown 7 «indicators»", "key-unknown 9 «form»",]);
        let wrong = text.replace("from: 2019", "from: 2024\nto: 2019");
        assert_eq!(told(PATH, &wrong), ["period-range-malformed 10 «2019»"]);
    }

    #[test]
    fn a_chart_in_a_list_or_a_quotation_is_read_like_any_other() {
        for mark in ["  ", "> ", "> > "] {
            let first = if mark == "  " { "- " } else { mark };
            let text = format!(
                "---\ntitle: 余热\n---\n\n{first}```chart\n{mark}kind: scorecard\n{mark}indicators: [roe, Bad]\n{mark}```\n"
            );
            assert_eq!(told(PATH, &text), ["id-malformed 7 «Bad»"], "{mark:?}");
        }
    }
}
