//! What happened when: the milestones of a case before the stages of the campaign.

use super::table::{Cell, Table};
use super::trend::stages;
use super::{Body, Figure, html};
use crate::base::{Localized, Period, escape};
use crate::chart::timeline::{self, Stretch, svg};
use crate::measure::sentence;
use crate::measure::write::csv::{Csv, Field};
use crate::measure::write::{self, period_range};
use crate::model::{Case, Milestone};
use crate::view::Html;
use crate::view::desk::Seat;

/// The figure; `None` where the case has no milestone.
pub fn timeline(
    seat: &Seat<'_, '_>,
    case: &Case,
    id: &str,
    title: Option<&Localized<String>>,
) -> Option<Html> {
    let mut milestones: Vec<&Milestone> = case.milestones.iter().collect();
    milestones.sort_by(|a, b| a.date.begins().total_cmp(&b.date.begins()));
    milestones.first()?;
    let chart = timeline::Timeline {
        stages: stages(seat),
        period: case.period.map(|period| Stretch {
            from: period.from.begins(),
            to: period.to.ends(),
            label: seat.phrase("figure_case_period", &period_range(period, seat.lang)).into(),
        }),
        milestones: milestones
            .iter()
            .map(|m| timeline::Milestone {
                at: m.date.position(),
                date: write::period(m.date, seat.lang).into(),
                text: seat.text(&m.text).into(),
            })
            .collect(),
    };
    let mut table = Table::new([seat.word("figure_date"), seat.word("figure_event")]);
    for milestone in &milestones {
        let (text, lang) = milestone.text.pick(seat.lang);
        let foreign = if lang == seat.lang { "" } else { lang.html() };
        let words = super::evidence::anchor("", text, foreign);
        table.row([Cell::html(time(seat, milestone.date)), Cell::html(words)]);
    }
    let subtitle = case.period.map_or_else(
        || seat.text(seat.book().enterprise(&case.enterprise).label()).to_owned(),
        |period| {
            let enterprise = seat.text(seat.book().enterprise(&case.enterprise).label());
            format!("{enterprise} · {}", period_range(period, seat.lang))
        },
    );
    let body = Body {
        subtitle,
        drawing: svg(&chart),
        sentence: sentence::timeline(&milestones, seat.lang),
        table: Some(table),
        ..Body::default()
    };
    let title = title.map_or_else(|| seat.word("timeline_title"), |title| seat.text(title));
    let figure = Figure { id, kind: "timeline", title, body: &body };
    Some(html(seat, &figure, || csv(seat, &milestones)))
}

/// A date for people and, where it has one, in the form for machines.
fn time(seat: &Seat<'_, '_>, date: Period) -> String {
    let words = write::period(date, seat.lang);
    let words = escape::escape(&words);
    // HTML knows years and months, but neither quarters nor half-years.
    if date.is_year() || date.month().is_some() {
        format!("<time datetime=\"{date}\">{words}</time>")
    } else {
        words.into_owned()
    }
}

fn csv(seat: &Seat<'_, '_>, milestones: &[&Milestone]) -> String {
    let mut file = Csv::new([seat.word("figure_date"), seat.word("figure_event")]);
    for milestone in milestones {
        file.row([Field::Text(&milestone.date.to_string()), Field::Text(seat.text(&milestone.text))]);
    }
    file.into_text()
}
