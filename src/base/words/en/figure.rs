//! About figures in texts: what they are bound to, what the other language says, and what they seem to say.

use crate::base::SourcePath;
use crate::base::problem::{ChartDifference, Elsewhere, Fitting};
use crate::base::words::Saying;
use crate::base::words::quote::quoted;

pub(super) fn unbound(said: &str, fitting: Option<&Fitting>) -> Saying {
    let help = match fitting {
        Some(Fitting { claim, written }) => format!(
            "the data have {}: write `{claim}`, or `[{}]{claim}` to keep your own words; if something else is meant, \
             write `[{}]{{ok}}`",
            quoted(written),
            plain(said),
            plain(said),
        ),
        None => format!(
            "write the figure from the data, like `{{roe@2024}}`, or hold your own words against it, like \
             `[9.4%]{{roe@2024}}`; if it is no figure of an indicator, write `[{}]{{ok}}`",
            plain(said),
        ),
    };
    Saying::new(format!("{} is bound to no data", quoted(said)), "not bound", help)
}

pub(super) fn differ(said: &str, there: &Elsewhere, other: Option<&str>) -> Saying {
    let place = place(there);
    match other {
        Some(other) => Saying::new(
            format!("this says {}, {place} says {}", quoted(said), quoted(other)),
            "not the same in both languages",
            "check which of the two is right and mend the other; a figure of an indicator is best written as a claim \
             in both, like `{roe@2024}`",
        ),
        None => Saying::new(
            format!("the other language has no {} in this section, which begins at {place}", quoted(said)),
            "only in this language",
            format!(
                "add it there, or take it out here; if it is left out on purpose, write `[{}]{{ok}}`",
                plain(said)
            ),
        ),
    }
}

pub(super) fn texts(other: &SourcePath, differing: usize, figures: usize) -> Saying {
    Saying::new(
        format!(
            "{differing} of the {figures} figures in this text and in `{other}` stand in only one of the two"
        ),
        "hardly the same text",
        "see whether the two are versions of one text, and bring the older one up to date; what still differs then is \
         named one by one",
    )
}

pub(super) fn charts(there: &Elsewhere, other: Option<ChartDifference>) -> Saying {
    let place = place(there);
    let differs = match other {
        None => {
            return Saying::new(
                format!("the other language has no such chart in this section, which begins at {place}"),
                "only in this language",
                "add the same `chart` block there, or take it out here: readers of both languages should see the same",
            );
        }
        Some(ChartDifference::Kind) => "is of another kind",
        Some(ChartDifference::Indicator) => "shows another indicator",
        Some(ChartDifference::Benchmark) => "is held against another benchmark",
        Some(ChartDifference::Period) => "shows other years",
        Some(ChartDifference::Other) => "is set up otherwise",
    };
    Saying::new(
        format!("the chart in the other language, at {place}, {differs}"),
        "not the same in both languages",
        "make the two blocks the same; a title in each language is written `title: { zh: …, en: … }` in both",
    )
}

pub(super) fn points(said: &str, there: Option<&Elsewhere>) -> Saying {
    let why = match there {
        Some(there) => format!("{} says percentage points where this says {}", place(there), quoted(said)),
        None => format!("{} is a change of a percentage, which is told in percentage points", quoted(said)),
    };
    Saying::new(
        why,
        "percent or percentage points?",
        "from 6% to 9% is up 3 percentage points, and up 50%: write `percentage points`, or a claim like \
         `{roe: change 2021..2024}`, which words it for you",
    )
}

pub(super) fn times_more(said: &str, times: &str, result: &str) -> Saying {
    Saying::new(
        format!("some readers take {} as {times} times, others as {result} times as much", quoted(said)),
        "how much is it now?",
        format!(
            "say what it became: `{result} times as high`, or `{times} times as high` if that is what you mean; a \
             claim like `{{total-profit: multiple 2021..2024}}` words it for you"
        ),
    )
}

pub(super) fn times_less(said: &str) -> Saying {
    Saying::new(
        format!("{} says nothing certain: what falls by its whole size once is gone", quoted(said)),
        "of what?",
        "say what is left or what went: `to a quarter`, `by three quarters`, `down 75%`",
    )
}

pub(super) fn magnitude(said: &str, there: &Elsewhere, other: &str) -> Saying {
    Saying::new(
        format!("{} at {} became {} here, with the same digits", quoted(other), place(there), quoted(said)),
        "another order of magnitude",
        "move the decimal point with the word: `1亿` is 100 million, `10亿` is a billion, `1万` is ten thousand, so \
         `51.23亿元` is CNY 5.123 billion",
    )
}

fn place(there: &Elsewhere) -> String {
    format!("`{}:{}`", there.file, there.line)
}

/// Words of the user inside backquotes that are already there.
fn plain(said: &str) -> String {
    quoted(said).trim_matches('`').to_owned()
}
