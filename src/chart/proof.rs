//! Data for tests, and the questions every chart must answer well.

use super::{Bounds, CLASSES, Drawing, Head, KINDS, Shape, Step, Svg, TEXT_SIZE, text};

/// Numbers that look random and are the same every time (Marsaglia's xorshift, 2003).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % end as u64) as usize
    }

    pub(super) fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    /// From 0 to 1.
    pub(super) fn share(&mut self) -> f64 {
        self.below(1_000_001) as f64 / 1_000_000.0
    }

    /// Of any size and sign.
    pub(super) fn number(&mut self) -> f64 {
        let size = 10_f64.powf(self.below(22) as f64 - 7.0);
        (self.share() * 2.0 - 1.0) * size
    }

    /// Values as they come together in one chart: alike, equal, far apart, or with some that are no numbers.
    pub(super) fn values(&mut self, count: usize) -> Vec<f64> {
        let (middle, spread) = match self.below(6) {
            0 => (self.number(), 0.0),
            1 => (0.0, 1.0),
            2 => (9.0, 6.0),
            3 => (8500.0, 11500.0),
            4 => (self.number(), self.number()),
            _ => (1e12, 1e10),
        };
        let broken = self.chance(4);
        (0..count)
            .map(|_| match if broken { self.below(12) } else { 99 } {
                0 => f64::NAN,
                1 => f64::INFINITY,
                2 => f64::NEG_INFINITY,
                3 => 1e300,
                _ => middle + spread * (self.share() * 2.0 - 1.0),
            })
            .collect()
    }

    pub(super) fn name(&mut self) -> &'static str {
        [
            "",
            "华岚",
            "华岚钢铁",
            "世界一流钢铁企业平均水平",
            "华岚钢铁集团股份有限公司冷轧薄板事业部（第二分厂）",
            "Hualan Steel",
            "World-class steel benchmark",
            "The average of the five best integrated steel enterprises of the world",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "R&D <\"intensity\">",
        ][self.below(10)]
    }

    /// Something that happened, told in 4 to 120 Han characters or 10 to 200 letters.
    pub(super) fn words(&mut self) -> String {
        const HAN: &str =
            "排程软件第一次上线，三周后被夜班停用；推翻理由卡片（共1,204张）整理完毕，急单开始计价。";
        const LATIN: &str =
            "Scheduling software goes live, and is switched off by the night shift three weeks later; ";
        let (sentence, most, least) = if self.chance(2) { (HAN, 117, 4) } else { (LATIN, 191, 10) };
        let from = self.below(20);
        sentence.chars().cycle().skip(from).take(least + self.below(most)).collect()
    }

    pub(super) fn label(&mut self, value: f64) -> String {
        match self.below(6) {
            0 => String::new(),
            1 => format!("{value:.2}亿元"),
            2 => format!("CNY {:.0} million", value / 1e6),
            3 => format!("{value:.1}%（预计）"),
            _ => format!("{value:.1}%"),
        }
    }
}

/// Writes ticks as a caller would.
pub(super) fn plain(value: f64, decimals: u8) -> String {
    format!("{value:.0$}", usize::from(decimals)).replace('-', "−")
}

/// The chart as a page shows it, under a name that tries to break out.
pub(super) fn named(svg: &Svg) -> String {
    let mut out = String::new();
    svg.write(
        &mut out,
        &Head { id: "a-b".into(), title: "净资产收益率".into(), description: "<&\">".into() },
    );
    out
}

/// Asks a chart everything that must be true of any.
pub(super) fn is_sound(drawing: &Drawing<'_>, svg: &str) {
    let told = || format!("{svg}\n{:?}", drawing.labels);
    for (index, label) in drawing.labels.iter().enumerate() {
        assert!(!label.lines.is_empty(), "a label says something: {}", told());
        assert!(lies_within(&label.bounds, drawing), "{:?} stays in the view box: {}", label.lines, told());
        assert!(
            label.lines.iter().all(|line| text::width(line) <= label.bounds.right - label.bounds.left + 0.01),
            "{:?} fits its bounds",
            label.lines
        );
        for other in &drawing.labels[index + 1..] {
            assert!(
                !label.bounds.overlaps(&other.bounds),
                "{:?} overlaps {:?}: {}",
                label.lines,
                other.lines,
                told()
            );
        }
    }
    let classes = drawing.marks.iter().map(|mark| mark.class).chain(drawing.labels.iter().map(|l| l.class));
    for class in classes {
        assert!(CLASSES.binary_search(&class).is_ok(), "{class:?} is in the list of classes, in its order");
    }
    assert!(drawing.kind == "sparkline" || KINDS.contains(&drawing.kind), "{} is in the list", drawing.kind);
    for mark in &drawing.marks {
        for bounds in extents(&mark.shape) {
            assert!(
                lies_within(&bounds, drawing),
                "{} stays in the view box: {bounds:?} {}",
                mark.class,
                told()
            );
        }
    }
    const { assert!(TEXT_SIZE >= 17.0) };
    assert!(drawing.labels.is_empty() || svg.contains(" font-size=\"17\""));
    is_well_formed(svg);
    has_short_numbers(svg);
}

fn lies_within(bounds: &Bounds, drawing: &Drawing<'_>) -> bool {
    const EDGE: f64 = 0.06;
    bounds.left >= -EDGE
        && bounds.top >= -EDGE
        && bounds.right <= drawing.width + EDGE
        && bounds.bottom <= drawing.height + EDGE
}

/// The boxes around the parts of a shape.
fn extents(shape: &Shape) -> Vec<Bounds> {
    match shape {
        Shape::Path(steps) => steps
            .iter()
            .filter_map(|step| match step {
                Step::Move(at) | Step::Line(at) => Some(Bounds::around(*at, 0.0, 0.0)),
                Step::Close => None,
            })
            .collect(),
        Shape::Dots { at, width } => {
            at.iter().map(|at| Bounds::around(*at, width / 2.0, width / 2.0)).collect()
        }
        Shape::Ring { at, radius } => vec![Bounds::around(*at, *radius, *radius)],
    }
}

/// A strict reader for the little XML that charts consist of.
pub(super) fn is_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(begin) = rest.find('<') {
        is_escaped(&rest[..begin]);
        let end = begin + rest[begin..].find('>').expect("every tag ends");
        let tag = &rest[begin + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "tags nest: {svg}");
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut seen = Vec::new();
        while !attributes.is_empty() {
            let (key, after) = attributes.split_once("=\"").expect("an attribute has a value");
            let (value, after) = after.split_once('"').expect("a value ends");
            assert!(!seen.contains(&key.trim()), "{key} is there once: {svg}");
            assert!(
                !["style", "fill", "stroke", "font-family"].contains(&key.trim()),
                "looks are the theme's: {svg}"
            );
            seen.push(key.trim());
            is_escaped(value);
            attributes = after;
        }
        if !closed {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.is_empty(), "everything is closed: {svg}");
}

fn is_escaped(text: &str) {
    assert!(!text.contains('>'), "{text}");
    for (at, _) in text.match_indices('&') {
        let entity = text[at..].split(';').next().expect("split gives one part at least");
        assert!(["&amp", "&lt", "&gt", "&quot"].contains(&entity), "{text}");
    }
}

/// Numbers in attributes are finite and have at most two decimals.
pub(super) fn has_short_numbers(svg: &str) {
    let values = svg
        .split('<')
        .filter_map(|tag| tag.split('>').next())
        .flat_map(|tag| tag.split('"').skip(1).step_by(2));
    for value in values.filter(|value| !value.contains("-t ")) {
        assert!(!value.contains("NaN") && !value.contains("inf"), "{value}");
        for decimals in value.split('.').skip(1) {
            assert!(decimals.bytes().take_while(u8::is_ascii_digit).count() <= 2, "{value}");
        }
    }
}
