//! About texts: links, pictures, figures in sentences.

use super::{SEPARATOR, slip};
use crate::base::problem::{ChartLack, ClaimFault, ImageFault, LinkFault, NoFigure};
use crate::base::words::Saying;
use crate::base::words::quote::{listed, quoted};

pub(super) fn scheme(scheme: &str) -> Saying {
    if scheme == "//" {
        return Saying::new(
            "links cannot start with `//`",
            "incomplete",
            "write the whole address, like `https://example.org/`",
        );
    }
    // A drive letter reads as a scheme: `C:\…`.
    if scheme.len() == 1 || scheme.eq_ignore_ascii_case("file") {
        return Saying::new(
            "this link leads to a file on your own computer, where readers cannot follow",
            "on this computer",
            "put the file on the web and write its `https://` address; pictures go into the folder \
            `media` of the case",
        );
    }
    Saying::new(
        format!("links cannot start with {}", quoted(&format!("{scheme}:"))),
        "not allowed",
        "write `https://` for web pages, `mailto:` for mail, `tel:` for telephones, and the file for \
        pages of this site, like \
         `../other-case/en.md`",
    )
}

pub(super) fn link(target: &str, fault: LinkFault, suggestion: Option<&str>) -> Saying {
    let (message, label, help) = match fault {
        LinkFault::Missing => (
            format!("this link leads nowhere: {}", quoted(target)),
            "not found",
            "check folder and file name, capitals included; a case can also be written as `case:its-id`",
        ),
        LinkFault::Outside => (
            format!("this link leaves the site's folder: {}", quoted(target)),
            "outside the site",
            "write fewer `../`; a case can also be written as `case:its-id`",
        ),
        LinkFault::NoPage => (
            format!("this file is there, but no page is made from it: {}", quoted(target)),
            "no page",
            "link to the file of a case, enterprise, indicator or page, like `../other-case/en.md`",
        ),
    };
    let help =
        suggestion.map_or_else(|| help.to_owned(), |word| format!("did you mean the file {}?", quoted(word)));
    Saying::new(message, label, help)
}

/// So many characters are named.
const NAMED: usize = 12;

pub(super) fn font(characters: &str, pictures: usize) -> Saying {
    let count = characters.chars().count();
    let named = quoted(&characters.chars().take(NAMED).collect::<String>());
    let (cause, label) = match count {
        0 => ("there is no font on this computer to letter pictures with".to_owned(), "no font"),
        1..=NAMED => (format!("no font on this computer has {named}"), "letters missing"),
        _ => {
            let more = count - NAMED;
            (format!("no font on this computer has {named} and {more} more characters"), "letters missing")
        }
    };
    let lost = match pictures {
        1 => "1 picture to share was".to_owned(),
        _ => format!("{pictures} pictures to share were"),
    };
    Saying::new(
        format!("{cause}: {lost} not made"),
        label,
        "install a font that has them and build again: on Debian and Ubuntu `apt install fonts-noto-cjk`; those of Windows \
         and macOS will do. If you want no such pictures, write `share_images: false`",
    )
}

pub(super) fn image(target: &str, fault: ImageFault) -> Saying {
    let target = quoted(target);
    let (message, label, help) = match fault {
        ImageFault::Missing => (
            format!("there is no picture {target}"),
            "not found",
            "check name and ending, capitals included; pictures lie in the folder of the case, like \
            `media/strip.jpg`",
        ),
        ImageFault::Outside => (
            format!("picture {target} is not in the folder of this case"),
            "outside the folder",
            "copy it into the folder `media` of this case and write `media/` and its name",
        ),
        ImageFault::Unreadable => (
            format!("{target} is not a picture that can be used"),
            "unreadable",
            "open it in Paint and save it as PNG or JPEG; changing the ending is not enough",
        ),
        ImageFault::Heic => (
            format!("{target} is a HEIC photo, as phones keep them, which web pages cannot show"),
            "a HEIC photo",
            "open it in Photos or Paint and save it as JPEG; changing the ending is not enough. For photos to come: on an \
            iPhone choose Settings › Camera › Formats › Most Compatible",
        ),
        ImageFault::TooLarge => (
            format!("picture {target} is too large"),
            "too large",
            "open it in Paint, choose Resize, make it at most 2000 pixels wide and save it",
        ),
        ImageFault::CutOff => (
            format!("picture {target} is not complete: its end is missing"),
            "cut off",
            "copy it once more from where it came from, or ask for it again; it was probably cut off on its way",
        ),
        ImageFault::Broken => (
            format!("picture {target} is damaged"),
            "damaged",
            "open it in Paint; if it looks right there, save it as PNG, else copy it once more from where it came \
            from",
        ),
        ImageFault::Moving => (
            format!("picture {target} moves"),
            "moving",
            "save the frame that tells most as PNG, or several side by side; what moves distracts readers, and \
            does not print",
        ),
        ImageFault::Drawing => (
            format!("drawing {target} cannot be used as it is"),
            "not a plain drawing",
            "export it as PNG, at least 1600 pixels wide; an SVG may hold only lines and areas, no text, pictures \
            or scripts (or turn its text into outlines)",
        ),
    };
    Saying::new(message, label, help)
}

pub(super) fn claim_fault(text: &str, fault: ClaimFault) -> Saying {
    let (message, label, help) = match fault {
        ClaimFault::Form if text.contains(['：', '＠', '｛', '｝', '，']) => (
            format!("{} has full-width punctuation", quoted(text)),
            "full-width punctuation",
            "write the plain `@`, `:` and braces, like `{roe@2024}`".to_owned(),
        ),
        ClaimFault::Form => (
            format!("it is not clear which figure {} asks for", quoted(text)),
            "asks for what?",
            "write `{roe@2024}` for a value and `{roe: change 2021..2024}` for a change; if no figure \
             is meant, put a backslash before the `{`"
                .to_owned(),
        ),
        ClaimFault::Verb => (
            format!("it is not clear what {} should compute", quoted(text)),
            "compute what?",
            "after the colon you can write: change, growth, multiple, gap, gap closed, benchmark, \
            target, rank"
                .to_owned(),
        ),
        ClaimFault::Period => {
            (format!("the time in {} cannot be read", quoted(text)), "which time?", slip::claim_period(text))
        }
        ClaimFault::NeedsRange => (
            format!("{} needs two times", quoted(text)),
            "only one time",
            "say from when to when, with two dots between: `2021..2024`".to_owned(),
        ),
        ClaimFault::Unequal => (
            format!("the two times in {} are not equally long", quoted(text)),
            "not equally long",
            "compare two years, or the same half of two years: `2023-H1..2024-H1`".to_owned(),
        ),
        ClaimFault::Brackets => (
            format!("the brackets before {} hold more than plain words", quoted(text)),
            "formatted brackets",
            "write only words between the brackets, like `[9.4%]{roe@2024}`; for bold, put it around \
             everything: `**[9.4%]{roe@2024}**`"
                .to_owned(),
        ),
        ClaimFault::Misplaced => (
            format!("{} cannot stand here", quoted(text)),
            "plain words only",
            "the words for a picture and the title of a link are plain: write it out, or move the figure into \
             the text"
                .to_owned(),
        ),
        ClaimFault::NeedsOnePeriod => (
            format!("{} needs one time only", quoted(text)),
            "two times",
            "keep one, like `{roe: gap 2024}`; for what changed between two times write `change`".to_owned(),
        ),
    };
    Saying::new(message, label, help)
}

/// A chart that has nothing to show.
pub(super) fn chart_without_data(lack: &ChartLack) -> Saying {
    let (message, label, help) = match lack {
        ChartLack::Figures { indicator } => (
            format!("there are no figures of {} to draw", quoted(indicator)),
            "no figures",
            "check the indicator and the years, or add figures to `indicators.yaml`",
        ),
        ChartLack::Benchmark { indicator } => (
            format!(
                "{} has no benchmark for any of its periods, so there is no gap to draw",
                quoted(indicator)
            ),
            "no benchmark",
            "name its benchmark under `benchmarks` in `indicators.yaml`, or in the chart as `benchmark`",
        ),
        ChartLack::TwoPeriods { indicator } => (
            format!("{} has no figure for one of the two periods to compare", quoted(indicator)),
            "a figure is missing",
            "make `from` and `to` periods that have figures, or add the figures to `indicators.yaml`",
        ),
        ChartLack::Bridge { indicator } => (
            format!("there is no change of {} that can be broken down in public", quoted(indicator)),
            "no contributions",
            "write what contributed under `bridges` in `indicators.yaml`; the figures at both ends must be public",
        ),
        ChartLack::Indicators => (
            "this chart has no indicator to draw".to_owned(),
            "no indicators",
            "write `indicators: [roe, …]`, or list the indicators of the case in `case.yaml`",
        ),
        ChartLack::Milestones => (
            "this case has no milestones for a timeline".to_owned(),
            "no milestones",
            "write dates and events under `milestones` in `case.yaml`, or delete the chart",
        ),
    };
    Saying::new(message, label, format!("{help}; until then a sentence stands in its place"))
}

pub(super) fn no_figure(indicator: &str, period: &str, reason: NoFigure, have: &[String]) -> Saying {
    let name = quoted(indicator);
    let there_is = |what: &str, file: &str| {
        if have.is_empty() {
            format!("add it to {file}, or write the sentence without it")
        } else {
            format!("{what}: {}; use one of them, or add it to {file}", listed(have, SEPARATOR))
        }
    };
    let (message, label, help) = match reason {
        NoFigure::Absent => (
            format!("there is no {name} for {period}"),
            "no such figure",
            there_is("there are figures for", "`indicators.yaml`"),
        ),
        NoFigure::NotAvailable => (
            format!("{name} for {period} is marked as not available"),
            "not available",
            "speak of another period, or write the sentence without it".to_owned(),
        ),
        NoFigure::NotDisclosed => (
            format!("{name} for {period} is not disclosed"),
            "not disclosed",
            "write the sentence without it; it can come back when the figure is public".to_owned(),
        ),
        NoFigure::CaseNotPublished => (
            "the case whose figure this is has not been published".to_owned(),
            "not published",
            "publish that case first, or write the sentence without its figure".to_owned(),
        ),
        NoFigure::NoBenchmark => (
            format!("{name} has no benchmark here"),
            "no benchmark",
            format!(
                "add a line `{indicator}: …` under `benchmarks` in `indicators.yaml`, or write the \
                sentence without it"
            ),
        ),
        NoFigure::BenchmarkAbsent => (
            format!("the benchmark of {name} has no value for {period}"),
            "no such value",
            there_is("the benchmark has", "the benchmark's file"),
        ),
        NoFigure::NoTarget => (
            format!("{name} has no target for {period}"),
            "no target",
            there_is("there are targets for", "`targets` in `indicators.yaml`"),
        ),
        NoFigure::BaseNotPositive => (
            format!("{name} starts from zero or less, so neither growth nor multiple can be computed"),
            "no growth rate",
            format!("write `{{{indicator}: change {period}}}` to say by how much it rose or fell"),
        ),
        NoFigure::GrowthOfPercentage => (
            format!("{name} is a percentage, and its growth is not said in percent"),
            "a percentage",
            format!(
                "write `{{{indicator}: change {period}}}`, which says by how many percentage points it \
                rose or fell"
            ),
        ),
        NoFigure::NoGapToClose => (
            format!("{name} had no gap to close at the start"),
            "no gap",
            "write `gap` for where it stands now, or the sentence without it".to_owned(),
        ),
        NoFigure::NoDirection => (
            format!("{name} has no better or worse, so this cannot be judged"),
            "cannot be judged",
            "write `change` instead, or set `direction` in the indicator's file".to_owned(),
        ),
        NoFigure::TooFew => (
            format!("fewer than five enterprises have {name} for {period}, so there is no rank"),
            "too few",
            "give the value itself, or write the sentence without it".to_owned(),
        ),
    };
    Saying::new(message, label, help)
}
