//! A drawing (SVG) from a contributor, as pixels.
//!
//! A drawing can hold scripts, fetch other files and take for ever to draw, so none is published as it is, and one that
//! could not be drawn as its author sees it is refused: with words, which look otherwise where the font is missing, with
//! pictures inside it, with anything that moves, or with more parts than a drawing for a page has.

use std::collections::BTreeMap;

use image::{DynamicImage, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{self, Group, ImageHrefResolver, Options, Paint, Tree};

use super::WIDTHS;
use crate::base::problem::ImageFault;

/// A drawing is text that a person or a program wrote for one picture.
const MAX_BYTES: usize = 4 << 20;

/// Elements in all, those that are used again counted each time.
const MAX_PARTS: usize = 50_000;

/// Elements inside each other. Whoever draws them calls itself for each.
const MAX_DEPTH: usize = 64;

/// Layers that are drawn by themselves and laid over the others: each may be as large as the drawing.
const MAX_LAYERS: usize = 200;

/// The longer side of a drawing, in its own pixels.
const MAX_SIDE: f32 = 10_000.0;

/// Height of the pixels that are made of it.
const MAX_HEIGHT: f32 = 3200.0;

/// Elements that would be lost, or would cost without limit.
const REFUSED: [&str; 15] = [
    "text",
    "foreignObject",
    "image",
    "script",
    "animate",
    "animateMotion",
    "animateTransform",
    "set",
    "feImage",
    "feTurbulence",
    "feConvolveMatrix",
    "feMorphology",
    "feDisplacementMap",
    "feDiffuseLighting",
    "feSpecularLighting",
];

/// Reads a drawing, and refuses what cannot be drawn faithfully and soon.
fn parse(bytes: &[u8]) -> Result<Tree, ImageFault> {
    let text = std::str::from_utf8(bytes).map_err(|_| ImageFault::Unreadable)?;
    if !text.contains("<svg") {
        return Err(ImageFault::Unreadable);
    }
    // Entities are how a small file becomes a large one.
    if bytes.len() > MAX_BYTES || text.contains("<!ENTITY") {
        return Err(ImageFault::Drawing);
    }
    let options = ParsingOptions {
        allow_dtd: true,
        nodes_limit: u32::try_from(2 * MAX_PARTS).expect("the limit is small"),
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(text, options).map_err(|_| ImageFault::Drawing)?;
    look_through(&document)?;
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_xmltree(&document, &options).map_err(|_| ImageFault::Drawing)?;
    let size = tree.size();
    let mut layers = 0;
    count_layers(tree.root(), &mut layers, 0)?;
    if layers > MAX_LAYERS || size.width().max(size.height()) > MAX_SIDE {
        return Err(ImageFault::Drawing);
    }
    Ok(tree)
}

/// How many pixels a drawing will be made of: two for each of its own, where they fit.
pub(super) fn size(bytes: &[u8]) -> Result<(u32, u32), ImageFault> {
    let (_, width, height) = scaled(&parse(bytes)?);
    Ok((width, height))
}

fn scaled(tree: &Tree) -> (f32, u32, u32) {
    let size = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "widths are small")]
    let widest = WIDTHS[WIDTHS.len() - 1] as f32;
    let scale = (widest / size.width()).min(MAX_HEIGHT / size.height()).min(2.0);
    (scale, whole(size.width() * scale), whole(size.height() * scale))
}

/// A drawing as pixels, and the size in which it is shown.
pub(super) fn draw(bytes: &[u8]) -> Result<(DynamicImage, (u32, u32)), ImageFault> {
    let tree = parse(bytes)?;
    let size = tree.size();
    let (scale, width, height) = scaled(&tree);
    let mut canvas = Pixmap::new(width, height).ok_or(ImageFault::TooLarge)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
    let pixels = canvas.pixels().iter().flat_map(|pixel| {
        let colour = pixel.demultiply();
        [colour.red(), colour.green(), colour.blue(), colour.alpha()]
    });
    let pixels = RgbaImage::from_raw(width, height, pixels.collect()).ok_or(ImageFault::Broken)?;
    Ok((DynamicImage::ImageRgba8(pixels), (whole(size.width()), whole(size.height()))))
}

/// A length of at least one pixel.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths have limits")]
fn whole(length: f32) -> u32 {
    length.round().max(1.0) as u32
}

fn look_through(document: &Document<'_>) -> Result<(), ImageFault> {
    let mut by_id = BTreeMap::new();
    for node in document.descendants().filter(Node::is_element) {
        if let Some(id) = node.attribute("id") {
            by_id.entry(id).or_insert(node);
        }
    }
    let mut parts = 0;
    let mut open = vec![(document.root_element(), 1)];
    while let Some((node, depth)) = open.pop() {
        parts += 1;
        let name = node.tag_name().name();
        if depth > MAX_DEPTH || parts > MAX_PARTS || REFUSED.contains(&name) {
            return Err(ImageFault::Drawing);
        }
        if name == "use" {
            let target = node.attributes().find(|a| a.name() == "href").map_or("", |a| a.value());
            // What lies outside the drawing is not fetched, so it would be missing.
            let id = target.strip_prefix('#').ok_or(ImageFault::Drawing)?;
            if let Some(target) = by_id.get(id) {
                let inside = target.descendants().filter(Node::is_element);
                for part in inside {
                    parts += 1;
                    // What is used and uses others in turn can grow without limit.
                    if part.tag_name().name() == "use" || parts > MAX_PARTS {
                        return Err(ImageFault::Drawing);
                    }
                }
            }
        }
        open.extend(node.children().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    Ok(())
}

fn count_layers(group: &Group, layers: &mut usize, depth: usize) -> Result<(), ImageFault> {
    if depth > 4 * MAX_DEPTH {
        return Err(ImageFault::Drawing);
    }
    *layers += usize::from(group.should_isolate()) + group.filters().len();
    let mut clip = group.clip_path();
    while let Some(path) = clip {
        *layers += 1;
        count_layers(path.root(), layers, depth + 1)?;
        clip = path.clip_path();
    }
    let mut mask = group.mask();
    while let Some(inner) = mask {
        *layers += 1;
        count_layers(inner.root(), layers, depth + 1)?;
        mask = inner.mask();
    }
    for node in group.children() {
        if *layers > MAX_LAYERS {
            return Err(ImageFault::Drawing);
        }
        match node {
            usvg::Node::Group(inner) => count_layers(inner, layers, depth + 1)?,
            usvg::Node::Path(path) => {
                let paints = [path.fill().map(usvg::Fill::paint), path.stroke().map(usvg::Stroke::paint)];
                for paint in paints.into_iter().flatten() {
                    if let Paint::Pattern(pattern) = paint {
                        *layers += 1;
                        count_layers(pattern.root(), layers, depth + 1)?;
                    }
                }
            }
            usvg::Node::Image(_) | usvg::Node::Text(_) => return Err(ImageFault::Drawing),
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "drawing_tests.rs"]
mod tests;
