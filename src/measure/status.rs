//! Whether a subject is on course for its target, by one stated rule.

use super::benchmark::BenchmarkSeries;
use super::gap::{self, distance};
use super::series;
use crate::base::{Decimal, Lang, Period};
use crate::model::{Direction, Figures, Indicator, Target, TargetPath};

/// How a subject stands against its target, and against its benchmark once it is past it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Status {
    /// The benchmark is passed, and the subject is not behind on its own way.
    Overtaken,
    /// The target is reached.
    Reached,
    /// Further than the way to the target asks for.
    Ahead,
    /// On the way to the target, within the tolerance.
    OnCourse,
    /// Less far than the way to the target asks for.
    Behind,
    /// Not enough is known, or nothing says what is better.
    NotAssessable,
}

impl Status {
    /// All of them, the best first.
    pub const ALL: [Self; 6] =
        [Self::Overtaken, Self::Reached, Self::Ahead, Self::OnCourse, Self::Behind, Self::NotAssessable];

    /// Its name in files and class names.
    pub fn id(self) -> &'static str {
        match self {
            Self::Overtaken => "overtaken",
            Self::Reached => "reached",
            Self::Ahead => "ahead",
            Self::OnCourse => "on-course",
            Self::Behind => "behind",
            Self::NotAssessable => "not-assessable",
        }
    }

    /// Its name for readers.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang.is_chinese()) {
            (Self::Overtaken, true) => "已超越对标",
            (Self::Overtaken, false) => "benchmark overtaken",
            (Self::Reached, true) => "已达标",
            (Self::Reached, false) => "target reached",
            (Self::Ahead, true) => "快于进度",
            (Self::Ahead, false) => "ahead of schedule",
            (Self::OnCourse, true) => "符合进度",
            (Self::OnCourse, false) => "on course",
            (Self::Behind, true) => "落后进度",
            (Self::Behind, false) => "behind schedule",
            (Self::NotAssessable, true) => "无法评价",
            (Self::NotAssessable, false) => "not assessable",
        }
    }

    /// What it means, in a line.
    pub fn explanation(self, lang: Lang) -> &'static str {
        match (self, lang.is_chinese()) {
            (Self::Overtaken, true) => "数值已优于对标值，且不落后于自己的目标进度。",
            (Self::Overtaken, false) => {
                "Better than the benchmark, and not behind on the way to its own target."
            }
            (Self::Reached, true) => "数值已达到或优于目标值。",
            (Self::Reached, false) => "As good as the target, or better.",
            (Self::Ahead, true) => "与目标的距离比目标路径上该时点应剩的距离短，相差超过十分之一。",
            (Self::Ahead, false) => {
                "Closer to the target than the path asks for, by more than a tenth of the distance still due."
            }
            (Self::OnCourse, true) => {
                "与目标的距离和目标路径上该时点应剩的距离相差不超过十分之一，或数值在规定的区间之内。"
            }
            (Self::OnCourse, false) => {
                "Within a tenth of the distance still due on the path to the target, or inside the band to be held."
            }
            (Self::Behind, true) => {
                "与目标的距离比目标路径上该时点应剩的距离长，相差超过十分之一，或数值在规定的区间之外。"
            }
            (Self::Behind, false) => {
                "Further from the target than the path asks for, by more than a tenth of the distance still due, or \
                 outside the band to be held."
            }
            (Self::NotAssessable, true) => "数据不足，或该指标不区分优劣。",
            (Self::NotAssessable, false) => "Too little is known, or the indicator has no better and worse.",
        }
    }
}

/// The whole rule in words, for the page on method.
pub fn rule(lang: Lang) -> &'static str {
    if lang.is_chinese() {
        "从基期值到目标值按时间均匀推进，画一条直线，直线上每个时点离目标还剩多远，就是该时点“应剩的距离”。\
         实际剩余距离与应剩距离相差不超过十分之一的，为“符合进度”；更短的为“快于进度”，更长的为“落后进度”；\
         达到或优于目标值的为“已达标”。数值优于对标值、且不落后于进度的，为“已超越对标”；限值和自身过去的水平不在此列。\
         要求保持在某一水平或区间的指标，在区间之内即为“符合进度”。\
         数据不足或不区分优劣的，为“无法评价”。判断一律按未经修约的数值进行。"
    } else {
        "A straight line runs from the baseline value to the target value, by the same amount each month; what it \
         leaves to the target at a point in time is the distance still due. Within one tenth of that distance a value \
         is on course; closer to the target it is ahead of schedule, further away behind schedule; as good as the \
         target or better, it has reached it. A value that is better than the benchmark, and not behind schedule, has \
         overtaken it; a limit, or a level of one’s own past, is not overtaken. An indicator that is to be held at a \
         level or within a range is on course inside its band. Where too little is known, or nothing says what is \
         better, the status is not assessable. All of this is judged on the unrounded figures."
    }
}

/// A status and what it rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// The status.
    pub status: Status,
    /// The latest period with a known value, for which it holds.
    pub at: Period,
    /// That value.
    pub value: Decimal,
    /// The distance that the path leaves to the target at that period. None without a path.
    pub due: Option<Decimal>,
    /// The target that the path leads to: the next one that is due, else the last.
    pub target: Option<(Period, Decimal)>,
}

/// How the subject of `figures` stands on `indicator` at its latest known value, against the benchmark that is set for it.
/// None without any value.
pub fn assess(
    indicator: &Indicator,
    figures: &Figures,
    benchmark: Option<&BenchmarkSeries<'_>>,
) -> Option<Assessment> {
    let own = figures.observations.get(&indicator.id)?;
    let (at, value) = series::latest(own)?;
    let target = figures.targets.get(&indicator.id);
    let start = target
        .and_then(|target| target.baseline)
        .or_else(|| gap::baseline(None, own, None, at))
        .filter(|start| start.grain() == at.grain())
        .and_then(|period| Some((period, series::at(own, period)?)));
    // A limit is kept and one's own past left behind: neither is overtaken. A level to be held may be any of them.
    let held = matches!(indicator.direction, Direction::Hold { .. });
    let reference = benchmark.filter(|b| held || b.is_rival(&indicator.direction)).and_then(|b| b.at(at));
    Some(judge(indicator, (at, value), start, target, reference))
}

/// The rule itself, for one value. `start` is the baseline and its value, `benchmark` the benchmark's value at `at`.
pub fn judge(
    indicator: &Indicator,
    (at, value): (Period, Decimal),
    start: Option<(Period, Decimal)>,
    target: Option<&Target>,
    benchmark: Option<Decimal>,
) -> Assessment {
    let direction = &indicator.direction;
    let held = held_at(target, benchmark, at);
    let target = target.and_then(|target| next(target, at));
    let goal = if matches!(direction, Direction::Hold { .. }) { held } else { target.map(|(_, goal)| goal) };
    let left = distance(direction, value, goal);
    let due = start.zip(target).and_then(|((from, began), (to, _))| {
        let whole = distance(direction, began, goal)?.max(Decimal::ZERO);
        still_due(whole, from, at, to)
    });

    let banded = matches!(direction, Direction::Hold { .. } | Direction::Range { .. });
    let own = match (left, due) {
        (Some(left), _) if left <= Decimal::ZERO && banded => Status::OnCourse,
        (Some(left), _) if left <= Decimal::ZERO => Status::Reached,
        (Some(left), Some(due)) => against(left, due),
        // Outside its band without a path that would allow it, or past the date of the target however it began.
        (Some(_), None) if banded || target.is_some_and(|(to, _)| to <= at) => Status::Behind,
        (Some(_), None) | (None, _) => Status::NotAssessable,
    };
    let passed = matches!(direction, Direction::Increase | Direction::Decrease)
        && distance(direction, value, benchmark).is_some_and(|gap| gap < Decimal::ZERO);
    let status = if passed && own != Status::Behind { Status::Overtaken } else { own };
    Assessment { status, at, value, due, target }
}

/// What a value is to be held at: its next target where it has one, else its benchmark.
pub(super) fn held_at(target: Option<&Target>, benchmark: Option<Decimal>, at: Period) -> Option<Decimal> {
    target.and_then(|target| next(target, at)).map(|(_, goal)| goal).or(benchmark)
}

fn against(left: Decimal, due: Decimal) -> Status {
    let tolerance = due / Decimal::TEN;
    match left.checked_sub(due) {
        None => Status::NotAssessable,
        Some(excess) if excess.abs() <= tolerance => Status::OnCourse,
        Some(excess) if excess < Decimal::ZERO => Status::Ahead,
        Some(_) => Status::Behind,
    }
}

/// What a straight path over `whole` leaves at a point in time. None before it begins, and for a target that lies
/// before its own baseline.
fn still_due(whole: Decimal, from: Period, at: Period, to: Period) -> Option<Decimal> {
    let length = months(to).checked_sub(months(from)).filter(|length| *length > 0)?;
    let gone = months(at).checked_sub(months(from)).filter(|gone| *gone >= 0)?;
    let left = Decimal::from((length - gone).max(0));
    whole.checked_mul(left)?.checked_div(Decimal::from(length))
}

/// The target that is due next, seen from `at`, else the last. Only targets for periods of the same length count.
pub fn next(target: &Target, at: Period) -> Option<(Period, Decimal)> {
    let TargetPath::Linear = target.path;
    let mut comparable = target.values.iter().filter(|(period, _)| period.grain() == at.grain());
    let due = comparable.clone().find(|(period, _)| **period >= at).or_else(|| comparable.next_back())?;
    Some((*due.0, *due.1))
}

/// Months from the beginning of the calendar to the end of a period.
fn months(period: Period) -> i64 {
    i64::from(period.year()) * 12 + i64::from(period.last_month())
}

#[cfg(test)]
mod tests {
    use super::{Status, assess, judge};
    use crate::base::Lang;
    use crate::measure::sample::{figures, id, indicator, period, series, target, value};
    use crate::model::{Direction, Figures, Unit};

    /// Judged at 2024, with a baseline in 2021 and a target for 2025 where they are given.
    fn status(direction: Direction, own: &str, baseline: &str, aim: &str, benchmark: &str) -> Status {
        let given = |text: &str| (!text.is_empty()).then(|| value(text));
        let target = (!aim.is_empty()).then(|| target(Some("2021"), &[("2025", aim)]));
        judge(
            &indicator(Unit::Percent, 1, direction),
            (period("2024"), value(own)),
            given(baseline).map(|began| (period("2021"), began)),
            target.as_ref(),
            given(benchmark),
        )
        .status
    }

    #[test]
    fn the_path_decides() {
        use Direction::{Decrease, Increase, None};
        use Status::{Ahead, Behind, NotAssessable, OnCourse, Overtaken, Reached};
        // From 6 to 10 in four years: after three, 1 is still due, and a tenth of that is 0.1.
        for (direction, own, baseline, aim, benchmark, expected) in [
            (Increase, "9.0", "6", "10", "", OnCourse),
            (Increase, "9.1", "6", "10", "", OnCourse),
            (Increase, "9.11", "6", "10", "", Ahead),
            (Increase, "8.9", "6", "10", "", OnCourse),
            (Increase, "8.89", "6", "10", "", Behind),
            (Increase, "5", "6", "10", "", Behind),
            (Increase, "10", "6", "10", "", Reached),
            (Increase, "12", "6", "10", "12", Reached),
            (Increase, "12", "6", "10", "11", Overtaken),
            (Increase, "9", "6", "10", "8", Overtaken),
            (Increase, "8", "6", "10", "7", Behind),
            (Increase, "9", "6", "10", "20", OnCourse),
            // Zero and negative values are values like any others.
            (Increase, "0", "-3", "1", "", OnCourse),
            (Increase, "-1", "-4", "0", "", OnCourse),
            (Increase, "-4", "-4", "0", "", Behind),
            // Debt.
            (Decrease, "61", "64", "60", "", OnCourse),
            (Decrease, "60.5", "64", "60", "", Ahead),
            (Decrease, "63", "64", "60", "", Behind),
            (Decrease, "60", "64", "60", "", Reached),
            (Decrease, "50", "64", "60", "52", Overtaken),
            // Nothing to go: the baseline is as good as the target, or better.
            (Increase, "10", "10", "10", "", Reached),
            (Increase, "9", "10", "10", "", Behind),
            (Increase, "9", "12", "10", "", Behind),
            // Without a target the benchmark can still be passed; without anything there is nothing to say.
            (Increase, "9", "6", "", "8", Overtaken),
            (Increase, "9", "6", "", "10", NotAssessable),
            (Increase, "9", "", "10", "", NotAssessable),
            (Increase, "10", "", "10", "", Reached),
            (Increase, "9", "6", "", "", NotAssessable),
            (None, "9", "6", "10", "8", NotAssessable),
            (Increase, "-7e28", "-7e28", "7e28", "7e28", NotAssessable),
        ] {
            let found = status(direction.clone(), own, baseline, aim, benchmark);
            assert_eq!(found, expected, "{direction:?} {own} from {baseline} to {aim} past {benchmark}");
        }
    }

    #[test]
    fn inside_its_band_a_value_is_on_course() {
        let hold = || Direction::Hold { within: value("1") };
        let range = || Direction::Range { min: value("40"), max: value("65") };
        for (direction, own, baseline, aim, benchmark, expected) in [
            (hold(), "13.3", "", "", "13.5", Status::OnCourse),
            (hold(), "12.4", "", "", "13.5", Status::Behind),
            (hold(), "12.4", "", "13", "20", Status::OnCourse),
            (hold(), "13.3", "", "", "", Status::NotAssessable),
            (range(), "66.3", "", "", "", Status::Behind),
            (range(), "40", "", "", "", Status::OnCourse),
            // Outside, but on a path that leads back: 8 over in 2021, so 2 are still due in 2024.
            (range(), "67", "73", "60", "", Status::OnCourse),
            (range(), "66", "73", "60", "", Status::Ahead),
            (range(), "70", "73", "60", "", Status::Behind),
        ] {
            let found = status(direction.clone(), own, baseline, aim, benchmark);
            assert_eq!(found, expected, "{direction:?} {own} from {baseline} to {aim} at {benchmark}");
        }
    }

    #[test]
    fn the_next_target_counts_and_after_the_last_the_last() {
        let roe = indicator(Unit::Percent, 1, Direction::Increase);
        let aims = target(Some("2021"), &[("2023", "8"), ("2025", "10"), ("2025-H1", "1")]);
        let judged = |at: &str, own: &str| {
            let start = Some((period("2021"), value("6")));
            let found = judge(&roe, (period(at), value(own)), start, Some(&aims), None);
            (found.status, found.target.unwrap().0.to_string())
        };
        assert_eq!(judged("2023", "7.9"), (Status::Behind, "2023".to_owned()));
        assert_eq!(judged("2023", "8"), (Status::Reached, "2023".to_owned()));
        assert_eq!(judged("2024", "9"), (Status::OnCourse, "2025".to_owned()));
        assert_eq!(judged("2026", "9.9"), (Status::Behind, "2025".to_owned()));
        assert_eq!(judged("2020", "5"), (Status::NotAssessable, "2023".to_owned()));
    }

    #[test]
    fn parts_of_a_year_move_the_path_by_months() {
        let roe = indicator(Unit::Percent, 1, Direction::Increase);
        let aims = target(Some("2024-Q1"), &[("2024-Q4", "9")]);
        let start = Some((period("2024-Q1"), value("6")));
        let found = judge(&roe, (period("2024-Q3"), value("8")), start, Some(&aims), None);
        assert_eq!((found.status, found.due), (Status::OnCourse, Some(value("1"))));
    }

    #[test]
    fn a_path_never_leads_from_half_a_year_to_a_year() {
        let roe = indicator(Unit::Percent, 1, Direction::Increase);
        let status = |baseline: &str| {
            let figures = Figures {
                targets: [(id("roe"), target(Some(baseline), &[("2025", "10")]))].into_iter().collect(),
                ..figures(&roe, series(&[("2021-H1", "3"), ("2021", "6"), ("2022", "7"), ("2024", "9")]))
            };
            assess(&roe, &figures, None).unwrap().status
        };
        assert_eq!(status("2021"), Status::OnCourse);
        assert_eq!(status("2021-H1"), Status::NotAssessable);
    }

    #[test]
    fn every_status_has_a_name_and_an_explanation_in_both_languages() {
        for lang in [Lang::ZH, Lang::EN] {
            let mut words: Vec<_> = Status::ALL.iter().map(|status| status.word(lang)).collect();
            assert!(Status::ALL.iter().all(|status| status.explanation(lang).ends_with(['。', '.'])));
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), Status::ALL.len());
        }
    }
}
