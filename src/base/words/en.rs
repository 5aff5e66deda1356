//! What is said in English: what is wrong in one plain sentence, then what to do about it.
//! Written for somebody who works in Word and Excel and has never programmed.

mod assertion;
mod choice;
mod figure;
mod name;
mod slip;
mod text;
mod yaml;

use super::quote::{listed, quoted, size};
use super::{Count, Saying, home, slip as guess};
use crate::base::Id;
use crate::base::diagnostic::Severity;
use crate::base::problem::{Kind, Problem};

/// Between the items of a list.
const SEPARATOR: &str = ", ";

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

pub(super) fn summary(count: Count) -> String {
    let some = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let counted = [(count.errors, "error"), (count.warnings, "warning"), (count.notes, "note")];
    let parts: Vec<String> = counted.iter().filter(|(n, _)| *n > 0).map(|(n, what)| some(*n, what)).collect();
    if parts.is_empty() {
        return "no problems found".to_owned();
    }
    format!("{} in {}", parts.join(SEPARATOR), some(count.files, "file"))
}

#[expect(clippy::too_many_lines, reason = "a catalogue: one arm for each problem, and none forgotten")]
pub(super) fn say(problem: &Problem) -> Saying {
    use Problem as P;
    let new = |message: String, label: &str, help: &str| Saying::new(message, label, help);
    match problem {
        // Files
        P::FileTooLarge { size: is, limit } => new(
            format!("this file is {}, more than the {} allowed", size(*is), size(*limit)),
            "",
            "split it into several files; keep pictures in the folder `media` instead of pasting them \
            into text",
        ),
        P::EncodingNotUtf8 { guess } => encoding(guess),
        P::NulCharacter => new(
            "this file holds a NUL character, so it may not be plain text".to_owned(),
            "NUL character",
            "it may be a Word document with another ending; copy its text into Notepad and save it with \
            encoding UTF-8",
        ),
        P::FileUnknown { suggestion: Some(name) } => new(
            "nothing uses this file".to_owned(),
            "",
            &format!("did you mean to call it {}? rename it and it will be used", quoted(name)),
        ),
        P::FileUnknown { suggestion: None } => new(
            "nothing uses this file".to_owned(),
            "",
            "move it out of `content` if it is not needed; else compare its name and folder with those \
            of another case",
        ),
        P::FileMissing { name } => new(
            format!("this folder has no {}", quoted(name)),
            "",
            &format!(
                "add {}, for example a copy from a similar folder; delete the folder if it is not needed",
                quoted(name)
            ),
        ),
        P::FileUnreadable { reason } => new(
            format!("this file cannot be opened: {}", quoted(reason)),
            "",
            "close it in other programs and try again; then check that you are allowed to read it",
        ),

        // YAML
        P::YamlMalformed { fault } => yaml::fault(*fault),
        P::YamlDuplicateKey { key } => new(
            format!("{} is written twice", quoted(key)),
            "the second time",
            "keep the right one and delete the other; after copying a line, the part before the colon \
            is easily left unchanged",
        ),
        P::YamlFeatureRefused { feature } => yaml::feature(*feature),
        P::YamlTooDeep { limit } => new(
            format!("this is nested deeper than {limit} levels"),
            "too deep from here",
            "look for a bracket too many, or for lines that each stand further right than the one before",
        ),
        P::YamlTooManyNodes { limit } => new(
            format!("this file has more than {limit} values"),
            "too many from here",
            "split it: every enterprise, indicator and case has a file of its own",
        ),
        P::KeyUnknown { key, suggestion, known } => yaml::key_unknown(key, suggestion.as_deref(), known),
        P::KeyMissing { key } => yaml::key_missing(key),
        P::TypeWrong { expected, found } => yaml::type_wrong(*expected, *found),
        P::ValueUnknown { value, suggestion, allowed } => {
            yaml::value_unknown(value, suggestion.as_deref(), allowed)
        }
        P::TextEmpty => new(
            "there is nothing here yet".to_owned(),
            "empty",
            "write the text, or delete the whole line if it is not needed",
        ),
        P::ListEmpty => new(
            "this needs one item at least".to_owned(),
            "empty",
            "write an item: in a list like `[efficiency]`, by year like `{ 2024: 9.4 }`",
        ),
        P::ListTooLong { most } => new(
            format!("this list may have {most} items at most"),
            "too many",
            &format!("keep the {most} that matter most"),
        ),
        P::ListRepeats { value } => {
            new(format!("{} is in this list twice", quoted(value)), "again", "delete one of the two")
        }
        P::NumberMalformed { text } => slip::number(text),
        P::NumberOutOfRange { text, min, max } => new(
            match max.as_str() {
                "∞" => format!("{} is too small: it should be at least {min}", quoted(text)),
                _ => format!("{} is not between {min} and {max}", quoted(text)),
            },
            "out of range",
            "check for a digit too many or too few, and for the place of the decimal point",
        ),
        P::DateMalformed { text } => slip::date(text),
        P::MomentMalformed { text } => slip::moment(text),
        P::PeriodMalformed { text } => slip::period(text),
        P::PeriodRangeMalformed { text } => slip::range(text),
        P::IdMalformed { text, suggestion } => id_malformed(text, suggestion.as_deref()),
        P::UrlMalformed { text } => new(
            format!("{} is not a full web address", quoted(text)),
            "web address",
            &match guess::url(text) {
                Some(url) => format!("write {}", quoted(&url)),
                None => "copy the whole address from the browser; it starts with `https://` or `http://`"
                    .to_owned(),
            },
        ),
        P::LanguageUnknown { text, languages } => language_unknown(text, languages),
        P::TextUntranslated { language } => new(
            format!("this text is missing in {}", name::language(language)),
            &format!("no `{language}`"),
            &format!(
                "add `{language}: …`; until then pages in {} show it in another language",
                name::language(language)
            ),
        ),
        P::FormatUnsupported { text } => new(
            format!("format version {} cannot be read", quoted(text)),
            "format version",
            "this program reads `casebook: 1`; if the site was made with a newer version, install that one",
        ),
        P::TimeZoneUnknown { text } => new(
            format!("there is no time zone {}", quoted(text)),
            "time zone",
            &match guess::time_zone(text) {
                Some(zone) => format!("write `{zone}`"),
                None => "write continent and city, like `Asia/Shanghai` for all of China or `Europe/London`"
                    .to_owned(),
            },
        ),
        P::CurrencyMalformed { text } => new(
            format!("{} is not a currency code", quoted(text)),
            "currency",
            &match guess::currency(text) {
                Some(code) => format!("write `{code}`"),
                None => {
                    "write three capital letters: `CNY`, `USD`, `EUR`; thousands or millions go into `scale`"
                        .to_owned()
                }
            },
        ),

        // References
        P::ReferenceUnknown { kind, id, suggestion, known } => {
            reference_unknown(*kind, id, suggestion.as_deref(), known)
        }
        P::IdDuplicate { kind, id, first } => new(
            format!("there are two {} called {}", name::kinds(*kind), quoted(id)),
            "used again",
            &format!(
                "the other is in {first}; give one of them another id, and change it wherever it is used"
            ),
        ),
        P::ReferenceToItself { id } => new(
            format!("{} refers to itself", quoted(id)),
            "itself",
            "write another id, or delete this entry",
        ),

        // Figures
        P::CurrencyMissing { indicator } => new(
            format!("{} is money, but no currency is given", quoted(indicator)),
            "no currency",
            "add a line `currency: CNY` at the top of the file",
        ),
        P::CurrencyDiffers { ours, theirs } => new(
            format!("the currencies differ: {ours} here, {theirs} in the benchmark"),
            &format!("in {theirs}"),
            "use a benchmark in the same currency; nothing is converted for you, so write one down at a \
            stated rate if need be",
        ),
        P::ScaleMisplaced { indicator } => new(
            format!("{} is neither money nor a count, so it takes no `scale`", quoted(indicator)),
            "not here",
            "delete `scale` and write the values in the indicator's unit: 9.4% is `9.4`",
        ),
        P::SumOfRatio => new(
            "ratios cannot be added up".to_owned(),
            "a ratio",
            "write `aggregation: none`; only money and counts may say `sum`",
        ),
        P::BenchmarkOfOtherIndicator { benchmark, belongs_to, used_for } => new(
            format!(
                "benchmark {} is for {}, not for {}",
                quoted(benchmark),
                quoted(belongs_to),
                quoted(used_for)
            ),
            &format!("for {}", quoted(belongs_to)),
            &format!("use a benchmark of {}, or delete this entry", quoted(used_for)),
        ),
        P::BenchmarkOfOtherIndustry { benchmark, industry } => new(
            format!(
                "benchmark {} is for industry {}, which this enterprise is not in",
                quoted(benchmark),
                quoted(industry)
            ),
            "another industry",
            "use a benchmark of its own industry; to compare across industries, delete `industry` in \
            the benchmark's file \
             and say why in `comparability`",
        ),
        P::BenchmarkOfFewPeers { indicator, most, fewest } => new(
            format!(
                "this benchmark is computed from the public values of at least {fewest} peers in one period, and {}",
                few_peers(*most)
            ),
            "too few",
            &format!(
                "add enterprises to `peers` that have public values of {}, or write the values with their source \
                under `values`; until then pages say that it was not computed",
                quoted(indicator)
            ),
        ),
        P::ValueNegative { indicator } => new(
            format!("{} cannot be negative, but this value is", quoted(indicator)),
            "negative",
            "check the sign; if it can be negative after all, write `can_be_negative: true` in the \
            indicator's file",
        ),
        P::SourceMissing { indicator, period } => new(
            format!("{} for {period} has no source", quoted(indicator)),
            "no source",
            "write `source: …` at the top of the file for all its figures, or `{ value: …, source: … }` \
            for this one",
        ),
        P::PeriodsUnequal { from, to } => new(
            format!("{from} and {to} are not equally long, so their values cannot be compared"),
            "another length",
            "name two periods of the same length: two years, or the same half of two years, like 2023-H1 and 2024-H1",
        ),
        P::BaselineAbsent { indicator, period } => new(
            format!("the target starts from {period}, but {} has no value then", quoted(indicator)),
            "no value",
            &format!(
                "add the value for {period}, or make `baseline` a period that has one; until then \
                progress cannot be judged"
            ),
        ),
        P::BridgeEndAbsent { indicator, period } => new(
            format!("the bridge needs the value of {} for {period}, and there is none", quoted(indicator)),
            "no value",
            &format!(
                "add the value for {period} under `observations`, or name a period that has one; until then \
                the bridge is not shown"
            ),
        ),
        P::BridgeUnexplained { indicator, change, rest } => new(
            format!(
                "{} changed by {change}, and the contributions leave {rest} of it unexplained",
                quoted(indicator)
            ),
            "mostly unexplained",
            "check the unit of the contributions (`scale` where they are in thousands or millions) and their \
            signs, or add what is missing; what is left is shown as other factors",
        ),
        P::AbsenceUnexplained => new(
            "there is no value here, and no word why".to_owned(),
            "no value",
            "write the value, or `{ value: null, note: { zh: …, en: … } }`; note that `#N/A` pasted \
            from Excel counts as nothing",
        ),
        P::IndicatorWithoutFigures { indicator } => new(
            format!(
                "the case names {} among its indicators, but there are no figures of \
                it",
                quoted(indicator)
            ),
            "no figures",
            "add them to `indicators.yaml` of the case or its enterprise, or take the indicator out here",
        ),
        P::BandsUnordered => new(
            "the bands are not in order".to_owned(),
            "out of order",
            "from `excellent` to `poor` the values must fall; where less is better, they must rise",
        ),

        // Texts
        P::ProseMissing { expected } => new(
            "there is no text yet".to_owned(),
            "",
            &format!("write it in one language at least, in this folder: {}", listed(expected, SEPARATOR)),
        ),
        P::TranslationMissing { language } => new(
            format!("there is no version in {} yet", name::language(language)),
            "",
            &format!(
                "save the translation as `{language}.md` in the same folder; until then readers see the \
                original and a notice"
            ),
        ),
        P::FrontMatterMissing => new(
            "the title lines at the top are missing".to_owned(),
            "should start with `---`",
            "put three lines at the very top: `---`, `title: the title`, `---`; no empty line before them",
        ),
        P::FrontMatterUnclosed => new(
            "the title lines at the top do not end".to_owned(),
            "they start here",
            "after title and summary, before the text, write a line with only `---`",
        ),
        P::CommentUnclosed => new(
            "this comment does not end, so it hides all that follows".to_owned(),
            "the comment starts here",
            "write `-->` at the end of the comment; if it is none, delete the `<!--` here",
        ),
        P::HtmlShownAsText => new(
            "this HTML will be shown as it stands".to_owned(),
            "shown as text",
            "delete what is in angle brackets; write `**bold**` for bold and an empty line between \
            paragraphs; when pasting \
             from Word or a web page, choose to keep text only",
        ),
        P::LinkSchemeRefused { scheme } => text::scheme(scheme),
        P::LinkBroken { target, fault, suggestion } => text::link(target, *fault, suggestion.as_deref()),
        P::LinkToUnpublished { target } => new(
            format!("{} is not public, so readers cannot follow this link", quoted(target)),
            "not public",
            "keep the words and take out the link until it is published",
        ),
        P::AnchorUnknown { anchor, suggestion, known } => new(
            format!("that page has no {}", quoted(&format!("#{anchor}"))),
            "not found",
            &choose(
                suggestion.as_deref(),
                "that page has: ",
                known,
                "no heading of that page has a name yet; write one behind it, like `{#results}`",
            ),
        ),
        P::HeadingIdRepeats { id } => new(
            format!("this page already has a {}", quoted(&format!("#{id}"))),
            "used again",
            "give the heading another name, like `{#results-2}`: links reach only the first of two",
        ),
        P::HeadingIdMalformed { id } => new(
            format!("{} cannot be the name of a heading", quoted(id)),
            "name of a heading",
            "between the braces there can be no spaces and punctuation; lower-case letters are best, like `{#results}`",
        ),
        P::SectionUntranslated { anchor, language } => new(
            format!("the version in {} has no {}", name::language(language), quoted(&format!("#{anchor}"))),
            "not in the other language",
            &format!(
                "add the section to `{language}.md` with `{{#{anchor}}}` behind its heading; if it has \
                another name there, make them the same"
            ),
        ),
        P::HeadingTooHigh => new(
            "this text has a heading of the first level".to_owned(),
            "first level",
            "add a `#`: start with `##`, since the page's own heading is the `title` at the top of the file",
        ),
        P::ImageUnusable { target, fault } => text::image(target, *fault),
        P::ImageAltMissing => new(
            "this picture has no description".to_owned(),
            "no description",
            "say in a sentence what it shows, for readers who cannot see it: in the text \
             `![a steel strip runs through rolls](media/strip.jpg)`, in `case.yaml` under `alt`",
        ),
        P::ClaimMalformed { text, fault } => text::claim_fault(text, *fault),
        P::ClaimWithoutFigure { indicator, period, reason, have } => {
            text::no_figure(indicator, period, *reason, have)
        }
        P::AssertionWrong { said, data, exactly, fault } => {
            assertion::wrong(said, data, exactly.as_deref(), *fault)
        }
        P::FigureUnbound { said, fitting, .. } => figure::unbound(said, fitting.as_ref()),
        P::FiguresDiffer { said, there, other } => figure::differ(said, there, other.as_deref()),
        P::TextsDiffer { other, differing, figures } => figure::texts(other, *differing, *figures),
        P::ChartsDiffer { there, other } => figure::charts(there, *other),
        P::PercentForPoints { said, there } => figure::points(said, there.as_ref()),
        P::TimesMore { said, times, result } => figure::times_more(said, times, result),
        P::TimesLess { said } => figure::times_less(said),
        P::MagnitudeUnshifted { said, there, other } => figure::magnitude(said, there, other),
        P::ChartWithoutData { lack } => text::chart_without_data(lack),

        // Choices of figures
        P::BaseYearWorst { indicator, base, worst, first, last } => {
            choice::base_year(indicator, base, *worst, [first, last])
        }
        P::YearsSkipped { indicator, skipped, how } => choice::skipped(indicator, skipped, *how),
        P::OnlyImprovedShown { worsened } => choice::only_improved(worsened),
        P::BenchmarkChanged { indicator, how } => choice::benchmark(indicator, how),
        P::ReasonUnneeded { about, indicator } => choice::unneeded(about, indicator.as_deref()),

        // Pictures to share
        P::FontMissing { characters, pictures } => text::font(characters, *pictures),

        // Theme
        P::ThemeUnknown { name } => new(
            format!("there is no theme {}", quoted(name)),
            "theme",
            "write `theme: default`, or put the theme's folder into `themes` under this very name",
        ),
        P::TemplateBroken { reason } => new(
            "this template cannot be used".to_owned(),
            "",
            &format!(
                "the template engine says: {}; without this file the built-in template is used",
                one_line(reason)
            ),
        ),
        P::ThemeFileUnused => new(
            "nothing in the theme uses this file".to_owned(),
            "",
            "a file that replaces a built-in one has exactly its name and place; `casebook theme \
            export` gives a copy to compare",
        ),
    }
}

fn encoding(guess: &str) -> Saying {
    let message = match guess {
        "GB18030" | "GBK" | "GB2312" => {
            "this file is in an older Chinese encoding (GB18030), not UTF-8".to_owned()
        }
        "UTF-16" | "UTF-16LE" | "UTF-16BE" => "this file is in UTF-16, not UTF-8".to_owned(),
        _ => "this file is not in UTF-8: some bytes in it are no text".to_owned(),
    };
    Saying::new(
        message,
        "unreadable from here",
        "open it in Notepad, choose Save As, set the encoding to UTF-8 and save over the old file",
    )
}

fn language_unknown(text: &str, languages: &[String]) -> Saying {
    let help = match guess::language(text).filter(|tag| languages.iter().any(|l| l == tag)) {
        Some(tag) => format!("write `{tag}`"),
        None if languages.is_empty() => {
            "write `zh` for Chinese, `en` for English, or the two or three lower-case letters of \
            another language"
                .to_owned()
        }
        None => format!(
            "the site's languages are: {}; to add one, write it into `languages` in `casebook.yaml`",
            listed(languages, SEPARATOR)
        ),
    };
    Saying::new(format!("the site has no language {}", quoted(text)), "no such language", help)
}

fn id_malformed(text: &str, suggestion: Option<&str>) -> Saying {
    let help = if let Some(id) = suggestion {
        format!(
            "write {}: an id has only lower-case letters, digits and hyphens; names of files and \
            folders are ids too",
            quoted(id)
        )
    } else if text.len() > Id::MAX_LEN {
        format!("it is too long: {} characters at most", Id::MAX_LEN)
    } else if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) && !text.is_empty() {
        "this word is kept for something else; take another, for example with `-1` behind it".to_owned()
    } else {
        "an id has only lower-case letters, digits and hyphens, like `hualan-steel`; the name that \
        readers see goes \
         into `name`"
            .to_owned()
    };
    Saying::new(format!("{} cannot be an id", quoted(text)), "id", help)
}

fn reference_unknown(kind: Kind, id: &str, suggestion: Option<&str>, known: &[String]) -> Saying {
    let none = format!("there are none yet; write `{}` first", home(kind, id));
    let help = choose(suggestion, &format!("the {} are: ", name::kinds(kind)), known, &none);
    Saying::new(format!("there is no {} {}", name::kind(kind), quoted(id)), "not found", help)
}

/// What was probably meant, and what there is to choose from; `none` where there is nothing.
fn choose(suggestion: Option<&str>, there_is: &str, known: &[String], none: &str) -> String {
    match (suggestion, known) {
        (_, []) => none.to_owned(),
        (Some(word), _) => format!("did you mean {}? {there_is}{}", quoted(word), listed(known, SEPARATOR)),
        (None, _) => format!("{there_is}{}", listed(known, SEPARATOR)),
    }
}

/// What another program said, without its line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn few_peers(most: usize) -> String {
    match most {
        0 => "none has one".to_owned(),
        1 => "only one has one".to_owned(),
        _ => format!("at most {most} have one"),
    }
}
