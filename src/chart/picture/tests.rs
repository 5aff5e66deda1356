use roxmltree::{Document, Node};

use super::*;
use crate::chart::Reference;
use crate::chart::bullet::{self, Bullet};
use crate::chart::proof::{self, Random};
use crate::chart::strip::{self, Dot, Strip};

fn paint() -> Paint {
    Paint::new(|_, class| [("fill", format!("<{class}>"))])
}

fn bullet() -> Svg {
    let named = |name: &'static str, value: f64| Reference {
        value,
        name: name.into(),
        label: format!("{value}%").into(),
    };
    bullet::svg(&Bullet {
        unit: "%".into(),
        own: named("华岚钢铁 <R&D>", 9.4),
        provisional: true,
        benchmark: Some(named("对标", 10.9)),
        target: Some(named("class=\"目标\"", 10.5)),
        bands: Vec::new(),
        tick_label: &proof::plain,
    })
}

const FRAME: Frame<'_> = Frame {
    lang: "zh-Hans",
    font: "'Microsoft YaHei', Arial",
    title: "净资产收益率",
    subtitle: "华岚钢铁 · % · 2021–2024",
    description: "9.4%",
    source: "来源：年度报告",
    site: "对标案例集",
};

fn picture(svg: &Svg, frame: &Frame<'_>) -> String {
    let mut out = String::new();
    svg.picture(&mut out, frame, &paint());
    out
}

fn number_of(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} is a number"))
}

fn texts(document: &Document<'_>, size: &str) -> Vec<String> {
    let of_size = |node: &Node<'_, '_>| {
        node.has_tag_name("text")
            && node.parent().and_then(|group| group.attribute("font-size")) == Some(size)
    };
    let nodes = document.descendants().filter(of_size);
    nodes.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn kinds_and_classes_are_listed_in_order_each_once() {
    assert!(CLASSES.is_sorted_by(|a, b| a < b) && KINDS.is_sorted_by(|a, b| a < b));
}

#[test]
fn a_picture_stands_alone() {
    let text = picture(&bullet(), &FRAME);
    let document = Document::parse(&text).expect("it is XML");
    let root = document.root_element();
    assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
    assert!(root.attribute("font-family").is_some_and(|font| font.starts_with("'Microsoft YaHei'")));
    for node in document.descendants() {
        assert!(node.attribute("class").is_none() && node.attribute("style").is_none(), "{text}");
        assert!(!node.has_tag_name("style"));
    }
    let all: String = document.descendants().filter_map(|node| node.text()).collect();
    assert!(["<R&D>", "class=\"目标\""].iter().all(|words| all.contains(words)), "{all}");
}

#[test]
fn every_mark_and_every_text_has_paint() {
    let text = picture(&bullet(), &FRAME);
    let document = Document::parse(&text).expect("it is XML");
    let painted = |node: Node<'_, '_>| node.ancestors().any(|node| node.attribute("fill").is_some());
    let seen = document
        .descendants()
        .filter(|node| ["path", "circle", "rect", "text"].iter().any(|name| node.has_tag_name(*name)));
    assert!(seen.clone().count() > 12 && seen.clone().all(painted), "{text}");
    assert!(text.contains("fill=\"&lt;own provisional bar&gt;\""));
}

#[test]
fn dots_are_circles() {
    let values = [3.0, 9.0, 5.0, 6.5];
    let svg = strip::svg(&Strip {
        unit: "%".into(),
        dots: values.map(|value| Dot { value, name: "".into(), label: "".into(), own: value > 8.0 }).to_vec(),
        median: None,
        quartiles: None,
        benchmark: None,
        tick_label: &proof::plain,
    });
    let text = picture(&svg, &FRAME);
    let document = Document::parse(&text).expect("it is XML");
    let circles = || document.descendants().filter(|node| node.has_tag_name("circle"));
    // The own one has a halo.
    assert_eq!(circles().count(), 5);
    assert!(circles().all(|node| number_of(node, "cy") > 0.0 && number_of(node, "r") > 2.0));
    assert!(!text.contains("h0"));
}

#[test]
fn what_there_is_no_word_for_takes_no_room() {
    let bare = Frame { subtitle: "", source: "", site: "", ..FRAME };
    let height = |frame: &Frame<'_>| {
        let text = picture(&bullet(), frame);
        number_of(Document::parse(&text).expect("it is XML").root_element(), "height")
    };
    assert!(height(&bare) + 60.0 < height(&FRAME));
}

#[test]
fn a_long_title_is_folded_and_never_shortened() {
    let titles = [
        "华岚钢铁集团股份有限公司冷轧薄板事业部二〇二一年至二〇二四年净资产收益率与世界一流钢铁企业平均水平的差距",
        "Return on net assets of Hualan Steel Group Company Limited against the average of the five best integrated steel \
         enterprises of the world, 2021 to 2024",
    ];
    for title in titles {
        let text = picture(&bullet(), &Frame { title, ..FRAME });
        let lines = texts(&Document::parse(&text).expect("it is XML"), "22");
        let whole = lines.join(if title.is_ascii() { " " } else { "" });
        assert!(lines.len() > 2 && whole == title, "{lines:?}");
    }
}

#[test]
fn no_line_ends_in_a_dot_that_parts_two_things() {
    let subtitle =
        "Hualan Steel Group Company Limited · return on net assets, % · 2021–2024 · all of the group";
    let text = picture(&bullet(), &Frame { subtitle, ..FRAME });
    let document = Document::parse(&text).expect("it is XML");
    let lines = texts(&document, "17");
    assert!(lines.len() > 1 && !lines.iter().any(|line| line.ends_with(['·', ' '])), "{lines:?}");
}

#[test]
fn nothing_drawn_is_no_picture() {
    assert_eq!(picture(&Svg::default(), &FRAME), "");
}

#[test]
fn any_frame_is_sound() {
    let mut random = Random::new(9);
    let svg = bullet();
    for _ in 0..2000 {
        let words = [0; 4].map(|_| match random.below(4) {
            0 => random.name().to_owned(),
            1 => format!("{}\u{7}{}", random.words(), random.name()),
            _ => random.words(),
        });
        let [title, subtitle, source, site] = words.each_ref().map(String::as_str);
        let text = picture(&svg, &Frame { title, subtitle, source, site, ..FRAME });
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let root = document.root_element();
        let (width, height) = (number_of(root, "width"), number_of(root, "height"));
        let drawing =
            root.children().find(|node| node.attribute("transform").is_some()).expect("it is there");
        let top =
            drawing.attribute("transform").and_then(|to| to.split([' ', ')']).nth(1)?.parse::<f64>().ok());
        let top = top.expect("the drawing has a place");
        let mut above = MARGIN;
        for group in root.children().filter(|node| node.attribute("font-size").is_some()) {
            let size = number_of(group, "font-size");
            let bold = matches!(size, 22.0) || group.attribute("fill") == Some("<frame site>");
            for node in group.children() {
                let line = node.text().unwrap_or_default();
                let wide =
                    if bold { text::semibold_width(line) } else { text::width(line) } * size / TEXT_SIZE;
                assert!(number_of(node, "x") + wide <= width - MARGIN + 0.1, "{line:?} leaves the frame");
                let base = number_of(node, "y");
                assert!(base - size > above - size * 0.3, "{line:?} stands on what is above it: {text}");
                above = base;
                let (ink_top, ink_bottom) = (base - 0.9 * size, base + 0.25 * size);
                assert!(
                    ink_bottom <= height && (ink_bottom <= top || ink_top >= top + svg.height()),
                    "{text}"
                );
            }
        }
        proof::has_short_numbers(&text);
    }
}
