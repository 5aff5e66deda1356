//! A drawing of our own with words in it, as pixels. No word is lost: what no font has is told.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{self, Document};
use resvg::usvg::{Group, Node, Options, Tree};

use super::letters::{self, Letters};
use super::{Ending, Print, prints};

/// So many of each character.
type Count = BTreeMap<char, usize>;

/// Draws an SVG, which must be sound, as large as it says. The error is the characters that no font has.
pub fn poster(svg: &str, letters: &Letters) -> Result<Print, BTreeSet<char>> {
    let document = Document::parse(svg).expect("what we draw is sound");
    let mut wanted = Count::new();
    let texts = document.descendants().filter(roxmltree::Node::is_text);
    texts.for_each(|node| count(&mut wanted, node.text().unwrap_or_default()));
    // Shaping letters is other people's code, fed with anybody's words: should it give up, they cannot be drawn.
    catch_unwind(AssertUnwindSafe(|| draw(&document, &wanted, letters)))
        .unwrap_or_else(|_| Err(wanted.into_keys().collect()))
}

fn draw(document: &Document<'_>, wanted: &Count, letters: &Letters) -> Result<Print, BTreeSet<char>> {
    let options =
        Options { fontdb: letters.database(), font_resolver: letters::resolver(), ..Options::default() };
    let tree = Tree::from_xmltree(document, &options).expect("what we draw is sound");
    let (mut drawn, mut missing) = (Count::new(), Count::new());
    look_at(tree.root(), &mut drawn, &mut missing);
    // A text for which there is no font at all is not in the tree.
    let lost = wanted.iter().filter(|(c, times)| drawn.get(c).is_none_or(|drawn| drawn < times));
    let lacking: BTreeSet<char> = missing.keys().chain(lost.map(|(c, _)| c)).copied().collect();
    if !lacking.is_empty() {
        return Err(lacking);
    }
    let size = tree.size().to_int_size();
    let mut canvas = Pixmap::new(size.width(), size.height()).expect("our drawings have a size");
    resvg::render(&tree, Transform::identity(), &mut canvas.as_mut());
    let pixels = RgbaImage::from_raw(size.width(), size.height(), canvas.take_demultiplied())
        .expect("a canvas has as many pixels as it says");
    let print = prints::write(&DynamicImage::from(pixels), Ending::Png);
    Ok(print.expect("memory can be written to"))
}

/// Counts the characters that have a glyph, and those that have none.
fn look_at(group: &Group, drawn: &mut Count, missing: &mut Count) {
    for node in group.children() {
        match node {
            Node::Group(inner) => look_at(inner, drawn, missing),
            Node::Text(text) => {
                for glyph in text.layouted().iter().flat_map(|span| &span.positioned_glyphs) {
                    // In every font the first glyph stands for those that it does not have.
                    count(if glyph.id.0 == 0 { missing } else { drawn }, &glyph.text);
                }
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// Adds the characters that somebody would miss.
fn count(counted: &mut Count, text: &str) {
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        *counted.entry(c).or_default() += 1;
    }
}
