//! The picture that stands for a case where its address is shared: its title, whose it is, and its lead figure.
//!
//! Messengers and networks show it as wide as a phone at best, so there is little in it, and that is large.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Headline;
use super::desk::Seat;
use crate::base::{Lang, escape};
use crate::chart::{TEXT_SIZE, text};
use crate::media::font_family;
use crate::model::{Case, Text};
use crate::theme::Colour;

/// Its width in pixels: what networks ask for.
pub const WIDTH: u32 = 1200;
/// Its height in pixels.
pub const HEIGHT: u32 = 630;

const RIGHT: f64 = 1200.0;
const BOTTOM: f64 = 630.0;
/// Where words begin, and as far from the other edge they end.
const MARGIN: f64 = 72.0;
/// How wide a line may be.
const ROOM: f64 = RIGHT - 2.0 * MARGIN;
/// The baselines of the site’s name and of the enterprise’s.
const TOP: (f64, f64) = (68.0, 120.0);
/// Where the ground of the lead figure begins.
const GROUND: f64 = 404.0;
/// Where the edge begins that is there instead.
const EDGE: f64 = BOTTOM - 20.0;

/// The picture of a case in the language of its page, as SVG.
pub fn drawing(seat: &Seat<'_, '_>, case: &Case, text: &Text) -> String {
    let book = seat.book();
    let headline = seat.headline(case).map(|(_, shown)| shown);
    let [paper, ink, faint, accent] = [Colour::Paper, Colour::Ink, Colour::Faint, Colour::Accent]
        .map(|colour| seat.desk.theme.colour(colour));
    let bottom = if headline.is_some() { GROUND } else { EDGE };
    let mut sheet = Sheet::new(seat.lang);
    sheet.area(0.0, BOTTOM, paper);
    sheet.area(bottom, BOTTOM, accent);
    sheet.one_line(TOP.0, Style::small(26.0, faint), seat.text(&book.site.title));
    let enterprise = seat.text(&book.enterprise(&case.enterprise).name);
    sheet.one_line(TOP.1, Style::small(34.0, accent), enterprise);
    let subtitle = text.prose.subtitle.as_deref().unwrap_or_default();
    let (from, to) = (TOP.1 + 16.0, bottom - 20.0);
    Heading::of(&sheet, &text.prose.title, subtitle, to - from).write(
        &mut sheet,
        f64::midpoint(from, to),
        ink,
    );
    if let Some(headline) = headline {
        figure(&mut sheet, headline, paper);
    }
    sheet.finish()
}

/// What the picture says, for those who cannot see it.
pub fn words(seat: &Seat<'_, '_>, case: &Case, text: &Text) -> String {
    let enterprise = seat.text(&seat.book().enterprise(&case.enterprise).name);
    let mut said = vec![text.prose.title.clone(), enterprise.to_owned()];
    if let Some((_, shown)) = seat.headline(case) {
        said.push(format!("{} {}", shown.indicator, shown.value));
        said.extend([&shown.change, &shown.benchmark].into_iter().filter(|words| !words.is_empty()).cloned());
    }
    said.join(" · ")
}

/// A title with what explains it.
struct Heading {
    size: f64,
    title: Vec<String>,
    subtitle: Vec<String>,
}

/// Sizes of a title, and in how many lines at most it is set in each.
const SIZES: [(f64, usize); 6] = [(84.0, 1), (80.0, 2), (68.0, 2), (60.0, 3), (52.0, 3), (46.0, 4)];
/// No title is set smaller than this for a subtitle.
const WORTH: f64 = 52.0;
/// From one line of a title to the next, as a part of its size.
const LEADING: f64 = 1.22;
/// Size of a subtitle, from one line of it to the next, and what is between it and the title.
const SUBTITLE: (f64, f64, f64) = (34.0, 46.0, 14.0);

impl Heading {
    /// As large as it can be in a room of that height: with the subtitle, else without.
    fn of(sheet: &Sheet, title: &str, subtitle: &str, room: f64) -> Self {
        let set = |(size, most): (f64, usize), subtitle: &[String]| Self {
            size,
            title: sheet.fold(Style::large(size, ""), title, ROOM, most),
            subtitle: subtitle.to_vec(),
        };
        let explained = sheet.fold(Style::small(SUBTITLE.0, ""), subtitle, ROOM, 2);
        let explained = if is_whole(&explained, subtitle) { explained } else { Vec::new() };
        let with = SIZES.into_iter().filter(|(size, _)| *size >= WORTH).map(|size| set(size, &explained));
        let without = SIZES.into_iter().map(|size| set(size, &[]));
        with.chain(without)
            .find(|heading| is_whole(&heading.title, title) && heading.height() <= room)
            .unwrap_or_else(|| set(SIZES[SIZES.len() - 1], &[]))
    }

    fn height(&self) -> f64 {
        let between = if self.subtitle.is_empty() { 0.0 } else { SUBTITLE.2 };
        high(&self.title, self.size * LEADING) + between + high(&self.subtitle, SUBTITLE.1)
    }

    fn write(&self, sheet: &mut Sheet, middle: f64, colour: &str) {
        let step = self.size * LEADING;
        let mut y = middle - self.height() / 2.0 - (step - self.size) / 2.0 - 0.12 * self.size;
        for line in &self.title {
            y += step;
            sheet.line(MARGIN, y, Style::large(self.size, colour), line);
        }
        y += SUBTITLE.2 + 0.12 * self.size;
        for line in &self.subtitle {
            y += SUBTITLE.1;
            sheet.line(MARGIN, y, Style::small(SUBTITLE.0, colour), line);
        }
    }
}

/// How high so many lines are.
#[expect(clippy::cast_precision_loss, reason = "they are few")]
fn high(lines: &[String], step: f64) -> f64 {
    lines.len() as f64 * step
}

/// Whether nothing of the words is cut off.
fn is_whole(folded: &[String], words: &str) -> bool {
    let kept = folded.iter().flat_map(|line| line.chars()).filter(|c| !c.is_whitespace());
    kept.eq(words.chars().filter(|c| !c.is_whitespace()))
}

/// How large a figure may be, and how wide.
const FIGURE: (f64, f64) = (112.0, 520.0);

/// What the case is about in one number, with what became of it to its right.
fn figure(sheet: &mut Sheet, headline: &Headline, colour: &str) {
    let between = if sheet.lang.is_chinese() { "·" } else { " · " };
    let label = [&*headline.indicator, between, &*headline.period].concat();
    sheet.one_line(GROUND + 58.0, Style::small(28.0, colour), &label);
    let wide = sheet.width(Style::large(FIGURE.0, ""), &headline.value);
    let size = (FIGURE.0 * (FIGURE.1 / wide).min(1.0)).floor().max(44.0);
    let value = Style::large(size, colour);
    let centre = GROUND + 134.0;
    sheet.line(MARGIN, centre + 0.36 * size, value, &headline.value);
    let beside = MARGIN + sheet.width(value, &headline.value) + 44.0;
    let room = (RIGHT - MARGIN - beside).max(0.0);
    let set = |size| {
        let style = Style::small(size, colour);
        let said = [&headline.change, &headline.benchmark];
        let lines: Vec<String> =
            said.into_iter().flat_map(|words| sheet.fold(style, words, room, 2)).collect();
        (style, lines)
    };
    // On two lines they are read at a glance.
    let (style, lines) = [28.0, 26.0, 24.0]
        .into_iter()
        .map(set)
        .find(|(_, lines)| lines.len() < 3)
        .unwrap_or_else(|| set(26.0));
    let step = (1.42 * style.size).round();
    let mut y = centre - (high(&lines, step) - step) / 2.0 + 0.36 * style.size;
    for line in lines {
        sheet.line(beside, y, style, &line);
        y += step;
    }
}

/// How words look.
#[derive(Clone, Copy)]
struct Style<'c> {
    size: f64,
    bold: bool,
    colour: &'c str,
}

impl<'c> Style<'c> {
    fn small(size: f64, colour: &'c str) -> Self {
        Self { size, bold: false, colour }
    }

    fn large(size: f64, colour: &'c str) -> Self {
        Self { size, bold: true, colour }
    }
}

/// A sheet of paper that is written on.
struct Sheet {
    svg: String,
    lang: Lang,
}

impl Sheet {
    fn new(lang: Lang) -> Self {
        let (tag, fonts) = (lang.html(), font_family(lang));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" xml:lang=\"{tag}\" \
             font-family=\"{fonts}\">"
        );
        Self { svg, lang }
    }

    fn finish(mut self) -> String {
        self.svg.push_str("</svg>");
        self.svg
    }

    /// Paints everything from one height down to another.
    fn area(&mut self, top: f64, bottom: f64, colour: &str) {
        let written = write!(self.svg, "<path d=\"M0 {top}H{RIGHT}V{bottom}H0z\" fill=\"{colour}\"/>");
        written.expect("a string can be written to");
    }

    fn line(&mut self, x: f64, baseline: f64, style: Style<'_>, words: &str) {
        let weight = if style.bold { 700 } else { 400 };
        let Style { size, colour, .. } = style;
        let written = write!(
            self.svg,
            "<text x=\"{x:.0}\" y=\"{baseline:.0}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">"
        );
        written.expect("a string can be written to");
        escape::push(&mut self.svg, words);
        self.svg.push_str("</text>");
    }

    /// A line that begins at the margin, cut off where there is no more room.
    fn one_line(&mut self, baseline: f64, style: Style<'_>, words: &str) {
        let words = text::cut(words, ROOM / self.scale(style));
        self.line(MARGIN, baseline, style, &words);
    }

    /// How wide words will be, about.
    fn width(&self, style: Style<'_>, words: &str) -> f64 {
        text::width(words) * self.scale(style)
    }

    fn fold(&self, style: Style<'_>, words: &str, room: f64, lines: usize) -> Vec<String> {
        let folded = text::balanced(words, room / self.scale(style), lines);
        folded.into_iter().map(Cow::into_owned).collect()
    }

    /// Pixels to a unit of [`text::width`]. Han characters are as wide in all fonts, and in bold. Of other letters it takes
    /// the widest of many fonts; those of ours are narrower, and the margin has room for the few that are not.
    fn scale(&self, style: Style<'_>) -> f64 {
        let letters = if self.lang.is_chinese() || style.bold { 1.0 } else { 0.92 };
        style.size / TEXT_SIZE * letters
    }
}

#[cfg(test)]
mod tests {
    use super::{Heading, ROOM, SIZES, Sheet, Style};
    use crate::base::Lang;

    /// The height that a title has above a figure.
    const HIGH: f64 = 248.0;

    fn set(lang: Lang, title: &str, subtitle: &str) -> String {
        let heading = Heading::of(&Sheet::new(lang), title, subtitle, HIGH);
        format!("{} {} / {}", heading.size, heading.title.join("|"), heading.subtitle.join("|"))
    }

    #[test]
    fn a_title_is_as_large_as_it_can_be_and_broken_where_a_clause_ends() {
        assert_eq!(
            set(Lang::ZH, "一条轧线的三年", "华岚热轧厂怎样学会不再等待"),
            "84 一条轧线的三年 / 华岚热轧厂怎样学会不再等待"
        );
        assert_eq!(
            set(Lang::ZH, "建设世界一流企业：精益管理驱动净资产收益率持续提升", ""),
            "80 建设世界一流企业：精益管理|驱动净资产收益率持续提升 / "
        );
        assert_eq!(
            set(Lang::EN, "Ships wait for boxes, boxes wait for trucks", "A thousand kilometers more"),
            "68 Ships wait for boxes,|boxes wait for trucks / A thousand kilometers more"
        );
    }

    #[test]
    fn a_long_title_takes_the_room_of_the_subtitle_and_only_a_longer_one_is_cut_off() {
        let title = "以价值创造为导向、以数字化转型为抓手、以管理提升为保障的热轧产线全流程降本增效与绿色低碳协同改善实践";
        let long = set(Lang::ZH, title, "副标题");
        assert!(!long.contains('…') && long.ends_with(" / "), "{long}");
        let longer = set(Lang::ZH, &title.repeat(3), "副标题");
        assert!(longer.starts_with("46 ") && longer.ends_with("… / "), "{longer}");
    }

    #[test]
    fn no_heading_is_larger_than_its_room() {
        for (lang, word) in [(Lang::ZH, "价"), (Lang::EN, "value "), (Lang::EN, "W")] {
            let sheet = Sheet::new(lang);
            for (length, subtitle) in (0..120).flat_map(|length| [(length, 0), (length, 20), (length, 90)]) {
                let heading = Heading::of(&sheet, &word.repeat(length), &word.repeat(subtitle), HIGH);
                assert!(heading.height() <= HIGH, "{word} {length} {subtitle}");
                assert!(heading.size >= SIZES[SIZES.len() - 1].0);
                let style = Style::large(heading.size, "");
                assert!(heading.title.iter().all(|line| sheet.width(style, line) <= ROOM), "{word} {length}");
            }
        }
    }
}
