//! About choices of figures that could look picked.

use super::SEPARATOR;
use crate::base::problem::{Shift, Skip, Worst};
use crate::base::words::Saying;
use crate::base::words::quote::{listed, quoted};

/// How a reason is written down; `about` is its word.
fn reason(about: &str, indicator: &str) -> String {
    format!("`reasons: [ {{ about: {about}, indicator: {indicator}, reason: {{ zh: …, en: why }} }} ]`")
}

pub(super) fn base_year(indicator: &str, base: &str, worst: Worst, [first, last]: [&str; 2]) -> Saying {
    let end = match worst {
        Worst::Lowest => "the lowest value",
        Worst::Highest => "the highest value",
        Worst::Furthest => "the value furthest off",
        Worst::WidestGap => "the widest gap",
    };
    Saying::new(
        format!("{} is counted from {base}, which has {end} from {first} to {last}", quoted(indicator)),
        "counted from the worst",
        format!(
            "count from {first} or from an ordinary year; if there is a reason, tell readers in `case.yaml`: {}",
            reason("base-year", indicator)
        ),
    )
}

pub(super) fn skipped(indicator: &str, skipped: &[String], how: Skip) -> Saying {
    let periods = listed(skipped, SEPARATOR);
    let (message, label, first) = match how {
        Skip::Between => (
            format!(
                "the text gives {} for several periods and leaves out {periods}, which was worse",
                quoted(indicator)
            ),
            "a worse period is left out",
            format!("name {periods} as well, or add a trend chart that covers these years"),
        ),
        Skip::After => (
            format!("this chart ends before {} got worse: {periods}", quoted(indicator)),
            "worse afterwards",
            "delete `to` so that the chart runs to the latest figure".to_owned(),
        ),
        Skip::Missing => (
            format!("the figures of {} lack {periods}, with no word why", quoted(indicator)),
            "a hole in the data",
            "add them to `indicators.yaml`, or write `{ value: null, note: { zh: …, en: why } }` there"
                .to_owned(),
        ),
    };
    let reason = reason("years-skipped", indicator);
    Saying::new(message, label, format!("{first}; or tell readers why in `case.yaml`: {reason}"))
}

pub(super) fn only_improved(worsened: &[String]) -> Saying {
    let names: Vec<String> = worsened.iter().map(|id| quoted(id)).collect();
    let names = listed(&names, SEPARATOR);
    Saying::new(
        format!("everything this case shows has improved, but it leaves out what got worse: {names}"),
        "only what improved is shown",
        format!(
            "add {names} to `indicators` and tell it as it is; if it has nothing to do with the case, tell readers in \
             `case.yaml`: `reasons: [ {{ about: only-improved, reason: {{ zh: …, en: why }} }} ]`"
        ),
    )
}

pub(super) fn benchmark(indicator: &str, how: &Shift) -> Saying {
    let reason = reason("benchmark-changed", indicator);
    match how {
        Shift::Several { benchmarks } => {
            let names: Vec<String> = benchmarks.iter().map(|id| quoted(id)).collect();
            Saying::new(
                format!(
                    "one case holds {} against different benchmarks: {}",
                    quoted(indicator),
                    listed(&names, SEPARATOR)
                ),
                "another benchmark",
                format!(
                    "use one of them throughout; if it takes both, tell readers why in `case.yaml`: {reason}"
                ),
            )
        }
        Shift::Peers { benchmark, then, now } => Saying::new(
            format!(
                "benchmark {} of {} is taken over different peers: {} in {}, {} in {}",
                quoted(benchmark),
                quoted(indicator),
                then.1,
                then.0,
                now.1,
                now.0
            ),
            "other peers",
            format!(
                "add the figures that are missing, or take those enterprises out of `peers`; if it is meant like this, \
                 say so in the benchmark's `comparability`, or in `case.yaml`: {reason}"
            ),
        ),
    }
}

pub(super) fn unneeded(about: &str, indicator: Option<&str>) -> Saying {
    let of = indicator.map_or_else(String::new, |id| format!(" for {}", quoted(id)));
    Saying::new(
        format!("this reason about {}{of} explains nothing", quoted(about)),
        "not needed",
        "the figures no longer hold such a choice, so delete it; if the indicator is a slip, write the one that the \
         warning names",
    )
}
